#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-keys.h"

static void
move_focus (AnteCardColumn *self, int by)
{
  AnteLeadModel *model = ante_card_column_get_model (self);
  guint position = ante_lead_model_find (model, ante_card_column_get_focused (self));
  gint64 next = 0;

  if (position == G_MAXUINT || (by < 0 && position == 0))
    return;
  next = ante_lead_model_get_id (model, (guint) ((int) position + by));
  if (next != 0)
    ante_card_column_focus_lead (self, next);
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
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    g_signal_emit_by_name (self, "opened", lead);
    return TRUE;
  case GDK_KEY_Menu:
    g_signal_emit_by_name (self, "menu",
                           gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
    return TRUE;
  default:
    return FALSE;
  }
}

void
ante_card_keys_add (AnteCardColumn *column)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), column);
  gtk_widget_add_controller (GTK_WIDGET (column), keys);
}
