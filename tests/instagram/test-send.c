#include "ante-test.h"
#include "instagram/ante-instagram.h"
#include "wire-server.h"

#include <string.h>

#define TEXT "Sure, here is the overview."

static AnteInstagram *
make_client (const char *url)
{
  g_autoptr (GError) error = NULL;
  AnteInstagram *client = ante_instagram_new (url, WIRE_TOKEN, &error);

  g_assert_no_error (error);
  ante_instagram_set_user_id (client, WIRE_US);
  ante_instagram_set_budget (client, 1000, 100);
  return client;
}

static char *
send_as (AnteInstagram *client, gboolean human_agent, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_send_text_async, client, WIRE_TOM, TEXT, NULL, human_agent,
             cancellable);
  return ante_instagram_send_finish (client, result, error);
}

static void
assert_send_fails (const char *url, AnteInstagramError code)
{
  g_autoptr (AnteInstagram) client = make_client (url);
  g_autoptr (GError) error = NULL;
  g_autofree char *mid = send_as (client, FALSE, NULL, &error);

  g_assert_null (mid);
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, (int) code);
  g_assert_null (strstr (error->message, WIRE_TOKEN));
}

static void
assert_answer_means (guint status, const char *body, gboolean tagged, AnteInstagramError code)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GError) error = NULL;
  g_autofree char *mid = NULL;

  wire_server_answer (server, status, body);
  mid = send_as (client, tagged, NULL, &error);
  g_assert_null (mid);
  if (!g_error_matches (error, ANTE_INSTAGRAM_ERROR, code))
    g_error ("%u %s: wanted %s, got %s", status, body, ante_instagram_error_to_nick (code),
             error->message);
  g_assert_cmpuint (server->requests->len, ==, 1);
}

static void
test_send_gives_the_message_id (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GError) error = NULL;
  g_autofree char *mid = NULL;

  wire_server_answer (server, 200,
                      "{\"recipient_id\":\"" WIRE_TOM "\",\"message_id\":\"aWdfSENT01\"}");
  mid = send_as (client, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mid, ==, "aWdfSENT01");
  g_assert_cmpstr (wire_server_last (server), ==, "POST /v25.0/" WIRE_US "/messages");
  g_assert_cmpstr (server->bodies->pdata[0], ==,
                   "{\"recipient\":{\"id\":\"" WIRE_TOM "\"},\"messaging_type\":\"RESPONSE\","
                   "\"message\":{\"text\":\"" TEXT "\"}}");
  g_assert_cmpuint (server->tokens, ==, 1);
  g_assert_cmpuint (ante_instagram_get_n_requests (client), ==, 1);
}

static void
test_tag_and_reply_are_in_the_body (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *mid = NULL;

  wire_server_answer (server, 200, "{\"message_id\":\"m\"}");
  TEST_CALL (result, ante_instagram_send_text_async, client, WIRE_TOM, "\"{}\\ \n👍", "mid7", TRUE,
             NULL);
  mid = ante_instagram_send_finish (client, result, NULL);
  g_assert_cmpstr (mid, ==, "m");
  g_assert_cmpstr (server->bodies->pdata[0], ==,
                   "{\"recipient\":{\"id\":\"" WIRE_TOM "\"},\"messaging_type\":\"MESSAGE_TAG\","
                   "\"tag\":\"HUMAN_AGENT\",\"message\":{\"text\":\"\\\"{}\\\\ \\n👍\"},"
                   "\"reply_to\":{\"mid\":\"mid7\"}}");
}

static void
test_what_cannot_be_sent_does_not_leave (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autofree char *long_text = g_strnfill (1001, 'a');
  const char *texts[] = { "", "bad \xff utf-8", long_text };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    TEST_CALL (result, ante_instagram_send_text_async, client, WIRE_TOM, texts[i], NULL, FALSE,
               NULL);
    g_assert_null (ante_instagram_send_finish (client, result, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED);
  }
  g_assert_cmpuint (server->requests->len, ==, 0);
}

