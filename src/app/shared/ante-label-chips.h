#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_LABEL_CHIPS (ante_label_chips_get_type ())
G_DECLARE_FINAL_TYPE (AnteLabelChips, ante_label_chips, ANTE, LABEL_CHIPS, GtkWidget)

/*
 * The labels of a lead where there is little room: the first two, and how many more there are. The
 * tooltip names all.
 */
/* @names, @colours: (array zero-terminated=1) (nullable): see AnteLead. */
void ante_label_chips_set (AnteLabelChips *self, char *const *names, char *const *colours);

/* One of them, whole. */
GtkWidget *ante_label_chip_new (const char *name, const char *colour);

G_END_DECLS
