#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-check.h"

#include "assist/ante-remote.h"
#include "engine/ante-assist-ledger.h"

/* --- the report ---------------------------------------------------------------------------- */

static void
left_free (gpointer data)
{
  AnteAssistLeft *left = data;

  g_free (left->host);
  g_free (left->model);
  g_free (left->purpose);
  g_free (left->fields);
  g_free (left->outcome);
  g_free (left->request_id);
  g_free (left);
}

static void
step_free (gpointer data)
{
  AnteAssistStep *step = data;

  g_clear_error (&step->error);
  g_free (step->detail);
  g_free (step);
}

static AnteAssistReport *
report_new (void)
{
  AnteAssistReport *self = g_new0 (AnteAssistReport, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->left = g_ptr_array_new_with_free_func (left_free);
  self->model_listed = -1;
  return self;
}

void
ante_assist_report_free (AnteAssistReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->left);
  g_free (self);
}

/* Takes @error and @detail. */
static void
add_step (AnteAssistReport *report, const char *name, GError *error, char *detail)
{
  AnteAssistStep *step = g_new0 (AnteAssistStep, 1);

  step->name = name;
  step->error = error;
  step->detail = detail;
  g_ptr_array_add (report->steps, step);
}

/* --- what leaves --------------------------------------------------------------------------- */

/**
 * Record:
 * @left: (element-type AnteAssistLeft)
 * @ledger: of the store; empty without one
 */
typedef struct {
  GPtrArray *left;
  AnteLedger ledger;
  gpointer ledger_data;
  GDestroyNotify ledger_destroy;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_ptr_array_unref (record->left);
  if (record->ledger_destroy != NULL)
    record->ledger_destroy (record->ledger_data);
  g_free (record);
}

static void
leaving_cb (const AnteLeaving *leaving, GTask *task, gpointer user_data)
{
  Record *record = user_data;
  AnteAssistLeft *left = g_new0 (AnteAssistLeft, 1);

  left->host = g_strdup (leaving->host);
  left->model = g_strdup (leaving->model);
  left->purpose = g_strdup (leaving->purpose);
  left->fields = g_strjoinv (",", (char **) leaving->fields);
  left->n_bytes = leaving->n_bytes;
  left->leaves = leaving->leaves;
  g_ptr_array_add (record->left, left);
  if (record->ledger.leaving != NULL) {
    record->ledger.leaving (leaving, task, record->ledger_data);
    return;
  }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* One request at a time is under way in a test. */
static void
returned_cb (const AnteLeaving *leaving, const AnteReturned *returned, gpointer user_data)
{
  Record *record = user_data;
  AnteAssistLeft *left = record->left->pdata[record->left->len - 1];

  g_free (left->outcome);
  left->outcome = g_strdup (returned->outcome);
  left->status = returned->status;
  g_free (left->request_id);
  left->request_id = g_strdup (returned->request_id);
  if (record->ledger.returned != NULL)
    record->ledger.returned (leaving, returned, record->ledger_data);
}

static void
keep_ledger (AnteProvider *provider, AnteStore *store, GPtrArray *left)
{
  static const AnteLedger ledger = { leaving_cb, returned_cb };
  Record *record = g_new0 (Record, 1);

  record->left = g_ptr_array_ref (left);
  if (store != NULL)
    record->ledger_data =
      ante_assist_ledger_make (store, NULL, NULL, &record->ledger, &record->ledger_destroy);
  ante_provider_set_ledger (provider, &ledger, record, record_free);
}

/* --- models alone -------------------------------------------------------------------------- */

static void
only_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *models = ante_provider_list_models_finish (ANTE_PROVIDER (source), result, &error);

  if (models != NULL)
    g_task_return_pointer (task, models, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ante_assist_list_async (AnteProvider *provider,
                        AnteStore *store,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (left_free);

  keep_ledger (provider, store, left);
  ante_provider_list_models_async (provider, cancellable, only_listed_cb, task);
}

/* Returns: (element-type AnteAiModel). */
GPtrArray *
ante_assist_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the whole test ------------------------------------------------------------------------ */

typedef struct {
  AnteAssistReport *report;
  char *model;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_clear_pointer (&check->report, ante_assist_report_free);
  g_free (check->model);
  g_free (check);
}

/* TRUE where a person stopped it, and that is all there is to tell. */
static gboolean
was_stopped (GTask *task, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_task_return_error (task, error);
  return TRUE;
}

static void
finish (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&check->report),
                         (GDestroyNotify) ante_assist_report_free);
}

static void
add_cost (AnteAssistReport *report, const AnteCompletion *completion)
{
  report->cost += completion->cost;
  report->cost_kind = completion->cost_kind;
}

