#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/today/ante-today-page.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-lead-reader.h"
#include "app/shared/ante-lead-keys.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "app/today/ante-today-counters.h"
#include "app/today/ante-today-line.h"
#include "model/ante-party.h"
#include "store/ante-store-stages.h"

/* Of each group, beside the others; one alone shows more. */
#define ROWS 40
#define ROWS_ALONE 300
#define TICK_S 30
#define LIST_WIDTH 320
#define WIDE 2000
/* A burst of changes is read once. */
#define SETTLE_MS 150

struct _AnteTodayPage {
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *thread_pane;
  GtkLabel *headline;
  GtkDropDown *whose;
  AdwClamp *counters_clamp;
  AnteTodayCounters *counters;
  GtkStack *list_stack;
  GtkListBox *list;
  AdwStatusPage *empty;
  GtkWidget *show_all;
  GtkWidget *back;
  GtkStack *reader_stack;
  GtkWidget *no_lead;

  AnteWorkspace *workspace;
  AnteLeadReader *reader; /* NULL until a lead is shown */
  AnteToday *today;
  GPtrArray *stages;
  GCancellable *cancellable;
  gint64 lead;
  AnteTodayGroup group; /* from which it was taken up */
  int place;
  guint tick;
  guint settle;
  gboolean reading;
  gboolean again;
  gboolean filling;
  gboolean focus_wanted;
  char *shown; /* what the rows show: see sum_up() */
};

G_DEFINE_FINAL_TYPE (AnteTodayPage, ante_today_page, ADW_TYPE_BIN)

static void read_today (AnteTodayPage *self);

static gboolean
has_human_agent (AnteTodayPage *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);

  return account != NULL && account->human_agent;
}

/* (nullable): what only this party is to do. */
static const char *
get_whose (AnteTodayPage *self)
{
  static const char *const parties[] = { NULL, ANTE_PARTY_COACH, ANTE_PARTY_SETTER_PREFIX,
                                         ANTE_PARTY_AI };
  guint chosen = gtk_drop_down_get_selected (self->whose);

  return chosen < G_N_ELEMENTS (parties) ? parties[chosen] : NULL;
}

/* --- the one in hand ------------------------------------------------------------------------- */

static AnteLeadReader *
get_reader (AnteTodayPage *self)
{
  if (self->reader == NULL) {
    self->reader = ANTE_LEAD_READER (ante_lead_reader_new ());
    ante_lead_reader_set_workspace (self->reader, self->workspace);
    gtk_stack_add_child (self->reader_stack, GTK_WIDGET (self->reader));
  }
  return self->reader;
}

static void
show_lead (AnteTodayPage *self, gint64 lead)
{
  self->lead = lead;
  if (lead != 0 || self->reader != NULL)
    ante_lead_reader_set_lead (get_reader (self), lead);
  gtk_stack_set_visible_child (self->reader_stack,
                               lead != 0 ? GTK_WIDGET (self->reader) : self->no_lead);
}

static void
selected_cb (AnteTodayPage *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->place = gtk_list_box_row_get_index (row);
  self->group = ante_today_line_get_group (GTK_WIDGET (row));
  show_lead (self, ante_today_line_get_lead (GTK_WIDGET (row))->id);
}

static void
activated_cb (AnteTodayPage *self, GtkListBoxRow *row)
{
  selected_cb (self, row);
  adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  ante_thread_view_focus_writing (ante_lead_reader_get_thread (self->reader));
}

/* --- the list --------------------------------------------------------------------------------- */

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AnteTodayPage *self = user_data;
  AnteTodayGroup group = ante_today_line_get_group (GTK_WIDGET (row));
  GtkWidget *box = NULL;
  GtkWidget *label = NULL;
  g_autofree char *words = NULL;

  if (before != NULL && ante_today_line_get_group (GTK_WIDGET (before)) == group) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  words = g_strdup_printf ("%s · %u", ante_today_words_group (group), self->today->counts[group]);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (ante_today_words_icon (group)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "today-head");
  gtk_widget_add_css_class (label, "caption-heading");
  if (group <= ANTE_TODAY_OVERDUE)
    gtk_widget_add_css_class (box, ante_today_words_style (group));
  gtk_list_box_row_set_header (row, box);
}

