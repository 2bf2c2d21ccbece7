#include "config.h"

#include <sqlite3.h>

#include "store-fixture.h"
#include "store/ante-store-facts.h"

static gint64
add_lead (Fixture *fixture, const char *igsid)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", T0, "Hi"), NULL), T0);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static void
require (Fixture *fixture, const char *stage, const char *words)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *sql =
    g_strdup_printf ("UPDATE stage SET requirements = '%s' WHERE key = '%s'", words, stage);
  sqlite3 *db = NULL;

  ante_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  fixture_reopen (fixture);
}

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
}

static void
add (GPtrArray *changes, gint64 lead, const char *field, const char *value, const char *detail)
{
  g_ptr_array_add (changes, ante_change_new (lead, field, value, detail));
}

static gint64
apply_as (Fixture *fixture, GPtrArray *changes, const char *actor, const char *why, GError **error)
{
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, actor, why, T0,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

static gint64
apply (Fixture *fixture, GPtrArray *changes, const char *why, GError **error)
{
  return apply_as (fixture, changes, "coach", why, error);
}

/* A single move; what it lacks, with a space between, or "" when it was done. */
static char *
try_move (Fixture *fixture, gint64 lead, const char *stage, const char *why)
{
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *missing = NULL;

  add (changes, lead, ANTE_FIELD_STAGE, stage, NULL);
  if (apply (fixture, changes, why, &error) > 0)
    return g_strdup ("");
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE);
  missing = ante_store_apply_get_missing (fixture->result);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpint (((AnteMissing *) missing->pdata[0])->lead_id, ==, lead);
  return g_strjoinv (" ", ((AnteMissing *) missing->pdata[0])->words);
}

static void
assert_move (
  Fixture *fixture, gint64 lead, const char *stage, const char *why, const char *expected)
{
  g_autofree char *lacks = try_move (fixture, lead, stage, why);

  g_assert_cmpstr (lacks, ==, expected);
}

static void
assert_stage (Fixture *fixture, const char *igsid, gint64 stage_id)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  g_assert_cmpint (lead->stage_id, ==, stage_id);
}

/* "budget confirmed: 200 | …", oldest first. */
static char *
tell_facts (Fixture *fixture, gint64 lead)
{
  g_autoptr (GPtrArray) facts = NULL;
  GString *told = g_string_new (NULL);

  TEST_CALL (fixture->result, ante_store_list_facts_async, fixture->store, lead, NULL);
  facts = ante_store_list_facts_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    g_string_append_printf (told, "%s%s %s: %s", i > 0 ? " | " : "",
                            ante_fact_kind_to_nick (fact->kind),
                            ante_fact_state_to_nick (fact->state), fact->text);
  }
  return g_string_free (told, FALSE);
}

static void
assert_facts (Fixture *fixture, gint64 lead, const char *expected)
{
  g_autofree char *told = tell_facts (fixture, lead);

  g_assert_cmpstr (told, ==, expected);
}

static GPtrArray *
list_events (Fixture *fixture, gint64 lead)
{
  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, lead, 50, NULL);
  return ante_store_list_events_finish (fixture->store, fixture->result, NULL);
}

/* The newest of that field that nothing has taken back. */
static const AnteEvent *
find_event (GPtrArray *events, const char *field)
{
  for (guint i = 0; i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];

    if (g_str_equal (event->field, field) && !event->undone)
      return event;
  }
  return NULL;
}

static AnteUndone *
undo (Fixture *fixture, gint64 act, GError **error)
{
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0 + 1, NULL);
  return ante_store_undo_finish (fixture->store, fixture->result, error);
}

static void
undo_last (Fixture *fixture, guint expected_leads)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = undo (fixture, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_leads, ==, expected_leads);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) redone = NULL;

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 2, NULL);
  redone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

/* --- the gate --- */

static void
test_booked_wants_a_next_step_with_a_date (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");

  assert_move (fixture, id, "booked", NULL, "next-step");
  assert_stage (fixture, "1", 1);
  fixture_change (fixture, id, ANTE_FIELD_NEXT_ACTION, "Call", NULL);
  assert_move (fixture, id, "booked", "A reason is no next step", "next-step");
  fixture_change (fixture, id, ANTE_FIELD_NEXT_DUE, "1772700000000", NULL);
  assert_move (fixture, id, "booked", NULL, "");
  assert_stage (fixture, "1", 6);
}

