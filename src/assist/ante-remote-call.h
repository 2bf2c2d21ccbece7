#pragma once

#include "assist/ante-remote-private.h"

G_BEGIN_DECLS

/**
 * AnteRemoteCall:
 * @lists: it is the list of models that is asked for
 * @models: (element-type AnteAiModel): that have come
 * @after: (nullable): from where on the list goes on
 * @can: what the model is believed to take
 * @is_new: and that was learnt in this call
 * @has_room: it was asked again with more room
 * @was_garbled: it was asked again since what came had no shape
 * @n_retries: repetitions of the present request
 * @n_rounds: how often what was sent was changed by what was refused
 * @shown: something of it was seen, and it is not repeated by itself
 * @n_requests: that have left
 * @model: (nullable): that is asked, whatever is chosen meanwhile; %NULL for the list of models
 * @fields: (array zero-terminated): what is in it, for the ledger
 * @n_bytes: of the present request
 * @denial: (nullable): that came in a stream
 *
 * One call on its way, of as many requests as it takes.
 */
typedef struct {
  gboolean lists;
  GPtrArray *models;
  char *after;
  guint n_pages;

  AntePrompt *prompt;
  AnteCompleteOptions options;
  guint max_output;
  AnteCapability can;
  gboolean is_new;
  gboolean has_room;
  gboolean was_garbled;
  gboolean tried_prefix;
  guint n_retries;
  guint n_rounds;
  gboolean shown;

  guint n_requests;
  guint64 serial;
  char *model;
  char **fields;
  gsize n_bytes;
  gint64 began_at;
  gint64 left_at;
  guint first_ms;
  AnteWireRequest *request;
  AnteHeard *heard;
  AnteLines *lines;
  AnteDenial *denial;
  gint64 cost;
  AnteCostKind cost_kind;
} AnteRemoteCall;

/* A task has the call as its data and the provider as its source. Each of these ends it, or makes
 * another request of it. ante-remote-call.c: */
void ante_remote_call_ask (GTask *task);
gboolean ante_remote_call_retry (GTask *task, const AnteWireAnswer *answer);
void ante_remote_call_note (GTask *task, const AnteWireAnswer *answer, const GError *error);
void ante_remote_call_fail (GTask *task, GError *error);
void ante_remote_call_succeed (GTask *task, AnteProposal *proposal);

/* ante-remote-answer.c: */
gboolean
ante_remote_call_take_piece (const guint8 *bytes, gsize length, gpointer task, GError **error);
void ante_remote_call_take_answer (GTask *task, const AnteWireAnswer *answer);
void ante_remote_call_take_no_answer (GTask *task, GError *error);

G_END_DECLS
