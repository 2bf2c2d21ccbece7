#include "sandbox/sandbox-server.h"

#include <libsoup/soup.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "sandbox/sandbox-answer.h"
#include "sandbox/sandbox-limits.h"
#include "sandbox/sandbox-wire.h"

#define MAX_BODY (1024 * 1024)

struct _SandboxServer {
  GObject parent_instance;

  SandboxState *state;
  SandboxFaults *faults;
  SandboxLimits limits;
  guint32 seed;
  guint16 port;
  SoupServer *wire;
  SoupServer *control;
  char *url;
  char *control_url;
  char *control_path;
  GHashTable *sockets;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SandboxServer, sandbox_server, G_TYPE_OBJECT)

const char *
sandbox_call_get (SandboxCall *call, const char *name)
{
  return call->query != NULL ? g_hash_table_lookup (call->query, name) : NULL;
}

const char *
sandbox_call_get_text (SandboxCall *call, const char *name)
{
  const char *text = sandbox_json_string (call->body, name);

  return text != NULL ? text : sandbox_call_get (call, name);
}

gboolean
sandbox_call_is_own (SandboxCall *call)
{
  const char *first = call->path[0];

  return first != NULL &&
         (g_str_equal (first, "me") || g_str_equal (first, call->state->account.user_id));
}

static SandboxFaultsScope
find_scope (SandboxCall *call)
{
  if (!g_str_equal (call->method, "POST") || call->path[0] == NULL)
    return SANDBOX_FAULTS_READ;
  if (g_strcmp0 (call->path[1], "message_attachments") == 0)
    return SANDBOX_FAULTS_UPLOAD;
  return g_strcmp0 (call->path[1], "messages") == 0 ? SANDBOX_FAULTS_SEND : SANDBOX_FAULTS_READ;
}

static void
tell_usage (SandboxServer *self, SoupServerMessage *message, SandboxLimit limit, guint wait)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint used = sandbox_limits_get_usage (&self->limits, limit);
  g_autofree char *app = g_strdup_printf (
    "{\"call_count\":%u,\"total_time\":%u,\"total_cputime\":%u}", used, used / 3, used / 4);
  g_autofree char *business =
    g_strdup_printf ("{\"%s\":[{\"type\":\"messenger\",\"call_count\":%u,\"total_cputime\":%u,"
                     "\"total_time\":%u,\"estimated_time_to_regain_access\":%u}]}",
                     self->state->account.user_id, used, used / 4, used / 3, wait / 60);

  /* They are absent until usage is noticeable. */
  if (used < 20)
    return;
  soup_message_headers_replace (headers, "X-App-Usage", app);
  soup_message_headers_replace (headers, "X-Business-Use-Case-Usage", business);
}

static gboolean
take_call (SandboxServer *self, SoupServerMessage *message, SandboxCall *call, SandboxLimit limit)
{
  gboolean is_free = sandbox_limits_take (&self->limits, limit);

  if (!is_free) {
    call->retry_after = sandbox_limits_get_wait (&self->limits, limit);
    sandbox_call_fail (call, 613, 2534040, NULL);
  }
  tell_usage (self, message, limit, call->retry_after);
  return is_free;
}

static void
handle_send (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  JsonObject *recipient = sandbox_json_object (call->body, "recipient");
  SandboxLimit limit = sandbox_json_string (recipient, "comment_id") != NULL
                         ? SANDBOX_LIMIT_PRIVATE_REPLIES
                         : SANDBOX_LIMIT_SENDS;

  if (take_call (self, message, call, limit))
    sandbox_sends_handle (call);
}

static void
handle_read (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  gboolean is_account = sandbox_call_is_own (call) && call->path[1] == NULL;

  if (is_account || take_call (self, message, call, SANDBOX_LIMIT_CONVERSATIONS))
    sandbox_reads_handle (call);
}

static void
route (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  const char *authorization = soup_message_headers_get_one (
    soup_server_message_get_request_headers (message), "Authorization");

  sandbox_players_tick (self->state, FALSE);
  if (sandbox_tokens_handle (call) || !sandbox_tokens_check (call, authorization) ||
      sandbox_comments_handle (call))
    return;
  if (g_str_equal (call->method, "GET"))
    handle_read (self, message, call);
  else if (g_str_equal (call->method, "POST"))
    handle_send (self, message, call);
  else
    sandbox_call_fail (call, 100, 33, NULL);
}

