#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-window.h"

#include <glib/gi18n.h>

#include "app/search/ante-search-groups.h"
#include "app/search/ante-search-live.h"
#include "app/search/ante-search-row.h"
#include "app/search/ante-search-start.h"
#include "app/search/ante-search-told.h"
#include "app/shared/ante-view-dialogs.h"
#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "rules/ante-text.h"
#include "store/ante-store-search.h"

/* Messages a page: found in the order of their arrival, and shown in that of their time. */
#define PAGE 300
/* In one conversation, when it is opened. */
#define MAX_OPENED 200
/* Nobody reads further than this: one more word finds fewer. */
#define MAX_HITS 4000
/* As long as there are fewer, looking goes on by itself. */
#define ENOUGH 60

struct _AnteSearchWindow {
  AdwWindow parent_instance;

  GtkEditable *entry;
  GtkLabel *notes;
  GtkStack *stack;
  AnteSearchStart *start;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkWidget *foot;
  GtkLabel *count;
  GtkWidget *keep;
  GtkWidget *kept;
  AdwStatusPage *nothing;
  AdwStatusPage *failure;

  AnteWorkspace *workspace;
  AnteSearchGroups *groups;
  AnteSearchLive *live;
  GCancellable *refreshing;
  char *first_page; /* which messages it has */
  AnteSearchWords *words;
  AnteSearchMatch *match; /* of the words, for names */
  GCancellable *searching;
  GCancellable *opening_by;
  char *shown; /* what was typed for what stands in the list */
  gint64 next; /* where to look further; 0: all was looked at */
  gint64 looked_to;
  gint64 opening;  /* the lead whose messages are being read */
  gboolean is_new; /* nothing of this search is shown yet */
  gboolean is_close;
  gboolean open_first;
};

G_DEFINE_FINAL_TYPE (AnteSearchWindow, ante_search_window, ADW_TYPE_WINDOW)

static void look_further (AnteSearchWindow *self);
static void select_position (AnteSearchWindow *self, guint position);
static void show_state (AnteSearchWindow *self);

/* --- opening --- */

static void
leave_for (AnteSearchWindow *self, const char *action, GVariant *target)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_variant_ref_sink (target);
  if (parent != NULL) {
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, target);
    gtk_window_close (GTK_WINDOW (self));
    gtk_window_present (parent);
  }
  g_variant_unref (target);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteSearchPage) page = ante_store_search_finish (ANTE_STORE (source), result, &error);
  gint64 lead = self->opening;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->opening_by != g_task_get_cancellable (G_TASK (result)))
    return;
  self->opening = 0;
  g_clear_object (&self->opening_by);
  if (page != NULL) {
    ante_search_groups_open (self->groups, lead, page);
    /* Where the row was that said that there were more, the first of them stands. */
    select_position (self, selected);
    show_state (self);
  } else {
    g_message ("a conversation could not be searched: %s", error->message);
  }
}

/* All that was found in one conversation. */
static void
open_group (AnteSearchWindow *self, gint64 lead)
{
  AnteSearchAsk ask = { .limit = MAX_OPENED, .lead_id = lead };

  if (self->opening != 0)
    return;
  self->opening = lead;
  self->opening_by = g_cancellable_new ();
  ante_store_search_async (ante_workspace_get_store (self->workspace), self->words, &ask,
                           self->opening_by, opened_cb, g_object_ref (self));
}

static void
open_found (AnteSearchWindow *self, guint position)
{
  g_autoptr (AnteSearchItem) item =
    g_list_model_get_item (ante_search_groups_get_model (self->groups), position);
  const AnteSearchHit *hit = NULL;

  if (item == NULL)
    return;
  hit = ante_search_item_get_hit (item);
  switch (ante_search_item_get_kind (item)) {
  case ANTE_SEARCH_ITEM_LEAD:
    leave_for (self, "win.open-lead", g_variant_new_int64 (hit->lead_id));
    break;
  case ANTE_SEARCH_ITEM_HIT:
    leave_for (self, "win.open-message", g_variant_new ("(xsx)", hit->lead_id, hit->mid, hit->at));
    break;
  default:
    open_group (self, hit->lead_id);
  }
}

static void
activated_cb (AnteSearchWindow *self, guint position)
{
  open_found (self, position);
}

