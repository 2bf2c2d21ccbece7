#include "assist-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
leaving_cb (const AnteLeaving *leaving, GTask *task, gpointer user_data)
{
  Fixture *self = user_data;
  g_autofree char *fields = g_strjoinv (",", (char **) leaving->fields);

  self->n_leaving++;
  self->at_server = assist_server_count (self->server);
  g_string_append_printf (self->ledger, "%s %s %s %s [%s] %zu #%u %s\n", leaving->provider,
                          leaving->host, leaving->model != NULL ? leaving->model : "-",
                          leaving->purpose, fields, leaving->n_bytes, leaving->attempt,
                          leaving->leaves ? "leaves" : "stays");
  if (self->holds) {
    self->held = task;
    return;
  }
  if (self->refuses)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
returned_cb (const AnteLeaving *leaving, const AnteReturned *returned, gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (
    self->ledger,
    " -> %s %u in %" G_GINT64_FORMAT " out %" G_GINT64_FORMAT " cost %" G_GINT64_FORMAT " %s %s\n",
    returned->outcome, returned->status, returned->usage.input, returned->usage.output,
    returned->cost, ante_cost_kind_to_nick (returned->cost_kind),
    returned->request_id != NULL ? returned->request_id : "-");
}

AntePrompt *
fixture_make_prompt (AntePromptTask task)
{
  static const char *const intents[] = { "price", "thanks", NULL };
  static const AntePromptLine lines[] = { { TRUE, LEAD_WORDS, NULL } };
  static const AntePromptPart parts[] = { { "Offers", "Half marathon plan, 300 EUR." } };
  AntePromptInput input = {
    .task = task,
    .parts = parts,
    .n_parts = 1,
    .lines = lines,
    .n_lines = 1,
    .intents = intents,
  };
  AntePrompt *prompt = ante_prompt_build (&input, NULL);

  g_assert_nonnull (prompt);
  return prompt;
}

void
fixture_use (Fixture *self, Wire wire, const AnteRemoteConfig *config)
{
  static const AnteLedger ledger = { leaving_cb, returned_cb };
  static AnteProvider *(*const makers[]) (const AnteRemoteConfig *config, GError **error) = {
    ante_openai_new,
    ante_anthropic_new,
    ante_ollama_new,
  };
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->provider);
  self->provider = makers[wire](config, &error);
  g_assert_no_error (error);
  ante_provider_set_ledger (self->provider, &ledger, self, NULL);
  fixture_hurry (self);
}

/* Waits as short as can be told apart, so that no test is slow. */
void
fixture_hurry (Fixture *self)
{
  AnteRemoteTimes times = { 0 };

  ante_remote_get_times (ANTE_REMOTE (self->provider), &times);
  times.retry_ms = 1;
  times.retry_most_ms = 4;
  ante_remote_set_times (ANTE_REMOTE (self->provider), &times);
}

void
fixture_set_up (Fixture *self, Wire wire, const char *flavour)
{
  AnteRemoteConfig config = { .model = MODEL, .key = KEY, .flavour = flavour };

  memset (self, 0, sizeof *self);
  self->server = assist_server_new ();
  self->ledger = g_string_new (NULL);
  self->deltas = g_string_new (NULL);
  self->messages = g_string_new (NULL);
  self->prompt = fixture_make_prompt (ANTE_PROMPT_DRAFT);
  config.base_url = self->server->url;
  fixture_use (self, wire, &config);
}

void
fixture_tear_down (Fixture *self)
{
  /* Whatever happened, the key is told to nobody. */
  g_assert_null (strstr (self->ledger->str, KEY));
  g_assert_null (strstr (self->messages->str, KEY));
  g_assert_null (strstr (self->ledger->str, LEAD_WORDS));
  g_assert_null (strstr (self->messages->str, LEAD_WORDS));

  if (self->provider != NULL)
    g_assert_finalize_object (self->provider);
  assist_server_free (self->server);
  ante_prompt_unref (self->prompt);
  g_clear_object (&self->cancellable);
  g_string_free (self->ledger, TRUE);
  g_string_free (self->deltas, TRUE);
  g_string_free (self->messages, TRUE);
}

static void
delta_cb (const char *reply, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_true (g_utf8_validate (reply, -1, NULL));
  g_string_append_printf (self->deltas, "%s\n", reply);
}

static void
keep_message (Fixture *self, GError **error, GError *own)
{
  if (own == NULL)
    return;
  g_string_append_printf (self->messages, "%s\n", own->message);
  g_propagate_error (error, own);
}

