#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

#include "store/ante-store-facts.h"
#include "store/ante-store-forget.h"
#include "store/ante-store-memory.h"
#include "store/ante-store-notes.h"
#include "store/ante-store-outbox.h"

#define ONE "1020811488688071"
#define OTHER "2020811488688072"

/* Rows of all tables that a merge may touch, but for the history, one a line. What was only counted
 * anew is not told apart. */
static const char *const state_sql[] = {
  "SELECT id, thread_id, handle, stage_id, owner, source, source_detail, next_action, next_due,"
  " next_owner, last_message_at, last_text, last_lead_at, owes_reply_since, unread, n_messages,"
  " has_gap, labels, pinned, booking_link, not_a_lead, live, merged_into, also FROM lead",
  "SELECT id, lead_id, via, mid FROM message",
  "SELECT id, lead_id, via, kind, text, state FROM fact",
  "SELECT id, lead_id, via, kind FROM touch",
  "SELECT id, lead_id, via, text FROM note",
  "SELECT id, lead_id, via, text FROM outbox",
  "SELECT lead_id, text FROM draft",
  "SELECT lead_id, text FROM note_draft",
  "SELECT rowid, handle, name FROM lead_name",
  "SELECT id, n_leads FROM stage",
  "SELECT lead_id, after_at, before_at FROM gap",
};

static sqlite3 *
open_db (Fixture *fixture)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static char *
dup_state (Fixture *fixture)
{
  sqlite3 *db = open_db (fixture);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (state_sql); i++) {
    sqlite3_stmt *stmt = NULL;

    g_assert_cmpint (sqlite3_prepare_v2 (db, state_sql[i], -1, &stmt, NULL), ==, SQLITE_OK);
    while (sqlite3_step (stmt) == SQLITE_ROW) {
      for (int k = 0; k < sqlite3_column_count (stmt); k++)
        g_string_append_printf (state, "%s|", (const char *) sqlite3_column_text (stmt, k));
      g_string_append_c (state, '\n');
    }
    g_string_append_c (state, '\n');
    sqlite3_finalize (stmt);
  }
  sqlite3_close (db);
  return g_string_free (state, FALSE);
}

static AnteThread *
one_thread (void)
{
  return make_thread (
    ONE, make_message ("a-1", "lead", T0 + 10 * MINUTE, "My goal is a marathon in May"),
    make_message ("a-2", "elsewhere", T0 + 11 * MINUTE, "Nice"), NULL);
}

static AnteThread *
other_thread (void)
{
  return make_thread (OTHER, make_message ("b-1", "lead", T0, "My goal is to lose ten kilos"),
                      make_message ("b-2", "elsewhere", T0 + MINUTE, "Well"),
                      make_message ("b-3", "lead", T0 + 20 * MINUTE, "Are you there"), NULL);
}

static void
remember (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  do {
    TEST_CALL (fixture->result, ante_store_remember_async, fixture->store, 10, T0 + 30 * MINUTE,
               NULL);
  } while (ante_store_remember_finish (fixture->store, fixture->result, &error) > 0);
  g_assert_no_error (error);
}

static void
queue (Fixture *fixture, gint64 lead, const char *text)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();

  item->lead_id = lead;
  item->text = g_strdup (text);
  item->author = g_strdup ("coach");
  item->created_at = T0 + 21 * MINUTE;
  item->undo_until = T0 + 21 * MINUTE;
  item->verdict = ante_verdict_new ();
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, NULL, NULL);
  g_assert_cmpint (ante_store_outbox_add_finish (fixture->store, fixture->result, NULL), >, 0);
}

static void
set_draft (Fixture *fixture, gint64 lead, const char *text)
{
  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, lead, text, NULL);
  g_assert_true (ante_store_set_draft_finish (fixture->store, fixture->result, NULL));
}

