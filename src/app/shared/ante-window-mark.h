#pragma once

#include <gtk/gtk.h>

#include "rules/ante-window.h"

G_BEGIN_DECLS

/* Gives a label that tells the reply window the look of its state. */
void ante_window_mark (GtkWidget *label, const AnteWindow *window, gint64 now);

G_END_DECLS
