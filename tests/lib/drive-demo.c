/* A window with one of everything that a driven test lays hands on: what the driver itself is
 * proven against. */

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *from;
  GtkWidget *to;
} Demo;

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer card)
{
  return gdk_content_provider_new_typed (GTK_TYPE_WIDGET, card);
}

static void
add_card (GtkWidget *list, const char *text)
{
  GtkWidget *card = gtk_label_new (text);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  gtk_list_box_append (GTK_LIST_BOX (list), card);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer list)
{
  GtkWidget *card = g_value_get_object (value);
  g_autofree char *text = g_strdup (gtk_label_get_text (GTK_LABEL (card)));
  GtkWidget *row = gtk_widget_get_parent (card);

  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  add_card (list, text);
  return TRUE;
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_WIDGET, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), list);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_size_request (list, 220, 300);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static void
add_cb (GtkButton *button, Demo *demo)
{
  add_card (demo->from, gtk_editable_get_text (GTK_EDITABLE (demo->entry)));
}

static void
hello_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Demo *demo = data;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (demo->window), "Hello", NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", "Close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
complain_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_log ("Gtk", G_LOG_LEVEL_WARNING, "as a widget would");
}

static void
add_action (GMenu *menu, const char *label, const char *name, GCallback callback, Demo *demo)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);
  g_autofree char *detailed = g_strconcat ("app.", name, NULL);

  g_menu_append (menu, label, detailed);
  g_signal_connect (action, "activate", callback, demo);
  g_action_map_add_action (G_ACTION_MAP (g_application_get_default ()), G_ACTION (action));
}

static GtkWidget *
make_menu (Demo *demo)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  add_action (menu, "Say hello", "hello", G_CALLBACK (hello_action), demo);
  add_action (menu, "Complain", "complain", G_CALLBACK (complain_action), demo);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Main menu", -1);
  return button;
}

static void
activate_cb (GtkApplication *app, Demo *demo)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new_with_label ("Add card");
  GtkWidget *nameless = gtk_button_new_from_icon_name ("list-add-symbolic");

  demo->window = adw_application_window_new (app);
  demo->entry = gtk_entry_new ();
  demo->from = make_list ("To do");
  demo->to = make_list ("Done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (demo->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "New card", -1);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), demo);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_menu (demo));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), nameless);
  gtk_box_append (GTK_BOX (lists), demo->from);
  gtk_box_append (GTK_BOX (lists), demo->to);
  gtk_box_append (GTK_BOX (top), header);
  gtk_box_append (GTK_BOX (top), demo->entry);
  gtk_box_append (GTK_BOX (top), add);
  gtk_box_append (GTK_BOX (top), lists);
  gtk_window_set_title (GTK_WINDOW (demo->window), "Demo");
  gtk_window_set_default_size (GTK_WINDOW (demo->window), 700, 500);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (demo->window), top);
  gtk_window_present (GTK_WINDOW (demo->window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app =
    adw_application_new ("org.anteroom.DriveDemo", G_APPLICATION_NON_UNIQUE);
  Demo demo = { 0 };

  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), &demo);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
