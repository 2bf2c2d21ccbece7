#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/follow-up/ante-follow-up-plan.h"

#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-text.h"

/* Of the last thing that was said, in a reason. */
#define QUOTE_CHARS 120
/* A planned follow-up of nurture, where the playbook has no sequence for it. */
#define NURTURE_DAYS 30

AnteFollowUpReach
ante_follow_up_get_reach (AnteLead *lead, gboolean human_agent, gint64 due_at)
{
  AnteWindow window = ante_window_at (lead, human_agent, due_at);

  switch (window.state) {
  case ANTE_WINDOW_OPEN:
    return ANTE_FOLLOW_UP_REACH_ANY;
  case ANTE_WINDOW_HUMAN:
    return ANTE_FOLLOW_UP_REACH_PERSON;
  case ANTE_WINDOW_NONE:
  case ANTE_WINDOW_CLOSED:
  default:
    return ANTE_FOLLOW_UP_REACH_BY_HAND;
  }
}

char *
ante_follow_up_refuse_ai (
  const AntePlan *plan, AnteLead *lead, AnteStageRole stage, gint64 due_at, gint64 now)
{
  AntePlanCase which = {
    .intent = ANTE_INTENT_FOLLOW_UP, .source = lead->source, .stage = stage, .handle = lead->handle
  };
  g_autofree char *why = NULL;

  if (plan == NULL)
    return g_strdup ("there is no playbook that says what it may do");
  if (lead->no_automation || lead->is_client)
    return g_strdup (lead->is_client ? "clients are written to by a person"
                                     : "you asked that no automation touches this lead");
  if (ante_plan_get_autonomy (plan, &which, &why) == ANTE_AUTONOMY_OFF)
    return g_strdup ("the playbook does not let it follow up");
  if (ante_follow_up_get_reach (lead, FALSE, MAX (due_at, now)) != ANTE_FOLLOW_UP_REACH_ANY)
    return g_strdup ("the reply window will be closed by then: only a person can write");
  return NULL;
}

gboolean
ante_follow_up_is_bare (const char *reason)
{
  static const char *const bare[] = {
    "checking in",
    "just checking in",
    "check in",
    "checkin",
    "touching base",
    "touch base",
    "following up",
    "follow up",
    "just following up",
    "followup",
    "bump",
    "bumping this",
    "ping",
    "hi",
    "hey",
    "any update",
    "any updates",
    "any news",
    "nachfassen",
    "kurz nachfragen",
    "nachhaken",
    "seguimiento",
    "relance",
    NULL,
  };
  g_autofree char *folded = g_utf8_casefold (reason != NULL ? reason : "", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isalnum (c) ||
        (g_unichar_isspace (c) && words->len > 0 && words->str[words->len - 1] != ' '))
      g_string_append_unichar (words, g_unichar_isspace (c) ? ' ' : c);
  }
  g_strchomp (words->str);
  return g_strv_contains (bare, words->str);
}

/* The newest of @author's side that says something in words. */
static AnteMessage *
find_newest (GPtrArray *messages, gboolean ours)
{
  AnteMessage *newest = NULL;

  for (guint i = 0; i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (message->text == NULL || *message->text == '\0' || message->unsent ||
        ante_party_is_us (message->author) != ours)
      continue;
    if (newest == NULL || message->at >= newest->at)
      newest = message;
  }
  return newest;
}

char *
ante_follow_up_propose_reason (GPtrArray *messages)
{
  AnteMessage *theirs = find_newest (messages, FALSE);
  AnteMessage *ours = find_newest (messages, TRUE);
  AnteMessage *told = theirs;
  g_autofree char *quote = NULL;

  /* What we asked and they left open says more than what they said before. */
  if (ours != NULL && (theirs == NULL || ours->at > theirs->at) && strchr (ours->text, '?') != NULL)
    told = ours;
  if (told == NULL)
    told = ours;
  if (told == NULL)
    return g_strdup ("");
  quote = ante_text_one_line (told->text, QUOTE_CHARS);
  return told == ours ? g_strdup_printf ("We asked: “%s”", quote)
                      : g_strdup_printf ("They said: “%s”", quote);
}

static const AntePlanSequence *
find_sequence (const AntePlan *plan, AnteStageRole stage)
{
  for (guint i = 0; plan != NULL && i < plan->sequences->len; i++) {
    const AntePlanSequence *sequence = plan->sequences->pdata[i];

    if (g_strcmp0 (sequence->stage, ante_stage_role_to_nick (stage)) == 0)
      return sequence;
  }
  return NULL;
}

/* The hours of a step are counted from the one before it. */
const AntePlanStep *
ante_follow_up_next_step (
  const AntePlan *plan, AnteStageRole stage, guint step, gint64 from, gint64 *due_at)
{
  static const AntePlanStep nurture = { NURTURE_DAYS * 24.0, (char *) ANTE_PARTY_COACH,
                                        (char *) "Nurture: a month has passed", NULL };
  const AntePlanSequence *sequence = find_sequence (plan, stage);
  const AntePlanStep *next = NULL;

  if (sequence == NULL)
    next = stage == ANTE_STAGE_NURTURE ? &nurture : NULL;
  else if (step < sequence->steps->len)
    next = sequence->steps->pdata[step];
  if (next != NULL)
    *due_at = from + (gint64) (next->hours * ANTE_HOUR_MS);
  return next;
}
