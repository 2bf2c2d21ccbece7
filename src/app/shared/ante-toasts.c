#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-toasts.h"

#include <glib/gi18n.h>

#include "engine/ante-advice.h"

#define TOAST_SECONDS 6

static void
show (GtkWidget *from, const char *text, gint64 group)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = NULL;

  if (overlay == NULL)
    return; /* the view was closed before its work ended */

  toast = adw_toast_new (title);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (group > 0) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "win.undo-act");
    adw_toast_set_action_target (toast, "x", group);
    /* The newest act is the one to take back: it does not queue behind older toasts. */
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
ante_toast (GtkWidget *from, const char *text)
{
  show (from, text, 0);
}

void
ante_toast_undo (GtkWidget *from, const char *text, gint64 group)
{
  show (from, text, group);
}

void
ante_toast_error (GtkWidget *from, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *text = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));

  show (from, text, 0);
}
