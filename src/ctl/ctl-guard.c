#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "rules/ante-text.h"
#include "rules/ante-zone.h"
#include "rules/guard/ante-guard.h"
#include "sandbox/sandbox-json.h"

#define USAGE "guard --profiles FILE --cases FILE"
#define MOST_OTHERS 200

typedef struct {
  const char *path;
  guint line;
  GHashTable *playbooks; /* (element-type utf8 AntePlaybook) */
  GHashTable *broken;    /* (element-type utf8 utf8): why one cannot be read */
} Cases;

/* NULL-terminated, of strings that the object keeps; anything else in the list is left out. */
static const char **
lend_texts (JsonArray *array)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const char **texts = g_new0 (const char *, n + 1);
  guint kept = 0;

  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      texts[kept++] = json_node_get_string (node);
  }
  return texts;
}

static AnteOtherLead *
lend_others (JsonArray *array, guint *n)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;
  AnteOtherLead *others = NULL;

  *n = MIN (length, MOST_OTHERS);
  others = g_new0 (AnteOtherLead, *n + 1);
  for (guint i = 0; i < *n; i++) {
    JsonNode *node = json_array_get_element (array, i);
    JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

    others[i].name = sandbox_json_string (object, "name");
    others[i].handle = sandbox_json_string (object, "handle");
    others[i].facts = lend_texts (object != NULL ? sandbox_json_array (object, "facts") : NULL);
  }
  return others;
}

static GDateTime *
read_time (JsonObject *object, const char *name)
{
  const char *text = object != NULL ? sandbox_json_string (object, name) : NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
}

static GDateTime *
read_booking (JsonObject *context)
{
  JsonObject *booking = context != NULL ? sandbox_json_object (context, "booking") : NULL;
  const char *status = booking != NULL ? sandbox_json_string (booking, "status") : NULL;
  const char *zone = booking != NULL ? sandbox_json_string (booking, "tz") : NULL;
  g_autoptr (GDateTime) start = read_time (booking, "start");
  g_autoptr (GTimeZone) there = zone != NULL ? ante_zone_find (zone) : NULL;

  if (start == NULL || g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "canceled") == 0)
    return NULL;
  return there != NULL ? g_date_time_to_timezone (start, there) : g_steal_pointer (&start);
}

static gboolean
read_channel (JsonObject *object, AnteChannel *channel)
{
  static const char *const names[] = { "open", "human_agent", "closed" };
  const char *name = sandbox_json_string (object, "window_state");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (name, names[i]) == 0) {
      *channel = (AnteChannel) i;
      return TRUE;
    }
  }
  return FALSE;
}

static JsonObject *
tell_finding (const AnteGuardFinding *finding)
{
  static const char *const sources[] = { "draft", "lead", "state" };
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "category", finding->category);
  ctl_set_text (object, "rule", finding->rule);
  ctl_set_text (object, "source", sources[finding->source]);
  if (finding->source != ANTE_GUARD_STATE) {
    json_object_set_int_member (object, "start", finding->start);
    json_object_set_int_member (object, "end", finding->end);
    ctl_set_text (object, "excerpt", finding->excerpt);
  }
  if (finding->source == ANTE_GUARD_LEAD)
    json_object_set_int_member (object, "message", finding->message);
  ctl_set_text (object, "detail", finding->detail);
  return object;
}

static JsonObject *
tell_result (const char *id, const AnteGuardResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *categories = json_array_new ();
  JsonArray *findings = json_array_new ();
  JsonArray *runs = json_array_new ();

  ctl_set_text (object, "id", id);
  ctl_set_text (object, "verdict", ante_verdict_kind_to_nick (result->kind));
  for (guint i = 0; i < result->findings->len; i++) {
    const AnteGuardFinding *finding = result->findings->pdata[i];
    gboolean told = FALSE;

    for (guint k = 0; k < i && !told; k++)
      told = g_str_equal (((AnteGuardFinding *) result->findings->pdata[k])->category,
                          finding->category);
    if (!told)
      json_array_add_string_element (categories, finding->category);
    json_array_add_object_element (findings, tell_finding (finding));
  }
  for (guint i = 0; i < result->runs->len; i++) {
    const AnteGuardRun *run = &g_array_index (result->runs, AnteGuardRun, i);

    if (run->passed)
      json_array_add_string_element (runs, run->rule);
  }
  json_object_set_array_member (object, "categories", categories);
  json_object_set_array_member (object, "findings", findings);
  json_object_set_array_member (object, "passed", runs);
  ctl_set_text (object, "engine", ANTE_GUARD_ENGINE);
  json_object_set_int_member (object, "profile_version", result->playbook_version);
  return object;
}

