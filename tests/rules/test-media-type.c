#include "rules/ante-media-type.h"

#include <string.h>

typedef struct {
  guint8 *bytes;
  gsize length;
  AnteMediaType type;
} File;

static void
file_clear (File *file)
{
  g_clear_pointer (&file->bytes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static File
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "media", name, NULL);
  File file = { 0 };

  g_assert_true (g_file_get_contents (path, (char **) &file.bytes, &file.length, NULL));
  file.type = ante_media_type_sniff (file.bytes, file.length);
  return file;
}

static void
test_files_are_known_by_their_bytes (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    AnteMediaType type;
  } heads[] = {
    { "RIFF\x24\0\0\0WEBPVP8 ", 16, ANTE_MEDIA_WEBP },
    { "RIFF\x24\0\0\0WAVEfmt ", 16, ANTE_MEDIA_WAV },
    { "\0\0\0\x18"
      "ftypM4A ",
      12, ANTE_MEDIA_MP4 },
    { "\x1a\x45\xdf\xa3\x01", 5, ANTE_MEDIA_WEBM },
    { "OggS\0", 5, ANTE_MEDIA_OGG },
    { "ID3\x03", 4, ANTE_MEDIA_MP3 },
    { "\xff\xfb\x90", 3, ANTE_MEDIA_MP3 },
    { "\xff\xf1\x50", 3, ANTE_MEDIA_AAC },
    { "%PDF-1.4", 8, ANTE_MEDIA_PDF },
    { "<svg xmlns='http://www.w3.org/2000/svg'>", 40, ANTE_MEDIA_UNKNOWN },
    { "<!DOCTYPE html>", 15, ANTE_MEDIA_UNKNOWN },
    { "BM\x36\0", 4, ANTE_MEDIA_UNKNOWN },
    { "II*\0", 4, ANTE_MEDIA_UNKNOWN },
    { "\x89PNG", 4, ANTE_MEDIA_UNKNOWN },
    { "", 0, ANTE_MEDIA_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpint (ante_media_type_sniff ((const guint8 *) heads[i].bytes, heads[i].length), ==,
                     heads[i].type);
}

static void
test_only_what_was_announced_fits (void)
{
  g_assert_true (ante_media_type_fits (ANTE_MEDIA_JPEG, ANTE_MESSAGE_IMAGE));
  g_assert_true (ante_media_type_fits (ANTE_MEDIA_GIF, ANTE_MESSAGE_STICKER));
  g_assert_true (ante_media_type_fits (ANTE_MEDIA_MP4, ANTE_MESSAGE_VOICE));
  g_assert_false (ante_media_type_fits (ANTE_MEDIA_PDF, ANTE_MESSAGE_IMAGE));
  g_assert_false (ante_media_type_fits (ANTE_MEDIA_JPEG, ANTE_MESSAGE_VIDEO));
  g_assert_false (ante_media_type_fits (ANTE_MEDIA_PDF, ANTE_MESSAGE_VOICE));
  g_assert_false (ante_media_type_fits (ANTE_MEDIA_UNKNOWN, ANTE_MESSAGE_FILE));
}

static void
assert_size (const char *name, guint width, guint height)
{
  g_auto (File) file = read_file (name);
  guint w = 0;
  guint h = 0;

  g_test_message ("%s", name);
  g_assert_true (ante_media_type_measure (file.type, file.bytes, file.length, &w, &h));
  g_assert_cmpuint (w, ==, width);
  g_assert_cmpuint (h, ==, height);
}

static void
test_sizes_are_read_from_the_head (void)
{
  static const guint8 vp8x[30] = "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x0f\0\x7f\x02\0";
  static const guint8 vp8l[30] = "RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f\x3f\xc0\x07\0";
  guint w = 0;
  guint h = 0;

  assert_size ("plain.jpg", 64, 48);
  assert_size ("progressive.jpg", 64, 48);
  assert_size ("turned.jpg", 64, 48);
  assert_size ("moving.gif", 40, 30);
  assert_size ("clear.png", 32, 24);
  assert_size ("wide.png", 900, 30);
  g_assert_true (ante_media_type_measure (ANTE_MEDIA_WEBP, vp8x, sizeof vp8x, &w, &h));
  g_assert_cmpuint (w, ==, 0x1000);
  g_assert_cmpuint (h, ==, 0x280);
  g_assert_true (ante_media_type_measure (ANTE_MEDIA_WEBP, vp8l, sizeof vp8l, &w, &h));
  g_assert_cmpuint (w, ==, 64);
  g_assert_cmpuint (h, ==, 32);
}

/* However it is cut, nothing is read past its end, and it is not taken for a whole one. */
static void
test_cut_files_have_no_end (void)
{
  static const char *const names[] = { "plain.jpg", "progressive.jpg", "moving.gif", "clear.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_auto (File) file = read_file (names[i]);
    gsize end = ante_media_type_find_end (file.type, file.bytes, file.length);
    guint w = 0;
    guint h = 0;

    g_assert_cmpuint (end, >, 0);
    g_assert_cmpuint (end, <=, file.length);
    for (gsize length = 0; length < end; length++) {
      g_autofree guint8 *cut = g_memdup2 (file.bytes, MAX (length, 1));

      g_assert_cmpuint (ante_media_type_find_end (file.type, cut, length), ==, 0);
      ante_media_type_measure (file.type, cut, length, &w, &h);
      ante_media_type_sniff (cut, length);
    }
  }
}

/* The second frame is left out. */
static void
test_gif_ends_with_its_first_frame (void)
{
  g_auto (File) file = read_file ("moving.gif");
  gsize end = ante_media_type_find_end (file.type, file.bytes, file.length);

  g_assert_cmpuint (end, <, file.length - 20);
}

static void
test_noise_is_survived (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint w = 0;
  guint h = 0;

  for (guint i = 0; i < 20000; i++) {
    gsize length = (gsize) g_rand_int_range (random, 1, 64);
    g_autofree guint8 *noise = g_malloc (length);

    for (gsize j = 0; j < length; j++)
      noise[j] = (guint8) g_rand_int_range (random, 0, 256);
    for (AnteMediaType type = ANTE_MEDIA_JPEG; type <= ANTE_MEDIA_WEBP; type++) {
      ante_media_type_measure (type, noise, length, &w, &h);
      g_assert_cmpuint (ante_media_type_find_end (type, noise, length), <=, length);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-type/known-by-bytes", test_files_are_known_by_their_bytes);
  g_test_add_func ("/media-type/fits", test_only_what_was_announced_fits);
  g_test_add_func ("/media-type/sizes", test_sizes_are_read_from_the_head);
  g_test_add_func ("/media-type/cut", test_cut_files_have_no_end);
  g_test_add_func ("/media-type/first-frame", test_gif_ends_with_its_first_frame);
  g_test_add_func ("/media-type/noise", test_noise_is_survived);
  return g_test_run ();
}
