#pragma once

#include "rules/guard/ante-meanings.h"

G_BEGIN_DECLS

/* Of a longer text the rest is not looked at. */
#define ANTE_FEATURES_MOST_WORDS 160
#define ANTE_FEATURES_MOST 6000
/* A shorter sentence is judged with the others alone. */
#define ANTE_FEATURES_FEWEST_WORDS 3

/**
 * AnteFeature:
 * @key: a hash of what it is
 * @value: how much it weighs before anything is learned
 * @first: the words of the line that it is made of
 * @after: the word behind them
 *
 * One thing that is seen in a text: a word, two side by side, a piece of one.
 */
typedef struct {
  guint32 key;
  float value;
  guint16 first;
  guint16 after;
} AnteFeature;

/* A phrase that is known by hand, where it stands. */
typedef struct {
  guint id;
  guint first;
  guint after;
} AnteMark;

/**
 * AnteLearnedText:
 * @meanings: what each word of @line may mean
 * @marks: (nullable) (element-type AnteMark): in the order of the words
 *
 * A message as it is learned from and judged.
 */
typedef struct {
  const AnteLine *line;
  const AnteMeanings *meanings;
  const GArray *marks;
} AnteLearnedText;

/* What is seen in a text; one is kept and read into again and again. */
typedef struct {
  guint len;
  AnteFeature items[ANTE_FEATURES_MOST];
} AnteFeatures;

/* (transfer full): to be freed with g_free() */
AnteFeatures *ante_features_new (void);
/* What stands between two words of @text; what @features held before is gone. */
void
ante_features_read (AnteFeatures *features, const AnteLearnedText *text, guint first, guint after);
/* So that a long text weighs no more than a short one: the length of its features. */
double ante_features_length (const AnteFeatures *features);

G_END_DECLS
