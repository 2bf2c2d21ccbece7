#include "ante-test.h"
#include "instagram/ante-instagram.h"
#include "instagram/ante-throttle.h"
#include "instagram/ante-transport.h"
#include "wire-server.h"

#include <string.h>

#define ME "{\"id\":\"2650\",\"user_id\":\"" WIRE_US "\",\"username\":\"coach.vera\"}"
#define UNKNOWN_FIELD "{\"error\":{\"message\":\"nonexisting field\",\"code\":100}}"
#define EMPTY "{\"data\":[]}"
#define ONE_THREAD                                                                                 \
  "{\"data\":[{\"id\":\"t1\",\"participants\":{\"data\":[{\"id\":\"" WIRE_TOM "\"}]}}]}"

typedef struct {
  WireServer *server;
  AnteInstagram *client;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->server = wire_server_new ();
  fixture->client = ante_instagram_new (fixture->server->url, WIRE_TOKEN, &error);
  g_assert_no_error (error);
  ante_instagram_set_user_id (fixture->client, WIRE_US);
  ante_instagram_set_budget (fixture->client, 1000, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->client);
  wire_server_free (fixture->server);
}

static AnteAccount *
get_me (AnteInstagram *client, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_get_me_async, client, NULL);
  return ante_instagram_get_me_finish (client, result, error);
}

static AnteThreadPage *
list_threads (AnteInstagram *client, const char *after, guint depth, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_list_threads_async, client, after, 25, depth, NULL);
  return ante_instagram_list_threads_finish (client, result, error);
}

static void
test_me_tells_who_we_are (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAccount) account = NULL;

  wire_server_answer (fixture->server, 200, ME);
  account = get_me (fixture->client, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->user_id, ==, WIRE_US);
  g_assert_cmpstr (account->api_url, ==, fixture->server->url);
  g_assert_cmpuint (fixture->server->tokens, ==, 1);
  g_assert_null (strstr (wire_server_last (fixture->server), WIRE_TOKEN));
}

static void
test_list_asks_for_what_it_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThreadPage) page = NULL;
  const char *asked = NULL;

  wire_server_answer (fixture->server, 200, ONE_THREAD);
  page = list_threads (fixture->client, "QVF=&x", 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->threads->len, ==, 1);
  g_assert_true (((AnteThread *) page->threads->pdata[0])->has_reactions);
  asked = wire_server_last (fixture->server);
  g_assert_true (
    g_str_has_prefix (asked, "GET /v25.0/me/conversations?platform=instagram&fields="));
  g_assert_nonnull (strstr (asked, "messages.limit%285%29"));
  g_assert_nonnull (strstr (asked, "&limit=25&after=QVF%3D%26x"));
}

static void
test_a_refused_field_is_dropped_and_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThreadPage) page = NULL;
  g_autoptr (AnteThreadPage) again = NULL;

  wire_server_answer (fixture->server, 400, UNKNOWN_FIELD);
  wire_server_answer (fixture->server, 200, ONE_THREAD);
  page = list_threads (fixture->client, NULL, 5, &error);
  g_assert_no_error (error);
  g_assert_false (((AnteThread *) page->threads->pdata[0])->has_reactions);
  g_assert_cmpuint (fixture->server->requests->len, ==, 2);
  g_assert_nonnull (strstr (fixture->server->requests->pdata[0], "reactions"));
  g_assert_null (strstr (fixture->server->requests->pdata[1], "reactions"));
  g_assert_nonnull (strstr (fixture->server->requests->pdata[1], "attachments"));

  again = list_threads (fixture->client, NULL, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->server->requests->len, ==, 3);
  g_assert_null (strstr (wire_server_last (fixture->server), "reactions"));
}

/* As when a cursor has expired: fewer fields do not help, and nothing is to be learnt from it. */
static void
test_a_bad_parameter_of_another_kind_is_not_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThreadPage) page = NULL;

  for (guint i = 0; i < 3; i++)
    wire_server_answer (fixture->server, 400, UNKNOWN_FIELD);
  wire_server_answer (fixture->server, 200, EMPTY);
  g_assert_null (list_threads (fixture->client, "old", 5, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED);
  g_clear_error (&error);

  page = list_threads (fixture->client, NULL, 5, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (wire_server_last (fixture->server), "reactions"));
}

