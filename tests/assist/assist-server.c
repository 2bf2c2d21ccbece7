#include "assist-server.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

typedef struct {
  GBytes *bytes;
  AssistAfter after;
} Reply;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_bytes_unref (reply->bytes);
  g_free (reply);
}

void
assist_request_free (AssistRequest *request)
{
  if (request == NULL)
    return;

  g_free (request->line);
  g_free (request->head);
  g_free (request->body);
  g_free (request);
}

/* Header names are compared in lower case. */
static gsize
body_length (const char *head)
{
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *found = strstr (lower, "content-length:");

  return found != NULL ? g_ascii_strtoull (found + strlen ("content-length:"), NULL, 10) : 0;
}

static AssistRequest *
read_request (GInputStream *input)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AssistRequest *request = NULL;
  const char *end = NULL;
  const char *line_end = NULL;
  char chunk[4096];

  while ((end = strstr (text->str, "\r\n\r\n")) == NULL ||
         text->len < (gsize) (end + 4 - text->str) + body_length (text->str)) {
    gssize n = g_input_stream_read (input, chunk, sizeof chunk, NULL, NULL);

    if (n <= 0)
      return NULL;
    g_string_append_len (text, chunk, n);
  }

  line_end = strstr (text->str, " HTTP/");
  request = g_new0 (AssistRequest, 1);
  request->line = g_strndup (text->str, (gsize) (line_end - text->str));
  request->head = g_strndup (text->str, (gsize) (end - text->str));
  request->body = g_strdup (end + 4);
  return request;
}

static char *
format_answer (guint status, const char *type, const char *header, const char *body)
{
  return g_strdup_printf ("HTTP/1.1 %u X\r\nContent-Type: %s\r\nContent-Length: %zu\r\n"
                          "Connection: close\r\n%s\r\n%s",
                          status, type, strlen (body), header, body);
}

static Reply *
take_reply (AssistServer *self, AssistRequest *request)
{
  Reply *reply = g_new0 (Reply, 1);
  Reply *next = NULL;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, request);
  while (self->is_shut)
    g_cond_wait (&self->opened, &self->lock);
  if (self->think != NULL) {
    g_autofree char *json = self->think (request->body, self->think_data);

    char *text = format_answer (200, "application/json", "", json);

    reply->bytes = g_bytes_new_take (text, strlen (text));
    g_mutex_unlock (&self->lock);
    return reply;
  }
  next = g_queue_peek_head (&self->replies);
  g_assert_nonnull (next);
  reply->bytes = g_bytes_ref (next->bytes);
  reply->after = next->after;
  if (g_queue_get_length (&self->replies) > 1)
    reply_free (g_queue_pop_head (&self->replies));
  g_mutex_unlock (&self->lock);
  return reply;
}

static void
reset (GSocketConnection *connection)
{
  struct linger at_once = { 1, 0 };

  setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET, SO_LINGER,
              &at_once, sizeof at_once);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  AssistServer *self = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  AssistRequest *request = NULL;
  Reply *reply = NULL;
  char byte = 0;

  g_atomic_int_inc (&self->n_connections);
  request = read_request (input);
  if (request == NULL)
    return TRUE;
  reply = take_reply (self, request);
  g_output_stream_write_all (output, g_bytes_get_data (reply->bytes, NULL),
                             g_bytes_get_size (reply->bytes), NULL, NULL, NULL);
  if (reply->after == ASSIST_HOLD)
    g_input_stream_read (input, &byte, 1, NULL, NULL);
  else if (reply->after == ASSIST_RESET)
    reset (connection);
  reply_free (reply);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static void
clear_server (gpointer data)
{
  AssistServer *self = data;

  g_queue_clear_full (&self->replies, reply_free);
  g_ptr_array_unref (self->requests);
  g_cond_clear (&self->opened);
  g_mutex_clear (&self->lock);
}

static void
unref_cb (gpointer self, GClosure *closure)
{
  g_atomic_rc_box_release_full (self, clear_server);
}

AssistServer *
assist_server_new (void)
{
  AssistServer *self = g_atomic_rc_box_new0 (AssistServer);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  g_mutex_init (&self->lock);
  g_cond_init (&self->opened);
  g_queue_init (&self->replies);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) assist_request_free);
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
assist_server_free (AssistServer *self)
{
  g_autoptr (GSocketService) service = NULL;

  if (self == NULL)
    return;

  service = g_steal_pointer (&self->service);
  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
  g_clear_pointer (&self->url, g_free);
  g_atomic_rc_box_release_full (self, clear_server);
}

void
assist_server_say_raw (AssistServer *self, GBytes *bytes, AssistAfter after)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->bytes = bytes;
  reply->after = after;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->replies, reply);
  g_mutex_unlock (&self->lock);
}

static void
take_text (AssistServer *self, char *text, AssistAfter after)
{
  assist_server_say_raw (self, g_bytes_new_take (text, strlen (text)), after);
}

/* @header: (nullable): "Name: value" lines, each with its line end. */
void
assist_server_say (
  AssistServer *self, guint status, const char *type, const char *header, const char *body)
{
  take_text (self, format_answer (status, type, header != NULL ? header : "", body), ASSIST_CLOSE);
}

void
assist_server_say_json (AssistServer *self, guint status, const char *json)
{
  assist_server_say (self, status, "application/json", NULL, json);
}

/* Of unknown length, until the connection ends. */
void
assist_server_stream (AssistServer *self, const char *type, const char *body, AssistAfter after)
{
  take_text (self,
             g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nConnection: close\r\n\r\n%s",
                              type, body),
             after);
}

void
assist_server_shut (AssistServer *self, gboolean is_shut)
{
  g_mutex_lock (&self->lock);
  self->is_shut = is_shut;
  g_cond_broadcast (&self->opened);
  g_mutex_unlock (&self->lock);
}

void
assist_server_think (AssistServer *self, AssistThink think, gpointer user_data)
{
  g_mutex_lock (&self->lock);
  self->think = think;
  self->think_data = user_data;
  g_mutex_unlock (&self->lock);
}

/* What was to be said; the next is said instead. */
void
assist_server_forget (AssistServer *self)
{
  g_mutex_lock (&self->lock);
  g_queue_clear_full (&self->replies, reply_free);
  g_ptr_array_set_size (self->requests, 0);
  g_mutex_unlock (&self->lock);
}

guint
assist_server_count (AssistServer *self)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  n = self->requests->len;
  g_mutex_unlock (&self->lock);
  return n;
}

AssistRequest *
assist_server_get (AssistServer *self, guint index)
{
  AssistRequest *copy = g_new0 (AssistRequest, 1);
  const AssistRequest *request = NULL;

  g_mutex_lock (&self->lock);
  g_assert_cmpuint (index, <, self->requests->len);
  request = self->requests->pdata[index];
  copy->line = g_strdup (request->line);
  copy->head = g_strdup (request->head);
  copy->body = g_strdup (request->body);
  g_mutex_unlock (&self->lock);
  return copy;
}

AssistRequest *
assist_server_last (AssistServer *self)
{
  return assist_server_get (self, assist_server_count (self) - 1);
}
