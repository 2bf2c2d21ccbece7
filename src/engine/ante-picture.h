#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AntePicture:
 * @width: of @pixels
 * @height: of @pixels
 * @whole_width: before it was scaled down
 * @whole_height: before it was scaled down
 * @pixels: rows of red, green, blue, alpha, without gaps
 *
 * A picture that was decoded. Never changed once made; shared by counting.
 */
typedef struct {
  int width;
  int height;
  int whole_width;
  int whole_height;
  GBytes *pixels;
} AntePicture;

AntePicture *ante_picture_ref (AntePicture *self);
void ante_picture_unref (AntePicture *self);
gsize ante_picture_get_size (AntePicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePicture, ante_picture_unref)

/* The longest side that is ever asked for, pixels: what a picture takes of memory is bounded. */
#define ANTE_PICTURE_MAX_EDGE 2048

/* Decodes the file in a program of its own, which is stopped after a few seconds. For a worker: it
 * waits. @edge: the longest side that is wanted. Errors are ANTE_MEDIA_ERROR. */
AntePicture *
ante_picture_decode (const char *path, int edge, GCancellable *cancellable, GError **error);

G_END_DECLS
