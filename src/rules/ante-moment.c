#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-moment.h"

#include "rules/ante-window.h"

static const char *const due_nicks[] = { "overdue", "today", "later", "undated", "none" };
static const char *const reach_nicks[] = { "open", "closing", "human", "closed" };

G_STATIC_ASSERT (G_N_ELEMENTS (due_nicks) == ANTE_N_DUES);
G_STATIC_ASSERT (G_N_ELEMENTS (reach_nicks) == ANTE_N_REACHES);

static gint64
day_begins (GDateTime *time, int days, GTimeZone *zone)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (time, days);
  g_autoptr (GDateTime) start =
    g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                     g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (start) * 1000;
}

/**
 * ante_moment_at:
 * @zone: where the coach is: what "today" means
 */
AnteMoment
ante_moment_at (gint64 now, GTimeZone *zone, gboolean human_agent)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);

  return (AnteMoment){ now, day_begins (time, 0, zone), day_begins (time, 1, zone), human_agent };
}

gboolean
ante_moment_is_due (const AnteMoment *self, AnteDue due, gboolean has_step, gint64 next_due)
{
  if (due == ANTE_DUE_NONE)
    return !has_step;
  if (!has_step || next_due <= 0)
    return has_step && due == ANTE_DUE_UNDATED;

  switch (due) {
  case ANTE_DUE_OVERDUE:
    return next_due < self->now;
  case ANTE_DUE_TODAY:
    return next_due >= self->day_start && next_due < self->day_end;
  case ANTE_DUE_LATER:
    return next_due >= self->day_end;
  default:
    return FALSE;
  }
}

gboolean
ante_moment_is_in_reach (const AnteMoment *self,
                         AnteReach reach,
                         gint64 last_lead_at,
                         gint64 ad_first_at)
{
  AnteWindow window = ante_window_compute (last_lead_at, ad_first_at, self->human_agent, self->now);

  switch (reach) {
  case ANTE_REACH_OPEN:
    return window.state == ANTE_WINDOW_OPEN;
  case ANTE_REACH_CLOSING:
    return ante_window_is_closing (&window, self->now);
  case ANTE_REACH_HUMAN:
    return window.state == ANTE_WINDOW_HUMAN;
  default:
    return window.state == ANTE_WINDOW_CLOSED || window.state == ANTE_WINDOW_NONE;
  }
}

static int
find_nick (const char *const *nicks, int n_nicks, const char *nick)
{
  for (int i = 0; nick != NULL && i < n_nicks; i++) {
    if (g_str_equal (nicks[i], nick))
      return i;
  }
  return -1;
}

const char *
ante_due_to_nick (AnteDue due)
{
  return due_nicks[due];
}

gboolean
ante_due_from_nick (const char *nick, AnteDue *due)
{
  int found = find_nick (due_nicks, ANTE_N_DUES, nick);

  if (found >= 0)
    *due = (AnteDue) found;
  return found >= 0;
}

const char *
ante_reach_to_nick (AnteReach reach)
{
  return reach_nicks[reach];
}

gboolean
ante_reach_from_nick (const char *nick, AnteReach *reach)
{
  int found = find_nick (reach_nicks, ANTE_N_REACHES, nick);

  if (found >= 0)
    *reach = (AnteReach) found;
  return found >= 0;
}
