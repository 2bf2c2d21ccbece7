#include "assist-fixture.h"

#include "assist/ante-echo.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const nicks[N_WIRES] = { "openai", "anthropic", "ollama" };
static const char *const paths[N_WIRES] = { "POST /chat/completions", "POST /v1/messages",
                                            "POST /api/chat" };

static JsonObject *
parse (const char *body, JsonNode **root)
{
  *root = json_from_string (body, NULL);
  g_assert_nonnull (*root);
  return json_node_get_object (*root);
}

/* What leaves is what a person could read before, and nothing else of anybody. */
static void
test_what_leaves_is_the_prompt (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (AssistRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = wire_answer (wire, GOOD);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = NULL;
  JsonArray *messages = NULL;

  fixture_set_up (&fixture, wire, "plain");
  assist_server_say_json (fixture.server, 200, answer);
  completion = fixture_complete (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (completion->proposal->reply, ==, "It is 300 EUR");
  g_assert_false (completion->proposal->needs_human);
  g_assert_cmpstr (completion->model, ==, "small-1-2026");
  g_assert_cmpint (completion->usage.input, ==, 172);
  g_assert_cmpint (completion->usage.output, ==, 61);
  g_assert_cmpint (completion->usage.cache_read, ==, wire == WIRE_OLLAMA ? 0 : 640);
  g_assert_cmpint (completion->cost_kind, ==, ANTE_COST_FREE);
  g_assert_cmpuint (completion->n_requests, ==, 1);

  request = assist_server_last (fixture.server);
  g_assert_cmpstr (request->line, ==, paths[wire]);
  object = parse (request->body, &root);
  g_assert_cmpstr (json_object_get_string_member (object, "model"), ==, MODEL);
  g_assert_null (strstr (request->body, "temperature"));
  g_assert_null (strstr (request->body, KEY));
  g_assert_null (strstr (request->line, KEY));
  g_assert_nonnull (strstr (request->head, wire == WIRE_ANTHROPIC ? "x-api-key: " KEY
                                                                  : "Authorization: Bearer " KEY));
  messages = json_object_get_array_member (object, "messages");
  object = json_array_get_object_element (messages, json_array_get_length (messages) - 1);
  g_assert_cmpstr (json_object_get_string_member (object, "content"), ==, fixture.prompt->user);
  g_assert_nonnull (strstr (request->body, wire == WIRE_OPENAI      ? "\"json_schema\""
                                           : wire == WIRE_ANTHROPIC ? "\"output_config\""
                                                                    : "\"format\":{\"type\""));
  if (wire == WIRE_ANTHROPIC)
    g_assert_nonnull (strstr (request->head, "anthropic-version: 2023-06-01"));
  if (wire == WIRE_OLLAMA)
    g_assert_nonnull (strstr (request->body, "\"num_ctx\":4096"));
  fixture_tear_down (&fixture);
}

static void
test_it_is_written_down_before_it_leaves (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (AssistRequest) request = NULL;
  g_autofree char *answer = wire_answer (wire, GOOD);
  g_autofree char *expected = NULL;

  fixture_set_up (&fixture, wire, "plain");
  assist_server_say (fixture.server, 200, "application/json", "request-id: r-7\r\n", answer);
  completion = fixture_complete (&fixture, NULL);
  g_assert_nonnull (completion);
  g_assert_cmpuint (fixture.at_server, ==, 0);
  request = assist_server_last (fixture.server);
  expected = g_strdup_printf ("%s %s %s draft [instructions,playbook:1,messages:1] %zu #1 stays\n"
                              " -> ok 200 in 172 out 61 cost 0 free r-7\n",
                              nicks[wire], fixture.server->url + strlen ("http://"), MODEL,
                              strlen (request->body));
  g_assert_cmpstr (fixture.ledger->str, ==, expected);
  fixture_tear_down (&fixture);
}

static void
test_a_ledger_that_cannot_be_written_lets_nothing_out (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, wire, NULL);
  fixture.refuses = TRUE;
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_LEDGER);
  g_assert_null (fixture_list (&fixture, NULL));
  g_assert_cmpuint (fixture.n_leaving, ==, 2);
  g_assert_cmpint (g_atomic_int_get (&fixture.server->n_connections), ==, 0);

  ante_provider_set_ledger (fixture.provider, NULL, NULL, NULL);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_LEDGER);
  g_assert_cmpint (g_atomic_int_get (&fixture.server->n_connections), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_a_stream_is_shown_as_it_comes (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssistRequest) request = NULL;
  g_autofree char *stream = wire_stream (wire, "{\"reply\":\"Gr\u00fc\u00dfe \U0001F642, 300 "
                                               "EUR\",\"intent\":\"price\",\"needs_human\":false}");

  fixture_set_up (&fixture, wire, "plain");
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, wire_stream_type (wire), stream, ASSIST_CLOSE);
  completion = fixture_complete (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (completion->proposal->reply, ==, "Gr\u00fc\u00dfe \U0001F642, 300 EUR");
  g_assert_cmpint (completion->usage.input, ==, 172);
  g_assert_cmpint (completion->usage.output, ==, 61);
  g_assert_cmpstr (completion->model, ==, "small-1-2026");
  g_assert_nonnull (strstr (fixture.deltas->str, "Gr\u00fc\u00dfe \U0001F642, 3"));
  request = assist_server_last (fixture.server);
  g_assert_nonnull (strstr (request->body, "\"stream\":true"));
  fixture_tear_down (&fixture);
}

