#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-window-state.h"

#include "app/shared/ante-settings.h"

static const char *const keys[] = { "window-width", "window-height", "window-maximized", "place",
                                    NULL };

char *
ante_window_state_restore (GtkWindow *window)
{
  g_autoptr (GSettings) settings = ante_settings_open (keys);

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
  g_autoptr (GSettings) settings = ante_settings_open (keys);
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
