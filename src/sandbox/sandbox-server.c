#include "sandbox/sandbox-server.h"

#include <libsoup/soup.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sandbox/sandbox-faults.h"
#include "sandbox/sandbox-generator.h"
#include "sandbox/sandbox-render.h"
#include "sandbox/sandbox-spoil.h"
#include "sandbox/sandbox-wire.h"

/* Calls that may come at once before the limit is felt. */
#define BURST 240

#define ACCEPT_LATE_MS 20000

struct _SandboxServer {
  GObject parent_instance;

  SandboxState *state;
  SandboxFaults *faults;
  guint32 seed;
  guint16 port;
  SoupServer *wire;
  SoupServer *control;
  char *url;
  char *control_url;
  char *control_path;
  GHashTable *sockets;
  double calls_per_second;
  double tokens;
  gint64 tokens_at;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SandboxServer, sandbox_server, G_TYPE_OBJECT)

void
sandbox_call_fail (
  SandboxCall *call, guint status, int code, int subcode, const char *type, const char *text)
{
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "message", text);
  json_object_set_string_member (error, "type", type);
  json_object_set_int_member (error, "code", code);
  if (subcode != 0)
    json_object_set_int_member (error, "error_subcode", subcode);
  if (code == 613 || code == 2 || code == 4)
    json_object_set_boolean_member (error, "is_transient", TRUE);
  json_object_set_string_member (error, "fbtrace_id", "Asandbox");
  call->status = status;
  g_clear_pointer (&call->answer, json_object_unref);
  call->answer = json_object_new ();
  json_object_set_object_member (call->answer, "error", error);
}

const char *
sandbox_call_get (SandboxCall *call, const char *name)
{
  return call->query != NULL ? g_hash_table_lookup (call->query, name) : NULL;
}

static int
token_subcode (const char *state)
{
  return g_str_equal (state, "expired")    ? 463
         : g_str_equal (state, "password") ? 460
         : g_str_equal (state, "removed")  ? 458
                                           : 467;
}

/* TRUE when the token is good; else the call has its error. */
static gboolean
check_token (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  const SandboxAccount *account = &self->state->account;
  const char *header = soup_message_headers_get_one (
    soup_server_message_get_request_headers (message), "Authorization");
  const char *token = header != NULL && g_str_has_prefix (header, "Bearer ")
                        ? header + strlen ("Bearer ")
                        : sandbox_call_get (call, "access_token");

  if (token == NULL || !g_str_equal (token, account->token)) {
    sandbox_call_fail (call, 400, 190, 0, "OAuthException",
                       "Invalid OAuth access token - Cannot parse access token");
    return FALSE;
  }
  if (!g_str_equal (account->token_state, "ok")) {
    sandbox_call_fail (call, 401, 190, token_subcode (account->token_state), "OAuthException",
                       "Error validating access token: Session has expired");
    return FALSE;
  }
  if (!account->role) {
    sandbox_call_fail (call, 400, 100, 0, "IGApiException",
                       "Unsupported request - method type: get");
    return FALSE;
  }
  return TRUE;
}

/* The conversations bucket: refills steadily, and answers 613 when it is empty. */
static gboolean
take_call (SandboxServer *self, SandboxCall *call)
{
  gint64 now = g_get_monotonic_time ();

  if (self->calls_per_second <= 0)
    return TRUE;

  self->tokens =
    MIN (BURST, self->tokens + (double) (now - self->tokens_at) / 1e6 * self->calls_per_second);
  self->tokens_at = now;
  if (self->tokens < 1) {
    sandbox_call_fail (call, 400, 613, 2534040, "IGApiException",
                       "(#613) Calls to this api have exceeded the rate limit");
    return FALSE;
  }
  self->tokens -= 1;
  return TRUE;
}

static void
refresh_token (SandboxServer *self, SandboxCall *call)
{
  SandboxAccount *account = &self->state->account;
  const char *token = sandbox_call_get (call, "access_token");

  if (g_strcmp0 (token, account->token) != 0 || !g_str_equal (account->token_state, "ok")) {
    sandbox_call_fail (call, 400, 190, 463, "OAuthException",
                       "Error validating access token: Session has expired");
    return;
  }
  if (g_strcmp0 (sandbox_call_get (call, "grant_type"), "ig_refresh_token") != 0) {
    sandbox_call_fail (call, 400, 100, 0, "OAuthException", "(#100) grant_type");
    return;
  }
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "access_token", account->token);
  json_object_set_string_member (call->answer, "token_type", "bearer");
  json_object_set_int_member (call->answer, "expires_in", 60 * 24 * 3600);
}

