#include "config.h"

#include "test-memory.h"

static void
test_goal_is_the_answer_to_our_question (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("< that story was me", "> haha! what would you like instead?",
                      "< well, to sleep through the night. once", NULL);

  test_memory_assert (memory, ANTE_FACT_GOAL, "to sleep through the night. once", 2);
}

static void
test_goal_is_read_unasked (void)
{
  g_autoptr (AnteMemory) en = test_memory_read ("< Hey! I want to run a 10k in May", NULL);
  g_autoptr (AnteMemory) es =
    test_memory_read ("< Hola, quiero perder 8 kilos antes del verano", NULL);
  g_autoptr (AnteMemory) pt = test_memory_read ("< Oi, eu queria sair das dívidas este ano", NULL);
  g_autoptr (AnteMemory) fr =
    test_memory_read ("< Bonjour, je voudrais parler anglais au travail", NULL);
  g_autoptr (AnteMemory) de = test_memory_read ("< Hallo, ich möchte wieder gut schlafen", NULL);

  test_memory_assert (en, ANTE_FACT_GOAL, "I want to run a 10k in May", 0);
  test_memory_assert (es, ANTE_FACT_GOAL, "quiero perder 8 kilos antes del verano", 0);
  test_memory_assert (pt, ANTE_FACT_GOAL, "eu queria sair das dívidas este ano", 0);
  test_memory_assert (fr, ANTE_FACT_GOAL, "je voudrais parler anglais au travail", 0);
  test_memory_assert (de, ANTE_FACT_GOAL, "ich möchte wieder gut schlafen", 0);
}

