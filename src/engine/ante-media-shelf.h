#pragma once

#include "engine/ante-picture.h"

G_BEGIN_DECLS

/*
 * The pictures that were asked for last, so that scrolling back decodes nothing again. Holds at
 * most a number of bytes; what was not asked for the longest goes first. Private to the engine.
 */
typedef struct _AnteMediaShelf AnteMediaShelf;

AnteMediaShelf *ante_media_shelf_new (gsize max_bytes);
void ante_media_shelf_free (AnteMediaShelf *self);
/* (transfer full) (nullable) */
AntePicture *ante_media_shelf_take (AnteMediaShelf *self, const char *key);
void ante_media_shelf_put (AnteMediaShelf *self, const char *key, AntePicture *picture);
gsize ante_media_shelf_get_size (AnteMediaShelf *self);

G_END_DECLS
