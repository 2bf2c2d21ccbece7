#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_VERTICAL_LABEL (ante_vertical_label_get_type ())
G_DECLARE_FINAL_TYPE (AnteVerticalLabel, ante_vertical_label, ANTE, VERTICAL_LABEL, GtkWidget)

/* A line of text that runs downwards, cut with "…" where it ends. */
GtkWidget *ante_vertical_label_new (void);
void ante_vertical_label_set_text (AnteVerticalLabel *self, const char *text);

G_END_DECLS
