#pragma once

#include "model/ante-fact.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

/*
 * What a lead must have before it comes into a stage. Requirements are words: nicks of facts that
 * must be known, and these two.
 */
#define ANTE_GATE_NEXT_STEP                                                                        \
  "next-step"                     /* what is to be done next, or a call, with a date ahead         \
                                   */
#define ANTE_GATE_REASON "reason" /* why the lead is moved */

/* All words that a stage may ask for, in the order in which they are asked; ends with NULL. */
const char *const *ante_gate_get_words (void);
gboolean ante_gate_is_word (const char *word);

GStrv ante_gate_find_missing (
  const char *const *requirements, AnteLead *lead, GPtrArray *facts, const char *why, gint64 now);

G_END_DECLS
