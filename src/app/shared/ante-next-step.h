#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"

G_BEGIN_DECLS

/* Asks for the lead's next step: what, when, by whom. Over the window that @from is in. */
void ante_next_step_edit (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
