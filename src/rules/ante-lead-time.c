#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-lead-time.h"

#include <glib/gi18n.h>

#include "rules/ante-working-hours.h"
#include "rules/ante-zone.h"

static GTimeZone *
find_zone (const char *lead_zone, GTimeZone *here)
{
  GTimeZone *zone = ante_zone_find (lead_zone);

  return zone != NULL ? zone : g_time_zone_ref (here);
}

static GDateTime *
to_zone (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static int
compare_dates (GDateTime *a, GDateTime *b)
{
  GDate one = { 0 };
  GDate other = { 0 };

  g_date_set_dmy (&one, (GDateDay) g_date_time_get_day_of_month (a),
                  (GDateMonth) g_date_time_get_month (a), (GDateYear) g_date_time_get_year (a));
  g_date_set_dmy (&other, (GDateDay) g_date_time_get_day_of_month (b),
                  (GDateMonth) g_date_time_get_month (b), (GDateYear) g_date_time_get_year (b));
  return g_date_days_between (&other, &one);
}

/**
 * ante_lead_time_at:
 * @lead_zone: (nullable): an IANA name
 * @here: where the coach is
 */
AnteLeadTime
ante_lead_time_at (gint64 at, const char *lead_zone, GTimeZone *here)
{
  g_autoptr (GTimeZone) zone = ante_zone_find (lead_zone);
  g_autoptr (GDateTime) ours = to_zone (at, here);
  g_autoptr (GDateTime) theirs = to_zone (at, zone != NULL ? zone : here);
  AnteLeadTime time = { .known = zone != NULL };
  int hour = 0;

  if (ours == NULL || theirs == NULL)
    return (AnteLeadTime){ .weekday = 1 };

  hour = g_date_time_get_hour (theirs);
  time.weekday = g_date_time_get_day_of_week (theirs);
  time.minutes = hour * 60 + g_date_time_get_minute (theirs);
  time.days = compare_dates (theirs, ours);
  time.ahead_minutes =
    (int) ((g_date_time_get_utc_offset (theirs) - g_date_time_get_utc_offset (ours)) /
           G_TIME_SPAN_MINUTE);
  time.is_polite = hour >= ANTE_LEAD_TIME_POLITE_FROM && hour < ANTE_LEAD_TIME_POLITE_UNTIL;
  return time;
}

/**
 * ante_lead_time_to_words:
 *
 * Returns: (transfer full) (nullable): "16:30 for them", "Fri 2:30 for them"; %NULL where it is
 * the same as for the coach, or not known
 */
char *
ante_lead_time_to_words (const AnteLeadTime *self)
{
  /* 1 January 2024 was a Monday. */
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2024, 1, self->weekday, 0, 0, 0);
  g_autofree char *day = g_date_time_format (sample, "%a");
  g_autofree char *clock = g_strdup_printf ("%d:%02d", self->minutes / 60, self->minutes % 60);

  if (!self->known || self->ahead_minutes == 0)
    return NULL;
  if (self->days == 0)
    /* Translators: "16:30" */
    return g_strdup_printf (_ ("%s for them"), clock);
  /* Translators: "Fri", "2:30" */
  return g_strdup_printf (_ ("%s %s for them"), day, clock);
}

/**
 * ante_lead_time_polite:
 * @at: when something is planned, ms
 * @lead_zone: (nullable): an IANA name
 * @here: where the coach is, for a lead whose zone is not known
 *
 * Returns: @at, or when the next hour begins in which one may write, ms: never before @at
 */
gint64
ante_lead_time_polite (gint64 at, const char *lead_zone, GTimeZone *here)
{
  g_autoptr (GTimeZone) zone = find_zone (lead_zone, here);
  g_autoptr (AnteWorkingHours) hours = NULL;
  AnteWorkingSpan spans[7];
  gint64 next = 0;

  for (int i = 0; i < 7; i++)
    spans[i] =
      (AnteWorkingSpan){ i + 1, ANTE_LEAD_TIME_POLITE_FROM * 60, ANTE_LEAD_TIME_POLITE_UNTIL * 60 };
  hours = ante_working_hours_new (zone, spans, G_N_ELEMENTS (spans), NULL, 0);
  next = ante_working_hours_next (hours, at);
  return next >= 0 ? next : at;
}
