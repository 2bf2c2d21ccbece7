#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_SIDE_LAYOUT (ante_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (AnteSideLayout, ante_side_layout, ANTE, SIDE_LAYOUT, GtkLayoutManager)

/* Children below one another, each as wide as it likes to be where there is room, at @side (start
 * or end). A box whose alignment says so tries out a dozen widths for each row it places. */
GtkLayoutManager *ante_side_layout_new (GtkAlign side);

G_END_DECLS
