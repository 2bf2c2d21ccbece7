#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-remote-call.h"

#include "rules/ante-text.h"

#define MOST_RETRIES 2

/* Thinking counts as well, and is not seen. */
#define DRAFT_OUTPUT 2000
#define TEST_OUTPUT 64

static void
call_free (gpointer data)
{
  AnteRemoteCall *call = data;

  g_clear_pointer (&call->models, g_ptr_array_unref);
  g_clear_pointer (&call->prompt, ante_prompt_unref);
  g_clear_pointer (&call->request, ante_wire_request_free);
  g_clear_pointer (&call->heard, ante_heard_free);
  g_clear_pointer (&call->lines, ante_lines_free);
  g_clear_pointer (&call->denial, ante_denial_free);
  g_strfreev (call->fields);
  g_free (call->after);
  g_free (call->model);
  g_free (call);
}

static const char *
purpose_of (const AnteRemoteCall *call)
{
  return call->lists ? "models" : ante_prompt_task_to_nick (call->prompt->task);
}

static AnteLeaving
describe (AnteRemote *self, const AnteRemoteCall *call)
{
  static const char *const nothing[] = { NULL };

  return (AnteLeaving){
    .provider = ante_provider_get_nick (ANTE_PROVIDER (self)),
    .host = ante_remote_get_host (self),
    .model = call->model,
    .purpose = purpose_of (call),
    .fields = call->lists ? nothing : (const char *const *) call->fields,
    .n_bytes = call->n_bytes,
    .attempt = call->n_requests,
    .leaves = ante_remote_leaves (self, call->model),
    .serial = call->serial,
    .subject = call->options.subject,
    .subject_at = call->options.subject_at,
  };
}

/* --- the end ------------------------------------------------------------------------------- */

/* With whom and what for, and surely without the key. */
static GError *
dress (AnteRemote *self, const AnteRemoteCall *call, GError *error)
{
  g_autofree char *text =
    g_strdup_printf ("%s %s at %s: %s", ante_provider_get_nick (ANTE_PROVIDER (self)),
                     purpose_of (call), ante_remote_get_host (self), error->message);
  g_autofree char *clean = ante_remote_scrub (self, text);

  g_free (error->message);
  error->message = g_steal_pointer (&clean);
  return error;
}

/* Takes @error. */
void
ante_remote_call_fail (GTask *task, GError *error)
{
  AnteRemote *self = g_task_get_source_object (task);

  ante_remote_note_end (self, error);
  ante_remote_end_turn (self);
  g_task_return_error (task, dress (self, g_task_get_task_data (task), error));
}

static void
fail_with (GTask *task, AnteAssistError code, const char *why)
{
  ante_remote_call_fail (task, g_error_new_literal (ANTE_ASSIST_ERROR, (int) code, why));
}

/* What one request took, in sum and for the ledger. */
void
ante_remote_call_note (GTask *task, const AnteWireAnswer *answer, const GError *error)
{
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  gpointer data = NULL;
  const AnteLedger *ledger = ante_provider_get_ledger (ANTE_PROVIDER (self), &data);
  AnteLeaving leaving = describe (self, call);
  g_autofree char *request_id =
    answer != NULL ? ante_remote_scrub (self, answer->request_id) : NULL;
  g_autofree char *model =
    call->heard != NULL ? ante_remote_scrub (self, call->heard->model) : NULL;
  AnteReturned returned = {
    .outcome = error != NULL ? ante_assist_error_nick_of (error) : "ok",
    .status = answer != NULL ? answer->status : 0,
    .n_bytes = answer != NULL && answer->body != NULL ? g_bytes_get_size (answer->body) : 0,
    .request_id = request_id,
    .model = model,
    .took_ms = (guint) ((g_get_monotonic_time () - call->left_at) / 1000),
  };

  if (call->heard != NULL &&
      (call->heard->usage.known || call->heard->text->len > 0 || call->heard->tool->len > 0)) {
    returned.usage = call->heard->usage;
    returned.cost =
      ante_remote_cost (self, call->model, call->prompt, call->heard, &returned.cost_kind);
    call->cost += returned.cost;
    call->cost_kind = call->n_requests == 1 || returned.cost_kind == ANTE_COST_UNKNOWN
                        ? returned.cost_kind
                        : MAX (call->cost_kind, returned.cost_kind);
  }
  if (ledger->returned != NULL)
    ledger->returned (&leaving, &returned, data);
}

