#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/first-run/ante-browser-sign-in.h"

#include <glib/gi18n.h>

#include "app/shared/ante-problem.h"
#include "engine/ante-sign-in.h"

struct _AnteBrowserSignIn {
  AdwBin parent_instance;

  GtkEditable *app_id;
  GtkEditable *secret;
  GtkEditable *redirect;
  GtkWidget *open;
  GtkWidget *copy;
  GtkWidget *answer;
  GtkEditable *pasted;
  AnteProblem *problem;
  GtkWidget *check;
  GtkSpinner *spinner;

  AnteWorkspace *workspace;
  AnteSignIn *sign_in;
  GCancellable *checking;
  char *address; /* of the page that was opened last; what is pasted must answer it */
};

static guint connected_signal;
static guint back_signal;

G_DEFINE_FINAL_TYPE (AnteBrowserSignIn, ante_browser_sign_in, ADW_TYPE_BIN)

static gboolean
is_filled (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0';
}

static void
update (AnteBrowserSignIn *self)
{
  gboolean busy = gtk_spinner_get_spinning (self->spinner);
  gboolean can_open = !busy && is_filled (self->app_id) && is_filled (self->redirect);

  gtk_editable_set_editable (self->app_id, !busy); /* insensitive they would lose the keyboard */
  gtk_editable_set_editable (self->secret, !busy);
  gtk_editable_set_editable (self->redirect, !busy);
  gtk_editable_set_editable (self->pasted, !busy);
  gtk_widget_set_sensitive (self->open, can_open);
  gtk_widget_set_sensitive (self->copy, can_open);
  gtk_widget_set_sensitive (self->answer, self->address != NULL);
  gtk_widget_set_sensitive (self->check, !busy && self->address != NULL &&
                                           is_filled (self->secret) && is_filled (self->pasted));
  if (self->address != NULL)
    gtk_widget_remove_css_class (self->open, "suggested-action");
  else
    gtk_widget_add_css_class (self->open, "suggested-action");
}

static void
changed_cb (AnteBrowserSignIn *self)
{
  ante_problem_hide (self->problem);
  update (self);
}

/* The page that was opened is of no more use: it asked for another app. */
static void
app_changed_cb (AnteBrowserSignIn *self)
{
  g_clear_pointer (&self->address, g_free);
  changed_cb (self);
}

/* Whether what was pasted, or anything else in its place, can lead nowhere any more. */
static gboolean
ends_page (const GError *error)
{
  return error->domain == ANTE_INSTAGRAM_ERROR &&
         (error->code == ANTE_INSTAGRAM_ERROR_DENIED ||
          error->code == ANTE_INSTAGRAM_ERROR_CODE_ENDED ||
          error->code == ANTE_INSTAGRAM_ERROR_APP_REFUSED ||
          error->code == ANTE_INSTAGRAM_ERROR_REDIRECT ||
          error->code == ANTE_INSTAGRAM_ERROR_NO_SIGN_IN);
}

static void
show_error (AnteBrowserSignIn *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  if (ends_page (error)) {
    g_clear_pointer (&self->address, g_free);
    /* What was pasted is of no use any more: on with a new page. */
    gtk_widget_grab_focus (GTK_WIDGET (self->open));
    update (self);
  }
  ante_problem_show (self->problem, &advice);
}

/* --- the page to consent on ----------------------------------------------------------------- */

static gboolean
make_address (AnteBrowserSignIn *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->address, g_free);
  gtk_editable_set_text (self->pasted, "");
  ante_problem_hide (self->problem);
  self->address = ante_sign_in_begin (self->sign_in, gtk_editable_get_text (self->app_id),
                                      gtk_editable_get_text (self->redirect), &error);
  update (self);
  if (self->address == NULL) {
    show_error (self, error);
    gtk_widget_grab_focus (GTK_WIDGET (self->redirect));
    return FALSE;
  }
  gtk_widget_grab_focus (is_filled (self->secret) ? GTK_WIDGET (self->pasted)
                                                  : GTK_WIDGET (self->secret));
  return TRUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteBrowserSignIn) self = user_data;
  g_autoptr (GError) error = NULL;
  const AnteAdvice advice = {
    N_ ("The browser could not be opened"),
    N_ ("Copy the address with the button beside it, and open it in a browser yourself."),
  };

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || self->problem == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_info ("the browser could not be opened: %s", error->message);
  ante_problem_show (self->problem, &advice);
}