/* Our words give an answer its meaning and tell nothing themselves. */
static void
test_our_words_are_no_facts (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read (
    "< hi", "> you want to lose 10 kilos by June and have 200 a month, right?", NULL);

  test_memory_assert (memory, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (memory, ANTE_FACT_BUDGET, NULL, 0);
  test_memory_assert (memory, ANTE_FACT_TIMELINE, NULL, 0);
}

static void
test_others_wishes_are_not_the_leads (void)
{
  g_autoptr (AnteMemory) sister =
    test_memory_read ("< my sister wants to lose 10 kilos by June", NULL);
  g_autoptr (AnteMemory) client =
    test_memory_read ("< My client needs to quit smoking, he has 300 a month for it", NULL);
  g_autoptr (AnteMemory) boyfriend =
    test_memory_read ("< my boyfriend wants abs by summer lol", NULL);
  g_autoptr (AnteMemory) own =
    test_memory_read ("< my sister says I'm crazy but I want to lose 10 kilos", NULL);

  test_memory_assert (sister, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (sister, ANTE_FACT_TIMELINE, NULL, 0);
  test_memory_assert (client, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (client, ANTE_FACT_BUDGET, NULL, 0);
  test_memory_assert (boyfriend, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (boyfriend, ANTE_FACT_TIMELINE, NULL, 0);
  test_memory_assert (own, ANTE_FACT_GOAL, "my sister says I'm crazy but I want to lose 10 kilos",
                      0);
}

static void
test_play_and_quotes_are_no_facts (void)
{
  g_autoptr (AnteMemory) dream =
    test_memory_read ("< If I won the lottery I'd want to move to Bali haha", NULL);
  g_autoptr (AnteMemory) quote =
    test_memory_read ("< my mum always says \"I want to lose weight\" and then eats cake", NULL);
  g_autoptr (AnteMemory) joke =
    test_memory_read ("< I want to become an astronaut. just kidding", NULL);
  g_autoptr (AnteMemory) saying =
    test_memory_read ("< hi", "> what's your goal?", "< \"live laugh love\" as they say", NULL);

  test_memory_assert (saying, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (dream, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (quote, ANTE_FACT_GOAL, NULL, 0);
  test_memory_assert (joke, ANTE_FACT_GOAL, NULL, 0);
}

static void
test_no_answer_is_no_goal (void)
{
  static const char *const dodges[] = { "< none really, just here for the memes",
                                        "< idk",
                                        "< depends",
                                        "< how much is it?",
                                        "< no idea",
                                        "< 😂",
                                        "< I want to ask my wife first",
                                        NULL };

  for (guint i = 0; dodges[i] != NULL; i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< haha", "> what's your goal?", dodges[i], NULL);

    test_memory_assert (memory, ANTE_FACT_GOAL, NULL, 0);
  }
}

static void
test_correction_takes_the_place (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("< hi", "> what would you want?", "< lose 5 kilos", "> lovely",
                      "< actually no, I want to get stronger, the kilos don't matter", NULL);

  test_memory_assert (memory, ANTE_FACT_GOAL,
                      "actually no, I want to get stronger, the kilos don't matter", 4);
}

static void
test_problem_and_bottleneck_are_told_apart (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read (
    "< hi, saw your post", "> what's going on?", "< i'm exhausted and my back hurts every morning",
    "> what would you want?", "< carry the groceries", "> what gets in the way?",
    "< i start on mondays and by thursday i forget", NULL);

  test_memory_assert (memory, ANTE_FACT_PROBLEM, "i'm exhausted and my back hurts every morning",
                      2);
  test_memory_assert (memory, ANTE_FACT_GOAL, "carry the groceries", 4);
  test_memory_assert (memory, ANTE_FACT_BOTTLENECK, "i start on mondays and by thursday i forget",
                      6);
}

/* One message is not told twice, unless it answers both. */
static void
test_problem_is_not_the_bottleneck_too (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("< hi", "> what's wrong?", "< i can't sleep because i worry all night",
                      "> what would you want?", "< seven hours", "> lovely", "< yes", NULL);

  test_memory_assert (memory, ANTE_FACT_PROBLEM, "i can't sleep because i worry all night", 2);
  test_memory_assert (memory, ANTE_FACT_BOTTLENECK, NULL, 0);
}

/* In a talk about a family its troubles are the lead's; a friend's are not. */
static void
test_whose_trouble_it_is (void)
{
  g_autoptr (AnteMemory) family = test_memory_read (
    "< hi", "> what's going on?", "< my husband is on his phone all night, I feel lonely", NULL);
  g_autoptr (AnteMemory) friend =
    test_memory_read ("< my friend cries every day and can't sleep", NULL);

  test_memory_assert (family, ANTE_FACT_PROBLEM,
                      "my husband is on his phone all night, I feel lonely", 2);
  test_memory_assert (friend, ANTE_FACT_PROBLEM, NULL, 0);
}

static void
test_small_talk_is_no_problem (void)
{
  static const char *const talk[] = { "< no problem at all, thanks!",
                                      "< can't wait for the next one", "< love your content",
                                      "< never mind, all good", NULL };

  for (guint i = 0; talk[i] != NULL; i++) {
    g_autoptr (AnteMemory) memory = test_memory_read (talk[i], NULL);

    test_memory_assert (memory, ANTE_FACT_PROBLEM, NULL, 0);
    test_memory_assert (memory, ANTE_FACT_BOTTLENECK, NULL, 0);
  }
}

static void
test_proof_is_the_words_themselves (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("< hey", "> what would you want?", "< haha. größer träumen, für mich", NULL);
  const AnteMemoryFact *goal = ante_memory_find (memory, ANTE_FACT_GOAL, NULL);

  g_assert_nonnull (goal);
  g_assert_cmpstr (goal->text, ==, "größer träumen, für mich");
  g_assert_cmpuint (goal->span_start, ==, 6);
  g_assert_cmpuint (goal->span_end, ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-facts/goal-asked", test_goal_is_the_answer_to_our_question);
  g_test_add_func ("/memory-facts/goal-unasked", test_goal_is_read_unasked);
  g_test_add_func ("/memory-facts/ours", test_our_words_are_no_facts);
  g_test_add_func ("/memory-facts/others", test_others_wishes_are_not_the_leads);
  g_test_add_func ("/memory-facts/play", test_play_and_quotes_are_no_facts);
  g_test_add_func ("/memory-facts/no-answer", test_no_answer_is_no_goal);
  g_test_add_func ("/memory-facts/correction", test_correction_takes_the_place);
  g_test_add_func ("/memory-facts/problem", test_problem_and_bottleneck_are_told_apart);
  g_test_add_func ("/memory-facts/once", test_problem_is_not_the_bottleneck_too);
  g_test_add_func ("/memory-facts/whose", test_whose_trouble_it_is);
  g_test_add_func ("/memory-facts/small-talk", test_small_talk_is_no_problem);
  g_test_add_func ("/memory-facts/proof", test_proof_is_the_words_themselves);
  return g_test_run ();
}
