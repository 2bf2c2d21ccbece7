#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

#define DAY 86400

static void
refresh (Fixture *fixture, const char *token)
{
  g_autofree char *path =
    g_strdup_printf ("/refresh_access_token?grant_type=ig_refresh_token&access_token=%s", token);

  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
}

static void
test_a_token_is_taken_from_header_or_query (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    g_strdup_printf ("/v25.0/me?access_token=%s", sandbox_server_get_token (fixture->server));

  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
  fixture_assert_ok (fixture);
  fixture_call (fixture, "GET", "/v25.0/me", NULL, NULL, FALSE);
  fixture_assert_error (fixture, 401, 190, 0);
  fixture_call (fixture, "GET", "/v25.0/me?access_token=IGAAother", NULL, NULL, FALSE);
  fixture_assert_error (fixture, 401, 190, 0);
  fixture_control (fixture, "requests", "{}");
  for (guint i = 0; i < fixture_length (fixture, "requests"); i++) {
    g_autofree char *where = g_strdup_printf ("requests.%u.path", i);

    g_assert_cmpstr (fixture_string (fixture, where), ==, "me");
  }
}

static void
test_a_renewed_token_is_another_and_the_old_one_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_strdup (sandbox_server_get_token (fixture->server));
  g_autofree char *path = g_strdup_printf ("/v25.0/me?access_token=%s", old);
  g_autofree char *renewed = NULL;

  refresh (fixture, old);
  fixture_assert_ok (fixture);
  renewed = g_strdup (fixture_string (fixture, "access_token"));
  g_assert_cmpstr (renewed, !=, old);
  g_assert_cmpint (fixture_int (fixture, "expires_in"), ==, 60 * DAY);
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
  fixture_assert_ok (fixture);

  /* Too new to be renewed again. */
  refresh (fixture, renewed);
  fixture_assert_error (fixture, 400, 100, 0);
}

static void
test_a_token_dies_after_sixty_days (Fixture *fixture, gconstpointer data)
{
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 57 * DAY);
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 2 * DAY);
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_error (fixture, 401, 190, 463);
  refresh (fixture, sandbox_server_get_token (fixture->server));
  fixture_assert_error (fixture, 401, 190, 463);
}

static void
redeem (Fixture *fixture)
{
  fixture_call (fixture, "POST", "/oauth/access_token", "application/x-www-form-urlencoded",
                "client_id=1&client_secret=s&grant_type=authorization_code"
                "&redirect_uri=https%3A%2F%2Fexample.org%2F&code=sandbox-code",
                FALSE);
}

static void
test_a_code_works_once_and_its_errors_have_their_own_shape (Fixture *fixture, gconstpointer data)
{
  redeem (fixture);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_true (g_str_has_prefix (fixture_string (fixture, "access_token"), "IGAAshort"));
  /* Seventeen digits as a number: a double could not hold it. */
  g_assert_cmpint (fixture_int (fixture, "user_id"), ==, G_GINT64_CONSTANT (26500000000000001));
  redeem (fixture);
  g_assert_cmpuint (fixture->status, ==, 400);
  g_assert_cmpint (fixture_int (fixture, "code"), ==, 400);
  g_assert_nonnull (fixture_string (fixture, "error_message"));
  g_assert_null (fixture_look (fixture, "error"));
}

static void
test_the_way_from_consent_to_a_long_token (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture_call (fixture, "GET",
                "/oauth/authorize?client_id=1&redirect_uri=https%3A%2F%2Fexample.org%2F"
                "&response_type=code&scope=instagram_business_basic&state=a%26b",
                NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 302);
  g_assert_cmpstr (fixture_header (fixture, "Location"), ==,
                   "https://example.org/?code=sandbox-code&state=a%26b#_");
  redeem (fixture);
  path = g_strdup_printf ("/access_token?grant_type=ig_exchange_token&client_secret=s"
                          "&access_token=%s",
                          fixture_string (fixture, "access_token"));
  fixture_call (fixture, "GET",
                "/access_token?grant_type=ig_exchange_token&client_secret=s&access_token=IGAAx",
                NULL, NULL, FALSE);
  fixture_assert_error (fixture, 401, 190, 0);
  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
  fixture_assert_ok (fixture);
  g_assert_cmpstr (fixture_string (fixture, "access_token"), ==,
                   sandbox_server_get_token (fixture->server));
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
}

static void
consent (Fixture *fixture, const char *redirect)
{
  g_autofree char *path = g_strdup_printf (
    "/oauth/authorize?client_id=1&redirect_uri=%s&response_type=code&state=s1", redirect);

  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 302);
}

static void
assert_refused (Fixture *fixture, const char *words)
{
  g_assert_cmpuint (fixture->status, ==, 400);
  g_assert_nonnull (strstr (fixture_string (fixture, "error_message"), words));
}

static void
test_a_code_ends_after_an_hour (Fixture *fixture, gconstpointer data)
{
  consent (fixture, "https%3A%2F%2Fexample.org%2F");
  fixture_control (fixture, "clock", "{\"advance_seconds\": 3700}");
  redeem (fixture);
  assert_refused (fixture, "expired");
}

static void
test_a_code_belongs_to_its_redirect_address (Fixture *fixture, gconstpointer data)
{
  consent (fixture, "https%3A%2F%2Fexample.org");
  redeem (fixture);
  assert_refused (fixture, "redirect_uri");
}

static void
test_consent_can_be_refused (Fixture *fixture, gconstpointer data)
{
  fixture_control (fixture, "account", "{\"consents\": false}");
  consent (fixture, "https%3A%2F%2Fexample.org%2F");
  g_assert_true (g_str_has_prefix (fixture_header (fixture, "Location"),
                                   "https://example.org/?error=access_denied&"));
  g_assert_null (strstr (fixture_header (fixture, "Location"), "code="));
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tokens/a-token-is-taken-from-header-or-query", test_a_token_is_taken_from_header_or_query);
  ADD ("/tokens/a-renewed-token-is-another-and-the-old-one-stays",
       test_a_renewed_token_is_another_and_the_old_one_stays);
  ADD ("/tokens/a-token-dies-after-sixty-days", test_a_token_dies_after_sixty_days);
  ADD ("/tokens/a-code-works-once-and-its-errors-have-their-own-shape",
       test_a_code_works_once_and_its_errors_have_their_own_shape);
  ADD ("/tokens/the-way-from-consent-to-a-long-token", test_the_way_from_consent_to_a_long_token);
  ADD ("/tokens/a-code-ends-after-an-hour", test_a_code_ends_after_an_hour);
  ADD ("/tokens/a-code-belongs-to-its-redirect-address",
       test_a_code_belongs_to_its_redirect_address);
  ADD ("/tokens/consent-can-be-refused", test_consent_can_be_refused);
  return g_test_run ();
}
