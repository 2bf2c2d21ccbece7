#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-attach-sources.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "rules/ante-upload.h"

#define CHUNK (64 * 1024)

typedef struct {
  GtkWidget *owner;
  AnteAttachFunc func;
} Watch;

static Watch *
watch_new (GtkWidget *owner, AnteAttachFunc func)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->owner = owner;
  watch->func = func;
  return watch;
}

static void
watch_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* --- chosen ---------------------------------------------------------------------------------- */

static void
response_cb (GtkNativeDialog *dialog, int response, Watch *watch)
{
  g_autoptr (GListModel) files = NULL;
  GSList *chosen = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    for (guint i = g_list_model_get_n_items (files); i-- > 0;)
      chosen = g_slist_prepend (chosen, g_list_model_get_item (files, i));
    watch->func (chosen, watch->owner);
    g_slist_free_full (chosen, g_object_unref);
  }
  g_object_unref (watch->owner);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *types)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *types != NULL; types++)
    gtk_file_filter_add_mime_type (filter, *types);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ante_attach_sources_choose (GtkWidget *owner, AnteAttachFunc func)
{
  static const char *const taken[] = {
    "image/png",       "image/jpeg", "video/mp4", "video/quicktime", "video/x-msvideo", "video/ogg",
    "video/webm",      "audio/aac",  "audio/mp4", "audio/x-m4a",     "audio/x-wav",     "audio/wav",
    "application/pdf", NULL,
  };
  static const char *const all[] = { "*/*", NULL };
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Attach Files"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("What Instagram Takes"), taken);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All Files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         watch_new (g_object_ref (owner), func), watch_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- dropped --------------------------------------------------------------------------------- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Watch *watch)
{
  GSList *files = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  watch->func (files, watch->owner);
  g_slist_free (files);
  return TRUE;
}

/* Before the text that is written sees it, which would take in the file's address. */
void
ante_attach_sources_watch_drops (GtkWidget *owner, GtkWidget *widget, AnteAttachFunc func)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), watch_new (owner, func), watch_free,
                         0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* --- pasted ---------------------------------------------------------------------------------- */

typedef struct {
  GtkWidget *owner;
  AnteAttachFunc func;
  GInputStream *stream;
  GByteArray *bytes;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->owner);
  g_clear_object (&paste->stream);
  g_byte_array_unref (paste->bytes);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
tell_unreadable (Paste *paste, const GError *error)
{
  g_message ("the clipboard could not be read: %s", error->message);
  ante_toast (paste->owner, _ ("What is on the clipboard could not be read. Copy it once more."));
}

static void read_next (Paste *paste);

/* A little more than is taken is enough to tell that it is too much. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  g_autoptr (GInputStream) whole = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GSList *sources = NULL;

  if (chunk == NULL) {
    tell_unreadable (paste, error);
    return;
  }
  g_byte_array_append (paste->bytes, g_bytes_get_data (chunk, NULL),
                       (guint) g_bytes_get_size (chunk));
  if (g_bytes_get_size (chunk) > 0 && paste->bytes->len <= ANTE_UPLOAD_MAX_PICTURE) {
    read_next (g_steal_pointer (&paste));
    return;
  }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&paste->bytes));
  paste->bytes = g_byte_array_new ();
  whole = g_memory_input_stream_new_from_bytes (bytes);
  sources = g_slist_prepend (NULL, whole);
  paste->func (sources, paste->owner);
  g_slist_free (sources);
}

static void
read_next (Paste *paste)
{
  g_input_stream_read_bytes_async (paste->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, read_cb, paste);
}

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (paste->stream != NULL)
    read_next (g_steal_pointer (&paste));
  else
    tell_unreadable (paste, error);
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  GSList *files = NULL;

  if (value == NULL) {
    tell_unreadable (paste, error);
    return;
  }
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  paste->func (files, paste->owner);
  g_slist_free (files);
}

static gboolean
has_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

static gboolean
has_text (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
         gdk_content_formats_contain_mime_type (formats, "text/plain") ||
         gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8");
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
         gdk_content_formats_contain_mime_type (formats, "image/png") ||
         gdk_content_formats_contain_mime_type (formats, "image/jpeg");
}

/* A file's name is text as well; of what is text and a picture the words are wanted here. */
static void
paste_cb (GtkTextView *view, Watch *watch)
{
  static const char *mimes[] = { "image/png", "image/jpeg", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = has_files (formats);
  Paste *paste = NULL;

  if (!files && (has_text (formats) || !has_picture (formats)))
    return;
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste = g_new0 (Paste, 1);
  paste->owner = g_object_ref (watch->owner);
  paste->func = watch->func;
  paste->bytes = g_byte_array_new ();
  if (files)
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_cb, paste);
  else
    gdk_clipboard_read_async (clipboard, mimes, G_PRIORITY_DEFAULT, NULL, picture_cb, paste);
}

void
ante_attach_sources_watch_pastes (GtkWidget *owner, GtkTextView *view, AnteAttachFunc func)
{
  g_signal_connect_data (view, "paste-clipboard", G_CALLBACK (paste_cb), watch_new (owner, func),
                         watch_free, 0);
}
