#pragma once

#include "rules/prompt/ante-prompt.h"

G_BEGIN_DECLS

const char *ante_prompt_words_rules (AntePromptTask task);
const char *ante_prompt_words_question (AntePromptTask task);
char *ante_prompt_words_schema (AntePromptTask task, const char *const *intents);

G_END_DECLS
