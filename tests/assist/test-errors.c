#include "assist-fixture.h"

#include <string.h>

#define ECHOED "\"message\":\"bad key " KEY " in: " LEAD_WORDS "\""

/**
 * Row:
 * @again: it is answered well when asked again
 * @n_requests: after which it is over
 */
typedef struct {
  const char *name;
  Wire wire;
  guint status;
  const char *type;
  const char *header;
  const char *body;
  gboolean again;
  AnteAssistError code;
  guint n_requests;
} Row;

#define JSON "application/json"
#define CUT_SHORT "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"

static const Row rows[] = {
  { "401", WIRE_OPENAI, 401, JSON, NULL,
    "{\"error\":{" ECHOED ",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}",
    FALSE, ANTE_ASSIST_ERROR_KEY, 1 },
  { "401 in a code", WIRE_OPENAI, 401, JSON, "x-request-id: " KEY "\r\n",
    "{\"error\":{\"message\":\"x\",\"type\":\"" KEY "\",\"code\":\"" KEY "\"}}", FALSE,
    ANTE_ASSIST_ERROR_KEY, 1 },
  { "401 of Anthropic", WIRE_ANTHROPIC, 401, JSON, NULL,
    "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"," ECHOED "}}", FALSE,
    ANTE_ASSIST_ERROR_KEY, 1 },
  { "402", WIRE_OPENAI, 402, JSON, NULL,
    "{\"error\":{\"code\":402,\"message\":\"no credit\",\"metadata\":{}}}", FALSE,
    ANTE_ASSIST_ERROR_MONEY, 1 },
  { "402 in a 200", WIRE_OPENAI, 200, JSON, NULL, "{\"error\":{\"code\":402,\"message\":\"x\"}}",
    FALSE, ANTE_ASSIST_ERROR_MONEY, 1 },
  { "403", WIRE_OPENAI, 403, JSON, NULL, "{\"error\":{\"code\":403,\"message\":\"region\"}}", FALSE,
    ANTE_ASSIST_ERROR_PERMISSION, 1 },
  { "404 of a model", WIRE_OPENAI, 404, JSON, NULL,
    "{\"error\":{\"message\":\"The model does not exist\",\"code\":\"model_not_found\"}}", FALSE,
    ANTE_ASSIST_ERROR_MODEL, 1 },
  { "404 of Ollama", WIRE_OLLAMA, 404, JSON, NULL, "{\"error\":\"model 'x' not found\"}", FALSE,
    ANTE_ASSIST_ERROR_MODEL, 1 },
  { "404 of Anthropic", WIRE_ANTHROPIC, 404, JSON, NULL,
    "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: x\"}}", FALSE,
    ANTE_ASSIST_ERROR_MODEL, 1 },
  { "404 of a path", WIRE_OPENAI, 404, "text/html", NULL, "<html>nothing</html>", FALSE,
    ANTE_ASSIST_ERROR_ADDRESS, 2 },
  { "404 then v1", WIRE_OPENAI, 404, "text/html", NULL, "<html>nothing</html>", TRUE, 0, 2 },
  { "413", WIRE_ANTHROPIC, 413, JSON, NULL,
    "{\"type\":\"error\",\"error\":{\"type\":\"request_too_large\",\"message\":\"x\"}}", FALSE,
    ANTE_ASSIST_ERROR_TOO_LONG, 1 },
  { "too long a prompt", WIRE_OPENAI, 400, JSON, NULL,
    "{\"error\":{\"message\":\"maximum context length is 4096, max_tokens\",\"code\":"
    "\"context_length_exceeded\"}}",
    FALSE, ANTE_ASSIST_ERROR_TOO_LONG, 1 },
  { "too long for llama.cpp", WIRE_OPENAI, 400, JSON, NULL,
    "{\"error\":{\"code\":400,\"message\":\"exceeds the available context size\",\"type\":"
    "\"exceed_context_size_error\"}}",
    FALSE, ANTE_ASSIST_ERROR_TOO_LONG, 1 },
  { "400", WIRE_OPENAI, 400, JSON, NULL, "{\"error\":{\"message\":\"no\"}}", FALSE,
    ANTE_ASSIST_ERROR_REJECTED, 1 },
  { "429 for a while", WIRE_OPENAI, 429, JSON, "Retry-After: 0\r\n",
    "{\"error\":{\"message\":\"slow\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}",
    TRUE, 0, 2 },
  { "429 in milliseconds", WIRE_OPENAI, 429, JSON, "retry-after-ms: 3\r\nRetry-After: 3600\r\n",
    "{\"error\":{\"message\":\"slow\",\"code\":\"rate_limit_exceeded\"}}", TRUE, 0, 2 },
  { "429 on a date", WIRE_ANTHROPIC, 429, JSON, "Retry-After: Fri, 20 Nov 2020 14:00:30 GMT\r\n",
    "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"x\"}}", TRUE, 0,
    2 },
  { "429 for an hour", WIRE_OPENAI, 429, JSON, "Retry-After: 3600\r\n",
    "{\"error\":{\"message\":\"slow\",\"code\":\"rate_limit_exceeded\"}}", FALSE,
    ANTE_ASSIST_ERROR_RATE, 1 },
  { "429 always", WIRE_OPENAI, 429, JSON, NULL,
    "{\"error\":{\"message\":\"slow\",\"code\":\"rate_limit_exceeded\"}}", FALSE,
    ANTE_ASSIST_ERROR_RATE, 3 },
  { "429 for no money", WIRE_OPENAI, 429, JSON, "Retry-After: 0\r\nx-should-retry: true\r\n",
    "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\","
    "\"code\":\"insufficient_quota\"}}",
    FALSE, ANTE_ASSIST_ERROR_MONEY, 1 },
  { "429 for a project", WIRE_OPENAI, 429, JSON, "Retry-After: 0\r\n",
    "{\"error\":{\"message\":\"x\",\"type\":\"x\",\"code\":\"project_spend_limit_exceeded\"}}",
    FALSE, ANTE_ASSIST_ERROR_MONEY, 1 },
  { "429 of a spend limit", WIRE_ANTHROPIC, 429, JSON, "Retry-After: 0\r\n",
    "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"reached your "
    "spend limit\"}}",
    FALSE, ANTE_ASSIST_ERROR_MONEY, 1 },
  { "400 of a balance", WIRE_ANTHROPIC, 400, JSON, NULL,
    "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Your credit "
    "balance is too low\"}}",
    FALSE, ANTE_ASSIST_ERROR_MONEY, 1 },
  { "408", WIRE_OPENAI, 408, JSON, NULL, "{}", TRUE, 0, 2 },
  { "409", WIRE_ANTHROPIC, 409, JSON, NULL, "{}", TRUE, 0, 2 },
  { "498", WIRE_OPENAI, 498, JSON, NULL, "{}", TRUE, 0, 2 },
  { "500 once", WIRE_OPENAI, 500, JSON, NULL, "{}", TRUE, 0, 2 },
  { "500 always", WIRE_OLLAMA, 500, JSON, NULL, "{\"error\":\"boom\"}", FALSE,
    ANTE_ASSIST_ERROR_SERVER, 3 },
  { "500 for good", WIRE_OPENAI, 500, JSON, "x-should-retry: false\r\n", "{}", FALSE,
    ANTE_ASSIST_ERROR_SERVER, 1 },
  { "502 as a page", WIRE_OPENAI, 502, "text/html", NULL, "<html>Bad Gateway</html>", FALSE,
    ANTE_ASSIST_ERROR_SERVER, 3 },
  { "503 while loading", WIRE_OPENAI, 503, JSON, NULL,
    "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}", TRUE,
    0, 2 },
  { "529", WIRE_ANTHROPIC, 529, JSON, NULL,
    "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}", TRUE, 0,
    2 },
  { "a page with 200", WIRE_OPENAI, 200, "text/html", NULL,
    "<html><form action=/login>Welcome to the airport</form></html>", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "a page called JSON", WIRE_ANTHROPIC, 200, JSON, NULL, "<html></html>", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "nothing", WIRE_OLLAMA, 200, JSON, NULL, "", FALSE, ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "garbage", WIRE_OPENAI, 200, JSON, NULL, "\xff\xfe{{{", FALSE, ANTE_ASSIST_ERROR_BAD_ANSWER,
    1 },
  { "a list", WIRE_OPENAI, 200, JSON, NULL, "[]", FALSE, ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "another object", WIRE_ANTHROPIC, 200, JSON, NULL, "{\"content\":\"x\"}", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "no choices", WIRE_OPENAI, 200, JSON, NULL, "{\"choices\":[]}", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "odd members", WIRE_OPENAI, 200, JSON, NULL,
    "{\"choices\":[{\"finish_reason\":[],\"message\":\"x\"}],\"usage\":[],\"model\":{}}", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
  { "an answer without words", WIRE_OPENAI, 200, JSON, NULL,
    "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\"}}]}", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 2 },
  { "JSON that was cut", WIRE_OLLAMA, 200, JSON, NULL, "{\"message\":{\"content\":\"x", FALSE,
    ANTE_ASSIST_ERROR_BAD_ANSWER, 1 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Fixture fixture = { 0 };
  g_autofree char *answer = wire_answer (row->wire, GOOD);

  fixture_set_up (&fixture, row->wire, "plain");
  assist_server_say (fixture.server, row->status, row->type, row->header, row->body);
  if (row->again) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AnteCompletion) completion = NULL;

    assist_server_say_json (fixture.server, 200, answer);
    completion = fixture_complete (&fixture, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (completion->n_requests, ==, row->n_requests);
  } else {
    fixture_fail (&fixture, row->code);
  }
  g_assert_cmpuint (assist_server_count (fixture.server), ==, row->n_requests);
  g_assert_cmpuint (fixture.n_leaving, ==, row->n_requests);
  fixture_tear_down (&fixture);
}

