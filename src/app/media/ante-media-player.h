#pragma once

#include <adwaita.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_PLAYER (ante_media_player_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaPlayer, ante_media_player, ANTE, MEDIA_PLAYER, AdwBin)

/* Whether anything can be played within the program: GTK's module for it is a package of its own.
 */
gboolean ante_media_player_can (void);

/* Plays a kept video or voice note at once. Signal "outside-wanted": it cannot be, and somebody
 * wants it opened by another program. */
GtkWidget *ante_media_player_new (AnteMessageKind kind, const char *path, const char *name);
const char *ante_media_player_get_path (AnteMediaPlayer *self);

G_END_DECLS