static void
serve (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  SandboxFaultDraw draw = sandbox_faults_draw (self->faults, find_scope (call));

  if (draw.fault == SANDBOX_FAULT_ACCEPT_LATE)
    call->late = (gint64) draw.seconds * 1000;
  if (draw.fault != SANDBOX_FAULT_DROP_BEFORE && draw.fault != SANDBOX_FAULT_RESET &&
      draw.fault != SANDBOX_FAULT_TIMEOUT_BEFORE && !sandbox_answer_fail_instead (call, draw))
    route (self, message, call);
  sandbox_ledger_note_request (call);
  sandbox_answer_write (call, message, draw);
}

static char **
split_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path + 1, "/", -1);
  GPtrArray *kept = g_ptr_array_new ();
  guint first = parts[0] != NULL && parts[0][0] == 'v' && g_ascii_isdigit (parts[0][1]) ? 1 : 0;

  for (guint i = first; parts[i] != NULL; i++) {
    if (*parts[i] != '\0')
      g_ptr_array_add (kept, g_uri_unescape_string (parts[i], NULL));
  }
  g_ptr_array_add (kept, NULL);
  return (char **) g_ptr_array_free (kept, FALSE);
}

/* An address holds until when it is good, as those of a content network do. */
static void
serve_media (SandboxServer *self, SoupServerMessage *message, const char *name, GHashTable *query)
{
  const char *until = query != NULL ? g_hash_table_lookup (query, "oe") : NULL;
  const char *mime = NULL;
  g_autoptr (GBytes) bytes = sandbox_media_make (self->state, name, &mime);

  if (until != NULL && g_ascii_strtoll (until, NULL, 16) < sandbox_state_now (self->state) / 1000) {
    soup_server_message_set_status (message, 403, NULL);
    return;
  }
  if (bytes == NULL) {
    soup_server_message_set_status (message, 404, NULL);
    return;
  }
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), mime,
                                         NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static char *
dup_body (SoupServerMessage *message)
{
  g_autoptr (GBytes) bytes =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  return size > 0 && size <= MAX_BODY ? g_strndup (g_bytes_get_data (bytes, NULL), size) : NULL;
}

/* A form may hold objects as JSON text. */
static JsonObject *
read_form (GHashTable *form)
{
  static const char *const objects[] = { "recipient", "message", "payload", "reply_to" };
  static const char *const words[] = { "sender_action", "messaging_type", "tag" };
  JsonObject *body = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++) {
    const char *text = g_hash_table_lookup (form, objects[i]);
    JsonObject *object = text != NULL ? sandbox_json_parse (text, -1, NULL) : NULL;

    if (object != NULL)
      json_object_set_object_member (body, objects[i], object);
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sandbox_json_set (body, words[i], g_hash_table_lookup (form, words[i]));
  return body;
}

/* A form of several parts: fields, and at most one file. */
static GHashTable *
read_parts (SoupServerMessage *message, SandboxUpload **file)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (GBytes) whole =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (SoupMultipart) parts = NULL;
  GHashTable *form = NULL;

  if (g_strcmp0 (soup_message_headers_get_content_type (headers, NULL), "multipart/form-data") != 0)
    return NULL;
  parts = soup_multipart_new_from_message (headers, whole);
  if (parts == NULL)
    return NULL;
  form = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < soup_multipart_get_length (parts); i++) {
    SoupMessageHeaders *head = NULL;
    GBytes *bytes = NULL;
    g_autofree char *disposition = NULL;
    g_autoptr (GHashTable) params = NULL;
    const char *name = NULL;

    soup_multipart_get_part (parts, i, &head, &bytes);
    if (!soup_message_headers_get_content_disposition (head, &disposition, &params) ||
        (name = g_hash_table_lookup (params, "name")) == NULL)
      continue;
    if (!g_hash_table_contains (params, "filename")) {
      g_hash_table_replace (form, g_strdup (name),
                            g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    } else if (g_str_equal (name, "filedata") && *file == NULL) {
      *file = g_new0 (SandboxUpload, 1);
      (*file)->mime = g_strdup (soup_message_headers_get_content_type (head, NULL));
      (*file)->name = g_strdup (g_hash_table_lookup (params, "filename"));
      (*file)->bytes = g_bytes_ref (bytes);
    }
  }
  return form;
}

static void
merge (GHashTable *into, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  if (from == NULL)
    return;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (into, g_strdup (key), g_strdup (value));
}

