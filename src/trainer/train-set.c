#define G_LOG_DOMAIN "train-examples"

#include "config.h"

#include "trainer/train-set.h"

#include "rules/guard/ante-guard-marks.h"

#include <string.h>

/* What stands in one line alone says nothing of the next one. */
#define LEAST_LINES 2

typedef struct {
  TrainSet *set;
  GHashTable *ids;   /* key to id + 1 */
  GArray *counts;    /* (element-type guint): the lines that a feature stands in */
  GArray *last_line; /* (element-type guint): the last of them, + 1 */
  AnteFeatures *features;
  GHashTable *label_ids;
  AnteSide side;
  gboolean plain;
} Reader;

const char *
train_set_label (const TrainSet *self, guint index)
{
  return self->labels->pdata[index];
}

void
train_set_free (TrainSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->labels);
  g_array_unref (self->examples);
  g_array_unref (self->parts);
  g_array_unref (self->cells);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static guint32
find_id (Reader *reader, guint32 key)
{
  gpointer found = g_hash_table_lookup (reader->ids, GUINT_TO_POINTER (key));
  guint none = 0;

  if (found == NULL) {
    g_array_append_val (reader->set->keys, key);
    g_array_append_val (reader->counts, none);
    g_array_append_val (reader->last_line, none);
    found = GUINT_TO_POINTER (reader->set->keys->len);
    g_hash_table_insert (reader->ids, GUINT_TO_POINTER (key), found);
  }
  return GPOINTER_TO_UINT (found) - 1;
}

static TrainPart
read_part (Reader *reader, const AnteLearnedText *text, guint first, guint after)
{
  TrainPart part = { reader->set->cells->len, 0 };
  guint number = reader->set->examples->len + 1;
  double length = 0;

  ante_features_read (reader->features, text, first, after);
  length = ante_features_length (reader->features);
  for (guint i = 0; i < reader->features->len; i++) {
    const AnteFeature *feature = &reader->features->items[i];
    TrainCell cell = { find_id (reader, feature->key), (float) ((double) feature->value / length) };

    if (g_array_index (reader->last_line, guint, cell.id) != number) {
      g_array_index (reader->last_line, guint, cell.id) = number;
      g_array_index (reader->counts, guint, cell.id)++;
    }
    g_array_append_val (reader->set->cells, cell);
  }
  part.after = reader->set->cells->len;
  return part;
}

static void
read_parts (Reader *reader, const char *original, TrainExample *example)
{
  g_autoptr (AnteGuardText) guarded = ante_guard_text_new (original, reader->side);
  g_autoptr (GArray) marks = reader->plain ? NULL : ante_guard_marks (guarded);
  AnteLearnedText text = { guarded->line, ante_guard_text_meanings (guarded), marks };
  guint n = ante_line_n_words (text.line);

  example->whole = read_part (reader, &text, 0, n);
  example->first_part = reader->set->parts->len;
  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text.line, start);

    if ((start > 0 || end < n) && end - start >= ANTE_FEATURES_FEWEST_WORDS) {
      TrainPart part = read_part (reader, &text, start, end);

      g_array_append_val (reader->set->parts, part);
    }
    start = end;
  }
  example->after_part = reader->set->parts->len;
}

static gboolean
read_labels (Reader *reader, const char *names, guint32 *labels)
{
  g_auto (GStrv) parts = g_strsplit (names, "+", -1);

  *labels = 0;
  for (guint i = 0; parts[i] != NULL; i++) {
    gpointer id = NULL;

    if (g_str_equal (parts[i], "none") && parts[1] == NULL)
      return TRUE;
    id = g_hash_table_lookup (reader->label_ids, parts[i]);
    if (id == NULL) {
      if (*parts[i] == '\0' || reader->set->labels->len >= TRAIN_MOST_LABELS)
        return FALSE;
      g_ptr_array_add (reader->set->labels, g_strdup (parts[i]));
      id = GUINT_TO_POINTER (reader->set->labels->len);
      g_hash_table_insert (reader->label_ids, g_strdup (parts[i]), id);
    }
    *labels |= 1u << (GPOINTER_TO_UINT (id) - 1);
  }
  return *labels != 0;
}

