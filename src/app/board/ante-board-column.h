#pragma once

#include <adwaita.h>

#include "app/board/ante-card-column.h"
#include "engine/ante-workspace.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BOARD_COLUMN (ante_board_column_get_type ())
G_DECLARE_FINAL_TYPE (AnteBoardColumn, ante_board_column, ANTE, BOARD_COLUMN, AdwBin)

/* A stage on the board: its name, count and menu over its cards; or a strip of it, which takes
 * cards and opens. */
GtkWidget *ante_board_column_new (AnteStage *stage, AnteLeadModel *model);
void ante_board_column_set_stage (AnteBoardColumn *self, AnteStage *stage);
/* See ante_column_head_set_board(). */
void
ante_board_column_set_board (AnteBoardColumn *self, AnteWorkspace *workspace, GPtrArray *stages);
void ante_board_column_set_now (AnteBoardColumn *self, gint64 now, gboolean human_agent);
/* In a lane its head stands over all lanes, and it is as high as a few cards. */
void ante_board_column_set_in_lane (AnteBoardColumn *self, gboolean in_lane);
AnteStage *ante_board_column_get_stage (AnteBoardColumn *self);
AnteLeadModel *ante_board_column_get_model (AnteBoardColumn *self);
/* (transfer full) (nullable): the lead's snapshot, if it is known here. */
AnteLead *ante_board_column_dup_lead (AnteBoardColumn *self, gint64 lead);
AnteCardColumn *ante_board_column_get_cards (AnteBoardColumn *self);
/* The keyboard goes to the card of @lead, or to the strip in which it is; FALSE when it is not
 * here. */
gboolean ante_board_column_focus_lead (AnteBoardColumn *self, gint64 lead);
/* Row id of the lead that has the keyboard, on its card or within the strip; 0 for none. */
gint64 ante_board_column_get_focused (AnteBoardColumn *self);

G_END_DECLS
