#include "ante-test.h"
#include "instagram/ante-instagram-sign-in.h"
#include "instagram/ante-simulator.h"
#include "wire-server.h"

#include <string.h>

static void
test_sign_in_address (void)
{
  g_autofree char *url =
    ante_instagram_sign_in_url (NULL, "123", "https://example.org/back?x=1", "s t");
  g_autofree char *local = ante_instagram_sign_in_url ("http://127.0.0.1:1", "123", "x", "y");

  g_assert_cmpstr (url, ==,
                   "https://www.instagram.com/oauth/authorize?client_id=123&redirect_uri="
                   "https%3A%2F%2Fexample.org%2Fback%3Fx%3D1&response_type=code&scope="
                   "instagram_business_basic%2Cinstagram_business_manage_messages%2C"
                   "instagram_business_manage_comments&state=s%20t");
  g_assert_true (
    g_str_has_prefix (local, "http://127.0.0.1:1/oauth/authorize?client_id=123&redirect_uri=x&"));
}

static void
test_pasted_address (void)
{
  static const char *const good[] = {
    " https://example.org/?code=AQB-x%2F1&state=s1#_\n",
    "example.org/back?x=1&code=AQB-x%2F1&state=s1#_",
  };
  static const struct {
    const char *pasted;
    AnteInstagramError code;
  } bad[] = {
    { "", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "hello", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/?code=abc", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/?state=s1", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/?code=&state=s1", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/?code=%zz&state=s1", ANTE_INSTAGRAM_ERROR_NO_ANSWER },
    { "https://example.org/?code=abc&state=other", ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN },
    { "https://example.org/?error=access_denied&error_reason=user_denied&state=s1&code=x",
      ANTE_INSTAGRAM_ERROR_DENIED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *code = ante_instagram_sign_in_parse (good[i], "s1", NULL);

    g_assert_cmpstr (code, ==, "AQB-x/1");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (ante_instagram_sign_in_parse (bad[i].pasted, "s1", &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, (int) bad[i].code);
  }
}

static void
test_an_answer_to_no_question_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    ante_instagram_sign_in_parse ("https://example.org/?code=a&state=s1", NULL, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN);
}

static AnteToken *
sign_in (const char *url, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_sign_in_async, url, url, "123", "s3cret",
             "https://example.org/", "AQB/1", NULL);
  return ante_instagram_sign_in_finish (result, error);
}

static void
test_a_code_becomes_a_long_lived_token (void)
{
  static const char *const shapes[] = {
    "{\"data\":[{\"access_token\":\"IGAAshort\",\"user_id\":\"2650\"}]}",
    "{\"access_token\":\"IGAAshort\",\"user_id\":2650}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (WireServer) server = wire_server_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (AnteToken) token = NULL;

    wire_server_answer (server, 200, shapes[i]);
    wire_server_answer (server, 200, "{\"access_token\":\"IGAAlong\",\"expires_in\":5183944}");
    token = sign_in (server->url, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (token->token, ==, "IGAAlong");
    g_assert_cmpstr (server->requests->pdata[0], ==, "POST /oauth/access_token");
    g_assert_cmpstr (server->bodies->pdata[0], ==,
                     "client_id=123&client_secret=s3cret&grant_type=authorization_code&"
                     "redirect_uri=https%3A%2F%2Fexample.org%2F&code=AQB%2F1");
    g_assert_cmpstr (server->requests->pdata[1], ==,
                     "GET /access_token?grant_type=ig_exchange_token&client_secret=s3cret&"
                     "access_token=IGAAshort");
  }
}

static void
test_a_refusal_tells_what_to_do (void)
{
  static const struct {
    const char *words;
    AnteInstagramError code;
  } refusals[] = {
    { "Tom", ANTE_INSTAGRAM_ERROR_NO_SIGN_IN },
    { "Invalid platform app", ANTE_INSTAGRAM_ERROR_APP_REFUSED },
    { "Error validating client secret.", ANTE_INSTAGRAM_ERROR_APP_REFUSED },
    { "This authorization code has been used", ANTE_INSTAGRAM_ERROR_CODE_ENDED },
    { "Error validating verification code. Please make sure your redirect_uri is identical",
      ANTE_INSTAGRAM_ERROR_REDIRECT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (WireServer) server = wire_server_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *body =
      g_strdup_printf ("{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"%s\"}",
                       refusals[i].words);

    wire_server_answer (server, 400, body);
    g_assert_null (sign_in (server->url, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, (int) refusals[i].code);
    g_assert_null (strstr (error->message, refusals[i].words));
  }
}

static void
test_a_secret_leaves_for_no_other_address (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sign_in ("http://example.org", &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS);
}

static GVariant *
simulate (const char *url, GVariant *arguments, GError **error)
{
  g_autoptr (AnteSimulator) simulator = ante_simulator_new (url);
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_simulator_call_async, simulator, "message", arguments, NULL);
  return ante_simulator_call_finish (simulator, result, error);
}

static void
test_the_simulator_carries_dictionaries (void)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autofree char *url = g_strconcat (server->url, "/control/k", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GVariant) items = NULL;
  const char *mid = NULL;

  wire_server_answer (server, 200, "{\"message_id\":\"m1\",\"n\":3,\"x\":null,\"l\":[1,\"a\"]}");
  wire_server_answer (server, 200, "[{\"handle\":\"tom\"}]");
  wire_server_answer (server, 200, "{\"error\":\"nobody is called that\"}");
  wire_server_answer (server, 400, "{}");
  answer = simulate (url, g_variant_new_parsed ("{'from': <'tom'>, 'count': <int64 2>}"), &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (answer, "message_id", "&s", &mid));
  g_assert_cmpstr (mid, ==, "m1");
  g_assert_cmpstr (server->requests->pdata[0], ==, "POST /control/k/message");
  g_assert_cmpstr (server->bodies->pdata[0], ==, "{\"from\":\"tom\",\"count\":2}");

  list = simulate (url, NULL, &error);
  g_assert_no_error (error);
  items = g_variant_lookup_value (list, "items", NULL);
  g_assert_cmpuint (g_variant_n_children (items), ==, 1);

  for (guint i = 0; i < 2; i++) {
    g_assert_null (simulate (url, NULL, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED);
    g_clear_error (&error);
  }
  g_assert_null (simulate ("https://example.org/control", NULL, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-in/address", test_sign_in_address);
  g_test_add_func ("/sign-in/pasted-address", test_pasted_address);
  g_test_add_func ("/sign-in/a-code-becomes-a-long-lived-token",
                   test_a_code_becomes_a_long_lived_token);
  g_test_add_func ("/sign-in/an-answer-to-no-question-is-refused",
                   test_an_answer_to_no_question_is_refused);
  g_test_add_func ("/sign-in/a-refusal-tells-what-to-do", test_a_refusal_tells_what_to_do);
  g_test_add_func ("/sign-in/a-secret-leaves-for-no-other-address",
                   test_a_secret_leaves_for_no_other_address);
  g_test_add_func ("/simulator/carries-dictionaries", test_the_simulator_carries_dictionaries);
  return g_test_run ();
}
