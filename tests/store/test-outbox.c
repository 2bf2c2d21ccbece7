#include "config.h"

#include "model/ante-party.h"
#include "store-fixture.h"
#include "store/ante-store-outbox.h"

static gint64
add_item_of (
  Fixture *fixture, gint64 lead_id, const char *author, const char *text, gint64 undo_until)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  item->lead_id = lead_id;
  item->text = g_strdup (text);
  item->author = g_strdup (author);
  item->created_at = T0;
  item->undo_until = undo_until;
  item->verdict = ante_verdict_new ();
  if (ante_party_is_automatic (author))
    item->receipt = fixture_receipt (lead_id, text, ANTE_VERDICT_ALLOW);
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, "half a thought",
             NULL);
  id = ante_store_outbox_add_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_item (Fixture *fixture, gint64 lead_id, const char *text, gint64 undo_until)
{
  return add_item_of (fixture, lead_id, "setter:Mia", text, undo_until);
}

static AnteOutboxItem *
begin (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  AnteOutboxItem *item = NULL;

  TEST_CALL (fixture->result, ante_store_outbox_begin_async, fixture->store, now, NULL);
  item = ante_store_outbox_begin_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return item;
}

static gboolean
settle (Fixture *fixture,
        gint64 id,
        AnteOutboxState from,
        AnteOutboxState to,
        const char *mid,
        GError **error)
{
  AnteOutboxOutcome outcome = { .state = to, .mid = mid, .at = T0 + MINUTE };

  TEST_CALL (fixture->result, ante_store_outbox_settle_async, fixture->store, id, from, &outcome,
             NULL);
  return ante_store_outbox_settle_finish (fixture->store, fixture->result, error);
}

static void
add_lead (Fixture *fixture)
{
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
}

static void
test_nothing_leaves_before_its_undo_time_is_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) early = NULL;
  g_autoptr (AnteOutboxItem) due = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello", T0 + 10000);
  TEST_CALL (fixture->result, ante_store_outbox_next_due_async, fixture->store, NULL);
  g_assert_cmpint (ante_store_outbox_next_due_finish (fixture->store, fixture->result, NULL), ==,
                   T0 + 10000);
  early = begin (fixture, T0 + 9999);
  due = begin (fixture, T0 + 10000);
  g_assert_null (early);
  g_assert_cmpstr (due->text, ==, "Hello");
  g_assert_cmpint (due->state, ==, ANTE_OUTBOX_SENDING);
  g_assert_cmpstr (due->igsid, ==, "1");
}

static void
test_one_at_a_time_and_in_order_within_a_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) first = NULL;
  g_autoptr (AnteOutboxItem) held = NULL;
  g_autoptr (AnteOutboxItem) still_held = NULL;
  g_autoptr (AnteOutboxItem) second = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "one", T0 + 5000);
  add_item (fixture, 1, "two", T0);
  held = begin (fixture, T0);
  g_assert_null (held);
  first = begin (fixture, T0 + 5000);
  g_assert_cmpstr (first->text, ==, "one");
  g_assert_null (begin (fixture, T0 + 5000));

  /* An uncertain one holds up what comes after it: its late effect would come in the wrong order.
   */
  g_assert_true (
    settle (fixture, first->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_UNCERTAIN, NULL, NULL));
  still_held = begin (fixture, T0 + 5000);
  g_assert_null (still_held);
  g_assert_true (
    settle (fixture, first->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_FAILED, NULL, NULL));
  second = begin (fixture, T0 + 5000);
  g_assert_cmpstr (second->text, ==, "two");
}

static void
test_sent_stands_in_the_thread_and_settles_what_is_owed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello there", T0);
  item = begin (fixture, T0);
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "m2", NULL));

  lead = fixture_lead (fixture, "1");
  page = fixture_messages (fixture, lead->id);
  hits = fixture_search (fixture, "hello");
  g_assert_cmpint (lead->owes_reply_since, ==, 0);
  g_assert_cmpstr (lead->last_author, ==, "setter:Mia");
  g_assert_cmpuint (page->messages->len, ==, 2);
  g_assert_cmpuint (hits->len, ==, 1);
}

/* What was sent may be long in coming into what Instagram lists; only once it was there, its
 * absence tells something. */
