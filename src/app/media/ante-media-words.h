#pragma once

#include <gtk/gtk.h>

#include "engine/ante-media.h"

G_BEGIN_DECLS

/* "Picture from Mara, 4 Mar 2026 18:22": what a screen reader says. @who: (nullable) */
char *ante_media_words_name (AnteMessageKind kind, const char *who, gint64 at);
/* What happened to it, and what that means. */
const char *ante_media_words_problem (const GError *error, AnteMessageKind kind);

/**
 * AnteMediaRemedy:
 *
 * What a person can do about it.
 */
typedef enum {
  ANTE_MEDIA_REMEDY_NONE,
  ANTE_MEDIA_REMEDY_AGAIN,
  ANTE_MEDIA_REMEDY_SHOW,
  ANTE_MEDIA_REMEDY_OUTSIDE,
} AnteMediaRemedy;

AnteMediaRemedy ante_media_words_find_remedy (const GError *error);
/* (nullable) */
const char *ante_media_words_remedy (AnteMediaRemedy remedy);

GdkTexture *ante_media_make_texture (AntePicture *picture);
/* Opens a kept file with the program that the system has for its kind. */
void ante_media_open_outside (GtkWidget *widget, const char *path);

G_END_DECLS
