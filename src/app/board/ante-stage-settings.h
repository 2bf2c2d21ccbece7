#pragma once

#include <adwaita.h>

#include "engine/ante-stage-commands.h"

G_BEGIN_DECLS

#define ANTE_TYPE_STAGE_SETTINGS (ante_stage_settings_get_type ())
G_DECLARE_FINAL_TYPE (AnteStageSettings, ante_stage_settings, ANTE, STAGE_SETTINGS, AdwWindow)

/* Name, limit, ageing and what a lead must have, in one form that is one act. The undo toast is
 * shown over @from. */
GtkWidget *ante_stage_settings_new (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage);

G_END_DECLS
