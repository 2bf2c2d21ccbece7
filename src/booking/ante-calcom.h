#pragma once

#include "booking/ante-booking-api.h"

G_BEGIN_DECLS

#define ANTE_CALCOM_URL "https://api.cal.com/v2"

/**
 * ante_calcom_list_async:
 * @api: made for %ANTE_CALCOM_URL, or the same of an instance of one's own, with an API key
 * @from: bookings that begin before it are left out, ms
 * @to: bookings that begin then or later are, ms
 *
 * Lists the bookings of the key's owner, cancelled ones too, with who booked and their answers. The
 * newer form of the list is tried first, the older one where that is refused.
 */
void ante_calcom_list_async (AnteBookingApi *api,
                             gint64 from,
                             gint64 to,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* (transfer full) (element-type AnteCalendarEvent): by time. */
GPtrArray *ante_calcom_list_finish (AnteBookingApi *api, GAsyncResult *result, GError **error);

G_END_DECLS
