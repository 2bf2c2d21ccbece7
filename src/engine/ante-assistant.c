#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assistant.h"

#include <string.h>

#include "assist/ante-remote.h"
#include "engine/ante-assist-ledger.h"
#include "engine/ante-assist-setup.h"
#include "engine/ante-secrets.h"
#include "engine/ante-waiters.h"
#include "store/ante-store-account.h"
#include "store/ante-store-changes.h"

/* What a model is known to take: a line that says which, and what. */
#define LEARNT_SETTING "ai-learnt"
/* A keyring that asks a person is not waited for longer. */
#define KEYRING_MS 20000

/**
 * AnteAssistant:
 * @line: (nullable): the settings as they stand in the store
 * @loads: who waits for them
 * @provider: (nullable): of these settings
 * @opens: who waits for it
 * @opening: it is being made
 * @stop: of what is under way with this provider
 */
struct _AnteAssistant {
  GObject parent_instance;

  AnteStore *store;
  char *data_dir;
  char *line;
  AnteAiSettings *settings;
  GPtrArray *loads;
  gboolean loaded;
  gboolean loading;
  gboolean again;
  AnteProvider *provider;
  GPtrArray *opens;
  gboolean opening;
  GCancellable *stop;
  char *learnt;
  gboolean hurries;
};

G_DEFINE_FINAL_TYPE (AnteAssistant, ante_assistant, G_TYPE_OBJECT)

/* Whoever asked the one of before is told that it was stopped. */
static void
drop_provider (AnteAssistant *self)
{
  g_cancellable_cancel (self->stop);
  g_set_object (&self->stop, NULL);
  self->stop = g_cancellable_new ();
  g_clear_object (&self->provider);
}

/* --- settings ------------------------------------------------------------------------------- */

static void read_settings (AnteAssistant *self);

static void
settings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  self->loading = FALSE;
  if (error == NULL && (!self->loaded || g_strcmp0 (line, self->line) != 0)) {
    self->loaded = TRUE;
    drop_provider (self);
    g_free (self->line);
    self->line = g_steal_pointer (&line);
    g_clear_pointer (&self->settings, ante_ai_settings_free);
    self->settings = ante_ai_settings_from_text (self->line);
  }
  if (self->again && error == NULL)
    read_settings (self);
  else
    ante_waiters_answer (&self->loads, error);
}

static void
read_settings (AnteAssistant *self)
{
  self->again = FALSE;
  self->loading = TRUE;
  ante_store_get_setting_async (self->store, ANTE_FIELD_AI, NULL, settings_cb, g_object_ref (self));
}

static void
load_given_up (gpointer data)
{
}

void
ante_assistant_load_async (AnteAssistant *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->loaded && !self->loading) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  ante_waiters_add (self->loads, task, G_CALLBACK (load_given_up), NULL);
  if (!self->loading)
    read_settings (self);
}

gboolean
ante_assistant_load_finish (AnteAssistant *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const AnteAiSettings *
ante_assistant_get_settings (AnteAssistant *self)
{
  if (self->settings == NULL)
    self->settings = ante_ai_settings_new ();
  return self->settings;
}

const char *
ante_assistant_get_origin (AnteAssistant *self)
{
  return g_strcmp0 (ante_assistant_get_settings (self)->provider, "echo") == 0 ? "echo" : "ai";
}

/* So that nobody is asked who was taken away a moment ago. */
static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAssistant *self)
{
  if ((topics & ANTE_STORE_AI) == 0)
    return;
  if (self->loading)
    self->again = TRUE;
  else
    read_settings (self);
}

/* --- the provider --------------------------------------------------------------------------- */

static const char *
get_api_url (const AnteAiSettings *settings)
{
  return settings->api_url != NULL ? settings->api_url
                                   : ante_assist_setup_default_url (settings->provider);
}

static char *
name_learnt (const AnteAiSettings *settings)
{
  return g_strdup_printf ("%s %s %s\n", settings->provider, get_api_url (settings),
                          settings->model);
}

static void
hurry (AnteAssistant *self)
{
  AnteRemoteTimes times;

  if (!self->hurries || !ANTE_IS_REMOTE (self->provider))
    return;
  ante_remote_get_times (ANTE_REMOTE (self->provider), &times);
  times.retry_ms = times.retry_most_ms = 5;
  times.wire.first_ms = times.wire.between_ms = times.wire.whole_ms = 1500;
  ante_remote_set_times (ANTE_REMOTE (self->provider), &times);
}

void
ante_assistant_hurry (AnteAssistant *self)
{
  self->hurries = TRUE;
  hurry (self);
}