static void
open_cb (AnteBrowserSignIn *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->sign_in != NULL && gtk_widget_is_sensitive (self->open) && make_address (self))
    gtk_show_uri_full (window, self->address, GDK_CURRENT_TIME, NULL, opened_cb,
                       g_object_ref (self));
}

static void
copy_cb (AnteBrowserSignIn *self)
{
  if (self->sign_in != NULL && (self->address != NULL || make_address (self)))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->address);
}

/* --- its answer ----------------------------------------------------------------------------- */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteBrowserSignIn) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean connected = ante_sign_in_check_finish (ANTE_SIGN_IN (source), result, &error);

  if (self->sign_in != ANTE_SIGN_IN (source))
    return; /* other data is open by now */
  gtk_spinner_set_spinning (self->spinner, FALSE);
  update (self);
  if (connected) {
    ante_browser_sign_in_clear (self);
    g_signal_emit (self, connected_signal, 0);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    show_error (self, error);
  }
}

static void
check_cb (AnteBrowserSignIn *self)
{
  if (self->sign_in == NULL || !gtk_widget_is_sensitive (self->check))
    return;
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  ante_problem_hide (self->problem);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  update (self);
  ante_sign_in_check_async (self->sign_in, gtk_editable_get_text (self->secret),
                            gtk_editable_get_text (self->pasted), self->checking, checked_cb,
                            g_object_ref (self));
}

static void
back_cb (AnteBrowserSignIn *self)
{
  ante_browser_sign_in_clear (self);
  g_signal_emit (self, back_signal, 0);
}

void
ante_browser_sign_in_begin (AnteBrowserSignIn *self)
{
  gtk_widget_grab_focus (is_filled (self->app_id) ? GTK_WIDGET (self->secret)
                                                  : GTK_WIDGET (self->app_id));
}

void
ante_browser_sign_in_clear (AnteBrowserSignIn *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->address, g_free);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_editable_set_text (self->secret, "");
  gtk_editable_set_text (self->pasted, "");
  changed_cb (self);
}

/**
 * ante_browser_sign_in_set_workspace:
 * @workspace: (nullable): what is connected; %NULL for nothing
 */
void
ante_browser_sign_in_set_workspace (AnteBrowserSignIn *self, AnteWorkspace *workspace)
{
  ante_browser_sign_in_clear (self);
  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->sign_in);
  if (workspace != NULL)
    self->sign_in = ante_sign_in_new (workspace);
}

static void
ante_browser_sign_in_dispose (GObject *object)
{
  AnteBrowserSignIn *self = ANTE_BROWSER_SIGN_IN (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->sign_in);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (ante_browser_sign_in_parent_class)->dispose (object);
}

static void
ante_browser_sign_in_class_init (AnteBrowserSignInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_browser_sign_in_dispose;
  connected_signal = g_signal_new ("connected", ANTE_TYPE_BROWSER_SIGN_IN, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  back_signal = g_signal_new ("back", ANTE_TYPE_BROWSER_SIGN_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH
                                               "/ui/first-run/ante-browser-sign-in.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, app_id);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, secret);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, redirect);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, open);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, copy);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, answer);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, pasted);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, check);
  gtk_widget_class_bind_template_child (widget_class, AnteBrowserSignIn, spinner);
  gtk_widget_class_bind_template_callback (widget_class, app_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
ante_browser_sign_in_init (AnteBrowserSignIn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
