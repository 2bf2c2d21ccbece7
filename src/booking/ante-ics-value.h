#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The values of iCalendar, read by libical; nothing else includes it, since its next version has
 * other names. It keeps global state: the caller sees to it that one thread is here at a time.
 */

/**
 * AnteIcsTime:
 * @wall: seconds, as though the time were UTC
 * @is_date: it is a day
 * @is_utc: it is UTC
 */
typedef struct {
  gint64 wall;
  gboolean is_date;
  gboolean is_utc;
} AnteIcsTime;

/* FALSE for what is no time, or not between the years 1 and 2500. */
gboolean ante_ics_time_read (const char *text, AnteIcsTime *time);

/**
 * AnteIcsDuration:
 * @days: whole ones, by the calendar: some have 23 hours
 * @seconds: what comes on top
 */
typedef struct {
  gint64 days;
  gint64 seconds;
} AnteIcsDuration;

/* FALSE for none, and for more than ten years. */
gboolean ante_ics_duration_read (const char *text, AnteIcsDuration *duration);

/* Whether and until when a rule goes on. */
typedef enum {
  ANTE_ICS_RULE_BAD,
  ANTE_ICS_RULE_ENDLESS,
  ANTE_ICS_RULE_ENDS,
} AnteIcsRuleKind;

AnteIcsRuleKind ante_ics_rule_kind (const char *text);

/* What converts an UNTIL in UTC into what a clock shows where the event is. */
typedef gint64 (*AnteIcsToWall) (gconstpointer zone, gint64 unix_s);

/**
 * AnteIcsSpan:
 * @start: DTSTART, as a clock there shows it
 * @from: the first instance that is wanted
 * @to: the last one
 * @most: no more than so many
 */
typedef struct {
  AnteIcsTime start;
  gint64 from;
  gint64 to;
  guint most;
  AnteIcsToWall to_wall;
  gconstpointer zone;
} AnteIcsSpan;

/**
 * ante_ics_rule_expand:
 * @walls: (element-type gint64): the instances are added
 * @is_cut: (out): there are more than wanted
 *
 * Returns: %FALSE where the rule is none, or takes too long to follow
 */
gboolean
ante_ics_rule_expand (const char *text, const AnteIcsSpan *span, GArray *walls, gboolean *is_cut);

/* Civil days since 1970; for walls made by hand. */
gint64 ante_ics_wall (int year, int month, int day, int hour, int minute, int second);

G_END_DECLS
