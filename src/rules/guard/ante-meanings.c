#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-meanings.h"

#include "rules/guard/ante-guard-sense.h"

#include <string.h>

#define MOST_SENSES (ANTE_MEANING_BITS * 64)
#define LONGEST 4
#define PREFIX 3

/* All senses; made once and never changed. */
typedef struct {
  GHashTable *names;    /* (element-type utf8 guint) */
  GHashTable *words;    /* (element-type utf8 AnteMeanings) */
  GHashTable *prefixes; /* (element-type utf8 AnteMeanings) */
  guint longest_prefix;
} Table;

static void
file_word (GHashTable *table, const char *word, gsize length, guint sense)
{
  g_autofree char *key = g_strndup (word, length);
  AnteMeanings *senses = g_hash_table_lookup (table, key);

  if (senses == NULL) {
    senses = g_new0 (AnteMeanings, 1);
    g_hash_table_insert (table, g_steal_pointer (&key), senses);
  }
  senses->bits[sense / 64] |= G_GUINT64_CONSTANT (1) << (sense % 64);
}

static void
file_words (Table *table, const char *list, guint sense)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    gsize length = strlen (words[i]);
    const char *class = *words[i] == '@' ? ante_phrase_class (words[i] + 1, length - 1) : NULL;

    if (class != NULL) {
      file_words (table, class, sense);
    } else if (length > PREFIX && words[i][length - 1] == '*') {
      table->longest_prefix = MAX (table->longest_prefix, (guint) length - 1);
      file_word (table->prefixes, words[i], length - 1, sense);
    } else if (length > 0) {
      file_word (table->words, words[i], length, sense);
    }
  }
}

static void
add_senses (Table *table, const AnteSense *list)
{
  for (; list->name != NULL; list++) {
    gpointer known = g_hash_table_lookup (table->names, list->name);
    guint sense = known != NULL ? GPOINTER_TO_UINT (known) : g_hash_table_size (table->names) + 1;

    g_hash_table_insert (table->names, (gpointer) list->name, GUINT_TO_POINTER (sense));
    file_words (table, list->words, sense);
  }
}

static gpointer
make_table (gpointer data G_GNUC_UNUSED)
{
  Table *table = g_new0 (Table, 1);

  table->names = g_hash_table_new (g_str_hash, g_str_equal);
  table->words = g_hash_table_new (g_str_hash, g_str_equal);
  table->prefixes = g_hash_table_new (g_str_hash, g_str_equal);
  add_senses (table, ante_senses_lead);
  add_senses (table, ante_senses_draft);
  add_senses (table, ante_senses_self);
  add_senses (table, ante_senses_talk);
  add_senses (table, ante_senses_offer);
  return table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

/* The number of a sense, from 1 on; 0 where there is none of that name. */
guint
ante_meanings_find (const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_table ()->names, name));
}

gboolean
ante_meanings_are_too_many (void)
{
  return g_hash_table_size (get_table ()->names) + 1 >= MOST_SENSES;
}

gboolean
ante_meanings_have (const AnteMeanings *self, guint sense)
{
  return (self->bits[sense / 64] >> (sense % 64) & 1) != 0;
}

static void
merge (AnteMeanings *into, const AnteMeanings *from)
{
  for (guint i = 0; from != NULL && i < ANTE_MEANING_BITS; i++)
    into->bits[i] |= from->bits[i];
}

/* A name of several words is filed at the last of them. */
static void
read_at (const Table *table, const AnteLine *line, guint at, AnteMeanings *senses)
{
  const AnteWord *word = ante_line_word (line, at);
  char key[LONGEST * (ANTE_TALK_MAX_LETTERS * 4 + 1) + 1];
  gsize length = MIN (strlen (word->text), (gsize) ANTE_TALK_MAX_LETTERS * 4);

  for (guint n = 0; n < LONGEST && n <= at; n++) {
    key[0] = '\0';
    if (ante_line_word (line, at - n)->sentence != word->sentence)
      break;
    for (guint i = at - n; i <= at; i++) {
      g_strlcat (key, ante_line_word (line, i)->text, sizeof key);
      if (i < at)
        g_strlcat (key, " ", sizeof key);
    }
    merge (&senses[at], g_hash_table_lookup (table->words, key));
  }
  if (g_ascii_isdigit (*word->text))
    merge (&senses[at], g_hash_table_lookup (table->words, "#"));
  g_strlcpy (key, word->text, sizeof key);
  for (gsize n = MIN (length, table->longest_prefix); n >= PREFIX; n--) {
    key[n] = '\0';
    merge (&senses[at], g_hash_table_lookup (table->prefixes, key));
  }
}

/**
 * ante_meanings_read:
 *
 * Returns: (transfer full): what each word of @line means, by the lists of senses
 */
AnteMeanings *
ante_meanings_read (const AnteLine *line)
{
  guint n = ante_line_n_words (line);
  AnteMeanings *meanings = g_new0 (AnteMeanings, n + 1);

  for (guint i = 0; i < n; i++)
    read_at (get_table (), line, i, meanings);
  return meanings;
}
