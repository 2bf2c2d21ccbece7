#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-column.h"
#include "app/board/ante-board-scroll.h"
#include "app/inbox/ante-thread-view.h"
#include "app/shared/ante-lead-actions.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"

#define TICK_S 30

struct _AnteBoardPage {
  AdwBin parent_instance;

  GtkSearchEntry *filter;
  GtkBox *columns;
  GtkScrolledWindow *scroller;
  AnteBoardScroll scroll;
  AdwFlap *flap;
  AnteThreadView *thread;
  GtkLabel *status;
  GtkStack *stack;
  AdwStatusPage *no_match;
  GMenu *card_menu;

  AnteWorkspace *workspace;
  AnteLeadActions *actions;
  gint64 announced;
  AnteBoardColumn *announced_column; /* compared, never used */
  AnteLead *held;                    /* what the actions concern */
  gint64 focused;                    /* the lead whose card had the keyboard last */
  gpointer focused_column;           /* not owned, to compare */
  gboolean returning; /* the keyboard goes back to that card when the list has it again */
  guint tick;
};

G_DEFINE_FINAL_TYPE (AnteBoardPage, ante_board_page, ADW_TYPE_BIN)

static AnteBoardColumn *
next_column (AnteBoardColumn *column)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (column));

  return next != NULL ? ANTE_BOARD_COLUMN (next) : NULL;
}

static AnteBoardColumn *
first_column (AnteBoardPage *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  return first != NULL ? ANTE_BOARD_COLUMN (first) : NULL;
}

static AnteBoardColumn *
find_column_of (AnteBoardPage *self, gint64 lead)
{
  for (AnteBoardColumn *column = first_column (self); column != NULL;
       column = next_column (column)) {
    if (ante_lead_model_find (ante_board_column_get_model (column), lead) != G_MAXUINT)
      return column;
  }
  return NULL;
}

/* (transfer full) (nullable): its snapshot, if some card shows it. */
static AnteLead *
dup_lead (AnteBoardColumn *column, gint64 id)
{
  AnteLeadModel *model = ante_board_column_get_model (column);
  guint position = ante_lead_model_find (model, id);
  g_autoptr (AnteLeadItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);
  AnteLead *lead = item != NULL ? ante_lead_item_get_lead (item) : NULL;

  return lead != NULL ? g_object_ref (lead) : NULL;
}

static void
set_now (AnteBoardPage *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);

  for (AnteBoardColumn *column = first_column (self); column != NULL; column = next_column (column))
    ante_board_column_set_now (column, ante_workspace_now (self->workspace),
                               account != NULL && account->human_agent);
}

static gboolean
tick_cb (gpointer data)
{
  AnteBoardPage *self = data;

  if (self->workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    set_now (self);
  return G_SOURCE_CONTINUE;
}

/* A screen reader reads the label when it changes. */
static void
announce (AnteBoardPage *self, AnteBoardColumn *column, gint64 lead, const char *title)
{
  AnteLeadModel *model = ante_board_column_get_model (column);
  /* Translators: a lead, its stage, its place in the column and how many there are. */
  g_autofree char *words = g_strdup_printf (
    _ ("%s, %s, %u of %u"), title, ante_board_column_get_stage (column)->name,
    ante_lead_model_find (model, lead) + 1, g_list_model_get_n_items (G_LIST_MODEL (model)));

  self->announced = lead;
  self->announced_column = column;
  gtk_label_set_text (self->status, words);
}

/* At once on the screen; the store then says the same, or puts it back with a word. */
static void
move_card (
  AnteBoardPage *self, gint64 lead, AnteBoardColumn *to, gint64 before, gboolean keeps_order)
{
  AnteBoardColumn *from = find_column_of (self, lead);
  AnteStage *stage = ante_board_column_get_stage (to);
  AnteLeadModel *model = ante_board_column_get_model (to);
  g_autoptr (AnteLead) snapshot = from != NULL ? dup_lead (from, lead) : NULL;
  const char *title = snapshot != NULL ? ante_lead_get_title (snapshot) : "";
  guint place = before != 0 ? ante_lead_model_find (model, before)
                            : g_list_model_get_n_items (G_LIST_MODEL (model));

  if (from == NULL)
    return;
  ante_lead_actions_move (GTK_WIDGET (self), self->workspace, lead, title, stage->key, stage->name,
                          keeps_order   ? 0
                          : before != 0 ? before
                                        : -1);
  if (from != to)
    ante_lead_model_anticipate (ante_board_column_get_model (from), lead, G_MAXUINT);
  ante_lead_model_anticipate (model, lead, keeps_order ? 0 : place);
  ante_card_column_focus_lead (ante_board_column_get_cards (to), lead);
  ante_board_scroll_show (&self->scroll, GTK_WIDGET (to));
  announce (self, to, lead, title);
}

static AnteBoardColumn *
column_of_cards (AnteCardColumn *cards)
{
  return ANTE_BOARD_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (cards), ANTE_TYPE_BOARD_COLUMN));
}

