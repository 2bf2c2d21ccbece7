#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-ollama.h"

#include <string.h>

#include "assist/ante-body.h"
#include "assist/ante-remote-private.h"
#include "rules/ante-json.h"

#define MAX_MODEL 200
#define KEEP_ALIVE "10m"

/* A prompt that is longer than the context loses its rules silently, so there is room for it. */
#define SMALLEST_CONTEXT 4096
#define LARGEST_CONTEXT 65536
#define SPARE_TOKENS 256

#define ANTE_TYPE_OLLAMA (ante_ollama_get_type ())
G_DECLARE_FINAL_TYPE (AnteOllama, ante_ollama, ANTE, OLLAMA, AnteRemote)

struct _AnteOllama {
  AnteRemote parent_instance;

  GHashTable *elsewhere; /* (element-type utf8): models that the list says run elsewhere */
};

G_DEFINE_FINAL_TYPE (AnteOllama, ante_ollama, ANTE_TYPE_REMOTE)

static void
ante_ollama_authorize (AnteRemote *self, AnteWireRequest *request, const char *key)
{
  g_autofree char *bearer = NULL;

  if (key == NULL)
    return;
  bearer = g_strconcat ("Bearer ", key, NULL);
  ante_wire_request_add_header (request, "Authorization", bearer);
  explicit_bzero (bearer, strlen (bearer));
}

static gboolean
ante_ollama_runs_elsewhere (AnteRemote *self, const char *model)
{
  return g_hash_table_contains (ANTE_OLLAMA (self)->elsewhere, model);
}

/* --- models -------------------------------------------------------------------------------- */

static char *
ante_ollama_models_path (AnteRemote *self, const char *after)
{
  return g_strdup ("/api/tags");
}

static gboolean
ante_ollama_read_models (AnteRemote *self, JsonObject *page, GPtrArray *models, char **after)
{
  JsonArray *list = ante_json_list (page, "models");

  for (guint i = 0; i < ante_json_length (list); i++) {
    JsonObject *object = ante_json_item (list, i);
    g_autofree char *id = ante_json_dup_name (object, "name", MAX_MODEL);
    const char *host = ante_json_string (object, "remote_host");
    AnteAiModel *model = NULL;

    if (id == NULL)
      continue;
    if ((host != NULL && *host != '\0') || ante_json_string (object, "remote_model") != NULL)
      g_hash_table_add (ANTE_OLLAMA (self)->elsewhere, g_strdup (id));
    model = ante_ai_model_new (id, id);
    model->leaves = ante_remote_leaves (self, id);
    if (model->leaves && ante_remote_get_place (self) == ANTE_PLACE_HERE)
      model->structured = 0;
    g_ptr_array_add (models, model);
  }
  return list != NULL;
}

/* --- asking -------------------------------------------------------------------------------- */

static gint64
context_for (const AnteAsking *asking)
{
  gint64 needed = (gint64) asking->prompt->n_tokens + asking->max_output + SPARE_TOKENS;
  gint64 context = SMALLEST_CONTEXT;

  while (context < needed && context < LARGEST_CONTEXT)
    context *= 2;
  return context;
}

static void
add_options (JsonBuilder *builder, const AnteAsking *asking)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_object (builder);
  ante_body_add_int (builder, "num_ctx", context_for (asking));
  ante_body_add_int (builder, "num_predict", asking->max_output);
  if (asking->temperature >= 0 && !asking->can->no_temperature) {
    json_builder_set_member_name (builder, "temperature");
    json_builder_add_double_value (builder, asking->temperature);
  }
  json_builder_end_object (builder);
}

static JsonNode *
ante_ollama_build (AnteRemote *self, const AnteAsking *asking)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ante_body_add_text (builder, "model", asking->model);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  ante_body_add_message (builder, "system", asking->prompt->system);
  ante_body_add_message (builder, "user", asking->prompt->user);
  json_builder_end_array (builder);
  ante_body_add_flag (builder, "stream", asking->stream);
  ante_body_add_text (builder, "keep_alive", KEEP_ALIVE);
  if (!asking->can->no_extras)
    ante_body_add_flag (builder, "think", FALSE);
  if (asking->prompt->schema != NULL && asking->can->shape == ANTE_SHAPE_SCHEMA)
    ante_body_add_schema (builder, "format", asking->prompt);
  else if (asking->prompt->schema != NULL && asking->can->shape == ANTE_SHAPE_JSON)
    ante_body_add_text (builder, "format", "json");
  add_options (builder, asking);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* --- hearing ------------------------------------------------------------------------------- */

