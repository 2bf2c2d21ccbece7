#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-follow-ups.h"
#include "store/ante-store-today.h"

#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static AnteUndone *
undo (Fixture *fixture, GError **error)
{
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + HOUR, NULL);
  return ante_store_undo_finish (fixture->store, fixture->result, error);
}

static AnteLead *
hear (Fixture *fixture, const char *igsid, const char *author, gint64 at, const char *text)
{
  g_autofree char *mid = g_strdup_printf ("m-%s-%" G_GINT64_FORMAT, igsid, at);

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, author, at, text), NULL), at);
  return fixture_lead (fixture, igsid);
}

static gint64
apply (Fixture *fixture, AnteChange *change, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);

  g_ptr_array_add (changes, change);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, now,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

/* @id: the one that is changed; 0 for a new one. */
static gint64
follow_up (
  Fixture *fixture, gint64 lead, gint64 id, AnteFollowUp *follow_up, gint64 now, GError **error)
{
  g_autofree char *value = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_FOLLOW_UP, value, NULL);

  change->follow_up = follow_up;
  return apply (fixture, change, now, error);
}

static void
plan (Fixture *fixture, gint64 lead, const char *reason, gint64 due_at, gint64 now)
{
  g_autoptr (GError) error = NULL;

  follow_up (fixture, lead, 0, ante_follow_up_new (reason, due_at, "coach"), now, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture, gint64 lead)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = NULL;

  TEST_CALL (fixture->result, ante_store_list_follow_ups_async, fixture->store, lead, NULL);
  found = ante_store_list_follow_ups_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return found;
}

/* Each as "state reason touch", with a bar between. */
static void
assert_follow_ups (Fixture *fixture, gint64 lead, const char *expected)
{
  g_autoptr (GPtrArray) found = list (fixture, lead);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const AnteFollowUp *one = found->pdata[i];

    g_string_append_printf (said, "%s%s %s %u", i > 0 ? "|" : "",
                            ante_follow_up_state_to_nick (one->state), one->reason, one->touch);
  }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
assert_next (Fixture *fixture, const char *igsid, const char *action, gint64 due)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  g_assert_cmpstr (lead->next_action, ==, action);
  g_assert_cmpint (lead->next_due, ==, due);
}

static void
test_one_is_the_next_step_and_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (AnteUndone) again = NULL;

  plan (fixture, lead->id, "She asked for March", T0 + DAY, T0);
  assert_next (fixture, "1", "She asked for March", T0 + DAY);
  plan (fixture, lead->id, "Her holiday ends", T0 + 2 * DAY, T0 + 1);
  assert_next (fixture, "1", "Her holiday ends", T0 + 2 * DAY);
  assert_follow_ups (fixture, lead->id, "open Her holiday ends 1|cancelled She asked for March 1");

  undone = undo (fixture, NULL);
  assert_next (fixture, "1", "She asked for March", T0 + DAY);
  assert_follow_ups (fixture, lead->id, "open She asked for March 1");
  again = undo (fixture, NULL);
  g_assert_cmpstr (again->field, ==, ANTE_FIELD_FOLLOW_UP);
  assert_next (fixture, "1", NULL, 0);
  assert_follow_ups (fixture, lead->id, "");
}

static void
test_none_is_kept_without_a_reason_or_a_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) no_date = NULL;
  g_autoptr (GError) nobody = NULL;

  follow_up (fixture, lead->id, 0, ante_follow_up_new (" \n", T0 + DAY, "coach"), T0, &no_reason);
  g_assert_error (no_reason, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  follow_up (fixture, lead->id, 0, ante_follow_up_new ("Price", 0, "coach"), T0, &no_date);
  g_assert_error (no_date, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  follow_up (fixture, lead->id, 0, ante_follow_up_new ("Price", T0, "somebody"), T0, &nobody);
  g_assert_error (nobody, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  assert_next (fixture, "1", NULL, 0);
}

static void
test_an_answer_of_theirs_ends_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) heard = NULL;
  g_autoptr (GPtrArray) found = NULL;

  plan (fixture, lead->id, "Price", T0 + DAY, T0 + MINUTE);
  heard = hear (fixture, "1", "lead", T0 + HOUR, "I thought about it");
  assert_follow_ups (fixture, lead->id, "answered Price 1");
  assert_next (fixture, "1", NULL, 0);
  found = list (fixture, lead->id);
  g_assert_cmpstr (((AnteFollowUp *) found->pdata[0])->closed_why, ==, "I thought about it");
  g_assert_cmpuint (heard->touch_n, ==, 0);
}

