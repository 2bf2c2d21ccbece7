#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-player.h"

#include <glib/gi18n.h>

#define VOICE_WIDTH 280

struct _AnteMediaPlayer {
  AdwBin parent_instance;

  char *path;
  GtkMediaStream *stream;
};

enum {
  OUTSIDE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteMediaPlayer, ante_media_player, ADW_TYPE_BIN)

gboolean
ante_media_player_can (void)
{
  static gsize known = 0;

  if (g_once_init_enter (&known)) {
    g_autoptr (GtkMediaStream) stream = g_object_ref_sink (gtk_media_file_new ());
    gboolean can = !g_str_equal (G_OBJECT_TYPE_NAME (stream), "GtkNoMediaFile");

    g_once_init_leave (&known, can ? 2 : 1);
  }
  return known == 2;
}

static void
outside_cb (AnteMediaPlayer *self)
{
  g_signal_emit (self, signals[OUTSIDE_WANTED], 0);
}

/* The module is there, but not what this kind needs. */
static void
failed_cb (AnteMediaPlayer *self)
{
  GtkWidget *box = NULL;
  GtkWidget *label = NULL;
  GtkWidget *button = NULL;

  if (gtk_media_stream_get_error (self->stream) == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new (_ ("This computer cannot play it here."));
  button = gtk_button_new_with_label (_ ("Open Outside"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (outside_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* What is out of sight is not heard. */
static void
ante_media_player_unmap (GtkWidget *widget)
{
  gtk_media_stream_pause (ANTE_MEDIA_PLAYER (widget)->stream);
  GTK_WIDGET_CLASS (ante_media_player_parent_class)->unmap (widget);
}

static void
ante_media_player_dispose (GObject *object)
{
  AnteMediaPlayer *self = ANTE_MEDIA_PLAYER (object);

  if (self->stream != NULL)
    gtk_media_stream_pause (self->stream);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ante_media_player_parent_class)->dispose (object);
}

static void
ante_media_player_class_init (AnteMediaPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_media_player_dispose;
  widget_class->unmap = ante_media_player_unmap;
  signals[OUTSIDE_WANTED] = g_signal_new ("outside-wanted", ANTE_TYPE_MEDIA_PLAYER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_media_player_init (AnteMediaPlayer *self)
{
}

GtkWidget *
ante_media_player_new (AnteMessageKind kind, const char *path, const char *name)
{
  AnteMediaPlayer *self = g_object_new (ANTE_TYPE_MEDIA_PLAYER, NULL);
  GtkWidget *child = NULL;

  self->path = g_strdup (path);
  self->stream = gtk_media_file_new_for_filename (path);
  if (kind == ANTE_MESSAGE_VIDEO) {
    child = gtk_video_new_for_media_stream (self->stream);
  } else {
    child = gtk_media_controls_new (self->stream);
    gtk_widget_set_size_request (child, VOICE_WIDTH, -1);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_bin_set_child (ADW_BIN (self), child);
  g_signal_connect_object (self->stream, "notify::error", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_media_stream_play (self->stream);
  failed_cb (self);
  return GTK_WIDGET (self);
}

const char *
ante_media_player_get_path (AnteMediaPlayer *self)
{
  return self->path;
}
