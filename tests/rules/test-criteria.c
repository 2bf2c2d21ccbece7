#include "config.h"

#include "rules/ante-criteria.h"

/* A board in the order in which stages are added; ids count from 1. */
static void
add (GPtrArray *stages, const char *name, AnteStageRole role, const char *requirements)
{
  AnteStage *stage = ante_stage_new ();

  stage->id = stages->len + 1;
  stage->name = g_strdup (name);
  stage->role = role;
  g_strfreev (stage->requirements);
  stage->requirements = g_strsplit (requirements, " ", -1);
  g_ptr_array_add (stages, stage);
}

static GPtrArray *
make_board (const char *review, const char *qualified, const char *booked)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_object_unref);

  add (stages, "Active", ANTE_STAGE_ACTIVE, "goal");
  add (stages, "Qualifying", ANTE_STAGE_QUALIFYING, "problem");
  add (stages, "Review", ANTE_STAGE_COACH_REVIEW, review);
  add (stages, "Nurture", ANTE_STAGE_NURTURE, "objection");
  add (stages, "Qualified", ANTE_STAGE_QUALIFIED, qualified);
  add (stages, "Booked", ANTE_STAGE_BOOKED, booked);
  add (stages, "Not a fit", ANTE_STAGE_NOT_A_FIT, "fit reason");
  return stages;
}

/* "STAGE: WORDS" */
static void
assert_asked (GPtrArray *stages, gint64 stage_id, const char *expected)
{
  AnteStage *next = NULL;
  g_auto (GStrv) words = ante_criteria_find (stages, stage_id, &next);
  g_autofree char *joined = words != NULL ? g_strjoinv (" ", words) : NULL;
  g_autofree char *told =
    joined != NULL ? g_strdup_printf ("%s: %s", next != NULL ? next->name : "-", joined) : NULL;

  g_assert_cmpstr (told, ==, expected);
}

static void
test_next_stage_that_asks_for_facts_is_the_measure (void)
{
  g_autoptr (GPtrArray) both = make_board ("", "timeline budget", "offer next-step");
  g_autoptr (GPtrArray) last = make_board ("next-step", "reason", "offer next-step");
  g_autoptr (GPtrArray) first = make_board ("problem", "budget", "");

  assert_asked (both, 2, "Qualified: budget timeline");
  assert_asked (last, 2, "Booked: offer");
  assert_asked (first, 2, "Review: problem");
}

static void
test_usual_facts_are_asked_where_no_stage_asks (void)
{
  g_autoptr (GPtrArray) stages = make_board ("", "", "next-step");

  assert_asked (stages, 2, "Qualified: goal problem budget timeline");
  ((AnteStage *) stages->pdata[4])->hidden = TRUE;
  assert_asked (stages, 2, "-: goal problem budget timeline");
}

static void
test_hidden_stage_asks_nobody (void)
{
  g_autoptr (GPtrArray) stages = make_board ("", "budget", "offer");

  ((AnteStage *) stages->pdata[4])->hidden = TRUE;
  assert_asked (stages, 2, "Booked: offer");
}

static void
test_nothing_is_asked_in_any_other_stage (void)
{
  g_autoptr (GPtrArray) stages = make_board ("", "budget", "");

  assert_asked (stages, 1, NULL);
  assert_asked (stages, 5, NULL);
  assert_asked (stages, 99, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criteria/next-stage", test_next_stage_that_asks_for_facts_is_the_measure);
  g_test_add_func ("/criteria/usual", test_usual_facts_are_asked_where_no_stage_asks);
  g_test_add_func ("/criteria/hidden", test_hidden_stage_asks_nobody);
  g_test_add_func ("/criteria/elsewhere", test_nothing_is_asked_in_any_other_stage);
  return g_test_run ();
}
