#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ante_drag_escape_let_through:
 * @drag: one that has begun
 *
 * Makes Escape cancel @drag on X11 too. GTK 4 takes the key from the whole display while something
 * is dragged, and then has no window of its own that the press belongs to: it is lost. Not taken,
 * it comes to the window with the keyboard, and GTK cancels as it does everywhere else.
 */
void ante_drag_escape_let_through (GdkDrag *drag);

G_END_DECLS
