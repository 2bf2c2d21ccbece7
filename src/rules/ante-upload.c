#include "rules/ante-upload.h"

#include <string.h>

static const AnteUploadType jpeg = { ANTE_MESSAGE_IMAGE, "image/jpeg", ANTE_MEDIA_JPEG,
                                     ANTE_UPLOAD_MAX_PICTURE };
static const AnteUploadType png = { ANTE_MESSAGE_IMAGE, "image/png", ANTE_MEDIA_PNG,
                                    ANTE_UPLOAD_MAX_PICTURE };
static const AnteUploadType aac = { ANTE_MESSAGE_VOICE, "audio/aac", ANTE_MEDIA_AAC,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType wav = { ANTE_MESSAGE_VOICE, "audio/wav", ANTE_MEDIA_WAV,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType m4a = { ANTE_MESSAGE_VOICE, "audio/mp4", ANTE_MEDIA_MP4,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType mp4 = { ANTE_MESSAGE_VIDEO, "video/mp4", ANTE_MEDIA_MP4,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType mov = { ANTE_MESSAGE_VIDEO, "video/quicktime", ANTE_MEDIA_MP4,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType ogg = { ANTE_MESSAGE_VIDEO, "video/ogg", ANTE_MEDIA_OGG,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType avi = { ANTE_MESSAGE_VIDEO, "video/x-msvideo", ANTE_MEDIA_AVI,
                                    ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType webm = { ANTE_MESSAGE_VIDEO, "video/webm", ANTE_MEDIA_WEBM,
                                     ANTE_UPLOAD_MAX_BYTES };
static const AnteUploadType pdf = { ANTE_MESSAGE_FILE, "application/pdf", ANTE_MEDIA_PDF,
                                    ANTE_UPLOAD_MAX_BYTES };

static gboolean
holds (const guint8 *bytes, gsize length, const char *what)
{
  gsize n = strlen (what);

  for (gsize at = 0; at + n <= length; at++) {
    if (memcmp (bytes + at, what, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Films, sounds, and pictures of telephones, which Instagram does not take, come in the same
 * wrapping; its first word says which. */
static const AnteUploadType *
find_mp4 (const guint8 *head, gsize length)
{
  static const char *const pictures[] = { "heic", "heix", "heim", "heis", "hevc", "hevx",
                                          "mif1", "msf1", "avif", "avis", "crx " };
  const char *brand = (const char *) head + 8;

  if (length < 12)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
    if (memcmp (brand, pictures[i], 4) == 0)
      return NULL;
  }
  if (memcmp (brand, "M4A ", 4) == 0 || memcmp (brand, "M4B ", 4) == 0)
    return &m4a;
  return memcmp (brand, "qt  ", 4) == 0 ? &mov : &mp4;
}

/**
 * ante_upload_find_type:
 * @head: (array length=length): the beginning of a file, ANTE_UPLOAD_HEAD bytes where it has as
 * many
 *
 * What a file is by its bytes and not by its name.
 *
 * Returns: (nullable): %NULL for what Instagram does not take
 */
const AnteUploadType *
ante_upload_find_type (const guint8 *head, gsize length)
{
  switch (ante_media_type_sniff (head, length)) {
  case ANTE_MEDIA_JPEG:
    return &jpeg;
  case ANTE_MEDIA_PNG:
    return &png;
  case ANTE_MEDIA_AAC:
    return &aac;
  case ANTE_MEDIA_WAV:
    return &wav;
  case ANTE_MEDIA_MP4:
    return find_mp4 (head, length);
  case ANTE_MEDIA_WEBM:
    return holds (head, length, "webm") ? &webm : NULL;
  case ANTE_MEDIA_OGG: /* of sounds it takes none of these */
    return holds (head, length, "theora") || holds (head, length, "fishead") ? &ogg : NULL;
  case ANTE_MEDIA_AVI:
    return &avi;
  case ANTE_MEDIA_PDF:
    return &pdf;
  default:
    return NULL;
  }
}
