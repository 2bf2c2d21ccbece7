#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-shortcuts.h"

/* Made once: it then shows the accelerators that the actions really have. */
void
ante_shortcuts_present (GtkApplicationWindow *window)
{
  if (gtk_application_window_get_help_overlay (window) == NULL) {
    g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (ANTE_APP_PATH "/ui/ante-shortcuts.ui");

    gtk_application_window_set_help_overlay (
      window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}
