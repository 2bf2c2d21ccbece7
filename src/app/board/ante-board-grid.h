#pragma once

#include <adwaita.h>

#include "app/board/ante-board-column.h"
#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/**
 * AnteBoardLanes:
 * @ANTE_BOARD_LANES_NONE: a column a stage
 * @ANTE_BOARD_LANES_OWNER: a row an owner, across the stages
 * @ANTE_BOARD_LANES_SOURCE: a row a kind of source
 */
typedef enum {
  ANTE_BOARD_LANES_NONE,
  ANTE_BOARD_LANES_OWNER,
  ANTE_BOARD_LANES_SOURCE,
} AnteBoardLanes;

/**
 * AnteBoardFilterFunc:
 * @filter: (inout): all leads of a column's stage and lane; to be narrowed. What it points to stays
 * until the call's caller has copied it
 */
typedef void (*AnteBoardFilterFunc) (AnteLeadFilter *filter, gpointer user_data);

#define ANTE_TYPE_BOARD_GRID (ante_board_grid_get_type ())
G_DECLARE_FINAL_TYPE (AnteBoardGrid, ante_board_grid, ANTE, BOARD_GRID, AdwBin)

/*
 * The columns of the board: one row of them, or a row a lane under heads of their own. It knows
 * which there are and what stands beside what; what happens on them is the page's.
 *
 * Signals: "column-added" (AnteBoardColumn): one was made; "rows-changed": where they stand.
 */
void ante_board_grid_set_workspace (AnteBoardGrid *self, AnteWorkspace *workspace);
void
ante_board_grid_set_filter_func (AnteBoardGrid *self, AnteBoardFilterFunc func, gpointer user_data);
/* The filter says something else now: every column is read again. */
void ante_board_grid_filter_changed (AnteBoardGrid *self);
/* (element-type AnteStage) in the board's order. Columns that stay keep their scroll and cards. */
void ante_board_grid_set_stages (AnteBoardGrid *self, GPtrArray *stages);
/* @keys: (nullable): owners or nicks of sources, a lane each, in their order. */
void ante_board_grid_set_lanes (AnteBoardGrid *self, AnteBoardLanes lanes, GStrv keys);
/* The board as it was at @at, ms (see ante_store_list_as_of_async()), to be looked at alone; 0: as
 * it is. There are no lanes in the past. */
void ante_board_grid_set_past (AnteBoardGrid *self, gint64 at, GHashTable *stages);
gboolean ante_board_grid_has_lane (AnteBoardGrid *self, const char *key);

/* What is late, how old and for how long still is shown as of @now. */
void ante_board_grid_set_now (AnteBoardGrid *self, gint64 now, gboolean human_agent);

/* (transfer none) (element-type AnteBoardColumn): lane by lane, each in the order of the stages. */
GPtrArray *ante_board_grid_get_columns (AnteBoardGrid *self);
/* (nullable): where the lead's card stands. */
AnteBoardColumn *ante_board_grid_find (AnteBoardGrid *self, gint64 lead);
/* (nullable): @by columns on in the same lane. */
AnteBoardColumn *ante_board_grid_get_beside (AnteBoardGrid *self, AnteBoardColumn *column, int by);
/* (nullable): the same stage, @by lanes on. */
AnteBoardColumn *ante_board_grid_get_below (AnteBoardGrid *self, AnteBoardColumn *column, int by);
/* (nullable): the owner whose lane it is in. */
const char *ante_board_grid_get_lane_owner (AnteBoardGrid *self, AnteBoardColumn *column);
/* A box with a child a stage, each as wide as its column and where that stands. */
GtkWidget *ante_board_grid_get_row (AnteBoardGrid *self);

G_END_DECLS