static JsonObject *
judge (Cases *cases, JsonObject *object, const char *id)
{
  JsonObject *context = sandbox_json_object (object, "context");
  const char *name = sandbox_json_string (object, "offer_rules");
  const char *draft = sandbox_json_string (object, "draft");
  g_autofree const char **messages = lend_texts (sandbox_json_array (object, "lead_messages"));
  g_autofree const char **tags =
    lend_texts (context != NULL ? sandbox_json_array (context, "lead_tags") : NULL);
  g_autofree const char **notes =
    lend_texts (context != NULL ? sandbox_json_array (context, "private_notes") : NULL);
  g_autoptr (GDateTime) now = read_time (context, "now");
  g_autoptr (GDateTime) booking = read_booking (context);
  g_autoptr (AnteGuardResult) result = NULL;
  AnteGuardCase guarded = { 0 };
  AnteOtherLead *others = NULL;
  guint n_others = 0;

  others =
    lend_others (context != NULL ? sandbox_json_array (context, "other_leads") : NULL, &n_others);
  guarded.playbook = name != NULL ? g_hash_table_lookup (cases->playbooks, name) : NULL;
  guarded.draft = draft;
  guarded.draft_length = draft != NULL ? strlen (draft) : 0;
  guarded.lead_messages = messages;
  guarded.now = now;
  guarded.booking_start = booking;
  guarded.tags = tags;
  guarded.private_notes = notes;
  guarded.others = others;
  guarded.n_others = n_others;
  /* What is not said is taken for the stricter. */
  if (!read_channel (object, &guarded.channel))
    guarded.channel = ANTE_CHANNEL_CLOSED;
  if (context != NULL) {
    guarded.owner_is_human = g_strcmp0 (sandbox_json_string (context, "owner"), "human") == 0;
    guarded.status = sandbox_json_string (context, "lead_status");
    guarded.is_client = sandbox_json_boolean (context, "is_client", FALSE);
    guarded.replied = sandbox_json_boolean (context, "replied_since_last_lead_message", FALSE);
  }
  result = ante_guard_check (&guarded);
  for (guint i = 0; i < n_others; i++)
    g_free ((gpointer) others[i].facts);
  g_free (others);
  return tell_result (id, result);
}

static JsonObject *
read_case (gpointer data, const char *line, GError **error)
{
  Cases *cases = data;
  g_autoptr (JsonObject) object = ctl_parse_loosely (line);
  const char *id = object != NULL ? sandbox_json_string (object, "id") : NULL;
  const char *name = object != NULL ? sandbox_json_string (object, "offer_rules") : NULL;

  if (id == NULL || sandbox_json_string (object, "draft") == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "line %u of %s is no case: it is one object {\"id\", \"offer_rules\", "
                 "\"lead_messages\", \"draft\", \"window_state\", \"context\"} a line",
                 cases->line, cases->path);
    return NULL;
  }
  if (name != NULL && !g_hash_table_contains (cases->playbooks, name) &&
      !g_hash_table_contains (cases->broken, name)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "line %u of %s asks for the profile %s, which is not on file", cases->line,
                 cases->path, name);
    return NULL;
  }
  return judge (cases, object, id);
}

/* A profile that cannot be read holds its cases; why, is said once. */
static void
tell_broken (Cases *cases)
{
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer why = NULL;

  g_hash_table_iter_init (&iter, cases->broken);
  while (g_hash_table_iter_next (&iter, &name, &why))
    g_printerr ("anteroomctl: the profile %s cannot be read, so all its cases are held: %s\n",
                (char *) name, (char *) why);
}

/**
 * ctl_guard:
 *
 * The guard on cases from a file: one verdict a line. It needs no data folder.
 */
JsonNode *
ctl_guard (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *profiles = ctl_take_option (args, "--profiles");
  g_autofree char *path = ctl_take_option (args, "--cases");
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) playbooks = NULL;
  g_autoptr (GHashTable) broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Cases cases = { path, 0, NULL, broken };
  GError *cause = NULL;

  if (!ctl_check_args (args, 0, 0, USAGE, error))
    return NULL;
  if (profiles == NULL || path == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "which profiles, which cases? Both are files; usage: %s", USAGE);
    return NULL;
  }
  if ((text = ctl_read_file (profiles, error)) == NULL)
    return NULL;
  playbooks = ante_playbook_parse_all (text, -1, broken, &cause);
  if (playbooks == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s: %s", profiles, cause->message);
    g_error_free (cause);
    return NULL;
  }
  cases.playbooks = playbooks;
  tell_broken (&cases);
  return ctl_read_cases (cases.path, &cases.line, read_case, &cases, error);
}

/* For people: a case a line, its findings below. */
void
ctl_print_guard (JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *told = json_array_get_object_element (array, i);
    JsonArray *findings = sandbox_json_array (told, "findings");
    g_autofree char *id = ante_text_clean_name (sandbox_json_string (told, "id"), 60);

    printf ("%s  %s\n", id, sandbox_json_string (told, "verdict"));
    for (guint k = 0; k < json_array_get_length (findings); k++) {
      JsonObject *finding = json_array_get_object_element (findings, k);
      g_autofree char *excerpt =
        ante_text_clean_name (sandbox_json_string (finding, "excerpt"), 60);
      g_autofree char *detail = ante_text_clean_name (sandbox_json_string (finding, "detail"), 80);

      printf ("  %-22s %s%s%s\n", sandbox_json_string (finding, "category"), excerpt,
              *excerpt != '\0' ? "  " : "", detail);
    }
  }
}
