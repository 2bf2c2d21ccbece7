#pragma once

#include "model/ante-draft.h"
#include "rules/guard/ante-playbook.h"
#include "rules/memory/ante-criterion.h"

G_BEGIN_DECLS

/**
 * AntePlanCriterion:
 * @question: (nullable): how it is asked for
 * @weight: how much it counts; 1 unless told
 * @must_have: a lead without it is not qualified
 * @criterion: what meets it
 */
typedef struct {
  char *id;
  char *rule;
  char *question;
  double weight;
  gboolean must_have;
  AnteCriterion *criterion;
} AntePlanCriterion;

/* What a trigger listens to. */
typedef enum {
  ANTE_TRIGGER_WORDS,
  ANTE_TRIGGER_INTENT,
  ANTE_TRIGGER_PERSON,
  ANTE_TRIGGER_SILENCE,
  ANTE_TRIGGER_LOW_CONFIDENCE,
} AnteTriggerKind;

/**
 * AntePlanTrigger:
 * @words: for words: any of them
 * @intent: for an intent
 * @people: for people: handles, without "@"
 * @hours: for silence: how long nobody has answered
 * @confidence: for low confidence: below this, 0 to 1
 * @why: (nullable): what the coach is told
 *
 * What brings a conversation to the coach.
 */
typedef struct {
  char *id;
  AnteTriggerKind kind;
  char **words;
  AnteIntent intent;
  char **people;
  double hours;
  double confidence;
  char *why;
} AntePlanTrigger;

/**
 * AntePlanScope:
 * @intent: -1 for any
 * @source: an #AnteSourceKind; -1 for any
 * @stage: (nullable): role of a stage, as its nick
 * @offer: (nullable): id of an offer that the lead asks about
 * @person: (nullable): handle of the lead, without "@"
 *
 * Which conversations something is about: all that is told must hold.
 */
typedef struct {
  int intent;
  int source;
  char *stage;
  char *offer;
  char *person;
} AntePlanScope;

/**
 * AntePlanNarrowing:
 * @at_most: what is allowed there, whatever the intent's own permission
 */
typedef struct {
  AntePlanScope scope;
  AnteAutonomy at_most;
  char *why;
} AntePlanNarrowing;

/**
 * AntePlanReview:
 * @first_reply: only our first answer to them
 *
 * A condition under which a person looks at a draft, whatever is allowed.
 */
typedef struct {
  char *id;
  AntePlanScope scope;
  gboolean first_reply;
  char *why;
} AntePlanReview;

/**
 * AntePlanStep:
 * @hours: after the one before it, or after the conversation went quiet
 * @led_by: "ai", "setter" or "coach"
 * @reason: why it is followed up
 * @text: (nullable): what is said
 */
typedef struct {
  double hours;
  char *led_by;
  char *reason;
  char *text;
} AntePlanStep;

/**
 * AntePlanSequence:
 * @stage: role of the stage, as its nick
 * @steps: (element-type AntePlanStep)
 */
typedef struct {
  char *stage;
  GPtrArray *steps;
} AntePlanSequence;

/**
 * AntePlanReply:
 * @intent: what it answers; -1 where its words alone decide
 * @words: words of a lead's message that it answers
 * @source: an #AnteSourceKind; -1 for any
 * @offer: (nullable): id of an offer
 * @text: with what stands for other words: see ante-saved-reply.h
 *
 * A saved reply; and an opener, for which @source says to whom.
 */
typedef struct {
  char *id;
  char *name;
  int intent;
  char **words;
  int source;
  char *offer;
  char *text;
} AntePlanReply;

typedef struct {
  char *region; /* "US-CA", "DE", "*" */
  char *text;
} AntePlanDisclosure;

