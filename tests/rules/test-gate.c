#include "config.h"

#include "rules/ante-gate.h"

#include "rules/ante-window.h"

#define NOW (20 * ANTE_DAY_MS)

typedef struct {
  AnteLead *lead;
  GPtrArray *facts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lead = ante_lead_new ();
  fixture->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->lead);
  g_ptr_array_unref (fixture->facts);
}

static void
add_fact (Fixture *fixture, AnteFactKind kind, AnteFactState state)
{
  AnteFact *fact = ante_fact_new ();

  fact->kind = kind;
  fact->state = state;
  fact->text = g_strdup ("about 200 a month");
  g_ptr_array_add (fixture->facts, fact);
}

/* Both are words with a space between. */
static void
assert_missing (Fixture *fixture, const char *requirements, const char *why, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (requirements, " ", -1);
  g_auto (GStrv) missing =
    ante_gate_find_missing ((const char *const *) words, fixture->lead, fixture->facts, why, NOW);
  g_autofree char *joined = g_strjoinv (" ", missing);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_missing_words_come_in_one_order (Fixture *fixture, gconstpointer data)
{
  assert_missing (fixture, "reason next-step budget goal budget", NULL,
                  "goal budget next-step reason");
  assert_missing (fixture, "timeline offer objection fit bottleneck problem", NULL,
                  "problem bottleneck fit objection offer timeline");
  assert_missing (fixture, "", NULL, "");
}

static void
test_each_kind_of_fact_meets_its_own_word (Fixture *fixture, gconstpointer data)
{
  static const char all[] = "goal problem bottleneck fit objection offer budget timeline";
  g_auto (GStrv) words = g_strsplit (all, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    AnteFactKind kind = ANTE_FACT_FREE;

    assert_missing (fixture, words[i], NULL, words[i]);
    g_assert_true (ante_fact_kind_from_nick (words[i], &kind));
    add_fact (fixture, kind, ANTE_FACT_CONFIRMED);
    assert_missing (fixture, words[i], NULL, "");
  }
  assert_missing (fixture, all, NULL, "");
}

static void
test_fact_that_does_not_hold_meets_nothing (Fixture *fixture, gconstpointer data)
{
  add_fact (fixture, ANTE_FACT_BUDGET, ANTE_FACT_SUGGESTED);
  add_fact (fixture, ANTE_FACT_BUDGET, ANTE_FACT_REJECTED);
  add_fact (fixture, ANTE_FACT_BUDGET, ANTE_FACT_SUPERSEDED);
  add_fact (fixture, ANTE_FACT_BUDGET, ANTE_FACT_WITHDRAWN);
  assert_missing (fixture, "budget", NULL, "budget");
}

static void
test_next_step_needs_a_date (Fixture *fixture, gconstpointer data)
{
  /* What the lead said of it is not what is to be done. */
  add_fact (fixture, ANTE_FACT_NEXT_STEP, ANTE_FACT_CONFIRMED);
  assert_missing (fixture, "next-step", NULL, "next-step");

  fixture->lead->next_action = g_strdup ("Call");
  assert_missing (fixture, "next-step", NULL, "next-step");

  fixture->lead->next_due = NOW + 1;
  assert_missing (fixture, "next-step", NULL, "");
}

static void
test_date_that_is_over_is_none (Fixture *fixture, gconstpointer data)
{
  fixture->lead->next_action = g_strdup ("Call");
  fixture->lead->next_due = NOW;
  assert_missing (fixture, "next-step", NULL, "next-step");

  fixture->lead->next_due = NOW - 5 * ANTE_DAY_MS;
  assert_missing (fixture, "next-step", NULL, "next-step");
}

static void
test_reason_says_something (Fixture *fixture, gconstpointer data)
{
  assert_missing (fixture, "reason", NULL, "reason");
  assert_missing (fixture, "reason", " \n\u00a0", "reason");
  assert_missing (fixture, "reason", "Wants a dietitian", "");
  assert_missing (fixture, "budget reason", "Wants a dietitian", "budget");
}

static void
test_unknown_word_is_no_obstacle (Fixture *fixture, gconstpointer data)
{
  g_test_expect_message ("ante-rules", G_LOG_LEVEL_MESSAGE, "*shoe-size*");
  assert_missing (fixture, "shoe-size budget", NULL, "budget");
  g_test_assert_expected_messages ();
  g_assert_false (ante_gate_is_word ("shoe-size"));
  g_assert_true (ante_gate_is_word ("reason"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/gate/one-order", test_missing_words_come_in_one_order);
  ADD ("/gate/each-kind", test_each_kind_of_fact_meets_its_own_word);
  ADD ("/gate/only-what-holds", test_fact_that_does_not_hold_meets_nothing);
  ADD ("/gate/next-step-has-a-date", test_next_step_needs_a_date);
  ADD ("/gate/date-is-over", test_date_that_is_over_is_none);
  ADD ("/gate/reason-says-something", test_reason_says_something);
  ADD ("/gate/unknown-word", test_unknown_word_is_no_obstacle);
  return g_test_run ();
}
