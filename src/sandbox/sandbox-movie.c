#include "sandbox/sandbox-movie.h"

#include <string.h>

/* The container's boxes: a size, four letters, and what is in them. Times are in milliseconds. */

#define DURATION 2000

static void
put16 (GByteArray *out, guint value)
{
  guint16 wire = GUINT16_TO_BE ((guint16) value);

  g_byte_array_append (out, (const guint8 *) &wire, sizeof wire);
}

static void
put32 (GByteArray *out, guint value)
{
  guint32 wire = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &wire, sizeof wire);
}

static void
put_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

static void
put_zeros (GByteArray *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *) "", 1);
}

static guint
open_box (GByteArray *out, const char *type)
{
  guint start = out->len;

  put32 (out, 0);
  put_text (out, type);
  return start;
}

static void
close_box (GByteArray *out, guint start)
{
  guint32 size = GUINT32_TO_BE (out->len - start);

  memcpy (out->data + start, &size, sizeof size);
}

static void
put_matrix (GByteArray *out)
{
  static const guint32 unity[] = { 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000 };

  for (guint i = 0; i < G_N_ELEMENTS (unity); i++)
    put32 (out, unity[i]);
}

static void
put_movie_header (GByteArray *out)
{
  guint box = open_box (out, "mvhd");

  put_zeros (out, 12);
  put32 (out, 1000);
  put32 (out, DURATION);
  put32 (out, 0x10000);
  put16 (out, 0x100);
  put_zeros (out, 10);
  put_matrix (out);
  put_zeros (out, 24);
  put32 (out, 2);
  close_box (out, box);
}

static void
put_track_header (GByteArray *out, guint width, guint height)
{
  guint box = open_box (out, "tkhd");

  put32 (out, 7);
  put_zeros (out, 8);
  put32 (out, 1);
  put32 (out, 0);
  put32 (out, DURATION);
  put_zeros (out, 16);
  put_matrix (out);
  put32 (out, width << 16);
  put32 (out, height << 16);
  close_box (out, box);
}

static void
put_media_header (GByteArray *out)
{
  guint box = open_box (out, "mdhd");

  put_zeros (out, 12);
  put32 (out, 1000);
  put32 (out, DURATION);
  put16 (out, 0x55c4);
  put16 (out, 0);
  close_box (out, box);

  box = open_box (out, "hdlr");
  put_zeros (out, 8);
  put_text (out, "vide");
  put_zeros (out, 13);
  close_box (out, box);
}

static void
put_sample_kind (GByteArray *out, guint width, guint height)
{
  guint box = open_box (out, "stsd");
  guint entry = 0;

  put32 (out, 0);
  put32 (out, 1);
  entry = open_box (out, "png ");
  put_zeros (out, 6);
  put16 (out, 1);
  put_zeros (out, 16);
  put16 (out, width);
  put16 (out, height);
  put32 (out, 0x480000);
  put32 (out, 0x480000);
  put32 (out, 0);
  put16 (out, 1);
  put_zeros (out, 32);
  put16 (out, 24);
  put16 (out, 0xffff);
  close_box (out, entry);
  close_box (out, box);
}

/* A table with a head of four zeros, then @n numbers. */
static void
put_table (GByteArray *out, const char *type, const guint *numbers, guint n)
{
  guint box = open_box (out, type);

  put32 (out, 0);
  for (guint i = 0; i < n; i++)
    put32 (out, numbers[i]);
  close_box (out, box);
}

static void
put_samples (GByteArray *out, guint width, guint height, guint size, guint offset)
{
  const guint times[] = { 1, 1, DURATION };
  const guint chunks[] = { 1, 1, 1, 1 };
  const guint sizes[] = { size, 1 };
  const guint offsets[] = { 1, offset };
  guint box = open_box (out, "stbl");

  put_sample_kind (out, width, height);
  put_table (out, "stts", times, G_N_ELEMENTS (times));
  put_table (out, "stsc", chunks, G_N_ELEMENTS (chunks));
  put_table (out, "stsz", sizes, G_N_ELEMENTS (sizes));
  put_table (out, "stco", offsets, G_N_ELEMENTS (offsets));
  close_box (out, box);
}

static void
put_media (GByteArray *out, guint width, guint height, guint size, guint offset)
{
  guint media = open_box (out, "mdia");
  guint info = 0;
  guint box = 0;

  put_media_header (out);
  info = open_box (out, "minf");
  box = open_box (out, "vmhd");
  put32 (out, 1);
  put_zeros (out, 8);
  close_box (out, box);
  box = open_box (out, "dinf");
  {
    guint reference = open_box (out, "dref");
    guint url = 0;

    put32 (out, 0);
    put32 (out, 1);
    url = open_box (out, "url ");
    put32 (out, 1);
    close_box (out, url);
    close_box (out, reference);
  }
  close_box (out, box);
  put_samples (out, width, height, size, offset);
  close_box (out, info);
  close_box (out, media);
}

GBytes *
sandbox_movie_make (GBytes *png, guint width, guint height)
{
  GByteArray *out = g_byte_array_new ();
  guint size = (guint) g_bytes_get_size (png);
  guint box = open_box (out, "ftyp");
  guint offset = 0;
  guint track = 0;

  put_text (out, "qt  ");
  put32 (out, 0);
  put_text (out, "qt  ");
  close_box (out, box);

  box = open_box (out, "mdat");
  offset = out->len;
  g_byte_array_append (out, g_bytes_get_data (png, NULL), size);
  close_box (out, box);

  box = open_box (out, "moov");
  put_movie_header (out);
  track = open_box (out, "trak");
  put_track_header (out, width, height);
  put_media (out, width, height, size, offset);
  close_box (out, track);
  close_box (out, box);
  g_bytes_unref (png);
  return g_byte_array_free_to_bytes (out);
}
