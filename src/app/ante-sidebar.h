#pragma once

#include <adwaita.h>

#include "app/approvals/ante-ai-pause.h"
#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SIDEBAR (ante_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AnteSidebar, ante_sidebar, ANTE, SIDEBAR, AdwBin)

/* The places with their counts, and below them the account with how fresh its data is. */
void ante_sidebar_set_workspace (AnteSidebar *self, AnteWorkspace *workspace);
void ante_sidebar_select (AnteSidebar *self, const char *place);
void ante_sidebar_popup_menu (AnteSidebar *self);
AnteAiPause *ante_sidebar_get_pause (AnteSidebar *self);

G_END_DECLS
