#pragma once

#include "model/ante-types.h"
#include "rules/prompt/ante-prompt.h"

G_BEGIN_DECLS

/**
 * AnteProposalError:
 * @ANTE_PROPOSAL_ERROR_SHAPE: what came is not what was asked for
 */
typedef enum {
  ANTE_PROPOSAL_ERROR_SHAPE,
} AnteProposalError;

#define ANTE_PROPOSAL_ERROR (ante_proposal_error_quark ())
GQuark ante_proposal_error_quark (void);

/**
 * AnteProposedFact:
 * @kind: what it tells
 * @text: in words
 * @message: index of the message in the lines of the prompt's input
 * @span_start: the words in it that prove it, from this character
 * @span_end: to before this one
 */
typedef struct {
  AnteFactKind kind;
  char *text;
  guint message;
  guint span_start;
  guint span_end;
} AnteProposedFact;

/**
 * AnteProposal:
 * @reply: (nullable): the draft, with what was covered; %NULL for none
 * @intent: (nullable): one of those that were asked for
 * @needs_human: a person has to look; also where the answer leaves a doubt
 * @reasons: why, by the model: foreign text
 * @facts: (element-type AnteProposedFact): those alone whose evidence stands in a message
 * @n_unproved: facts that were left out
 * @is_plain: it came as words without the shape
 *
 * What a model proposes. Nothing of it has been judged yet.
 */
typedef struct {
  char *reply;
  char *intent;
  gboolean needs_human;
  char **reasons;
  GPtrArray *facts;
  guint n_unproved;
  gboolean is_plain;
} AnteProposal;

AnteProposal *ante_proposal_read (const AntePrompt *prompt,
                                  const char *answer,
                                  gboolean may_be_plain,
                                  GError **error);
void ante_proposal_free (AnteProposal *self);
char *ante_proposal_peek_reply (const AntePrompt *prompt, const char *so_far);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteProposal, ante_proposal_free)

G_END_DECLS