/* Whatever the place of the cut: what is not whole is no draft. */
static void
test_a_stream_that_breaks_off_is_no_draft (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autofree char *stream = wire_stream (wire, GOOD);
  gsize length = strlen (stream);
  static const char *const ends[N_WIRES] = { "\"finish_reason\":\"stop\"", "\"message_stop\"",
                                             "\"done\":true" };
  gsize end = (gsize) (strstr (stream, ends[wire]) - stream);

  fixture_set_up (&fixture, wire, "plain");
  fixture.shows = TRUE;
  for (gsize cut = 0; cut < length; cut += 97) {
    g_autofree char *part = g_strndup (stream, cut);
    g_autoptr (AnteCompletion) completion = NULL;
    g_autoptr (GError) error = NULL;

    assist_server_forget (fixture.server);
    assist_server_stream (fixture.server, wire_stream_type (wire), part, ASSIST_CLOSE);
    ante_remote_wake (ANTE_REMOTE (fixture.provider));
    completion = fixture_complete (&fixture, &error);
    if (cut < end) {
      g_assert_null (completion);
      g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_CUT);
    }
  }
  fixture_tear_down (&fixture);
}

/* The reason was told, the last word was not. */
static void
test_a_stream_without_its_last_word_is_no_draft (void)
{
  Fixture fixture = { 0 };
  g_autofree char *stream = wire_stream (WIRE_ANTHROPIC, GOOD);

  *strstr (stream, "event: message_stop") = '\0';
  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, "text/event-stream", stream, ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_CUT);
  fixture_tear_down (&fixture);
}