static void
shaped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteAssistReport *report = ((Check *) g_task_get_task_data (task))->report;
  GError *error = NULL;
  g_autoptr (AnteCompletion) completion =
    ante_provider_complete_finish (ANTE_PROVIDER (source), result, &error);

  if (was_stopped (task, error))
    return;
  if (completion == NULL) {
    add_step (report, "shape", error, g_strdup (""));
  } else {
    report->ok = TRUE;
    report->shape =
      completion->proposal->is_plain ? "words" : ante_shape_to_nick (completion->shape);
    add_cost (report, completion);
    add_step (report, "shape", NULL, g_strdup (report->shape));
  }
  finish (task);
}

/* Nobody's: invented for the test. */
static AntePrompt *
make_prompt (AntePromptTask kind)
{
  static const AntePromptPart parts[] = { { "Voice", "Short and friendly." } };
  static const AntePromptLine lines[] = { { TRUE, "Hello, what do you offer?", NULL } };
  static const char *const intents[] = { "greeting", "info", "judgment", NULL };
  AntePromptInput input = {
    .task = kind,
    .parts = parts,
    .n_parts = G_N_ELEMENTS (parts),
    .lines = lines,
    .n_lines = G_N_ELEMENTS (lines),
    .intents = intents,
  };
  AntePrompt *prompt = ante_prompt_build (&input, NULL);

  g_assert (prompt != NULL);
  return prompt;
}

static void
said_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteProvider *provider = ANTE_PROVIDER (source);
  AnteAssistReport *report = ((Check *) g_task_get_task_data (task))->report;
  g_autoptr (AntePrompt) prompt = NULL;
  GError *error = NULL;
  g_autoptr (AnteCompletion) completion = ante_provider_complete_finish (provider, result, &error);

  if (was_stopped (task, error))
    return;
  if (completion == NULL) {
    add_step (report, "answer", error, g_strdup (""));
    finish (task);
    return;
  }
  report->first_ms = completion->first_ms;
  add_cost (report, completion);
  add_step (report, "answer", NULL, g_strdup_printf ("%u ms", completion->took_ms));
  prompt = make_prompt (ANTE_PROMPT_DRAFT);
  ante_provider_complete_async (provider, prompt, NULL, g_task_get_cancellable (task), shaped_cb,
                                g_object_ref (task));
}

static void
look_for_model (Check *check, GPtrArray *models)
{
  check->report->model_listed = 0;
  for (guint i = 0; i < models->len; i++) {
    const AnteAiModel *model = models->pdata[i];

    if (g_strcmp0 (model->id, check->model) == 0) {
      check->report->model_listed = 1;
      check->report->context = model->context;
    }
  }
}

/* A list that fails beside a chat that works is common, so it does not end the test, unless the
 * key is what is wrong. */
static gboolean
ends_test (const GError *error)
{
  static const AnteAssistError ends[] = {
    ANTE_ASSIST_ERROR_OFF,     ANTE_ASSIST_ERROR_NOT_LOCAL, ANTE_ASSIST_ERROR_NO_KEY,
    ANTE_ASSIST_ERROR_OFFLINE, ANTE_ASSIST_ERROR_TIMEOUT,   ANTE_ASSIST_ERROR_KEY,
    ANTE_ASSIST_ERROR_MONEY,   ANTE_ASSIST_ERROR_RESTING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    if (g_error_matches (error, ANTE_ASSIST_ERROR, (int) ends[i]))
      return TRUE;
  }
  return FALSE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteProvider *provider = ANTE_PROVIDER (source);
  Check *check = g_task_get_task_data (task);
  g_autoptr (AntePrompt) prompt = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) models = ante_provider_list_models_finish (provider, result, &error);

  if (was_stopped (task, error))
    return;
  if (models != NULL) {
    look_for_model (check, models);
    add_step (check->report, "models", NULL, g_strdup_printf ("%u", models->len));
  } else {
    add_step (check->report, "models", error, g_strdup (""));
    if (ends_test (error)) {
      finish (task);
      return;
    }
    if (ANTE_IS_REMOTE (provider))
      ante_remote_wake (ANTE_REMOTE (provider)); /* of a list that may not be read */
  }
  prompt = make_prompt (ANTE_PROMPT_TEST);
  ante_provider_complete_async (provider, prompt, NULL, g_task_get_cancellable (task), said_cb,
                                g_object_ref (task));
}

void
ante_assist_check_async (AnteProvider *provider,
                         AnteStore *store,
                         const char *model,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->report = report_new ();
  check->model = g_strdup (model);
  g_task_set_task_data (task, check, check_free);
  g_task_set_check_cancellable (task, FALSE);
  keep_ledger (provider, store, check->report->left);
  /* A person asks for it, so whatever was wrong before is asked about again. */
  if (ANTE_IS_REMOTE (provider))
    ante_remote_wake (ANTE_REMOTE (provider));
  ante_provider_list_models_async (provider, cancellable, listed_cb, task);
}

AnteAssistReport *
ante_assist_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
