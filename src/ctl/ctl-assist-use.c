#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "engine/ante-advice.h"
#include "engine/ante-assist-commands.h"
#include "engine/ante-secrets.h"
#include "store/ante-ai-ledger.h"

#define USE_USAGE                                                                                  \
  "assist use openai|anthropic|ollama|echo [--model M] [--api URL] [--local-only] [--always] "     \
  "[--redact names,phones,emails|nothing] [--cap AMOUNT|none] [--prices IN,OUT] [--currency C] "   \
  "[--key-stdin]"
#define MOST_CALLS 10000

/* --- settings ------------------------------------------------------------------------------- */

static AnteAiSettings *
read_settings (Ctl *ctl, GError **error)
{
  AnteAssistant *assistant =
    ante_drafting_get_assistant (ante_workspace_get_drafting (ctl->workspace));
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_assistant_load_async, assistant, NULL);
  return ante_assistant_load_finish (assistant, result, error)
           ? ante_ai_settings_copy (ante_assistant_get_settings (assistant))
           : NULL;
}

static void
set_amount (JsonObject *object, const char *name, gint64 micros)
{
  if (micros >= 0)
    json_object_set_double_member (object, name, (double) micros / 1000000);
  else
    json_object_set_null_member (object, name);
}

static JsonNode *
tell_settings (const AnteAiSettings *settings)
{
  static const struct {
    AnteRedactKinds kind;
    const char *name;
  } covers[] = {
    { ANTE_REDACT_NAMES, "names" },
    { ANTE_REDACT_PHONES, "phones" },
    { ANTE_REDACT_EMAILS, "emails" },
  };
  JsonObject *object = json_object_new ();
  JsonArray *redact = json_array_new ();

  json_object_set_boolean_member (object, "on", ante_ai_settings_is_on (settings));
  ctl_set_text (object, "provider", settings->provider);
  ctl_set_text (object, "api", settings->api_url);
  ctl_set_text (object, "model", settings->model);
  json_object_set_boolean_member (object, "local_only", settings->local_only);
  json_object_set_boolean_member (object, "always", settings->always);
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++) {
    if ((settings->redact & covers[i].kind) != 0)
      json_array_add_string_element (redact, covers[i].name);
  }
  json_object_set_array_member (object, "redact", redact);
  set_amount (object, "cap", settings->cap > 0 ? settings->cap : -1);
  set_amount (object, "input_price", settings->input_price);
  set_amount (object, "output_price", settings->output_price);
  ctl_set_text (object, "currency", settings->currency);
  return ctl_object (object);
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list words;

  va_start (words, format);
  g_propagate_error (error, g_error_new_valist (CTL_ERROR, CTL_ERROR_USAGE, format, words));
  va_end (words);
  return FALSE;
}

static gboolean
take_redact (AnteAiSettings *settings, const char *words, GError **error)
{
  g_auto (GStrv) parts = words != NULL ? g_strsplit (words, ",", -1) : NULL;

  if (words == NULL)
    return TRUE;
  settings->redact = ANTE_REDACT_NOTHING;
  for (guint i = 0; parts[i] != NULL && !g_str_equal (words, "nothing"); i++) {
    if (g_str_equal (parts[i], "names"))
      settings->redact |= ANTE_REDACT_NAMES;
    else if (g_str_equal (parts[i], "phones"))
      settings->redact |= ANTE_REDACT_PHONES;
    else if (g_str_equal (parts[i], "emails"))
      settings->redact |= ANTE_REDACT_EMAILS;
    else
      return refuse (error, "\"%s\" is not covered; say names, phones, emails or nothing",
                     parts[i]);
  }
  return TRUE;
}

static gboolean
take_money (AnteAiSettings *settings, const char *cap, const char *prices, GError **error)
{
  g_auto (GStrv) parts = prices != NULL ? g_strsplit (prices, ",", 2) : NULL;

  if (cap != NULL && g_str_equal (cap, "none"))
    settings->cap = 0;
  else if (cap != NULL && !ante_ai_settings_parse_amount (cap, &settings->cap))
    return refuse (error, "\"%s\" is no amount; say for instance --cap 5.00, or none", cap);
  if (prices == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 ||
      !ante_ai_settings_parse_amount (parts[0], &settings->input_price) ||
      !ante_ai_settings_parse_amount (parts[1], &settings->output_price))
    return refuse (error,
                   "\"%s\" are no prices; say what a million tokens cost that are read, and that "
                   "are written: --prices 0.50,2.00",
                   prices);
  return TRUE;
}

