#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-page-private.h"
#include "app/board/ante-stage-acts.h"
#include "app/board/ante-stage-settings.h"
#include "rules/ante-text.h"

/* --- what can be done --- */

static void
add (GMenu *menu, const char *title, const char *icon, const char *key, const char *detailed)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, detailed);

  g_menu_item_set_attribute (item, "icon-name", "s", icon);
  if (key != NULL)
    g_menu_item_set_attribute (item, "key", "s", key);
  g_menu_append_item (menu, item);
}

static void
add_lanes (AnteBoardPage *self, GMenu *menu)
{
  static const struct {
    AnteBoardLanes lanes;
    const char *title;
    const char *action;
  } choices[] = {
    { ANTE_BOARD_LANES_OWNER, N_ ("Swim Lanes by Owner"), "board.lanes::owner" },
    { ANTE_BOARD_LANES_SOURCE, N_ ("Swim Lanes by Source"), "board.lanes::source" },
    { ANTE_BOARD_LANES_NONE, N_ ("No Swim Lanes"), "board.lanes::none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if (choices[i].lanes != self->lanes)
      add (menu, _ (choices[i].title), "view-list-symbolic", NULL, choices[i].action);
  }
}

/* @title: (transfer none): with a %s for the stage. */
static void
add_of_stage (
  GMenu *menu, const char *title, const char *icon, const char *action, AnteStage *stage)
{
  g_autofree char *name = ante_text_isolate (stage->name);
  g_autoptr (GString) words = g_string_new (title);
  g_autofree char *detailed = NULL;
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (stage->key));

  g_string_replace (words, "%s", name, 1);
  detailed = g_action_print_detailed_name (action, target);
  add (menu, words->str, icon, NULL, detailed);
}

/* Of the column that the card in hand is in, and of those that are but strips. */
static void
add_stages (AnteBoardPage *self, GMenu *menu)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, self->focused);
  AnteStage *here = column != NULL ? ante_board_column_get_stage (column) : NULL;
  GPtrArray *stages = ante_lead_actions_get_stages (self->actions);

  if (here != NULL) {
    if (!here->collapsed)
      /* Translators: %s is a stage, here and in the next three. */
      add_of_stage (menu, _ ("Collapse %s"), "view-restore-symbolic", "board.collapse", here);
    if (here->manual_order)
      add_of_stage (menu, _ ("Order %s by Due"), "view-sort-ascending-symbolic",
                    "board.order-by-due", here);
    add_of_stage (menu, _ ("Settings of %s…"), "emblem-system-symbolic", "board.stage-settings",
                  here);
  }
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->collapsed && !stage->hidden)
      add_of_stage (menu, _ ("Expand %s"), "view-fullscreen-symbolic", "board.expand", stage);
  }
}

static gboolean
has_card (AnteBoardPage *self)
{
  return ante_board_grid_find (self->grid, self->focused) != NULL;
}

GMenuModel *
ante_board_page_dup_commands (AnteBoardPage *self)
{
  GMenu *menu = g_menu_new ();

  if (self->workspace == NULL)
    return G_MENU_MODEL (menu);
  if (self->past_at != 0) {
    add (menu, _ ("Back to Now"), "go-last-symbolic", NULL, "board.present");
    add (menu, _ ("The Board on Another Date…"), "x-office-calendar-symbolic", NULL, "board.past");
    return G_MENU_MODEL (menu);
  }
  if (has_card (self))
    add (menu,
         ante_card_selection_contains (self->selection, self->focused) ? _ ("Unmark Card")
                                                                       : _ ("Mark Card"),
         "object-select-symbolic", "x", "board.mark");
  if (!ante_filter_words_is_empty (ante_filter_bar_get_words (self->filter)))
    add (menu, _ ("Clear Filter"), "edit-clear-all-symbolic", NULL, "board.clear-filter");
  ante_filter_bar_add_views (self->filter, menu, "board.view");
  add_lanes (self, menu);
  add_stages (self, menu);
  add (menu, _ ("The Board as It Was on a Date…"), "x-office-calendar-symbolic", NULL,
       "board.past");
  return G_MENU_MODEL (menu);
}

gboolean
ante_board_page_open_lead (AnteBoardPage *self, gint64 lead)
{
  AnteBoardColumn *column = self->past_at == 0 ? ante_board_grid_find (self->grid, lead) : NULL;

  if (column == NULL)
    return FALSE;
  self->focused = lead;
  g_signal_emit_by_name (ante_board_column_get_cards (column), "opened", lead);
  return TRUE;
}

/* --- doing it --- */

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (widget);

  if (has_card (self) && self->past_at == 0)
    ante_card_selection_toggle (self->selection, self->focused);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_filter_bar_clear (ANTE_BOARD_PAGE (widget)->filter);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_filter_bar_choose_view (ANTE_BOARD_PAGE (widget)->filter, g_variant_get_int64 (parameter));
}

static void
stage_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (widget);
  AnteStage *stage = ante_stage_find_key (ante_lead_actions_get_stages (self->actions),
                                          g_variant_get_string (parameter, NULL));

  if (stage == NULL || self->workspace == NULL || self->past_at != 0)
    return;
  if (g_str_equal (name, "board.collapse") || g_str_equal (name, "board.expand"))
    ante_stage_act_collapse (widget, self->workspace, stage, g_str_equal (name, "board.collapse"));
  else if (g_str_equal (name, "board.order-by-due"))
    ante_stage_act_order_by_due (widget, self->workspace, stage);
  else
    gtk_window_present (GTK_WINDOW (ante_stage_settings_new (widget, self->workspace, stage)));
}

void
ante_board_install_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.mark", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "board.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "board.view", "x", view_action);
  gtk_widget_class_install_action (widget_class, "board.collapse", "s", stage_action);
  gtk_widget_class_install_action (widget_class, "board.expand", "s", stage_action);
  gtk_widget_class_install_action (widget_class, "board.order-by-due", "s", stage_action);
  gtk_widget_class_install_action (widget_class, "board.stage-settings", "s", stage_action);
}
