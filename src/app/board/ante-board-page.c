#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page-private.h"

#include <glib/gi18n.h>

#include "app/board/ante-thread-beside.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"

#define TICK_S 30
#define COUNT_MS 200

enum {
  PROP_0,
  PROP_LANES,
};

static const char *const lane_words[] = { "none", "owner", "source" };

G_DEFINE_FINAL_TYPE (AnteBoardPage, ante_board_page, ADW_TYPE_BIN)

static void
set_now (AnteBoardPage *self)
{
  const AnteAccount *account = NULL;

  if (self->workspace == NULL)
    return;
  account = ante_workspace_get_account (self->workspace);
  ante_board_grid_set_now (
    self->grid, self->past_at != 0 ? self->past_at : ante_workspace_now (self->workspace),
    account != NULL && account->human_agent);
}

static gboolean
tick_cb (gpointer data)
{
  AnteBoardPage *self = data;

  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  set_now (self);
  /* What is due or closing is other leads by now. */
  if (ante_filter_words_is_timed (ante_filter_bar_get_words (self->filter)))
    ante_board_grid_filter_changed (self->grid);
  return G_SOURCE_CONTINUE;
}

static AnteBoardColumn *
column_of_cards (AnteCardColumn *cards)
{
  return ANTE_BOARD_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (cards), ANTE_TYPE_BOARD_COLUMN));
}

static void
dropped_cb (AnteCardColumn *cards, GArray *leads, gint64 before, AnteBoardPage *self)
{
  AnteBoardColumn *column = column_of_cards (cards);
  gboolean manual = ante_board_column_get_stage (column)->manual_order;

  /* On a strip nobody sees an order: it is not changed into one by hand. */
  ante_board_move (self, leads, column, MAX (before, 0), before < 0 && !manual);
}

static void close_cb (AnteBoardPage *self);

/* Made when the first card is opened: the board itself is there sooner. */
static AnteThreadView *
get_thread (AnteBoardPage *self)
{
  GtkWidget *beside = adw_bin_get_child (self->beside);

  if (beside == NULL) {
    beside = ante_thread_beside_new ();
    adw_bin_set_child (self->beside, beside);
    g_signal_connect_object (beside, "closed", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
    ante_thread_view_set_workspace (ante_thread_beside_get_thread (ANTE_THREAD_BESIDE (beside)),
                                    self->workspace);
  }
  return ante_thread_beside_get_thread (ANTE_THREAD_BESIDE (beside));
}

static void
opened_cb (AnteCardColumn *cards, gint64 lead, AnteBoardPage *self)
{
  ante_thread_view_set_lead (get_thread (self), lead);
  ante_card_selection_set_open (self->selection, lead);
  if (!adw_flap_get_reveal_flap (self->flap))
    ante_board_scroll_keep (&self->scroll, GTK_WIDGET (column_of_cards (cards)));
  ante_board_scroll_show_new (&self->scroll, GTK_WIDGET (column_of_cards (cards)));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ante_thread_view_focus_writing (get_thread (self));
}

/* About the card in hand, beside the board. */
static void
note_cb (AnteBoardPage *self)
{
  AnteLead *lead = ante_lead_actions_get_lead (self->actions);
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead->id);

  if (column == NULL)
    return;
  opened_cb (ante_board_column_get_cards (column), lead->id, self);
  ante_thread_view_write_note (get_thread (self));
}

gboolean
ante_board_is_writing (AnteBoardPage *self)
{
  GtkWidget *focus = ante_board_get_focus (self);

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* All marked ones. Of a card that nobody has looked at its number alone is known. */
static void
hold_marked (AnteBoardPage *self, GArray *ids)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    AnteBoardColumn *column = ante_board_grid_find (self->grid, id);
    AnteLead *lead = column != NULL ? ante_board_column_dup_lead (column, id) : NULL;

    if (lead == NULL) {
      lead = ante_lead_new ();
      lead->id = id;
    }
    g_ptr_array_add (leads, lead);
  }
  ante_lead_actions_set_leads (self->actions, leads);
}

