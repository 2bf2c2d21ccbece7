#pragma once

#include "trainer/train-set.h"

G_BEGIN_DECLS

/* A weight is written in steps, of which a label's greatest has so many. */
#define TRAIN_MOST_STEPS 127
/* What weighs fewer steps is left out. */
#define TRAIN_LEAST_STEP 8

/**
 * TrainModel:
 * @weights: for each feature one a label, TRAIN_MOST_LABELS apart
 *
 * What was learned.
 */
typedef struct {
  float *weights;
} TrainModel;

/* Learns from all examples but those of @held_back (%TRAIN_FOLDS: from all). */
TrainModel *train_model_learn (const TrainSet *set, guint held_back);
void train_model_free (TrainModel *self);
/* What one step of a weight is worth, a label each, and how many steps a weight is. */
void train_model_scales (const TrainModel *self, const TrainSet *set, float *scales);
int train_model_step (float weight, float scale);
/* The scores of an example, as the program will score it: of its best part, a label each. */
void train_model_score (const TrainModel *self,
                        const TrainSet *set,
                        const TrainExample *example,
                        float *scores);

/**
 * TrainAims:
 * @per_thousand: of so many lines without a fault some label may be seen in that many
 * @dear: (array zero-terminated=1): labels that must not be missed
 * @harmless: a bit for each label that is no fault
 * @each: the cost is each label's own, not that of all
 *
 * What the limits are chosen for.
 */
typedef struct {
  double per_thousand;
  const char *const *dear;
  guint32 harmless;
  gboolean each;
} TrainAims;

/**
 * TrainLimits:
 * @sure: from which score on a label counts
 * @unsure: from which score on it may be
 * @never: below which hardly any line has it
 */
typedef struct {
  float sure[TRAIN_MOST_LABELS];
  float unsure[TRAIN_MOST_LABELS];
  float never[TRAIN_MOST_LABELS];
} TrainLimits;

/* (transfer full): the scores of all examples, each learned from the others. */
float *train_model_cross_scores (const TrainSet *set);
/* The limits that find most for what they may cost. */
void train_limits_choose (const TrainSet *set,
                          const float *scores,
                          const TrainAims *aims,
                          float *limits);

/* The limits that so many of a hundred lines with a label stay below. */
void
train_limits_exclude (const TrainSet *set, const float *scores, double per_hundred, float *limits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrainModel, train_model_free)

G_END_DECLS
