#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_THREAD_VIEW (ante_thread_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteThreadView, ante_thread_view, ANTE, THREAD_VIEW, AdwBin)

/* One conversation with its composer; beside the list in the inbox, beside the board there. */
GtkWidget *ante_thread_view_new (void);
void ante_thread_view_set_workspace (AnteThreadView *self, AnteWorkspace *workspace);
/* @lead: row id; 0 for none. */
void ante_thread_view_set_lead (AnteThreadView *self, gint64 lead);
gint64 ante_thread_view_get_lead (AnteThreadView *self);
AnteLeadActions *ante_thread_view_get_lead_actions (AnteThreadView *self);
/* Goes to a message of that time, ms, and marks its words from character @start to before @end;
 * none where these are the same. */
void ante_thread_view_show_message (
  AnteThreadView *self, const char *mid, gint64 at, guint start, guint end);
/* To write an answer; a note; whichever was written last. */
void ante_thread_view_focus_composer (AnteThreadView *self);
void ante_thread_view_write_note (AnteThreadView *self);
void ante_thread_view_focus_writing (AnteThreadView *self);
/* There is a side panel: a button shows it ("reader.toggle-panel"). */
void ante_thread_view_offer_panel (AnteThreadView *self);
/* Whether what is to be found out about the lead is asked over the thread. */
void ante_thread_view_show_criteria (AnteThreadView *self, gboolean show);
/* What can be done to the lead; see ante-lead-keys.h for its keys, of which it takes those that are
 * pressed within it by itself. */
AnteLeadActions *ante_thread_view_get_actions (AnteThreadView *self);
gboolean ante_thread_view_handle_key (AnteThreadView *self, guint keyval, GdkModifierType state);

G_END_DECLS
