#include "config.h"

#include "rules/ante-stage-advice.h"

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

  if (!ante_stage_advise (lead, role, &advised))
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
  g_assert_false (ante_stage_advise (lead, ANTE_STAGE_NEW_INBOUND, &advised));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-advice/answered", test_answer_of_a_person_makes_it_a_conversation);
  g_test_add_func ("/stage-advice/unanswered", test_nothing_is_said_before_a_person_has_answered);
  g_test_add_func ("/stage-advice/moved-on", test_whoever_moved_the_lead_on_knows_better);
  g_test_add_func ("/stage-advice/outbound", test_who_was_written_to_first_is_no_conversation);
  return g_test_run ();
}