static void
test_sent_is_taken_back_only_after_it_was_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  AnteMessage *sent = NULL;
  AnteThread *without = make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL);
  AnteThread *with = make_thread ("1", make_message ("m1", "lead", T0, "Hi"),
                                  make_message ("m2", "elsewhere", T0 + MINUTE, "Hello"), NULL);
  AnteThread *without_again = make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL);

  add_lead (fixture);
  add_item (fixture, 1, "Hello", T0);
  item = begin (fixture, T0);
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "m2", NULL));

  g_assert_cmpuint (fixture_ingest (fixture, without, T0 + 20 * MINUTE).unsent, ==, 0);
  g_assert_cmpuint (fixture_ingest (fixture, with, T0 + 21 * MINUTE).unsent, ==, 0);
  g_assert_cmpuint (fixture_ingest (fixture, without_again, T0 + 22 * MINUTE).unsent, ==, 1);
  page = fixture_messages (fixture, 1);
  sent = page->messages->pdata[1];
  g_assert_true (sent->unsent);
  g_assert_cmpstr (sent->author, ==, "setter:Mia");
}

static void
test_poll_that_is_quicker_than_the_answer_doubles_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  AnteMessage *sent = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello there", T0);
  item = begin (fixture, T0);
  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "lead", T0, "Hi"),
                               make_message ("m2", "elsewhere", T0 + MINUTE, "Hello there"), NULL),
                  T0);
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "m2", NULL));

  page = fixture_messages (fixture, 1);
  sent = page->messages->pdata[1];
  g_assert_cmpuint (page->messages->len, ==, 2);
  g_assert_cmpstr (sent->author, ==, "setter:Mia");
}

static void
test_second_decision_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello", T0);
  item = begin (fixture, T0);
  g_assert_true (
    settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_UNCERTAIN, NULL, NULL));
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_QUEUED, NULL, NULL));
  g_assert_false (
    settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_QUEUED, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
test_what_was_being_sent_at_a_crash_is_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello", T0);
  item = begin (fixture, T0);
  fixture_reopen (fixture);
  TEST_CALL (fixture->result, ante_store_outbox_recover_async, fixture->store, NULL);
  g_assert_cmpint (ante_store_outbox_recover_finish (fixture->store, fixture->result, NULL), ==, 1);
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 0, TRUE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (((AnteOutboxItem *) items->pdata[0])->state, ==, ANTE_OUTBOX_UNCERTAIN);
}

static void
test_composer_draft_lives_over_a_restart_and_goes_with_the_answer (Fixture *fixture,
                                                                   gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;

  add_lead (fixture);
  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, 1, "half a thought",
             NULL);
  fixture_reopen (fixture);
  TEST_CALL (fixture->result, ante_store_get_draft_async, fixture->store, 1, NULL);
  kept = ante_store_get_draft_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (kept, ==, "half a thought");

  add_item (fixture, 1, "half a thought", T0);
  TEST_CALL (fixture->result, ante_store_get_draft_async, fixture->store, 1, NULL);
  gone = ante_store_get_draft_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (gone, ==, "");
}

static char *
return_draft (Fixture *fixture, const char *sent, const char *text)
{
  g_autofree char *whole = NULL;

  TEST_CALL (fixture->result, ante_store_return_draft_async, fixture->store, 1, sent, text, NULL);
  whole = ante_store_return_draft_finish (fixture->store, fixture->result, NULL);
  TEST_CALL (fixture->result, ante_store_get_draft_async, fixture->store, 1, NULL);
  return ante_store_get_draft_finish (fixture->store, fixture->result, NULL);
}

static void
test_refused_answer_leaves_a_newer_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *same = NULL;
  g_autofree char *both = NULL;
  g_autofree char *newer = NULL;

  add_lead (fixture);
  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, 1, "the old words ",
             NULL);
  same = return_draft (fixture, "the old words ", "the old words");
  g_assert_cmpstr (same, ==, "the old words");

  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, 1, "newer words", NULL);
  both = return_draft (fixture, "the old words", "the old words");
  g_assert_cmpstr (both, ==, "the old words\nnewer words");

  add_item (fixture, 1, "half a thought", T0);
  TEST_CALL (fixture->result, ante_store_get_draft_async, fixture->store, 1, NULL);
  newer = ante_store_get_draft_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (newer, ==, both);
}

static void
test_facts_tell_an_answer_on_its_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteSendFacts) before = NULL;
  g_autoptr (AnteSendFacts) after = NULL;

  add_lead (fixture);
  TEST_CALL (fixture->result, ante_store_send_facts_async, fixture->store, 1, NULL);
  before = ante_store_send_facts_finish (fixture->store, fixture->result, NULL);
  add_item (fixture, 1, "Hello", T0);
  TEST_CALL (fixture->result, ante_store_send_facts_async, fixture->store, 1, NULL);
  after = ante_store_send_facts_finish (fixture->store, fixture->result, NULL);
  g_assert_false (before->answered_since);
  g_assert_true (after->answered_since);
}

