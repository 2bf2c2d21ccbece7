#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_STAGES_WINDOW (ante_stages_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteStagesWindow, ante_stages_window, ANTE, STAGES_WINDOW, AdwWindow)

/* All stages in the order of the board, the hidden ones too: to be moved, hidden, shown, added. */
GtkWidget *ante_stages_window_new (GtkWindow *parent, AnteWorkspace *workspace);

G_END_DECLS
