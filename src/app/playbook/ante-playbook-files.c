#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-playbook-files.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"

/* A playbook of a hundred offers has a tenth of it. */
#define MAX_BYTES (2 * 1024 * 1024)

typedef struct {
  GtkWidget *from;
  GtkFileChooserNative *chooser;
  AntePlaybookOpenedFunc opened;
  gpointer data;
  GDestroyNotify free_data;
  GBytes *bytes; /* what is written; NULL while it is opened */
} Files;

static void
files_free (Files *files)
{
  g_object_unref (files->chooser);
  g_object_unref (files->from);
  g_clear_pointer (&files->bytes, g_bytes_unref);
  if (files->free_data != NULL)
    files->free_data (files->data);
  g_free (files);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Files *files = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &json, &length, NULL, &error))
    ante_toast (files->from, error->message);
  else if (!g_utf8_validate_len (json, length, NULL))
    ante_toast (files->from, _ ("This file is no playbook: it is not a text"));
  else
    files->opened (json, files->data);
  files_free (files);
}

static void
sized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Files *files = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_size (info) <= MAX_BYTES) {
    g_file_load_contents_async (G_FILE (source), NULL, loaded_cb, files);
    return;
  }
  ante_toast (files->from,
              info == NULL ? error->message : _ ("This file is too large to be a playbook"));
  files_free (files);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Files *files = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    ante_toast (files->from, error->message);
  else
    ante_toast (files->from, _ ("The playbook is saved"));
  files_free (files);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Files *files)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file == NULL)
    files_free (files);
  else if (files->bytes != NULL)
    g_file_replace_contents_bytes_async (
      file, files->bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, files);
  else
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, sized_cb, files);
}

static Files *
choose (GtkWidget *from, const char *title, GtkFileChooserAction action)
{
  Files *files = g_new0 (Files, 1);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  files->from = g_object_ref (from);
  files->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (from)),
                                                action, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Playbooks (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (files->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (files->chooser), TRUE);
  g_signal_connect (files->chooser, "response", G_CALLBACK (chosen_cb), files);
  return files;
}

void
ante_playbook_files_open (GtkWidget *from,
                          AntePlaybookOpenedFunc opened,
                          gpointer data,
                          GDestroyNotify free_data)
{
  Files *files = choose (from, _ ("Open a Playbook"), GTK_FILE_CHOOSER_ACTION_OPEN);

  files->opened = opened;
  files->data = data;
  files->free_data = free_data;
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (files->chooser));
}

void
ante_playbook_files_save (GtkWidget *from, const char *json)
{
  Files *files = choose (from, _ ("Save the Playbook"), GTK_FILE_CHOOSER_ACTION_SAVE);

  files->bytes = g_bytes_new (json, strlen (json));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (files->chooser), "playbook.json");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (files->chooser));
}
