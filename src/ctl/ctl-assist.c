#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>

#include "engine/ante-advice.h"
#include "engine/ante-assist-check.h"
#include "engine/ante-secrets.h"

#define USAGE                                                                                      \
  "assist models|test|forget-key --provider openai|anthropic|ollama|echo [--api URL] [--model M] " \
  "[--key-stdin [--keep]] [--local-only]"

/**
 * Words:
 *
 * What stands on the command line.
 */
typedef struct {
  char *what;
  char *provider;
  char *api;
  char *model;
  gboolean key_stdin;
  gboolean keep;
  gboolean local_only;
  char *key;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->what);
  g_free (words->provider);
  g_free (words->api);
  g_free (words->model);
  ante_secrets_clear_text (words->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_words (Words *words, GPtrArray *args, GError **error)
{
  words->provider = ctl_take_option (args, "--provider");
  words->api = ctl_take_option (args, "--api");
  words->model = ctl_take_option (args, "--model");
  words->key_stdin = ctl_take_flag (args, "--key-stdin");
  words->keep = ctl_take_flag (args, "--keep");
  words->local_only = ctl_take_flag (args, "--local-only");
  if (!ctl_check_args (args, 1, 1, USAGE, error))
    return FALSE;
  words->what = g_strdup (ctl_arg (args, 0));
  if (!ante_assist_setup_knows (words->provider) || (words->keep && !words->key_stdin)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s; usage: " USAGE,
                 words->provider == NULL ? "which provider?"
                 : words->keep           ? "--keep needs --key-stdin"
                                         : "there is no such provider");
    return FALSE;
  }
  if (words->api == NULL)
    words->api = g_strdup (ante_assist_setup_default_url (words->provider));
  return TRUE;
}

/* --- keys ---------------------------------------------------------------------------------- */

static gboolean
store_key (Ctl *ctl, const Words *words, const char *key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;

  CTL_CALL (result, ante_secrets_store_key_async, ctl->data_dir, words->provider, words->api, key,
            ctl->stop);
  if (ante_secrets_store_finish (result, &cause))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
               "the keyring could not be written, so nothing was changed. Unlock it (or start it) "
               "and repeat the command (%s)",
               cause->message);
  return FALSE;
}

/* One is not needed everywhere: a keyring that is not there is no reason to stop. */
static gboolean
find_key (Ctl *ctl, Words *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (words->api == NULL)
    return TRUE;
  if (words->key_stdin) {
    words->key = ctl_read_secret (ctl, "key", error);
    return words->key != NULL;
  }
  CTL_CALL (result, ante_secrets_lookup_key_async, ctl->data_dir, words->provider, words->api,
            ctl->stop);
  words->key = ante_secrets_lookup_finish (result, NULL);
  return !g_cancellable_set_error_if_cancelled (ctl->stop, error);
}

static JsonNode *
forget_key (Ctl *ctl, const Words *words, GError **error)
{
  JsonObject *object = NULL;

  if (words->api != NULL && !store_key (ctl, words, NULL, error))
    return NULL;
  object = json_object_new ();
  json_object_set_boolean_member (object, "forgotten", TRUE);
  return ctl_object (object);
}

/* --- answers ------------------------------------------------------------------------------- */

static void
set_price (JsonObject *object, const char *name, gint64 price)
{
  if (price >= 0)
    json_object_set_int_member (object, name, price);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
tell_model (const AnteAiModel *model)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "id", model->id);
  ctl_set_text (object, "name", model->name);
  set_price (object, "context", model->context > 0 ? model->context : -1);
  json_object_set_boolean_member (object, "leaves", model->leaves);
  if (model->structured >= 0)
    json_object_set_boolean_member (object, "structured", model->structured == 1);
  else
    json_object_set_null_member (object, "structured");
  set_price (object, "input_price", model->input_price);
  set_price (object, "output_price", model->output_price);
  return object;
}

/* (nullable): what leaves is written there, where there is one. */
static AnteStore *
get_store (Ctl *ctl)
{
  return ctl->workspace != NULL ? ante_workspace_get_store (ctl->workspace) : NULL;
}

static JsonNode *
list (Ctl *ctl, AnteProvider *provider, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) models = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_assist_list_async, provider, get_store (ctl), ctl->stop);
  models = ante_assist_list_finish (result, error);
  if (models == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < models->len; i++)
    json_array_add_object_element (array, tell_model (models->pdata[i]));
  return ctl_array (array);
}

static JsonObject *
tell_step (const AnteAssistStep *step)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "name", step->name);
  json_object_set_boolean_member (object, "ok", step->error == NULL);
  if (step->error == NULL) {
    ctl_set_text (object, "detail", step->detail);
  } else {
    AnteAdvice advice = ante_advice_for_error (step->error);
    g_autofree char *words =
      g_strdup_printf ("%s. %s (%s)", advice.title, advice.body, step->error->message);

    ctl_set_text (object, "error", ante_assist_error_nick_of (step->error));
    ctl_set_text (object, "detail", words);
  }
  return object;
}

