#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-inbox-page.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-inbox-rows.h"
#include "app/inbox/ante-lead-reader.h"
#include "app/inbox/ante-split-button.h"
#include "app/shared/ante-lead-keys.h"
#include "app/shared/ante-lead-model.h"

#define TICK_S 30

struct _AnteInboxPage {
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *thread_pane;
  GtkSearchEntry *filter;
  AnteSplitButton *split;
  GtkStack *list_stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  AdwStatusPage *empty;
  GtkWidget *clear_filter;
  GtkWidget *connect;
  GtkWidget *back;
  GtkStack *reader_stack;
  GtkWidget *no_lead;

  AnteWorkspace *workspace;
  AnteInboxRows *rows;
  AnteLeadReader *reader; /* NULL until a lead is opened */
  AnteLeadModel *model;
  gint64 open_lead;
  guint place; /* where it stood, or would stand */
  gboolean at_top;
  gboolean focus_wanted;
  gboolean had_focus; /* the list, before it changed */
  gboolean selecting;
  guint tick;
};

G_DEFINE_FINAL_TYPE (AnteInboxPage, ante_inbox_page, ADW_TYPE_BIN)

/* (nullable) */
static GtkWidget *
get_focus (AnteInboxPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Not from under somebody who writes. */
static void
take_focus (AnteInboxPage *self)
{
  GtkWidget *focus = get_focus (self);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    ante_inbox_rows_focus (self->rows, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
show_list_state (AnteInboxPage *self)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  gboolean filtered = ante_split_button_get_filter (self->split, &filter) ||
                      *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';
  guint n = self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
  gboolean connected =
    self->workspace != NULL && ante_workspace_get_account (self->workspace) != NULL;

  ante_split_button_set_count (self->split, n);
  /* One page says that there is nothing, not two. */
  gtk_widget_set_visible (self->no_lead, n > 0 || filtered);
  if (n > 0) {
    gtk_stack_set_visible_child_name (self->list_stack, "list");
    return;
  }
  if (self->model == NULL || !ante_lead_model_get_loaded (self->model))
    return;
  adw_status_page_set_title (self->empty,
                             filtered ? _ ("Nothing Matches") : _ ("No Conversations Yet"));
  adw_status_page_set_description (
    self->empty, filtered    ? _ ("No conversation fits what is asked for.")
                 : connected ? _ ("What people write to your account arrives here by itself.")
                             : _ ("Once your account is connected, what people write to it arrives "
                                  "here by itself."));
  gtk_widget_set_visible (self->clear_filter, filtered);
  gtk_widget_set_visible (self->connect, !filtered && !connected);
  gtk_stack_set_visible_child_name (self->list_stack, "empty");
}

static void
apply_filter (AnteInboxPage *self)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  if (self->model == NULL)
    return;
  filter.query = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  ante_split_button_get_filter (self->split, &filter);
  ante_lead_model_set_filter (self->model, &filter);
  show_list_state (self);
}

static void
clear_filter_cb (AnteInboxPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  ante_split_button_choose_all (self->split);
  apply_filter (self);
}

/* Back to where the keyboard was before, once the list has it again. */
static void
stop_filter_cb (AnteInboxPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  self->focus_wanted = TRUE;
  apply_filter (self);
}

static void
listed_cb (AnteInboxPage *self)
{
  if (!self->focus_wanted || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  self->focus_wanted = FALSE;
  take_focus (self);
}

static void leaving_cb (AnteInboxPage *self);

static AnteLeadReader *
get_reader (AnteInboxPage *self)
{
  if (self->reader == NULL) {
    self->reader = ANTE_LEAD_READER (ante_lead_reader_new ());
    ante_lead_reader_set_workspace (self->reader, self->workspace);
    g_signal_connect_object (
      ante_thread_view_get_actions (ante_lead_reader_get_thread (self->reader)), "leaving",
      G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
    gtk_stack_add_child (self->reader_stack, GTK_WIDGET (self->reader));
  }
  return self->reader;
}

static void
show_lead (AnteInboxPage *self, gint64 lead)
{
  self->open_lead = lead;
  if (lead != 0 || self->reader != NULL)
    ante_lead_reader_set_lead (get_reader (self), lead);
  gtk_stack_set_visible_child (self->reader_stack,
                               lead != 0 ? GTK_WIDGET (self->reader) : self->no_lead);
}

static void
selected_cb (AnteInboxPage *self)
{
  AnteLeadItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    self->place = gtk_single_selection_get_selected (self->selection);
  if (item != NULL && !self->selecting)
    show_lead (self, ante_lead_item_get_id (item));
}

/* Here the selection still is as it was. */
static void
before_items_change_cb (AnteInboxPage *self)
{
  GtkWidget *focus = get_focus (self);

  self->had_focus =
    focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) &&
    gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION;
}

/* The open lead has left the list and took its row along: the keyboard stays where it stood. */
static void
keep_focus (AnteInboxPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n > 0)
    ante_inbox_rows_focus (self->rows, MIN (self->place, n - 1));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list_stack), GTK_DIR_TAB_FORWARD);
}