static void
dropped_cb (AnteCardColumn *cards, gint64 lead, gint64 before, AnteBoardPage *self)
{
  move_card (self, lead, column_of_cards (cards), before, FALSE);
}

static void
opened_cb (AnteCardColumn *cards, gint64 lead, AnteBoardPage *self)
{
  ante_thread_view_set_lead (self->thread, lead);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ante_thread_view_focus_composer (self->thread);
}

static GtkWidget *
get_focus (AnteBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_writing (AnteBoardPage *self)
{
  GtkWidget *focus = get_focus (self);

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* What the keys and the menu act on. A card that was moved just now has not been read again: it is
 * still known from before. */
static void
hold (AnteBoardPage *self, gint64 lead)
{
  AnteBoardColumn *column = find_column_of (self, lead);
  g_autoptr (AnteLead) snapshot = column != NULL ? dup_lead (column, lead) : NULL;

  if (snapshot == NULL && self->held != NULL && self->held->id == lead)
    return;
  g_set_object (&self->held, snapshot);
  ante_lead_actions_set_lead (self->actions, snapshot);
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
  self->focused_column = column;
  hold (self, lead);
}

static gboolean return_to_card (AnteBoardPage *self);

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to the card, wherever the menu has moved it. Not at once: the item that
 * was chosen acts after its menu has closed. */
static void
menu_closed_cb (GtkPopover *popover, AnteBoardPage *self)
{
  return_to_card (self);
  self->returning = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, unparent_cb, popover, NULL);
}

/* Over the page and not of the card, which may be used for another lead or go while it is open. */
static void
popup_menu (AnteBoardPage *self, GMenuModel *menu, GtkWidget *card)
{
  GtkWidget *popover = NULL;
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    return;
  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
menu_cb (AnteCardColumn *cards, AnteLeadCard *card, AnteBoardPage *self)
{
  AnteLead *lead = ante_lead_card_get_lead (card);

  if (lead == NULL)
    return;
  hold (self, lead->id);
  popup_menu (self, G_MENU_MODEL (self->card_menu), GTK_WIDGET (card));
}

/* --- filter --- */

static void
say_no_match (AnteBoardPage *self)
{
  g_autofree char *line =
    ante_text_one_line (gtk_editable_get_text (GTK_EDITABLE (self->filter)), 60);
  g_autofree char *isolated = ante_text_isolate (line);
  g_autofree char *words = g_strdup_printf (_ ("No Lead Matches “%s”"), isolated);

  adw_status_page_set_title (self->no_match, words);
  gtk_label_set_text (self->status, words);
}

/* Leads, none at all, or none that the filter lets through. */
static void
show_page (AnteBoardPage *self)
{
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';
  guint leads = 0;
  guint shown = 0;

  for (AnteBoardColumn *column = first_column (self); column != NULL;
       column = next_column (column)) {
    AnteLeadModel *model = ante_board_column_get_model (column);

    leads += ante_board_column_get_stage (column)->n_leads;
    shown += g_list_model_get_n_items (G_LIST_MODEL (model));
    filtered = filtered && ante_lead_model_get_loaded (model);
  }
  if (filtered && shown == 0 && leads > 0)
    say_no_match (self);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "no-match") == 0)
    gtk_label_set_text (self->status, "");
  gtk_stack_set_visible_child_name (self->stack, leads == 0               ? "empty"
                                                 : filtered && shown == 0 ? "no-match"
                                                                          : "board");
}

static gboolean
focus_first_card (AnteBoardPage *self)
{
  for (AnteBoardColumn *column = first_column (self); column != NULL;
       column = next_column (column)) {
    gint64 lead = ante_lead_model_get_id (ante_board_column_get_model (column), 0);

    if (lead != 0)
      return ante_card_column_focus_lead (ante_board_column_get_cards (column), lead);
  }
  return FALSE;
}

static gboolean
return_to_card (AnteBoardPage *self)
{
  AnteBoardColumn *column = find_column_of (self, self->focused);

  if (column == NULL)
    return self->focused == 0 && focus_first_card (self);
  ante_board_scroll_show (&self->scroll, GTK_WIDGET (column));
  return ante_card_column_focus_lead (ante_board_column_get_cards (column), self->focused);
}

/* The keyboard is on a card, or nobody has taken it since its card has gone: the window hands it to
 * what is round the cards then, or to the toast that tells of it. */
