#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/* One line over the window that @from is in. @text is plain: foreign words in it are safe. */
void ante_toast (GtkWidget *from, const char *text);
/* The same with Undo, which takes back act @act of @workspace: of no other, should another be open
 * by then. */
void ante_toast_undo (GtkWidget *from, const char *text, AnteWorkspace *workspace, gint64 act);
/* What went wrong and what to do, in words for a person. */
void ante_toast_error (GtkWidget *from, const GError *error);

G_END_DECLS
