#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-phrase.h"

#include <string.h>

#define LONGEST_GAP 4

static gboolean
is_alternative (const char *word, const char *pattern, gsize length)
{
  if (length == 1 && *pattern == '_')
    return TRUE;
  if (length == 1 && *pattern == '#')
    return g_ascii_isdigit (*word) || is_alternative (word, "@number", strlen ("@number"));
  if (*pattern == '@') {
    const char *alternatives = ante_phrase_class (pattern + 1, length - 1);
    const AnteWord stand_in = { .text = word };

    return alternatives != NULL && ante_word_is (&stand_in, alternatives);
  }
  if (length > 1 && pattern[length - 1] == '*')
    return strncmp (word, pattern, length - 1) == 0;
  return strncmp (word, pattern, length) == 0 && word[length] == '\0';
}

static gboolean
fits (const char *word, const char *pattern, const char *end)
{
  while (pattern < end) {
    const char *bar = memchr (pattern, '|', (gsize) (end - pattern));
    const char *stop = bar != NULL ? bar : end;

    if (is_alternative (word, pattern, (gsize) (stop - pattern)))
      return TRUE;
    pattern = stop + 1;
  }
  return FALSE;
}

/* Whether @word is one of "a|b|c*". */
gboolean
ante_word_is (const AnteWord *word, const char *alternatives)
{
  return fits (word->text, alternatives, alternatives + strlen (alternatives));
}

static gboolean
is_beginning (const AnteLine *line, guint at)
{
  return at == 0 || ante_line_word (line, at - 1)->after != 0 ||
         ante_line_word (line, at - 1)->sentence != ante_line_word (line, at)->sentence;
}

static gboolean
is_end (const AnteLine *line, guint at)
{
  return at == 0 || at >= line->words->len || ante_line_word (line, at - 1)->after != 0 ||
         ante_line_word (line, at)->sentence != ante_line_word (line, at - 1)->sentence;
}

static gboolean
match (const AnteLine *line, guint at, guint sentence, const char *p, guint *after)
{
  const char *end = NULL;
  gboolean maybe = FALSE;

  while (*p == ' ')
    p++;
  if (*p == '\0') {
    *after = at;
    return TRUE;
  }
  end = strchr (p, ' ');
  if (end == NULL)
    end = p + strlen (p);

  if (*p == '~') {
    for (guint gap = 0; gap <= LONGEST_GAP; gap++) {
      if (gap > 0 && (at + gap > line->words->len ||
                      ante_line_word (line, at + gap - 1)->sentence != sentence))
        return FALSE;
      if (match (line, at + gap, sentence, end, after))
        return TRUE;
    }
    return FALSE;
  }
  if (*p == '$')
    return is_end (line, at) && match (line, at, sentence, end, after);
  if (*p == '^')
    return at < line->words->len && is_beginning (line, at) &&
           match (line, at, sentence, end, after);
  /* The sign of a sum stands before it: "£35" is a number, too. */
  if (*p == '#' && at + 1 < line->words->len && ante_word_is (ante_line_word (line, at), "$|€|£") &&
      g_ascii_isdigit (*ante_line_word (line, at + 1)->text))
    return match (line, at + 1, sentence, p, after);
  /* "now|$": that word, or the end. */
  if (end - p > 2 && end[-1] == '$' && end[-2] == '|' && is_end (line, at) &&
      match (line, at, sentence, end, after))
    return TRUE;
  if (*p == '?') {
    maybe = TRUE;
    p++;
  }
  if (at < line->words->len && ante_line_word (line, at)->sentence == sentence &&
      fits (ante_line_word (line, at)->text, p, end) && match (line, at + 1, sentence, end, after))
    return TRUE;
  return maybe && match (line, at, sentence, end, after);
}

/**
 * ante_phrase_is_at:
 * @at: a word of @line
 * @words: a pattern, as #AntePhrase has it
 * @after: (out): the word behind it
 */
gboolean
ante_phrase_is_at (const AnteLine *line, guint at, const char *words, guint *after)
{
  return at < line->words->len &&
         match (line, at, ante_line_word (line, at)->sentence, words, after);
}

/* Most words of most phrases are ruled out by their first letter. */
static gboolean
may_begin (const char *word, const char *pattern)
{
  return !g_ascii_islower (*pattern) || strchr (pattern, '|') != NULL || *word == *pattern;
}

gboolean
ante_phrase_find (const AnteLine *line, guint from, guint to, const char *words, AnteSpan *span)
{
  guint after = 0;

  for (guint at = from; at < to; at++) {
    if (!may_begin (ante_line_word (line, at)->text, words) ||
        !ante_phrase_is_at (line, at, words, &after) || after > to)
      continue;
    if (span != NULL)
      *span = (AnteSpan){ at, MAX (after, at + 1) };
    return TRUE;
  }
  return FALSE;
}

/**
 * ante_phrases_find:
 * @phrases: (array length=n_phrases): in the order of their weight
 * @span: (out) (optional): where it stands
 *
 * Returns: (nullable): the first of @phrases that stands in @line between two words and belongs to
 * a language of the talk; what is in quotation marks is somebody else's
 */
const AntePhrase *
ante_phrases_find (const AnteTalk *talk,
                   const AnteLine *line,
                   guint from,
                   guint to,
                   const AntePhrase *phrases,
                   guint n_phrases,
                   AnteSpan *span)
{
  for (guint i = 0; i < n_phrases; i++) {
    guint at = from;
    AnteSpan found = { 0, 0 };

    if ((phrases[i].tongues & talk->tongues) == 0)
      continue;
    while (ante_phrase_find (line, at, to, phrases[i].words, &found)) {
      if (!ante_line_word (line, found.first)->quoted) {
        if (span != NULL)
          *span = found;
        return &phrases[i];
      }
      at = found.first + 1;
    }
  }
  return NULL;
}

/* How many of @phrases stand in @line. */
guint
ante_phrases_count (const AnteTalk *talk,
                    const AnteLine *line,
                    const AntePhrase *phrases,
                    guint n_phrases)
{
  guint n = 0;

  for (guint i = 0; i < n_phrases; i++)
    n += ante_phrases_find (talk, line, 0, line->words->len, &phrases[i], 1, NULL) != NULL;
  return n;
}
