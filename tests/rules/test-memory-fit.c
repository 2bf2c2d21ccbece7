#include "config.h"

#include "test-memory.h"

static void
test_signs_of_fit (void)
{
  static const struct {
    const char *question;
    const char *answer;
    const char *type;
    double amount;
  } signs[] = {
    { "> how many days could you train?", "< three mornings, maybe four", "time", 3 },
    { "> how often?", "< twice a week", "time", 2 },
    { "> which days could you give? how often?", "< tue and thu", "time", 2 },
    { "> how often do you train?", "< every day", "time", 7 },
    { "> would an hour a week work?", "< yes, mondays", "time", 1 },
    { "> wie oft kannst du?", "< zweimal pro Woche, das ist mir recht", "time", 2 },
    { "> what do you make?", "< about 4k a month with the shop", "revenue", 4000 },
    { "> what's your revenue?", "< 60k a year", "revenue", 5000 },
    { "> what do you sell?", "< handmade candles", "offer", 0 },
    { "> do you decide alone?", "< yes, just me", "decision", 0 },
    { "> is your husband on board?", "< he is", "decision", 0 },
    { "> are you single?", "< yes, since march", "single", 0 },
    { "> how old is she?", "< 4 in june", "child_age", 4 },
    { "> tell me", "< my 14 month old won't sleep", "child_age", 14 / 12. },
    { "> tell me", "< my boy is 6 and bites", "child_age", 6 },
    { "> how often do you cook?", "< every evening", "cooks", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", signs[i].question, signs[i].answer, NULL);
    const AnteMemoryFact *fact = ante_memory_find (memory, ANTE_FACT_FIT, signs[i].type);

    g_test_message ("%s %s", signs[i].question, signs[i].answer);
    g_assert_nonnull (fact);
    g_assert_cmpfloat (fact->amount, ==, signs[i].amount);
    g_assert_cmpuint (fact->line, ==, 2);
  }
}

static void
test_what_is_no_sign (void)
{
  static const struct {
    const char *question;
    const char *answer;
    const char *type;
  } signs[] = {
    { "> could you do a weekly call?", "< no, never", "time" },
    { "> could you do a weekly call?", "< yes but my husband hates it", "time" },
    { "> tell me", "< my sister trains 5 times a week", "time" },
    { "> is your husband on board?", "< I'd have to ask him", "decision" },
    { "> tell me", "< my brother makes 9k a month", "revenue" },
    { "> tell me", "< I dream of opening a shop", "offer" },
    { "> are you single?", "< no, married", "single" },
    { "> tell me", "< I do 6 sets", "child_age" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", signs[i].question, signs[i].answer, NULL);

    g_test_message ("%s %s", signs[i].question, signs[i].answer);
    g_assert_null (ante_memory_find (memory, ANTE_FACT_FIT, signs[i].type));
  }
}

static void
test_criteria_are_plain_sentences (void)
{
  static const struct {
    const char *rule;
    gboolean disqualifies;
    AnteCriterionField field;
    double low;
    double high;
  } rules[] = {
    { "names a concrete goal", FALSE, ANTE_CRITERION_GOAL, 0, 0 },
    { "can train at least 3 times a week", FALSE, ANTE_CRITERION_TIME, 3, 0 },
    { "two or more sessions per week", FALSE, ANTE_CRITERION_TIME, 2, 0 },
    { "agrees to about an hour a week", FALSE, ANTE_CRITERION_TIME, 1, 0 },
    { "budget of 120 or more per month", FALSE, ANTE_CRITERION_BUDGET, 120, 0 },
    { "is willing to pay something", FALSE, ANTE_CRITERION_BUDGET, 0, 0 },
    { "makes at least 3,000 a month", FALSE, ANTE_CRITERION_REVENUE, 3000, 0 },
    { "decides alone, or the partner agrees", FALSE, ANTE_CRITERION_DECISION, 0, 0 },
    { "has a child between 2 and 10", FALSE, ANTE_CRITERION_CHILD_AGE, 2, 10 },
    { "the child is 12 or younger", FALSE, ANTE_CRITERION_CHILD_AGE, 0, 12 },
    { "already sells something", FALSE, ANTE_CRITERION_OFFER, 0, 0 },
    { "single or divorced", FALSE, ANTE_CRITERION_SINGLE, 0, 0 },
    { "says what the problem is", FALSE, ANTE_CRITERION_PROBLEM, 0, 0 },
    { "tiene un presupuesto de al menos 80 al mes", FALSE, ANTE_CRITERION_BUDGET, 80, 0 },
    { "only wants free content", TRUE, ANTE_CRITERION_FREE_ONLY, 0, 0 },
    { "no business yet", TRUE, ANTE_CRITERION_NO_BUSINESS, 0, 0 },
    { "signs of an eating disorder", TRUE, ANTE_CRITERION_EATING, 0, 0 },
    { "names an income they want", FALSE, ANTE_CRITERION_GOAL, 0, 0 },
    { "sells for at least 1,500 a month", FALSE, ANTE_CRITERION_REVENUE, 1500, 0 },
    { "names what is stopping them", FALSE, ANTE_CRITERION_BOTTLENECK, 0, 0 },
    { "has been in business for at least one year", FALSE, ANTE_CRITERION_EXPERIENCE, 1, 0 },
    { "has at least 500 followers", FALSE, ANTE_CRITERION_COUNT, 500, 0 },
    { "is between 30 and 55 years old", FALSE, ANTE_CRITERION_AGE, 30, 55 },
    { "practises every day", FALSE, ANTE_CRITERION_TIME, 6, 0 },
    { "both parents agree", FALSE, ANTE_CRITERION_DECISION, 0, 0 },
    { "has an exam date", FALSE, ANTE_CRITERION_TIMELINE, 0, 0 },
    { "at least 130 per month", FALSE, ANTE_CRITERION_BUDGET, 130, 0 },
    { "cannot pay", TRUE, ANTE_CRITERION_FREE_ONLY, 0, 0 },
    { "only has an idea so far", TRUE, ANTE_CRITERION_NO_BUSINESS, 0, 0 },
    { "no paying students yet", TRUE, ANTE_CRITERION_NONE_YET, 0, 0 },
    { "had surgery recently", TRUE, ANTE_CRITERION_INJURY, 0, 0 },
    { "likes the colour blue", FALSE, ANTE_CRITERION_UNKNOWN, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (AnteCriterion) criterion =
      ante_criterion_new ("x", rules[i].rule, rules[i].disqualifies);

    g_test_message ("%s", rules[i].rule);
    g_assert_cmpint (criterion->field, ==, rules[i].field);
    g_assert_cmpfloat (criterion->low, ==, rules[i].low);
    g_assert_cmpfloat (criterion->high, ==, rules[i].high);
  }
}

static void
test_criteria_have_a_form (void)
{
  g_autoptr (AnteCriterion) criterion = ante_criterion_new ("x", NULL, FALSE);

  g_assert_false (ante_criterion_set (criterion, "shoe-size", "at-least", 40));
  g_assert_false (ante_criterion_set (criterion, "budget", "roughly", 40));
  g_assert_cmpint (criterion->field, ==, ANTE_CRITERION_UNKNOWN);
  g_assert_true (ante_criterion_set (criterion, "budget", "at-least", 40));
  g_assert_cmpint (criterion->field, ==, ANTE_CRITERION_BUDGET);
  g_assert_cmpfloat (criterion->low, ==, 40);
}

static AnteCriteriaSet *
make_criteria (void)
{
  AnteCriteriaSet *set = ante_criteria_set_new ();

  g_ptr_array_add (set->required, ante_criterion_new ("goal", "names a goal", FALSE));
  g_ptr_array_add (set->required,
                   ante_criterion_new ("invest", "budget of at least 100 a month", FALSE));
  g_ptr_array_add (set->required, ante_criterion_new ("blue", "likes the colour blue", FALSE));
  g_ptr_array_add (set->disqualifiers, ante_criterion_new ("minor", "under 18", TRUE));
  g_ptr_array_add (set->disqualifiers, ante_criterion_new ("free", "will not pay anything", TRUE));
  return set;
}

/* The verdict, then what is met, what is missing and what speaks against it. */
static void
assert_verdict (const char *answer, gboolean all, const char *expected)
{
  g_autoptr (AnteCriteriaSet) set = make_criteria ();
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  if (all)
    g_ptr_array_remove_index (set->required, 2);
  ante_talk_add (talk, TRUE, "I want to run a marathon");
  ante_talk_add (talk, FALSE, "and what's your budget?");
  ante_talk_add (talk, TRUE, answer);
  ante_talk_find_tongues (talk);
  memory = ante_memory_read (talk, NULL, set);
  g_string_append (told, memory->qualification.value);
  for (guint i = 0; i < memory->met->len; i++)
    g_string_append_printf (told, " +%s", (char *) memory->met->pdata[i]);
  for (guint i = 0; i < memory->missing->len; i++)
    g_string_append_printf (told, " -%s", (char *) memory->missing->pdata[i]);
  if (memory->disqualifier != NULL)
    g_string_append_printf (told, " !%s", memory->disqualifier);
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_lead_is_held_against_the_criteria (void)
{
  assert_verdict ("150 a month", TRUE, "qualified +goal +invest");
  assert_verdict ("30 a week", TRUE, "qualified +goal +invest");
  assert_verdict ("60 a month", TRUE, "needs_more +goal -invest");
  assert_verdict ("not sure", TRUE, "needs_more +goal -invest");
  assert_verdict ("150 a month. I'm 16", TRUE, "not_a_fit !minor");
  assert_verdict ("150 a month, my brother is 16", TRUE, "qualified +goal +invest");
  assert_verdict ("I won't pay for that", TRUE, "not_a_fit !free");
  /* What is not understood is never taken for met. */
  assert_verdict ("150 a month", FALSE, "needs_more +goal +invest -blue");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-fit/signs", test_signs_of_fit);
  g_test_add_func ("/memory-fit/no-signs", test_what_is_no_sign);
  g_test_add_func ("/memory-fit/rules", test_criteria_are_plain_sentences);
  g_test_add_func ("/memory-fit/form", test_criteria_have_a_form);
  g_test_add_func ("/memory-fit/verdict", test_lead_is_held_against_the_criteria);
  return g_test_run ();
}
