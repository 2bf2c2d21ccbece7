#define G_LOG_DOMAIN "train-examples"

#include "config.h"

#include "trainer/train-table.h"

#include "rules/learned/ante-learned-table.h"

#include <string.h>

typedef struct {
  guint32 key;
  guint32 id;
} Slot;

static int
compare_slots (const void *a, const void *b)
{
  guint32 left = ((const Slot *) a)->key;
  guint32 right = ((const Slot *) b)->key;

  return left < right ? -1 : left > right;
}

static gboolean
is_kept (const TrainSet *set, const TrainModel *model, guint id, const float *scales)
{
  for (guint k = 0; k < set->labels->len; k++) {
    if (ABS (train_model_step (model->weights[(gsize) id * TRAIN_MOST_LABELS + k], scales[k])) >=
        TRAIN_LEAST_STEP)
      return TRUE;
  }
  return FALSE;
}

static GArray *
sort_slots (const TrainSet *set, const TrainModel *model, const float *scales)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  for (guint i = 0; i < set->keys->len; i++) {
    Slot slot = { g_array_index (set->keys, guint32, i), i };

    if (is_kept (set, model, i, scales))
      g_array_append_val (slots, slot);
  }
  g_array_sort (slots, compare_slots);
  return slots;
}

static void
print_number (GString *out, guint *column, gint64 number)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ",%s", number, ++*column % 24 == 0 ? "\n" : "");
}

static void
end_array (GString *out, guint *column)
{
  *column = 0;
  g_string_append (out, "0\n};\n");
}

static void
write_slots (GString *out, const GArray *slots)
{
  guint column = 0;

  g_string_append (out, "static const guint32 keys[] = {\n");
  for (guint i = 0; i < slots->len; i++)
    print_number (out, &column, g_array_index (slots, Slot, i).key);
  end_array (out, &column);
}

/* Pairs of a label and its weight, key after key; how many of them each key has. */
static void
write_weights (GString *out,
               const GArray *slots,
               const TrainSet *set,
               const TrainModel *model,
               const float *scales)
{
  g_autoptr (GString) counts = g_string_new ("static const guint8 counts[] = {\n");
  g_autoptr (GString) index = g_string_new ("static const AnteLearnedIndex index_of[] = {\n");
  guint columns[3] = { 0 };
  guint n = 0;
  guint bucket = 0;

  g_string_append (out, "static const gint8 weights[] = {\n");
  for (guint i = 0; i < slots->len; i++) {
    const Slot *slot = &g_array_index (slots, Slot, i);
    guint own = 0;

    for (; bucket <= ANTE_LEARNED_BUCKET (slot->key); bucket++)
      g_string_append_printf (index, "{%u,%u},%s", i, n, bucket % 12 == 11 ? "\n" : "");
    for (guint k = 0; k < set->labels->len; k++) {
      int weight =
        train_model_step (model->weights[(gsize) slot->id * TRAIN_MOST_LABELS + k], scales[k]);

      if (ABS (weight) < TRAIN_LEAST_STEP)
        continue;
      print_number (out, &columns[0], k);
      print_number (out, &columns[0], weight);
      own++;
    }
    print_number (counts, &columns[1], own);
    n += own;
  }
  for (; bucket <= ANTE_LEARNED_BUCKETS; bucket++)
    g_string_append_printf (index, "{%u,%u},\n", slots->len, n);
  end_array (out, &columns[0]);
  end_array (counts, &columns[1]);
  g_string_append (index, "};\n");
  g_string_append (out, counts->str);
  g_string_append (out, index->str);
}

static void
write_float (GString *out, float value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.9g", (double) value);
  g_string_append (out, number);
}

char *
train_table_write (const TrainSet *set,
                   const TrainModel *model,
                   const TrainLimits *limits,
                   const char *task)
{
  GString *out = g_string_new ("/* Learned from the examples of this task. */\n\n"
                               "#include \"rules/learned/ante-learned-table.h\"\n\n");
  float scales[TRAIN_MOST_LABELS] = { 0 };
  g_autoptr (GArray) slots = NULL;

  train_model_scales (model, set, scales);
  slots = sort_slots (set, model, scales);
  write_slots (out, slots);
  write_weights (out, slots, set, model, scales);
  g_string_append (out, "static const AnteLearnedLabel labels[] = {\n");
  for (guint k = 0; k < set->labels->len; k++) {
    g_string_append_printf (out, "{\"%s\",", train_set_label (set, k));
    write_float (out, scales[k]);
    g_string_append_c (out, ',');
    write_float (out, limits->sure[k]);
    g_string_append_c (out, ',');
    write_float (out, limits->unsure[k]);
    g_string_append_c (out, ',');
    write_float (out, limits->never[k]);
    g_string_append (out, "},\n");
  }
  g_string_append_printf (out,
                          "};\nconst AnteLearnedTable ante_learned_%s = {\n"
                          "labels,%u,keys,counts,weights,index_of,\n};\n",
                          task, set->labels->len);
  return g_string_free (out, FALSE);
}
