#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-cues.h"

#include "rules/memory/ante-phrase.h"

#include <string.h>

/* A phrase with groups becomes one for each choice; no more than this many of one. */
#define MOST_CHOICES 20000
#define PREFIX 3

typedef struct {
  AnteCue cue;
  gboolean excepts;
  gboolean firm;
  const char *words;
} Row;

/*
 * All tables, found by the first word of a phrase: by the whole word, by three letters where it is
 * the beginning of one, and apart where it can be a number.
 */
typedef struct {
  GArray *rows;
  GHashTable *by_word;   /* (element-type utf8 GArray of guint) */
  GHashTable *by_prefix; /* (element-type guint GArray of guint) */
  GArray *by_number;
  GStringChunk *chunk;
  char *wrong;
} Index;

static const AnteCueTable *const tables[] = {
  ante_words_care,    ante_words_contact, ante_words_tamper, ante_words_money, ante_words_gift,
  ante_words_promise, ante_words_health,  ante_words_proof,  ante_words_form,  ante_words_call,
};

/* What people hide from filters, by its beginning. */
static const char *const hidden[] = {
  "guarant", "garant", "promis",  "refund",  "discount", "free",    "price",   "percent", "whatsapp",
  "telegram", "paypal", "venmo",  "zelle",   "cashapp",  "bitcoin", "crypto",  "dollar",  "money",
  "risk",     "cure",   "heal",   "result",  "bonus",    "ignore",  "previous", "instruct", "system",
  "prompt",   "rules",  "jailbr", "suicid",  "kill",     "myself",  "unaliv",  "overdos", "secret",
  "password", "offer",  "cheap",  "gratis",  "gratuit",  "descuent", "descont", "rabatt", "remise",
  "admin",    "overrid", "stop",  "unsubscr", "medic",   "insulin", "fluent",  "income",  "client",
  "deal",     "trial",  "weight", "sale",    "code",     "link",    "email",   "gmail",   "signal",
  "hate",     "scam",   "fraud",  "idiot",   "bitch",    "fuck",    "shit",    "nudes",   "cash",
};

gboolean
ante_guard_cues_hide (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    if (g_str_has_prefix (word, hidden[i]))
      return TRUE;
  }
  return FALSE;
}

static void
file_under (GHashTable *table, gpointer key, guint row)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (table, key, list);
  }
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != row)
    g_array_append_val (list, row);
}

static guint
prefix_key (const char *word)
{
  return ((guint) (guchar) word[0] << 16) | ((guint) (guchar) word[1] << 8) |
         (guint) (guchar) word[2];
}

static void
file_alternative (Index *index, const char *start, gsize length, guint row)
{
  if (length == 1 && *start == '#') {
    g_array_append_val (index->by_number, row);
    file_alternative (index, "@number", strlen ("@number"), row);
  } else if (*start == '@') {
    const char *words = ante_phrase_class (start + 1, length - 1);
    g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", "|", -1);

    if (words == NULL && index->wrong == NULL)
      index->wrong = g_strdup_printf ("no class %.*s", (int) length, start);
    for (guint i = 0; parts[i] != NULL; i++)
      file_alternative (index, parts[i], strlen (parts[i]), row);
  } else if (length > 1 && start[length - 1] == '*') {
    if (length <= PREFIX && index->wrong == NULL)
      index->wrong = g_strdup_printf ("too short: %.*s", (int) length, start);
    file_under (index->by_prefix, GUINT_TO_POINTER (prefix_key (start)), row);
  } else if (length > 0) {
    g_autofree char *word = g_strndup (start, length);

    if ((*word == '_' || *word == '~') && index->wrong == NULL)
      index->wrong = g_strdup_printf ("begins with anything: %s",
                                      g_array_index (index->rows, Row, row).words);
    file_under (index->by_word, (gpointer) g_string_chunk_insert_const (index->chunk, word), row);
  }
}

/* The words that can begin a phrase: the first, and those behind words that may be missing. */
static void
file_row (Index *index, guint row)
{
  const char *p = g_array_index (index->rows, Row, row).words;
  gboolean more = TRUE;

  while (more) {
    const char *end = NULL;

    while (*p == ' ' || *p == '^')
      p++;
    end = strchr (p, ' ');
    if (end == NULL)
      end = p + strlen (p);
    more = *p == '?';
    p += more;
    while (p < end) {
      const char *bar = memchr (p, '|', (gsize) (end - p));
      const char *stop = bar != NULL ? bar : end;

      file_alternative (index, p, (gsize) (stop - p), row);
      p = MIN (stop + 1, end);
    }
    more = more && *end != '\0';
    p = end;
  }
}