static void
test_a_thread_is_read_by_id_and_by_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThread) by_id = NULL;
  g_autoptr (AnteThread) by_person = NULL;
  g_autoptr (AnteThread) none = NULL;

  wire_server_answer (
    fixture->server, 200,
    "{\"id\":\"t1\",\"messages\":{\"data\":[{\"id\":\"m1\",\"message\":\"hi\"}]}}");
  TEST_CALL (result, ante_instagram_read_thread_async, fixture->client, "t1", WIRE_TOM, NULL);
  by_id = ante_instagram_read_thread_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_id->igsid, ==, WIRE_TOM);
  g_assert_cmpuint (by_id->depth, ==, 20);
  g_assert_true (g_str_has_prefix (wire_server_last (fixture->server), "GET /v25.0/t1?fields="));

  wire_server_answer (fixture->server, 200, "{\"data\":[{\"id\":\"t9\"}]}");
  wire_server_answer (fixture->server, 200, EMPTY);
  wire_server_skip (fixture->server);
  TEST_CALL (result, ante_instagram_read_person_thread_async, fixture->client, WIRE_TOM, NULL);
  by_person = ante_instagram_read_thread_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_person->id, ==, "t9");
  g_assert_nonnull (strstr (wire_server_last (fixture->server), "&user_id=" WIRE_TOM "&"));

  TEST_CALL (result, ante_instagram_read_person_thread_async, fixture->client, WIRE_TOM, NULL);
  none = ante_instagram_read_thread_finish (fixture->client, result, &error);
  g_assert_null (none);
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_GONE);
}

static void
test_an_id_stays_one_segment (void)
{
  g_autoptr (AnteRequest) request = ante_request_new ("GET", "test", "https://example.org");

  ante_request_add_segment (request, "a/../b?c#d%");
  ante_request_add_query (request, "x", "1&y=2");
  ante_request_add_query (request, "none", NULL);
  ante_request_add_query (request, "z", "ü");
  g_assert_cmpstr (request->address->str, ==,
                   "https://example.org/a%2F..%2Fb%3Fc%23d%25?x=1%26y%3D2&z=%C3%BC");
}

#define IDS(a, b, cursor)                                                                          \
  "{\"data\":[{\"id\":\"" a "\",\"created_time\":2},{\"id\":\"" b "\",\"created_time\":1}],"       \
  "\"paging\":{\"cursors\":{\"after\":\"" cursor "\"},\"next\":\"x\"}}"

static GPtrArray *
list_ids (AnteInstagram *client, const char *stop, guint max, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_list_message_ids_async, client, "t1", stop, max, NULL);
  return ante_instagram_list_message_ids_finish (client, result, error);
}

static void
test_ids_are_listed_until_the_known_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  wire_server_answer (fixture->server, 200, IDS ("m4", "m3", "c1"));
  wire_server_answer (fixture->server, 200, IDS ("m2", "m1", "c2"));
  ids = list_ids (fixture->client, "m1", 500, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (((AnteMessage *) ids->pdata[2])->mid, ==, "m2");
  g_assert_cmpint (((AnteMessage *) ids->pdata[2])->at, ==, 2000);
  g_assert_nonnull (strstr (wire_server_last (fixture->server), "&after=c1"));
}

static void
test_cursors_in_a_circle_come_to_an_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  for (guint i = 0; i < 100; i++) {
    wire_server_answer (fixture->server, 200, IDS ("m4", "m3", "c1"));
    wire_server_answer (fixture->server, 200, IDS ("m4", "m3", "c2"));
  }
  ids = list_ids (fixture->client, "never", 200, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->server->requests->len, <=, 8);
}

