#pragma once

#include "store/ante-db.h"
#include "store/ante-store-calendars.h"

G_BEGIN_DECLS

/* What a look into a calendar says, into rows; within a transaction. NULL with @error. Private to
 * the store. */
AnteCalendarTaken *
ante_calendar_look_take (AnteDb *db, const AnteCalendarLook *look, GError **error);

G_END_DECLS
