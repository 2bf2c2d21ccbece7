#pragma once

#include <gio/gio.h>

#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * ante_stage_menu_new:
 * @stages: (element-type AnteStage): all of them
 *
 * Returns: (transfer full): what can be done to @stage, by the actions "stage.…" of its column
 */
GMenuModel *ante_stage_menu_new (AnteStage *stage, GPtrArray *stages);

/* The next stage in sight on that side, @by -1 or 1: its place among @stages, or -1. */
int ante_stage_menu_find_neighbour (AnteStage *stage, GPtrArray *stages, int by);

G_END_DECLS
