#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-application.h"

#include <glib/gi18n.h>

#include "app/ante-actions.h"
#include "app/ante-background.h"
#include "app/ante-reminders.h"
#include "app/ante-session.h"
#include "app/ante-window.h"
#include "app/calls/ante-call-opener.h"
#include "app/print/ante-lead-print.h"

struct _AnteApplication {
  AdwApplication parent_instance;

  char *data_dir;
  gboolean sandbox;
  gboolean unseen; /* it begins without a window */
  AnteSession *session;
  AnteReminders *reminders;
  AnteCallOpener *opener;
  AnteBackground *background;
};

G_DEFINE_FINAL_TYPE (AnteApplication, ante_application, ADW_TYPE_APPLICATION)

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteApplication *self = user_data;

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = gtk_application_get_windows (GTK_APPLICATION (self)))
    gtk_window_destroy (window->data);
  g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name",
                         _ ("Anteroom"), "application-icon", ANTE_APP_ID, "version", ANTE_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("The room before the call: every Instagram conversation with a stage, "
                            "an owner and a next step."),
                         NULL);
}

static void
sandbox_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteApplication *self = user_data;

  g_application_activate (G_APPLICATION (self));
  if (!ante_session_is_sandbox (self->session))
    ante_session_open (self->session, TRUE);
}

static void
leave_sandbox_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteApplication *self = user_data;

  if (ante_session_is_sandbox (self->session))
    ante_session_open (self->session, FALSE);
}

static void
print_handoff_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    ante_print_blank_handoff (window);
}

/* What is open may be the sandbox by now, or no longer. */
static void
workspace_cb (AnteApplication *self)
{
  GAction *leave = g_action_map_lookup_action (G_ACTION_MAP (self), "leave-sandbox");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (leave), ante_session_is_sandbox (self->session));
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
  { "about", about_action },
  { "open-sandbox", sandbox_action },
  { "leave-sandbox", leave_sandbox_action },
  { "print-handoff", print_handoff_action },
};

static void
ante_application_startup (GApplication *application)
{
  AnteApplication *self = ANTE_APPLICATION (application);

  G_APPLICATION_CLASS (ante_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (ANTE_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ante_actions_set_accels (GTK_APPLICATION (self));
  self->session = ante_session_new (self->data_dir);
  g_signal_connect_object (self->session, "notify::workspace", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  self->reminders = ante_reminders_new (GTK_APPLICATION (self), self->session);
  self->opener = ante_call_opener_new (GTK_APPLICATION (self), self->session);
  self->background = ante_background_new (application);
}

static void
ante_application_activate (GApplication *application)
{
  AnteApplication *self = ANTE_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL) {
    gtk_window_present (window);
    return;
  }
  /* It went on without one. */
  if (ante_session_get_folder (self->session) == NULL)
    ante_session_open (self->session, self->sandbox);
  if (self->unseen) {
    self->unseen = FALSE;
    return;
  }
  ante_window_present_soon (ante_window_new (GTK_APPLICATION (self), self->session));
}

static void
ante_application_shutdown (GApplication *application)
{
  AnteApplication *self = ANTE_APPLICATION (application);

  if (self->session != NULL)
    ante_session_close (self->session);
  g_clear_object (&self->reminders);
  g_clear_object (&self->opener);
  g_clear_object (&self->background);
  g_clear_object (&self->session);
  G_APPLICATION_CLASS (ante_application_parent_class)->shutdown (application);
}

static void
take_data_dir (AnteApplication *self, GVariantDict *options)
{
  const char *named = g_getenv ("ANTEROOM_DATA");
  g_autofree char *given = NULL;

  g_clear_pointer (&self->data_dir, g_free);
  if (g_variant_dict_lookup (options, "data", "^ay", &given))
    self->data_dir = g_canonicalize_filename (given, NULL);
  else if (named != NULL && *named != '\0')
    self->data_dir = g_canonicalize_filename (named, NULL);
  else
    self->data_dir = g_build_filename (g_get_user_data_dir (), "anteroom", NULL);

  /* Other data is another program as far as the desktop goes; the folder's lock keeps the peace. */
  if (given != NULL || named != NULL)
    g_application_set_flags (G_APPLICATION (self), G_APPLICATION_NON_UNIQUE);
}

static int
ante_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  AnteApplication *self = ANTE_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version")) {
    g_print ("Anteroom %s\n", ANTE_VERSION);
    return 0;
  }
  take_data_dir (self, options);
  self->sandbox = g_variant_dict_contains (options, "sandbox");
  self->unseen = g_variant_dict_contains (options, "background");
  if (!g_application_register (application, NULL, &error)) {
    g_printerr ("%s\n", error->message);
    return 3;
  }
  if (self->sandbox && g_application_get_is_remote (application)) {
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-sandbox", NULL);
    return 0;
  }
  return -1;
}

static void
ante_application_finalize (GObject *object)
{
  AnteApplication *self = ANTE_APPLICATION (object);

  g_clear_object (&self->session);
  g_free (self->data_dir);
  G_OBJECT_CLASS (ante_application_parent_class)->finalize (object);
}

static void
ante_application_class_init (AnteApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_application_finalize;
  application_class->startup = ante_application_startup;
  application_class->activate = ante_application_activate;
  application_class->shutdown = ante_application_shutdown;
  application_class->handle_local_options = ante_application_handle_local_options;
}

static void
ante_application_init (AnteApplication *self)
{
  static const GOptionEntry options[] = {
    { "sandbox", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sandbox account"), NULL },
    { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin without a window"), NULL },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Another data folder"), N_ ("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

AnteApplication *
ante_application_new (void)
{
  return g_object_new (ANTE_TYPE_APPLICATION, "application-id", ANTE_APP_ID, "resource-base-path",
                       ANTE_APP_PATH, NULL);
}
