#include "rules/ante-upload.h"

#include <string.h>

static const AnteUploadType *
find (const char *head, gsize length)
{
  return ante_upload_find_type ((const guint8 *) head, length);
}

static void
test_what_instagram_takes_is_told_by_its_bytes (void)
{
  static const struct {
    const char *head;
    gsize length;
    AnteMessageKind kind;
    const char *mime;
  } files[] = {
    { "\xff\xd8\xff\xe0", 4, ANTE_MESSAGE_IMAGE, "image/jpeg" },
    { "\x89PNG\r\n\x1a\n", 8, ANTE_MESSAGE_IMAGE, "image/png" },
    { "\xff\xf1\x50\x80", 4, ANTE_MESSAGE_VOICE, "audio/aac" },
    { "RIFF\x24\0\0\0WAVEfmt ", 16, ANTE_MESSAGE_VOICE, "audio/wav" },
    { "\0\0\0\x18"
      "ftypM4A \0\0",
      14, ANTE_MESSAGE_VOICE, "audio/mp4" },
    { "\0\0\0\x18"
      "ftypisom\0\0",
      14, ANTE_MESSAGE_VIDEO, "video/mp4" },
    { "\0\0\0\x18"
      "ftypqt  \0\0",
      14, ANTE_MESSAGE_VIDEO, "video/quicktime" },
    { "RIFF\x24\0\0\0AVI LIST", 16, ANTE_MESSAGE_VIDEO, "video/x-msvideo" },
    { "\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm", 12, ANTE_MESSAGE_VIDEO, "video/webm" },
    { "OggS\0\2\0\0\x80theora", 15, ANTE_MESSAGE_VIDEO, "video/ogg" },
    { "%PDF-1.7", 8, ANTE_MESSAGE_FILE, "application/pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    const AnteUploadType *type = find (files[i].head, files[i].length);

    g_assert_nonnull (type);
    g_assert_cmpint (type->kind, ==, files[i].kind);
    g_assert_cmpstr (type->mime, ==, files[i].mime);
    g_assert_true (ante_media_type_fits (type->type, type->kind));
    g_assert_cmpint (type->most, ==,
                     type->kind == ANTE_MESSAGE_IMAGE ? ANTE_UPLOAD_MAX_PICTURE
                                                      : ANTE_UPLOAD_MAX_BYTES);
  }
}

static void
test_what_it_does_not_take_is_none (void)
{
  static const struct {
    const char *head;
    gsize length;
  } files[] = {
    { "", 0 },
    { "GIF89a", 6 },
    { "RIFF\x24\0\0\0WEBPVP8 ", 16 },
    { "\0\0\0\x18"
      "ftypheic\0\0",
      14 },
    { "\0\0\0\x18"
      "ftypavif\0\0",
      14 },
    { "\0\0\0\x18"
      "ftyp",
      8 },
    { "\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", 16 },
    { "OggS\0\2\0\0\x01vorbis", 15 },
    { "ID3\x03", 4 },
    { "PK\3\4", 4 },
    { "<svg/>", 6 },
    { "just words", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_null (find (files[i].head, files[i].length));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upload/taken", test_what_instagram_takes_is_told_by_its_bytes);
  g_test_add_func ("/upload/not-taken", test_what_it_does_not_take_is_none);
  return g_test_run ();
}