static void
test_json_instead_of_a_stream_is_one_answer (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autofree char *answer = wire_answer (wire, GOOD);

  fixture_set_up (&fixture, wire, NULL);
  fixture.shows = TRUE;
  assist_server_say_json (fixture.server, 200, answer);
  completion = fixture_complete (&fixture, NULL);
  g_assert_nonnull (completion);
  g_assert_cmpuint (fixture.deltas->len, ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_an_error_in_a_stream_is_an_error (gconstpointer data)
{
  static const char *const errors[N_WIRES] = {
    "data: {\"error\":{\"code\":402,\"message\":\"no credit\"}}\n\n",
    "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":"
    "\"x\"}}\n\n",
    "{\"error\":\"boom\"}\n",
  };
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autofree char *whole = wire_stream (wire, GOOD);
  g_autofree char *start = g_strndup (whole, (gsize) (strstr (whole, "epl") - whole));
  g_autofree char *line = g_strndup (start, (gsize) (strrchr (start, '\n') + 1 - start));
  g_autofree char *stream = g_strconcat (line, wire == WIRE_OLLAMA ? "" : "\n", errors[wire], NULL);

  fixture_set_up (&fixture, wire, NULL);
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, wire_stream_type (wire), stream, ASSIST_CLOSE);
  fixture_fail (&fixture, wire == WIRE_OLLAMA ? ANTE_ASSIST_ERROR_SERVER : ANTE_ASSIST_ERROR_MONEY);
  fixture_tear_down (&fixture);
}

/* Whatever comes, it ends, in one way or another, and what is given is fit to be shown. */
static void
test_mangled_answers_do_no_harm (gconstpointer data)
{
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autofree char *answer = wire_answer (wire, GOOD);
  g_autofree char *stream = wire_stream (wire, GOOD);

  fixture_set_up (&fixture, wire, "plain");
  fixture.shows = TRUE;
  for (guint i = 0; i < 200; i++) {
    g_autofree char *mangled = g_strdup (i % 2 == 0 ? answer : stream);
    g_autoptr (AnteCompletion) completion = NULL;

    for (guint flips = 0; flips < 1 + i % 5; flips++)
      mangled[g_test_rand_int_range (0, (gint32) strlen (mangled))] =
        (char) g_test_rand_int_range (1, 256);
    assist_server_forget (fixture.server);
    ante_remote_wake (ANTE_REMOTE (fixture.provider));
    if (i % 2 == 0)
      assist_server_say_json (fixture.server, 200, mangled);
    else
      assist_server_stream (fixture.server, wire_stream_type (wire), mangled, ASSIST_CLOSE);
    completion = fixture_complete (&fixture, NULL);
    if (completion != NULL && completion->proposal->reply != NULL)
      g_assert_true (g_utf8_validate (completion->proposal->reply, -1, NULL));
    if (completion != NULL)
      g_assert_true (g_utf8_validate (completion->text, -1, NULL));
  }
  fixture_tear_down (&fixture);
}

static void
test_what_was_not_finished_is_told_apart (gconstpointer data)
{
  static const char *const formats[N_WIRES] = {
    "{\"choices\":[{\"finish_reason\":\"%s\",\"message\":{\"content\":\"{\\\"reply\\\":\\\"x\"}}]}",
    "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"reply\\\":\\\"x\"}],\"stop_reason\":\"%s\"}",
    "{\"message\":{\"content\":\"{\\\"reply\\\":\\\"x\"},\"done\":true,\"done_reason\":\"%s\"}",
  };
  static const struct {
    const char *reasons[N_WIRES];
    AnteAssistError code;
    guint n_requests;
  } rows[] = {
    { { "length", "max_tokens", "length" }, ANTE_ASSIST_ERROR_TRUNCATED, 2 },
    { { "content_filter", "refusal", NULL }, ANTE_ASSIST_ERROR_DECLINED, 1 },
    { { "novel", "pause_turn", "unload" }, ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  };
  Wire wire = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, wire, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) parts = g_strsplit (formats[wire], "%s", 2);
    g_autofree char *answer = NULL;

    if (rows[i].reasons[wire] == NULL)
      continue;
    answer = g_strjoin (rows[i].reasons[wire], parts[0], parts[1], NULL);
    assist_server_forget (fixture.server);
    assist_server_say_json (fixture.server, 200, answer);
    fixture_fail (&fixture, rows[i].code);
    g_assert_cmpuint (assist_server_count (fixture.server), ==, rows[i].n_requests);
  }
  fixture_tear_down (&fixture);
}

