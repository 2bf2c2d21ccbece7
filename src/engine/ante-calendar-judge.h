#pragma once

#include "store/ante-store-calendars.h"

G_BEGIN_DECLS

/* How looks into calendars are judged: what is new in them, and whose it is. */
AnteCalendarJudge ante_calendar_judge (void);

/* (transfer full) (element-type AnteCalendarEvent): copies of @events as a look takes them: what is
 * asked for and not yet agreed to is booked. */
GPtrArray *ante_calendar_judge_prepare (GPtrArray *events);

G_END_DECLS