static gboolean
make_provider (AnteAssistant *self, const char *key, GError **error)
{
  const AnteAiSettings *settings = self->settings;
  AnteAssistSetup setup = { .provider = settings->provider,
                            .api_url = settings->api_url,
                            .model = settings->model,
                            .key = key,
                            .local_only = settings->local_only };
  AnteTariff tariff = { .rates = { settings->input_price, settings->input_price,
                                   settings->input_price, settings->input_price,
                                   settings->output_price } };
  g_autofree char *learnt = name_learnt (settings);

  self->provider = ante_assist_setup_make (&setup, error);
  if (self->provider == NULL)
    return FALSE;
  ante_assist_ledger_attach (self->provider, self->store, settings, self->line);
  if (!ANTE_IS_REMOTE (self->provider))
    return TRUE;
  if (ante_ai_settings_is_priced (settings))
    ante_remote_set_tariff (ANTE_REMOTE (self->provider), &tariff);
  if (self->learnt != NULL && g_str_has_prefix (self->learnt, learnt))
    ante_remote_set_learnt (ANTE_REMOTE (self->provider), settings->model,
                            self->learnt + strlen (learnt), g_get_real_time () / 1000);
  hurry (self);
  return TRUE;
}

typedef struct {
  AnteAssistant *self;
  char *line;
  GCancellable *patience;
  guint timer;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_handle_id (&opening->timer, g_source_remove);
  g_object_unref (opening->patience);
  g_free (opening->line);
  g_object_unref (opening->self);
  g_free (opening);
}

static gboolean
no_patience_cb (gpointer data)
{
  Opening *opening = data;

  opening->timer = 0;
  g_cancellable_cancel (opening->patience);
  return G_SOURCE_REMOVE;
}

static void look_up_key (AnteAssistant *self);

/* What runs on this machine most often wants no key, so that no keyring is needed for it. */
static gboolean
is_here (const AnteAiSettings *settings)
{
  AntePlace place = ANTE_PLACE_FAR;
  g_autofree char *url = ante_assist_address_check (get_api_url (settings), &place, NULL);

  return url != NULL && place == ANTE_PLACE_HERE;
}

/* The settings may have changed while the keyring was asked: then it is somebody else's key. */
static void
key_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  AnteAssistant *self = opening->self;
  g_autoptr (GError) error = NULL;
  char *key = ante_secrets_lookup_finish (result, &error);
  gboolean is_on = ante_ai_settings_is_on (self->settings);

  if (is_on && g_strcmp0 (opening->line, self->line) != 0) {
    ante_secrets_clear_text (key);
    look_up_key (self);
    opening_free (opening);
    return;
  }
  self->opening = FALSE;
  if (error != NULL && is_on && !is_here (self->settings)) {
    g_clear_error (&error);
    g_set_error_literal (&error, ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT,
                         "the keyring did not give the key");
  } else if (is_on) {
    g_clear_error (&error);
    make_provider (self, key, &error);
  }
  ante_secrets_clear_text (key);
  ante_waiters_answer (&self->opens, error);
  opening_free (opening);
}

static void
look_up_key (AnteAssistant *self)
{
  Opening *opening = NULL;
  const char *url = get_api_url (self->settings);

  if (url == NULL) {
    g_autoptr (GError) error = NULL;

    self->opening = FALSE;
    make_provider (self, NULL, &error);
    ante_waiters_answer (&self->opens, error);
    return;
  }
  opening = g_new0 (Opening, 1);
  opening->self = g_object_ref (self);
  opening->line = g_strdup (self->line);
  opening->patience = g_cancellable_new ();
  opening->timer = g_timeout_add (KEYRING_MS, no_patience_cb, opening);
  ante_secrets_lookup_key_async (self->data_dir, self->settings->provider, url, opening->patience,
                                 key_cb, opening);
}

