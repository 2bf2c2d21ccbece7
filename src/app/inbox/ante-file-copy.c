#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-file-copy.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"

typedef struct {
  GtkWidget *widget;
  GSList *files;
  char *mime;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->widget);
  g_slist_free_full (copy->files, g_object_unref);
  g_free (copy->mime);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

/* @bytes: (nullable): of a picture, for a program that pastes those and no files. */
static void
put (Copy *copy, GBytes *bytes)
{
  GdkContentProvider *providers[2] = { NULL, NULL };
  g_autoptr (GdkContentProvider) whole = NULL;
  GdkFileList *list = gdk_file_list_new_from_list (copy->files);
  gsize n = 0;

  providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  if (bytes != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes (copy->mime, bytes);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  whole = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (copy->widget), whole);
  ante_toast (copy->widget,
              g_slist_length (copy->files) > 1
                ? _ ("Files copied. Paste them in Instagram; Anteroom notes them when they come "
                     "back.")
                : _ ("File copied. Paste it in Instagram; Anteroom notes it when it comes back."));
  gtk_widget_activate_action (copy->widget, "lead.instagram", NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error)) {
    g_message ("a file could not be copied: %s", error->message);
    ante_toast (copy->widget, _ ("The file is not there any more. Attach it again."));
    return;
  }
  bytes = g_bytes_new_take (contents, length);
  put (copy, bytes);
}

void
ante_file_copy_and_open (GtkWidget *widget, AnteOutgoing *outgoing, GPtrArray *files)
{
  g_autoptr (Copy) copy = g_new0 (Copy, 1);
  const AnteOutgoingFile *first = files->len > 0 ? files->pdata[0] : NULL;

  copy->widget = g_object_ref (widget);
  for (guint i = files->len; i-- > 0;) {
    g_autofree char *path = ante_outgoing_dup_path (outgoing, files->pdata[i]);

    copy->files = g_slist_prepend (copy->files, g_file_new_for_path (path));
  }
  if (first == NULL)
    return;
  copy->mime = g_strdup (first->mime);
  if (files->len == 1 && first->kind == ANTE_MESSAGE_IMAGE) {
    GFile *file = copy->files->data;

    g_file_load_contents_async (file, NULL, loaded_cb, g_steal_pointer (&copy));
  } else {
    put (copy, NULL);
  }
}
