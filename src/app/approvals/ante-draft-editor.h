#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-draft.h"

G_BEGIN_DECLS

#define ANTE_TYPE_DRAFT_EDITOR (ante_draft_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnteDraftEditor, ante_draft_editor, ANTE, DRAFT_EDITOR, AdwBin)

/*
 * The words of a draft, to be read or changed. What differs from what the machine wrote is
 * underlined, what a rule is about is marked, and each change is judged anew. Signal "judged":
 * there is a new verdict. Signal "send": Ctrl+Enter.
 */
GtkWidget *ante_draft_editor_new (void);

void ante_draft_editor_show (AnteDraftEditor *self, AnteWorkspace *workspace, AnteDraft *draft);
void ante_draft_editor_forget (AnteDraftEditor *self, gint64 draft);
void ante_draft_editor_focus (AnteDraftEditor *self);
gboolean ante_draft_editor_has_focus (AnteDraftEditor *self);

/* (transfer full) (nullable): the words, where they are not the machine's any more. */
char *ante_draft_editor_dup_changed (AnteDraftEditor *self);
AnteVerdictKind ante_draft_editor_get_kind (AnteDraftEditor *self);
/* (nullable): the body of the newest receipt; NULL while it is being judged. */
const char *ante_draft_editor_get_receipt (AnteDraftEditor *self);

G_END_DECLS
