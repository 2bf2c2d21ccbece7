#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-window.h"

#include <glib/gi18n.h>

#include "app/search/ante-search-row.h"
#include "engine/ante-advice.h"
#include "store/ante-store-search.h"

#define MAX_HITS 100

struct _AnteSearchWindow {
  AdwWindow parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkLabel *count;
  AdwStatusPage *failure;

  AnteWorkspace *workspace;
  GListStore *hits;
  GCancellable *searching;
  char *shown; /* the words whose finds stand in the list */
  gboolean open_first;
};

G_DEFINE_FINAL_TYPE (AnteSearchWindow, ante_search_window, ADW_TYPE_WINDOW)

/* --- a find in the list --- */

#define TYPE_FOUND (found_get_type ())
G_DECLARE_FINAL_TYPE (Found, found, ANTE, FOUND, GObject)

struct _Found {
  GObject parent_instance;

  AnteSearchHit *hit;
};

G_DEFINE_FINAL_TYPE (Found, found, G_TYPE_OBJECT)

static void
found_finalize (GObject *object)
{
  ante_search_hit_free (ANTE_FOUND (object)->hit);
  G_OBJECT_CLASS (found_parent_class)->finalize (object);
}

static void
found_class_init (FoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = found_finalize;
}

static void
found_init (Found *self)
{
}

static Found *
found_new (AnteSearchHit *hit)
{
  Found *self = g_object_new (TYPE_FOUND, NULL);

  self->hit = hit;
  return self;
}

/* --- opening --- */

static void
open_found (AnteSearchWindow *self, guint position)
{
  g_autoptr (Found) found = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (found == NULL || parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-lead", "x", found->hit->lead_id);
  gtk_window_close (GTK_WINDOW (self));
  gtk_window_present (parent);
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
  Found *found = gtk_list_item_get_item (item);

  ante_search_row_set_hit (ANTE_SEARCH_ROW (gtk_list_item_get_child (item)), found->hit,
                           ante_workspace_now (self->workspace));
}

/* --- searching --- */

static char *
get_words (AnteSearchWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
show_count (AnteSearchWindow *self, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u message", "%u messages", n), n);

  gtk_label_set_text (
    self->count, n < MAX_HITS ? words : _ ("The newest 100 messages. One more word finds fewer."));
}

static void
show_hits (AnteSearchWindow *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = hits->len;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, found_new (g_ptr_array_index (hits, i)));
  g_ptr_array_set_free_func (hits, NULL);

  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)),
                       items->pdata, n);
  if (n > 0) {
    gtk_single_selection_set_selected (self->selection, 0);
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  }
  show_count (self, n);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
show_failure (AnteSearchWindow *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  adw_status_page_set_title (self->failure, _ (advice.title));
  adw_status_page_set_description (self->failure, _ (advice.body));
  gtk_stack_set_visible_child_name (self->stack, "failed");
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
  show_hits (self, page->hits);
  if (self->open_first)
    open_found (self, 0);
  self->open_first = FALSE;
}

static void
stop_search (AnteSearchWindow *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->open_first = FALSE;
}

static void
search (AnteSearchWindow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (AnteSearchWords) words = NULL;
  AnteSearchAsk ask = { .limit = MAX_HITS };

  stop_search (self);
  g_free (self->shown);
  self->shown = get_words (self);
  if (*self->shown == '\0') {
    g_list_store_remove_all (self->hits);
    gtk_stack_set_visible_child_name (self->stack, "start");
    return;
  }
  self->searching = g_cancellable_new ();
  words = ante_search_words_parse (self->shown, ante_workspace_now (self->workspace), zone);
  ante_store_search_async (ante_workspace_get_store (self->workspace), words, &ask, self->searching,
                           found_cb, g_object_ref (self));
}

static void
changed_cb (AnteSearchWindow *self)
{
  g_autofree char *words = get_words (self);

  if (g_strcmp0 (words, self->shown) != 0)
    search (self);
}

/* Enter opens a find of the words that stand there, also when it comes before them. */
static void
entered_cb (AnteSearchWindow *self)
{
  changed_cb (self);
  if (self->searching != NULL)
    self->open_first = TRUE;
  else
    open_found (self, gtk_single_selection_get_selected (self->selection));
}

/* --- keys --- */

static void
move_selection (AnteSearchWindow *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection) + by;

  if (n == 0 || position < 0 || position >= (int) n)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              (guint) position);
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

static void
ante_search_window_dispose (GObject *object)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (object);

  stop_search (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->hits);
  G_OBJECT_CLASS (ante_search_window_parent_class)->dispose (object);
}

static void
ante_search_window_finalize (GObject *object)
{
  g_free (ANTE_SEARCH_WINDOW (object)->shown);
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
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_search_window_init (AnteSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (TYPE_FOUND);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->hits));
}

GtkWidget *
ante_search_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AnteSearchWindow *self = g_object_new (ANTE_TYPE_SEARCH_WINDOW, "transient-for", parent,
                                         "application", gtk_window_get_application (parent), NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
