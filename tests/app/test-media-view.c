#include "config.h"

#include <glib/gstdio.h>

#include "app/media/ante-media-view.h"
#include "engine/ante-media-files.h"
#include "store-fixture.h"
#include "widgets.h"

#define FAR 4000

/* Two places in a list that is far longer than its window: one at its top, one at its end. */
typedef struct {
  Fixture base;
  AnteMedia *media;
  AnteMessage *messages[2];
  GtkWidget *views[2];
  GtkAdjustment *place;
  GtkWindow *window;
} Looking;

static AnteMessage *
make_picture (const char *mid, AnteMessageKind kind, int width, int height)
{
  AnteMessage *message = make_message (mid, "lead", T0, NULL);
  AnteAttachment *attachment = ante_attachment_new (kind);

  attachment->width = width;
  attachment->height = height;
  attachment->url = g_strdup ("https://scontent.cdninstagram.com/a.jpg");
  ante_message_take_attachment (message, attachment);
  return message;
}

/* As if it had been fetched. */
static void
keep (Looking *looking, const char *mid, const char *file)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "media", file, NULL);
  g_autofree char *name = ante_media_name_make (mid, 0, FALSE);
  g_autofree char *dir = g_build_filename (looking->base.dir, "media", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  bytes = g_bytes_new_take (content, length);
  path = ante_media_files_keep (
    dir, name, ante_media_type_sniff (g_bytes_get_data (bytes, NULL), length), bytes, NULL);
  g_assert_nonnull (path);
}

