#pragma once

#include "app/palette/ante-palette-entry.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PALETTE_ROW (ante_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (AntePaletteRow, ante_palette_row, ANTE, PALETTE_ROW, GtkListBoxRow)

/* @with_detail: also whom it concerns, where no heading says so. */
GtkWidget *ante_palette_row_new (AntePaletteEntry *entry, gboolean with_detail);
AntePaletteEntry *ante_palette_row_get_entry (AntePaletteRow *self);
/* (transfer full): all of it in one line, as it is heard: what, of whom, by which key. */
char *ante_palette_row_dup_words (AntePaletteRow *self);

G_END_DECLS
