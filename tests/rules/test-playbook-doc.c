#include "config.h"

#include "test-plan.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795165200000)

static void
test_what_is_not_known_is_kept (void)
{
  g_autoptr (AntePlaybookDoc) doc =
    test_doc ("\"house_rule\": {\"b\": [1, 2.5, null], \"a\": \"x\\u200by\"}");
  g_autofree char *text = ante_playbook_doc_write (doc);
  g_autoptr (AntePlaybookDoc) again = ante_playbook_doc_parse (text, -1, NULL);
  g_autofree char *twice = ante_playbook_doc_write (again);

  g_assert_nonnull (strstr (text, "\"house_rule\": {\"a\": \"x\\u200by\", \"b\": [1, 2.5, null]}"));
  g_assert_cmpstr (text, ==, twice);
}

/* The order in which somebody wrote it down does not count. */
static void
test_same_content_has_the_same_bytes (void)
{
  g_autoptr (AntePlaybookDoc) one =
    ante_playbook_doc_parse ("{\"offers\": [], \"version\": 1, \"z\": 1, \"a\": 49.9}", -1, NULL);
  g_autoptr (AntePlaybookDoc) other =
    ante_playbook_doc_parse ("{\"a\": 49.90, \"z\": 1,  \"version\": 1, \"offers\": []}", -1, NULL);
  g_autofree char *first = ante_playbook_doc_write (one);
  g_autofree char *second = ante_playbook_doc_write (other);

  g_assert_cmpstr (first, ==,
                   "{\n  \"version\": 1,\n  \"offers\": [],\n  \"a\": 49.9,\n  \"z\": 1\n}\n");
  g_assert_cmpstr (first, ==, second);
}

/* Each wrong member, and how the refusal must begin. */
static const struct {
  const char *more;
  const char *problem;
} breaks[] = {
  { "\"permissions\": {\"intents\": {\"prize\": \"auto\"}}",
    "permissions.intents.prize: is no intent" },
  { "\"permissions\": {\"otherwise\": \"always\"}",
    "permissions.otherwise: is none of off, draft, auto" },
  { "\"permissions\": {\"narrow\": [{\"at_most\": \"auto\"}]}", "permissions.narrow[0].at_most" },
  { "\"quiet_hours\": {\"from\": \"25:00\", \"until\": \"08:00\"}",
    "quiet_hours.from: is no time" },
  { "\"quiet_hours\": {\"from\": \"20:00\", \"until\": \"08:00\", \"zone\": \"Mars\"}",
    "quiet_hours.zone: is no time zone" },
  { "\"saved_replies\": [{\"id\": \"a\", \"intent\": \"price\", \"text\": \"x\"}, {\"id\": \"a\", "
    "\"intent\": \"price\", \"text\": \"y\"}]",
    "saved_replies[1].id: is taken" },
  { "\"saved_replies\": [{\"id\": \"a\", \"text\": \"x\"}]",
    "saved_replies[0].intent: is missing" },
  { "\"saved_replies\": [{\"id\": \"a\", \"intent\": \"price\", \"text\": \"x\", \"offer\": "
    "\"q\"}]",
    "saved_replies[0].offer: names the offer q" },
  { "\"openers\": [{\"id\": \"a\", \"source\": \"fax\", \"text\": \"x\"}]",
    "openers[0].source: is no source" },
  { "\"follow_ups\": [{\"stage\": \"later\", \"steps\": []}]", "follow_ups[0].stage: is no stage" },
  { "\"follow_ups\": [{\"stage\": \"nurture\", \"steps\": [{\"led_by\": \"ai\", \"reason\": "
    "\"r\"}]}]",
    "follow_ups[0].steps[0].after_days: is missing" },
  { "\"qualification\": {\"criteria\": [{\"id\": \"a\", \"rule\": \"r\", \"field\": \"shoe "
    "size\"}]}",
    "qualification.criteria[0].field: is no field" },
  { "\"escalation_triggers\": [{\"id\": \"a\", \"when\": \"words\"}]",
    "escalation_triggers[0].words: is missing or empty" },
  { "\"caps\": {\"hold_minutes\": 0}", "caps.hold_minutes: is not between" },
  { "\"last_reviewed\": {\"offers\": \"soon\"}", "last_reviewed.offers: is no day" },
};

