#define G_LOG_DOMAIN "train-examples"

#include "config.h"

#include "trainer/train-model.h"

#include <math.h>
#include <string.h>

#define ROUNDS 8
#define LANES TRAIN_MOST_LABELS
/* How dear a mistake is against a great weight. */
#define COST 3.0
/* A missed line of a rare label costs so much more than a false one: at most. */
#define MOST_BALANCE 6.0
/* A label that is missed beside an unloved one. */
#define DEAR 3
/* What is no fault gets a share of its own, so much smaller than all. */
#define HARMLESS 6

typedef struct {
  TrainPart part;
  guint32 labels;
} Row;

/* One line more for each sentence of a "none": none of them is anything either. */
static GArray *
collect_rows (const TrainSet *set, guint held_back)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < set->examples->len; i++) {
    const TrainExample *example = &g_array_index (set->examples, TrainExample, i);
    Row row = { example->whole, example->labels };

    if (example->fold == held_back)
      continue;
    g_array_append_val (rows, row);
    for (guint k = example->first_part; row.labels == 0 && k < example->after_part; k++) {
      row.part = g_array_index (set->parts, TrainPart, k);
      g_array_append_val (rows, row);
    }
  }
  return rows;
}

/* The same order on every machine. */
static void
shuffle (guint *order, guint n, guint32 *seed)
{
  for (guint i = n; i > 1; i--) {
    guint k = 0;
    guint kept = order[i - 1];

    *seed = *seed * 1664525u + 1013904223u;
    k = (guint) (((guint64) (*seed >> 8) * i) >> 24);
    order[i - 1] = order[k];
    order[k] = kept;
  }
}

static void
find_costs (const GArray *rows, float *bound)
{
  for (guint k = 0; k < LANES; k++) {
    guint has = 0;
    double balance = 1;

    for (guint i = 0; i < rows->len; i++)
      has += g_array_index (rows, Row, i).labels >> k & 1;
    if (has > 0)
      balance = CLAMP (sqrt ((double) (rows->len - has) / has), 1.0, MOST_BALANCE);
    /* 1 / (2 C), for those that have the label and those that do not. */
    bound[2 * k] = (float) (1.0 / (2 * COST));
    bound[2 * k + 1] = (float) (1.0 / (2 * COST * balance));
  }
}

/* One step of dual coordinate descent, for all labels of a row at once. */
static void
learn_row (float *weights, float *duals, const TrainCell *cells, const Row *row, const float *bound)
{
  float scores[LANES] = { 0 };
  float steps[LANES] = { 0 };
  float length = 0;

  for (guint c = row->part.first; c < row->part.after; c++) {
    const float *own = weights + (gsize) cells[c].id * LANES;
    float value = cells[c].value;

    length += value * value;
    for (guint k = 0; k < LANES; k++)
      scores[k] += own[k] * value;
  }
  for (guint k = 0; k < LANES; k++) {
    gboolean has = (row->labels >> k & 1) != 0;
    float sign = has ? 1.0f : -1.0f;
    float slack = bound[2 * k + has];
    float gradient = sign * scores[k] - 1.0f + slack * duals[k];
    float dual = duals[k] - gradient / (length + slack);

    dual = dual > 0 ? dual : 0;
    steps[k] = (dual - duals[k]) * sign;
    duals[k] = dual;
  }
  for (guint c = row->part.first; c < row->part.after; c++) {
    float *own = weights + (gsize) cells[c].id * LANES;
    float value = cells[c].value;

    for (guint k = 0; k < LANES; k++)
      own[k] += steps[k] * value;
  }
}

void
train_model_scales (const TrainModel *self, const TrainSet *set, float *scales)
{
  for (guint k = 0; k < LANES; k++)
    scales[k] = 0;
  for (guint i = 0; i < set->keys->len; i++) {
    for (guint k = 0; k < LANES; k++)
      scales[k] = MAX (scales[k], fabsf (self->weights[(gsize) i * LANES + k]));
  }
  for (guint k = 0; k < LANES; k++)
    scales[k] = scales[k] > 0 ? scales[k] / TRAIN_MOST_STEPS : 1;
}

