#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-openai.h"

#include <math.h>
#include <string.h>

#include "assist/ante-body.h"
#include "assist/ante-remote-private.h"
#include "rules/ante-json.h"
#include "rules/ante-text.h"

#define MAX_MODEL 200

/**
 * Flavour:
 * @length: what the limit of length is called there
 * @stream_options: whether usage may be asked for in a stream
 * @any_tool: the word for "use the tool"; %NULL: it is named
 *
 * The habits of one of the family.
 */
typedef struct {
  const char *name;
  const char *host;
  const char *length;
  gboolean stream_options;
  const char *any_tool;
} Flavour;

static const Flavour flavours[] = {
  { "plain", NULL, "max_tokens", TRUE, NULL },
  { "openai", "api.openai.com", "max_completion_tokens", TRUE, NULL },
  { "openrouter", "openrouter.ai", "max_completion_tokens", TRUE, NULL },
  { "groq", "api.groq.com", "max_tokens", TRUE, NULL },
  { "mistral", "api.mistral.ai", "max_tokens", FALSE, "any" },
};

#define ANTE_TYPE_OPENAI (ante_openai_get_type ())
G_DECLARE_FINAL_TYPE (AnteOpenai, ante_openai, ANTE, OPENAI, AnteRemote)

struct _AnteOpenai {
  AnteRemote parent_instance;

  const Flavour *flavour;
};

G_DEFINE_FINAL_TYPE (AnteOpenai, ante_openai, ANTE_TYPE_REMOTE)

static gboolean
is_flavour (AnteRemote *self, const char *name)
{
  return g_str_equal (ANTE_OPENAI (self)->flavour->name, name);
}

static void
ante_openai_authorize (AnteRemote *self, AnteWireRequest *request, const char *key)
{
  g_autofree char *bearer = NULL;

  if (key == NULL)
    return;
  bearer = g_strconcat ("Bearer ", key, NULL);
  ante_wire_request_add_header (request, "Authorization", bearer);
  explicit_bzero (bearer, strlen (bearer));
}

/* --- models -------------------------------------------------------------------------------- */

static char *
ante_openai_models_path (AnteRemote *self, const char *after)
{
  return g_strdup ("/models");
}

/* Dollars for a token, as text; micro-units for a million. */
static gint64
read_price (JsonObject *pricing, const char *name)
{
  double price = ante_json_double (pricing, name, -1);

  return isfinite (price) && price >= 0 && price < 1 ? llround (price * 1e12) : -1;
}

static int
takes_schema (JsonObject *object)
{
  JsonArray *list = ante_json_list (object, "supported_parameters");

  for (guint i = 0; i < ante_json_length (list); i++) {
    JsonNode *node = json_array_get_element (list, i);

    if (JSON_NODE_HOLDS_VALUE (node) &&
        g_strcmp0 (json_node_get_string (node), "structured_outputs") == 0)
      return 1;
  }
  return list != NULL ? 0 : -1;
}

/* llama.cpp calls a model by its file. */
static char *
name_of (const char *id)
{
  return *id == '/' ? g_path_get_basename (id) : g_strdup (id);
}

static gboolean
ante_openai_read_models (AnteRemote *self, JsonObject *page, GPtrArray *models, char **after)
{
  JsonArray *list = ante_json_list (page, "data");

  for (guint i = 0; i < ante_json_length (list); i++) {
    JsonObject *object = ante_json_item (list, i);
    g_autofree char *id = ante_json_dup_name (object, "id", MAX_MODEL);
    g_autofree char *given = ante_json_dup_name (object, "name", MAX_MODEL);
    g_autofree char *name = id != NULL && given == NULL ? name_of (id) : g_strdup (given);
    AnteAiModel *model = NULL;

    if (id == NULL)
      continue;
    model = ante_ai_model_new (id, name);
    model->context = MAX (ante_json_int (object, "context_length", 0), 0);
    model->leaves = ante_remote_leaves (self, id);
    model->structured = takes_schema (object);
    model->input_price = read_price (ante_json_object (object, "pricing"), "prompt");
    model->output_price = read_price (ante_json_object (object, "pricing"), "completion");
    g_ptr_array_add (models, model);
  }
  return list != NULL;
}

