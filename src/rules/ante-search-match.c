#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-search-match.h"

#include <string.h>

/* Of longer texts and words no more is looked at. */
#define MAX_BYTES (256 * 1024)
#define MAX_WORD_BYTES 400
#define MAX_SPANS 64
/* Characters shown before the find, when it does not stand at the beginning. */
#define LEAD_IN 30

/* A word of the text that is looked through: where it stands there, and in the folded letters. */
typedef struct {
  guint start;
  guint end;
  guint folded;
  guint n_folded;
  gboolean is_sign;
} Word;

typedef struct {
  guint start;
  guint end;
  guint part;
} Span;

struct _AnteSearchMatch {
  GPtrArray *parts;
  /* Of the text that was read last. */
  const char *text;
  GArray *words;
  GString *folded;
};

/* --- characters ----------------------------------------------------------------------------- */

static gboolean
is_emoji (gunichar c)
{
  return (c >= 0x1f000 && c <= 0x1faff && !(c >= 0x1f3fb && c <= 0x1f3ff)) ||
         (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2300 && c <= 0x23ff) ||
         (c >= 0x2b00 && c <= 0x2bff);
}

/* Of a script that puts no spaces between words. */
static gboolean
is_spaceless (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff && c != 0x30fb) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005 ||
         (((c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) ||
           (c >= 0x1780 && c <= 0x17ff)) &&
          g_unichar_isalpha (c));
}

static gboolean
is_sign (gunichar c)
{
  return c >= 0x0e00 && (is_emoji (c) || is_spaceless (c));
}

/* Written over or under another, or there for how it is drawn: nothing that one types to find it.
 */
static gboolean
is_unheard (gunichar c)
{
  if (c < 0x300)
    return c == 0xad;
  return c <= 0x36f || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xfe00 && c <= 0xfe0f) ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ||
         g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static void
append_folded (GString *folded, gunichar c)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 0;

  if (c < 0x80) {
    g_string_append_c (folded, g_ascii_tolower ((char) c));
    return;
  }
  n = g_unichar_fully_decompose (c, FALSE, apart, G_N_ELEMENTS (apart));
  for (gsize i = 0; i < n; i++) {
    if (!is_unheard (apart[i]))
      g_string_append_unichar (folded, g_unichar_tolower (apart[i]));
  }
}

/* Takes @text apart into @words. */
static void
split (const char *text, GArray *words, GString *folded)
{
  const char *p = text;
  Word *open = NULL;

  g_array_set_size (words, 0);
  g_string_truncate (folded, 0);
  for (const char *next = NULL; *p != '\0' && p - text < MAX_BYTES; p = next) {
    gunichar c = g_utf8_get_char (p);
    gboolean sign = is_sign (c);
    Word word = { (guint) (p - text), 0, (guint) folded->len, 0, sign };

    next = g_utf8_next_char (p);
    if (is_unheard (c)) {
      if (words->len > 0 && g_array_index (words, Word, words->len - 1).end == word.start)
        g_array_index (words, Word, words->len - 1).end = (guint) (next - text);
      continue;
    }
    if (!sign && !is_letter (c)) {
      open = NULL;
      continue;
    }
    if (sign || open == NULL) {
      g_array_append_val (words, word);
      open = &g_array_index (words, Word, words->len - 1);
    }
    if (open->n_folded < MAX_WORD_BYTES)
      append_folded (folded, c);
    open->end = (guint) (next - text);
    open->n_folded = (guint) folded->len - open->folded;
    if (sign)
      open = NULL;
  }
}

/* --- what is looked for --------------------------------------------------------------------- */

static void
way_free (gpointer data)
{
  AnteSearchWay *way = data;

  g_ptr_array_unref (way->words);
  g_array_unref (way->signs);
  g_free (way);
}

static void
part_free (gpointer data)
{
  AnteSearchPart *part = data;

  g_ptr_array_unref (part->ways);
  g_free (part);
}

