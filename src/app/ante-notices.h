#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_NOTICES (ante_notices_get_type ())
G_DECLARE_FINAL_TYPE (AnteNotices, ante_notices, ANTE, NOTICES, AdwBin)

/* One line over the pages when something keeps Anteroom from reading or sending: what it is, and
 * what to do. */
GtkWidget *ante_notices_new (void);
void ante_notices_set_workspace (AnteNotices *self, AnteWorkspace *workspace);

G_END_DECLS
