/*
 * What a frame of the board costs, beside a bare list of as many labels in the same window:
 *
 *     board-frames DATA
 *
 * prints one JSON object. A frame's cost is the processor time that the main thread spends from one
 * painted frame to the next, so that a busy machine does not change it.
 */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#include "app/board/ante-board-column.h"
#include "app/board/ante-board-page.h"
#include "app/board/ante-filter-bar.h"
#include "tests/bench/frames.h"

#define N_FRAMES 600
#define STEP 90 /* pixels a frame: a quick hand */
#define N_DROPS 200
#define REST_MS 150 /* a hand lets go of no card before the last one has come to rest */
#define SETTLE_MS 600

typedef struct {
  GtkWindow *window;
  GtkAdjustment *adjustment;
  GArray *costs; /* of double, ms */
  double last;
  guint left;
  guint blank;
  GtkWidget *page;
} Scroll;

/* --- what stands on the screen --- */

typedef struct {
  guint shown; /* with their words */
  guint blank;
  guint alive;
} Cards;

static void
count_cards (GtkWidget *root, GtkWidget *window, Cards *cards)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    graphene_rect_t bounds;

    if (!ANTE_IS_LEAD_CARD (child)) {
      count_cards (child, window, cards);
      continue;
    }
    cards->alive++;
    if (!gtk_widget_get_mapped (child) || !gtk_widget_compute_bounds (child, window, &bounds) ||
        bounds.origin.y + bounds.size.height < 0 ||
        bounds.origin.y > gtk_widget_get_height (window) || bounds.origin.x < 0 ||
        bounds.origin.x > gtk_widget_get_width (window))
      continue;
    if (ante_lead_card_get_lead (ANTE_LEAD_CARD (child)) != NULL)
      cards->shown++;
    else
      cards->blank++;
  }
}

static Cards
look (GtkWidget *page, GtkWindow *window)
{
  Cards cards = { 0 };

  count_cards (page, GTK_WIDGET (window), &cards);
  return cards;
}

/* --- scrolling --- */

static void
painted_cb (GdkFrameClock *clock, Scroll *scroll)
{
  double now = frames_cpu_ms ();
  double cost = now - scroll->last;

  scroll->last = now;
  if (scroll->left == 0)
    return;
  g_array_append_val (scroll->costs, cost);
  if (scroll->page != NULL && look (scroll->page, scroll->window).blank > 0)
    scroll->blank++;
  scroll->last = frames_cpu_ms (); /* looking is not its cost */
  scroll->left--;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;

  gtk_adjustment_set_value (scroll->adjustment,
                            gtk_adjustment_get_value (scroll->adjustment) + STEP);
  return G_SOURCE_CONTINUE;
}

static guint
measure_scroll (const char *name, GtkWindow *window, GtkAdjustment *adjustment, GtkWidget *page)
{
  Scroll scroll = { .window = window, .adjustment = adjustment, .left = N_FRAMES, .page = page };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &scroll);
  guint tick = 0;

  scroll.costs = g_array_new (FALSE, FALSE, sizeof (double));
  scroll.last = frames_cpu_ms ();
  gtk_adjustment_set_value (adjustment, 0);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &scroll, NULL);
  while (scroll.left > 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
  g_signal_handler_disconnect (clock, handler);
  frames_print_costs (name, scroll.costs);
  g_array_unref (scroll.costs);
  return scroll.blank;
}

/* --- the floor --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
measure_floor (guint n)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = NULL;

  for (guint i = 0; i < n; i++) {
    g_autofree char *word = g_strdup_printf ("Lead number %u", i);

    gtk_string_list_append (words, word);
  }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list =
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (words))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_default_size (window, 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), scroller);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (list) || gtk_widget_get_height (list) == 0)
    g_main_context_iteration (NULL, TRUE);
  measure_scroll ("floor", window,
                  gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), NULL);
  gtk_window_destroy (window);
}

/* --- the board --- */

typedef struct {
  GtkWindow *window;
  GtkWidget *page;
  gboolean done;
} First;

