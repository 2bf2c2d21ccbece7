#include "config.h"

#include "test-memory.h"

/* What is told by an answer: the question gives the kind, whatever its words. */
static const struct {
  const char *question;
  const char *answer;
  AnteFactKind kind;
} answers[] = {
  { "> haha poor kid. where do you want to get to?", "< 7a outdoors, one line in siurana",
    ANTE_FACT_GOAL },
  { "> what number are you chasing?", "< 10 installs a month", ANTE_FACT_GOAL },
  { "> and ideally?", "< one room finished before the next", ANTE_FACT_GOAL },
  { "> if you had it your way?", "< one long climb with my dad", ANTE_FACT_GOAL },
  { "> bonjour! tu voudrais quoi?", "< lire mes textes sans trembler", ANTE_FACT_GOAL },
  { "> what does a ride look like at the moment?", "< she bolts at bins, every single one",
    ANTE_FACT_PROBLEM },
  { "> ooh. where's the snag?", "< i sound like a satnav after page two", ANTE_FACT_PROBLEM },
  { "> and today?", "< night porter, my brain is soup", ANTE_FACT_PROBLEM },
  { "> oi! o que tá pegando?", "< no fim do mês não sobra nada", ANTE_FACT_PROBLEM },
  { "> hi! was läuft gerade nicht?", "< ich sage ja zu allem", ANTE_FACT_PROBLEM },
};

static void
test_question_gives_the_kind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", answers[i].question, answers[i].answer, NULL);

    g_test_message ("%s %s", answers[i].question, answers[i].answer);
    test_memory_assert (memory, answers[i].kind, answers[i].answer + 2, 2);
  }
}

static void
test_what_stands_in_the_way (void)
{
  static const struct {
    const char *question;
    const char *answer;
  } ways[] = {
    { "> what gets in between?", "< after the kids are down we both just scroll" },
    { "> what has made it difficult so far?", "< I never know what to write, so I write nothing" },
    { "> why do you think they give up?", "< i only ever boulder, never endurance" },
    { "> what usually derails you?", "< a notification, any notification" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", "> what would you want?", "< to finish one thing, just one",
                        ways[i].question, ways[i].answer, NULL);

    g_test_message ("%s %s", ways[i].question, ways[i].answer);
    test_memory_assert (memory, ANTE_FACT_BOTTLENECK, ways[i].answer + 2, 4);
  }
}

/* The same in the other languages. */
static void
test_ways_of_others (void)
{
  g_autoptr (AnteMemory) fr = test_memory_read (
    "< bonjour", "> qu'aimeriez-vous ?", "< un repas par jour avec ma fille",
    "> qu'est-ce qui rend ça difficile ?", "< dès que je frappe elle met ses écouteurs", NULL);
  g_autoptr (AnteMemory) es =
    test_memory_read ("< hola", "> ¿qué te gustaría conseguir?", "< vender sin ir a la feria",
                      "> ¿y qué te está trabando?", "< no sé contestar los mensajes", NULL);

  test_memory_assert (fr, ANTE_FACT_BOTTLENECK, "dès que je frappe elle met ses écouteurs", 4);
  test_memory_assert (es, ANTE_FACT_BOTTLENECK, "no sé contestar los mensajes", 4);
}

static void
test_play_and_slips_are_put_right (void)
{
  g_autoptr (AnteMemory) play = test_memory_read ("> what would you want?", "< lol wings",
                                                  "< nah seriously i want to swim a mile", NULL);
  g_autoptr (AnteMemory) slip =
    test_memory_read ("> what would you want?", "< get down to 85 kilos", "> and by when?",
                      "< wait 58 not 85!!", NULL);

  test_memory_assert (play, ANTE_FACT_GOAL, "nah seriously i want to swim a mile", 2);
  test_memory_assert (slip, ANTE_FACT_GOAL, "wait 58 not 85", 3);
}