int
train_model_step (float weight, float scale)
{
  int steps = (int) lrintf (weight / scale);

  return ABS (steps) < TRAIN_LEAST_STEP ? 0 : CLAMP (steps, -TRAIN_MOST_STEPS, TRAIN_MOST_STEPS);
}

/* As it will be written: the limits are chosen for what the program knows. */
static void
round_weights (TrainModel *self, const TrainSet *set)
{
  float scales[LANES] = { 0 };

  train_model_scales (self, set, scales);
  for (guint i = 0; i < set->keys->len; i++) {
    for (guint k = 0; k < LANES; k++) {
      float *weight = &self->weights[(gsize) i * LANES + k];

      *weight = (float) train_model_step (*weight, scales[k]) * scales[k];
    }
  }
}

/**
 * train_model_learn:
 *
 * A support vector machine a label, all against the rest. Everything is done in one order with
 * plain float arithmetic, so that the same lines give the same weights to the bit.
 */
TrainModel *
train_model_learn (const TrainSet *set, guint held_back)
{
  TrainModel *self = g_new0 (TrainModel, 1);
  g_autoptr (GArray) rows = collect_rows (set, held_back);
  g_autofree float *duals = g_new0 (float, (gsize) rows->len *LANES + 1);
  g_autofree guint *order = g_new (guint, rows->len + 1);
  float bound[2 * LANES] = { 0 };
  guint32 seed = 1;

  self->weights = g_new0 (float, (gsize) (set->keys->len + 1) * LANES);
  find_costs (rows, bound);
  for (guint i = 0; i < rows->len; i++)
    order[i] = i;
  for (guint round = 0; round < ROUNDS; round++) {
    shuffle (order, rows->len, &seed);
    for (guint i = 0; i < rows->len; i++)
      learn_row (self->weights, duals + (gsize) order[i] * LANES,
                 (const TrainCell *) (gpointer) set->cells->data,
                 &g_array_index (rows, Row, order[i]), bound);
  }
  round_weights (self, set);
  return self;
}

void
train_model_free (TrainModel *self)
{
  if (self == NULL)
    return;

  g_free (self->weights);
  g_free (self);
}

static void
score_part (const TrainModel *self, const TrainSet *set, TrainPart part, float *scores)
{
  float own[LANES] = { 0 };

  for (guint c = part.first; c < part.after; c++) {
    const TrainCell *cell = &g_array_index (set->cells, TrainCell, c);
    const float *weights = self->weights + (gsize) cell->id * LANES;

    for (guint k = 0; k < LANES; k++)
      own[k] += weights[k] * cell->value;
  }
  for (guint k = 0; k < LANES; k++)
    scores[k] = MAX (scores[k], own[k]);
}

void
train_model_score (const TrainModel *self,
                   const TrainSet *set,
                   const TrainExample *example,
                   float *scores)
{
  for (guint k = 0; k < LANES; k++)
    scores[k] = -1000.0f;
  score_part (self, set, example->whole, scores);
  for (guint i = example->first_part; i < example->after_part; i++)
    score_part (self, set, g_array_index (set->parts, TrainPart, i), scores);
}

float *
train_model_cross_scores (const TrainSet *set)
{
  float *scores = g_new0 (float, (gsize) set->examples->len *LANES + 1);

  for (guint fold = 0; fold < TRAIN_FOLDS; fold++) {
    g_autoptr (TrainModel) model = train_model_learn (set, fold);

    for (guint i = 0; i < set->examples->len; i++) {
      const TrainExample *example = &g_array_index (set->examples, TrainExample, i);

      if (example->fold == fold)
        train_model_score (model, set, example, scores + (gsize) i * LANES);
    }
  }
  return scores;
}

static int
compare_falling (const void *a, const void *b)
{
  float left = *(const float *) a;
  float right = *(const float *) b;

  return left > right ? -1 : left < right;
}

/* (element-type gfloat): the scores of one label, greatest first, of the lines that have it or of
 * those that have none at all. */
static GArray *
sort_scores (const TrainSet *set, const float *scores, guint label, guint32 harmless, gboolean has)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 0; i < set->examples->len; i++) {
    const TrainExample *example = &g_array_index (set->examples, TrainExample, i);

    if (has ? (example->labels >> label & 1) != 0
            : (example->labels & ~harmless) == 0 && (example->labels >> label & 1) == 0)
      g_array_append_val (sorted, scores[(gsize) i * LANES + label]);
  }
  g_array_sort (sorted, compare_falling);
  return sorted;
}

