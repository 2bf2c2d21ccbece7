#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-transport.h"

#include <libsoup/soup.h>
#include <string.h>

#include "instagram/ante-instagram-error.h"
#include "rules/ante-json-bounds.h"

/* A connection that is silent for this long is given up, s. */
#define IDLE_SECONDS 20

/* Longer where a large file is looked at before there is an answer, s. */
#define SLOW_IDLE_SECONDS 90

/* The whole of a request may take this long, s. */
#define READ_SECONDS 60
#define ONCE_SECONDS 20

#define CHUNK (64 * 1024)

struct _AnteTransport {
  GObject parent_instance;

  SoupSession *session;
  SoupSession *slow; /* for what may take its time */
};

G_DEFINE_FINAL_TYPE (AnteTransport, ante_transport, G_TYPE_OBJECT)

/**
 * Exchange:
 * @stop: stops the request, for whatever reason
 * @asked: (nullable): the caller's
 * @left: the first byte may be on its way
 * @came_at: our clock when the answer's head came, ms
 *
 * One request under way.
 */
typedef struct {
  AnteRequest *request;
  SoupMessage *message;
  GCancellable *stop;
  GCancellable *asked;
  gulong asked_handler;
  guint timer;
  gboolean left;
  gint64 came_at;
  GInputStream *stream;
  GByteArray *body;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  if (exchange->asked != NULL)
    g_cancellable_disconnect (exchange->asked, exchange->asked_handler);
  g_clear_handle_id (&exchange->timer, g_source_remove);
  g_clear_object (&exchange->asked);
  g_clear_object (&exchange->stop);
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  g_clear_pointer (&exchange->request, ante_request_free);
  if (exchange->body != NULL && exchange->body->len > 0)
    explicit_bzero (exchange->body->data, exchange->body->len);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_free (exchange);
}

static void
asked_cancelled_cb (GCancellable *asked, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

static gboolean
too_late_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->timer = 0;
  g_cancellable_cancel (exchange->stop);
  return G_SOURCE_REMOVE;
}

/* Emitted when the connection stands and its TLS is proven, just before the first byte. */
static void
starting_cb (SoupMessage *message, Exchange *exchange)
{
  exchange->left = TRUE;
}

static void
got_headers_cb (SoupMessage *message, Exchange *exchange)
{
  exchange->came_at = g_get_real_time () / 1000;
}

/*
 * What became of a request without an answer: the one place that tells "surely not" from "maybe".
 */
static void
fail (GTask *task, const GError *cause)
{
  Exchange *exchange = g_task_get_task_data (task);
  AnteRequest *request = exchange->request;
  AnteInstagramError code = ANTE_INSTAGRAM_ERROR_BUSY;

  if (exchange->left && request->once) {
    code = ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME;
  } else if (g_cancellable_is_cancelled (exchange->asked)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s %s: cancelled",
                             request->method, request->label);
    return;
  } else if (!exchange->left) {
    code = ANTE_INSTAGRAM_ERROR_OFFLINE;
  } else if (g_error_matches (cause, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER)) {
    code = ANTE_INSTAGRAM_ERROR_BAD_ANSWER;
  }

  g_task_return_new_error (task, ANTE_INSTAGRAM_ERROR, code, "%s %s: %s", request->method,
                           request->label,
                           exchange->timer == 0 ? "no answer in time" : cause->message);
}

static gint64
read_date (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) * 1000 : 0;
}

static AnteAnswer *
take_answer (Exchange *exchange)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  AnteAnswer *answer = g_new0 (AnteAnswer, 1);

  answer->status = soup_message_get_status (exchange->message);
  answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body));
  answer->date = read_date (headers);
  answer->came_at = exchange->came_at;
  answer->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  answer->app_usage = g_strdup (soup_message_headers_get_one (headers, "X-App-Usage"));
  answer->business_usage =
    g_strdup (soup_message_headers_get_one (headers, "X-Business-Use-Case-Usage"));
  return answer;
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL) {
    fail (task, error);
  } else if (g_bytes_get_size (chunk) == 0) {
    g_task_return_pointer (task, take_answer (exchange), (GDestroyNotify) ante_answer_free);
  } else if (exchange->body->len + g_bytes_get_size (chunk) > ANTE_JSON_MAX_BYTES) {
    g_set_error_literal (&error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                         "the answer is too large");
    fail (task, error);
    g_cancellable_cancel (exchange->stop);
  } else {
    g_byte_array_append (exchange->body, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
    read_next (g_steal_pointer (&task));
  }
}

static void
read_next (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->stop,
                                   read_cb, task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    fail (task, error);
  else
    read_next (g_steal_pointer (&task));
}

static void
ante_transport_finalize (GObject *object)
{
  AnteTransport *self = ANTE_TRANSPORT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->slow);

  G_OBJECT_CLASS (ante_transport_parent_class)->finalize (object);
}