static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (gtk_widget_contains (row, x, y))
    open_found (ANTE_SEARCH_WINDOW (gtk_widget_get_root (row)), gtk_list_item_get_position (item));
}

/* --- rows --- */

static void
setup_cb (AnteSearchWindow *self, GtkListItem *item)
{
  GtkWidget *row = ante_search_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (AnteSearchWindow *self, GtkListItem *item)
{
  ante_search_row_set_item (ANTE_SEARCH_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item), self->match,
                            ante_workspace_now (self->workspace));
}

/* --- what is said of it --- */

static void
show_notes (AnteSearchWindow *self)
{
  g_autofree char *text = ante_search_told_notes (self->words, self->is_close);

  gtk_label_set_text (self->notes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *text != '\0');
}

/* What can be done to a search that is kept. */
static void
show_kept (AnteSearchWindow *self)
{
  gboolean is_kept = ante_search_start_find (self->start, self->shown) != NULL;

  gtk_widget_set_visible (self->keep, !is_kept);
  gtk_widget_set_visible (self->kept, is_kept);
}

static char *
describe_count (AnteSearchWindow *self)
{
  const AnteView *view = ante_search_start_find (self->start, self->shown);
  guint n_hits = ante_search_groups_count_hits (self->groups);
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  if (n_hits >= MAX_HITS)
    return g_strdup_printf (_ ("The newest %u messages. One more word finds fewer."), n_hits);
  count =
    ante_search_told_count (n_hits, ante_search_groups_count_leads (self->groups), self->next != 0);
  if (view == NULL)
    return g_steal_pointer (&count);
  name = ante_text_isolate (view->name);
  return g_strdup_printf ("%s: %s", name, count);
}

static void
show_nothing (AnteSearchWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "none");
  if (ante_search_told_nothing (self->nothing, self->words))
    gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
}

static void
show_state (AnteSearchWindow *self)
{
  g_autofree char *count = describe_count (self);
  g_autofree char *day = NULL;
  g_autofree char *looking = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  show_kept (self);
  if (self->searching != NULL && self->looked_to != 0) {
    day = ante_words_day (self->looked_to, ante_workspace_now (self->workspace));
    looking = g_strdup_printf (_ ("Looking further back than %s…"), day);
  }
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->searching == NULL)
    show_nothing (self);
  gtk_label_set_text (self->count, looking != NULL ? looking : n > 0 ? count : _ ("Nothing found"));
  gtk_widget_set_visible (self->foot, TRUE);
}

static void
show_failure (AnteSearchWindow *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  adw_status_page_set_title (self->failure, _ (advice.title));
  adw_status_page_set_description (self->failure, _ (advice.body));
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->foot, FALSE);
}

/* The kept searches are others by now. */
static void
listed_cb (AnteSearchWindow *self)
{
  if (self->words != NULL && !ante_search_words_is_empty (self->words))
    show_state (self);
}

/* --- searching --- */

static void
select_position (AnteSearchWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* The name above the first message comes into view with it. */
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              position == 1 ? 0 : position);
}

