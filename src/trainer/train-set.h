#pragma once

#include "rules/guard/ante-guard-cues.h"

G_BEGIN_DECLS

/* More labels than this cannot be told apart in one task. */
#define TRAIN_MOST_LABELS 20
#define TRAIN_FOLDS 4

/* A feature of a text: which, and how much of the text's length it is. */
typedef struct {
  guint32 id;
  float value;
} TrainCell;

/* A text, or a sentence of one: some cells. */
typedef struct {
  guint first;
  guint after;
} TrainPart;

/**
 * TrainExample:
 * @labels: a bit for each; none of them for "none"
 * @whole: all of it
 * @first_part: its sentences in the set's parts, where it has more than one
 * @fold: when it is held back
 */
typedef struct {
  guint32 labels;
  TrainPart whole;
  guint first_part;
  guint after_part;
  guint fold;
} TrainExample;

/**
 * TrainSource:
 * @path: the labelled lines
 * @other_path: (nullable): those of another task: they have none of our labels
 * @unlike: (array zero-terminated=1): labels of the other task whose lines are left out
 * @side: whose texts they are
 * @plain: the guard's phrases are not looked for
 */
typedef struct {
  const char *path;
  const char *other_path;
  const char *const *unlike;
  AnteSide side;
  gboolean plain;
} TrainSource;

/**
 * TrainSet:
 *
 * The labelled lines of one task as numbers.
 */
typedef struct {
  GPtrArray *labels; /* (element-type utf8) */
  GArray *examples;  /* (element-type TrainExample) */
  GArray *parts;     /* (element-type TrainPart) */
  GArray *cells;     /* (element-type TrainCell) */
  GArray *keys;      /* (element-type guint32): the hash of each feature */
  GPtrArray *lines;  /* (element-type utf8): the texts, for the report */
} TrainSet;

TrainSet *train_set_read (const TrainSource *source, GError **error);
void train_set_free (TrainSet *self);
const char *train_set_label (const TrainSet *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrainSet, train_set_free)

G_END_DECLS
