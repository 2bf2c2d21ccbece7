#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LABEL_POPOVER (ante_label_popover_get_type ())
G_DECLARE_FINAL_TYPE (AnteLabelPopover, ante_label_popover, ANTE, LABEL_POPOVER, GtkPopover)

/*
 * The labels of @leads (element-type AnteLead): ticked are those that all of them have. What is
 * typed narrows the list; Enter does what the marked row says, which may be to begin a new one.
 * @from: over the window that it is in things are said.
 */
GtkWidget *ante_label_popover_new (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads);

G_END_DECLS
