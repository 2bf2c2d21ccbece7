#pragma once

#include <gio/gio.h>

#include "assist/ante-assist-error.h"
#include "assist/ante-capability.h"
#include "assist/ante-cost.h"
#include "rules/prompt/ante-proposal.h"

G_BEGIN_DECLS

/**
 * AnteLeaving:
 * @provider: which kind: "openai", "anthropic", "ollama"
 * @host: to whom, with its port
 * @model: (nullable): asked of which model
 * @purpose: what for: "models", "draft", "memory", "intent", "test"
 * @fields: (array zero-terminated): what is in it
 * @n_bytes: of the body
 * @attempt: from 1
 * @leaves: it goes to another machine
 * @serial: of this request, of which there is one for each time that something leaves
 * @subject: row id of the lead whom it is about, as the caller said; 0 for nobody
 * @subject_at: up to when they were heard, ms
 *
 * What is about to leave. There is neither a key nor a word of anybody in it.
 */
typedef struct {
  const char *provider;
  const char *host;
  const char *model;
  const char *purpose;
  const char *const *fields;
  gsize n_bytes;
  guint attempt;
  gboolean leaves;
  guint64 serial;
  gint64 subject;
  gint64 subject_at;
} AnteLeaving;

/**
 * AnteReturned:
 * @outcome: "ok", or the nick of an error
 * @status: HTTP status; 0 for none
 * @n_bytes: of the answer, where it came in one piece
 * @usage: what it took
 * @cost: micro-units; see @cost_kind
 * @model: (nullable): that answered
 * @request_id: (nullable): what support would ask for
 * @took_ms: from its leaving on
 *
 * How one request ended.
 */
typedef struct {
  const char *outcome;
  guint status;
  gsize n_bytes;
  AnteUsage usage;
  gint64 cost;
  AnteCostKind cost_kind;
  const char *model;
  const char *request_id;
  guint took_ms;
} AnteReturned;

/**
 * AnteLedger:
 * @leaving: writes down what leaves, then returns TRUE on the task; with an error nothing is sent,
 * and one of #AnteAssistError is what the call ends with. It takes the task over
 * @returned: (nullable): how it ended
 *
 * Where everything that leaves is written down before it does.
 */
typedef struct {
  void (*leaving) (const AnteLeaving *leaving, GTask *task, gpointer user_data);
  void (*returned) (const AnteLeaving *leaving, const AnteReturned *returned, gpointer user_data);
} AnteLedger;

/**
 * AnteAiModel:
 * @id: what it is called in a request
 * @name: (nullable): for people
 * @context: tokens, 0 when not told
 * @leaves: it runs elsewhere, though it is asked for here
 * @structured: whether it can keep to a schema: 1 yes, 0 no, -1 not told
 * @input_price: micro-units for a million tokens, -1 when not told
 * @output_price: the same
 */
typedef struct {
  char *id;
  char *name;
  gint64 context;
  gboolean leaves;
  int structured;
  gint64 input_price;
  gint64 output_price;
} AnteAiModel;

AnteAiModel *ante_ai_model_new (const char *id, const char *name);
void ante_ai_model_free (AnteAiModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAiModel, ante_ai_model_free)

/**
 * AnteCompletion:
 * @proposal: what it proposes
 * @text: what it wrote, as it came
 * @model: (nullable): that answered
 * @shape: how the shape was asked for
 * @usage: of the last request
 * @cost: of all requests that it took, micro-units
 * @cost_kind: the least certain of them
 * @n_requests: that it took
 * @first_ms: until something came
 * @took_ms: in all
 */
typedef struct {
  AnteProposal *proposal;
  char *text;
  char *model;
  AnteShape shape;
  AnteUsage usage;
  gint64 cost;
  AnteCostKind cost_kind;
  guint n_requests;
  guint first_ms;
  guint took_ms;
} AnteCompletion;

AnteCompletion *ante_completion_new (void);
void ante_completion_free (AnteCompletion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCompletion, ante_completion_free)

/* What has come of the reply so far: for the eye alone, and not a draft. */
typedef void (*AnteDeltaFunc) (const char *reply_so_far, gpointer user_data);

/**
 * AnteCompleteOptions:
 * @max_output: tokens; 0: as the task needs
 * @temperature: below 0: left to the model
 * @delta: (nullable): makes the answer come in pieces
 * @delta_data: for @delta; both must live until the call has ended
 * @subject: whom it is about, for the ledger alone: see AnteLeaving
 * @subject_at: the same
 */
typedef struct {
  guint max_output;
  double temperature;
  AnteDeltaFunc delta;
  gpointer delta_data;
  gint64 subject;
  gint64 subject_at;
} AnteCompleteOptions;

#define ANTE_TYPE_PROVIDER (ante_provider_get_type ())
G_DECLARE_DERIVABLE_TYPE (AnteProvider, ante_provider, ANTE, PROVIDER, GObject)

struct _AnteProviderClass {
  GObjectClass parent_class;

  const char *nick;
  /* Both return on @task, which they borrow: a GPtrArray of AnteAiModel, and an AnteCompletion. */
  void (*list_models) (AnteProvider *self, GTask *task);
  void (*complete) (AnteProvider *self,
                    const AntePrompt *prompt,
                    const AnteCompleteOptions *options,
                    GTask *task);
};

const char *ante_provider_get_nick (AnteProvider *self);

void ante_provider_set_ledger (AnteProvider *self,
                               const AnteLedger *ledger,
                               gpointer user_data,
                               GDestroyNotify destroy);
const AnteLedger *ante_provider_get_ledger (AnteProvider *self, gpointer *user_data);

void ante_provider_list_models_async (AnteProvider *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
ante_provider_list_models_finish (AnteProvider *self, GAsyncResult *result, GError **error);

void ante_provider_complete_async (AnteProvider *self,
                                   const AntePrompt *prompt,
                                   const AnteCompleteOptions *options,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteCompletion *
ante_provider_complete_finish (AnteProvider *self, GAsyncResult *result, GError **error);

G_END_DECLS
