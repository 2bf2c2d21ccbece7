#pragma once

#include <adwaita.h>

#include "engine/ante-commands.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_GATE_DIALOG (ante_gate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnteGateDialog, ante_gate_dialog, ANTE, GATE_DIALOG, AdwWindow)

/**
 * ante_gate_dialog_ask:
 * @from: what the leads were moved on; over its window
 * @move: the move that failed; copied
 * @stage: where to
 * @words: what is told over @from when it is done
 * @missing: (element-type AnteMissing): which leads lack what
 *
 * Asks for what is missing and for nothing else. Saved, it is one act with the move; moved anyway,
 * a reason is asked for and kept; cancelled, nothing is done, and a board shows its cards where
 * they were.
 */
void ante_gate_dialog_ask (GtkWidget *from,
                           AnteWorkspace *workspace,
                           const AnteMove *move,
                           AnteStage *stage,
                           const char *words,
                           GPtrArray *missing);

G_END_DECLS
