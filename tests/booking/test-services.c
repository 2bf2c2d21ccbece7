#include "booking/ante-calcom.h"
#include "booking/ante-calendly.h"

#include <string.h>

#include "ante-test.h"
#include "booking-server.h"

#define TOKEN "cal_live_0123456789abcdef"
#define FROM G_GINT64_CONSTANT (1793966400000) /* 2026-11-06 12:00 UTC */
#define TO G_GINT64_CONSTANT (1800360000000)

#define ME                                                                                         \
  "{\"resource\":{\"uri\":\"https://api.calendly.com/users/USER1\",\"name\":\"Mara\",\"email\":"   \
  "\"Mara@example.com\",\"timezone\":\"Europe/Berlin\"}}"
#define EVENT(uuid, more)                                                                          \
  "{\"uri\":\"https://api.calendly.com/scheduled_events/" uuid "\",\"name\":\"Intro call\","       \
  "\"start_time\":\"2026-11-12T14:00:00.000000Z\",\"end_time\":\"2026-11-12T14:20:00.000000Z\","   \
  "\"location\":{\"type\":\"google_conference\",\"join_url\":\"https://meet.example/x\"},"         \
  "\"updated_at\":\"2026-11-03T09:12:02.000000Z\"," more "}"
#define ACTIVE "\"status\":\"active\""
#define INVITEE(event, id, more)                                                                   \
  "{\"uri\":\"https://api.calendly.com/scheduled_events/" event "/invitees/" id "\",\"email\":"    \
  "\"Ana@Example.org\",\"name\":\"Ana "                                                            \
  "B\",\"timezone\":\"Europe/Madrid\",\"questions_and_answers\":["                                 \
  "{\"position\":0,\"question\":\"What is your Instagram handle?\",\"answer\":\"@ana.lifts\"}],"   \
  "\"tracking\":{\"utm_source\":\"instagram\",\"utm_content\":\"K7Q2MX\",\"utm_term\":null},"      \
  "\"old_invitee\":null,\"new_invitee\":null,\"no_show\":null," more "}"
#define LIST(items, token)                                                                         \
  "{\"collection\":[" items "],\"pagination\":{\"count\":1,\"next_page_token\":" token "}}"

static AnteBookingApi *
make_api (BookingServer *server)
{
  AnteBookingApi *api = ante_booking_api_new (booking_server_get_url (server), TOKEN);

  ante_booking_api_set_second (api, 1);
  return api;
}

static AnteCalendlyList *
calendly (AnteBookingApi *api, GHashTable *known, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_calendly_list_async, api, FROM, TO, known, NULL);
  return ante_calendly_list_finish (api, result, error);
}

static GPtrArray *
calcom (AnteBookingApi *api, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_calcom_list_async, api, FROM, TO, NULL);
  return ante_calcom_list_finish (api, result, error);
}

