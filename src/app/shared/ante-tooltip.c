#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-tooltip.h"

void
ante_tooltip_set (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
