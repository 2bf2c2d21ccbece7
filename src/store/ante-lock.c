#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static char *
build_lock_path (const char *data_dir)
{
  return g_build_filename (data_dir, "anteroom.lock", NULL);
}

/* The holder writes "PID NAME" into the file, for the words of whoever comes second. */
static char *
read_holder (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL) || length == 0 || length > 200)
    return g_strdup ("another program");

  return g_strstrip (g_utf8_make_valid (contents, (gssize) length));
}

static void
write_holder (int fd)
{
  const char *name = g_get_prgname () != NULL ? g_get_prgname () : "anteroom";
  g_autofree char *text = g_strdup_printf ("%s, process %d\n", name, (int) getpid ());

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("the lock file could not be written: %s", g_strerror (errno));
}

int
ante_lock_take (const char *data_dir, GError **error)
{
  g_autofree char *path = build_lock_path (data_dir);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0) {
    int code = errno;

    g_set_error (error, ANTE_STORE_ERROR,
                 code == ENOSPC ? ANTE_STORE_ERROR_NO_SPACE : ANTE_STORE_ERROR_READ_ONLY,
                 "opening the lock file: %s", g_strerror (code));
    return -1;
  }

  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    g_autofree char *holder = read_holder (path);

    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_LOCKED, "the data folder is held by %s",
                 holder);
    close (fd);
    return -1;
  }

  write_holder (fd);
  return fd;
}

/* The file stays: removing it would let two processes lock two files of one name. */
void
ante_lock_drop (int fd)
{
  if (fd >= 0)
    close (fd);
}

char *
ante_lock_dup_holder (const char *data_dir)
{
  g_autofree char *path = build_lock_path (data_dir);
  char *holder = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return NULL;
  if (flock (fd, LOCK_SH | LOCK_NB) != 0)
    holder = read_holder (path);
  close (fd);
  return holder;
}