/* --- asking -------------------------------------------------------------------------------- */

static void
add_tool (AnteRemote *self, JsonBuilder *builder, const AntePrompt *prompt)
{
  const char *any = ANTE_OPENAI (self)->flavour->any_tool;

  json_builder_set_member_name (builder, "tools");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "type", "function");
  json_builder_set_member_name (builder, "function");
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "name", ANTE_BODY_SHAPE_NAME);
  ante_body_add_schema (builder, "parameters", prompt);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);

  if (any != NULL) {
    ante_body_add_text (builder, "tool_choice", any);
    return;
  }
  json_builder_set_member_name (builder, "tool_choice");
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "type", "function");
  json_builder_set_member_name (builder, "function");
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "name", ANTE_BODY_SHAPE_NAME);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_shape (AnteRemote *self, JsonBuilder *builder, const AnteAsking *asking)
{
  if (asking->prompt->schema == NULL || asking->can->shape == ANTE_SHAPE_WORDS)
    return;
  if (asking->can->shape == ANTE_SHAPE_TOOL) {
    add_tool (self, builder, asking->prompt);
    return;
  }

  json_builder_set_member_name (builder, "response_format");
  json_builder_begin_object (builder);
  if (asking->can->shape == ANTE_SHAPE_JSON) {
    ante_body_add_text (builder, "type", "json_object");
  } else {
    ante_body_add_text (builder, "type", "json_schema");
    json_builder_set_member_name (builder, "json_schema");
    json_builder_begin_object (builder);
    ante_body_add_text (builder, "name", ANTE_BODY_SHAPE_NAME);
    ante_body_add_flag (builder, "strict", TRUE);
    ante_body_add_schema (builder, "schema", asking->prompt);
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
}

/* OpenRouter's word on privacy is never left out: where nobody qualifies, nobody is asked. */
static void
add_extras (AnteRemote *self, JsonBuilder *builder, const AnteAsking *asking)
{
  if (is_flavour (self, "openrouter")) {
    json_builder_set_member_name (builder, "provider");
    json_builder_begin_object (builder);
    ante_body_add_text (builder, "data_collection", "deny");
    ante_body_add_flag (builder, "zdr", TRUE);
    ante_body_add_flag (builder, "require_parameters", TRUE);
    json_builder_end_object (builder);
  }
  if (is_flavour (self, "openai") && !asking->can->no_extras) {
    g_autofree char *key =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, asking->prompt->system, -1);

    ante_body_add_flag (builder, "store", FALSE);
    ante_body_add_text (builder, "prompt_cache_key", key);
  }
}

static const char *
length_name (AnteRemote *self, const AnteCapability *can)
{
  gboolean is_new = g_str_equal (ANTE_OPENAI (self)->flavour->length, "max_completion_tokens");

  return is_new != can->other_length ? "max_completion_tokens" : "max_tokens";
}

static JsonNode *
ante_openai_build (AnteRemote *self, const AnteAsking *asking)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ante_body_add_text (builder, "model", asking->model);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  ante_body_add_message (builder, "system", asking->prompt->system);
  ante_body_add_message (builder, "user", asking->prompt->user);
  json_builder_end_array (builder);
  ante_body_add_int (builder, length_name (self, asking->can), asking->max_output);
  if (asking->temperature >= 0 && !asking->can->no_temperature) {
    json_builder_set_member_name (builder, "temperature");
    json_builder_add_double_value (builder, asking->temperature);
  }
  ante_body_add_flag (builder, "stream", asking->stream);
  if (asking->stream && ANTE_OPENAI (self)->flavour->stream_options &&
      !asking->can->no_stream_options) {
    json_builder_set_member_name (builder, "stream_options");
    json_builder_begin_object (builder);
    ante_body_add_flag (builder, "include_usage", TRUE);
    json_builder_end_object (builder);
  }
  add_shape (self, builder, asking);
  add_extras (self, builder, asking);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* --- hearing ------------------------------------------------------------------------------- */

