#pragma once

#include "engine/ante-commands.h"
#include "model/ante-booking.h"
#include "model/ante-follow-up.h"

G_BEGIN_DECLS

/*
 * What a person does about calls that were booked: each is one act in the history and one undo, and
 * ends with ante_command_finish(). @booking is as it was read, and is copied; CONFLICT when it has
 * gone since.
 */

/* Why a no-show is written to again, and by when it is to be done. */
#define ANTE_NO_SHOW_REASON "no-show"

/* Puts in a call by hand. @booking: start, end, title, place and zone are taken. INVALID where it
 * ends before it begins, or lasts more than a day. */
void ante_command_book_async (AnteWorkspace *workspace,
                              gint64 lead,
                              const AnteBooking *booking,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* It is to be at another time. INVALID for one of a calendar that is watched: what that says would
 * be in force again at the next look. */
void ante_command_move_booking_async (AnteWorkspace *workspace,
                                      const AnteBooking *booking,
                                      gint64 start_at,
                                      gint64 end_at,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* @lead: whose it is, from now on; 0: of no lead, and nobody is asked again. What came of the call
 * goes along. */
void ante_command_give_booking_async (AnteWorkspace *workspace,
                                      const AnteBooking *booking,
                                      gint64 lead,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* Held, cancelled, booked again; or a no-show, which plans a follow-up for today, led by the coach,
 * as ante_command_record_call_async() does. */
void ante_command_set_booking_state_async (AnteWorkspace *workspace,
                                           const AnteBooking *booking,
                                           AnteBookingState state,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * AnteCallNext:
 * @as_client: the lead becomes a client: only after %ANTE_CALL_WON
 * @follow_up: (nullable): when they are written to again: reason, time and who leads it are taken;
 *   without one a no-show gets its own
 *
 * What is to follow from a call.
 */
typedef struct {
  gboolean as_client;
  const AnteFollowUp *follow_up;
} AnteCallNext;

/**
 * ante_command_record_call_async:
 * @call: what came of it: outcome, decision, amount, currency, notes, grade and weak fit are taken;
 *   it takes the place of what was said before
 * @next: (nullable)
 *
 * Won, lost and not a fit need a decision: INVALID without. The booking becomes a no-show with that
 * outcome, and held with any other. INCOMPLETE (ante_command_get_missing()) where the stage of
 * clients asks for what the lead lacks; nothing was done then.
 */
void ante_command_record_call_async (AnteWorkspace *workspace,
                                     const AnteBooking *booking,
                                     const AnteCallRecord *call,
                                     const AnteCallNext *next,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
