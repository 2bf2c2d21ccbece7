#include "config.h"

#include "test-plan.h"

#include "rules/follow-up/ante-follow-up-plan.h"

/* Wednesday, 2026-03-04 18:22 UTC */
#define NOW G_GINT64_CONSTANT (1772648527000)

static AnteLead *
heard_at (gint64 at)
{
  AnteLead *lead = ante_lead_new ();

  lead->last_lead_at = at;
  lead->handle = g_strdup ("mia.runs");
  lead->owner = g_strdup ("coach");
  return lead;
}

static void
test_after_the_window_it_is_by_hand (void)
{
  g_autoptr (AnteLead) lead = heard_at (NOW);

  g_assert_cmpint (ante_follow_up_get_reach (lead, TRUE, NOW + 20 * ANTE_HOUR_MS), ==,
                   ANTE_FOLLOW_UP_REACH_ANY);
  g_assert_cmpint (ante_follow_up_get_reach (lead, TRUE, NOW + 3 * ANTE_DAY_MS), ==,
                   ANTE_FOLLOW_UP_REACH_PERSON);
  g_assert_cmpint (ante_follow_up_get_reach (lead, FALSE, NOW + 3 * ANTE_DAY_MS), ==,
                   ANTE_FOLLOW_UP_REACH_BY_HAND);
  g_assert_cmpint (ante_follow_up_get_reach (lead, TRUE, NOW + 8 * ANTE_DAY_MS), ==,
                   ANTE_FOLLOW_UP_REACH_BY_HAND);
}

static char *
refuse (const char *more, gint64 due)
{
  g_autoptr (AntePlan) plan = test_plan (more);
  g_autoptr (AnteLead) lead = heard_at (NOW);

  return ante_follow_up_refuse_ai (plan, lead, ANTE_STAGE_ACTIVE, due, NOW);
}

static void
test_the_ai_leads_where_it_may_and_can (void)
{
  g_autofree char *may =
    refuse ("\"permissions\": {\"intents\": {\"follow-up\": \"draft\"}}", NOW + ANTE_HOUR_MS);
  g_autofree char *off =
    refuse ("\"permissions\": {\"intents\": {\"follow-up\": \"off\"}}", NOW + ANTE_HOUR_MS);
  g_autofree char *late =
    refuse ("\"permissions\": {\"intents\": {\"follow-up\": \"auto\"}}", NOW + 2 * ANTE_DAY_MS);
  g_autoptr (AnteLead) lead = heard_at (NOW);
  g_autofree char *none = ante_follow_up_refuse_ai (NULL, lead, ANTE_STAGE_ACTIVE, NOW, NOW);

  g_assert_null (may);
  g_assert_nonnull (strstr (off, "playbook"));
  g_assert_nonnull (strstr (late, "window"));
  g_assert_nonnull (none);
}

static void
test_checking_in_is_no_reason (void)
{
  static const char *const bare[] = { "Checking in", "just checking in!", " Following up. ",
                                      "hey :)", NULL };
  static const char *const real[] = { "Checking in after her race", "She asked for March",
                                      "Follow up on the price", NULL };

  for (guint i = 0; bare[i] != NULL; i++)
    g_assert_true (ante_follow_up_is_bare (bare[i]));
  for (guint i = 0; real[i] != NULL; i++)
    g_assert_false (ante_follow_up_is_bare (real[i]));
}

static void
add (GPtrArray *messages, const char *author, gint64 at, const char *text)
{
  AnteMessage *message = ante_message_new ();

  message->author = g_strdup (author);
  message->at = at;
  message->text = g_strdup (text);
  g_ptr_array_add (messages, message);
}

