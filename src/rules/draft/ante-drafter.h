#pragma once

#include "model/ante-draft.h"
#include "model/ante-fact.h"
#include "model/ante-lead.h"
#include "model/ante-message.h"
#include "rules/memory/ante-memory.h"
#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/**
 * AnteDraftCase:
 * @plan: the playbook that holds
 * @lead: whom it is for
 * @stage: the role of the stage that the lead is in
 * @messages: (element-type AnteMessage): the conversation, oldest first
 * @facts: (nullable) (element-type AnteFact): what is known of the lead, whoever found it
 * @booking_link: (nullable): the coach's own
 * @my_name: (nullable): what the coach is called
 * @region: (nullable): where the lead is: "US-CA"
 * @now: ms
 *
 * Everything that a draft depends on.
 */
typedef struct {
  const AntePlan *plan;
  AnteLead *lead;
  AnteStageRole stage;
  GPtrArray *messages;
  GPtrArray *facts;
  const char *booking_link;
  const char *my_name;
  const char *region;
  gint64 now;
} AnteDraftCase;

/**
 * AnteSilence:
 * @ANTE_SILENCE_NONE: there is a draft
 * @ANTE_SILENCE_NOTHING: the lead has not written since our last answer
 * @ANTE_SILENCE_NO_REPLY_NEEDED: they said thanks
 * @ANTE_SILENCE_JUDGMENT: a person has to look, and is called
 * @ANTE_SILENCE_NO_WORDS: nothing in the playbook says it
 * @ANTE_SILENCE_OFF: the playbook does not let the machine speak there
 */
typedef enum {
  ANTE_SILENCE_NONE,
  ANTE_SILENCE_NOTHING,
  ANTE_SILENCE_NO_REPLY_NEEDED,
  ANTE_SILENCE_JUDGMENT,
  ANTE_SILENCE_NO_WORDS,
  ANTE_SILENCE_OFF,
} AnteSilence;

const char *ante_silence_to_nick (AnteSilence silence);

/**
 * AnteDrafted:
 * @silence: why there is no draft
 * @intent: what the lead is after
 * @confidence: how sure that is, 0 to 1
 * @text: (nullable): the draft
 * @basis: what it was made of, a line each: see #AnteDraft
 * @why: in English: why there is none, or what let it be made
 * @offer: (nullable): id of the offer that they ask about
 * @autonomy: what the playbook lets the machine do with it
 * @review: (nullable): id of the rule that asks for a person
 * @lacks_words: nothing in the playbook says it, and that is all that is wrong
 * @is_fixed: these words and no others: what the machine is, told to whoever asks
 * @burst_at: when the last message that it answers was sent, ms
 * @message_id: row id of that
 */
typedef struct {
  AnteSilence silence;
  AnteIntent intent;
  double confidence;
  char *text;
  char *basis;
  char *why;
  char *offer;
  AnteAutonomy autonomy;
  char *review;
  gboolean lacks_words;
  gboolean is_fixed;
  gint64 burst_at;
  gint64 message_id;
} AnteDrafted;

AnteDrafted *ante_draft_make (const AnteDraftCase *asked);
void ante_drafted_free (AnteDrafted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteDrafted, ante_drafted_free)

G_END_DECLS
