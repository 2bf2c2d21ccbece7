#pragma once

#include <json-glib/json-glib.h>

#include "instagram/ante-decode.h"
#include "instagram/ante-errors.h"
#include "instagram/ante-instagram-private.h"

G_BEGIN_DECLS

typedef struct _AnteCall AnteCall;

/**
 * AnteCallType:
 * @method: "GET" or "POST"
 * @label: what it is, for errors
 * @ask: what a refusal means
 * @budget: (nullable): picks the bucket that it waits for; %NULL for none
 * @tiers: the family of its optional fields, or ANTE_N_TIERS for none
 * @needs_user_id: it cannot be made or understood without our own id
 * @token_in_address: the one call whose token is demanded as a query parameter
 * @build: adds path, query and body
 * @decode: on a worker: the answer to a result
 * @free_result: frees what @decode gave
 *
 * A kind of call.
 */
typedef struct {
  const char *method;
  const char *label;
  AnteAsk ask;
  AnteBudget *(*budget) (AnteInstagram *self);
  AnteTiers tiers;
  gboolean needs_user_id;
  gboolean token_in_address;
  void (*build) (const AnteCall *call, AnteRequest *request, const char *fields);
  gpointer (*decode) (const AnteCall *call, JsonObject *answer, GError **error);
  GDestroyNotify free_result;
} AnteCallType;

/**
 * AnteCall:
 * @type: its kind; the rest are its arguments, as far as the kind uses them
 *
 * One call on its way.
 */
struct _AnteCall {
  const AnteCallType *type;
  char *thread_id;
  char *igsid;
  char *mid;
  char *after;
  char *text;
  char *reply_to;
  const char *type_word; /* of an attachment, as the wire has it */
  char *attachment;      /* its id */
  char *path;            /* of the file to upload; the next three are of it */
  char *name;
  char *mime;
  gint64 size;
  guint limit;
  guint depth;
  gboolean human_agent;
  char *token;
  char *user_id;
  char *username;
  char *api_url;

  guint tier;
  AnteAnswer *answer;
  AnteRefusal refusal;
};

AnteCall *ante_call_new (const AnteCallType *type);
void ante_call_start (AnteInstagram *self, AnteCall *call, GTask *task);

/* ante-upload-call.c: what the wire calls an attachment of this kind. */
const char *ante_upload_get_word (AnteMessageKind kind);

AnteBudget *ante_call_reads (AnteInstagram *self);
AnteBudget *ante_call_sends (AnteInstagram *self);
void ante_call_init_tiers (guint *tiers);
AnteDecodeHints ante_call_hints (const AnteCall *call);

G_END_DECLS