static void
test_the_last_exchange_gives_the_reason (void)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = ante_follow_up_propose_reason (messages);
  g_autofree char *theirs = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpstr (none, ==, "");
  add (messages, "lead", NOW, "I get paid on the 1st");
  theirs = ante_follow_up_propose_reason (messages);
  g_assert_cmpstr (theirs, ==, "They said: “I get paid on the 1st”");
  add (messages, "coach", NOW + 1, "Good to know.");
  told = ante_follow_up_propose_reason (messages);
  g_assert_cmpstr (told, ==, theirs);
  add (messages, "coach", NOW + 2, "Shall we talk then?");
  asked = ante_follow_up_propose_reason (messages);
  g_assert_cmpstr (asked, ==, "We asked: “Shall we talk then?”");
}

static void
test_a_sequence_goes_step_by_step (void)
{
  g_autoptr (AntePlan) plan =
    test_plan ("\"follow_ups\": [{\"stage\": \"qualified\", \"steps\": ["
               "{\"after_hours\": 20, \"led_by\": \"setter\", \"reason\": \"Link open\"},"
               "{\"after_hours\": 72, \"led_by\": \"coach\", \"reason\": \"Last call\"}]}]");
  const AntePlanStep *step = NULL;
  gint64 due = 0;

  step = ante_follow_up_next_step (plan, ANTE_STAGE_QUALIFIED, 0, NOW, &due);
  g_assert_cmpstr (step->reason, ==, "Link open");
  g_assert_cmpint (due, ==, NOW + 20 * ANTE_HOUR_MS);
  step = ante_follow_up_next_step (plan, ANTE_STAGE_QUALIFIED, 1, NOW, &due);
  g_assert_cmpstr (step->led_by, ==, "coach");
  g_assert_null (ante_follow_up_next_step (plan, ANTE_STAGE_QUALIFIED, 2, NOW, &due));
  g_assert_null (ante_follow_up_next_step (plan, ANTE_STAGE_ACTIVE, 0, NOW, &due));
  step = ante_follow_up_next_step (NULL, ANTE_STAGE_NURTURE, 0, NOW, &due);
  g_assert_nonnull (step);
  g_assert_cmpint (due, ==, NOW + 30 * ANTE_DAY_MS);
}

static void
assert_wish (const char *text, const char *day, const char *words)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *said_day = NULL;
  g_autofree char *said = NULL;
  AnteFollowUpWish wish = { 0 };

  if (!ante_follow_up_find_wish (text, NOW, utc, &wish)) {
    g_assert_cmpstr (NULL, ==, day);
    return;
  }
  due = g_date_time_new_from_unix_utc (wish.due_at / 1000);
  said_day = g_date_time_format (due, "%F");
  g_assert_cmpstr (said_day, ==, day);
  said = g_utf8_substring (text, wish.start, wish.end);
  g_assert_cmpstr (said, ==, words);
}

static void
test_who_asks_for_another_time_is_heard (void)
{
  assert_wish ("I'm in. Message me in May please", "2026-05-01", "Message me in May");
  assert_wish ("Can you text me next week? Moving house", "2026-03-11", "text me next week");
  assert_wish ("Things are mad. In 2 weeks, message me!", "2026-03-18",
               "Things are mad. In 2 weeks, message me");
  assert_wish ("hit me up on friday 😊", "2026-03-06", "hit me up on friday");
  assert_wish ("Let’s talk tomorrow", "2026-03-05", "Let’s talk tomorrow");
  assert_wish ("I started in May and text my mum every day", NULL, NULL);
  assert_wish ("message me", NULL, NULL);
  assert_wish ("text me 5", NULL, NULL);
  assert_wish ("", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/follow-up/window", test_after_the_window_it_is_by_hand);
  g_test_add_func ("/rules/follow-up/ai", test_the_ai_leads_where_it_may_and_can);
  g_test_add_func ("/rules/follow-up/bare", test_checking_in_is_no_reason);
  g_test_add_func ("/rules/follow-up/reason", test_the_last_exchange_gives_the_reason);
  g_test_add_func ("/rules/follow-up/sequence", test_a_sequence_goes_step_by_step);
  g_test_add_func ("/rules/follow-up/wish", test_who_asks_for_another_time_is_heard);
  return g_test_run ();
}
