#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_WRAP_LAYOUT (ante_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AnteWrapLayout, ante_wrap_layout, ANTE, WRAP_LAYOUT, GtkLayoutManager)

/* One child after another as words stand in a text: those that find no room begin a new line. A
 * last child with %GTK_ALIGN_END stands at the end of the first. */
GtkLayoutManager *ante_wrap_layout_new (void);

G_END_DECLS
