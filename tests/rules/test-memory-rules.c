#include "config.h"

#include "test-memory.h"

/* One rule and one answer: what comes of them. */
static const struct {
  const char *rule;
  gboolean disqualifies;
  const char *question;
  const char *answer;
  gboolean holds;
} rules[] = {
  { "has at least 5 paying students now", FALSE, "> how many students?", "< 22 kids", TRUE },
  { "has at least 5 paying students now", FALSE, "> how many students?", "< 3, used to be 9",
    FALSE },
  { "leads a team of at least 4 people", FALSE, "> how big is your team?", "< Seven", TRUE },
  { "at least 2 years of work experience", FALSE, "> tell me", "< i've been a chef for nine years",
    TRUE },
  { "at least 2 years of work experience", FALSE, "> tell me",
    "< my brother has been a chef for nine years", FALSE },
  { "the problem has lasted at least one month", FALSE, "> how long?",
    "< for like 8 months, since the divorce", TRUE },
  { "in a relationship now", FALSE, "> are you in a relationship?", "< yep 6 years", TRUE },
  { "agrees to a call at least every two weeks", FALSE, "> a call every two weeks, ok?",
    "< every 2 weeks is fine", TRUE },
  { "has a regular income", FALSE, "> what do you do?", "< nurse, salaried", TRUE },
  { "owns a microphone", FALSE, "> got a mic?", "< yes, a used one", TRUE },
  { "owns a microphone", FALSE, "> got a mic?", "< no", FALSE },
  { "is between 25 and 60 years old", FALSE, "> how old are you?", "< 31", TRUE },
  { "can give at least 30 minutes a week", FALSE, "> how much time do you have?",
    "< an hour a week", TRUE },
  { "can practise at least four days a week", FALSE, "> how often could you practise?",
    "< 20 mins most mornings", TRUE },
  { "can train at least 3 times a week", FALSE, "> how many times a week?",
    "< my gf does 10. me 3 ish", TRUE },
  { "can train at least 3 times a week", FALSE, "> how many times a week?", "< ok no, 2", FALSE },
  { "the doctor has cleared them for exercise", FALSE, "> what does your midwife say to exercise?",
    "< she said go for it, my midwife is ok with all of it", TRUE },
  { "a doctor currently forbids running", TRUE, "> how is training?",
    "< my doc said no running at all till the mri", TRUE },
  { "a doctor currently forbids running", TRUE, "> how is training?",
    "< the physio said its fine, just bad shoes", FALSE },
  { "currently takes prescribed sleep medicine", TRUE, "> do you take anything?",
    "< just chamomile", FALSE },
  { "currently takes prescribed sleep medicine", TRUE, "> do you take anything?",
    "< zopiclone, every night", TRUE },
  { "wants coaching instead of a prescribed treatment", TRUE, "> what do you want?",
    "< to stop my meds and do this", TRUE },
  { "violence or threats in the relationship", TRUE, "> what happened?",
    "< last week he threw a chair at me", TRUE },
  { "the child is younger than 4 months", TRUE, "> how old?", "< hes 7 weeks", TRUE },
  { "the child is younger than 4 months", TRUE, "> how old?", "< 9 months", FALSE },
  { "wants someone else to sit the exam", TRUE, "> what do you need?",
    "< can someone sit my exam for me", TRUE },
  { "wants a job, not clients", TRUE, "> hi!", "< are you hiring", TRUE },
  { "no business yet", TRUE, "> sold any yet?", "< not one", TRUE },
  { "no business yet", TRUE, "> sold any yet?", "< 40 last week", FALSE },
  { "is pregnant", TRUE, "> hi", "< im 5 months pregnant", TRUE },
  { "is pregnant", TRUE, "> hi", "< my sister is pregnant", FALSE },
  { "is a minor", TRUE, "> hi", "< im 16", TRUE },
  { "is a minor", TRUE, "> hi", "< im 34", FALSE },
  { "lives with the dog", FALSE, "> what's your dog like?", "< loud, he barks at the bin men",
    TRUE },
  { "owns a bike", FALSE, "> do you have your own bike?", "< not yet", FALSE },
  { "at least 10 clients", FALSE, "> how many clients?", "< 14. well 13", TRUE },
  { "has at least one employee", FALSE, "> do you have staff?", "< just me", FALSE },
  { "makes more than 4,000 a month", FALSE, "> what comes in?", "< 3k on a good month", FALSE },
  { "the child is between 6 and 18 months", FALSE, "> how old?", "< 10 months", TRUE },
  { "can commit to 2 sessions per week", FALSE, "> could you do two sessions a week?",
    "< yes that works", TRUE },
  { "has worked as a manager for at least 2 years", FALSE,
    "> how long have you been leading people?", "< 4 years in june", TRUE },
  { "partner is supportive", FALSE, "> what does your wife think?", "< she hates the idea", FALSE },
  { "decides alone", FALSE, "> anyone else you'd need to ask?", "< nope", TRUE },
  { "works at least 20 hours a week", FALSE, "> do you work?", "< yes, 30 hours a week", TRUE },
  { "is over 40", FALSE, "> how old are you?", "< 38", FALSE },
  { "has an eating disorder", TRUE, "> how is eating?",
    "< i binge and then i dont eat for two days", TRUE },
  { "under medical treatment for the back", TRUE, "> back trouble?",
    "< slipped disc in 2019, all sorted now", FALSE },
  { "not willing to pay", TRUE, "> budget?", "< im not paying for a pdf lol", TRUE },
  { "expects guaranteed results", TRUE, "> hi!", "< do you guarantee results?", FALSE },
  { "younger than 21", TRUE, "> how old are you?", "< 45", FALSE },
  { "in an unsafe relationship", TRUE, "> what happened?", "< he grabbed me by the neck", TRUE },
  { "has no clients yet", TRUE, "> how many clients do you have?", "< two", FALSE },
  { "wants us to do the applications", TRUE, "> hi", "< could you write my applications for me",
    TRUE },
  { "partner is supportive", FALSE, "> what does your wife think?", "< she's all for it", TRUE },
  { "still studying full time", TRUE, "> hi", "< i'm in my second year of uni", TRUE },
};

static void
test_rule_and_answer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (AnteCriteriaSet) set = ante_criteria_set_new ();
    g_autoptr (AnteTalk) talk = ante_talk_new ();
    g_autoptr (AnteMemory) memory = NULL;

    g_ptr_array_add (rules[i].disqualifies ? set->disqualifiers : set->required,
                     ante_criterion_new ("rule", rules[i].rule, rules[i].disqualifies));
    ante_talk_add (talk, TRUE, "hi there");
    ante_talk_add (talk, FALSE, rules[i].question + 2);
    ante_talk_add (talk, TRUE, rules[i].answer + 2);
    ante_talk_find_tongues (talk);
    memory = ante_memory_read (talk, NULL, set);
    g_test_message ("%s: %s %s", rules[i].rule, rules[i].question, rules[i].answer);
    if (rules[i].disqualifies)
      g_assert_cmpstr (memory->disqualifier, ==, rules[i].holds ? "rule" : NULL);
    else
      g_assert_cmpuint (memory->met->len, ==, rules[i].holds ? 1 : 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-rules/answer", test_rule_and_answer);
  return g_test_run ();
}
