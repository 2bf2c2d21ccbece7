#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine-fixture.h"
#include "engine/ante-media-shelf.h"
#include "engine/ante-media.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define MINUTE (60 * 1000)
#define EDGE 300

/* --- decoding -------------------------------------------------------------------------------- */

static char *
fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "media", name, NULL);
}

static AntePicture *
decode (const char *name, int edge, GError **error)
{
  g_autofree char *path = fixture_path (name);

  return ante_picture_decode (path, edge, NULL, error);
}

static void
assert_decoded (const char *name, int edge, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePicture) picture = decode (name, edge, &error);

  g_test_message ("%s", name);
  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, width);
  g_assert_cmpint (picture->height, ==, height);
  g_assert_cmpuint (g_bytes_get_size (picture->pixels), ==, (gsize) width * (gsize) height * 4);
}

static void
test_pictures_are_decoded (void)
{
  assert_decoded ("plain.jpg", EDGE, 64, 48);
  assert_decoded ("progressive.jpg", EDGE, 64, 48);
  assert_decoded ("clear.png", EDGE, 32, 24);
  assert_decoded ("plain.jpg", 16, 16, 12);
  assert_decoded ("wide.png", EDGE, 300, 10);
  assert_decoded ("wide.png", 10, 10, 1); /* neither side is scaled to nothing */
}

static void
test_turned_picture_stands_upright (void)
{
  g_autoptr (AntePicture) picture = decode ("turned.jpg", EDGE, NULL);

  g_assert_cmpint (picture->width, ==, 48);
  g_assert_cmpint (picture->height, ==, 64);
  g_assert_cmpint (picture->whole_width, ==, 48);
  g_assert_cmpint (picture->whole_height, ==, 64);
}

static void
test_moving_picture_shows_its_first_frame (void)
{
  g_autoptr (AntePicture) picture = decode ("moving.gif", EDGE, NULL);
  const guint8 *pixels = g_bytes_get_data (picture->pixels, NULL);
  static const guint8 red[] = { 0xff, 0, 0, 0xff };

  g_assert_cmpint (picture->width, ==, 40);
  g_assert_cmpmem (pixels, 4, red, 4);
}

static void
test_clear_picture_keeps_its_transparency (void)
{
  g_autoptr (AntePicture) picture = decode ("clear.png", EDGE, NULL);
  const guint8 *pixels = g_bytes_get_data (picture->pixels, NULL);

  g_assert_cmpuint (pixels[1], ==, 0xff);
  g_assert_cmpuint (pixels[3], >, 0x70);
  g_assert_cmpuint (pixels[3], <, 0x90);
}

/* Each byte string in a file of its own; what it is called does not count. */
static void
assert_refused (const char *dir, const void *bytes, gsize length, AnteMediaError code)
{
  g_autofree char *path = g_build_filename (dir, "a.jpg", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_null (ante_picture_decode (path, EDGE, NULL, &error));
  g_assert_error (error, ANTE_MEDIA_ERROR, (int) code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_TIME_SPAN_SECOND);
}

static guint8 *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path = fixture_path (name);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return (guint8 *) bytes;
}

static void
test_what_is_no_picture_is_refused (void)
{
  g_autofree char *dir = test_make_dir ();
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

  assert_refused (dir, "", 0, ANTE_MEDIA_ERROR_WRONG_TYPE);
  assert_refused (dir, svg, strlen (svg), ANTE_MEDIA_ERROR_WRONG_TYPE);
  assert_refused (dir, "%PDF-1.4", 8, ANTE_MEDIA_ERROR_WRONG_TYPE);
  assert_refused (dir, "BM\x36\0\0\0", 6, ANTE_MEDIA_ERROR_WRONG_TYPE);
  assert_refused (dir, "\xff\xd8\xff", 3, ANTE_MEDIA_ERROR_DAMAGED);
  assert_refused (dir, "GIF89a", 6, ANTE_MEDIA_ERROR_DAMAGED);
  test_remove_dir (dir);
}

static void
test_cut_and_garbled_pictures_are_refused (void)
{
  static const char *const names[] = { "plain.jpg", "progressive.jpg", "clear.png", "moving.gif" };
  g_autofree char *dir = test_make_dir ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize length = 0;
    g_autofree guint8 *bytes = read_fixture (names[i], &length);

    assert_refused (dir, bytes, length / 2, ANTE_MEDIA_ERROR_DAMAGED);
  }
  {
    gsize length = 0;
    g_autofree guint8 *bytes = read_fixture ("clear.png", &length);

    memset (bytes + 40, 0x55, 30); /* within the pixels */
    assert_refused (dir, bytes, length, ANTE_MEDIA_ERROR_DAMAGED);
  }
  test_remove_dir (dir);
}

