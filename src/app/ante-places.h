#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

/**
 * AntePlace:
 * @name: its word in actions, settings and the page stack; %NULL ends the table
 * @title: marked with N_()
 * @key: accelerator of its entry in the sidebar
 * @make: a new page
 * @set_workspace: gives it a workspace, or %NULL before that one closes
 * @open_lead: (nullable): shows a lead's thread
 * @open_message: (nullable): the same, at the message of that id and time
 * @toggle_panel: (nullable): F9
 * @show_lacking: (nullable): shows the leads that have no "owner", "step" or "source"
 * @focus: (nullable): gives the keyboard to what one acts on there
 * @find: (nullable): Ctrl+F, where that is not the search of all messages
 * @is_prepared: its page is made before anyone asks for it
 * @dup_commands: (nullable): what else can be done there, for the palette: see
 * ante_board_page_dup_commands()
 * @open_card: (nullable): shows a lead's thread without leaving; %FALSE where that is not there
 * @get_lead_actions: (nullable): what can be done to the lead in hand; %NULL while there is none
 *
 * An entry of the sidebar. A page that is made is a row in ante-places.c, and nothing else in the
 * window has to know of it.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  const char *key;
  GtkWidget *(*make) (void);
  void (*set_workspace) (GtkWidget *page, AnteWorkspace *workspace);
  void (*open_lead) (GtkWidget *page, gint64 lead);
  void (*open_message) (GtkWidget *page, gint64 lead, const char *mid, gint64 at);
  void (*toggle_panel) (GtkWidget *page);
  void (*show_lacking) (GtkWidget *page, const char *what);
  void (*focus) (GtkWidget *page);
  void (*find) (GtkWidget *page);
  gboolean is_prepared;
  AnteLeadActions *(*get_lead_actions) (GtkWidget *page);
  GMenuModel *(*dup_commands) (GtkWidget *page);
  gboolean (*open_card) (GtkWidget *page, gint64 lead);
} AntePlace;

extern const AntePlace ante_places[];

const AntePlace *ante_place_find (const char *name);

G_END_DECLS
