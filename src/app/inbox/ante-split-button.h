#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "store/ante-store-leads.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SPLIT_BUTTON (ante_split_button_get_type ())
G_DECLARE_FINAL_TYPE (AnteSplitButton, ante_split_button, ANTE, SPLIT_BUTTON, AdwBin)

/*
 * Which conversations the inbox lists: all, what waits for an answer, what one person owns, what
 * stands in one stage, what sleeps, who is no lead. Its popover counts each of them when it is
 * opened. Signal "changed": another one was chosen.
 */
GtkWidget *ante_split_button_new (void);
/* Chooses all. */
void ante_split_button_set_workspace (AnteSplitButton *self, AnteWorkspace *workspace);
/* Sets what the split asks for in @filter; its owner is (transfer none), good until another split
 * is chosen. Returns: %FALSE when that is nothing: all are listed. */
gboolean ante_split_button_get_filter (AnteSplitButton *self, AnteLeadFilter *filter);
void ante_split_button_choose_all (AnteSplitButton *self);
/* The live leads that have no @what: "owner", "step" or "source". */
void ante_split_button_choose_lacking (AnteSplitButton *self, const char *what);
/* How many the list holds now, said beside the name. */
void ante_split_button_set_count (AnteSplitButton *self, guint count);

G_END_DECLS
