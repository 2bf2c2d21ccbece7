#pragma once

#include <gtk/gtk.h>

#include "engine/ante-commands.h"
#include "model/ante-follow-up.h"

G_BEGIN_DECLS

/* What is to be done next for @lead is over: the follow-up that is planned becomes @state, which is
 * done or skipped; a next step that is none is taken away. */
void ante_follow_up_act_close (GtkWidget *from,
                               AnteWorkspace *workspace,
                               AnteLead *lead,
                               AnteFollowUpState state);

G_END_DECLS
