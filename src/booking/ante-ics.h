#pragma once

#include "booking/ante-ics-damage.h"
#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/* The most that is read of one calendar. */
#define ANTE_ICS_MAX_BYTES (20 * 1024 * 1024)
#define ANTE_ICS_MAX_EVENTS 50000

/* Instances of one event that repeats. */
#define ANTE_ICS_MAX_INSTANCES 500

/**
 * AnteIcsRange:
 * @from: what begins before it is left out, ms
 * @to: what begins then or later is, ms
 * @now: what repeats without an end is followed from two weeks before it to 60 days after it where
 *   @from and @to lie further out, ms
 *
 * Which events are wanted.
 */
typedef struct {
  gint64 from;
  gint64 to;
  gint64 now;
} AnteIcsRange;

/* Everything that has an end. */
AnteIcsRange ante_ics_range_all (gint64 now);
/* What bookings are watched in: two weeks back, so that a late word is heard, and 60 days ahead. */
AnteIcsRange ante_ics_range_watch (gint64 now);

/**
 * AnteIcs:
 * @events: (element-type AnteCalendarEvent): in the range, by time; of what repeats, an instance
 *   each, once; cancelled ones too
 * @damage: (element-type AnteIcsDamage): in the order of the file
 * @n_events: what could be read of the calendar, in the range or not, what repeats as one
 * @n_lost: events that could not
 * @name: (nullable): what the calendar calls itself
 * @refresh_s: how often it wants to be asked at most, or 0
 * @is_calendar: it begins as one
 * @is_whole: it ends as one: nothing was cut off
 * @is_busy_only: it tells when somebody is busy and nothing else
 *
 * A calendar that was read.
 */
typedef struct {
  GPtrArray *events;
  GPtrArray *damage;
  guint n_events;
  guint n_lost;
  char *name;
  gint64 refresh_s;
  gboolean is_calendar;
  gboolean is_whole;
  gboolean is_busy_only;
} AnteIcs;

/**
 * ante_ics_read:
 * @bytes: a calendar, in whatever state it came
 * @zone: where the coach is: for whole days and for times without a zone
 *
 * Reads a calendar on any thread, one at a time; takes up to a few seconds. What is damaged is
 * told by its line and never takes its neighbours along. Nothing from outside is trusted for its
 * size: bytes, events, lines and repetitions are bounded.
 *
 * Returns: (transfer full): never %NULL
 */
AnteIcs *ante_ics_read (GBytes *bytes, const AnteIcsRange *range, GTimeZone *zone);
void ante_ics_free (AnteIcs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteIcs, ante_ics_free)

G_END_DECLS