/* "(a|b c|d)" has two choices: what is one word can stay together. Inside another group it cannot. */
static GPtrArray *
read_choices (const char *start, const char *end, gboolean nested)
{
  g_autofree char *inner = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) parts = g_strsplit (inner, "|", -1);
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) singles = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (nested || *parts[i] == '\0' || strchr (parts[i], ' ') != NULL || *parts[i] == '?' ||
        *parts[i] == '~')
      g_ptr_array_add (choices, g_strdup (g_strstrip (parts[i])));
    else
      g_string_append_printf (singles, "%s%s", singles->len > 0 ? "|" : "", parts[i]);
  }
  if (singles->len > 0)
    g_ptr_array_add (choices, g_strdup (singles->str));
  return choices;
}

/* Takes the innermost group of @words apart, and goes on with each choice. */
static void
add_choices (Index *index, const Row *row, const char *words, guint *n)
{
  const char *close = strchr (words, ')');
  const char *open = close;
  g_autoptr (GPtrArray) choices = NULL;

  if (++*n > MOST_CHOICES) {
    if (index->wrong == NULL)
      index->wrong = g_strdup_printf ("too many choices: %s", words);
    return;
  }
  while (open != NULL && open > words && *open != '(')
    open--;
  if (close == NULL || *open != '(') {
    Row one = *row;

    if ((close != NULL || strchr (words, '(') != NULL) && index->wrong == NULL)
      index->wrong = g_strdup_printf ("half a group: %s", words);
    one.words = g_string_chunk_insert (index->chunk, words);
    g_array_append_val (index->rows, one);
    file_row (index, index->rows->len - 1);
    return;
  }
  choices = read_choices (open + 1, close, memchr (words, '(', (gsize) (open - words)) != NULL);
  for (guint i = 0; i < choices->len; i++) {
    g_autofree char *next = g_strdup_printf ("%.*s%s%s", (int) (open - words), words,
                                             (char *) choices->pdata[i], close + 1);

    add_choices (index, row, next, n);
  }
}

static gpointer
make_index (gpointer data)
{
  Index *index = g_new0 (Index, 1);

  index->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  index->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  index->by_prefix = g_hash_table_new (NULL, NULL);
  index->by_number = g_array_new (FALSE, FALSE, sizeof (guint));
  index->chunk = g_string_chunk_new (65536);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++) {
    for (const AnteCueTable *table = tables[t]; table->rows != NULL; table++) {
      for (guint i = 0; table->rows[i] != NULL; i++) {
        const char *words = table->rows[i];
        Row row = { table->cue, *words == '!', *words == '+', NULL };
        guint n = 0;

        add_choices (index, &row, words + (row.excepts || row.firm ? 1 : 0), &n);
      }
    }
  }
  return index;
}

/* Made once and never changed, so that all threads may read it. */
static const Index *
get_index (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_index, NULL);
}

char *
ante_guard_cues_check (void)
{
  return g_strdup (get_index ()->wrong);
}

static void
try_rows (
  const Index *index, const AnteLine *line, guint at, const GArray *list, GArray *hits, GArray *not)
{
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const Row *row = &g_array_index (index->rows, Row, g_array_index (list, guint, i));
    AnteHit hit = { row->cue, at, 0, row->firm };

    if (!ante_phrase_is_at (line, at, row->words, &hit.after))
      continue;
    hit.after = MAX (hit.after, at + 1);
    g_array_append_val (row->excepts ? not: hits, hit);
  }
}

static gboolean
is_excepted (const AnteHit *hit, const GArray *not)
{
  for (guint i = 0; i < not->len; i++) {
    const AnteHit *other = &g_array_index (not, AnteHit, i);

    if (other->cue == hit->cue && other->first < hit->after && hit->first < other->after)
      return TRUE;
  }
  return FALSE;
}

GArray *
ante_guard_cues_find (const AnteLine *line)
{
  const Index *index = get_index ();
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AnteHit));
  g_autoptr (GArray) excepted = g_array_new (FALSE, FALSE, sizeof (AnteHit));
  guint kept = 0;

  for (guint at = 0; at < ante_line_n_words (line); at++) {
    const char *word = ante_line_word (line, at)->text;

    try_rows (index, line, at, g_hash_table_lookup (index->by_word, word), hits, excepted);
    if (strlen (word) >= PREFIX)
      try_rows (index, line, at,
                g_hash_table_lookup (index->by_prefix, GUINT_TO_POINTER (prefix_key (word))), hits,
                excepted);
    if (g_ascii_isdigit (*word))
      try_rows (index, line, at, index->by_number, hits, excepted);
  }
  for (guint i = 0; i < hits->len; i++) {
    const AnteHit *hit = &g_array_index (hits, AnteHit, i);

    if (!is_excepted (hit, excepted))
      g_array_index (hits, AnteHit, kept++) = *hit;
  }
  g_array_set_size (hits, kept);
  return hits;
}
