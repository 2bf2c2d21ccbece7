#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys, over @window. */
void ante_shortcuts_present (GtkApplicationWindow *window);

G_END_DECLS
