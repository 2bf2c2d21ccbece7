#include <math.h>
#include <string.h>

#include "sandbox/sandbox-movie.h"
#include "sandbox/sandbox-png.h"
#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

#define AVATAR 128
#define WIDTH 320
#define HEIGHT 240
#define RATE 8000

typedef struct {
  guint8 r, g, b;
} Color;

/* Five columns by seven rows each, a byte a row. */
static const guint8 letters[26][7] = {
  { 14, 17, 17, 31, 17, 17, 17 }, { 30, 17, 17, 30, 17, 17, 30 }, { 14, 17, 16, 16, 16, 17, 14 },
  { 30, 17, 17, 17, 17, 17, 30 }, { 31, 16, 16, 30, 16, 16, 31 }, { 31, 16, 16, 30, 16, 16, 16 },
  { 14, 17, 16, 23, 17, 17, 15 }, { 17, 17, 17, 31, 17, 17, 17 }, { 14, 4, 4, 4, 4, 4, 14 },
  { 1, 1, 1, 1, 17, 17, 14 },     { 17, 18, 20, 24, 20, 18, 17 }, { 16, 16, 16, 16, 16, 16, 31 },
  { 17, 27, 21, 21, 17, 17, 17 }, { 17, 25, 21, 19, 17, 17, 17 }, { 14, 17, 17, 17, 17, 17, 14 },
  { 30, 17, 17, 30, 16, 16, 16 }, { 14, 17, 17, 17, 21, 18, 13 }, { 30, 17, 17, 30, 20, 18, 17 },
  { 15, 16, 16, 14, 1, 1, 30 },   { 31, 4, 4, 4, 4, 4, 4 },       { 17, 17, 17, 17, 17, 17, 14 },
  { 17, 17, 17, 17, 17, 10, 4 },  { 17, 17, 17, 21, 21, 27, 17 }, { 17, 17, 10, 4, 10, 17, 17 },
  { 17, 17, 10, 4, 4, 4, 4 },     { 31, 1, 2, 4, 8, 16, 31 },
};

/* Hues a golden angle apart look different even when their numbers are close. */
static Color
make_color (guint hash, double lightness)
{
  double hue = fmod (hash * 137.508, 360) / 60;
  double chroma = (1 - fabs (2 * lightness - 1)) * 0.45;
  double second = chroma * (1 - fabs (fmod (hue, 2) - 1));
  double base = lightness - chroma / 2;
  double parts[6][3] = { { chroma, second, 0 }, { second, chroma, 0 }, { 0, chroma, second },
                         { 0, second, chroma }, { second, 0, chroma }, { chroma, 0, second } };
  const double *rgb = parts[(int) hue % 6];

  return (Color){ (guint8) ((rgb[0] + base) * 255), (guint8) ((rgb[1] + base) * 255),
                  (guint8) ((rgb[2] + base) * 255) };
}

static void
paint_letter (Color *pixels, gunichar letter, int left)
{
  const int scale = 7;

  for (int y = 0; y < 7 * scale; y++) {
    for (int x = 0; x < 5 * scale; x++) {
      if (letters[letter - 'A'][y / scale] >> (4 - x / scale) & 1)
        pixels[(y + (AVATAR - 7 * scale) / 2) * AVATAR + x + left] = (Color){ 255, 255, 255 };
    }
  }
}

/* Head and shoulders, for a name in a script that there are no letters for. */
static void
paint_figure (Color *pixels)
{
  for (int y = 0; y < AVATAR; y++) {
    for (int x = 0; x < AVATAR; x++) {
      int dx = x - AVATAR / 2;
      gboolean is_head = dx * dx + (y - 50) * (y - 50) < 22 * 22;
      gboolean is_body = dx * dx + (y - 126) * (y - 126) < 44 * 44;

      if (is_head || is_body)
        pixels[y * AVATAR + x] = (Color){ 255, 255, 255 };
    }
  }
}

/* Up to two letters from A to Z, with their accents taken off. */
static guint
find_initials (const char *name, gunichar initials[2])
{
  g_autofree char *plain = name != NULL ? g_utf8_normalize (name, -1, G_NORMALIZE_NFD) : NULL;
  gboolean is_start = TRUE;
  guint n = 0;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0' && n < 2; p = g_utf8_next_char (p)) {
    gunichar c = g_unichar_toupper (g_utf8_get_char (p));

    if (is_start && c >= 'A' && c <= 'Z')
      initials[n++] = c;
    is_start = c == ' ' || c == '.' || c == '_';
  }
  return n;
}

static GBytes *
make_avatar (const char *name, const char *key)
{
  g_autofree Color *pixels = g_new (Color, AVATAR * AVATAR);
  Color back = make_color (g_str_hash (key), 0.5);
  gunichar initials[2] = { 0, 0 };
  guint n = find_initials (name, initials);

  for (guint i = 0; i < AVATAR * AVATAR; i++)
    pixels[i] = back;
  if (n == 0)
    paint_figure (pixels);
  for (guint i = 0; i < n; i++)
    paint_letter (pixels, initials[i], n == 1 ? 46 : 25 + (int) i * 43);
  return sandbox_png_encode ((const guint8 *) pixels, AVATAR, AVATAR);
}