void
ante_remote_call_succeed (GTask *task, AnteProposal *proposal)
{
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  AnteCompletion *completion = ante_completion_new ();

  completion->proposal = proposal;
  completion->text = ante_text_clean (ante_heard_get_answer (call->heard), -1, 0);
  completion->model = g_strdup (call->heard->model != NULL ? call->heard->model : call->model);
  completion->shape = call->can.shape;
  completion->usage = call->heard->usage;
  completion->cost = call->cost;
  completion->cost_kind = call->cost_kind;
  completion->n_requests = call->n_requests;
  completion->first_ms = call->first_ms;
  completion->took_ms = (guint) ((g_get_monotonic_time () - call->began_at) / 1000);

  if (call->prompt->schema != NULL)
    ante_remote_learn (self, call->model, &call->can, call->is_new);
  ante_remote_note_end (self, NULL);
  ante_remote_end_turn (self);
  g_task_return_pointer (task, completion, (GDestroyNotify) ante_completion_free);
}

/* --- again --------------------------------------------------------------------------------- */

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    ante_remote_call_fail (task, error);
  else
    ante_remote_call_ask (task);
  return G_SOURCE_REMOVE;
}

static gboolean
woken_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

static void
ask_after (GTask *task, guint ms)
{
  g_autoptr (GSource) source = g_timeout_source_new (ms);

  if (g_task_get_cancellable (task) != NULL) {
    g_autoptr (GSource) stop = g_cancellable_source_new (g_task_get_cancellable (task));

    g_source_set_callback (stop, woken_cb, NULL, NULL);
    g_source_add_child_source (source, stop);
  }
  g_source_set_callback (source, waited_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/* -1: it is not to be repeated. */
static gint64
wait_before_retry (GTask *task, const AnteWireAnswer *answer)
{
  const AnteRemoteTimes *times = ante_remote_lend_times (g_task_get_source_object (task));
  AnteRemoteCall *call = g_task_get_task_data (task);
  gint64 asked = -1;
  gint64 wait = 0;

  if (call->n_retries >= MOST_RETRIES || call->shown)
    return -1;
  if (answer != NULL)
    asked =
      ante_denial_wait_ms (answer->retry_after, answer->retry_after_ms, g_get_real_time () / 1000);
  if (asked >= 0)
    return asked <= times->obey_ms ? asked : -1;
  wait = MIN ((gint64) times->retry_ms << call->n_retries, times->retry_most_ms);
  return wait - (gint64) ((double) wait * g_random_double_range (0, 0.25));
}

gboolean
ante_remote_call_retry (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemoteCall *call = g_task_get_task_data (task);
  gint64 wait = wait_before_retry (task, answer);

  if (wait < 0)
    return FALSE;
  call->n_retries++;
  ask_after (task, (guint) wait);
  return TRUE;
}

/* --- a request ----------------------------------------------------------------------------- */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AnteWireAnswer) answer = ante_wire_send_finish (ANTE_WIRE (source), result, &error);

  if (answer == NULL)
    ante_remote_call_take_no_answer (task, error);
  else
    ante_remote_call_take_answer (task, answer);
}

/* It is written down, so it may leave. */
static void
permitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  g_autoptr (GError) refused = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &refused)) {
    g_clear_pointer (&call->request, ante_wire_request_free);
    if (refused != NULL && refused->domain == ANTE_ASSIST_ERROR)
      ante_remote_call_fail (task, g_steal_pointer (&refused));
    else
      ante_remote_call_fail (
        task, g_error_new (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_LEDGER,
                           "it could not be written down (%s)",
                           refused != NULL ? refused->message : "no reason was given"));
    return;
  }
  call->left_at = g_get_monotonic_time ();
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)) {
    ante_remote_call_note (task, NULL, error);
    ante_remote_call_fail (task, error);
    return;
  }
  ante_wire_send_async (ante_remote_get_wire (self), g_steal_pointer (&call->request),
                        &ante_remote_lend_times (self)->wire, ante_remote_call_take_piece, task,
                        g_task_get_cancellable (task), answered_cb, g_object_ref (task));
}

