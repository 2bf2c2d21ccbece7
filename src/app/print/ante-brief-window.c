#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/print/ante-brief-window.h"

#include <glib/gi18n.h>

#include "app/print/ante-lead-print.h"
#include "app/print/ante-print-settings.h"
#include "app/print/ante-print.h"
#include "app/shared/ante-brief-view.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-brief-make.h"

struct _AnteBriefWindow {
  AdwWindow parent_instance;

  GtkWidget *toasts;
  AnteBriefView *view;
  GtkCheckButton *is_private;

  AnteWorkspace *workspace;
  gint64 lead_id;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (AnteBriefWindow, ante_brief_window, ADW_TYPE_WINDOW)

static void
ask_again (AnteBriefWindow *self,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer data)
{
  AnteBriefAsk ask = { .is_private = gtk_check_button_get_active (self->is_private),
                       .now = ante_workspace_now (self->workspace) };

  ante_brief_make_async (ante_workspace_get_store (self->workspace), self->lead_id, &ask,
                         cancellable, callback, data);
}

/* --- what is shown -------------------------------------------------------------------------- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteBriefWindow *self = user_data; /* still alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (brief != NULL) {
    ante_brief_view_take_brief (self->view, brief);
    return;
  }
  ante_toast_error (self->toasts, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "brief.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "brief.save", FALSE);
}

static void
load (AnteBriefWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->workspace == NULL)
    return;
  self->loading = g_cancellable_new ();
  ask_again (self, self->loading, loaded_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteBriefWindow *self)
{
  if (ante_store_concerns (lead_ids, self->lead_id))
    load (self);
}

static void
private_cb (AnteBriefWindow *self)
{
  ante_print_settings_set_private (gtk_check_button_get_active (self->is_private));
  load (self);
}

/* The words stand in the conversation, which is behind. */
static void
open_message_cb (AnteBriefWindow *self, gint64 message_id, const char *mid, gint64 at)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-message", "(xsx)", self->lead_id,
                                mid, at);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- what is done with it ------------------------------------------------------------------- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data, gboolean as_file)
{
  g_autoptr (AnteBriefWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);
  g_autofree char *name = brief != NULL ? ante_lead_print_name_file (brief) : NULL;

  if (self->toasts == NULL) /* it was closed meanwhile */
    g_clear_pointer (&brief, ante_brief_free);
  else if (brief == NULL)
    ante_toast_error (self->toasts, error);
  else if (as_file)
    ante_print_save_pdf (self->toasts, ante_lead_print_set (brief), name);
  else
    ante_print_run (self->toasts, ante_lead_print_set (brief));
}

static void
made_to_print_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  made_cb (source, result, user_data, FALSE);
}

static void
made_to_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  made_cb (source, result, user_data, TRUE);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_again (ANTE_BRIEF_WINDOW (widget), NULL, made_to_print_cb, g_object_ref (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_again (ANTE_BRIEF_WINDOW (widget), NULL, made_to_save_cb, g_object_ref (widget));
}

static void
ante_brief_window_dispose (GObject *object)
{
  AnteBriefWindow *self = ANTE_BRIEF_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_brief_window_parent_class)->dispose (object);
}

static void
ante_brief_window_class_init (AnteBriefWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_brief_window_dispose;
  g_type_ensure (ANTE_TYPE_TOAST_AREA);
  g_type_ensure (ANTE_TYPE_BRIEF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/print/ante-brief-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBriefWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AnteBriefWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AnteBriefWindow, is_private);
  gtk_widget_class_bind_template_callback (widget_class, private_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_message_cb);
  gtk_widget_class_install_action (widget_class, "brief.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "brief.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "brief.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "brief.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_brief_window_init (AnteBriefWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ante_brief_window_present (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  AnteBriefWindow *self = g_object_new (ANTE_TYPE_BRIEF_WINDOW, "transient-for", parent,
                                        "application", gtk_window_get_application (parent), NULL);

  gtk_check_button_set_active (self->is_private, ante_print_settings_is_private ());
  self->workspace = g_object_ref (workspace);
  self->lead_id = lead->id;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
