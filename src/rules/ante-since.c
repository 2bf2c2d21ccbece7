#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-since.h"

#include <string.h>

#include "rules/ante-day-words.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)
/* Instagram is younger. */
#define FIRST_YEAR 2000
#define LAST_YEAR 2100

static gint64
to_ms (GDateTime *time)
{
  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

static gint64
day_start (GDateTime *now, int year, int month, int day)
{
  g_autoptr (GDateTime) start = NULL;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  start = g_date_time_new (g_date_time_get_timezone (now), year, month, day, 0, 0, 0);
  return to_ms (start);
}

static gint64
start_of (GDateTime *day)
{
  return day_start (day, g_date_time_get_year (day), g_date_time_get_month (day),
                    g_date_time_get_day_of_month (day));
}

/* The last such day that has begun. */
static gint64
yearless (GDateTime *now, int month, int day)
{
  gint64 start = day_start (now, g_date_time_get_year (now), month, day);

  for (int back = 1; back <= 4 && (start == 0 || start > to_ms (now)); back++)
    start = day_start (now, g_date_time_get_year (now) - back, month, day);
  return start;
}

static gint64
days_back (GDateTime *now, int days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -days);

  return day != NULL ? start_of (day) : 0;
}

static gint64
span_back (GDateTime *now, int n, char unit)
{
  g_autoptr (GDateTime) day = NULL;

  switch (unit) {
  case 'm':
    return to_ms (now) - n * MINUTE_MS;
  case 'h':
    return to_ms (now) - n * HOUR_MS;
  case 'd':
    return days_back (now, n);
  case 'w':
    return days_back (now, 7 * n);
  case 'M':
    day = g_date_time_add_months (now, -n);
    break;
  case 'y':
    day = g_date_time_add_years (now, -MIN (n, 1000));
    break;
  default:
    return 0;
  }
  return day != NULL ? start_of (day) : 0;
}

/* @back 0: the week, month or year of @now; 1: the one before it. */
static gint64
period (GDateTime *now, char unit, int back)
{
  int year = g_date_time_get_year (now);
  int month = g_date_time_get_month (now) - back;

  switch (unit) {
  case 'w':
    return days_back (now, g_date_time_get_day_of_week (now) - 1 + 7 * back);
  case 'M':
    return month > 0 ? day_start (now, year, month, 1) : day_start (now, year - 1, 12, 1);
  case 'y':
    return day_start (now, year - back, 1, 1);
  default:
    return 0;
  }
}

/* @before: not today, though today be such a day. */
static gint64
weekday (GDateTime *now, int day, gboolean before)
{
  int back = (g_date_time_get_day_of_week (now) - day + 7) % 7;

  return days_back (now, back == 0 && before ? 7 : back);
}

/* "2026-03-04", "2026-03", "2026", "4.3.2026", "4.3.", "3d". */
static gint64
one_number (GDateTime *now, const char *word)
{
  const char *rest = NULL;
  int first = ante_day_words_take_number (word, &rest);
  char sign = *rest;
  int second = 0;
  int third = 0;

  if (first < 0)
    return 0;
  if (sign == '\0')
    return first >= FIRST_YEAR ? day_start (now, first, 1, 1) : 0;
  if (first > 0 && ante_day_words_find_unit (rest) != 0)
    return span_back (now, first, ante_day_words_find_unit (rest));
  if (strchr ("-./", sign) == NULL || (second = ante_day_words_take_number (rest + 1, &rest)) < 0)
    return 0;
  if (*rest == sign && rest[1] != '\0' &&
      ((third = ante_day_words_take_number (rest + 1, &rest)) < 0 || *rest != '\0'))
    return 0;
  if (*rest != '\0' && !g_str_equal (rest, "."))
    return 0;
  if (sign == '-' || first >= FIRST_YEAR)
    return day_start (now, first, second, third != 0 ? third : 1);
  /* "3/4" is a day in April to some and in March to others. */
  if (sign == '/')
    return 0;
  return third != 0 ? day_start (now, third, second, first) : yearless (now, second, first);
}

