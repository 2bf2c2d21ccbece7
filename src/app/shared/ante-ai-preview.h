#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_AI_PREVIEW (ante_ai_preview_get_type ())
G_DECLARE_FINAL_TYPE (AnteAiPreviewWindow, ante_ai_preview, ANTE, AI_PREVIEW, AdwWindow)

/* Every word that a provider of AI would be sent for a draft to @lead, over the window that @from
 * is in. Nothing is sent. */
void ante_ai_preview_show (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
