#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-commands.h"

#include "assist/ante-remote.h"
#include "engine/ante-assist-prompt.h"
#include "engine/ante-commands.h"
#include "engine/ante-reply-commands.h"
#include "engine/ante-secrets.h"
#include "model/ante-party.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-replies.h"

static const char *
get_api_url (const AnteAiSettings *settings)
{
  return settings->api_url != NULL ? settings->api_url
                                   : ante_assist_setup_default_url (settings->provider);
}

static AnteProvider *
make_provider (const AnteAiSettings *settings, const char *key, GError **error)
{
  AnteAssistSetup setup = { .provider = settings->provider,
                            .api_url = settings->api_url,
                            .model = settings->model,
                            .key = key,
                            .local_only = settings->local_only };

  return ante_assist_setup_make (&setup, error);
}

/* --- settings ------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, AnteAssistError code, const char *why)
{
  g_set_error_literal (error, ANTE_ASSIST_ERROR, (int) code, why);
  return FALSE;
}

/* What cannot work is not kept. */
static gboolean
check_settings (const AnteAiSettings *settings, GError **error)
{
  g_autoptr (AnteProvider) provider = NULL;

  if (!ante_ai_settings_is_on (settings))
    return TRUE;
  if (!ante_assist_setup_knows (settings->provider))
    return refuse (error, ANTE_ASSIST_ERROR_ADDRESS, "there is no such provider");
  if ((provider = make_provider (settings, NULL, error)) == NULL)
    return FALSE;
  if (!ANTE_IS_REMOTE (provider))
    return TRUE;
  if (settings->model == NULL)
    return refuse (error, ANTE_ASSIST_ERROR_MODEL, "no model is chosen");
  if (settings->local_only && ante_remote_get_place (ANTE_REMOTE (provider)) != ANTE_PLACE_HERE)
    return refuse (error, ANTE_ASSIST_ERROR_NOT_LOCAL, "that address is of another machine");
  return TRUE;
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_keep_reply_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

void
ante_command_set_ai_async (AnteWorkspace *workspace,
                           const AnteAiSettings *settings,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  g_autofree char *line = ante_ai_settings_to_text (settings);
  GError *error = NULL;

  if (check_settings (settings, &error))
    ante_store_set_words_async (ante_workspace_get_store (workspace), ANTE_FIELD_AI, line,
                                ANTE_PARTY_COACH, ante_workspace_now (workspace), NULL, set_cb,
                                g_object_ref (task));
  else
    g_task_return_error (task, error);
}

gint64
ante_command_set_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

void
ante_command_never_ai_async (AnteWorkspace *workspace,
                             const gint64 *leads,
                             guint n_leads,
                             gboolean never,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  ante_command_set_async (workspace, leads, n_leads, ANTE_FIELD_NEVER_AI, never ? "1" : "0",
                          callback, user_data);
}

/* --- the key -------------------------------------------------------------------------------- */

static void
key_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!ante_secrets_store_finish (result, &error)) {
    g_task_return_new_error (task, ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT,
                             "the keyring did not take the key (%s)", error->message);
    g_error_free (error);
    return;
  }
  ante_assistant_reset (
    ante_drafting_get_assistant (ante_workspace_get_drafting (g_task_get_source_object (task))));
  g_task_return_boolean (task, TRUE);
}

void
ante_command_keep_ai_key_async (AnteWorkspace *workspace,
                                const AnteAiSettings *settings,
                                const char *key,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  const char *url = get_api_url (settings);
  const char *dir = ante_store_get_data_dir (ante_workspace_get_store (workspace));

  if (url == NULL)
    g_task_return_boolean (task, TRUE);
  else
    ante_secrets_store_key_async (dir, settings->provider, url, key, NULL, key_kept_cb,
                                  g_object_ref (task));
}

gboolean
ante_command_keep_ai_key_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- trying it out -------------------------------------------------------------------------- */

typedef struct {
  AnteAiSettings *settings;
  gboolean only_lists;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  ante_ai_settings_free (trial->settings);
  g_free (trial);
}

static void
models_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *models = ante_assist_list_finish (result, &error);

  if (models != NULL)
    g_task_return_pointer (task, models, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
report_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *workspace = g_task_get_source_object (task);
  GError *error = NULL;
  AnteAssistReport *report = ante_assist_check_finish (result, &error);

  if (report == NULL) {
    g_task_return_error (task, error);
    return;
  }
  /* What it was left alone for is seen to. */
  if (report->ok)
    ante_assistant_reset (ante_drafting_get_assistant (ante_workspace_get_drafting (workspace)));
  g_task_return_pointer (task, report, (GDestroyNotify) ante_assist_report_free);
}

