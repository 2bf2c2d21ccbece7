#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"

G_BEGIN_DECLS

/* Hands a lead over to @owner (nullable: it is chosen): within what time, what they do next, and
 * what they have to know; a handoff that lacks one of the first three cannot be saved. */
void ante_handoff_dialog_ask (GtkWidget *from,
                              AnteWorkspace *workspace,
                              AnteLead *lead,
                              const char *const *setters,
                              const char *owner);

G_END_DECLS
