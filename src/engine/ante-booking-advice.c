#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-booking-advice.h"

#include <glib/gi18n.h>

static const AnteAdvice advice[] = {
  [ANTE_BOOKING_ERROR_ADDRESS] = { N_ ("This is no address of a calendar"),
                                   N_ ("Nothing was fetched. Copy it from the calendar's settings, "
                                       "where it is called secret or published; it begins with "
                                       "https:// or webcal://.") },
  [ANTE_BOOKING_ERROR_NO_KEY] = { N_ ("This cannot be a token"),
                                  N_ ("Nothing was sent. Copy it once more, whole, and without "
                                      "line breaks.") },
  [ANTE_BOOKING_ERROR_OFFLINE] = { N_ ("The calendar cannot be reached"),
                                   N_ ("Bookings stay as they were. Check the connection; it is "
                                       "tried again by itself.") },
  [ANTE_BOOKING_ERROR_TIMEOUT] = { N_ ("The calendar took too long"),
                                   N_ ("Bookings stay as they were. It is tried again by "
                                       "itself.") },
  [ANTE_BOOKING_ERROR_KEY] = { N_ ("The calendar does not let Anteroom in"),
                               N_ ("Bookings stay as they were. Make a new token, or copy the "
                                   "address anew, and put it in the place of the old one.") },
  [ANTE_BOOKING_ERROR_PERMISSION] = { N_ ("This token may not read bookings"),
                                      N_ ("Bookings stay as they were. Make one that may read "
                                          "users and scheduled events, or see whether your plan "
                                          "allows it.") },
  [ANTE_BOOKING_ERROR_GONE] = { N_ ("There is no calendar at this address any more"),
                                N_ ("Bookings stay as they were. The address was reset or taken "
                                    "back: copy the new one from the calendar's settings.") },
  [ANTE_BOOKING_ERROR_LED_AWAY] = { N_ ("The calendar's address leads elsewhere"),
                                    N_ ("It was not followed, and bookings stay as they were. Copy "
                                        "the address anew from the calendar's settings.") },
  [ANTE_BOOKING_ERROR_RATE] = { N_ ("The calendar asks to slow down"),
                                N_ ("Bookings stay as they were. It goes on by itself in a "
                                    "while.") },
  [ANTE_BOOKING_ERROR_SERVER] = { N_ ("The calendar has trouble of its own"),
                                  N_ ("Bookings stay as they were. It is tried again by itself.") },
  [ANTE_BOOKING_ERROR_TOO_LARGE] = { N_ ("The calendar is too large"),
                                     N_ ("Nothing of it was taken. Publish a calendar that has the "
                                         "calls alone, or a shorter time of it.") },
  [ANTE_BOOKING_ERROR_NO_CALENDAR] = { N_ ("What came is no calendar"),
                                       N_ ("Bookings stay as they were. Mostly the address was "
                                           "reset or asks to sign in: copy the secret address anew "
                                           "from the calendar's settings.") },
  [ANTE_BOOKING_ERROR_BAD_ANSWER] = { N_ ("The answer could not be read"),
                                      N_ ("Bookings stay as they were. It is tried again by "
                                          "itself; if it stays so, use the calendar's secret "
                                          "address.") },
};

AnteAdvice
ante_booking_advice_for (AnteBookingError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (advice), advice[0]);

  return advice[code];
}
