#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys are found by their greatest bits. */
#define ANTE_LEARNED_BITS 12
#define ANTE_LEARNED_BUCKETS (1u << ANTE_LEARNED_BITS)
#define ANTE_LEARNED_BUCKET(key) ((key) >> (32 - ANTE_LEARNED_BITS))

/* Where the keys of a bucket begin, and their weights. */
typedef struct {
  guint32 key;
  guint32 weight;
} AnteLearnedIndex;

/**
 * AnteLearnedLabel:
 * @scale: what one step of a weight is worth
 * @sure: from which score on it counts
 * @unsure: from which score on it may be
 * @never: below this it is not, whatever a list of words says
 */
typedef struct {
  const char *name;
  float scale;
  float sure;
  float unsure;
  float never;
} AnteLearnedLabel;

/**
 * AnteLearnedTable:
 * @keys: the hashes of all features, rising
 * @counts: how many weights each has
 * @weights: pairs of a label and a weight
 *
 * What the trainer has learned of one task; written by it.
 */
typedef struct {
  const AnteLearnedLabel *labels;
  guint n_labels;
  const guint32 *keys;
  const guint8 *counts;
  const gint8 *weights;
  const AnteLearnedIndex *index;
} AnteLearnedTable;

extern const AnteLearnedTable ante_learned_objection;
extern const AnteLearnedTable ante_learned_lead;
extern const AnteLearnedTable ante_learned_draft;

G_END_DECLS