static AnteStage *
find_stage (AnteTodayPage *self, gint64 id)
{
  return self->stages != NULL ? ante_stage_find (self->stages, id) : NULL;
}

/* A lead stands once, where it matters most, unless one group is asked for alone. */
static void
fill_group (AnteTodayPage *self, AnteTodayGroup group, GHashTable *seen)
{
  GPtrArray *rows = self->today->rows[group];
  gint64 now = ante_workspace_now (self->workspace);

  for (guint i = 0; i < rows->len; i++) {
    const AnteTodayRow *row = rows->pdata[i];

    if (seen == NULL || g_hash_table_add (seen, &row->lead->id))
      gtk_list_box_append (self->list,
                           ante_today_line_new (group, row, find_stage (self, row->lead->stage_id),
                                                has_human_agent (self), now));
  }
}

static void
clear (AnteTodayPage *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

/* (nullable): of the lead in hand, in its group where it still is there. */
static GtkListBoxRow *
find_row (AnteTodayPage *self)
{
  GtkListBoxRow *found = NULL;
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++) {
    if (ante_today_line_get_lead (GTK_WIDGET (row))->id != self->lead)
      continue;
    if (ante_today_line_get_group (GTK_WIDGET (row)) == self->group)
      return row;
    found = row;
  }
  return found;
}

static gboolean
has_focus (AnteTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static GtkListBoxRow *
get_row_near (AnteTodayPage *self, int place)
{
  int last = -1;

  while (gtk_list_box_get_row_at_index (self->list, last + 1) != NULL)
    last++;
  return last >= 0 ? gtk_list_box_get_row_at_index (self->list, CLAMP (place, 0, last)) : NULL;
}

static void
take_up (AnteTodayPage *self, GtkListBoxRow *row)
{
  AnteLead *lead = ante_today_line_get_lead (GTK_WIDGET (row));

  gtk_list_box_select_row (self->list, row);
  self->place = gtk_list_box_row_get_index (row);
  self->group = ante_today_line_get_group (GTK_WIDGET (row));
  if (lead->id != self->lead)
    show_lead (self, lead->id);
}

/* Whoever goes through the list goes on to the next when one has left its group; whoever reads or
 * writes beside it keeps the conversation. */
static void
select_again (AnteTodayPage *self, gboolean had_focus)
{
  GtkListBoxRow *row = find_row (self);
  gboolean left = row == NULL || ante_today_line_get_group (GTK_WIDGET (row)) != self->group;
  gboolean none = self->lead == 0;

  if (none && adw_leaflet_get_folded (self->leaflet) && !self->focus_wanted)
    return;
  if (none || (left && had_focus))
    row = get_row_near (self, none ? 0 : self->place);
  if (row == NULL)
    return;
  take_up (self, row);
  if (had_focus || self->focus_wanted)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focus_wanted = FALSE;
}

static void
show_empty (AnteTodayPage *self, gboolean alone)
{
  gint64 now = ante_workspace_now (self->workspace);
  g_autofree char *when =
    self->today->next_at > 0 ? ante_words_moment (self->today->next_at, now) : NULL;
  g_autofree char *next =
    when != NULL ? g_strdup_printf (_ ("The next step that is planned is due %s."), when)
                 : g_strdup (_ ("Nothing is planned. What people write arrives here by itself."));

  adw_status_page_set_title (self->empty,
                             alone ? _ ("Nothing of This Kind") : _ ("Done for Today"));
  adw_status_page_set_description (self->empty,
                                   alone ? _ ("Every lead has what this asks for.") : next);
  gtk_widget_set_visible (self->show_all, alone);
}

/* (transfer full): all that the rows show, so that they are made anew only where that changed. */
static char *
sum_up (AnteTodayPage *self)
{
  GString *sum = g_string_new (NULL);

  g_string_append_printf (sum, "%d %" G_GINT64_FORMAT " %p",
                          ante_today_counters_get_only (self->counters),
                          ante_workspace_now (self->workspace) / 60000, (void *) self->stages);
  for (guint i = 0; i < ANTE_TODAY_N_GROUPS; i++) {
    g_string_append_printf (sum, "|%u", self->today->counts[i]);
    for (guint k = 0; k < self->today->rows[i]->len; k++) {
      const AnteTodayRow *row = self->today->rows[i]->pdata[k];

      g_string_append_printf (
        sum, ";%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s %u %s %" G_GINT64_FORMAT,
        row->lead->id, row->at, ante_lead_get_title (row->lead), row->lead->next_action,
        row->lead->owner, row->lead->touch_n, row->lead->last_text, row->lead->stage_id);
    }
  }
  return g_string_free (sum, FALSE);
}

static void
fill (AnteTodayPage *self)
{
  g_autofree char *sum = sum_up (self);
  int only = ante_today_counters_get_only (self->counters);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean had_focus = has_focus (self);
  gboolean any = FALSE;

  if (g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  self->filling = TRUE;
  clear (self);
  for (guint i = 0; i < ANTE_TODAY_N_GROUPS; i++) {
    if (only < 0)
      fill_group (self, (AnteTodayGroup) i, seen);
    else if (only == (int) i)
      fill_group (self, (AnteTodayGroup) i, NULL);
  }
  any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  select_again (self, had_focus);
  self->filling = FALSE;
  show_empty (self, only >= 0);
  gtk_stack_set_visible_child_name (self->list_stack, any ? "list" : "empty");
  if (!any && had_focus)
    show_lead (self, 0);
}

static void
show_headline (AnteTodayPage *self)
{
  gint64 now = ante_workspace_now (self->workspace);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (now / 1000);
  g_autofree char *words = g_date_time_format (day, _ ("%A, %e %B"));

  gtk_label_set_text (self->headline, words);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
stages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteTodayPage) self = user_data;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, NULL);

  if (stages == NULL)
    return;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_ptr_array_unref (stages);
    return;
  }
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  if (self->today != NULL)
    fill (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteToday) today = ante_store_read_today_finish (ANTE_STORE (source), result, &error);

  self->reading = FALSE;
  if (!ante_workspace_has_store (self->workspace, source))
    return;
  if (today == NULL) {
    ante_toast_error (GTK_WIDGET (self), error);
  } else {
    g_clear_pointer (&self->today, ante_today_free);
    self->today = g_steal_pointer (&today);
    ante_today_counters_show (self->counters, self->today);
    show_headline (self);
    fill (self);
  }
  if (self->again)
    read_today (self);
}

