#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/* Take back and do again what was done last, and say so over @toasts. Words that are being written
 * in @window have an undo of their own, and it comes first. @workspace: (nullable). */
void ante_undo (GtkWindow *window, GtkWidget *toasts, AnteWorkspace *workspace);
void ante_redo (GtkWindow *window, GtkWidget *toasts, AnteWorkspace *workspace);
/* Certain acts, in the order in which they were done, from their toast. @dir: the data they were
 * done in, which may have been left since. */
void ante_undo_acts (
  GtkWidget *toasts, AnteWorkspace *workspace, const gint64 *acts, guint n_acts, const char *dir);

G_END_DECLS
