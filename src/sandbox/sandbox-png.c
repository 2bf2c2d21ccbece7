#include "sandbox/sandbox-png.h"

#include <gio/gio.h>

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

  /* Memory takes everything. */
  g_output_stream_write_all (stream, data, length, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
sandbox_png_encode (const guint8 *pixels, guint width, guint height)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 depth_and_kind[] = { 8, 2, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  GByteArray *out = g_byte_array_new ();

  append_be32 (header, width);
  append_be32 (header, height);
  g_byte_array_append (header, depth_and_kind, sizeof depth_and_kind);
  for (guint y = 0; y < height; y++) {
    g_byte_array_append (rows, (const guint8 *) "", 1);
    g_byte_array_append (rows, pixels + (gsize) y * width * 3, width * 3);
  }

  packed = deflate (rows->data, rows->len);
  g_byte_array_append (out, signature, sizeof signature);
  append_chunk (out, "IHDR", header->data, header->len);
  append_chunk (out, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}
