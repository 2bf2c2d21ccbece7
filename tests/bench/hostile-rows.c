/*
 * What a message costs that was written to hurt: to be made, measured and painted.
 *
 *     hostile-rows
 *
 * prints one JSON object, beside what a short message costs.
 */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "app/inbox/ante-message-row.h"
#include "tests/bench/frames.h"

#define N_TIMES 30
#define REST_MS 20
#define MEGABYTE (1024 * 1024)
#define N_LINES 100000
#define N_MARKS 5000

typedef struct {
  GtkWidget *row;
  gboolean over;
} Wait;

static void
painted_cb (GdkFrameClock *clock, Wait *wait)
{
  wait->over = wait->row != NULL && gtk_widget_get_height (wait->row) > 0;
}

static void
measure (GtkWindow *window, const char *name, const char *text)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_TIMES; i++) {
    g_autoptr (AnteMessage) message = ante_message_new ();
    Wait wait = { 0 };
    gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &wait);
    double cost = 0;

    message->mid = g_strdup ("m1");
    message->author = g_strdup ("lead");
    message->text = g_strdup (text);
    gtk_window_set_child (window, NULL);
    frames_settle (REST_MS);
    cost = frames_cpu_ms ();
    wait.row = ante_message_row_new (message, NULL, NULL, "Zoe");
    gtk_window_set_child (window, wait.row);
    frames_iterate_until (&wait.over);
    cost = frames_cpu_ms () - cost;
    g_array_append_val (costs, cost);
    g_signal_handler_disconnect (clock, handler);
  }
  frames_print_costs (name, costs);
}

static char *
repeat (const char *unit, gsize n)
{
  GString *text = g_string_sized_new (n * strlen (unit));

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

int
main (int argc, char **argv)
{
  GtkWindow *window = NULL;
  g_autofree char *word = repeat ("x", MEGABYTE);
  g_autofree char *marks = repeat ("e\xcc\x81\xcc\x82\xcc\x83", N_MARKS);
  g_autofree char *lines = repeat ("a\n", N_LINES);
  g_autofree char *turned = repeat ("\xe2\x80\xae" "ab" "\xe2\x81\xa6", N_MARKS);

  adw_init ();
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 600, 700);
  gtk_window_present (window);
  frames_settle (300);
  printf ("{");
  measure (window, "short", "What does coaching cost?");
  measure (window, "word", word);
  measure (window, "marks", marks);
  measure (window, "lines", lines);
  measure (window, "turned", turned);
  printf ("\"times\": %d}\n", N_TIMES);
  gtk_window_destroy (window);
  return 0;
}
