#pragma once

#include "model/ante-fact.h"
#include "model/ante-lead.h"
#include "model/ante-message.h"
#include "model/ante-records.h"
#include "model/ante-stage.h"
#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/*
 * What a coach reads before a call: one page, in a fixed order, each line with where it comes from.
 * Made of what is known and said alone, by rules: nothing is asked of a model, nothing made up.
 */

/* A brief says no more words than this, whatever the conversation holds. */
#define ANTE_BRIEF_MAX_WORDS 330

/**
 * AnteBriefPart:
 *
 * The sections, in the order in which they are read.
 */
typedef enum {
  ANTE_BRIEF_WHY,
  ANTE_BRIEF_WHO,
  ANTE_BRIEF_WANTS,
  ANTE_BRIEF_FIT,
  ANTE_BRIEF_OBJECTIONS,
  ANTE_BRIEF_TOLD,
  ANTE_BRIEF_LAST_CALL,
  ANTE_BRIEF_OPENING,
  ANTE_BRIEF_DATES,
  ANTE_BRIEF_N_PARTS,
} AnteBriefPart;

/**
 * AnteBriefSource:
 * @ANTE_BRIEF_FROM_NOTHING: that nothing is known rests on nothing
 * @ANTE_BRIEF_FROM_MESSAGE: words of a message: @mid and @message_id say which
 * @ANTE_BRIEF_FROM_PERSON: one of us typed it: @party says who
 * @ANTE_BRIEF_FROM_RECORD: Anteroom's own history, or Instagram's profile
 * @ANTE_BRIEF_FROM_PLAYBOOK: the coach's own playbook
 * @ANTE_BRIEF_FROM_CALENDAR: the booking
 * @ANTE_BRIEF_FROM_RULE: advice, derived from the lines above
 */
typedef enum {
  ANTE_BRIEF_FROM_NOTHING,
  ANTE_BRIEF_FROM_MESSAGE,
  ANTE_BRIEF_FROM_PERSON,
  ANTE_BRIEF_FROM_RECORD,
  ANTE_BRIEF_FROM_PLAYBOOK,
  ANTE_BRIEF_FROM_CALENDAR,
  ANTE_BRIEF_FROM_RULE,
} AnteBriefSource;

/**
 * AnteBriefMarks:
 * @ANTE_BRIEF_UNCONFIRMED: read out of the conversation, and nobody said yes to it yet
 * @ANTE_BRIEF_BY_AI: found by a model
 *
 * What is also shown and printed of a line, always.
 */
typedef enum {
  ANTE_BRIEF_UNCONFIRMED = 1 << 0,
  ANTE_BRIEF_BY_AI = 1 << 1,
} AnteBriefMarks;

/**
 * AnteBriefLine:
 * @part: its section
 * @label: (nullable): what it tells, in a word or two: "Goal", "Met", "Open"
 * @text: on one line; foreign text where it is a quote
 * @is_quote: those are somebody's own words
 * @source: what it rests on
 * @message_id: row id of the message that shows it; 0 for none
 * @mid: (nullable): Instagram's id of that
 * @fact_id: row id of the fact that it tells; 0 for none
 * @party: (nullable): who said or typed it: see ante-party.h
 * @at: when that was, ms; 0 where that means nothing
 * @when: (nullable): the same in words of the day: "12 Nov"
 * @marks: #AnteBriefMarks
 * @priority: the higher, the longer it stays when room is short
 * @rank: its place among all lines by priority, from 1
 */
typedef struct {
  AnteBriefPart part;
  char *label;
  char *text;
  gboolean is_quote;
  AnteBriefSource source;
  gint64 message_id;
  char *mid;
  gint64 fact_id;
  char *party;
  gint64 at;
  char *when;
  guint marks;
  int priority;
  guint rank;
} AnteBriefLine;

/**
 * AnteBrief:
 * @lead_id: row id of the lead
 * @name: whom it is about, as far as that is to be seen
 * @handle: (nullable): with "@"; %NULL where it is not to be seen
 * @call: (nullable): when the call is, in words
 * @call_link: (nullable): where it is held
 * @lines: (element-type AnteBriefLine): in the order of the sections; a section without lines is
 * not there
 * @is_booked: a call is booked, so that the first line tells why they did
 * @shown: how many of the lines are shown, by their rank: as many as the limit of words lets in
 * @least: so many cannot be left out, however short the room
 * @n_known: how many of what one wants to know is known: see ante-known.h
 * @n_wanted: of how many
 * @completeness: "6 of 7, budget missing"
 * @missing: (element-type AnteFactKind): those that are missing
 * @now: when it was made, ms
 */
