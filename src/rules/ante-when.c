#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-when.h"

#include <string.h>

#include "rules/ante-day-words.h"

/* When a person begins to look, where no hour is named. */
#define MORNING (9 * 60)
#define EVENING (21 * 60)
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define MAX_YEARS 5

/* What has been understood so far. */
typedef struct {
  GDateTime *now;
  GDateTime *day;
  int weekday; /* 1 is Monday; 0: none was named */
  int minutes; /* of the day; -1: none were named */
  gint64 span; /* from now, ms */
  gboolean yearless;
} Reading;

static gint64
at_minutes (GDateTime *day, int minutes)
{
  g_autoptr (GDateTime) time = g_date_time_new (
    g_date_time_get_timezone (day), g_date_time_get_year (day), g_date_time_get_month (day),
    g_date_time_get_day_of_month (day), minutes / 60, minutes % 60, 0);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

static gint64
morning_in (GDateTime *now, int days, int months)
{
  g_autoptr (GDateTime) then = g_date_time_add_full (now, 0, months, days, 0, 0, 0);

  return at_minutes (then, MORNING);
}

/* Three hours on, at a full hour, as long as the day has any; 0 when it is over. */
static gint64
later_today (GDateTime *now)
{
  int minutes = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  int later = (minutes + 3 * 60 + 59) / 60 * 60;

  if (minutes < EVENING - 60)
    return at_minutes (now, MIN (later, EVENING));
  later = (minutes + 60 + 59) / 60 * 60;
  return later < 24 * 60 ? at_minutes (now, later) : 0;
}

static const char *const nicks[] = { "later-today", "tomorrow", "monday", "two-weeks",
                                     "next-month" };

const char *
ante_when_to_nick (AnteWhen when)
{
  g_return_val_if_fail ((guint) when < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[when];
}

gboolean
ante_when_from_nick (const char *nick, AnteWhen *when)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++) {
    if (g_str_equal (nicks[i], nick)) {
      *when = (AnteWhen) i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * ante_when_choose:
 * @now: ms
 * @zone: where the coach is
 *
 * Returns: when that is, ms; 0 where there is no such time any more: late in the evening nothing is
 * later today
 */
gint64
ante_when_choose (AnteWhen when, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  switch (when) {
  case ANTE_WHEN_LATER_TODAY:
    return later_today (local);
  case ANTE_WHEN_TOMORROW:
    return morning_in (local, 1, 0);
  case ANTE_WHEN_MONDAY:
    return morning_in (local, 8 - g_date_time_get_day_of_week (local), 0);
  case ANTE_WHEN_TWO_WEEKS:
    return morning_in (local, 14, 0);
  case ANTE_WHEN_NEXT_MONTH:
    return morning_in (local, 0, 1);
  default:
    return 0;
  }
}

/* --- words ---------------------------------------------------------------------------------- */

static void
set_day (Reading *reading, GDateTime *day)
{
  g_clear_pointer (&reading->day, g_date_time_unref);
  reading->day = day;
}

static gboolean
has_day (const Reading *reading)
{
  return reading->day != NULL || reading->weekday != 0;
}

static gboolean
add_span (Reading *reading, int n, char unit)
{
  if (n <= 0 || n > 1000)
    return FALSE;
  if (unit == 'm')
    reading->span += n * MINUTE_MS;
  else if (unit == 'h')
    reading->span += n * HOUR_MS;
  else
    set_day (reading, g_date_time_add_full (reading->now, 0,
                                            unit == 'M'   ? n
                                            : unit == 'y' ? 12 * n
                                                          : 0,
                                            unit == 'w'   ? 7 * n
                                            : unit == 'd' ? n
                                                          : 0,
                                            0, 0, 0));
  return TRUE;
}

static gboolean
take_date (Reading *reading, int year, int month, int day)
{
  GDateTime *date = NULL;

  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  reading->yearless = year == 0;
  date =
    g_date_time_new (g_date_time_get_timezone (reading->now),
                     year != 0 ? year : g_date_time_get_year (reading->now), month, day, 12, 0, 0);
  if (date != NULL)
    set_day (reading, date);
  return date != NULL;
}

static gboolean
take_time (Reading *reading, int hour, int minute, const char *half)
{
  gboolean pm = g_strcmp0 (half, "pm") == 0;
  gboolean am = g_strcmp0 (half, "am") == 0;

  if (hour < 0 || minute < 0 || minute > 59 || hour > (am || pm ? 12 : 23) ||
      ((am || pm) && hour == 0))
    return FALSE;
  reading->minutes = (am || pm ? hour % 12 : hour) * 60 + minute + (pm ? 12 * 60 : 0);
  return TRUE;
}

static gboolean
is_hour_word (const char *word)
{
  static const char *const words[] = { "am", "pm", "uhr", "h", "o'clock", NULL };

  return word != NULL && g_strv_contains (words, word);
}

/* "16:00", "4:30pm", "2026-03-04", "4.3.", "4.3.2026": what stands after the first number. */
static gboolean
take_compound (Reading *reading, int first, const char *rest)
{
  char sign = *rest;
  int second = ante_day_words_take_number (rest + 1, &rest);
  int third = 0;

  if (second < 0)
    return FALSE;
  if (sign == ':')
    return (*rest == '\0' || is_hour_word (rest)) && take_time (reading, first, second, rest);
  if (*rest == sign && rest[1] != '\0' &&
      (third = ante_day_words_take_number (rest + 1, &rest)) < 0)
    return FALSE;
  if (*rest != '\0' && !(sign == '.' && g_str_equal (rest, ".")))
    return FALSE;
  return sign == '-' ? take_date (reading, first, second, third)
                     : take_date (reading, third, second, first);
}

/* How many words were understood, from the number at @words on; 0: none. */
static guint
take_numbered (Reading *reading, char **words)
{
  const char *rest = NULL;
  int n = ante_day_words_take_number (words[0], &rest);
  gboolean ordinal = ante_day_words_is_ordinal (rest);
  int month =
    words[1] != NULL && (*rest == '\0' || ordinal) ? ante_day_words_find_month (words[1]) : 0;

  if (n < 0)
    return 0;
  if (month != 0)
    return take_date (reading, 0, month, n) ? 2 : 0;
  if (*rest == ':' || *rest == '-' || (*rest == '.' && rest[1] != '\0'))
    return take_compound (reading, n, rest) ? 1 : 0;
  if (is_hour_word (rest) && !(g_str_equal (rest, "h") && !has_day (reading)))
    return take_time (reading, n, 0, rest) ? 1 : 0;
  if (ante_day_words_find_unit (rest) != 0)
    return add_span (reading, n, ante_day_words_find_unit (rest)) ? 1 : 0;
  if (*rest != '\0')
    return 0;
  if (ante_day_words_find_unit (words[1]) != 0 &&
      !(has_day (reading) && g_str_equal (words[1], "h")))
    return add_span (reading, n, ante_day_words_find_unit (words[1])) ? 2 : 0;
  if (is_hour_word (words[1]))
    return take_time (reading, n, 0, words[1]) ? 2 : 0;
  return take_time (reading, n, 0, NULL) ? 1 : 0;
}

static gboolean
take_plain (Reading *reading, const char *word)
{
  static const struct {
    const char *word;
    int days; /* -1: it names no day */
    int minutes;
  } plain[] = {
    { "today", 0, -1 },         { "tomorrow", 1, -1 },      { "tonight", 0, 20 * 60 },
    { "noon", -1, 12 * 60 },    { "morning", -1, MORNING }, { "afternoon", -1, 14 * 60 },
    { "evening", -1, 18 * 60 }, { "night", -1, 20 * 60 },
  };
  int weekday = ante_day_words_find_weekday (word);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++) {
    if (!g_str_equal (plain[i].word, word))
      continue;
    if (plain[i].days >= 0)
      set_day (reading, g_date_time_add_days (reading->now, plain[i].days));
    if (plain[i].minutes >= 0)
      reading->minutes = plain[i].minutes;
    return TRUE;
  }
  if (weekday != 0)
    reading->weekday = weekday;
  return weekday != 0;
}

/* "March 4", or its first day. */
static guint
take_month (Reading *reading, char **words)
{
  const char *rest = NULL;
  int month = ante_day_words_find_month (words[0]);
  int day = month != 0 && words[1] != NULL ? ante_day_words_take_number (words[1], &rest) : -1;
  gboolean has_number = day > 0 && day <= 31 && (*rest == '\0' || strlen (rest) == 2) &&
                        !is_hour_word (rest) && !is_hour_word (words[2]);

  if (month == 0)
    return 0;
  if (!take_date (reading, 0, month, has_number ? day : 1))
    return 0;
  return has_number ? 2 : 1;
}

static guint
take_words (Reading *reading, char **words)
{
  static const char *const fillers[] = { "at", "on", "in", "the", "next", "this", "um", NULL };
  guint taken = take_numbered (reading, words);

  if (taken > 0)
    return taken;
  if (g_str_equal (words[0], "next") && ante_day_words_find_unit (words[1]) != 0)
    return add_span (reading, 1, ante_day_words_find_unit (words[1])) ? 2 : 0;
  if ((g_str_equal (words[0], "a") || g_str_equal (words[0], "an")) &&
      ante_day_words_find_unit (words[1]) != 0)
    return add_span (reading, 1, ante_day_words_find_unit (words[1])) ? 2 : 0;
  if (g_strv_contains (fillers, words[0]) && words[1] != NULL)
    return 1;
  if ((taken = take_month (reading, words)) > 0)
    return taken;
  /* Of the time before it. */
  if (is_hour_word (words[0]) && reading->minutes >= 60)
    return take_time (reading, reading->minutes / 60, reading->minutes % 60, words[0]) ? 1 : 0;
  return take_plain (reading, words[0]) ? 1 : 0;
}

/* --- a time --------------------------------------------------------------------------------- */

static gint64
settle_weekday (const Reading *reading, int minutes, gint64 now)
{
  int days = (reading->weekday - g_date_time_get_day_of_week (reading->now) + 7) % 7;
  g_autoptr (GDateTime) day = g_date_time_add_days (reading->now, days);
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 7);
  gint64 at = at_minutes (day, minutes);

  return at > now && (days > 0 || reading->minutes >= 0) ? at : at_minutes (next, minutes);
}

static gint64
settle (const Reading *reading, gint64 now)
{
  int minutes = reading->minutes >= 0 ? reading->minutes : MORNING;
  g_autoptr (GDateTime) next = NULL;
  gint64 at = 0;

  if (reading->span > 0)
    return has_day (reading) || reading->minutes >= 0 ? 0 : now + reading->span;
  if (reading->weekday != 0)
    return settle_weekday (reading, minutes, now);
  if (reading->day == NULL && reading->minutes < 0)
    return 0;
  if (reading->day != NULL && reading->minutes < 0 &&
      g_date_time_get_day_of_year (reading->day) == g_date_time_get_day_of_year (reading->now) &&
      g_date_time_get_year (reading->day) == g_date_time_get_year (reading->now))
    return later_today (reading->now);

  at = at_minutes (reading->day != NULL ? reading->day : reading->now, minutes);
  if (at > now)
    return at;
  if (reading->day == NULL)
    next = g_date_time_add_days (reading->now, 1);
  else if (reading->yearless)
    next = g_date_time_add_years (reading->day, 1);
  return next != NULL ? at_minutes (next, minutes) : 0;
}

/**
 * ante_when_parse:
 * @text: (nullable): what a person typed: "fri 4pm", "tomorrow 9", "in 2 weeks", "4 march", "16:30"
 * @now: ms
 * @zone: where the coach is
 *
 * English words, and the days and months of the reader's own language. What names no hour is meant
 * for nine in the morning.
 *
 * Returns: the time, which is after @now, ms; 0 when it was not understood or lies back
 */
gint64
ante_when_parse (const char *text, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_auto (GStrv) words = ante_day_words_split (text);
  Reading reading = { .now = local, .minutes = -1 };
  gboolean understood = words != NULL;
  gint64 at = 0;

  for (guint i = 0; understood && words[i] != NULL;) {
    guint taken = take_words (&reading, words + i);

    understood = taken > 0;
    i += taken;
  }
  if (understood)
    at = settle (&reading, now);
  g_clear_pointer (&reading.day, g_date_time_unref);
  return at > now && at < now + MAX_YEARS * 366 * 24 * HOUR_MS ? at : 0;
}
