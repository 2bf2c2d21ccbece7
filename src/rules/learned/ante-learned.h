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

/* How sure it is; the greater the surer. */
typedef enum {
  ANTE_LEARNED_NEVER, /* hardly any example of the label is so far from it */
  ANTE_LEARNED_NO,
  ANTE_LEARNED_UNSURE, /* it may be */
  ANTE_LEARNED_SURE,
} AnteLearnedGrade;

/**
 * AnteLearnedFinding:
 * @label: as the examples name it
 * @score: how much it looks like that
 * @grade: what the score comes to
 * @first: the words that weighed most
 * @after: the word behind them
 * @start: the sentence, or all, that it was found in
 * @end: the word behind that
 */
typedef struct {
  const char *label;
  double score;
  AnteLearnedGrade grade;
  guint first;
  guint after;
  guint start;
  guint end;
} AnteLearnedFinding;

guint ante_learned_judge (AnteLearnedTask task,
                          const AnteLearnedText *text,
                          AnteLearnedFinding findings[ANTE_LEARNED_MOST]);

G_END_DECLS
