#pragma once

#include "engine/ante-sync.h"
#include "store/ante-store-calendars.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BOOKING_WATCH (ante_booking_watch_get_type ())
G_DECLARE_FINAL_TYPE (AnteBookingWatch, ante_booking_watch, ANTE, BOOKING_WATCH, GObject)

/*
 * Asks the calendars that were added, politely: no more often than they wish, less often after
 * failures, and no more by itself after several that only a person can mend. What they say is taken
 * by ante_store_take_calendar_async(); what went wrong stands at the calendar.
 */
AnteBookingWatch *ante_booking_watch_new (AnteStore *store, AnteSync *sync, const char *data_dir);
/* @client: (nullable): has heard what time it is. */
void ante_booking_watch_set_client (AnteBookingWatch *self, AnteInstagram *client);
void ante_booking_watch_start (AnteBookingWatch *self);
void ante_booking_watch_stop (AnteBookingWatch *self);

/**
 * ante_booking_watch_add_async:
 * @kind: "feed", "calendly" or "cal.com"
 * @secret: see AnteCalendarRequest; kept in the keyring alone
 * @cancellable: (nullable): until the calendar was asked
 *
 * Adds a calendar, and asks it once: where it does not answer as one, it is not added. Fails with
 * %ANTE_BOOKING_ERROR, or NOT_KEPT of ante-secrets.h.
 */
void ante_booking_watch_add_async (AnteBookingWatch *self,
                                   const char *kind,
                                   const char *secret,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Its row id, -1 with @error. */
gint64 ante_booking_watch_add_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error);

/* It is asked no more, and its secret is forgotten; what it told stays. */
void ante_booking_watch_remove_async (AnteBookingWatch *self,
                                      const AnteCalendarSource *calendar,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
ante_booking_watch_remove_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error);

/* Asks @calendar now, which is no file. Fails with what went wrong, which stands at the calendar,
 * too. */
void ante_booking_watch_poll_async (AnteBookingWatch *self,
                                    const AnteCalendarSource *calendar,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full): to be freed by g_free(). */
AnteCalendarTaken *
ante_booking_watch_poll_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error);

G_END_DECLS
