#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-chip.h"

#define MAX_CHARS 36

struct _AnteMediaChip {
  GtkButton parent_instance;

  GtkWidget *icon;
  GtkWidget *spinner;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (AnteMediaChip, ante_media_chip, GTK_TYPE_BUTTON)

static const char *
kind_icon (AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_VOICE:
    return "media-playback-start-symbolic";
  case ANTE_MESSAGE_SHARE:
    return "emblem-shared-symbolic";
  default:
    return "text-x-generic-symbolic";
  }
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  return label;
}

static void
ante_media_chip_class_init (AnteMediaChipClass *klass)
{
}

static void
ante_media_chip_init (AnteMediaChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "attachment");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
ante_media_chip_new (AnteMessageKind kind, const char *title, const char *line)
{
  AnteMediaChip *self = g_object_new (ANTE_TYPE_MEDIA_CHIP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (title);

  self->icon = gtk_image_new_from_icon_name (kind_icon (kind));
  self->spinner = gtk_spinner_new ();
  self->line = make_label (line);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_add_css_class (self->line, "caption");
  gtk_widget_add_css_class (self->line, "dim-label");
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), label);
  gtk_box_append (GTK_BOX (text), self->line);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->spinner);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (self), box);
  return GTK_WIDGET (self);
}

/* It may be a sentence, which has to be read to its end. */
void
ante_media_chip_set_line (AnteMediaChip *self, const char *line)
{
  gtk_label_set_ellipsize (GTK_LABEL (self->line), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->line), TRUE);
  gtk_label_set_label (GTK_LABEL (self->line), line);
}

void
ante_media_chip_set_busy (AnteMediaChip *self, gboolean busy)
{
  gtk_widget_set_visible (self->icon, !busy);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}