static void
test_nurture_wants_a_next_step_that_is_still_to_come (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");

  assert_move (fixture, id, "nurture", NULL, "next-step");
  fixture_change (fixture, id, ANTE_FIELD_NEXT_ACTION, "Send the list", NULL);
  fixture_change (fixture, id, ANTE_FIELD_NEXT_DUE, "1772500000000", NULL);
  assert_move (fixture, id, "nurture", NULL, "next-step");
  fixture_change (fixture, id, ANTE_FIELD_NEXT_DUE, "1772700000000", NULL);
  assert_move (fixture, id, "nurture", NULL, "");
  assert_stage (fixture, "1", 8);
}

static void
test_not_a_fit_wants_a_reason_and_keeps_it (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) events = NULL;

  assert_move (fixture, id, "not-a-fit", NULL, "reason");
  assert_move (fixture, id, "not-a-fit", " \t ", "reason");
  assert_move (fixture, id, "not-a-fit", " Wants a dietitian\n", "");
  events = list_events (fixture, id);
  g_assert_cmpstr (find_event (events, "stage")->why, ==, "Wants a dietitian");
  g_assert_null (find_event (events, ANTE_FIELD_ANYWAY));
}

static void
test_each_fact_opens_its_own_gate (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "goal",      "problem", "bottleneck", "fit",
                                       "objection", "offer",   "budget",     "timeline" };
  gint64 id = add_lead (fixture, "1");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    require (fixture, "qualified", kinds[i]);
    assert_move (fixture, id, "qualified", NULL, kinds[i]);
    fixture_change (fixture, id, ANTE_FIELD_FACT, kinds[i], "what they said");
    assert_move (fixture, id, "qualified", NULL, "");
    fixture_change (fixture, id, ANTE_FIELD_STAGE, "qualifying", NULL);
  }
}

static void
test_what_is_saved_in_the_same_act_counts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;

  require (fixture, "booked", "goal next-step");
  add (changes, id, ANTE_FIELD_FACT, "goal", "Sleep again");
  add (changes, id, ANTE_FIELD_NEXT_ACTION, "Call", NULL);
  add (changes, id, ANTE_FIELD_NEXT_DUE, "1772700000000", NULL);
  add (changes, id, ANTE_FIELD_STAGE, "booked", NULL);
  g_assert_cmpint (apply (fixture, changes, NULL, &error), >, 0);
  g_assert_no_error (error);
  assert_stage (fixture, "1", 6);
  assert_facts (fixture, id, "goal confirmed: Sleep again");
}

static void
test_incomplete_move_writes_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GPtrArray) before = list_events (fixture, id);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  require (fixture, "qualified", "goal budget");
  add (changes, id, ANTE_FIELD_FACT, "goal", "Sleep again");
  add (changes, id, ANTE_FIELD_STAGE, "qualified", NULL);
  g_assert_cmpint (apply (fixture, changes, "Asked twice", &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE);
  after = list_events (fixture, id);
  g_assert_cmpuint (after->len, ==, before->len);
  assert_facts (fixture, id, "");
  assert_stage (fixture, "1", 1);
}

