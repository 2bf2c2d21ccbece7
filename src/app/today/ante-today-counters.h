#pragma once

#include <adwaita.h>

#include "store/ante-store-today.h"

G_BEGIN_DECLS

#define ANTE_TYPE_TODAY_COUNTERS (ante_today_counters_get_type ())
G_DECLARE_FINAL_TYPE (AnteTodayCounters, ante_today_counters, ANTE, TODAY_COUNTERS, AdwBin)

/*
 * How much of each kind there is to do, each a button that shows just that list; what waits for
 * approval is another place. Signal "changed": another list is asked for.
 */
void ante_today_counters_show (AnteTodayCounters *self, const AnteToday *today);
/* The group that is asked for alone; -1 for all. */
int ante_today_counters_get_only (AnteTodayCounters *self);
void ante_today_counters_show_all (AnteTodayCounters *self);

G_END_DECLS