/* The list moved under the selection: it stays with the lead that is open, wherever that is now. */
static void
items_changed_cb (AnteInboxPage *self)
{
  guint position = ante_lead_model_find (self->model, self->open_lead);

  show_list_state (self);
  /* A list keeps its first row in view when others come above it; who stands at the top wants them.
   */
  if (self->at_top)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  if (self->open_lead != 0 && position == G_MAXUINT && self->had_focus)
    keep_focus (self);
  self->had_focus = FALSE;
  if (self->open_lead == 0 || position == gtk_single_selection_get_selected (self->selection))
    return;
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
}

static void
answer (AnteInboxPage *self)
{
  if (self->open_lead == 0)
    return;
  adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  ante_thread_view_focus_composer (ante_lead_reader_get_thread (self->reader));
}

static void
activated_cb (AnteInboxPage *self, guint position)
{
  AnteLeadItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    return;
  show_lead (self, ante_lead_item_get_id (item));
  adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  ante_thread_view_focus_writing (ante_lead_reader_get_thread (self->reader));
}

static void
show_times (AnteInboxPage *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);

  ante_inbox_rows_set_now (self->rows, ante_workspace_now (self->workspace),
                           account != NULL && account->human_agent);
}

static void
scrolled_cb (AnteInboxPage *self, GtkAdjustment *place)
{
  self->at_top = gtk_adjustment_get_value (place) < 1;
}

static gboolean
tick_cb (gpointer data)
{
  AnteInboxPage *self = data;

  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  show_times (self);
  apply_filter (self); /* who slept may be awake by now */
  return G_SOURCE_CONTINUE;
}

static void
back_cb (AnteInboxPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  take_focus (self);
}

static void
folded_cb (AnteInboxPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back, folded);
  if (folded && self->open_lead == 0)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

/* A lead that has left the list, because it is done, leaves its place to the next one. */
static void
step (AnteInboxPage *self, int by)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0)
    return;
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = MIN (by > 0 || self->place == 0 ? self->place : self->place - 1, n - 1);
  else if (by > 0 ? selected + 1 < n : selected > 0)
    selected += by;
  gtk_single_selection_set_selected (self->selection, selected);
  ante_inbox_rows_focus (self->rows, selected);
}

/* One is through with the open lead. */
static void
leaving_cb (AnteInboxPage *self)
{
  step (self, 1);
}

/* The keys that concern the open lead. */
static gboolean
act (AnteInboxPage *self, guint keyval, GdkModifierType state)
{
  if (self->open_lead == 0)
    return FALSE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_r && (state & GDK_ALT_MASK) == 0) {
    answer (self);
    return TRUE;
  }
  /* What opens there needs it in view; but a leaflet that turns to it takes the keyboard along. */
  if (ante_lead_keys_opens (keyval, state) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  return ante_thread_view_handle_key (ante_lead_reader_get_thread (self->reader), keyval, state);
}

