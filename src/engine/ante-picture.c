#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-picture.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "engine/ante-media.h"

#define DECODE_MS 5000
#define HEAD 24
#define PATIENCE_MS 100 /* between two looks whether it is wanted yet */

AntePicture *
ante_picture_ref (AntePicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_clear_pointer (&((AntePicture *) data)->pixels, g_bytes_unref);
}

void
ante_picture_unref (AntePicture *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gsize
ante_picture_get_size (AntePicture *self)
{
  return g_bytes_get_size (self->pixels);
}

/* Where it is installed, or in the other folder of the build tree. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = self != NULL ? g_path_get_dirname (self) : g_strdup (".");
  char *const places[] = {
    g_build_filename (dir, "..", "decoder", "anteroom-decode", NULL),
    g_build_filename (dir, "..", "..", "src", "decoder", "anteroom-decode", NULL),
    g_build_filename (ANTE_LIBEXEC_DIR, "anteroom-decode", NULL),
  };
  char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (found == NULL && g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      found = g_strdup (places[i]);
    g_free (places[i]);
  }
  return found;
}

/* Of our surroundings it gets what a decoder may be found by, and nothing of what we are told. */
static char **
make_environment (void)
{
  static const char *const kept[] = { "GDK_PIXBUF_MODULE_FILE", "LD_LIBRARY_PATH", "ASAN_OPTIONS",
                                      "UBSAN_OPTIONS" };
  char **environment = g_new0 (char *, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    if (g_getenv (kept[i]) != NULL)
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);
  }
  return g_environ_setenv (environment, "LC_ALL", "C", TRUE);
}

/* @answer: (out): the end of a pipe that it writes to. */
static GSubprocess *
start (const char *path, int edge, int *answer, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *program = find_program ();
  g_autofree char *number = g_strdup_printf ("%d", edge);
  g_auto (GStrv) environment = make_environment ();
  GSubprocess *process = NULL;
  GError *spawn_error = NULL;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  int ends[2] = { -1, -1 };

  if (program == NULL || file < 0 || pipe2 (ends, O_CLOEXEC) != 0) {
    g_set_error (error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_NO_DECODER,
                 "a picture is not decoded: %s",
                 program == NULL ? "anteroom-decode is missing" : g_strerror (errno));
    if (file >= 0)
      close (file);
    return NULL;
  }

  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_stdin_fd (launcher, file);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = g_subprocess_launcher_spawn (launcher, &spawn_error, program, number, NULL);
  if (process == NULL) {
    close (ends[0]);
    g_set_error (error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_NO_DECODER,
                 "a picture is not decoded: %s", spawn_error->message);
    g_error_free (spawn_error);
    return NULL;
  }
  *answer = ends[0];
  return process;
}

/* FALSE when it ends before @length bytes, takes too long or is not wanted any more. */
static gboolean
read_all (int from, guint8 *to, gsize length, gint64 deadline, GCancellable *cancellable)
{
  while (length > 0) {
    struct pollfd ready = { from, POLLIN, 0 };
    gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
    gssize n = 0;

    if (left <= 0 || g_cancellable_is_cancelled (cancellable))
      return FALSE;
    if (poll (&ready, 1, (int) MIN (left, PATIENCE_MS)) <= 0)
      continue;
    n = read (from, to, length);
    if (n == 0 || (n < 0 && errno != EINTR))
      return FALSE;
    if (n > 0) {
      to += n;
      length -= (gsize) n;
    }
  }
  return TRUE;
}

static int
get_number (const guint8 *at)
{
  guint32 value = 0;

  memcpy (&value, at, sizeof value);
  return (int) MIN (GUINT32_FROM_LE (value), (guint32) G_MAXINT);
}

/* It has read what a stranger made, so what it says is not believed either. */
static AntePicture *
read_answer (int from, int edge, GCancellable *cancellable)
{
  gint64 deadline = g_get_monotonic_time () + DECODE_MS * G_TIME_SPAN_MILLISECOND;
  AntePicture *picture = NULL;
  guint8 head[HEAD];
  guint8 *pixels = NULL;
  gsize size = 0;

  if (!read_all (from, head, sizeof head, deadline, cancellable) ||
      memcmp (head, "ANTEPIX1", 8) != 0 || get_number (head + 8) < 1 ||
      get_number (head + 8) > edge || get_number (head + 12) < 1 || get_number (head + 12) > edge)
    return NULL;

  size = (gsize) get_number (head + 8) * (gsize) get_number (head + 12) * 4;
  pixels = g_malloc (size);
  if (!read_all (from, pixels, size, deadline, cancellable)) {
    g_free (pixels);
    return NULL;
  }
  picture = g_atomic_rc_box_new0 (AntePicture);
  picture->width = get_number (head + 8);
  picture->height = get_number (head + 12);
  picture->whole_width = get_number (head + 16);
  picture->whole_height = get_number (head + 20);
  picture->pixels = g_bytes_new_take (pixels, size);
  return picture;
}

/* Why there is none; its numbers are those of decoder-main.c. One that was stopped, by us or by a
 * limit, had more to do than a picture needs. */
static AnteMediaError
find_reason (GSubprocess *process)
{
  if (!g_subprocess_get_if_exited (process))
    return ANTE_MEDIA_ERROR_TOO_MANY_PIXELS;
  switch (g_subprocess_get_exit_status (process)) {
  case 3:
    return ANTE_MEDIA_ERROR_WRONG_TYPE;
  case 4:
    return ANTE_MEDIA_ERROR_TOO_MANY_PIXELS;
  case 6:
    return ANTE_MEDIA_ERROR_NO_DECODER;
  default:
    return ANTE_MEDIA_ERROR_DAMAGED;
  }
}

AntePicture *
ante_picture_decode (const char *path, int edge, GCancellable *cancellable, GError **error)
{
  int wanted = CLAMP (edge, 1, ANTE_PICTURE_MAX_EDGE);
  int answer = -1;
  g_autoptr (GSubprocess) process = start (path, wanted, &answer, error);
  AntePicture *picture = NULL;

  if (process == NULL)
    return NULL;

  picture = read_answer (answer, wanted, cancellable);
  close (answer);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (picture != NULL)
    return picture;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, ANTE_MEDIA_ERROR, find_reason (process), "a picture was not decoded");
  return NULL;
}
