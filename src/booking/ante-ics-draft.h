#pragma once

#include "booking/ante-ics-damage.h"
#include "booking/ante-ics-line.h"
#include "booking/ante-ics-value.h"
#include "booking/ante-ics-zone.h"
#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/**
 * AnteIcsStamp:
 * @line: where it stands
 * @tzid: (nullable): the zone that it names
 * @zone: (nullable): that zone, once it is known
 * @unix_s: Unix time, once the zone is known
 * @seconds: of a period: how long; else -1
 *
 * One time of an event.
 */
typedef struct {
  AnteIcsTime time;
  guint line;
  char *tzid;
  AnteIcsZone *zone;
  gint64 unix_s;
  gint64 seconds;
} AnteIcsStamp;

/**
 * AnteIcsRuleText:
 *
 * An RRULE or EXRULE as it stands there.
 */
typedef struct {
  char *text;
  guint line;
} AnteIcsRuleText;

/**
 * AnteIcsDraft:
 * @line: of its BEGIN:VEVENT
 * @event: its words and people; the times are worked out later
 * @start: (nullable)
 * @end: (nullable)
 * @id: (nullable): RECURRENCE-ID
 * @is_future: @id means this instance and all after it
 * @dates: (element-type AnteIcsStamp): RDATE
 * @not_dates: (element-type AnteIcsStamp): EXDATE
 * @rules: (element-type AnteIcsRuleText): RRULE
 * @not_rules: (element-type AnteIcsRuleText): EXRULE
 * @stamped: DTSTAMP, Unix time, or 0
 * @order: which one it is in the file
 * @is_notice: it came to call something off (METHOD:CANCEL)
 *
 * One VEVENT, read and not yet understood.
 */
typedef struct {
  guint line;
  AnteCalendarEvent *event;
  AnteIcsStamp *start;
  AnteIcsStamp *end;
  AnteIcsStamp *id;
  gboolean is_future;
  gboolean has_duration;
  AnteIcsDuration duration;
  GPtrArray *dates;
  GPtrArray *not_dates;
  GPtrArray *rules;
  GPtrArray *not_rules;
  gint64 stamped;
  guint order;
  gboolean is_notice;
  GString *last_text;
  char *alternative;
} AnteIcsDraft;

AnteIcsDraft *ante_ics_draft_new (guint line);
void ante_ics_draft_free (AnteIcsDraft *self);
AnteIcsStamp *ante_ics_stamp_new (const AnteIcsTime *time, const char *tzid, guint line);
void ante_ics_stamp_free (AnteIcsStamp *self);

/* Takes one line in; @damage: (element-type AnteIcsDamage) gets what is wrong with it. */
void ante_ics_draft_take (AnteIcsDraft *self, const char *text, guint number, GPtrArray *damage);
/* Nothing more comes. FALSE with a damage when it says no time at all. */
gboolean ante_ics_draft_finish (AnteIcsDraft *self, GPtrArray *damage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteIcsDraft, ante_ics_draft_free)

G_END_DECLS
