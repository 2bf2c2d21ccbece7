#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FIRST_RUN (ante_first_run_get_type ())
G_DECLARE_FINAL_TYPE (AnteFirstRun, ante_first_run, ANTE, FIRST_RUN, AdwBin)

/* Three doors into an empty workspace. Signal "done": a person went through one of them here. */
void ante_first_run_set_workspace (AnteFirstRun *self, AnteWorkspace *workspace);
/* Connecting alone, for a workspace that was begun before: going back leads out. */
void ante_first_run_begin_connect (AnteFirstRun *self);

G_END_DECLS
