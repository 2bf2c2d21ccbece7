#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnteEdgeScroll:
 *
 * Scrolls while something that is dragged hovers near an end of what can be scrolled. Zeroed is its
 * resting state.
 */
typedef struct {
  GtkAdjustment *adjustment;
  guint source;
  int direction;
} AnteEdgeScroll;

/* @place: where the pointer is, pixels from the start of a view of @length. */
void
ante_edge_scroll_hover (AnteEdgeScroll *self, GtkAdjustment *adjustment, double place, int length);
void ante_edge_scroll_stop (AnteEdgeScroll *self);

G_END_DECLS
