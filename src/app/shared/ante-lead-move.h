#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * ante_lead_move:
 * @from: over which widget is told what came of it
 * @move: (transfer full): which leads, and where to
 * @stage: that place
 * @words: (transfer full): what is told when it is done: "Ana is in Booked"
 *
 * Moves leads; where some lack what the stage asks for, asks for that alone, and puts a board's
 * cards back unless it is given.
 */
void ante_lead_move (
  GtkWidget *from, AnteWorkspace *workspace, AnteMove *move, AnteStage *stage, char *words);

G_END_DECLS
