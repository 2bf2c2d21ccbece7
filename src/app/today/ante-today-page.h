#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_TODAY_PAGE (ante_today_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteTodayPage, ante_today_page, ANTE, TODAY_PAGE, AdwBin)

/* What cannot wait, first things first, and the thread of the one in hand beside it. */
GtkWidget *ante_today_page_new (void);
void ante_today_page_set_workspace (AnteTodayPage *self, AnteWorkspace *workspace);
void ante_today_page_focus (AnteTodayPage *self);
void ante_today_page_toggle_panel (AnteTodayPage *self);
/* (nullable) */
AnteLeadActions *ante_today_page_get_lead_actions (AnteTodayPage *self);

G_END_DECLS