/* The head says more than anybody can hold; nothing of it is decoded. */
static void
test_bombs_are_refused (void)
{
  static const guint8 endless[] = { 0, 1, 0, 0, 0, 1, 0, 0 };
  g_autofree char *dir = test_make_dir ();
  gsize length = 0;
  g_autofree guint8 *png = read_fixture ("clear.png", &length);
  gsize gif_length = 0;
  g_autofree guint8 *gif = read_fixture ("moving.gif", &gif_length);
  gsize jpg_length = 0;
  g_autofree guint8 *jpg = read_fixture ("plain.jpg", &jpg_length);
  static const guint8 sof[] = { 0xff, 0xc0 };
  guint8 *head = memmem (jpg, jpg_length, sof, sizeof sof);

  memcpy (png + 16, endless, sizeof endless);
  assert_refused (dir, png, length, ANTE_MEDIA_ERROR_TOO_MANY_PIXELS);
  memset (gif + 6, 0xff, 4);
  assert_refused (dir, gif, gif_length, ANTE_MEDIA_ERROR_TOO_MANY_PIXELS);
  g_assert_nonnull (head);
  memset (head + 5, 0xff, 4);
  assert_refused (dir, jpg, jpg_length, ANTE_MEDIA_ERROR_TOO_MANY_PIXELS);
  test_remove_dir (dir);
}

static void
test_what_is_cancelled_is_not_waited_for (void)
{
  g_autofree char *path = fixture_path ("plain.jpg");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ante_picture_decode (path, EDGE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- the shelf ------------------------------------------------------------------------------- */

static AntePicture *
make_picture (gsize bytes)
{
  AntePicture *picture = g_atomic_rc_box_new0 (AntePicture);

  picture->pixels = g_bytes_new_take (g_malloc0 (bytes), bytes);
  return picture;
}

static void
put (AnteMediaShelf *shelf, const char *key, gsize bytes)
{
  g_autoptr (AntePicture) picture = make_picture (bytes);

  ante_media_shelf_put (shelf, key, picture);
}

static gboolean
is_on (AnteMediaShelf *shelf, const char *key)
{
  g_autoptr (AntePicture) picture = ante_media_shelf_take (shelf, key);

  return picture != NULL;
}

static void
test_shelf_is_bounded (void)
{
  AnteMediaShelf *shelf = ante_media_shelf_new (100);

  put (shelf, "a", 40);
  put (shelf, "b", 40);
  g_assert_true (is_on (shelf, "a"));
  put (shelf, "c", 40); /* b was not asked for the longest */
  g_assert_true (is_on (shelf, "a"));
  g_assert_false (is_on (shelf, "b"));
  put (shelf, "d", 101);
  g_assert_false (is_on (shelf, "d"));
  put (shelf, "a", 60);
  g_assert_cmpuint (ante_media_shelf_get_size (shelf), ==, 100);
  ante_media_shelf_free (shelf);
}

/* --- the way from a message to a picture ----------------------------------------------------- */

typedef struct {
  Engine base;
  AnteMessagePage *page;
  AnteMedia *media;
  GError *error;
  AntePicture *picture;
} Fixture;

static SandboxMessage *
say (Fixture *fixture, SandboxKind kind, const char *link)
{
  Engine *engine = &fixture->base;
  SandboxPerson *person = sandbox_state_find_person (engine->state, "pia");
  SandboxMessage *message = NULL;

  if (person == NULL)
    person = sandbox_state_add_person (engine->state, "pia", NULL);
  message = sandbox_message_new (engine->state, person, NULL, sandbox_state_now (engine->state),
                                 FALSE, kind, "");
  message->link = g_strdup (link);
  return sandbox_thread_add (engine->state, message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  engine_set_up (&fixture->base, 0, 0);
  fixture->media = ante_workspace_get_media (fixture->base.workspace);
}

static void
forget (Fixture *fixture)
{
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->picture, ante_picture_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  forget (fixture);
  g_clear_pointer (&fixture->page, ante_message_page_free);
  engine_tear_down (&fixture->base);
}

static AnteMessage *
find (Fixture *fixture, SandboxMessage *message)
{
  g_clear_pointer (&fixture->page, ante_message_page_free);
  fixture->page = engine_messages (&fixture->base, "pia");
  return engine_find_message (fixture->page, message->mid);
}

static void
look_at (Fixture *fixture, AnteMessage *message, AnteMediaAsk ask)
{
  forget (fixture);
  TEST_CALL (fixture->base.result, ante_media_load_picture_async, fixture->media, message, 0, EDGE,
             ask, NULL);
  fixture->picture =
    ante_media_load_picture_finish (fixture->media, fixture->base.result, &fixture->error);
}

static guint
count_fetched (Fixture *fixture)
{
  GPtrArray *requests = fixture->base.state->requests;
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += g_str_has_prefix (((SandboxRequest *) requests->pdata[i])->path, "media/");
  return n;
}

static guint
count_kept (Fixture *fixture, gboolean check_modes)
{
  g_autofree char *dir = g_build_filename (fixture->base.dir, "media", NULL);
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name = NULL;
  GStatBuf about;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    n++;
    g_assert_cmpint (g_stat (path, &about), ==, 0);
    if (check_modes)
      g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  }
  if (n > 0 && check_modes) {
    g_assert_cmpint (g_stat (dir, &about), ==, 0);
    g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  }
  return n;
}

static void
test_nothing_is_fetched_unasked (Fixture *fixture, gconstpointer data)
{
  say (fixture, SANDBOX_IMAGE, NULL);
  say (fixture, SANDBOX_VIDEO, NULL);
  engine_pass (&fixture->base);
  engine_pass (&fixture->base);
  g_assert_cmpuint (count_fetched (fixture), ==, 0);
  g_assert_cmpuint (count_kept (fixture, FALSE), ==, 0);
}

static void
test_picture_is_fetched_once_and_kept (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *said = say (fixture, SANDBOX_IMAGE, NULL);
  AnteMessage *message = NULL;

  engine_pass (&fixture->base);
  message = find (fixture, said);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->picture->width, ==, EDGE);
  g_assert_cmpint (fixture->picture->whole_width, ==, 320);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);

  /* The next start of the program has it from the disk. */
  g_object_ref (message);
  engine_reopen (&fixture->base);
  fixture->media = ante_workspace_get_media (fixture->base.workspace);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);
  g_object_unref (message);
  g_assert_cmpuint (count_fetched (fixture), ==, 1);
  g_assert_cmpuint (count_kept (fixture, TRUE), ==, 1);
}

