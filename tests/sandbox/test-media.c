#include <gio/gio.h>
#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

static char *
address_of (Fixture *fixture, const char *kind, const char *where, char **mid)
{
  g_autofree char *path = NULL;

  fixture_control (fixture, "message", "{\"from\": \"a.b\", \"kind\": \"%s\"}", kind);
  *mid = g_strdup (fixture_string (fixture, "message_id"));
  path = g_strdup_printf ("/v25.0/%s?fields=attachments", *mid);
  fixture_get (fixture, path);
  return g_strdup (fixture_string (fixture, where));
}

static void
test_what_is_attached_can_be_fetched (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *kind;
    const char *where;
    const char *type;
    const char *start;
    guint skip;
  } kinds[] = {
    { "image", "attachments.data.0.image_data.url", "image/png", "\x89PNG", 0 },
    { "video", "attachments.data.0.video_data.url", "video/mp4", "ftyp", 4 },
    { "video", "attachments.data.0.video_data.preview_url", "image/png", "\x89PNG", 0 },
    { "voice", "attachments.data.0.file_url", "audio/wav", "RIFF", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *mid = NULL;
    g_autofree char *url = address_of (fixture, kinds[i].kind, kinds[i].where, &mid);
    gsize size = 0;
    const char *bytes = NULL;

    fixture_call (fixture, "GET", url, NULL, NULL, FALSE);
    g_assert_cmpuint (fixture->status, ==, 200);
    g_assert_cmpstr (fixture_header (fixture, "Content-Type"), ==, kinds[i].type);
    bytes = g_bytes_get_data (fixture->body, &size);
    g_assert_cmpuint (size, >, 300);
    g_assert_cmpmem (bytes + kinds[i].skip, 4, kinds[i].start, 4);
  }
}

static void
test_an_address_ends_with_its_message_and_after_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mid = NULL;
  g_autofree char *url = address_of (fixture, "image", "attachments.data.0.image_data.url", &mid);
  g_autofree char *other_mid = NULL;
  g_autofree char *other =
    address_of (fixture, "image", "attachments.data.0.image_data.url", &other_mid);

  fixture_control (fixture, "unsend", "{\"message_id\": \"%s\"}", mid);
  fixture_call (fixture, "GET", url, NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 404);

  fixture_call (fixture, "GET", other, NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 200);
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 4 * 86400);
  fixture_call (fixture, "GET", other, NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 403);
}

static GBytes *
fetch_portrait (Fixture *fixture, const char *handle, const char *name)
{
  g_autofree char *path = NULL;

  fixture_control (fixture, "message", "{\"from\": \"%s\", \"name\": \"%s\", \"text\": \"hi\"}",
                   handle, name);
  path = g_strdup_printf ("/v25.0/%s?fields=profile_pic", fixture_string (fixture, "igsid"));
  fixture_get (fixture, path);
  fixture_assert_ok (fixture);
  fixture_call (fixture, "GET", fixture_string (fixture, "profile_pic"), NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 200);
  return g_bytes_ref (fixture->body);
}

static void
test_portraits_differ_from_one_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) one = fetch_portrait (fixture, "one", "Łukasz Zielińska");
  g_autoptr (GBytes) two = fetch_portrait (fixture, "two", "田中");
  g_autoptr (GBytes) three = fetch_portrait (fixture, "three", "✨ ✨");

  g_assert_false (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (two, three));
  fixture_call (fixture, "GET", "/media/avatar-nobody.png", NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 404);
  fixture_call (fixture, "GET", "/media/nothing", NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 404);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/media/what-is-attached-can-be-fetched", test_what_is_attached_can_be_fetched);
  ADD ("/media/an-address-ends-with-its-message-and-after-days",
       test_an_address_ends_with_its_message_and_after_days);
  ADD ("/media/portraits-differ-from-one-another", test_portraits_differ_from_one_another);
  return g_test_run ();
}
