#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "store-fixture.h"
#include "store/ante-lead-query.h"
#include "store/ante-store-facets.h"
#include "store/ante-store-views.h"

#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Who is on the board: see set_up_board(). */
static const struct {
  const char *igsid;
  const char *text;
  gint64 heard; /* before T0 */
  const char *owner;
  const char *labels;
  const char *source;
  gint64 due; /* after T0; 0: no date, -1: no step */
} people[] = {
  { "1", "Is January open?", HOUR, "coach", "hot", "referral", -HOUR },
  { "2", "100% sure_thing", 20 * HOUR, "setter:Maya", "hot,very warm", "email", 2 * HOUR },
  { "3", "ÄPFEL und Birnen", 2 * DAY, "setter:Maya", "", "referral", 2 * DAY },
  { "4", "january then", 8 * DAY, "setter:Mia Lund", "very warm", NULL, 0 },
  { "5", "see you", HOUR, "ai", "", "keyword", -1 },
  { "6", "ok", HOUR, "none", "", NULL, -1 },
};

static gint64
id_of (Fixture *fixture, const char *igsid)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  return lead->id;
}

static void
change (Fixture *fixture, const char *igsid, const char *field, const char *value)
{
  fixture_change (fixture, id_of (fixture, igsid), field, value, NULL);
}

static void
label (Fixture *fixture, const char *igsid, const char *labels)
{
  g_auto (GStrv) names = g_strsplit (labels, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    fixture_change (fixture, id_of (fixture, igsid), ANTE_FIELD_LABEL, names[i], "add");
}

static void
change_number (Fixture *fixture, const char *igsid, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  change (fixture, igsid, field, text);
}

/* Behind the store's back: what writes facts is not its own matter. */
static void
run_sql (Fixture *fixture, const char *sql)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (file, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
set_up_board (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    const char *igsid = people[i].igsid;
    gint64 at = T0 - people[i].heard;

    fixture_ingest (
      fixture, make_thread (igsid, make_message (igsid, "lead", at, people[i].text), NULL), at);
    change (fixture, igsid, ANTE_FIELD_OWNER, people[i].owner);
    label (fixture, igsid, people[i].labels);
    if (people[i].source != NULL)
      change (fixture, igsid, ANTE_FIELD_TOUCH, people[i].source);
    if (people[i].due == -1)
      continue;
    change (fixture, igsid, ANTE_FIELD_NEXT_ACTION, "write");
    change_number (fixture, igsid, ANTE_FIELD_NEXT_DUE,
                   people[i].due != 0 ? T0 + people[i].due : 0);
  }
  run_sql (fixture, "INSERT INTO fact (lead_id, kind, text, origin, state, at) VALUES"
                    " (1, 'offer', '1:1 coaching', 'person', 'confirmed', 1),"
                    " (2, 'offer', '1:1 Coaching', 'person', 'confirmed', 1),"
                    " (2, 'offer', 'Course', 'person', 'rejected', 1),"
                    " (3, 'goal', 'Course', 'person', 'confirmed', 1)");
}

static AnteLeadFilter
ask (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  filter.moment = ante_moment_at (T0, utc, TRUE);
  return filter;
}

/* The ids that @filter lists, by size, which has to be what it counts. */
static char *
list (Fixture *fixture, const AnteLeadFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) counts = NULL;
  GString *text = g_string_new (NULL);

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, filter,
             ANTE_LEAD_ORDER_BOARD, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_store_count_leads_async, fixture->store, filter, 1, NULL);
  counts = ante_store_count_leads_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, ids->len);

  for (gint64 id = 1; id < 10; id++) {
    for (guint i = 0; i < ids->len; i++) {
      if (g_array_index (ids, gint64, i) == id)
        g_string_append_printf (text, "%s%d", text->len > 0 ? " " : "", (int) id);
    }
  }
  return g_string_free (text, FALSE);
}

static void
assert_finds (Fixture *fixture, const char *typed, const char *expected)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (typed);
  AnteLeadFilter filter = ask ();
  g_autofree char *found = NULL;

  filter.words = words;
  found = list (fixture, &filter);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_text_is_found_in_name_handle_and_last_line (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "", "1 2 3 4 5 6");
  assert_finds (fixture, "JANUARY", "1 4");
  assert_finds (fixture, "january open", "1");
  assert_finds (fixture, "\"january open\"", "1");
  assert_finds (fixture, "\"open january\"", "");
  assert_finds (fixture, "handle_3", "3");
  assert_finds (fixture, "handle_3 birnen", "3");
  assert_finds (fixture, "%", "2");
  assert_finds (fixture, "e_t", "2");
  assert_finds (fixture, "\\", "");
}