static void
first_painted_cb (GdkFrameClock *clock, First *first)
{
  Cards cards = look (first->page, first->window);

  first->done = cards.shown >= 5 && cards.blank == 0;
}

/* Made by the window beside the place that is shown, as soon as nothing else is to be done; cold is
 * who was quicker. */
static void
prepare_board (First *first, GtkWidget *pages, AnteWorkspace *workspace)
{
  first->page = ante_board_page_new ();
  gtk_stack_add_named (GTK_STACK (pages), first->page, "board");
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (first->page), workspace);
}

static void
show_board (First *first, AnteWorkspace *workspace, gboolean is_prepared)
{
  GtkWidget *pages = gtk_stack_new ();
  gint64 began = 0;
  double cpu_began = 0;

  *first = (First){ .window = GTK_WINDOW (adw_window_new ()) };
  gtk_stack_add_named (GTK_STACK (pages), gtk_label_new ("Inbox"), "inbox");
  gtk_window_set_default_size (first->window, 1280, 800);
  adw_window_set_content (ADW_WINDOW (first->window), pages);
  gtk_window_present (first->window);
  frames_settle (SETTLE_MS);
  if (is_prepared) {
    prepare_board (first, pages, workspace);
    frames_settle (SETTLE_MS);
  }

  began = g_get_monotonic_time ();
  cpu_began = frames_cpu_ms ();
  if (!is_prepared)
    prepare_board (first, pages, workspace);
  gtk_stack_set_visible_child (GTK_STACK (pages), first->page);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (first->window)), "after-paint",
                    G_CALLBACK (first_painted_cb), first);
  frames_iterate_until (&first->done);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (first->window)),
                                        first);
  printf ("\"%s\": {\"wall\": %.1f, \"cpu\": %.1f}, ", is_prepared ? "first_frame" : "first_cold",
          (double) (g_get_monotonic_time () - began) / 1000, frames_cpu_ms () - cpu_began);
}

static GtkAdjustment *
get_vadjustment (GtkWidget *page)
{
  GtkAdjustment *adjustment = NULL;

  g_object_get (frames_find (page, ANTE_TYPE_CARD_COLUMN), "vadjustment", &adjustment, NULL);
  g_object_unref (adjustment); /* the scrolled window keeps it */
  return adjustment;
}

/* --- dropping --- */

/* Over when the store has the move and a frame has shown the card where it was let go: in either
 * order, for the board does not wait for the store. */
typedef struct {
  AnteLeadModel *to;
  gint64 lead;
  gboolean saved;
  gboolean painted;
  gboolean over;
} Drop;

static void
saved_cb (AnteStore *store, guint topics, GArray *leads, Drop *drop)
{
  drop->saved = TRUE;
  drop->over = drop->painted;
}

static void
drop_painted_cb (GdkFrameClock *clock, Drop *drop)
{
  if (ante_lead_model_get_id (drop->to, 1) == drop->lead)
    drop->painted = TRUE;
  drop->over = drop->saved && drop->painted;
}

static void
measure_drops (First *first, AnteWorkspace *workspace)
{
  AnteBoardColumn *from = ANTE_BOARD_COLUMN (frames_find (first->page, ANTE_TYPE_BOARD_COLUMN));
  AnteBoardColumn *to = ANTE_BOARD_COLUMN (gtk_widget_get_next_sibling (GTK_WIDGET (from)));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (first->window));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_adjustment_set_value (get_vadjustment (first->page), 0);
  for (guint i = 0; i < N_DROPS; i++) {
    Drop drop = { .to = ante_board_column_get_model (to),
                  .lead = ante_lead_model_get_id (ante_board_column_get_model (from), 0) };
    g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
    gint64 before = ante_lead_model_get_id (drop.to, 1);
    gint64 began = 0;
    double cost = 0;

    g_array_append_val (leads, drop.lead);
    g_signal_connect (ante_workspace_get_store (workspace), "changed", G_CALLBACK (saved_cb),
                      &drop);
    g_signal_connect (clock, "after-paint", G_CALLBACK (drop_painted_cb), &drop);
    frames_settle (REST_MS);
    began = g_get_monotonic_time ();
    g_signal_emit_by_name (ante_board_column_get_cards (to), "dropped", leads, before);
    frames_iterate_until (&drop.over);
    cost = (double) (g_get_monotonic_time () - began) / 1000;
    g_array_append_val (costs, cost);
    g_signal_handlers_disconnect_by_data (ante_workspace_get_store (workspace), &drop);
    g_signal_handlers_disconnect_by_data (clock, &drop);
  }
  frames_print_costs ("drop", costs);
}