static void
test_bad_pictures_are_told_apart (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *link;
    AnteMediaError code;
  } bad[] = {
    { "broken", ANTE_MEDIA_ERROR_DAMAGED },
    { "bomb", ANTE_MEDIA_ERROR_TOO_MANY_PIXELS },
    { "page", ANTE_MEDIA_ERROR_WRONG_TYPE },
    { "expired", ANTE_MEDIA_ERROR_GONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    SandboxMessage *said = say (fixture, SANDBOX_IMAGE, bad[i].link);

    g_test_message ("%s", bad[i].link);
    engine_pass (&fixture->base);
    look_at (fixture, find (fixture, said), ANTE_MEDIA_SEEN);
    g_assert_error (fixture->error, ANTE_MEDIA_ERROR, (int) bad[i].code);
  }
}

/* Once is enough, until somebody asks for it again. */
static void
test_broken_picture_is_fetched_again_when_asked (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *said = say (fixture, SANDBOX_IMAGE, "broken");
  AnteMessage *message = NULL;

  engine_pass (&fixture->base);
  message = find (fixture, said);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_cmpuint (count_fetched (fixture), ==, 1);
  look_at (fixture, message, ANTE_MEDIA_ASKED);
  g_assert_error (fixture->error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_DAMAGED);
  g_assert_cmpuint (count_fetched (fixture), ==, 2);
}

/* The address that was stored has run out; the message is given with another. */
static void
test_old_address_is_asked_for_anew (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *said = say (fixture, SANDBOX_IMAGE, NULL);

  engine_pass (&fixture->base);
  fixture->base.state->clock_offset += 4 * DAY;
  look_at (fixture, find (fixture, said), ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->picture);
}

/* Instagram gives no more than the newest twenty: it is asked once, and not at every look. */
static void
test_what_is_gone_is_asked_for_once (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *said = say (fixture, SANDBOX_IMAGE, NULL);
  AnteMessage *message = NULL;
  guint before = 0;

  engine_pass (&fixture->base);
  fixture->base.state->clock_offset += 4 * DAY;
  engine_hear_many (&fixture->base, "pia", 25, 0);
  message = find (fixture, said);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_error (fixture->error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_GONE);
  before = fixture->base.state->requests->len;
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_error (fixture->error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_GONE);
  g_assert_cmpuint (fixture->base.state->requests->len, ==, before);
  look_at (fixture, message, ANTE_MEDIA_ASKED);
  g_assert_error (fixture->error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_GONE);
  g_assert_cmpuint (fixture->base.state->requests->len, >, before);
}

