#include "assist-fixture.h"

#include <string.h>

static char *
refuse (const char *field)
{
  return g_strdup_printf ("{\"error\":{\"message\":\"Unsupported parameter: '%s'\",\"type\":"
                          "\"invalid_request_error\",\"param\":\"%s\",\"code\":"
                          "\"unsupported_parameter\"}}",
                          field, field);
}

static void
say_good (Fixture *fixture, Wire wire)
{
  g_autofree char *answer = wire_answer (wire, GOOD);

  assist_server_say_json (fixture->server, 200, answer);
}

static void
complete_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteCompletion) completion = fixture_complete (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (completion->proposal->reply, ==, "It is 300 EUR");
}

/* --- learning ------------------------------------------------------------------------------ */

static void
learnt_cb (AnteRemote *remote, const char *model, GString *learnt)
{
  g_autofree char *text = ante_remote_dup_learnt (remote, model);

  *strrchr (text, ' ') = '\0';
  g_string_append_printf (learnt, "%s: %s\n", model, text);
}

static void
test_a_refused_shape_is_asked_for_otherwise_and_remembered (void)
{
  static const char *const fields[] = { "response_format", "tools", "response_format" };
  static const char *const marks[] = { "\"json_schema\"", "\"tool_choice\"", "\"json_object\"" };
  Fixture fixture = { 0 };
  g_autoptr (GString) learnt = g_string_new (NULL);
  g_autoptr (AssistRequest) last = NULL;

  fixture_set_up (&fixture, WIRE_OPENAI, "plain");
  g_signal_connect (fixture.provider, "learnt", G_CALLBACK (learnt_cb), learnt);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *no = refuse (fields[i]);

    assist_server_say_json (fixture.server, 400, no);
  }
  say_good (&fixture, WIRE_OPENAI);
  complete_well (&fixture);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (AssistRequest) request = assist_server_get (fixture.server, i);

    g_assert_nonnull (strstr (request->body, marks[i]));
  }
  g_assert_cmpstr (learnt->str, ==, MODEL ": words\n");

  complete_well (&fixture);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 5);
  last = assist_server_last (fixture.server);
  g_assert_null (strstr (last->body, "response_format"));
  g_assert_cmpstr (learnt->str, ==, MODEL ": words\n");

  /* Of another model nothing is known. */
  ante_remote_set_model (ANTE_REMOTE (fixture.provider), "large-1");
  complete_well (&fixture);
  g_clear_pointer (&last, assist_request_free);
  last = assist_server_last (fixture.server);
  g_assert_nonnull (strstr (last->body, "\"json_schema\""));
  fixture_tear_down (&fixture);
}

static void
test_anthropic_falls_back_to_a_tool (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AssistRequest) last = NULL;
  g_autoptr (AnteCompletion) completion = NULL;

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  assist_server_say_json (fixture.server, 400,
                          "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\","
                          "\"message\":\"output_config: Extra inputs are not permitted\"}}");
  assist_server_say_json (fixture.server, 200,
                          "{\"content\":[{\"type\":\"text\",\"text\":\"Here:\"},{\"type\":"
                          "\"tool_use\",\"id\":\"t\",\"name\":\"proposal\",\"input\":" GOOD
                          "}],\"stop_reason\":\"tool_use\"}");
  completion = fixture_complete (&fixture, NULL);
  g_assert_cmpstr (completion->proposal->reply, ==, "It is 300 EUR");
  g_assert_false (completion->usage.known);
  last = assist_server_last (fixture.server);
  g_assert_nonnull (strstr (last->body, "\"input_schema\""));
  fixture_tear_down (&fixture);
}

