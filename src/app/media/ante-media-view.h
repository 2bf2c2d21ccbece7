#pragma once

#include <adwaita.h>

#include "engine/ante-media.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_VIEW (ante_media_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaView, ante_media_view, ANTE, MEDIA_VIEW, AdwBin)

/*
 * One thing that came with a message, in its bubble. A picture is fetched when it is looked at and
 * opens larger; a video or a voice note is fetched when somebody wants it, and played here where
 * that can be, else outside; what was shared opens outside. For rows that are used again: set it
 * anew or clear it; what is under way for the one before is dropped.
 */
GtkWidget *ante_media_view_new (void);
/* @position: which of the message's attachments. @who: (nullable): who sent it, for those who hear
 * it. */
void ante_media_view_set (
  AnteMediaView *self, AnteMedia *media, AnteMessage *message, guint position, const char *who);
void ante_media_view_clear (AnteMediaView *self);

G_END_DECLS