static gboolean
is_stop (AnteSearchWindow *self, guint position)
{
  g_autoptr (AnteSearchItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL && ante_search_item_is_stop (item);
}

static void
show_page (AnteSearchWindow *self, AnteSearchPage *page)
{
  gboolean is_first = self->is_new;

  if (is_first) {
    ante_search_groups_clear (self->groups);
    g_free (self->first_page);
    self->first_page = ante_search_told_page (page);
  }
  self->is_new = FALSE;
  self->is_close |= page->is_close;
  self->next =
    ante_search_groups_count_hits (self->groups) + page->hits->len < MAX_HITS ? page->next : 0;
  self->looked_to = page->looked_to;
  ante_search_groups_add (self->groups, page);
  if (is_first && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    select_position (self, is_stop (self, 0) ? 0 : 1);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteSearchPage) page = ante_store_search_finish (ANTE_STORE (source), result, &error);

  /* Another search runs by now, or the window is gone. */
  if (self->searching == NULL || self->searching != g_task_get_cancellable (G_TASK (result)) ||
      g_cancellable_is_cancelled (self->searching))
    return;
  g_clear_object (&self->searching);
  if (page == NULL) {
    show_failure (self, error);
    return;
  }
  show_page (self, page);
  if (self->open_first && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0) {
    self->open_first = FALSE;
    open_found (self, gtk_single_selection_get_selected (self->selection));
    return;
  }
  if (self->next != 0 && ante_search_groups_count_hits (self->groups) < ENOUGH)
    look_further (self);
  self->open_first &= self->searching != NULL;
  show_notes (self);
  show_state (self);
}

static void
stop_search (AnteSearchWindow *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_cancellable_cancel (self->opening_by);
  g_clear_object (&self->opening_by);
  g_cancellable_cancel (self->refreshing);
  g_clear_object (&self->refreshing);
  self->opening = 0;
  self->open_first = FALSE;
}

static void
ask (AnteSearchWindow *self, gint64 below)
{
  AnteSearchAsk question = { .limit = PAGE, .below = below };

  question.nothing_yet = self->is_new || ante_search_groups_count_hits (self->groups) == 0;
  self->searching = g_cancellable_new ();
  ante_store_search_async (ante_workspace_get_store (self->workspace), self->words, &question,
                           self->searching, found_cb, g_object_ref (self));
}

/* (nullable) (transfer full): of the message or the lead that is chosen. */
static char *
dup_selected (AnteSearchWindow *self, guint position)
{
  g_autoptr (AnteSearchItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const AnteSearchHit *hit = item != NULL ? ante_search_item_get_hit (item) : NULL;

  return hit != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", hit->lead_id,
                                        hit->mid != NULL ? hit->mid : "")
                     : NULL;
}

static void
select_again (AnteSearchWindow *self, const char *selected)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++) {
    g_autofree char *other = dup_selected (self, i);

    if (g_strcmp0 (selected, other) == 0 && is_stop (self, i)) {
      select_position (self, i);
      return;
    }
  }
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteSearchPage) page = ante_store_search_finish (ANTE_STORE (source), result, &error);
  g_autofree char *now = page != NULL ? ante_search_told_page (page) : NULL;
  g_autofree char *selected = NULL;

  if (self->refreshing == NULL || self->refreshing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->refreshing);
  if (page == NULL || g_strcmp0 (now, self->first_page) == 0)
    return;
  selected = dup_selected (self, gtk_single_selection_get_selected (self->selection));
  stop_search (self);
  self->is_new = TRUE;
  self->is_close = FALSE;
  show_page (self, page);
  select_again (self, selected);
  show_notes (self);
  show_state (self);
}

/* What is found changes by itself; who reads on far below the first page is left alone. */
static void
refresh (GtkWidget *widget)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (widget);
  AnteSearchAsk question = { .limit = PAGE, .nothing_yet = TRUE };

  if (self->words == NULL || ante_search_words_is_empty (self->words) || self->searching != NULL ||
      ante_search_groups_count_hits (self->groups) > PAGE)
    return;
  g_cancellable_cancel (self->refreshing);
  g_clear_object (&self->refreshing);
  self->refreshing = g_cancellable_new ();
  ante_store_search_async (ante_workspace_get_store (self->workspace), self->words, &question,
                           self->refreshing, refreshed_cb, g_object_ref (self));
}

static void
look_further (AnteSearchWindow *self)
{
  if (self->searching == NULL && self->next != 0)
    ask (self, self->next);
}

static void
scrolled_cb (AnteSearchWindow *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double below = gtk_adjustment_get_upper (place) - gtk_adjustment_get_value (place) -
                 gtk_adjustment_get_page_size (place);

  if (below < 2 * gtk_adjustment_get_page_size (place))
    look_further (self);
}

static void
read_words (AnteSearchWindow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  g_free (self->shown);
  self->shown = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_clear_pointer (&self->words, ante_search_words_unref);
  g_clear_pointer (&self->match, ante_search_match_free);
  self->words = ante_search_words_parse (self->shown, ante_workspace_now (self->workspace), zone);
  self->match = ante_search_match_new (self->words);
}

static void
search (AnteSearchWindow *self)
{
  stop_search (self);
  read_words (self);
  self->is_new = TRUE;
  self->is_close = FALSE;
  self->next = 0;
  self->looked_to = 0;
  show_notes (self);
  if (ante_search_words_is_empty (self->words)) {
    ante_search_groups_clear (self->groups);
    gtk_stack_set_visible_child_name (self->stack, "start");
    gtk_widget_set_visible (self->foot, FALSE);
    return;
  }
  ask (self, 0);
}

