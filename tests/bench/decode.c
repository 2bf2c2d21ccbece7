/*
 * What it costs to read a poll: a page of a hundred conversations of twenty messages, as the local
 * Instagram writes it. The floor is json-glib's parser alone, without bounds and without a message
 * made. Prints milliseconds of processor time, medians.
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "instagram/ante-decode.h"
#include "instagram/ante-json.h"
#include "sandbox/sandbox-generator.h"
#include "sandbox/sandbox-wire.h"

#define PEOPLE 100
#define MESSAGES 20
#define TURNS 31

typedef struct {
  SandboxState *state;
  SandboxPerson *person;
} Filling;

static void
line_cb (const SandboxLine *line, gpointer data)
{
  Filling *filling = data;

  sandbox_state_add_message (filling->state, filling->person, line->at, line->from_us,
                             (SandboxKind) line->kind, line->text);
}

static GBytes *
make_page (SandboxState *state)
{
  static const char fields[] =
    "id,updated_time,participants{id,username},"
    "messages.limit(20){id,created_time,from,to,message,attachments,shares,story,reply_to,"
    "reactions,is_unsupported}";
  char *path[] = { (char *) "me", (char *) "conversations", NULL };
  g_autoptr (GHashTable) query = g_hash_table_new (g_str_hash, g_str_equal);
  SandboxCall call = {
    .state = state, .base = "http://127.0.0.1:9", .method = "GET", .path = path, .status = 200
  };
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *text = NULL;

  call.query = query;
  g_hash_table_insert (query, (char *) "platform", (char *) "instagram");
  g_hash_table_insert (query, (char *) "limit", (char *) G_STRINGIFY (PEOPLE));
  g_hash_table_insert (query, (char *) "fields", (char *) fields);
  sandbox_reads_handle (&call);
  json_node_take_object (node, call.answer);
  text = json_to_string (node, FALSE);
  if (call.status != 200)
    g_error ("%s", text);
  return g_bytes_new_take (text, strlen (text));
}

static double
cpu_ms (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
decode (GBytes *page, const char *user_id)
{
  AnteDecodeHints hints = { .user_id = user_id, .depth = MESSAGES };
  double started = cpu_ms ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *answer = ante_json_parse_object (page, &root, &error);
  AnteThreadPage *threads =
    answer != NULL ? ante_decode_thread_page (answer, &hints, &error) : NULL;

  if (threads == NULL || threads->threads->len != PEOPLE)
    g_error ("the page was not understood: %s", error != NULL ? error->message : "too few");
  for (guint i = 0; i < PEOPLE; i++) {
    if (((AnteThread *) threads->threads->pdata[i])->messages->len != MESSAGES)
      g_error ("thread %u is not whole", i);
  }
  ante_thread_page_free (threads);
  g_clear_pointer (&root, json_node_unref);
  return cpu_ms () - started;
}

static double
parse (GBytes *page)
{
  double started = cpu_ms ();
  gsize length = 0;
  const char *text = g_bytes_get_data (page, &length);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_error ("the page is no JSON");
  g_clear_object (&parser);
  return cpu_ms () - started;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *values)
{
  qsort (values, TURNS, sizeof *values, compare);
  return values[TURNS / 2];
}

int
main (void)
{
  g_autoptr (SandboxState) state = sandbox_state_new ();
  g_autoptr (GBytes) page = NULL;
  double ours[TURNS] = { 0 };
  double floor[TURNS] = { 0 };

  for (guint i = 0; i < PEOPLE; i++) {
    g_autofree char *handle = sandbox_generator_handle (1, i);
    Filling filling = { state, sandbox_state_add_person (state, handle, NULL) };

    sandbox_generator_thread (1, i, MESSAGES, sandbox_state_now (state), line_cb, &filling);
  }
  page = make_page (state);
  for (guint i = 0; i < TURNS; i++) {
    ours[i] = decode (page, state->account.user_id);
    floor[i] = parse (page);
  }
  g_print ("{\"bytes\":%" G_GSIZE_FORMAT ",\"ours\":%.3f,\"floor\":%.3f}\n",
           g_bytes_get_size (page), median (ours), median (floor));
  return 0;
}
