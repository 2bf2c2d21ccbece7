#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-judge.h"

#include "rules/guard/ante-playbook-reader.h"

#include <json-glib/json-glib.h>

static const char *const sources[] = { "draft", "lead", "state" };

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonArray *
tell_state (const AnteVerdict *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->findings->len; i++) {
    const AnteFinding *finding = state->findings->pdata[i];
    JsonObject *told = json_object_new ();

    set_text (told, "rule", finding->rule);
    set_text (told, "kind", ante_verdict_kind_to_nick (finding->kind));
    set_text (told, "why", finding->why);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonArray *
tell_findings (const AnteGuardResult *guard)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < guard->findings->len; i++) {
    const AnteGuardFinding *finding = guard->findings->pdata[i];
    JsonObject *told = json_object_new ();

    set_text (told, "rule", finding->rule);
    set_text (told, "category", finding->category);
    set_text (told, "kind", ante_verdict_kind_to_nick (finding->kind));
    set_text (told, "source", sources[finding->source]);
    if (finding->source == ANTE_GUARD_LEAD)
      json_object_set_int_member (told, "message", finding->message);
    if (finding->source != ANTE_GUARD_STATE) {
      json_object_set_int_member (told, "start", finding->start);
      json_object_set_int_member (told, "end", finding->end);
    }
    set_text (told, "excerpt", finding->excerpt);
    set_text (told, "detail", finding->detail);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonArray *
tell_runs (const AnteGuardResult *guard)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < guard->runs->len; i++) {
    const AnteGuardRun *run = &g_array_index (guard->runs, AnteGuardRun, i);
    JsonObject *told = json_object_new ();

    set_text (told, "rule", run->rule);
    set_text (told, "category", run->category);
    json_object_set_boolean_member (told, "passed", run->passed);
    json_array_add_object_element (array, told);
  }
  return array;
}

char *
ante_receipt_write_body (const AnteJudgeCase *judged,
                         const AnteVerdict *state,
                         const AnteGuardResult *guard,
                         AnteVerdictKind kind)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  set_text (object, "verdict", ante_verdict_kind_to_nick (kind));
  set_text (object, "engine", ANTE_GUARD_ENGINE);
  json_object_set_int_member (object, "playbook", judged->playbook_version);
  set_text (object, "author", judged->send.author);
  json_object_set_array_member (object, "state", tell_state (state));
  if (guard != NULL) {
    json_object_set_array_member (object, "findings", tell_findings (guard));
    json_object_set_array_member (object, "rules", tell_runs (guard));
  }
  set_text (object, "basis", judged->basis);
  set_text (object, "why", judged->why);
  return json_to_string (node, FALSE);
}

/* --- to be shown ---------------------------------------------------------------------------- */

static void
line_free (AnteReceiptLine *self)
{
  g_free (self->rule);
  g_free (self->category);
  g_free (self->source);
  g_free (self->excerpt);
  g_free (self->what);
  g_free (self);
}

void
ante_receipt_view_free (AnteReceiptView *self)
{
  if (self == NULL)
    return;

  g_free (self->engine);
  g_ptr_array_unref (self->lines);
  g_strfreev (self->basis);
  g_free (self->why);
  g_free (self);
}

static char *
dup_text (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static AnteVerdictKind
get_kind (JsonObject *object, const char *name)
{
  AnteVerdictKind kind = ANTE_VERDICT_BLOCK;

  ante_verdict_kind_from_nick (json_object_get_string_member_with_default (object, name, NULL),
                               &kind);
  return kind;
}

static guint
get_count (JsonObject *object, const char *name)
{
  return (guint) CLAMP (json_object_get_int_member_with_default (object, name, 0), 0, G_MAXINT);
}

static void
add_state (AnteReceiptView *self, JsonObject *told)
{
  AnteReceiptLine *line = g_new0 (AnteReceiptLine, 1);

  g_ptr_array_add (self->lines, line);
  line->rule = dup_text (told, "rule");
  line->category = dup_text (told, "rule");
  line->kind = get_kind (told, "kind");
  line->source = g_strdup ("state");
  line->what = dup_text (told, "why");
}

static void
add_finding (AnteReceiptView *self, JsonObject *told)
{
  AnteReceiptLine *line = g_new0 (AnteReceiptLine, 1);

  g_ptr_array_add (self->lines, line);
  line->rule = dup_text (told, "rule");
  line->category = dup_text (told, "category");
  line->kind = get_kind (told, "kind");
  line->source = dup_text (told, "source");
  line->message = get_count (told, "message");
  line->start = get_count (told, "start");
  line->end = get_count (told, "end");
  line->excerpt = dup_text (told, "excerpt");
  line->what =
    g_strdup (line->category != NULL ? ante_judge_describe (line->category) : line->rule);
}

static void
add_passed (AnteReceiptView *self, JsonObject *told)
{
  AnteReceiptLine *line = NULL;

  if (!json_object_get_boolean_member_with_default (told, "passed", FALSE))
    return;
  line = g_new0 (AnteReceiptLine, 1);
  g_ptr_array_add (self->lines, line);
  line->rule = dup_text (told, "rule");
  line->category = dup_text (told, "category");
  line->kind = ANTE_VERDICT_ALLOW;
  line->source = g_strdup ("");
}

static void
add_all (AnteReceiptView *self,
         JsonArray *array,
         void (*add) (AnteReceiptView *self, JsonObject *told))
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_OBJECT (node))
      add (self, json_node_get_object (node));
  }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const AnteReceiptLine *left = *(const AnteReceiptLine *const *) a;
  const AnteReceiptLine *right = *(const AnteReceiptLine *const *) b;

  return (int) right->kind - (int) left->kind;
}

AnteReceiptView *
ante_receipt_view_new (const char *body)
{
  g_autoptr (JsonObject) object = ante_playbook_parse_object (body, -1, NULL);
  AnteReceiptView *self = NULL;
  const char *basis = NULL;

  if (object == NULL)
    return NULL;
  self = g_new0 (AnteReceiptView, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->kind = get_kind (object, "verdict");
  self->playbook_version = json_object_get_int_member_with_default (object, "playbook", 0);
  self->engine = dup_text (object, "engine");
  self->why = dup_text (object, "why");
  basis = json_object_get_string_member_with_default (object, "basis", "");
  self->basis = g_strsplit (basis, "\n", -1);
  add_all (self, get_array (object, "state"), add_state);
  add_all (self, get_array (object, "findings"), add_finding);
  add_all (self, get_array (object, "rules"), add_passed);
  g_ptr_array_sort (self->lines, compare_lines);
  return self;
}