static void
test_calendly (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteCalendlyList) list = NULL;
  const AnteCalendarEvent *event = NULL;
  const AnteCalendarPerson *person = NULL;
  const AnteCalendarAnswer *answer = NULL;

  booking_server_say (server, 200, NULL, ME);
  booking_server_say (server, 200, NULL,
                      LIST (EVENT ("E1", ACTIVE) ", 7, {\"uri\":null}", "\"p+2\""));
  booking_server_say (
    server, 200, NULL,
    LIST (EVENT ("E2", "\"status\":\"canceled\",\"cancellation\":{\"canceled_by\":\"Ana B\","
                       "\"reason\":\"ill\",\"canceler_type\":\"invitee\"}"),
          "null"));
  booking_server_say (
    server, 200, NULL,
    LIST (INVITEE ("E1", "I1", ACTIVE ",\"text_reminder_number\":\"+34 600 000 001\""),
          "\"more\""));
  booking_server_say (server, 200, NULL,
                      LIST (INVITEE ("E1", "I2", ACTIVE ",\"no_show\":{\"uri\":\"x\"}"), "null"));
  booking_server_say (
    server, 200, NULL,
    LIST (INVITEE ("E2", "I3",
                   "\"status\":\"canceled\",\"rescheduled\":true,"
                   "\"new_invitee\":\"https://api.calendly.com/scheduled_events/E1/invitees/I1\""),
          "null"));
  list = calendly (api, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->events->len, ==, 3);

  event = list->events->pdata[0];
  g_assert_cmpstr (event->uid, ==, "E1/I1");
  g_assert_cmpstr (event->summary, ==, "Intro call");
  g_assert_cmpint (event->start, ==, G_GINT64_CONSTANT (1794492000000));
  g_assert_cmpint (event->end - event->start, ==, 20 * 60 * 1000);
  g_assert_cmpint (event->status, ==, ANTE_CALENDAR_CONFIRMED);
  g_assert_cmpstr (event->ref, ==, "K7Q2MX");
  g_assert_cmpstr (event->url, ==, "https://meet.example/x");
  g_assert_cmpstr (event->zone, ==, "Europe/Madrid");
  g_assert_cmpstr (event->organizer->email, ==, "mara@example.com");
  person = event->attendees->pdata[0];
  g_assert_cmpstr (person->email, ==, "ana@example.org");
  g_assert_cmpstr (person->phone, ==, "+34 600 000 001");
  answer = event->answers->pdata[0];
  g_assert_cmpstr (answer->question, ==, "What is your Instagram handle?");
  g_assert_cmpstr (answer->answer, ==, "@ana.lifts");
  /* Of a group each has a booking of their own. */
  g_assert_true (((AnteCalendarEvent *) list->events->pdata[1])->no_show);
  event = list->events->pdata[2];
  g_assert_cmpint (event->status, ==, ANTE_CALENDAR_CANCELLED);
  g_assert_cmpstr (event->cancelled_by, ==, "Ana B");
  g_assert_cmpstr (event->cancel_reason, ==, "ill");
  g_assert_cmpstr (event->next, ==, "E1/I1");

  g_assert_cmpuint (booking_server_count (server), ==, 6);
  g_assert_cmpstr (booking_server_get (server, 0)->line, ==, "/users/me");
  g_assert_nonnull (
    strstr (booking_server_get (server, 0)->headers, "Authorization: Bearer " TOKEN "\n"));
  g_assert_cmpstr (
    booking_server_get (server, 1)->line, ==,
    "/scheduled_events?user=https%3A%2F%2Fapi.calendly.com%2Fusers%2FUSER1&min_start_time="
    "2026-11-06T12:00:00Z&max_start_time=2027-01-19T12:00:00Z&sort=start_time:asc&count=100");
  g_assert_true (g_str_has_suffix (booking_server_get (server, 2)->line, "&page_token=p%2B2"));
  g_assert_cmpstr (booking_server_get (server, 4)->line, ==,
                   "/scheduled_events/E1/invitees?count=100&page_token=more");
}

/* Who booked is asked for again only where the event has changed. */
static void
test_calendly_again (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (AnteCalendlyList) first = NULL;
  g_autoptr (AnteCalendlyList) second = NULL;

  booking_server_say (server, 200, NULL, ME);
  booking_server_say (server, 200, NULL, LIST (EVENT ("E1", ACTIVE), "null"));
  booking_server_say (server, 200, NULL, LIST (INVITEE ("E1", "I1", ACTIVE), "null"));
  first = calendly (api, NULL, NULL);
  booking_server_forget (server);
  booking_server_say (server, 200, NULL, ME);
  booking_server_say (server, 200, NULL, LIST (EVENT ("E1", ACTIVE), "null"));
  second = calendly (api, first->updated, NULL);
  g_assert_cmpuint (second->events->len, ==, 0);
  g_assert_cmpuint (second->same->len, ==, 1);
  g_assert_cmpstr (second->same->pdata[0], ==, "E1");
  g_assert_cmpuint (g_hash_table_size (second->updated), ==, 1);
  g_assert_cmpuint (booking_server_count (server), ==, 2);
}

