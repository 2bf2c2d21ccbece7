#pragma once

#include <adwaita.h>

#include "model/ante-records.h"

G_BEGIN_DECLS

#define ANTE_TYPE_NOTE_ROW (ante_note_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteNoteRow, ante_note_row, ANTE, NOTE_ROW, AdwBin)

/* A note in the thread, which nobody takes for a message. Signals "edit-wanted", "delete-wanted".
 */
GtkWidget *ante_note_row_new (const AnteNote *note);
const AnteNote *ante_note_row_get_note (AnteNoteRow *self);

G_END_DECLS