static void
learnt_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAssistant) self = user_data;

  g_free (self->learnt);
  self->learnt = ante_store_get_setting_finish (ANTE_STORE (source), result, NULL);
  if (ante_ai_settings_is_on (self->settings)) {
    look_up_key (self);
  } else {
    self->opening = FALSE;
    ante_waiters_answer (&self->opens, NULL);
  }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAssistant *self = ANTE_ASSISTANT (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (self->provider == NULL)
    g_task_return_new_error (task, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_OFF,
                             "no provider is set up");
  else
    g_task_return_pointer (task, g_object_ref (self->provider), g_object_unref);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAssistant *self = ANTE_ASSISTANT (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) wait = NULL;
  GError *error = NULL;

  if (!ante_assistant_load_finish (self, result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  wait = g_task_new (self, NULL, opened_cb, g_object_ref (task));
  if (self->provider != NULL || !ante_ai_settings_is_on (self->settings)) {
    g_task_return_boolean (wait, TRUE);
    return;
  }
  ante_waiters_add (self->opens, wait, NULL, NULL);
  if (self->opening)
    return;
  self->opening = TRUE;
  ante_store_get_setting_async (self->store, LEARNT_SETTING, NULL, learnt_cb, g_object_ref (self));
}

void
ante_assistant_open_async (AnteAssistant *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ante_assistant_load_async (self, NULL, loaded_cb,
                             g_task_new (self, cancellable, callback, user_data));
}

AnteProvider *
ante_assistant_open_finish (AnteAssistant *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_assistant_reset (AnteAssistant *self)
{
  drop_provider (self);
}

/* --- asking --------------------------------------------------------------------------------- */

typedef struct {
  AntePrompt *prompt;
  gint64 lead_id;
  gint64 burst_at;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  ante_prompt_unref (ask->prompt);
  g_free (ask);
}

static void
keep_learnt (AnteAssistant *self, AnteProvider *provider)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (!ANTE_IS_REMOTE (provider) || provider != self->provider || self->settings->model == NULL)
    return;
  text = ante_remote_dup_learnt (ANTE_REMOTE (provider), self->settings->model);
  if (text == NULL)
    return;
  name = name_learnt (self->settings);
  line = g_strconcat (name, text, NULL);
  if (g_strcmp0 (line, self->learnt) == 0)
    return;
  g_free (self->learnt);
  self->learnt = g_steal_pointer (&line);
  ante_store_set_setting_async (self->store, LEARNT_SETTING, self->learnt, NULL, NULL, NULL);
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteAssistant *self = g_task_get_source_object (task);
  GError *error = NULL;
  AnteCompletion *completion =
    ante_provider_complete_finish (ANTE_PROVIDER (source), result, &error);

  if (completion == NULL) {
    g_task_return_error (task, error);
    return;
  }
  keep_learnt (self, ANTE_PROVIDER (source));
  g_task_return_pointer (task, completion, (GDestroyNotify) ante_completion_free);
}

static void
provider_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteAssistant *self = ANTE_ASSISTANT (source);
  const Ask *ask = g_task_get_task_data (task);
  AnteCompleteOptions options = { .temperature = -1,
                                  .subject = ask->lead_id,
                                  .subject_at = ask->burst_at };
  GError *error = NULL;
  g_autoptr (AnteProvider) provider = ante_assistant_open_finish (self, result, &error);

  if (provider == NULL)
    g_task_return_error (task, error);
  else
    ante_provider_complete_async (provider, ask->prompt, &options, self->stop, completed_cb,
                                  g_object_ref (task));
}

void
ante_assistant_ask_async (AnteAssistant *self,
                          const AntePrompt *prompt,
                          gint64 lead_id,
                          gint64 burst_at,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Ask *ask = g_new0 (Ask, 1);

  ask->prompt = ante_prompt_ref (prompt);
  ask->lead_id = lead_id;
  ask->burst_at = burst_at;
  g_task_set_task_data (task, ask, ask_free);
  ante_assistant_open_async (self, cancellable, provider_cb, task);
}

AnteCompletion *
ante_assistant_ask_finish (AnteAssistant *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_assistant_stop (AnteAssistant *self)
{
  drop_provider (self);
}

/* --- the object ----------------------------------------------------------------------------- */

static void
ante_assistant_finalize (GObject *object)
{
  AnteAssistant *self = ANTE_ASSISTANT (object);

  g_cancellable_cancel (self->stop);
  g_clear_object (&self->stop);
  g_clear_object (&self->provider);
  g_clear_object (&self->store);
  g_clear_pointer (&self->settings, ante_ai_settings_free);
  g_ptr_array_unref (self->loads);
  g_ptr_array_unref (self->opens);
  g_free (self->line);
  g_free (self->learnt);
  g_free (self->data_dir);
  G_OBJECT_CLASS (ante_assistant_parent_class)->finalize (object);
}

static void
ante_assistant_class_init (AnteAssistantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_assistant_finalize;
}

static void
ante_assistant_init (AnteAssistant *self)
{
  self->loads = ante_waiters_new ();
  self->opens = ante_waiters_new ();
  self->stop = g_cancellable_new ();
}

AnteAssistant *
ante_assistant_new (AnteStore *store, const char *data_dir)
{
  AnteAssistant *self = g_object_new (ANTE_TYPE_ASSISTANT, NULL);

  self->store = g_object_ref (store);
  self->data_dir = g_strdup (data_dir);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}
