#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "engine/ante-playbook-commands.h"
#include "rules/playbook/ante-playbook-doc.h"

#define USAGE                                                                                      \
  "playbook | playbook export FILE [--version N] | playbook import FILE|--starter NAME [--note "   \
  "W] "                                                                                            \
  "[--replace] | playbook check FILE | playbook versions | playbook diff FILE [OTHER] | playbook " \
  "starters"

static gint64
now_ms (Ctl *ctl)
{
  return ctl->workspace != NULL ? ante_workspace_now (ctl->workspace) : g_get_real_time () / 1000;
}

/* --- documents ------------------------------------------------------------------------------ */

static AntePlaybookDoc *
read_doc (const char *path, GError **error)
{
  g_autofree char *text = ctl_read_file (path, error);
  g_autoptr (GError) cause = NULL;
  AntePlaybookDoc *doc = NULL;

  if (text == NULL)
    return NULL;
  doc = ante_playbook_doc_parse (text, -1, &cause);
  if (doc == NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s: %s", path, cause->message);
  return doc;
}

static AntePlaybookVersion *
get_version (Ctl *ctl, const char *number, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 wanted = 0;

  if (number != NULL && !g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &wanted, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "\"%s\" is no number of a version", number);
    return NULL;
  }
  CTL_CALL (result, ante_store_list_playbooks_async, store, NULL);
  if ((versions = ante_store_list_playbooks_finish (store, result, error)) == NULL)
    return NULL;
  for (guint i = 0; i < versions->len; i++) {
    const AntePlaybookVersion *version = versions->pdata[i];

    if (number != NULL ? version->version == wanted : version->active)
      return g_ptr_array_steal_index (versions, i);
  }
  if (number != NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "there is no version %s of the playbook", number);
  else
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "there is no playbook yet, so nothing is drafted. Begin with one: anteroomctl "
                 "playbook starters");
  return NULL;
}

/* --- what is told --------------------------------------------------------------------------- */

static JsonArray *
tell_notes (GPtrArray *notes, gboolean wrong)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < notes->len; i++) {
    const AntePlaybookNote *note = notes->pdata[i];
    JsonObject *told = NULL;

    if (note->wrong != wrong)
      continue;
    told = json_object_new ();
    ctl_set_text (told, "path", note->path);
    ctl_set_text (told, "what", note->what);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonArray *
tell_gaps (const AntePlan *plan)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GArray) gaps = plan != NULL ? ante_plan_find_gaps (plan) : NULL;

  for (guint i = 0; gaps != NULL && i < gaps->len; i++) {
    const AntePlanGap *gap = &g_array_index (gaps, AntePlanGap, i);
    JsonObject *told = json_object_new ();

    ctl_set_text (told, "section", gap->section);
    ctl_set_text (told, "what", gap->what);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonArray *
tell_diff (const AntePlaybookDoc *before, const AntePlaybookDoc *after)
{
  g_autoptr (GPtrArray) lines = ante_playbook_doc_diff (before, after);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++) {
    const AntePlaybookDiffLine *line = lines->pdata[i];
    JsonObject *told = json_object_new ();

    ctl_set_text (told, "section", line->section);
    ctl_set_text (told, "path", line->path);
    ctl_set_text (told, "text", line->text);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonObject *
tell_version (const AntePlaybookVersion *version)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "version", version->version);
  ctl_set_time (object, "at", version->at);
  ctl_set_text (object, "party", version->party);
  ctl_set_text (object, "note", version->note);
  json_object_set_boolean_member (object, "active", version->active);
  json_object_set_boolean_member (object, "used", version->used);
  ctl_set_text (object, "sha256", version->sha256);
  return object;
}

/* The version that holds, with what is missing and what was not looked at for long. */
static JsonNode *
show (Ctl *ctl, GError **error)
{
  g_autoptr (AntePlaybookVersion) version = get_version (ctl, NULL, error);
  g_autoptr (AntePlan) plan = NULL;
  g_autoptr (GPtrArray) stale = NULL;
  JsonObject *object = NULL;
  JsonArray *array = NULL;

  if (version == NULL)
    return NULL;
  plan = ante_plan_parse (version->document, -1, error);
  if (plan == NULL)
    return NULL;
  object = tell_version (version);
  json_object_set_array_member (object, "gaps", tell_gaps (plan));
  array = json_array_new ();
  stale = ante_plan_find_stale (plan, now_ms (ctl));
  for (guint i = 0; i < stale->len; i++)
    json_array_add_string_element (array, stale->pdata[i]);
  json_object_set_array_member (object, "stale", array);
  return ctl_object (object);
}

static JsonNode *
list_versions (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_playbooks_async, store, NULL);
  if ((versions = ante_store_list_playbooks_finish (store, result, error)) == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < versions->len; i++)
    json_array_add_object_element (array, tell_version (versions->pdata[i]));
  return ctl_array (array);
}