/* A card that was moved just now has not been read again: it is still known from before. */
static void
hold_one (AnteBoardPage *self, gint64 lead)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);
  g_autoptr (AnteLead) snapshot = column != NULL ? ante_board_column_dup_lead (column, lead) : NULL;

  if (snapshot != NULL || self->held == NULL || self->held->id != lead)
    g_set_object (&self->held, snapshot);
  ante_lead_actions_set_lead (self->actions, self->held);
}

/* What the keys and the menu act on. */
void
ante_board_page_hold (AnteBoardPage *self, gint64 lead)
{
  g_autoptr (GArray) ids = ante_card_selection_dup_with (self->selection, lead);

  hold_one (self, lead);
  if (ids->len > 1)
    hold_marked (self, ids);
}

/* What is under the pointer is in view, and must not be pulled from under it. */
static void
focused_cb (AnteCardColumn *cards, gint64 lead, gboolean by_pointer, AnteBoardPage *self)
{
  AnteBoardColumn *column = column_of_cards (cards);

  /* The same card again: its window has the keyboard again, and the board may be elsewhere. */
  if (!by_pointer && (lead != self->focused || column != self->focused_column))
    ante_board_scroll_show (&self->scroll, GTK_WIDGET (column));
  if (lead != self->focused)
    self->returning = FALSE;
  self->focused = lead;
  g_set_weak_pointer (&self->focused_column, column);
  /* Another card is in hand now. */
  if (!ante_card_selection_is_held (self->selection, lead))
    ante_board_cancel_lift (self);
  /* The marked ones too: a menu gives the keyboard back before what was chosen in it acts. */
  ante_board_page_hold (self, lead);
}

/* The keyboard goes back to the card, wherever the menu has moved it. */
static void
menu_closed_cb (AnteBoardPage *self)
{
  ante_board_return_to_card (self);
  self->returning = TRUE;
}

/* What is on no card, be it filtered out or no lead any more, could not be unmarked, and is not
 * meant by whoever acts on what is marked. */
static gboolean
prune_cb (gpointer data)
{
  AnteBoardPage *self = data;
  g_autoptr (GArray) leads = g_array_copy (ante_card_selection_get_leads (self->selection));

  self->pruning = 0;
  for (guint i = leads->len; i > 0; i--) {
    if (ante_board_grid_find (self->grid, g_array_index (leads, gint64, i - 1)) != NULL)
      g_array_remove_index (leads, i - 1);
  }
  ante_card_selection_remove (self->selection, (gint64 *) (gpointer) leads->data, leads->len);
  return G_SOURCE_REMOVE;
}

static void
prune_soon (AnteBoardPage *self)
{
  if (self->pruning == 0 && ante_card_selection_get_size (self->selection) > 0)
    self->pruning = g_timeout_add (COUNT_MS, prune_cb, self);
}

static void
menu_cb (AnteCardColumn *cards, AnteLeadCard *card, AnteBoardPage *self)
{
  AnteLead *lead = ante_lead_card_get_lead (card);

  if (lead == NULL || self->past_at != 0)
    return;
  ante_board_page_hold (self, lead->id);
  ante_lead_actions_popup_menu (self->actions, GTK_WIDGET (card));
}

/* --- filter --- */

static void
say_no_match (AnteBoardPage *self)
{
  const AnteFilterWords *asked = ante_filter_bar_get_words (self->filter);
  g_autoptr (AnteFilterWords) text = ante_filter_words_copy (asked);
  g_autofree char *typed = NULL;
  g_autofree char *line = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *words = NULL;

  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++)
    ante_filter_words_clear (text, kind);
  typed = ante_filter_words_format (text);
  line = ante_text_one_line (typed, 60);
  isolated = ante_text_isolate (line);
  words = ante_filter_words_equal (text, asked)
            ? g_strdup_printf (_ ("No Lead Matches “%s”"), isolated)
            : g_strdup (_ ("No Lead Matches These Filters"));

  adw_status_page_set_title (self->no_match, words);
}