static void
read_today (AnteTodayPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteTodayQuestion question = { .quiet_ms = ANTE_TODAY_QUIET_MS };

  self->again = self->reading;
  if (self->reading || self->workspace == NULL)
    return;
  self->reading = TRUE;
  question.moment =
    ante_moment_at (ante_workspace_now (self->workspace), zone, has_human_agent (self));
  question.owner = get_whose (self);
  question.limit = ante_today_counters_get_only (self->counters) >= 0 ? ROWS_ALONE : ROWS;
  ante_store_read_today_async (ante_workspace_get_store (self->workspace), &question,
                               self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  AnteTodayPage *self = data;

  self->settle = 0;
  read_today (self);
  return G_SOURCE_REMOVE;
}

/* What nobody looks at is read when it is shown. */
static void
read_soon (AnteTodayPage *self)
{
  if (self->workspace != NULL && self->settle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->settle = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteTodayPage *self)
{
  if ((topics & ANTE_STORE_STAGES) != 0)
    ante_store_list_stages_async (store, self->cancellable, stages_cb, g_object_ref (self));
  if ((topics & (ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_APPROVALS)) != 0)
    read_soon (self);
}

static gboolean
tick_cb (gpointer data)
{
  read_soon (data);
  return G_SOURCE_CONTINUE;
}

/* --- keys ------------------------------------------------------------------------------------- */

static void
step (AnteTodayPage *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (place, 0));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
back_cb (AnteTodayPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  ante_today_page_focus (self);
}

/* What is due is what is done; what they wrote needs no reply. */
static gboolean
finish (AnteTodayPage *self)
{
  AnteLeadActions *actions = ante_today_page_get_lead_actions (self);

  if (self->group != ANTE_TODAY_OVERDUE && self->group != ANTE_TODAY_DUE)
    return FALSE;
  g_action_group_activate_action (ante_lead_actions_get_group (actions), "step-over",
                                  g_variant_new_string ("done"));
  return TRUE;
}

static gboolean
act (AnteTodayPage *self, guint keyval, GdkModifierType state)
{
  AnteThreadView *thread = NULL;

  if (self->lead == 0)
    return FALSE;
  thread = ante_lead_reader_get_thread (self->reader);
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_r && (state & GDK_ALT_MASK) == 0) {
    adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
    ante_thread_view_focus_composer (thread);
    return TRUE;
  }
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_e && (state & GDK_ALT_MASK) == 0 && finish (self))
    return TRUE;
  if (ante_lead_keys_opens (keyval, state) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  return ante_thread_view_handle_key (thread, keyval, state);
}

static void
popup_menu (AnteTodayPage *self)
{
  AnteLeadActions *actions = ante_today_page_get_lead_actions (self);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (actions == NULL || row == NULL)
    return;
  /* What opens there needs the thread in view. */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->thread_pane);
  ante_lead_actions_popup_menu (actions, GTK_WIDGET (row));
}