static void
set_up (Looking *looking, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *between = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture_set_up (&looking->base, NULL);
  looking->media = ante_media_new (looking->base.store, looking->base.dir);
  looking->messages[0] = make_picture ("m0", ANTE_MESSAGE_IMAGE, 64, 48);
  looking->messages[1] = make_picture ("m1", ANTE_MESSAGE_IMAGE, 0, 0);
  keep (looking, "m0", "plain.jpg");
  keep (looking, "m1", "moving.gif");

  gtk_widget_set_size_request (between, -1, FAR);
  for (guint i = 0; i < 2; i++) {
    looking->views[i] = ante_media_view_new ();
    ante_media_view_set (ANTE_MEDIA_VIEW (looking->views[i]), looking->media, looking->messages[i],
                         0, "Mara");
  }
  gtk_box_append (GTK_BOX (box), looking->views[0]);
  gtk_box_append (GTK_BOX (box), between);
  gtk_box_append (GTK_BOX (box), looking->views[1]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  looking->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  looking->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (looking->window, 400, 500);
  gtk_window_set_child (looking->window, scroller);
  gtk_window_present (looking->window);
}

static void
tear_down (Looking *looking, gconstpointer data)
{
  gtk_window_destroy (looking->window);
  for (guint i = 0; i < 2; i++)
    g_object_unref (looking->messages[i]);
  ante_media_close (looking->media);
  g_clear_object (&looking->media);
  fixture_tear_down (&looking->base, NULL);
}

static gboolean
has_picture (Looking *looking, guint i)
{
  GtkWidget *picture = test_find_widget (looking->views[i], "GtkPicture");

  return picture != NULL && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

/* So that no more than what is in view is held, however long the thread. */
static void
test_only_what_is_in_view_is_held (Looking *looking, gconstpointer data)
{
  test_wait_until (has_picture (looking, 0));
  g_assert_false (has_picture (looking, 1));
  gtk_adjustment_set_value (looking->place, FAR);
  test_wait_until (has_picture (looking, 1) && !has_picture (looking, 0));
  gtk_adjustment_set_value (looking->place, 0);
  test_wait_until (has_picture (looking, 0) && !has_picture (looking, 1));
}

/* Whether it has come, is not there yet, or never comes. */
static void
test_places_do_not_change_their_size (Looking *looking, gconstpointer data)
{
  int known = 0;
  int unknown = 0;
  double all = 0;

  test_wait_until (gtk_widget_get_height (looking->views[0]) > 0);
  known = gtk_widget_get_height (looking->views[0]);
  unknown = gtk_widget_get_height (looking->views[1]);
  all = gtk_adjustment_get_upper (looking->place);
  test_wait_until (has_picture (looking, 0));
  gtk_adjustment_set_value (looking->place, FAR);
  test_wait_until (has_picture (looking, 1));
  g_assert_cmpint (gtk_widget_get_height (looking->views[0]), ==, known);
  g_assert_cmpint (gtk_widget_get_height (looking->views[1]), ==, unknown);
  g_assert_cmpfloat (gtk_adjustment_get_upper (looking->place), ==, all);
}

/* A row that is used again shows the one that it is for now, and nothing of the one before. */
static void
test_view_can_be_used_again (Looking *looking, gconstpointer data)
{
  AnteMediaView *view = ANTE_MEDIA_VIEW (looking->views[0]);
  g_autoptr (AnteMessage) share = make_picture ("m2", ANTE_MESSAGE_SHARE, 0, 0);
  AnteAttachment *attachment = share->attachments->pdata[0];

  attachment->title = g_strdup ("<b>Weekend & more</b>");
  test_wait_until (has_picture (looking, 0));
  ante_media_view_set (view, looking->media, share, 0, "Mara");
  test_wait_until (test_shows_text (looking->views[0], "<b>Weekend & more</b>"));
  g_assert_null (test_find_widget (looking->views[0], "GtkPicture"));

  for (guint i = 0; i < 20; i++) /* as when a list flies past */
    ante_media_view_set (view, looking->media, looking->messages[i % 2], 0, "Mara");
  ante_media_view_clear (view);
  g_assert_null (gtk_widget_get_first_child (looking->views[0]));
  ante_media_view_set (view, looking->media, looking->messages[1], 0, NULL);
  test_wait_until (has_picture (looking, 0));
  /* Who has just seen it does not see it go and come. */
  ante_media_view_set (view, looking->media, looking->messages[0], 0, "Mara");
  g_assert_true (has_picture (looking, 0));
}

/* Nobody is signed in: what was not kept cannot be had, and that is said with a way on. */
static void
test_what_is_missing_is_told (Looking *looking, gconstpointer data)
{
  AnteMediaView *view = ANTE_MEDIA_VIEW (looking->views[0]);
  g_autoptr (AnteMessage) absent = make_picture ("m3", ANTE_MESSAGE_IMAGE, 64, 48);
  g_autoptr (AnteMessage) foreign = make_picture ("m4", ANTE_MESSAGE_IMAGE, 64, 48);
  AnteAttachment *attachment = foreign->attachments->pdata[0];

  ante_media_view_set (view, looking->media, absent, 0, "Mara");
  test_wait_until (test_shows_text (looking->views[0], "Instagram could not be reached."));
  g_assert_true (test_shows_text (looking->views[0], "Try Again"));

  /* It has come meanwhile. */
  keep (looking, "m3", "plain.jpg");
  g_signal_emit_by_name (test_find_widget (looking->views[0], "AnteMediaFrame"), "remedied");
  test_wait_until (has_picture (looking, 0));

  g_free (attachment->url);
  attachment->url = g_strdup ("https://evil.example/a.jpg");
  ante_media_view_set (view, looking->media, foreign, 0, "Mara");
  test_wait_until (
    test_shows_text (looking->views[0], "Not fetched: its address is not one of Instagram’s."));
  g_assert_false (test_shows_text (looking->views[0], "Try Again"));
}

static gboolean
is_under_way (GtkWidget *view)
{
  GtkWidget *spinner = test_find_widget (view, "GtkSpinner");

  return gtk_widget_get_visible (spinner) || test_shows_text (view, "Try Again");
}

/* What is under way does not come to a view that is gone, or is there for something else. */
static void
test_view_may_go_at_any_time (Looking *looking, gconstpointer data)
{
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (looking->views[0]));

  for (guint i = 0; i < 8; i++) {
    g_autofree char *mid = g_strdup_printf ("absent %u", i);
    g_autoptr (AnteMessage) absent = make_picture (mid, ANTE_MESSAGE_IMAGE, 64, 48);
    GtkWidget *view = g_object_ref_sink (ante_media_view_new ());

    ante_media_view_set (ANTE_MEDIA_VIEW (view), looking->media, absent, 0, "Mara");
    gtk_box_prepend (box, view);
    test_wait_until (is_under_way (view));
    if (i % 2 == 0)
      ante_media_view_clear (ANTE_MEDIA_VIEW (view));
    gtk_box_remove (box, view);
    g_assert_finalize_object (view);
  }
  test_wait_until (has_picture (looking, 0));
}

#define ADD(name, test) g_test_add (name, Looking, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/media-view/in-view", test_only_what_is_in_view_is_held);
  ADD ("/media-view/size", test_places_do_not_change_their_size);
  ADD ("/media-view/again", test_view_can_be_used_again);
  ADD ("/media-view/missing", test_what_is_missing_is_told);
  ADD ("/media-view/gone", test_view_may_go_at_any_time);
  return g_test_run ();
}
