#include "config.h"

#include "test-memory.h"

static void
assert_source (const char *first, const char *second, const char *expected)
{
  g_autoptr (AnteMemory) memory = test_memory_read (first, second, NULL);

  g_test_message ("%s", first);
  g_assert_cmpstr (memory->source.value, ==, expected);
}

static void
test_source_is_in_the_first_words (void)
{
  assert_source ("< hi!", "> hello", "inbound");
  assert_source ("< Dana told me about you", "> hello", "referral");
  assert_source ("< my friend worked with you last year and loved it", "> hi", "referral");
  assert_source ("< me habló de ti Marta", "> hola", "referral");
  assert_source ("< une amie m'a recommandé votre compte", "> bonjour", "referral");
  assert_source ("< loved your newsletter today", "> hi", "email");
  assert_source ("< I was in your webinar yesterday", "> hi", "webinar");
  assert_source ("< commented RESET", "> hi", "reel_comment");
  assert_source ("< saw your ad on here", "> hi", "dm_ad");
  assert_source ("< RESET", "> hi", "keyword");
  assert_source ("< HI", "> hi", "inbound");
  assert_source ("> hi, loved your photos of the race", "< thanks", "outbound");
  assert_source ("> hi! back in march you wanted to start running. how's that going?", "< oh hi",
                 "reactivation");
}

static void
test_wire_knows_the_source_best (void)
{
  const AnteMemoryOrigin story = { "story_reply", NULL };
  const AnteMemoryOrigin odd = { "carrier_pigeon", NULL };
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = NULL;
  g_autoptr (AnteMemory) unknown = NULL;

  ante_talk_add (talk, TRUE, "Dana told me about you");
  memory = ante_memory_read (talk, &story, NULL);
  unknown = ante_memory_read (talk, &odd, NULL);
  g_assert_cmpstr (memory->source.value, ==, "story_reply");
  g_assert_cmpstr (unknown->source.value, ==, "referral");
}

static void
test_nobody_wrote (void)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = ante_memory_read (talk, NULL, NULL);

  g_assert_cmpstr (memory->source.value, ==, "unknown");
  g_assert_cmpstr (memory->booking.value, ==, "none");
  g_assert_cmpuint (memory->facts->len, ==, 0);
}

#define assert_booking(expected, next, ...)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (AnteMemory) memory = test_memory_read (__VA_ARGS__, NULL);                          \
    g_assert_cmpstr (memory->booking.value, ==, expected);                                         \
    g_assert_cmpstr (memory->next_step.value, ==, next);                                           \
  }                                                                                                \
  G_STMT_END

static void
test_call_by_its_latest_word (void)
{
  assert_booking ("link_sent", "wait_for_lead", "< hi", "> shall I send the link?", "< yes please",
                  "> coach.example/call");
  assert_booking ("none", "send_booking_link", "< hi", "> shall I send the link?", "< yes please");
  assert_booking ("booked", "confirm_call", "< hi", "> here's the link: coach.example/call",
                  "< booked for tuesday!");
  assert_booking ("booked", "confirm_call", "< hi", "> how about thursday at 5?", "< perfect");
  assert_booking ("rescheduled", "reschedule", "< hi", "> you're booked for tuesday", "< yay",
                  "> see you!", "< can we move it to friday?");
  assert_booking ("rescheduled", "confirm_call", "< hi", "> you're booked for tuesday", "< yay",
                  "> see you!", "< can we move it to friday?", "> moved to friday!", "< thank you");
  assert_booking ("cancelled", "reschedule", "< hi", "> you're booked for tuesday",
                  "< sorry, I have to cancel");
  assert_booking ("no_show", "reschedule", "< so sorry, I missed our call yesterday");
  assert_booking ("completed", "onboard", "< thanks for the call yesterday, loved it");
  assert_booking ("booked", "confirm_call", "< hola", "> te dejo el enlace: casa.example/x",
                  "< ya reservé para el jueves y estoy contenta con los horarios");
}

static void
test_what_moves_no_call (void)
{
  assert_booking ("none", "ask_qualifying_question", "< hi",
                  "> here's the guide: coach.example/guide", "< lovely, I have two kids");
  assert_booking ("none", "answer_question", "< hi", "> it's monthly", "< can I cancel anytime?");
  assert_booking ("none", "ask_qualifying_question", "< I haven't booked anything yet");
  assert_booking ("none", "ask_qualifying_question", "< I haven't booked a call before");
  assert_booking ("booked", "confirm_call", "< hi", "> you're booked for tuesday",
                  "< thanks, and can I cancel it anytime?");
  assert_booking ("none", "ask_qualifying_question",
                  "< my clients cancel last minute all the time");
}

static void
test_next_step_by_the_last_words (void)
{
  assert_booking ("none", "close_out", "< hi", "> do you want a plan?",
                  "< no thanks, not interested");
  assert_booking ("none", "follow_up_later", "< hi", "> want to talk?", "< remind me next month");
  assert_booking ("none", "wait_for_lead", "< hi", "> want to talk?", "< I'll ask my wife");
  assert_booking ("none", "send_resource", "< hi", "> tell me",
                  "< do you have something for free?");
  assert_booking ("none", "human_review", "< hi", "> tell me", "< can you talk to my doctor?");
}

/* What we have said already, and where. */
static void
test_already_told (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read (
    "< how much is it?", "> the package is $600 for 3 months", "< ok",
    "> here's my calendar https://coach.example/call?x=1.", "< thx",
    "> and the guide: coach.example/guide. I'll send the list tomorrow", "< is it 500?", NULL);
  const AnteMemoryFact *price = ante_memory_find (memory, ANTE_FACT_ALREADY_KNOWS, "price");
  const AnteMemoryFact *link = ante_memory_find (memory, ANTE_FACT_ALREADY_KNOWS, "link");
  const AnteMemoryFact *content = ante_memory_find (memory, ANTE_FACT_ALREADY_KNOWS, "content");
  const AnteMemoryFact *promise = ante_memory_find (memory, ANTE_FACT_ALREADY_KNOWS, "promise");

  g_assert_cmpstr (price->text, ==, "the package is $600 for 3 months");
  g_assert_cmpuint (price->line, ==, 1);
  g_assert_cmpstr (link->text, ==, "https://coach.example/call?x=1");
  g_assert_cmpuint (link->line, ==, 3);
  g_assert_cmpstr (content->text, ==, "coach.example/guide");
  g_assert_cmpstr (promise->text, ==, "I'll send the list tomorrow");
}

static void
test_asking_a_price_tells_none (void)
{
  g_autoptr (AnteMemory) memory =
    test_memory_read ("< hi", "> would $60 a month be ok? I won't send anything", "< yes", NULL);

  g_assert_null (ante_memory_find (memory, ANTE_FACT_ALREADY_KNOWS, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-course/source", test_source_is_in_the_first_words);
  g_test_add_func ("/memory-course/wire", test_wire_knows_the_source_best);
  g_test_add_func ("/memory-course/nobody", test_nobody_wrote);
  g_test_add_func ("/memory-course/booking", test_call_by_its_latest_word);
  g_test_add_func ("/memory-course/no-booking", test_what_moves_no_call);
  g_test_add_func ("/memory-course/next", test_next_step_by_the_last_words);
  g_test_add_func ("/memory-course/told", test_already_told);
  g_test_add_func ("/memory-course/asked-price", test_asking_a_price_tells_none);
  return g_test_run ();
}
