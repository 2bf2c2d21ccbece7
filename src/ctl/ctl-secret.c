#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static gboolean
line_there_cb (gint fd, GIOCondition condition, gpointer data)
{
  gboolean *there = data;

  *there = TRUE;
  return G_SOURCE_REMOVE;
}

/* FALSE when the program was asked to end first. */
static gboolean
wait_for_line (Ctl *ctl)
{
  gboolean there = FALSE;
  guint source = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, line_there_cb, &there);

  while (!there && !ctl->quit)
    g_main_context_iteration (NULL, TRUE);
  if (!there)
    g_source_remove (source);
  return there;
}

/* On a terminal it is asked for, and is not shown. */
static gboolean
wait_for_secret (Ctl *ctl, const char *what, char *line, int size)
{
  struct termios before = { 0 };
  struct termios mute = { 0 };
  gboolean asks = tcgetattr (STDIN_FILENO, &before) == 0;
  gboolean ok = FALSE;

  if (asks) {
    mute = before;
    mute.c_lflag &= ~(tcflag_t) ECHO;
    tcsetattr (STDIN_FILENO, TCSANOW, &mute);
    fprintf (stderr, "Paste the %s and press Enter; it is not shown.\n", what);
  }
  ok = wait_for_line (ctl) && fgets (line, size, stdin) != NULL;
  if (asks)
    tcsetattr (STDIN_FILENO, TCSANOW, &before);
  return ok;
}

/* @what: "token" or "key". The caller clears it: ante_secrets_clear_text(). */
char *
ctl_read_secret (Ctl *ctl, const char *what, GError **error)
{
  char line[4096] = { 0 };
  char *secret = NULL;

  if (wait_for_secret (ctl, what, line, sizeof line))
    secret = g_strstrip (g_strdup (line));
  else if (g_cancellable_set_error_if_cancelled (ctl->stop, error))
    return NULL;
  explicit_bzero (line, sizeof line);
  if (secret == NULL || *secret == '\0') {
    g_free (secret);
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "no %s came on standard input", what);
    return NULL;
  }
  return secret;
}
