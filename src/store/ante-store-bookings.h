#pragma once

#include "model/ante-booking.h"
#include "model/ante-calendar-event.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Bookings are made by hand, and given to a lead, by %ANTE_FIELD_BOOKING and its kin; what a
 * calendar says of them is taken as it comes. Changes are told as %ANTE_STORE_BOOKINGS.
 */

/**
 * AnteBookingQuestion:
 * @lead_id: only of this lead; 0 for all
 * @from: those that end then or later, ms
 * @to: those that begin before, ms; 0: all
 * @newest_first: the latest first
 * @asked: only those of which a person is to say whose they are
 * @limit: the most that are told; 0: all
 */
typedef struct {
  gint64 lead_id;
  gint64 from;
  gint64 to;
  gboolean newest_first;
  gboolean asked;
  guint limit;
} AnteBookingQuestion;

/* (element-type AnteBooking), with what came of each. Cancelled ones too, but none that a person
 * said to be of no lead. */
void ante_store_list_bookings_async (AnteStore *self,
                                     const AnteBookingQuestion *question,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ante_store_list_bookings_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* CONFLICT where it is not there any more. */
void ante_store_get_booking_async (AnteStore *self,
                                   gint64 booking,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteBooking *ante_store_get_booking_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* The brief of a booking opened by itself, or its text is kept as it was when the call began.
 * @brief: (nullable): JSON; %NULL: it only opened. No act: nothing to be undone. */
void ante_store_note_brief_async (AnteStore *self,
                                  gint64 booking,
                                  const char *brief,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean ante_store_note_brief_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