/* "march", "march 3", "3 march", "march 2025", "3 march 2025", "march 3 2025"; 0: none. */
static gint64
with_month (GDateTime *now, char **words)
{
  int month = 0;
  int year = 0;
  int day = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    const char *rest = NULL;
    int number = ante_day_words_take_number (words[i], &rest);

    if (number >= FIRST_YEAR && *rest == '\0' && year == 0)
      year = number;
    else if (number > 0 && number <= 31 && day == 0 &&
             (*rest == '\0' || ante_day_words_is_ordinal (rest)))
      day = number;
    else if (number < 0 && month == 0 && (month = ante_day_words_find_month (words[i])) != 0)
      continue;
    else
      return 0;
  }
  if (month == 0)
    return 0;
  return year != 0 ? day_start (now, year, month, MAX (day, 1))
                   : yearless (now, month, MAX (day, 1));
}

static gint64
one_word (GDateTime *now, const char *word)
{
  int day = ante_day_words_find_weekday (word);

  if (g_str_equal (word, "today"))
    return days_back (now, 0);
  if (g_str_equal (word, "yesterday"))
    return days_back (now, 1);
  return day != 0 ? weekday (now, day, FALSE) : 0;
}

/* "last week", "this month", "last friday", "last march". */
static gint64
two_words (GDateTime *now, char **words)
{
  gboolean last = g_str_equal (words[0], "last");
  char unit = ante_day_words_find_unit (words[1]);
  int day = ante_day_words_find_weekday (words[1]);

  if (!last && !g_str_equal (words[0], "this"))
    return 0;
  if (day != 0)
    return weekday (now, day, last);
  if (ante_day_words_find_month (words[1]) != 0)
    return with_month (now, words + 1);
  return period (now, unit, last ? 1 : 0);
}

/* "3 days ago", "a week ago", "3 days". */
static gint64
span (GDateTime *now, char **words)
{
  const char *rest = "";
  gboolean one = g_str_equal (words[0], "a") || g_str_equal (words[0], "an");
  int n = one ? 1 : ante_day_words_take_number (words[0], &rest);
  gboolean tail = words[2] == NULL || (g_str_equal (words[2], "ago") && words[3] == NULL);

  if (n <= 0 || *rest != '\0' || !tail || (one && words[2] == NULL))
    return 0;
  return span_back (now, n, ante_day_words_find_unit (words[1]));
}

/**
 * ante_since_parse:
 * @text: (nullable): a day as a person types it: "2026-03-01", "march", "last week", "3 days ago";
 * "-" may stand between its words
 * @now: ms
 * @zone: where the coach is
 *
 * English words, and the days and months of the reader's own language. Weeks begin on Monday. A day
 * without a year is the last one that has begun.
 *
 * Returns: when that day or stretch of days began, ms; 0 when it was not understood
 */
gint64
ante_since_parse (const char *text, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *spaced = g_strdup (text != NULL ? text : "");
  g_auto (GStrv) words = NULL;
  gint64 at = 0;

  if (!g_ascii_isdigit (*spaced) || strpbrk (spaced, "abcdefghijklmnopqrstuvwxyz") != NULL)
    g_strdelimit (spaced, "-_", ' ');
  words = ante_day_words_split (spaced);
  if (words == NULL)
    return 0;
  at = with_month (local, words);
  if (at == 0 && words[1] == NULL)
    at = one_number (local, words[0]);
  if (at == 0 && words[1] == NULL)
    at = one_word (local, words[0]);
  if (at == 0 && words[1] != NULL && words[2] == NULL)
    at = two_words (local, words);
  if (at == 0 && words[1] != NULL)
    at = span (local, words);
  return MAX (at, 0);
}
