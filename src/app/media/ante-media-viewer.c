#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-viewer.h"

#include <glib/gi18n.h>

#include "app/media/ante-media-words.h"

#define MOST_WIDTH 1100
#define MOST_HEIGHT 760
#define LEAST_WIDTH 640
#define LEAST_HEIGHT 480
#define HEADER_HEIGHT 47

struct _AnteMediaViewer {
  AdwWindow parent_instance;

  AnteMedia *media;
  AnteMessage *message;
  guint position;
  GtkWidget *stack;
  GtkWidget *picture;
  GtkWidget *words;
  GtkWidget *again;
  GtkWidget *actual_size;
  GtkWidget *outside;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteMediaViewer, ante_media_viewer, ADW_TYPE_WINDOW)

static AnteMessageKind
get_kind (AnteMediaViewer *self)
{
  return ((AnteAttachment *) self->message->attachments->pdata[self->position])->kind;
}

static void
show_words (AnteMediaViewer *self, const GError *error)
{
  gtk_label_set_label (GTK_LABEL (self->words), ante_media_words_problem (error, get_kind (self)));
  gtk_widget_set_visible (self->again,
                          ante_media_words_find_remedy (error) == ANTE_MEDIA_REMEDY_AGAIN);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "words");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteMediaViewer *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePicture) picture =
    ante_media_load_picture_finish (ANTE_MEDIA (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (picture == NULL) {
    show_words (self, error);
    return;
  }
  texture = ante_media_make_texture (picture);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_sensitive (self->actual_size, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "picture");
}

static void
load (AnteMediaViewer *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "busy");
  ante_media_load_picture_async (self->media, self->message, self->position, ANTE_PICTURE_MAX_EDGE,
                                 ANTE_MEDIA_ASKED, self->cancellable, loaded_cb, self);
}

static void
zoom_cb (AnteMediaViewer *self)
{
  gboolean actual = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->actual_size));

  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), !actual);
  gtk_widget_set_halign (self->picture, actual ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->picture, actual ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}

static void
zoom_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AnteMediaViewer *self = ANTE_MEDIA_VIEWER (widget);

  if (gtk_widget_get_sensitive (self->actual_size))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->actual_size),
                                  g_variant_get_boolean (parameter));
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteMediaViewer *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ante_media_load_file_finish (ANTE_MEDIA (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->outside, TRUE);
  if (path != NULL)
    ante_media_open_outside (GTK_WIDGET (self), path);
  else
    show_words (self, error);
}

static void
outside_cb (AnteMediaViewer *self)
{
  gtk_widget_set_sensitive (self->outside, FALSE);
  ante_media_load_file_async (self->media, self->message, self->position, self->cancellable,
                              file_cb, self);
}

static GtkWidget *
build_header (AnteMediaViewer *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->actual_size = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->actual_size), "zoom-original-symbolic");
  gtk_widget_set_tooltip_text (self->actual_size, _ ("Actual Size (1)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->actual_size), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actual Size"), -1);
  gtk_widget_set_sensitive (self->actual_size, FALSE);
  g_signal_connect_object (self->actual_size, "toggled", G_CALLBACK (zoom_cb), self,
                           G_CONNECT_SWAPPED);
  self->outside = gtk_button_new_with_label (_ ("Open Outside"));
  g_signal_connect_object (self->outside, "clicked", G_CALLBACK (outside_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->actual_size);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->outside);
  return header;
}

static GtkWidget *
build_picture (AnteMediaViewer *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->picture);
  return scroller;
}

static GtkWidget *
build_words (AnteMediaViewer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->words), GTK_JUSTIFY_CENTER);
  self->again = gtk_button_new_with_label (_ ("Try Again"));
  gtk_widget_set_halign (self->again, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->again);
  return box;
}

static GtkWidget *
build_busy (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (spinner, "late");
  return spinner;
}

static void
ante_media_viewer_dispose (GObject *object)
{
  AnteMediaViewer *self = ANTE_MEDIA_VIEWER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->media);
  g_clear_object (&self->message);
  G_OBJECT_CLASS (ante_media_viewer_parent_class)->dispose (object);
}

static void
ante_media_viewer_finalize (GObject *object)
{
  g_clear_object (&ANTE_MEDIA_VIEWER (object)->cancellable);
  G_OBJECT_CLASS (ante_media_viewer_parent_class)->finalize (object);
}

static void
ante_media_viewer_class_init (AnteMediaViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_media_viewer_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_media_viewer_finalize;
  gtk_widget_class_install_action (widget_class, "viewer.actual-size", "b", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "viewer.actual-size", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "viewer.actual-size", "b",
                                       FALSE);
}

static void
ante_media_viewer_init (AnteMediaViewer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_busy (), "busy");
  gtk_stack_add_named (GTK_STACK (self->stack), build_picture (self), "picture");
  gtk_stack_add_named (GTK_STACK (self->stack), build_words (self), "words");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* As large as the picture, between what can be handled and what is on every screen. */
static void
decide_size (AnteMediaViewer *self)
{
  const AnteAttachment *attachment = self->message->attachments->pdata[self->position];
  int width = attachment->width > 0 ? attachment->width : MOST_WIDTH;
  int height = attachment->height > 0 ? attachment->height : MOST_HEIGHT;
  double scale = MIN (1, MIN ((double) MOST_WIDTH / width, (double) MOST_HEIGHT / height));

  gtk_window_set_default_size (GTK_WINDOW (self), MAX (LEAST_WIDTH, (int) (width * scale)),
                               MAX (LEAST_HEIGHT, (int) (height * scale)) + HEADER_HEIGHT);
}

void
ante_media_viewer_present (
  GtkWindow *parent, AnteMedia *media, AnteMessage *message, guint position, const char *who)
{
  AnteMediaViewer *self = g_object_new (ANTE_TYPE_MEDIA_VIEWER, "transient-for", parent, "modal",
                                        TRUE, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = NULL;

  self->media = g_object_ref (media);
  self->message = g_object_ref (message);
  self->position = position;
  name = ante_media_words_name (get_kind (self), who, message->at);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  decide_size (self);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
