#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

#include "model/ante-records.h"
#include "store/ante-store-facts.h"
#include "store/ante-store-memory.h"

#define LEAD "1784000000000001"
#define EXPENSIVE "That is too expensive for me"

static gint64
hear (Fixture *fixture, AnteThread *thread, gint64 now)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, thread, now);
  lead = fixture_lead (fixture, LEAD);
  return lead->id;
}

static int
remember (Fixture *fixture, guint max_leads)
{
  g_autoptr (GError) error = NULL;
  int n = 0;

  TEST_CALL (fixture->result, ante_store_remember_async, fixture->store, max_leads, T0 + MINUTE,
             NULL);
  n = ante_store_remember_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return n;
}

static GPtrArray *
list_facts (Fixture *fixture, gint64 lead)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *facts = NULL;

  TEST_CALL (fixture->result, ante_store_list_facts_async, fixture->store, lead, NULL);
  facts = ante_store_list_facts_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return facts;
}

/* (nullable): the newest of a kind that is in that state. */
static AnteFact *
find (GPtrArray *facts, AnteFactKind kind, AnteFactState state)
{
  for (guint i = facts->len; i-- > 0;) {
    AnteFact *fact = facts->pdata[i];

    if (fact->kind == kind && fact->state == state)
      return fact;
  }
  return NULL;
}

static guint
count (GPtrArray *facts, AnteFactKind kind)
{
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    n += ((AnteFact *) facts->pdata[i])->kind == kind;
  return n;
}

static gboolean
answer (Fixture *fixture, gint64 lead, gint64 fact, const char *state, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fact);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_FACT_STATE, state, id));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL,
             T0 + 2 * MINUTE, NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error) > 0;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 3 * MINUTE,
             NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 4 * MINUTE,
             NULL);
  undone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

#define GOAL "My goal is to run a marathon under four hours in October"
#define OTHER_GOAL "Actually my goal is to run a half marathon in spring instead"

static AnteThread *
first_thread (void)
{
  return make_thread (
    LEAD, make_message ("m1", "lead", T0, "Hi! Found you through my friend Maria"),
    make_message ("m2", "coach", T0 + 1000, "Welcome! What do you want to reach?"),
    make_message ("m3", "lead", T0 + 2000, GOAL), NULL);
}

static AnteThread *
second_thread (void)
{
  return make_thread (LEAD, make_message ("m3", "lead", T0 + 2000, GOAL),
                      make_message ("m4", "lead", T0 + 3000, OTHER_GOAL), NULL);
}

static void
test_words_that_prove_it_stand_with_what_is_found (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) facts = NULL;
  AnteFact *goal = NULL;
  g_autofree char *proof = NULL;

  g_assert_cmpint (remember (fixture, 8), ==, 1);
  g_assert_cmpint (remember (fixture, 8), ==, 0); /* nothing was said since */
  facts = list_facts (fixture, lead);
  goal = find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED);
  g_assert_nonnull (goal);
  g_assert_cmpstr (goal->mid, ==, "m3");
  g_assert_cmpint (goal->origin, ==, ANTE_FACT_BY_RULE);
  g_assert_cmpint (goal->said_at, ==, T0 + 2000);
  g_assert_false (goal->is_gone);
  proof = g_utf8_substring (GOAL, goal->span_start, goal->span_end);
  g_assert_nonnull (strstr (proof, "marathon"));
}

static void
test_keyword_is_kept_with_its_source (Fixture *fixture, gconstpointer data)
{
  gint64 id =
    hear (fixture, make_thread (LEAD, make_message ("m1", "lead", T0, "MEALS"), NULL), T0);
  g_autoptr (AnteLead) lead = NULL;

  remember (fixture, 8);
  lead = fixture_lead (fixture, LEAD);
  g_assert_cmpint (lead->id, ==, id);
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_KEYWORD);
  g_assert_cmpstr (lead->source_detail, ==, "MEALS");
}

static void
test_source_in_words_is_kept_with_its_message (Fixture *fixture, gconstpointer data)
{
  gint64 id = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) touches = NULL;
  g_autoptr (GError) error = NULL;

  remember (fixture, 8);
  lead = fixture_lead (fixture, LEAD);
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_REFERRAL);
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, id, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (touches->len, ==, 1);
  g_assert_cmpstr (((AnteTouch *) touches->pdata[0])->evidence, ==, "m1");
}

static void
test_newer_words_supersede_and_both_stay (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) facts = NULL;

  remember (fixture, 8);
  hear (fixture, second_thread (), T0 + 6000);
  g_assert_cmpint (remember (fixture, 8), ==, 1);
  facts = list_facts (fixture, lead);
  g_assert_cmpstr (find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->mid, ==, "m4");
  g_assert_cmpstr (find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUPERSEDED)->mid, ==, "m3");
}