static void
test_answers_that_leave_the_outcome_open (void)
{
  static const WireAnswer open[] = {
    { 200, "{}" },
    { 200, "{\"recipient_id\":\"1\"}" },
    { 200, "{\"message_id\":\"\"}" },
    { 200, "<html>ok</html>" },
    { 200, "{\"message_id\":\"m1" },
    { 200, "" },
    { 200, "[1]" },
    { 302, "{}" },
    { 408, "{}" },
    { 500, "{\"error\":{\"code\":190}}" },
    { 502, "<html>bad gateway</html>" },
    { 400, "{\"error\":{\"code\":1}}" },
    { 400, "{\"error\":{\"code\":2,\"is_transient\":true}}" },
    { 400, "{\"error\":{\"code\":-1}}" },
    { 400, "{\"error\":{\"code\":-2,\"error_subcode\":2534084}}" },
    { 400, "{\"error\":{\"code\":1,\"error_subcode\":99}}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    assert_answer_means (open[i].status, open[i].body, FALSE, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
}

static void
test_plain_refusals_are_certain (void)
{
  assert_answer_means (403, "{\"error\":{\"code\":10,\"error_subcode\":2534022}}", FALSE,
                       ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED);
  assert_answer_means (403, "{\"error\":{\"code\":10,\"error_subcode\":2534022}}", TRUE,
                       ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED);
  assert_answer_means (403, "{\"error\":{\"code\":10}}", FALSE, ANTE_INSTAGRAM_ERROR_PERMISSION);
  assert_answer_means (403, "{\"error\":{\"code\":10}}", TRUE, ANTE_INSTAGRAM_ERROR_TAG_REFUSED);
  assert_answer_means (400, "{\"error\":{\"code\":551}}", FALSE,
                       ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE);
  assert_answer_means (400, "{\"error\":{\"code\":190,\"error_subcode\":463}}", TRUE,
                       ANTE_INSTAGRAM_ERROR_TOKEN);
  assert_answer_means (400, "{\"error\":{\"code\":613,\"error_subcode\":2534040}}", FALSE,
                       ANTE_INSTAGRAM_ERROR_THROTTLED);
  assert_answer_means (400, "{\"error\":{\"code\":77,\"is_transient\":true}}", FALSE,
                       ANTE_INSTAGRAM_ERROR_REJECTED);
  assert_answer_means (429, "slow down", FALSE, ANTE_INSTAGRAM_ERROR_THROTTLED);
  assert_answer_means (404, "<html>", FALSE, ANTE_INSTAGRAM_ERROR_REJECTED);
}

static void
test_refused_connection_is_offline (void)
{
  assert_send_fails ("http://127.0.0.1:1", ANTE_INSTAGRAM_ERROR_OFFLINE);
}

static void
test_unknown_host_is_offline (void)
{
  assert_send_fails ("https://nobody.invalid", ANTE_INSTAGRAM_ERROR_OFFLINE);
}

static void
test_a_cut_leaves_the_outcome_open_and_nothing_is_repeated (void)
{
  static const RawMode modes[] = { RAW_READ_AND_CLOSE, RAW_CUT_IN_BODY, RAW_ENDLESS_BODY };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (RawServer) server = raw_server_new (modes[i]);

    assert_send_fails (server->url, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
    g_assert_cmpint (raw_server_get_requests (server), ==, 1);
  }
}

static void
test_a_connection_closed_at_once_leaves_the_outcome_open (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_CLOSE_AT_ONCE);

  assert_send_fails (server->url, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpint (server->n_connections, ==, 1);
}

/* A read leaves a connection that the server keeps open; the send after it is read by the server
 * once and never answered. */
static void
test_a_send_after_a_read_is_written_once (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_ONE_ANSWER_THEN_CLOSE);
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteAccount) account = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mid = NULL;

  TEST_CALL (result, ante_instagram_get_me_async, client, NULL);
  account = ante_instagram_get_me_finish (client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->user_id, ==, WIRE_US);

  server->mode = RAW_READ_AND_CLOSE;
  mid = send_as (client, FALSE, NULL, &error);
  g_assert_null (mid);
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpint (raw_server_get_requests (server), ==, 2);
}

