#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_REPLY_EDITOR (ante_reply_editor_get_type ())
G_DECLARE_FINAL_TYPE (AnteReplyEditor, ante_reply_editor, ANTE, REPLY_EDITOR, AdwWindow)

/* Over the window that @from is in, which tells what came of it. @reply: what stands in it at
 * first; its id is 0 for a new one. */
GtkWidget *
ante_reply_editor_new (GtkWidget *from, AnteWorkspace *workspace, const AnteReply *reply);

G_END_DECLS
