#include "config.h"

#include "app/inbox/ante-composer.h"
#include "page-fixture.h"
#include "store/ante-store-account.h"
#include "store/ante-store-outbox.h"
#include "store/ante-store-outgoing.h"

#include <glib/gstdio.h>

/* Files that are put to an answer, from where they are chosen to the outbox. */

static GtkWidget *
make_composer (Fixture *fixture, AnteLead *lead)
{
  GtkWidget *composer = ante_composer_new ();

  lead->last_lead_at = ante_workspace_now (fixture->workspace);
  adw_window_set_content (ADW_WINDOW (fixture->window), composer);
  ante_composer_set_workspace (ANTE_COMPOSER (composer), fixture->workspace);
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  gtk_window_present (fixture->window);
  test_wait_until (gtk_widget_get_mapped (composer));
  return composer;
}

static AnteAttachStrip *
strip_of (GtkWidget *composer)
{
  return ante_composer_get_files (ANTE_COMPOSER (composer));
}

static guint
count_files (GtkWidget *composer)
{
  return ante_attach_strip_get_n_files (strip_of (composer));
}

/* A picture that the decoder takes. */
static GBytes *
make_png (void)
{
  guint8 pixels[8 * 6 * 4] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (8, 6, GDK_MEMORY_R8G8B8A8, bytes, 8 * 4);

  return gdk_texture_save_to_png_bytes (texture);
}

static char *
write_file (Fixture *fixture, const char *name, const char *contents)
{
  char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

static void
add_path (GtkWidget *composer, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  ante_attach_strip_add_files (strip_of (composer), &files);
}

static void
add_pdf (Fixture *fixture, GtkWidget *composer, const char *name)
{
  g_autofree char *path = write_file (fixture, name, "%PDF-1.4 the plan");
  guint n = count_files (composer);

  add_path (composer, path);
  test_wait_until (count_files (composer) == n + 1);
  g_unlink (path); /* what became of it does not matter any more */
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0 ||
       g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), label) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GPtrArray *
list_items (Fixture *fixture, AnteLead *lead)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);

  TEST_CALL (fixture->result, ante_store_outbox_list_async, store, lead->id, FALSE, 10, NULL);
  return ante_store_outbox_list_finish (store, fixture->result, NULL);
}

static guint
count_copies (Fixture *fixture)
{
  AnteOutgoing *outgoing =
    ante_outbox_get_outgoing (ante_workspace_get_outbox (fixture->workspace));
  AnteOutgoingFile any = { .file = (char *) "x" };
  g_autofree char *path = ante_outgoing_dup_path (outgoing, &any);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_file_is_shown_and_can_be_taken_away_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (strip_of (composer))));
  g_assert_false (gtk_widget_is_sensitive (find_button (composer, "Send")));
  add_pdf (fixture, composer, "the plan.pdf");
  test_wait_until (test_shows_text (composer, "File, 17 bytes"));
  g_assert_true (test_shows_text (composer, "the plan.pdf"));
  g_assert_true (gtk_widget_is_sensitive (find_button (composer, "Send")));

  press (composer, "window-close-symbolic");
  test_wait_until (count_files (composer) == 0);
  g_assert_true (test_shows_text (composer, "the plan.pdf is removed") ||
                 test_shows_text (composer, "is removed"));
  g_assert_false (gtk_widget_is_sensitive (find_button (composer, "Send")));
  press (composer, "Undo");
  test_wait_until (count_files (composer) == 1);
  g_assert_cmpuint (count_copies (fixture), ==, 1);

  press (composer, "window-close-symbolic");
  test_wait_until (count_files (composer) == 0);
  ante_composer_set_lead (ANTE_COMPOSER (composer), NULL);
  test_wait_until (count_copies (fixture) == 0);
}

