#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MERGE_POPOVER (ante_merge_popover_get_type ())
G_DECLARE_FINAL_TYPE (AnteMergePopover, ante_merge_popover, ANTE, MERGE_POPOVER, GtkPopover)

/* Finds the other of whom @lead is the same person, by letters of a name or a handle, those called
 * the same first; who is chosen is merged into it, which is told over @from. */
GtkWidget *ante_merge_popover_new (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
