#pragma once

#include "assist/ante-provider.h"
#include "engine/ante-assist-prompt.h"
#include "rules/draft/ante-drafter.h"

G_BEGIN_DECLS

/* What a model writes, as a draft. All of it is pure. */

/* Whether a model may write in the place of what the embedded engine says: where the playbook has
 * no words, or a person wants it so. Where a person has to look, where the machine may not speak,
 * or nothing of the lead may be sent, it may not. */
gboolean ante_draft_model_may_write (const AnteDrafted *drafted,
                                     AnteLead *lead,
                                     const AnteAiSettings *settings);

/* Puts what a model proposes in the place of @drafted. Whatever it is, a person decides about it.
 * TRUE where the words are the model's now. */
gboolean ante_draft_model_take (AnteDrafted *drafted,
                                const AnteCompletion *completion,
                                const AnteAssistPrompt *told);

/* Says in @drafted why no model has written it. @error: (nullable): %NULL where it had no answer.
 */
void ante_draft_model_miss (AnteDrafted *drafted, const GError *error);

/* (transfer full) (element-type AnteFact): what it says is to be known, with the messages that
 * prove it. */
GPtrArray *ante_draft_model_list_facts (const AnteProposal *proposal, const AnteAssistPrompt *told);

G_END_DECLS
