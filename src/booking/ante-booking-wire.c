#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-wire.h"

#include <libsoup/soup.h>
#include <string.h>

#include "booking/ante-booking-error.h"

#define CHUNK (64 * 1024)
#define MAX_WAIT (24 * 3600)
#define MAX_HEADER 1000

/**
 * Fetch:
 * @url: where it is now; others may have led there
 * @stop: ends it, for whatever reason
 * @asked: (nullable): the caller's
 * @is_late: its time was up
 *
 * One fetch under way.
 */
typedef struct {
  char *url;
  char **headers;
  gsize max_bytes;
  guint max_hops;
  guint hops;
  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  GCancellable *stop;
  GCancellable *asked;
  gulong asked_handler;
  guint timer;
  gboolean is_late;
} Fetch;

void
ante_booking_answer_free (AnteBookingAnswer *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

static void
clear_headers (char **headers)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    explicit_bzero (headers[i], strlen (headers[i]));
  g_strfreev (headers);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  if (fetch->asked != NULL)
    g_cancellable_disconnect (fetch->asked, fetch->asked_handler);
  g_clear_handle_id (&fetch->timer, g_source_remove);
  g_clear_object (&fetch->asked);
  g_clear_object (&fetch->stop);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  if (fetch->session != NULL)
    soup_session_abort (fetch->session);
  g_clear_object (&fetch->session);
  g_byte_array_unref (fetch->body);
  clear_headers (fetch->headers);
  g_free (fetch->url);
  g_free (fetch);
}

/* --- addresses ----------------------------------------------------------------------------- */

static gboolean
is_here (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address)
                         : g_ascii_strcasecmp (host, "localhost") == 0;
}

static gboolean
leads_here (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && is_here (g_uri_get_host (uri));
}

gboolean
ante_booking_address_is_good (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         (g_str_equal (g_uri_get_scheme (uri), "http") && is_here (host));
}

static gboolean
is_same_origin (const char *one, const char *other)
{
  g_autoptr (GUri) a = g_uri_parse (one, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) b = g_uri_parse (other, SOUP_HTTP_URI_FLAGS, NULL);

  return a != NULL && b != NULL && g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         g_uri_get_port (a) == g_uri_get_port (b);
}

/* --- ends ---------------------------------------------------------------------------------- */

static void
asked_cancelled_cb (GCancellable *asked, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

static gboolean
late_cb (gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->timer = 0;
  fetch->is_late = TRUE;
  g_cancellable_cancel (fetch->stop);
  return G_SOURCE_REMOVE;
}

/* Takes @cause, whose words may hold the address and are not passed on. */
static void
fail (GTask *task, AnteBookingError code, const char *what, GError *cause)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (fetch->asked))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "calendar: cancelled");
  else if (fetch->is_late || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TIMEOUT,
                             "calendar: not whole in time");
  else
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, code, "calendar: %s", what);
  g_clear_error (&cause);
}

/* --- the answer ---------------------------------------------------------------------------- */

/* Seconds, or a date; some count down in a header of their own, some name the time. */
static gint64
read_wait (SoupMessageHeaders *headers, guint status)
{
  static const char *const names[] = { "Retry-After", "X-RateLimit-Reset",
                                       "X-RateLimit-Reset-Default" };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  /* When the count begins anew is told with every answer, and matters with one alone. */
  for (guint i = 0; i < (status == 429 ? G_N_ELEMENTS (names) : 1); i++) {
    const char *text = soup_message_headers_get_one (headers, names[i]);
    g_autoptr (GDateTime) date = NULL;
    gint64 number = 0;

    if (text == NULL)
      continue;
    if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL))
      return CLAMP (number > 1000000000 ? number - now : number, 0, MAX_WAIT);
    if ((date = soup_date_time_new_from_http_string (text)) != NULL)
      return CLAMP (g_date_time_to_unix (date) - now, 0, MAX_WAIT);
  }
  return -1;
}

static char *
dup_header (SoupMessageHeaders *headers, const char *name)
{
  const char *text = soup_message_headers_get_one (headers, name);

  return text != NULL && strlen (text) <= MAX_HEADER ? g_strdup (text) : NULL;
}

