#include "rules/ante-match.h"

#include <string.h>

/* Written over a letter, or there for the direction of a text alone: not typed to find it. */
static gboolean
is_unheard (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_FORMAT;
}

/**
 * ante_match_fold:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): @text as ante_match() reads it: its words in small letters without
 * accents, one space between them
 */
char *
ante_match_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (apart != NULL ? apart : "", -1);
  GString *folded = g_string_new (NULL);
  gboolean between = FALSE;

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_unheard (c))
      continue;
    if (g_unichar_isspace (c) || g_unichar_ispunct (c)) {
      between = TRUE;
      continue;
    }
    if (between && folded->len > 0)
      g_string_append_c (folded, ' ');
    between = FALSE;
    g_string_append_unichar (folded, c);
  }
  return g_string_free (folded, FALSE);
}

static AnteMatch
match_word (const char *text, const char *word)
{
  const char *found = strstr (text, word);
  AnteMatch match = found != NULL ? ANTE_MATCH_INSIDE : ANTE_MATCH_NONE;

  for (; found != NULL; found = strstr (found + 1, word)) {
    if (found == text || found[-1] == ' ')
      return ANTE_MATCH_WORDS;
  }
  return match;
}

/**
 * ante_match:
 * @text: from ante_match_fold()
 * @query: from ante_match_fold(): words in any order, of which all must be in @text
 */
AnteMatch
ante_match (const char *text, const char *query)
{
  g_auto (GStrv) words = NULL;
  AnteMatch match = ANTE_MATCH_WORDS;

  if (g_str_has_prefix (text, query))
    return ANTE_MATCH_PREFIX;
  words = g_strsplit (query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    match = MIN (match, match_word (text, words[i]));
  return match;
}