static void
ante_transport_class_init (AnteTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_transport_finalize;

  /* libsoup 3.2 knows no other way to stay with HTTP/1.1, where one request owns its connection
   * and a cut can be told apart. It is for main() to set, before there are threads that read the
   * environment. */
  if (g_getenv ("SOUP_FORCE_HTTP1") == NULL)
    g_critical ("HTTP/1.1 is not made sure of");
}

static void
ante_transport_init (AnteTransport *self)
{
}

static gboolean
host_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}

/**
 * ante_transport_check_url:
 * @is_loopback: (out) (optional): whether it stays on this machine
 *
 * A token may go to https, or by http to this machine, and nowhere else.
 *
 * Returns: (transfer full): @url without a slash at its end, or %NULL with
 * %ANTE_INSTAGRAM_ERROR_ADDRESS
 */
char *
ante_transport_check_url (const char *url, gboolean *is_loopback, GError **error)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *path = NULL;
  gboolean loopback = FALSE;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS,
                         "the address is not understood");
    return NULL;
  }

  loopback = host_is_loopback (host);
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !(loopback && g_str_equal (g_uri_get_scheme (uri), "http"))) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS,
                         "the address is neither https nor on this machine");
    return NULL;
  }

  if (is_loopback != NULL)
    *is_loopback = loopback;
  path = g_strdup (url);
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_steal_pointer (&path);
}

static SoupSession *
make_session (gboolean is_loopback, int idle_seconds)
{
  SoupSession *session = soup_session_new_with_options (
    "timeout", idle_seconds, "max-conns-per-host", 4, "user-agent", "Anteroom/" ANTE_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  if (is_loopback)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

/* @is_loopback: everything stays on this machine, so that no proxy is asked. */
AnteTransport *
ante_transport_new (gboolean is_loopback)
{
  AnteTransport *self = g_object_new (ANTE_TYPE_TRANSPORT, NULL);

  self->session = make_session (is_loopback, IDLE_SECONDS);
  self->slow = make_session (is_loopback, SLOW_IDLE_SECONDS);
  return self;
}

static SoupMessage *
make_message (AnteRequest *request, const char *token)
{
  SoupMessage *message = soup_message_new (request->method, request->address->str);
  g_autofree char *bearer = NULL;

  if (message == NULL)
    return NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  else if (request->stream != NULL)
    soup_message_set_request_body (message, request->content_type, request->stream,
                                   request->length);
  if (token != NULL) {
    bearer = g_strconcat ("Bearer ", token, NULL);
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                  bearer);
    explicit_bzero (bearer, strlen (bearer));
  }
  return message;
}

static Exchange *
exchange_new (AnteRequest *request, SoupMessage *message, GCancellable *cancellable)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->request = request;
  exchange->message = message;
  exchange->stop = g_cancellable_new ();
  exchange->body = g_byte_array_new ();
  if (cancellable != NULL) {
    exchange->asked = g_object_ref (cancellable);
    exchange->asked_handler = g_cancellable_connect (cancellable, G_CALLBACK (asked_cancelled_cb),
                                                     g_object_ref (exchange->stop), g_object_unref);
  }
  exchange->timer = g_timeout_add_seconds (request->seconds != 0 ? request->seconds
                                           : request->once       ? ONCE_SECONDS
                                                                 : READ_SECONDS,
                                           too_late_cb, exchange);
  return exchange;
}

/**
 * ante_transport_send_async:
 * @request: (transfer full): what to send
 * @token: (nullable): goes into the Authorization header
 *
 * Gives the whole answer, whatever its status. Else:
 * %ANTE_INSTAGRAM_ERROR_OFFLINE: no byte has left;
 * %ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME: some may have, and the request was to be done once (a
 * cancellation counts as well);
 * %ANTE_INSTAGRAM_ERROR_BUSY: no answer to a read;
 * %ANTE_INSTAGRAM_ERROR_BAD_ANSWER: too large an answer to a read;
 * %G_IO_ERROR_CANCELLED.
 */
void
ante_transport_send_async (AnteTransport *self,
                           AnteRequest *request,
                           const char *token,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SoupMessage *message = make_message (request, token);
  Exchange *exchange = NULL;

  g_task_set_source_tag (task, ante_transport_send_async);
  if (message == NULL) {
    g_task_return_new_error (task, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ADDRESS,
                             "%s %s: no such address", request->method, request->label);
    ante_request_free (request);
    return;
  }

  exchange = exchange_new (request, message, cancellable);
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), exchange);
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), exchange);
  soup_session_send_async (request->seconds != 0 ? self->slow : self->session, message,
                           G_PRIORITY_DEFAULT, exchange->stop, sent_cb, g_steal_pointer (&task));
}

AnteAnswer *
ante_transport_send_finish (AnteTransport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