/* An event that is deleted between two requests does not hide the others. */
static void
test_calendly_deleted (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (AnteCalendlyList) list = NULL;

  booking_server_say (server, 200, NULL, ME);
  booking_server_say (server, 200, NULL,
                      LIST (EVENT ("E1", ACTIVE) "," EVENT ("E2", ACTIVE), "null"));
  booking_server_say (server, 404, NULL, "{\"title\":\"Resource Not Found\"}");
  booking_server_say (server, 200, NULL, LIST (INVITEE ("E2", "I2", ACTIVE), "null"));
  list = calendly (api, NULL, NULL);
  g_assert_cmpuint (list->events->len, ==, 1);
}

#define BOOKING(uid, more)                                                                         \
  "{\"id\":9001,\"uid\":\"" uid                                                                    \
  "\",\"title\":\"Intro call between Mara and Fay\",\"description\":\"<b>hi</b>\","                \
  "\"hosts\":[{\"id\":1,\"name\":\"Mara\",\"email\":\"mara@example.com\"}],\"start\":\"2026-11-"   \
  "20T13:00:00Z\","                                                                                \
  "\"end\":\"2026-11-20T13:30:00Z\",\"location\":\"https://meet.example/"                          \
  "y\",\"updatedAt\":\"2026-11-01T10:00:00Z\","                                                    \
  "\"icsUid\":\"" uid                                                                              \
  "@Cal.com\",\"attendees\":[{\"name\":\"Fay\",\"email\":\"Fay@example.se\",\"timeZone\":"         \
  "\"Europe/Stockholm\",\"absent\":false,\"phoneNumber\":null}],\"guests\":[]," more "}"
#define ACCEPTED                                                                                   \
  "\"status\":\"accepted\",\"metadata\":{},\"bookingFieldsResponses\":{\"instagram\":\"@fay_"      \
  "lifts\",\"ref\":\"R4NDMX\",\"notes\":\"\",\"n\":3,"                                             \
  "\"goals\":[\"a\",\"b\"],\"location\":{\"value\":\"online\",\"optionValue\":\"\"}}"
#define PAGE(items, pagination)                                                                    \
  "{\"status\":\"success\",\"data\":[" items "],\"pagination\":{" pagination "}}"

static void
check_fay (const AnteCalendarEvent *event)
{
  const AnteCalendarPerson *person = event->attendees->pdata[0];
  const char *const answers[] = { "@fay_lifts", "R4NDMX", "3", "a, b", "online" };

  g_assert_cmpstr (event->summary, ==, "Intro call between Mara and Fay");
  g_assert_cmpstr (event->description, ==, "hi");
  g_assert_cmpint (event->start, ==, G_GINT64_CONSTANT (1795179600000));
  g_assert_cmpstr (event->ref, ==, "R4NDMX");
  g_assert_cmpstr (event->url, ==, "https://meet.example/y");
  g_assert_cmpstr (event->zone, ==, "Europe/Stockholm");
  g_assert_cmpstr (event->ics_uid, ==, "U1@Cal.com");
  g_assert_cmpstr (person->email, ==, "fay@example.se");
  g_assert_cmpuint (event->answers->len, ==, G_N_ELEMENTS (answers));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpstr (((AnteCalendarAnswer *) event->answers->pdata[i])->answer, ==, answers[i]);
}

