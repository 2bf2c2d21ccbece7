#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_ANCHORED_VIEW (ante_anchored_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteAnchoredView, ante_anchored_view, ANTE, ANCHORED_VIEW, GtkWidget)

/*
 * A viewport over rows that come, go and grow: who stands at the end stays at the end, and for
 * anybody else the row they look at stays where it is. For a scrolled window; its child is given in
 * the builder file, the rows are the children of ante_anchored_view_set_rows()'s box within it.
 *
 * Signal "scrolled": the place or the height has changed. It may come while the window is being
 * laid out: nothing may be shown or hidden in it.
 */
void ante_anchored_view_set_rows (AnteAnchoredView *self, GtkWidget *rows);
/* Property-like: setting it to %TRUE goes there; scrolling decides it after that. */
void ante_anchored_view_set_at_end (AnteAnchoredView *self, gboolean at_end);
gboolean ante_anchored_view_get_at_end (AnteAnchoredView *self);
/* Goes to a row, which may have no place yet, and stays there; not where it is in view already. */
void ante_anchored_view_show_row (AnteAnchoredView *self, GtkWidget *row);
/* @height: of the view, pixels. @above, @below: how much of the rows lies out of view, pixels. */
void
ante_anchored_view_measure (AnteAnchoredView *self, double *height, double *above, double *below);

G_END_DECLS