/* The same holds for a list of models. */
static void
test_a_list_fails_as_an_answer_does (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_json (fixture.server, 401, "{\"error\":{" ECHOED "}}");
  g_assert_null (fixture_list (&fixture, &error));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_KEY);
  g_clear_error (&error);

  ante_remote_wake (ANTE_REMOTE (fixture.provider));
  assist_server_forget (fixture.server);
  assist_server_say (fixture.server, 200, "text/html", NULL, "<html></html>");
  g_assert_null (fixture_list (&fixture, &error));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER);
  fixture_tear_down (&fixture);
}

static void
test_brackets_without_end_are_no_crash (void)
{
  Fixture fixture = { 0 };
  g_autofree char *brackets = g_strnfill (10000, '[');
  g_autofree char *objects = g_strnfill (20000, '{');
  g_autofree char *inner = wire_answer (WIRE_OPENAI, objects);
  g_autofree char *stream = g_strconcat ("data: ", brackets, "\n\n", NULL);

  fixture_set_up (&fixture, WIRE_OPENAI, "plain");
  assist_server_say_json (fixture.server, 200, brackets);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  assist_server_forget (fixture.server);
  assist_server_say_json (fixture.server, 400, brackets);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_REJECTED);
  assist_server_forget (fixture.server);
  assist_server_say_json (fixture.server, 200, inner); /* in what the model wrote */
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  assist_server_forget (fixture.server);
  fixture.shows = TRUE;
  assist_server_stream (fixture.server, "text/event-stream", stream, ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  fixture_tear_down (&fixture);
}

