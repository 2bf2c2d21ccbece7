#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-media-files.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
make_path (const char *dir, const char *name, AnteMediaType type)
{
  g_autofree char *file = g_strconcat (name, ante_media_type_get_ending (type), NULL);

  return g_build_filename (dir, file, NULL);
}

char *
ante_media_files_find (const char *dir, const char *name)
{
  for (AnteMediaType type = ANTE_MEDIA_UNKNOWN + 1; type < ANTE_N_MEDIA_TYPES; type++) {
    g_autofree char *path = make_path (dir, name, type);

    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&path);
  }
  return NULL;
}

char *
ante_media_files_keep (
  const char *dir, const char *name, AnteMediaType type, GBytes *bytes, GError **error)
{
  g_autofree char *path = make_path (dir, name, type);

  if (g_mkdir_with_parents (dir, 0700) != 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the media folder was not made");
    return NULL;
  }
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
ante_media_files_has_any (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);

  return folder != NULL && g_dir_read_name (folder) != NULL;
}

guint
ante_media_files_sweep (const char *dir, GHashTable *wanted)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *file = NULL;
  guint n = 0;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL) {
    g_autofree char *name = g_strndup (file, strcspn (file, "."));
    g_autofree char *path = g_build_filename (dir, file, NULL);

    if (!g_hash_table_contains (wanted, name) && g_unlink (path) == 0)
      n++;
  }
  return n;
}
