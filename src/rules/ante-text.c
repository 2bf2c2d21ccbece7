#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-text.h"

#include <string.h>

/* Marks stacked on one letter beyond this are a bomb, not writing; no script in use needs more. */
#define MAX_MARKS 6

static gboolean
is_direction_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_dropped (gunichar c)
{
  if (c == '\n')
    return FALSE;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || is_direction_override (c) ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* Both line endings of other systems, and the two that only Unicode has, become one. */
static gunichar
normal_space (gunichar c)
{
  if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0B || c == 0x0C)
    return '\n';
  return c == '\t' ? ' ' : c;
}

/**
 * ante_text_clean:
 * @bytes: foreign text, in whatever state it came
 * @length: its bytes, or -1 when NUL-terminated
 * @max_chars: the most characters kept; 0 for all
 *
 * The one place where foreign text is made fit to keep: what is no UTF-8 becomes U+FFFD, control
 * characters and direction overrides go, line endings become "\n", marks stacked without end are
 * cut. Joiners stay, since emoji and several scripts need them.
 *
 * Returns: (transfer full): valid UTF-8 without surprises
 */
char *
ante_text_clean (const char *bytes, gssize length, gsize max_chars)
{
  g_autofree char *valid = NULL;
  GString *clean = NULL;
  gsize n_chars = 0;
  guint marks = 0;

  if (bytes == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (bytes, length);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\r' && p[1] == '\n')
      continue;
    c = normal_space (c);
    if (is_dropped (c))
      continue;

    marks = is_mark (c) ? marks + 1 : 0;
    if (marks > MAX_MARKS)
      continue;
    if (max_chars > 0 && n_chars == max_chars)
      break;
    g_string_append_unichar (clean, c);
    n_chars++;
  }

  return g_string_free (clean, FALSE);
}

/**
 * ante_text_one_line:
 * @text: (nullable): valid UTF-8
 * @max_chars: the most characters of the result; 0 for all
 *
 * Returns: (transfer full): @text on one line, runs of white space folded, cut with "…" when too
 * long
 */
char *
ante_text_one_line (const char *text, gsize max_chars)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;
  gsize n_chars = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      space = line->len > 0;
      continue;
    }
    if (max_chars > 0 && n_chars + (space ? 2 : 1) > max_chars - 1 &&
        *g_utf8_next_char (p) != '\0') {
      g_string_append (line, "…");
      break;
    }
    if (space) {
      g_string_append_c (line, ' ');
      n_chars++;
    }
    g_string_append_unichar (line, c);
    n_chars++;
    space = FALSE;
  }

  return g_string_free (line, FALSE);
}

/**
 * ante_text_clean_name:
 *
 * As ante_text_clean(), on one line: for names, handles and titles.
 */
char *
ante_text_clean_name (const char *bytes, gsize max_chars)
{
  g_autofree char *clean = ante_text_clean (bytes, -1, 0);

  return ante_text_one_line (clean, max_chars);
}

/**
 * ante_text_isolate:
 * @text: (nullable): foreign text that is put among our own words
 *
 * Returns: (transfer full): @text between U+2068 and U+2069, so that its direction stays its own
 * matter
 */
char *
ante_text_isolate (const char *text)
{
  return g_strconcat ("\u2068", text != NULL ? text : "", "\u2069", NULL);
}

/**
 * ante_text_for_matching:
 *
 * Returns: (transfer full): @text in the form in which a text that was sent is compared with one
 * that was read back: cleaned, NFC, without white space at its ends
 */
char *
ante_text_for_matching (const char *text)
{
  g_autofree char *clean = ante_text_clean (text, -1, 0);
  char *normal = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);

  return g_strstrip (normal != NULL ? normal : g_steal_pointer (&clean));
}

/* Whether what stands at @p is drawn as one with the character before it: a joined emoji, a mark.
 */
static gboolean
joins_previous (const char *p, gunichar previous)
{
  gunichar c = g_utf8_get_char (p);

  return previous == 0x200D || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || is_mark (c);
}

/*
 * Where to end a piece of at most @max_bytes of @text: after a sentence, else a word, else what is
 * drawn as one character, and if that alone is too long, a code point.
 */
static gsize
find_break (const char *text, gsize max_bytes)
{
  gsize sentence = 0;
  gsize word = 0;
  gsize whole = 0;
  gsize point = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gsize end = (gsize) (g_utf8_next_char (p) - text);

    if (end > max_bytes)
      break;
    point = end;
    if (!joins_previous (g_utf8_next_char (p), g_utf8_get_char (p)))
      whole = end;
    if (*p == '\n' || (strchr (".!?", *p) != NULL && g_ascii_isspace (*g_utf8_next_char (p))))
      sentence = end;
    if (g_ascii_isspace (*p))
      word = end;
  }

  /* A sentence that ends in the first third would leave a stump. */
  if (sentence > max_bytes / 3)
    return sentence;
  if (word > 0)
    return word;
  return whole > 0 ? whole : point;
}

/**
 * ante_text_split_message:
 * @text: what a person wrote
 * @max_bytes: the most bytes of a piece
 *
 * Returns: (transfer full) (element-type utf8): @text in as few pieces as fit, broken after
 * sentences or words, without white space at their ends
 */
GPtrArray *
ante_text_split_message (const char *text, gsize max_bytes)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *rest = copy;

  g_return_val_if_fail (max_bytes >= 4, pieces);

  while (*rest != '\0') {
    gsize length = strlen (rest) <= max_bytes ? strlen (rest) : find_break (rest, max_bytes);
    char *piece = g_strchomp (g_strndup (rest, length));

    if (*piece != '\0')
      g_ptr_array_add (pieces, piece);
    else
      g_free (piece);

    rest += length;
    while (g_ascii_isspace (*rest))
      rest++;
  }

  return pieces;
}

/* Where a line of @draft begins that @text can stand before. */
static const char *
find_place (const char *draft, const char *earlier, const char *later)
{
  const char *found = NULL;

  if (later != NULL && *later != '\0' && (found = strstr (draft, later)) != NULL) {
    while (found > draft && found[-1] != '\n')
      found--;
    return found;
  }
  if (earlier != NULL && *earlier != '\0' && (found = strstr (draft, earlier)) != NULL) {
    found = strchr (found + strlen (earlier), '\n');
    return found != NULL ? found + 1 : draft + strlen (draft);
  }
  return draft;
}

/**
 * ante_text_put_back:
 * @draft: what is being written
 * @text: what was taken back, and is to be written on
 * @earlier: (nullable): what came before it and may stand in @draft
 * @later: (nullable): what came after it and may stand in @draft
 *
 * Returns: (transfer full): @draft with @text as lines of its own: before @later, else after
 * @earlier, else above all
 */
char *
ante_text_put_back (const char *draft, const char *text, const char *earlier, const char *later)
{
  const char *place = find_place (draft, earlier, later);
  gboolean in_line = place > draft && place[-1] != '\n';

  return g_strdup_printf ("%.*s%s%s%s%s", (int) (place - draft), draft, in_line ? "\n" : "", text,
                          *place != '\0' ? "\n" : "", place);
}
