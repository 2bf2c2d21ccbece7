#include "sandbox/sandbox-answer.h"

#include <string.h>
#include <sys/socket.h>

static void
shuffle_page (SandboxCall *call, SandboxFault fault)
{
  JsonArray *data = sandbox_json_array (call->answer, "data");
  guint length = data != NULL ? json_array_get_length (data) : 0;

  if (length < 2)
    return;
  if (fault == SANDBOX_FAULT_DUP_PAGE) {
    json_array_add_element (data, json_node_copy (json_array_get_element (data, 0)));
    return;
  }
  for (guint i = 0; i < length / 2; i++) {
    JsonNode *node = json_node_copy (json_array_get_element (data, i));

    json_array_remove_element (data, i);
    json_array_add_element (data, node);
  }
}

static GBytes *
repeat (const char *before, char c, gsize n, const char *after)
{
  GString *out = g_string_sized_new (n + 32);

  g_string_append (out, before);
  for (gsize i = 0; i < n; i++)
    g_string_append_c (out, c);
  g_string_append (out, after);
  return g_string_free_to_bytes (out);
}

/* The answer as bytes, spoilt as the fault asks. */
static GBytes *
make_body (SandboxCall *call, SandboxFault fault)
{
  static const char html[] = "<html><body>Welcome to the hotel Wi-Fi</body></html>";
  static const char wrong[] = "{\"data\":42}";
  static const char bad[] = "{\"data\":[{\"id\":\"\xff\xfe\"}]}";
  char *text = NULL;

  switch (fault) {
  case SANDBOX_FAULT_HUGE:
    return repeat ("{\"data\":[\"", 'x', 10 * 1024 * 1024, "\"]}");
  case SANDBOX_FAULT_DEEP:
    return repeat ("", '[', 200000, "");
  case SANDBOX_FAULT_HTML200:
    return g_bytes_new_static (html, strlen (html));
  case SANDBOX_FAULT_WRONGJSON:
    return g_bytes_new_static (wrong, strlen (wrong));
  case SANDBOX_FAULT_BADUTF8:
    return g_bytes_new_static (bad, strlen (bad));
  case SANDBOX_FAULT_NO_ID:
    json_object_remove_member (call->answer, "message_id");
    json_object_remove_member (call->answer, "attachment_id");
    break;
  case SANDBOX_FAULT_DUP_PAGE:
  case SANDBOX_FAULT_REORDER:
    shuffle_page (call, fault);
    break;
  default:
    break;
  }
  text = sandbox_json_print (call->answer);
  return g_bytes_new_take (text,
                           fault == SANDBOX_FAULT_TRUNCATE ? strlen (text) / 2 : strlen (text));
}

gboolean
sandbox_answer_fail_instead (SandboxCall *call, SandboxFaultDraw draw)
{
  if (draw.fault != SANDBOX_FAULT_ERROR)
    return FALSE;

  sandbox_call_fail (call, draw.code, draw.subcode, NULL);
  if (draw.status != 0)
    call->status = draw.status;
  if (draw.code == 4 || draw.code == 613)
    call->retry_after = 2;
  return TRUE;
}

static void
cut (SoupServerMessage *message, gboolean is_reset)
{
  GSocket *socket = soup_server_message_get_socket (message);
  struct linger linger = { 1, 0 };
  g_autoptr (GIOStream) stream = NULL;

  /* Closing with nothing to linger for resets the connection. */
  if (is_reset && socket != NULL)
    setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  stream = soup_server_message_steal_connection (message);
  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
}

typedef struct {
  SoupServerMessage *message;
  GBytes *rest;
  guint source;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_handle_id (&wait->source, g_source_remove);
  g_bytes_unref (wait->rest);
  g_free (wait);
}

static gboolean
go_on_cb (gpointer data)
{
  Wait *wait = data;
  SoupMessageBody *body = soup_server_message_get_response_body (wait->message);

  wait->source = 0;
  if (g_bytes_get_size (wait->rest) > 0)
    soup_message_body_append_bytes (body, wait->rest);
  soup_message_body_complete (body);
  soup_server_message_unpause (wait->message);
  return G_SOURCE_REMOVE;
}

/* The wait ends with the message: a client that hangs up, or a server that stops, takes it along.
 */
static void
append_later (SoupServerMessage *message, GBytes *rest, guint seconds)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->message = message;
  wait->rest = rest;
  wait->source = g_timeout_add_seconds (seconds, go_on_cb, wait);
  g_object_set_data_full (G_OBJECT (message), "sandbox-wait", wait, wait_free);
}

static void
write_slowly (SoupServerMessage *message, GBytes *bytes, guint seconds)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  gsize half = g_bytes_get_size (bytes) / 2;
  g_autoptr (GBytes) first = g_bytes_new_from_bytes (bytes, 0, half);

  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  if (half > 0)
    soup_message_body_append_bytes (body, first);
  append_later (message, g_bytes_new_from_bytes (bytes, half, g_bytes_get_size (bytes) - half),
                seconds);
}

static void
set_headers (SandboxCall *call, SoupServerMessage *message, SandboxFaultDraw draw)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gint64 skew = draw.fault == SANDBOX_FAULT_SKEW ? draw.seconds : 0;
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (sandbox_state_now (call->state) / 1000 + skew);
  g_autofree char *date = now != NULL ? soup_date_time_to_string (now, SOUP_DATE_HTTP) : NULL;

  if (date != NULL)
    soup_message_headers_replace (headers, "Date", date);
  if (call->location != NULL)
    soup_message_headers_replace (headers, "Location", call->location);
  if (call->retry_after > 0) {
    g_autofree char *seconds = g_strdup_printf ("%u", call->retry_after);

    soup_message_headers_replace (headers, "Retry-After", seconds);
  }
  soup_message_headers_set_content_type (
    headers, draw.fault == SANDBOX_FAULT_HTML200 ? "text/html" : "application/json", NULL);
}

void
sandbox_answer_write (SandboxCall *call, SoupServerMessage *message, SandboxFaultDraw draw)
{
  g_autoptr (GBytes) bytes = NULL;

  if (draw.fault == SANDBOX_FAULT_DROP_BEFORE || draw.fault == SANDBOX_FAULT_DROP_AFTER ||
      draw.fault == SANDBOX_FAULT_ACCEPT_LATE || draw.fault == SANDBOX_FAULT_RESET) {
    cut (message, draw.fault == SANDBOX_FAULT_RESET);
    return;
  }

  if (call->answer == NULL)
    call->answer = json_object_new ();
  bytes = make_body (call, draw.fault);
  set_headers (call, message, draw);
  soup_server_message_set_status (message, draw.fault == SANDBOX_FAULT_HTML200 ? 200 : call->status,
                                  NULL);
  if (draw.fault == SANDBOX_FAULT_SLOW) {
    write_slowly (message, bytes, (guint) CLAMP (draw.seconds, 1, 600));
    return;
  }
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
  if (draw.fault == SANDBOX_FAULT_TIMEOUT_BEFORE || draw.fault == SANDBOX_FAULT_TIMEOUT_AFTER) {
    soup_server_message_pause (message);
    append_later (message, g_bytes_new_static ("", 0), (guint) CLAMP (draw.seconds, 1, 600));
  }
}