static JsonNode *
list_starters (void)
{
  g_auto (GStrv) names = ante_starters_list ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *text = ante_starters_get (names[i]);
    g_autoptr (AntePlaybookDoc) doc = ante_playbook_doc_parse (text, -1, NULL);
    g_autofree char *niche = ante_playbook_doc_dup_text (doc, "niche");
    JsonObject *object = json_object_new ();

    ctl_set_text (object, "name", names[i]);
    ctl_set_text (object, "niche", niche);
    json_array_add_object_element (array, object);
  }
  return ctl_array (array);
}

/* --- in and out ----------------------------------------------------------------------------- */

static JsonNode *export(Ctl *ctl, const char *path, const char *number, GError **error)
{
  g_autoptr (AntePlaybookVersion) version = get_version (ctl, number, error);
  g_autoptr (GError) cause = NULL;
  JsonObject *object = NULL;

  if (version == NULL)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "%s is there already and stays as it is; name another file", path);
    return NULL;
  }
  if (!g_file_set_contents (path, version->document, -1, &cause)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s cannot be written: %s", path,
                 cause->message);
    return NULL;
  }
  object = tell_version (version);
  ctl_set_text (object, "file", path);
  return ctl_object (object);
}

static void
say_why_not (const char *path, const AntePlaybookDoc *doc, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) notes = ante_playbook_doc_check (doc, now);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++) {
    const AntePlaybookNote *note = notes->pdata[i];

    n += note->wrong ? 1 : 0;
    if (note->wrong && n <= 3)
      g_string_append_printf (words, "%s%s: %s", n > 1 ? "; " : "", note->path, note->what);
  }
  if (n > 3)
    g_string_append_printf (words, "; and %u more: anteroomctl playbook check %s", n - 3, path);
  g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "%s is no playbook yet: %s. The one before holds.",
               path, words->str);
}

static JsonNode *
import (Ctl *ctl,
        const char *path,
        const AntePlaybookDoc *doc,
        const char *note,
        gboolean replace,
        GError **error)
{
  g_autofree char *text = ante_playbook_doc_write (doc);
  g_autoptr (AntePlan) plan = ante_playbook_doc_read (doc, NULL);
  g_autoptr (AntePlaybookVersion) before = get_version (ctl, NULL, NULL);
  g_autoptr (AntePlaybookVersion) version = NULL;
  g_autoptr (AntePlaybookDoc) old = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  JsonObject *object = NULL;
  gint64 act = 0;

  if (plan == NULL) {
    say_why_not (path, doc, now_ms (ctl), error);
    return NULL;
  }
  CTL_CALL (result, ante_command_keep_playbook_async, ctl->workspace, text, note, replace);
  act = ante_command_keep_playbook_finish (ctl->workspace, result, error);
  if (act < 0 || (version = get_version (ctl, NULL, error)) == NULL)
    return NULL;
  object = tell_version (version);
  json_object_set_boolean_member (object, "changed", act > 0);
  old = before != NULL ? ante_playbook_doc_parse (before->document, -1, NULL) : NULL;
  if (old != NULL)
    json_object_set_array_member (object, "diff", tell_diff (old, doc));
  json_object_set_array_member (object, "gaps", tell_gaps (plan));
  return ctl_object (object);
}

static JsonNode *
import_starter (Ctl *ctl, const char *name, const char *note, gboolean replace, GError **error)
{
  g_autofree char *text = ante_starters_get (name);
  g_autoptr (AntePlaybookDoc) doc = NULL;

  if (text == NULL) {
    g_auto (GStrv) names = ante_starters_list ();
    g_autofree char *known = g_strjoinv (", ", names);

    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "there is no starter %s; there are: %s", name,
                 known);
    return NULL;
  }
  doc = ante_playbook_doc_parse (text, -1, error);
  return doc != NULL ? import (ctl, name, doc, note != NULL ? note : name, replace, error) : NULL;
}

static JsonNode *
check (Ctl *ctl, const char *path, GError **error)
{
  g_autoptr (AntePlaybookDoc) doc = read_doc (path, error);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (AntePlan) plan = NULL;
  JsonObject *object = NULL;
  JsonArray *problems = NULL;

  if (doc == NULL)
    return NULL;
  notes = ante_playbook_doc_check (doc, now_ms (ctl));
  plan = ante_playbook_doc_read (doc, NULL);
  problems = tell_notes (notes, TRUE);
  object = json_object_new ();
  json_object_set_boolean_member (object, "ok", json_array_get_length (problems) == 0);
  json_object_set_array_member (object, "problems", problems);
  json_object_set_array_member (object, "notes", tell_notes (notes, FALSE));
  json_object_set_array_member (object, "gaps", tell_gaps (plan));
  return ctl_object (object);
}

