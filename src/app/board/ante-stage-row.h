#pragma once

#include <adwaita.h>

#include "model/ante-stage.h"

G_BEGIN_DECLS

/* What is asked of a stage in the list of all. */
typedef enum {
  ANTE_STAGE_ROW_UP,
  ANTE_STAGE_ROW_DOWN,
  ANTE_STAGE_ROW_SETTINGS,
  ANTE_STAGE_ROW_HIDE,
} AnteStageRowWish;

#define ANTE_TYPE_STAGE_ROW (ante_stage_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteStageRow, ante_stage_row, ANTE, STAGE_ROW, AdwActionRow)

/* Signal "asked" (AnteStageRow *row, guint wish): a button was pressed; HIDE shows what is hidden.
 */
GtkWidget *ante_stage_row_new (void);
void ante_stage_row_set_stage (AnteStageRow *self, AnteStage *stage, guint place, guint n_stages);
AnteStage *ante_stage_row_get_stage (AnteStageRow *self);
/* The keyboard goes to the button of that wish, or to the other way at an end of the list. */
void ante_stage_row_focus (AnteStageRow *self, AnteStageRowWish wish);

G_END_DECLS
