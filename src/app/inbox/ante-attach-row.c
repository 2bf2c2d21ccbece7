#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-attach-row.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-outgoing-view.h"
#include "app/media/ante-media-words.h"
#include "rules/ante-text.h"

#define EDGE 40
#define WIDTH 56

struct _AnteAttachRow {
  AdwBin parent_instance;

  AnteOutgoingFile *file;
  GtkWidget *stack;
  GtkWidget *clamp;
  GtkWidget *picture;
  GtkWidget *line;
  GCancellable *cancellable;
};

enum {
  REMOVE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteAttachRow, ante_attach_row, ADW_TYPE_BIN)

/* It can be sent all the same: nobody but Instagram knows what it makes of it. */
static void
show_problem (AnteAttachRow *self, const GError *error)
{
  g_autofree char *size = ante_outgoing_view_describe (self->file);
  g_autofree char *words =
    g_strdup_printf ("%s · %s", size, ante_media_words_problem (error, self->file->kind));

  gtk_label_set_text (GTK_LABEL (self->line), words);
  gtk_widget_add_css_class (self->line, "warning");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAttachRow *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePicture) picture =
    ante_outgoing_load_picture_finish (ANTE_OUTGOING (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (picture == NULL) {
    show_problem (self, error);
    return;
  }
  texture = ante_media_make_texture (picture);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->clamp);
}

static void
remove_cb (AnteAttachRow *self)
{
  g_signal_emit (self, signals[REMOVE_WANTED], 0);
}

static GtkWidget *
build_thumbnail (AnteAttachRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (ante_outgoing_view_get_icon (self->file->kind));

  self->stack = gtk_stack_new ();
  self->clamp = adw_clamp_new (); /* however wide the picture is */
  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_COVER);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->picture, "attach-picture");
  gtk_widget_set_size_request (self->stack, WIDTH, EDGE);
  gtk_widget_set_valign (self->stack, GTK_ALIGN_CENTER);
  gtk_stack_add_child (GTK_STACK (self->stack), icon);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->picture);
  gtk_stack_add_child (GTK_STACK (self->stack), self->clamp);
  return self->stack;
}

static GtkWidget *
build_words (AnteAttachRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *shown = ante_text_isolate (self->file->name);
  g_autofree char *line = ante_outgoing_view_describe (self->file);
  GtkWidget *name = gtk_label_new (shown);

  self->line = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (self->line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->line), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->line, "caption");
  gtk_widget_add_css_class (self->line, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
build_button (AnteAttachRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), self->file->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Do Not Send This File"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
ante_attach_row_dispose (GObject *object)
{
  AnteAttachRow *self = ANTE_ATTACH_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, ante_outgoing_file_free);
  G_OBJECT_CLASS (ante_attach_row_parent_class)->dispose (object);
}

static void
ante_attach_row_class_init (AnteAttachRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_attach_row_dispose;
  signals[REMOVE_WANTED] = g_signal_new ("remove-wanted", ANTE_TYPE_ATTACH_ROW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_attach_row_init (AnteAttachRow *self)
{
  self->cancellable = g_cancellable_new ();
}

const AnteOutgoingFile *
ante_attach_row_get_file (AnteAttachRow *self)
{
  return self->file;
}

GtkWidget *
ante_attach_row_new (AnteOutgoing *outgoing, const AnteOutgoingFile *file)
{
  AnteAttachRow *self = g_object_new (ANTE_TYPE_ATTACH_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->file = ante_outgoing_file_copy (file);
  gtk_widget_add_css_class (box, "attach-row");
  gtk_box_append (GTK_BOX (box), build_thumbnail (self));
  gtk_box_append (GTK_BOX (box), build_words (self));
  gtk_box_append (GTK_BOX (box), build_button (self));
  adw_bin_set_child (ADW_BIN (self), box);
  if (file->kind == ANTE_MESSAGE_IMAGE)
    ante_outgoing_load_picture_async (outgoing, file,
                                      2 * EDGE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                      self->cancellable, loaded_cb, self);
  return GTK_WIDGET (self);
}
