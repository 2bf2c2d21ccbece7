#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-saved-reply.h"
#include "rules/guard/ante-guard.h"
#include "rules/playbook/ante-plan-json.h"
#include "rules/playbook/ante-playbook-tree.h"

#include <string.h>

#define MOST_NOTES 100

static void
note_free (AntePlaybookNote *self)
{
  g_free (self->path);
  g_free (self->what);
  g_free (self);
}

static void
add_note (GPtrArray *notes, const char *path, const char *what, gboolean wrong)
{
  AntePlaybookNote *note = NULL;

  if (notes->len >= MOST_NOTES)
    return;
  note = g_new0 (AntePlaybookNote, 1);
  note->path = g_strdup (path);
  note->what = g_strdup (what);
  note->wrong = wrong;
  g_ptr_array_add (notes, note);
}

static void
add_problems (GPtrArray *notes, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const char *problem = problems->pdata[i];
    const char *colon = strstr (problem, ": ");
    g_autofree char *path =
      colon != NULL ? g_strndup (problem, (gsize) (colon - problem)) : g_strdup ("");

    add_note (notes, path, colon != NULL ? colon + 2 : problem, TRUE);
  }
}

/* --- names that nobody reads ---------------------------------------------------------------- */

static void look_into (GPtrArray *notes, const char *path, JsonNode *node);

/* There the names are words of their own. */
static gboolean
has_own_names (const char *path)
{
  return g_str_equal (path, "permissions.intents") || g_str_equal (path, "last_reviewed");
}

static gboolean
is_section (const char *name)
{
  return g_strv_contains (ante_plan_sections, name);
}

static void
look_into_object (GPtrArray *notes, const char *path, JsonObject *object)
{
  g_autoptr (GPtrArray) names = ante_playbook_sort_names (object);

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *inner = *path != '\0' ? g_strconcat (path, ".", name, NULL) : g_strdup (name);

    if (has_own_names (path) ? g_str_equal (path, "last_reviewed") && !is_section (name)
                             : ante_playbook_rank (name) == G_MAXUINT)
      add_note (notes, inner, "is not known here; it is kept, and nothing reads it", FALSE);
    else
      look_into (notes, inner, json_object_get_member (object, name));
  }
}

static void
look_into (GPtrArray *notes, const char *path, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    look_into_object (notes, path, json_node_get_object (node));
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);

      look_into (notes, inner, json_array_get_element (array, i));
    }
  }
}

/* --- words that the guard would not let out ------------------------------------------------- */

static void
guard_words (
  GPtrArray *notes, const AntePlan *plan, const char *path, const char *text, GDateTime *now)
{
  AnteReplyWords words = { "Sam", "sam", plan->booking_link, plan->profile->coach_name };
  g_autofree char *filled = text != NULL ? ante_saved_reply_fill (text, &words) : NULL;
  AnteGuardCase guarded = { .playbook = plan->profile,
                            .draft = filled,
                            .draft_length = filled != NULL ? strlen (filled) : 0,
                            .now = now,
                            .status = "qualified" };
  g_autoptr (AnteGuardResult) result = NULL;

  if (filled == NULL)
    return;
  result = ante_guard_check (&guarded);
  for (guint i = 0; i < result->findings->len; i++) {
    const AnteGuardFinding *finding = result->findings->pdata[i];
    g_autofree char *what = NULL;

    what = g_strdup_printf ("would be %s by the guard: %s%s%s%s",
                            finding->kind == ANTE_VERDICT_BLOCK ? "blocked" : "held",
                            finding->category, finding->excerpt != NULL ? " (“" : "",
                            finding->excerpt != NULL ? finding->excerpt : "",
                            finding->excerpt != NULL ? "”)" : "");
    add_note (notes, path, what, FALSE);
  }
}

static void
guard_replies (GPtrArray *notes, const AntePlan *plan, const char *list, GDateTime *now)
{
  GPtrArray *replies = g_str_equal (list, "openers") ? plan->openers : plan->replies;

  for (guint i = 0; i < replies->len; i++) {
    g_autofree char *path = g_strdup_printf ("%s[%u].text", list, i);

    guard_words (notes, plan, path, ((AntePlanReply *) replies->pdata[i])->text, now);
  }
}

static void
guard_all (GPtrArray *notes, const AntePlan *plan, gint64 at)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (at / 1000);

  for (guint i = 0; i < plan->criteria->len; i++) {
    g_autofree char *path = g_strdup_printf ("qualification.criteria[%u].question", i);

    guard_words (notes, plan, path, ((AntePlanCriterion *) plan->criteria->pdata[i])->question,
                 now);
  }
  guard_replies (notes, plan, "openers", now);
  guard_replies (notes, plan, "saved_replies", now);
  if (plan->booking_link != NULL)
    guard_words (notes, plan, "booking.link", plan->booking_link, now);
  for (guint i = 0; i < plan->sequences->len; i++) {
    const AntePlanSequence *sequence = plan->sequences->pdata[i];

    for (guint k = 0; k < sequence->steps->len; k++) {
      g_autofree char *path = g_strdup_printf ("follow_ups[%u].steps[%u].text", i, k);

      guard_words (notes, plan, path, ((AntePlanStep *) sequence->steps->pdata[k])->text, now);
    }
  }
}

GPtrArray *
ante_playbook_doc_check (const AntePlaybookDoc *self, gint64 now)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  g_auto (AntePlaybookReader) reader = { 0 };
  g_autoptr (AntePlan) plan = ante_plan_new ();

  ante_playbook_reader_init (&reader, "");
  if (ante_playbook_member (self->root, "version") == NULL)
    json_object_set_int_member (self->root, "version", 0);
  ante_plan_read (&reader, self->root, plan);
  add_problems (notes, reader.problems);
  look_into_object (notes, "", self->root);
  if (reader.problems->len == 0)
    guard_all (notes, plan, now);
  return notes;
}