static gboolean
say_count_cb (gpointer data)
{
  AnteBoardPage *self = data;
  g_autofree char *words =
    g_strdup_printf (g_dngettext (NULL, "%'u of %'u lead", "%'u of %'u leads", self->n_leads),
                     self->n_shown, self->n_leads);

  self->count_source = 0;
  gtk_label_set_text (self->count, self->n_shown != G_MAXUINT ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->n_shown != G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* Once all columns have been read: a screen reader says each change. */
static void
count_soon (AnteBoardPage *self, guint shown, guint leads)
{
  if (shown == self->n_shown && (shown == G_MAXUINT || leads == self->n_leads))
    return;
  self->n_shown = shown;
  self->n_leads = leads;
  g_clear_handle_id (&self->count_source, g_source_remove);
  self->count_source = g_timeout_add (COUNT_MS, say_count_cb, self);
}

/* Leads, none at all, or none that the filter lets through; and nothing as long as they are not
 * read: each picture less on the way is one that nobody waits for. */
static void
show_page (AnteBoardPage *self)
{
  gboolean filtered =
    self->past_at == 0 && !ante_filter_words_is_empty (ante_filter_bar_get_words (self->filter));
  GPtrArray *stages = ante_lead_actions_get_stages (self->actions);
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);
  guint leads = 0;
  guint shown = 0;

  if (!ante_board_prepare (self))
    return;
  for (guint i = 0; stages != NULL && i < stages->len; i++)
    leads += ((AnteStage *) stages->pdata[i])->n_leads;
  for (guint i = 0; i < columns->len; i++) {
    AnteLeadModel *model = ante_board_column_get_model (columns->pdata[i]);

    shown += g_list_model_get_n_items (G_LIST_MODEL (model));
    filtered = filtered && ante_lead_model_get_loaded (model);
  }
  if (filtered && shown == 0 && leads > 0)
    say_no_match (self);
  if (leads == 0)
    ante_board_show_empty (self);
  ante_board_show_tools (self, leads > 0);
  count_soon (self, filtered && leads > 0 ? shown : G_MAXUINT, leads);
  gtk_stack_set_visible_child_name (self->stack, leads == 0               ? "empty"
                                                 : filtered && shown == 0 ? "no-match"
                                                                          : "board");
}

static void
items_changed_cb (AnteBoardPage *self)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, self->announced);

  show_page (self);
  prune_soon (self);
  /* An undo, or somebody else, may have moved the card that has the keyboard: which goes with it.
   */
  if (self->rebuilt)
    self->rebuilt = !ante_board_return_to_card (self);
  else if (self->returning ||
           (self->focused != 0 &&
            ante_board_grid_find (self->grid, self->focused) != self->focused_column))
    self->returning = ante_board_is_free (self) && !ante_board_return_to_card (self);
  /* It is somewhere else by now: what was said of it is old. */
  if (self->announced != 0 && column != self->announced_column)
    ante_board_say (self, "");
}

static void
make_filter (AnteLeadFilter *filter, gpointer user_data)
{
  AnteBoardPage *self = user_data;

  ante_filter_bar_fill (self->filter, filter);
}

static void
apply_filter (AnteBoardPage *self)
{
  ante_board_grid_filter_changed (self->grid);
}

static void
filter_cb (AnteBoardPage *self)
{
  apply_filter (self);
  show_page (self);
}

/* What was done to the card may have carried it out of view. */
static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (widget);

  self->returning = self->focused != 0 && !adw_flap_get_reveal_flap (self->flap);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_board_forget_landing (ANTE_BOARD_PAGE (widget));
  apply_filter (ANTE_BOARD_PAGE (widget));
}

/* The card that the keyboard came from may be one of those that the filter hid: then it is there
 * only when the lists have been read again. */
static void
return_from_filter (AnteBoardPage *self, gboolean widened)
{
  self->returning = !ante_board_return_to_card (self) && widened;
  if (self->returning)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (!self->returning && !widened && ante_board_grid_find (self->grid, self->focused) == NULL)
    ante_board_focus_first_card (self);
}

static void
leave_filter_cb (AnteBoardPage *self)
{
  return_from_filter (self, ante_filter_bar_clear_text (self->filter));
}

static void
clear_filter_cb (AnteBoardPage *self)
{
  return_from_filter (self, ante_filter_bar_clear (self->filter));
}

