#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-window.h"

#include <glib/gi18n.h>

#include "app/search/ante-search-groups.h"
#include "app/search/ante-search-row.h"
#include "app/search/ante-search-start.h"
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
  AdwStatusPage *nothing;
  AdwStatusPage *failure;

  AnteWorkspace *workspace;
  AnteSearchGroups *groups;
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

static char *
describe_unknown (const AnteSearchNote *note)
{
  g_autofree char *name = g_strconcat (note->name, ":", NULL);

  /* Translators: "form:" is not a search word; did you mean from:? */
  return g_strdup_printf (_ ("“%s” is not a search word; did you mean %s:?"), name,
                          ante_search_operator_get_name (note->near));
}

static char *
describe_note (const AnteSearchNote *note)
{
  const char *name = NULL;
  const char *takes = NULL;
  g_autofree char *short_value = ante_text_one_line (note->value, 40);
  g_autofree char *value = ante_text_isolate (short_value);

  if (note->op == ANTE_SEARCH_N_OPERATORS)
    return describe_unknown (note);
  name = ante_search_operator_get_name (note->op);
  takes = _ (ante_search_operator_get_takes (note->op));
  if (note->is_out)
    return g_strdup_printf (_ ("-%s: is left aside. Only words can be left out."), name);
  if (*note->value == '\0')
    return g_strdup_printf ("%s: %s.", name, takes);
  /* Translators: has:sock is left aside. has: takes link, picture, … */
  return g_strdup_printf (_ ("%s:%s is left aside. %s: %s."), name, value, name, takes);
}

static void
show_notes (AnteSearchWindow *self)
{
  GPtrArray *notes = self->words->notes;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->is_close)
    g_string_append (text, _ ("No exact match. These are close."));
  for (guint i = 0; i < notes->len; i++) {
    g_autofree char *line = describe_note (notes->pdata[i]);

    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  gtk_label_set_text (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
}

static char *
describe_count (AnteSearchWindow *self)
{
  guint n_hits = ante_search_groups_count_hits (self->groups);
  guint n_leads = ante_search_groups_count_leads (self->groups);
  g_autofree char *hits = NULL;
  g_autofree char *leads = g_strdup_printf (ngettext ("%u lead", "%u leads", n_leads), n_leads);

  if (n_hits >= MAX_HITS)
    return g_strdup_printf (_ ("The newest %u messages. One more word finds fewer."), n_hits);
  if (n_hits == 0)
    return g_steal_pointer (&leads);
  hits = self->next != 0
           ? g_strdup_printf (ngettext ("%u message so far", "%u messages so far", n_hits), n_hits)
           : g_strdup_printf (ngettext ("%u message", "%u messages", n_hits), n_hits);
  return g_strdup_printf ("%s · %s", hits, leads);
}

/* (nullable) */
static const AnteSearchNote *
find_unknown (AnteSearchWindow *self)
{
  GPtrArray *notes = self->words->notes;

  for (guint i = 0; i < notes->len; i++) {
    const AnteSearchNote *note = notes->pdata[i];

    if (note->op == ANTE_SEARCH_N_OPERATORS)
      return note;
  }
  return NULL;
}

/* Who wrote what is no operator has not been answered by "nothing". */
static void
show_unknown (AnteSearchWindow *self, const AnteSearchNote *note)
{
  g_autofree char *title = g_strdup_printf (_ ("“%s:” is not a search word"), note->name);
  g_autofree char *meant =
    g_strdup_printf (_ ("Did you mean %s:?"), ante_search_operator_get_name (note->near));

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, meant);
  if (self->words->notes->len == 1)
    gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE); /* it says the same */
}

static void
show_nothing (AnteSearchWindow *self)
{
  const AnteSearchNote *unknown = find_unknown (self);

  gtk_stack_set_visible_child_name (self->stack, "none");
  if (unknown != NULL) {
    show_unknown (self, unknown);
    return;
  }
  adw_status_page_set_title (self->nothing, _ ("Nothing Found"));
  adw_status_page_set_description (
    self->nothing, _ ("No message has all of this. Try fewer words, or only how they begin."));
}

static void
show_state (AnteSearchWindow *self)
{
  g_autofree char *count = describe_count (self);
  g_autofree char *day = NULL;
  g_autofree char *looking = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

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

  if (is_first)
    ante_search_groups_clear (self->groups);
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

static void
ante_search_window_dispose (GObject *object)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (object);

  stop_search (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_search_window_parent_class)->dispose (object);
}

static void
ante_search_window_finalize (GObject *object)
{
  AnteSearchWindow *self = ANTE_SEARCH_WINDOW (object);

  g_free (self->shown);
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
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
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
  return GTK_WIDGET (self);
}