static gboolean
is_free (AnteBoardPage *self)
{
  GtkWidget *columns = GTK_WIDGET (self->columns);
  GtkWidget *focus = get_focus (self);
  GType toast = g_type_from_name ("AdwToastWidget");

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return focus == NULL || gtk_widget_is_ancestor (focus, columns) ||
         gtk_widget_is_ancestor (columns, focus) ||
         (toast != G_TYPE_INVALID && gtk_widget_get_ancestor (focus, toast) != NULL);
}

static void
items_changed_cb (AnteBoardPage *self)
{
  AnteBoardColumn *column = find_column_of (self, self->announced);

  show_page (self);
  /* An undo, or somebody else, may have moved the card that has the keyboard: which goes with it.
   */
  if (self->returning ||
      (self->focused != 0 && find_column_of (self, self->focused) != self->focused_column))
    self->returning = is_free (self) && !return_to_card (self);
  /* It is somewhere else by now: what was said of it is old. */
  if (self->announced != 0 && column != self->announced_column)
    gtk_label_set_text (self->status, "");
}

static AnteLeadFilter
make_filter (AnteBoardPage *self, gint64 stage_id)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  filter.stage_id = stage_id;
  filter.query = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  return filter;
}

static void
apply_filter (AnteBoardPage *self)
{
  for (AnteBoardColumn *column = first_column (self); column != NULL;
       column = next_column (column)) {
    AnteLeadFilter filter = make_filter (self, ante_board_column_get_stage (column)->id);

    ante_lead_model_set_filter (ante_board_column_get_model (column), &filter);
  }
}

static void
filter_cb (AnteBoardPage *self)
{
  apply_filter (self);
  show_page (self);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_filter (ANTE_BOARD_PAGE (widget));
}

/* The card that the keyboard came from may be one of those that the filter hides: then it is there
 * only when the lists have been read again. */
static void
leave_filter_cb (AnteBoardPage *self)
{
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  self->returning = !return_to_card (self) && filtered;
  if (self->returning)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (!self->returning && !filtered && find_column_of (self, self->focused) == NULL)
    focus_first_card (self);
}

static void
add_column (AnteBoardPage *self, AnteStage *stage)
{
  AnteLeadFilter filter = make_filter (self, stage->id);
  g_autoptr (AnteLeadModel) model = ante_lead_model_new (ante_workspace_get_store (self->workspace),
                                                         &filter, ANTE_LEAD_ORDER_BOARD);
  GtkWidget *column = ante_board_column_new (stage, model);
  AnteCardColumn *cards = ante_board_column_get_cards (ANTE_BOARD_COLUMN (column));

  g_signal_connect_object (cards, "dropped", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (cards, "opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (cards, "focused", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (cards, "menu", G_CALLBACK (menu_cb), self, 0);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loaded", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->columns, column);
}

static void
clear_columns (AnteBoardPage *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
}

/* The columns are made once; later only their names and counts change. */
static void
stages_cb (AnteBoardPage *self)
{
  GPtrArray *stages = ante_lead_actions_get_stages (self->actions);
  AnteBoardColumn *column = first_column (self);

  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (column == NULL) {
      add_column (self, stage);
      continue;
    }
    ante_board_column_set_stage (column, stage);
    column = next_column (column);
  }
  show_page (self);
  set_now (self);
}

static gboolean
shift_card (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = find_column_of (self, lead);
  GtkWidget *next = NULL;

  if (column == NULL)
    return FALSE;
  next = by > 0 ? gtk_widget_get_next_sibling (GTK_WIDGET (column))
                : gtk_widget_get_prev_sibling (GTK_WIDGET (column));
  if (next != NULL)
    move_card (self, lead, ANTE_BOARD_COLUMN (next), 0, TRUE);
  return TRUE;
}

static gboolean
lift_card (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = find_column_of (self, lead);
  AnteLeadModel *model = column != NULL ? ante_board_column_get_model (column) : NULL;
  guint position = model != NULL ? ante_lead_model_find (model, lead) : 0;

  if (model == NULL || (by < 0 && position == 0) ||
      (by > 0 && position + 1 >= g_list_model_get_n_items (G_LIST_MODEL (model))))
    return TRUE;
  move_card (self, lead, column,
             ante_lead_model_get_id (model, by < 0 ? position - 1 : position + 2), FALSE);
  return TRUE;
}

