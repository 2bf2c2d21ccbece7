#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-care.h"
#include "store/ante-store-drafts.h"
#include "store/ante-store-forget.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-outbox.h"
#include "store/ante-store-playbook.h"

#include <string.h>

#define DOCUMENT                                                                                   \
  "{\"languages\": [\"en\"], \"currency\": \"EUR\", \"price_disclosure\": \"allowed\", "           \
  "\"offers\": []}"
#define DAY (24 * 60 * MINUTE)

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_keep_playbook_async, fixture->store, DOCUMENT, NULL, FALSE,
             "coach", T0, NULL);
  ante_store_keep_playbook_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Butterblume?"), NULL),
                  T0);
}

static AnteOutboxItem *
make_item (const char *author, const char *text)
{
  AnteOutboxItem *item = ante_outbox_item_new ();

  item->lead_id = 1;
  item->text = g_strdup (text);
  item->author = g_strdup (author);
  item->created_at = T0 + MINUTE;
  item->undo_until = T0 + 6 * MINUTE;
  item->verdict = ante_verdict_new ();
  item->receipt = fixture_receipt (1, text, ANTE_VERDICT_ALLOW);
  return item;
}

/* -1 where the world has moved on. */
static gint64
file (Fixture *fixture, const char *text, gint64 burst_at, gboolean leaves)
{
  g_autoptr (AnteDraft) draft = ante_draft_new ();
  g_autoptr (AnteReceipt) receipt = fixture_receipt (1, text, ANTE_VERDICT_ALLOW);
  g_autoptr (AnteOutboxItem) item = leaves ? make_item ("ai", text) : NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  draft->lead_id = 1;
  draft->burst_at = burst_at;
  draft->intent = ANTE_INTENT_PRICE;
  draft->text = g_strdup (text);
  draft->origin = g_strdup ("playbook");
  draft->playbook_id = 1;
  TEST_CALL (fixture->result, ante_store_file_draft_async, fixture->store, draft, receipt, item,
             T0 + MINUTE, NULL);
  id = ante_store_file_draft_finish (fixture->store, fixture->result, &error);
  if (error != NULL)
    g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  return id;
}

static void
assert_draft (Fixture *fixture, gint64 id, AnteDraftState state, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDraft) draft = NULL;

  TEST_CALL (fixture->result, ante_store_find_draft_async, fixture->store, id, NULL);
  draft = ante_store_find_draft_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (draft->state, ==, state);
  g_assert_cmpstr (draft->reason, ==, reason);
}

static void
look_over (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDraftsDue) due = NULL;

  TEST_CALL (fixture->result, ante_store_drafts_due_async, fixture->store, now, 45000, 10, NULL);
  due = ante_store_drafts_due_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
hear (Fixture *fixture, const char *mid, const char *author, gint64 at)
{
  fixture_ingest (fixture, make_thread ("1", make_message (mid, author, at, "more"), NULL), at);
}

static gint64
decide (Fixture *fixture, gint64 id, AnteDraftState state, AnteOutboxItem *item, GError **error)
{
  g_autoptr (GPtrArray) decisions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_draft_decision_free);
  AnteDraftDecision *decision = ante_draft_decision_new (id, state);

  decision->item = item;
  g_ptr_array_add (decisions, decision);
  TEST_CALL (fixture->result, ante_store_decide_drafts_async, fixture->store, decisions, "coach",
             NULL, T0 + MINUTE, NULL);
  return ante_store_decide_drafts_finish (fixture->store, fixture->result, error);
}

static void
test_filed_only_while_it_answers (Fixture *fixture, gconstpointer data)
{
  gint64 first = 0;
  gint64 second = 0;

  begin (fixture);
  g_assert_cmpint (file (fixture, "Hi", T0 - 1, FALSE), ==, -1);
  first = file (fixture, "Hi", T0, FALSE);
  second = file (fixture, "Ho", T0, FALSE);
  g_assert_cmpint (second, >, first);
  assert_draft (fixture, first, ANTE_DRAFT_EXPIRED, "made-anew");
  assert_draft (fixture, second, ANTE_DRAFT_WAITING, NULL);
  hear (fixture, "m2", "elsewhere", T0 + 2 * MINUTE);
  g_assert_cmpint (file (fixture, "Hu", T0, FALSE), ==, -1);
}

static void
test_world_ends_what_waits (Fixture *fixture, gconstpointer data)
{
  gint64 id = 0;

  begin (fixture);
  id = file (fixture, "Hi", T0, FALSE);
  look_over (fixture, T0 + 2 * MINUTE);
  assert_draft (fixture, id, ANTE_DRAFT_WAITING, NULL);
  hear (fixture, "m2", "lead", T0 + 3 * MINUTE);
  look_over (fixture, T0 + 4 * MINUTE);
  assert_draft (fixture, id, ANTE_DRAFT_EXPIRED, "new-message");

  id = file (fixture, "Ho", T0 + 3 * MINUTE, FALSE);
  hear (fixture, "m3", "elsewhere", T0 + 5 * MINUTE);
  look_over (fixture, T0 + 6 * MINUTE);
  assert_draft (fixture, id, ANTE_DRAFT_WITHDRAWN, "answered");
}

