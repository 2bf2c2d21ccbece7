#include "ante-test.h"
#include "instagram/ante-instagram.h"
#include "wire-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define PLAN "PDF-1.4 the plan"

typedef struct {
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("anteroom-upload-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "plan.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->path, PLAN, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
}

static AnteInstagram *
make_client (const char *url)
{
  AnteInstagram *client = ante_instagram_new (url, WIRE_TOKEN, NULL);

  ante_instagram_set_user_id (client, WIRE_US);
  ante_instagram_set_budget (client, 1000, 100);
  return client;
}

static char *
upload (Fixture *fixture, const char *url, gint64 size, GError **error)
{
  g_autoptr (AnteInstagram) client = make_client (url);
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_upload_async, client, fixture->path, "my \"plan\"\r\n.pdf",
             ANTE_MESSAGE_FILE, "application/pdf", size, NULL);
  return ante_instagram_upload_finish (client, result, error);
}

static void
test_upload_gives_an_id_to_send_by (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *wanted = NULL;
  g_auto (GStrv) lines = NULL;

  wire_server_answer (server, 200, "{\"attachment_id\":\"900100200300\"}");
  id = upload (fixture, server->url, strlen (PLAN), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "900100200300");
  g_assert_cmpstr (wire_server_last (server), ==, "POST /v25.0/" WIRE_US "/message_attachments");
  g_assert_cmpuint (server->tokens, ==, 1);

  lines = g_strsplit (server->bodies->pdata[0], "\r\n", 2);
  g_assert_true (g_str_has_prefix (lines[0], "--"));
  wanted = g_strdup_printf (
    "%s\r\nContent-Disposition: form-data; name=\"message\"\r\nContent-Type: application/json\r\n"
    "\r\n{\"attachment\":{\"type\":\"file\",\"payload\":{\"is_reusable\":true}}}\r\n"
    "%s\r\nContent-Disposition: form-data; name=\"filedata\"; filename=\"my _plan___.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n" PLAN "\r\n%s--\r\n",
    lines[0], lines[0], lines[0]);
  g_assert_cmpstr (server->bodies->pdata[0], ==, wanted);
}

static void
test_what_was_uploaded_is_sent_by_its_id (Fixture *fixture, gconstpointer data)
{
  static const struct {
    AnteMessageKind kind;
    const char *word;
  } kinds[] = { { ANTE_MESSAGE_IMAGE, "image" },
                { ANTE_MESSAGE_VIDEO, "video" },
                { ANTE_MESSAGE_VOICE, "audio" },
                { ANTE_MESSAGE_FILE, "file" } };
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (AnteInstagram) client = make_client (server->url);

  wire_server_answer (server, 200, "{\"message_id\":\"m1\"}");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree char *mid = NULL;
    g_autofree char *wanted = g_strdup_printf (
      "{\"recipient\":{\"id\":\"" WIRE_TOM "\"},\"messaging_type\":\"MESSAGE_TAG\","
      "\"tag\":\"HUMAN_AGENT\",\"message\":{\"attachment\":{\"type\":\"%s\",\"payload\":"
      "{\"attachment_id\":\"9001\"}}},\"reply_to\":{\"mid\":\"mid7\"}}",
      kinds[i].word);

    TEST_CALL (result, ante_instagram_send_file_async, client, WIRE_TOM, kinds[i].kind, "9001",
               "mid7", TRUE, NULL);
    mid = ante_instagram_send_finish (client, result, NULL);
    g_assert_cmpstr (mid, ==, "m1");
    g_assert_cmpstr (server->bodies->pdata[i], ==, wanted);
  }
}

static void
assert_answer_means (Fixture *fixture, guint status, const char *body, AnteInstagramError code)
{
  g_autoptr (WireServer) server = wire_server_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  wire_server_answer (server, status, body);
  id = upload (fixture, server->url, strlen (PLAN), &error);
  g_assert_null (id);
  if (!g_error_matches (error, ANTE_INSTAGRAM_ERROR, (int) code))
    g_error ("%u %s: wanted %s, got %s", status, body, ante_instagram_error_to_nick (code),
             error->message);
  g_assert_cmpuint (server->requests->len, ==, 1);
}

#define REFUSAL(code, subcode)                                                                     \
  "{\"error\":{\"message\":\"x\",\"code\":" #code ",\"error_subcode\":" #subcode "}}"

