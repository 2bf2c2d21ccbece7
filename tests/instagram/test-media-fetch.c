#include "config.h"

#include <string.h>

#include "ante-test.h"
#include "instagram/ante-media-fetch.h"
#include "instagram/ante-public-address.h"
#include "wire-server.h"

#define MOST 1000

typedef struct {
  WireServer *wire;
  GAsyncResult *result;
  GError *error;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->wire = wire_server_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->wire, wire_server_free);
  g_clear_object (&fixture->result);
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
}

static void
fetch_from (Fixture *fixture, const char *url, const char *origin, guint seconds)
{
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  TEST_CALL (fixture->result, ante_media_fetch_async, url, origin, MOST, seconds, NULL);
  fixture->bytes = ante_media_fetch_finish (fixture->result, &fixture->error);
  g_assert_true ((fixture->bytes == NULL) != (fixture->error == NULL));
}

static void
fetch (Fixture *fixture, const char *path)
{
  g_autofree char *url = g_strconcat (fixture->wire->url, path, NULL);

  fetch_from (fixture, url, fixture->wire->url, 10);
}

static void
test_what_is_there_comes_without_a_token (Fixture *fixture, gconstpointer data)
{
  wire_server_answer (fixture->wire, 200, "picture");
  fetch (fixture, "/media/a.png?oe=1");
  g_assert_no_error (fixture->error);
  g_assert_cmpmem (g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes),
                   "picture", 7);
  g_assert_cmpstr (wire_server_last (fixture->wire), ==, "GET /media/a.png?oe=1");
  g_assert_cmpuint (fixture->wire->tokens, ==, 0);
}

static void
test_nothing_is_as_good_as_empty (Fixture *fixture, gconstpointer data)
{
  wire_server_answer (fixture->wire, 200, "");
  fetch (fixture, "/media/a.png");
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_bytes_get_size (fixture->bytes), ==, 0);
}

static void
test_size_is_bounded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *exact = g_strnfill (MOST, 'x');
  g_autofree char *more = g_strnfill (MOST + 1, 'x');
  g_autoptr (RawServer) endless = raw_server_new (RAW_ENDLESS_BODY);
  g_autofree char *url = g_strconcat (endless->url, "/a.png", NULL);

  wire_server_answer (fixture->wire, 200, exact);
  wire_server_answer (fixture->wire, 200, more);
  fetch (fixture, "/media/a.png");
  g_assert_no_error (fixture->error);
  fetch (fixture, "/media/a.png");
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_TOO_LARGE);
  /* One that does not say how large it is. */
  fetch_from (fixture, url, endless->url, 10);
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_TOO_LARGE);
}

static void
test_time_is_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) silent = raw_server_new (RAW_READ_AND_HOLD);
  g_autofree char *url = g_strconcat (silent->url, "/a.png", NULL);

  fetch_from (fixture, url, silent->url, 1);
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_BUSY);
}

static void
test_a_cut_picture_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) cut = raw_server_new (RAW_CUT_IN_BODY);
  g_autofree char *url = g_strconcat (cut->url, "/a.png", NULL);

  fetch_from (fixture, url, cut->url, 10);
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_BUSY);
}

static void
test_redirects_stay_where_they_may (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) elsewhere = raw_server_new (RAW_READ_AND_CLOSE);
  g_autofree char *away = g_strconcat ("Location: ", elsewhere->url, "/a.png", NULL);

  wire_server_answer_with (fixture->wire, 302, "", "Location: /media/b.png");
  wire_server_answer (fixture->wire, 200, "picture");
  fetch (fixture, "/media/a.png");
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (wire_server_last (fixture->wire), ==, "GET /media/b.png");

  wire_server_answer_with (fixture->wire, 302, "", away);
  wire_server_skip (fixture->wire);
  fetch (fixture, "/media/a.png");
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_REFUSED);
  g_assert_cmpint (elsewhere->n_connections, ==, 0);

  wire_server_answer_with (fixture->wire, 301, "", "Location: file:///etc/passwd");
  wire_server_skip (fixture->wire);
  fetch (fixture, "/media/a.png");
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_REFUSED);
}

static void
test_circles_end (Fixture *fixture, gconstpointer data)
{
  wire_server_answer_with (fixture->wire, 307, "", "Location: /media/a.png");
  fetch (fixture, "/media/a.png");
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_REFUSED);
  g_assert_cmpuint (fixture->wire->requests->len, <=, 4);
}