static AnteBookingAnswer *
make_answer (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  AnteBookingAnswer *answer = g_new0 (AnteBookingAnswer, 1);

  answer->status = soup_message_get_status (fetch->message);
  answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->body));
  fetch->body = g_byte_array_new ();
  answer->etag = dup_header (headers, "ETag");
  answer->last_modified = dup_header (headers, "Last-Modified");
  answer->retry_after_s = read_wait (headers, answer->status);
  return answer;
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size = chunk != NULL ? g_bytes_get_size (chunk) : 0;

  if (chunk == NULL) {
    fail (task, ANTE_BOOKING_ERROR_OFFLINE, "it broke off", error);
  } else if (fetch->body->len + size > fetch->max_bytes) {
    fail (task, ANTE_BOOKING_ERROR_TOO_LARGE, "too large", NULL);
  } else if (size == 0) {
    g_task_return_pointer (task, make_answer (fetch), (GDestroyNotify) ante_booking_answer_free);
  } else {
    g_byte_array_append (fetch->body, g_bytes_get_data (chunk, NULL), (guint) size);
    read_next (g_steal_pointer (&task));
  }
}

static void
read_next (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->stop, read_cb,
                                   task);
}

static void leave (GTask *task);

/* What began on this computer may stay on it; nothing else leads here. */
static void
follow (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  char *next = location != NULL
                 ? g_uri_resolve_relative (fetch->url, location, SOUP_HTTP_URI_FLAGS, NULL)
                 : NULL;

  g_clear_object (&fetch->stream);
  if (next == NULL || ++fetch->hops > fetch->max_hops || !ante_booking_address_is_good (next) ||
      (leads_here (next) && !leads_here (fetch->url))) {
    g_free (next);
    fail (task, ANTE_BOOKING_ERROR_LED_AWAY, "led away", NULL);
    g_object_unref (task);
    return;
  }
  if (!is_same_origin (fetch->url, next))
    g_clear_pointer (&fetch->headers, clear_headers);
  g_free (fetch->url);
  fetch->url = next;
  leave (task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  guint status = 0;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL) {
    fail (task, ANTE_BOOKING_ERROR_OFFLINE, "it could not be reached", error);
    return;
  }

  status = soup_message_get_status (fetch->message);
  if (SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED &&
      fetch->max_hops > 0)
    follow (g_steal_pointer (&task));
  else if (soup_message_headers_get_content_length (
             soup_message_get_response_headers (fetch->message)) > (goffset) fetch->max_bytes)
    fail (task, ANTE_BOOKING_ERROR_TOO_LARGE, "too large", NULL);
  else
    read_next (g_steal_pointer (&task));
}

/* --- sending ------------------------------------------------------------------------------- */

static SoupSession *
make_session (const char *url, guint seconds)
{
  SoupSession *session = soup_session_new_with_options ("timeout", seconds, "user-agent",
                                                        "Anteroom/" ANTE_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  if (leads_here (url))
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

/* Takes @task. */
static void
leave (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers = NULL;

  g_clear_object (&fetch->message);
  if (ante_booking_address_is_good (fetch->url))
    fetch->message = soup_message_new ("GET", fetch->url);
  if (fetch->message == NULL) {
    fail (task, ANTE_BOOKING_ERROR_ADDRESS, "no address of https", NULL);
    g_object_unref (task);
    return;
  }

  headers = soup_message_get_request_headers (fetch->message);
  for (guint i = 0; fetch->headers != NULL && fetch->headers[i] != NULL; i += 2)
    soup_message_headers_replace (headers, fetch->headers[i], fetch->headers[i + 1]);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_DEFAULT, fetch->stop, sent_cb,
                           task);
}

void
ante_booking_get_async (const char *url,
                        const AnteBookingGet *how,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, ante_booking_get_async);
  fetch->url = g_strdup (url);
  fetch->headers = g_strdupv ((char **) how->headers);
  fetch->max_bytes = how->max_bytes;
  fetch->max_hops = how->max_hops;
  fetch->body = g_byte_array_new ();
  fetch->stop = g_cancellable_new ();
  fetch->session = make_session (url, how->seconds);
  if (cancellable != NULL) {
    fetch->asked = g_object_ref (cancellable);
    fetch->asked_handler = g_cancellable_connect (cancellable, G_CALLBACK (asked_cancelled_cb),
                                                  g_object_ref (fetch->stop), g_object_unref);
  }
  fetch->timer = g_timeout_add_seconds (how->seconds, late_cb, fetch);
  g_task_set_task_data (task, fetch, fetch_free);
  leave (task);
}

AnteBookingAnswer *
ante_booking_get_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
