#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD_PANEL (ante_lead_panel_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadPanel, ante_lead_panel, ANTE, LEAD_PANEL, AdwBin)

/* Beside a thread: who it is, who owns them, where they came from, what is next, how long there is
 * to answer, what happened. */
GtkWidget *ante_lead_panel_new (void);
void ante_lead_panel_set_workspace (AnteLeadPanel *self, AnteWorkspace *workspace);
void ante_lead_panel_set_lead (AnteLeadPanel *self, gint64 lead);

G_END_DECLS
