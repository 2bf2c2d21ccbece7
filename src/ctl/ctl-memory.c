#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "rules/ante-text.h"
#include "rules/memory/ante-memory.h"
#include "sandbox/sandbox-json.h"

#define USAGE "memory --cases FILE [--criteria FILE]"

typedef struct {
  const char *path;
  guint line;
  GHashTable *criteria; /* (element-type utf8 AnteCriteriaSet) */
} Cases;

static gboolean
add_criterion (GPtrArray *into, JsonObject *object, gboolean disqualifies, GError **error)
{
  const char *id = object != NULL ? sandbox_json_string (object, "id") : NULL;
  g_autoptr (AnteCriterion) criterion = NULL;
  const char *field = NULL;
  JsonNode *value = NULL;

  if (id == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "a criterion has no id; each is {\"id\", \"rule\"}");
    return FALSE;
  }
  criterion = ante_criterion_new (id, sandbox_json_string (object, "rule"), disqualifies);
  field = sandbox_json_string (object, "field");
  value = json_object_get_member (object, "value");
  if (field != NULL &&
      !ante_criterion_set (
        criterion, field, sandbox_json_string (object, "comparison"),
        value != NULL && JSON_NODE_HOLDS_VALUE (value) ? json_node_get_double (value) : 0)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "the criterion %s asks for the field %s in a way that is not known", id, field);
    return FALSE;
  }
  g_ptr_array_add (into, g_steal_pointer (&criterion));
  return TRUE;
}

static gboolean
add_criteria (GPtrArray *into, JsonObject *object, const char *name, GError **error)
{
  JsonArray *array = sandbox_json_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (!add_criterion (into, JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL,
                        g_str_equal (name, "disqualifiers"), error))
      return FALSE;
  }
  return TRUE;
}

/* {"criteria": {NAME: {"required": […], "disqualifiers": […]}}} */
static GHashTable *
read_criteria (const char *path, GError **error)
{
  g_autoptr (GHashTable) sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) ante_criteria_set_free);
  g_autofree char *text = ctl_read_file (path, error);
  g_autoptr (JsonObject) root = text != NULL ? ctl_parse_loosely (text) : NULL;
  JsonObject *all = root != NULL ? sandbox_json_object (root, "criteria") : NULL;
  g_autoptr (GList) names = all != NULL ? json_object_get_members (all) : NULL;

  if (text == NULL)
    return NULL;
  if (all == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "%s holds no criteria: it is one object {\"criteria\": {…}}", path);
    return NULL;
  }
  for (GList *l = names; l != NULL; l = l->next) {
    JsonObject *object = sandbox_json_object (all, l->data);
    AnteCriteriaSet *set = ante_criteria_set_new ();

    g_hash_table_insert (sets, g_strdup (l->data), set);
    if (object != NULL && (!add_criteria (set->required, object, "required", error) ||
                           !add_criteria (set->disqualifiers, object, "disqualifiers", error)))
      return NULL;
  }
  return g_steal_pointer (&sets);
}

/* What a message is called in the file; its place where it has no number. */
static int
number_of (JsonArray *messages, int line)
{
  JsonObject *message = NULL;

  if (line < 0)
    return -1;
  message = json_array_get_object_element (messages, (guint) line);
  return (int) sandbox_json_int (message, "i", line);
}

static void
set_evidence (JsonObject *object, JsonArray *messages, int line)
{
  if (line >= 0)
    json_object_set_int_member (object, "evidence", number_of (messages, line));
  else
    json_object_set_null_member (object, "evidence");
}

static JsonObject *
tell_fact (const AnteMemoryFact *fact, JsonArray *messages, const char *type_name)
{
  JsonObject *object = json_object_new ();

  if (type_name != NULL)
    ctl_set_text (object, type_name, fact->type);
  ctl_set_text (object, "value", fact->text);
  if (fact->kind == ANTE_FACT_BUDGET) {
    json_object_set_double_member (object, "amount", fact->amount);
    ctl_set_text (object, "currency", fact->currency);
    ctl_set_text (object, "period", fact->period);
  }
  set_evidence (object, messages, (int) fact->line);
  json_object_set_int_member (object, "start", fact->span_start);
  json_object_set_int_member (object, "end", fact->span_end);
  json_object_set_double_member (object, "confidence", fact->confidence);
  return object;
}

