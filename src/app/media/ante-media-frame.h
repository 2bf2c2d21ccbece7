#pragma once

#include <gtk/gtk.h>

#include "app/media/ante-media-words.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_FRAME (ante_media_frame_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaFrame, ante_media_frame, ANTE, MEDIA_FRAME, GtkWidget)

/*
 * A place of a fixed size for a picture, which is the same before it is there, with it and where
 * there is none, so that nothing moves. Knows nothing of where the picture comes from. Signals:
 * "clicked" (the picture, or the place where it will be), "remedied": somebody wants done what the
 * words offer.
 */
GtkWidget *ante_media_frame_new (AnteMessageKind kind, int width, int height);
/* What a screen reader says of it. */
void ante_media_frame_set_name (AnteMediaFrame *self, const char *name);
/* (nullable): empty again */
void ante_media_frame_set_paintable (AnteMediaFrame *self, GdkPaintable *paintable);
/* Lets go of the picture; FALSE where there are words or a player instead, which stay. */
gboolean ante_media_frame_forget (AnteMediaFrame *self);
void ante_media_frame_set_busy (AnteMediaFrame *self, gboolean busy);
/* Words in the place of the picture, until another is set. @remedy: (nullable): a button's */
void ante_media_frame_set_words (AnteMediaFrame *self, const char *words, const char *remedy);
/* In its place, and as large; (nullable): gone again. */
void ante_media_frame_set_player (AnteMediaFrame *self, GtkWidget *player);

G_END_DECLS
