#include "config.h"

#include "engine-fixture.h"

#include "../booking/booking-server.h"
#include "booking/ante-booking-error.h"
#include "engine/ante-booking-watch.h"
#include "engine/ante-commands.h"
#include "engine/ante-secrets.h"
#include "store/ante-store-calendars.h"

#include <string.h>

#define HOUR (G_GINT64_CONSTANT (60) * 60 * 1000)

typedef struct {
  Engine engine;
  BookingServer *server;
} Fixture;

/* As the window opens it: what happens by itself happens. */
static void
open_live (Engine *engine)
{
  g_autoptr (GError) error = NULL;

  ante_workspace_close (engine->workspace);
  g_clear_object (&engine->workspace);
  engine->workspace = ante_workspace_new (engine->dir, ANTE_STORE_OWNER);
  TEST_CALL (engine->result, ante_workspace_open_async, engine->workspace, TRUE, NULL);
  ante_workspace_open_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
  engine_connect (engine);
  test_wait_until (ante_sync_is_first_done (ante_workspace_get_sync (engine->workspace)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  engine_set_up (&fixture->engine, 2, 4);
  engine_hear (&fixture->engine, "ines", "Hello");
  open_live (&fixture->engine);
  fixture->server = booking_server_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  engine_tear_down (&fixture->engine);
  booking_server_free (fixture->server);
}

static void
say_calendar (Fixture *fixture, const char *lines)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (
    ante_workspace_now (fixture->engine.workspace) / 1000 + 48 * 60 * 60);
  g_autofree char *start = g_date_time_format (now, "%Y%m%dT%H0000Z");
  g_autofree char *body = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                                           "UID:a\r\nDTSTART:%s\r\nDURATION:PT30M\r\n"
                                           "SUMMARY:Call with @ines\r\n%sEND:VEVENT\r\n"
                                           "END:VCALENDAR\r\n",
                                           start, lines);

  booking_server_say (fixture->server, 200, "ETag: \"one\"\nContent-Type: text/calendar", body);
}

static gint64
add (Fixture *fixture, const char *kind, const char *secret, GError **error)
{
  AnteBookingWatch *watch = ante_workspace_get_booking_watch (fixture->engine.workspace);

  TEST_CALL (fixture->engine.result, ante_booking_watch_add_async, watch, kind, secret, NULL);
  return ante_booking_watch_add_finish (watch, fixture->engine.result, error);
}

static void
add_feed (Fixture *fixture)
{
  g_autofree char *url = g_strconcat (booking_server_get_url (fixture->server), "/x.ics", NULL);
  g_autoptr (GError) error = NULL;

  add (fixture, "feed", url, &error);
  g_assert_no_error (error);
}

static AnteCalendarSource *
get_calendar (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->engine.workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) calendars = NULL;

  TEST_CALL (result, ante_store_list_calendars_async, store, NULL);
  calendars = ante_store_list_calendars_finish (store, result, NULL);
  return calendars->len > 0 ? ante_calendar_source_copy (calendars->pdata[0]) : NULL;
}

/* It is time to ask. */
static void
make_due (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->engine.workspace);
  g_autoptr (AnteCalendarSource) calendar = get_calendar (fixture);

  calendar->next_at = 1;
  TEST_CALL (fixture->engine.result, ante_store_set_polled_async, store, calendar, NULL);
  g_assert_true (ante_store_set_polled_finish (store, fixture->engine.result, NULL));
}

static guint
failures (Fixture *fixture)
{
  g_autoptr (AnteCalendarSource) calendar = get_calendar (fixture);

  return calendar->failures;
}

static AnteBookingMark
mark (Fixture *fixture)
{
  g_autoptr (AnteLead) lead = engine_lead (&fixture->engine, "ines");

  return lead->booking;
}

static gboolean
was_asked (Fixture *fixture)
{
  g_autoptr (AnteCalendarSource) calendar = get_calendar (fixture);

  return calendar->next_at != 1;
}

static void
test_what_is_due_is_asked_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteCalendarSource) calendar = NULL;
  const BookingRequest *request = NULL;

  say_calendar (fixture, "");
  add_feed (fixture);
  g_assert_cmpint (mark (fixture), ==, ANTE_BOOKING_BOOKED);
  calendar = get_calendar (fixture);
  g_assert_cmpint (calendar->next_at, >, ante_workspace_now (fixture->engine.workspace));
  g_assert_cmpint (calendar->next_at, <, ante_workspace_now (fixture->engine.workspace) + HOUR);
  g_assert_cmpstr (calendar->etag, ==, "\"one\"");

  booking_server_forget (fixture->server);
  booking_server_say (fixture->server, 304, NULL, "");
  make_due (fixture);
  test_wait_until (was_asked (fixture));
  request = booking_server_get (fixture->server, 0);
  g_assert_nonnull (strstr (request->headers, "If-None-Match: \"one\""));
  g_assert_cmpint (mark (fixture), ==, ANTE_BOOKING_BOOKED);

  booking_server_forget (fixture->server);
  say_calendar (fixture, "STATUS:CANCELLED\r\n");
  make_due (fixture);
  test_wait_until (mark (fixture) == ANTE_BOOKING_CANCELLED);
}

