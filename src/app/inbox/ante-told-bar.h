#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_TOLD_BAR (ante_told_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteToldBar, ante_told_bar, ANTE, TOLD_BAR, AdwBin)

/* A quiet line over an answer that tells a price, a link or a promise which the lead was told
 * already: when, and the way there. Property "view": the text view that it watches. */
void ante_told_bar_set_workspace (AnteToldBar *self, AnteWorkspace *workspace);
/* By row; 0: none. */
void ante_told_bar_set_lead (AnteToldBar *self, gint64 lead_id);

G_END_DECLS