static void
test_closed_item_is_never_taken_up_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) first = NULL;
  g_autoptr (AnteOutboxItem) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  add_lead (fixture);
  id = add_item (fixture, 1, "Hello", T0);
  g_assert_false (settle (fixture, id, ANTE_OUTBOX_QUEUED, ANTE_OUTBOX_SENDING, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_clear_error (&error);

  first = begin (fixture, T0);
  g_assert_true (settle (fixture, id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "s1", NULL));
  g_assert_false (settle (fixture, id, ANTE_OUTBOX_SENT, ANTE_OUTBOX_QUEUED, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  again = begin (fixture, T0 + MINUTE);
  g_assert_null (again);
}

static void
test_one_message_is_the_outcome_of_one_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) first = NULL;
  g_autoptr (AnteOutboxItem) second = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello", T0);
  add_item (fixture, 1, "Hello", T0);
  first = begin (fixture, T0);
  g_assert_true (settle (fixture, first->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "s1", NULL));
  second = begin (fixture, T0);
  g_assert_false (
    settle (fixture, second->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_SENT, "s1", &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
test_retried_item_waits_for_the_one_being_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) first = NULL;
  g_autoptr (AnteOutboxItem) second = NULL;
  g_autoptr (AnteOutboxItem) none = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "one", T0);
  add_item (fixture, 1, "two", T0);
  first = begin (fixture, T0);
  settle (fixture, first->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_FAILED, NULL, NULL);
  second = begin (fixture, T0);
  g_assert_nonnull (second);
  settle (fixture, first->id, ANTE_OUTBOX_FAILED, ANTE_OUTBOX_QUEUED, NULL, NULL);
  none = begin (fixture, T0);
  g_assert_null (none);
}

static void
test_person_withdraws_what_the_machine_has_not_said (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    AnteOutboxState state;
    const char *error;
  } expected[] = {
    { "has left", ANTE_OUTBOX_SENDING, NULL },
    { "by the machine", ANTE_OUTBOX_CANCELLED, "answered" },
    { "by the rules", ANTE_OUTBOX_CANCELLED, "answered" },
    { "by a setter", ANTE_OUTBOX_QUEUED, NULL },
    { "to another", ANTE_OUTBOX_QUEUED, NULL },
    { "by the coach", ANTE_OUTBOX_QUEUED, NULL },
  };
  g_autoptr (AnteOutboxItem) begun = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_lead (fixture);
  fixture_ingest (fixture, make_thread ("2", make_message ("n1", "lead", T0, "Hi"), NULL), T0);
  add_item_of (fixture, 1, "ai", "has left", T0);
  begun = begin (fixture, T0);
  add_item_of (fixture, 1, "ai", "by the machine", T0);
  add_item_of (fixture, 1, "system", "by the rules", T0);
  add_item_of (fixture, 1, "setter:Mia", "by a setter", T0);
  add_item_of (fixture, 2, "ai", "to another", T0);
  add_item_of (fixture, 1, "coach", "by the coach", T0);

  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 0, FALSE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    g_assert_cmpstr (item->text, ==, expected[i].text);
    g_assert_cmpint (item->state, ==, expected[i].state);
    g_assert_cmpstr (item->error, ==, expected[i].error);
  }
}

static void
set_cannot_receive (Fixture *fixture)
{
  TEST_CALL (fixture->result, ante_store_set_cannot_receive_async, fixture->store, 1, TRUE, NULL);
  g_assert_true (ante_store_set_cannot_receive_finish (fixture->store, fixture->result, NULL));
}

static gboolean
cannot_receive (Fixture *fixture)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, "1");

  return lead->cannot_receive;
}

/* Neither an old message that is read again nor one of ours is a sign of life. */
static void
test_who_writes_again_can_be_written_to_again (Fixture *fixture, gconstpointer data)
{
  add_lead (fixture);
  set_cannot_receive (fixture);
  add_lead (fixture);
  g_assert_true (cannot_receive (fixture));
  fixture_ingest (
    fixture, make_thread ("1", make_message ("m2", "elsewhere", T0 + MINUTE, "Hello"), NULL), T0);
  g_assert_true (cannot_receive (fixture));
  fixture_ingest (
    fixture, make_thread ("1", make_message ("m3", "lead", T0 + 2 * MINUTE, "Back"), NULL), T0);
  g_assert_false (cannot_receive (fixture));
}

static AnteEvent *
only_event (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = NULL;

  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, 1, 10, NULL);
  events = ante_store_list_events_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  return g_ptr_array_steal_index (events, 0);
}