static void
test_capitals_of_any_alphabet_are_the_same (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "äpfel", "3");
  assert_finds (fixture, "ÄPF", "3");
  assert_finds (fixture, "öpfel", "");
}

static void
test_owner_is_one_or_a_class (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "owner:coach", "1");
  assert_finds (fixture, "owner:maya", "2 3");
  assert_finds (fixture, "owner:setter", "2 3 4");
  assert_finds (fixture, "owner:va", "2 3 4");
  assert_finds (fixture, "owner:none owner:ai", "5 6");
  assert_finds (fixture, "owner:setter owner:coach", "1 2 3 4");
}

static void
test_sources_labels_and_offers (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "source:referral", "1 3");
  assert_finds (fixture, "source:referral source:email", "1 2 3");
  assert_finds (fixture, "source:unknown", "4 6");
  assert_finds (fixture, "label:hot", "1 2");
  assert_finds (fixture, "label:\"Very Warm\"", "2 4");
  assert_finds (fixture, "label:warm", "");
  assert_finds (fixture, "offer:\"1:1 COACHING\"", "1 2");
  assert_finds (fixture, "offer:course", "");
}

static void
test_dates_and_windows_of_a_moment (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "due:overdue", "1");
  assert_finds (fixture, "due:today", "1 2");
  assert_finds (fixture, "due:later", "3");
  assert_finds (fixture, "due:undated", "4");
  assert_finds (fixture, "due:none", "5 6");
  assert_finds (fixture, "due:overdue due:none", "1 5 6");
  assert_finds (fixture, "window:open", "1 2 5 6");
  assert_finds (fixture, "window:closing", "2");
  assert_finds (fixture, "window:human", "3");
  assert_finds (fixture, "window:closed", "4");
}

static void
test_time_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse ("due:overdue window:open");
  AnteLeadFilter filter = ask ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  filter.words = words;
  before = list (fixture, &filter);
  filter.moment.now += 3 * HOUR;
  after = list (fixture, &filter);
  g_assert_cmpstr (before, ==, "1");
  g_assert_cmpstr (after, ==, "1 2");
}

static void
test_ad_keeps_the_window_open (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture, "UPDATE lead SET ad_first_at = last_lead_at WHERE id IN (3, 4)");
  assert_finds (fixture, "window:open", "1 2 3 5 6");
  assert_finds (fixture, "window:human", "");
  assert_finds (fixture, "window:closed", "4");
}

static void
test_kinds_narrow_each_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse ("label:hot owner:setter");
  AnteLeadFilter filter = ask ();
  g_autofree char *lane = NULL;
  g_autofree char *stage = NULL;

  assert_finds (fixture, "label:hot owner:setter", "2");
  assert_finds (fixture, "source:referral owner:setter due:later birnen window:human", "3");
  assert_finds (fixture, "source:referral owner:ai", "");

  filter.words = words;
  filter.owner = "setter:Mia Lund";
  lane = list (fixture, &filter);
  g_assert_cmpstr (lane, ==, "");
  filter.owner = "setter:Maya";
  filter.stage_id = 1;
  stage = list (fixture, &filter);
  g_assert_cmpstr (stage, ==, "2");
}

static void
test_changes_are_seen_at_once (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "owner:coach", "1");
  change (fixture, "5", ANTE_FIELD_OWNER, "coach");
  assert_finds (fixture, "owner:coach", "1 5");
  fixture_change (fixture, id_of (fixture, "1"), ANTE_FIELD_LABEL, "hot", "remove");
  assert_finds (fixture, "label:hot", "2");
}

