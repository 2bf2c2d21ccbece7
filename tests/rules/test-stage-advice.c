#include "config.h"

#include "rules/ante-stage-advice.h"

#define NOW (100 * ANTE_DAY_MS)

static AnteLead *
make_lead (const char *last_author)
{
  AnteLead *lead = ante_lead_new ();

  lead->last_lead_at = 1000;
  lead->last_author = g_strdup (last_author);
  return lead;
}

static gboolean
advises (const char *last_author, AnteStageRole role)
{
  g_autoptr (AnteLead) lead = make_lead (last_author);
  AnteStageRole advised = ANTE_STAGE_CLIENT;

  if (!ante_stage_advise (lead, role, NOW, &advised))
    return FALSE;
  g_assert_cmpint (advised, ==, ANTE_STAGE_ACTIVE);
  return TRUE;
}

static void
test_answer_of_a_person_makes_it_a_conversation (void)
{
  g_assert_true (advises ("coach", ANTE_STAGE_NEW_INBOUND));
  g_assert_true (advises ("setter:Maya", ANTE_STAGE_NEW_INBOUND));
  g_assert_true (advises ("elsewhere", ANTE_STAGE_NEW_INBOUND));
}

static void
test_nothing_is_said_before_a_person_has_answered (void)
{
  g_assert_false (advises ("lead", ANTE_STAGE_NEW_INBOUND));
  g_assert_false (advises ("ai", ANTE_STAGE_NEW_INBOUND));
}

static void
test_whoever_moved_the_lead_on_knows_better (void)
{
  g_assert_false (advises ("coach", ANTE_STAGE_QUALIFYING));
  g_assert_false (advises ("coach", ANTE_STAGE_NOT_A_FIT));
}

static void
test_who_was_written_to_first_is_no_conversation (void)
{
  g_autoptr (AnteLead) lead = make_lead ("coach");
  AnteStageRole advised = ANTE_STAGE_CLIENT;

  lead->last_lead_at = 0;
  g_assert_false (ante_stage_advise (lead, ANTE_STAGE_NEW_INBOUND, NOW, &advised));
}

/* Booked for a call @call ms from now, and last heard of @silence ms ago. */
static AnteLead *
make_booked (gint64 call, gint64 silence)
{
  AnteLead *lead = make_lead ("coach");

  lead->next_action = g_strdup ("Call");
  lead->next_due = NOW + call;
  lead->last_lead_at = NOW - silence;
  return lead;
}

static gboolean
may_not_come (gint64 call, gint64 silence)
{
  g_autoptr (AnteLead) lead = make_booked (call, silence);
  AnteStageRole advised = ANTE_STAGE_CLIENT;

  if (!ante_stage_advise (lead, ANTE_STAGE_BOOKED, NOW, &advised))
    return FALSE;
  g_assert_cmpint (advised, ==, ANTE_STAGE_NO_SHOW_RISK);
  return TRUE;
}

static void
test_who_is_silent_before_a_call_that_is_near_may_not_come (void)
{
  const gint64 day = 24 * ANTE_HOUR_MS;

  g_assert_true (may_not_come (20 * ANTE_HOUR_MS, 3 * day));
  g_assert_true (may_not_come (day, 2 * day));
  g_assert_false (may_not_come (day + 1, 2 * day));
  g_assert_false (may_not_come (day, 2 * day - 1));
  g_assert_true (may_not_come (1, 2 * day));
  g_assert_false (may_not_come (0, 2 * day)); /* it has begun */
  g_assert_false (may_not_come (-day, 3 * day));
}

static void
test_it_takes_a_call_and_a_lead_that_was_heard_of (void)
{
  g_autoptr (AnteLead) no_call = make_booked (ANTE_HOUR_MS, 3 * ANTE_DAY_MS);
  g_autoptr (AnteLead) stranger = make_booked (ANTE_HOUR_MS, 3 * ANTE_DAY_MS);
  g_autoptr (AnteLead) vendor = make_booked (ANTE_HOUR_MS, 3 * ANTE_DAY_MS);
  g_autoptr (AnteLead) other = make_booked (ANTE_HOUR_MS, 3 * ANTE_DAY_MS);
  AnteStageRole advised = ANTE_STAGE_CLIENT;

  g_clear_pointer (&no_call->next_action, g_free);
  g_assert_false (ante_stage_advise (no_call, ANTE_STAGE_BOOKED, NOW, &advised));
  stranger->last_lead_at = 0;
  g_assert_false (ante_stage_advise (stranger, ANTE_STAGE_BOOKED, NOW, &advised));
  vendor->not_a_lead = g_strdup ("vendor");
  g_assert_false (ante_stage_advise (vendor, ANTE_STAGE_BOOKED, NOW, &advised));
  g_assert_false (ante_stage_advise (other, ANTE_STAGE_QUALIFIED, NOW, &advised));
  g_assert_false (ante_stage_advise (other, ANTE_STAGE_NO_SHOW_RISK, NOW, &advised));
}

static void
test_who_has_a_call_ahead_is_booked (void)
{
  g_autoptr (AnteLead) lead = make_lead ("lead");
  AnteStageRole advised = ANTE_STAGE_CLIENT;

  lead->last_lead_at = NOW - 3 * ANTE_DAY_MS;
  lead->booking = ANTE_BOOKING_BOOKED;
  lead->booking_at = NOW + ANTE_HOUR_MS;
  g_assert_true (ante_stage_advise (lead, ANTE_STAGE_QUALIFIED, NOW, &advised));
  g_assert_cmpint (advised, ==, ANTE_STAGE_BOOKED);
  g_assert_false (ante_stage_advise (lead, ANTE_STAGE_NURTURE, NOW, &advised));
  /* Without a word for days, the call itself may come to nothing. */
  g_assert_true (ante_stage_advise (lead, ANTE_STAGE_BOOKED, NOW, &advised));
  g_assert_cmpint (advised, ==, ANTE_STAGE_NO_SHOW_RISK);
  lead->booking_at = NOW;
  g_assert_false (ante_stage_advise (lead, ANTE_STAGE_QUALIFIED, NOW, &advised));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-advice/answered", test_answer_of_a_person_makes_it_a_conversation);
  g_test_add_func ("/stage-advice/unanswered", test_nothing_is_said_before_a_person_has_answered);
  g_test_add_func ("/stage-advice/moved-on", test_whoever_moved_the_lead_on_knows_better);
  g_test_add_func ("/stage-advice/outbound", test_who_was_written_to_first_is_no_conversation);
  g_test_add_func ("/stage-advice/silent",
                   test_who_is_silent_before_a_call_that_is_near_may_not_come);
  g_test_add_func ("/stage-advice/silent-about-what",
                   test_it_takes_a_call_and_a_lead_that_was_heard_of);
  g_test_add_func ("/stage-advice/call", test_who_has_a_call_ahead_is_booked);
  return g_test_run ();
}
