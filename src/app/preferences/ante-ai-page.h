#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_AI_PAGE (ante_ai_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteAiPage, ante_ai_page, ANTE, AI_PAGE, AdwPreferencesPage)

/* Who is asked for drafts, what of a lead may leave, what it may cost, and all that has left. A
 * change counts at once, and can be taken back. */
void ante_ai_page_set_workspace (AnteAiPage *self, AnteWorkspace *workspace);

G_END_DECLS