static void
test_foreign_address_is_not_fetched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteMessage) message = ante_message_new ();
  AnteAttachment *attachment = ante_attachment_new (ANTE_MESSAGE_IMAGE);

  message->mid = g_strdup ("m1");
  attachment->url = g_strdup ("https://evil.example/a.png");
  ante_message_take_attachment (message, attachment);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_error (fixture->error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_REFUSED);
}

static void
test_video_shows_its_picture_and_is_fetched_when_asked (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *said = say (fixture, SANDBOX_VIDEO, NULL);
  AnteMessage *message = NULL;
  g_autofree char *path = NULL;

  engine_pass (&fixture->base);
  message = find (fixture, said);
  look_at (fixture, message, ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_kept (fixture, TRUE), ==, 1);
  TEST_CALL (fixture->base.result, ante_media_load_file_async, fixture->media, message, 0, NULL);
  path = ante_media_load_file_finish (fixture->media, fixture->base.result, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_true (g_str_has_suffix (path, ".mp4"));
  g_assert_cmpuint (count_kept (fixture, TRUE), ==, 2);
}

static void
test_cancelled_wishes_leave_the_queue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SandboxMessage *said[12];
  GAsyncResult *results[12] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    said[i] = say (fixture, SANDBOX_IMAGE, NULL);
  engine_pass (&fixture->base);
  find (fixture, said[0]);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    ante_media_load_picture_async (fixture->media,
                                   engine_find_message (fixture->page, said[i]->mid), 0, EDGE,
                                   ANTE_MEDIA_SEEN, cancellable, test_keep_result, &results[i]);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    test_wait_until (results[i] != NULL);
    g_assert_null (ante_media_load_picture_finish (fixture->media, results[i], &fixture->error));
    g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&fixture->error);
    g_clear_object (&results[i]);
  }
  g_assert_cmpuint (count_fetched (fixture), ==, 0);
}

static void
test_what_was_taken_back_is_swept_away (Fixture *fixture, gconstpointer data)
{
  SandboxMessage *gone = NULL;
  SandboxMessage *stays = NULL;

  engine_hear_many (&fixture->base, "pia", 3, 10 * MINUTE);
  gone = say (fixture, SANDBOX_IMAGE, NULL);
  fixture->base.state->clock_offset += MINUTE;
  stays = say (fixture, SANDBOX_IMAGE, NULL);
  engine_pass (&fixture->base);
  look_at (fixture, find (fixture, gone), ANTE_MEDIA_SEEN);
  look_at (fixture, find (fixture, stays), ANTE_MEDIA_SEEN);
  ante_media_sweep (fixture->media);
  engine_unsend (&fixture->base, gone->mid);
  fixture->base.state->clock_offset += 3 * MINUTE;
  engine_hear (&fixture->base, "pia", "after");
  engine_pass (&fixture->base);
  g_assert_true (find (fixture, gone)->unsent);
  g_assert_cmpuint (count_kept (fixture, FALSE), ==, 2);
  ante_media_sweep (fixture->media);
  test_wait_until (count_kept (fixture, FALSE) == 1);
  look_at (fixture, find (fixture, stays), ANTE_MEDIA_SEEN);
  g_assert_no_error (fixture->error);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media/decode", test_pictures_are_decoded);
  g_test_add_func ("/media/decode/turned", test_turned_picture_stands_upright);
  g_test_add_func ("/media/decode/moving", test_moving_picture_shows_its_first_frame);
  g_test_add_func ("/media/decode/clear", test_clear_picture_keeps_its_transparency);
  g_test_add_func ("/media/decode/no-picture", test_what_is_no_picture_is_refused);
  g_test_add_func ("/media/decode/cut", test_cut_and_garbled_pictures_are_refused);
  g_test_add_func ("/media/decode/bombs", test_bombs_are_refused);
  g_test_add_func ("/media/decode/cancelled", test_what_is_cancelled_is_not_waited_for);
  g_test_add_func ("/media/shelf", test_shelf_is_bounded);
  ADD ("/media/unasked", test_nothing_is_fetched_unasked);
  ADD ("/media/once", test_picture_is_fetched_once_and_kept);
  ADD ("/media/bad", test_bad_pictures_are_told_apart);
  ADD ("/media/broken-again", test_broken_picture_is_fetched_again_when_asked);
  ADD ("/media/old-address", test_old_address_is_asked_for_anew);
  ADD ("/media/gone", test_what_is_gone_is_asked_for_once);
  ADD ("/media/foreign", test_foreign_address_is_not_fetched);
  ADD ("/media/video", test_video_shows_its_picture_and_is_fetched_when_asked);
  ADD ("/media/cancelled", test_cancelled_wishes_leave_the_queue);
  ADD ("/media/taken-back", test_what_was_taken_back_is_swept_away);
  return g_test_run ();
}