static void
test_sleepers_and_not_leads_have_lists_of_their_own (Fixture *fixture, gconstpointer data)
{
  AnteLeadFilter filter = ask ();
  g_autofree char *any = NULL;
  g_autofree char *awake = NULL;
  g_autofree char *snoozed = NULL;
  g_autofree char *later = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *none = NULL;

  change_number (fixture, "1", ANTE_FIELD_SNOOZED, T0 + HOUR);
  change_number (fixture, "2", ANTE_FIELD_SNOOZED, T0 - HOUR);
  change (fixture, "6", ANTE_FIELD_NOT_A_LEAD, "spam");
  any = list (fixture, &filter);
  filter.sleep = ANTE_LEAD_SLEEP_AWAKE;
  awake = list (fixture, &filter);
  filter.sleep = ANTE_LEAD_SLEEP_SNOOZED;
  snoozed = list (fixture, &filter);
  filter.moment.now += HOUR;
  later = list (fixture, &filter);
  g_assert_cmpstr (any, ==, "1 2 3 4 5");
  g_assert_cmpstr (awake, ==, "2 3 4 5");
  g_assert_cmpstr (snoozed, ==, "1");
  g_assert_cmpstr (later, ==, "");

  filter = ask ();
  filter.sleep = ANTE_LEAD_SLEEP_AWAKE;
  filter.owner = "coach";
  mine = list (fixture, &filter);
  g_assert_cmpstr (mine, ==, "");
  filter = ask ();
  filter.not_a_lead = TRUE;
  none = list (fixture, &filter);
  g_assert_cmpstr (none, ==, "6");
}

static void
test_equal_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse ("label:hot");
  g_autoptr (AnteFilterWords) others = ante_filter_words_parse ("label:cold");
  AnteLeadFilter filter = ask ();
  g_autoptr (AnteLeadFilter) copy = NULL;

  filter.owner = "coach";
  filter.query = "hi";
  filter.words = words;
  copy = ante_lead_filter_copy (&filter);
  g_assert_true (copy->owner != filter.owner && copy->words != filter.words);
  filter.moment.now++;
  g_assert_true (ante_lead_filter_equal (&filter, copy));
  filter.words = others;
  g_assert_false (ante_lead_filter_equal (&filter, copy));
  filter.words = words;
  filter.sleep = ANTE_LEAD_SLEEP_SNOOZED;
  g_assert_false (ante_lead_filter_equal (&filter, copy));
}

/* --- what can be asked for ------------------------------------------------------------------ */

static AnteFacets *
facets (Fixture *fixture, const AnteLeadFilter *filter)
{
  g_autoptr (GError) error = NULL;
  AnteFacets *counted = NULL;

  TEST_CALL (fixture->result, ante_store_count_facets_async, fixture->store, filter, NULL);
  counted = ante_store_count_facets_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return counted;
}

static char *
write_facets (const AnteFacets *counted, AnteFilterKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < counted->kinds[kind]->len; i++) {
    const AnteFacet *facet = counted->kinds[kind]->pdata[i];

    g_string_append_printf (text, "%s%s=%u", i > 0 ? "|" : "", facet->value, facet->n_leads);
  }
  return g_string_free (text, FALSE);
}

static void
test_facets_are_what_leads_have (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[ANTE_FILTER_N_KINDS] = {
    "",
    "coach=1|ai=1|setter:=3|setter:Maya=2|setter:Mia Lund=1|none=1",
    "unknown=2|keyword=1|referral=2|email=1",
    "hot=2|very warm=2",
    "1:1 coaching=2",
    "overdue=1|today=2|later=1|undated=1|none=2",
    "open=4|closing=1|human=1|closed=1",
  };
  AnteLeadFilter filter = ask ();
  g_autoptr (AnteFacets) counted = facets (fixture, &filter);

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++) {
    g_autofree char *text = write_facets (counted, kind);

    g_assert_cmpstr (text, ==, expected[kind]);
  }
}

/* Who is no lead any more, or through, waits for no step. */
static void
test_nothing_is_missing_at_the_end (Fixture *fixture, gconstpointer data)
{
  AnteLeadFilter filter = ask ();
  g_autoptr (AnteFacets) counted = NULL;
  const AnteFacet *none = NULL;

  change (fixture, "5", ANTE_FIELD_CLIENT, "1");
  assert_finds (fixture, "due:none", "6");
  counted = facets (fixture, &filter);
  none = counted->kinds[ANTE_FILTER_DUE]->pdata[ANTE_DUE_NONE];
  g_assert_cmpstr (none->value, ==, "none");
  g_assert_cmpuint (none->n_leads, ==, 1);
}