static void
wire_cb (SoupServer *server,
         SoupServerMessage *message,
         const char *path,
         GHashTable *query,
         gpointer user_data)
{
  SandboxServer *self = user_data;
  g_auto (GStrv) parts = split_path (path);
  g_autofree char *text = dup_body (message);
  g_autoptr (JsonObject) body = text != NULL ? sandbox_json_parse (text, -1, NULL) : NULL;
  g_autoptr (GHashTable) parameters =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SandboxCall call = { .state = self->state, .base = self->url, .path = parts, .status = 200 };
  g_autoptr (GHashTable) form = read_parts (message, &call.file);

  if (form == NULL && body == NULL && text != NULL)
    form = soup_form_decode (text);

  if (g_strcmp0 (parts[0], "media") == 0 && parts[1] != NULL) {
    call.method = soup_server_message_get_method (message);
    serve_media (self, message, parts[1], query);
    call.status = soup_server_message_get_status (message);
    sandbox_ledger_note_request (&call);
    sandbox_upload_free (call.file);
    return;
  }

  merge (parameters, query);
  merge (parameters, form);
  if (form != NULL)
    body = read_form (form);
  call.method = soup_server_message_get_method (message);
  call.query = parameters;
  call.body = body;
  serve (self, message, &call);
  g_clear_pointer (&call.answer, json_object_unref);
  g_clear_pointer (&call.file, sandbox_upload_free);
  g_free (call.location);
}

static JsonObject *
set_faults (SandboxServer *self, JsonObject *arguments)
{
  SandboxFaults *faults = sandbox_faults_new (sandbox_json_string (arguments, "spec"), self->seed);
  JsonObject *object = json_object_new ();

  if (faults == NULL) {
    json_object_set_string_member (object, "error", "the faults were not understood");
    return object;
  }
  sandbox_faults_free (self->faults);
  self->faults = faults;
  return object;
}

static double
get_number (JsonObject *arguments, const char *name, double fallback)
{
  JsonNode *node = json_object_get_member (arguments, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : fallback;
}

static JsonObject *
set_limits (SandboxServer *self, JsonObject *arguments)
{
  double rate = get_number (arguments, "per_second", 0);
  double burst = get_number (arguments, "burst", 240);

  sandbox_limits_set (&self->limits, SANDBOX_LIMIT_CONVERSATIONS, MAX (rate, 0), MAX (burst, 1));
  return json_object_new ();
}

static JsonObject *
control (SandboxServer *self, const char *command, JsonObject *arguments)
{
  JsonObject *answer = NULL;

  if (g_str_equal (command, "faults"))
    return set_faults (self, arguments);
  if (g_str_equal (command, "limits"))
    return set_limits (self, arguments);
  sandbox_players_tick (self->state, FALSE);
  if (!sandbox_control_handle (self->state, command, arguments, &answer)) {
    answer = json_object_new ();
    json_object_set_string_member (answer, "error", "there is no such command");
  }
  return answer;
}

static void
control_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  SandboxServer *self = user_data;
  g_autofree char *text = dup_body (message);
  g_autoptr (JsonObject) arguments =
    text != NULL ? sandbox_json_parse (text, -1, NULL) : json_object_new ();
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *printed = NULL;

  if (!g_str_has_prefix (path, self->control_path)) {
    soup_server_message_set_status (message, 404, NULL);
    return;
  }
  if (arguments == NULL) {
    object = json_object_new ();
    json_object_set_string_member (object, "error", "a JSON object is needed");
  } else {
    object = control (self, path + strlen (self->control_path), arguments);
  }
  printed = sandbox_json_print (object);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, printed,
                                    strlen (printed));
}

static gboolean
hang_up_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  SandboxServer *self = data;

  g_socket_close (socket, NULL);
  g_hash_table_remove (self->sockets, socket);
  return G_SOURCE_REMOVE;
}

static void
watch_free (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

/* This version of the library keeps a connection's descriptor open after its client has gone. */
static void
request_started_cb (SoupServer *server, SoupServerMessage *message, gpointer data)
{
  SandboxServer *self = data;
  GSocket *socket = soup_server_message_get_socket (message);
  GSource *source = NULL;

  if (socket == NULL || g_hash_table_contains (self->sockets, socket))
    return;
  source = g_socket_create_source (socket, (GIOCondition) (POLLRDHUP | G_IO_HUP), NULL);
  g_source_set_callback (source, G_SOURCE_FUNC (hang_up_cb), self, NULL);
  g_source_attach (source, NULL);
  g_hash_table_insert (self->sockets, g_object_ref (socket), source);
}

static SoupServer *
listen_on (
  SandboxServer *self, guint16 port, SoupServerCallback callback, char **url, GError **error)
{
  SoupServer *server = soup_server_new ("server-header", "sandbox", NULL);
  g_autoptr (GSList) uris = NULL;
  GUri *uri = NULL;

  soup_server_add_handler (server, NULL, callback, self, NULL);
  g_signal_connect (server, "request-started", G_CALLBACK (request_started_cb), self);
  if (!soup_server_listen_local (server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error)) {
    g_object_unref (server);
    return NULL;
  }
  uris = soup_server_get_uris (server);
  uri = uris->data;
  *url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uri));
  g_slist_foreach (uris, (GFunc) (void (*) (void)) g_uri_unref, NULL);
  return server;
}