/**
 * AntePlan:
 * @profile: what the guard asks for
 * @greeting: (nullable): how the coach says hello
 * @phrases: what the coach likes to say
 * @criteria: (element-type AntePlanCriterion): in the order in which they are asked for
 * @disqualifiers: (element-type AntePlanCriterion)
 * @triggers: (element-type AntePlanTrigger)
 * @sequences: (element-type AntePlanSequence)
 * @reviews: (element-type AntePlanReview)
 * @narrowings: (element-type AntePlanNarrowing)
 * @in_a_row: most automatic messages before the lead answers
 * @a_day: most automatic messages to one lead in a day; 0 for any number
 * @hold_minutes: how long what leaves by itself can be taken back
 * @wait_seconds: how long a lead has to be quiet to have finished
 * @quiet_from: minutes of the day from which nothing leaves by itself; -1 for no quiet hours
 * @quiet_zone: (nullable): "lead", or the name of a zone; the computer's where there is none
 * @disclosures: (element-type AntePlanDisclosure)
 * @replies: (element-type AntePlanReply)
 * @openers: (element-type AntePlanReply)
 * @booking_link: (nullable)
 * @booking_text: (nullable): what is said with it
 * @reviewed: (element-type utf8 gint): section to the day (yyyymmdd) on which it was last looked at
 * @review_days: after how many days a section is to be looked at again
 *
 * All that stands in a playbook. Read once, never changed.
 */
typedef struct {
  AntePlaybook *profile;
  char *greeting;
  char **phrases;
  GPtrArray *criteria;
  GPtrArray *disqualifiers;
  GPtrArray *triggers;
  GPtrArray *sequences;
  GPtrArray *reviews;
  AnteAutonomy permissions[ANTE_N_INTENTS];
  GPtrArray *narrowings;
  guint in_a_row;
  guint a_day;
  guint hold_minutes;
  guint wait_seconds;
  int quiet_from;
  int quiet_until;
  char *quiet_zone;
  GPtrArray *disclosures;
  GPtrArray *replies;
  GPtrArray *openers;
  char *booking_link;
  char *booking_text;
  GHashTable *reviewed;
  guint review_days;
} AntePlan;

/* What is wrong is named by its path in @error; ante_playbook_doc_check() tells all of it. */
AntePlan *ante_plan_parse (const char *json, gssize length, GError **error);
AntePlan *ante_plan_new (void);
void ante_plan_free (AntePlan *self);

/* (transfer full): as the extractor wants them: what must be met, and what speaks against a lead.
 */
AnteCriteriaSet *ante_plan_build_criteria (const AntePlan *self);
const AnteOffer *ante_plan_find_offer (const AntePlan *self, const char *id);

/**
 * AntePlanCase:
 * @offer: (nullable): id of the offer that they ask about
 * @first_reply: nobody of ours has answered them yet
 *
 * One conversation, for the questions below.
 */
typedef struct {
  AnteIntent intent;
  AnteSourceKind source;
  AnteStageRole stage;
  const char *offer;
  const char *handle;
  gboolean first_reply;
} AntePlanCase;

/* What the machine may do there; @why (out) (transfer full) says what decided, in English. */
AnteAutonomy ante_plan_get_autonomy (const AntePlan *self, const AntePlanCase *which, char **why);
/* (nullable): the rule that asks for a person there. */
const AntePlanReview *ante_plan_find_review (const AntePlan *self, const AntePlanCase *which);

/* (nullable): the trigger that a message of the lead pulls, by its words, its intent or who they
 * are. */
const AntePlanTrigger *ante_plan_find_trigger (const AntePlan *self,
                                               AnteIntent intent,
                                               const char *handle,
                                               const char *const *lead_messages);

/* Whether nothing leaves by itself at @now; @until (out) is when that ends, ms. @lead_zone:
 * (nullable). */
gboolean
ante_plan_is_quiet (const AntePlan *self, gint64 now, const char *lead_zone, gint64 *until);

/* (nullable): the line that says what is writing, for where a lead is. */
const char *ante_plan_find_disclosure (const AntePlan *self, const char *region);

/**
 * AntePlanGap:
 * @section: "escalation", "offers", "voice"
 * @what: what is missing there, in English
 */
typedef struct {
  const char *section;
  const char *what;
} AntePlanGap;

/* (element-type AntePlanGap): what has to be filled in before anything may leave by itself; empty
 * when nothing is missing. */
GArray *ante_plan_find_gaps (const AntePlan *self);

/* What is looked at again from time to time. */
extern const char *const ante_plan_sections[];
/* (transfer container): names of sections that were not looked at for too long at @now, ms. */
GPtrArray *ante_plan_find_stale (const AntePlan *self, gint64 now);
/* Days since; -1 for never. */
int ante_plan_get_age (const AntePlan *self, const char *section, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePlan, ante_plan_free)

G_END_DECLS