static void
test_problems_name_their_path (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++) {
    g_autoptr (AntePlaybookDoc) doc = test_doc (breaks[i].more);
    g_autoptr (GError) error = NULL;

    g_assert_null (ante_playbook_doc_read (doc, &error));
    g_assert_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD);
    g_test_message ("%s", error->message);
    g_assert_true (g_str_has_prefix (error->message, breaks[i].problem));
  }
}

static gboolean
has_note (GPtrArray *notes, const char *path, const char *what, gboolean wrong)
{
  for (guint i = 0; i < notes->len; i++) {
    const AntePlaybookNote *note = notes->pdata[i];

    if (g_str_equal (note->path, path) && strstr (note->what, what) != NULL && note->wrong == wrong)
      return TRUE;
  }
  return FALSE;
}

static void
test_all_problems_are_told_at_once (void)
{
  g_autoptr (AntePlaybookDoc) doc =
    ante_playbook_doc_parse ("{\"currency\": \"euro\", \"price_disclosure\": 7, \"offers\": "
                             "[{\"prices\": [{\"kind\": \"full\", \"amount\": \"x\"}]}]}",
                             -1, NULL);
  g_autoptr (GPtrArray) notes = ante_playbook_doc_check (doc, NOW);

  g_assert_true (has_note (notes, "currency", "is no currency", TRUE));
  g_assert_true (has_note (notes, "languages", "is missing", TRUE));
  g_assert_true (has_note (notes, "price_disclosure", "is no text", TRUE));
  g_assert_true (has_note (notes, "offers[0].name", "is missing", TRUE));
  g_assert_true (has_note (notes, "offers[0].prices[0].amount", "is no number", TRUE));
}

/* After a price has changed, a saved reply that still tells the old one is pointed to. */
static void
test_replies_are_guarded (void)
{
  g_autoptr (AntePlaybookDoc) doc = test_doc (
    "\"saved_replies\": [{\"id\": \"p\", \"intent\": \"price\", \"text\": \"Quiet Kiln is 330 "
    "euros.\"}], \"colour\": \"red\"");
  g_autoptr (GPtrArray) before = ante_playbook_doc_check (doc, NOW);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_true (has_note (before, "colour", "is not known", FALSE));
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_true (ante_playbook_doc_set_number (doc, "offers[0].prices[0].amount", 360));
  after = ante_playbook_doc_check (doc, NOW);
  g_assert_true (has_note (after, "saved_replies[0].text", "price_mismatch", FALSE));
}

