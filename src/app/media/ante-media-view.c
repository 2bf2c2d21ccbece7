#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-view.h"

#include <glib/gi18n.h>

#include "app/media/ante-media-chip.h"
#include "app/media/ante-media-frame.h"
#include "app/media/ante-media-player.h"
#include "app/media/ante-media-sight.h"
#include "app/media/ante-media-viewer.h"
#include "app/media/ante-media-words.h"
#include "app/shared/ante-words.h"
#include "rules/ante-media-url.h"

/* The longest side that is drawn in a thread, before the screen's scale. */
#define EDGE 300
#define SHORT_CHARS 34

struct _AnteMediaView {
  AdwBin parent_instance;

  AnteMedia *media;
  AnteMessage *message;
  guint position;
  char *who;
  AnteMediaSight *sight;
  GtkWidget *frame; /* (nullable): one of these two is our child */
  GtkWidget *chip;  /* (nullable) */
  gboolean shown;   /* the picture, or why there is none */
  AnteMediaRemedy remedy;
  GCancellable *loading; /* the picture */
  GCancellable *getting; /* the file */
};

G_DEFINE_FINAL_TYPE (AnteMediaView, ante_media_view, ADW_TYPE_BIN)

static const AnteAttachment *
get_attachment (AnteMediaView *self)
{
  return self->message->attachments->pdata[self->position];
}

static void
stop (GCancellable **what)
{
  g_cancellable_cancel (*what);
  g_clear_object (what);
}

/* --- the picture ----------------------------------------------------------------------------- */

static void
show_problem (AnteMediaView *self, const GError *error)
{
  self->remedy = ante_media_words_find_remedy (error);
  ante_media_frame_set_words (ANTE_MEDIA_FRAME (self->frame),
                              ante_media_words_problem (error, get_attachment (self)->kind),
                              ante_media_words_remedy (self->remedy));
}

static void
show_picture (AnteMediaView *self, AntePicture *picture)
{
  g_autoptr (GdkTexture) texture = ante_media_make_texture (picture);

  self->shown = TRUE;
  ante_media_frame_set_paintable (ANTE_MEDIA_FRAME (self->frame), GDK_PAINTABLE (texture));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteMediaView *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePicture) picture =
    ante_media_load_picture_finish (ANTE_MEDIA (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  self->shown = TRUE;
  ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), FALSE);
  if (picture != NULL) {
    show_picture (self, picture);
  } else if (get_attachment (self)->kind != ANTE_MESSAGE_VIDEO) {
    show_problem (self, error); /* a video can be played without its picture */
  }
}

static int
get_edge (AnteMediaView *self)
{
  return EDGE * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
load_picture (AnteMediaView *self, AnteMediaAsk ask)
{

  stop (&self->loading);
  self->loading = g_cancellable_new ();
  ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), TRUE);
  ante_media_load_picture_async (self->media, self->message, self->position, get_edge (self), ask,
                                 self->loading, loaded_cb, self);
}

/* In sight it is fetched; out of sight it takes no memory, and no place in the queue. What was said
 * of it stays. */
static void
sight_cb (AnteMediaView *self)
{
  const AnteAttachment *attachment = get_attachment (self);

  if (attachment->kind == ANTE_MESSAGE_VIDEO && attachment->preview_url == NULL)
    return;
  if (ante_media_sight_get (self->sight)) {
    if (!self->shown)
      load_picture (self, ANTE_MEDIA_SEEN);
    return;
  }
  if (self->loading != NULL)
    ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), FALSE);
  stop (&self->loading);
  if (ante_media_frame_forget (ANTE_MEDIA_FRAME (self->frame)))
    self->shown = FALSE;
}

/* --- the file -------------------------------------------------------------------------------- */

static void
set_busy (AnteMediaView *self, gboolean busy)
{
  if (self->frame != NULL)
    ante_media_frame_set_busy (ANTE_MEDIA_FRAME (self->frame), busy);
  else
    ante_media_chip_set_busy (ANTE_MEDIA_CHIP (self->chip), busy);
}

static void
open_outside_cb (AnteMediaPlayer *player, AnteMediaView *self)
{
  ante_media_open_outside (GTK_WIDGET (self), ante_media_player_get_path (player));
}

static void
play (AnteMediaView *self, const char *path)
{
  AnteMessageKind kind = get_attachment (self)->kind;
  g_autofree char *name = ante_media_words_name (kind, self->who, self->message->at);
  GtkWidget *player = ante_media_player_new (kind, path, name);

  g_signal_connect_object (player, "outside-wanted", G_CALLBACK (open_outside_cb), self, 0);
  if (self->frame != NULL) {
    ante_media_frame_set_player (ANTE_MEDIA_FRAME (self->frame), player);
  } else {
    adw_bin_set_child (ADW_BIN (self), player);
    self->chip = NULL;
  }
  gtk_widget_grab_focus (player);
}

static void
got_file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteMediaView *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ante_media_load_file_finish (ANTE_MEDIA (source), result, &error);
  AnteMessageKind kind = ANTE_MESSAGE_FILE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->getting);
  set_busy (self, FALSE);
  kind = get_attachment (self)->kind;
  if (path == NULL && self->frame != NULL)
    show_problem (self, error);
  else if (path == NULL)
    ante_media_chip_set_line (ANTE_MEDIA_CHIP (self->chip), ante_media_words_problem (error, kind));
  else if ((kind == ANTE_MESSAGE_VIDEO || kind == ANTE_MESSAGE_VOICE) && ante_media_player_can ())
    play (self, path);
  else
    ante_media_open_outside (GTK_WIDGET (self), path);
}

