#pragma once

#include <json-glib/json-glib.h>

#include "instagram/ante-instagram-error.h"

G_BEGIN_DECLS

/**
 * AnteAsk:
 * @ANTE_ASK_ACCOUNT: who we are; nothing in it can be wrong but the account's role on the app
 * @ANTE_ASK_READ: any other read
 * @ANTE_ASK_SEND: has an effect that must not happen twice
 * @ANTE_ASK_TAGGED_SEND: the same with the human-agent tag
 * @ANTE_ASK_UPLOAD: sends nothing yet, and may be asked again; whether it is taken at all is not
 * sure
 *
 * What was asked, which decides what a refusal means.
 */
typedef enum {
  ANTE_ASK_ACCOUNT,
  ANTE_ASK_READ,
  ANTE_ASK_SEND,
  ANTE_ASK_TAGGED_SEND,
  ANTE_ASK_UPLOAD,
} AnteAsk;

/**
 * AnteRefusal:
 * @told: the answer holds an error object; else the rest is empty
 * @code: its code
 * @subcode: its subcode, 0 for none
 * @transient: Instagram expects it to pass
 * @unsupported: the words for an account without a role on the app
 * @trace: its trace id, letters and digits alone
 *
 * The error object of an answer.
 */
typedef struct {
  gboolean told;
  gint64 code;
  gint64 subcode;
  gboolean transient;
  gboolean unsupported;
  char trace[41];
} AnteRefusal;

void ante_refusal_read (AnteRefusal *self, JsonObject *answer);
gboolean ante_refusal_is_unknown_field (const AnteRefusal *self);

gboolean ante_errors_check (
  const AnteRefusal *refusal, guint status, AnteAsk ask, const char *label, GError **error);

G_END_DECLS