static void
replace (char **text, char *with)
{
  if (with == NULL)
    return;
  g_free (*text);
  *text = with;
}

/* The address and the model of one provider are not another's. */
static gboolean
take_words (AnteAiSettings *settings, GPtrArray *args, GError **error)
{
  g_autofree char *redact = ctl_take_option (args, "--redact");
  g_autofree char *cap = ctl_take_option (args, "--cap");
  g_autofree char *prices = ctl_take_option (args, "--prices");
  char *api = ctl_take_option (args, "--api");
  char *model = ctl_take_option (args, "--model");
  const char *provider = NULL;

  settings->local_only = ctl_take_flag (args, "--local-only");
  settings->always = ctl_take_flag (args, "--always");
  replace (&settings->currency, ctl_take_option (args, "--currency"));
  if (!ctl_check_args (args, 2, 2, USE_USAGE, error)) {
    g_free (api);
    g_free (model);
    return FALSE;
  }
  provider = ctl_arg (args, 1);
  if (g_strcmp0 (settings->provider, provider) != 0) {
    g_clear_pointer (&settings->api_url, g_free);
    g_clear_pointer (&settings->model, g_free);
    settings->input_price = settings->output_price = -1;
  }
  replace (&settings->provider, g_strdup (provider));
  replace (&settings->api_url, api);
  replace (&settings->model, model);
  if (!ante_assist_setup_knows (provider))
    return refuse (error, "there is no such provider as \"%s\"; usage: " USE_USAGE, provider);
  return take_redact (settings, redact, error) && take_money (settings, cap, prices, error);
}

static gboolean
keep_key (Ctl *ctl, const AnteAiSettings *settings, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  char *key = ctl_read_secret (ctl, "key", error);

  if (key == NULL)
    return FALSE;
  CTL_CALL (result, ante_command_keep_ai_key_async, ctl->workspace, settings, key);
  ante_secrets_clear_text (key);
  if (ante_command_keep_ai_key_finish (ctl->workspace, result, &cause))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
               "the keyring could not be written, so nothing was changed. Unlock it (or start it) "
               "and repeat the command (%s)",
               cause->message);
  return FALSE;
}

static JsonNode *
keep (Ctl *ctl, const AnteAiSettings *settings, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_command_set_ai_async, ctl->workspace, settings);
  if (ante_command_set_ai_finish (ctl->workspace, result, error) < 0)
    return NULL;
  return tell_settings (settings);
}

static JsonNode *
use (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean has_key = ctl_take_flag (args, "--key-stdin");
  g_autoptr (AnteAiSettings) settings = read_settings (ctl, error);

  if (settings == NULL || !take_words (settings, args, error) ||
      (has_key && !keep_key (ctl, settings, error)))
    return NULL;
  return keep (ctl, settings, error);
}

static JsonNode *
turn_off (Ctl *ctl, GError **error)
{
  g_autoptr (AnteAiSettings) settings = read_settings (ctl, error);

  if (settings == NULL)
    return NULL;
  g_clear_pointer (&settings->provider, g_free);
  return keep (ctl, settings, error);
}

/* --- what left ------------------------------------------------------------------------------ */

static JsonObject *
tell_call (const AnteAiCall *call)
{
  JsonObject *object = json_object_new ();

  ctl_set_time (object, "at", call->at);
  ctl_set_text (object, "provider", call->provider);
  ctl_set_text (object, "host", call->host);
  ctl_set_text (object, "model", call->model);
  ctl_set_text (object, "handle", call->handle);
  ctl_set_text (object, "fields", call->fields);
  json_object_set_int_member (object, "bytes_out", call->bytes_out);
  json_object_set_int_member (object, "bytes_in", call->bytes_in);
  json_object_set_int_member (object, "tokens_in", call->tokens_in);
  json_object_set_int_member (object, "tokens_out", call->tokens_out);
  set_amount (object, "cost", call->cost);
  ctl_set_text (object, "currency", call->currency);
  ctl_set_text (object, "outcome", call->outcome);
  return object;
}

static JsonNode *
list_ledger (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_ai_ledger_list_async, store, MOST_CALLS, NULL);
  if ((calls = ante_ai_ledger_list_finish (store, result, error)) == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < calls->len; i++)
    json_array_add_object_element (array, tell_call (calls->pdata[i]));
  return ctl_array (array);
}

