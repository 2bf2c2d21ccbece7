#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_BESIDE_LAYOUT (ante_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (AnteBesideLayout, ante_beside_layout, ANTE, BESIDE_LAYOUT, GtkLayoutManager)

/* Two children: the second stands beside the first, @beside wide, where that leaves the first
 * @enough; else below it. */
GtkLayoutManager *ante_beside_layout_new (int beside, int enough);

G_END_DECLS
