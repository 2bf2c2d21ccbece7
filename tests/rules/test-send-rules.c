#include "config.h"

#include "rules/ante-send-rules.h"

#include <string.h>

#include "rules/ante-window.h"

#define NOW G_GINT64_CONSTANT (1772648527000)

typedef struct {
  AnteLead *lead;
  AnteSendContext context;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lead = ante_lead_new ();
  fixture->lead->owner = g_strdup ("ai");
  fixture->lead->last_lead_at = NOW - ANTE_HOUR_MS;
  fixture->context = (AnteSendContext){ .lead = fixture->lead, .author = "ai", .now = NOW };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->lead);
}

static void
assert_verdict (Fixture *fixture, const char *text, AnteVerdictKind kind, const char *rule)
{
  g_autoptr (AnteVerdict) verdict = ante_send_rules_check (&fixture->context, text);

  g_assert_cmpint (verdict->kind, ==, kind);
  if (rule != NULL)
    g_assert_true (ante_verdict_has (verdict, rule));
}

static void
test_automation_may_answer_its_lead_in_time (Fixture *fixture, gconstpointer data)
{
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_ALLOW, NULL);
}

static void
test_automation_never_sends_after_24_hours (Fixture *fixture, gconstpointer data)
{
  fixture->context.human_agent = TRUE;
  fixture->context.now = fixture->lead->last_lead_at + ANTE_DAY_MS;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_BLOCK, "window_human_only");

  fixture->context.author = "coach";
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_ALLOW, NULL);
  fixture->context.human_agent = FALSE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_BLOCK, "window_closed");
}

static void
test_a_person_is_not_held_by_rules_for_automation (Fixture *fixture, gconstpointer data)
{
  fixture->context.paused = TRUE;
  fixture->context.answered_since = TRUE;
  fixture->context.automatic_in_a_row = 9;
  fixture->lead->no_automation = TRUE;
  fixture->context.author = "setter:Mia";
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_ALLOW, NULL);
}

static void
test_automation_stops_for_state (Fixture *fixture, gconstpointer data)
{
  fixture->context.paused = TRUE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_HOLD, "automation_paused");
  fixture->context.paused = FALSE;

  fixture->context.answered_since = TRUE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_HOLD, "double_reply");
  fixture->context.answered_since = FALSE;

  fixture->context.automatic_in_a_row = ANTE_SEND_MAX_AUTOMATIC_IN_A_ROW;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_HOLD, "automation_cap");
  fixture->context.automatic_in_a_row = 0;

  fixture->lead->is_client = TRUE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_HOLD, "existing_client");
  fixture->lead->is_client = FALSE;

  fixture->lead->no_automation = TRUE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_BLOCK, "no_automation");
  fixture->lead->no_automation = FALSE;

  g_free (fixture->lead->owner);
  fixture->lead->owner = g_strdup ("coach");
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_HOLD, "human_owner");
}

static void
test_nobody_writes_to_who_cannot_receive (Fixture *fixture, gconstpointer data)
{
  fixture->context.author = "coach";
  fixture->lead->cannot_receive = TRUE;
  assert_verdict (fixture, "Hi!", ANTE_VERDICT_BLOCK, "cannot_receive");
}

static void
test_text_is_counted_in_bytes (Fixture *fixture, gconstpointer data)
{
  char text[1002];

  memset (text, 'x', sizeof text);
  text[1000] = '\0';
  assert_verdict (fixture, text, ANTE_VERDICT_ALLOW, NULL);
  text[1000] = 'x';
  text[1001] = '\0';
  assert_verdict (fixture, text, ANTE_VERDICT_BLOCK, "too_long");

  assert_verdict (fixture, " \n ", ANTE_VERDICT_BLOCK, "template_artifact");
  assert_verdict (fixture, "caf\xe9", ANTE_VERDICT_BLOCK, "invalid_text");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/send-rules/automation-may-answer-in-time", test_automation_may_answer_its_lead_in_time);
  ADD ("/send-rules/automation-never-after-24-hours", test_automation_never_sends_after_24_hours);
  ADD ("/send-rules/a-person-is-not-held", test_a_person_is_not_held_by_rules_for_automation);
  ADD ("/send-rules/automation-stops-for-state", test_automation_stops_for_state);
  ADD ("/send-rules/nobody-writes-to-who-cannot-receive", test_nobody_writes_to_who_cannot_receive);
  ADD ("/send-rules/text-is-counted-in-bytes", test_text_is_counted_in_bytes);
  return g_test_run ();
}
