#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-keys.h"

static void
focus_place (AnteCardColumn *self, gint64 place)
{
  AnteLeadModel *model = ante_card_column_get_model (self);
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (model));
  gint64 lead = n > 0 ? ante_lead_model_get_id (model, (guint) CLAMP (place, 0, n - 1)) : 0;

  if (lead != 0 && lead != ante_card_column_get_focused (self))
    ante_card_column_focus_lead (self, lead);
}

static void
move_focus (AnteCardColumn *self, int by)
{
  guint position =
    ante_lead_model_find (ante_card_column_get_model (self), ante_card_column_get_focused (self));

  if (position != G_MAXUINT)
    focus_place (self, (gint64) position + by);
}

/* As many as are in view, but one: that one tells where the eye was. */
static int
count_page (AnteCardColumn *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint top = ante_card_column_index_at (self, 0);

  return MAX ((int) (ante_card_column_index_at (self, height) - top) - 1, 1);
}

/* The list would be scrolled, and the ring left behind where nobody sees it. */
static gboolean
press_far (AnteCardColumn *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    focus_place (self, 0);
    return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    focus_place (self, G_MAXINT64);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    move_focus (self, -count_page (self));
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    move_focus (self, count_page (self));
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        AnteCardColumn *self)
{
  gint64 lead = ante_card_column_get_focused (self);

  if (lead == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (gdk_keyval_to_lower (keyval)) { /* Caps Lock changes no letter */
  case GDK_KEY_Down:
  case GDK_KEY_j:
    move_focus (self, 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_k:
    move_focus (self, -1);
    return TRUE;
  case GDK_KEY_r:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    g_signal_emit_by_name (self, "opened", lead);
    return TRUE;
  case GDK_KEY_Menu:
    g_signal_emit_by_name (self, "menu",
                           gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
    return TRUE;
  default:
    return press_far (self, keyval);
  }
}

void
ante_card_keys_add (AnteCardColumn *column)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), column);
  gtk_widget_add_controller (GTK_WIDGET (column), keys);
}
