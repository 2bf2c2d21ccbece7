#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-anthropic.h"

#include "assist/ante-body.h"
#include "assist/ante-remote-private.h"
#include "rules/ante-json.h"

#define VERSION "2023-06-01"
#define MAX_MODEL 200

#define ANTE_TYPE_ANTHROPIC (ante_anthropic_get_type ())
G_DECLARE_FINAL_TYPE (AnteAnthropic, ante_anthropic, ANTE, ANTHROPIC, AnteRemote)

struct _AnteAnthropic {
  AnteRemote parent_instance;
};

G_DEFINE_FINAL_TYPE (AnteAnthropic, ante_anthropic, ANTE_TYPE_REMOTE)

static void
ante_anthropic_authorize (AnteRemote *self, AnteWireRequest *request, const char *key)
{
  ante_wire_request_add_header (request, "anthropic-version", VERSION);
  if (key != NULL)
    ante_wire_request_add_header (request, "x-api-key", key);
}

/* --- models -------------------------------------------------------------------------------- */

static char *
ante_anthropic_models_path (AnteRemote *self, const char *after)
{
  g_autofree char *escaped = after != NULL ? g_uri_escape_string (after, NULL, FALSE) : NULL;

  if (after == NULL)
    return g_strdup ("/v1/models?limit=100");
  return g_strdup_printf ("/v1/models?limit=100&after_id=%s", escaped);
}

/* A capability is a flag, or an object with one in it. */
static int
takes_schema (JsonObject *object)
{
  JsonObject *all = ante_json_object (object, "capabilities");
  JsonObject *one = ante_json_object (all, "structured_outputs");

  return one != NULL ? ante_json_yes_no (one, "supported")
                     : ante_json_yes_no (all, "structured_outputs");
}

static gboolean
ante_anthropic_read_models (AnteRemote *self, JsonObject *page, GPtrArray *models, char **after)
{
  JsonArray *list = ante_json_list (page, "data");

  for (guint i = 0; i < ante_json_length (list); i++) {
    JsonObject *object = ante_json_item (list, i);
    g_autofree char *id = ante_json_dup_name (object, "id", MAX_MODEL);
    g_autofree char *name = ante_json_dup_name (object, "display_name", MAX_MODEL);
    AnteAiModel *model = NULL;

    if (id == NULL)
      continue;
    model = ante_ai_model_new (id, name);
    model->context = MAX (ante_json_int (object, "max_input_tokens", 0), 0);
    model->leaves = ante_remote_leaves (self, id);
    model->structured = takes_schema (object);
    g_ptr_array_add (models, model);
  }
  if (ante_json_yes_no (page, "has_more") == 1)
    *after = ante_json_dup_id (page, "last_id");
  return list != NULL;
}

/* --- asking -------------------------------------------------------------------------------- */

static void
add_tool (JsonBuilder *builder, const AntePrompt *prompt)
{
  json_builder_set_member_name (builder, "tools");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "name", ANTE_BODY_SHAPE_NAME);
  ante_body_add_text (builder, "description", "Takes the answer.");
  ante_body_add_schema (builder, "input_schema", prompt);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "tool_choice");
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "type", "tool");
  ante_body_add_text (builder, "name", ANTE_BODY_SHAPE_NAME);
  json_builder_end_object (builder);
}

static void
add_shape (JsonBuilder *builder, const AnteAsking *asking)
{
  if (asking->prompt->schema == NULL || asking->can->shape == ANTE_SHAPE_WORDS)
    return;
  if (asking->can->shape == ANTE_SHAPE_TOOL) {
    add_tool (builder, asking->prompt);
    return;
  }
  json_builder_set_member_name (builder, "output_config");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "type", "json_schema");
  ante_body_add_schema (builder, "schema", asking->prompt);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* What stays the same for a playbook comes first, and its end is marked as worth keeping. */