/* The message may be too old to be read ever. */
static void
test_what_a_person_saw_keeps_its_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteSendFacts) facts = NULL;
  g_autoptr (AnteEvent) event = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello there", T0 + MINUTE);
  item = begin (fixture, T0 + MINUTE);
  settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_UNCERTAIN, NULL, NULL);
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_SENT, NULL, NULL));

  event = only_event (fixture);
  g_assert_cmpstr (event->field, ==, "sent");
  g_assert_cmpstr (event->actor, ==, "setter:Mia");
  g_assert_cmpstr (event->why, ==, "Hello there");
  g_assert_cmpint (event->at, ==, T0 + MINUTE);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->owes_reply_since, ==, 0);
  TEST_CALL (fixture->result, ante_store_send_facts_async, fixture->store, 1, NULL);
  facts = ante_store_send_facts_finish (fixture->store, fixture->result, NULL);
  g_assert_true (facts->answered_since);
}

static void
test_what_a_person_saw_gets_its_author_when_it_comes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  AnteMessage *sent = NULL;

  add_lead (fixture);
  add_item (fixture, 1, "Hello there", T0);
  item = begin (fixture, T0);
  settle (fixture, item->id, ANTE_OUTBOX_SENDING, ANTE_OUTBOX_UNCERTAIN, NULL, NULL);
  settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_SENT, NULL, NULL);
  fixture_ingest (
    fixture, make_thread ("1", make_message ("m2", "elsewhere", T0 + MINUTE, "Hello there"), NULL),
    T0);
  g_assert_true (settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_SENT, "m2", &error));
  g_assert_no_error (error);

  page = fixture_messages (fixture, 1);
  sent = page->messages->pdata[1];
  g_assert_cmpuint (page->messages->len, ==, 2);
  g_assert_cmpstr (sent->author, ==, "setter:Mia");
  event = only_event (fixture);
  g_assert_false (
    settle (fixture, item->id, ANTE_OUTBOX_UNCERTAIN, ANTE_OUTBOX_SENT, "m1", &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
test_nothing_goes_in_without_a_verdict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture);
  item->lead_id = 1;
  item->text = g_strdup ("unchecked");
  item->author = g_strdup ("ai");
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, NULL, NULL);
  g_assert_cmpint (ante_store_outbox_add_finish (fixture->store, fixture->result, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 0, FALSE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/outbox/nothing-leaves-before-its-undo-time",
       test_nothing_leaves_before_its_undo_time_is_over);
  ADD ("/outbox/one-at-a-time-and-in-order", test_one_at_a_time_and_in_order_within_a_thread);
  ADD ("/outbox/sent-stands-in-the-thread",
       test_sent_stands_in_the_thread_and_settles_what_is_owed);
  ADD ("/outbox/sent-is-taken-back-only-after-it-was-listed",
       test_sent_is_taken_back_only_after_it_was_listed);
  ADD ("/outbox/quicker-poll-doubles-nothing",
       test_poll_that_is_quicker_than_the_answer_doubles_nothing);
  ADD ("/outbox/second-decision-conflicts", test_second_decision_conflicts);
  ADD ("/outbox/sending-at-a-crash-is-uncertain", test_what_was_being_sent_at_a_crash_is_uncertain);
  ADD ("/outbox/refused-answer-leaves-a-newer-draft", test_refused_answer_leaves_a_newer_draft);
  ADD ("/outbox/draft-lives-over-a-restart",
       test_composer_draft_lives_over_a_restart_and_goes_with_the_answer);
  ADD ("/outbox/facts-tell-an-answer-on-its-way", test_facts_tell_an_answer_on_its_way);
  ADD ("/outbox/closed-is-never-taken-up-again", test_closed_item_is_never_taken_up_again);
  ADD ("/outbox/one-message-one-item", test_one_message_is_the_outcome_of_one_item);
  ADD ("/outbox/retried-waits-for-the-one-being-sent",
       test_retried_item_waits_for_the_one_being_sent);
  ADD ("/outbox/what-a-person-saw-keeps-its-words", test_what_a_person_saw_keeps_its_words);
  ADD ("/outbox/what-a-person-saw-gets-its-author",
       test_what_a_person_saw_gets_its_author_when_it_comes);
  ADD ("/outbox/nothing-without-a-verdict", test_nothing_goes_in_without_a_verdict);
  ADD ("/outbox/who-writes-again", test_who_writes_again_can_be_written_to_again);
  ADD ("/outbox/a-person-withdraws-the-machine",
       test_person_withdraws_what_the_machine_has_not_said);
  return g_test_run ();
}
