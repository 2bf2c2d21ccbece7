#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/print/ante-print.h"

#include <glib/gi18n.h>

#include "app/print/ante-print-settings.h"
#include "app/shared/ante-toasts.h"

/* A PDF is set in a thread and written without keeping anybody waiting. */

typedef struct {
  GtkWidget *from;
  GtkFileChooserNative *chooser;
  AnteSheets *sheets;
  AntePaper paper;
  GFile *file;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->chooser);
  g_clear_object (&save->file);
  g_object_unref (save->from);
  ante_sheets_free (save->sheets);
  g_free (save);
}

static void
say (Save *save, const char *text)
{
  if (gtk_widget_get_root (save->from) != NULL)
    ante_toast (save->from, text);
}

static void
say_failed (Save *save, const GError *error)
{
  g_autofree char *text =
    g_strdup_printf (_ ("The PDF was not saved: %s. Choose another folder"), error->message);

  say (save, text);
}

static void
say_saved (Save *save)
{
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), shown);

  say (save, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    say_saved (save);
  else
    say_failed (save, error);
  save_free (save);
}

static void
set_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  GBytes *bytes = ante_sheets_to_pdf (save->sheets, &save->paper, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL) {
    g_file_replace_contents_bytes_async (save->file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, save);
    return;
  }
  say_failed (save, error);
  save_free (save);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Save *save)
{
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    save->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (save->file == NULL) {
    save_free (save);
    return;
  }
  task = g_task_new (NULL, NULL, set_cb, save);
  g_task_set_task_data (task, save, NULL);
  g_task_run_in_thread (task, set_thread);
}

void
ante_print_save_pdf (GtkWidget *from, AnteSheets *sheets, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GtkFileFilter) filter = NULL;
  Save *save = NULL;

  if (root == NULL) {
    ante_sheets_free (sheets);
    return;
  }
  save = g_new0 (Save, 1);
  save->from = g_object_ref (from);
  save->sheets = sheets;
  save->paper = ante_print_settings_get_paper ();
  save->chooser = gtk_file_chooser_native_new (_ ("Save as PDF"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("PDF"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (save->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->chooser), TRUE);
  g_signal_connect (save->chooser, "response", G_CALLBACK (chosen_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));
}