static void
test_one_that_is_kept_outlives_an_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) heard = NULL;
  AnteFollowUp *one = ante_follow_up_new ("Payday", T0 + DAY, "coach");

  one->keeps = TRUE;
  follow_up (fixture, lead->id, 0, one, T0 + MINUTE, NULL);
  heard = hear (fixture, "1", "lead", T0 + HOUR, "Thanks!");
  assert_follow_ups (fixture, lead->id, "open Payday 1");
}

/* Two that nobody answered make the next the third, and it says so by itself. */
static void
test_writing_does_it_and_touches_are_counted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) first = NULL;
  g_autoptr (AnteLead) early = NULL;
  g_autoptr (AnteLead) second = NULL;
  g_autoptr (AnteLead) third = NULL;
  g_autoptr (GPtrArray) found = NULL;

  plan (fixture, lead->id, "One", T0 + 2 * DAY, T0 + MINUTE);
  early = hear (fixture, "1", "coach", T0 + 2 * MINUTE, "By the way");
  assert_follow_ups (fixture, lead->id, "open One 1");
  first = hear (fixture, "1", "elsewhere", T0 + 2 * DAY, "How did it go?");
  assert_follow_ups (fixture, lead->id, "done One 1");
  plan (fixture, lead->id, "Two", T0 + 4 * DAY, T0 + 3 * DAY);
  second = hear (fixture, "1", "setter:Mia", T0 + 5 * DAY, "Any news?");
  plan (fixture, lead->id, "Three", T0 + 9 * DAY, T0 + 6 * DAY);
  assert_follow_ups (fixture, lead->id, "open Three 3|done Two 2|done One 1");
  third = fixture_lead (fixture, "1");
  g_assert_cmpuint (third->touch_n, ==, 3);
  found = list (fixture, lead->id);
  g_assert_cmpstr (((AnteFollowUp *) found->pdata[1])->closed_by, ==, "setter:Mia");
  g_assert_cmpstr (((AnteFollowUp *) found->pdata[1])->closed_why, ==, "Any news?");
}

static void
test_a_step_that_is_changed_by_hand_changes_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");

  plan (fixture, lead->id, "Price", T0 + DAY, T0);
  fixture_change (fixture, lead->id, ANTE_FIELD_NEXT_ACTION, "Send the price", NULL);
  assert_follow_ups (fixture, lead->id, "open Send the price 1");
  fixture_change (fixture, lead->id, ANTE_FIELD_NEXT_ACTION, NULL, NULL);
  assert_follow_ups (fixture, lead->id, "skipped Send the price 1");
}

static void
test_one_that_is_over_cannot_be_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  AnteFollowUp *done = NULL;

  plan (fixture, lead->id, "Price", T0 + DAY, T0);
  found = list (fixture, lead->id);
  done = ante_follow_up_copy (found->pdata[0]);
  done->state = ANTE_FOLLOW_UP_DONE;
  follow_up (fixture, lead->id, done->id, done, T0 + MINUTE, &error);
  g_assert_no_error (error);
  assert_follow_ups (fixture, lead->id, "done Price 1");
  assert_next (fixture, "1", NULL, 0);

  follow_up (fixture, lead->id, ((AnteFollowUp *) found->pdata[0])->id,
             ante_follow_up_copy (found->pdata[0]), T0 + MINUTE, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

/* --- handoffs ------------------------------------------------------------------------------- */

static gint64
hand_off (Fixture *fixture, gint64 lead, const char *owner, const char *action, GError **error)
{
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_HANDOFF, NULL, NULL);

  change->handoff = ante_handoff_new (owner, 120, action);
  change->handoff->risk_at = T0 + 90 * MINUTE;
  change->handoff->due_at = T0 + 120 * MINUTE;
  return apply (fixture, change, T0, error);
}

static void
assert_handoff (Fixture *fixture, gint64 lead, AnteHandoffState state)
{
  g_autoptr (GPtrArray) found = NULL;

  TEST_CALL (fixture->result, ante_store_list_handoffs_async, fixture->store, lead, NULL);
  found = ante_store_list_handoffs_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((AnteHandoff *) found->pdata[0])->state, ==, state);
}

static AnteAgreementsDue *
breach_due (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  AnteAgreementsDue *due = NULL;

  TEST_CALL (fixture->result, ante_store_breach_due_async, fixture->store, now, TRUE, NULL);
  due = ante_store_breach_due_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return due;
}

