#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "app/ante-application.h"

/* Software GL costs a second at the start and draws a window like ours no faster than cairo does.
 */
static gboolean
has_gpu (void)
{
  for (int node = 128; node < 136; node++) {
    g_autofree char *path = g_strdup_printf ("/dev/dri/renderD%d", node);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return TRUE;
  }
  return FALSE;
}

static void
choose_renderer (void)
{
  if (has_gpu () || g_getenv ("GSK_RENDERER") != NULL)
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (AnteApplication) application = NULL;

  /* Conversations and tokens are in our memory and files: for nobody else's eyes. */
  umask (077);
  prctl (PR_SET_DUMPABLE, 0);
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  choose_renderer ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ANTE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ante_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
