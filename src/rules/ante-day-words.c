#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-day-words.h"

#include <string.h>

#define MAX_CHARS 60
#define MAX_WORDS 10

/* Which of the names of @format (of a day or a month in the reader's own language) @word is, or an
 * English one; three letters do. 0: none. */
static int
find_name (const char *word, const char *const *english, int n, const char *format)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int i = 0; i < n; i++) {
    /* 1 January 2024 was a Monday. */
    g_autoptr (GDateTime) sample =
      g_date_time_new_utc (2024, n == 12 ? i + 1 : 1, n == 7 ? i + 1 : 1, 0, 0, 0);
    g_autofree char *own = g_date_time_format (sample, format);
    g_autofree char *own_folded = g_utf8_casefold (own, -1);
    gsize length = strlen (folded);

    if (length >= 3 && g_str_has_prefix (english[i], folded))
      return i + 1;
    if (g_utf8_strlen (folded, -1) >= 2 && g_str_has_prefix (own_folded, folded))
      return i + 1;
  }
  return 0;
}

int
ante_day_words_find_weekday (const char *word)
{
  static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
                                      "friday", "saturday", "sunday" };

  return find_name (word, days, G_N_ELEMENTS (days), "%A");
}

int
ante_day_words_find_month (const char *word)
{
  static const char *const months[] = { "january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december" };

  return find_name (word, months, G_N_ELEMENTS (months), "%B");
}

char
ante_day_words_find_unit (const char *word)
{
  static const struct {
    const char *word;
    char unit;
  } units[] = {
    { "min", 'm' },  { "mins", 'm' },  { "minute", 'm' }, { "minutes", 'm' }, { "h", 'h' },
    { "hour", 'h' }, { "hours", 'h' }, { "d", 'd' },      { "day", 'd' },     { "days", 'd' },
    { "w", 'w' },    { "week", 'w' },  { "weeks", 'w' },  { "month", 'M' },   { "months", 'M' },
    { "year", 'y' }, { "years", 'y' },
  };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (units); i++) {
    if (g_str_equal (units[i].word, word))
      return units[i].unit;
  }
  return 0;
}

int
ante_day_words_take_number (const char *word, const char **rest)
{
  int n = 0;
  const char *p = word;

  for (; g_ascii_isdigit (*p) && p - word < 4; p++)
    n = n * 10 + (*p - '0');
  *rest = p;
  return p == word || g_ascii_isdigit (*p) ? -1 : n;
}

gboolean
ante_day_words_is_ordinal (const char *rest)
{
  static const char *const endings[] = { ".", "th", "st", "nd", "rd", NULL };

  return g_strv_contains (endings, rest);
}

GStrv
ante_day_words_split (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MAX_CHARS)
    return NULL;
  folded = g_utf8_strdown (text, -1);
  parts = g_strsplit_set (folded, " ,\t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0')
      continue;
    g_strv_builder_add (words, parts[i]);
    n++;
  }
  return n > 0 && n <= MAX_WORDS ? g_strv_builder_end (words) : NULL;
}
