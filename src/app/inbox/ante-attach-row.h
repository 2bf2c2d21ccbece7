#pragma once

#include <adwaita.h>

#include "engine/ante-outgoing.h"

G_BEGIN_DECLS

#define ANTE_TYPE_ATTACH_ROW (ante_attach_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteAttachRow, ante_attach_row, ANTE, ATTACH_ROW, AdwBin)

/* A file that is put to what is being written: a small picture, its name and size, and a button to
 * take it away. Signal "remove-wanted". */
GtkWidget *ante_attach_row_new (AnteOutgoing *outgoing, const AnteOutgoingFile *file);
const AnteOutgoingFile *ante_attach_row_get_file (AnteAttachRow *self);

G_END_DECLS