static void
test_stale_is_never_approved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  begin (fixture);
  id = file (fixture, "Hi", T0, FALSE);
  hear (fixture, "m2", "lead", T0 + 3 * MINUTE);
  g_assert_cmpint (decide (fixture, id, ANTE_DRAFT_APPROVED, make_item ("coach", "Hi"), &error), ==,
                   -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
test_second_decision_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  begin (fixture);
  id = file (fixture, "Hi", T0, FALSE);
  g_assert_cmpint (decide (fixture, id, ANTE_DRAFT_APPROVED, make_item ("coach", "Hi"), &error), >,
                   0);
  g_assert_cmpint (decide (fixture, id, ANTE_DRAFT_REJECTED, NULL, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

/* What was about to leave by itself waits for whoever types; so it does when it is taken back. */
static void
test_typing_withdraws_the_machine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;
  gint64 id = 0;

  begin (fixture);
  id = file (fixture, "Hi", T0, TRUE);
  assert_draft (fixture, id, ANTE_DRAFT_APPROVED, NULL);
  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, 1, "I wr", NULL);
  g_assert_true (ante_store_set_draft_finish (fixture->store, fixture->result, NULL));
  assert_draft (fixture, id, ANTE_DRAFT_WAITING, "typing");
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 1, FALSE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpint (((AnteOutboxItem *) items->pdata[0])->state, ==, ANTE_OUTBOX_CANCELLED);
}

static gboolean
is_in_database (Fixture *fixture, const char *word)
{
  g_autofree char *path = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* Drafts and receipts hold words of a lead and go with them; the record stays whole. */
static void
test_forgotten_with_the_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture);
  file (fixture, "Mauerblume", T0, FALSE);
  g_assert_cmpint (
    decide (fixture, 1, ANTE_DRAFT_APPROVED, make_item ("coach", "Mauerblume"), &error), >, 0);
  TEST_CALL (fixture->result, ante_store_forget_async, fixture->store, 1, "coach", T0 + DAY, NULL);
  ante_store_forget_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_store_wipe_async, fixture->store, NULL);
  ante_store_wipe_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  ante_store_close (fixture->store);
  g_assert_false (is_in_database (fixture, "Mauerblume"));

  checks = ante_store_doctor (fixture->dir);
  for (guint i = 0; i < checks->len; i++) {
    const AnteCheck *check = checks->pdata[i];

    if (g_str_equal (check->name, "record") || g_str_equal (check->name, "references"))
      g_assert_true (check->ok);
  }
}

static void
test_merged_with_the_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  gint64 act = 0;

  begin (fixture);
  fixture_ingest (fixture, make_thread ("2", make_message ("n1", "lead", T0, "It's me"), NULL), T0);
  id = file (fixture, "Hi", T0, TRUE);
  act = fixture_change (fixture, 2, ANTE_FIELD_MERGE, "1", NULL);
  g_assert_cmpint (act, >, 0);
  {
    g_autoptr (AnteDraft) draft = NULL;

    TEST_CALL (fixture->result, ante_store_find_draft_async, fixture->store, id, NULL);
    draft = ante_store_find_draft_finish (fixture->store, fixture->result, &error);
    g_assert_no_error (error);
    g_assert_cmpint (draft->lead_id, ==, 2);
  }
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0, NULL);
  ante_undone_free (ante_store_undo_finish (fixture->store, fixture->result, &error));
  g_assert_no_error (error);
  {
    g_autoptr (AnteDraft) draft = NULL;

    TEST_CALL (fixture->result, ante_store_find_draft_async, fixture->store, id, NULL);
    draft = ante_store_find_draft_finish (fixture->store, fixture->result, &error);
    g_assert_no_error (error);
    g_assert_cmpint (draft->lead_id, ==, 1);
  }
}

/* A first reading of a long past is no reason to write to everybody. */
static void
test_past_is_passed_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDraftsDue) due = NULL;

  begin (fixture);
  TEST_CALL (fixture->result, ante_store_drafts_due_async, fixture->store, T0 + MINUTE, 45000, 10,
             NULL);
  due = ante_store_drafts_due_finish (fixture->store, fixture->result, &error);
  g_assert_cmpuint (due->leads->len, ==, 1);
  g_clear_pointer (&due, ante_drafts_due_free);
  TEST_CALL (fixture->result, ante_store_drafts_due_async, fixture->store, T0 + 30000, 45000, 10,
             NULL);
  due = ante_store_drafts_due_finish (fixture->store, fixture->result, &error);
  g_assert_cmpuint (due->leads->len, ==, 0);
  g_assert_cmpint (due->next, ==, T0 + 45000);
  g_clear_pointer (&due, ante_drafts_due_free);
  TEST_CALL (fixture->result, ante_store_drafts_due_async, fixture->store, T0 + DAY + MINUTE, 45000,
             10, NULL);
  due = ante_store_drafts_due_finish (fixture->store, fixture->result, &error);
  g_assert_cmpuint (due->leads->len, ==, 0);
  g_assert_cmpint (due->next, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/drafts/filed-only-while-it-answers", test_filed_only_while_it_answers);
  ADD ("/drafts/world-ends-what-waits", test_world_ends_what_waits);
  ADD ("/drafts/stale-is-never-approved", test_stale_is_never_approved);
  ADD ("/drafts/second-decision-conflicts", test_second_decision_conflicts);
  ADD ("/drafts/typing-withdraws-the-machine", test_typing_withdraws_the_machine);
  ADD ("/drafts/forgotten-with-the-lead", test_forgotten_with_the_lead);
  ADD ("/drafts/merged-with-the-lead", test_merged_with_the_lead);
  ADD ("/drafts/past-is-passed-over", test_past_is_passed_over);
  return g_test_run ();
}