/* Both ways in which Mistral says so. */
static void
test_refused_fields_are_left_out (void)
{
  static const struct {
    const char *body;
    guint status;
    const char *had;
    const char *has;
  } rows[] = {
    { "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"stream_options\"],\"msg\":"
      "\"Extra inputs are not permitted\"}]}",
      422, "\"stream_options\"", NULL },
    { "{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"body\",\"max_tokens\"]}]},"
      "\"type\":"
      "\"invalid_request_error\"}",
      422, "\"max_tokens\"", "\"max_completion_tokens\"" },
    { "{\"object\":\"error\",\"message\":\"{\\\"detail\\\":[{\\\"loc\\\":[\\\"body\\\","
      "\\\"stream_options\\\"]}]}\",\"type\":\"invalid_request_error\"}",
      422, "\"stream_options\"", NULL },
    { "{\"error\":{\"message\":\"stream is not "
      "supported\",\"code\":\"unsupported_value\",\"param\":"
      "\"stream\"}}",
      400, "\"stream\":true", "\"stream\":false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Fixture fixture = { 0 };
    g_autoptr (AssistRequest) first = NULL;
    g_autoptr (AssistRequest) second = NULL;

    fixture_set_up (&fixture, WIRE_OPENAI, "plain");
    fixture.shows = TRUE;
    assist_server_say_json (fixture.server, rows[i].status, rows[i].body);
    say_good (&fixture, WIRE_OPENAI);
    complete_well (&fixture);
    g_assert_cmpuint (assist_server_count (fixture.server), ==, 2);
    first = assist_server_get (fixture.server, 0);
    second = assist_server_get (fixture.server, 1);
    g_assert_nonnull (strstr (first->body, rows[i].had));
    g_assert_null (strstr (second->body, rows[i].had));
    if (rows[i].has != NULL)
      g_assert_nonnull (strstr (second->body, rows[i].has));
    fixture_tear_down (&fixture);
  }
}

static void
test_a_field_that_is_refused_twice_ends_it (void)
{
  Fixture fixture = { 0 };
  g_autofree char *no = refuse ("max_tokens");

  fixture_set_up (&fixture, WIRE_OPENAI, "plain");
  assist_server_say_json (fixture.server, 400, no);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_REJECTED);
  g_assert_cmpuint (assist_server_count (fixture.server), <=, 6);
  g_assert_null (ante_remote_dup_learnt (ANTE_REMOTE (fixture.provider), MODEL));
  fixture_tear_down (&fixture);
}

/* A server that takes the shape and does not keep to it. */
static void
test_words_without_shape_are_for_a_person (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autofree char *plain = wire_answer (WIRE_OLLAMA, "Sure, it is 300 EUR");

  fixture_set_up (&fixture, WIRE_OLLAMA, NULL);
  assist_server_say_json (fixture.server, 200, plain);
  completion = fixture_complete (&fixture, NULL);
  g_assert_cmpuint (completion->n_requests, ==, 2);
  g_assert_cmpstr (completion->proposal->reply, ==, "Sure, it is 300 EUR");
  g_assert_true (completion->proposal->is_plain);
  g_assert_true (completion->proposal->needs_human);

  /* What is to be known needs the shape. */
  ante_prompt_unref (fixture.prompt);
  fixture.prompt = fixture_make_prompt (ANTE_PROMPT_MEMORY);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  fixture_tear_down (&fixture);
}

/* --- what stays ---------------------------------------------------------------------------- */

static void
test_local_only_reaches_nobody_else (void)
{
  static const char *const urls[] = {
    "https://api.openai.com/v1", "https://192.168.1.5:1234",  "http://nas.local:11434",
    "https://127.0.0.1.example", "https://localhost.example", "https://[::ffff:127.0.0.1]",
    "https://0.0.0.0",           "https://2130706433",
  };
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++) {
    AnteRemoteConfig config = { urls[i], MODEL, KEY, TRUE, NULL };
    g_autoptr (GError) error = NULL;

    fixture_use (&fixture, WIRE_OPENAI, &config);
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_NOT_LOCAL);
    g_assert_null (fixture_list (&fixture, &error));
    g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_NOT_LOCAL);
  }
  g_assert_cmpuint (fixture.n_leaving, ==, 0);
  fixture_tear_down (&fixture);
}