/* NULL: there is no word in it. */
static AnteSearchWay *
way_new (const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GString) folded = g_string_new (NULL);
  AnteSearchWay *way = NULL;

  split (text, words, folded);
  if (words->len == 0)
    return NULL;
  way = g_new0 (AnteSearchWay, 1);
  way->words = g_ptr_array_new_with_free_func (g_free);
  way->signs = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);

    g_ptr_array_add (way->words, g_strndup (folded->str + word->folded, word->n_folded));
    g_array_append_val (way->signs, word->is_sign);
    way->n_signs += word->is_sign;
  }
  return way;
}

AnteSearchMatch *
ante_search_match_new (const AnteSearchWords *words)
{
  AnteSearchMatch *self = g_new0 (AnteSearchMatch, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->folded = g_string_new (NULL);
  for (guint i = 0; i < words->terms->len; i++) {
    const AnteSearchTerm *term = words->terms->pdata[i];
    AnteSearchWay *way = way_new (term->text);
    AnteSearchPart *part = NULL;

    if (way == NULL)
      continue;
    part = g_new0 (AnteSearchPart, 1);
    part->ways = g_ptr_array_new_with_free_func (way_free);
    part->is_exact = term->is_exact;
    part->is_out = term->is_out;
    g_ptr_array_add (part->ways, way);
    g_ptr_array_add (self->parts, part);
  }
  return self;
}

void
ante_search_match_free (AnteSearchMatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  g_array_unref (self->words);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

GPtrArray *
ante_search_match_get_parts (AnteSearchMatch *self)
{
  return self->parts;
}

/* From now on @part may be written so, too. */
void
ante_search_match_add_way (AnteSearchMatch *self, guint part, const char *text)
{
  AnteSearchWay *way = way_new (text);

  if (way != NULL)
    g_ptr_array_add (((AnteSearchPart *) self->parts->pdata[part])->ways, way);
}

/* --- looking -------------------------------------------------------------------------------- */

/* @text is lent until another is read. */
void
ante_search_match_read (AnteSearchMatch *self, const char *text)
{
  self->text = text;
  split (text, self->words, self->folded);
}

static gboolean
is_way_at (AnteSearchMatch *self, const AnteSearchWay *way, gboolean is_exact, guint at)
{
  for (guint i = 0; i < way->words->len; i++) {
    const Word *word = &g_array_index (self->words, Word, at + i);
    const char *sought = way->words->pdata[i];
    gsize length = strlen (sought);
    gboolean whole = is_exact || i + 1 < way->words->len || word->is_sign;

    if (word->n_folded < length || (whole && word->n_folded != length) ||
        word->is_sign != g_array_index (way->signs, gboolean, i) ||
        memcmp (self->folded->str + word->folded, sought, length) != 0)
      return FALSE;
  }
  return TRUE;
}

/* How many words of the text from @at on are @part; 0: they are not. */
static guint
count_at (AnteSearchMatch *self, const AnteSearchPart *part, guint at)
{
  for (guint i = 0; i < part->ways->len; i++) {
    const AnteSearchWay *way = part->ways->pdata[i];

    if (at + way->words->len <= self->words->len && is_way_at (self, way, part->is_exact, at))
      return way->words->len;
  }
  return 0;
}

/* Whether the text that was read last has the part, or, of one that is to be left out, has it not.
 */
gboolean
ante_search_match_has (AnteSearchMatch *self, guint number)
{
  const AnteSearchPart *part = self->parts->pdata[number];

  for (guint at = 0; at < self->words->len; at++) {
    if (count_at (self, part, at) > 0)
      return !part->is_out;
  }
  return part->is_out;
}

gboolean
ante_search_match_fits (AnteSearchMatch *self, const char *text)
{
  ante_search_match_read (self, text);
  for (guint i = 0; i < self->parts->len; i++) {
    if (!ante_search_match_has (self, i))
      return FALSE;
  }
  return TRUE;
}

/* --- showing -------------------------------------------------------------------------------- */

/* In the order of the text; what lies within another is left out. */
static GArray *
find_spans (AnteSearchMatch *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint reached = 0;

  for (guint at = 0; at < self->words->len && spans->len < MAX_SPANS; at++) {
    guint most = 0;
    guint which = 0;

    for (guint i = 0; i < self->parts->len; i++) {
      const AnteSearchPart *part = self->parts->pdata[i];
      guint n = part->is_out ? 0 : count_at (self, part, at);

      if (n > most) {
        most = n;
        which = i;
      }
    }
    if (most > 0 && at >= reached) {
      Span span = { g_array_index (self->words, Word, at).start,
                    g_array_index (self->words, Word, at + most - 1).end, which };

      g_array_append_val (spans, span);
      reached = at + most;
    }
  }
  return spans;
}

/* The find from which on most of what was asked for is seen. */
static guint
choose_first (const GArray *spans, gsize max_bytes)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < spans->len; i++) {
    const Span *first = &g_array_index (spans, Span, i);
    guint64 seen = 0;
    guint n = 0;

    for (guint k = i; k < spans->len; k++) {
      const Span *span = &g_array_index (spans, Span, k);

      if (span->end - first->start > max_bytes)
        break;
      if ((seen & (G_GUINT64_CONSTANT (1) << span->part)) == 0)
        n++;
      seen |= G_GUINT64_CONSTANT (1) << span->part;
    }
    if (n > most) {
      most = n;
      best = i;
    }
  }
  return best;
}

