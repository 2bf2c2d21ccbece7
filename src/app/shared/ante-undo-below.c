#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-undo-below.h"

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

void
ante_undo_below_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.undo-acts", "(axs)", forward_action);
}
