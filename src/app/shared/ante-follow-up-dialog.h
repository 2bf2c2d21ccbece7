#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * ante_follow_up_dialog_ask:
 * @from: over the window that it is in
 * @stage: the role of the stage that @lead is in
 * @setters: (nullable) (array zero-terminated=1): who may lead it, beside the coach and the AI
 * @wish: (nullable): what they wrote that asks for it, and @wish_at when they want it, ms
 *
 * Plans to write to a lead again, or changes what is planned: why, when, led by whom. The reason is
 * proposed from the last exchange, and what of the reply window will be left by then is said.
 */
void ante_follow_up_dialog_ask (GtkWidget *from,
                                AnteWorkspace *workspace,
                                AnteLead *lead,
                                AnteStageRole stage,
                                const char *const *setters,
                                const char *wish,
                                gint64 wish_at);

G_END_DECLS