/* Ollama speaks as OpenAI does, too, and hands such a model on all the same. */
static void
test_local_only_knows_models_that_run_elsewhere (void)
{
  Fixture fixture = { 0 };

  for (Wire wire = 0; wire < N_WIRES; wire++) {
    fixture_set_up (&fixture, wire, NULL);
    ante_remote_set_local_only (ANTE_REMOTE (fixture.provider), TRUE);
    ante_remote_set_model (ANTE_REMOTE (fixture.provider), "large:cloud");
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_NOT_LOCAL);
    g_assert_cmpuint (fixture.n_leaving, ==, 0);
    ante_remote_set_model (ANTE_REMOTE (fixture.provider), MODEL);
    say_good (&fixture, wire);
    complete_well (&fixture);
    fixture_tear_down (&fixture);
  }
}

/* A call that waits to be repeated is not let out either, once a person has said so. */
static void
test_local_only_holds_at_once (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, WIRE_OLLAMA, NULL);
  ante_remote_set_model (ANTE_REMOTE (fixture.provider), "large:cloud");
  assist_server_say_json (fixture.server, 500, "{}");
  ante_provider_complete_async (fixture.provider, fixture.prompt, NULL, NULL, test_keep_result,
                                &result);
  test_wait_until (strstr (fixture.ledger->str, "-> server 500") != NULL);
  ante_remote_set_local_only (ANTE_REMOTE (fixture.provider), TRUE);
  test_wait_until (result != NULL);
  g_assert_null (ante_provider_complete_finish (fixture.provider, result, &error));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_NOT_LOCAL);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 1);
  g_clear_object (&result);
  fixture_tear_down (&fixture);
}

static void
test_addresses_that_are_taken (void)
{
  static const struct {
    const char *url;
    int place; /* -1: refused */
  } rows[] = {
    { "https://api.openai.com/v1/", ANTE_PLACE_FAR },
    { "http://api.openai.com/v1", -1 },
    { "http://127.0.0.1:1234/v1", ANTE_PLACE_HERE },
    { "http://localhost:11434", ANTE_PLACE_HERE },
    { "http://[::1]:8080", ANTE_PLACE_HERE },
    { "http://192.168.1.5:1234", ANTE_PLACE_NEAR },
    { "http://10.0.0.5:1234", ANTE_PLACE_NEAR },
    { "http://8.8.8.8", -1 },
    { "https://user:pw@host.example", -1 },
    { "https://host.example?key=x", -1 },
    { "ftp://127.0.0.1", -1 },
    { "127.0.0.1:1234", -1 },
    { "https://", -1 },
    { "", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AntePlace place = ANTE_PLACE_FAR;
    g_autoptr (GError) error = NULL;
    g_autofree char *checked = ante_assist_address_check (rows[i].url, &place, &error);

    g_assert_true ((checked != NULL) == (rows[i].place >= 0));
    if (checked == NULL)
      g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_ADDRESS);
    else
      g_assert_cmpint (place, ==, rows[i].place);
  }
}

