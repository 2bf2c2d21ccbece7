#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-sidebar.h"

#include <glib/gi18n.h>

#include "app/ante-places.h"
#include "app/shared/ante-tooltip.h"
#include "store/ante-store-drafts.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-today.h"

struct _AnteSidebar {
  AdwBin parent_instance;

  GtkListBox *places;
  GtkMenuButton *menu;
  GtkLabel *account;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkWidget *sync;
  GtkWidget *ownerless;
  GtkLabel *ownerless_words;
  GtkWidget *stepless;
  GtkLabel *stepless_words;
  GtkWidget *sourceless;
  GtkLabel *sourceless_words;
  AnteAiPause *pause;
  GtkWidget *account_row;

  AnteWorkspace *workspace;
  GSignalGroup *sync_signals;
  GSignalGroup *store_signals;
  GSignalGroup *workspace_signals;
  GCancellable *counting;
  guint tick;
};

G_DEFINE_FINAL_TYPE (AnteSidebar, ante_sidebar, ADW_TYPE_BIN)

/* --- how fresh it is ------------------------------------------------------------------------ */

static char *
words_since (gint64 ms, gint64 now)
{
  gint64 seconds = MAX ((now - ms) / 1000, 0);

  if (seconds < 60)
    return g_strdup_printf (_ ("Last synced %d s ago"), (int) seconds);
  if (seconds < 3600)
    return g_strdup_printf (_ ("Last synced %d min ago"), (int) (seconds / 60));
  if (seconds < 86400)
    return g_strdup_printf (_ ("Last synced %d h ago"), (int) (seconds / 3600));
  return g_strdup_printf (g_dngettext (NULL, "Last synced %d day ago", "Last synced %d days ago",
                                       (gulong) (seconds / 86400)),
                          (int) (seconds / 86400));
}

static char *
state_words (AnteSidebar *self)
{
  AnteSync *sync = ante_workspace_get_sync (self->workspace);
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  AnteSyncState state = ante_sync_get_state (sync);
  gint64 synced = ante_sync_get_last_synced (sync);
  guint progress = 0;

  if (account == NULL)
    return g_strdup (_ ("No account connected"));
  if (ante_workspace_get_sign_in_needed (self->workspace))
    return g_strdup (ante_workspace_has_token (self->workspace) ? _ ("Sign in again")
                                                                : _ ("Not connected"));

  g_object_get (sync, "progress", &progress, NULL);
  switch (state) {
  case ANTE_SYNC_RUNNING:
    if (synced == 0)
      return g_strdup_printf (
        ngettext ("Reading, %u conversation", "Reading, %u conversations", progress), progress);
    break;
  case ANTE_SYNC_OFFLINE:
    return g_strdup (_ ("Offline"));
  case ANTE_SYNC_THROTTLED:
    return g_strdup (_ ("Waiting for the rate limit"));
  case ANTE_SYNC_BLOCKED:
    return g_strdup (_ ("Instagram refuses"));
  case ANTE_SYNC_DISK:
    return g_strdup (_ ("Cannot be stored"));
  case ANTE_SYNC_PAUSED:
    return g_strdup_printf (
      ngettext ("Stopped after %u conversation", "Stopped after %u conversations", progress),
      progress);
  case ANTE_SYNC_OFF:
  case ANTE_SYNC_WAITING:
    break;
  }
  return synced > 0 ? words_since (synced, ante_workspace_now (self->workspace))
                    : g_strdup (_ ("Not synced yet"));
}

static void
show_state (AnteSidebar *self)
{
  const AnteAccount *account = NULL;
  g_autofree char *words = NULL;
  g_autofree char *handle = NULL;

  gtk_widget_set_visible (self->account_row, self->workspace != NULL);
  if (self->workspace == NULL)
    return;

  account = ante_workspace_get_account (self->workspace);
  handle =
    account != NULL ? g_strdup_printf ("@%s", account->username) : g_strdup (_ ("Your workspace"));
  words = state_words (self);
  gtk_label_set_label (self->account, handle);
  gtk_label_set_label (self->state, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.sync", account != NULL);
  gtk_widget_set_visible (self->sync, account != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), account != NULL);
  gtk_spinner_set_spinning (self->spinner, ante_sync_get_state (ante_workspace_get_sync (
                                             self->workspace)) == ANTE_SYNC_RUNNING);
}