static void
test_a_handoff_needs_owner_and_action (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) still = NULL;
  g_autoptr (GError) no_owner = NULL;
  g_autoptr (GError) no_action = NULL;

  hand_off (fixture, lead->id, "", "Ask about money", &no_owner);
  g_assert_error (no_owner, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  hand_off (fixture, lead->id, "setter:Mia", " ", &no_action);
  g_assert_error (no_action, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  still = fixture_lead (fixture, "1");
  g_assert_cmpstr (still->owner, ==, "coach");
}

static void
test_a_broken_agreement_returns_to_the_coach (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) given = NULL;
  g_autoptr (AnteLead) back = NULL;
  g_autoptr (AnteLead) acted = NULL;
  g_autoptr (AnteAgreementsDue) early = NULL;
  g_autoptr (AnteAgreementsDue) at_risk = NULL;
  g_autoptr (AnteAgreementsDue) due = NULL;

  g_assert_cmpint (hand_off (fixture, lead->id, "setter:Mia", "Ask about money", NULL), >, 0);
  given = fixture_lead (fixture, "1");
  g_assert_cmpstr (given->owner, ==, "setter:Mia");
  g_assert_cmpstr (given->next_action, ==, "Ask about money");
  g_assert_cmpint (given->sla_due, ==, T0 + 120 * MINUTE);
  early = breach_due (fixture, T0 + 89 * MINUTE);
  g_assert_cmpint (early->next, ==, T0 + 90 * MINUTE);
  at_risk = breach_due (fixture, T0 + 91 * MINUTE);
  g_assert_cmpint (at_risk->next, ==, T0 + 120 * MINUTE);
  g_assert_cmpuint (at_risk->breached->len, ==, 0);

  due = breach_due (fixture, T0 + 121 * MINUTE);
  g_assert_cmpuint (due->breached->len, ==, 1);
  g_assert_cmpint (due->next, ==, 0);
  assert_handoff (fixture, lead->id, ANTE_HANDOFF_BREACHED);
  back = fixture_lead (fixture, "1");
  g_assert_cmpstr (back->owner, ==, "coach");
  g_assert_cmpint (back->sla_breached, ==, T0 + 121 * MINUTE);
  acted = hear (fixture, "1", "coach", T0 + 130 * MINUTE, "Sorry for the wait");
  g_assert_cmpint (acted->sla_breached, ==, 0);
}

static void
test_the_owner_who_writes_meets_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) other = NULL;
  g_autoptr (AnteLead) met = NULL;

  hand_off (fixture, lead->id, "setter:Mia", "Ask about money", NULL);
  other = hear (fixture, "1", "coach", T0 + MINUTE, "Mia will write");
  assert_handoff (fixture, lead->id, ANTE_HANDOFF_RUNNING);
  met = hear (fixture, "1", "setter:Mia", T0 + 2 * MINUTE, "Hi, it's Mia");
  assert_handoff (fixture, lead->id, ANTE_HANDOFF_MET);
  g_assert_cmpint (met->sla_due, ==, 0);
}

static void
test_another_owner_ends_it_and_undo_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) back = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  hand_off (fixture, lead->id, "setter:Mia", "Ask about money", NULL);
  fixture_change (fixture, lead->id, ANTE_FIELD_OWNER, "coach", NULL);
  assert_handoff (fixture, lead->id, ANTE_HANDOFF_ENDED);
  undone = undo (fixture, NULL);
  assert_handoff (fixture, lead->id, ANTE_HANDOFF_RUNNING);
  back = fixture_lead (fixture, "1");
  g_assert_cmpint (back->sla_due, ==, T0 + 120 * MINUTE);
}

/* --- today ---------------------------------------------------------------------------------- */

static AnteToday *
today (Fixture *fixture, gint64 now, const char *owner)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AnteTodayQuestion question = { ante_moment_at (now, utc, FALSE), owner, 3 * DAY, 50 };
  g_autoptr (GError) error = NULL;
  AnteToday *found = NULL;

  TEST_CALL (fixture->result, ante_store_read_today_async, fixture->store, &question, NULL);
  found = ante_store_read_today_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return found;
}

/* Handles of a group, with a space between. */
static void
assert_group (const AnteToday *today, AnteTodayGroup group, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < today->rows[group]->len; i++) {
    const AnteTodayRow *row = today->rows[group]->pdata[i];

    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", row->lead->igsid);
  }
  g_assert_cmpstr (said->str, ==, expected);
  g_assert_cmpuint (today->counts[group], ==, today->rows[group]->len);
}

