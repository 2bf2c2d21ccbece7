#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-lead-actions.h"
#include "model/ante-follow-up.h"

G_BEGIN_DECLS

/* What is to be done next for @lead is over: the follow-up that is planned becomes @state, which is
 * done or skipped; a next step that is none is taken away. */
void ante_follow_up_act_close (GtkWidget *from,
                               AnteWorkspace *workspace,
                               AnteLead *lead,
                               AnteFollowUpState state);

/* Adds to what can be done to the lead in hand: lead.follow-up, lead.follow-up-at (sx),
 * lead.step-over (s: "done" or "skipped"), lead.hand-off. */
void ante_follow_up_acts_install (AnteLeadActions *actions);

G_END_DECLS
