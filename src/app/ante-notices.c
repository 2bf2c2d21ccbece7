#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-notices.h"

#include <glib/gi18n.h>

#include "engine/ante-advice.h"

struct _AnteNotices {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *body;
  GtkButton *button;

  AnteWorkspace *workspace;
  GSignalGroup *sync_signals;
  GSignalGroup *outbox_signals;
  GSignalGroup *workspace_signals;
};

G_DEFINE_FINAL_TYPE (AnteNotices, ante_notices, ADW_TYPE_BIN)

typedef struct {
  AnteAdvice advice;
  const char *button;
  const char *action;
} Notice;

/* The first that holds, the gravest first. FALSE when all is well. */
static gboolean
find_notice (AnteNotices *self, Notice *notice)
{
  AnteSync *sync = ante_workspace_get_sync (self->workspace);
  AnteSyncState state = ante_sync_get_state (sync);
  const GError *error = ante_sync_get_error (sync);
  const char *frozen = ante_outbox_get_frozen (ante_workspace_get_outbox (self->workspace));

  if (ante_workspace_get_sign_in_needed (self->workspace)) {
    *notice = (Notice){ ante_advice_for_nick ("token"), _ ("Sign In"), "win.connect" };
    return TRUE;
  }
  if (g_strcmp0 (frozen, "restricted") == 0) {
    *notice = (Notice){ ante_advice_for_nick (frozen), _ ("Go On Sending"), "notices.thaw" };
    return TRUE;
  }
  if (error != NULL && (state == ANTE_SYNC_DISK || state == ANTE_SYNC_BLOCKED ||
                        state == ANTE_SYNC_OFFLINE || state == ANTE_SYNC_THROTTLED)) {
    *notice = (Notice){ ante_advice_for_error (error), _ ("Try Now"), "win.sync" };
    return TRUE;
  }
  if (ante_sync_get_counts (sync)->suspicious) {
    *notice = (Notice){ ante_advice_for_empty_list (), _ ("Try Now"), "win.sync" };
    return TRUE;
  }
  return FALSE;
}

static void
show (AnteNotices *self)
{
  Notice notice = { 0 };
  gboolean found = self->workspace != NULL &&
                   ante_workspace_get_account (self->workspace) != NULL &&
                   find_notice (self, &notice);

  /* While it is being tried again the line stays: it would flicker else. */
  if (!found && self->workspace != NULL &&
      ante_sync_get_state (ante_workspace_get_sync (self->workspace)) == ANTE_SYNC_RUNNING)
    return;
  gtk_revealer_set_reveal_child (self->revealer, found);
  if (!found)
    return;
  gtk_label_set_text (self->title, _ (notice.advice.title));
  gtk_label_set_text (self->body, _ (notice.advice.body));
  gtk_button_set_label (self->button, notice.button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), notice.action);
}

static void
thaw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteNotices *self = ANTE_NOTICES (widget);

  if (self->workspace != NULL)
    ante_outbox_thaw (ante_workspace_get_outbox (self->workspace));
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
  show (self);
}

static void
ante_notices_dispose (GObject *object)
{
  AnteNotices *self = ANTE_NOTICES (object);

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
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, title);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, body);
  gtk_widget_class_bind_template_child (widget_class, AnteNotices, button);
  gtk_widget_class_install_action (widget_class, "notices.thaw", NULL, thaw_action);
}

static GSignalGroup *
follow (AnteNotices *self, GType type, const char *property)
{
  GSignalGroup *group = g_signal_group_new (type);
  g_autofree char *detail = g_strconcat ("notify::", property, NULL);

  g_signal_group_connect_swapped (group, detail, G_CALLBACK (show), self);
  return group;
}

static void
ante_notices_init (AnteNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sync_signals = follow (self, ANTE_TYPE_SYNC, "state");
  self->outbox_signals = follow (self, ANTE_TYPE_OUTBOX, "frozen");
  self->workspace_signals = follow (self, ANTE_TYPE_WORKSPACE, "sign-in-needed");
}

GtkWidget *
ante_notices_new (void)
{
  return g_object_new (ANTE_TYPE_NOTICES, NULL);
}
