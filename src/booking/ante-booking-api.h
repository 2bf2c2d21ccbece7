#pragma once

#include <json-glib/json-glib.h>

#include "booking/ante-booking-error.h"

G_BEGIN_DECLS

/* So many pages of bookings are read at one look. */
#define ANTE_BOOKING_MAX_PAGES 50

/**
 * AnteBookingApi:
 *
 * What Calendly and Cal.com have in common: JSON over https with a personal token, one request at a
 * time, and a wish to be left alone that is granted where it is short.
 */
#define ANTE_TYPE_BOOKING_API (ante_booking_api_get_type ())
G_DECLARE_FINAL_TYPE (AnteBookingApi, ante_booking_api, ANTE, BOOKING_API, GObject)

/* @base_url: without a slash at its end; @token: a copy is kept, and cleared at the end. */
AnteBookingApi *ante_booking_api_new (const char *base_url, const char *token);
/* For tests: what counts as a second when it waits. */
void ante_booking_api_set_second (AnteBookingApi *self, guint ms);

/**
 * ante_booking_api_get_async:
 * @path: behind the base, with its query
 * @header: (nullable): one more header
 * @value: (nullable): its value
 *
 * Gives the object that the answer is; waits and asks again after a 429 and after trouble of the
 * service, a few times. Fails with %ANTE_BOOKING_ERROR.
 */
void ante_booking_api_get_async (AnteBookingApi *self,
                                 const char *path,
                                 const char *header,
                                 const char *value,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full): its root holds an object. @status: (out) (optional): of the answer, or 0; after
 * an error too. */
JsonNode *ante_booking_api_get_finish (AnteBookingApi *self,
                                       GAsyncResult *result,
                                       guint *status,
                                       GError **error);
/* After a 429 that was too long to wait for: for how long, or -1. */
gint64 ante_booking_api_get_retry_after (AnteBookingApi *self);

/* Where the next page is, into @cursor, which is freed before; NULL after the last one. FALSE where
 * it says so in a way that is not understood: then there is more, and it cannot be had. */
gboolean ante_booking_api_read_cursor (JsonObject *pagination, const char *name, char **cursor);

/* "2026-11-20T12:00:00Z" */
char *ante_booking_api_time (gint64 ms);

G_END_DECLS