static void
add_system (JsonBuilder *builder, const AnteAsking *asking)
{
  json_builder_set_member_name (builder, "system");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "type", "text");
  ante_body_add_text (builder, "text", asking->prompt->system);
  if (!asking->can->no_extras) {
    json_builder_set_member_name (builder, "cache_control");
    json_builder_begin_object (builder);
    ante_body_add_text (builder, "type", "ephemeral");
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static JsonNode *
ante_anthropic_build (AnteRemote *self, const AnteAsking *asking)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ante_body_add_text (builder, "model", asking->model);
  ante_body_add_int (builder, "max_tokens", asking->max_output);
  add_system (builder, asking);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  ante_body_add_message (builder, "user", asking->prompt->user);
  json_builder_end_array (builder);
  if (asking->temperature >= 0 && !asking->can->no_temperature) {
    json_builder_set_member_name (builder, "temperature");
    json_builder_add_double_value (builder, asking->temperature);
  }
  ante_body_add_flag (builder, "stream", asking->stream);
  add_shape (builder, asking);
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
    { "end_turn", ANTE_END_WHOLE },    { "tool_use", ANTE_END_WHOLE },
    { "max_tokens", ANTE_END_LENGTH }, { "model_context_window_exceeded", ANTE_END_LENGTH },
    { "refusal", ANTE_END_DECLINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (g_strcmp0 (reason, rows[i].reason) == 0)
      return rows[i].end;
  }
  return reason != NULL ? ANTE_END_ODD : ANTE_END_NONE;
}

static void
take_end (AnteHeard *heard, const char *reason)
{
  AnteEnd end = read_end (reason);

  if (end != ANTE_END_NONE)
    heard->end = end;
}

static void
set_count (gint64 *count, JsonObject *usage, const char *name)
{
  *count = MAX (ante_json_int (usage, name, *count), 0);
}

/* Cached tokens are not among those of the input here. What comes later in a stream is the sum of
 * all, and takes the place of what came before. */
static void
read_usage (JsonObject *usage, AnteHeard *heard)
{
  JsonObject *written = ante_json_object (usage, "cache_creation");

  if (usage == NULL)
    return;
  heard->usage.known = TRUE;
  set_count (&heard->usage.input, usage, "input_tokens");
  set_count (&heard->usage.output, usage, "output_tokens");
  set_count (&heard->usage.cache_read, usage, "cache_read_input_tokens");
  set_count (&heard->usage.cache_write, usage, "cache_creation_input_tokens");
  if (written != NULL) {
    set_count (&heard->usage.cache_write, written, "ephemeral_5m_input_tokens");
    set_count (&heard->usage.cache_write_long, written, "ephemeral_1h_input_tokens");
  }
}

static void
append (GString *text, const char *piece)
{
  if (piece != NULL)
    g_string_append (text, piece);
}

/* By their kind: thinking may come first, and is not the answer. */
static void
read_block (JsonObject *block, AnteHeard *heard)
{
  const char *type = ante_json_string (block, "type");
  JsonNode *input = block != NULL ? json_object_get_member (block, "input") : NULL;

  if (g_strcmp0 (type, "text") == 0) {
    append (heard->text, ante_json_string (block, "text"));
  } else if (g_strcmp0 (type, "tool_use") == 0 && input != NULL && JSON_NODE_HOLDS_OBJECT (input) &&
             json_object_get_size (json_node_get_object (input)) > 0 && heard->tool->len == 0) {
    g_autofree char *text = json_to_string (input, FALSE);

    append (heard->tool, text);
  }
}

static gboolean
ante_anthropic_read_whole (AnteRemote *self, JsonObject *answer, AnteHeard *heard)
{
  JsonArray *blocks = ante_json_list (answer, "content");

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < ante_json_length (blocks); i++)
    read_block (ante_json_item (blocks, i), heard);
  take_end (heard, ante_json_string (answer, "stop_reason"));
  read_usage (ante_json_object (answer, "usage"), heard);
  ante_heard_set_model (heard, ante_json_string (answer, "model"));
  return TRUE;
}