/* --- columns --- */

static void
column_added_cb (AnteBoardGrid *grid, AnteBoardColumn *column, AnteBoardPage *self)
{
  AnteLeadModel *model = ante_board_column_get_model (column);
  AnteCardColumn *cards = ante_board_column_get_cards (column);

  /* One that comes to others is to be seen. */
  if (ante_board_grid_get_columns (grid)->len > 0)
    ante_board_scroll_show_new (&self->scroll, GTK_WIDGET (column));
  ante_card_column_set_selection (cards, self->past_at == 0 ? self->selection : NULL);
  ante_card_column_set_asleep (cards, TRUE);
  g_signal_connect_object (cards, "dropped", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (cards, "opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (cards, "focused", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (cards, "menu", G_CALLBACK (menu_cb), self, 0);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loaded", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "listed", G_CALLBACK (ante_board_land), self, G_CONNECT_SWAPPED);
}

static void
rows_changed_cb (AnteBoardPage *self)
{
  GtkWidget *focus = ante_board_get_focus (self);

  self->rebuilt = self->focused != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                  (focus == NULL || gtk_widget_get_root (focus) == NULL);
  if (ante_board_lift_is_on (&self->lift) && !ante_board_lift_has_ground (&self->lift))
    ante_board_cancel_lift (self);
  ante_board_scroll_set_row (&self->scroll, ante_board_grid_get_row (self->grid));
  set_now (self);
  ante_board_wake_seen (self);
}

static void
stages_cb (AnteBoardPage *self)
{
  ante_board_grid_set_stages (self->grid, ante_lead_actions_get_stages (self->actions));
  ante_board_update_lanes (self);
  show_page (self);
}

static gboolean
key_cb (AnteBoardPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  return ante_board_press (self, keyval, state);
}

/* Esc closes the thread, and the keyboard is back on its card. */
static gboolean
close_key_cb (AnteBoardPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  AnteBoardColumn *column = NULL;
  gint64 lead = 0;

  if (keyval != GDK_KEY_Escape || !adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  lead = ante_thread_view_get_lead (get_thread (self));
  column = ante_board_grid_find (self->grid, lead);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  ante_thread_view_set_lead (get_thread (self), 0);
  ante_card_selection_set_open (self->selection, 0);
  if (column == NULL || !ante_board_column_focus_lead (column, lead))
    self->returning = !ante_board_return_to_card (self) && !ante_board_focus_first_card (self);
  ante_board_scroll_give_back (&self->scroll, (GtkWidget *) column);
  return TRUE;
}

static void
close_cb (AnteBoardPage *self)
{
  close_key_cb (self, GDK_KEY_Escape, 0, 0);
}

void
ante_board_page_focus (AnteBoardPage *self)
{
  if (ante_board_is_writing (self) || adw_flap_get_reveal_flap (self->flap))
    return;
  self->returning = !ante_board_return_to_card (self);
  /* Where there is none, to what can be done about that. */
  if (self->returning &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "no-match") == 0)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
ante_board_page_focus_filter (AnteBoardPage *self)
{
  self->returning = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

AnteLeadActions *
ante_board_page_get_lead_actions (AnteBoardPage *self)
{
  /* Nor is a lead in hand that is on no card any more. */
  if (self->past_at != 0 || ante_board_grid_find (self->grid, self->focused) == NULL)
    return NULL;
  ante_board_page_hold (self, self->focused);
  return self->actions;
}

void
ante_board_page_set_workspace (AnteBoardPage *self, AnteWorkspace *workspace)
{
  ante_board_lift_end (&self->lift);
  ante_board_forget_landing (self);
  ante_board_say (self, "");
  ante_card_selection_clear (self->selection);
  ante_board_leave_past (self);
  g_clear_object (&self->held);
  self->focused = 0;
  g_clear_weak_pointer (&self->focused_column);
  self->returning = FALSE;
  self->prepared = FALSE;
  g_clear_handle_id (&self->waking, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  adw_flap_set_reveal_flap (self->flap, FALSE);
  ante_card_selection_set_open (self->selection, 0);
  g_set_object (&self->workspace, workspace);
  ante_filter_bar_set_workspace (self->filter, workspace); /* first: what it asked for last */
  ante_board_grid_set_workspace (self->grid, workspace);
  if (adw_bin_get_child (self->beside) != NULL)
    ante_thread_view_set_workspace (get_thread (self), workspace);
  ante_lead_actions_set_workspace (self->actions, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::account", G_CALLBACK (ante_board_show_empty), self,
                             G_CONNECT_SWAPPED);
}

static void
past_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_board_ask_past (ANTE_BOARD_PAGE (widget));
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_board_leave_past (ANTE_BOARD_PAGE (widget));
}

static void
ante_board_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LANES)
    g_value_set_string (value, lane_words[ANTE_BOARD_PAGE (object)->lanes]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_board_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (object);

  if (id != PROP_LANES) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (lane_words); i++) {
    if (g_strcmp0 (g_value_get_string (value), lane_words[i]) == 0)
      self->lanes = (AnteBoardLanes) i;
  }
  ante_board_cancel_lift (self);
  ante_board_update_lanes (self);
}

static void
ante_board_page_dispose (GObject *object)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->waking, g_source_remove);
  g_clear_handle_id (&self->pruning, g_source_remove);
  g_clear_weak_pointer (&self->focused_column);
  g_clear_weak_pointer (&self->announced_column);
  g_clear_weak_pointer (&self->landing_column);
  g_clear_pointer (&self->landing_title, g_free);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_handle_id (&self->fading, g_source_remove);
  ante_board_scroll_clear (&self->scroll);
  ante_board_lift_end (&self->lift);
  g_clear_object (&self->selection);
  g_clear_object (&self->held);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_board_page_parent_class)->dispose (object);
}

