#include <string.h>

#include "sandbox/sandbox-wire.h"

#define MIB (1024 * 1024)

/* What is taken of each type: by its own word, and by how it begins. */
static const struct {
  const char *type;
  gsize most;
  const char *mimes[6];
} types[] = {
  { "image", 8 * MIB, { "image/png", "image/jpeg" } },
  { "audio", 25 * MIB, { "audio/aac", "audio/mp4", "audio/x-m4a", "audio/wav" } },
  { "video",
    25 * MIB,
    { "video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm" } },
  { "file", 25 * MIB, { "application/pdf" } },
};

static const struct {
  const char *mime;
  gsize at;
  const char *sign;
} signs[] = {
  { "image/png", 1, "PNG\r\n" },       { "image/jpeg", 0, "\xff\xd8\xff" },
  { "audio/wav", 8, "WAVE" },          { "audio/mp4", 4, "ftyp" },
  { "audio/x-m4a", 4, "ftyp" },        { "video/mp4", 4, "ftyp" },
  { "video/ogg", 0, "OggS" },          { "video/x-msvideo", 8, "AVI " },
  { "video/quicktime", 4, "ftyp" },    { "audio/aac", 0, "\xff" },
  { "video/webm", 0, "\x1a\x45\xdf" }, { "application/pdf", 0, "%PDF" },
};

void
sandbox_upload_free (gpointer data)
{
  SandboxUpload *upload = data;

  if (upload == NULL)
    return;
  g_clear_pointer (&upload->bytes, g_bytes_unref);
  g_free (upload->type);
  g_free (upload->mime);
  g_free (upload->name);
  g_free (upload);
}

/* What it is said to be is what it is. */
static gboolean
is_what_it_says (const SandboxUpload *file)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file->bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    gsize n = strlen (signs[i].sign);

    if (g_strcmp0 (signs[i].mime, file->mime) == 0)
      return length >= signs[i].at + n && memcmp (bytes + signs[i].at, signs[i].sign, n) == 0;
  }
  return FALSE;
}

gboolean
sandbox_uploads_check (SandboxCall *call, const char *type)
{
  const SandboxUpload *file = call->file;
  guint i = 0;

  while (i < G_N_ELEMENTS (types) && g_strcmp0 (types[i].type, type) != 0)
    i++;
  if (i == G_N_ELEMENTS (types))
    sandbox_call_fail (call, 100, 2534015, NULL);
  else if (g_bytes_get_size (file->bytes) > types[i].most)
    sandbox_call_fail (call, 100, 2018109, NULL);
  else if (file->mime == NULL ||
           !g_strv_contains ((const char *const *) types[i].mimes, file->mime) ||
           !is_what_it_says (file))
    sandbox_call_fail (call, 100, 2018047, NULL);
  return call->answer == NULL;
}

GBytes *
sandbox_uploads_get (SandboxState *state, const char *id, const char **mime)
{
  const SandboxUpload *upload = g_hash_table_lookup (state->uploads, id);

  if (upload == NULL || upload->bytes == NULL)
    return NULL;
  *mime = upload->mime;
  return g_bytes_ref (upload->bytes);
}