/* Hills under a sky, with a sun: no two names give the same. */
static GBytes *
make_picture (const char *name)
{
  g_autofree Color *pixels = g_new (Color, WIDTH * HEIGHT);
  guint hash = g_str_hash (name);
  double sun_x = 40 + hash % 240;
  double sun_y = 40 + hash / 7 % 60;

  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < WIDTH; x++) {
      double near = 170 + 22 * sin (x / 47.0 + hash % 10);
      double far = 125 + 26 * sin (x / 71.0 + hash / 3 % 10);
      Color color = make_color (hash, 0.9 - y / 700.0);

      if (hypot (x - sun_x, y - sun_y) < 18)
        color = (Color){ 255, 244, 214 };
      if (y > far)
        color = make_color (hash + 1, 0.55);
      if (y > near)
        color = make_color (hash + 2, 0.38);
      pixels[y * WIDTH + x] = color;
    }
  }
  return sandbox_png_encode ((const guint8 *) pixels, WIDTH, HEIGHT);
}

/* A picture with something wrong: cut off, of a size that nobody can hold, or none at all. */
static GBytes *
make_bad_picture (const char *stem, const char *what)
{
  static const guint8 endless[] = { 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30 };
  static const char page[] = "<!DOCTYPE html><title>URL signature expired</title>";
  g_autoptr (GBytes) whole = make_picture (stem);
  gsize length = 0;
  guint8 *bytes = NULL;

  if (g_str_equal (what, "page"))
    return g_bytes_new_static (page, strlen (page));
  if (g_str_equal (what, "broken"))
    return g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  if (!g_str_equal (what, "bomb"))
    return NULL;
  bytes = g_bytes_unref_to_data (g_steal_pointer (&whole), &length);
  memcpy (bytes + 16, endless, sizeof endless); /* where its head says how wide and high it is */
  return g_bytes_new_take (bytes, length);
}

static void
append_le32 (GByteArray *out, guint32 value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

/* A hum that rises and falls as speech does. */
static GBytes *
make_sound (const char *name)
{
  static const guint8 format[] = { 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0 };
  guint hash = g_str_hash (name);
  guint samples = RATE * (2 + hash % 4);
  GByteArray *out = g_byte_array_new ();
  double phase = 0;

  g_byte_array_append (out, (const guint8 *) "RIFF", 4);
  append_le32 (out, 36 + samples);
  g_byte_array_append (out, (const guint8 *) "WAVEfmt ", 8);
  append_le32 (out, sizeof format);
  g_byte_array_append (out, format, sizeof format);
  g_byte_array_append (out, (const guint8 *) "data", 4);
  append_le32 (out, samples);
  for (guint i = 0; i < samples; i++) {
    double loudness = 20 * (1 + sin (i / 900.0)) * (0.5 + 0.5 * sin (i / 5100.0 + hash % 7));
    guint8 sample = 0;

    phase += 0.11 + 0.03 * sin (i / 4000.0);
    sample = (guint8) (128 + loudness * sin (phase));
    g_byte_array_append (out, &sample, 1);
  }
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_document (void)
{
  static const char pdf[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
    "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n"
    "0000000102 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n165\n%%EOF\n";

  return g_bytes_new_static (pdf, strlen (pdf));
}

/* What belongs to a message goes with it. */
static gboolean
is_gone (SandboxState *state, const char *stem)
{
  const char *mid = g_str_has_prefix (stem, "story-") ? stem + strlen ("story-") : stem;
  const char *end = strrchr (mid, '-');
  g_autofree char *id = end != NULL ? g_strndup (mid, (gsize) (end - mid)) : g_strdup (mid);
  g_autoptr (SandboxMessage) message = sandbox_thread_find (state, id, NULL);

  return message == NULL || message->unsent;
}

static GBytes *
make_portrait (SandboxState *state, const char *who)
{
  SandboxPerson *person = g_hash_table_lookup (state->by_igsid, who);

  if (g_str_equal (who, "me"))
    return make_avatar (state->account.name, "me");
  return person != NULL ? make_avatar (person->name != NULL ? person->name : person->handle, who)
                        : NULL;
}

GBytes *
sandbox_media_make (SandboxState *state, const char *name, const char **mime)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : "";
  g_autofree char *stem = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  GBytes *uploaded = NULL;

  *mime = "image/png";
  if (g_str_has_prefix (stem, "avatar-"))
    return make_portrait (state, stem + strlen ("avatar-"));
  if (g_str_has_prefix (stem, "post-")) {
    if (sandbox_state_find_media (state, stem + strlen ("post-")) == NULL)
      return NULL;
  } else if (is_gone (state, stem)) {
    return NULL;
  }

  if ((uploaded = sandbox_uploads_get (state, ending, mime)) != NULL)
    return uploaded;
  if (g_str_equal (ending, "png"))
    return make_picture (stem);
  if (g_str_equal (ending, "mp4")) {
    *mime = "video/mp4";
    return sandbox_movie_make (make_picture (stem), WIDTH, HEIGHT);
  }
  if (!g_str_equal (ending, "wav") && !g_str_equal (ending, "pdf"))
    return make_bad_picture (stem, ending);
  *mime = g_str_equal (ending, "wav") ? "audio/wav" : "application/pdf";
  return g_str_equal (ending, "wav") ? make_sound (name) : make_document ();
}
