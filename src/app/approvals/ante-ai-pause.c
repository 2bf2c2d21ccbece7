#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-ai-pause.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "store/ante-store-account.h"

#define SETTING_PAUSED "paused"

struct _AnteAiPause {
  AdwBin parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  gboolean standing;
  AnteWorkspace *workspace;
  GCancellable *cancellable;
  gboolean paused;
};

enum {
  PROP_0,
  PROP_PAUSED,
  PROP_STANDING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteAiPause, ante_ai_pause, ADW_TYPE_BIN)

static void
name (AnteAiPause *self)
{
  const char *words = !self->paused    ? _ ("Pause All AI")
                      : self->standing ? _ ("Resume AI")
                                       : _ ("All AI is paused. Resume");

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
show (AnteAiPause *self, gboolean paused)
{
  gtk_widget_set_visible (GTK_WIDGET (self), paused || self->standing);
  if (paused == self->paused)
    return;
  self->paused = paused;
  name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAiPause) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) || error != NULL)
    return;
  show (self, g_strcmp0 (value, "1") == 0);
}

static void
read_state (AnteAiPause *self)
{
  ante_store_get_setting_async (ante_workspace_get_store (self->workspace), SETTING_PAUSED,
                                self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAiPause *self)
{
  if ((topics & ANTE_STORE_ACCOUNT) != 0)
    read_state (self);
}

void
ante_ai_pause_set_workspace (AnteAiPause *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  show (self, FALSE);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  read_state (self);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAiPause) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    ante_toast_error (GTK_WIDGET (self), error);
  else if (self->workspace != NULL)
    read_state (self);
}

void
ante_ai_pause_toggle (AnteAiPause *self)
{
  if (self->workspace != NULL)
    ante_store_set_setting_async (ante_workspace_get_store (self->workspace), SETTING_PAUSED,
                                  self->paused ? NULL : "1", NULL, set_cb, g_object_ref (self));
}

static void
ante_ai_pause_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAUSED)
    g_value_set_boolean (value, ANTE_AI_PAUSE (object)->paused);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_ai_pause_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteAiPause *self = ANTE_AI_PAUSE (object);

  if (id != PROP_STANDING) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  self->standing = g_value_get_boolean (value);
  if (!self->standing)
    return;
  gtk_widget_remove_css_class (self->button, "flat");
  gtk_widget_remove_css_class (self->button, "paused");
  gtk_widget_set_tooltip_text (self->button, _ ("Ctrl+Shift+P"));
  show (self, self->paused);
}

static void
ante_ai_pause_dispose (GObject *object)
{
  AnteAiPause *self = ANTE_AI_PAUSE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_ai_pause_parent_class)->dispose (object);
}

static void
ante_ai_pause_finalize (GObject *object)
{
  g_object_unref (ANTE_AI_PAUSE (object)->cancellable);
  G_OBJECT_CLASS (ante_ai_pause_parent_class)->finalize (object);
}

static void
ante_ai_pause_class_init (AnteAiPauseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_ai_pause_get_property;
  object_class->set_property = ante_ai_pause_set_property;
  object_class->dispose = ante_ai_pause_dispose;
  object_class->finalize = ante_ai_pause_finalize;
  props[PROP_PAUSED] =
    g_param_spec_boolean ("paused", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_STANDING] =
    g_param_spec_boolean ("standing", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ante_ai_pause_init (AnteAiPause *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->cancellable = g_cancellable_new ();
  self->button = gtk_button_new ();
  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (self->button), label);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "paused");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.pause-ai");
  adw_bin_set_child (ADW_BIN (self), self->button);
  name (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
