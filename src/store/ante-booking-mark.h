#pragma once

#include "store/ante-db.h"

G_BEGIN_DECLS

/* Where a lead's call stands, as its card shows it: again from the bookings, and from whether the
 * link was sent. Private to the store. */
gboolean ante_booking_mark_settle (AnteDb *db, gint64 lead_id, GError **error);

G_END_DECLS