/* Whatever is chosen lists as many as its facet says, alone and with another. */
static void
assert_facets_are_lists (Fixture *fixture, const char *typed)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (typed);
  AnteLeadFilter filter = ask ();
  g_autoptr (AnteFacets) counted = NULL;

  filter.words = words;
  counted = facets (fixture, &filter);
  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++) {
    for (guint i = 0; i < counted->kinds[kind]->len; i++) {
      const AnteFacet *facet = counted->kinds[kind]->pdata[i];
      g_autoptr (AnteFilterWords) narrowed = ante_filter_words_copy (words);
      AnteLeadFilter one = filter;
      g_autofree char *found = NULL;

      ante_filter_words_clear (narrowed, kind);
      ante_filter_words_add (narrowed, kind, facet->value);
      one.words = narrowed;
      found = list (fixture, &one);
      g_assert_cmpuint (*found == '\0' ? 0 : (strlen (found) + 1) / 2, ==, facet->n_leads);
    }
  }
}

static void
test_facets_count_what_they_list (Fixture *fixture, gconstpointer data)
{
  assert_facets_are_lists (fixture, "");
  assert_facets_are_lists (fixture, "january");
}

/* --- how lists are read --------------------------------------------------------------------- */

static int
keep_cb (unsigned type, void *texts, void *stmt, void *sql)
{
  char *expanded = sqlite3_expanded_sql (stmt);

  g_ptr_array_add (texts, g_strdup (expanded));
  sqlite3_free (expanded);
  return 0;
}

/* The plan of each statement that lists @filter, one a line. */
static char *
explain (Fixture *fixture, const AnteLeadFilter *filter, AnteLeadOrder order)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AnteDb) db = ante_db_open (file, ANTE_DB_READ, NULL);
  g_autoptr (GArray) ids = NULL;
  GString *plan = g_string_new (NULL);

  sqlite3_trace_v2 (db->handle, SQLITE_TRACE_STMT, keep_cb, texts);
  ids = ante_lead_query_list (db, filter, order, NULL);
  g_assert_nonnull (ids);
  sqlite3_trace_v2 (db->handle, 0, NULL, NULL);
  for (guint i = 0; i < texts->len; i++) {
    g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", texts->pdata[i], NULL);
    sqlite3_stmt *stmt = NULL;

    g_assert_cmpint (sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
    while (sqlite3_step (stmt) == SQLITE_ROW)
      g_string_append_printf (plan, "%s\n", (const char *) sqlite3_column_text (stmt, 3));
    sqlite3_finalize (stmt);
  }
  return g_string_free (plan, FALSE);
}

static void
assert_read_from_indexes (Fixture *fixture, const AnteLeadFilter *filter, AnteLeadOrder order)
{
  g_autofree char *plan = explain (fixture, filter, order);
  g_auto (GStrv) lines = g_strsplit (plan, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (strstr (lines[i], " lead") != NULL && strstr (lines[i], "USING COVERING INDEX") == NULL)
      g_error ("not from an index alone:\n%s", plan);
    if (strstr (lines[i], "TEMP B-TREE") != NULL)
      g_error ("not in the order of the index:\n%s", plan);
  }
}

static void
test_lists_are_read_from_an_index_alone (Fixture *fixture, gconstpointer data)
{
  AnteLeadFilter filters[5] = { ask (), ask (), ask (), ask (), ask () };
  AnteLeadFilter stage = ask ();
  AnteLeadFilter none = ask ();

  filters[1].owner = "coach";
  filters[2].owes_reply = TRUE;
  filters[3].unread = TRUE;
  filters[4].no_next_step = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    assert_read_from_indexes (fixture, &filters[i], ANTE_LEAD_ORDER_NEWEST);
    filters[i].sleep = ANTE_LEAD_SLEEP_AWAKE;
    assert_read_from_indexes (fixture, &filters[i], ANTE_LEAD_ORDER_NEWEST);
  }
  filters[0].sleep = ANTE_LEAD_SLEEP_SNOOZED;
  assert_read_from_indexes (fixture, &filters[0], ANTE_LEAD_ORDER_NEWEST);
  none.not_a_lead = TRUE;
  assert_read_from_indexes (fixture, &none, ANTE_LEAD_ORDER_NEWEST);
  stage.stage_id = 1;
  assert_read_from_indexes (fixture, &stage, ANTE_LEAD_ORDER_BOARD);
}