/* A no is to what was said there, not to all of its kind. */
static void
test_no_to_an_objection_does_not_hide_the_next (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture,
                      make_thread (LEAD, make_message ("m1", "lead", T0, "Hi, I want to run"),
                                   make_message ("m2", "coach", T0 + 1000, "It is $900"),
                                   make_message ("m3", "lead", T0 + 2000, EXPENSIVE), NULL),
                      T0 + 5000);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  remember (fixture, 8);
  before = list_facts (fixture, lead);
  answer (fixture, lead, find (before, ANTE_FACT_OBJECTION, ANTE_FACT_SUGGESTED)->id, "rejected",
          &error);
  g_assert_no_error (error);
  hear (fixture,
        make_thread (LEAD, make_message ("m3", "lead", T0 + 2000, EXPENSIVE),
                     make_message ("m4", "coach", T0 + 3000, "I see."),
                     make_message ("m5", "lead", T0 + 4000, "I really can't afford that"), NULL),
        T0 + 6000);
  remember (fixture, 8);
  after = list_facts (fixture, lead);
  g_assert_cmpstr (find (after, ANTE_FACT_OBJECTION, ANTE_FACT_REJECTED)->mid, ==, "m3");
  g_assert_nonnull (find (after, ANTE_FACT_OBJECTION, ANTE_FACT_SUGGESTED));
  g_assert_cmpstr (find (after, ANTE_FACT_OBJECTION, ANTE_FACT_SUGGESTED)->mid, ==, "m5");
}

static void
test_what_was_refused_is_not_asked_again (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  remember (fixture, 8);
  before = list_facts (fixture, lead);
  answer (fixture, lead, find (before, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id, "rejected",
          &error);
  g_assert_no_error (error);
  hear (fixture,
        make_thread (LEAD, make_message ("m3", "lead", T0 + 2000, GOAL),
                     make_message ("m5", "lead", T0 + 4000, "Thanks!"), NULL),
        T0 + 6000);
  g_assert_cmpint (remember (fixture, 8), ==, 1);
  after = list_facts (fixture, lead);
  g_assert_cmpuint (count (after, ANTE_FACT_GOAL), ==, 1);
  g_assert_nonnull (find (after, ANTE_FACT_GOAL, ANTE_FACT_REJECTED));
}

static void
test_yes_is_an_act_that_is_taken_back_and_done_again (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  gint64 suggested = 0;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, lead, ANTE_FIELD_FACT, "goal", "Typed by hand");
  remember (fixture, 8);
  for (guint round = 0; round < 3; round++) {
    g_autoptr (GPtrArray) facts = list_facts (fixture, lead);

    if (round == 0) {
      suggested = find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id;
      g_assert_true (answer (fixture, lead, suggested, "confirmed", &error));
      g_assert_no_error (error);
    } else if (round == 1) {
      /* Of goals one holds: the other is superseded, and kept. */
      g_assert_cmpint (find (facts, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED)->id, ==, suggested);
      g_assert_cmpstr (find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUPERSEDED)->text, ==,
                       "Typed by hand");
      undo (fixture);
    } else {
      g_assert_cmpstr (find (facts, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED)->text, ==,
                       "Typed by hand");
      g_assert_cmpint (find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id, ==, suggested);
      redo (fixture);
    }
  }
  {
    g_autoptr (GPtrArray) facts = list_facts (fixture, lead);

    g_assert_cmpint (find (facts, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED)->id, ==, suggested);
  }
}

