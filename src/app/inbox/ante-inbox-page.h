#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_INBOX_PAGE (ante_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteInboxPage, ante_inbox_page, ANTE, INBOX_PAGE, AdwBin)

/* The list of conversations, the one that is open, and who it is with. */
GtkWidget *ante_inbox_page_new (void);
void ante_inbox_page_set_workspace (AnteInboxPage *self, AnteWorkspace *workspace);
void ante_inbox_page_open_lead (AnteInboxPage *self, gint64 lead);
/* The same, at the message of that id and time, ms. */
void ante_inbox_page_open_message (AnteInboxPage *self, gint64 lead, const char *mid, gint64 at);
/* The live leads that have no "owner", "step" or "source"; what else was asked of the list is left
 * behind. */
void ante_inbox_page_show_lacking (AnteInboxPage *self, const char *what);
void ante_inbox_page_toggle_panel (AnteInboxPage *self);
/* Gives the list the keyboard, as soon as it holds anything. */
void ante_inbox_page_focus (AnteInboxPage *self);
void ante_inbox_page_focus_filter (AnteInboxPage *self);
/* (nullable): %NULL while no lead is open. */
AnteLeadActions *ante_inbox_page_get_lead_actions (AnteInboxPage *self);

G_END_DECLS
