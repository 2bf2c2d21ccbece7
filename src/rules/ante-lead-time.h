#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a follow-up is welcome: from this hour of the lead's day, and before that one. */
#define ANTE_LEAD_TIME_POLITE_FROM 9
#define ANTE_LEAD_TIME_POLITE_UNTIL 20

/**
 * AnteLeadTime:
 * @known: the lead's zone is; the rest is the coach's own otherwise
 * @weekday: 1 is Monday
 * @minutes: of the day
 * @days: how many days the lead's date is after the coach's: -1, 0 or 1
 * @ahead_minutes: how far the lead's clock is before the coach's, negative for behind
 * @is_polite: one may write
 *
 * What a moment is where the lead is.
 */
typedef struct {
  gboolean known;
  int weekday;
  int minutes;
  int days;
  int ahead_minutes;
  gboolean is_polite;
} AnteLeadTime;

AnteLeadTime ante_lead_time_at (gint64 at, const char *lead_zone, GTimeZone *here);
char *ante_lead_time_to_words (const AnteLeadTime *self);
gint64 ante_lead_time_polite (gint64 at, const char *lead_zone, GTimeZone *here);

G_END_DECLS