static void
get_file (AnteMediaView *self)
{
  if (self->getting != NULL)
    return;
  self->getting = g_cancellable_new ();
  set_busy (self, TRUE);
  ante_media_load_file_async (self->media, self->message, self->position, self->getting,
                              got_file_cb, self);
}

/* --- what a person does ---------------------------------------------------------------------- */

static void
frame_clicked_cb (AnteMediaView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (get_attachment (self)->kind == ANTE_MESSAGE_VIDEO)
    get_file (self);
  else
    ante_media_viewer_present (GTK_WINDOW (root), self->media, self->message, self->position,
                               self->who);
}

static void
remedied_cb (AnteMediaView *self)
{
  if (self->remedy == ANTE_MEDIA_REMEDY_OUTSIDE ||
      get_attachment (self)->kind == ANTE_MESSAGE_VIDEO)
    get_file (self);
  else
    load_picture (self, ANTE_MEDIA_ASKED);
}

static void
chip_clicked_cb (AnteMediaView *self)
{
  const AnteAttachment *attachment = get_attachment (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (attachment->kind == ANTE_MESSAGE_SHARE)
    gtk_show_uri (GTK_WINDOW (root), attachment->url, GDK_CURRENT_TIME);
  else
    get_file (self);
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
build_frame (AnteMediaView *self)
{
  const AnteAttachment *attachment = get_attachment (self);
  g_autoptr (AntePicture) picture = NULL;
  g_autofree char *name = ante_media_words_name (attachment->kind, self->who, self->message->at);

  self->frame = ante_media_frame_new (attachment->kind, attachment->width, attachment->height);
  ante_media_frame_set_name (ANTE_MEDIA_FRAME (self->frame), name);
  g_signal_connect_object (self->frame, "clicked", G_CALLBACK (frame_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame, "remedied", G_CALLBACK (remedied_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->frame);
  picture = ante_media_peek_picture (self->media, self->message, self->position, get_edge (self));
  if (picture != NULL)
    show_picture (self, picture);
  self->sight = ante_media_sight_new (self->frame);
  g_signal_connect_object (self->sight, "notify::in-sight", G_CALLBACK (sight_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What a button of it will do; a share whose address is none that a browser should get says so. */
static char *
make_line (const AnteAttachment *attachment)
{
  if (attachment->kind != ANTE_MESSAGE_SHARE)
    return g_strdup (attachment->kind == ANTE_MESSAGE_VOICE && ante_media_player_can ()
                       ? _ ("Play")
                       : _ ("Open Outside"));
  if (attachment->url == NULL)
    return g_strdup (_ ("Instagram gives no address for it."));
  if (!ante_media_url_is_link (attachment->url))
    return g_strdup (_ ("Its address is not one to open."));
  return ante_media_url_dup_short (attachment->url, SHORT_CHARS);
}

static void
build_chip (AnteMediaView *self)
{
  const AnteAttachment *attachment = get_attachment (self);
  gboolean is_share = attachment->kind == ANTE_MESSAGE_SHARE;
  const char *title = attachment->title != NULL && attachment->kind != ANTE_MESSAGE_VOICE
                        ? attachment->title
                        : ante_words_kind (attachment->kind);
  g_autofree char *line = make_line (attachment);
  g_autofree char *name = ante_media_words_name (attachment->kind, self->who, self->message->at);
  g_autofree char *whole = g_strdup_printf ("%s: %s", name, is_share ? title : line);

  self->chip = ante_media_chip_new (attachment->kind, title, line);
  gtk_widget_set_sensitive (self->chip, !is_share || ante_media_url_is_link (attachment->url));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
  if (is_share && attachment->url != NULL)
    gtk_widget_set_tooltip_text (self->chip, attachment->url);
  g_signal_connect_object (self->chip, "clicked", G_CALLBACK (chip_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->chip);
}

void
ante_media_view_clear (AnteMediaView *self)
{
  stop (&self->loading);
  stop (&self->getting);
  if (self->sight != NULL)
    g_signal_handlers_disconnect_by_data (self->sight, self);
  g_clear_object (&self->sight);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->frame = NULL;
  self->chip = NULL;
  self->shown = FALSE;
  g_clear_object (&self->media);
  g_clear_object (&self->message);
  g_clear_pointer (&self->who, g_free);
}

void
ante_media_view_set (
  AnteMediaView *self, AnteMedia *media, AnteMessage *message, guint position, const char *who)
{
  ante_media_view_clear (self);
  if (message->attachments == NULL || position >= message->attachments->len)
    return;

  self->media = g_object_ref (media);
  self->message = g_object_ref (message);
  self->position = position;
  self->who = g_strdup (who);
  switch (get_attachment (self)->kind) {
  case ANTE_MESSAGE_IMAGE:
  case ANTE_MESSAGE_STICKER:
  case ANTE_MESSAGE_VIDEO:
    build_frame (self);
    break;
  default:
    build_chip (self);
  }
}

static void
ante_media_view_dispose (GObject *object)
{
  ante_media_view_clear (ANTE_MEDIA_VIEW (object));
  G_OBJECT_CLASS (ante_media_view_parent_class)->dispose (object);
}

static void
ante_media_view_class_init (AnteMediaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_media_view_dispose;
}

static void
ante_media_view_init (AnteMediaView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
ante_media_view_new (void)
{
  return g_object_new (ANTE_TYPE_MEDIA_VIEW, NULL);
}
