#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

typedef void (*AnteForgettingFunc) (gpointer owner);

/*
 * Says what goes when @lead is forgotten, what stays, and that there is no way back, and asks
 * whether it is to be. @forgetting is called for @owner just before it is done; what came of it is
 * said over @from.
 */
void ante_forget_dialog_ask (GtkWidget *from,
                             AnteWorkspace *workspace,
                             AnteLead *lead,
                             AnteForgettingFunc forgetting,
                             GObject *owner);

G_END_DECLS