static void
test_it_is_left_alone_after_failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteCalendarSource) calendar = NULL;
  g_autoptr (AnteCalendarSource) later = NULL;

  say_calendar (fixture, "");
  add_feed (fixture);
  booking_server_forget (fixture->server);
  booking_server_say (fixture->server, 404, NULL, "");
  for (guint i = 1; i <= 5; i++) {
    make_due (fixture);
    test_wait_until (failures (fixture) == i);
  }
  calendar = get_calendar (fixture);
  g_assert_cmpint (calendar->next_at, ==, 0);
  g_assert_cmpstr (calendar->error, ==, "There is no calendar at this address any more");
  g_assert_cmpint (mark (fixture), ==, ANTE_BOOKING_BOOKED);

  /* Trouble of its own passes by itself, however long it lasts. */
  booking_server_forget (fixture->server);
  booking_server_say (fixture->server, 500, NULL, "");
  make_due (fixture);
  test_wait_until (failures (fixture) == 6);
  later = get_calendar (fixture);
  g_assert_cmpint (later->next_at, >, ante_workspace_now (fixture->engine.workspace) + HOUR);
}

static void
test_what_does_not_answer_is_not_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret = g_strdup_printf ("token\n%s", booking_server_get_url (fixture->server));
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) no_address = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *secrets = g_build_filename (fixture->engine.dir, "secrets", NULL);
  guint n_before = 0;
  guint n_after = 0;

  for (dir = g_dir_open (secrets, 0, NULL); dir != NULL && g_dir_read_name (dir) != NULL;)
    n_before++;
  booking_server_say (fixture->server, 401, NULL, "{}");
  add (fixture, "calendly", secret, &refused);
  g_assert_error (refused, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_KEY);
  add (fixture, "feed", "http://example.com/a.ics", &no_address);
  g_assert_error (no_address, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_ADDRESS);
  g_assert_null (get_calendar (fixture));
  g_clear_pointer (&dir, g_dir_close);
  for (dir = g_dir_open (secrets, 0, NULL); dir != NULL && g_dir_read_name (dir) != NULL;)
    n_after++;
  g_assert_cmpuint (n_after, ==, n_before);
}

/* One of Cal.com, so many hours from now. */
static char *
make_booking (Fixture *fixture, const char *uid, int hours, const char *more)
{
  gint64 from = ante_workspace_now (fixture->engine.workspace) / 1000 / 3600 * 3600;
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (from + hours * 3600);
  g_autoptr (GDateTime) end = g_date_time_add_minutes (start, 30);
  g_autofree char *start_text = g_date_time_format_iso8601 (start);
  g_autofree char *end_text = g_date_time_format_iso8601 (end);

  return g_strdup_printf ("{\"uid\":\"%s\",\"title\":\"Intro\",\"start\":\"%s\",\"end\":\"%s\","
                          "\"hosts\":[],\"guests\":[],\"attendees\":[{\"name\":\"Fay\",\"email\":"
                          "\"fay@example.se\",\"absent\":false}],"
                          "\"metadata\":{\"ref\":\"ABCDEF\"},%s}",
                          uid, start_text, end_text, more);
}

static void
say_page (Fixture *fixture, const char *items)
{
  g_autofree char *body = g_strdup_printf ("{\"status\":\"success\",\"data\":[%s],\"pagination\":"
                                           "{\"nextCursor\":null,\"hasMore\":false}}",
                                           items);

  booking_server_forget (fixture->server);
  booking_server_say (fixture->server, 200, NULL, body);
}

static void
test_a_service_moves_a_call_under_another_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret =
    g_strdup_printf ("cal_key\n%s", booking_server_get_url (fixture->server));
  g_autofree char *first = make_booking (fixture, "U1", 48, "\"status\":\"accepted\"");
  g_autofree char *off =
    make_booking (fixture, "U1", 48, "\"status\":\"cancelled\",\"rescheduledToUid\":\"U2\"");
  g_autofree char *next =
    make_booking (fixture, "U2", 72, "\"status\":\"pending\",\"rescheduledFromUid\":\"U1\"");
  g_autofree char *both = g_strdup_printf ("%s,%s", off, next);
  g_autoptr (AnteLead) lead = engine_lead (&fixture->engine, "ines");
  g_autoptr (AnteLead) booked = NULL;
  g_autoptr (AnteLead) moved = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->engine.result, ante_command_set_async, fixture->engine.workspace, &lead->id,
             1, ANTE_FIELD_BOOKING_LINK, "https://cal.test/me?ref=abcdef");
  g_assert_cmpint (ante_command_finish (fixture->engine.workspace, fixture->engine.result, NULL), >,
                   0);
  say_page (fixture, first);
  add (fixture, "cal.com", secret, &error);
  g_assert_no_error (error);
  booked = engine_lead (&fixture->engine, "ines");
  g_assert_cmpint (booked->booking, ==, ANTE_BOOKING_BOOKED);

  say_page (fixture, both);
  make_due (fixture);
  test_wait_until (was_asked (fixture));
  moved = engine_lead (&fixture->engine, "ines");
  g_assert_cmpint (moved->booking, ==, ANTE_BOOKING_BOOKED);
  g_assert_cmpint (moved->booking_at - booked->booking_at, ==, 24 * HOUR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ANTEROOM_SECRETS", "file", TRUE);
#define ADD(path, test)                                                                            \
  g_test_add ("/engine/bookings/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("due", test_what_is_due_is_asked_by_itself);
  ADD ("failures", test_it_is_left_alone_after_failures);
  ADD ("service", test_a_service_moves_a_call_under_another_name);
  ADD ("added", test_what_does_not_answer_is_not_added);
#undef ADD
  return g_test_run ();
}
