#pragma once

#include <json-glib/json-glib.h>

#include "model/ante-records.h"
#include "model/ante-thread.h"

G_BEGIN_DECLS

/*
 * From the wire to the nouns of the house. Pure functions: the same object always gives the same,
 * on any thread. What is missing or of the wrong type is left out; what cannot be told at all is
 * %ANTE_INSTAGRAM_ERROR_BAD_ANSWER.
 */

/* The most of one message that is kept. */
#define ANTE_DECODE_MAX_TEXT 10000
#define ANTE_DECODE_MAX_ATTACHMENTS 20
#define ANTE_DECODE_MAX_REACTIONS 50

/**
 * AnteDecodeHints:
 * @user_id: our own side
 * @username: (nullable): our own handle, for threads in which no id differs from ours
 * @igsid: (nullable): whose thread was asked for
 * @thread_id: (nullable): which thread was asked for
 * @depth: how many messages were asked for
 * @has_reactions: reactions were asked for
 * @as_of: when Instagram answered, by its own clock, ms; 0 where it did not say
 *
 * What the answer does not say by itself.
 */
typedef struct {
  const char *user_id;
  const char *username;
  const char *igsid;
  const char *thread_id;
  guint depth;
  gboolean has_reactions;
  gint64 as_of;
} AnteDecodeHints;

AnteAccount *ante_decode_account (JsonObject *answer, GError **error);
AnteProfile *ante_decode_profile (JsonObject *answer, const char *igsid, GError **error);
AnteThreadPage *
ante_decode_thread_page (JsonObject *answer, const AnteDecodeHints *hints, GError **error);
AnteThread *ante_decode_thread (JsonObject *answer, const AnteDecodeHints *hints, GError **error);
AnteThread *
ante_decode_person_thread (JsonObject *answer, const AnteDecodeHints *hints, GError **error);
GPtrArray *ante_decode_message_ids (JsonObject *answer, char **after, GError **error);
char *ante_decode_uploaded (JsonObject *answer, GError **error);
char *ante_decode_sent (JsonObject *answer, GError **error);

/* In ante-decode-message.c; %NULL for one without an id. */
AnteMessage *ante_decode_message (JsonObject *object, const AnteDecodeHints *hints, gint64 at);

G_END_DECLS
