#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whatever names a lead's owner is red while there is none. */
void ante_owner_mark (GtkWidget *widget, const char *owner);

G_END_DECLS
