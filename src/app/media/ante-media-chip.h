#pragma once

#include <gtk/gtk.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_CHIP (ante_media_chip_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaChip, ante_media_chip, ANTE, MEDIA_CHIP, GtkButton)

/*
 * A button for what has no picture: a voice note, a file, something shared. A sign, its title and a
 * line that says what it does or what became of it. @title and @line are plain text.
 */
GtkWidget *ante_media_chip_new (AnteMessageKind kind, const char *title, const char *line);
void ante_media_chip_set_line (AnteMediaChip *self, const char *line);
void ante_media_chip_set_busy (AnteMediaChip *self, gboolean busy);

G_END_DECLS