static void
test_file_is_there_again_with_its_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  add_pdf (fixture, composer, "one.pdf");
  add_pdf (fixture, composer, "two.pdf");
  ante_composer_open (ANTE_COMPOSER (composer), lead->id + 1);
  g_assert_cmpuint (count_files (composer), ==, 0);
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  test_wait_until (count_files (composer) == 2);
  composer = make_composer (fixture, lead);
  test_wait_until (count_files (composer) == 2);
}

static void
test_files_leave_in_order_and_before_the_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autoptr (GPtrArray) items = NULL;

  add_pdf (fixture, composer, "one.pdf");
  add_pdf (fixture, composer, "two.pdf");
  ante_composer_put_back (ANTE_COMPOSER (composer), "Here they are");
  press (composer, "Send");
  g_assert_cmpuint (count_files (composer), ==, 0);
  do {
    g_clear_pointer (&items, g_ptr_array_unref);
    items = list_items (fixture, lead);
  } while (items->len < 3);
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[0])->file->name, ==, "one.pdf");
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[1])->file->name, ==, "two.pdf");
  g_assert_null (((AnteOutboxItem *) items->pdata[2])->file);
  g_assert_cmpstr (((AnteOutboxItem *) items->pdata[2])->text, ==, "Here they are");
}

static void
test_what_was_taken_back_stands_there_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  AnteOutbox *outbox = ante_workspace_get_outbox (fixture->workspace);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;

  add_pdf (fixture, composer, "one.pdf");
  press (composer, "Send");
  do {
    g_clear_pointer (&items, g_ptr_array_unref);
    items = list_items (fixture, lead);
  } while (items->len == 0);
  TEST_CALL (fixture->result, ante_outbox_cancel_async, outbox,
             ((AnteOutboxItem *) items->pdata[0])->id, NULL);
  text = ante_outbox_cancel_finish (outbox, fixture->result, NULL);
  g_assert_cmpstr (text, ==, "");
  ante_composer_take_back (ANTE_COMPOSER (composer), items->pdata[0]);
  test_wait_until (count_files (composer) == 1);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

static void
test_what_cannot_be_sent_is_not_put_to_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autofree char *words = write_file (fixture, "words.pdf", "no PDF");
  g_autoptr (GFile) bad = g_file_new_for_path (words);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->dir);
  g_autofree char *good_path = write_file (fixture, "good.pdf", "%PDF-1.4");
  g_autoptr (GFile) good = g_file_new_for_path (good_path);
  GSList third = { good, NULL };
  GSList second = { folder, &third };
  GSList first = { bad, &second };

  ante_attach_strip_add_files (strip_of (composer), &first);
  test_wait_until (count_files (composer) == 1);
  g_assert_true (test_shows_text (composer, "good.pdf"));
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  g_unlink (words);
  g_unlink (good_path);
}

/* Ours, too, may be gone when it is to leave. */
static void
test_copy_that_is_gone_does_not_take_the_words_along (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  GtkWidget *composer = make_composer (fixture, lead);
  AnteOutgoing *outgoing =
    ante_outbox_get_outgoing (ante_workspace_get_outbox (fixture->workspace));
  GtkTextView *view = GTK_TEXT_VIEW (test_find_widget (composer, "GtkTextView"));
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *path = NULL;

  add_pdf (fixture, composer, "one.pdf");
  TEST_CALL (fixture->result, ante_store_list_draft_files_async, store, lead->id, NULL);
  files = ante_store_list_draft_files_finish (store, fixture->result, NULL);
  path = ante_outgoing_dup_path (outgoing, files->pdata[0]);
  g_unlink (path);
  ante_composer_put_back (ANTE_COMPOSER (composer), "Here it is");
  press (composer, "Send");
  test_wait_until (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 10 &&
                   count_files (composer) == 1);
  items = list_items (fixture, lead);
  g_assert_cmpuint (items->len, ==, 0);
}