static void
test_today_ranks_by_what_closes_first (Fixture *fixture, gconstpointer data)
{
  gint64 now = T0 + DAY;
  g_autoptr (AnteLead) closing = hear (fixture, "1", "lead", now - 20 * HOUR, "?");
  g_autoptr (AnteLead) sooner = hear (fixture, "2", "lead", now - 23 * HOUR, "?");
  g_autoptr (AnteLead) owed = hear (fixture, "3", "lead", now - HOUR, "?");
  g_autoptr (AnteLead) late = hear (fixture, "4", "coach", now - 2 * HOUR, "Hi");
  g_autoptr (AnteLead) due = hear (fixture, "5", "coach", now - 2 * HOUR, "Hi");
  g_autoptr (AnteLead) next = hear (fixture, "6", "coach", now - 2 * HOUR, "Hi");
  g_autoptr (AnteToday) found = NULL;
  g_autoptr (AnteToday) setters = NULL;

  plan (fixture, late->id, "Yesterday's", now - DAY, now - 2 * DAY);
  plan (fixture, due->id, "Tonight's", now + HOUR, now);
  plan (fixture, next->id, "Later", now + 3 * DAY, now);
  found = today (fixture, now, NULL);
  assert_group (found, ANTE_TODAY_CLOSING, "2 1");
  assert_group (found, ANTE_TODAY_OWES, "2 1 3");
  assert_group (found, ANTE_TODAY_OVERDUE, "4");
  assert_group (found, ANTE_TODAY_DUE, "5");
  assert_group (found, ANTE_TODAY_NO_STEP, "3 1 2");
  g_assert_cmpint (found->next_at, ==, now + HOUR);

  setters = today (fixture, now, "setter:");
  assert_group (setters, ANTE_TODAY_OVERDUE, "");
}

/* A setter may lead what the coach owns: it stands under the setter. */
static void
test_today_is_asked_by_who_leads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "coach", T0, "Hi");
  g_autoptr (AnteToday) mia = NULL;
  g_autoptr (AnteToday) coach = NULL;

  follow_up (fixture, lead->id, 0, ante_follow_up_new ("Price", T0 + HOUR, "setter:Mia"), T0, NULL);
  mia = today (fixture, T0 + 2 * HOUR, "setter:Mia");
  assert_group (mia, ANTE_TODAY_OVERDUE, "1");
  coach = today (fixture, T0 + 2 * HOUR, "coach");
  assert_group (coach, ANTE_TODAY_OVERDUE, "");
}

static void
move (Fixture *fixture, gint64 lead, const char *stage)
{
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_STAGE, stage, NULL);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) error = NULL;

  change->anyway = TRUE;
  g_ptr_array_add (changes, change);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", "a test",
             T0, NULL);
  ante_store_apply_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
test_who_has_gone_quiet_is_found (Fixture *fixture, gconstpointer data)
{
  static const char *const stages[] = { "active",  "qualified", "new-inbound", "client",
                                        "nurture", "active",    "active" };
  g_autoptr (AnteToday) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i + 1);
    g_autoptr (AnteLead) heard = hear (fixture, igsid, "lead", T0, "Hi");
    g_autoptr (AnteLead) lead = hear (fixture, igsid, "coach", T0 + (i + 1) * MINUTE, "Hello");

    move (fixture, lead->id, stages[i]);
    if (i == 5)
      plan (fixture, lead->id, "Price", T0 + 9 * DAY, T0);
    if (i == 6)
      hear (fixture, igsid, "lead", T0 + HOUR, "?");
  }
  found = today (fixture, T0 + 4 * DAY, NULL);
  assert_group (found, ANTE_TODAY_QUIET, "1 2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/store/follow-ups/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("next-step", test_one_is_the_next_step_and_is_taken_back);
  ADD ("reason", test_none_is_kept_without_a_reason_or_a_date);
  ADD ("answered", test_an_answer_of_theirs_ends_it);
  ADD ("kept", test_one_that_is_kept_outlives_an_answer);
  ADD ("touches", test_writing_does_it_and_touches_are_counted);
  ADD ("by-hand", test_a_step_that_is_changed_by_hand_changes_it);
  ADD ("over", test_one_that_is_over_cannot_be_changed);
  ADD ("handoff/needs", test_a_handoff_needs_owner_and_action);
  ADD ("handoff/breach", test_a_broken_agreement_returns_to_the_coach);
  ADD ("handoff/met", test_the_owner_who_writes_meets_it);
  ADD ("handoff/another", test_another_owner_ends_it_and_undo_goes_on);
  ADD ("today/ranked", test_today_ranks_by_what_closes_first);
  ADD ("today/led", test_today_is_asked_by_who_leads);
  ADD ("today/quiet", test_who_has_gone_quiet_is_found);
#undef ADD

  return g_test_run ();
}