static void
test_each_lead_of_many_is_told_with_its_own (Fixture *fixture, gconstpointer data)
{
  gint64 nothing = add_lead (fixture, "1");
  gint64 all = add_lead (fixture, "2");
  gint64 goal = add_lead (fixture, "3");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *missing = NULL;

  require (fixture, "qualified", "budget goal");
  fixture_change (fixture, all, ANTE_FIELD_FACT, "goal", "Sleep again");
  fixture_change (fixture, all, ANTE_FIELD_FACT, "budget", "200");
  fixture_change (fixture, goal, ANTE_FIELD_FACT, "goal", "Sleep again");
  add (changes, nothing, ANTE_FIELD_STAGE, "qualified", NULL);
  add (changes, all, ANTE_FIELD_STAGE, "qualified", NULL);
  add (changes, goal, ANTE_FIELD_STAGE, "qualified", NULL);
  g_assert_cmpint (apply (fixture, changes, NULL, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE);

  missing = ante_store_apply_get_missing (fixture->result);
  g_assert_cmpuint (missing->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const AnteMissing *lack = missing->pdata[i];
    g_autofree char *words = g_strjoinv (" ", lack->words);

    g_assert_cmpint (lack->lead_id, ==, i == 0 ? nothing : goal);
    g_assert_cmpstr (words, ==, i == 0 ? "goal budget" : "budget");
  }
  assert_stage (fixture, "2", 1); /* one act: all or none */
}

/* What ends the act for another reason is told alone. */
static void
test_nothing_is_missing_where_a_change_is_wrong (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;

  require (fixture, "qualified", "goal");
  add (changes, id, ANTE_FIELD_STAGE, "qualified", NULL);
  add (changes, id, ANTE_FIELD_OWNER, "nobody I know", NULL);
  g_assert_cmpint (apply (fixture, changes, NULL, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_assert_cmpuint (ante_store_apply_get_missing (fixture->result)->len, ==, 0);
}

static void
test_anyway_needs_a_reason_and_the_history_has_both (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  require (fixture, "qualified", "budget goal");
  add (changes, id, ANTE_FIELD_STAGE, "qualified", NULL);
  ((AnteChange *) changes->pdata[0])->anyway = TRUE;
  g_assert_cmpint (apply (fixture, changes, "  ", &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  assert_stage (fixture, "1", 1);

  g_assert_cmpint (apply (fixture, changes, "She is my sister", NULL), >, 0);
  assert_stage (fixture, "1", 5);
  events = list_events (fixture, id);
  g_assert_cmpstr (find_event (events, ANTE_FIELD_ANYWAY)->to, ==, "goal budget");
  g_assert_cmpstr (find_event (events, ANTE_FIELD_ANYWAY)->why, ==, "She is my sister");
  g_assert_cmpstr (find_event (events, "stage")->why, ==, "She is my sister");

  undo_last (fixture, 1);
  assert_stage (fixture, "1", 1);
  redo (fixture);
  assert_stage (fixture, "1", 5);
}

static void
test_machine_is_held_as_well (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GError) error = NULL;

  add (changes, id, ANTE_FIELD_STAGE, "booked", NULL);
  g_assert_cmpint (apply_as (fixture, changes, "system", NULL, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE);
  ((AnteChange *) changes->pdata[0])->anyway = TRUE;
  g_assert_cmpint (apply_as (fixture, changes, "system", "The calendar says so", NULL), >, 0);
}

static void
test_card_that_is_in_is_put_elsewhere_in_its_column (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");

  add_lead (fixture, "2");
  require (fixture, "new-inbound", "budget goal");
  g_assert_cmpint (fixture_change (fixture, id, ANTE_FIELD_STAGE, "new-inbound", "end"), >, 0);
}

static void
test_undo_and_redo_are_never_held (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "qualified", NULL);
  fixture_change (fixture, id, ANTE_FIELD_STAGE, "no-show-risk", NULL);
  require (fixture, "qualified", "budget");
  undo_last (fixture, 1);
  assert_stage (fixture, "1", 5);
  undo_last (fixture, 1);
  redo (fixture);
  assert_stage (fixture, "1", 5);
}

/* --- facts --- */

static void
test_newer_fact_supersedes_and_several_stand_beside (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");

  fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "200");
  fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "\u202e  300 a month\n");
  fixture_change (fixture, id, ANTE_FIELD_FACT, "objection", "No time");
  fixture_change (fixture, id, ANTE_FIELD_FACT, "objection", "Too dear");
  g_assert_cmpint (fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "300 a month"), ==, 0);
  g_assert_cmpint (fixture_change (fixture, id, ANTE_FIELD_FACT, "objection", "No time"), ==, 0);
  assert_facts (fixture, id,
                "budget superseded: 200 | budget confirmed: 300 a month"
                " | objection confirmed: No time | objection confirmed: Too dear");
}

static void
test_fact_is_told_with_who_typed_it (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const AnteFact *fact = NULL;

  fixture_change (fixture, id, ANTE_FIELD_FACT, "goal", "Run 10 km");
  add (changes, id, ANTE_FIELD_FACT, "goal", "Run a marathon");
  g_assert_cmpint (apply_as (fixture, changes, "setter:Mia", NULL, NULL), >, 0);

  TEST_CALL (fixture->result, ante_store_list_facts_async, fixture->store, id, NULL);
  facts = ante_store_list_facts_finish (fixture->store, fixture->result, NULL);
  fact = facts->pdata[1];
  g_assert_cmpint (fact->origin, ==, ANTE_FACT_BY_PERSON);
  g_assert_cmpstr (fact->party, ==, "setter:Mia");
  g_assert_cmpint (fact->at, ==, T0);
  g_assert_cmpint (fact->message_id, ==, 0);

  events = list_events (fixture, id);
  g_assert_cmpstr (find_event (events, ANTE_FIELD_FACT)->from, ==, "goal: Run 10 km");
  g_assert_cmpstr (find_event (events, ANTE_FIELD_FACT)->to, ==, "goal: Run a marathon");
}

static void
test_fact_that_says_nothing_is_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autofree char *long_text = g_strnfill (501, 'x');
  g_autofree char *fits = g_strnfill (500, 'x');
  const char *bad[][2] = { { "budget", NULL },
                           { "budget", " \n" },
                           { "shoe-size", "43" },
                           { NULL, "43" },
                           { "budget", long_text } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GPtrArray) changes = changes_new ();
    g_autoptr (GError) error = NULL;

    add (changes, id, ANTE_FIELD_FACT, bad[i][0], bad[i][1]);
    g_assert_cmpint (apply (fixture, changes, NULL, &error), ==, -1);
    g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  }
  g_assert_cmpint (fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", fits), >, 0);
}