static void
read_delta (JsonObject *delta, AnteHeard *heard)
{
  const char *type = ante_json_string (delta, "type");

  if (g_strcmp0 (type, "text_delta") == 0)
    append (heard->text, ante_json_string (delta, "text"));
  else if (g_strcmp0 (type, "input_json_delta") == 0)
    append (heard->tool, ante_json_string (delta, "partial_json"));
}

static gboolean
ante_anthropic_read_piece (AnteRemote *self, JsonObject *piece, AnteHeard *heard)
{
  const char *type = ante_json_string (piece, "type");

  if (g_strcmp0 (type, "message_start") == 0) {
    JsonObject *message = ante_json_object (piece, "message");

    read_usage (ante_json_object (message, "usage"), heard);
    ante_heard_set_model (heard, ante_json_string (message, "model"));
  } else if (g_strcmp0 (type, "content_block_start") == 0) {
    read_block (ante_json_object (piece, "content_block"), heard);
  } else if (g_strcmp0 (type, "content_block_delta") == 0) {
    read_delta (ante_json_object (piece, "delta"), heard);
  } else if (g_strcmp0 (type, "message_delta") == 0) {
    take_end (heard, ante_json_string (ante_json_object (piece, "delta"), "stop_reason"));
    read_usage (ante_json_object (piece, "usage"), heard);
  } else if (g_strcmp0 (type, "message_stop") == 0) {
    heard->is_done = TRUE;
  }
  return TRUE;
}

/* --- learning ------------------------------------------------------------------------------ */

static gboolean
ante_anthropic_adapt (AnteRemote *self, const AnteDenial *denial, AnteCapability *can)
{
  static const char *const shape[] = {
    "output_config", "output_format", "format",      "json_schema", "structured",
    "schema",        "tools",         "tool_choice", "tool",        NULL,
  };
  gboolean changed =
    ante_capability_drop (&can->no_temperature, ante_denial_names (denial, "temperature") ||
                                                  ante_denial_names (denial, "top_p"));

  changed =
    ante_capability_drop (&can->no_extras, ante_denial_names (denial, "cache_control")) || changed;
  for (guint i = 0; !changed && shape[i] != NULL; i++) {
    if (ante_denial_names (denial, shape[i]))
      return ante_remote_next_shape (self, can);
  }
  return changed || ante_capability_drop (&can->no_stream, ante_denial_names (denial, "stream"));
}

static void
ante_anthropic_class_init (AnteAnthropicClass *klass)
{
  AnteRemoteClass *remote_class = ANTE_REMOTE_CLASS (klass);

  ANTE_PROVIDER_CLASS (klass)->nick = "anthropic";
  remote_class->lines = ANTE_LINES_EVENTS;
  remote_class->shapes = 1u << ANTE_SHAPE_SCHEMA | 1u << ANTE_SHAPE_TOOL | 1u << ANTE_SHAPE_WORDS;
  remote_class->needs_done = TRUE;
  remote_class->complete_path = "/v1/messages";
  remote_class->authorize = ante_anthropic_authorize;
  remote_class->models_path = ante_anthropic_models_path;
  remote_class->read_models = ante_anthropic_read_models;
  remote_class->build = ante_anthropic_build;
  remote_class->read_whole = ante_anthropic_read_whole;
  remote_class->read_piece = ante_anthropic_read_piece;
  remote_class->adapt = ante_anthropic_adapt;
}

static void
ante_anthropic_init (AnteAnthropic *self)
{
}

AnteProvider *
ante_anthropic_new (const AnteRemoteConfig *config, GError **error)
{
  g_autoptr (AnteAnthropic) self = g_object_new (ANTE_TYPE_ANTHROPIC, NULL);

  if (!ante_remote_set_up (ANTE_REMOTE (self), config, error))
    return NULL;
  ante_remote_trim_v1 (ANTE_REMOTE (self));
  return ANTE_PROVIDER (g_steal_pointer (&self));
}
