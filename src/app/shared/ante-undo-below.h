#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the class of a window that stands over the main one: undo belongs to the window below, and so
 * do its keys and the button of a toast. */
void ante_undo_below_install (GtkWidgetClass *widget_class);

G_END_DECLS
