#include "rules/ante-media-type.h"

#include <string.h>

static gboolean
has (const guint8 *bytes, gsize length, gsize at, const char *what)
{
  gsize n = strlen (what);

  return length >= n && at <= length - n && memcmp (bytes + at, what, n) == 0;
}

static gboolean
is_adts (const guint8 *bytes, gsize length)
{
  return length >= 2 && bytes[0] == 0xff && (bytes[1] & 0xf6) == 0xf0;
}

static gboolean
is_mpeg_audio (const guint8 *bytes, gsize length)
{
  return has (bytes, length, 0, "ID3") ||
         (length >= 2 && bytes[0] == 0xff && (bytes[1] & 0xe6) == 0xe2);
}

AnteMediaType
ante_media_type_sniff (const guint8 *bytes, gsize length)
{
  if (has (bytes, length, 0, "\xff\xd8\xff"))
    return ANTE_MEDIA_JPEG;
  if (has (bytes, length, 0, "\x89PNG\r\n\x1a\n"))
    return ANTE_MEDIA_PNG;
  if (has (bytes, length, 0, "GIF87a") || has (bytes, length, 0, "GIF89a"))
    return ANTE_MEDIA_GIF;
  if (has (bytes, length, 0, "RIFF") && has (bytes, length, 8, "WEBP"))
    return ANTE_MEDIA_WEBP;
  if (has (bytes, length, 0, "RIFF") && has (bytes, length, 8, "WAVE"))
    return ANTE_MEDIA_WAV;
  if (has (bytes, length, 0, "RIFF") && has (bytes, length, 8, "AVI "))
    return ANTE_MEDIA_AVI;
  if (has (bytes, length, 4, "ftyp"))
    return ANTE_MEDIA_MP4;
  if (has (bytes, length, 0, "\x1a\x45\xdf\xa3"))
    return ANTE_MEDIA_WEBM;
  if (has (bytes, length, 0, "OggS"))
    return ANTE_MEDIA_OGG;
  if (has (bytes, length, 0, "%PDF-"))
    return ANTE_MEDIA_PDF;
  if (is_adts (bytes, length))
    return ANTE_MEDIA_AAC;
  return is_mpeg_audio (bytes, length) ? ANTE_MEDIA_MP3 : ANTE_MEDIA_UNKNOWN;
}

/* With its dot. */
const char *
ante_media_type_get_ending (AnteMediaType type)
{
  static const char *const endings[ANTE_N_MEDIA_TYPES] = {
    "",     ".jpg", ".png", ".gif", ".webp", ".mp4", ".webm",
    ".ogg", ".wav", ".mp3", ".aac", ".pdf",  ".avi",
  };

  return endings[type];
}

gboolean
ante_media_type_is_picture (AnteMediaType type)
{
  return type >= ANTE_MEDIA_JPEG && type <= ANTE_MEDIA_WEBP;
}

/* A voice note comes in a film's wrapping, too. */
gboolean
ante_media_type_fits (AnteMediaType type, AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_VIDEO:
    return type == ANTE_MEDIA_MP4 || type == ANTE_MEDIA_WEBM || type == ANTE_MEDIA_OGG ||
           type == ANTE_MEDIA_AVI;
  case ANTE_MESSAGE_VOICE:
    return type >= ANTE_MEDIA_MP4 && type <= ANTE_MEDIA_AAC;
  case ANTE_MESSAGE_FILE:
    return type != ANTE_MEDIA_UNKNOWN;
  default:
    return ante_media_type_is_picture (type);
  }
}

char *
ante_media_name_make (const char *mid, guint position, gboolean is_preview)
{
  g_autofree char *text = g_strdup_printf ("%s\n%u\n%d", mid, position, is_preview != FALSE);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static guint
be16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint
le16 (const guint8 *p)
{
  return (guint) p[1] << 8 | p[0];
}

static guint32
be32 (const guint8 *p)
{
  return (guint32) be16 (p) << 16 | be16 (p + 2);
}

static guint32
le24 (const guint8 *p)
{
  return (guint32) p[2] << 16 | le16 (p);
}

/* @sof: (out): where the frame's head stands, 0 for none. Returns: where the first scan's data
 * begin; 0 where there is none. */
static gsize
walk_jpeg (const guint8 *bytes, gsize length, gsize *sof)
{
  gsize at = 2;

  *sof = 0;
  while (at + 4 <= length && bytes[at] == 0xff) {
    guint8 marker = bytes[at + 1];
    gsize size = be16 (bytes + at + 2);

    if (marker == 0xff) { /* filling */
      at++;
      continue;
    }
    if (size < 2 || at + 2 + size > length)
      return 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc &&
        size >= 7)
      *sof = at + 4;
    at += 2 + size;
    if (marker == 0xda)
      return at;
  }
  return 0;
}

static gboolean
measure_jpeg (const guint8 *bytes, gsize length, guint *width, guint *height)
{
  gsize sof = 0;

  if (walk_jpeg (bytes, length, &sof) == 0 || sof == 0)
    return FALSE;
  *height = be16 (bytes + sof + 1);
  *width = be16 (bytes + sof + 3);
  return TRUE;
}