static guint
count_over (const GArray *sorted, float limit)
{
  guint n = 0;

  while (n < sorted->len && g_array_index (sorted, float, n) > limit)
    n++;
  return n;
}

/* What the next false alarms of a label buy: the most lines for each, looking a few ahead. */
static double
find_bargain (const GArray *has, const GArray *none, guint spent, guint left, guint *wanted)
{
  guint now = spent < none->len ? count_over (has, g_array_index (none, float, spent)) : has->len;
  double best = 0;

  for (guint more = 1; more <= MIN (left, 6) && spent + more <= none->len; more++) {
    float limit = spent + more < none->len ? g_array_index (none, float, spent + more) : -1000.0f;
    double bought = ((double) count_over (has, limit) - now) / more / (double) MAX (has->len, 1);

    if (bought > best) {
      best = bought;
      *wanted = more;
    }
  }
  return best;
}

/* What is no fault takes nothing from the others; half of the rest is shared out, thrice as much to
 * what must not be missed. Returns what is left for the best bargains. */
static guint
share_out (const TrainSet *set, const TrainAims *aims, guint all, guint *spent)
{
  guint shares = 0;
  guint left = all;

  for (guint k = 0; k < set->labels->len; k++)
    shares += g_strv_contains (aims->dear, train_set_label (set, k)) ? DEAR : 1;
  for (guint k = 0; k < set->labels->len; k++) {
    gboolean dear = g_strv_contains (aims->dear, train_set_label (set, k));

    if (aims->each || (aims->harmless >> k & 1) != 0) {
      spent[k] = aims->each ? all : all / HARMLESS;
      continue;
    }
    spent[k] = all / 2 * (dear ? DEAR : 1) / shares;
    left -= spent[k];
  }
  return aims->each ? 0 : left;
}

void
train_limits_choose (const TrainSet *set, const float *scores, const TrainAims *aims, float *limits)
{
  guint n = set->labels->len;
  g_autoptr (GPtrArray) has = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint spent[LANES] = { 0 };
  guint left = 0;

  for (guint k = 0; k < n; k++) {
    g_ptr_array_add (has, sort_scores (set, scores, k, aims->harmless, TRUE));
    g_ptr_array_add (none, sort_scores (set, scores, k, aims->harmless, FALSE));
  }
  left = n > 0 ? (guint) (((GArray *) none->pdata[0])->len * aims->per_thousand / 1000) : 0;
  left = share_out (set, aims, left, spent);
  while (left > 0) {
    guint best = 0;
    guint wanted = 0;
    double bargain = 0;

    for (guint k = 0; k < n; k++) {
      guint more = 0;
      double own = (aims->harmless >> k & 1) != 0
                     ? 0
                     : find_bargain (has->pdata[k], none->pdata[k], spent[k], left, &more);

      if (g_strv_contains (aims->dear, train_set_label (set, k)))
        own *= DEAR;
      if (own > bargain) {
        bargain = own;
        best = k;
        wanted = more;
      }
    }
    if (wanted == 0)
      break;
    spent[best] += wanted;
    left -= wanted;
  }
  for (guint k = 0; k < n; k++) {
    const GArray *own = none->pdata[k];
    guint at = count_over (has->pdata[k],
                           spent[k] < own->len ? g_array_index (own, float, spent[k]) : -1000.0f);
    float below = spent[k] < own->len ? g_array_index (own, float, spent[k]) : -1.0f;
    float above = at > 0 ? g_array_index ((GArray *) has->pdata[k], float, at - 1) : below + 1;

    limits[k] = (below + above) / 2;
  }
}

void
train_limits_exclude (const TrainSet *set, const float *scores, double per_hundred, float *limits)
{
  for (guint k = 0; k < set->labels->len; k++) {
    g_autoptr (GArray) has = sort_scores (set, scores, k, 0, TRUE);
    guint below = (guint) (has->len * per_hundred / 100);

    limits[k] = has->len > below ? g_array_index (has, float, has->len - 1 - below) : -1000.0f;
  }
}
