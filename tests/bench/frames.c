#include "config.h"

#include "tests/bench/frames.h"

#include <stdio.h>
#include <time.h>

double
frames_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

void
frames_iterate_until (gboolean *done)
{
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (!*done && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  if (!*done)
    g_error ("timed out");
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double d = *(const double *) a - *(const double *) b;

  return (d > 0) - (d < 0);
}

static double
quantile (GArray *values, double q)
{
  g_array_sort (values, compare);
  return g_array_index (values, double, MIN (values->len - 1, (guint) (q * values->len)));
}

void
frames_print_costs (const char *name, GArray *costs)
{
  printf ("\"%s\": {\"median\": %.2f, \"p99\": %.2f, \"worst\": %.2f}, ", name,
          quantile (costs, 0.5), quantile (costs, 0.99), quantile (costs, 1));
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_workspace_open_finish (ANTE_WORKSPACE (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

GtkWidget *
frames_find (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : frames_find (child, type);
  return found;
}

static gboolean
settled_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
frames_settle (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, settled_cb, &done);
  frames_iterate_until (&done);
}

AnteWorkspace *
frames_open_workspace (const char *data)
{
  AnteWorkspace *workspace = ante_workspace_new (data, ANTE_STORE_OWNER);
  gboolean opened = FALSE;

  ante_workspace_open_async (workspace, FALSE, NULL, open_cb, &opened);
  frames_iterate_until (&opened);
  return workspace;
}