static void
test_dates (void)
{
  static const struct {
    const char *question;
    const char *answer;
    const char *date;
  } dates[] = {
    { "> and by when?", "< my sisters wedding, june 14", "my sisters wedding, june 14" },
    { "> any date in mind?", "< i go back to work 2 march", "i go back to work 2 march" },
    { "> by when?", "< end of q1 would be a dream", "end of q1 would be a dream" },
    { "> when would you like to have the job?", "< before my lease is up in november",
      "before my lease is up in november" },
    { "> what would you want?", "< 20 kilos of tomatoes by august", "by august" },
    { "> shall we start?", "< not til the new year, sorry", "til the new year" },
    { "> and now?", "< theres nothing left at the end of the month", NULL },
    { "> tell me", "< my son cant sleep, hes 7 weeks", NULL },
    { "> tell me", "< we split in march", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", dates[i].question, dates[i].answer, NULL);

    g_test_message ("%s %s", dates[i].question, dates[i].answer);
    test_memory_assert (memory, ANTE_FACT_TIMELINE, dates[i].date, 2);
  }
}

static void
test_prices_that_will_do (void)
{
  static const struct {
    const char *question;
    const char *answer;
    double amount;
  } sums[] = {
    { "> the mentoring is 240 all in, does that work?", "< works for me", 240 },
    { "> it is 75 a month", "< That is acceptable", 75 },
    { "> there's a small version, 55 a month. would that be too much?", "< no thats doable", 55 },
    { "> and would you put money in?", "< bart paid 90 a month, thats fine for me too", 90 },
    { "> and would you put money in?", "< my sister pays 90 a month, thats fine for her", 0 },
    { "> we could do thursday", "< thursday 7 works", 0 },
    { "> it's 75 a month", "< thats too much", 0 },
    { "> 300 pour deux mois ?", "< ok pour 300", 300 },
    { "> so?", "< for that i could do £35 a month", 35 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", sums[i].question, sums[i].answer, NULL);
    const AnteMemoryFact *budget = ante_memory_find (memory, ANTE_FACT_BUDGET, NULL);

    g_test_message ("%s %s", sums[i].question, sums[i].answer);
    g_assert_cmpfloat (budget != NULL ? budget->amount : 0, ==, sums[i].amount);
  }
}

static void
test_objections_are_of_the_offer (void)
{
  static const struct {
    const char *question;
    const char *answer;
    const char *type;
  } lines[] = {
    { "> there's a live class, would you join?",
      "< cameras freak me out, could it be audio instead", "format" },
    { "> it's 280", "< hmm can i split it?", "price" },
    { "> it's 60 a month", "< let me look at my account first", "need_to_think" },
    { "> would 140 a month be possible?", "< id have to clear it with Jorge", "partner" },
    { "> it runs for six months", "< six months is long, what if i want to leave", "commitment" },
    { "> a weekly call?", "< your calls are at 9am pacific, thats 1am for me here", "schedule" },
    { "> have you worked with someone before?", "< did a course in 2021, total waste",
      "past_failure" },
    { "> what has stopped you so far?", "< theres no contract, just a handshake", NULL },
    { "> what makes it slow?", "< i hate my voice on video", NULL },
    { "> what would you want?", "< a week where i do not work weekends", NULL },
    { "> wednesday at 4?", "< cant wednesday, thursday 4?", NULL },
    { "> and how old?", "< she's 2 and i babysit for free", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", lines[i].question, lines[i].answer, NULL);
    const AnteMemoryFact *fact = ante_memory_find (memory, ANTE_FACT_OBJECTION, NULL);

    g_test_message ("%s %s", lines[i].question, lines[i].answer);
    g_assert_cmpstr (fact != NULL ? fact->type : NULL, ==, lines[i].type);
  }
}

static void
test_where_they_come_from (void)
{
  static const struct {
    const char *first;
    const char *source;
  } firsts[] = {
    { "< saw ur ad between two cat videos", "dm_ad" },
    { "< i wrote SOUP under your reel", "reel_comment" },
    { "< i sent you the word STACK like you said", "keyword" },
    { "< lena said ur the one who fixed her pricing", "referral" },
    { "< Ma collègue ne jure que par toi", "referral" },
    { "< hab deinen Newsletter gelesen und das bin ich", "email" },
    { "< bonjour, j'ai vu ta story sur le trac", "story_reply" },
    { "< hey, my doctor told me to rest", "inbound" },
    { "> hi! you left a comment about pricing, how is it going?", "outbound" },
    { "> hi! back in spring you wanted to wait until the move", "reactivation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++) {
    g_autoptr (AnteMemory) memory = test_memory_read (firsts[i].first, NULL);

    g_test_message ("%s", firsts[i].first);
    g_assert_cmpstr (memory->source.value, ==, firsts[i].source);
  }
}

static void
test_call_to_its_end (void)
{
  static const struct {
    const char *ours;
    const char *theirs;
    const char *status;
  } ends[] = {
    { "> see you then!", "< argh can we do friday instead?", "rescheduled" },
    { "> see you then!", "< so sorry, we cant do thursday, i'll write when things are calm",
      "cancelled" },
    { "> i waited in the room for 20 minutes", "< omg sorry, i saw it in my calendar and forgot",
      "no_show" },
    { "> see you!", "< just off the call, thank you so much", "completed" },
    { "> see you!", "< can't wait", "booked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (AnteMemory) memory =
      test_memory_read ("< hi", "> shall I send the link?", "< yes", "> book.example/a",
                        "< booked thursday 4pm", ends[i].ours, ends[i].theirs, NULL);

    g_test_message ("%s %s", ends[i].ours, ends[i].theirs);
    g_assert_cmpstr (memory->booking.value, ==, ends[i].status);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-frames/question", test_question_gives_the_kind);
  g_test_add_func ("/memory-frames/way", test_what_stands_in_the_way);
  g_test_add_func ("/memory-frames/others", test_ways_of_others);
  g_test_add_func ("/memory-frames/put-right", test_play_and_slips_are_put_right);
  g_test_add_func ("/memory-frames/dates", test_dates);
  g_test_add_func ("/memory-frames/prices", test_prices_that_will_do);
  g_test_add_func ("/memory-frames/objections", test_objections_are_of_the_offer);
  g_test_add_func ("/memory-frames/source", test_where_they_come_from);
  g_test_add_func ("/memory-frames/call", test_call_to_its_end);
  return g_test_run ();
}