static void
pressed_cb (AnteTodayPage *self, int n_press, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  popup_menu (self);
}

static gboolean
key_cb (AnteTodayPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0 || ante_lead_keys_is_writing (GTK_WIDGET (self)))
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
  case GDK_KEY_Menu:
    popup_menu (self);
    return TRUE;
  default:
    return act (self, keyval, state);
  }
}

static void
folded_cb (AnteTodayPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back, folded);
  /* Beside a conversation they must not make the list wide; alone they have all the room. */
  adw_clamp_set_maximum_size (self->counters_clamp, folded ? WIDE : LIST_WIDTH);
  if (folded)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
show_all_cb (AnteTodayPage *self)
{
  ante_today_counters_show_all (self->counters);
}

/* --- the page --------------------------------------------------------------------------------- */

void
ante_today_page_focus (AnteTodayPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->focus_wanted = row == NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ante_today_page_toggle_panel (AnteTodayPage *self)
{
  if (self->reader != NULL)
    ante_lead_reader_toggle_panel (self->reader);
}

AnteLeadActions *
ante_today_page_get_lead_actions (AnteTodayPage *self)
{
  if (self->lead == 0)
    return NULL;
  return ante_thread_view_get_lead_actions (ante_lead_reader_get_thread (self->reader));
}

void
ante_today_page_set_workspace (AnteTodayPage *self, AnteWorkspace *workspace)
{
  AnteStore *store = workspace != NULL ? ante_workspace_get_store (workspace) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->reading = FALSE;
  g_clear_handle_id (&self->settle, g_source_remove);
  show_lead (self, 0);
  self->filling = TRUE;
  clear (self);
  self->filling = FALSE;
  g_clear_pointer (&self->today, ante_today_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_set_object (&self->workspace, workspace);
  if (self->reader != NULL)
    ante_lead_reader_set_workspace (self->reader, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  /* Instagram's clock is read with every answer; a demo's may have been moved. */
  g_signal_connect_object (ante_workspace_get_sync (workspace), "notify::last-synced",
                           G_CALLBACK (read_soon), self, G_CONNECT_SWAPPED);
  ante_store_list_stages_async (store, self->cancellable, stages_cb, g_object_ref (self));
  read_today (self);
}

static void
ante_today_page_dispose (GObject *object)
{
  AnteTodayPage *self = ANTE_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_today_page_parent_class)->dispose (object);
}

static void
ante_today_page_finalize (GObject *object)
{
  AnteTodayPage *self = ANTE_TODAY_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->today, ante_today_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_today_page_parent_class)->finalize (object);
}

static void
ante_today_page_class_init (AnteTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_today_page_finalize;
  g_type_ensure (ANTE_TYPE_TODAY_COUNTERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/today/ante-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, thread_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, headline);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, whose);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, counters);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, counters_clamp);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, list);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, back);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, reader_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteTodayPage, no_lead);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_today);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
ante_today_page_init (AnteTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_list_box_set_header_func (self->list, head_row, self, NULL);
  g_signal_connect (self, "map", G_CALLBACK (read_soon), NULL);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_today_page_new (void)
{
  return g_object_new (ANTE_TYPE_TODAY_PAGE, NULL);
}
