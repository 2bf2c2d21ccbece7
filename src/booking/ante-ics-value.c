#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-value.h"

#include <libical/ical.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
#define LAST_YEAR 2500
#define LONGEST_RULE 4000

/* Steps of one rule: thirty years of every hour. Its cost is bounded by it, not what is found. */
#define MOST_STEPS 270000

/* --- times --------------------------------------------------------------------------------- */

/* Days since 1970 of a date of the Gregorian calendar, also before it began. */
static gint64
days_from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int of_era = y - era * 400;
  int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return (gint64) era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

gint64
ante_ics_wall (int year, int month, int day, int hour, int minute, int second)
{
  return days_from_civil (year, month, day) * DAY + hour * 3600 + minute * 60 + second;
}

static gint64
to_wall (struct icaltimetype time)
{
  return ante_ics_wall (time.year, time.month, time.day, time.hour, time.minute, time.second);
}

static struct icaltimetype
from_wall (gint64 wall, gboolean is_date)
{
  gint64 days = wall >= 0 ? wall / DAY : (wall - DAY + 1) / DAY;
  int seconds = (int) (wall - days * DAY);
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  int of_era = (int) (z - era * 146097);
  int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year + year / 4 - year / 100);
  int m = (5 * of_year + 2) / 153;
  struct icaltimetype time = icaltime_null_time ();

  time.day = of_year - (153 * m + 2) / 5 + 1;
  time.month = m < 10 ? m + 3 : m - 9;
  time.year = (int) (year + era * 400) + (time.month <= 2 ? 1 : 0);
  time.is_date = is_date;
  if (!is_date) {
    time.hour = seconds / 3600;
    time.minute = seconds / 60 % 60;
    time.second = seconds % 60;
  }
  return time;
}

/* Some leave the seconds out, which libical does not take. */
static char *
whole_time (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize length = strlen (trimmed);
  gboolean utc = length > 0 && g_ascii_toupper (trimmed[length - 1]) == 'Z';

  if (length == (utc ? 14 : 13) && trimmed[8] == 'T')
    return g_strdup_printf ("%.13s00%s", trimmed, utc ? "Z" : "");
  if (utc)
    trimmed[length - 1] = 'Z';
  return g_steal_pointer (&trimmed);
}

gboolean
ante_ics_time_read (const char *text, AnteIcsTime *time)
{
  g_autofree char *whole = strlen (text) < 40 ? whole_time (text) : NULL;
  struct icaltimetype read = whole != NULL ? icaltime_from_string (whole) : icaltime_null_time ();

  if (icaltime_is_null_time (read) || read.year < 1 || read.year > LAST_YEAR ||
      !g_date_valid_dmy ((GDateDay) CLAMP (read.day, 0, 99), read.month, (GDateYear) read.year) ||
      read.hour < 0 || read.hour > 24 || read.minute < 0 || read.minute > 59 || read.second < 0 ||
      read.second > 60)
    return FALSE;

  *time = (AnteIcsTime){ to_wall (read), read.is_date != 0, icaltime_is_utc (read) };
  return TRUE;
}

gboolean
ante_ics_duration_read (const char *text, AnteIcsDuration *duration)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  struct icaldurationtype read = { 0 };
  gint64 days = 0;
  gint64 seconds = 0;
  int sign = 1;

  if (strlen (trimmed) > 40 || strlen (trimmed) < 3)
    return FALSE;
  read = icaldurationtype_from_string (trimmed);
  if (icaldurationtype_is_bad_duration (read))
    return FALSE;
  sign = read.is_neg ? -1 : 1;
  days = (gint64) read.weeks * 7 + read.days;
  seconds = (gint64) read.hours * 3600 + (gint64) read.minutes * 60 + read.seconds;
  if (days > 3660 || seconds > 3660 * DAY)
    return FALSE;
  *duration = (AnteIcsDuration){ sign * days, sign * seconds };
  return TRUE;
}

/* --- rules --------------------------------------------------------------------------------- */

/* A part that libical would stumble over, and that says nothing. */
static gboolean
is_part (const char *part)
{
  static const char *const names[] = {
    "FREQ=",  "UNTIL=",      "COUNT=",     "INTERVAL=", "BYSECOND=", "BYMINUTE=", "BYHOUR=",
    "BYDAY=", "BYMONTHDAY=", "BYYEARDAY=", "BYWEEKNO=", "BYMONTH=",  "BYSETPOS=", "WKST="
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_has_prefix (part, names[i]))
      return part[strlen (names[i])] != '\0';
  }
  return FALSE;
}

/* As it should have been written: one who gives both an end and a number means the end. */
static char *
mend_rule (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  gboolean has_until = strstr (upper, "UNTIL=") != NULL;
  g_auto (GStrv) parts = g_strsplit (upper, ";", -1);
  GString *mended = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *part = g_strstrip (parts[i]);
    g_autofree char *until =
      g_str_has_prefix (part, "UNTIL=") && strlen (part) < 40 ? whole_time (part + 6) : NULL;

    if (!is_part (part) || (has_until && g_str_has_prefix (part, "COUNT=")))
      continue;
    g_string_append_printf (mended, "%s%s%s", mended->len > 0 ? ";" : "",
                            until != NULL ? "UNTIL=" : part, until != NULL ? until : "");
  }
  return g_string_free (mended, FALSE);
}

