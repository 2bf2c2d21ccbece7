#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list in a popover, chosen from while the keyboard is in a text. */

/* Makes @scroller as high as @rows are, and no higher than @highest, pixels; with a bar only where
 * those are too many, for it needs room of its own. */
void ante_list_popup_fit (GtkScrolledWindow *scroller, GtkListBox *rows, int highest);
/* @row: (nullable). The keyboard is elsewhere, so that the list does not follow by itself. */
void ante_list_popup_select (GtkScrolledWindow *scroller, GtkListBox *rows, GtkListBoxRow *row);

G_END_DECLS
