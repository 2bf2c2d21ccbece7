#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FOLLOW_UP_LIST (ante_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (AnteFollowUpList, ante_follow_up_list, ANTE, FOLLOW_UP_LIST, AdwBin)

/* The follow-ups of a lead: the one that is planned, with what can be done about it, and those that
 * are over: who, when, what was sent. Its buttons are actions "lead.…" of the view that it is in.
 */
void ante_follow_up_list_set_workspace (AnteFollowUpList *self, AnteWorkspace *workspace);
/* @lead: row id; 0 for none. Read anew each time. */
void ante_follow_up_list_set_lead (AnteFollowUpList *self, gint64 lead);

G_END_DECLS