static JsonObject *
tell_state (const AnteMemoryState *state, JsonArray *messages, const char *name)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, name, state->value);
  set_evidence (object, messages, state->line);
  return object;
}

static void
set_one (
  JsonObject *facts, const char *name, const AnteMemory *memory, AnteFactKind kind, JsonArray *msgs)
{
  const AnteMemoryFact *fact = ante_memory_find (memory, kind, NULL);

  if (fact != NULL)
    json_object_set_object_member (facts, name, tell_fact (fact, msgs, NULL));
  else
    json_object_set_null_member (facts, name);
}

static void
set_several (JsonObject *facts,
             const char *name,
             const char *type_name,
             const AnteMemory *memory,
             AnteFactKind kind,
             JsonArray *messages)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *fact = memory->facts->pdata[i];

    if (fact->kind == kind)
      json_array_add_object_element (array, tell_fact (fact, messages, type_name));
  }
  json_object_set_array_member (facts, name, array);
}

static JsonArray *
tell_words (GPtrArray *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < words->len; i++)
    json_array_add_string_element (array, words->pdata[i]);
  return array;
}

static JsonObject *
tell_qualification (const AnteMemory *memory, JsonArray *messages)
{
  JsonObject *object = tell_state (&memory->qualification, messages, "verdict");

  json_object_set_array_member (object, "criteria_met", tell_words (memory->met));
  json_object_set_array_member (object, "criteria_missing", tell_words (memory->missing));
  ctl_set_text (object, "disqualifier", memory->disqualifier);
  return object;
}

static JsonObject *
tell_memory (const AnteMemory *memory, JsonArray *messages)
{
  JsonObject *facts = json_object_new ();

  set_one (facts, "goal", memory, ANTE_FACT_GOAL, messages);
  set_one (facts, "problem", memory, ANTE_FACT_PROBLEM, messages);
  set_one (facts, "bottleneck", memory, ANTE_FACT_BOTTLENECK, messages);
  set_one (facts, "budget", memory, ANTE_FACT_BUDGET, messages);
  set_one (facts, "timeline", memory, ANTE_FACT_TIMELINE, messages);
  set_several (facts, "objections", "type", memory, ANTE_FACT_OBJECTION, messages);
  set_several (facts, "fit_signals", "key", memory, ANTE_FACT_FIT, messages);
  set_several (facts, "already_told", "type", memory, ANTE_FACT_ALREADY_KNOWS, messages);
  json_object_set_object_member (facts, "source", tell_state (&memory->source, messages, "value"));
  json_object_set_object_member (facts, "booking_status",
                                 tell_state (&memory->booking, messages, "value"));
  json_object_set_object_member (facts, "next_step",
                                 tell_state (&memory->next_step, messages, "type"));
  json_object_set_object_member (facts, "offer_interest",
                                 tell_state (&memory->interest, messages, "value"));
  json_object_set_object_member (facts, "qualification", tell_qualification (memory, messages));
  return facts;
}

/* FALSE where what should be a message is none. */
static gboolean
add_messages (AnteTalk *talk, JsonArray *messages, AnteMemoryOrigin *origin)
{
  for (guint i = 0; i < json_array_get_length (messages); i++) {
    JsonNode *node = json_array_get_element (messages, i);
    JsonObject *message = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    JsonObject *meta = NULL;

    if (message == NULL)
      return FALSE;
    ante_talk_add (talk, g_strcmp0 (sandbox_json_string (message, "from"), "lead") == 0,
                   sandbox_json_string (message, "text"));
    meta = i == 0 ? sandbox_json_object (message, "meta") : NULL;
    if (meta != NULL)
      *origin = (AnteMemoryOrigin){ sandbox_json_string (meta, "kind"),
                                    sandbox_json_string (meta, "keyword") };
  }
  return TRUE;
}

