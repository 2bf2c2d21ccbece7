#pragma once

#include "booking/ante-booking-error.h"
#include "engine/ante-advice.h"

G_BEGIN_DECLS

/* What became of the bookings, and what to do. */
AnteAdvice ante_booking_advice_for (AnteBookingError code);

G_END_DECLS