static void
exchange_token (SandboxServer *self, SandboxCall *call)
{
  if (g_strcmp0 (sandbox_call_get (call, "grant_type"), "ig_exchange_token") != 0 ||
      sandbox_call_get (call, "client_secret") == NULL) {
    sandbox_call_fail (call, 400, 100, 0, "OAuthException", "(#100) grant_type");
    return;
  }
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "access_token", self->state->account.token);
  json_object_set_string_member (call->answer, "token_type", "bearer");
  json_object_set_int_member (call->answer, "expires_in", 5183944);
}

/* The one endpoint with an error shape of its own. A code works once. */
static void
exchange_code (SandboxServer *self, SandboxCall *call)
{
  call->answer = json_object_new ();
  if (g_strcmp0 (sandbox_call_get (call, "code"), "sandbox-code") != 0) {
    call->status = 400;
    json_object_set_string_member (call->answer, "error_type", "OAuthException");
    json_object_set_int_member (call->answer, "code", 400);
    json_object_set_string_member (call->answer, "error_message",
                                   "Matching code was not found or was already used");
    return;
  }
  json_object_set_string_member (call->answer, "access_token", "IGAAshort");
  json_object_set_int_member (call->answer, "user_id", G_GINT64_CONSTANT (26500000000000001));
}

static void
route (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  const char *first = call->path[0] != NULL ? call->path[0] : "";
  gboolean is_conversation = FALSE;

  if (g_str_equal (first, "refresh_access_token"))
    refresh_token (self, call);
  else if (g_str_equal (first, "access_token"))
    exchange_token (self, call);
  else if (g_str_equal (first, "oauth"))
    exchange_code (self, call);
  else if (check_token (self, message, call)) {
    is_conversation = g_strcmp0 (call->method, "GET") == 0 &&
                      g_strcmp0 (call->path[0] != NULL ? call->path[1] : NULL, "media") != 0;
    if (is_conversation && !take_call (self, call))
      return;
    if (g_str_equal (call->method, "GET"))
      sandbox_reads_handle (call);
    else
      sandbox_sends_handle (call);
  }
}

static gboolean
is_send_request (const char *method, char **path)
{
  return g_str_equal (method, "POST") && path[0] != NULL && g_strcmp0 (path[1], "messages") == 0;
}

static void
cut (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
}

static gboolean
unpause_cb (gpointer data)
{
  soup_server_message_unpause (data);
  return G_SOURCE_REMOVE;
}

static void
pause_for (SoupServerMessage *message, guint ms)
{
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, ms, unpause_cb, g_object_ref (message), g_object_unref);
}

static void
set_headers (SandboxServer *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (sandbox_state_now (self->state) / 1000);
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);
  guint used = self->calls_per_second > 0 ? (guint) (100 - self->tokens * 100 / BURST) : 0;

  soup_message_headers_replace (headers, "Date", date);
  if (used > 50) {
    g_autofree char *usage =
      g_strdup_printf ("{\"call_count\":%u,\"total_time\":4,\"total_cputime\":3}", used);

    soup_message_headers_replace (headers, "X-App-Usage", usage);
  }
}

static void
answer (SandboxServer *self, SoupServerMessage *message, SandboxCall *call, SandboxFault fault)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) bytes = NULL;

  if (call->answer == NULL)
    call->answer = json_object_new ();
  json_node_set_object (node, call->answer);
  bytes = sandbox_spoil_answer (fault, json_to_string (node, FALSE));
  set_headers (self, message);
  soup_server_message_set_status (message, call->status, NULL);
  soup_message_headers_set_content_type (
    soup_server_message_get_response_headers (message),
    fault == SANDBOX_FAULT_HTML200 ? "text/html" : "application/json", NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

/* TRUE when the fault is an error answer in place of the effect. */
static gboolean
fail_instead (SandboxCall *call, SoupServerMessage *message, SandboxFault fault)
{
  switch (fault) {
  case SANDBOX_FAULT_429:
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                  "2");
    sandbox_call_fail (call, 429, 4, 0, "OAuthException", "(#4) Application request limit reached");
    return TRUE;
  case SANDBOX_FAULT_613:
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                  "2");
    sandbox_call_fail (call, 400, 613, 2534040, "IGApiException",
                       "(#613) Calls to this api have exceeded the rate limit");
    return TRUE;
  case SANDBOX_FAULT_500:
    sandbox_call_fail (call, 500, 1, 0, "OAuthException", "An unknown error has occurred.");
    return TRUE;
  case SANDBOX_FAULT_CODE2:
    sandbox_call_fail (call, 500, 2, 0, "OAuthException", "Service temporarily unavailable");
    return TRUE;
  case SANDBOX_FAULT_190:
    sandbox_call_fail (call, 401, 190, 463, "OAuthException", "Error validating access token");
    return TRUE;
  default:
    return FALSE;
  }
}

