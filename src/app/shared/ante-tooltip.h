#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ante_tooltip_set:
 * @widget: what has the tooltip
 * @text: (nullable): its words; %NULL: no tooltip
 *
 * As gtk_widget_set_tooltip_text(), but free where the words are those it has: GTK asks the X
 * server where the pointer is each time that one is set, and waits for the answer.
 */
void ante_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