static void
test_hosts_are_named_as_people_do (void)
{
  static const char *const rows[][2] = {
    { "https://api.openai.com/v1", "api.openai.com" },
    { "https://api.openai.com:443", "api.openai.com" },
    { "https://host.example:8443/x", "host.example:8443" },
    { "http://127.0.0.1:11434", "127.0.0.1:11434" },
    { "http://[::1]:8080", "[::1]:8080" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *host = ante_assist_address_host (rows[i][0]);

    g_assert_cmpstr (host, ==, rows[i][1]);
  }
}

static void
test_who_speaks_in_the_clear_is_known (void)
{
  static const struct {
    const char *url;
    gboolean in_clear;
  } rows[] = {
    { "http://127.0.0.1:1", FALSE }, { "https://nas.local", FALSE }, { "HTTPS://nas.local", FALSE },
    { "http://nas.local", TRUE },    { "http://192.168.1.5", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    AnteRemoteConfig config = { rows[i].url, MODEL, KEY, FALSE, NULL };
    g_autoptr (AnteProvider) provider = ante_openai_new (&config, NULL);

    g_assert_true (ante_remote_is_in_clear (ANTE_REMOTE (provider)) == rows[i].in_clear);
  }
}

static void
test_a_key_that_cannot_be_one_does_not_leave (void)
{
  static const char *const keys[] = { "sk two words", "sk\nX-Evil: 1", "sk-ключ" };
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    ante_remote_set_key (ANTE_REMOTE (fixture.provider), keys[i]);
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_NO_KEY);
  }
  g_assert_cmpuint (fixture.n_leaving, ==, 0);
  fixture_tear_down (&fixture);
}

/* --- times --------------------------------------------------------------------------------- */

static void
set_waits (Fixture *fixture, guint first, guint between, guint whole)
{
  AnteRemoteTimes times = { 0 };

  ante_remote_get_times (ANTE_REMOTE (fixture->provider), &times);
  times.wire.first_ms = first;
  times.wire.between_ms = between;
  times.wire.whole_ms = whole;
  ante_remote_set_times (ANTE_REMOTE (fixture->provider), &times);
}

static void
test_an_answer_is_not_waited_for_for_ever (void)
{
  Fixture fixture = { 0 };
  g_autofree char *whole = wire_stream (WIRE_OPENAI, GOOD);
  g_autofree char *half = g_strndup (whole, strlen (whole) / 2);

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_raw (fixture.server, g_bytes_new_static ("", 0), ASSIST_HOLD);
  set_waits (&fixture, 20, 60000, 60000);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_TIMEOUT);
  set_waits (&fixture, 60000, 60000, 20);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_TIMEOUT);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 2);

  assist_server_forget (fixture.server);
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, "text/event-stream", half, ASSIST_HOLD);
  set_waits (&fixture, 60000, 20, 60000);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_TIMEOUT);
  g_assert_cmpuint (fixture.deltas->len, >, 0);
  fixture_tear_down (&fixture);
}

/* --- cancelling ---------------------------------------------------------------------------- */

typedef struct {
  GAsyncResult *result;
} Waiting;

