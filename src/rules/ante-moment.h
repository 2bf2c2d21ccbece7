#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteMoment:
 * @now: the time by Instagram's clock, ms
 * @day_start: when the day of @now began where the coach is, ms
 * @day_end: when the next one begins, ms
 * @human_agent: the account's app has the Human Agent feature
 *
 * What is overdue, due today, or closing depends on when it is asked.
 */
typedef struct {
  gint64 now;
  gint64 day_start;
  gint64 day_end;
  gboolean human_agent;
} AnteMoment;

/**
 * AnteDue:
 * @ANTE_DUE_OVERDUE: its date has passed
 * @ANTE_DUE_TODAY: its date is today's, passed or not
 * @ANTE_DUE_LATER: its date is after today
 * @ANTE_DUE_UNDATED: there is a next step, without a date
 * @ANTE_DUE_NONE: there is no next step
 */
typedef enum {
  ANTE_DUE_OVERDUE,
  ANTE_DUE_TODAY,
  ANTE_DUE_LATER,
  ANTE_DUE_UNDATED,
  ANTE_DUE_NONE,
  ANTE_N_DUES,
} AnteDue;

/**
 * AnteReach:
 * @ANTE_REACH_OPEN: anyone may write
 * @ANTE_REACH_CLOSING: one of those, but not for long
 * @ANTE_REACH_HUMAN: only a person may
 * @ANTE_REACH_CLOSED: nobody may, be it that the lead has never written
 *
 * What a list can be asked for of the reply window.
 */
typedef enum {
  ANTE_REACH_OPEN,
  ANTE_REACH_CLOSING,
  ANTE_REACH_HUMAN,
  ANTE_REACH_CLOSED,
  ANTE_N_REACHES,
} AnteReach;

AnteMoment ante_moment_at (gint64 now, GTimeZone *zone, gboolean human_agent);

gboolean
ante_moment_is_due (const AnteMoment *self, AnteDue due, gboolean has_step, gint64 next_due);
gboolean ante_moment_is_in_reach (const AnteMoment *self,
                                  AnteReach reach,
                                  gint64 last_lead_at,
                                  gint64 ad_first_at);

const char *ante_due_to_nick (AnteDue due);
gboolean ante_due_from_nick (const char *nick, AnteDue *due);
const char *ante_reach_to_nick (AnteReach reach);
gboolean ante_reach_from_nick (const char *nick, AnteReach *reach);

G_END_DECLS