static void
ante_board_page_class_init (AnteBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_board_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = ante_board_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = ante_board_page_set_property;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_LANES,
    g_param_spec_string ("lanes", NULL, NULL, "none", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (ANTE_TYPE_BOARD_GRID);
  g_type_ensure (ANTE_TYPE_MARK_BAR);
  g_type_ensure (ANTE_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, flap);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, beside);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, mark_bar);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, past_bar);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, past_words);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, tools);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, count);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, status);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, connect);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, open_sandbox);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, sync);
  gtk_widget_class_install_action (widget_class, "board.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "board.follow", NULL, follow_action);
  gtk_widget_class_install_property_action (widget_class, "board.lanes", "lanes");
  gtk_widget_class_install_action (widget_class, "board.past", NULL, past_action);
  gtk_widget_class_install_action (widget_class, "board.present", NULL, present_action);
  ante_board_install_commands (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, ante_board_focus_first_card);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_key_cb);
}

static void
ante_board_page_init (AnteBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_shown = G_MAXUINT;
  self->selection = ante_card_selection_new ();
  ante_board_scroll_init (&self->scroll, self->scroller, GTK_WIDGET (self->grid));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (ante_board_wake_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (ante_board_wake_seen), self, G_CONNECT_SWAPPED);
  ante_board_scroll_set_row (&self->scroll, ante_board_grid_get_row (self->grid));
  ante_board_lift_init (&self->lift, self->grid, self->selection);
  ante_board_grid_set_filter_func (self->grid, make_filter, self);
  g_signal_connect_object (self->grid, "column-added", G_CALLBACK (column_added_cb), self, 0);
  g_signal_connect_object (self->grid, "rows-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->actions = ante_lead_actions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->actions, "stages-changed", G_CALLBACK (stages_cb), self,
                           G_CONNECT_SWAPPED);
  ante_mark_bar_bind (self->mark_bar, self->selection, self->actions);
  g_signal_connect_object (self->mark_bar, "cleared", G_CALLBACK (ante_board_return_to_card), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mark_bar, "asked", G_CALLBACK (ante_board_page_hold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "note-wanted", G_CALLBACK (note_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "leaving", G_CALLBACK (ante_board_focus_next), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "menu-closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_board_page_new (void)
{
  return g_object_new (ANTE_TYPE_BOARD_PAGE, NULL);
}