static void
fill (Fixture *fixture, gint64 *one, gint64 *other)
{
  g_autoptr (AnteLead) first = NULL;
  g_autoptr (AnteLead) second = NULL;

  fixture_ingest (fixture, one_thread (), T0 + 30 * MINUTE);
  fixture_ingest (fixture, other_thread (), T0 + 30 * MINUTE);
  first = fixture_lead (fixture, ONE);
  second = fixture_lead (fixture, OTHER);
  *one = first->id;
  *other = second->id;
  fixture_change (fixture, *one, ANTE_FIELD_LABEL, "hot", "add");
  fixture_change (fixture, *one, ANTE_FIELD_NEXT_ACTION, "Call", NULL);
  fixture_change (fixture, *one, ANTE_FIELD_FACT, "budget", "500");
  fixture_change (fixture, *other, ANTE_FIELD_LABEL, "runner", "add");
  fixture_change (fixture, *other, ANTE_FIELD_NEXT_ACTION, "Send the plan", NULL);
  fixture_change (fixture, *other, ANTE_FIELD_FACT, "budget", "900");
  fixture_change (fixture, *other, ANTE_FIELD_NOTE, NULL, "Her second account");
  fixture_change (fixture, *other, ANTE_FIELD_TOUCH, "referral", "Ana");
  fixture_change (fixture, *other, ANTE_FIELD_PINNED, "1", NULL);
  queue (fixture, *other, "Yes, I am");
  set_draft (fixture, *one, "Hello");
  set_draft (fixture, *other, "There");
  remember (fixture);
}

static gint64
merge (Fixture *fixture, gint64 one, gint64 other)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, other);

  return fixture_change (fixture, one, ANTE_FIELD_MERGE, id, NULL);
}

static void
undo (Fixture *fixture, gint64 act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_MERGE);
}

static guint
count_facts (Fixture *fixture, gint64 lead, AnteFactKind kind)
{
  g_autoptr (GPtrArray) facts = NULL;
  guint n = 0;

  TEST_CALL (fixture->result, ante_store_list_facts_async, fixture->store, lead, NULL);
  facts = ante_store_list_facts_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    n += fact->kind == kind &&
         (fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED);
  }
  return n;
}

static void
test_all_comes_under_the_first (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) by_second = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteSearchPage) found = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) items = NULL;
  AnteSearchAsk ask = { .limit = 5 };

  fill (fixture, &one, &other);
  g_assert_cmpint (merge (fixture, one, other), >, 0);
  remember (fixture);

  lead = fixture_lead (fixture, ONE);
  g_assert_cmpstr (lead->also, ==, "handle_" OTHER);
  g_assert_cmpuint (lead->n_messages, ==, 5);
  g_assert_cmpint (lead->last_lead_at, ==, T0 + 20 * MINUTE);
  g_assert_cmpint (lead->owes_reply_since, ==, T0 + 20 * MINUTE);
  g_assert_cmpuint (g_strv_length (lead->labels), ==, 2);
  g_assert_cmpstr (lead->next_action, ==, "Call · Send the plan");
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_REFERRAL);
  g_assert_true (lead->pinned);
  by_second = fixture_lead (fixture, "handle_" OTHER);
  g_assert_cmpint (by_second->id, ==, one);
  page = fixture_messages (fixture, one);
  g_assert_cmpuint (page->messages->len, ==, 5);
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[0])->mid, ==, "b-1");

  /* What contradicts stands side by side: both budgets, and both goals. */
  g_assert_cmpuint (count_facts (fixture, one, ANTE_FACT_BUDGET), ==, 2);
  g_assert_cmpuint (count_facts (fixture, one, ANTE_FACT_GOAL), ==, 2);

  TEST_CALL (fixture->result, ante_store_list_notes_async, fixture->store, one, NULL);
  notes = ante_store_list_notes_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  found = fixture_search_page (fixture, "handle_" OTHER, &ask);
  g_assert_cmpuint (found->leads->len, ==, 1);
  g_assert_cmpint (((AnteSearchHit *) found->leads->pdata[0])->lead_id, ==, one);

  /* What waits for the other goes where the other is. */
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, one, TRUE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[0])->igsid, ==, OTHER);
}

