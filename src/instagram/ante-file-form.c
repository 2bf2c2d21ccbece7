#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-file-form.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AnteFileForm {
  GInputStream parent_instance;

  char *boundary;
  char *head;
  char *tail;
  char *path;
  gint64 size;
  gint64 at;
  int fd;
};

G_DEFINE_FINAL_TYPE (AnteFileForm, ante_file_form, G_TYPE_INPUT_STREAM)

static gboolean
open_file (AnteFileForm *self, GError **error)
{
  struct stat status = { 0 };

  if (self->fd >= 0)
    return TRUE;
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (self->fd < 0 || fstat (self->fd, &status) != 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "opening the file: %s",
                 g_strerror (errno));
    return FALSE;
  }
  if (S_ISREG (status.st_mode) && status.st_size == self->size)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the file is not what it was");
  return FALSE;
}

static gssize
read_file (AnteFileForm *self, void *buffer, gsize count, GError **error)
{
  gssize n = 0;

  if (!open_file (self, error))
    return -1;
  do
    n = read (self->fd, buffer, count);
  while (n < 0 && errno == EINTR);
  if (n > 0)
    return n;
  g_set_error (error, G_IO_ERROR, n < 0 ? g_io_error_from_errno (errno) : G_IO_ERROR_FAILED,
               "reading the file: %s", n < 0 ? g_strerror (errno) : "it is shorter than it was");
  return -1;
}

static gssize
ante_file_form_read (
  GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  AnteFileForm *self = ANTE_FILE_FORM (stream);
  gint64 file_at = (gint64) strlen (self->head);
  gint64 tail_at = file_at + self->size;
  gint64 end = tail_at + (gint64) strlen (self->tail);
  gint64 until = self->at < file_at ? file_at : self->at < tail_at ? tail_at : end;
  gssize n = (gssize) MIN ((gint64) count, until - self->at);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->at < file_at)
    memcpy (buffer, self->head + self->at, (gsize) n);
  else if (self->at >= tail_at)
    memcpy (buffer, self->tail + (self->at - tail_at), (gsize) n);
  else
    n = read_file (self, buffer, (gsize) n, error);
  self->at += MAX (n, 0);
  return n;
}

static gboolean
ante_file_form_close (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  AnteFileForm *self = ANTE_FILE_FORM (stream);

  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  return TRUE;
}

static void
ante_file_form_finalize (GObject *object)
{
  AnteFileForm *self = ANTE_FILE_FORM (object);

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->boundary);
  g_free (self->head);
  g_free (self->tail);
  g_free (self->path);
  G_OBJECT_CLASS (ante_file_form_parent_class)->finalize (object);
}

static void
ante_file_form_class_init (AnteFileFormClass *klass)
{
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_file_form_finalize;
  stream_class->read_fn = ante_file_form_read;
  stream_class->close_fn = ante_file_form_close;
}

static void
ante_file_form_init (AnteFileForm *self)
{
  self->fd = -1;
}

/* What would end the name's quotes or its line is none of it. */
static char *
quote (const char *name)
{
  char *quoted = g_strdup (name);

  for (char *p = quoted; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\' || g_ascii_iscntrl (*p))
      *p = '_';
  }
  return quoted;
}

AnteFileForm *
ante_file_form_new (
  const char *message, const char *path, const char *name, const char *mime, gint64 size)
{
  AnteFileForm *self = g_object_new (ANTE_TYPE_FILE_FORM, NULL);
  g_autofree char *quoted = quote (name);
  g_autofree char *id = g_uuid_string_random ();

  self->boundary = g_strconcat ("anteroom-", id, NULL);
  self->head = g_strdup_printf (
    "--%s\r\nContent-Disposition: form-data; name=\"message\"\r\n"
    "Content-Type: application/json\r\n\r\n%s\r\n"
    "--%s\r\nContent-Disposition: form-data; name=\"filedata\"; filename=\"%s\"\r\n"
    "Content-Type: %s\r\n\r\n",
    self->boundary, message, self->boundary, quoted, mime);
  self->tail = g_strdup_printf ("\r\n--%s--\r\n", self->boundary);
  self->path = g_strdup (path);
  self->size = size;
  return self;
}

goffset
ante_file_form_get_length (AnteFileForm *self)
{
  return (goffset) (strlen (self->head) + strlen (self->tail)) + self->size;
}

char *
ante_file_form_dup_content_type (AnteFileForm *self)
{
  return g_strdup_printf ("multipart/form-data; boundary=%s", self->boundary);
}