static void
test_members_are_set_by_path (void)
{
  g_autoptr (AntePlaybookDoc) doc = ante_playbook_doc_new ();
  static const char *const texts[] = { "one", "two", NULL };
  g_autofree char *name = NULL;
  g_auto (GStrv) includes = NULL;

  g_assert_true (ante_playbook_doc_set_text (doc, "offers[0].name", "First"));
  g_assert_true (ante_playbook_doc_set_text (doc, "offers[1].name", "Second"));
  g_assert_false (ante_playbook_doc_set_text (doc, "offers[5].name", "Too far"));
  g_assert_true (ante_playbook_doc_set_texts (doc, "offers[1].includes", texts));
  g_assert_true (ante_playbook_doc_set_number (doc, "offers[1].prices[0].amount", 49.9));
  g_assert_true (ante_playbook_doc_set_flag (doc, "payment_in_dm", TRUE));
  g_assert_true (ante_playbook_doc_move (doc, "offers", 1, 0));
  g_assert_true (ante_playbook_doc_set_text (doc, "offers[0].name", "Third"));

  g_assert_cmpuint (ante_playbook_doc_count (doc, "offers"), ==, 2);
  name = ante_playbook_doc_dup_text (doc, "offers[0].name");
  g_assert_cmpstr (name, ==, "Third");
  includes = ante_playbook_doc_dup_texts (doc, "offers[0].includes");
  g_assert_true (g_strv_equal ((const char *const *) includes, texts));
  g_assert_cmpfloat (ante_playbook_doc_get_number (doc, "offers[0].prices[0].amount", 0), ==, 49.9);
  g_assert_true (ante_playbook_doc_get_flag (doc, "payment_in_dm", FALSE));
  g_assert_true (ante_playbook_doc_remove (doc, "offers[0]"));
  g_assert_false (ante_playbook_doc_remove (doc, "offers[1]"));
  g_assert_cmpuint (ante_playbook_doc_count (doc, "offers"), ==, 1);
  g_assert_cmpint (ante_playbook_doc_get_type (doc, "offers[0].prices"), ==, ANTE_DOC_NOTHING);
}

static gboolean
has_line (GPtrArray *lines, const char *text)
{
  for (guint i = 0; i < lines->len; i++) {
    if (g_str_equal (((AntePlaybookDiffLine *) lines->pdata[i])->text, text))
      return TRUE;
  }
  return FALSE;
}

static void
test_differences_are_read_by_people (void)
{
  g_autoptr (AntePlaybookDoc) before = test_doc ("");
  g_autoptr (AntePlaybookDoc) after = ante_playbook_doc_copy (before);
  static const char *const includes[] = { "glaze notes", "a studio tour", NULL };
  g_autoptr (GPtrArray) same = ante_playbook_doc_diff (before, after);
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_cmpuint (same->len, ==, 0);
  ante_playbook_doc_set_number (after, "version", 4);
  ante_playbook_doc_set_number (after, "offers[0].prices[0].amount", 600);
  ante_playbook_doc_set_texts (after, "offers[0].includes", includes);
  ante_playbook_doc_set_text (after, "offers[1].name", "Loud Kiln");
  ante_playbook_doc_move (after, "offers", 1, 0);
  ante_playbook_doc_set_number (after, "voice.max_chars", 200);
  ante_playbook_doc_set_text (after, "permissions.intents.price", "off");
  ante_playbook_doc_remove (after, "escalate_on[0]");
  lines = ante_playbook_doc_diff (before, after);
  for (guint i = 0; i < lines->len; i++)
    g_test_message ("%s", ((AntePlaybookDiffLine *) lines->pdata[i])->text);

  g_assert_true (has_line (lines, "Offer Quiet Kiln: price 330 € → 600 €"));
  g_assert_true (has_line (lines, "Offer Quiet Kiln: includes now with “a studio tour”"));
  g_assert_true (has_line (lines, "Offer Loud Kiln: added"));
  g_assert_true (has_line (lines, "Voice: max chars 300 → 200"));
  g_assert_true (has_line (lines, "Permissions, intents: price nothing → “off”"));
  g_assert_true (has_line (lines, "Escalate on: no longer with “crisis”"));
  g_assert_cmpuint (lines->len, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/playbook-doc/what-is-not-known-is-kept", test_what_is_not_known_is_kept);
  g_test_add_func ("/playbook-doc/same-content-same-bytes", test_same_content_has_the_same_bytes);
  g_test_add_func ("/playbook-doc/problems-name-their-path", test_problems_name_their_path);
  g_test_add_func ("/playbook-doc/all-problems-at-once", test_all_problems_are_told_at_once);
  g_test_add_func ("/playbook-doc/replies-are-guarded", test_replies_are_guarded);
  g_test_add_func ("/playbook-doc/members-are-set-by-path", test_members_are_set_by_path);
  g_test_add_func ("/playbook-doc/differences-for-people", test_differences_are_read_by_people);
  return g_test_run ();
}
