#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteBookingError:
 * @ANTE_BOOKING_ERROR_ADDRESS: not understood, or neither https nor this computer
 * @ANTE_BOOKING_ERROR_NO_KEY: the token cannot be one; nothing left
 * @ANTE_BOOKING_ERROR_OFFLINE: it could not be reached
 * @ANTE_BOOKING_ERROR_TIMEOUT: no whole answer in time
 * @ANTE_BOOKING_ERROR_KEY: the token was refused
 * @ANTE_BOOKING_ERROR_PERMISSION: the token or the plan does not allow this
 * @ANTE_BOOKING_ERROR_GONE: there is nothing at this address any more
 * @ANTE_BOOKING_ERROR_LED_AWAY: redirected too often, or to where it must not go
 * @ANTE_BOOKING_ERROR_RATE: too much was asked in a short time
 * @ANTE_BOOKING_ERROR_SERVER: the service has trouble of its own
 * @ANTE_BOOKING_ERROR_TOO_LARGE: the answer is larger than is read
 * @ANTE_BOOKING_ERROR_NO_CALENDAR: what came is no calendar: a page to sign in, mostly
 * @ANTE_BOOKING_ERROR_BAD_ANSWER: what came is not of the shape that it should be
 *
 * Split by what the caller can do. Messages carry the service and a status, never an address, which
 * is a secret, and no foreign words.
 */
typedef enum {
  ANTE_BOOKING_ERROR_ADDRESS,
  ANTE_BOOKING_ERROR_NO_KEY,
  ANTE_BOOKING_ERROR_OFFLINE,
  ANTE_BOOKING_ERROR_TIMEOUT,
  ANTE_BOOKING_ERROR_KEY,
  ANTE_BOOKING_ERROR_PERMISSION,
  ANTE_BOOKING_ERROR_GONE,
  ANTE_BOOKING_ERROR_LED_AWAY,
  ANTE_BOOKING_ERROR_RATE,
  ANTE_BOOKING_ERROR_SERVER,
  ANTE_BOOKING_ERROR_TOO_LARGE,
  ANTE_BOOKING_ERROR_NO_CALENDAR,
  ANTE_BOOKING_ERROR_BAD_ANSWER,
} AnteBookingError;

#define ANTE_BOOKING_ERROR (ante_booking_error_quark ())
GQuark ante_booking_error_quark (void);

/* A stable word for the code: "offline", "key", … */
const char *ante_booking_error_to_nick (AnteBookingError code);
/* For an HTTP status that is no success. */
AnteBookingError ante_booking_error_of_status (guint status);

G_END_DECLS
