#define G_LOG_DOMAIN "train-examples"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "trainer/train-model.h"
#include "trainer/train-table.h"

/*
 * Learns a task from its labelled lines while the program is built, and writes what it has learned
 * as C. Not a part of the program.
 */

static char *out_path;
static char *task;
static char *dear;
static char *harmless;
static char *other_path;
static char *unlike;
static gboolean of_draft;
static gboolean plain;
static gboolean each;
static double sure_budget = 10;
static double unsure_budget = 20;
static double never_share = 2;
static gboolean report;
static gboolean errors;

/* A bit for each label that is no fault. */
static guint32 no_fault;

static const GOptionEntry options[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, "Where the table goes", "FILE" },
  { "task", 't', 0, G_OPTION_ARG_STRING, &task, "What the table is called", "NAME" },
  { "draft", 0, 0, G_OPTION_ARG_NONE, &of_draft, "These are drafts, not a lead's words", NULL },
  { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, "The guard's phrases are not looked for", NULL },
  { "each", 0, 0, G_OPTION_ARG_NONE, &each, "Each label may cost so much, not all together", NULL },
  { "dear", 'd', 0, G_OPTION_ARG_STRING, &dear, "Labels that must not be missed", "A,B" },
  { "harmless", 'n', 0, G_OPTION_ARG_STRING, &harmless, "Labels that are no fault", "A,B" },
  { "none-from", 0, 0, G_OPTION_ARG_FILENAME, &other_path,
    "Lines of another task, which have no label of this one", "FILE" },
  { "none-but", 0, 0, G_OPTION_ARG_STRING, &unlike, "Labels of that task that are left out",
    "A,B" },
  { "sure", 's', 0, G_OPTION_ARG_DOUBLE, &sure_budget,
    "How many of a thousand \"none\" lines may be taken for something", "N" },
  { "unsure", 'u', 0, G_OPTION_ARG_DOUBLE, &unsure_budget,
    "How many of them may at least be doubted", "N" },
  { "never", 0, 0, G_OPTION_ARG_DOUBLE, &never_share,
    "How many of a hundred lines of a label may be ruled out", "N" },
  { "report", 'r', 0, G_OPTION_ARG_NONE, &report, "Say how well held-back lines are told", NULL },
  { "errors", 'e', 0, G_OPTION_ARG_NONE, &errors, "Print the held-back lines told wrong", NULL },
  { NULL },
};

static void
tell_label (const TrainSet *set, const float *scores, const TrainLimits *limits, guint label)
{
  guint n = 0;
  guint sure = 0;
  guint unsure = 0;
  guint any = 0;
  guint false_alarms = 0;

  for (guint i = 0; i < set->examples->len; i++) {
    const TrainExample *example = &g_array_index (set->examples, TrainExample, i);
    const float *own = scores + (gsize) i * TRAIN_MOST_LABELS;
    gboolean some = FALSE;

    for (guint k = 0; k < set->labels->len; k++)
      some = some || own[k] > limits->unsure[k];
    if ((example->labels >> label & 1) != 0) {
      n++;
      sure += own[label] > limits->sure[label];
      unsure += own[label] > limits->unsure[label];
      any += some;
    } else if ((example->labels & ~no_fault) == 0) {
      false_alarms += own[label] > limits->unsure[label];
    }
  }
  printf ("%-26s %4u lines: sure %5.1f %%, at least unsure %5.1f %%, anything %5.1f %%, "
          "false alarms %u\n",
          train_set_label (set, label), n, 100.0 * sure / n, 100.0 * unsure / n, 100.0 * any / n,
          false_alarms);
}

