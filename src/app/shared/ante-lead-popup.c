#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-popup.h"

typedef struct {
  GtkWidget *focus; /* weak: where the keyboard was */
  GObject *owner;
  void (*closed) (gpointer owner);
} Open;

static void
open_free (gpointer data, GClosure *closure)
{
  Open *open = data;

  g_clear_weak_pointer (&open->focus);
  g_object_unref (open->owner);
  g_free (open);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
  return G_SOURCE_REMOVE;
}

/* Not at once: the item that was chosen acts after its menu has closed. */
static void
closed_cb (GtkPopover *popover, Open *open)
{
  if (open->focus != NULL && gtk_widget_get_mapped (open->focus))
    gtk_widget_grab_focus (open->focus);
  open->closed (open->owner);
  g_idle_add_full (G_PRIORITY_LOW, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
ante_lead_popup_open (GtkWidget *popover,
                      GtkWidget *over,
                      const GdkRectangle *at,
                      void (*closed) (gpointer owner),
                      GObject *owner)
{
  GtkRoot *root = gtk_widget_get_root (over);
  Open *open = g_new0 (Open, 1);

  g_set_weak_pointer (&open->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
  open->owner = g_object_ref (owner);
  open->closed = closed;
  gtk_widget_set_parent (popover, over);
  /* Whoever it is over may go while it is open. */
  g_signal_connect_object (over, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), open, open_free, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

typedef struct {
  AnteLeadMenus *menus;
  AnteLeadMenu menu;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->menus);
  g_free (choosing);
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        Choosing *choosing)
{
  GtkWidget *popover = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  gunichar key = gdk_keyval_to_unicode (keyval);
  g_autofree char *name = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isalnum (key))
    return FALSE;
  name = ante_lead_menus_find_key (choosing->menus, choosing->menu, key);
  if (name == NULL || !g_action_parse_detailed_name (name, &action, &target, NULL))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action_variant (gtk_widget_get_parent (popover), action, target);
  return TRUE;
}

void
ante_lead_popup_choose_by_key (GtkPopover *popover, AnteLeadMenus *menus, AnteLeadMenu menu)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->menus = g_object_ref (menus);
  choosing->menu = menu;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_cb), choosing, choosing_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (popover), keys);
}
