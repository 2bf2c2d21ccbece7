#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/learned/ante-learned.h"

#include "rules/learned/ante-learned-table.h"

/* A longer message tells by its sentences: as a whole it is like no example. */
#define MOST_WORDS 80

/* The best part of a line, for one label. */
typedef struct {
  double score;
  guint start;
  guint end;
} Best;

static const AnteLearnedTable *
get_table (AnteLearnedTask task)
{
  static const AnteLearnedTable *const tables[] = {
    &ante_learned_objection,
    &ante_learned_lead,
    &ante_learned_draft,
  };

  return tables[task];
}

/* Pairs of a label and a weight; NULL where the feature tells nothing. */
static const gint8 *
find_weights (const AnteLearnedTable *table, guint32 key, guint *n)
{
  const AnteLearnedIndex *index = &table->index[ANTE_LEARNED_BUCKET (key)];
  guint weight = index->weight;

  for (guint i = index->key; i < index[1].key && table->keys[i] <= key; i++) {
    *n = table->counts[i];
    if (table->keys[i] == key)
      return table->weights + (gsize) weight * 2;
    weight += *n;
  }
  return NULL;
}

static void
score_part (const AnteLearnedTable *table,
            AnteFeatures *features,
            const AnteLearnedText *text,
            guint start,
            guint end,
            Best *best)
{
  double scores[ANTE_LEARNED_MOST] = { 0 };
  double length = 0;

  ante_features_read (features, text, start, end);
  length = ante_features_length (features);
  for (guint i = 0; i < features->len; i++) {
    const AnteFeature *feature = &features->items[i];
    guint n = 0;
    const gint8 *weights = find_weights (table, feature->key, &n);

    for (guint k = 0; weights != NULL && k < n; k++)
      scores[weights[2 * k]] += (double) weights[2 * k + 1] * (double) feature->value;
  }
  for (guint k = 0; k < table->n_labels; k++) {
    double score = scores[k] * (double) table->labels[k].scale / length;

    if (score > best[k].score)
      best[k] = (Best){ score, start, end };
  }
}

/* What each word of a part brings to a label; that of two words goes to both. */
static void
weigh_words (const AnteLearnedTable *table,
             const AnteFeatures *features,
             guint label,
             guint start,
             double *weighed)
{
  for (guint i = 0; i < features->len; i++) {
    const AnteFeature *feature = &features->items[i];
    guint n = 0;
    const gint8 *weights = find_weights (table, feature->key, &n);

    for (guint k = 0; weights != NULL && k < n; k++) {
      if (weights[2 * k] != (gint8) label || feature->after <= feature->first)
        continue;
      weighed[feature->first - start] += (double) weights[2 * k + 1] * (double) feature->value / 2;
      weighed[feature->after - 1 - start] +=
        (double) weights[2 * k + 1] * (double) feature->value / 2;
    }
  }
}

/* The run of words that brings most. */
static void
find_words (const AnteLearnedTable *table,
            AnteFeatures *features,
            const AnteLearnedText *text,
            guint label,
            AnteLearnedFinding *finding)
{
  double weighed[ANTE_FEATURES_MOST_WORDS] = { 0 };
  guint n = MIN (finding->end - finding->start, ANTE_FEATURES_MOST_WORDS);
  double greatest = 0;
  double run = 0;
  guint from = 0;

  ante_features_read (features, text, finding->start, finding->start + n);
  weigh_words (table, features, label, finding->start, weighed);
  finding->first = finding->start;
  finding->after = finding->start + n;
  for (guint i = 0; i < n; i++) {
    if (run <= 0) {
      run = 0;
      from = i;
    }
    run += weighed[i];
    if (run > greatest) {
      greatest = run;
      finding->first = finding->start + from;
      finding->after = finding->start + i + 1;
    }
  }
}

static AnteLearnedGrade
grade (const AnteLearnedLabel *label, double score)
{
  if (score > (double) label->sure)
    return ANTE_LEARNED_SURE;
  if (score > (double) label->unsure)
    return ANTE_LEARNED_UNSURE;
  return score < (double) label->never ? ANTE_LEARNED_NEVER : ANTE_LEARNED_NO;
}

/**
 * ante_learned_judge:
 * @text: a message, taken apart; of a long one the first words are looked at
 * @findings: (out caller-allocates): for each label whether it is that
 *
 * Judges a message as a whole and each of its sentences by what was learned from the examples.
 * The same words have the same result, always.
 *
 * Returns: how many labels there are; 0 for a text without words
 */
guint
ante_learned_judge (AnteLearnedTask task,
                    const AnteLearnedText *text,
                    AnteLearnedFinding findings[ANTE_LEARNED_MOST])
{
  const AnteLearnedTable *table = get_table (task);
  guint n_words = ante_line_n_words (text->line);
  g_autofree AnteFeatures *features = NULL;
  Best best[ANTE_LEARNED_MOST];

  if (n_words == 0)
    return 0;
  features = ante_features_new ();
  for (guint k = 0; k < table->n_labels; k++)
    best[k] = (Best){ -G_MAXDOUBLE, 0, 0 };
  if (n_words <= MOST_WORDS || ante_line_sentence_end (text->line, 0) == n_words)
    score_part (table, features, text, 0, MIN (n_words, ANTE_FEATURES_MOST_WORDS), best);
  for (guint start = 0; start < n_words;) {
    guint end = ante_line_sentence_end (text->line, start);

    if ((start > 0 || end < n_words) && end - start >= ANTE_FEATURES_FEWEST_WORDS)
      score_part (table, features, text, start, end, best);
    start = end;
  }
  for (guint k = 0; k < table->n_labels; k++) {
    findings[k] = (AnteLearnedFinding){
      .label = table->labels[k].name,
      .score = best[k].score,
      .grade = grade (&table->labels[k], best[k].score),
      .start = best[k].start,
      .end = best[k].end,
    };
    if (findings[k].grade >= ANTE_LEARNED_UNSURE)
      find_words (table, features, text, k, &findings[k]);
  }
  return table->n_labels;
}
