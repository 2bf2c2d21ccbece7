/*
 * What it costs to open a thread, to go to a day of it and to scroll through it:
 *
 *     thread-frames DATA FIRST LAST
 *
 * prints one JSON object. The lead of row 1 has the long thread, with messages from FIRST to LAST,
 * ms; those of the next rows have short
 * ones.
 */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/inbox/ante-thread-list.h"
#include "app/inbox/ante-thread-view.h"
#include "app/shared/ante-anchored-view.h"
#include "tests/bench/frames.h"

#define LONG_LEAD 1
#define N_LEADS 200
#define N_OPENED 100
#define N_LONG_OPENED 50
#define N_JUMPS 50
#define N_FRAMES 600
#define STEP 90 /* pixels a frame: a quick hand */
#define REST_MS 30

typedef struct {
  GtkWindow *window;
  AnteThreadView *view;
  GtkWidget *rows;
  GtkAdjustment *place;
  GdkFrameClock *clock;
} Bench;

/* --- shown ---------------------------------------------------------------------------------- */

/* Over when a frame has shown other rows than those that stood there. */
typedef struct {
  Bench *bench;
  GtkWidget *before;
  gboolean over;
} Wait;

static void
painted_cb (GdkFrameClock *clock, Wait *wait)
{
  GtkWidget *first = gtk_widget_get_first_child (wait->bench->rows);

  wait->over = first != NULL && first != wait->before && gtk_widget_get_height (first) > 0;
}

static double
wait_for_rows (Bench *bench, GtkWidget *before, gint64 began)
{
  Wait wait = { bench, before, FALSE };
  gulong handler = g_signal_connect (bench->clock, "after-paint", G_CALLBACK (painted_cb), &wait);

  frames_iterate_until (&wait.over);
  g_signal_handler_disconnect (bench->clock, handler);
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static double
open_thread (Bench *bench, gint64 lead)
{
  gint64 began = g_get_monotonic_time ();

  ante_thread_view_set_lead (bench->view, lead);
  return wait_for_rows (bench, NULL, began);
}

/* --- opening -------------------------------------------------------------------------------- */

static void
measure_opening (Bench *bench)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_OPENED; i++) {
    double cost = 0;

    frames_settle (REST_MS);
    cost = open_thread (bench, 2 + i % N_LEADS);
    g_array_append_val (costs, cost);
  }
  frames_print_costs ("open", costs);
}

static void
measure_long (Bench *bench)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_LONG_OPENED; i++) {
    double cost = 0;

    open_thread (bench, 2 + i % N_LEADS);
    frames_settle (REST_MS);
    cost = open_thread (bench, LONG_LEAD);
    g_array_append_val (costs, cost);
    frames_settle (REST_MS);
  }
  frames_print_costs ("open_long", costs);
}

/* One after another, as fast as they are shown. */
static void
measure_switching (Bench *bench)
{
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < N_LEADS; i++)
    open_thread (bench, 2 + i);
  printf ("\"threads_a_second\": %.1f, ",
          N_LEADS / ((double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC));
}

/* --- within the long one -------------------------------------------------------------------- */

static void
measure_jumps (Bench *bench, gint64 first_at, gint64 last_at)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
  GRand *rand = g_rand_new_with_seed (1);

  open_thread (bench, LONG_LEAD);
  for (guint i = 0; i < N_JUMPS; i++) {
    gint64 at = first_at + (gint64) (g_rand_double (rand) * (double) (last_at - first_at));
    GtkWidget *before = NULL;
    gint64 began = 0;
    double cost = 0;

    frames_settle (10 * REST_MS); /* more was asked for around it */
    before = gtk_widget_get_first_child (bench->rows);
    began = g_get_monotonic_time ();
    ante_thread_view_show_message (bench->view, "", at, 0, 0);
    cost = wait_for_rows (bench, before, began);
    g_array_append_val (costs, cost);
  }
  frames_print_costs ("jump", costs);
  g_rand_free (rand);
}

typedef struct {
  GArray *costs;
  double last;
  guint left;
} Scroll;

static void
scrolled_cb (GdkFrameClock *clock, Scroll *scroll)
{
  double now = frames_cpu_ms ();
  double cost = now - scroll->last;

  scroll->last = now;
  if (scroll->left == 0)
    return;
  g_array_append_val (scroll->costs, cost);
  scroll->left--;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkAdjustment *place = data;

  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) - STEP);
  return G_SOURCE_CONTINUE;
}

/* From the newest message up. */
static void
measure_scroll (Bench *bench)
{
  Scroll scroll = { g_array_new (FALSE, FALSE, sizeof (double)), 0, N_FRAMES };
  gulong handler = 0;
  guint tick = 0;

  open_thread (bench, 2);
  open_thread (bench, LONG_LEAD);
  frames_settle (300);
  handler = g_signal_connect (bench->clock, "after-paint", G_CALLBACK (scrolled_cb), &scroll);
  scroll.last = frames_cpu_ms ();
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, bench->place, NULL);
  while (scroll.left > 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->window), tick);
  g_signal_handler_disconnect (bench->clock, handler);
  frames_print_costs ("scroll", scroll.costs);
  g_array_unref (scroll.costs);
}

static void
begin (Bench *bench, AnteWorkspace *workspace)
{
  GtkWidget *list = NULL;

  bench->view = ANTE_THREAD_VIEW (ante_thread_view_new ());
  bench->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (bench->window, 700, 800);
  adw_window_set_content (ADW_WINDOW (bench->window), GTK_WIDGET (bench->view));
  ante_thread_view_set_workspace (bench->view, workspace);
  gtk_window_present (bench->window);
  list = frames_find (GTK_WIDGET (bench->view), ANTE_TYPE_THREAD_LIST);
  bench->rows = frames_find (frames_find (list, ADW_TYPE_CLAMP), GTK_TYPE_BOX);
  g_object_get (frames_find (list, ANTE_TYPE_ANCHORED_VIEW), "vadjustment", &bench->place, NULL);
  g_object_unref (bench->place); /* the scrolled window keeps it */
  bench->clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  frames_settle (600);
}

int
main (int argc, char **argv)
{
  g_autoptr (AnteWorkspace) workspace = NULL;
  Bench bench = { 0 };

  if (argc != 4)
    return 2;
  adw_init ();
  workspace = frames_open_workspace (argv[1]);
  begin (&bench, workspace);
  printf ("{");
  measure_opening (&bench);
  measure_long (&bench);
  measure_jumps (&bench, g_ascii_strtoll (argv[2], NULL, 10), g_ascii_strtoll (argv[3], NULL, 10));
  measure_scroll (&bench);
  measure_switching (&bench);
  printf ("\"leads\": %d}\n", N_LEADS);
  gtk_window_destroy (bench.window);
  ante_workspace_close (workspace);
  return 0;
}
