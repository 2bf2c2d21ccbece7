#include "config.h"

#include "test-memory.h"

static void
assert_budget (
  const AnteMemory *memory, double amount, const char *currency, const char *period, guint line)
{
  const AnteMemoryFact *budget = ante_memory_find (memory, ANTE_FACT_BUDGET, NULL);

  g_assert_nonnull (budget);
  g_assert_cmpfloat (budget->amount, ==, amount);
  g_assert_cmpstr (budget->currency, ==, currency);
  g_assert_cmpstr (budget->period, ==, period);
  g_assert_cmpuint (budget->line, ==, line);
}

/* What is said of money to the question for it. */
static const struct {
  const char *question;
  const char *answer;
  double amount;
  const char *currency;
  const char *period;
} sums[] = {
  { "> what's your budget?", "< around 2k", 2000, NULL, "once" },
  { "> and your budget?", "< $1,500 for the whole thing", 1500, "USD", "once" },
  { "> what could you invest per month?", "< up to 180", 180, NULL, "month" },
  { "> would you pay for help?", "< 90 a session max", 90, NULL, "session" },
  { "> budget?", "< between 100 and 150 a month", 150, NULL, "month" },
  { "> budget?", "< 150€ per month", 150, "EUR", "month" },
  { "> budget?", "< two hundred a month", 200, NULL, "month" },
  { "> budget?", "< last coach cost me 300, I'd do 200", 200, NULL, "once" },
  { "> budget?", "< 100 a month, actually no, let's say 160", 160, NULL, "month" },
  { "> ¿qué presupuesto tienes?", "< unos 120 euros al mes, para mí está bien", 120, "EUR",
    "month" },
  { "> quanto você pode investir?", "< até R$ 250 por mês, não mais", 250, "BRL", "month" },
  { "> quel est votre budget ?", "< 80 euros par mois pour moi", 80, "EUR", "month" },
  { "> was ist dein Budget?", "< so 150 Euro im Monat, mehr ist nicht drin", 150, "EUR", "month" },
};

static void
test_answers_tell_a_budget (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++) {
    g_autoptr (AnteMemory) memory = test_memory_read (sums[i].question, sums[i].answer, NULL);

    g_test_message ("%s %s", sums[i].question, sums[i].answer);
    assert_budget (memory, sums[i].amount, sums[i].currency, sums[i].period, 1);
  }
}

static void
test_proof_is_counted_in_characters (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("> was ist dein Budget?", "< für mich, 150 im Monat", NULL);
  const AnteMemoryFact *budget = ante_memory_find (memory, ANTE_FACT_BUDGET, NULL);

  g_assert_cmpstr (budget->text, ==, "150 im Monat");
  g_assert_cmpuint (budget->span_start, ==, 10);
  g_assert_cmpuint (budget->span_end, ==, 22);
}

static void
test_yes_takes_our_sum (void)
{
  g_autoptr (AnteMemory) yes =
    test_memory_read ("< hi", "> would 60 a month be ok for you?", "< yes that works", NULL);
  g_autoptr (AnteMemory) no =
    test_memory_read ("< hi", "> would 60 a month be ok for you?", "< no, sorry", NULL);

  assert_budget (yes, 60, NULL, "month", 2);
  test_memory_assert (no, ANTE_FACT_BUDGET, NULL, 0);
}

static void
test_later_correction_counts (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read ("> what's your budget?", "< 200 a month",
                                                    "> great", "< sorry, I meant 120", NULL);

  assert_budget (memory, 120, NULL, "once", 3);
}

static void
test_other_sums_are_no_budget (void)
{
  static const char *const lines[] = {
    "< I make 4k a month with my shop",
    "< I paid 2000 for a course once",
    "< we spend 300 a month on takeaway",
    "< I owe 9k on three cards",
    "< my sister has a budget of 400",
    "< if I had 5000 I'd spend it on this",
    "< I have 12k followers",
    "< I need to lose 20 kilos",
    "< my friend pays 80 a month for hers",
    NULL,
  };

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (AnteMemory) memory = test_memory_read (lines[i], "> tell me more", lines[i], NULL);

    g_test_message ("%s", lines[i]);
    test_memory_assert (memory, ANTE_FACT_BUDGET, NULL, 0);
  }
}

static void
test_dates_of_the_plan (void)
{
  g_autoptr (AnteMemory) wish =
    test_memory_read ("< I want to fit into the dress before my wedding in June", NULL);
  g_autoptr (AnteMemory) asked = test_memory_read ("< hi", "> by when?", "< in three months", NULL);
  g_autoptr (AnteMemory) german =
    test_memory_read ("< Hallo, ich möchte bis zum Sommer fit sein", NULL);

  test_memory_assert (wish, ANTE_FACT_TIMELINE, "before my wedding in June", 0);
  test_memory_assert (asked, ANTE_FACT_TIMELINE, "in three months", 2);
  test_memory_assert (german, ANTE_FACT_TIMELINE, "bis zum Sommer", 0);
}

static void
test_past_and_calls_are_no_plan (void)
{
  static const char *const lines[] = { "< I've been tired since July",
                                       "< we broke up in May",
                                       "< last summer was better",
                                       "< my brother is away until March",
                                       "< I want to sleep, I've been tired since last summer",
                                       NULL };

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (AnteMemory) memory = test_memory_read (lines[i], NULL);

    g_test_message ("%s", lines[i]);
    test_memory_assert (memory, ANTE_FACT_TIMELINE, NULL, 0);
  }
  {
    g_autoptr (AnteMemory) call =
      test_memory_read ("< hi", "> shall we talk this week?", "< thursday at 5 works", NULL);

    test_memory_assert (call, ANTE_FACT_TIMELINE, NULL, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-sums/asked", test_answers_tell_a_budget);
  g_test_add_func ("/memory-sums/proof", test_proof_is_counted_in_characters);
  g_test_add_func ("/memory-sums/yes", test_yes_takes_our_sum);
  g_test_add_func ("/memory-sums/correction", test_later_correction_counts);
  g_test_add_func ("/memory-sums/others", test_other_sums_are_no_budget);
  g_test_add_func ("/memory-sums/dates", test_dates_of_the_plan);
  g_test_add_func ("/memory-sums/no-dates", test_past_and_calls_are_no_plan);
  return g_test_run ();
}
