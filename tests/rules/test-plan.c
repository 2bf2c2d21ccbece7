#include "config.h"

#include "test-plan.h"

#include <string.h>

#define HOUR_MS G_GINT64_CONSTANT (3600000)
/* 2026-11-20 09:00 UTC */
#define NOW G_GINT64_CONSTANT (1795165200000)

static AnteAutonomy
autonomy (const AntePlan *plan, AnteIntent intent, AnteSourceKind source, const char *handle)
{
  AntePlanCase which = { intent, source, ANTE_STAGE_QUALIFYING, NULL, handle, FALSE };

  return ante_plan_get_autonomy (plan, &which, NULL);
}

static void
test_narrowing_only_narrows (void)
{
  g_autoptr (AntePlan) plan = test_plan (
    "\"permissions\": {\"otherwise\": \"draft\", \"intents\": {\"greeting\": \"auto\", "
    "\"complaint\":"
    " \"off\"}, \"narrow\": [{\"source\": \"referral\", \"at_most\": \"draft\"}, {\"person\": "
    "\"@Mia.k\", \"at_most\": \"off\"}]}");

  g_assert_cmpint (autonomy (plan, ANTE_INTENT_GREETING, ANTE_SOURCE_COMMENT, "zoe"), ==,
                   ANTE_AUTONOMY_AUTO);
  g_assert_cmpint (autonomy (plan, ANTE_INTENT_GREETING, ANTE_SOURCE_REFERRAL, "zoe"), ==,
                   ANTE_AUTONOMY_DRAFT);
  g_assert_cmpint (autonomy (plan, ANTE_INTENT_PRICE, ANTE_SOURCE_COMMENT, "zoe"), ==,
                   ANTE_AUTONOMY_DRAFT);
  g_assert_cmpint (autonomy (plan, ANTE_INTENT_COMPLAINT, ANTE_SOURCE_REFERRAL, "zoe"), ==,
                   ANTE_AUTONOMY_OFF);
  g_assert_cmpint (autonomy (plan, ANTE_INTENT_GREETING, ANTE_SOURCE_REFERRAL, "mia.k"), ==,
                   ANTE_AUTONOMY_OFF);
}

static void
test_nothing_is_automatic_unless_told (void)
{
  g_autoptr (AntePlan) plan = test_plan ("");

  for (guint i = 0; i < ANTE_N_INTENTS; i++)
    g_assert_cmpint (autonomy (plan, (AnteIntent) i, ANTE_SOURCE_UNKNOWN, NULL), ==,
                     ANTE_AUTONOMY_DRAFT);
}

static void
test_review_of_first_reply_to_a_referral (void)
{
  g_autoptr (AntePlan) plan = test_plan (
    "\"human_review\": [{\"id\": \"r\", \"source\": \"referral\", \"first_reply\": true}]");
  AntePlanCase which = { .intent = ANTE_INTENT_GREETING,
                         .source = ANTE_SOURCE_REFERRAL,
                         .stage = ANTE_STAGE_NEW_INBOUND,
                         .first_reply = TRUE };

  g_assert_cmpstr (ante_plan_find_review (plan, &which)->id, ==, "r");
  which.first_reply = FALSE;
  g_assert_null (ante_plan_find_review (plan, &which));
  which.first_reply = TRUE;
  which.source = ANTE_SOURCE_COMMENT;
  g_assert_null (ante_plan_find_review (plan, &which));
}

static void
test_triggers_listen (void)
{
  g_autoptr (AntePlan) plan = test_plan (
    "\"escalation_triggers\": [{\"id\": \"w\", \"when\": \"words\", \"words\": [\"slipped "
    "disc\"]}, "
    "{\"id\": \"i\", \"when\": \"intent\", \"intent\": \"complaint\"}, {\"id\": \"p\", \"when\": "
    "\"person\", \"people\": [\"@the.press\"]}]");
  static const char *const plain[] = { "How much is it?", NULL };
  static const char *const disc[] = { "hi", "I had a Slipped Disc", NULL };
  static const char *const apart[] = { "my disc slipped", NULL };

  g_assert_null (ante_plan_find_trigger (plan, ANTE_INTENT_PRICE, "zoe", plain));
  g_assert_null (ante_plan_find_trigger (plan, ANTE_INTENT_PRICE, "zoe", apart));
  g_assert_cmpstr (ante_plan_find_trigger (plan, ANTE_INTENT_PRICE, "zoe", disc)->id, ==, "w");
  g_assert_cmpstr (ante_plan_find_trigger (plan, ANTE_INTENT_COMPLAINT, "zoe", plain)->id, ==, "i");
  g_assert_cmpstr (ante_plan_find_trigger (plan, ANTE_INTENT_PRICE, "The.Press", plain)->id, ==,
                   "p");
}

static void
test_quiet_hours_go_over_midnight (void)
{
  g_autoptr (AntePlan) plan =
    test_plan ("\"quiet_hours\": {\"from\": \"21:30\", \"until\": \"08:00\", \"zone\": \"lead\"}");
  gint64 until = 0;

  /* 09:00 in UTC: open there, night in Los Angeles (01:00). */
  g_assert_false (ante_plan_is_quiet (plan, NOW, "UTC", &until));
  g_assert_true (ante_plan_is_quiet (plan, NOW, "America/Los_Angeles", &until));
  g_assert_cmpint (until, ==, NOW + 7 * HOUR_MS);
  g_assert_true (ante_plan_is_quiet (plan, NOW + 13 * HOUR_MS, "UTC", &until));
  g_assert_cmpint (until, ==, NOW + 23 * HOUR_MS);
}