static JsonObject *
tell_left (const AnteAssistLeft *left)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "host", left->host);
  json_object_set_boolean_member (object, "leaves", left->leaves);
  ctl_set_text (object, "model", left->model);
  ctl_set_text (object, "purpose", left->purpose);
  ctl_set_text (object, "fields", left->fields);
  json_object_set_int_member (object, "bytes", (gint64) left->n_bytes);
  ctl_set_text (object, "outcome", left->outcome);
  json_object_set_int_member (object, "status", left->status);
  ctl_set_text (object, "request_id", left->request_id);
  return object;
}

static JsonNode *
tell_report (const Words *words, AnteProvider *provider, const AnteAssistReport *report)
{
  JsonObject *object = json_object_new ();
  JsonArray *steps = json_array_new ();
  JsonArray *left = json_array_new ();

  json_object_set_boolean_member (object, "ok", report->ok);
  ctl_set_text (object, "provider", words->provider);
  ctl_set_text (object, "host", ante_assist_setup_get_host (provider));
  ctl_set_text (object, "model", words->model);
  if (report->model_listed >= 0)
    json_object_set_boolean_member (object, "model_listed", report->model_listed == 1);
  else
    json_object_set_null_member (object, "model_listed");
  set_price (object, "context", report->context > 0 ? report->context : -1);
  ctl_set_text (object, "shape", report->shape);
  json_object_set_int_member (object, "first_ms", report->first_ms);
  json_object_set_int_member (object, "cost", report->cost);
  ctl_set_text (object, "cost_kind", ante_cost_kind_to_nick (report->cost_kind));
  for (guint i = 0; i < report->steps->len; i++)
    json_array_add_object_element (steps, tell_step (report->steps->pdata[i]));
  json_object_set_array_member (object, "steps", steps);
  for (guint i = 0; i < report->left->len; i++)
    json_array_add_object_element (left, tell_left (report->left->pdata[i]));
  json_object_set_array_member (object, "left", left);
  return ctl_object (object);
}

static JsonNode *
test (Ctl *ctl, const Words *words, AnteProvider *provider, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteAssistReport) report = NULL;

  if (words->model == NULL && ante_assist_setup_get_host (provider) != NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "which model? assist models lists them; usage: " USAGE);
    return NULL;
  }
  CTL_CALL (result, ante_assist_check_async, provider, get_store (ctl), words->model, ctl->stop);
  report = ante_assist_check_finish (result, error);
  return report != NULL ? tell_report (words, provider, report) : NULL;
}

JsonNode *
ctl_assist (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (AnteProvider) provider = NULL;
  g_autoptr (JsonNode) node = NULL;
  AnteAssistSetup setup = { 0 };
  gboolean is_test = FALSE;

  if (ctl_assist_is_setup (args))
    return ctl_assist_setup (ctl, args, error);
  if (!read_words (&words, args, error))
    return NULL;
  is_test = g_str_equal (words.what, "test");
  if (g_str_equal (words.what, "forget-key"))
    return forget_key (ctl, &words, error);
  if (!is_test && !g_str_equal (words.what, "models")) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: " USAGE);
    return NULL;
  }
  if (!find_key (ctl, &words, error))
    return NULL;

  setup.provider = words.provider;
  setup.api_url = words.api;
  setup.model = words.model;
  setup.key = words.key;
  setup.local_only = words.local_only;
  provider = ante_assist_setup_make (&setup, error);
  if (provider == NULL)
    return NULL;
  if (ante_assist_setup_is_in_clear (provider))
    fputs (
      "anteroomctl: this address has no https: whoever is in the same network can read the key "
      "and what is sent\n",
      stderr);
  node = is_test ? test (ctl, &words, provider, error) : list (ctl, provider, error);
  if (node == NULL)
    return NULL;
  /* One that does not work is not worth keeping. */
  if (words.keep &&
      (!is_test || json_object_get_boolean_member (json_node_get_object (node), "ok")) &&
      !store_key (ctl, &words, words.key, error))
    return NULL;
  return g_steal_pointer (&node);
}

/* --- for people ---------------------------------------------------------------------------- */

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
print_left (JsonObject *left)
{
  printf ("  %s: %s, %" G_GINT64_FORMAT " bytes%s%s: %s\n", text_of (left, "host"),
          text_of (left, "purpose"), json_object_get_int_member (left, "bytes"),
          *text_of (left, "fields") != '\0' ? ", " : "", text_of (left, "fields"),
          text_of (left, "outcome") != NULL ? text_of (left, "outcome") : "not answered");
}

void
ctl_print_assist (JsonNode *node)
{
  static const char *const columns[] = { "id", "name", "context", "leaves", "structured", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *steps = NULL;
  JsonArray *left = NULL;

  if (ctl_print_assist_setup (node))
    return;
  if (object == NULL || !json_object_has_member (object, "steps")) {
    ctl_print_table (node, columns);
    return;
  }
  steps = json_object_get_array_member (object, "steps");
  for (guint i = 0; i < json_array_get_length (steps); i++) {
    JsonObject *step = json_array_get_object_element (steps, i);

    printf ("%-8s %s %s\n", text_of (step, "name"),
            json_object_get_boolean_member (step, "ok") ? "good" : "BAD ",
            text_of (step, "detail"));
  }
  left = json_object_get_array_member (object, "left");
  puts (json_array_get_length (left) > 0 ? "What left this program, or tried to:"
                                         : "Nothing left this program.");
  for (guint i = 0; i < json_array_get_length (left); i++)
    print_left (json_array_get_object_element (left, i));
}
