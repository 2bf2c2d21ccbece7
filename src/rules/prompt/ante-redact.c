#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/prompt/ante-redact.h"

#include <string.h>

/* A name shorter than this is no word that could be told from others. */
#define SHORTEST_NAME 2

#define MOST_COVERS 10000

/* Written so that no text can make them try much: each begins where no run can have begun. */
#define WORDISH "\\p{L}\\p{N}._%+\\-"
#define AT "(?:@|\\s?[(\\[{]\\s?(?:at|@)\\s?[)\\]}]\\s?)"
#define DOT "(?:\\.|\\s?[(\\[{]\\s?(?:dot|\\.)\\s?[)\\]}]\\s?)"
#define EMAIL                                                                                      \
  "(?<![" WORDISH "])[" WORDISH "]{1,64}" AT "(?:[\\p{L}\\p{N}\\-]{1,63}" DOT                      \
  "){1,4}\\p{L}{2,24}(?!\\p{L})"
#define PHONE                                                                                      \
  "(?<![\\p{L}\\p{N}])[+＋]?[(（]?\\p{Nd}(?:[\\s.\\-–/()（）]{0,2}\\p{Nd}){6,14}(?![\\p{N}])"
#define DAY "^(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4})$"

typedef enum {
  COVER_NAME,
  COVER_PHONE,
  COVER_EMAIL,
  N_COVERS,
} Cover;

static const char *const words[N_COVERS] = { "NAME", "PHONE", "EMAIL" };

struct _AnteRedaction {
  AnteRedactKinds kinds;
  GRegex *names;      /* NULL when there are none */
  GHashTable *covers; /* (element-type utf8 utf8): by kind and folded text */
  GHashTable *under;  /* (element-type utf8 utf8): what stands under a cover */
  guint counts[N_COVERS];
};

static GRegex *
get_regex (Cover cover)
{
  static GRegex *kept[N_COVERS];
  static gsize once = 0;

  if (g_once_init_enter (&once)) {
    kept[COVER_PHONE] = g_regex_new (PHONE, G_REGEX_OPTIMIZE, 0, NULL);
    kept[COVER_EMAIL] = g_regex_new (EMAIL, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    g_assert (kept[COVER_PHONE] != NULL && kept[COVER_EMAIL] != NULL);
    g_once_init_leave (&once, 1);
  }
  return kept[cover];
}

static int
by_length (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen (*(char *const *) a);
  gsize length_b = strlen (*(char *const *) b);

  return length_a < length_b ? 1 : length_a > length_b ? -1 : 0;
}

static void
add_name (GPtrArray *escaped, const char *name)
{
  if (g_utf8_strlen (name, -1) >= SHORTEST_NAME)
    g_ptr_array_add (escaped, g_regex_escape_string (name, -1));
}

static gboolean
is_between (gunichar c)
{
  return !g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK;
}

/* A whole name, and each word of it, since people are called by their first one. */
static void
add_names (GPtrArray *escaped, const char *name)
{
  g_autofree char *whole = g_strstrip (g_utf8_make_valid (name, -1));
  const char *start = *whole == '@' ? whole + 1 : whole;
  const char *word = start;

  add_name (escaped, start);
  for (const char *p = start;; p = g_utf8_next_char (p)) {
    if (*p != '\0' && !is_between (g_utf8_get_char (p)))
      continue;
    if (p > word && (word != start || *p != '\0')) {
      g_autofree char *part = g_strndup (word, (gsize) (p - word));

      add_name (escaped, part);
    }
    if (*p == '\0')
      break;
    word = g_utf8_next_char (p);
  }
}

/* The longest first, so that a whole name is not left with a rest. */
static GRegex *
make_names (const char *const *names)
{
  g_autoptr (GPtrArray) escaped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) pattern = g_string_new ("(?<![\\p{L}\\p{N}])(?:");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_names (escaped, names[i]);
  if (escaped->len == 0)
    return NULL;
  g_ptr_array_sort (escaped, by_length);
  for (guint i = 0; i < escaped->len; i++)
    g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", (char *) escaped->pdata[i]);
  g_string_append (pattern, ")(?![\\p{L}\\p{N}])");
  return g_regex_new (pattern->str, G_REGEX_CASELESS, 0, NULL);
}

/**
 * ante_redaction_new:
 * @kinds: what to cover
 * @names: (nullable): names and handles, which no pattern could know
 */
AnteRedaction *
ante_redaction_new (AnteRedactKinds kinds, const char *const *names)
{
  AnteRedaction *self = g_new0 (AnteRedaction, 1);

  self->kinds = kinds;
  self->covers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->under = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (kinds & ANTE_REDACT_NAMES)
    self->names = make_names (names);
  return self;
}

