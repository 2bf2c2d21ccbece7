#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BOARD_PAGE (ante_board_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteBoardPage, ante_board_page, ANTE, BOARD_PAGE, AdwBin)

/* The pipeline: a column a stage, and the thread of the card that was opened beside it. */
GtkWidget *ante_board_page_new (void);
void ante_board_page_set_workspace (AnteBoardPage *self, AnteWorkspace *workspace);
/* Gives a card the keyboard: the one that had it last, else the first, as soon as there is one. */
void ante_board_page_focus (AnteBoardPage *self);
void ante_board_page_focus_filter (AnteBoardPage *self);
/* Of the card that had the keyboard last; (nullable): nothing is done to the past. */
AnteLeadActions *ante_board_page_get_lead_actions (AnteBoardPage *self);

/* (transfer full): what can be done to the board now, each with an "icon-name" and some with a
 * "key"; the actions are those of the page. */
GMenuModel *ante_board_page_dup_commands (AnteBoardPage *self);
/* Opens the thread of @lead beside the board; %FALSE when no card of it is there. */
gboolean ante_board_page_open_lead (AnteBoardPage *self, gint64 lead);

G_END_DECLS
