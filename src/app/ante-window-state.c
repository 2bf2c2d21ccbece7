#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-window-state.h"

/* A schema that is not there, or is an older version's, would end the program. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, ANTE_APP_ID, TRUE) : NULL;
  static const char *const keys[] = { "window-width", "window-height", "window-maximized",
                                      "place" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (schema == NULL || !g_settings_schema_has_key (schema, keys[i]))
      return NULL;
  }
  return g_settings_new_full (schema, NULL, NULL);
}

char *
ante_window_state_restore (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();

  if (settings == NULL)
    return NULL;
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  return g_settings_get_string (settings, "place");
}

void
ante_window_state_save (GtkWindow *window, const char *place)
{
  g_autoptr (GSettings) settings = open_settings ();
  int width = 0;
  int height = 0;

  if (settings == NULL)
    return;
  /* The size that a maximized window goes back to. */
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (settings, "window-height", CLAMP (height, 400, 16384));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_string (settings, "place", place);
}
