#pragma once

#include "rules/ante-working-hours.h"

G_BEGIN_DECLS

/* How much of a window may pass before it is said to be at risk. */
#define ANTE_SLA_RISK_PERCENT 75

typedef enum {
  ANTE_SLA_NONE,
  ANTE_SLA_RUNNING,
  ANTE_SLA_AT_RISK,
  ANTE_SLA_BREACHED,
} AnteSlaState;

#define ANTE_SLA_N_STATES 4

/**
 * AnteSla:
 * @state: from @due_at on it is breached
 * @due_at: by when something has to have happened, ms; 0 where there is no clock
 * @risk_at: from when on it is at risk, ms
 * @left_minutes: of working time until @due_at, begun ones counted; 0 once it is breached
 * @rests_until: outside of working time, when the clock goes on, ms; 0 while it runs
 * @by_hours: it runs in working time alone
 *
 * How a promise to answer stands at one moment.
 */
typedef struct {
  AnteSlaState state;
  gint64 due_at;
  gint64 risk_at;
  gint64 left_minutes;
  gint64 rests_until;
  gboolean by_hours;
} AnteSla;

AnteSla
ante_sla_at (gint64 started_at, gint64 window_minutes, const AnteWorkingHours *hours, gint64 now);
char *ante_sla_to_words (const AnteSla *self, gint64 now);

const char *ante_sla_state_to_nick (AnteSlaState state);
/* FALSE, and @state untouched, for an unknown nick. */
gboolean ante_sla_state_from_nick (const char *nick, AnteSlaState *state);

G_END_DECLS
