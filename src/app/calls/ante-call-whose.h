#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-booking.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CALL_WHOSE (ante_call_whose_get_type ())
G_DECLARE_FINAL_TYPE (AnteCallWhose, ante_call_whose, ANTE, CALL_WHOSE, AdwBin)

/* Asks whose a booking is: those that it may be of, any other by handle, or nobody. Not there where
 * that is known. */
void
ante_call_whose_show (AnteCallWhose *self, AnteWorkspace *workspace, const AnteBooking *booking);

G_END_DECLS
