#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-notices.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"

/* A first reading that is over sooner is not worth a line that comes and goes. */
#define PATIENCE_MS 1000

struct _AnteNotices {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *body;
  GtkButton *button;

  AnteWorkspace *workspace;
  GSignalGroup *sync_signals;
  GSignalGroup *outbox_signals;
  GSignalGroup *workspace_signals;
  guint patience;
  gboolean is_long;
  gboolean is_of_sync;
};

G_DEFINE_FINAL_TYPE (AnteNotices, ante_notices, ADW_TYPE_BIN)

/**
 * Notice:
 * @title: what is the matter
 * @body: (transfer full): what it means and what to do
 * @button: (nullable): what a person can do here
 * @action: (nullable): the action of @button
 * @is_of_sync: whether it tells how the last reading ended, which the next one may set right
 * @is_busy: no trouble: something takes its time
 */
typedef struct {
  const char *title;
  char *body;
  const char *button;
  const char *action;
  gboolean is_of_sync;
  gboolean is_busy;
} Notice;

static void
fill (Notice *notice, AnteAdvice advice, const char *button, const char *action)
{
  notice->title = _ (advice.title);
  notice->body = g_strdup (_ (advice.body));
  notice->button = button;
  notice->action = action;
}

static gboolean
is_today (gint64 at)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return then != NULL && g_date_time_get_year (then) == g_date_time_get_year (now) &&
         g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now);
}

static char *
words_synced (gint64 at)
{
  g_autofree char *time = is_today (at) ? ante_words_clock (at) : ante_words_exact (at);

  if (at <= 0)
    return g_strdup (_ ("Nothing was read yet."));
  /* Translators: %s is a time, or a date and time. */
  return g_strdup_printf (_ ("Last synced at %s."), time);
}

/* What is on this computer needs none: plain http goes nowhere else. */
static gboolean
has_network (AnteWorkspace *workspace)
{
  return g_str_has_prefix (ante_workspace_get_account (workspace)->api_url, "http://") ||
         g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

/* What is on the screen may be old by now, and says since when. */
static void
fill_sync_trouble (Notice *notice, AnteWorkspace *workspace)
{
  AnteSync *sync = ante_workspace_get_sync (workspace);
  AnteSyncState state = ante_sync_get_state (sync);
  g_autofree char *synced = words_synced (ante_sync_get_last_synced (sync));
  g_autofree char *advice = NULL;

  fill (notice, ante_advice_for_error_on (ante_sync_get_error (sync), has_network (workspace)),
        _ ("Try Now"), "win.sync");
  notice->is_of_sync = TRUE;
  advice = g_steal_pointer (&notice->body);
  if (state == ANTE_SYNC_THROTTLED && ante_sync_get_retry_at (sync) > 0) {
    g_autofree char *until = ante_words_clock (ante_sync_get_retry_at (sync) + 59999);

    /* Asking again now would only lengthen it. */
    notice->button = NULL;
    g_free (advice);
    advice = g_strdup_printf (_ ("Too much was asked in a short time. It goes on by itself at %s; "
                                 "what you write waits until then."),
                              until);
  }
  notice->body = g_strjoin (" ", synced, advice, NULL);
}

static void
fill_first_reading (Notice *notice, AnteSync *sync)
{
  guint progress = ante_sync_get_progress (sync);
  gboolean paused = ante_sync_get_state (sync) == ANTE_SYNC_PAUSED;

  notice->title = paused ? _ ("Reading was stopped") : _ ("Reading your conversations");
  notice->body = g_strdup_printf (
    paused
      ? ngettext ("%u conversation was read and is kept. Nothing new comes in until it goes on.",
                  "%u conversations were read and are kept. Nothing new comes in until it "
                  "goes on.",
                  progress)
      : ngettext ("%u so far. You can work meanwhile.", "%u so far. You can work meanwhile.",
                  progress),
    progress);
  notice->button = paused ? _ ("Go On") : _ ("Cancel");
  notice->action = paused ? "win.sync" : "notices.pause";
  notice->is_busy = !paused;
}

/* The first that holds, the gravest first. FALSE when all is well. */
static gboolean
find_notice (AnteNotices *self, Notice *notice)
{
  AnteSync *sync = ante_workspace_get_sync (self->workspace);
  AnteSyncState state = ante_sync_get_state (sync);
  const char *frozen = ante_outbox_get_frozen (ante_workspace_get_outbox (self->workspace));

  if (!ante_workspace_has_token (self->workspace))
    fill (notice, ante_advice_for_nick ("no-token"), _ ("Connect Again"), "win.connect");
  else if (ante_workspace_get_sign_in_needed (self->workspace))
    fill (notice, ante_advice_for_nick ("token"), _ ("Sign In"), "win.connect");
  else if (g_strcmp0 (frozen, "restricted") == 0)
    fill (notice, ante_advice_for_nick (frozen), _ ("Go On Sending"), "notices.thaw");
  else if (ante_sync_get_error (sync) != NULL &&
           (state == ANTE_SYNC_DISK || state == ANTE_SYNC_BLOCKED || state == ANTE_SYNC_OFFLINE ||
            state == ANTE_SYNC_THROTTLED))
    fill_sync_trouble (notice, self->workspace);
  else if (state == ANTE_SYNC_PAUSED ||
           (state == ANTE_SYNC_RUNNING && self->is_long && !ante_sync_is_first_done (sync)))
    fill_first_reading (notice, sync);
  else if (ante_sync_get_counts (sync)->suspicious)
    fill (notice, ante_advice_for_empty_list (), _ ("Try Now"), "win.sync");
  return notice->title != NULL;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show (AnteNotices *self)
{
  Notice notice = { 0 };
  gboolean found = self->workspace != NULL &&
                   ante_workspace_get_account (self->workspace) != NULL &&
                   find_notice (self, &notice);
  g_autofree char *body = notice.body;

  /* While it is being tried again the line stays: it would flicker else. */
  if (!found && self->is_of_sync && self->workspace != NULL &&
      ante_sync_get_state (ante_workspace_get_sync (self->workspace)) == ANTE_SYNC_RUNNING)
    return;
  self->is_of_sync = notice.is_of_sync;
  if (found)
    gtk_widget_set_visible (self->box, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, found);
  gtk_spinner_set_spinning (self->spinner, notice.is_busy);
  if (!found)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !notice.is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), notice.is_busy);
  set_class (self->box, "warning", !notice.is_busy);
  set_class (self->box, "plain", notice.is_busy);
  gtk_label_set_text (self->title, notice.title);
  gtk_label_set_text (self->body, body);
  gtk_widget_set_visible (GTK_WIDGET (self->button), notice.button != NULL);
  gtk_button_set_label (self->button, notice.button != NULL ? notice.button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), notice.action);
}