static void
tell_none (const TrainSet *set, const float *scores, const TrainLimits *limits)
{
  guint n = 0;
  guint sure = 0;
  guint unsure = 0;

  for (guint i = 0; i < set->examples->len; i++) {
    const TrainExample *example = &g_array_index (set->examples, TrainExample, i);
    gboolean is_sure = FALSE;
    gboolean is_unsure = FALSE;

    if ((example->labels & ~no_fault) != 0)
      continue;
    for (guint k = 0; k < set->labels->len; k++) {
      float own = scores[(gsize) i * TRAIN_MOST_LABELS + k];

      if ((no_fault >> k & 1) != 0)
        continue;
      is_sure = is_sure || own > limits->sure[k];
      is_unsure = is_unsure || own > limits->unsure[k];
    }
    n++;
    sure += is_sure;
    unsure += is_unsure;
  }
  printf ("%-26s %4u lines: sure of something %.1f %%, at least unsure %.1f %%\n", "none", n,
          100.0 * sure / MAX (n, 1), 100.0 * unsure / MAX (n, 1));
}

static void
tell_errors (const TrainSet *set, const float *scores, const TrainLimits *limits)
{
  for (guint i = 0; i < set->examples->len; i++) {
    const TrainExample *example = &g_array_index (set->examples, TrainExample, i);

    for (guint k = 0; k < set->labels->len; k++) {
      float own = scores[(gsize) i * TRAIN_MOST_LABELS + k];
      gboolean found = own > limits->unsure[k];
      gboolean has = (example->labels >> k & 1) != 0;

      if (found != has && (has || (example->labels & ~no_fault) == 0))
        printf ("%s %s %.2f (%.2f)\t%s\n", has ? "missed" : "false", train_set_label (set, k),
                (double) own, (double) limits->unsure[k], (char *) set->lines->pdata[i]);
    }
  }
}

static gboolean
write_out (const TrainSet *set, const TrainLimits *limits, GError **error)
{
  g_autoptr (TrainModel) model = train_model_learn (set, TRAIN_FOLDS);
  g_autofree char *table = train_table_write (set, model, limits, task);

  return g_file_set_contents (out_path, table, -1, error);
}

static guint32
find_harmless (const TrainSet *set)
{
  g_auto (GStrv) names = g_strsplit (harmless != NULL ? harmless : "", ",", -1);
  guint32 found = 0;

  for (guint k = 0; k < set->labels->len; k++) {
    if (g_strv_contains ((const char *const *) names, train_set_label (set, k)))
      found |= 1u << k;
  }
  return found;
}

static int
run (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) unlikes = g_strsplit (unlike != NULL ? unlike : "", ",", -1);
  TrainSource source = { path, other_path, (const char *const *) unlikes,
                         of_draft ? ANTE_SIDE_DRAFT : ANTE_SIDE_LEAD, plain };
  g_autoptr (TrainSet) set = train_set_read (&source, &error);
  g_auto (GStrv) dears = g_strsplit (dear != NULL ? dear : "", ",", -1);
  TrainAims aims = { .dear = (const char *const *) dears, .each = each };
  g_autofree float *scores = NULL;
  TrainLimits limits = { 0 };

  if (set == NULL) {
    fprintf (stderr, "%s: %s\n", path, error->message);
    return 1;
  }
  scores = train_model_cross_scores (set);
  no_fault = aims.harmless = find_harmless (set);
  aims.per_thousand = sure_budget;
  train_limits_choose (set, scores, &aims, limits.sure);
  aims.per_thousand = unsure_budget;
  train_limits_choose (set, scores, &aims, limits.unsure);
  train_limits_exclude (set, scores, never_share, limits.never);
  for (guint k = 0; k < set->labels->len; k++)
    limits.sure[k] = MAX (limits.sure[k], limits.unsure[k]);
  if (report || errors) {
    printf ("%u lines, %u features\n", set->examples->len, set->keys->len);
    for (guint k = 0; k < set->labels->len; k++)
      tell_label (set, scores, &limits, k);
    tell_none (set, scores, &limits);
  }
  if (errors)
    tell_errors (set, scores, &limits);
  if (out_path != NULL && !write_out (set, &limits, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("EXAMPLES.tsv");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 ||
      (out_path != NULL && task == NULL)) {
    fprintf (stderr, "%s\n", error != NULL ? error->message : "EXAMPLES.tsv, --task and --out");
    return 2;
  }
  return run (argv[1]);
}
