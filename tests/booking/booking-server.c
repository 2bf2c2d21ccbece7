#include "booking-server.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct {
  guint status;
  char *headers;
  char *body;
  gboolean holds;
} Reply;

struct _BookingServer {
  SoupServer *server;
  char *url;
  GQueue replies;
  GPtrArray *requests;
  GPtrArray *held;
};

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_free (reply->headers);
  g_free (reply->body);
  g_free (reply);
}

static void
request_free (gpointer data)
{
  BookingRequest *request = data;

  g_free (request->line);
  g_free (request->headers);
  g_free (request);
}

static BookingRequest *
note_request (SoupServerMessage *message)
{
  BookingRequest *request = g_new0 (BookingRequest, 1);
  GUri *uri = soup_server_message_get_uri (message);
  g_autoptr (GString) headers = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name = NULL;
  const char *value = NULL;

  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (headers, "%s: %s\n", name, value);
  request->line = g_strconcat (g_uri_get_path (uri), g_uri_get_query (uri) != NULL ? "?" : "",
                               g_uri_get_query (uri), NULL);
  request->headers = g_strdup (headers->str);
  return request;
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  BookingServer *self = user_data;
  Reply *reply = g_queue_peek_head (&self->replies);
  g_auto (GStrv) lines = g_strsplit (reply->headers != NULL ? reply->headers : "", "\n", -1);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  g_ptr_array_add (self->requests, note_request (message));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) halves = g_strsplit (lines[i], ": ", 2);

    soup_message_headers_replace (headers, halves[0], halves[1]);
  }
  if (reply->holds) {
    soup_server_message_pause (message);
    g_ptr_array_add (self->held, g_object_ref (message));
  }
  soup_server_message_set_status (message, reply->status, NULL);
  if (reply->body != NULL)
    soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY,
                              reply->body, strlen (reply->body));
  if (self->replies.length > 1)
    reply_free (g_queue_pop_head (&self->replies));
}

BookingServer *
booking_server_new (void)
{
  BookingServer *self = g_new0 (BookingServer, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris = NULL;

  self->server = g_object_new (SOUP_TYPE_SERVER, NULL);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->replies);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

void
booking_server_free (BookingServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_queue_clear_full (&self->replies, reply_free);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->held);
  g_free (self->url);
  g_free (self);
}

const char *
booking_server_get_url (BookingServer *self)
{
  return self->url;
}

static Reply *
push (BookingServer *self, guint status, const char *headers, const char *body)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->status = status;
  reply->headers = g_strdup (headers);
  reply->body = g_strdup (body);
  g_queue_push_tail (&self->replies, reply);
  return reply;
}

void
booking_server_say (BookingServer *self, guint status, const char *headers, const char *body)
{
  push (self, status, headers, body);
}

void
booking_server_hold (BookingServer *self)
{
  push (self, 200, NULL, "")->holds = TRUE;
}

void
booking_server_forget (BookingServer *self)
{
  g_queue_clear_full (&self->replies, reply_free);
  g_ptr_array_set_size (self->requests, 0);
}

guint
booking_server_count (BookingServer *self)
{
  return self->requests->len;
}

const BookingRequest *
booking_server_get (BookingServer *self, guint index)
{
  g_assert_cmpuint (index, <, self->requests->len);
  return self->requests->pdata[index];
}