static void
test_nearest_disclosure (void)
{
  g_autoptr (AntePlan) plan = test_plan (
    "\"disclosure\": [{\"region\": \"*\", \"text\": \"all\"}, {\"region\": \"US\", \"text\":"
    " \"states\"}, {\"region\": \"US-CA\", \"text\": \"california\"}]");

  g_assert_cmpstr (ante_plan_find_disclosure (plan, "US-CA"), ==, "california");
  g_assert_cmpstr (ante_plan_find_disclosure (plan, "US-NY"), ==, "states");
  g_assert_cmpstr (ante_plan_find_disclosure (plan, "AT"), ==, "all");
  g_assert_cmpstr (ante_plan_find_disclosure (plan, NULL), ==, "all");
}

/* What is missing, as "offers voice", of a document in which @from reads @to. */
static char *
gaps_with (const char *from, const char *to)
{
  const char *found = strstr (TEST_PLAN_HEAD, from);
  g_autofree char *json = NULL;
  g_autoptr (AntePlan) plan = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);

  g_assert_nonnull (found);
  json = g_strdup_printf ("%.*s%s%s}", (int) (found - TEST_PLAN_HEAD), TEST_PLAN_HEAD, to,
                          found + strlen (from));
  plan = ante_plan_parse (json, -1, &error);
  g_assert_no_error (error);
  gaps = ante_plan_find_gaps (plan);
  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? " " : "",
                            g_array_index (gaps, AntePlanGap, i).section);
  return g_string_free (told, FALSE);
}

static void
test_auto_is_locked_until_filled_in (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *missing;
  } changes[] = {
    { "\"crisis\"", "\"crisis\"", "" },
    { "\"minor\", ", "", "escalation" },
    { "[\"crisis\", \"minor\", \"eating_disorder\", \"human_requested\"]", "[]", "escalation" },
    { "{\"kind\": \"full\", \"amount\": 330, \"currency\": \"EUR\"}", "", "offers" },
    { "\"id\": \"k\"", "\"id\": \"k\", \"example\": true", "offers" },
    { "{\"max_chars\": 300, \"banned_phrases\": [\"muddy buddy\"]}", "{}", "voice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *missing = gaps_with (changes[i].from, changes[i].to);

    g_assert_cmpstr (missing, ==, changes[i].missing);
  }
}

static void
test_sections_grow_old (void)
{
  g_autoptr (AntePlan) plan =
    test_plan ("\"last_reviewed\": {\"offers\": \"2026-10-20\", \"voice\": "
               "\"2026-11-19\"}");
  g_autoptr (GPtrArray) stale = ante_plan_find_stale (plan, NOW);

  g_assert_cmpint (ante_plan_get_age (plan, "offers", NOW), ==, 31);
  g_assert_cmpint (ante_plan_get_age (plan, "escalation", NOW), ==, -1);
  g_assert_cmpuint (stale->len, ==, 1);
  g_assert_cmpstr (stale->pdata[0], ==, "offers");
}

static void
test_criteria_are_what_the_extractor_wants (void)
{
  g_autoptr (AntePlan) plan = test_plan (
    "\"qualification\": {\"criteria\": [{\"id\": \"budget\", \"rule\": \"can pay\", \"field\": "
    "\"budget\", \"comparison\": \"at-least\", \"value\": 150}, {\"id\": \"goal\", \"rule\": \"has "
    "a "
    "goal\", \"must_have\": false}], \"disqualifiers\": [{\"id\": \"minor\", \"rule\": \"younger "
    "than "
    "18\"}]}");
  g_autoptr (AnteCriteriaSet) set = ante_plan_build_criteria (plan);
  const AnteCriterion *budget = set->required->pdata[0];

  g_assert_cmpuint (plan->criteria->len, ==, 2);
  g_assert_cmpuint (set->required->len, ==, 1);
  g_assert_cmpint (budget->field, ==, ANTE_CRITERION_BUDGET);
  g_assert_cmpfloat (budget->low, >, 149);
  g_assert_cmpuint (set->disqualifiers->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/narrowing-only-narrows", test_narrowing_only_narrows);
  g_test_add_func ("/plan/nothing-is-automatic-unless-told", test_nothing_is_automatic_unless_told);
  g_test_add_func ("/plan/review-of-first-reply", test_review_of_first_reply_to_a_referral);
  g_test_add_func ("/plan/triggers-listen", test_triggers_listen);
  g_test_add_func ("/plan/quiet-hours-go-over-midnight", test_quiet_hours_go_over_midnight);
  g_test_add_func ("/plan/nearest-disclosure", test_nearest_disclosure);
  g_test_add_func ("/plan/auto-is-locked-until-filled-in", test_auto_is_locked_until_filled_in);
  g_test_add_func ("/plan/sections-grow-old", test_sections_grow_old);
  g_test_add_func ("/plan/criteria-for-the-extractor", test_criteria_are_what_the_extractor_wants);
  return g_test_run ();
}
