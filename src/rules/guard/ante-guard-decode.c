#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

#define FEWEST_CHARS 12
#define MOST_TEXTS 8

/* Text that a person could read: letters and blanks for the most. */
static gboolean
is_readable (const char *text, gsize length)
{
  gsize letters = 0;
  gsize vowels = 0;
  gsize lower = 0;

  if (length < 4 || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if ((guchar) text[i] < 0x20 && text[i] != '\n')
      return FALSE;
    letters += g_ascii_isalpha (text[i]) || text[i] == ' ' || (text[i] & 0x80) != 0;
    lower += g_ascii_islower (text[i]) || text[i] == ' ';
    vowels += strchr ("aeiouAEIOU", text[i]) != NULL;
  }
  return letters * 10 >= length * 7 && vowels * 6 >= length && lower * 2 >= length;
}

static void
add_decoded (
  const AnteGuardText *text, GPtrArray *texts, char *decoded, gsize length, guint start, guint end)
{
  g_autofree char *owned = decoded;

  if (texts->len < MOST_TEXTS && decoded != NULL && is_readable (decoded, length)) {
    g_autofree char *whole = g_strndup (decoded, length);

    g_ptr_array_add (texts, ante_guard_text_new_decoded (whole, text->side, start, end));
  }
}

static void
read_base64 (const AnteGuardText *text,
             GPtrArray *texts,
             const char *token,
             gsize length,
             guint start,
             guint end)
{
  g_autofree char *copy = g_strndup (token, length);
  gsize size = 0;
  guchar *decoded = NULL;

  for (char *p = copy; *p != '\0'; p++)
    *p = *p == '-' ? '+' : *p == '_' ? '/' : *p;
  while (length % 4 != 0) {
    char *longer = g_strconcat (copy, "=", NULL);

    g_free (copy);
    copy = longer;
    length++;
  }
  decoded = g_base64_decode (copy, &size);
  add_decoded (text, texts, (char *) decoded, size, start, end);
}

static void
read_hex (const AnteGuardText *text,
          GPtrArray *texts,
          const char *token,
          gsize length,
          guint start,
          guint end)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (gsize i = 0; i + 1 < length; i += 2)
    g_string_append_c (
      decoded, (char) (g_ascii_xdigit_value (token[i]) * 16 + g_ascii_xdigit_value (token[i + 1])));
  add_decoded (text, texts, g_strndup (decoded->str, decoded->len), decoded->len, start, end);
}

static gboolean
is_base64_char (char c)
{
  return g_ascii_isalnum (c) || strchr ("+/=-_", c) != NULL;
}

/* A word that is no word: letters of both cases or digits mixed, and long. */
static gboolean
looks_encoded (const char *token, gsize length)
{
  guint upper = 0;
  guint lower = 0;
  guint changes = 0;

  for (gsize i = 0; i < length; i++) {
    upper += g_ascii_isupper (token[i]);
    lower += g_ascii_islower (token[i]);
    changes += i > 0 && g_ascii_isupper (token[i]) != g_ascii_isupper (token[i - 1]);
  }
  return upper >= 2 && lower >= 2 && changes >= 3;
}

static void
read_tokens (const AnteGuardText *text, GPtrArray *texts)
{
  const char *p = text->original;

  while (*p != '\0') {
    gsize length = 0;
    gsize hex = 0;
    guint start = (guint) (p - text->original);

    while (p[length] != '\0' && is_base64_char (p[length]))
      length++;
    hex = strspn (p, "0123456789abcdefABCDEF");
    if (length >= FEWEST_CHARS && hex == length && length % 2 == 0 && length >= 16)
      read_hex (text, texts, p, length, start, start + (guint) length);
    else if (length >= FEWEST_CHARS && looks_encoded (p, length))
      read_base64 (text, texts, p, length, start, start + (guint) length);
    p += MAX (length, 1);
  }
}

