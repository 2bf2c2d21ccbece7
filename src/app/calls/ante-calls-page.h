#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CALLS_PAGE (ante_calls_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteCallsPage, ante_calls_page, ANTE, CALLS_PAGE, AdwBin)

/* Calls that are to come and those that were, the brief of each beside, and what came of it. */
GtkWidget *ante_calls_page_new (void);
void ante_calls_page_set_workspace (AnteCallsPage *self, AnteWorkspace *workspace);
void ante_calls_page_focus (AnteCallsPage *self);

G_END_DECLS
