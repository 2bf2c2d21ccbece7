#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-wire.h"

#include <libsoup/soup.h>
#include <string.h>

#include "assist/ante-assist-error.h"
#include "rules/ante-json-bounds.h"

#define CHUNK (16 * 1024)
#define MAX_REQUEST_ID 80

struct _AnteWire {
  GObject parent_instance;

  SoupSession *session;
};

G_DEFINE_FINAL_TYPE (AnteWire, ante_wire, G_TYPE_OBJECT)

/**
 * Exchange:
 * @stop: stops the request, for whatever reason
 * @asked: (nullable): the caller's
 * @late: a time was over
 * @left: the first byte may be on its way
 *
 * One request under way.
 */
typedef struct {
  AnteWireRequest *request;
  AnteWireTimes times;
  AnteWirePiece piece;
  gpointer piece_data;
  SoupMessage *message;
  GCancellable *stop;
  GCancellable *asked;
  gulong asked_handler;
  guint whole_timer;
  guint step_timer;
  gboolean late;
  gboolean left;
  gint64 began_at;
  AnteWireAnswer *answer;
  GInputStream *stream;
  GByteArray *body;
} Exchange;

/* --- requests and answers ------------------------------------------------------------------ */

AnteWireRequest *
ante_wire_request_new (const char *method, const char *url)
{
  AnteWireRequest *self = g_new0 (AnteWireRequest, 1);

  self->method = method;
  self->url = g_strdup (url);
  self->headers = g_ptr_array_new ();
  return self;
}

void
ante_wire_request_add_header (AnteWireRequest *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

static void
clear_bytes (gpointer data)
{
  char *text = data;

  explicit_bzero (text, strlen (text));
  g_free (text);
}

/* Takes @json. */
void
ante_wire_request_take_body (AnteWireRequest *self, char *json)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_with_free_func (json, strlen (json), clear_bytes, json);
}

void
ante_wire_request_free (AnteWireRequest *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->headers->len; i++)
    clear_bytes (self->headers->pdata[i]);
  g_ptr_array_unref (self->headers);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->url);
  g_free (self);
}

void
ante_wire_answer_free (AnteWireAnswer *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->retry_after);
  g_free (self->retry_after_ms);
  g_free (self->request_id);
  g_free (self);
}

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  if (exchange->asked != NULL)
    g_cancellable_disconnect (exchange->asked, exchange->asked_handler);
  g_clear_handle_id (&exchange->whole_timer, g_source_remove);
  g_clear_handle_id (&exchange->step_timer, g_source_remove);
  g_clear_object (&exchange->asked);
  g_clear_object (&exchange->stop);
  g_clear_object (&exchange->stream);
  g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->message);
  g_clear_pointer (&exchange->request, ante_wire_request_free);
  g_clear_pointer (&exchange->answer, ante_wire_answer_free);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_free (exchange);
}

/* --- times --------------------------------------------------------------------------------- */

static void
asked_cancelled_cb (GCancellable *asked, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

static gboolean
step_late_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->step_timer = 0;
  exchange->late = TRUE;
  g_cancellable_cancel (exchange->stop);
  return G_SOURCE_REMOVE;
}

static gboolean
whole_late_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->whole_timer = 0;
  exchange->late = TRUE;
  g_cancellable_cancel (exchange->stop);
  return G_SOURCE_REMOVE;
}

static void
wait_at_most (Exchange *exchange, guint ms)
{
  g_clear_handle_id (&exchange->step_timer, g_source_remove);
  exchange->step_timer = g_timeout_add (ms, step_late_cb, exchange);
}

/* The connection stands and its TLS is proven; the first byte leaves now. */
static void
starting_cb (SoupMessage *message, Exchange *exchange)
{
  exchange->left = TRUE;
  wait_at_most (exchange, exchange->times.first_ms);
}

/* --- the answer ---------------------------------------------------------------------------- */

static void
fail (GTask *task, const GError *cause)
{
  Exchange *exchange = g_task_get_task_data (task);
  AnteAssistError code = ANTE_ASSIST_ERROR_CUT;

  if (cause->domain == ANTE_ASSIST_ERROR)
    code = cause->code;
  else if (g_cancellable_is_cancelled (exchange->asked)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
    return;
  } else if (!exchange->left) {
    code = ANTE_ASSIST_ERROR_OFFLINE;
  } else if (exchange->late) {
    code = ANTE_ASSIST_ERROR_TIMEOUT;
  }
  g_task_return_new_error (task, ANTE_ASSIST_ERROR, code, "%s",
                           exchange->late ? "no answer in time" : cause->message);
}