static void
test_closed_window_leads_to_instagram (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (composer);

  add_pdf (fixture, composer, "one.pdf");
  g_assert_null (find_button (composer, "Copy File & Open Instagram"));
  lead->last_lead_at -= G_GINT64_CONSTANT (30) * 24 * 3600 * 1000;
  ante_composer_refresh (ANTE_COMPOSER (composer));
  test_wait_until (find_button (composer, "Copy File & Open Instagram") != NULL);
  press (composer, "Copy & Open Instagram");
  test_wait_until (
    gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST));
  g_assert_cmpuint (count_files (composer), ==, 1);
}

static void
test_refused_account_is_told_before_sending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  AnteOutbox *outbox = ante_workspace_get_outbox (fixture->workspace);
  const AnteAccount *account = ante_workspace_get_account (fixture->workspace);
  GtkWidget *composer = NULL;
  g_autoptr (GPtrArray) items = NULL;

  TEST_CALL (fixture->result, ante_store_set_setting_async, store, "upload-refused",
             account->user_id, NULL);
  ante_outbox_set_client (outbox, NULL, account);
  composer = make_composer (fixture, lead);
  add_pdf (fixture, composer, "one.pdf");
  test_wait_until (
    test_shows_text (composer, "Instagram takes no files from here for this account."));
  press (composer, "Send");
  test_wait_until (count_files (composer) == 1);
  items = list_items (fixture, lead);
  g_assert_cmpuint (items->len, ==, 0);
  press (composer, "Try Again");
  test_wait_until (find_button (composer, "Copy File & Open Instagram") == NULL);
}

static gboolean
drop_on (GtkWidget *widget, GSList *files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
  }
  return taken;
}

static void
test_dropped_files_are_put_to_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autofree char *path = write_file (fixture, "dropped.pdf", "%PDF-1.4");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  ante_attach_strip_take_drops (strip_of (composer), composer);
  g_assert_true (drop_on (composer, &files));
  test_wait_until (count_files (composer) == 1);
  g_unlink (path);
}

static void
paste (GtkWidget *composer)
{
  g_signal_emit_by_name (test_find_widget (composer, "GtkTextView"), "paste-clipboard");
}

static void
test_pasted_picture_is_put_to_it_and_words_are_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (composer);
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (composer, "GtkTextView")));
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", png);
  GdkContentProvider *both[2] = { NULL, NULL };
  g_autoptr (GdkContentProvider) mixed = NULL;

  gdk_clipboard_set_content (clipboard, picture);
  paste (composer);
  test_wait_until (count_files (composer) == 1);
  g_assert_true (test_shows_text (composer, "Pasted picture.png"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);

  both[0] = gdk_content_provider_new_typed (G_TYPE_STRING, "words");
  both[1] = gdk_content_provider_new_for_bytes ("image/png", png);
  mixed = gdk_content_provider_new_union (both, 2);
  gdk_clipboard_set_content (clipboard, mixed);
  paste (composer);
  test_wait_until (gtk_text_buffer_get_char_count (buffer) == 5);
  g_assert_cmpuint (count_files (composer), ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/attach/taken-away", test_file_is_shown_and_can_be_taken_away_again);
  ADD ("/attach/with-its-lead", test_file_is_there_again_with_its_lead);
  ADD ("/attach/order", test_files_leave_in_order_and_before_the_words);
  ADD ("/attach/taken-back", test_what_was_taken_back_stands_there_again);
  ADD ("/attach/cannot-be-sent", test_what_cannot_be_sent_is_not_put_to_it);
  ADD ("/attach/gone", test_copy_that_is_gone_does_not_take_the_words_along);
  ADD ("/attach/closed", test_closed_window_leads_to_instagram);
  ADD ("/attach/refused", test_refused_account_is_told_before_sending);
  ADD ("/attach/dropped", test_dropped_files_are_put_to_it);
  ADD ("/attach/pasted", test_pasted_picture_is_put_to_it_and_words_are_words);
  return g_test_run ();
}