/* "67 75 61 …", "01100111 …", "%67%75": one sign at a time. */
static void
read_signs (const AnteGuardText *text, GPtrArray *texts)
{
  const char *p = text->original;

  while (*p != '\0') {
    g_autoptr (GString) decoded = NULL;
    const char *start = p;
    const char *end = p;

    if ((!g_ascii_isxdigit (*p) && *p != '%' && *p != '\\') ||
        (*p != '%' && *p != '\\' && p > text->original && g_ascii_isalnum (p[-1]))) {
      p++;
      continue;
    }
    decoded = g_string_new (NULL);

    while (*end != '\0') {
      gsize hex = strspn (end, "0123456789abcdefABCDEF");
      gsize bits = strspn (end, "01");

      if (*end == '%' && g_ascii_isxdigit (end[1]) && g_ascii_isxdigit (end[2])) {
        g_string_append_c (
          decoded, (char) (g_ascii_xdigit_value (end[1]) * 16 + g_ascii_xdigit_value (end[2])));
        end += 3;
      } else if (bits == 8) {
        g_string_append_c (decoded, (char) g_ascii_strtoull (end, NULL, 2));
        end += 8 + (end[8] == ' ');
      } else if (hex == 2 && (end[2] == ' ' || end[2] == '\0' || end[2] == ':')) {
        g_string_append_c (
          decoded, (char) (g_ascii_xdigit_value (end[0]) * 16 + g_ascii_xdigit_value (end[1])));
        end += 2 + (end[2] != '\0');
      } else if (end[0] == '\\' && end[1] == 'x' && g_ascii_isxdigit (end[2]) &&
                 g_ascii_isxdigit (end[3])) {
        g_string_append_c (
          decoded, (char) (g_ascii_xdigit_value (end[2]) * 16 + g_ascii_xdigit_value (end[3])));
        end += 4;
      } else {
        break;
      }
    }
    /* An address may have such signs by right. */
    if (decoded->len >= 4 && memchr (text->original, '?', (gsize) (start - text->original)) == NULL)
      add_decoded (text, texts, g_strndup (decoded->str, decoded->len), decoded->len,
                   (guint) (start - text->original), (guint) (end - text->original));
    p = end > p ? end : p + 1;
  }
}

/* Words that nearly every sentence has; "gur" and "eht" are the same, hidden. */
#define COMMON                                                                                     \
  "the|you|your|and|rules|ignore|for|free|with|this|that|price|give|all|prompt|every|now|say|"     \
  "system|me|is|guaranteed|discount|instructions|to|previous|forget|off|a|i|my|it|of|in|what|do"

static guint
count_common (const char *text)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  const AnteLine *line = NULL;
  guint n = 0;

  ante_talk_add (talk, TRUE, text);
  line = ante_talk_line (talk, 0);
  for (guint i = 0; i < ante_line_n_words (line); i++)
    n += ante_word_is (ante_line_word (line, i), COMMON);
  return n;
}

/* Sure to be one of the languages that are told apart. */
static gboolean
reads_as_it_stands (const AnteGuardText *text)
{
  AnteSpeech speech = ante_guard_speech (text);

  return speech != ANTE_SPEECH_UNSURE && speech != ANTE_SPEECH_OTHER;
}

static void
read_rotated (const AnteGuardText *text, GPtrArray *texts)
{
  g_autofree char *rotated = NULL;
  g_autofree char *reversed = NULL;
  guint own = 0;
  guint length = (guint) strlen (text->original);

  /* A text that reads as it stands is not turned. */
  for (guint i = 0; i < ante_guard_n_words (text); i++)
    own += ante_guard_word_is (text, i, COMMON);
  if (own > 1 || ante_guard_n_words (text) < 3 || reads_as_it_stands (text))
    return;
  rotated = g_strdup (text->plain);
  reversed = g_utf8_strreverse (text->plain, -1);
  for (char *p = rotated; *p != '\0'; p++) {
    if (g_ascii_isalpha (*p)) {
      char first = g_ascii_isupper (*p) ? 'A' : 'a';

      *p = (char) (first + (*p - first + 13) % 26);
    }
  }
  if (count_common (rotated) >= own + 2)
    add_decoded (text, texts, g_strdup (rotated), strlen (rotated), 0, length);
  if (count_common (reversed) >= own + 2)
    add_decoded (text, texts, g_strdup (reversed), strlen (reversed), 0, length);
}

/* Letters that only a machine reads, each a plain one far up in the table. */
static void
read_tags (const AnteGuardText *text, GPtrArray *texts)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  const char *first = NULL;
  const char *last = NULL;

  for (const char *p = text->original; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0xE0020 && c < 0xE007F) {
      g_string_append_c (decoded, (char) (c - 0xE0000));
      first = first != NULL ? first : p;
      last = g_utf8_next_char (p);
    }
  }
  if (decoded->len > 6)
    add_decoded (text, texts, g_strdup (decoded->str), decoded->len,
                 (guint) (first - text->original), (guint) (last - text->original));
}

GPtrArray *
ante_guard_text_decode (const AnteGuardText *text)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_guard_text_free);

  read_tokens (text, texts);
  read_signs (text, texts);
  read_rotated (text, texts);
  read_tags (text, texts);
  return texts;
}
