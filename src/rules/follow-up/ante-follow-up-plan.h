#pragma once

#include "model/ante-follow-up.h"
#include "model/ante-message.h"
#include "rules/ante-window.h"
#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/**
 * AnteFollowUpReach:
 * @ANTE_FOLLOW_UP_REACH_ANY: at that time anybody may still write, automation too
 * @ANTE_FOLLOW_UP_REACH_PERSON: a person may, by the human-agent tag
 * @ANTE_FOLLOW_UP_REACH_BY_HAND: only in Instagram itself
 *
 * How a lead can be written to at the time for which a follow-up is planned, if they do not write
 * before.
 */
typedef enum {
  ANTE_FOLLOW_UP_REACH_ANY,
  ANTE_FOLLOW_UP_REACH_PERSON,
  ANTE_FOLLOW_UP_REACH_BY_HAND,
} AnteFollowUpReach;

AnteFollowUpReach ante_follow_up_get_reach (AnteLead *lead, gboolean human_agent, gint64 due_at);

/* (transfer full) (nullable): why the AI cannot lead a follow-up of @lead at @due_at, in English;
 * %NULL where it can. @plan: (nullable): no playbook, no AI. */
char *ante_follow_up_refuse_ai (
  const AntePlan *plan, AnteLead *lead, AnteStageRole stage, gint64 due_at, gint64 now);

/* It says that one checks in, and nothing of why. */
gboolean ante_follow_up_is_bare (const char *reason);

/* (transfer full): what the last exchange gives for a reason; "" where it gives none.
 * @messages: (element-type AnteMessage): in any order. */
char *ante_follow_up_propose_reason (GPtrArray *messages);

/* What comes after step @step (0: none yet) of the sequence for leads in @stage; %NULL: nothing.
 * @due_at (out): when, counted from @from. */
const AntePlanStep *ante_follow_up_next_step (
  const AntePlan *plan, AnteStageRole stage, guint step, gint64 from, gint64 *due_at);

/**
 * AnteFollowUpWish:
 * @due_at: when they want to hear from us, ms
 * @start: where the words that say so begin in the message, in characters
 * @end: to before this one
 *
 * "Message me in March".
 */
typedef struct {
  gint64 due_at;
  guint start;
  guint end;
} AnteFollowUpWish;

/* Whether a lead asks in @text, written at @at, to be written to at another time. */
gboolean
ante_follow_up_find_wish (const char *text, gint64 at, GTimeZone *zone, AnteFollowUpWish *wish);

G_END_DECLS