/* Ten columns: one pass over the table, and a look into an index each. */
static void
test_columns_share_one_pass (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AnteDb) db = ante_db_open (file, ANTE_DB_READ, NULL);
  guint n_passes = 0;

  sqlite3_trace_v2 (db->handle, SQLITE_TRACE_STMT, keep_cb, texts);
  for (gint64 stage = 1; stage <= 10; stage++) {
    g_autoptr (AnteFilterWords) words = ante_filter_words_parse ("january owner:setter");
    AnteLeadFilter filter = ask ();
    g_autoptr (GArray) ids = NULL;

    filter.words = words;
    filter.stage_id = stage;
    ids = ante_lead_query_list (db, &filter, ANTE_LEAD_ORDER_BOARD, NULL);
    g_assert_cmpuint (ids->len, ==, stage == 1 ? 1 : 0);
  }
  for (guint i = 0; i < texts->len; i++)
    n_passes += strstr (texts->pdata[i], "NOT INDEXED") != NULL;
  g_assert_cmpuint (n_passes, ==, 1);
}

/* --- views ---------------------------------------------------------------------------------- */

static gint64
set_view (Fixture *fixture, gint64 id, const char *name, const char *filter, GError **error)
{
  TEST_CALL (fixture->result, ante_store_set_view_async, fixture->store, ANTE_VIEW_BOARD, id, name,
             filter, NULL);
  return ante_store_set_view_finish (fixture->store, fixture->result, error);
}

static gboolean
delete_view (Fixture *fixture, gint64 id, GError **error)
{
  TEST_CALL (fixture->result, ante_store_delete_view_async, fixture->store, ANTE_VIEW_BOARD, id,
             NULL);
  return ante_store_delete_view_finish (fixture->store, fixture->result, error);
}

static char *
write_views (Fixture *fixture)
{
  g_autoptr (GPtrArray) views = NULL;
  GString *text = g_string_new (NULL);

  TEST_CALL (fixture->result, ante_store_list_views_async, fixture->store, ANTE_VIEW_BOARD, NULL);
  views = ante_store_list_views_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < views->len; i++) {
    const AnteView *view = views->pdata[i];

    g_string_append_printf (text, "%s%s: %s", i > 0 ? "|" : "", view->name, view->filter);
  }
  return g_string_free (text, FALSE);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, guint *seen)
{
  *seen |= topics;
}

static void
test_views_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint seen = 0;
  gint64 hot = 0;
  gint64 mine = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  /* A search is none of the board's, whatever its name. */
  TEST_CALL (fixture->result, ante_store_set_view_async, fixture->store, ANTE_VIEW_SEARCH, 0, "Hot",
             "price", NULL);
  ante_store_set_view_finish (fixture->store, fixture->result, &error);
  hot = set_view (fixture, 0, "Hot", "label:hot", &error);
  mine = set_view (fixture, 0, "Mine", "owner:coach", &error);
  g_assert_no_error (error);
  test_wait_until (seen == ANTE_STORE_VIEWS);
  fixture_reopen (fixture);
  before = write_views (fixture);
  g_assert_cmpstr (before, ==, "Hot: label:hot|Mine: owner:coach");

  set_view (fixture, hot, "HOT", NULL, &error);
  set_view (fixture, mine, NULL, "owner:coach due:today", &error);
  g_assert_no_error (error);
  after = write_views (fixture);
  g_assert_cmpstr (after, ==, "HOT: label:hot|Mine: owner:coach due:today");
  g_assert_true (delete_view (fixture, hot, &error));
  g_assert_no_error (error);
  g_free (after);
  after = write_views (fixture);
  g_assert_cmpstr (after, ==, "Mine: owner:coach due:today");
}