static void
test_message_that_was_taken_back_leaves_a_mark (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  AnteFact *goal = NULL;

  remember (fixture, 8);
  before = list_facts (fixture, lead);
  answer (fixture, lead, find (before, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id, "confirmed",
          &error);
  g_assert_no_error (error);
  hear (fixture,
        make_thread (LEAD, make_message ("m1", "lead", T0, "Hi! Found you through my friend Maria"),
                     make_message ("m2", "coach", T0 + 1000, "Welcome! What do you want to reach?"),
                     make_message ("m6", "lead", T0 + 60 * MINUTE, "Never mind"), NULL),
        T0 + 61 * MINUTE);
  remember (fixture, 8);
  after = list_facts (fixture, lead);
  goal = find (after, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED);
  g_assert_nonnull (goal);
  g_assert_true (goal->is_gone);
}

static void
test_yes_that_was_taken_back_is_the_machines_again (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  remember (fixture, 8);
  before = list_facts (fixture, lead);
  answer (fixture, lead, find (before, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id, "confirmed",
          &error);
  g_assert_no_error (error);
  undo (fixture);
  hear (fixture, second_thread (), T0 + 6000);
  remember (fixture, 8);
  after = list_facts (fixture, lead);
  g_assert_cmpstr (find (after, ANTE_FACT_GOAL, ANTE_FACT_SUPERSEDED)->mid, ==, "m3");
  g_assert_null (find (after, ANTE_FACT_GOAL, ANTE_FACT_SUPERSEDED)->party);
  g_assert_cmpstr (find (after, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->mid, ==, "m4");
}

/* What a person put something else in the place of is not suggested anew. */
static void
test_what_a_person_replaced_stays_replaced (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  remember (fixture, 8);
  before = list_facts (fixture, lead);
  answer (fixture, lead, find (before, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED)->id, "confirmed",
          &error);
  g_assert_no_error (error);
  fixture_change (fixture, lead, ANTE_FIELD_FACT, "goal", "Typed by hand");
  hear (fixture,
        make_thread (LEAD, make_message ("m3", "lead", T0 + 2000, GOAL),
                     make_message ("m5", "lead", T0 + 4000, "Thanks!"), NULL),
        T0 + 6000);
  g_assert_cmpint (remember (fixture, 8), ==, 1);
  after = list_facts (fixture, lead);
  g_assert_cmpuint (count (after, ANTE_FACT_GOAL), ==, 2);
  g_assert_null (find (after, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED));
}

static void
test_edited_words_are_read_anew (Fixture *fixture, gconstpointer data)
{
  static const char edited[] = "My goal is to run a half marathon under two hours in October";
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) facts = NULL;
  AnteFact *goal = NULL;
  g_autofree char *proof = NULL;

  remember (fixture, 8);
  hear (fixture,
        make_thread (LEAD, make_message ("m1", "lead", T0, "Hi! Found you through my friend Maria"),
                     make_message ("m2", "coach", T0 + 1000, "Welcome! What do you want to reach?"),
                     make_message ("m3", "lead", T0 + 2000, edited), NULL),
        T0 + 6000);
  remember (fixture, 8);
  facts = list_facts (fixture, lead);
  goal = find (facts, ANTE_FACT_GOAL, ANTE_FACT_SUGGESTED);
  g_assert_nonnull (goal);
  proof = g_utf8_substring (edited, goal->span_start, goal->span_end);
  g_assert_nonnull (strstr (proof, "half marathon"));
  g_assert_nonnull (strstr (goal->text, "half marathon"));
}

/* Moved, owned or labelled, a lead has said nothing new. */
static void
test_acts_are_nothing_to_read (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);

  remember (fixture, 8);
  fixture_change (fixture, lead, ANTE_FIELD_OWNER, "setter:Maya", NULL);
  g_assert_cmpint (remember (fixture, 8), ==, 0);
}

static gint64
say_with_words (
  Fixture *fixture, gint64 lead, gint64 message, guint start, guint end, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_FACT, "objection", "too expensive");

  change->message_id = message;
  change->span_start = start;
  change->span_end = end;
  g_ptr_array_add (changes, change);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

static void
test_what_is_said_by_hand_keeps_its_words (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (
    fixture,
    make_thread (LEAD, make_message ("m1", "lead", T0, "That is too expensive for me"), NULL), T0);
  g_autoptr (AnteMessagePage) page = fixture_messages (fixture, lead);
  AnteMessage *message = page->messages->pdata[0];
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) beyond = NULL;
  const AnteFact *said = NULL;

  g_assert_cmpint (say_with_words (fixture, lead, message->id, 8, 21, &error), >, 0);
  g_assert_no_error (error);
  facts = list_facts (fixture, lead);
  said = find (facts, ANTE_FACT_OBJECTION, ANTE_FACT_CONFIRMED);
  g_assert_cmpstr (said->mid, ==, "m1");
  g_assert_cmpuint (said->span_start, ==, 8);
  g_assert_cmpuint (said->span_end, ==, 21);

  g_assert_cmpint (say_with_words (fixture, lead, message->id, 8, 2100, &beyond), ==, -1);
  g_assert_error (beyond, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

/* Past the program's own checks, as another writer of the file would. */
static int
write_raw (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;
  int rc = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  rc = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
  return rc;
}

static void
test_database_refuses_what_nothing_proves (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = {
    "INSERT INTO fact (lead_id, kind, text, origin, state, at)"
    " VALUES (1, 'goal', 'Invented', 'ai', 'suggested', 1)",
    "INSERT INTO fact (lead_id, kind, text, origin, state, at, message_id)"
    " VALUES (1, 'goal', 'No words', 'rule', 'suggested', 1, 1)",
    "UPDATE fact SET origin = 'ai' WHERE origin = 'person'",
  };
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);

  fixture_change (fixture, lead, ANTE_FIELD_FACT, "goal", "Typed by hand");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (write_raw (fixture, refused[i]), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (write_raw (fixture, "INSERT INTO fact (lead_id, kind, text, origin, state, at,"
                                       " message_id, span_end)"
                                       " VALUES (1, 'goal', 'Hi', 'ai', 'suggested', 1, 1, 2)"),
                   ==, SQLITE_OK);
}

/* (transfer none): ms; of the one objection. */
static gint64
objection_handled_at (Fixture *fixture, gint64 lead)
{
  g_autoptr (GPtrArray) facts = list_facts (fixture, lead);

  return find (facts, ANTE_FACT_OBJECTION, ANTE_FACT_CONFIRMED)->handled_at;
}

static void
test_answered_objection_stays_and_opens_again (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *id = NULL;

  fixture_change (fixture, lead, ANTE_FIELD_FACT, "objection", "Too expensive right now");
  facts = list_facts (fixture, lead);
  id = g_strdup_printf ("%" G_GINT64_FORMAT,
                        find (facts, ANTE_FACT_OBJECTION, ANTE_FACT_CONFIRMED)->id);
  g_assert_cmpint (objection_handled_at (fixture, lead), ==, 0);

  fixture_change (fixture, lead, ANTE_FIELD_HANDLED, "1", id);
  g_assert_cmpint (objection_handled_at (fixture, lead), >, 0);
  undo (fixture);
  g_assert_cmpint (objection_handled_at (fixture, lead), ==, 0);
  redo (fixture);
  g_assert_cmpint (objection_handled_at (fixture, lead), >, 0);
  fixture_change (fixture, lead, ANTE_FIELD_HANDLED, "0", id);
  g_assert_cmpint (objection_handled_at (fixture, lead), ==, 0);
}

static void
test_only_an_objection_that_holds_is_answered (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  fixture_change (fixture, lead, ANTE_FIELD_FACT, "goal", "Typed by hand");
  facts = list_facts (fixture, lead);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, find (facts, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED)->id);
  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_HANDLED, "1", id));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL,
             T0 + 2 * MINUTE, NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, &error), <=, 0);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

