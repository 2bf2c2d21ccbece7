#pragma once

#include "model/ante-booking.h"
#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-bookings.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/*
 * Calls that were booked, as rows, and what acts change of them. What came of one is in
 * ante-calls.h, what a calendar says of them in ante-calendar-look.h. Private to the store.
 */

/* (transfer full) (element-type AnteBooking); NULL with @error. */
GPtrArray *ante_bookings_list (AnteDb *db, const AnteBookingQuestion *question, GError **error);
/* (transfer full): CONFLICT where there is no such one any more. */
AnteBooking *ante_bookings_get (AnteDb *db, gint64 id, GError **error);

/* Changes and events of these belong here, and to @ante-calls.h; their lead may be 0. */
gboolean ante_bookings_is_theirs (const char *field);
gboolean
ante_bookings_change (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* Takes back what @event tells; CONFLICT when it was changed again since. The event of that is the
 * caller's matter. */
gboolean
ante_bookings_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error);

/* Each changes one thing of @booking, which is as it was read, and of its row, with its event. */
gboolean ante_bookings_set_lead (AnteDb *db,
                                 const AnteAct *act,
                                 AnteBooking *booking,
                                 gint64 lead_id,
                                 const char *by,
                                 const char *candidates,
                                 GError **error);
gboolean ante_bookings_set_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, AnteBookingState state, GError **error);
gboolean ante_bookings_set_time (AnteDb *db,
                                 const AnteAct *act,
                                 AnteBooking *booking,
                                 gint64 start_at,
                                 gint64 end_at,
                                 GError **error);
/* The lead has a call ahead: into the stage of those who do, where that lets them. */
gboolean
ante_bookings_place (AnteDb *db, const AnteAct *act, const AnteBooking *booking, GError **error);
/* After the last change of one: what its lead's card shows. */
gboolean ante_bookings_settle (AnteDb *db, gint64 lead_id, GError **error);

G_END_DECLS
