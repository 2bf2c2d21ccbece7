#pragma once

#include <glib.h>

#include "model/ante-types.h"
#include "rules/memory/ante-criterion.h"
#include "rules/memory/ante-talk.h"

G_BEGIN_DECLS

/**
 * AnteMemoryFact:
 * @kind: what it tells
 * @type: (nullable): of an objection, of a sign of fit or of what they were told, which one
 * @text: the words that prove it, on one line
 * @line: the message that they stand in, by its place in the talk
 * @span_start: where they stand there, in characters
 * @span_end: to before this one
 * @confidence: 0 to 1
 * @amount: a number that is part of it; 0 for none
 * @currency: (nullable): of money, as ISO 4217 has it
 * @period: (nullable): of money: once, session, week, month, quarter, term, year
 *
 * Something that the lead has said. There is none without the words that prove it.
 */
typedef struct {
  AnteFactKind kind;
  const char *type;
  char *text;
  guint line;
  guint span_start;
  guint span_end;
  double confidence;
  double amount;
  const char *currency;
  const char *period;
} AnteMemoryFact;

/**
 * AnteMemoryState:
 * @value: one word of a closed list
 * @line: the message that shows it; -1 where the talk as a whole does
 */
typedef struct {
  const char *value;
  int line;
} AnteMemoryState;

/**
 * AnteMemory:
 * @facts: (element-type AnteMemoryFact): what is known of the lead; a kind of which one holds
 * stands here once at most
 * @source: story_reply, reel_comment, dm_ad, keyword, outbound, referral, reactivation, email,
 * webinar, inbound, unknown
 * @booking: none, link_sent, booked, rescheduled, cancelled, no_show, completed
 * @next_step: send_booking_link, wait_for_lead, confirm_call, reschedule, answer_question,
 * ask_qualifying_question, follow_up_later, send_resource, human_review, onboard, close_out
 * @interest: none, low, medium, high
 * @qualification: qualified, not_a_fit, needs_more
 * @met: (element-type utf8): the criteria that are met, by their ids
 * @missing: (element-type utf8): those that are not known to be
 * @disqualifier: (nullable): id of the one that speaks against it
 */
typedef struct {
  GPtrArray *facts;
  AnteMemoryState source;
  AnteMemoryState booking;
  AnteMemoryState next_step;
  AnteMemoryState interest;
  AnteMemoryState qualification;
  GPtrArray *met;
  GPtrArray *missing;
  char *disqualifier;
} AnteMemory;

/**
 * AnteMemoryRefusal:
 * @line: the message, by its place in the talk
 * @type: (nullable): which objection was found in it
 *
 * A person has said that it is none; the next of its kind may be one.
 */
typedef struct {
  guint line;
  const char *type;
} AnteMemoryRefusal;

/**
 * AnteMemoryOrigin:
 * @kind: (nullable): what the wire tells of the first message: story_reply, reel_comment, dm_ad,
 * keyword
 * @keyword: (nullable): the word that was sent
 * @refused: (nullable) (element-type AnteMemoryRefusal): objections that are none
 */
typedef struct {
  const char *kind;
  const char *keyword;
  GArray *refused;
} AnteMemoryOrigin;

AnteMemory *ante_memory_read (const AnteTalk *talk,
                              const AnteMemoryOrigin *origin,
                              const AnteCriteriaSet *criteria);
void ante_memory_free (AnteMemory *self);
/* The first of that kind, and of that type unless it is NULL. */
const AnteMemoryFact *
ante_memory_find (const AnteMemory *self, AnteFactKind kind, const char *type);
/* (nullable): the words that meet a criterion which looks at @field. */
const AnteMemoryFact *ante_memory_find_proof (const AnteMemory *self, AnteCriterionField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteMemory, ante_memory_free)

G_END_DECLS