/* Asked again with more room, it may fit. */
static void
test_more_room_is_asked_for_once (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (AssistRequest) first = NULL;
  g_autoptr (AssistRequest) second = NULL;
  g_autofree char *answer = wire_answer (WIRE_OPENAI, GOOD);

  fixture_set_up (&fixture, WIRE_OPENAI, "plain");
  assist_server_say_json (
    fixture.server, 200,
    "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}}]}");
  assist_server_say_json (fixture.server, 200, answer);
  completion = fixture_complete (&fixture, NULL);
  g_assert_nonnull (completion);
  first = assist_server_get (fixture.server, 0);
  second = assist_server_get (fixture.server, 1);
  g_assert_nonnull (strstr (first->body, "\"max_tokens\":2000"));
  g_assert_nonnull (strstr (second->body, "\"max_tokens\":4000"));
  fixture_tear_down (&fixture);
}

static void
test_a_refusal_that_comes_as_a_field_is_one (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_json (fixture.server, 200,
                          "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,"
                          "\"refusal\":\"I cannot\"}}]}");
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_DECLINED);
  fixture_tear_down (&fixture);
}

static void
test_pieces_of_a_tool_call_are_put_together (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  ante_remote_set_learnt (ANTE_REMOTE (fixture.provider), MODEL, "tool 1795000000000",
                          1795000000001);
  fixture.shows = TRUE;
  assist_server_stream (
    fixture.server, "text/event-stream; charset=utf-8",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t\",\"function\":{"
    "\"name\":\"proposal\",\"arguments\":\"{\\\"reply\\\":\\\"Hi\"}}]}}]}\r\n\r\n"
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":"
    "\" you\\\",\\\"intent\\\":\\\"price\\\",\\\"needs_human\\\":false}\"}}]}}]}\r\n\r\n"
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":"
    "\"junk\"}}]}}]}\r\n\r\n"
    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\r\n\r\n",
    ASSIST_CLOSE);
  completion = fixture_complete (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (completion->proposal->reply, ==, "Hi you");
  g_assert_cmpint (completion->shape, ==, ANTE_SHAPE_TOOL);
  fixture_tear_down (&fixture);
}

static void
test_models_are_listed (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) models = NULL;
  g_autoptr (AssistRequest) request = NULL;
  AnteAiModel *model = NULL;

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say (fixture.server, 404, "text/html", NULL, "<html>not here</html>");
  assist_server_say_json (
    fixture.server, 200,
    "{\"object\":\"list\",\"data\":[{\"id\":\"a/b\",\"name\":\"B\",\"context_length\":8192,"
    "\"pricing\":{\"prompt\":\"0.000003\",\"completion\":\"0.000015\"},\"supported_parameters\":["
    "\"structured_outputs\"]},{\"id\":\"/models/x.gguf\",\"meta\":null},{\"id\":7},null]}");
  models = fixture_list (&fixture, NULL);
  g_assert_cmpuint (models->len, ==, 2);
  model = models->pdata[0];
  g_assert_cmpstr (model->id, ==, "a/b");
  g_assert_cmpint (model->context, ==, 8192);
  g_assert_cmpint (model->input_price, ==, 3000000);
  g_assert_cmpint (model->output_price, ==, 15000000);
  g_assert_cmpint (model->structured, ==, 1);
  model = models->pdata[1];
  g_assert_cmpstr (model->name, ==, "x.gguf");
  g_assert_cmpint (model->structured, ==, -1);

  /* Both addresses were tried, and the right one is remembered. */
  request = assist_server_get (fixture.server, 0);
  g_assert_cmpstr (request->line, ==, "GET /models");
  g_clear_pointer (&request, assist_request_free);
  request = assist_server_get (fixture.server, 1);
  g_assert_cmpstr (request->line, ==, "GET /v1/models");
  g_clear_pointer (&models, g_ptr_array_unref);
  models = fixture_list (&fixture, NULL);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 3);
  fixture_tear_down (&fixture);
}