static void
try_out (GTask *task, const char *key)
{
  AnteWorkspace *workspace = g_task_get_source_object (task);
  const Trial *trial = g_task_get_task_data (task);
  AnteStore *store = ante_workspace_get_store (workspace);
  GError *error = NULL;
  g_autoptr (AnteProvider) provider = make_provider (trial->settings, key, &error);

  if (provider == NULL)
    g_task_return_error (task, error);
  else if (trial->only_lists)
    ante_assist_list_async (provider, store, g_task_get_cancellable (task), models_cb,
                            g_object_ref (task));
  else
    ante_assist_check_async (provider, store, trial->settings->model, g_task_get_cancellable (task),
                             report_cb, g_object_ref (task));
}

/* One is not needed everywhere: a keyring that is not there is no reason to stop. */
static void
key_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  char *key = ante_secrets_lookup_finish (result, NULL);

  if (!g_task_return_error_if_cancelled (task))
    try_out (task, key);
  ante_secrets_clear_text (key);
}

static void
start_trial (GTask *task, const AnteAiSettings *settings, const char *key, gboolean only_lists)
{
  AnteStore *store = ante_workspace_get_store (g_task_get_source_object (task));
  Trial *trial = g_new0 (Trial, 1);
  const char *url = get_api_url (settings);

  trial->settings = ante_ai_settings_copy (settings);
  trial->only_lists = only_lists;
  g_task_set_task_data (task, trial, trial_free);
  if (key != NULL || url == NULL)
    try_out (task, key);
  else
    ante_secrets_lookup_key_async (ante_store_get_data_dir (store), settings->provider, url,
                                   g_task_get_cancellable (task), key_cb, g_object_ref (task));
}

void
ante_command_list_ai_models_async (AnteWorkspace *workspace,
                                   const AnteAiSettings *settings,
                                   const char *key,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  start_trial (task, settings, key, TRUE);
}

GPtrArray *
ante_command_list_ai_models_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_command_test_ai_async (AnteWorkspace *workspace,
                            const AnteAiSettings *settings,
                            const char *key,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  start_trial (task, settings, key, FALSE);
}

AnteAssistReport *
ante_command_test_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what would be sent --------------------------------------------------------------------- */

void
ante_ai_preview_free (AnteAiPreview *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->fields);
  g_free (self->host);
  g_free (self);
}

typedef struct {
  gint64 lead_id;
  gint64 now;
  AnteAiSettings *settings;
  AnteJudgeFacts *facts;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_pointer (&preview->settings, ante_ai_settings_free);
  g_clear_pointer (&preview->facts, ante_judge_facts_free);
  g_free (preview);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Preview *preview = data;
  GError *error = NULL;
  g_autoptr (AnteAssistPrompt) told =
    ante_assist_prompt_build (preview->facts, preview->settings, preview->now, &error);
  const char *url = NULL;
  AnteAiPreview *shown = NULL;

  if (told == NULL) {
    g_task_return_error (task, error);
    return;
  }
  shown = g_new0 (AnteAiPreview, 1);
  shown->text = ante_prompt_to_text (told->prompt);
  shown->fields = g_strjoinv (" ", told->prompt->fields);
  shown->n_bytes = told->prompt->n_bytes;
  shown->n_dropped = told->prompt->n_dropped;
  shown->is_on = ante_ai_settings_is_on (preview->settings);
  url = shown->is_on ? get_api_url (preview->settings) : NULL;
  shown->host = url != NULL ? ante_assist_address_host (url) : NULL;
  g_task_return_pointer (task, shown, (GDestroyNotify) ante_ai_preview_free);
}

static void
preview_facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preview *preview = g_task_get_task_data (task);
  GError *error = NULL;

  preview->facts = ante_store_judge_facts_finish (ANTE_STORE (source), result, &error);
  if (preview->facts != NULL && preview->facts->send->lead->never_ai)
    refuse (&error, ANTE_ASSIST_ERROR_WITHHELD, "nothing of this lead is sent to AI");
  else if (preview->facts != NULL && preview->facts->playbook == NULL)
    g_set_error_literal (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                         "there is no playbook, so nothing is drafted");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, preview_thread);
}

static void
preview_settings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteAssistant *assistant = ANTE_ASSISTANT (source);
  AnteWorkspace *workspace = g_task_get_source_object (task);
  Preview *preview = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_assistant_load_finish (assistant, result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  preview->settings = ante_ai_settings_copy (ante_assistant_get_settings (assistant));
  ante_store_judge_facts_async (ante_workspace_get_store (workspace), preview->lead_id,
                                preview->now, g_task_get_cancellable (task), preview_facts_cb,
                                g_object_ref (task));
}

void
ante_command_preview_ai_async (AnteWorkspace *workspace,
                               gint64 lead,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Preview *preview = g_new0 (Preview, 1);

  preview->lead_id = lead;
  preview->now = ante_workspace_now (workspace);
  g_task_set_task_data (task, preview, preview_free);
  ante_assistant_load_async (ante_drafting_get_assistant (ante_workspace_get_drafting (workspace)),
                             cancellable, preview_settings_cb, g_object_ref (task));
}

AnteAiPreview *
ante_command_preview_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
