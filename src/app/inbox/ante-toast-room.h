#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the last of @rows out from under what is said over the window, as long as it is said. */
void ante_toast_room_keep (GtkWidget *rows);

G_END_DECLS
