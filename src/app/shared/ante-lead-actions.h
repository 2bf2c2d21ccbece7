#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-menus.h"
#include "engine/ante-commands.h"
#include "model/ante-lead.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD_ACTIONS (ante_lead_actions_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadActions, ante_lead_actions, ANTE, LEAD_ACTIONS, GObject)

/*
 * What can be done to the leads in hand, one or several, for every view that has some: the action
 * group "lead" of @widget with lead.move (s: stage key), lead.own (s: owner), lead.new-setter,
 * lead.next-step, lead.book, lead.follow-up, lead.step-over (s: "done" or "skipped"),
 * lead.hand-off, lead.note, lead.booking-link, lead.done, lead.unread, lead.pin, lead.unpin,
 * lead.never-ai, lead.may-ai, lead.show-ai, lead.instagram, lead.labels, lead.snooze (s: nick of an
 * AnteWhen, or "reply"), lead.snooze-pick, lead.wake, lead.not-a-lead (s: "spam", "friend",
 * "vendor"), lead.is-a-lead, lead.merge, lead.forget, and what ante-lead-print.h adds. The menus
 * tick what holds now. Each is one act on all of them and shows its undo toast.
 *
 * Signals: "stages-changed" (AnteLeadActions *); "menu-closed" (AnteLeadActions *): one that was
 * opened by the functions below, so that the view can take the keyboard back; "leaving"
 * (AnteLeadActions *, int AnteActKind): one is through with the leads in hand, for now: they were
 * done, put off or are no leads, and the next is looked at; "note-wanted" (AnteLeadActions *): a
 * note about the one in hand is to be written.
 */
AnteLeadActions *ante_lead_actions_new (GtkWidget *widget);
void ante_lead_actions_set_workspace (AnteLeadActions *self, AnteWorkspace *workspace);
/* @lead: (nullable); @leads: (element-type AnteLead): snapshots. */
void ante_lead_actions_set_lead (AnteLeadActions *self, AnteLead *lead);
void ante_lead_actions_set_leads (AnteLeadActions *self, GPtrArray *leads);
/* (nullable) (transfer none): the first of them. */
AnteLead *ante_lead_actions_get_lead (AnteLeadActions *self);
guint ante_lead_actions_get_n_leads (AnteLeadActions *self);
/* (nullable) (transfer none): what is open. */
AnteWorkspace *ante_lead_actions_get_workspace (AnteLeadActions *self);
/* (transfer none): whose actions they are. */
GtkWidget *ante_lead_actions_get_widget (AnteLeadActions *self);
/* The actions, by their names without "lead.": which of them make sense for the leads in hand they
 * say themselves. */
GActionGroup *ante_lead_actions_get_group (AnteLeadActions *self);

GMenuModel *ante_lead_actions_get_stage_menu (AnteLeadActions *self);
GMenuModel *ante_lead_actions_get_owner_menu (AnteLeadActions *self);
/* All that can be done, for a button or a right click. */
GMenuModel *ante_lead_actions_get_menu (AnteLeadActions *self);
GMenuModel *ante_lead_actions_get_choices (AnteLeadActions *self, AnteLeadMenu menu);
/* (nullable) (transfer none) */
AnteStage *ante_lead_actions_find_stage (AnteLeadActions *self, gint64 id);
GPtrArray *ante_lead_actions_get_stages (AnteLeadActions *self);
/* (nullable) (transfer none) */
const char *const *ante_lead_actions_get_setters (AnteLeadActions *self);
/* Someone works on it: it is a lead, in no stage that is an end. */
gboolean ante_lead_actions_is_live (AnteLeadActions *self, AnteLead *lead);

/*
 * Open over the widget of the actions, pointing at @at within it (NULL: at where the last one was,
 * or its middle): one of the menus, in which a letter or a number chooses; all that can be done;
 * the labels.
 */
void ante_lead_actions_popup_choice (AnteLeadActions *self, AnteLeadMenu menu, GtkWidget *at);
void ante_lead_actions_popup_menu (AnteLeadActions *self, GtkWidget *at);
void ante_lead_actions_popup_labels (AnteLeadActions *self, GtkWidget *at);

/* Through with the leads in hand: none is owed a reply any more, and on to the next, even where
 * none was. */
void ante_lead_actions_finish (AnteLeadActions *self);

/* Moves @leads (element-type AnteLead) to @stage before @before_lead (see
 * ante_command_move_async()), and says so over @from. */
void ante_lead_actions_move (GtkWidget *from,
                             AnteWorkspace *workspace,
                             GPtrArray *leads,
                             AnteStage *stage,
                             gint64 before_lead);
/* The same with several (element-type gint64), which @title names or counts. @owner: (nullable):
 * who owns them there, in the same act. */
void ante_lead_actions_move_all (GtkWidget *from,
                                 AnteWorkspace *workspace,
                                 GArray *leads,
                                 const char *title,
                                 AnteStage *stage,
                                 gint64 before_lead,
                                 const char *owner);

G_END_DECLS