/* --- filtering --- */

/* Over when each column has its list and a frame has shown them. */
typedef struct {
  GdkFrameClock *clock;
  guint n_waiting;
  gboolean over;
} Filtering;

static void
listed_cb (AnteLeadModel *model, Filtering *filtering)
{
  g_signal_handlers_disconnect_by_func (model, listed_cb, filtering);
  filtering->n_waiting--;
  /* Where nothing is left and nothing was, nothing is painted. */
  gdk_frame_clock_request_phase (filtering->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static void
filter_painted_cb (GdkFrameClock *clock, Filtering *filtering)
{
  filtering->over = filtering->n_waiting == 0;
}

/* @letter NULL: takes the last one back. */
static double
type_letter (GtkWidget *page, GtkEditable *entry, const char *letter)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  GtkWidget *first = frames_find (page, ANTE_TYPE_BOARD_COLUMN);
  Filtering filtering = { .clock = clock };
  int at = (int) strlen (gtk_editable_get_text (entry));
  gint64 began = 0;

  frames_settle (REST_MS);
  for (GtkWidget *column = first; column != NULL; column = gtk_widget_get_next_sibling (column)) {
    g_signal_connect (ante_board_column_get_model (ANTE_BOARD_COLUMN (column)), "listed",
                      G_CALLBACK (listed_cb), &filtering);
    filtering.n_waiting++;
  }
  g_signal_connect (clock, "after-paint", G_CALLBACK (filter_painted_cb), &filtering);
  began = g_get_monotonic_time ();
  if (letter != NULL)
    gtk_editable_insert_text (entry, letter, 1, &at);
  else
    gtk_editable_delete_text (entry, at - 1, at);
  frames_iterate_until (&filtering.over);
  began = g_get_monotonic_time () - began;
  g_signal_handlers_disconnect_by_data (clock, &filtering);
  return (double) began / 1000;
}

/* Names and words of the data, letter by letter, and taken back as they came. */
static void
measure_filter (GtkWidget *page)
{
  static const char *const words[] = { "maria", "coaching", "anna-k", "price", "zz" };
  GtkEditable *entry =
    GTK_EDITABLE (frames_find (frames_find (page, ANTE_TYPE_FILTER_BAR), GTK_TYPE_TEXT));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    for (gsize n = 0; n < 2 * length; n++) {
      double cost = type_letter (page, entry, n < length ? words[i] + n : NULL);

      g_array_append_val (costs, cost);
    }
  }
  frames_print_costs ("filter", costs);
}

int
main (int argc, char **argv)
{
  g_autoptr (AnteWorkspace) workspace = NULL;
  First first = { 0 };
  guint blank = 0;
  guint n = 0;

  if (argc != 2)
    return 2;
  adw_init ();
  workspace = frames_open_workspace (argv[1]);

  printf ("{");
  show_board (&first, workspace, FALSE);
  gtk_window_destroy (first.window);
  show_board (&first, workspace, TRUE);
  blank = measure_scroll ("scroll", first.window, get_vadjustment (first.page), first.page);
  printf ("\"blank_frames\": %u, \"widgets\": %u, ", blank, look (first.page, first.window).alive);
  n = g_list_model_get_n_items (G_LIST_MODEL (ante_board_column_get_model (
    ANTE_BOARD_COLUMN (frames_find (first.page, ANTE_TYPE_BOARD_COLUMN)))));
  measure_drops (&first, workspace);
  measure_filter (first.page);
  gtk_window_destroy (first.window);
  measure_floor (n);
  printf ("\"cards\": %u}\n", n);
  ante_workspace_close (workspace);
  return 0;
}
