#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-toasts.h"

#include <glib/gi18n.h>

#include "engine/ante-advice.h"

#define SECONDS 6

static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  return overlay != NULL ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

static void
add (GtkWidget *from, const char *text, gint64 act)
{
  AdwToastOverlay *overlay = find_overlay (from);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = NULL;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, SECONDS);
  if (act > 0) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "win.undo-act");
    adw_toast_set_action_target (toast, "x", act);
  }
  adw_toast_overlay_add_toast (overlay, toast);
}

void
ante_toast (GtkWidget *from, const char *text)
{
  add (from, text, 0);
}

void
ante_toast_undo (GtkWidget *from, const char *text, gint64 act)
{
  add (from, text, act);
}

void
ante_toast_error (GtkWidget *from, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *text = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));

  add (from, text, 0);
}
