#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-emoji.h"

static void
picked_cb (GtkTextView *view, const char *emoji)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), emoji, -1);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* On the first press only: a chooser draws every emoji that there is as soon as it is made. */
static void
make_chooser (GtkMenuButton *button, gpointer view)
{
  GtkWidget *chooser = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  chooser = gtk_emoji_chooser_new ();
  g_signal_connect_object (chooser, "emoji-picked", G_CALLBACK (picked_cb), view,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

void
ante_emoji_offer (GtkMenuButton *button, GtkTextView *view)
{
  gtk_menu_button_set_create_popup_func (button, make_chooser, view, NULL);
}
