#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-media-fetch.h"

#include <libsoup/soup.h>

#include "instagram/ante-public-address.h"
#include "rules/ante-media-url.h"

#define IDLE_SECONDS 20
#define MAX_HOPS 3
#define CHUNK (64 * 1024)

G_DEFINE_QUARK (ante - fetch - error - quark, ante_fetch_error)

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
  char *local_origin;
  gsize max_bytes;
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
  g_free (fetch->url);
  g_free (fetch->local_origin);
  g_free (fetch);
}

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

/* Takes @cause. */
static void
fail (GTask *task, AnteFetchError code, GError *cause)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (fetch->asked))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "media: cancelled");
  else if (fetch->is_late)
    g_task_return_new_error (task, ANTE_FETCH_ERROR, ANTE_FETCH_ERROR_BUSY,
                             "media: not whole in time");
  else
    g_task_return_new_error (task, ANTE_FETCH_ERROR, code, "media: %s",
                             cause != NULL ? cause->message : "refused");
  g_clear_error (&cause);
}

static void
fail_with (GTask *task, AnteFetchError code, const char *why)
{
  fail (task, code, g_error_new_literal (ANTE_FETCH_ERROR, code, why));
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
    fail (task, ANTE_FETCH_ERROR_BUSY, error);
  } else if (fetch->body->len + size > fetch->max_bytes) {
    fail_with (task, ANTE_FETCH_ERROR_TOO_LARGE, "too large");
  } else if (size == 0) {
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&fetch->body)),
                           (GDestroyNotify) g_bytes_unref);
    fetch->body = g_byte_array_new ();
  } else {
    g_byte_array_append (fetch->body, g_bytes_get_data (chunk, NULL), (guint) size);
    read_next (g_steal_pointer (&task));
  }
}

static void
read_next (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_LOW, fetch->stop, read_cb,
                                   task);
}

static void leave (GTask *task);

static void
follow (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  char *next = ante_media_url_resolve (fetch->url, location);

  g_clear_object (&fetch->stream);
  if (next == NULL || ++fetch->hops > MAX_HOPS) {
    g_free (next);
    fail_with (task, ANTE_FETCH_ERROR_REFUSED, "led in circles or nowhere");
    return;
  }
  g_free (fetch->url);
  fetch->url = next;
  leave (task);
}

/* The content network says of an address that has run out that it is forbidden. */
static AnteFetchError
code_of_status (guint status)
{
  return status >= 500 || status == 408 || status == 429 ? ANTE_FETCH_ERROR_BUSY
                                                         : ANTE_FETCH_ERROR_GONE;
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
    fail (task, ANTE_FETCH_ERROR_OFFLINE, error);
    return;
  }

  status = soup_message_get_status (fetch->message);
  if (SOUP_STATUS_IS_REDIRECTION (status))
    follow (g_steal_pointer (&task));
  else if (status != SOUP_STATUS_OK)
    fail_with (task, code_of_status (status), "not given");
  else if (soup_message_headers_get_content_length (
             soup_message_get_response_headers (fetch->message)) > (goffset) fetch->max_bytes)
    fail_with (task, ANTE_FETCH_ERROR_TOO_LARGE, "too large");
  else
    read_next (g_steal_pointer (&task));
}

/* A session a hop: an address is looked up for this name alone, and nothing is carried along. */
static SoupSession *
make_session (const char *url, const char *local_origin)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GSocketConnectable) address = NULL;
  SoupSession *session = NULL;

  if (uri == NULL)
    return NULL;
  if (local_origin == NULL)
    address = ante_public_address_new (g_uri_get_host (uri), 443);
  session =
    soup_session_new_with_options ("timeout", IDLE_SECONDS, "user-agent", "Anteroom/" ANTE_VERSION,
                                   "remote-connectable", address, NULL);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  if (local_origin != NULL)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

/* Takes @task. */
static void
leave (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_clear_object (&fetch->message);
  g_clear_object (&fetch->session);
  if (ante_media_url_is_good (fetch->url, fetch->local_origin)) {
    fetch->session = make_session (fetch->url, fetch->local_origin);
    fetch->message = soup_message_new ("GET", fetch->url);
  }
  if (fetch->session == NULL || fetch->message == NULL) {
    fail_with (task, ANTE_FETCH_ERROR_REFUSED, "not an address of Instagram's");
    g_object_unref (task);
    return;
  }

  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_LOW, fetch->stop, sent_cb,
                           task);
}

void
ante_media_fetch_async (const char *url,
                        const char *local_origin,
                        gsize max_bytes,
                        guint seconds,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, ante_media_fetch_async);
  fetch->url = g_strdup (url);
  fetch->local_origin = g_strdup (local_origin);
  fetch->max_bytes = max_bytes;
  fetch->body = g_byte_array_new ();
  fetch->stop = g_cancellable_new ();
  if (cancellable != NULL) {
    fetch->asked = g_object_ref (cancellable);
    fetch->asked_handler = g_cancellable_connect (cancellable, G_CALLBACK (asked_cancelled_cb),
                                                  g_object_ref (fetch->stop), g_object_unref);
  }
  fetch->timer = g_timeout_add_seconds (seconds, late_cb, fetch);
  g_task_set_task_data (task, fetch, fetch_free);
  leave (task);
}

GBytes *
ante_media_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