AnteCompletion *
fixture_complete (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  AnteCompleteOptions options = { .temperature = -1, .delta_data = self };
  AnteCompletion *completion = NULL;
  GError *own = NULL;

  options.delta = self->shows ? delta_cb : NULL;
  TEST_CALL (result, ante_provider_complete_async, self->provider, self->prompt, &options,
             self->cancellable);
  completion = ante_provider_complete_finish (self->provider, result, &own);
  keep_message (self, error, own);
  return completion;
}

GPtrArray *
fixture_list (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *models = NULL;
  GError *own = NULL;

  TEST_CALL (result, ante_provider_list_models_async, self->provider, self->cancellable);
  models = ante_provider_list_models_finish (self->provider, result, &own);
  keep_message (self, error, own);
  return models;
}

void
fixture_fail (Fixture *self, AnteAssistError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteCompletion) completion = fixture_complete (self, &error);

  g_assert_null (completion);
  g_assert_error (error, ANTE_ASSIST_ERROR, (int) code);
}

static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

char *
wire_answer (Wire wire, const char *text)
{
  static const char *const formats[] = {
    "{\"id\":\"c-1\",\"model\":\"small-1-2026\",\"choices\":[{\"index\":0,\"finish_reason\":"
    "\"stop\","
    "\"message\":{\"role\":\"assistant\",\"content\":%s,\"refusal\":null}}],\"usage\":"
    "{\"prompt_tokens\":812,\"completion_tokens\":61,\"prompt_tokens_details\":{\"cached_tokens\":"
    "640,\"cache_write_tokens\":0}}}",
    "{\"id\":\"m-1\",\"type\":\"message\",\"model\":\"small-1-2026\",\"content\":[{\"type\":"
    "\"thinking\",\"thinking\":\"{\\\"reply\\\":\\\"no\\\"}\"},{\"type\":\"text\",\"text\":%s}],"
    "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":172,\"cache_read_input_tokens\":640,"
    "\"cache_creation_input_tokens\":0,\"output_tokens\":61}}",
    "{\"model\":\"small-1-2026\",\"message\":{\"role\":\"assistant\",\"thinking\":\"hm\","
    "\"content\":%s},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":172,"
    "\"eval_count\":61}",
  };
  g_autofree char *quoted = quote (text);
  g_auto (GStrv) parts = g_strsplit (formats[wire], "%s", -1);

  return g_strjoinv (quoted, parts);
}

const char *
wire_stream_type (Wire wire)
{
  return wire == WIRE_OLLAMA ? "application/x-ndjson" : "text/event-stream";
}

static void
append_piece (GString *stream, Wire wire, const char *piece)
{
  static const char *const formats[][2] = {
    { "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":",
      "},\"finish_reason\":null}],"
      "\"usage\":null,\"obfuscation\":\"xyz\"}\n\n" },
    { "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":"
      "{\"type\":\"text_delta\",\"text\":",
      "}}\n\n" },
    { "{\"model\":\"small-1-2026\",\"message\":{\"content\":", "},\"done\":false}\n" },
  };
  g_autofree char *quoted = quote (piece);

  g_string_append_printf (stream, "%s%s%s", formats[wire][0], quoted, formats[wire][1]);
}

/* Three characters a piece. */
char *
wire_stream (Wire wire, const char *text)
{
  static const char *const first[] = {
    ": queueing\n\ndata: {\"model\":\"small-1-2026\",\"choices\":[{\"index\":0,\"delta\":{\"role\":"
    "\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n",
    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":"
    "\"small-1-2026\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":172,"
    "\"cache_read_input_tokens\":640,\"output_tokens\":1}}}\n\nevent: ping\ndata: {\"type\":"
    "\"ping\"}\n\nevent: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
    "\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"no\"}}\n\n",
    "",
  };
  static const char *const last[] = {
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: "
    "{\"choices\":null,\"usage\":{\"prompt_tokens\":812,\"completion_tokens\":61,"
    "\"prompt_tokens_details\":{\"cached_tokens\":640}}}\n\ndata: [DONE]\n\n",
    "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
    "\"end_turn\"},\"usage\":{\"output_tokens\":61}}\n\nevent: novelty\ndata: {\"type\":"
    "\"novelty\"}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n",
    "{\"model\":\"small-1-2026\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":"
    "\"stop\",\"prompt_eval_count\":172,\"eval_count\":61}\n",
  };
  GString *stream = g_string_new (first[wire]);

  while (*text != '\0') {
    glong length = MIN (3, g_utf8_strlen (text, -1));
    const char *end = g_utf8_offset_to_pointer (text, length);
    g_autofree char *piece = g_strndup (text, (gsize) (end - text));

    append_piece (stream, wire, piece);
    text = end;
  }
  g_string_append (stream, last[wire]);
  return g_string_free (stream, FALSE);
}
