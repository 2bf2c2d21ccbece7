#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-sla.h"

#include <glib/gi18n.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MINUTES 60
#define DAY_MINUTES (24 * 60)
#define MOST_MINUTES (ANTE_WORKING_HOURS_MOST_DAYS * G_GINT64_CONSTANT (1440))

static const char *const nicks[] = { "none", "running", "at-risk", "breached" };

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == ANTE_SLA_N_STATES);

static void
set_times (AnteSla *self, const AnteWorkingHours *hours, gint64 started_at, gint64 window)
{
  gint64 early = window * ANTE_SLA_RISK_PERCENT / 100;

  if (hours != NULL) {
    self->due_at = ante_working_hours_add_ms (hours, started_at, window);
    self->risk_at = ante_working_hours_add_ms (hours, started_at, early);
    self->by_hours = self->due_at > 0 && self->risk_at > 0;
  }
  if (!self->by_hours) {
    self->due_at = started_at + window;
    self->risk_at = started_at + early;
  }
}

/**
 * ante_sla_at:
 * @started_at: when it was promised, ms; 0 for not at all
 * @window_minutes: how much time there is; 0 for no promise
 * @hours: (nullable): when somebody works; %NULL for a clock that always runs
 * @now: ms
 *
 * Where those hours never come, the clock always runs, too: a promise that never falls due would
 * be none.
 */
AnteSla
ante_sla_at (gint64 started_at, gint64 window_minutes, const AnteWorkingHours *hours, gint64 now)
{
  AnteSla sla = { ANTE_SLA_NONE, 0, 0, 0, 0, FALSE };
  gint64 from = MAX (now, started_at);
  gint64 left = 0;

  if (started_at <= 0 || started_at >= ANTE_WORKING_HOURS_END_MS || window_minutes <= 0 ||
      window_minutes > MOST_MINUTES)
    return sla;

  set_times (&sla, hours, started_at, window_minutes * MINUTE_MS);
  if (now >= sla.due_at) {
    sla.state = ANTE_SLA_BREACHED;
    return sla;
  }
  sla.state = now >= sla.risk_at ? ANTE_SLA_AT_RISK : ANTE_SLA_RUNNING;
  left = sla.by_hours ? ante_working_hours_between (hours, from, sla.due_at) : sla.due_at - from;
  sla.left_minutes = (left + MINUTE_MS - 1) / MINUTE_MS;
  if (sla.by_hours && !ante_working_hours_is_within (hours, now))
    sla.rests_until = MAX (ante_working_hours_next (hours, now), 0);
  return sla;
}

/* "40 min", "2 h 10 min", "3 days" */
static char *
say_minutes (gint64 minutes, gboolean in_days)
{
  int hours = (int) (minutes / HOUR_MINUTES);
  int rest = (int) (minutes % HOUR_MINUTES);
  int days = (int) (minutes / DAY_MINUTES);

  if (in_days && days >= 2)
    return g_strdup_printf (g_dngettext (NULL, "%d day", "%d days", (gulong) days), days);
  if (hours == 0)
    return g_strdup_printf (_ ("%d min"), rest);
  return rest == 0 ? g_strdup_printf (_ ("%d h"), hours)
                   : g_strdup_printf (_ ("%d h %d min"), hours, rest);
}

/**
 * ante_sla_to_words:
 * @now: the moment that @self is of, ms
 *
 * Returns: (transfer full) (nullable): "2 h 10 min left of working time", "breached 40 min ago";
 * %NULL where there is no clock
 */
char *
ante_sla_to_words (const AnteSla *self, gint64 now)
{
  gint64 late = (now - self->due_at) / MINUTE_MS;
  /* Hours of work make no days that a person could count with. */
  g_autofree char *span = say_minutes (self->state == ANTE_SLA_BREACHED ? late : self->left_minutes,
                                       self->state == ANTE_SLA_BREACHED || !self->by_hours);

  switch (self->state) {
  case ANTE_SLA_RUNNING:
  case ANTE_SLA_AT_RISK:
    /* Translators: "2 h 10 min" */
    return self->by_hours ? g_strdup_printf (_ ("%s left of working time"), span)
                          : g_strdup_printf (_ ("%s left"), span);
  case ANTE_SLA_BREACHED:
    return late < 1 ? g_strdup (_ ("breached just now"))
                    /* Translators: "40 min" */
                    : g_strdup_printf (_ ("breached %s ago"), span);
  default:
    return NULL;
  }
}

const char *
ante_sla_state_to_nick (AnteSlaState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[state];
}

gboolean
ante_sla_state_from_nick (const char *nick, AnteSlaState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++) {
    if (g_strcmp0 (nicks[i], nick) == 0) {
      *state = (AnteSlaState) i;
      return TRUE;
    }
  }
  return FALSE;
}
