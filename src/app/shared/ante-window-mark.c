#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-window-mark.h"

static const char *
get_look (const AnteWindow *window, gint64 now)
{
  return ante_window_is_closing (window, now) ? "closing"
                                              : ante_window_state_to_nick (window->state);
}

void
ante_window_mark (GtkWidget *words, const AnteWindow *window, gint64 now)
{
  gtk_widget_set_css_classes (
    words, (const char *[]){ "caption", "window-clock", get_look (window, now), NULL });
}

const char *
ante_window_get_icon (const AnteWindow *window, gint64 now)
{
  if (ante_window_is_closing (window, now))
    return "ante-window-closing-symbolic";
  switch (window->state) {
  case ANTE_WINDOW_OPEN:
    return "ante-window-open-symbolic";
  case ANTE_WINDOW_HUMAN:
    return "ante-window-human-symbolic";
  default:
    return "ante-window-closed-symbolic";
  }
}