static void
test_calcom (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const AnteCalendarEvent *event = NULL;

  booking_server_say (server, 200, NULL,
                      PAGE (BOOKING ("U1", ACCEPTED) ", null, {\"uid\":\"seat\",\"attendees\":[]}",
                            "\"nextCursor\":\"c+2\",\"hasMore\":true"));
  booking_server_say (
    server, 200, NULL,
    PAGE (
      BOOKING (
        "U2",
        "\"status\":\"cancelled\",\"cancellationReason\":\"ill\",\"cancelledByEmail\":"
        "\"fay@example.se\",\"rescheduledToUid\":\"U3\"") "," BOOKING ("U3",
                                                                       "\"status\":\"pending\","
                                                                       "\"rescheduledFromUid\":"
                                                                       "\"U2\",\"metadata\":{"
                                                                       "\"ref\":"
                                                                       "\"ABCDEF\"}") "," BOOKING ("U4",
                                                                                                   "\"status\":\"rejected\",\"start\":\"2027-11-20T13:"
                                                                                                   "00:00Z\""),
      "\"nextCursor\":null,\"hasMore\":false"));
  events = calcom (api, &error);
  g_assert_no_error (error);
  /* One has no time, and one is out of the range. */
  g_assert_cmpuint (events->len, ==, 3);
  check_fay (events->pdata[0]);
  event = events->pdata[1];
  g_assert_cmpint (event->status, ==, ANTE_CALENDAR_CANCELLED);
  g_assert_cmpstr (event->cancel_reason, ==, "ill");
  g_assert_cmpstr (event->cancelled_by, ==, "fay@example.se");
  g_assert_cmpstr (event->next, ==, "U3");
  event = events->pdata[2];
  g_assert_cmpint (event->status, ==, ANTE_CALENDAR_TENTATIVE);
  g_assert_cmpstr (event->previous, ==, "U2");
  g_assert_cmpstr (event->ref, ==, "ABCDEF");
  g_assert_nonnull (
    strstr (booking_server_get (server, 0)->headers, "cal-api-version: 2026-05-01\n"));
  g_assert_true (g_str_has_suffix (booking_server_get (server, 1)->line, "&cursor=c%2B2"));
}

static void
test_calcom_older (void)
{
  static const guint refusals[] = { 404, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (BookingServer) server = booking_server_new ();
    g_autoptr (AnteBookingApi) api = make_api (server);
    g_autoptr (GPtrArray) events = NULL;

    booking_server_say (server, refusals[i], NULL,
                        "{\"status\":\"error\",\"error\":{\"code\":\"x\",\"message\":\"y\"}}");
    booking_server_say (server, 200, NULL, PAGE (BOOKING ("U1", ACCEPTED), "\"hasNextPage\":true"));
    booking_server_say (server, 200, NULL,
                        PAGE (BOOKING ("U2", ACCEPTED), "\"hasNextPage\":false"));
    events = calcom (api, NULL);
    g_assert_cmpuint (events->len, ==, 2);
    check_fay (events->pdata[0]);
    g_assert_nonnull (
      strstr (booking_server_get (server, 1)->headers, "cal-api-version: 2024-08-13\n"));
    g_assert_nonnull (strstr (booking_server_get (server, 1)->line,
                              "status=upcoming,recurring,past,cancelled,unconfirmed&"));
    g_assert_true (g_str_has_suffix (booking_server_get (server, 2)->line, "&take=100&skip=1"));
  }
}

/**
 * Bad:
 * @n_requests: after which it is over
 */
typedef struct {
  guint status;
  const char *headers;
  const char *body;
  AnteBookingError code;
  guint n_requests;
} Bad;

