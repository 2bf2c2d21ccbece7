#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-outgoing-view.h"

#include <glib/gi18n.h>

#include "app/media/ante-media-chip.h"
#include "app/media/ante-media-frame.h"
#include "app/media/ante-media-words.h"
#include "app/shared/ante-words.h"

/* The longest side that is drawn, before the screen's scale. */
#define EDGE 300

struct _AnteOutgoingView {
  AdwBin parent_instance;

  AnteOutgoing *outgoing;
  AnteOutgoingFile *file;
  GtkWidget *frame; /* (nullable): of a picture */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteOutgoingView, ante_outgoing_view, ADW_TYPE_BIN)

const char *
ante_outgoing_view_get_icon (AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_IMAGE:
    return "image-x-generic-symbolic";
  case ANTE_MESSAGE_VIDEO:
    return "video-x-generic-symbolic";
  case ANTE_MESSAGE_VOICE:
    return "audio-x-generic-symbolic";
  default:
    return "text-x-generic-symbolic";
  }
}

char *
ante_outgoing_view_describe (const AnteOutgoingFile *file)
{
  g_autofree char *size = g_format_size ((guint64) file->size);

  /* Translators: what a file is, "Picture", and how large, "3.4 MB" */
  return g_strdup_printf (_ ("%s, %s"), ante_words_kind (file->kind), size);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteOutgoingView *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePicture) picture =
    ante_outgoing_load_picture_finish (ANTE_OUTGOING (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), FALSE);
  if (picture == NULL) {
    ante_media_frame_set_words (ANTE_MEDIA_FRAME (self->frame),
                                ante_media_words_problem (error, self->file->kind), NULL);
    return;
  }
  texture = ante_media_make_texture (picture);
  ante_media_frame_set_paintable (ANTE_MEDIA_FRAME (self->frame), GDK_PAINTABLE (texture));
}

static void
open_cb (AnteOutgoingView *self)
{
  g_autofree char *path = ante_outgoing_dup_path (self->outgoing, self->file);

  ante_media_open_outside (GTK_WIDGET (self), path);
}

static void
build_picture (AnteOutgoingView *self)
{
  g_autofree char *name = g_strdup_printf (_ ("Picture on its way: %s"), self->file->name);

  self->frame = ante_media_frame_new (self->file->kind, self->file->width, self->file->height);
  ante_media_frame_set_name (ANTE_MEDIA_FRAME (self->frame), name);
  ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), TRUE);
  g_signal_connect_object (self->frame, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->frame);
  ante_outgoing_load_picture_async (self->outgoing, self->file,
                                    EDGE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                    self->cancellable, loaded_cb, self);
}

static void
build_chip (AnteOutgoingView *self)
{
  g_autofree char *line = ante_outgoing_view_describe (self->file);
  g_autofree char *name = g_strdup_printf (_ ("File on its way: %s, %s"), self->file->name, line);
  GtkWidget *chip = ante_media_chip_new (self->file->kind, self->file->name, line);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), chip);
}

static void
ante_outgoing_view_dispose (GObject *object)
{
  AnteOutgoingView *self = ANTE_OUTGOING_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->outgoing);
  g_clear_pointer (&self->file, ante_outgoing_file_free);
  G_OBJECT_CLASS (ante_outgoing_view_parent_class)->dispose (object);
}

static void
ante_outgoing_view_class_init (AnteOutgoingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_outgoing_view_dispose;
}

static void
ante_outgoing_view_init (AnteOutgoingView *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
ante_outgoing_view_new (AnteOutgoing *outgoing, const AnteOutgoingFile *file)
{
  AnteOutgoingView *self = g_object_new (ANTE_TYPE_OUTGOING_VIEW, NULL);

  self->outgoing = g_object_ref (outgoing);
  self->file = ante_outgoing_file_copy (file);
  if (file->kind == ANTE_MESSAGE_IMAGE)
    build_picture (self);
  else
    build_chip (self);
  return GTK_WIDGET (self);
}
