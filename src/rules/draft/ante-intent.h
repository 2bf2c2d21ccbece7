#pragma once

#include "model/ante-draft.h"
#include "rules/memory/ante-memory.h"

G_BEGIN_DECLS

/**
 * AnteIntentReading:
 * @intent: what the lead is after
 * @confidence: 0 to 1; low where nothing known was found
 *
 * What a burst of messages wants.
 */
typedef struct {
  AnteIntent intent;
  double confidence;
} AnteIntentReading;

/**
 * ante_intent_read:
 * @talk: the conversation, its tongues found
 * @first: the first message of the burst, which goes on to the end
 * @memory: what was read in it
 *
 * Complaints and what needs judgment are for the guard to find; here they count as what they are
 * worded as.
 */
AnteIntentReading ante_intent_read (const AnteTalk *talk, guint first, const AnteMemory *memory);

G_END_DECLS
