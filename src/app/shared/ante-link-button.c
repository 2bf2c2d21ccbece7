#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-link-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rules/ante-text.h"
#include "rules/ante-web-address.h"
#include "rules/memory/ante-link.h"

/* More of one message are found by reading it. */
#define MOST_LINKS 3
#define HOST_CHARS 40
#define ADDRESS_CHARS 200

struct _AnteLinkButton {
  GtkButton parent_instance;

  GtkLabel *label;
  char *address; /* NULL: nothing is opened */
  char *host;
};

G_DEFINE_FINAL_TYPE (AnteLinkButton, ante_link_button, GTK_TYPE_BUTTON)

static void
answered_cb (AdwMessageDialog *dialog, const char *response, const char *address)
{
  if (g_str_equal (response, "open"))
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), address, GDK_CURRENT_TIME);
}

static void
ante_link_button_clicked (GtkButton *button)
{
  AnteLinkButton *self = ANTE_LINK_BUTTON (button);
  g_autofree char *shown = ante_text_one_line (self->address, ADDRESS_CHARS);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL);

  /* Translators: the name of a web site. */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Open %s?"), self->host);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("The browser goes to %s, and the site learns that you came."),
                                  shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                    _ ("_Open in Browser"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), g_strdup (self->address),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ante_link_button_set_address (AnteLinkButton *self, const char *words)
{
  g_autofree char *label = NULL;
  g_autofree char *tip = NULL;

  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->host, g_free);
  self->address = words != NULL ? ante_web_address_read (words, &self->host) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->address != NULL);
  if (self->address == NULL)
    return;
  /* Translators: the name of a web site. */
  label = g_strdup_printf (_ ("Open %s"), self->host);
  tip = ante_text_one_line (self->address, ADDRESS_CHARS);
  gtk_label_set_text (self->label, self->host);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
ante_link_buttons_new (const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *box = NULL;
  gsize start = 0;
  gsize end = 0;

  while (g_hash_table_size (seen) < MOST_LINKS && ante_link_find (text, end, &start, &end)) {
    g_autofree char *words = g_strndup (text + start, end - start);
    g_autofree char *address = ante_web_address_read (words, NULL);
    GtkWidget *button = NULL;

    if (address == NULL || !g_hash_table_add (seen, g_steal_pointer (&address)))
      continue;
    button = g_object_new (ANTE_TYPE_LINK_BUTTON, NULL);
    ante_link_button_set_address (ANTE_LINK_BUTTON (button), words);
    if (box == NULL)
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static void
ante_link_button_finalize (GObject *object)
{
  g_free (ANTE_LINK_BUTTON (object)->address);
  g_free (ANTE_LINK_BUTTON (object)->host);
  G_OBJECT_CLASS (ante_link_button_parent_class)->finalize (object);
}

static void
ante_link_button_class_init (AnteLinkButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_link_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = ante_link_button_clicked;
}

static void
ante_link_button_init (AnteLinkButton *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_START);
  gtk_label_set_max_width_chars (self->label, HOST_CHARS);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("web-browser-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), content);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "small");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
