#pragma once

#include <gtk/gtk.h>

#include "model/ante-booking.h"

G_BEGIN_DECLS

/* A call in the list: who, when, what it is, where it stands. */
GtkWidget *ante_call_row_new (const AnteBooking *booking, gint64 now);
/* (transfer none) */
const AnteBooking *ante_call_row_get_booking (GtkWidget *row);
/* How much of what one wants to know before a call is known: "6 of 7, budget missing". */
void ante_call_row_set_known (GtkWidget *row, const char *words);

/* Free the strings. */
char *ante_call_words_who (const AnteBooking *booking);
char *ante_call_words_time (const AnteBooking *booking, gint64 now);
char *ante_call_words_state (const AnteBooking *booking, gint64 now);
const char *ante_call_words_outcome (AnteCallOutcome outcome);
/* "1,200.00 EUR"; @amount: in the smallest unit. */
char *ante_call_words_amount (gint64 amount, const char *currency);

G_END_DECLS
