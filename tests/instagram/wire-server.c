#include "wire-server.h"

#include <string.h>

typedef struct {
  guint status;
  GBytes *body;
  char *header;
} Prepared;

static void
prepared_free (Prepared *prepared)
{
  g_bytes_unref (prepared->body);
  g_free (prepared->header);
  g_free (prepared);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  WireServer *self = user_data;
  Prepared *prepared = g_queue_peek_head (&self->answers);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autofree char *uri = g_uri_to_string (soup_server_message_get_uri (message));
  const char *token = soup_message_headers_get_one (headers, "Authorization");

  g_ptr_array_add (self->requests,
                   g_strdup_printf ("%s %s", soup_server_message_get_method (message),
                                    strchr (strstr (uri, "//") + 2, '/')));
  g_ptr_array_add (self->bodies, g_strndup (body->data != NULL ? body->data : "", body->length));
  self->tokens += g_strcmp0 (token, "Bearer " WIRE_TOKEN) == 0;

  g_assert_nonnull (prepared);
  soup_server_message_set_status (message, prepared->status, NULL);
  if (prepared->header != NULL) {
    g_auto (GStrv) pair = g_strsplit (prepared->header, ": ", 2);

    soup_message_headers_replace (soup_server_message_get_response_headers (message), pair[0],
                                  pair[1]);
  }
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type",
                                "application/json");
  if (g_bytes_get_size (prepared->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message),
                                    prepared->body);

  if (g_queue_get_length (&self->answers) > 1)
    prepared_free (g_queue_pop_head (&self->answers));
}

WireServer *
wire_server_new_tls (GTlsCertificate *certificate)
{
  WireServer *self = g_new0 (WireServer, 1);
  GSList *uris = NULL;

  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  g_assert_true (soup_server_listen_local (
    self->server, 0,
    SOUP_SERVER_LISTEN_IPV4_ONLY | (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0), NULL));
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                               g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

WireServer *
wire_server_new (void)
{
  return wire_server_new_tls (NULL);
}

void
wire_server_free (WireServer *self)
{
  if (self == NULL)
    return;

  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_queue_clear_full (&self->answers, (GDestroyNotify) prepared_free);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->bodies);
  g_free (self->url);
  g_free (self);
}

static void
push (WireServer *self, guint status, GBytes *body, const char *header)
{
  Prepared *prepared = g_new0 (Prepared, 1);

  prepared->status = status;
  prepared->body = body;
  prepared->header = g_strdup (header);
  g_queue_push_tail (&self->answers, prepared);
}

void
wire_server_answer_with (WireServer *self, guint status, const char *body, const char *header)
{
  push (self, status, g_bytes_new (body, strlen (body)), header);
}

void
wire_server_answer (WireServer *self, guint status, const char *body)
{
  wire_server_answer_with (self, status, body, NULL);
}

/* Takes @body. */
void
wire_server_answer_bytes (WireServer *self, guint status, GBytes *body)
{
  push (self, status, body, NULL);
}

void
wire_server_skip (WireServer *self)
{
  prepared_free (g_queue_pop_head (&self->answers));
}

const char *
wire_server_last (WireServer *self)
{
  g_assert_cmpuint (self->requests->len, >, 0);
  return self->requests->pdata[self->requests->len - 1];
}

/* The raw server: each connection in a thread of its own, blocking. */

static gboolean
has_whole_request (const char *text, gsize length)
{
  const char *end = g_strstr_len (text, length, "\r\n\r\n");
  const char *size = g_strstr_len (text, length, "Content-Length: ");

  if (end == NULL)
    return FALSE;
  return size == NULL || size > end ||
         length >= (gsize) (end + 4 - text) + g_ascii_strtoull (size + 16, NULL, 10);
}

static gboolean
read_request (GInputStream *input)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char chunk[4096];
  gssize n = 0;

  while (!has_whole_request (text->str, text->len)) {
    n = g_input_stream_read (input, chunk, sizeof chunk, NULL, NULL);
    if (n <= 0)
      return FALSE;
    g_string_append_len (text, chunk, n);
  }
  return TRUE;
}

static void
say (GOutputStream *output, const char *text)
{
  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
}

static void
misbehave (RawServer *self, GInputStream *input, GOutputStream *output)
{
  char byte = 0;

  switch (self->mode) {
  case RAW_CUT_IN_BODY:
    say (output, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"message_id\":\"m1\"");
    break;
  case RAW_ENDLESS_BODY: {
    g_autofree char *block = g_strnfill (65536, ' ');

    say (output, "HTTP/1.1 200 OK\r\n\r\n");
    while (g_output_stream_write_all (output, block, 65536, NULL, NULL, NULL))
      continue;
    break;
  }
  case RAW_READ_AND_HOLD:
    g_input_stream_read (input, &byte, 1, NULL, NULL);
    break;
  case RAW_ONE_ANSWER_THEN_CLOSE:
    say (output, "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n"
                 "{\"user_id\":\"17841400000000123\",\"id\":\"2\"}");
    if (read_request (input)) /* the second one on this connection is read and never answered */
      g_atomic_int_inc (&self->n_requests);
    break;
  case RAW_CLOSE_AT_ONCE:
  case RAW_READ_AND_CLOSE:
    break;
  }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  RawServer *self = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_atomic_int_inc (&self->n_connections);
  if (self->mode != RAW_CLOSE_AT_ONCE && read_request (input)) {
    g_atomic_int_inc (&self->n_requests);
    misbehave (self, input, output);
  }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static void
unref_cb (gpointer self, GClosure *closure)
{
  g_atomic_rc_box_release (self);
}

RawServer *
raw_server_new (RawMode mode)
{
  RawServer *self = g_atomic_rc_box_new0 (RawServer);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->mode = mode;
  self->service = g_threaded_socket_service_new (16);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any,
                                                G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                                &bound, NULL));
  self->url = g_strdup_printf ("http://127.0.0.1:%d",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  g_signal_connect_data (self->service, "run", G_CALLBACK (run_cb), g_atomic_rc_box_acquire (self),
                         unref_cb, 0);
  g_socket_service_start (self->service);
  return self;
}

/* Its threads may look at it for a while yet; the service that they hold keeps it. */
void
raw_server_free (RawServer *self)
{
  g_autoptr (GSocketService) service = g_steal_pointer (&self->service);

  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
  g_clear_pointer (&self->url, g_free);
  g_atomic_rc_box_release (self);
}

int
raw_server_get_requests (RawServer *self)
{
  return g_atomic_int_get (&self->n_requests);
}