static void
test_refusals_are_told_apart (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint status;
    AnteFetchError code;
  } answers[] = {
    { 403, ANTE_FETCH_ERROR_GONE }, { 404, ANTE_FETCH_ERROR_GONE }, { 410, ANTE_FETCH_ERROR_GONE },
    { 429, ANTE_FETCH_ERROR_BUSY }, { 500, ANTE_FETCH_ERROR_BUSY }, { 503, ANTE_FETCH_ERROR_BUSY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    wire_server_answer (fixture->wire, answers[i].status, "no");
    if (i > 0)
      wire_server_skip (fixture->wire);
    fetch (fixture, "/media/a.png");
    g_assert_error (fixture->error, ANTE_FETCH_ERROR, (int) answers[i].code);
  }
}

static void
test_nothing_else_is_connected_to (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) elsewhere = raw_server_new (RAW_READ_AND_CLOSE);
  g_autofree char *url = g_strconcat (elsewhere->url, "/a.png", NULL);

  fetch_from (fixture, url, fixture->wire->url, 10);
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_REFUSED);
  fetch_from (fixture, url, NULL, 10);
  g_assert_error (fixture->error, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_REFUSED);
  g_assert_cmpint (elsewhere->n_connections, ==, 0);
}

static void
test_cancelled_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) silent = raw_server_new (RAW_READ_AND_HOLD);
  g_autofree char *url = g_strconcat (silent->url, "/a.png", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  ante_media_fetch_async (url, silent->url, MOST, 30, cancellable, test_keep_result,
                          &fixture->result);
  test_wait_until (raw_server_get_requests (silent) == 1);
  g_cancellable_cancel (cancellable);
  test_wait_until (fixture->result != NULL);
  fixture->bytes = ante_media_fetch_finish (fixture->result, &fixture->error);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_inner_addresses_are_not_public (Fixture *fixture, gconstpointer data)
{
  static const char *const inner[] = {
    "0.0.0.0",     "10.1.2.3",     "100.64.0.1",      "127.0.0.1",       "127.255.255.255",
    "169.254.1.1", "172.16.0.1",   "172.31.255.255",  "192.168.0.1",     "192.0.0.1",
    "198.18.0.1",  "224.0.0.1",    "255.255.255.255", "240.0.0.1",       "::",
    "::1",         "::127.0.0.1",  "::ffff:10.0.0.1", "64:ff9b::7f00:1", "fc00::1",
    "fd12::1",     "fe80::1",      "fec0::1",         "ff02::1",         "2002:7f00:1::",
    "2001:db8::1", "2001:0:53::1",
  };
  static const char *const open[] = {
    "1.1.1.1",    "31.13.84.63",       "157.240.1.1",        "172.15.0.1",
    "172.32.0.1", "2a03:2880:f21c::1", "64:ff9b::1f0d:543f",
  };

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (inner[i]);

    g_test_message ("%s", inner[i]);
    g_assert_false (ante_public_address_is_public (address));
  }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (open[i]);

    g_test_message ("%s", open[i]);
    g_assert_true (ante_public_address_is_public (address));
  }
}

/* As a name service would have it that answers with what it likes: the connection is not begun. */
static void
test_a_name_that_leads_inside_leads_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) inside = raw_server_new (RAW_READ_AND_CLOSE);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  guint16 port = (guint16) g_ascii_strtoull (strrchr (inside->url, ':') + 1, NULL, 10);
  g_autoptr (GSocketConnectable) address = ante_public_address_new ("localhost", port);
  g_autoptr (GSocketConnection) connection = NULL;

  TEST_CALL (fixture->result, g_socket_client_connect_async, client, address, NULL);
  connection = g_socket_client_connect_finish (client, fixture->result, &fixture->error);
  g_assert_null (connection);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
  g_assert_cmpint (inside->n_connections, ==, 0);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/media-fetch/comes", test_what_is_there_comes_without_a_token);
  ADD ("/media-fetch/empty", test_nothing_is_as_good_as_empty);
  ADD ("/media-fetch/size", test_size_is_bounded);
  ADD ("/media-fetch/time", test_time_is_bounded);
  ADD ("/media-fetch/cut", test_a_cut_picture_is_none);
  ADD ("/media-fetch/redirects", test_redirects_stay_where_they_may);
  ADD ("/media-fetch/circles", test_circles_end);
  ADD ("/media-fetch/refusals", test_refusals_are_told_apart);
  ADD ("/media-fetch/elsewhere", test_nothing_else_is_connected_to);
  ADD ("/media-fetch/cancelled", test_cancelled_is_cancelled);
  ADD ("/media-fetch/inner-addresses", test_inner_addresses_are_not_public);
  ADD ("/media-fetch/name-leads-inside", test_a_name_that_leads_inside_leads_nowhere);
  return g_test_run ();
}
