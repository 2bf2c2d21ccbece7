#pragma once

#include "rules/ante-ai-settings.h"
#include "rules/prompt/ante-prompt.h"
#include "store/ante-store-judge.h"

G_BEGIN_DECLS

/**
 * AnteAssistPrompt:
 * @prompt: what leaves, word by word
 * @rows: (element-type gint64): row ids of the messages, as the prompt counts them
 * @basis: what a draft would be made of, a line each: see #AnteDraft
 *
 * What a model is told of one lead.
 */
typedef struct {
  AntePrompt *prompt;
  GArray *rows;
  char *basis;
} AnteAssistPrompt;

/* Blocking, by a few milliseconds: for a thread. */
AnteAssistPrompt *ante_assist_prompt_build (const AnteJudgeFacts *facts,
                                            const AnteAiSettings *settings,
                                            gint64 now,
                                            GError **error);
void ante_assist_prompt_free (AnteAssistPrompt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAssistPrompt, ante_assist_prompt_free)

G_END_DECLS
