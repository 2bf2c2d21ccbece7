#pragma once

#include <gtk/gtk.h>

#include "rules/ante-window.h"

G_BEGIN_DECLS

/* Gives what tells the reply window the look of its state. */
void ante_window_mark (GtkWidget *words, const AnteWindow *window, gint64 now);
const char *ante_window_get_icon (const AnteWindow *window, gint64 now);

G_END_DECLS
