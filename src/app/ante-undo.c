#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-undo.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "engine/ante-commands.h"

/* Takes @toasts. */
static void
finish (AdwToastOverlay *toasts, GObject *source, GAsyncResult *result, const char *done)
{
  g_autoptr (AdwToastOverlay) overlay = toasts;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone =
    ante_command_undo_finish (ANTE_WORKSPACE (source), result, &error);
  GtkWidget *from = gtk_widget_get_first_child (GTK_WIDGET (overlay));

  if (from == NULL)
    return; /* closed meanwhile */
  if (undone != NULL)
    ante_toast (from, done);
  else if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    ante_toast (from, _ ("There is nothing to take back"));
  else
    ante_toast_error (from, error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (user_data, source, result, _ ("Taken back"));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (user_data, source, result, _ ("Done again"));
}

static gboolean
is_undone_in_text (GtkWindow *window, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return (GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus)) &&
         gtk_widget_activate_action (focus, action, NULL);
}

void
ante_undo (GtkWindow *window, AdwToastOverlay *toasts, AnteWorkspace *workspace)
{
  if (workspace != NULL && !is_undone_in_text (window, "text.undo"))
    ante_command_undo_async (workspace, 0, undone_cb, g_object_ref (toasts));
}

void
ante_redo (GtkWindow *window, AdwToastOverlay *toasts, AnteWorkspace *workspace)
{
  if (workspace != NULL && !is_undone_in_text (window, "text.redo"))
    ante_command_redo_async (workspace, redone_cb, g_object_ref (toasts));
}

void
ante_undo_act (AdwToastOverlay *toasts, AnteWorkspace *workspace, gint64 act, const char *dir)
{
  if (workspace != NULL &&
      g_str_equal (dir, ante_store_get_data_dir (ante_workspace_get_store (workspace))))
    ante_command_undo_async (workspace, act, undone_cb, g_object_ref (toasts));
  else
    ante_toast (gtk_widget_get_first_child (GTK_WIDGET (toasts)),
                _ ("There is nothing to take back"));
}
