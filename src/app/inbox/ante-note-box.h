#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_NOTE_BOX (ante_note_box_get_type ())
G_DECLARE_FINAL_TYPE (AnteNoteBox, ante_note_box, ANTE, NOTE_BOX, AdwBin)

/* Where a note is written: what stands in it can be saved, and never be sent. It is kept for each
 * lead, over restarts too. Its button to the answer activates "thread.answer". */
GtkWidget *ante_note_box_new (void);
void ante_note_box_set_workspace (AnteNoteBox *self, AnteWorkspace *workspace);
/* @lead: row id; 0 for none. */
void ante_note_box_set_lead (AnteNoteBox *self, gint64 lead);
/* FALSE, and nothing is done, where another note is being written. */
gboolean ante_note_box_edit (AnteNoteBox *self, const AnteNote *note);
void ante_note_box_focus (AnteNoteBox *self);

G_END_DECLS
