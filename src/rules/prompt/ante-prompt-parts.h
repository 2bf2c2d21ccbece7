#pragma once

#include "rules/prompt/ante-prompt.h"

G_BEGIN_DECLS

/**
 * AntePromptParts:
 * @parts: (array length=n_parts): for an #AntePromptInput; as long as this lives
 *
 * What a model is told of a playbook: what is sold, said and asked. What is let to leave, who is
 * called and when, is not for it to know.
 */
typedef struct {
  AntePromptPart *parts;
  guint n_parts;
  char **texts;
} AntePromptParts;

/* @document: a playbook, as JSON. */
AntePromptParts *ante_prompt_parts_new (const char *document, GError **error);
void ante_prompt_parts_free (AntePromptParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePromptParts, ante_prompt_parts_free)

G_END_DECLS