/* Rules of other calendars than ours are not followed: libical loses memory over some of them. */
static gboolean
read_rule (const char *text, struct icalrecurrencetype *rule)
{
  g_autofree char *mended = NULL;

  if (strlen (text) > LONGEST_RULE || strcasestr (text, "RSCALE") != NULL)
    return FALSE;
  mended = mend_rule (text);
  *rule = icalrecurrencetype_from_string (mended);
  return rule->freq != ICAL_NO_RECURRENCE;
}

AnteIcsRuleKind
ante_ics_rule_kind (const char *text)
{
  struct icalrecurrencetype rule;

  if (!read_rule (text, &rule))
    return ANTE_ICS_RULE_BAD;
  return rule.count > 0 || !icaltime_is_null_time (rule.until) ? ANTE_ICS_RULE_ENDS
                                                               : ANTE_ICS_RULE_ENDLESS;
}

/* After how long it is as it was; 0 for months and years, which are of no one length. */
static gint64
step_of (const struct icalrecurrencetype *rule)
{
  switch (rule->freq) {
  case ICAL_WEEKLY_RECURRENCE:
    return 7 * DAY * rule->interval;
  case ICAL_DAILY_RECURRENCE:
    return DAY * rule->interval;
  case ICAL_SECONDLY_RECURRENCE:
    return rule->interval;
  case ICAL_MINUTELY_RECURRENCE:
    return 60 * (gint64) rule->interval;
  case ICAL_HOURLY_RECURRENCE:
    return 3600 * (gint64) rule->interval;
  default:
    return 0;
  }
}

/* A rule that ends by itself would be looked for until the year 2582 where it never applies. */
static void
end_rule (struct icalrecurrencetype *rule, const AnteIcsSpan *span)
{
  gint64 until = G_MAXINT64;
  gint64 last = MIN (span->to, ante_ics_wall (LAST_YEAR, 1, 1, 0, 0, 0)) + 2 * DAY;

  if (!icaltime_is_null_time (rule->until)) {
    until = to_wall (rule->until);
    if (rule->until.is_date)
      until += DAY - 1; /* the whole of that day */
    else if (icaltime_is_utc (rule->until) && !span->start.is_utc && !span->start.is_date)
      until = span->to_wall (span->zone, until);
  }
  rule->until = from_wall (MIN (until, last), span->start.is_date);
}

/*
 * What repeats may have begun long ago; most of its past is jumped over. Where a count must be kept
 * it cannot be, and then it may take too long.
 */
static gboolean
begin_rule (struct icalrecurrencetype *rule, const AnteIcsSpan *span, gint64 *start)
{
  gint64 step = step_of (rule);
  gint64 first = MAX (span->from, ante_ics_wall (1, 1, 1, 0, 0, 0)) - DAY;
  gint64 last = MIN (span->to, ante_ics_wall (LAST_YEAR, 1, 1, 0, 0, 0));

  if (rule->count == 0 && step > 0 && first - *start > step)
    *start += (first - *start) / step * step;
  if (step == 0 || step >= DAY)
    return last - *start < 1000 * 366 * DAY;
  return (last - *start) / step < MOST_STEPS ||
         (rule->by_month[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_month_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
          rule->by_second[0] == ICAL_RECURRENCE_ARRAY_MAX);
}

gboolean
ante_ics_rule_expand (const char *text, const AnteIcsSpan *span, GArray *walls, gboolean *is_cut)
{
  struct icalrecurrencetype rule;
  icalrecur_iterator *iterator = NULL;
  gint64 start = span->start.wall;
  guint found = 0;
  guint steps = 0;

  *is_cut = FALSE;
  if (!read_rule (text, &rule) || !begin_rule (&rule, span, &start))
    return FALSE;
  end_rule (&rule, span);
  if (to_wall (rule.until) < MAX (start, span->from))
    return TRUE; /* it was over before that */
  iterator = icalrecur_iterator_new (rule, from_wall (start, span->start.is_date));
  icalerror_clear_errno ();
  if (iterator == NULL)
    return FALSE;

  for (; steps < MOST_STEPS; steps++) {
    struct icaltimetype next = icalrecur_iterator_next (iterator);
    gint64 wall = icaltime_is_null_time (next) ? G_MAXINT64 : to_wall (next);

    if (wall > span->to)
      break;
    if (wall < span->from)
      continue;
    *is_cut = found == span->most;
    if (*is_cut)
      break;
    g_array_append_val (walls, wall);
    found++;
  }
  icalrecur_iterator_free (iterator);
  return steps < MOST_STEPS;
}