static void
changed_cb (AnteSearchWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (g_strcmp0 (words, self->shown) != 0)
    search (self);
}

/* Enter opens a find of the words that stand there, also when it comes before them. */
static void
entered_cb (AnteSearchWindow *self)
{
  changed_cb (self);
  if (self->searching != NULL && self->is_new)
    self->open_first = TRUE;
  else
    open_found (self, gtk_single_selection_get_selected (self->selection));
}

/* --- kept searches, and what can be asked for --- */

static void
set_text (AnteSearchWindow *self, const char *text)
{
  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

static void
chosen_cb (AnteSearchWindow *self, const char *query)
{
  set_text (self, query);
  changed_cb (self);
}

static void
wanted_cb (AnteSearchWindow *self, const char *words)
{
  const char *typed = gtk_editable_get_text (self->entry);
  g_autofree char *joined =
    *self->shown != '\0' ? g_strconcat (typed, " ", words, NULL) : g_strdup (words);

  set_text (self, joined);
}

static void
keep_cb (AnteSearchWindow *self)
{
  changed_cb (self);
  if (!ante_search_words_is_empty (self->words))
    ante_view_dialog_save (GTK_WIDGET (self), self->workspace, ANTE_VIEW_SEARCH, self->shown, NULL);
}

static void
rename_cb (AnteSearchWindow *self)
{
  const AnteView *view = ante_search_start_find (self->start, self->shown);

  if (view != NULL)
    ante_view_dialog_rename (GTK_WIDGET (self), self->workspace, ANTE_VIEW_SEARCH, view);
}

static void
delete_cb (AnteSearchWindow *self)
{
  const AnteView *view = ante_search_start_find (self->start, self->shown);

  if (view != NULL)
    ante_view_dialog_delete (GTK_WIDGET (self), self->workspace, ANTE_VIEW_SEARCH, view);
}

/* --- keys --- */

static void
move_selection (AnteSearchWindow *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection) + by;

  while (position >= 0 && position < (int) n && !is_stop (self, (guint) position))
    position += by;
  if (position >= 0 && position < (int) n)
    select_position (self, (guint) position);
}

static gboolean
key_cb (AnteSearchWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move_selection (self, 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move_selection (self, -1);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
close_cb (AnteSearchWindow *self)
{
  stop_search (self);
  gtk_window_close (GTK_WINDOW (self));
}

void
ante_search_window_begin (AnteSearchWindow *self)
{
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_window_present (GTK_WINDOW (self));
}

void
ante_search_window_ask (AnteSearchWindow *self, const char *query)
{
  ante_search_window_begin (self);
  chosen_cb (self, query);
}

static void
ante_search_window_dispose (GObject *object)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (object);

  g_clear_pointer (&self->live, ante_search_live_free);
  stop_search (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_search_window_parent_class)->dispose (object);
}

static void
ante_search_window_finalize (GObject *object)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (object);

  g_free (self->shown);
  g_free (self->first_page);
  g_clear_pointer (&self->words, ante_search_words_unref);
  g_clear_pointer (&self->match, ante_search_match_free);
  ante_search_groups_free (self->groups);
  G_OBJECT_CLASS (ante_search_window_parent_class)->finalize (object);
}

static void
ante_search_window_class_init (AnteSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_search_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_search_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/search/ante-search-window.ui");
  g_type_ensure (ANTE_TYPE_SEARCH_START);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, start);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, keep);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, kept);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, wanted_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_search_window_init (AnteSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_strdup ("");
  self->groups = ante_search_groups_new ();
  gtk_single_selection_set_model (self->selection, ante_search_groups_get_model (self->groups));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ante_search_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AnteSearchWindow *self = g_object_new (ANTE_TYPE_SEARCH_WINDOW, "transient-for", parent,
                                         "application", gtk_window_get_application (parent), NULL);

  self->workspace = g_object_ref (workspace);
  ante_search_start_set_workspace (self->start, workspace);
  self->live =
    ante_search_live_new (GTK_WIDGET (self), ante_workspace_get_store (workspace), refresh);
  return GTK_WIDGET (self);
}