typedef struct {
  gint64 lead_id;
  char *name;
  char *handle;
  char *call;
  char *call_link;
  GPtrArray *lines;
  gboolean is_booked;
  guint shown;
  guint least;
  guint n_known;
  guint n_wanted;
  char *completeness;
  GArray *missing;
  gint64 now;
} AnteBrief;

/**
 * AnteBriefCall:
 * @start: ms
 * @end: ms; 0 where it is not known
 * @zone: (nullable): Olson name of the zone that the lead booked in
 * @title: (nullable): what the calendar calls it
 * @link: (nullable): where it is held
 *
 * The call that the brief is for.
 */
typedef struct {
  gint64 start;
  gint64 end;
  char *zone;
  char *title;
  char *link;
} AnteBriefCall;

/**
 * AnteBriefPastCall:
 * @at: when it was, ms
 * @outcome: (nullable): what came of it, in words
 * @notes: (nullable): what the coach wrote down
 *
 * The last call that was held, or should have been.
 */
typedef struct {
  gint64 at;
  char *outcome;
  char *notes;
} AnteBriefPastCall;

/**
 * AnteBriefInput:
 * @lead: whom it is about
 * @stages: (nullable) (element-type AnteStage): all of them
 * @messages: (nullable) (element-type AnteMessage): of the conversation, oldest first: the newest,
 * the first one, and all that facts name
 * @facts: (nullable) (element-type AnteFact): what is known, in whatever state, oldest first
 * @touches: (nullable) (element-type AnteTouch): oldest first
 * @events: (nullable) (element-type AnteEvent): of the lead, in any order
 * @plan: (nullable): the playbook that holds
 * @call: (nullable)
 * @last_call: (nullable)
 * @now: ms
 * @zone: where the coach is
 * @is_private: without surname and handle
 *
 * Everything that a brief depends on.
 */
typedef struct {
  AnteLead *lead;
  GPtrArray *stages;
  GPtrArray *messages;
  GPtrArray *facts;
  GPtrArray *touches;
  GPtrArray *events;
  const AntePlan *plan;
  const AnteBriefCall *call;
  const AnteBriefPastCall *last_call;
  gint64 now;
  GTimeZone *zone;
  gboolean is_private;
} AnteBriefInput;

AnteBrief *ante_brief_compose (const AnteBriefInput *input);
void ante_brief_free (AnteBrief *self);

/* The word for it in JSON. */
const char *ante_brief_part_to_nick (AnteBriefPart part);
const char *ante_brief_source_to_nick (AnteBriefSource source);
const char *ante_brief_get_title (const AnteBrief *self, AnteBriefPart part);

/* Whether a line is there when only the first @shown of all by their rank are. */
gboolean ante_brief_line_is_shown (const AnteBriefLine *line, guint shown);
/* (transfer full): its words as they are read, quotes in quotation marks; foreign text isolated. */
char *ante_brief_line_dup_text (const AnteBriefLine *line);
/* (transfer full) (nullable): what it rests on: "12 Nov", "typed by Coach", "playbook". */
char *ante_brief_line_dup_source (const AnteBriefLine *line);
/* (nullable): the mark that stands behind it: see ante_brief_dup_legend(). */
const char *ante_brief_line_get_mark (const AnteBriefLine *line);

/* (transfer full) (nullable): "2 more quotes in the app"; NULL where all is shown. */
char *ante_brief_dup_rest (const AnteBrief *self, guint shown);
/* (transfer full) (nullable): what the marks mean that stand there; NULL where none does. */
char *ante_brief_dup_legend (const AnteBrief *self, guint shown);
guint ante_brief_count_words (const AnteBrief *self, guint shown);
guint ante_brief_get_reading_seconds (const AnteBrief *self, guint shown);
/* (transfer full): "reads in 1 minute". */
char *ante_brief_dup_reading_time (const AnteBrief *self, guint shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBrief, ante_brief_free)

G_END_DECLS
