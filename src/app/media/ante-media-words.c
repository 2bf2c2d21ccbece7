#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-words.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"

char *
ante_media_words_name (AnteMessageKind kind, const char *who, gint64 at)
{
  g_autofree char *date = ante_words_exact (at);

  if (who == NULL || *who == '\0')
    return g_strdup_printf ("%s, %s", ante_words_kind (kind), date);
  switch (kind) {
  case ANTE_MESSAGE_VIDEO:
    /* Translators: a person's name, and when it was sent */
    return g_strdup_printf (_ ("Video from %s, %s"), who, date);
  case ANTE_MESSAGE_VOICE:
    return g_strdup_printf (_ ("Voice note from %s, %s"), who, date);
  case ANTE_MESSAGE_FILE:
    return g_strdup_printf (_ ("File from %s, %s"), who, date);
  case ANTE_MESSAGE_SHARE:
    return g_strdup_printf (_ ("Shared by %s, %s"), who, date);
  case ANTE_MESSAGE_STICKER:
    return g_strdup_printf (_ ("Sticker from %s, %s"), who, date);
  default:
    return g_strdup_printf (_ ("Picture from %s, %s"), who, date);
  }
}

static gboolean
is_picture (AnteMessageKind kind)
{
  return kind == ANTE_MESSAGE_IMAGE || kind == ANTE_MESSAGE_STICKER;
}

const char *
ante_media_words_problem (const GError *error, AnteMessageKind kind)
{
  if (error->domain != ANTE_MEDIA_ERROR)
    return _ ("This could not be shown.");
  switch ((AnteMediaError) error->code) {
  case ANTE_MEDIA_ERROR_GONE:
    return _ ("Instagram no longer gives this. It may still be in the app on your phone.");
  case ANTE_MEDIA_ERROR_REFUSED:
    return _ ("Not fetched: its address is not one of Instagram’s.");
  case ANTE_MEDIA_ERROR_OFFLINE:
    return _ ("Instagram could not be reached.");
  case ANTE_MEDIA_ERROR_LARGE:
    return _ ("A large picture, not loaded yet.");
  case ANTE_MEDIA_ERROR_TOO_LARGE:
    return is_picture (kind) ? _ ("Too large: more than 8 MB. Look at it in Instagram.")
                             : _ ("Too large: more than 25 MB. Look at it in Instagram.");
  case ANTE_MEDIA_ERROR_WRONG_TYPE:
    return is_picture (kind) ? _ ("Not a picture.") : _ ("Not what Instagram says it is.");
  case ANTE_MEDIA_ERROR_TOO_MANY_PIXELS:
    return _ ("Too large to be shown safely.");
  case ANTE_MEDIA_ERROR_DAMAGED:
    return _ ("This picture is damaged.");
  case ANTE_MEDIA_ERROR_NO_DECODER:
    return _ ("This computer cannot show this kind of picture.");
  default:
    return _ ("It could not be kept. The disk may be full.");
  }
}

AnteMediaRemedy
ante_media_words_find_remedy (const GError *error)
{
  if (error->domain != ANTE_MEDIA_ERROR)
    return ANTE_MEDIA_REMEDY_AGAIN;
  switch ((AnteMediaError) error->code) {
  case ANTE_MEDIA_ERROR_LARGE:
    return ANTE_MEDIA_REMEDY_SHOW;
  case ANTE_MEDIA_ERROR_NO_DECODER:
    return ANTE_MEDIA_REMEDY_OUTSIDE;
  case ANTE_MEDIA_ERROR_REFUSED:
  case ANTE_MEDIA_ERROR_TOO_LARGE:
  case ANTE_MEDIA_ERROR_TOO_MANY_PIXELS:
  case ANTE_MEDIA_ERROR_WRONG_TYPE:
    return ANTE_MEDIA_REMEDY_NONE;
  default:
    return ANTE_MEDIA_REMEDY_AGAIN;
  }
}

const char *
ante_media_words_remedy (AnteMediaRemedy remedy)
{
  switch (remedy) {
  case ANTE_MEDIA_REMEDY_AGAIN:
    return _ ("Try Again");
  case ANTE_MEDIA_REMEDY_SHOW:
    return _ ("Show");
  case ANTE_MEDIA_REMEDY_OUTSIDE:
    return _ ("Open Outside");
  default:
    return NULL;
  }
}

GdkTexture *
ante_media_make_texture (AntePicture *picture)
{
  return gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_R8G8B8A8,
                                 picture->pixels, (gsize) picture->width * 4);
}

void
ante_media_open_outside (GtkWidget *widget, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (uri != NULL && root != NULL)
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}