static const Bad bad[] = {
  { 401, NULL, "{\"title\":\"Unauthenticated\",\"message\":\"" TOKEN "\"}", ANTE_BOOKING_ERROR_KEY,
    1 },
  { 403, NULL, "{\"title\":\"Permission Denied\"}", ANTE_BOOKING_ERROR_PERMISSION, 1 },
  { 429, "Retry-After: 1", "{}", ANTE_BOOKING_ERROR_RATE, 3 },
  { 429, "X-RateLimit-Reset: 60", "{}", ANTE_BOOKING_ERROR_RATE, 3 },
  { 429, "Retry-After: 3600", "{}", ANTE_BOOKING_ERROR_RATE, 1 },
  { 429, NULL, "{}", ANTE_BOOKING_ERROR_RATE, 3 },
  { 500, NULL, "oops", ANTE_BOOKING_ERROR_SERVER, 3 },
  { 302, "Location: https://x.example/", NULL, ANTE_BOOKING_ERROR_LED_AWAY, 1 },
  { 200, "Content-Type: text/html", "<html>sign in</html>", ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
  { 200, NULL, "{\"collection\":[{\"uri\":", ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
  { 200, NULL, "[]", ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
  { 200, NULL, "{}", ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
  { 200, NULL, "{\"data\":[],\"pagination\":{\"nextCursor\":{\"x\":1}}}",
    ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
  { 200, NULL, "", ANTE_BOOKING_ERROR_BAD_ANSWER, 1 },
};

static void
check_error (const GError *error, const Bad *row, BookingServer *server)
{
  g_assert_error (error, ANTE_BOOKING_ERROR, (int) row->code);
  g_assert_cmpuint (booking_server_count (server), ==, row->n_requests);
  g_assert_null (strstr (error->message, TOKEN));
  g_assert_nonnull (ante_booking_error_to_nick ((AnteBookingError) error->code));
}

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (BookingServer) server = booking_server_new ();
    g_autoptr (AnteBookingApi) api = make_api (server);
    g_autoptr (GError) of_calendly = NULL;
    g_autoptr (GError) of_calcom = NULL;

    g_test_message ("row %u", i);
    booking_server_say (server, bad[i].status, bad[i].headers, bad[i].body);
    g_assert_null (calendly (api, NULL, &of_calendly));
    check_error (of_calendly, &bad[i], server);
    if (bad[i].status == 429 && bad[i].n_requests == 1)
      g_assert_cmpint (ante_booking_api_get_retry_after (api), ==, 3600);
    booking_server_forget (server);
    booking_server_say (server, bad[i].status, bad[i].headers, bad[i].body);
    g_assert_null (calcom (api, &of_calcom));
    check_error (of_calcom, &bad[i], server);
  }
}

/* A short wish to be left alone is granted, and then all is well. */
static void
test_slowed_down (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (GPtrArray) events = NULL;

  booking_server_say (server, 429, "Retry-After: 2", "{}");
  booking_server_say (server, 200, NULL, PAGE (BOOKING ("U1", ACCEPTED), "\"hasMore\":false"));
  events = calcom (api, NULL);
  g_assert_cmpuint (events->len, ==, 1);
}

static void
test_no_token (void)
{
  static const char *const tokens[] = { "", "two words", "line\r\nX-Other: 1", "\xC3\xBC" };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    g_autoptr (BookingServer) server = booking_server_new ();
    g_autoptr (AnteBookingApi) api =
      ante_booking_api_new (booking_server_get_url (server), tokens[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (calendly (api, NULL, &error));
    g_assert_error (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_KEY);
    g_assert_cmpuint (booking_server_count (server), ==, 0);
  }
}

/* Pages without an end, which name one another. */
static void
test_endless (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = make_api (server);
  g_autoptr (GError) of_calendly = NULL;
  g_autoptr (GError) of_calcom = NULL;

  booking_server_say (server, 200, NULL, ME);
  booking_server_say (server, 200, NULL, LIST ("", "\"again\""));
  g_assert_null (calendly (api, NULL, &of_calendly));
  g_assert_error (of_calendly, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE);
  booking_server_forget (server);
  booking_server_say (server, 200, NULL,
                      PAGE (BOOKING ("U1", ACCEPTED), "\"nextCursor\":\"x\",\"hasMore\":true"));
  g_assert_null (calcom (api, &of_calcom));
  g_assert_error (of_calcom, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE);
  g_assert_cmpuint (booking_server_count (server), ==, ANTE_BOOKING_MAX_PAGES);
}

static void
test_cancelled (void)
{
  g_autoptr (BookingServer) server = booking_server_new ();
  g_autoptr (AnteBookingApi) api = ante_booking_api_new (booking_server_get_url (server), TOKEN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* While it waits for a minute. */
  booking_server_say (server, 429, "Retry-After: 60", "{}");
  ante_calcom_list_async (api, FROM, TO, cancellable, test_keep_result, &result);
  test_wait_until (booking_server_count (server) == 1);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  g_assert_null (ante_calcom_list_finish (api, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/calendly", test_calendly);
  g_test_add_func ("/services/calendly-again", test_calendly_again);
  g_test_add_func ("/services/calendly-deleted", test_calendly_deleted);
  g_test_add_func ("/services/calcom", test_calcom);
  g_test_add_func ("/services/calcom-older", test_calcom_older);
  g_test_add_func ("/services/errors", test_errors);
  g_test_add_func ("/services/slowed-down", test_slowed_down);
  g_test_add_func ("/services/no-token", test_no_token);
  g_test_add_func ("/services/endless", test_endless);
  g_test_add_func ("/services/cancelled", test_cancelled);
  return g_test_run ();
}