/* The features that stand in one line alone go; the others are numbered anew, in their order. */
static void
drop_rare (Reader *reader)
{
  TrainSet *set = reader->set;
  g_autofree guint32 *renamed = g_new (guint32, set->keys->len + 1);
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (TrainCell), set->cells->len);
  guint32 n = 0;
  g_autofree guint *moved = g_new (guint, set->cells->len + 1);

  for (guint i = 0; i < set->keys->len; i++) {
    renamed[i] = G_MAXUINT32;
    if (g_array_index (reader->counts, guint, i) < LEAST_LINES)
      continue;
    g_array_index (set->keys, guint32, n) = g_array_index (set->keys, guint32, i);
    renamed[i] = n++;
  }
  g_array_set_size (set->keys, n);
  for (guint i = 0; i < set->cells->len; i++) {
    TrainCell cell = g_array_index (set->cells, TrainCell, i);

    moved[i] = cells->len;
    cell.id = renamed[cell.id];
    if (cell.id != G_MAXUINT32)
      g_array_append_val (cells, cell);
  }
  moved[set->cells->len] = cells->len;
  for (guint i = 0; i < set->examples->len; i++) {
    TrainPart *part = &g_array_index (set->examples, TrainExample, i).whole;

    *part = (TrainPart){ moved[part->first], moved[part->after] };
  }
  for (guint i = 0; i < set->parts->len; i++) {
    TrainPart *part = &g_array_index (set->parts, TrainPart, i);

    *part = (TrainPart){ moved[part->first], moved[part->after] };
  }
  g_array_unref (set->cells);
  set->cells = cells;
}

static gboolean
read_line (Reader *reader, const char *line, guint number, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  TrainExample example = { .fold = reader->set->examples->len % TRAIN_FOLDS };

  if (g_strv_length (columns) != 3 || *columns[2] == '\0') {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 "line %u: LABEL, language and text are wanted, with tabs between", number);
    return FALSE;
  }
  if (!read_labels (reader, columns[0], &example.labels)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "line %u: the label %s cannot be read",
                 number, columns[0]);
    return FALSE;
  }
  read_parts (reader, columns[2], &example);
  g_array_append_val (reader->set->examples, example);
  g_ptr_array_add (reader->set->lines, g_strdup (line));
  return TRUE;
}

/* Lines of another task have none of our labels, but for those whose labels may be ours as well. */
static gboolean
read_other (Reader *reader, const char *line, const char *const *unlike, GError **error)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *names = tab != NULL ? g_strndup (line, (gsize) (tab - line)) : NULL;
  g_autofree char *unlabelled = tab != NULL ? g_strconcat ("none", tab, NULL) : NULL;
  g_auto (GStrv) labels = names != NULL ? g_strsplit (names, "+", -1) : NULL;

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++) {
    if (g_strv_contains (unlike, labels[i]))
      return TRUE;
  }
  return unlabelled == NULL || read_line (reader, unlabelled, 0, error);
}

static char **
read_lines (const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s is no UTF-8", path);
    return NULL;
  }
  return g_strsplit (text, "\n", -1);
}

static TrainSet *
set_new (void)
{
  TrainSet *self = g_new0 (TrainSet, 1);

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->examples = g_array_new (FALSE, FALSE, sizeof (TrainExample));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TrainPart));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TrainCell));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static gboolean
read_files (Reader *reader, const TrainSource *source, GError **error)
{
  g_auto (GStrv) lines = read_lines (source->path, error);
  g_auto (GStrv) others = NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
    if (*lines[i] != '\0' && *lines[i] != '#' && !read_line (reader, lines[i], i + 1, error))
      return FALSE;
  }
  if (lines == NULL || source->other_path == NULL)
    return lines != NULL;
  others = read_lines (source->other_path, error);
  for (guint i = 0; others != NULL && others[i] != NULL; i++) {
    if (*others[i] != '\0' && *others[i] != '#' &&
        !read_other (reader, others[i], source->unlike, error))
      return FALSE;
  }
  return others != NULL;
}

/**
 * train_set_read:
 * @source: files of `LABEL[+LABEL] TAB language TAB text` a line; those that begin with `#` are
 *  remarks
 *
 * Returns: (transfer full) (nullable): what they hold
 */
TrainSet *
train_set_read (const TrainSource *source, GError **error)
{
  g_autoptr (TrainSet) set = set_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) label_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) last_line = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree AnteFeatures *features = ante_features_new ();
  Reader reader = { set, ids, counts, last_line, features, label_ids, source->side, source->plain };

  if (!read_files (&reader, source, error))
    return NULL;
  drop_rare (&reader);
  return g_steal_pointer (&set);
}
