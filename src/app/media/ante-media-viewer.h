#pragma once

#include <adwaita.h>

#include "engine/ante-media.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_VIEWER (ante_media_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaViewer, ante_media_viewer, ANTE, MEDIA_VIEWER, AdwWindow)

/* Opens a picture large, over @parent: as large as the window, or pixel for pixel; Escape closes.
 */
void ante_media_viewer_present (
  GtkWindow *parent, AnteMedia *media, AnteMessage *message, guint position, const char *who);

G_END_DECLS