/* One sign that speaks for and against is two things; a source told in words has its message's
 * time. */
static void
test_words_say_what_speaks_against_and_how_they_came (Fixture *fixture, gconstpointer data)
{
  gint64 lead = hear (fixture, first_thread (), T0 + 5000);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GPtrArray) touches = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  AnteChange *against = ante_change_new (lead, ANTE_FIELD_FACT, "fit", "Only wants a quick fix");
  AnteChange *source = ante_change_new (lead, ANTE_FIELD_TOUCH, "referral", "Maria");

  against->type = g_strdup (ANTE_FACT_TYPE_AGAINST);
  source->message_id = 1;
  g_ptr_array_add (changes, against);
  g_ptr_array_add (changes, source);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL,
             T0 + 2 * MINUTE, NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, &error), >, 0);
  g_assert_no_error (error);

  facts = list_facts (fixture, lead);
  g_assert_cmpstr (find (facts, ANTE_FACT_FIT, ANTE_FACT_CONFIRMED)->type, ==,
                   ANTE_FACT_TYPE_AGAINST);
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, lead, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((AnteTouch *) touches->pdata[0])->evidence, ==, "m1");
  g_assert_cmpint (((AnteTouch *) touches->pdata[0])->at, ==, T0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/memory/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("proof", test_words_that_prove_it_stand_with_what_is_found);
  ADD ("next-objection", test_no_to_an_objection_does_not_hide_the_next);
  ADD ("keyword", test_keyword_is_kept_with_its_source);
  ADD ("source", test_source_in_words_is_kept_with_its_message);
  ADD ("newer", test_newer_words_supersede_and_both_stay);
  ADD ("refused", test_what_was_refused_is_not_asked_again);
  ADD ("yes", test_yes_is_an_act_that_is_taken_back_and_done_again);
  ADD ("gone", test_message_that_was_taken_back_leaves_a_mark);
  ADD ("by-hand", test_what_is_said_by_hand_keeps_its_words);
  ADD ("taken-back", test_yes_that_was_taken_back_is_the_machines_again);
  ADD ("replaced", test_what_a_person_replaced_stays_replaced);
  ADD ("edited", test_edited_words_are_read_anew);
  ADD ("acts", test_acts_are_nothing_to_read);
  ADD ("handled", test_answered_objection_stays_and_opens_again);
  ADD ("not-handled", test_only_an_objection_that_holds_is_answered);
  ADD ("against", test_words_say_what_speaks_against_and_how_they_came);
  ADD ("no-proof", test_database_refuses_what_nothing_proves);
#undef ADD
  return g_test_run ();
}
