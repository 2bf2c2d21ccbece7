#include "booking/ante-booking-error.h"
#include "booking/ante-calendar-feed.h"
#include "booking/ante-ics.h"

#include <string.h>

#include "ante-test.h"
#include "booking-server.h"

#define CALENDAR "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
#define SECRET "private-0123456789abcdef"

static AnteCalendarFeed *
get (BookingServer *server, const char *etag, const char *modified, gint64 *retry, GError **error)
{
  g_autofree char *url =
    g_strconcat (booking_server_get_url (server), "/ical/" SECRET "/basic.ics", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_calendar_feed_get_async, url, etag, modified, NULL);
  return ante_calendar_feed_get_finish (result, retry, error);
}

static void
test_address (void)
{
  static const char *const rows[][2] = {
    { " webcal://p01-caldav.icloud.com/published/2/x\n",
      "https://p01-caldav.icloud.com/published/2/x" },
    { "WEBCAL://x.example/a?b=c", "https://x.example/a?b=c" },
    { "webcals://x.example/a", "https://x.example/a" },
    { "https://x.example/a", "https://x.example/a" },
    { "http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a" },
    { "http://[::1]/a", "http://[::1]/a" },
    { "http://x.example/a", NULL },
    { "http://127.0.0.1.example/a", NULL },
    { "https://me:secret@x.example/a", NULL },
    { "file:///etc/passwd", NULL },
    { "x.example", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *url = ante_calendar_feed_address (rows[i][0], &error);

    g_assert_cmpstr (url, ==, rows[i][1]);
    if (url == NULL)
      g_assert_error (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_ADDRESS);
  }
}

static void
test_unchanged (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteCalendarFeed) first = NULL;
  g_autoptr (AnteCalendarFeed) second = NULL;
  const BookingRequest *request = NULL;

  booking_server_say (
    server, 200,
    "ETag: \"v1\"\nLast-Modified: Fri, 20 Nov 2026 12:00:00 GMT\nContent-Type: text/plain",
    "\xEF\xBB\xBF\r\n" CALENDAR);
  booking_server_say (server, 304, "ETag: \"v1\"", NULL);
  first = get (server, NULL, NULL, NULL, NULL);
  g_assert_nonnull (first->body);
  g_assert_cmpstr (first->etag, ==, "\"v1\"");
  request = booking_server_get (server, 0);
  g_assert_null (strstr (request->headers, "If-"));
  g_assert_nonnull (strstr (request->headers, "Accept-Encoding: gzip"));

  second = get (server, first->etag, first->last_modified, NULL, NULL);
  g_assert_null (second->body);
  request = booking_server_get (server, 1);
  g_assert_nonnull (strstr (request->headers, "If-None-Match: \"v1\"\n"));
  g_assert_nonnull (
    strstr (request->headers, "If-Modified-Since: Fri, 20 Nov 2026 12:00:00 GMT\n"));
}