static void
test_views_that_cannot_be_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (ANTE_VIEW_MAX_NAME + 1, 'x');
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) renamed = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) too_long = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) gone_too = NULL;
  g_autofree char *views = NULL;
  gint64 other = 0;

  set_view (fixture, 0, "Hot", "label:hot", NULL);
  other = set_view (fixture, 0, "Cold", "label:cold", NULL);
  g_assert_cmpint (set_view (fixture, 0, "hot", "", &taken), ==, -1);
  set_view (fixture, other, "HOT", NULL, &renamed);
  set_view (fixture, 0, "", "", &empty);
  set_view (fixture, 0, long_name, "", &too_long);
  set_view (fixture, 99, "New", NULL, &gone);
  delete_view (fixture, 99, &gone_too);
  g_assert_error (taken, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS);
  g_assert_error (renamed, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS);
  g_assert_error (empty, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_assert_error (too_long, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_assert_error (gone, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
  g_assert_error (gone_too, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
  views = write_views (fixture);
  g_assert_cmpstr (views, ==, "Hot: label:hot|Cold: label:cold");
}

/* The people of the inbox in their order: "621" for the sixth, the second and the first. */
static void
assert_inbox (Fixture *fixture, const char *owner, gboolean unread, const char *expected)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GString) listed = g_string_new (NULL);

  filter.owner = owner;
  filter.unread = unread;
  TEST_CALL (fixture->result, ante_store_list_leads_async, fixture->store, &filter,
             ANTE_LEAD_ORDER_INBOX, G_N_ELEMENTS (people), NULL);
  ids = ante_store_list_leads_finish (fixture->store, fixture->result, &first, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < first->len; i++)
    g_string_append (listed, ((AnteLead *) first->pdata[i])->igsid);
  g_assert_cmpstr (listed->str, ==, expected);
}

static void
test_who_is_pinned_stands_on_top (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (AnteLead) pinned = NULL;

  assert_inbox (fixture, NULL, FALSE, "651234");
  change (fixture, "4", ANTE_FIELD_PINNED, "1");
  change (fixture, "2", ANTE_FIELD_PINNED, "1");
  pinned = fixture_lead (fixture, "2");
  g_assert_true (pinned->pinned);
  assert_inbox (fixture, NULL, FALSE, "246513");
  assert_inbox (fixture, "setter:Maya", FALSE, "23");
  assert_inbox (fixture, "setter:", FALSE, "243");
  change (fixture, "4", ANTE_FIELD_PINNED, "0");
  assert_inbox (fixture, NULL, FALSE, "265134");
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_PINNED);
  assert_inbox (fixture, NULL, FALSE, "246513");
}

/* Two things: who has been looked at may still be owed a reply, and the other way round. */
static void
test_unread_and_owed_are_two_things (Fixture *fixture, gconstpointer data)
{
  gint64 id = id_of (fixture, "1");
  g_autoptr (AnteLead) looked_at = NULL;
  g_autoptr (AnteLead) marked = NULL;

  TEST_CALL (fixture->result, ante_store_mark_read_async, fixture->store, id, NULL);
  looked_at = fixture_lead (fixture, "1");
  g_assert_cmpuint (looked_at->unread, ==, 0);
  g_assert_cmpint (looked_at->owes_reply_since, >, 0);
  assert_inbox (fixture, NULL, TRUE, "65234");
  change (fixture, "1", ANTE_FIELD_OWES_REPLY, "0");
  change (fixture, "1", ANTE_FIELD_UNREAD, "1");
  marked = fixture_lead (fixture, "1");
  g_assert_cmpuint (marked->unread, ==, 1);
  g_assert_cmpint (marked->owes_reply_since, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_board, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/filter/text", test_text_is_found_in_name_handle_and_last_line);
  ADD ("/filter/capitals", test_capitals_of_any_alphabet_are_the_same);
  ADD ("/filter/owner", test_owner_is_one_or_a_class);
  ADD ("/filter/sources-labels-offers", test_sources_labels_and_offers);
  ADD ("/filter/dates-and-windows", test_dates_and_windows_of_a_moment);
  ADD ("/filter/no-step-at-the-end", test_nothing_is_missing_at_the_end);
  ADD ("/filter/time-goes-on", test_time_goes_on);
  ADD ("/filter/ad-window", test_ad_keeps_the_window_open);
  ADD ("/filter/together", test_kinds_narrow_each_other);
  ADD ("/filter/changes-at-once", test_changes_are_seen_at_once);
  ADD ("/filter/sleep-and-not-leads", test_sleepers_and_not_leads_have_lists_of_their_own);
  ADD ("/filter/copies", test_equal_copies);
  ADD ("/filter/facets", test_facets_are_what_leads_have);
  ADD ("/filter/facets-count-lists", test_facets_count_what_they_list);
  ADD ("/filter/index-alone", test_lists_are_read_from_an_index_alone);
  ADD ("/filter/one-pass", test_columns_share_one_pass);
  ADD ("/views/kept", test_views_are_kept);
  ADD ("/views/refused", test_views_that_cannot_be_are_refused);
  ADD ("/inbox/pinned", test_who_is_pinned_stands_on_top);
  ADD ("/inbox/unread-and-owed", test_unread_and_owed_are_two_things);
  return g_test_run ();
}
