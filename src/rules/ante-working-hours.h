#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AnteWorkingSpan:
 * @weekday: 1 is Monday
 * @from: minutes of the day, by the clock on the wall
 * @until: when work is over; 24 * 60 for midnight
 */
typedef struct {
  int weekday;
  int from;
  int until;
} AnteWorkingSpan;

/**
 * AnteHolidays:
 * @from: the first day without work, yyyymmdd
 * @until: the last one
 */
typedef struct {
  int from;
  int until;
} AnteHolidays;

/**
 * AnteWorkingHours:
 *
 * When somebody works: the spans of a week in a time zone, but for holidays. It never changes; the
 * references may be of any thread.
 *
 * A moment is working time when the clock on the wall stands within a span then: an hour that the
 * clock goes through twice counts twice, one that it leaves out does not count, nor does a day that
 * a zone left out. The first moment of a span is within, its end is not.
 *
 * Moments are ms, from 1970 until 2100. What lies outside, and what would take more than
 * %ANTE_WORKING_HOURS_MOST_DAYS, is answered by -1.
 */
typedef struct _AnteWorkingHours AnteWorkingHours;

#define ANTE_TYPE_WORKING_HOURS (ante_working_hours_get_type ())
GType ante_working_hours_get_type (void);

/* Who has not opened for so long does not open any more. */
#define ANTE_WORKING_HOURS_NEVER_DAYS 400
#define ANTE_WORKING_HOURS_MOST_DAYS 3660
/* 1 January 2100. */
#define ANTE_WORKING_HOURS_END_MS (G_GINT64_CONSTANT (4102444800) * 1000)

AnteWorkingHours *ante_working_hours_new (GTimeZone *zone,
                                          const AnteWorkingSpan *spans,
                                          guint n_spans,
                                          const AnteHolidays *holidays,
                                          guint n_holidays);
AnteWorkingHours *ante_working_hours_new_usual (GTimeZone *zone);
AnteWorkingHours *ante_working_hours_ref (const AnteWorkingHours *self);
void ante_working_hours_unref (AnteWorkingHours *self);
gboolean ante_working_hours_equal (const AnteWorkingHours *self, const AnteWorkingHours *other);

GTimeZone *ante_working_hours_get_zone (const AnteWorkingHours *self);
const AnteWorkingSpan *
ante_working_hours_get_spans (const AnteWorkingHours *self, int weekday, guint *n_spans);
const AnteHolidays *ante_working_hours_get_holidays (const AnteWorkingHours *self,
                                                     guint *n_holidays);

gboolean ante_working_hours_is_within (const AnteWorkingHours *self, gint64 at);
gint64 ante_working_hours_next (const AnteWorkingHours *self, gint64 at);
gint64 ante_working_hours_add (const AnteWorkingHours *self, gint64 from, gint64 minutes);
gint64 ante_working_hours_add_ms (const AnteWorkingHours *self, gint64 from, gint64 ms);
gint64 ante_working_hours_between (const AnteWorkingHours *self, gint64 from, gint64 to);

/* ante-working-hours-json.c */
AnteWorkingHours *ante_working_hours_parse (const char *json, gssize length, GError **error);
char *ante_working_hours_write (const AnteWorkingHours *self);
/* ante-working-hours-words.c */
char *ante_working_hours_to_words (const AnteWorkingHours *self);
gboolean ante_working_hours_read_words (const char *words, GArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteWorkingHours, ante_working_hours_unref)

G_END_DECLS