/* That it is not taken at all, that this file is not, and what passes are three things. */
static void
test_refusals_are_told_apart (Fixture *fixture, gconstpointer data)
{
  assert_answer_means (fixture, 400, REFUSAL (100, 0), ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 400, REFUSAL (100, 33), ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 400, REFUSAL (100, 2018008), ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 400, REFUSAL (3, 0), ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 400,
                       "{\"error\":{\"message\":\"Unsupported request - method type: post\","
                       "\"code\":100}}",
                       ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 404, "<html>", ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);
  assert_answer_means (fixture, 415, "", ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED);

  assert_answer_means (fixture, 400, REFUSAL (100, 2018047), ANTE_INSTAGRAM_ERROR_FILE_REFUSED);
  assert_answer_means (fixture, 400, REFUSAL (100, 2018109), ANTE_INSTAGRAM_ERROR_FILE_REFUSED);
  assert_answer_means (fixture, 413, "", ANTE_INSTAGRAM_ERROR_FILE_REFUSED);

  assert_answer_means (fixture, 400, REFUSAL (100, 2018294), ANTE_INSTAGRAM_ERROR_BUSY);
  assert_answer_means (fixture, 500, REFUSAL (2, 0), ANTE_INSTAGRAM_ERROR_BUSY);
  assert_answer_means (fixture, 502, "", ANTE_INSTAGRAM_ERROR_BUSY);
  assert_answer_means (fixture, 400, REFUSAL (613, 0), ANTE_INSTAGRAM_ERROR_THROTTLED);
  assert_answer_means (fixture, 401, REFUSAL (190, 463), ANTE_INSTAGRAM_ERROR_TOKEN);
  assert_answer_means (fixture, 403, REFUSAL (10, 0), ANTE_INSTAGRAM_ERROR_PERMISSION);
  assert_answer_means (fixture, 400, REFUSAL (368, 0), ANTE_INSTAGRAM_ERROR_RESTRICTED);
  assert_answer_means (fixture, 200, "{}", ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
  assert_answer_means (fixture, 200, "<html>", ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
}

static void
assert_fails (Fixture *fixture, const char *url, gint64 size, AnteInstagramError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = upload (fixture, url, size, &error);

  g_assert_null (id);
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, (int) code);
  g_assert_null (strstr (error->message, "plan"));
}

/* Nothing was sent, whatever became of it: it is never the doubt that a send leaves. */
static void
test_cut_upload_leaves_no_doubt (Fixture *fixture, gconstpointer data)
{
  static const RawMode modes[] = { RAW_CLOSE_AT_ONCE, RAW_READ_AND_CLOSE, RAW_CUT_IN_BODY };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (RawServer) server = raw_server_new (modes[i]);

    assert_fails (fixture, server->url, strlen (PLAN), ANTE_INSTAGRAM_ERROR_BUSY);
  }
  assert_fails (fixture, "http://127.0.0.1:9", strlen (PLAN), ANTE_INSTAGRAM_ERROR_OFFLINE);
}

static void
test_file_that_changed_does_not_leave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WireServer) server = wire_server_new ();

  wire_server_answer (server, 200, "{\"attachment_id\":\"9001\"}");
  assert_fails (fixture, server->url, strlen (PLAN) + 1, ANTE_INSTAGRAM_ERROR_BUSY);
  g_unlink (fixture->path);
  assert_fails (fixture, server->url, strlen (PLAN), ANTE_INSTAGRAM_ERROR_BUSY);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_upload_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_HOLD);
  g_autoptr (AnteInstagram) client = make_client (server->url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ante_instagram_upload_async (client, fixture->path, "plan.pdf", ANTE_MESSAGE_FILE,
                               "application/pdf", strlen (PLAN), cancellable, finish_cb, &result);
  test_wait_until (raw_server_get_requests (server) == 1);
  g_cancellable_cancel (cancellable);
  test_wait_until (result != NULL);
  g_assert_null (ante_instagram_upload_finish (client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/upload/gives-an-id", test_upload_gives_an_id_to_send_by);
  ADD ("/upload/sent-by-its-id", test_what_was_uploaded_is_sent_by_its_id);
  ADD ("/upload/refusals", test_refusals_are_told_apart);
  ADD ("/upload/cut", test_cut_upload_leaves_no_doubt);
  ADD ("/upload/changed", test_file_that_changed_does_not_leave);
  ADD ("/upload/cancelled", test_upload_can_be_cancelled);
  return g_test_run ();
}
