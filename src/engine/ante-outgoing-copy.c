#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outgoing-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/ante-outgoing.h"
#include "rules/ante-text.h"
#include "rules/ante-upload.h"

#define CHUNK (64 * 1024)
#define NAME_CHARS 120

typedef struct {
  char *path;
  int fd;
  guint8 head[ANTE_UPLOAD_HEAD];
  gsize n_head;
  const AnteUploadType *type; /* NULL until enough was read */
  gint64 size;
} Copy;

static void
set_error (GError **error, AnteOutgoingError code, const char *what)
{
  g_set_error (error, ANTE_OUTGOING_ERROR, code, "copying a file to send: %s", what);
}

static gboolean
open_copy (Copy *copy, const char *dir, const char *stem, GError **error)
{
  copy->path = g_strconcat (dir, G_DIR_SEPARATOR_S, stem, ".part", NULL);
  copy->fd = -1;
  if (g_mkdir_with_parents (dir, 0700) == 0)
    copy->fd = open (copy->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (copy->fd < 0)
    set_error (error, ANTE_OUTGOING_ERROR_NOT_KEPT, g_strerror (errno));
  return copy->fd >= 0;
}

static void
close_copy (Copy *copy)
{
  if (copy->fd >= 0)
    close (copy->fd);
  g_free (copy->path);
}

/* As soon as its beginning is there; at its end, with less. */
static gboolean
tell_type (Copy *copy, const guint8 *bytes, gsize length, gboolean is_end, GError **error)
{
  gsize n = MIN (length, sizeof copy->head - copy->n_head);

  if (copy->type != NULL)
    return TRUE;
  memcpy (copy->head + copy->n_head, bytes, n);
  copy->n_head += n;
  if (copy->n_head < sizeof copy->head && !is_end)
    return TRUE;
  copy->type = ante_upload_find_type (copy->head, copy->n_head);
  if (copy->type == NULL)
    set_error (error, copy->n_head == 0 ? ANTE_OUTGOING_ERROR_EMPTY : ANTE_OUTGOING_ERROR_TYPE,
               "not of a type that is taken");
  return copy->type != NULL;
}

static gboolean
check_size (Copy *copy, GError **error)
{
  if (copy->size <= (copy->type != NULL ? copy->type->most : ANTE_UPLOAD_MAX_BYTES))
    return TRUE;
  set_error (error,
             copy->type != NULL && copy->type->kind == ANTE_MESSAGE_IMAGE
               ? ANTE_OUTGOING_ERROR_TOO_LARGE_PICTURE
               : ANTE_OUTGOING_ERROR_TOO_LARGE,
             "too large");
  return FALSE;
}

static gboolean
write_all (Copy *copy, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0) {
    gssize n = write (copy->fd, bytes, length);

    if (n < 0 && errno != EINTR) {
      set_error (error, ANTE_OUTGOING_ERROR_NOT_KEPT, g_strerror (errno));
      return FALSE;
    }
    if (n > 0) {
      bytes += n;
      length -= (gsize) n;
    }
  }
  return TRUE;
}

/* What reading says, in words of ours; a cancellation stays one. */
static void
take_read_error (GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, cause);
    return;
  }
  set_error (error,
             g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? ANTE_OUTGOING_ERROR_GONE
             : g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
               ? ANTE_OUTGOING_ERROR_FOLDER
               : ANTE_OUTGOING_ERROR_UNREADABLE,
             "not readable");
  g_error_free (cause);
}

static gboolean
copy_all (Copy *copy, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  GError *cause = NULL;
  gssize n = 0;

  do {
    n = g_input_stream_read (stream, chunk, CHUNK, cancellable, &cause);
    if (n < 0) {
      take_read_error (error, cause);
      return FALSE;
    }
    copy->size += n;
    if (!tell_type (copy, chunk, (gsize) n, n == 0, error) || !check_size (copy, error) ||
        !write_all (copy, chunk, (gsize) n, error))
      return FALSE;
  } while (n > 0);
  return TRUE;
}

static void
sync_folder (const char *dir)
{
  int fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0) {
    fsync (fd);
    close (fd);
  }
}

/* What it takes on the screen, so that nothing moves when it is there. */
static void
measure (AnteOutgoingFile *file, const char *path, AnteMediaType type)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint width = 0;
  guint height = 0;

  if (file->kind != ANTE_MESSAGE_IMAGE || !g_file_get_contents (path, &bytes, &length, NULL) ||
      !ante_media_type_measure (type, (const guint8 *) bytes, length, &width, &height))
    return;
  file->width = (int) MIN (width, 100000u);
  file->height = (int) MIN (height, 100000u);
}

/* On the disk under its own name: from here on a power cut does not take it away. */
static AnteOutgoingFile *
finish (Copy *copy, const char *dir, const char *stem, const char *name, GError **error)
{
  const char *ending = ante_media_type_get_ending (copy->type->type);
  g_autofree char *final = g_strconcat (dir, G_DIR_SEPARATOR_S, stem, ending, NULL);
  AnteOutgoingFile *file = NULL;

  if (fsync (copy->fd) != 0 || g_rename (copy->path, final) != 0) {
    set_error (error, ANTE_OUTGOING_ERROR_NOT_KEPT, g_strerror (errno));
    return NULL;
  }
  sync_folder (dir);
  file = g_new0 (AnteOutgoingFile, 1);
  file->file = g_strconcat (stem, ending, NULL);
  file->name = ante_text_clean_name (name, NAME_CHARS);
  file->kind = copy->type->kind;
  file->mime = g_strdup (copy->type->mime);
  file->size = copy->size;
  measure (file, final, copy->type->type);
  return file;
}

AnteOutgoingFile *
ante_outgoing_copy_stream (const char *dir,
                           const char *stem,
                           GInputStream *stream,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  AnteOutgoingFile *file = NULL;
  Copy copy = { 0 };

  if (open_copy (&copy, dir, stem, error)) {
    if (copy_all (&copy, stream, cancellable, error))
      file = finish (&copy, dir, stem, name, error);
    if (file == NULL)
      g_unlink (copy.path);
  }
  close_copy (&copy);
  return file;
}

/* Before it is opened, which of a pipe might never end. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info == NULL) {
    take_read_error (error, cause);
    return FALSE;
  }
  switch (g_file_info_get_file_type (info)) {
  case G_FILE_TYPE_REGULAR:
    return TRUE;
  case G_FILE_TYPE_DIRECTORY:
    set_error (error, ANTE_OUTGOING_ERROR_FOLDER, "a folder");
    return FALSE;
  default:
    set_error (error, ANTE_OUTGOING_ERROR_NOT_A_FILE, "not a regular file");
    return FALSE;
  }
}

AnteOutgoingFile *
ante_outgoing_copy_file (
  const char *dir, const char *stem, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("file");
  g_autoptr (GFileInputStream) stream = NULL;
  GError *cause = NULL;

  if (!check_file (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL) {
    take_read_error (error, cause);
    return NULL;
  }
  return ante_outgoing_copy_stream (dir, stem, G_INPUT_STREAM (stream), name, cancellable, error);
}