static void
test_a_long_list_is_read_to_its_end (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) models = NULL;
  g_autoptr (AssistRequest) request = NULL;
  AnteAiModel *model = NULL;

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  assist_server_say_json (fixture.server, 200,
                          "{\"data\":[{\"id\":\"m1\",\"display_name\":\"One\",\"max_input_tokens\":"
                          "200000,\"capabilities\":{\"structured_outputs\":{\"supported\":true}}}],"
                          "\"has_more\":true,\"last_id\":\"m1\"}");
  assist_server_say_json (fixture.server, 200, "{\"data\":[{\"id\":\"m2\"}],\"has_more\":false}");
  models = fixture_list (&fixture, NULL);
  g_assert_cmpuint (models->len, ==, 2);
  model = models->pdata[0];
  g_assert_cmpstr (model->name, ==, "One");
  g_assert_cmpint (model->structured, ==, 1);
  request = assist_server_last (fixture.server);
  g_assert_cmpstr (request->line, ==, "GET /v1/models?limit=100&after_id=m1");
  g_clear_pointer (&models, g_ptr_array_unref);

  /* A list that never ends does. */
  assist_server_forget (fixture.server);
  assist_server_say_json (fixture.server, 200,
                          "{\"data\":[{\"id\":\"m1\"}],\"has_more\":true,\"last_id\":\"m1\"}");
  models = fixture_list (&fixture, NULL);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 2);
  fixture_tear_down (&fixture);
}

static void
test_ollama_says_what_runs_elsewhere (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) models = NULL;

  fixture_set_up (&fixture, WIRE_OLLAMA, NULL);
  assist_server_say_json (fixture.server, 200,
                          "{\"models\":[{\"name\":\"small:latest\"},{\"name\":\"large:cloud\"},"
                          "{\"name\":\"renamed\",\"remote_model\":\"large\",\"remote_host\":"
                          "\"https://ollama.example\"}]}");
  models = fixture_list (&fixture, NULL);
  g_assert_cmpuint (models->len, ==, 3);
  g_assert_false (((AnteAiModel *) models->pdata[0])->leaves);
  g_assert_true (((AnteAiModel *) models->pdata[1])->leaves);
  g_assert_true (((AnteAiModel *) models->pdata[2])->leaves);

  /* The address is here, but the words would leave. */
  ante_remote_set_local_only (ANTE_REMOTE (fixture.provider), TRUE);
  ante_remote_set_model (ANTE_REMOTE (fixture.provider), "renamed");
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_NOT_LOCAL);
  ante_remote_set_model (ANTE_REMOTE (fixture.provider), "other-cloud");
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_NOT_LOCAL);
  g_assert_cmpuint (assist_server_count (fixture.server), ==, 1);
  fixture_tear_down (&fixture);
}