static AnteWireRequest *
make_request (AnteRemote *self, AnteRemoteCall *call)
{
  AnteRemoteClass *klass = ANTE_REMOTE_GET_CLASS (self);
  gboolean stream = !call->lists && call->options.delta != NULL && !call->can.no_stream;
  AnteAsking asking = {
    .prompt = call->prompt,
    .model = call->model,
    .max_output = call->max_output,
    .temperature = call->options.temperature,
    .stream = stream,
    .can = &call->can,
  };
  g_autofree char *path =
    call->lists ? klass->models_path (self, call->after) : g_strdup (klass->complete_path);
  g_autofree char *url = ante_remote_build_url (self, path);
  AnteWireRequest *request = ante_wire_request_new (call->lists ? "GET" : "POST", url);

  ante_remote_authorize (self, request);
  if (!call->lists) {
    g_autoptr (JsonNode) body = klass->build (self, &asking);

    ante_wire_request_take_body (request, json_to_string (body, FALSE));
  }
  request->wants_stream = stream;
  return request;
}

/*
 * The one place through which anything leaves: what goes, and to whom, is written down first.
 */
void
ante_remote_call_ask (GTask *task)
{
  static guint64 last_serial = 0; /* of the main thread alone */
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  gpointer data = NULL;
  const AnteLedger *ledger = ante_provider_get_ledger (ANTE_PROVIDER (self), &data);
  AnteLeaving leaving = { 0 };
  GTask *permit = NULL;
  GError *error = NULL;

  if (!ante_remote_may_leave (self, call->model, &error)) {
    ante_remote_call_fail (task, error);
    return;
  }
  if (ledger->leaving == NULL) {
    fail_with (task, ANTE_ASSIST_ERROR_LEDGER, "there is no ledger to write into");
    return;
  }
  g_clear_pointer (&call->request, ante_wire_request_free);
  g_clear_pointer (&call->heard, ante_heard_free);
  g_clear_pointer (&call->lines, ante_lines_free);
  g_clear_pointer (&call->denial, ante_denial_free);
  call->request = make_request (self, call);
  call->heard = ante_heard_new ();
  call->lines = ante_lines_new (ANTE_REMOTE_GET_CLASS (self)->lines);
  call->n_bytes = call->request->body != NULL ? g_bytes_get_size (call->request->body) : 0;
  call->n_requests++;
  call->serial = ++last_serial;

  leaving = describe (self, call);
  permit = g_task_new (self, NULL, permitted_cb, g_object_ref (task));
  ledger->leaving (&leaving, permit, data);
}

static void
turn_came_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteRemote *self = ANTE_REMOTE (source);
  AnteRemoteCall *call = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (!call->lists)
    call->model = g_strdup (ante_remote_get_model (self));
  if (!call->lists && call->model == NULL)
    g_set_error_literal (&error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_MODEL, "no model is chosen");
  else if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    ante_remote_check (self, call->model, &error);
  if (error != NULL) {
    ante_remote_end_turn (self);
    g_task_return_error (task, dress (self, call, error));
    return;
  }
  if (call->model != NULL)
    ante_remote_look_up (self, call->model, &call->can);
  call->began_at = g_get_monotonic_time ();
  ante_remote_call_ask (task);
}

static void
start (AnteRemote *self, AnteRemoteCall *call, GTask *task)
{
  g_autoptr (GTask) turn =
    g_task_new (self, g_task_get_cancellable (task), turn_came_cb, g_object_ref (task));

  /* What has left is told of, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (turn, FALSE);
  g_task_set_task_data (task, call, call_free);
  ante_remote_wait_turn (self, turn);
}

void
ante_remote_call_list (AnteProvider *self, GTask *task)
{
  AnteRemoteCall *call = g_new0 (AnteRemoteCall, 1);

  call->lists = TRUE;
  call->models = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ai_model_free);
  start (ANTE_REMOTE (self), call, task);
}

void
ante_remote_call_complete (AnteProvider *self,
                           const AntePrompt *prompt,
                           const AnteCompleteOptions *options,
                           GTask *task)
{
  AnteRemoteCall *call = g_new0 (AnteRemoteCall, 1);

  call->prompt = ante_prompt_ref (prompt);
  call->options = *options;
  call->max_output = options->max_output > 0            ? options->max_output
                     : prompt->task == ANTE_PROMPT_TEST ? TEST_OUTPUT
                                                        : DRAFT_OUTPUT;
  call->fields = g_strdupv (prompt->fields);
  start (ANTE_REMOTE (self), call, task);
}