static gboolean
tick_cb (gpointer user_data)
{
  AnteSidebar *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_state (self);
  return G_SOURCE_CONTINUE;
}

/* --- counts --------------------------------------------------------------------------------- */

static void
show_count (AnteSidebar *self, const char *place, guint count, const char *words)
{
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->places, gtk_list_box_row_get_index (row) + 1)) {
    GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
    g_autofree char *text = g_strdup_printf ("%'u", count);

    if (!g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), place))
      continue;
    gtk_label_set_label (GTK_LABEL (label), text);
    gtk_widget_set_visible (label, count > 0);
    ante_tooltip_set (GTK_WIDGET (row), words);
  }
}

/* It goes when nobody lacks it any more, and by nothing else. */
static void
show_lacking (GtkWidget *button, GtkLabel *label, guint n, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_visible (button, n > 0);
}

static void
show_what_lacks (AnteSidebar *self, guint no_owner, guint no_step, guint no_source)
{
  g_autofree char *owner = g_strdup_printf (
    g_dngettext (NULL, "%'u lead has no owner", "%'u leads have no owner", no_owner), no_owner);
  g_autofree char *step = g_strdup_printf (
    g_dngettext (NULL, "%'u lead has no next step", "%'u leads have no next step", no_step),
    no_step);
  g_autofree char *source = g_strdup_printf (
    g_dngettext (NULL, "%'u lead has no source", "%'u leads have no source", no_source), no_source);

  show_lacking (self->ownerless, self->ownerless_words, no_owner, owner);
  show_lacking (self->stepless, self->stepless_words, no_step, step);
  show_lacking (self->sourceless, self->sourceless_words, no_source, source);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteSidebar *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  g_autofree char *inbox = NULL;
  g_autofree char *board = NULL;
  AnteStoreCounts counts;

  if (!ante_store_get_counts_finish (ANTE_STORE (source), result, &counts, &error)) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_info ("the counts could not be read: %s", error->message);
    return;
  }
  inbox = g_strdup_printf (_ ("%u unread, %u owed a reply"), counts.unread, counts.owes_reply);
  board = g_strdup_printf (g_dngettext (NULL, "%u live lead, %u without a next step",
                                        "%u live leads, %u without a next step", counts.live),
                           counts.live, counts.no_next_step);
  show_count (self, "inbox", counts.unread, inbox);
  show_count (self, "board", counts.live, board);
  show_what_lacks (self, counts.no_owner, counts.no_next_step, counts.no_source);
}

static void
drafts_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSidebar) self = user_data;
  AnteDraftFigures *figures = ante_store_draft_figures_finish (ANTE_STORE (source), result, NULL);
  g_autofree char *words = NULL;

  if (figures != NULL && ante_workspace_has_store (self->workspace, source)) {
    words = g_strdup_printf (
      g_dngettext (NULL, "%u draft waits", "%u drafts wait", figures->waiting), figures->waiting);
    show_count (self, "approvals", figures->waiting, words);
  }
  g_free (figures);
}

static void
today_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSidebar) self = user_data;
  g_autoptr (AnteToday) today = ante_store_read_today_finish (ANTE_STORE (source), result, NULL);
  g_autofree char *words = NULL;
  guint late = 0;
  guint closing = 0;

  if (today == NULL || !ante_workspace_has_store (self->workspace, source))
    return;
  late = today->counts[ANTE_TODAY_OVERDUE] + today->counts[ANTE_TODAY_AGREEMENT];
  closing = today->counts[ANTE_TODAY_CLOSING];
  words = g_strdup_printf (_ ("%u overdue or at risk, %u closing soon"), late, closing);
  show_count (self, "today", late + closing, words);
}

