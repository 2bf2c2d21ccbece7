#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-background.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/shared/ante-settings.h"

#define PORTAL "org.freedesktop.portal.Desktop"

struct _AnteBackground {
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns us */
  GSettings *settings;       /* NULL: nothing can be kept here */
  gboolean holds;
};

G_DEFINE_FINAL_TYPE (AnteBackground, ante_background, G_TYPE_OBJECT)

/* --- a file, where there is no portal -------------------------------------------------------- */

typedef struct {
  char *file;
  gboolean begins;
} Autostart;

static void
autostart_free (gpointer data)
{
  Autostart *autostart = data;

  g_free (autostart->file);
  g_free (autostart);
}

static void
write_file (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  static const char words[] = "[Desktop Entry]\nType=Application\nName=Anteroom\n"
                              "Exec=anteroom --background\nIcon=" ANTE_APP_ID "\n"
                              "X-GNOME-Autostart-enabled=true\n";
  const Autostart *autostart = task_data;
  g_autofree char *folder = g_path_get_dirname (autostart->file);
  GError *error = NULL;

  if (!autostart->begins)
    g_unlink (autostart->file);
  else if (g_mkdir_with_parents (folder, 0700) != 0 ||
           !g_file_set_contents (autostart->file, words, -1, &error))
    g_message ("the program will not begin with the session: %s",
               error != NULL ? error->message : "the folder cannot be made");
  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

static void
set_autostart (gboolean begins)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Autostart *autostart = g_new0 (Autostart, 1);

  autostart->file =
    g_build_filename (g_get_user_config_dir (), "autostart", ANTE_APP_ID ".desktop", NULL);
  autostart->begins = begins;
  g_task_set_task_data (task, autostart, autostart_free);
  g_task_run_in_thread (task, write_file);
}

/* --- the portal ------------------------------------------------------------------------------ */

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    set_autostart (GPOINTER_TO_INT (user_data));
}

static void
ask_portal (AnteBackground *self, gboolean begins)
{
  static const char *const command[] = { "anteroom", "--background", NULL };
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  GVariantBuilder options;

  if (bus == NULL) {
    set_autostart (begins);
    return;
  }
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("Anteroom reminds you of what is due")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (begins));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (bus, PORTAL, "/org/freedesktop/portal/desktop",
                          "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), NULL, G_DBUS_CALL_FLAGS_NONE,
                          -1, NULL, asked_cb, GINT_TO_POINTER (begins));
}

/* --- what is asked for ----------------------------------------------------------------------- */

static void
hold (AnteBackground *self, gboolean holds)
{
  if (holds == self->holds)
    return;
  self->holds = holds;
  if (holds)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static void
changed_cb (AnteBackground *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, ANTE_SETTING_BACKGROUND);

  hold (self, wanted);
  ask_portal (self, wanted);
}

static void
ante_background_dispose (GObject *object)
{
  g_clear_object (&ANTE_BACKGROUND (object)->settings);
  G_OBJECT_CLASS (ante_background_parent_class)->dispose (object);
}

static void
ante_background_class_init (AnteBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_background_dispose;
}

static void
ante_background_init (AnteBackground *self)
{
}

AnteBackground *
ante_background_new (GApplication *application)
{
  static const char *const keys[] = { ANTE_SETTING_BACKGROUND, NULL };
  AnteBackground *self = g_object_new (ANTE_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->settings = ante_settings_open (keys);
  if (self->settings == NULL)
    return self;
  hold (self, g_settings_get_boolean (self->settings, ANTE_SETTING_BACKGROUND));
  g_signal_connect_object (self->settings, "changed::" ANTE_SETTING_BACKGROUND,
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
