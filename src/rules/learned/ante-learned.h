#pragma once

#include "rules/learned/ante-learned-features.h"

G_BEGIN_DECLS

/* What was learned to be told apart, each from a file of examples of its own. */
typedef enum {
  ANTE_LEARNED_OBJECTION, /* what speaks against it, in the lead's words */
  ANTE_LEARNED_LEAD,      /* signs in the lead's words that a person must see */
  ANTE_LEARNED_DRAFT,     /* what a draft must not claim, ask or do */
} AnteLearnedTask;

/* No task has more labels. */
#define ANTE_LEARNED_MOST 32

/**
 * AnteLearnedFinding:
 * @label: as the examples name it
 * @score: how far it is above the limit from which it may be; the greater the surer
 * @sure: above the limit from which it is
 * @first: the words that weighed most
 * @after: the word behind them
 * @start: the sentence, or all, that it was found in
 * @end: the word behind that
 */
typedef struct {
  const char *label;
  double score;
  gboolean sure;
  guint first;
  guint after;
  guint start;
  guint end;
} AnteLearnedFinding;

guint ante_learned_judge (AnteLearnedTask task,
                          const AnteLearnedText *text,
                          AnteLearnedFinding findings[ANTE_LEARNED_MOST]);

G_END_DECLS
