#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * AnteLeadMenu:
 *
 * What is chosen from, of the actions of ante-lead-actions.h.
 */
typedef enum {
  ANTE_LEAD_MENU_STAGE,
  ANTE_LEAD_MENU_OWNER,
  ANTE_LEAD_MENU_SNOOZE,
  ANTE_LEAD_MENU_NOT_A_LEAD,
  ANTE_LEAD_MENU_SOURCE,
} AnteLeadMenu;

#define ANTE_LEAD_N_MENUS 5

#define ANTE_TYPE_LEAD_MENUS (ante_lead_menus_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadMenus, ante_lead_menus, ANTE, LEAD_MENUS, GObject)

/*
 * The menus of what can be done to leads, kept up with stages and setters of the store. Each entry
 * has a letter of its own, which is underlined, and a number, which stands beside it. Signal
 * "changed" (AnteLeadMenus *): the stages are others.
 */
AnteLeadMenus *ante_lead_menus_new (void);
void ante_lead_menus_set_workspace (AnteLeadMenus *self, AnteWorkspace *workspace);

GMenuModel *ante_lead_menus_get (AnteLeadMenus *self, AnteLeadMenu menu);
/* All that can be done, for a right click. */
GMenuModel *ante_lead_menus_get_all (AnteLeadMenus *self);
/* Makes what depends on the time true again, before a menu is opened. */
void ante_lead_menus_refresh (AnteLeadMenus *self);
/* Which action @key chooses: its name with its target, as for g_action_parse_detailed_name(); NULL:
 * none. */
char *ante_lead_menus_find_key (AnteLeadMenus *self, AnteLeadMenu menu, gunichar key);

/* (nullable) (transfer none) (element-type AnteStage) */
GPtrArray *ante_lead_menus_get_stages (AnteLeadMenus *self);

/* (nullable) (transfer none) (array zero-terminated=1): as parties. */
const char *const *ante_lead_menus_get_setters (AnteLeadMenus *self);

G_END_DECLS