static void
note_request (SandboxServer *self, SandboxCall *call)
{
  SandboxRequest *request = g_new0 (SandboxRequest, 1);

  request->method = g_strdup (call->method);
  request->path = g_strjoinv ("/", call->path);
  request->at = sandbox_state_now (self->state);
  request->status = call->status;
  g_ptr_array_add (self->state->requests, request);
}

static void
serve (SandboxServer *self, SoupServerMessage *message, SandboxCall *call)
{
  SandboxFault fault =
    sandbox_faults_draw (self->faults, is_send_request (call->method, call->path));
  gboolean failed = fail_instead (call, message, fault);

  if (fault == SANDBOX_FAULT_ACCEPT_LATE)
    call->late = ACCEPT_LATE_MS;
  if (fault != SANDBOX_FAULT_DROP_BEFORE && fault != SANDBOX_FAULT_TIMEOUT_BEFORE && !failed)
    route (self, message, call);
  if ((fault == SANDBOX_FAULT_DUP_PAGE || fault == SANDBOX_FAULT_REORDER) && call->answer != NULL)
    sandbox_spoil_page (call->answer, fault);
  note_request (self, call);

  switch (fault) {
  case SANDBOX_FAULT_DROP_BEFORE:
  case SANDBOX_FAULT_DROP_AFTER:
  case SANDBOX_FAULT_ACCEPT_LATE:
    cut (message);
    return;
  case SANDBOX_FAULT_TIMEOUT_BEFORE:
  case SANDBOX_FAULT_TIMEOUT_AFTER:
    pause_for (message, 90000);
    break;
  case SANDBOX_FAULT_SLOW:
    pause_for (message, 2000);
    break;
  default:
    break;
  }
  answer (self, message, call, fault);
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

static void
serve_media (SoupServerMessage *message, const char *name)
{
  const char *mime = NULL;
  g_autoptr (GBytes) bytes = sandbox_media_make (name, &mime);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), mime,
                                         NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static JsonNode *
parse_body (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text = NULL;
  JsonNode *node = NULL;

  if (g_bytes_get_size (bytes) == 0)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  node = json_from_string (text, NULL);
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    g_clear_pointer (&node, json_node_unref);
  return node;
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
  g_autoptr (JsonNode) body = parse_body (message);
  g_autoptr (GHashTable) form = NULL;
  SandboxCall call = {
    .state = self->state, .base = self->url, .path = parts, .query = query, .status = 200
  };

  if (g_strcmp0 (parts[0], "media") == 0 && parts[1] != NULL) {
    serve_media (message, parts[1]);
    return;
  }

  call.method = soup_server_message_get_method (message);
  call.body = body != NULL ? json_node_get_object (body) : NULL;
  if (body == NULL && query == NULL) {
    g_autoptr (GBytes) bytes =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    form = soup_form_decode (text);
    call.query = form;
  }
  serve (self, message, &call);
  g_clear_pointer (&call.answer, json_object_unref);
}

static JsonObject *
set_faults (SandboxServer *self, JsonObject *arguments)
{
  const char *spec = json_object_get_string_member_with_default (arguments, "spec", "");
  SandboxFaults *faults = sandbox_faults_new (spec, self->seed);
  JsonObject *object = json_object_new ();

  if (faults == NULL) {
    json_object_set_string_member (object, "error", "the faults were not understood");
    return object;
  }
  sandbox_faults_free (self->faults);
  self->faults = faults;
  return object;
}

static JsonObject *
control (SandboxServer *self, const char *command, JsonObject *arguments)
{
  static const char *const queries[] = { "people",       "sent",     "requests",
                                         "reset_ledger", "autoplay", NULL };
  JsonObject *object = NULL;

  if (g_str_equal (command, "faults"))
    return set_faults (self, arguments);
  if (g_str_equal (command, "limits")) {
    self->calls_per_second =
      json_object_get_double_member_with_default (arguments, "per_second", 0);
    return json_object_new ();
  }
  if (!sandbox_control_handle (self->state, command, arguments, &object)) {
    object = json_object_new ();
    json_object_set_string_member (object, "error", "there is no such command");
    return object;
  }
  if (!g_strv_contains (queries, command))
    sandbox_journal_note (self->state, command, arguments);
  return object;
}

static void
control_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  SandboxServer *self = user_data;
  g_autoptr (JsonNode) body = parse_body (message);
  g_autoptr (JsonObject) none = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (path, self->control_path)) {
    soup_server_message_set_status (message, 404, NULL);
    return;
  }
  json_node_take_object (node, control (self, path + strlen (self->control_path),
                                        body != NULL ? json_node_get_object (body) : none));
  text = json_to_string (node, FALSE);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text,
                                    strlen (text));
}