static void
test_hostile_answers_are_bad_answers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *brackets = g_strnfill (200 * 1024, '[');
  g_autofree char *huge = g_strnfill (9 * 1024 * 1024, ' ');
  const char *bodies[] = { "<html>",
                           brackets,
                           huge,
                           "{\"data\":[{\"id\":\"t",
                           "[]",
                           "{\"data\":7}",
                           "",
                           "{}",
                           "{\"data\":[\"thread\",{}]}",
                           "{\"data\":[{\"id\":\"\xff\xfe\"}]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;

    wire_server_answer (fixture->server, 200, bodies[i]);
    if (i > 0)
      wire_server_skip (fixture->server);
    g_assert_null (list_threads (fixture->client, NULL, 5, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
    g_assert_cmpuint (strlen (error->message), <, 200);
  }
}

static void
test_redirects_are_not_followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WireServer) other = wire_server_new ();
  g_autofree char *header = g_strdup_printf ("Location: %s/stolen", other->url);
  g_autoptr (GError) error = NULL;

  wire_server_answer (other, 200, ME);
  wire_server_answer_with (fixture->server, 302, "{}", header);
  g_assert_null (get_me (fixture->client, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
  g_assert_cmpuint (other->requests->len, ==, 0);
}

static void
test_a_read_that_is_cut_may_be_tried_again (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_CUT_IN_BODY);
  g_autoptr (AnteInstagram) client = ante_instagram_new (server->url, WIRE_TOKEN, NULL);
  g_autoptr (AnteInstagram) nobody = ante_instagram_new ("http://127.0.0.1:1", WIRE_TOKEN, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (get_me (client, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (get_me (nobody, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OFFLINE);
}

static void
test_a_read_can_be_cancelled (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_HOLD);
  g_autoptr (AnteInstagram) client = ante_instagram_new (server->url, WIRE_TOKEN, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ante_instagram_get_me_async (client, cancellable, test_keep_result, &result);
  test_wait_until (raw_server_get_requests (server) == 1);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  g_assert_null (ante_instagram_get_me_finish (client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_calls_wait_their_turn (Fixture *fixture, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  ante_instagram_set_budget (fixture->client, 20, 1);
  for (guint i = 0; i < 100; i++)
    wire_server_answer (fixture->server, 200, EMPTY);
  /* A hundred were allowed at once before; what is left of them is cut to the new burst. */
  for (guint i = 0; i < 6; i++) {
    g_autoptr (AnteThreadPage) page = list_threads (fixture->client, NULL, 0, NULL);

    g_assert_nonnull (page);
  }
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 240 * 1000);
}

static void
test_a_call_that_waits_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThreadPage) page = NULL;

  wire_server_answer (fixture->server, 200, EMPTY);
  ante_instagram_set_budget (fixture->client, 0.001, 1);
  ante_instagram_list_threads_async (fixture->client, NULL, 25, 0, NULL, test_keep_result, &first);
  ante_instagram_list_threads_async (fixture->client, NULL, 25, 0, cancellable, test_keep_result,
                                     &second);
  g_cancellable_cancel (cancellable);
  test_wait_until (first != NULL && second != NULL);
  page = ante_instagram_list_threads_finish (fixture->client, first, &error);
  g_assert_no_error (error);
  g_assert_null (ante_instagram_list_threads_finish (fixture->client, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->server->requests->len, ==, 1);
}

static void
test_throttled_means_silence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / 1000;

  wire_server_answer_with (
    fixture->server, 400, "{\"error\":{\"code\":613,\"error_subcode\":2534040}}",
    "X-Business-Use-Case-Usage: {\"" WIRE_US "\":[{\"type\":\"messenger\",\"call_count\":100,"
    "\"estimated_time_to_regain_access\":7}]}");
  g_assert_null (list_threads (fixture->client, NULL, 5, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_THROTTLED);
  g_clear_error (&error);
  g_assert_cmpint (ante_instagram_get_retry_at (fixture->client), >=, now + 7 * 60 * 1000);
  g_assert_cmpint (ante_instagram_get_retry_at (fixture->client), <=, now + 8 * 60 * 1000);
  g_assert_cmpuint (ante_instagram_get_usage (fixture->client), ==, 100);

  g_assert_null (get_me (fixture->client, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_THROTTLED);
  g_assert_cmpuint (fixture->server->requests->len, ==, 1);
}

static gint64
wait_after (AnteThrottle *throttle, const AnteAnswer *answer, gboolean refused)
{
  ante_throttle_note (throttle, answer, refused, 1000000, 1.0);
  return ante_throttle_left (throttle, 1000000);
}

static void
test_how_long_to_wait (void)
{
  static const struct {
    AnteAnswer answer;
    gint64 seconds;
  } cases[] = {
    { { .retry_after = (char *) "120" }, 120 },
    { { .retry_after = (char *) "Wed, 04 Mar 2026 18:25:07 GMT", .date = 1772648527000 }, 180 },
    { { .retry_after = (char *) "soon" }, 60 },
    { { .retry_after = (char *) "-5" }, 60 },
    { { .retry_after = (char *) "99999999999999999999" }, 60 },
    { { .business_usage = (char *) "{\"1\":[{\"estimated_time_to_regain_access\":3}]}",
        .retry_after = (char *) "9" },
      180 },
    { { .business_usage = (char *) "[[[[" }, 60 },
    { { .business_usage = (char *) "{\"1\":[{\"estimated_time_to_regain_access\":1e300}]}" }, 60 },
    { { .app_usage = (char *) "{\"call_volume\":\"x\"}" }, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    AnteThrottle throttle = { 0 };

    g_assert_cmpint (wait_after (&throttle, &cases[i].answer, TRUE), ==, cases[i].seconds * 1000);
  }
}

static void
test_waits_double_up_to_a_quarter_of_an_hour (void)
{
  static const AnteAnswer bare = { .status = 429 };
  static const int minutes[] = { 1, 2, 4, 8, 15, 15 };
  AnteThrottle throttle = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++) {
    throttle.until = 0;
    g_assert_cmpint (wait_after (&throttle, &bare, TRUE), ==, minutes[i] * 60 * 1000);
  }
  throttle.until = 0;
  g_assert_cmpint (wait_after (&throttle, &bare, FALSE), ==, 0);
  g_assert_cmpint (wait_after (&throttle, &bare, TRUE), ==, 60 * 1000);
}

static void
test_usage_is_the_highest_that_was_told (void)
{
  static const AnteAnswer told = {
    .app_usage = (char *) "{\"call_volume\":12,\"cpu_time\":81}",
    .business_usage = (char *) "{\"1\":[{\"type\":\"messenger\",\"call_count\":31}],\"2\":7}",
  };
  AnteThrottle throttle = { 0 };

  g_assert_cmpint (wait_after (&throttle, &told, FALSE), ==, 0);
  g_assert_cmpuint (ante_throttle_usage (&throttle, 1000000), ==, 81);
  g_assert_cmpuint (ante_throttle_usage (&throttle, 1000000 + 3600000), ==, 0);
}

static gint64
skew_after (Fixture *fixture, const char *header)
{
  g_autoptr (AnteAccount) account = NULL;

  wire_server_answer_with (fixture->server, 200, ME, header);
  if (fixture->server->requests->len > 0)
    wire_server_skip (fixture->server);
  account = get_me (fixture->client, NULL);
  g_assert_nonnull (account);
  return ante_instagram_get_clock_skew (fixture->client);
}

static void
test_the_server_tells_the_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autofree char *date = soup_date_time_to_string (later, SOUP_DATE_HTTP);
  g_autofree char *header = g_strconcat ("Date: ", date, NULL);
  gint64 skew = 0;

  g_assert_cmpint (ante_instagram_get_clock_skew (fixture->client), ==, 0);
  for (guint i = 0; i < 2; i++) {
    /* One answer alone is not believed, neither when it says so first nor after another. */
    g_assert_cmpint (skew_after (fixture, header), ==, 0);
    g_assert_cmpint (skew_after (fixture, NULL), ==, 0);
  }
  g_assert_cmpint (skew_after (fixture, header), ==, 0);
  skew = skew_after (fixture, header);
  g_assert_cmpint (ABS (skew - 3600000), <, 5000);
  skew = skew_after (fixture, NULL);
  g_assert_cmpint (ABS (skew - 3600000), <, 5000);
  g_assert_cmpint (skew_after (fixture, NULL), ==, 0);
}

static void
test_renewal_alone_has_the_token_in_its_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteToken) token = NULL;
  gint64 now = g_get_real_time () / 1000;

  wire_server_answer (
    fixture->server, 200,
    "{\"access_token\":\"IGAAnew\",\"token_type\":\"bearer\",\"expires_in\":5183944}");
  TEST_CALL (result, ante_instagram_renew_token_async, fixture->client, NULL);
  token = ante_instagram_renew_token_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (token->token, ==, "IGAAnew");
  g_assert_cmpint (token->expires_at, >=, now + 5183944000);
  g_assert_cmpstr (
    wire_server_last (fixture->server), ==,
    "GET /refresh_access_token?grant_type=ig_refresh_token&access_token=" WIRE_TOKEN);
  g_assert_cmpuint (fixture->server->tokens, ==, 0);
}

static void
test_profile_without_consent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  wire_server_answer (fixture->server, 400, "{\"error\":{\"code\":230}}");
  TEST_CALL (result, ante_instagram_get_profile_async, fixture->client, WIRE_TOM, NULL);
  g_assert_null (ante_instagram_get_profile_finish (fixture->client, result, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_NO_CONSENT);
}

static void
test_addresses_that_may_not_have_a_token (void)
{
  static const char *const bad[] = {
    "http://graph.instagram.com",
    "http://192.168.1.5:8080",
    "ftp://127.0.0.1",
    "file:///etc",
    "https://",
    "graph.instagram.com",
    "",
    "https://user:pw@graph.instagram.com",
    "https://graph.instagram.com/?x=1",
    "https://graph.instagram.com/#x",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "javascript:alert(1)",
    NULL,
  };
  static const char *const good[] = {
    "https://graph.instagram.com",
    "https://graph.instagram.com/",
    "http://127.0.0.1:8080",
    "http://localhost:1",
    "http://[::1]:99",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (ante_instagram_new (bad[i], WIRE_TOKEN, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (AnteInstagram) client = ante_instagram_new (good[i], WIRE_TOKEN, NULL);

    g_assert_nonnull (client);
    g_assert_false (g_str_has_suffix (ante_instagram_get_api_url (client), "/"));
  }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/client/me-tells-who-we-are", test_me_tells_who_we_are);
  ADD ("/client/list-asks-for-what-it-needs", test_list_asks_for_what_it_needs);
  ADD ("/client/a-refused-field-is-dropped-and-remembered",
       test_a_refused_field_is_dropped_and_remembered);
  ADD ("/client/a-bad-parameter-of-another-kind-is-not-remembered",
       test_a_bad_parameter_of_another_kind_is_not_remembered);
  ADD ("/client/a-thread-is-read-by-id-and-by-person", test_a_thread_is_read_by_id_and_by_person);
  g_test_add_func ("/client/an-id-stays-one-segment", test_an_id_stays_one_segment);
  ADD ("/client/ids-are-listed-until-the-known-one", test_ids_are_listed_until_the_known_one);
  ADD ("/client/cursors-in-a-circle-come-to-an-end", test_cursors_in_a_circle_come_to_an_end);
  ADD ("/client/hostile-answers-are-bad-answers", test_hostile_answers_are_bad_answers);
  ADD ("/client/redirects-are-not-followed", test_redirects_are_not_followed);
  g_test_add_func ("/client/a-read-that-is-cut-may-be-tried-again",
                   test_a_read_that_is_cut_may_be_tried_again);
  g_test_add_func ("/client/a-read-can-be-cancelled", test_a_read_can_be_cancelled);
  ADD ("/client/calls-wait-their-turn", test_calls_wait_their_turn);
  ADD ("/client/a-call-that-waits-can-be-cancelled", test_a_call_that_waits_can_be_cancelled);
  ADD ("/client/throttled-means-silence", test_throttled_means_silence);
  ADD ("/client/the-server-tells-the-time", test_the_server_tells_the_time);
  ADD ("/client/renewal-alone-has-the-token-in-its-address",
       test_renewal_alone_has_the_token_in_its_address);
  ADD ("/client/profile-without-consent", test_profile_without_consent);
  g_test_add_func ("/client/addresses-that-may-not-have-a-token",
                   test_addresses_that_may_not_have_a_token);
  g_test_add_func ("/throttle/how-long-to-wait", test_how_long_to_wait);
  g_test_add_func ("/throttle/waits-double-up-to-a-quarter-of-an-hour",
                   test_waits_double_up_to_a_quarter_of_an_hour);
  g_test_add_func ("/throttle/usage-is-the-highest-that-was-told",
                   test_usage_is_the_highest_that_was_told);
  return g_test_run ();
}