static void
test_redirects (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  static const char *const bad[] = { "Location: http://x.example/a", "Location: file:///etc/passwd",
                                     "Location: https://me:secret@x.example/", "X: y", NULL };
  g_autoptr (AnteCalendarFeed) feed = NULL;
  g_autoptr (GError) endless = NULL;

  for (guint i = 0; i < 5; i++)
    booking_server_say (server, i % 2 == 0 ? 302 : 307, "Location: /elsewhere", "moved");
  booking_server_say (server, 200, NULL, CALENDAR);
  feed = get (server, NULL, NULL, NULL, NULL);
  g_assert_nonnull (feed->body);
  g_assert_cmpuint (booking_server_count (server), ==, 6);
  g_assert_cmpstr (booking_server_get (server, 5)->line, ==, "/elsewhere");

  booking_server_forget (server);
  booking_server_say (server, 302, "Location: /elsewhere", NULL);
  g_assert_null (get (server, NULL, NULL, NULL, &endless));
  g_assert_error (endless, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_LED_AWAY);
  g_assert_cmpuint (booking_server_count (server), ==, 6);

  for (guint i = 0; bad[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    booking_server_forget (server);
    booking_server_say (server, 302, bad[i], NULL);
    g_assert_null (get (server, NULL, NULL, NULL, &error));
    g_assert_error (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_LED_AWAY);
    g_assert_cmpuint (booking_server_count (server), ==, 1);
  }
}

/* What was told to one host is not told to another. */
static void
test_led_elsewhere (void)
{
  g_autoptr (BookingServer) one = booking_server_new ();
  g_autoptr (BookingServer) other = booking_server_new ();
  g_autofree char *location =
    g_strconcat ("Location: ", booking_server_get_url (other), "/x", NULL);
  g_autoptr (AnteCalendarFeed) feed = NULL;

  booking_server_say (one, 301, location, NULL);
  booking_server_say (other, 200, NULL, CALENDAR);
  feed = get (one, "\"v1\"", NULL, NULL, NULL);
  g_assert_nonnull (feed->body);
  g_assert_nonnull (strstr (booking_server_get (one, 0)->headers, "If-None-Match"));
  g_assert_null (strstr (booking_server_get (other, 0)->headers, "If-None-Match"));
}

static void
test_errors (void)
{
  static const struct {
    guint status;
    const char *headers;
    const char *body;
    AnteBookingError code;
    gint64 retry_after_s;
  } rows[] = {
    { 401, NULL, "no", ANTE_BOOKING_ERROR_KEY, -1 },
    { 403, NULL, "no", ANTE_BOOKING_ERROR_PERMISSION, -1 },
    { 404, NULL, "no", ANTE_BOOKING_ERROR_GONE, -1 },
    { 410, NULL, "no", ANTE_BOOKING_ERROR_GONE, -1 },
    { 429, "Retry-After: 7200", "slow", ANTE_BOOKING_ERROR_RATE, 7200 },
    { 503, "Retry-After: 999999999", "later", ANTE_BOOKING_ERROR_SERVER, 86400 },
    { 500, "Retry-After: soon", "later", ANTE_BOOKING_ERROR_SERVER, -1 },
    /* A page to sign in, an empty answer, a calendar that is none. */
    { 200, "Content-Type: text/html", "<!doctype html><title>Sign in</title>",
      ANTE_BOOKING_ERROR_NO_CALENDAR, -1 },
    { 200, "Content-Type: text/calendar", "", ANTE_BOOKING_ERROR_NO_CALENDAR, -1 },
    { 200, "Content-Type: text/calendar", "{\"error\":1}", ANTE_BOOKING_ERROR_NO_CALENDAR, -1 },
  };
  g_autoptr (BookingServer) server = booking_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 retry_after_s = 0;

    booking_server_forget (server);
    booking_server_say (server, rows[i].status, rows[i].headers, rows[i].body);
    g_assert_null (get (server, NULL, NULL, &retry_after_s, &error));
    g_assert_error (error, ANTE_BOOKING_ERROR, (int) rows[i].code);
    g_assert_cmpint (retry_after_s, ==, rows[i].retry_after_s);
    /* The address is a secret, and what was answered is foreign. */
    g_assert_null (strstr (error->message, SECRET));
    g_assert_null (strstr (error->message, "Sign in"));
  }
}

static void
test_too_large (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autofree char *body = g_malloc (ANTE_ICS_MAX_BYTES + 2);
  g_autoptr (GError) error = NULL;

  memset (body, 'x', ANTE_ICS_MAX_BYTES + 1);
  body[ANTE_ICS_MAX_BYTES + 1] = '\0';
  booking_server_say (server, 200, NULL, body);
  g_assert_null (get (server, NULL, NULL, NULL, &error));
  g_assert_error (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE);
}

static void
test_nobody_there (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (result, ante_calendar_feed_get_async, "http://127.0.0.1:1/" SECRET, NULL, NULL, NULL);
  g_assert_null (ante_calendar_feed_get_finish (result, NULL, &error));
  g_assert_error (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_OFFLINE);
  g_assert_null (strstr (error->message, SECRET));
}

static void
test_cancelled (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  booking_server_hold (server);
  ante_calendar_feed_get_async (booking_server_get_url (server), NULL, NULL, cancellable,
                                test_keep_result, &result);
  test_wait_until (booking_server_count (server) == 1);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  g_assert_null (ante_calendar_feed_get_finish (result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_wait (void)
{
  /* Half an hour, a quarter at least, a day at most. */
  g_assert_cmpint (ante_calendar_feed_wait (0, 0, -1, 0), ==, 1800);
  g_assert_cmpint (ante_calendar_feed_wait (0, 60, -1, 0), ==, 900);
  g_assert_cmpint (ante_calendar_feed_wait (0, 12 * 3600, -1, 0), ==, 12 * 3600);
  g_assert_cmpint (ante_calendar_feed_wait (0, 30 * 86400, -1, 0), ==, 86400);
  g_assert_cmpint (ante_calendar_feed_wait (1, 0, -1, 0), ==, 3600);
  g_assert_cmpint (ante_calendar_feed_wait (4, 0, -1, 0), ==, 8 * 3600);
  g_assert_cmpint (ante_calendar_feed_wait (0, 0, -1, 1), ==, 1980);
  g_assert_cmpint (ante_calendar_feed_wait (1, 0, 7200, 0), ==, 7200);
  g_assert_cmpint (ante_calendar_feed_wait (5, 0, -1, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/address", test_address);
  g_test_add_func ("/feed/unchanged", test_unchanged);
  g_test_add_func ("/feed/redirects", test_redirects);
  g_test_add_func ("/feed/led-elsewhere", test_led_elsewhere);
  g_test_add_func ("/feed/errors", test_errors);
  g_test_add_func ("/feed/too-large", test_too_large);
  g_test_add_func ("/feed/nobody-there", test_nobody_there);
  g_test_add_func ("/feed/cancelled", test_cancelled);
  g_test_add_func ("/feed/wait", test_wait);
  return g_test_run ();
}
