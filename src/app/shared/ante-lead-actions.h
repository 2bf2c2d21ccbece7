#pragma once

#include <adwaita.h>

#include "engine/ante-commands.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD_ACTIONS (ante_lead_actions_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadActions, ante_lead_actions, ANTE, LEAD_ACTIONS, GObject)

/*
 * What can be done to the lead in hand, for every view that has one: the action group "lead" of
 * @widget with lead.move (s: stage key), lead.own (s: owner), lead.new-setter, lead.next-step,
 * lead.done, lead.unread, lead.instagram. The menus tick what holds now. Each act shows its undo
 * toast.
 */
AnteLeadActions *ante_lead_actions_new (GtkWidget *widget);

/**
 * AnteLeadKey:
 * @action: without "lead."; %NULL ends the table
 * @title: marked with N_()
 * @key: the single key that does it, or opens its choice, where no text is being written
 */
typedef struct {
  const char *action;
  const char *title;
  const char *icon;
  const char *key;
} AnteLeadKey;

extern const AnteLeadKey ante_lead_keys[];

void ante_lead_actions_set_workspace (AnteLeadActions *self, AnteWorkspace *workspace);
void ante_lead_actions_set_lead (AnteLeadActions *self, AnteLead *lead);
GMenuModel *ante_lead_actions_get_stage_menu (AnteLeadActions *self);
GMenuModel *ante_lead_actions_get_owner_menu (AnteLeadActions *self);
/* (nullable) (transfer none) */
AnteLead *ante_lead_actions_get_lead (AnteLeadActions *self);
/* The actions, by their names without "lead.": which of them make sense for the lead in hand they
 * say themselves. */
GActionGroup *ante_lead_actions_get_group (AnteLeadActions *self);
/* (nullable) (transfer none) */
AnteStage *ante_lead_actions_find_stage (AnteLeadActions *self, gint64 id);
GPtrArray *ante_lead_actions_get_stages (AnteLeadActions *self);

/* Moves @lead to @stage_key before @before_lead (see ante_command_move_async()), asks for what it
 * lacks there, and says so over @from. */
void ante_lead_actions_move (GtkWidget *from,
                             AnteWorkspace *workspace,
                             gint64 lead,
                             const char *title,
                             const char *stage_key,
                             const char *stage_name,
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