/* Where to begin, so that the find at @at is seen: at a word a little before it. */
static const char *
begin_before (const char *text, gsize at)
{
  const char *start = text + at;
  const char *word = NULL;

  for (guint n = 0; start > text && n < LEAD_IN; n++) {
    start = g_utf8_prev_char (start);
    if (g_unichar_isspace (g_utf8_get_char (start)))
      word = start;
  }
  if (start == text)
    return text;
  return word != NULL ? g_utf8_next_char (word) : start;
}

static void
append_plain (GString *out, const char *from, const char *to)
{
  for (; from < to; from++) {
    if (*from != ANTE_SEARCH_MARK_START && *from != ANTE_SEARCH_MARK_END)
      g_string_append_c (out, *from);
  }
}

/**
 * ante_search_match_mark:
 * @text: foreign text
 * @max_chars: the most characters that are given, round what was found; 0 for all
 *
 * Returns: (transfer full): @text with what was found between %ANTE_SEARCH_MARK_START and
 * %ANTE_SEARCH_MARK_END
 */
char *
ante_search_match_mark (AnteSearchMatch *self, const char *text, gsize max_chars)
{
  g_autoptr (GArray) spans = NULL;
  GString *out = g_string_new (NULL);
  const char *start = text;
  const char *end = NULL;
  const char *p = NULL;

  ante_search_match_read (self, text);
  spans = find_spans (self);
  if (max_chars > 0 && spans->len > 0)
    start = begin_before (
      text,
      g_array_index (spans, Span, choose_first (spans, MAX (max_chars, 2 * LEAD_IN) - LEAD_IN))
        .start);
  end = start;
  for (gsize n = 0; *end != '\0' && (max_chars == 0 || n < max_chars); n++)
    end = g_utf8_next_char (end);

  if (start > text)
    g_string_append (out, "…");
  p = start;
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    if (text + span->start < p || text + span->end > end)
      continue;
    append_plain (out, p, text + span->start);
    g_string_append_c (out, ANTE_SEARCH_MARK_START);
    append_plain (out, text + span->start, text + span->end);
    g_string_append_c (out, ANTE_SEARCH_MARK_END);
    p = text + span->end;
  }
  append_plain (out, p, end);
  if (*end != '\0')
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

/* Whether there is anything in @text that can be looked for. */
gboolean
ante_search_has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_unheard (c) && (is_sign (c) || is_letter (c)))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_search_signs:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full) (nullable): the signs of @text in their order, each as a word of ASCII,
 * so that any index of words can hold them; %NULL when there are none
 */
char *
ante_search_signs (const char *text)
{
  GString *signs = NULL;
  const char *p = text;

  for (; p != NULL && *p != '\0' && p - text < MAX_BYTES; p = g_utf8_next_char (p)) {
    gunichar c = (guchar) *p < 0xe0 ? 0 : g_utf8_get_char (p);

    if (c == 0 || !is_sign (c))
      continue;
    if (signs == NULL)
      signs = g_string_new (NULL);
    g_string_append_printf (signs, "%su%x", signs->len > 0 ? " " : "", c);
  }
  return signs != NULL ? g_string_free (signs, FALSE) : NULL;
}