static void
check_cancelled (Fixture *fixture, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ante_provider_complete_finish (fixture->provider, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_it_can_be_cancelled_while_it_waits_for_an_answer (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GCancellable) one = g_cancellable_new ();
  g_autoptr (GCancellable) two = g_cancellable_new ();

  fixture_set_up (&fixture, WIRE_OLLAMA, NULL);
  assist_server_say_raw (fixture.server, g_bytes_new_static ("", 0), ASSIST_HOLD);
  ante_provider_complete_async (fixture.provider, fixture.prompt, NULL, one, test_keep_result,
                                &first);
  ante_provider_complete_async (fixture.provider, fixture.prompt, NULL, two, test_keep_result,
                                &second);
  test_wait_until (assist_server_count (fixture.server) == 1);

  /* One at a time here: the second waits for its turn, and can be called off. */
  g_assert_cmpuint (fixture.n_leaving, ==, 1);
  g_cancellable_cancel (two);
  test_wait_until (second != NULL);
  check_cancelled (&fixture, second);
  g_cancellable_cancel (one);
  test_wait_until (first != NULL);
  check_cancelled (&fixture, first);
  g_assert_cmpuint (fixture.n_leaving, ==, 1);

  /* And the next finds its turn free. */
  assist_server_forget (fixture.server);
  say_good (&fixture, WIRE_OLLAMA);
  complete_well (&fixture);
  g_clear_object (&first);
  g_clear_object (&second);
  fixture_tear_down (&fixture);
}

static void
test_nothing_leaves_before_the_ledger_says_so (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  say_good (&fixture, WIRE_OPENAI);
  fixture.holds = TRUE;
  ante_provider_complete_async (fixture.provider, fixture.prompt, NULL, cancellable,
                                test_keep_result, &result);
  test_wait_until (fixture.held != NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (g_atomic_int_get (&fixture.server->n_connections), ==, 0);

  g_cancellable_cancel (cancellable);
  g_task_return_boolean (fixture.held, TRUE);
  g_clear_object (&fixture.held);
  test_wait_until (result != NULL);
  check_cancelled (&fixture, result);
  g_assert_cmpint (g_atomic_int_get (&fixture.server->n_connections), ==, 0);
  g_assert_nonnull (strstr (fixture.ledger->str, " -> cancelled 0"));
  g_clear_object (&result);
  fixture_tear_down (&fixture);
}

static void
test_it_can_be_cancelled_before_a_repetition (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AnteRemoteTimes times = { 0 };

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  ante_remote_get_times (ANTE_REMOTE (fixture.provider), &times);
  times.retry_ms = times.retry_most_ms = 600000;
  ante_remote_set_times (ANTE_REMOTE (fixture.provider), &times);
  assist_server_say_json (fixture.server, 500, "{}");
  ante_provider_complete_async (fixture.provider, fixture.prompt, NULL, cancellable,
                                test_keep_result, &result);
  test_wait_until (strstr (fixture.ledger->str, "-> server 500") != NULL);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  check_cancelled (&fixture, result);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 1);
  g_clear_object (&result);
  fixture_tear_down (&fixture);
}

static void
test_what_was_shown_is_not_repeated_by_itself (void)
{
  Fixture fixture = { 0 };
  g_autofree char *whole = wire_stream (WIRE_ANTHROPIC, GOOD);
  g_autofree char *half =
    g_strndup (whole, (gsize) (strstr (whole, "event: message_delta") - whole));
  g_autofree char *stream =
    g_strconcat (half,
                 "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                 "\"message\":\"x\"}}\n\n",
                 NULL);

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, "text/event-stream", stream, ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_SERVER);
  g_assert_cmpuint (fixture.deltas->len, >, 0);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 1);
  fixture_tear_down (&fixture);
}

/* --- rests --------------------------------------------------------------------------------- */

static void
test_who_fails_too_often_is_left_alone (void)
{
  Fixture fixture = { 0 };
  AnteRemoteTimes times = { 0 };
  guint n = 0;

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say (fixture.server, 500, "text/html", "x-should-retry: false\r\n", "");
  for (guint i = 0; i < 5; i++)
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_SERVER);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_RESTING);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 5);

  /* After a rest one may try; if it fails, the rest begins anew. */
  ante_remote_wake (ANTE_REMOTE (fixture.provider));
  ante_remote_get_times (ANTE_REMOTE (fixture.provider), &times);
  times.rest_ms = 30;
  ante_remote_set_times (ANTE_REMOTE (fixture.provider), &times);
  for (guint i = 0; i < 5; i++)
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_SERVER);
  n = assist_server_count (fixture.server);
  assist_server_forget (fixture.server);
  say_good (&fixture, WIRE_OPENAI);
  g_assert_cmpuint (n, ==, 10);
  for (guint tries = 0; assist_server_count (fixture.server) == 0; tries++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AnteCompletion) completion = fixture_complete (&fixture, &error);

    g_assert_cmpuint (tries, <, 1000000);
    if (completion == NULL)
      g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_RESTING);
  }
  complete_well (&fixture);
  fixture_tear_down (&fixture);
}

static void
test_a_refused_key_waits_for_a_person (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  assist_server_say_json (fixture.server, 401, "{}");
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_KEY);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_RESTING);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 1);
  assist_server_forget (fixture.server);
  say_good (&fixture, WIRE_ANTHROPIC);
  ante_remote_set_key (ANTE_REMOTE (fixture.provider), "sk-another");
  complete_well (&fixture);
  fixture_tear_down (&fixture);
}