/* --- what would leave ----------------------------------------------------------------------- */

static JsonNode *
preview (Ctl *ctl, const char *handle, GError **error)
{
  g_autoptr (AnteLead) lead = ctl_find_lead (ctl, handle, error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteAiPreview) shown = NULL;
  JsonObject *object = NULL;

  if (lead == NULL)
    return NULL;
  CTL_CALL (result, ante_command_preview_ai_async, ctl->workspace, lead->id, ctl->stop);
  if ((shown = ante_command_preview_ai_finish (ctl->workspace, result, error)) == NULL)
    return NULL;
  object = json_object_new ();
  ctl_set_text (object, "handle", handle);
  json_object_set_boolean_member (object, "on", shown->is_on);
  ctl_set_text (object, "host", shown->host);
  ctl_set_text (object, "fields", shown->fields);
  json_object_set_int_member (object, "bytes", (gint64) shown->n_bytes);
  json_object_set_int_member (object, "dropped", shown->n_dropped);
  ctl_set_text (object, "text", shown->text);
  return ctl_object (object);
}

/* --- the commands --------------------------------------------------------------------------- */

static const char *const verbs[] = { "use", "off", "settings", "ledger", "prompt", NULL };

gboolean
ctl_assist_is_setup (GPtrArray *args)
{
  const char *verb = ctl_arg (args, 0);

  return verb != NULL && g_strv_contains (verbs, verb);
}

gboolean
ctl_assist_reads_alone (GPtrArray *args)
{
  const char *verb = ctl_arg (args, 0);

  return g_str_equal (verb, "ledger") || g_str_equal (verb, "settings");
}

JsonNode *
ctl_assist_setup (Ctl *ctl, GPtrArray *args, GError **error)
{
  const char *verb = ctl_arg (args, 0);
  gboolean wants_lead = g_str_equal (verb, "prompt");
  g_autoptr (AnteAiSettings) settings = NULL;

  if (g_str_equal (verb, "use"))
    return use (ctl, args, error);
  if (!ctl_check_args (args, wants_lead ? 2 : 1, wants_lead ? 2 : 1,
                       wants_lead ? "assist prompt HANDLE" : "assist off|settings|ledger", error))
    return NULL;
  if (wants_lead)
    return preview (ctl, ctl_arg (args, 1), error);
  if (g_str_equal (verb, "off"))
    return turn_off (ctl, error);
  if (g_str_equal (verb, "ledger"))
    return list_ledger (ctl, error);
  settings = read_settings (ctl, error);
  return settings != NULL ? tell_settings (settings) : NULL;
}

JsonNode *
ctl_never_ai (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const char *word = ctl_arg (args, 1);

  if (!ctl_check_args (args, 2, 2, "never-ai HANDLE on|off", error))
    return NULL;
  if (!g_str_equal (word, "on") && !g_str_equal (word, "off")) {
    refuse (error, "\"%s\" is neither on nor off; usage: never-ai HANDLE on|off", word);
    return NULL;
  }
  if ((lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_never_ai_async, ctl->workspace, &lead->id, 1,
            g_str_equal (word, "on"));
  return ctl_tell_act (ctl, result, lead->id, error);
}

/* --- for people ----------------------------------------------------------------------------- */

static void
print_preview (JsonObject *object)
{
  puts (json_object_get_string_member (object, "text"));
  printf ("-- %" G_GINT64_FORMAT " bytes: %s. ", json_object_get_int_member (object, "bytes"),
          json_object_get_string_member (object, "fields"));
  puts (json_object_get_boolean_member (object, "on")
          ? "This goes out when a draft is asked for; nothing was sent now."
          : "AI is off: none of this is sent to anybody.");
}

gboolean
ctl_print_assist_setup (JsonNode *node)
{
  static const char *const columns[] = { "at",        "host", "model",   "handle", "fields",
                                         "bytes_out", "cost", "outcome", NULL };
  JsonObject *object = NULL;
  JsonObject *first = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    if (json_array_get_length (array) == 0) {
      puts ("Nothing has left this computer for an AI provider.");
      return TRUE;
    }
    first = json_array_get_object_element (array, 0);
    if (!json_object_has_member (first, "bytes_out"))
      return FALSE;
    ctl_print_table (node, columns);
    return TRUE;
  }
  object = json_node_get_object (node);
  if (!json_object_has_member (object, "text"))
    return FALSE;
  print_preview (object);
  return TRUE;
}
