#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-toasts.h"

#include <glib/gi18n.h>

#include "engine/ante-advice.h"

#define TOAST_SECONDS 6

static AdwToast *
make (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  return toast;
}

/* What was said of an act is old once anything else is said: an overlay would bring it back after
 * the newer one, over whatever is true by then. */
static void
drop_act (GtkWidget *overlay)
{
  AdwToast *act = g_object_steal_data (G_OBJECT (overlay), "ante-act");

  if (act == NULL)
    return;
  adw_toast_dismiss (act);
  g_object_unref (act);
}

/* Takes @toast. */
static void
show (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL) {
    g_object_unref (toast); /* the view was closed before its work ended */
    return;
  }
  drop_act (overlay);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
ante_toast (GtkWidget *from, const char *text)
{
  show (from, make (text));
}

void
ante_toast_undo (GtkWidget *from, const char *text, AnteWorkspace *workspace, gint64 act)
{
  AdwToast *toast = make (text);
  GtkWidget *overlay = NULL;

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo-act");
  /* Acts are counted from 1 in each folder: the number alone would mean another one's act too. */
  adw_toast_set_action_target (toast, "(xs)", act,
                               ante_store_get_data_dir (ante_workspace_get_store (workspace)));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (from, g_object_ref (toast));
  overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), "ante-act", g_object_ref (toast), g_object_unref);
  g_object_unref (toast);
}

void
ante_toast_error (GtkWidget *from, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *text = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));

  show (from, make (text));
}