static JsonObject *
read_case (gpointer data, const char *line, GError **error)
{
  Cases *cases = data;
  g_autoptr (JsonObject) object = ctl_parse_loosely (line);
  JsonArray *messages = object != NULL ? sandbox_json_array (object, "messages") : NULL;
  const char *id = object != NULL ? sandbox_json_string (object, "id") : NULL;
  const char *name = object != NULL ? sandbox_json_string (object, "criteria") : NULL;
  AnteMemoryOrigin origin = { NULL, NULL };
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = NULL;
  JsonObject *told = NULL;

  if (id == NULL || messages == NULL || !add_messages (talk, messages, &origin)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "line %u of %s is no conversation: it is one object "
                 "{\"id\", \"criteria\", \"messages\": […]} a line",
                 cases->line, cases->path);
    return NULL;
  }
  if (name != NULL && cases->criteria != NULL && !g_hash_table_contains (cases->criteria, name)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "line %u of %s asks for the criteria %s, which are not on file", cases->line,
                 cases->path, name);
    return NULL;
  }
  ante_talk_find_tongues (talk);
  memory = ante_memory_read (
    talk, &origin,
    name != NULL && cases->criteria != NULL ? g_hash_table_lookup (cases->criteria, name) : NULL);
  told = json_object_new ();
  ctl_set_text (told, "id", id);
  json_object_set_object_member (told, "facts", tell_memory (memory, messages));
  return told;
}

/* The criteria that lie beside the cases, unless others are named; none where there are none. */
static char *
find_criteria (const char *cases, const char *named)
{
  g_autofree char *folder = g_path_get_dirname (cases);
  g_autofree char *beside = g_build_filename (folder, "criteria.json", NULL);

  if (named != NULL)
    return g_strdup (named);
  return g_file_test (beside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&beside) : NULL;
}

JsonNode *
ctl_memory (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *path = ctl_take_option (args, "--cases");
  g_autofree char *named = ctl_take_option (args, "--criteria");
  g_autofree char *criteria = NULL;
  g_autoptr (GHashTable) sets = NULL;
  Cases cases = { path, 0, NULL };

  if (!ctl_check_args (args, 0, 0, USAGE, error))
    return NULL;
  if (path == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "which conversations? They are in a file, one a line; usage: %s", USAGE);
    return NULL;
  }
  criteria = find_criteria (path, named);
  if (criteria != NULL && (sets = read_criteria (criteria, error)) == NULL)
    return NULL;
  cases.criteria = sets;
  return ctl_read_cases (cases.path, &cases.line, read_case, &cases, error);
}

static void
print_value (const char *name, JsonObject *object, const char *member)
{
  g_autofree char *shown = ante_text_clean_name (sandbox_json_string (object, member), 100);
  gint64 evidence = sandbox_json_int (object, "evidence", -1);

  if (evidence >= 0)
    printf ("  %-16s %s  (message %" G_GINT64_FORMAT ")\n", name, shown, evidence);
  else
    printf ("  %-16s %s\n", name, shown);
}

static void
print_list (JsonArray *array, const char *type_name)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object = json_array_get_object_element (array, i);

    print_value (sandbox_json_string (object, type_name), object, "value");
  }
}

/* For people: a conversation a paragraph, a fact a line, each with the message that proves it. */
void
ctl_print_memory (JsonNode *node)
{
  static const char *const ones[] = { "goal", "problem", "bottleneck", "budget", "timeline" };
  static const char *const states[] = { "source", "booking_status", "offer_interest" };
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *told = json_array_get_object_element (array, i);
    JsonObject *facts = sandbox_json_object (told, "facts");
    g_autofree char *id = ante_text_clean_name (sandbox_json_string (told, "id"), 60);

    printf ("%s%s\n", i > 0 ? "\n" : "", id);
    for (guint k = 0; k < G_N_ELEMENTS (ones); k++) {
      if (sandbox_json_object (facts, ones[k]) != NULL)
        print_value (ones[k], sandbox_json_object (facts, ones[k]), "value");
    }
    print_list (sandbox_json_array (facts, "objections"), "type");
    print_list (sandbox_json_array (facts, "fit_signals"), "key");
    print_list (sandbox_json_array (facts, "already_told"), "type");
    for (guint k = 0; k < G_N_ELEMENTS (states); k++)
      print_value (states[k], sandbox_json_object (facts, states[k]), "value");
    print_value ("next_step", sandbox_json_object (facts, "next_step"), "type");
    print_value ("qualification", sandbox_json_object (facts, "qualification"), "verdict");
  }
}
