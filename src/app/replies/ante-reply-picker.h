#pragma once

#include <adwaita.h>

#include "app/inbox/ante-author-choice.h"
#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_REPLY_PICKER (ante_reply_picker_get_type ())
G_DECLARE_FINAL_TYPE (AnteReplyPicker, ante_reply_picker, ANTE, REPLY_PICKER, GtkPopover)

/*
 * Puts saved replies into the text of @view, of which it is a child: whoever owns that unparents
 * it. Opens by a slash at the start of a word, by Ctrl+; and by ante_reply_picker_begin(). What is
 * typed from then on narrows the list, and goes when a reply takes its place; the keyboard stays in
 * the text all the while.
 */
GtkWidget *ante_reply_picker_new (GtkTextView *view, AnteAuthorChoice *author);
void ante_reply_picker_set_workspace (AnteReplyPicker *self, AnteWorkspace *workspace);
/* (nullable): whose words are filled in. */
void ante_reply_picker_set_lead (AnteReplyPicker *self, AnteLead *lead);
/* At the cursor. */
void ante_reply_picker_begin (AnteReplyPicker *self);

G_END_DECLS
