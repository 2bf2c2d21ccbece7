#include "config.h"

#include "test-plan.h"

#include "model/ante-party.h"
#include "rules/ante-judge.h"

#include <string.h>

/* 2026-11-20 09:00 UTC */
#define NOW G_GINT64_CONSTANT (1795165200000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)

typedef struct {
  AntePlan *plan;
  AnteLead *lead;
  AnteJudgeCase judged;
} Fixture;

static const char *const harmless[] = { "Hello, what do you do?", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = test_plan ("\"caps\": {\"automatic_per_day\": 2}");
  fixture->lead = ante_lead_new ();
  fixture->lead->id = 7;
  fixture->lead->owner = g_strdup (ANTE_PARTY_AI);
  fixture->lead->last_lead_at = NOW - HOUR_MS;
  fixture->judged = (AnteJudgeCase){
    .send = { .lead = fixture->lead, .author = ANTE_PARTY_AI, .now = NOW },
    .text = "I help people make pots. What brings you here?",
    .plan = fixture->plan,
    .playbook_id = 4,
    .playbook_version = 3,
    .lead_messages = harmless,
    .n_burst = 1,
    .stage = ANTE_STAGE_ACTIVE,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ante_plan_free (fixture->plan);
  g_object_unref (fixture->lead);
}

static void
assert_judged (const AnteJudgeCase *judged, gboolean may_leave, const char *rule)
{
  g_autoptr (AnteJudgement) judgement = ante_judge (judged);

  g_test_message ("%s", judgement->receipt->body);
  g_assert_cmpint (judgement->may_leave, ==, may_leave);
  g_assert_cmpint (ante_verdict_has (judgement->verdict, rule != NULL ? rule : ""), ==,
                   rule != NULL);
  if (judgement->receipt->automatic)
    g_assert_cmpint (judgement->receipt->kind == ANTE_VERDICT_ALLOW, ==, may_leave);
}

static void
test_every_rule_lets_an_automaton_through (Fixture *fixture, gconstpointer data)
{
  AnteJudgeCase *judged = &fixture->judged;

  assert_judged (judged, TRUE, NULL);
  judged->text = "Quiet Kiln is 250 euros.";
  assert_judged (judged, FALSE, "price_mismatch");
  judged->text = "What brings you here?";
  judged->send.paused = TRUE;
  assert_judged (judged, FALSE, "automation_paused");
  judged->send.paused = FALSE;
  judged->automatic_today = 2;
  assert_judged (judged, FALSE, "daily_cap");
  judged->automatic_today = 0;
  judged->send.automatic_in_a_row = 3;
  assert_judged (judged, FALSE, "automation_cap");
  judged->send.automatic_in_a_row = 0;
  fixture->lead->last_lead_at = NOW - 30 * HOUR_MS;
  assert_judged (judged, FALSE, "window_closed");
}

static void
test_without_a_playbook_nothing_automatic_leaves (Fixture *fixture, gconstpointer data)
{
  fixture->judged.plan = NULL;
  fixture->judged.playbook_id = fixture->judged.playbook_version = 0;
  assert_judged (&fixture->judged, FALSE, "no_playbook");
  fixture->judged.send.author = ANTE_PARTY_COACH;
  assert_judged (&fixture->judged, TRUE, NULL);
}

/* A person is warned and not stopped; the rules of state stop them as ever. */
static void
test_person_is_warned (Fixture *fixture, gconstpointer data)
{
  static const char *const crisis[] = { "I want to kill myself", NULL };
  AnteJudgeCase *judged = &fixture->judged;

  judged->send.author = ANTE_PARTY_COACH;
  judged->send.paused = TRUE;
  judged->text = "Quiet Kiln is 250 euros.";
  assert_judged (judged, TRUE, "price_mismatch");
  judged->lead_messages = crisis;
  judged->text = "I am here. Please call somebody who can be with you.";
  assert_judged (judged, TRUE, NULL);
  judged->text = "Quiet Kiln is 330 euros.";
  assert_judged (judged, TRUE, "sensitive_pitch");
  fixture->lead->last_lead_at = NOW - 30 * HOUR_MS;
  assert_judged (judged, FALSE, "window_closed");
}

/* Whoever asked for a person before our last answer does not ask any more; a crisis does not pass.
 */
static void
test_some_signs_pass (Fixture *fixture, gconstpointer data)
{
  static const char *const asked[] = { "Can I talk to a real person?", "Thanks. What do you do?",
                                       NULL };
  static const char *const crisis[] = { "I want to kill myself", "What do you do?", NULL };

  fixture->judged.lead_messages = asked;
  assert_judged (&fixture->judged, TRUE, NULL);
  fixture->judged.n_burst = 2;
  assert_judged (&fixture->judged, FALSE, "human_requested");
  fixture->judged.n_burst = 1;
  fixture->judged.lead_messages = crisis;
  assert_judged (&fixture->judged, FALSE, "crisis");
}

static const AnteReceiptLine *
find_line (const AnteReceiptView *view, const char *category)
{
  for (guint i = 0; i < view->lines->len; i++) {
    const AnteReceiptLine *line = view->lines->pdata[i];

    if (g_strcmp0 (line->category, category) == 0)
      return line;
  }
  return NULL;
}

static void
test_receipt_tells_every_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteJudgement) judgement = NULL;
  g_autoptr (AnteReceiptView) view = NULL;
  const AnteReceiptLine *line = NULL;

  fixture->judged.text = "Sure, it is 250 euros.";
  fixture->judged.basis = "reply price\nmemory goal";
  fixture->judged.why = "price is set to draft";
  judgement = ante_judge (&fixture->judged);
  view = ante_receipt_view_new (judgement->receipt->body);

  g_assert_cmpint (view->playbook_version, ==, 3);
  g_assert_cmpstr (view->engine, ==, ANTE_GUARD_ENGINE);
  g_assert_cmpstr (view->why, ==, "price is set to draft");
  g_assert_cmpstr (view->basis[1], ==, "memory goal");
  line = view->lines->pdata[0];
  g_assert_cmpstr (line->category, ==, "price_mismatch");
  g_assert_cmpint (line->kind, ==, ANTE_VERDICT_BLOCK);
  g_assert_cmpstr (line->excerpt, ==, "250 euros");
  g_assert_cmpuint (line->start, ==, strlen ("Sure, it is "));
  g_assert_cmpint (find_line (view, "crisis")->kind, ==, ANTE_VERDICT_ALLOW);
  g_assert_cmpuint (view->lines->len, >=, judgement->guard->runs->len);
  g_assert_null (ante_receipt_view_new ("[]"));
}

/* What stands in never_promise is blocked, and may be denied. */
static void
test_never_promised (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AntePlaybookDoc) doc = test_doc ("");
  static const char *const never[] = { "kiln wizardry", NULL };

  ante_playbook_doc_set_texts (doc, "offers[0].never_promise", never);
  ante_plan_free (fixture->plan);
  fixture->judged.plan = fixture->plan = ante_playbook_doc_read (doc, NULL);
  fixture->judged.text = "You get kiln wizardry from week one.";
  assert_judged (&fixture->judged, FALSE, "never_promise");
  fixture->judged.text = "I can't promise kiln wizardry. What brings you here?";
  assert_judged (&fixture->judged, TRUE, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/judge/every-rule-for-an-automaton", test_every_rule_lets_an_automaton_through);
  ADD ("/judge/nothing-automatic-without-a-playbook",
       test_without_a_playbook_nothing_automatic_leaves);
  ADD ("/judge/person-is-warned", test_person_is_warned);
  ADD ("/judge/some-signs-pass", test_some_signs_pass);
  ADD ("/judge/receipt-tells-every-rule", test_receipt_tells_every_rule);
  ADD ("/judge/never-promised", test_never_promised);
  return g_test_run ();
}
