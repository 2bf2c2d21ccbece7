#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/first-run/ante-first-run.h"

#include <glib/gi18n.h>

#include "app/first-run/ante-browser-sign-in.h"
#include "app/shared/ante-problem.h"
#include "engine/ante-sign-in.h"

struct _AnteFirstRun {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkEditable *token;
  GtkWidget *check;
  GtkSpinner *spinner;
  AnteProblem *problem;
  AnteBrowserSignIn *browser;
  AdwStatusPage *connected;

  AnteWorkspace *workspace;
  GCancellable *checking;
  gboolean only_connect;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (AnteFirstRun, ante_first_run, ADW_TYPE_BIN)

static void
set_busy (AnteFirstRun *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_editable_set_editable (self->token, !busy); /* insensitive it would lose the keyboard */
  gtk_widget_set_sensitive (self->check, !busy && *gtk_editable_get_text (self->token) != '\0');
}

static void
token_changed_cb (AnteFirstRun *self)
{
  ante_problem_hide (self->problem);
  set_busy (self, FALSE);
}

static void
stop_checking (AnteFirstRun *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
show_problem (AnteFirstRun *self, const GError *error)
{
  gboolean refused = g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN);
  AnteAdvice advice = refused ? ante_advice_for_nick ("new-token") : ante_advice_for_error (error);

  ante_problem_show (self->problem, &advice);
  gtk_widget_grab_focus (GTK_WIDGET (self->token));
}

static void
show_account (AnteFirstRun *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  g_autoptr (GDateTime) ends = g_date_time_new_from_unix_local (account->token_expires_at / 1000);
  g_autofree char *day = ends != NULL ? g_date_time_format (ends, "%x") : g_strdup ("");
  g_autofree char *title = g_strdup_printf ("@%s", account->username);
  g_autofree char *plain = g_strdup_printf (
    account->token_expires_at > 0
      ? _ ("%s is connected. Its access ends on %s and is renewed by itself before.")
      : _ ("%s is connected. Its access is renewed by itself."),
    account->name != NULL ? account->name : title, day);
  g_autofree char *safe = g_markup_escape_text (plain, -1);

  gtk_editable_set_text (self->token, "");
  adw_status_page_set_title (self->connected, title);
  adw_status_page_set_description (self->connected, safe);
  gtk_stack_set_visible_child_name (self->stack, "connected");
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFirstRun) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean connected = ante_workspace_connect_finish (ANTE_WORKSPACE (source), result, &error);

  if (self->workspace != ANTE_WORKSPACE (source))
    return; /* other data is open by now */
  set_busy (self, FALSE);
  if (connected)
    show_account (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
check_cb (AnteFirstRun *self)
{
  const char *token = gtk_editable_get_text (self->token);

  if (self->workspace == NULL || *token == '\0' || gtk_spinner_get_spinning (self->spinner))
    return;
  stop_checking (self);
  self->checking = g_cancellable_new ();
  ante_problem_hide (self->problem);
  set_busy (self, TRUE);
  ante_workspace_connect_async (self->workspace, ante_sign_in_get_api_url (), token,
                                ANTE_TOKEN_KEPT_OR_SESSION,
                                self->checking, connected_cb, g_object_ref (self));
}

static void
connect_cb (AnteFirstRun *self)
{
  gtk_stack_set_visible_child_name (self->stack, "connect");
  gtk_widget_grab_focus (GTK_WIDGET (self->token));
}

static void
browser_cb (AnteFirstRun *self)
{
  stop_checking (self);
  gtk_editable_set_text (self->token, "");
  gtk_stack_set_visible_child_name (self->stack, "browser");
  ante_browser_sign_in_begin (self->browser);
}

static void
done_cb (AnteFirstRun *self)
{
  self->only_connect = FALSE;
  g_signal_emit (self, done_signal, 0);
}

static void
show_doors (AnteFirstRun *self)
{
  stop_checking (self);
  gtk_editable_set_text (self->token, "");
  gtk_stack_set_visible_child_name (self->stack, "doors");
}

static void
back_cb (AnteFirstRun *self)
{
  gboolean only_connect = self->only_connect;

  show_doors (self);
  if (only_connect)
    done_cb (self);
}

void
ante_first_run_set_workspace (AnteFirstRun *self, AnteWorkspace *workspace)
{
  self->only_connect = FALSE;
  show_doors (self);
  g_set_object (&self->workspace, workspace);
  ante_browser_sign_in_set_workspace (self->browser, workspace);
}

void
ante_first_run_begin_connect (AnteFirstRun *self)
{
  self->only_connect = TRUE;
  connect_cb (self);
}

static void
ante_first_run_dispose (GObject *object)
{
  AnteFirstRun *self = ANTE_FIRST_RUN (object);

  stop_checking (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_first_run_parent_class)->dispose (object);
}

static void
ante_first_run_class_init (AnteFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_first_run_dispose;
  done_signal = g_signal_new ("done", ANTE_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  g_type_ensure (ANTE_TYPE_BROWSER_SIGN_IN);
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/first-run/ante-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, token);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, check);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, spinner);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, browser);
  gtk_widget_class_bind_template_child (widget_class, AnteFirstRun, connected);
  gtk_widget_class_bind_template_callback (widget_class, token_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_bind_template_callback (widget_class, browser_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_account);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
ante_first_run_init (AnteFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_busy (self, FALSE);
}
