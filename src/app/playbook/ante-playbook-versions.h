#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PLAYBOOK_VERSIONS (ante_playbook_versions_get_type ())
G_DECLARE_FINAL_TYPE (AntePlaybookVersions, ante_playbook_versions, ANTE, PLAYBOOK_VERSIONS, AdwBin)

/* Every version that was kept, with what was new in it. Signal "taken" (string): the document of
 * one that is to be gone on with. */
GtkWidget *ante_playbook_versions_new (void);
void ante_playbook_versions_show (AntePlaybookVersions *self, AnteWorkspace *workspace);

G_END_DECLS
