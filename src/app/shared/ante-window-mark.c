#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-window-mark.h"

void
ante_window_mark (GtkWidget *label, const AnteWindow *window, gint64 now)
{
  const char *look =
    ante_window_is_closing (window, now) ? "closing" : ante_window_state_to_nick (window->state);

  gtk_widget_set_css_classes (label, (const char *[]){ "caption", "window-clock", look, NULL });
}