/* Each of the family gets what it knows, and no more. */
static void
test_flavours_send_what_they_may (void)
{
  static const struct {
    const char *flavour;
    const char *has[3];
    const char *lacks[4];
  } rows[] = {
    { "plain",
      { "\"max_tokens\":", "\"stream_options\":" },
      { "\"store\"", "\"provider\"", "max_completion_tokens", "prompt_cache_key" } },
    { "openai",
      { "\"max_completion_tokens\":", "\"store\":false", "\"prompt_cache_key\":" },
      { "\"provider\"", "\"max_tokens\"" } },
    { "openrouter",
      { "\"provider\":{\"data_collection\":\"deny\",\"zdr\":true,\"require_parameters\":true}",
        "\"max_completion_tokens\":" },
      { "\"store\"" } },
    { "mistral", { "\"max_tokens\":" }, { "\"stream_options\"", "\"store\"", "seed" } },
    { "groq", { "\"max_tokens\":", "\"stream_options\":" }, { "\"store\"" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Fixture fixture = { 0 };
    g_autoptr (AnteCompletion) completion = NULL;
    g_autoptr (AssistRequest) request = NULL;
    g_autofree char *stream = wire_stream (WIRE_OPENAI, GOOD);

    fixture_set_up (&fixture, WIRE_OPENAI, rows[i].flavour);
    fixture.shows = TRUE;
    assist_server_stream (fixture.server, "text/event-stream", stream, ASSIST_CLOSE);
    completion = fixture_complete (&fixture, NULL);
    g_assert_nonnull (completion);
    request = assist_server_last (fixture.server);
    for (guint j = 0; j < G_N_ELEMENTS (rows[i].has) && rows[i].has[j] != NULL; j++)
      g_assert_nonnull (strstr (request->body, rows[i].has[j]));
    for (guint j = 0; j < G_N_ELEMENTS (rows[i].lacks) && rows[i].lacks[j] != NULL; j++)
      g_assert_null (strstr (request->body, rows[i].lacks[j]));
    fixture_tear_down (&fixture);
  }
}

static void
test_echo_says_what_it_was_told (void)
{
  AnteProvider *echo = ante_echo_new ();
  g_autoptr (AntePrompt) prompt = fixture_make_prompt (ANTE_PROMPT_DRAFT);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteCompletion) completion = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (result, ante_provider_complete_async, echo, prompt, NULL, NULL);
  completion = ante_provider_complete_finish (echo, result, NULL);
  g_assert_cmpstr (completion->proposal->reply, ==, LEAD_WORDS);
  g_clear_pointer (&completion, ante_completion_free);

  ante_echo_fail (ANTE_ECHO (echo), ANTE_ASSIST_ERROR_RATE);
  ante_echo_say (ANTE_ECHO (echo), GOOD);
  TEST_CALL (result, ante_provider_complete_async, echo, prompt, NULL, NULL);
  g_assert_null (ante_provider_complete_finish (echo, result, &error));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_RATE);
  for (guint i = 0; i < 2; i++) {
    TEST_CALL (result, ante_provider_complete_async, echo, prompt, NULL, NULL);
    completion = ante_provider_complete_finish (echo, result, NULL);
    g_assert_cmpstr (completion->proposal->reply, ==, "It is 300 EUR");
    g_clear_pointer (&completion, ante_completion_free);
  }
  g_assert_cmpuint (ante_echo_get_asked (ANTE_ECHO (echo)), ==, 4);
  g_clear_object (&result);
  g_assert_finalize_object (echo);
}

static void
add (const char *name, GTestDataFunc func)
{
  for (guint wire = 0; wire < N_WIRES; wire++) {
    g_autofree char *path = g_strdup_printf ("/wires/%s/%s", nicks[wire], name);

    g_test_add_data_func (path, GUINT_TO_POINTER (wire), func);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("what-leaves-is-the-prompt", test_what_leaves_is_the_prompt);
  add ("written-down-before", test_it_is_written_down_before_it_leaves);
  add ("no-ledger-no-request", test_a_ledger_that_cannot_be_written_lets_nothing_out);
  add ("stream-is-shown", test_a_stream_is_shown_as_it_comes);
  add ("cut-stream-is-no-draft", test_a_stream_that_breaks_off_is_no_draft);
  add ("json-instead-of-stream", test_json_instead_of_a_stream_is_one_answer);
  add ("error-in-stream", test_an_error_in_a_stream_is_an_error);
  add ("mangled", test_mangled_answers_do_no_harm);
  add ("not-finished", test_what_was_not_finished_is_told_apart);
  g_test_add_func ("/wires/no-last-word", test_a_stream_without_its_last_word_is_no_draft);
  g_test_add_func ("/wires/more-room", test_more_room_is_asked_for_once);
  g_test_add_func ("/wires/refusal-field", test_a_refusal_that_comes_as_a_field_is_one);
  g_test_add_func ("/wires/tool-pieces", test_pieces_of_a_tool_call_are_put_together);
  g_test_add_func ("/wires/models", test_models_are_listed);
  g_test_add_func ("/wires/long-list", test_a_long_list_is_read_to_its_end);
  g_test_add_func ("/wires/ollama-elsewhere", test_ollama_says_what_runs_elsewhere);
  g_test_add_func ("/wires/flavours", test_flavours_send_what_they_may);
  g_test_add_func ("/wires/echo", test_echo_says_what_it_was_told);
  return g_test_run ();
}