static void
test_cancelling_a_send_that_left_leaves_the_outcome_open (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_HOLD);
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ante_instagram_send_text_async (client, WIRE_TOM, TEXT, NULL, FALSE, cancellable,
                                  test_keep_result, &result);
  test_wait_until (raw_server_get_requests (server) == 1);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  g_assert_null (ante_instagram_send_finish (client, result, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
}

/* Takes its twenty seconds, so only with "-m slow". */
static void
test_no_answer_in_time_leaves_the_outcome_open (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_HOLD);
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  ante_instagram_send_text_async (client, WIRE_TOM, TEXT, NULL, FALSE, NULL, test_keep_result,
                                  &result);
  while (result == NULL && g_get_monotonic_time () < deadline)
    test_iterate ();
  g_assert_nonnull (result);
  g_assert_null (ante_instagram_send_finish (client, result, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpint (raw_server_get_requests (server), ==, 1);
}

static void
test_cancelling_before_it_leaves_is_a_cancellation (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (send_as (client, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server->requests->len, ==, 0);
}

/* The answer of a send that was cancelled while it was on its way back is still told. */
static void
test_a_cancellation_too_late_does_not_hide_success (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mid = NULL;

  wire_server_answer (server, 200, "{\"message_id\":\"m9\"}");
  ante_instagram_send_text_async (client, WIRE_TOM, TEXT, NULL, FALSE, cancellable,
                                  test_keep_result, &result);
  test_wait_until (result != NULL);
  g_cancellable_cancel (cancellable);
  mid = ante_instagram_send_finish (client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mid, ==, "m9");
}

static void
test_without_a_token_nothing_leaves (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);
  const char *bad[] = { NULL, "", "  \n", "two\nlines", "tokén" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    ante_instagram_set_token (client, bad[i]);
    g_assert_null (send_as (client, FALSE, NULL, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN);
  }
  g_assert_cmpuint (server->requests->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/send/gives-the-message-id", test_send_gives_the_message_id);
  g_test_add_func ("/send/tag-and-reply-are-in-the-body", test_tag_and_reply_are_in_the_body);
  g_test_add_func ("/send/what-cannot-be-sent-does-not-leave",
                   test_what_cannot_be_sent_does_not_leave);
  g_test_add_func ("/send/answers-that-leave-the-outcome-open",
                   test_answers_that_leave_the_outcome_open);
  g_test_add_func ("/send/plain-refusals-are-certain", test_plain_refusals_are_certain);
  g_test_add_func ("/send/refused-connection-is-offline", test_refused_connection_is_offline);
  g_test_add_func ("/send/unknown-host-is-offline", test_unknown_host_is_offline);
  g_test_add_func ("/send/a-cut-leaves-the-outcome-open-and-nothing-is-repeated",
                   test_a_cut_leaves_the_outcome_open_and_nothing_is_repeated);
  g_test_add_func ("/send/a-connection-closed-at-once-leaves-the-outcome-open",
                   test_a_connection_closed_at_once_leaves_the_outcome_open);
  g_test_add_func ("/send/a-send-after-a-read-is-written-once",
                   test_a_send_after_a_read_is_written_once);
  g_test_add_func ("/send/cancelling-after-it-left-leaves-the-outcome-open",
                   test_cancelling_a_send_that_left_leaves_the_outcome_open);
  g_test_add_func ("/send/cancelling-before-it-leaves-is-a-cancellation",
                   test_cancelling_before_it_leaves_is_a_cancellation);
  g_test_add_func ("/send/a-cancellation-too-late-does-not-hide-success",
                   test_a_cancellation_too_late_does_not_hide_success);
  if (g_test_slow ())
    g_test_add_func ("/send/no-answer-in-time-leaves-the-outcome-open",
                     test_no_answer_in_time_leaves_the_outcome_open);
  g_test_add_func ("/send/without-a-token-nothing-leaves", test_without_a_token_nothing_leaves);
  return g_test_run ();
}