/* Against the version that holds, or against another file. */
static JsonNode *
diff (Ctl *ctl, const char *path, const char *other, GError **error)
{
  g_autoptr (AntePlaybookDoc) first = read_doc (path, error);
  g_autoptr (AntePlaybookDoc) second = NULL;

  if (first == NULL)
    return NULL;
  if (other != NULL) {
    second = read_doc (other, error);
    return second != NULL ? ctl_array (tell_diff (first, second)) : NULL;
  }
  {
    g_autoptr (AntePlaybookVersion) version = get_version (ctl, NULL, error);

    second = version != NULL ? ante_playbook_doc_parse (version->document, -1, error) : NULL;
  }
  return second != NULL ? ctl_array (tell_diff (second, first)) : NULL;
}

gboolean
ctl_playbook_needs_folder (GPtrArray *args)
{
  const char *verb = ctl_arg (args, 0);

  return verb == NULL || !(g_str_equal (verb, "check") || g_str_equal (verb, "starters") ||
                           (g_str_equal (verb, "diff") && args->len > 2));
}

gboolean
ctl_playbook_reads_alone (GPtrArray *args)
{
  return g_strcmp0 (ctl_arg (args, 0), "import") != 0;
}

/**
 * ctl_playbook:
 *
 * The playbook as one document: out, in, looked over, compared.
 */
JsonNode *
ctl_playbook (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *starter = ctl_take_option (args, "--starter");
  g_autofree char *note = ctl_take_option (args, "--note");
  g_autofree char *number = ctl_take_option (args, "--version");
  gboolean replace = ctl_take_flag (args, "--replace");
  const char *verb = ctl_arg (args, 0);
  const char *path = ctl_arg (args, 1);

  if (!ctl_check_args (args, 0, 3, USAGE, error))
    return NULL;
  if (verb == NULL)
    return show (ctl, error);
  if (g_str_equal (verb, "versions") && path == NULL)
    return list_versions (ctl, error);
  if (g_str_equal (verb, "starters") && path == NULL)
    return list_starters ();
  if (g_str_equal (verb, "import") && starter != NULL && path == NULL)
    return import_starter (ctl, starter, note, replace, error);
  if (path != NULL && g_str_equal (verb, "export") && args->len == 2)
    return export(ctl, path, number, error);
  if (path != NULL && g_str_equal (verb, "check") && args->len == 2)
    return check (ctl, path, error);
  if (path != NULL && g_str_equal (verb, "diff"))
    return diff (ctl, path, ctl_arg (args, 2), error);
  if (path != NULL && starter == NULL && g_str_equal (verb, "import") && args->len == 2) {
    g_autoptr (AntePlaybookDoc) doc = read_doc (path, error);

    return doc != NULL ? import (ctl, path, doc, note, replace, error) : NULL;
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", USAGE);
  return NULL;
}

/* --- for people ----------------------------------------------------------------------------- */

static void
print_list (JsonObject *object, const char *name, const char *heading)
{
  JsonArray *array =
    json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return;
  puts (heading);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

    if (entry == NULL)
      printf ("  %s\n", json_node_get_string (node));
    else if (json_object_has_member (entry, "text"))
      printf ("  %s\n", json_object_get_string_member (entry, "text"));
    else
      printf ("  %s: %s\n",
              json_object_get_string_member (
                entry, json_object_has_member (entry, "path") ? "path" : "section"),
              json_object_get_string_member (entry, "what"));
  }
}

static void
print_entries (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *entry = json_array_get_object_element (array, i);

    if (json_object_has_member (entry, "text"))
      puts (json_object_get_string_member (entry, "text"));
    else if (json_object_has_member (entry, "niche"))
      printf ("%-12s %s\n", json_object_get_string_member (entry, "name"),
              json_object_get_string_member (entry, "niche"));
    else
      printf ("%4d  %s%s%s\n", (int) json_object_get_int_member (entry, "version"),
              json_object_get_string_member (entry, "at"),
              json_object_get_boolean_member (entry, "active") ? "  it holds" : "",
              json_object_get_boolean_member (entry, "used") ? "  used" : "");
  }
  if (json_array_get_length (array) == 0)
    puts ("Nothing.");
}

void
ctl_print_playbook (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL) {
    print_entries (json_node_get_array (node));
    return;
  }
  if (json_object_has_member (object, "ok"))
    puts (json_object_get_boolean_member (object, "ok") ? "It can be used."
                                                        : "It cannot be used yet.");
  else
    printf ("Version %d, kept %s%s\n", (int) json_object_get_int_member (object, "version"),
            json_object_get_string_member (object, "at"),
            json_object_has_member (object, "changed") &&
                !json_object_get_boolean_member (object, "changed")
              ? ": it says what held already."
              : ".");
  print_list (object, "problems", "To be mended:");
  print_list (object, "notes", "Worth a look:");
  print_list (object, "diff", "What changed:");
  print_list (object, "gaps", "Nothing leaves by itself before this is filled in:");
  print_list (object, "stale", "Not looked at for long:");
}
