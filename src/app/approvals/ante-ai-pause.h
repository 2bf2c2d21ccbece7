#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_AI_PAUSE (ante_ai_pause_get_type ())
G_DECLARE_FINAL_TYPE (AnteAiPause, ante_ai_pause, ANTE, AI_PAUSE, AdwBin)

/*
 * A line that stands wherever one is while all automation is held, with the way back; or, with
 * property "standing", a button that is always there and does either. Property "paused" tells.
 */
void ante_ai_pause_set_workspace (AnteAiPause *self, AnteWorkspace *workspace);
/* Holds all automation, or lets it go on. */
void ante_ai_pause_toggle (AnteAiPause *self);

G_END_DECLS
