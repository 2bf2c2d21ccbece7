#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteMediaType:
 *
 * What a file is by its first bytes. What the sender or a server calls it is not believed.
 */
typedef enum {
  ANTE_MEDIA_UNKNOWN,
  ANTE_MEDIA_JPEG,
  ANTE_MEDIA_PNG,
  ANTE_MEDIA_GIF,
  ANTE_MEDIA_WEBP,
  ANTE_MEDIA_MP4,
  ANTE_MEDIA_WEBM,
  ANTE_MEDIA_OGG,
  ANTE_MEDIA_WAV,
  ANTE_MEDIA_MP3,
  ANTE_MEDIA_AAC,
  ANTE_MEDIA_PDF,
  ANTE_MEDIA_AVI,
  ANTE_N_MEDIA_TYPES,
} AnteMediaType;

/* No picture of more pixels is decoded. */
#define ANTE_MEDIA_MAX_PIXELS (24 * 1000 * 1000)

AnteMediaType ante_media_type_sniff (const guint8 *bytes, gsize length);
const char *ante_media_type_get_ending (AnteMediaType type);
gboolean ante_media_type_is_picture (AnteMediaType type);
gboolean ante_media_type_fits (AnteMediaType type, AnteMessageKind kind);

/* The name, without an ending, by which what came with a message is kept: it tells nothing.
 * @position: which of its attachments. @is_preview: the smaller picture that stands for it. */
char *ante_media_name_make (const char *mid, guint position, gboolean is_preview);

gboolean ante_media_type_measure (
  AnteMediaType type, const guint8 *bytes, gsize length, guint *width, guint *height);
gsize ante_media_type_find_end (AnteMediaType type, const guint8 *bytes, gsize length);

G_END_DECLS