/* What cannot wait. */
static void
count_today (AnteSidebar *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteTodayQuestion question = { .quiet_ms = ANTE_TODAY_QUIET_MS };

  question.moment = ante_moment_at (ante_workspace_now (self->workspace), zone,
                                    account != NULL && account->human_agent);
  ante_store_read_today_async (ante_workspace_get_store (self->workspace), &question,
                               self->counting, today_counted_cb, g_object_ref (self));
}

static void
count (AnteSidebar *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->workspace == NULL)
    return;
  self->counting = g_cancellable_new ();
  ante_store_get_counts_async (ante_workspace_get_store (self->workspace), self->counting,
                               counted_cb, self);
  ante_store_draft_figures_async (ante_workspace_get_store (self->workspace),
                                  ante_workspace_now (self->workspace), self->counting,
                                  drafts_counted_cb, g_object_ref (self));
  count_today (self);
}

static void
changed_cb (AnteSidebar *self, guint topics)
{
  if ((topics &
       (ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_ORDER | ANTE_STORE_APPROVALS)) != 0)
    count (self);
}

/* --- places --------------------------------------------------------------------------------- */

static void
selected_cb (AnteSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                                gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
make_row (const AntePlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (place->title));
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_set_name (row, place->name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (number, "place-count");
  gtk_widget_set_visible (number, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (place->title), -1);
  return row;
}

void
ante_sidebar_select (AnteSidebar *self, const char *place)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->places, i) != NULL; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), place))
      gtk_list_box_select_row (self->places, row);
  }
}

void
ante_sidebar_popup_menu (AnteSidebar *self)
{
  gtk_menu_button_popup (self->menu);
}

void
ante_sidebar_set_workspace (AnteSidebar *self, AnteWorkspace *workspace)
{
  AnteSync *sync = workspace != NULL ? ante_workspace_get_sync (workspace) : NULL;
  AnteStore *store = workspace != NULL ? ante_workspace_get_store (workspace) : NULL;

  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_signal_group_set_target (self->sync_signals, sync);
  g_signal_group_set_target (self->store_signals, store);
  ante_ai_pause_set_workspace (self->pause, workspace);
  show_state (self);
  count (self);
}

AnteAiPause *
ante_sidebar_get_pause (AnteSidebar *self)
{
  return self->pause;
}

static void
sync_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteSidebar *self = ANTE_SIDEBAR (widget);

  if (self->workspace != NULL)
    ante_sync_poke (ante_workspace_get_sync (self->workspace));
}

static void
ante_sidebar_dispose (GObject *object)
{
  AnteSidebar *self = ANTE_SIDEBAR (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->sync_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_sidebar_parent_class)->dispose (object);
}

static void
ante_sidebar_class_init (AnteSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_sidebar_dispose;
  g_type_ensure (ANTE_TYPE_AI_PAUSE);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH "/ui/ante-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, account);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, state);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, spinner);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, account_row);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, sync);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, ownerless);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, ownerless_words);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, pause);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, stepless);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, stepless_words);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, sourceless);
  gtk_widget_class_bind_template_child (widget_class, AnteSidebar, sourceless_words);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.sync", NULL, sync_action);
}

static void
ante_sidebar_init (AnteSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const AntePlace *place = ante_places; place->name != NULL; place++)
    gtk_list_box_append (self->places, make_row (place));

  self->workspace_signals = g_signal_group_new (ANTE_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify", G_CALLBACK (show_state), self);
  self->sync_signals = g_signal_group_new (ANTE_TYPE_SYNC);
  g_signal_group_connect_swapped (self->sync_signals, "notify", G_CALLBACK (show_state), self);
  self->store_signals = g_signal_group_new (ANTE_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  show_state (self);
}
