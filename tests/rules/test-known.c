#include "config.h"

#include "rules/ante-known.h"

static void
note (GPtrArray *facts, AnteFactKind kind, AnteFactState state)
{
  AnteFact *fact = ante_fact_new ();

  fact->kind = kind;
  fact->state = state;
  g_ptr_array_add (facts, fact);
}

static void
test_what_stands_there_is_counted (void)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (AnteFactKind));

  note (facts, ANTE_FACT_GOAL, ANTE_FACT_CONFIRMED);
  note (facts, ANTE_FACT_PROBLEM, ANTE_FACT_SUGGESTED);
  note (facts, ANTE_FACT_BOTTLENECK, ANTE_FACT_CONFIRMED);
  note (facts, ANTE_FACT_OFFER, ANTE_FACT_CONFIRMED);
  note (facts, ANTE_FACT_FIT, ANTE_FACT_CONFIRMED);
  note (facts, ANTE_FACT_FIT, ANTE_FACT_CONFIRMED);
  note (facts, ANTE_FACT_BUDGET, ANTE_FACT_REJECTED);
  note (facts, ANTE_FACT_TIMELINE, ANTE_FACT_SUPERSEDED);
  note (facts, ANTE_FACT_OBJECTION, ANTE_FACT_CONFIRMED);

  g_assert_cmpuint (ante_known_count (facts, missing), ==, 5);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpint (g_array_index (missing, AnteFactKind, 0), ==, ANTE_FACT_BUDGET);
  g_assert_cmpint (g_array_index (missing, AnteFactKind, 1), ==, ANTE_FACT_TIMELINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known/what-stands-there-is-counted", test_what_stands_there_is_counted);
  return g_test_run ();
}
