#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ante_scroll_through:
 * @scroller: one that stands within another
 *
 * What wheel, tilt or swipe want along an axis on which @scroller has nothing to scroll moves the
 * next one round it that has: a #GtkScrolledWindow keeps it to itself. Shift turns the wheel.
 */
void ante_scroll_through (GtkScrolledWindow *scroller);

G_END_DECLS