/* Single keys count only where no text is being written. */
static gboolean
key_cb (AnteInboxPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  if ((state & GDK_ALT_MASK) != 0)
    return act (self, keyval, state);

  switch (gdk_keyval_to_lower (keyval)) {
  case GDK_KEY_j:
    step (self, 1);
    return TRUE;
  case GDK_KEY_k:
    step (self, -1);
    return TRUE;
  case GDK_KEY_Escape:
    back_cb (self);
    return TRUE;
  case GDK_KEY_slash:
    ante_inbox_page_focus_filter (self);
    return TRUE;
  default:
    return act (self, keyval, state);
  }
}

void
ante_inbox_page_focus (AnteInboxPage *self)
{
  self->focus_wanted =
    self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  if (!self->focus_wanted)
    take_focus (self);
}

void
ante_inbox_page_focus_filter (AnteInboxPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

AnteLeadActions *
ante_inbox_page_get_lead_actions (AnteInboxPage *self)
{
  if (self->open_lead == 0)
    return NULL;
  return ante_thread_view_get_lead_actions (ante_lead_reader_get_thread (self->reader));
}

void
ante_inbox_page_show_lacking (AnteInboxPage *self, const char *what)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  ante_split_button_choose_lacking (self->split, what);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

void
ante_inbox_page_toggle_panel (AnteInboxPage *self)
{
  if (self->reader != NULL)
    ante_lead_reader_toggle_panel (self->reader);
}

void
ante_inbox_page_open_lead (AnteInboxPage *self, gint64 lead)
{
  show_lead (self, lead);
  adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  if (self->model != NULL)
    items_changed_cb (self);
}

void
ante_inbox_page_open_message (AnteInboxPage *self, gint64 lead, const char *mid, gint64 at)
{
  ante_inbox_page_open_lead (self, lead);
  ante_thread_view_show_message (ante_lead_reader_get_thread (self->reader), mid, at, 0, 0);
}

void
ante_inbox_page_set_workspace (AnteInboxPage *self, AnteWorkspace *workspace)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  show_lead (self, 0);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  g_set_object (&self->workspace, workspace);
  ante_inbox_rows_set_store (self->rows,
                             workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
  if (self->reader != NULL)
    ante_lead_reader_set_workspace (self->reader, workspace);
  if (workspace == NULL)
    return;

  ante_split_button_set_workspace (self->split, workspace);
  show_times (self);
  ante_split_button_get_filter (self->split, &filter);
  self->model =
    ante_lead_model_new (ante_workspace_get_store (workspace), &filter, ANTE_LEAD_ORDER_INBOX);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (before_items_change_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "notify::loaded", G_CALLBACK (show_list_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::account", G_CALLBACK (show_list_state), self,
                           G_CONNECT_SWAPPED);
  /* Instagram's clock is read with every answer; a demo's may have been moved. */
  g_signal_connect_object (ante_workspace_get_sync (workspace), "notify::last-synced",
                           G_CALLBACK (show_times), self, G_CONNECT_SWAPPED);
  clear_filter_cb (self);
}

static void
ante_inbox_page_dispose (GObject *object)
{
  AnteInboxPage *self = ANTE_INBOX_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_inbox_page_parent_class)->dispose (object);
}

static void
ante_inbox_page_class_init (AnteInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_inbox_page_dispose;
  g_type_ensure (ANTE_TYPE_SPLIT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, thread_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, split);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, list);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, selection);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, clear_filter);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, connect);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, back);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, reader_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxPage, no_lead);
  gtk_widget_class_bind_template_callback (widget_class, apply_filter);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_inbox_page_init (AnteInboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = ante_inbox_rows_new (self->list);
  self->at_top = TRUE;
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_inbox_page_new (void)
{
  return g_object_new (ANTE_TYPE_INBOX_PAGE, NULL);
}
