#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-message.h"
#include "model/ante-outbox-item.h"

G_BEGIN_DECLS

#define ANTE_TYPE_OUTBOX_ROW (ante_outbox_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteOutboxRow, ante_outbox_row, ANTE, OUTBOX_ROW, AdwBin)

/*
 * An answer that is not in the thread yet: waiting with Undo, sending, failed with why, or
 * uncertain with the question. @quoted: (nullable): the message that it answers. Signal "undone"
 * (AnteOutboxItem *item): it was taken back; its words belong into the composer.
 */
GtkWidget *
ante_outbox_row_new (AnteWorkspace *workspace, AnteOutboxItem *item, AnteMessage *quoted);

G_END_DECLS
