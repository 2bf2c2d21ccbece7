#include "sandbox-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "ante-test.h"

void
fixture_start (Fixture *fixture, const SandboxOptions *options)
{
  g_autoptr (GError) error = NULL;

  fixture->server = sandbox_server_new (options, &error);
  g_assert_no_error (error);
  g_assert_true (sandbox_server_start (fixture->server, &error));
  g_assert_no_error (error);
  fixture->session = soup_session_new ();
}

void
fixture_set_up (Fixture *fixture, gconstpointer options)
{
  SandboxOptions usual = { .seed = 7 };

  fixture_start (fixture, options != NULL ? options : &usual);
  if (options == NULL)
    fixture_control (fixture, "autoplay", "{\"on\": false}");
}

static void
forget (Fixture *fixture)
{
  g_clear_object (&fixture->message);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_pointer (&fixture->answer, json_node_unref);
  g_clear_error (&fixture->error);
  fixture->status = 0;
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  forget (fixture);
  soup_session_abort (fixture->session);
  sandbox_server_stop (fixture->server);
  g_clear_object (&fixture->session);
  g_assert_finalize_object (g_steal_pointer (&fixture->server));
}

void
fixture_call_bytes (Fixture *fixture,
                    const char *method,
                    const char *path,
                    const char *type,
                    GBytes *body,
                    gboolean with_token)
{
  g_autofree char *url = *path == '/'
                           ? g_strconcat (sandbox_server_get_url (fixture->server), path, NULL)
                           : g_strdup (path);
  g_autofree char *token =
    g_strconcat ("Bearer ", sandbox_server_get_token (fixture->server), NULL);
  g_autoptr (GAsyncResult) result = NULL;

  forget (fixture);
  fixture->message = soup_message_new (method, url);
  g_assert_nonnull (fixture->message);
  soup_message_add_flags (fixture->message, SOUP_MESSAGE_NO_REDIRECT);
  if (with_token)
    soup_message_headers_replace (soup_message_get_request_headers (fixture->message),
                                  "Authorization", token);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (fixture->message, type, body);
  TEST_CALL (result, soup_session_send_and_read_async, fixture->session, fixture->message,
             G_PRIORITY_DEFAULT, NULL);
  fixture->body = soup_session_send_and_read_finish (fixture->session, result, &fixture->error);
  if (fixture->body == NULL)
    return;
  fixture->status = soup_message_get_status (fixture->message);
  /* Every answer is an object; 200,000 brackets would be too much for the parser here as well. */
  if (g_bytes_get_size (fixture->body) > 0 &&
      *(const char *) g_bytes_get_data (fixture->body, NULL) == '{') {
    g_autofree char *text =
      g_strndup (g_bytes_get_data (fixture->body, NULL), g_bytes_get_size (fixture->body));

    fixture->answer = g_utf8_validate (text, -1, NULL) ? json_from_string (text, NULL) : NULL;
  }
}

void
fixture_call (Fixture *fixture,
              const char *method,
              const char *path,
              const char *type,
              const char *body,
              gboolean with_token)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  fixture_call_bytes (fixture, method, path, type, bytes, with_token);
}

void
fixture_get (Fixture *fixture, const char *path)
{
  fixture_call (fixture, "GET", path, NULL, NULL, TRUE);
}

void
fixture_post (Fixture *fixture, const char *path, const char *json)
{
  fixture_call (fixture, "POST", path, "application/json", json, TRUE);
}

static void
control (Fixture *fixture, const char *command, const char *json)
{
  g_autofree char *url =
    g_strdup_printf ("%s/%s", sandbox_server_get_control_url (fixture->server), command);

  fixture_call (fixture, "POST", url, "application/json", json, FALSE);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->status, ==, 200);
}

void
fixture_control (Fixture *fixture, const char *command, const char *json, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, json);
  text = g_strdup_vprintf (json, args);
  va_end (args);
  control (fixture, command, text);
  g_assert_cmpstr (fixture_string (fixture, "error"), ==, NULL);
}

gboolean
fixture_is_refused (Fixture *fixture, const char *command, const char *json)
{
  control (fixture, command, json);
  return fixture_string (fixture, "error") != NULL;
}

JsonNode *
fixture_look (Fixture *fixture, const char *where)
{
  g_auto (GStrv) steps = g_strsplit (where, ".", -1);
  JsonNode *node = fixture->answer;

  for (guint i = 0; node != NULL && steps[i] != NULL; i++) {
    if (JSON_NODE_HOLDS_OBJECT (node)) {
      node = json_object_get_member (json_node_get_object (node), steps[i]);
    } else if (JSON_NODE_HOLDS_ARRAY (node)) {
      JsonArray *array = json_node_get_array (node);
      guint n = (guint) atoi (steps[i]);

      node = n < json_array_get_length (array) ? json_array_get_element (array, n) : NULL;
    } else {
      node = NULL;
    }
  }
  return node;
}

const char *
fixture_string (Fixture *fixture, const char *where)
{
  JsonNode *node = fixture_look (fixture, where);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

gint64
fixture_int (Fixture *fixture, const char *where)
{
  JsonNode *node = fixture_look (fixture, where);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;
}

guint
fixture_length (Fixture *fixture, const char *where)
{
  JsonNode *node = fixture_look (fixture, where);

  g_assert_true (node != NULL && JSON_NODE_HOLDS_ARRAY (node));
  return json_array_get_length (json_node_get_array (node));
}

const char *
fixture_header (Fixture *fixture, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (fixture->message), name);
}

void
fixture_assert_ok (Fixture *fixture)
{
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture_int (fixture, "error.code"), ==, -1);
  g_assert_cmpuint (fixture->status, ==, 200);
}

void
fixture_assert_error (Fixture *fixture, guint status, int code, int subcode)
{
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture_int (fixture, "error.code"), ==, code);
  g_assert_cmpint (fixture_int (fixture, "error.error_subcode"), ==, subcode != 0 ? subcode : -1);
  g_assert_cmpuint (fixture->status, ==, status);
  g_assert_nonnull (fixture_string (fixture, "error.message"));
  g_assert_nonnull (fixture_string (fixture, "error.type"));
  g_assert_nonnull (fixture_string (fixture, "error.fbtrace_id"));
}

char *
fixture_hear (Fixture *fixture, const char *handle, const char *text)
{
  fixture_control (fixture, "message", "{\"from\": \"%s\", \"text\": \"%s\"}", handle, text);
  return g_strdup (fixture_string (fixture, "igsid"));
}

void
fixture_send (Fixture *fixture, const char *igsid, const char *text, gboolean is_tagged)
{
  g_autofree char *json = g_strdup_printf (
    "{\"recipient\": {\"id\": \"%s\"}, %s \"message\": {\"text\": \"%s\"}}", igsid,
    is_tagged ? "\"messaging_type\": \"MESSAGE_TAG\", \"tag\": \"HUMAN_AGENT\"," : "", text);

  fixture_post (fixture, "/v25.0/me/messages", json);
}

guint
fixture_count_sent (Fixture *fixture)
{
  fixture_control (fixture, "sent", "{}");
  return fixture_length (fixture, "sent");
}