static AnteEnd
read_end (const char *reason)
{
  static const struct {
    const char *reason;
    AnteEnd end;
  } rows[] = {
    { "stop", ANTE_END_WHOLE },          { "tool_calls", ANTE_END_WHOLE },
    { "function_call", ANTE_END_WHOLE }, { "length", ANTE_END_LENGTH },
    { "model_length", ANTE_END_LENGTH }, { "content_filter", ANTE_END_DECLINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (g_strcmp0 (reason, rows[i].reason) == 0)
      return rows[i].end;
  }
  return reason != NULL ? ANTE_END_ODD : ANTE_END_NONE;
}

/* Cached tokens are among those of the prompt here. */
static void
read_usage (JsonObject *usage, AnteHeard *heard)
{
  JsonObject *details = ante_json_object (usage, "prompt_tokens_details");
  gint64 prompt = ante_json_int (usage, "prompt_tokens", -1);
  double cost = ante_json_double (usage, "cost", -1);

  if (prompt < 0)
    return;
  heard->usage.known = TRUE;
  heard->usage.cache_read = CLAMP (ante_json_int (details, "cached_tokens", 0), 0, prompt);
  heard->usage.cache_write =
    CLAMP (ante_json_int (details, "cache_write_tokens", 0), 0, prompt - heard->usage.cache_read);
  heard->usage.input = prompt - heard->usage.cache_read - heard->usage.cache_write;
  heard->usage.output = MAX (ante_json_int (usage, "completion_tokens", 0), 0);
  heard->usage.reasoning = MAX (
    ante_json_int (ante_json_object (usage, "completion_tokens_details"), "reasoning_tokens", 0),
    0);
  if (isfinite (cost) && cost >= 0 && cost < 1e6)
    heard->cost = llround (cost * 1e6);
}

/* Most give a string, some a list of parts. */
static void
read_content (JsonObject *message, AnteHeard *heard)
{
  const char *text = ante_json_string (message, "content");
  JsonArray *parts = text == NULL ? ante_json_list (message, "content") : NULL;

  if (text != NULL)
    g_string_append (heard->text, text);
  for (guint i = 0; i < ante_json_length (parts); i++) {
    const char *part = ante_json_string (ante_json_item (parts, i), "text");

    if (part != NULL)
      g_string_append (heard->text, part);
  }
}

static void
read_message (JsonObject *message, AnteHeard *heard)
{
  JsonArray *calls = ante_json_list (message, "tool_calls");
  const char *refusal = ante_json_string (message, "refusal");

  read_content (message, heard);
  /* There is one tool; what is called beside it is not ours. */
  for (guint i = 0; i < MIN (ante_json_length (calls), 1); i++) {
    JsonObject *call = ante_json_item (calls, i);
    const char *arguments = ante_json_string (ante_json_object (call, "function"), "arguments");

    if (arguments != NULL && ante_json_int (call, "index", 0) == 0)
      g_string_append (heard->tool, arguments);
  }
  if (refusal != NULL && *refusal != '\0')
    heard->end = ANTE_END_DECLINED;
}

static void
read_choice (JsonObject *choice, const char *name, AnteHeard *heard)
{
  AnteEnd end = read_end (ante_json_string (choice, "finish_reason"));

  read_message (ante_json_object (choice, name), heard);
  if (end != ANTE_END_NONE && heard->end != ANTE_END_DECLINED)
    heard->end = end;
}

static gboolean
ante_openai_read_whole (AnteRemote *self, JsonObject *answer, AnteHeard *heard)
{
  JsonArray *choices = ante_json_list (answer, "choices");

  if (ante_json_length (choices) == 0 || ante_json_item (choices, 0) == NULL)
    return FALSE;
  read_choice (ante_json_item (choices, 0), "message", heard);
  read_usage (ante_json_object (answer, "usage"), heard);
  ante_heard_set_model (heard, ante_json_string (answer, "model"));
  return TRUE;
}

/* Choices may be empty, null or missing; what is not known is left aside. */
static gboolean
ante_openai_read_piece (AnteRemote *self, JsonObject *piece, AnteHeard *heard)
{
  JsonArray *choices = ante_json_list (piece, "choices");

  if (ante_json_length (choices) > 0 && ante_json_item (choices, 0) != NULL)
    read_choice (ante_json_item (choices, 0), "delta", heard);
  read_usage (ante_json_object (piece, "usage"), heard);
  ante_heard_set_model (heard, ante_json_string (piece, "model"));
  return TRUE;
}

/* --- learning ------------------------------------------------------------------------------ */

static gboolean
names_any (const AnteDenial *denial, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++) {
    if (ante_denial_names (denial, fields[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
ante_openai_adapt (AnteRemote *self, const AnteDenial *denial, AnteCapability *can)
{
  static const char *const length[] = { "max_tokens", "max_completion_tokens", NULL };
  static const char *const temperature[] = { "temperature", "top_p", NULL };
  static const char *const options[] = { "stream_options", "include_usage", NULL };
  static const char *const extras[] = { "store", "prompt_cache_key", NULL };
  static const char *const shape[] = {
    "response_format", "json_schema", "json_object", "schema", "structured", "tools",
    "tool_choice",     "tool",        "grammar",     "strict", NULL,
  };
  gboolean changed = ante_capability_drop (&can->other_length, names_any (denial, length));

  changed = ante_capability_drop (&can->no_temperature, names_any (denial, temperature)) || changed;
  changed = ante_capability_drop (&can->no_stream_options, names_any (denial, options)) || changed;
  changed = ante_capability_drop (&can->no_extras, names_any (denial, extras)) || changed;
  changed = ante_capability_drop (&can->no_stream, ante_denial_names (denial, "stream")) || changed;
  if (!changed && (names_any (denial, shape) || ante_denial_names (denial, "extra_forbidden") ||
                   ante_denial_names (denial, "unsupported_parameter") ||
                   ante_denial_names (denial, "unsupported_value")))
    changed = ante_remote_next_shape (self, can);
  return changed;
}

static void
ante_openai_class_init (AnteOpenaiClass *klass)
{
  AnteRemoteClass *remote_class = ANTE_REMOTE_CLASS (klass);

  ANTE_PROVIDER_CLASS (klass)->nick = "openai";
  remote_class->lines = ANTE_LINES_EVENTS;
  remote_class->shapes = 1u << ANTE_SHAPE_SCHEMA | 1u << ANTE_SHAPE_TOOL | 1u << ANTE_SHAPE_JSON |
                         1u << ANTE_SHAPE_WORDS;
  remote_class->tries_v1 = TRUE;
  remote_class->complete_path = "/chat/completions";
  remote_class->authorize = ante_openai_authorize;
  remote_class->models_path = ante_openai_models_path;
  remote_class->read_models = ante_openai_read_models;
  remote_class->build = ante_openai_build;
  remote_class->read_whole = ante_openai_read_whole;
  remote_class->read_piece = ante_openai_read_piece;
  remote_class->adapt = ante_openai_adapt;
}

static void
ante_openai_init (AnteOpenai *self)
{
  self->flavour = &flavours[0];
}

static const Flavour *
find_flavour (const char *name, const char *host)
{
  for (guint i = 0; i < G_N_ELEMENTS (flavours); i++) {
    if (name != NULL ? g_str_equal (name, flavours[i].name)
                     : g_strcmp0 (host, flavours[i].host) == 0)
      return &flavours[i];
  }
  return &flavours[0];
}

AnteProvider *
ante_openai_new (const AnteRemoteConfig *config, GError **error)
{
  g_autoptr (AnteOpenai) self = g_object_new (ANTE_TYPE_OPENAI, NULL);
  g_autofree char *host = NULL;

  if (!ante_remote_set_up (ANTE_REMOTE (self), config, error))
    return NULL;
  host = ante_assist_address_bare_host (ante_remote_get_base_url (ANTE_REMOTE (self)));
  self->flavour = find_flavour (config->flavour, host);
  return ANTE_PROVIDER (g_steal_pointer (&self));
}
