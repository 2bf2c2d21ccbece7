#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-booking.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CALL_OUTCOME (ante_call_outcome_get_type ())
G_DECLARE_FINAL_TYPE (AnteCallOutcomeForm, ante_call_outcome, ANTE, CALL_OUTCOME, AdwBin)

/* After a call: what came of it, why, what it is worth, was the handoff useful, and notes. Signal
 * "saved": it is kept. */
void ante_call_outcome_show (AnteCallOutcomeForm *self,
                             AnteWorkspace *workspace,
                             const AnteBooking *booking);
/* What the keys 1, 2 and 3 do: held, no-show, cancelled. */
void ante_call_outcome_set_state (AnteCallOutcomeForm *self, AnteBookingState state);

G_END_DECLS