/* What nobody sees any more no screen reader says either. */
static void
slid_cb (AnteNotices *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer) &&
      !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (self->box, FALSE);
}

static gboolean
patience_cb (gpointer data)
{
  AnteNotices *self = data;

  self->patience = 0;
  self->is_long = TRUE;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
state_cb (AnteNotices *self)
{
  AnteSync *sync = ante_workspace_get_sync (self->workspace);

  if (ante_sync_get_state (sync) != ANTE_SYNC_RUNNING) {
    g_clear_handle_id (&self->patience, g_source_remove);
    self->is_long = ante_sync_get_state (sync) == ANTE_SYNC_PAUSED;
  } else if (self->patience == 0 && !ante_sync_is_first_done (sync)) {
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  }
  show (self);
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteNotices *self = ANTE_NOTICES (widget);

  if (self->workspace != NULL)
    ante_sync_pause (ante_workspace_get_sync (self->workspace));
}

static void
thaw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteNotices *self = ANTE_NOTICES (widget);

  if (self->workspace != NULL)
    ante_outbox_thaw_async (ante_workspace_get_outbox (self->workspace), NULL, NULL, NULL);
  show (self);
}

void
ante_notices_set_workspace (AnteNotices *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->sync_signals,
                             workspace != NULL ? ante_workspace_get_sync (workspace) : NULL);
  g_signal_group_set_target (self->outbox_signals,
                             workspace != NULL ? ante_workspace_get_outbox (workspace) : NULL);
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->is_long = FALSE;
  self->is_of_sync = FALSE;
  if (workspace != NULL)
    state_cb (self);
  else
    show (self);
}

static void
ante_notices_dispose (GObject *object)
{
  AnteNotices *self = ANTE_NOTICES (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->sync_signals);
  g_clear_object (&self->outbox_signals);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_notices_parent_class)->dispose (object);
}

static void
ante_notices_class_init (AnteNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_notices_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH "/ui/ante-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, box);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, icon);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, spinner);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, title);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, body);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, button);
  gtk_widget_class_bind_template_callback (widget_class, slid_cb);
  gtk_widget_class_install_action (widget_class, "notices.thaw", NULL, thaw_action);
  gtk_widget_class_install_action (widget_class, "notices.pause", NULL, pause_action);
}

static void
ante_notices_init (AnteNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sync_signals = g_signal_group_new (ANTE_TYPE_SYNC);
  self->outbox_signals = g_signal_group_new (ANTE_TYPE_OUTBOX);
  self->workspace_signals = g_signal_group_new (ANTE_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->sync_signals, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_group_connect_swapped (self->sync_signals, "notify::progress", G_CALLBACK (show), self);
  g_signal_group_connect_swapped (self->outbox_signals, "notify::frozen", G_CALLBACK (show), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::sign-in-needed",
                                  G_CALLBACK (show), self);
}

GtkWidget *
ante_notices_new (void)
{
  return g_object_new (ANTE_TYPE_NOTICES, NULL);
}
