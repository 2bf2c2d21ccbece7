#pragma once

#include "booking/ante-booking-api.h"
#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

#define ANTE_CALENDLY_URL "https://api.calendly.com"

/**
 * AnteCalendlyList:
 * @events: (element-type AnteCalendarEvent): one for each who booked, by time
 * @updated: (element-type utf8 gint64): when each event was last changed, by its uuid: to be given
 *   along the next time
 * @same: (element-type utf8): uuids of events that have not changed since: their bookings are not
 *   among @events; the uid of a booking begins with that of its event and "/"
 *
 * What stands in Calendly.
 */
typedef struct {
  GPtrArray *events;
  GHashTable *updated;
  GPtrArray *same;
} AnteCalendlyList;

void ante_calendly_list_free (AnteCalendlyList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendlyList, ante_calendly_list_free)

/**
 * ante_calendly_list_async:
 * @api: made for %ANTE_CALENDLY_URL with a personal token
 * @from: events that begin before it are left out, ms
 * @to: events that begin then or later are, ms
 * @known: (nullable) (element-type utf8 gint64): @updated of the last list
 *
 * Lists the bookings of the token's owner, cancelled ones too, with who booked and their answers.
 */
void ante_calendly_list_async (AnteBookingApi *api,
                               gint64 from,
                               gint64 to,
                               GHashTable *known,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AnteCalendlyList *
ante_calendly_list_finish (AnteBookingApi *api, GAsyncResult *result, GError **error);

G_END_DECLS
