#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"

G_BEGIN_DECLS

/**
 * ante_next_step_edit:
 * @from: over the window that it is in
 * @setters: (nullable) (array zero-terminated=1): who may lead the step, beside the coach
 * @is_live: someone works on the lead: it cannot do without a step
 *
 * Asks for the lead's next step: what, when, by whom.
 */
void ante_next_step_edit (GtkWidget *from,
                          AnteWorkspace *workspace,
                          AnteLead *lead,
                          const char *const *setters,
                          gboolean is_live);

G_END_DECLS
