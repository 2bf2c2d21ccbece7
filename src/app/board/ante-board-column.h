#pragma once

#include <adwaita.h>

#include "app/board/ante-card-column.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BOARD_COLUMN (ante_board_column_get_type ())
G_DECLARE_FINAL_TYPE (AnteBoardColumn, ante_board_column, ANTE, BOARD_COLUMN, AdwBin)

/* A stage on the board: its name and count over its cards. */
GtkWidget *ante_board_column_new (AnteStage *stage, AnteLeadModel *model);
void ante_board_column_set_stage (AnteBoardColumn *self, AnteStage *stage);
void ante_board_column_set_now (AnteBoardColumn *self, gint64 now, gboolean human_agent);
AnteStage *ante_board_column_get_stage (AnteBoardColumn *self);
AnteLeadModel *ante_board_column_get_model (AnteBoardColumn *self);
AnteCardColumn *ante_board_column_get_cards (AnteBoardColumn *self);

G_END_DECLS
