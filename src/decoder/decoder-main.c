/*
 * anteroom-decode EDGE: reads one picture from standard input, and writes it to standard output as
 * plain pixels, scaled down until no side is longer than EDGE. What a stranger sent is decoded here
 * and not in the program that holds the messages: this one has no files, no network and no right to
 * start anything, and may die.
 *
 * Answer: "ANTEPIX1"; width, height, and both as they were before scaling, as 32-bit little-endian
 * numbers; then rows of red, green, blue, alpha. Ends with 0, or says why not: see DecoderEnd.
 */

#include "decoder/decoder-lock.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rules/ante-media-type.h"

#define MOST_INPUT (8 * 1024 * 1024)
#define MOST_EDGE 2048
#define CHUNK (64 * 1024)

typedef enum {
  END_DONE = 0,
  END_BAD_USE = 2,
  END_NO_PICTURE = 3,
  END_TOO_LARGE = 4,
  END_DAMAGED = 5,
  END_NO_DECODER = 6,
} DecoderEnd;

/* Without what runs at a proper end: the kernel tidies up after us, and lets nothing else run. */
static void G_GNUC_NORETURN
end (DecoderEnd why)
{
  _exit (why);
}

/* What is not there makes a library complain, which nobody reads. */
static void
silent_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static GByteArray *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 chunk[CHUNK];
  gssize n = 0;

  do {
    n = read (STDIN_FILENO, chunk, sizeof chunk);
    if (n > 0)
      g_byte_array_append (bytes, chunk, (guint) n);
    if (bytes->len > MOST_INPUT)
      end (END_TOO_LARGE);
  } while (n > 0 || (n < 0 && errno == EINTR));
  if (n < 0)
    end (END_DAMAGED);
  return bytes;
}

static void
write_all (const guint8 *bytes, gsize length)
{
  while (length > 0) {
    gssize n = write (STDOUT_FILENO, bytes, length);

    if (n < 0 && errno != EINTR)
      end (END_BAD_USE); /* nobody waits for it any more */
    if (n > 0) {
      bytes += n;
      length -= (gsize) n;
    }
  }
}

/* Scales @width and @height down to @edge, neither to nothing. */
static void
fit (int edge, int *width, int *height)
{
  int longest = MAX (*width, *height);

  if (longest <= edge)
    return;
  *width = MAX (1, (int) ((gint64) *width * edge / longest));
  *height = MAX (1, (int) ((gint64) *height * edge / longest));
}

typedef struct {
  int edge;
  int width;
  int height;
} Wanted;

/* What is said here is what is decoded, whatever the head was understood to say. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, Wanted *wanted)
{
  if (width <= 0 || height <= 0 || (gint64) width * height > ANTE_MEDIA_MAX_PIXELS)
    end (END_TOO_LARGE);
  wanted->width = width;
  wanted->height = height;
  fit (wanted->edge, &width, &height);
  if (width != wanted->width || height != wanted->height)
    gdk_pixbuf_loader_set_size (loader, width, height);
}

static const char *
name_of (AnteMediaType type)
{
  switch (type) {
  case ANTE_MEDIA_JPEG:
    return "jpeg";
  case ANTE_MEDIA_PNG:
    return "png";
  case ANTE_MEDIA_GIF:
    return "gif";
  default:
    return "webp";
  }
}

static GdkPixbuf *
decode (GdkPixbufLoader *loader, const guint8 *bytes, gsize length, Wanted *wanted)
{
  static const guint8 gif_end = 0x3b;
  GdkPixbuf *picture = NULL;
  GdkPixbuf *upright = NULL;
  gboolean good = gdk_pixbuf_loader_write (loader, bytes, length, NULL);

  /* One frame of a GIF is enough, and ends where it is told to. */
  if (good && bytes[0] == 'G')
    good = gdk_pixbuf_loader_write (loader, &gif_end, 1, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !good)
    end (END_DAMAGED);

  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  upright = picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
  if (upright == NULL || gdk_pixbuf_get_bits_per_sample (upright) != 8)
    end (END_DAMAGED);
  if (gdk_pixbuf_get_width (upright) > wanted->edge ||
      gdk_pixbuf_get_height (upright) > wanted->edge) {
    int width = gdk_pixbuf_get_width (upright);
    int height = gdk_pixbuf_get_height (upright);

    fit (wanted->edge, &width, &height);
    upright = gdk_pixbuf_scale_simple (upright, width, height, GDK_INTERP_BILINEAR);
    if (upright == NULL)
      end (END_TOO_LARGE);
  }
  return upright;
}

static void
put_number (guint8 *at, int number)
{
  guint32 value = GUINT32_TO_LE ((guint32) number);

  memcpy (at, &value, sizeof value);
}

static void
write_picture (GdkPixbuf *picture, const Wanted *wanted)
{
  int width = gdk_pixbuf_get_width (picture);
  int height = gdk_pixbuf_get_height (picture);
  int channels = gdk_pixbuf_get_n_channels (picture);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (picture);
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);
  g_autofree guint8 *row = g_malloc ((gsize) width * 4);
  gboolean is_turned = (width > height) != (wanted->width > wanted->height);
  guint8 head[24] = "ANTEPIX1";

  put_number (head + 8, width);
  put_number (head + 12, height);
  put_number (head + 16, is_turned ? wanted->height : wanted->width);
  put_number (head + 20, is_turned ? wanted->width : wanted->height);
  write_all (head, sizeof head);
  for (int y = 0; y < height; y++) {
    const guint8 *from = pixels + (gsize) y * stride;

    for (int x = 0; x < width; x++) {
      memcpy (row + (gsize) x * 4, from + (gsize) x * (gsize) channels, 3);
      row[(gsize) x * 4 + 3] = channels == 4 ? from[(gsize) x * 4 + 3] : 0xff;
    }
    write_all (row, (gsize) width * 4);
  }
}

int
main (int argc, char **argv)
{
  Wanted wanted = { argc == 2 ? atoi (argv[1]) : 0, 0, 0 };
  AnteMediaType type = ANTE_MEDIA_UNKNOWN;
  GdkPixbufLoader *loader = NULL;
  GByteArray *input = NULL;
  guint width = 0;
  guint height = 0;
  gsize length = 0;

  decoder_lock_limits ();
  g_log_set_default_handler (silent_cb, NULL);
  if (wanted.edge < 1 || wanted.edge > MOST_EDGE)
    end (END_BAD_USE);

  input = read_input ();
  type = ante_media_type_sniff (input->data, input->len);
  if (!ante_media_type_is_picture (type))
    end (END_NO_PICTURE);
  if (!ante_media_type_measure (type, input->data, input->len, &width, &height))
    end (END_DAMAGED);
  if ((guint64) width * height > ANTE_MEDIA_MAX_PIXELS)
    end (END_TOO_LARGE);
  length = ante_media_type_find_end (type, input->data, input->len);
  if (length == 0)
    end (END_DAMAGED);

  /* This reads the decoder from the disk, which is the last thing that is read from there. */
  loader = gdk_pixbuf_loader_new_with_type (name_of (type), NULL);
  if (loader == NULL)
    end (END_NO_DECODER);
  if (!decoder_lock_calls ())
    end (END_BAD_USE);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &wanted);
  write_picture (decode (loader, input->data, length, &wanted), &wanted);
  end (END_DONE);
}
