#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/* Asks for the name of a new setter, to whom @leads (element-type AnteLead) are given: those that
 * were in hand when it was asked, whichever are by then. */
void ante_setter_dialog_ask (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads);

G_END_DECLS