static void
test_facts_are_taken_back_and_said_again_in_their_order (Fixture *fixture, gconstpointer data)
{
  static const char both[] = "budget superseded: 200 | budget confirmed: 300";
  gint64 id = add_lead (fixture, "1");

  fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "200");
  fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "300");
  assert_facts (fixture, id, both);
  undo_last (fixture, 1);
  assert_facts (fixture, id, "budget confirmed: 200 | budget withdrawn: 300");
  fixture_reopen (fixture);
  undo_last (fixture, 1);
  assert_facts (fixture, id, "budget withdrawn: 200 | budget withdrawn: 300");
  redo (fixture);
  redo (fixture);
  assert_facts (fixture, id, both);
  undo_last (fixture, 1);
  assert_facts (fixture, id, "budget confirmed: 200 | budget withdrawn: 300");
}

static void
test_fact_that_was_superseded_since_is_not_taken_back (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  gint64 first = fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "200");
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, id, ANTE_FIELD_FACT, "budget", "300");
  undone = undo (fixture, first, &error);
  g_assert_null (undone);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  assert_facts (fixture, id, "budget superseded: 200 | budget confirmed: 300");
}

static void
test_undo_takes_back_move_and_facts_together (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (AnteUndone) undone = NULL;

  require (fixture, "qualified", "budget");
  add (changes, id, ANTE_FIELD_FACT, "budget", "200");
  add (changes, id, ANTE_FIELD_STAGE, "qualified", NULL);
  g_assert_cmpint (apply (fixture, changes, NULL, NULL), >, 0);
  undone = undo (fixture, 0, NULL);
  g_assert_cmpstr (undone->field, ==, "stage");
  assert_stage (fixture, "1", 1);
  assert_facts (fixture, id, "budget withdrawn: 200");
  assert_move (fixture, id, "qualified", NULL, "budget");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/gates/other-error", test_nothing_is_missing_where_a_change_is_wrong);
  ADD ("/gates/booked", test_booked_wants_a_next_step_with_a_date);
  ADD ("/gates/nurture", test_nurture_wants_a_next_step_that_is_still_to_come);
  ADD ("/gates/not-a-fit", test_not_a_fit_wants_a_reason_and_keeps_it);
  ADD ("/gates/each-fact", test_each_fact_opens_its_own_gate);
  ADD ("/gates/same-act", test_what_is_saved_in_the_same_act_counts);
  ADD ("/gates/writes-nothing", test_incomplete_move_writes_nothing);
  ADD ("/gates/each-of-many", test_each_lead_of_many_is_told_with_its_own);
  ADD ("/gates/anyway", test_anyway_needs_a_reason_and_the_history_has_both);
  ADD ("/gates/machine", test_machine_is_held_as_well);
  ADD ("/gates/within-its-column", test_card_that_is_in_is_put_elsewhere_in_its_column);
  ADD ("/gates/undo-and-redo", test_undo_and_redo_are_never_held);
  ADD ("/facts/supersede", test_newer_fact_supersedes_and_several_stand_beside);
  ADD ("/facts/who", test_fact_is_told_with_who_typed_it);
  ADD ("/facts/refused", test_fact_that_says_nothing_is_refused);
  ADD ("/facts/undo-and-redo", test_facts_are_taken_back_and_said_again_in_their_order);
  ADD ("/facts/superseded-since", test_fact_that_was_superseded_since_is_not_taken_back);
  ADD ("/facts/one-undo", test_undo_takes_back_move_and_facts_together);
  return g_test_run ();
}