static gboolean
hang_up_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  SandboxServer *self = data;

  g_socket_close (socket, NULL);
  g_hash_table_remove (self->sockets, socket);
  return G_SOURCE_REMOVE;
}

/* This version of the library keeps a connection's descriptor open after its client has gone. */
static void
request_started_cb (SoupServer *server, SoupServerMessage *message, gpointer data)
{
  SandboxServer *self = data;
  GSocket *socket = soup_server_message_get_socket (message);
  g_autoptr (GSource) source = NULL;

  if (socket == NULL || g_hash_table_contains (self->sockets, socket))
    return;
  g_hash_table_add (self->sockets, g_object_ref (socket));
  source =
    g_socket_create_source (socket, (GIOCondition) (0x2000 /* POLLRDHUP */ | G_IO_HUP), NULL);
  g_source_set_callback (source, (GSourceFunc) hang_up_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, NULL);
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

  sandbox_players_tick (self->state);
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
  self->tokens = BURST;
  self->tokens_at = g_get_monotonic_time ();
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

typedef struct {
  SandboxState *state;
  SandboxPerson *person;
} Generating;

static void
add_line_cb (const SandboxLine *line, gpointer data)
{
  Generating *generating = data;

  sandbox_state_add_message (generating->state, generating->person, line->at, line->from_us,
                             (SandboxKind) line->kind, line->text);
}

static void
generate (SandboxState *state, const SandboxOptions *options, gint64 start)
{
  for (guint i = 0; i < options->leads; i++) {
    g_autofree char *handle = sandbox_generator_handle (options->seed, i);
    g_autofree char *name = sandbox_generator_name (options->seed, i);
    Generating generating = { state, sandbox_state_add_person (state, handle, name) };
    guint length = sandbox_generator_thread_length (i, options->leads, options->messages);

    sandbox_generator_thread (options->seed, i, length, start, add_line_cb, &generating);
  }
}

/* The journal's first line says when the scenario began: a restart takes that up instead of the
 * present. */
static gint64
read_start (const char *state_file)
{
  g_autofree char *contents = NULL;
  gint64 start = g_get_real_time () / 1000;
  g_autofree char *line = NULL;

  if (state_file == NULL)
    return start;
  if (g_file_get_contents (state_file, &contents, NULL, NULL) && *contents != '\0')
    return g_ascii_strtoll (contents, NULL, 10);

  line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", start);
  g_file_set_contents (state_file, line, -1, NULL);
  return start;
}

SandboxServer *
sandbox_server_new (const SandboxOptions *options, GError **error)
{
  g_autoptr (SandboxServer) self = g_object_new (SANDBOX_TYPE_SERVER, NULL);
  gint64 start = read_start (options->state_file);

  self->port = options->port;
  self->seed = options->seed;
  self->calls_per_second = options->calls_per_second;
  self->faults = sandbox_faults_new (options->faults, options->seed);
  if (self->faults == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "the faults were not understood; see --help");
    return NULL;
  }

  if (options->leads > 0) {
    generate (self->state, options, start);
  } else {
    self->state->autoplay = TRUE;
    if (!sandbox_scenario_load (self->state, options->scenario, start, error))
      return NULL;
  }
  if (options->state_file != NULL &&
      !sandbox_journal_open (self->state, options->state_file, error))
    return NULL;
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
  self->state = sandbox_state_new ();
  self->sockets = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}