static gboolean
step_column (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = find_column_of (self, lead);
  GtkWidget *next = column != NULL ? GTK_WIDGET (column) : NULL;

  while (next != NULL) {
    AnteLeadModel *model = NULL;

    next = by > 0 ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
    model = next != NULL ? ante_board_column_get_model (ANTE_BOARD_COLUMN (next)) : NULL;
    if (model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
      return ante_card_column_focus_lead (ante_board_column_get_cards (ANTE_BOARD_COLUMN (next)),
                                          ante_lead_model_get_id (model, 0));
  }
  return TRUE;
}

static gint64
get_focused (AnteBoardPage *self)
{
  for (AnteBoardColumn *column = first_column (self); column != NULL;
       column = next_column (column)) {
    gint64 lead = ante_card_column_get_focused (ante_board_column_get_cards (column));

    if (lead != 0)
      return lead;
  }
  return 0;
}

/* The keys that concern the lead under the ring, as in the inbox. */
static gboolean
act (AnteBoardPage *self, gint64 lead, guint keyval)
{
  GtkWidget *card = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  hold (self, lead);
  switch (keyval) {
  case GDK_KEY_f:
    return gtk_widget_activate_action (GTK_WIDGET (self), "lead.next-step", NULL);
  case GDK_KEY_e:
    return gtk_widget_activate_action (GTK_WIDGET (self), "lead.done", NULL);
  case GDK_KEY_u:
    return gtk_widget_activate_action (GTK_WIDGET (self), "lead.unread", NULL);
  case GDK_KEY_i:
    return gtk_widget_activate_action (GTK_WIDGET (self), "lead.instagram", NULL);
  case GDK_KEY_s:
    popup_menu (self, ante_lead_actions_get_stage_menu (self->actions), card);
    return TRUE;
  case GDK_KEY_o:
    popup_menu (self, ante_lead_actions_get_owner_menu (self->actions), card);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_cb (AnteBoardPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gint64 lead = get_focused (self);

  self->returning = FALSE;
  if (lead == 0)
    return FALSE;

  switch (keyval) {
  case GDK_KEY_Left:
    return control ? shift_card (self, lead, -1) : step_column (self, lead, -1);
  case GDK_KEY_Right:
    return control ? shift_card (self, lead, 1) : step_column (self, lead, 1);
  case GDK_KEY_Up:
    return control && lift_card (self, lead, -1);
  case GDK_KEY_Down:
    return control && lift_card (self, lead, 1);
  case GDK_KEY_slash:
    ante_board_page_focus_filter (self);
    return TRUE;
  default:
    return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && act (self, lead, keyval);
  }
}

/* Esc closes the thread, and the keyboard is back on its card. */
static gboolean
close_key_cb (AnteBoardPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  gint64 lead = ante_thread_view_get_lead (self->thread);
  AnteBoardColumn *column = find_column_of (self, lead);

  if (keyval != GDK_KEY_Escape || !adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  ante_thread_view_set_lead (self->thread, 0);
  if (column != NULL)
    ante_card_column_focus_lead (ante_board_column_get_cards (column), lead);
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
  if (is_writing (self) || adw_flap_get_reveal_flap (self->flap))
    return;
  self->returning = !return_to_card (self);
}

void
ante_board_page_focus_filter (AnteBoardPage *self)
{
  self->returning = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

void
ante_board_page_set_workspace (AnteBoardPage *self, AnteWorkspace *workspace)
{
  clear_columns (self);
  g_clear_object (&self->held);
  self->focused = 0;
  self->focused_column = NULL;
  self->returning = FALSE;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  g_set_object (&self->workspace, workspace);
  ante_thread_view_set_workspace (self->thread, workspace);
  ante_lead_actions_set_workspace (self->actions, workspace);
}

static void
build_menu (AnteBoardPage *self)
{
  g_autoptr (GMenu) more = g_menu_new ();

  self->card_menu = g_menu_new ();
  g_menu_append_submenu (self->card_menu, _ ("Move to"),
                         ante_lead_actions_get_stage_menu (self->actions));
  g_menu_append_submenu (self->card_menu, _ ("Owner"),
                         ante_lead_actions_get_owner_menu (self->actions));
  g_menu_append (more, _ ("Next Step…"), "lead.next-step");
  g_menu_append (more, _ ("Done, No Reply Needed"), "lead.done");
  g_menu_append (more, _ ("Open in Instagram"), "lead.instagram");
  g_menu_append_section (self->card_menu, NULL, G_MENU_MODEL (more));
}

static void
ante_board_page_dispose (GObject *object)
{
  AnteBoardPage *self = ANTE_BOARD_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  ante_board_scroll_clear (&self->scroll);
  g_clear_object (&self->card_menu);
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
  g_type_ensure (ANTE_TYPE_THREAD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, flap);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, thread);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, status);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardPage, no_match);
  gtk_widget_class_install_action (widget_class, "board.reload", NULL, reload_action);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ante_board_page_init (AnteBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ante_board_scroll_init (&self->scroll, self->scroller, GTK_WIDGET (self->columns));
  self->actions = ante_lead_actions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->actions, "stages-changed", G_CALLBACK (stages_cb), self,
                           G_CONNECT_SWAPPED);
  build_menu (self);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_board_page_new (void)
{
  return g_object_new (ANTE_TYPE_BOARD_PAGE, NULL);
}
