#include "sandbox/sandbox-wire.h"

#include <string.h>

#define SIZE 96

static guint32
crc32_of (const guint8 *bytes, gsize length, guint32 crc)
{
  crc = ~crc;
  for (gsize i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (guint bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
  }
  return ~crc;
}

static void
append_be32 (GByteArray *out, guint32 value)
{
  value = GUINT32_TO_BE (value);
  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

static void
append_chunk (GByteArray *out, const char *type, const guint8 *data, gsize length)
{
  guint32 crc = crc32_of ((const guint8 *) type, 4, 0);

  append_be32 (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (out, data, (guint) length);
  append_be32 (out, crc32_of (data, length, crc));
}

static GBytes *
deflate (const guint8 *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
    g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_output_stream_write_all (stream, data, length, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A soft gradient whose colours follow from the name. */
static GBytes *
make_png (const char *name)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 header[] = { 0, 0, 0, SIZE, 0, 0, 0, SIZE, 8, 2, 0, 0, 0 };
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  guint hash = g_str_hash (name);

  for (guint y = 0; y < SIZE; y++) {
    g_byte_array_append (rows, (const guint8 *) "", 1);
    for (guint x = 0; x < SIZE; x++) {
      guint8 pixel[3] = { (guint8) (90 + hash % 120 + x / 3),
                          (guint8) (80 + hash / 7 % 110 + y / 3),
                          (guint8) (100 + hash / 31 % 100 + (x + y) / 6) };

      g_byte_array_append (rows, pixel, sizeof pixel);
    }
  }

  packed = deflate (rows->data, rows->len);
  g_byte_array_append (out, signature, sizeof signature);
  append_chunk (out, "IHDR", header, sizeof header);
  append_chunk (out, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_wav (void)
{
  static const guint8 header[44] = { 'R', 'I', 'F',  'F',  0x64, 0x1f, 0,    0,    'W',  'A', 'V',
                                     'E', 'f', 'm',  't',  ' ',  16,   0,    0,    0,    1,   0,
                                     1,   0,   0x40, 0x1f, 0,    0,    0x40, 0x1f, 0,    0,   1,
                                     0,   8,   0,    'd',  'a',  't',  'a',  0x40, 0x1f, 0,   0 };
  guint8 *bytes = g_malloc (sizeof header + 8000);

  memcpy (bytes, header, sizeof header);
  memset (bytes + sizeof header, 0x80, 8000);
  return g_bytes_new_take (bytes, sizeof header + 8000);
}

GBytes *
sandbox_media_make (const char *name, const char **mime)
{
  gboolean is_sound = g_str_has_suffix (name, ".wav");

  *mime = is_sound ? "audio/wav" : "image/png";
  return is_sound ? make_wav () : make_png (name);
}
