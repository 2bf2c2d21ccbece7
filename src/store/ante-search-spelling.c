#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-spelling.h"

#include <string.h>

/* Shorter words are close to too many others. */
#define MIN_LETTERS 5
#define MAX_LETTERS 24
#define MAX_WAYS 8

typedef struct {
  AnteDb *db;
  AnteSearchMatch *match;
  guint part;
  gunichar letters[MAX_LETTERS + 1];
  guint n;
  /* The letters that are tried: those of the script of the word. */
  gunichar first;
  gunichar last;
  guint ways;
  GHashTable *tried;
  GError *error;
} Spelling;

/* Whether some word begins so. */
static gboolean
is_written (Spelling *self, const char *word)
{
  g_auto (AnteStmt) stmt = ante_db_query (
    self->db, &self->error, "SELECT term FROM message_word WHERE term >= ?1 LIMIT 1", "s", word);

  return stmt != NULL && ante_db_next (self->db, stmt, &self->error) &&
         g_str_has_prefix ((const char *) sqlite3_column_text (stmt, 0), word);
}

/* Tries the word with @n letters from @at on in the place of @skip of its own. */
static void
try_with (Spelling *self, guint at, guint skip, const gunichar *letters, guint n)
{
  gunichar word[MAX_LETTERS + 3];
  guint length = 0;
  g_autofree char *text = NULL;

  if (self->error != NULL || self->ways >= MAX_WAYS)
    return;
  for (guint i = 0; i < at; i++)
    word[length++] = self->letters[i];
  for (guint i = 0; i < n; i++)
    word[length++] = letters[i];
  for (guint i = at + skip; i < self->n; i++)
    word[length++] = self->letters[i];

  text = g_ucs4_to_utf8 (word, length, NULL, NULL, NULL);
  if (text == NULL || !g_hash_table_add (self->tried, g_strdup (text)) || !is_written (self, text))
    return;
  ante_search_match_add_way (self->match, self->part, text);
  self->ways++;
}

static void
try_slips (Spelling *self)
{
  for (guint at = 0; at < self->n; at++) {
    gunichar swapped[2] = { 0 };

    if (at + 1 < self->n) {
      swapped[0] = self->letters[at + 1];
      swapped[1] = self->letters[at];
      try_with (self, at, 2, swapped, 2);
    }
    try_with (self, at, 1, NULL, 0);
  }
  for (guint at = 0; at <= self->n; at++) {
    for (gunichar c = self->first; c <= self->last; c++) {
      if (!g_unichar_isalpha (c) || g_unichar_isupper (c))
        continue;
      if (at < self->n)
        try_with (self, at, 1, &c, 1);
      /* One more at the end is what the beginning of a word means anyway. */
      if (at < self->n)
        try_with (self, at, 0, &c, 1);
    }
  }
}

/* FALSE: it is too short or too long, or no word of letters. */
static gboolean
begin (Spelling *self, const char *word)
{
  self->n = 0;
  self->ways = 0;
  self->first = G_MAXUINT32;
  self->last = 0;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (self->n >= MAX_LETTERS || !g_unichar_isalpha (c))
      return FALSE;
    self->letters[self->n++] = c;
    self->first = MIN (self->first, c & ~0x3fu);
    self->last = MAX (self->last, c | 0x3fu);
  }
  /* Of two scripts in one word the letters between them are none to try. */
  return self->n >= MIN_LETTERS && self->last - self->first < 256;
}

gboolean
ante_search_spelling_add (AnteDb *db, AnteSearchMatch *match, gboolean *found, GError **error)
{
  GPtrArray *parts = ante_search_match_get_parts (match);
  Spelling self = { .db = db, .match = match };

  *found = FALSE;
  for (guint i = 0; i < parts->len && self.error == NULL; i++) {
    const AnteSearchPart *part = parts->pdata[i];
    const AnteSearchWay *way = part->ways->pdata[0];

    if (part->is_out || part->is_exact || way->words->len != 1 || way->n_signs > 0 ||
        !begin (&self, way->words->pdata[0]))
      continue;
    self.part = i;
    self.tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    try_slips (&self);
    g_hash_table_unref (self.tried);
    *found |= self.ways > 0;
  }
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return self.error == NULL;
}