static GBytes *
make_huge (const char *type, const char *line)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n", type);
  while (text->len < 24 * 1024 * 1024)
    g_string_append (text, line);
  return g_string_free_to_bytes (text);
}

static void
test_huge_answers_are_given_up (void)
{
  Fixture fixture = { 0 };
  g_autofree char *words = g_strnfill (4000, 'x');
  g_autofree char *event =
    g_strdup_printf ("data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n", words);

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_raw (fixture.server, make_huge ("application/json", "          "),
                         ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  assist_server_forget (fixture.server);
  fixture.shows = TRUE;
  assist_server_say_raw (fixture.server, make_huge ("text/event-stream", event), ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  fixture_tear_down (&fixture);
}

static GBytes *
pack (const char *body, gsize length)
{
  g_autoptr (GConverter) packer =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);
  g_autoptr (GBytes) packed = NULL;
  GByteArray *answer = g_byte_array_new ();
  const char *head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                     "Content-Encoding: gzip\r\nConnection: close\r\n\r\n";

  g_assert_true (g_output_stream_write_all (stream, body, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  packed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_byte_array_append (answer, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (answer, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));
  return g_byte_array_free_to_bytes (answer);
}

/* A packed answer is one; a small packet that unpacks without end is not. */
static void
test_packed_answers (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autofree char *good = wire_answer (WIRE_OPENAI, GOOD);
  g_autofree char *blank = g_strnfill (64 * 1024 * 1024, ' ');

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_raw (fixture.server, pack (good, strlen (good)), ASSIST_CLOSE);
  completion = fixture_complete (&fixture, NULL);
  g_assert_nonnull (completion);
  assist_server_forget (fixture.server);
  assist_server_say_raw (fixture.server, pack (blank, strlen (blank)), ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
  fixture_tear_down (&fixture);
}

/* Neither the key nor a word of anybody goes where a redirect points to. */
static void
test_a_redirect_is_not_followed (void)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };
  Fixture fixture = { 0 };
  g_autoptr (AssistServer) other = assist_server_new ();
  g_autofree char *header = g_strdup_printf ("Location: %s/v1/messages\r\n", other->url);

  fixture_set_up (&fixture, WIRE_ANTHROPIC, NULL);
  assist_server_say_json (other, 200, "{\"data\":[]}");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    g_autoptr (GError) error = NULL;

    ante_remote_wake (ANTE_REMOTE (fixture.provider));
    assist_server_forget (fixture.server);
    assist_server_say (fixture.server, statuses[i], "text/html", header, "");
    fixture_fail (&fixture, ANTE_ASSIST_ERROR_BAD_ANSWER);
    g_assert_null (fixture_list (&fixture, &error));
    g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER);
  }
  g_assert_cmpint (g_atomic_int_get (&other->n_connections), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_connections_that_break (void)
{
  Fixture fixture = { 0 };
  g_autofree char *dead = NULL;
  AnteRemoteConfig config = { .model = MODEL, .key = KEY };

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_raw (fixture.server, g_bytes_new_static ("", 0), ASSIST_RESET);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_CUT);
  g_assert_cmpuint (assist_server_count (fixture.server), >=, 3);
  assist_server_forget (fixture.server);
  assist_server_say_raw (fixture.server, g_bytes_new_static (CUT_SHORT, strlen (CUT_SHORT)),
                         ASSIST_CLOSE);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_CUT);

  dead = g_strdup (fixture.server->url);
  assist_server_free (g_steal_pointer (&fixture.server));
  fixture.server = assist_server_new ();
  config.base_url = dead;
  fixture_use (&fixture, WIRE_OPENAI, &config);
  fixture_fail (&fixture, ANTE_ASSIST_ERROR_OFFLINE);
  fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/errors/%s", rows[i].name);

    g_strdelimit (path, " ", '-');
    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/errors/lists", test_a_list_fails_as_an_answer_does);
  g_test_add_func ("/errors/brackets", test_brackets_without_end_are_no_crash);
  g_test_add_func ("/errors/huge", test_huge_answers_are_given_up);
  g_test_add_func ("/errors/packed", test_packed_answers);
  g_test_add_func ("/errors/redirect", test_a_redirect_is_not_followed);
  g_test_add_func ("/errors/connections", test_connections_that_break);
  return g_test_run ();
}