/* After the last scan: within a scan a marker's first byte is followed by one that says that it is
 * none. */
static gsize
end_jpeg (const guint8 *bytes, gsize length)
{
  gsize sof = 0;
  gsize start = walk_jpeg (bytes, length, &sof);

  for (gsize at = start; start != 0 && at + 1 < length; at++) {
    if (bytes[at] == 0xff && bytes[at + 1] == 0xd9)
      return at + 2;
  }
  return 0;
}

static gsize
end_png (const guint8 *bytes, gsize length)
{
  gsize at = 8;

  while (at + 12 <= length) {
    gsize size = be32 (bytes + at);

    if (size > length - at - 12)
      return 0;
    if (memcmp (bytes + at + 4, "IEND", 4) == 0)
      return at + 12 + size;
    at += 12 + size;
  }
  return 0;
}

/* Past a run of blocks that each tell their size; 0 where it does not end. */
static gsize
skip_blocks (const guint8 *bytes, gsize length, gsize at)
{
  while (at < length) {
    if (bytes[at] == 0)
      return at + 1;
    at += 1 + (gsize) bytes[at];
  }
  return 0;
}

static gsize
color_table_size (guint8 flags)
{
  return (flags & 0x80) != 0 ? 3u << ((flags & 7) + 1) : 0;
}

/* @frame: (out): where the first picture's descriptor stands. Returns: where its data end, or 0. */
static gsize
walk_gif (const guint8 *bytes, gsize length, gsize *frame)
{
  gsize at = length >= 13 ? 13 + color_table_size (bytes[10]) : length;

  while (at != 0 && at + 10 < length) {
    if (bytes[at] == 0x21) {
      at = skip_blocks (bytes, length, at + 2);
    } else if (bytes[at] == 0x2c) {
      *frame = at;
      return skip_blocks (bytes, length, at + 11 + color_table_size (bytes[at + 9]));
    } else {
      return 0;
    }
  }
  return 0;
}

static gboolean
measure_gif (const guint8 *bytes, gsize length, guint *width, guint *height)
{
  gsize frame = 0;

  if (walk_gif (bytes, length, &frame) == 0)
    return FALSE;
  *width = MAX (le16 (bytes + 6), le16 (bytes + frame + 1) + le16 (bytes + frame + 5));
  *height = MAX (le16 (bytes + 8), le16 (bytes + frame + 3) + le16 (bytes + frame + 7));
  return TRUE;
}

static gboolean
measure_webp (const guint8 *bytes, gsize length, guint *width, guint *height)
{
  if (length < 30)
    return FALSE;
  if (has (bytes, length, 12, "VP8X")) {
    *width = le24 (bytes + 24) + 1;
    *height = le24 (bytes + 27) + 1;
    return TRUE;
  }
  if (has (bytes, length, 12, "VP8L") && bytes[20] == 0x2f) {
    *width = (le16 (bytes + 21) & 0x3fff) + 1;
    *height = ((le24 (bytes + 22) >> 6) & 0x3fff) + 1;
    return TRUE;
  }
  if (!has (bytes, length, 12, "VP8 "))
    return FALSE;
  *width = le16 (bytes + 26) & 0x3fff;
  *height = le16 (bytes + 28) & 0x3fff;
  return TRUE;
}

/**
 * ante_media_type_measure:
 *
 * Reads how large a picture says that it is, without decoding any of it.
 *
 * Returns: whether it does
 */
gboolean
ante_media_type_measure (
  AnteMediaType type, const guint8 *bytes, gsize length, guint *width, guint *height)
{
  *width = *height = 0;
  if (type == ANTE_MEDIA_JPEG && !measure_jpeg (bytes, length, width, height))
    return FALSE;
  if (type == ANTE_MEDIA_GIF && !measure_gif (bytes, length, width, height))
    return FALSE;
  if (type == ANTE_MEDIA_WEBP && !measure_webp (bytes, length, width, height))
    return FALSE;
  if (type == ANTE_MEDIA_PNG && length >= 33 && memcmp (bytes + 12, "IHDR", 4) == 0) {
    *width = be32 (bytes + 16);
    *height = be32 (bytes + 20);
  }
  return *width > 0 && *height > 0;
}

/**
 * ante_media_type_find_end:
 *
 * Returns: where the picture ends, and of one that moves its first frame, without the mark that a
 * GIF ends with; 0 where it is cut off before that
 */
gsize
ante_media_type_find_end (AnteMediaType type, const guint8 *bytes, gsize length)
{
  gsize frame = 0;

  switch (type) {
  case ANTE_MEDIA_JPEG:
    return end_jpeg (bytes, length);
  case ANTE_MEDIA_PNG:
    return end_png (bytes, length);
  case ANTE_MEDIA_GIF:
    return walk_gif (bytes, length, &frame);
  case ANTE_MEDIA_WEBP:
    if (length >= 12 && (gsize) le16 (bytes + 4) + ((gsize) le16 (bytes + 6) << 16) <= length - 8)
      return length;
    return 0;
  default:
    return 0;
  }
}
