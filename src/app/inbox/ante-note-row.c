#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-note-row.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-message-row.h"
#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-words.h"

struct _AnteNoteRow {
  AdwBin parent_instance;

  AnteNote *note;
};

enum {
  EDIT_WANTED,
  DELETE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteNoteRow, ante_note_row, ADW_TYPE_BIN)

static void
edit_cb (AnteNoteRow *self)
{
  g_signal_emit (self, signals[EDIT_WANTED], 0);
}

static void
delete_cb (AnteNoteRow *self)
{
  g_signal_emit (self, signals[DELETE_WANTED], 0);
}

static GtkWidget *
make_button (AnteNoteRow *self, const char *icon, const char *words, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "note-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_head (AnteNoteRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Note, only you see it"));
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-edit-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_button (self, "document-edit-symbolic", _ ("Edit Note"),
                                               G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (head), make_button (self, "user-trash-symbolic", _ ("Delete Note"),
                                               G_CALLBACK (delete_cb)));
  return head;
}

static GtkWidget *
make_foot (const AnteNote *note)
{
  g_autofree char *who = ante_words_party (note->author);
  g_autofree char *time = ante_words_clock (note->at);
  g_autofree char *words =
    g_strdup_printf (note->edited_at != 0 ? _ ("%s · %s · changed") : "%s · %s", who, time);
  g_autofree char *exact = ante_words_exact (note->edited_at != 0 ? note->edited_at : note->at);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  ante_tooltip_set (label, exact);
  return label;
}

static void
build (AnteNoteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), ante_message_row_build_text (self->note->text));
  gtk_box_append (GTK_BOX (box), make_foot (self->note));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note, only you see it"), -1);
}

const AnteNote *
ante_note_row_get_note (AnteNoteRow *self)
{
  return self->note;
}

static void
ante_note_row_finalize (GObject *object)
{
  ante_note_free (ANTE_NOTE_ROW (object)->note);
  G_OBJECT_CLASS (ante_note_row_parent_class)->finalize (object);
}

static void
ante_note_row_class_init (AnteNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_note_row_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  signals[EDIT_WANTED] = g_signal_new ("edit-wanted", ANTE_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETE_WANTED] = g_signal_new ("delete-wanted", ANTE_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_note_row_init (AnteNoteRow *self)
{
}

GtkWidget *
ante_note_row_new (const AnteNote *note)
{
  AnteNoteRow *self = g_object_new (ANTE_TYPE_NOTE_ROW, NULL);

  self->note = ante_note_copy (note);
  build (self);
  return GTK_WIDGET (self);
}
