#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/first-run/ante-connect-window.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"

struct _AnteConnectWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkEditable *token;
  GtkButton *check;
  GtkSpinner *spinner;
  GtkWidget *problem;
  GtkLabel *problem_title;
  GtkLabel *problem_body;
  AdwStatusPage *done;

  AnteWorkspace *workspace;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteConnectWindow, ante_connect_window, ADW_TYPE_WINDOW)

static void
set_busy (AnteConnectWindow *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->token), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check),
                            !busy && *gtk_editable_get_text (self->token) != '\0');
}

static void
show_problem (AnteConnectWindow *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  gtk_label_set_text (self->problem_title, _ (advice.title));
  gtk_label_set_text (self->problem_body, _ (advice.body));
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->token));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteConnectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const AnteAccount *account = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (!ante_workspace_connect_finish (self->workspace, result, &error)) {
    set_busy (self, FALSE);
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      show_problem (self, error);
    return;
  }

  account = ante_workspace_get_account (self->workspace);
  ends = ante_words_day (account->token_expires_at, ante_workspace_now (self->workspace));
  title = g_markup_printf_escaped ("@%s", account->username);
  words = g_strdup_printf (_ ("Connected. The conversations are being read now. Access is renewed "
                              "by itself; it would end on %s."),
                           ends);
  markup = g_markup_escape_text (words, -1);
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, markup);
  gtk_editable_set_text (self->token, "");
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
check_cb (AnteConnectWindow *self)
{
  if (*gtk_editable_get_text (self->token) == '\0')
    return;
  gtk_widget_set_visible (self->problem, FALSE);
  set_busy (self, TRUE);
  ante_workspace_connect_async (self->workspace, ANTE_INSTAGRAM_DEFAULT_URL,
                                gtk_editable_get_text (self->token), FALSE, self->cancellable,
                                connected_cb, g_object_ref (self));
}

static void
typed_cb (AnteConnectWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), *gtk_editable_get_text (self->token) != '\0');
}

static void
dashboard_cb (AnteConnectWindow *self)
{
  gtk_show_uri (GTK_WINDOW (self), "https://developers.facebook.com/apps/", GDK_CURRENT_TIME);
}

static void
ante_connect_window_dispose (GObject *object)
{
  AnteConnectWindow *self = ANTE_CONNECT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_connect_window_parent_class)->dispose (object);
}

static void
ante_connect_window_class_init (AnteConnectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_connect_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH
                                               "/ui/first-run/ante-connect-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, token);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, check);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, problem_title);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, problem_body);
  gtk_widget_class_bind_template_child (widget_class, AnteConnectWindow, done);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dashboard_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_connect_window_init (AnteConnectWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_connect_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AnteConnectWindow *self = g_object_new (ANTE_TYPE_CONNECT_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