/* A line of a stream and a whole answer have the same shape; the last has "done". */
static gboolean
ante_ollama_read_piece (AnteRemote *self, JsonObject *piece, AnteHeard *heard)
{
  const char *text = ante_json_string (ante_json_object (piece, "message"), "content");
  const char *reason = ante_json_string (piece, "done_reason");

  if (text != NULL)
    g_string_append (heard->text, text);
  ante_heard_set_model (heard, ante_json_string (piece, "model"));
  if (ante_json_yes_no (piece, "done") != 1)
    return TRUE;

  heard->is_done = TRUE;
  heard->end = reason == NULL || g_str_equal (reason, "stop") ? ANTE_END_WHOLE
               : g_str_equal (reason, "length")               ? ANTE_END_LENGTH
                                                              : ANTE_END_ODD;
  if (ante_json_int (piece, "eval_count", -1) >= 0) {
    heard->usage.known = TRUE;
    heard->usage.input = MAX (ante_json_int (piece, "prompt_eval_count", 0), 0);
    heard->usage.output = MAX (ante_json_int (piece, "eval_count", 0), 0);
  }
  return TRUE;
}

static gboolean
ante_ollama_read_whole (AnteRemote *self, JsonObject *answer, AnteHeard *heard)
{
  return ante_json_object (answer, "message") != NULL &&
         ante_ollama_read_piece (self, answer, heard);
}

/* --- learning ------------------------------------------------------------------------------ */

/* Some models cannot think, some cannot be kept from it: both say so of "think". */
static gboolean
ante_ollama_adapt (AnteRemote *self, const AnteDenial *denial, AnteCapability *can)
{
  gboolean changed = ante_capability_drop (
    &can->no_extras, ante_denial_names (denial, "think") || ante_denial_names (denial, "thinking"));

  changed =
    ante_capability_drop (&can->no_temperature, ante_denial_names (denial, "temperature")) ||
    changed;
  if (!changed &&
      (ante_denial_names (denial, "format") || ante_denial_names (denial, "schema") ||
       ante_denial_names (denial, "grammar") || ante_denial_names (denial, "structured")))
    changed = ante_remote_next_shape (self, can);
  return changed;
}

static void
ante_ollama_finalize (GObject *object)
{
  g_hash_table_unref (ANTE_OLLAMA (object)->elsewhere);

  G_OBJECT_CLASS (ante_ollama_parent_class)->finalize (object);
}

static void
ante_ollama_class_init (AnteOllamaClass *klass)
{
  AnteRemoteClass *remote_class = ANTE_REMOTE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_ollama_finalize;
  ANTE_PROVIDER_CLASS (klass)->nick = "ollama";
  remote_class->lines = ANTE_LINES_JSON;
  remote_class->shapes = 1u << ANTE_SHAPE_SCHEMA | 1u << ANTE_SHAPE_JSON | 1u << ANTE_SHAPE_WORDS;
  remote_class->needs_done = TRUE;
  remote_class->complete_path = "/api/chat";
  remote_class->authorize = ante_ollama_authorize;
  remote_class->models_path = ante_ollama_models_path;
  remote_class->read_models = ante_ollama_read_models;
  remote_class->build = ante_ollama_build;
  remote_class->read_whole = ante_ollama_read_whole;
  remote_class->read_piece = ante_ollama_read_piece;
  remote_class->adapt = ante_ollama_adapt;
  remote_class->runs_elsewhere = ante_ollama_runs_elsewhere;
}

static void
ante_ollama_init (AnteOllama *self)
{
  self->elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AnteProvider *
ante_ollama_new (const AnteRemoteConfig *config, GError **error)
{
  g_autoptr (AnteOllama) self = g_object_new (ANTE_TYPE_OLLAMA, NULL);

  if (!ante_remote_set_up (ANTE_REMOTE (self), config, error))
    return NULL;
  ante_remote_trim_v1 (ANTE_REMOTE (self));
  return ANTE_PROVIDER (g_steal_pointer (&self));
}
