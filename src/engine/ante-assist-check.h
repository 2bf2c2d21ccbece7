#pragma once

#include "engine/ante-assist-setup.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteAssistLeft:
 *
 * One thing that left, or was about to: see AnteLeaving and AnteReturned.
 */
typedef struct {
  char *host;
  char *model;
  char *purpose;
  char *fields;
  gsize n_bytes;
  gboolean leaves;
  char *outcome;
  guint status;
  char *request_id;
} AnteAssistLeft;

/**
 * AnteAssistStep:
 * @name: "models", "answer" or "shape"
 * @error: (nullable): what went wrong
 * @detail: in a word or two: "12 models"
 */
typedef struct {
  const char *name;
  GError *error;
  char *detail;
} AnteAssistStep;

/**
 * AnteAssistReport:
 * @steps: (element-type AnteAssistStep): as far as they went
 * @left: (element-type AnteAssistLeft): all that left
 * @ok: a draft can be asked for
 * @model_listed: 1 the list has the model, 0 it has not, -1 there was no list
 * @context: of the model, tokens; 0 when not told
 * @shape: (nullable): how an answer has to be asked for
 * @first_ms: until the first answer began
 * @cost: of all, micro-units
 * @cost_kind: how that is known
 *
 * What a test of a connection found.
 */
typedef struct {
  GPtrArray *steps;
  GPtrArray *left;
  gboolean ok;
  int model_listed;
  gint64 context;
  const char *shape;
  guint first_ms;
  gint64 cost;
  AnteCostKind cost_kind;
} AnteAssistReport;

void ante_assist_report_free (AnteAssistReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAssistReport, ante_assist_report_free)

/* Nobody's data is in what these send. Both set a ledger of their own on @provider, which with
 * @store (nullable) is written into the store, too. */
void ante_assist_list_async (AnteProvider *provider,
                             AnteStore *store,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *ante_assist_list_finish (GAsyncResult *result, GError **error);

/* Lists, has one word said, then asks for one draft of the right shape. Fails only when cancelled:
 * what went wrong is in the report. */
void ante_assist_check_async (AnteProvider *provider,
                              AnteStore *store,
                              const char *model,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AnteAssistReport *ante_assist_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