void
ante_redaction_free (AnteRedaction *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->names, g_regex_unref);
  g_hash_table_unref (self->covers);
  g_hash_table_unref (self->under);
  g_free (self);
}

static const char *
cover_for (AnteRedaction *self, Cover cover, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *key = g_strdup_printf ("%s %s", words[cover], folded);
  const char *known = g_hash_table_lookup (self->covers, key);
  char *made = NULL;

  if (known != NULL)
    return known;
  if (self->counts[cover] == MOST_COVERS)
    return "[…]"; /* covered all the same, and never restored */

  made = g_strdup_printf ("[%s_%u]", words[cover], ++self->counts[cover]);
  g_hash_table_insert (self->covers, g_steal_pointer (&key), made);
  g_hash_table_insert (self->under, g_strdup (made), g_strdup (text));
  return made;
}

typedef struct {
  AnteRedaction *self;
  Cover cover;
} Covering;

static gboolean
is_day (const char *text)
{
  return g_regex_match_simple (DAY, text, 0, 0);
}

static gboolean
cover_cb (const GMatchInfo *match, GString *result, gpointer user_data)
{
  Covering *covering = user_data;
  g_autofree char *text = g_match_info_fetch (match, 0);

  if (covering->cover == COVER_PHONE && is_day (text))
    g_string_append (result, text);
  else
    g_string_append (result, cover_for (covering->self, covering->cover, text));
  return FALSE;
}

/* A pattern that gives up covers all: what could not be looked through does not leave. */
static char *
replace (AnteRedaction *self, Cover cover, GRegex *regex, char *text)
{
  Covering covering = { self, cover };
  g_autofree char *before = text;
  char *after = NULL;

  if (regex == NULL)
    return g_steal_pointer (&before);
  after = g_regex_replace_eval (regex, before, -1, 0, 0, cover_cb, &covering, NULL);
  return after != NULL ? after : g_strdup ("[…]");
}

/* Whoever writes a cover must not be given what stands under it. */
static char *
break_covers (const char *text)
{
  GString *broken = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    gboolean looks_so = FALSE;

    for (guint i = 0; *p == '[' && i < N_COVERS; i++) {
      gsize length = strlen (words[i]);

      looks_so =
        looks_so || (g_ascii_strncasecmp (p + 1, words[i], length) == 0 && p[1 + length] == '_');
    }
    g_string_append_c (broken, looks_so ? '(' : *p);
  }
  return g_string_free (broken, FALSE);
}

/**
 * ante_redaction_hide:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text with covers in it
 */
char *
ante_redaction_hide (AnteRedaction *self, const char *text)
{
  char *hidden = break_covers (text);

  if (self->kinds & ANTE_REDACT_EMAILS)
    hidden = replace (self, COVER_EMAIL, get_regex (COVER_EMAIL), hidden);
  if (self->kinds & ANTE_REDACT_NAMES)
    hidden = replace (self, COVER_NAME, self->names, hidden);
  if (self->kinds & ANTE_REDACT_PHONES)
    hidden = replace (self, COVER_PHONE, get_regex (COVER_PHONE), hidden);
  return hidden;
}

/* The cover that begins at @p, in capitals; NULL when none does. */
static char *
read_cover (const char *p, gsize *length)
{
  for (guint i = 0; i < N_COVERS; i++) {
    gsize n = strlen (words[i]);
    const char *end = NULL;

    if (g_ascii_strncasecmp (p + 1, words[i], n) != 0 || p[1 + n] != '_')
      continue;
    end = p + 2 + n;
    while (g_ascii_isdigit (*end))
      end++;
    if (end == p + 2 + n || *end != ']')
      continue;
    *length = (gsize) (end + 1 - p);
    return g_ascii_strup (p, (gssize) *length);
  }
  return NULL;
}

/**
 * ante_redaction_restore:
 * @text: what came back
 * @n_unknown: (out) (optional): covers in it that we never made, which stay as they are
 *
 * Returns: (transfer full): @text with what was covered
 */
char *
ante_redaction_restore (const AnteRedaction *self, const char *text, guint *n_unknown)
{
  GString *restored = g_string_new (NULL);
  guint unknown = 0;

  for (const char *p = text; *p != '\0';) {
    gsize length = 0;
    g_autofree char *cover = *p == '[' ? read_cover (p, &length) : NULL;
    const char *under = cover != NULL ? g_hash_table_lookup (self->under, cover) : NULL;

    if (under != NULL) {
      g_string_append (restored, under);
      p += length;
    } else {
      unknown += cover != NULL;
      g_string_append_c (restored, *p++);
    }
  }
  if (n_unknown != NULL)
    *n_unknown = unknown;
  return g_string_free (restored, FALSE);
}

/* How many different things are covered. */
guint
ante_redaction_count (const AnteRedaction *self)
{
  return g_hash_table_size (self->under);
}