static gboolean
tick_cb (gpointer data)
{
  SandboxServer *self = data;

  sandbox_players_tick (self->state, FALSE);
  return G_SOURCE_CONTINUE;
}

gboolean
sandbox_server_start (SandboxServer *self, GError **error)
{
  g_autofree char *secret = g_uuid_string_random ();
  g_autofree char *base = NULL;

  self->wire = listen_on (self, self->port, wire_cb, &self->url, error);
  if (self->wire == NULL || (self->control = listen_on (self, 0, control_cb, &base, error)) == NULL)
    return FALSE;

  self->control_path = g_strdup_printf ("/%s/", secret);
  self->control_url = g_strdup_printf ("%s/%s", base, secret);
  self->tick = g_timeout_add (500, tick_cb, self);
  return TRUE;
}

void
sandbox_server_stop (SandboxServer *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->wire != NULL)
    soup_server_disconnect (self->wire);
  if (self->control != NULL)
    soup_server_disconnect (self->control);
  g_hash_table_remove_all (self->sockets);
}

const char *
sandbox_server_get_url (SandboxServer *self)
{
  return self->url;
}

const char *
sandbox_server_get_token (SandboxServer *self)
{
  return self->state->account.token;
}

const char *
sandbox_server_get_control_url (SandboxServer *self)
{
  return self->control_url;
}

SandboxState *
sandbox_server_get_state (SandboxServer *self)
{
  return self->state;
}

static char *
describe_origin (const SandboxOptions *options)
{
  return options->leads > 0 ? g_strdup_printf ("seed %u, %u leads, %u messages", options->seed,
                                               options->leads, options->messages)
                            : g_strdup (options->scenario != NULL ? options->scenario : "built-in");
}

static gboolean
fill (SandboxState *state, const SandboxOptions *options, GError **error)
{
  if (options->leads == 0) {
    state->autoplay = TRUE;
    return sandbox_scenario_load (state, options->scenario, error);
  }
  sandbox_state_generate (state,
                          sandbox_generator_new (options->seed, options->leads, options->messages));
  return TRUE;
}

SandboxServer *
sandbox_server_new (const SandboxOptions *options, GError **error)
{
  g_autoptr (SandboxServer) self = g_object_new (SANDBOX_TYPE_SERVER, NULL);
  g_autofree char *origin = describe_origin (options);
  gint64 start = g_get_real_time () / 1000;

  self->port = options->port;
  self->seed = options->seed;
  sandbox_limits_init (&self->limits, options->calls_per_second);
  self->faults = sandbox_faults_new (options->faults, options->seed);
  if (self->faults == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "the faults were not understood; see --help");
    return NULL;
  }

  if (options->state_file != NULL &&
      !sandbox_journal_begin (options->state_file, origin, &start, error))
    return NULL;
  self->state = sandbox_state_new (start);
  if (!fill (self->state, options, error) ||
      (options->state_file != NULL &&
       !sandbox_journal_open (self->state, options->state_file, error)))
    return NULL;
  if (options->fresh_token)
    self->state->account.token_since = sandbox_state_now (self->state);
  /* What came while nobody served came at its own time. */
  sandbox_players_tick (self->state, TRUE);
  return g_steal_pointer (&self);
}

static void
sandbox_server_finalize (GObject *object)
{
  SandboxServer *self = SANDBOX_SERVER (object);

  sandbox_server_stop (self);
  g_clear_object (&self->wire);
  g_clear_object (&self->control);
  g_clear_pointer (&self->faults, sandbox_faults_free);
  g_clear_pointer (&self->state, sandbox_state_free);
  g_hash_table_unref (self->sockets);
  g_free (self->url);
  g_free (self->control_url);
  g_free (self->control_path);
  G_OBJECT_CLASS (sandbox_server_parent_class)->finalize (object);
}

static void
sandbox_server_class_init (SandboxServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sandbox_server_finalize;
}

static void
sandbox_server_init (SandboxServer *self)
{
  self->sockets = g_hash_table_new_full (NULL, NULL, g_object_unref, watch_free);
}
