#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-owner.h"

#include "model/ante-party.h"

void
ante_owner_mark (GtkWidget *widget, const char *owner)
{
  if (g_strcmp0 (owner, ANTE_PARTY_NONE) == 0)
    gtk_widget_add_css_class (widget, "unowned");
  else
    gtk_widget_remove_css_class (widget, "unowned");
}
