#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-error.h"

G_DEFINE_QUARK (ante - booking - error - quark, ante_booking_error)

static const char *const nicks[] = {
  "address",  "no-key", "offline", "timeout",   "key",         "permission", "gone",
  "led-away", "rate",   "server",  "too-large", "no-calendar", "bad-answer",
};

const char *
ante_booking_error_to_nick (AnteBookingError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (nicks), NULL);

  return nicks[code];
}

AnteBookingError
ante_booking_error_of_status (guint status)
{
  if (status == 401)
    return ANTE_BOOKING_ERROR_KEY;
  if (status == 402 || status == 403)
    return ANTE_BOOKING_ERROR_PERMISSION;
  if (status == 404 || status == 410)
    return ANTE_BOOKING_ERROR_GONE;
  if (status == 408)
    return ANTE_BOOKING_ERROR_TIMEOUT;
  if (status == 429)
    return ANTE_BOOKING_ERROR_RATE;
  if (status >= 300 && status < 400)
    return ANTE_BOOKING_ERROR_LED_AWAY;
  return status >= 500 ? ANTE_BOOKING_ERROR_SERVER : ANTE_BOOKING_ERROR_BAD_ANSWER;
}