static gboolean
is_type (const char *type, const char *const *known)
{
  for (guint i = 0; type != NULL && known[i] != NULL; i++) {
    if (g_ascii_strcasecmp (type, known[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
read_request_id (SoupMessageHeaders *headers)
{
  static const char *const names[] = { "x-request-id", "request-id", "X-Generation-Id" };
  GString *clean = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names) && clean->len == 0; i++) {
    const char *text = soup_message_headers_get_one (headers, names[i]);

    for (; text != NULL && *text != '\0' && clean->len < MAX_REQUEST_ID; text++) {
      if (g_ascii_isalnum (*text) || *text == '-' || *text == '_')
        g_string_append_c (clean, *text);
    }
  }
  return g_string_free (clean, clean->len == 0);
}

static int
read_should_retry (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "x-should-retry");

  return g_strcmp0 (text, "true") == 0 ? 1 : g_strcmp0 (text, "false") == 0 ? 0 : -1;
}

static AnteWireAnswer *
read_head (Exchange *exchange)
{
  static const char *const json[] = { "application/json", "text/json", NULL };
  static const char *const streams[] = { "text/event-stream", "application/x-ndjson",
                                         "application/ndjson", NULL };
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  AnteWireAnswer *answer = g_new0 (AnteWireAnswer, 1);

  answer->status = soup_message_get_status (exchange->message);
  answer->is_json = is_type (type, json);
  answer->is_streamed =
    exchange->request->wants_stream && answer->status == 200 && is_type (type, streams);
  answer->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  answer->retry_after_ms = g_strdup (soup_message_headers_get_one (headers, "retry-after-ms"));
  answer->should_retry = read_should_retry (headers);
  answer->request_id = read_request_id (headers);
  answer->first_ms = (guint) ((g_get_monotonic_time () - exchange->began_at) / 1000);
  return answer;
}

static gboolean
take_piece (Exchange *exchange, GBytes *piece, GError **error)
{
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (piece, &length);

  if (exchange->answer->is_streamed)
    return exchange->piece (bytes, length, exchange->piece_data, error);
  if (exchange->body->len + length > ANTE_JSON_MAX_BYTES) {
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                         "the answer is too large");
    return FALSE;
  }
  g_byte_array_append (exchange->body, bytes, (guint) length);
  return TRUE;
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) piece =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (piece != NULL && g_bytes_get_size (piece) == 0) {
    exchange->answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body));
    g_task_return_pointer (task, g_steal_pointer (&exchange->answer),
                           (GDestroyNotify) ante_wire_answer_free);
  } else if (piece == NULL || !take_piece (exchange, piece, &error)) {
    fail (task, error);
    g_cancellable_cancel (exchange->stop);
  } else {
    wait_at_most (exchange, exchange->times.between_ms);
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
  if (exchange->stream == NULL) {
    fail (task, error);
    return;
  }
  exchange->answer = read_head (exchange);
  wait_at_most (exchange, exchange->times.between_ms);
  read_next (g_steal_pointer (&task));
}

/* --- sending ------------------------------------------------------------------------------- */

static SoupMessage *
make_message (AnteWireRequest *request)
{
  SoupMessage *message = soup_message_new (request->method, request->url);
  SoupMessageHeaders *headers = NULL;

  if (message == NULL)
    return NULL;

  /* A redirect must carry neither the key nor a lead's words to another host. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept",
                                request->wants_stream
                                  ? "text/event-stream, application/x-ndjson, application/json"
                                  : "application/json");
  for (guint i = 0; i + 1 < request->headers->len; i += 2)
    soup_message_headers_replace (headers, request->headers->pdata[i],
                                  request->headers->pdata[i + 1]);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", request->body);
  return message;
}

static Exchange *
exchange_new (AnteWireRequest *request, const AnteWireTimes *times, GCancellable *cancellable)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->request = request;
  exchange->times = *times;
  exchange->stop = g_cancellable_new ();
  exchange->body = g_byte_array_new ();
  exchange->began_at = g_get_monotonic_time ();
  exchange->whole_timer = g_timeout_add (times->whole_ms, whole_late_cb, exchange);
  wait_at_most (exchange, times->connect_ms);
  if (cancellable != NULL) {
    exchange->asked = g_object_ref (cancellable);
    exchange->asked_handler = g_cancellable_connect (cancellable, G_CALLBACK (asked_cancelled_cb),
                                                     g_object_ref (exchange->stop), g_object_unref);
  }
  return exchange;
}

/**
 * ante_wire_send_async:
 * @request: (transfer full): what to send
 * @piece: (scope async): gets the pieces of a streamed answer, on the caller's thread
 *
 * Gives an answer of whatever status. Else:
 * %ANTE_ASSIST_ERROR_OFFLINE: no byte has left;
 * %ANTE_ASSIST_ERROR_TIMEOUT, %ANTE_ASSIST_ERROR_CUT: some have;
 * %ANTE_ASSIST_ERROR_BAD_ANSWER: too large;
 * what @piece said; %G_IO_ERROR_CANCELLED.
 */
void
ante_wire_send_async (AnteWire *self,
                      AnteWireRequest *request,
                      const AnteWireTimes *times,
                      AnteWirePiece piece,
                      gpointer piece_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SoupMessage *message = make_message (request);
  Exchange *exchange = NULL;

  g_task_set_source_tag (task, ante_wire_send_async);
  if (message == NULL) {
    g_task_return_new_error (task, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_ADDRESS,
                             "there is no such address");
    ante_wire_request_free (request);
    return;
  }

  exchange = exchange_new (request, times, cancellable);
  exchange->message = message;
  exchange->piece = piece;
  exchange->piece_data = piece_data;
  g_task_set_task_data (task, exchange, exchange_free);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), exchange);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, exchange->stop, sent_cb,
                           g_steal_pointer (&task));
}

AnteWireAnswer *
ante_wire_send_finish (AnteWire *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ante_wire_finalize (GObject *object)
{
  AnteWire *self = ANTE_WIRE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ante_wire_parent_class)->finalize (object);
}

static void
ante_wire_class_init (AnteWireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_wire_finalize;

  /* As in the client of Instagram: HTTP/1.1 is for main() to make sure of. */
  if (g_getenv ("SOUP_FORCE_HTTP1") == NULL)
    g_critical ("HTTP/1.1 is not made sure of");
}

static void
ante_wire_init (AnteWire *self)
{
}

/* @stays_here: everything stays on this machine, so that no proxy is asked. */
AnteWire *
ante_wire_new (gboolean stays_here)
{
  AnteWire *self = g_object_new (ANTE_TYPE_WIRE, NULL);

  self->session = soup_session_new_with_options ("max-conns-per-host", 4, "user-agent",
                                                 "Anteroom/" ANTE_VERSION, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CACHE);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_SNIFFER);
  if (stays_here)
    soup_session_set_proxy_resolver (self->session, NULL);
  return self;
}