static void
test_undo_restores_both_exactly (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  gint64 act = 0;

  fill (fixture, &one, &other);
  before = dup_state (fixture);
  act = merge (fixture, one, other);
  remember (fixture);
  between = dup_state (fixture);
  g_assert_cmpstr (before, !=, between);
  fixture_reopen (fixture);
  undo (fixture, act);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  /* And again, and back. */
  {
    g_autoptr (AnteUndone) redone = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *again = NULL;

    TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0, NULL);
    redone = ante_store_redo_finish (fixture->store, fixture->result, &error);
    g_assert_no_error (error);
    again = dup_state (fixture);
    g_assert_cmpstr (again, ==, between);
  }
  undo (fixture, 0);
  g_free (after);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_both_go_on (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) apart = NULL;
  AnteThread *thread = NULL;
  AnteIngestResult counts = { 0 };
  gint64 act = 0;

  fill (fixture, &one, &other);
  act = merge (fixture, one, other);

  /* The one conversation knows nothing of the other: nothing of it was taken back. */
  thread = one_thread ();
  g_ptr_array_insert (thread->messages, 0,
                      make_message ("a-3", "lead", T0 + 40 * MINUTE, "From the first"));
  counts = fixture_ingest (fixture, thread, T0 + 60 * MINUTE);
  g_assert_cmpuint (counts.unsent, ==, 0);
  g_assert_cmpuint (counts.gaps, ==, 0);
  thread = other_thread ();
  g_ptr_array_insert (thread->messages, 0,
                      make_message ("b-4", "lead", T0 + 45 * MINUTE, "From the second"));
  counts = fixture_ingest (fixture, thread, T0 + 61 * MINUTE);
  g_assert_cmpuint (counts.unsent, ==, 0);
  g_assert_cmpuint (counts.gaps, ==, 0);
  g_assert_cmpuint (counts.leads_new, ==, 0);

  lead = fixture_lead (fixture, ONE);
  g_assert_cmpuint (lead->n_messages, ==, 7);
  g_assert_cmpstr (lead->last_text, ==, "From the second");

  /* What has come since belongs to the one it came from. */
  undo (fixture, act);
  g_clear_object (&lead);
  lead = fixture_lead (fixture, ONE);
  apart = fixture_lead (fixture, OTHER);
  g_assert_cmpuint (lead->n_messages, ==, 3);
  g_assert_cmpstr (lead->last_text, ==, "From the first");
  g_assert_cmpuint (apart->n_messages, ==, 4);
  g_assert_cmpstr (apart->last_text, ==, "From the second");
}

/* Where they wrote last. */
static void
test_an_answer_goes_where_they_wrote (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (AnteLead) lead = NULL;
  AnteThread *thread = NULL;

  fill (fixture, &one, &other);
  merge (fixture, one, other);
  queue (fixture, one, "To the second");
  thread = one_thread ();
  g_ptr_array_insert (thread->messages, 0,
                      make_message ("a-3", "lead", T0 + 40 * MINUTE, "From the first"));
  fixture_ingest (fixture, thread, T0 + 60 * MINUTE);
  queue (fixture, one, "To the first");

  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, one, TRUE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[1])->igsid, ==, OTHER);
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[2])->igsid, ==, ONE);
}

static void
test_three_are_one (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autoptr (AnteLead) third = NULL;
  g_autoptr (AnteLead) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  gint64 act = 0;

  fill (fixture, &one, &other);
  fixture_ingest (
    fixture, make_thread ("303", make_message ("c-1", "lead", T0 + 50 * MINUTE, "Me too"), NULL),
    T0 + 51 * MINUTE);
  third = fixture_lead (fixture, "303");
  merge (fixture, one, other);
  before = dup_state (fixture);
  act = merge (fixture, third->id, one);
  root = fixture_lead (fixture, "handle_" OTHER);
  g_assert_cmpint (root->id, ==, third->id);
  g_assert_cmpuint (root->n_messages, ==, 6);
  fixture_ingest (fixture, other_thread (), T0 + 61 * MINUTE);

  /* Who is part of another is merged with nobody. */
  id = g_strdup_printf ("%" G_GINT64_FORMAT, third->id);
  g_ptr_array_add (changes, ante_change_new (one, ANTE_FIELD_MERGE, id, NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  ante_store_apply_finish (fixture->store, fixture->result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);

  undo (fixture, act);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_forgotten_as_one (Fixture *fixture, gconstpointer data)
{
  gint64 one = 0;
  gint64 other = 0;
  g_autoptr (GError) error = NULL;
  AnteIngestResult counts = { 0 };

  fill (fixture, &one, &other);
  merge (fixture, one, other);
  TEST_CALL (fixture->result, ante_store_forget_async, fixture->store, one, "coach", T0, NULL);
  ante_store_forget_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  counts = fixture_ingest (fixture, one_thread (), T0 + 60 * MINUTE);
  g_assert_cmpuint (counts.leads_new, ==, 0);
  counts = fixture_ingest (fixture, other_thread (), T0 + 61 * MINUTE);
  g_assert_cmpuint (counts.leads_new, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/merge/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("all-comes-under-the-first", test_all_comes_under_the_first);
  ADD ("undo-restores-both-exactly", test_undo_restores_both_exactly);
  ADD ("both-go-on", test_both_go_on);
  ADD ("an-answer-goes-where-they-wrote", test_an_answer_goes_where_they_wrote);
  ADD ("three-are-one", test_three_are_one);
  ADD ("forgotten-as-one", test_forgotten_as_one);
  return g_test_run ();
}
