#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_WRAP_BOX (ante_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (AnteWrapBox, ante_wrap_box, ANTE, WRAP_BOX, GtkWidget)

/* Children one after the other, each as wide as it likes, in as many lines as it takes. */
void ante_wrap_box_append (AnteWrapBox *self, GtkWidget *child);
void ante_wrap_box_clear (AnteWrapBox *self);

G_END_DECLS