/* --- cost ---------------------------------------------------------------------------------- */

static void
test_cost_is_reported_computed_or_not_known (void)
{
  static const AnteTariff tariff = { .rates = { .input = 3000000, .output = 15000000 } };
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;

  fixture_set_up (&fixture, WIRE_OPENAI, "openrouter");
  assist_server_say_json (fixture.server, 200,
                          "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":"
                          "\"{\\\"reply\\\":\\\"x\\\",\\\"needs_human\\\":false}\"}}],\"usage\":{"
                          "\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":0.001234}}");
  completion = fixture_complete (&fixture, NULL);
  g_assert_cmpint (completion->cost_kind, ==, ANTE_COST_REPORTED);
  g_assert_cmpint (completion->cost, ==, 1234);
  fixture_tear_down (&fixture);
  g_clear_pointer (&completion, ante_completion_free);

  fixture_set_up (&fixture, WIRE_OLLAMA, NULL);
  ante_remote_set_model (ANTE_REMOTE (fixture.provider), "large:cloud");
  say_good (&fixture, WIRE_OLLAMA);
  completion = fixture_complete (&fixture, NULL);
  g_assert_cmpint (completion->cost_kind, ==, ANTE_COST_UNKNOWN);
  g_clear_pointer (&completion, ante_completion_free);
  ante_remote_set_tariff (ANTE_REMOTE (fixture.provider), &tariff);
  completion = fixture_complete (&fixture, NULL);
  g_assert_cmpint (completion->cost_kind, ==, ANTE_COST_COMPUTED);
  g_assert_cmpint (completion->cost, ==, 172 * 3 + 61 * 15);
  g_assert_nonnull (strstr (fixture.ledger->str, "leaves"));
  fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/refused-shape",
                   test_a_refused_shape_is_asked_for_otherwise_and_remembered);
  g_test_add_func ("/policy/anthropic-tool", test_anthropic_falls_back_to_a_tool);
  g_test_add_func ("/policy/refused-fields", test_refused_fields_are_left_out);
  g_test_add_func ("/policy/refused-twice", test_a_field_that_is_refused_twice_ends_it);
  g_test_add_func ("/policy/words-without-shape", test_words_without_shape_are_for_a_person);
  g_test_add_func ("/policy/local-only", test_local_only_reaches_nobody_else);
  g_test_add_func ("/policy/local-only-elsewhere", test_local_only_knows_models_that_run_elsewhere);
  g_test_add_func ("/policy/local-only-at-once", test_local_only_holds_at_once);
  g_test_add_func ("/policy/addresses", test_addresses_that_are_taken);
  g_test_add_func ("/policy/hosts", test_hosts_are_named_as_people_do);
  g_test_add_func ("/policy/in-the-clear", test_who_speaks_in_the_clear_is_known);
  g_test_add_func ("/policy/bad-key", test_a_key_that_cannot_be_one_does_not_leave);
  g_test_add_func ("/policy/times", test_an_answer_is_not_waited_for_for_ever);
  g_test_add_func ("/policy/cancel-waiting", test_it_can_be_cancelled_while_it_waits_for_an_answer);
  g_test_add_func ("/policy/cancel-at-ledger", test_nothing_leaves_before_the_ledger_says_so);
  g_test_add_func ("/policy/cancel-before-repetition",
                   test_it_can_be_cancelled_before_a_repetition);
  g_test_add_func ("/policy/shown-not-repeated", test_what_was_shown_is_not_repeated_by_itself);
  g_test_add_func ("/policy/left-alone", test_who_fails_too_often_is_left_alone);
  g_test_add_func ("/policy/waits-for-a-person", test_a_refused_key_waits_for_a_person);
  g_test_add_func ("/policy/cost", test_cost_is_reported_computed_or_not_known);
  return g_test_run ();
}
