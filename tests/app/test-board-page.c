#include "config.h"

#include <adwaita.h>

#include "app/board/ante-board-column.h"
#include "app/board/ante-board-page.h"
#include "engine/ante-workspace.h"
#include "store-fixture.h"
#include "widgets.h"

#define N_LEADS 12

typedef struct {
  Fixture base; /* its store is the workspace's */
  AnteWorkspace *workspace;
  GtkWidget *page;
  GtkWindow *window;
} Desk;

static AnteThread *
make_person (guint n, gint64 now)
{
  g_autofree char *igsid = g_strdup_printf ("%u", n);
  AnteThread *thread =
    make_thread (igsid, make_message (igsid, "lead", now - n * MINUTE, "hello"), NULL);

  g_free (thread->username);
  thread->username = g_strdup_printf (n % 4 == 0 ? "anna_%u" : "bert_%u", n);
  return thread;
}

static void
fill (Desk *desk)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  gint64 now = ante_workspace_now (desk->workspace);
  AnteIngest ingest = { .threads = threads, .now = now };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LEADS; i++)
    g_ptr_array_add (threads, make_person (i, now));
  TEST_CALL (desk->base.result, ante_store_ingest_async, desk->base.store, &ingest, NULL);
  ante_store_ingest_finish (desk->base.store, desk->base.result, NULL, &error);
  g_assert_no_error (error);
}

/* Depth first: the first widget of @type under @root for which @name is NULL or its label. */
static GtkWidget *
find_widget (GtkWidget *root, GType type, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = NULL;

    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
        (label == NULL || (GTK_IS_BUTTON (child) &&
                           g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)))
      return child;
    found = find_widget (child, type, label);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static AnteBoardColumn *
nth_column (Desk *desk, guint n)
{
  GtkWidget *column = find_widget (desk->page, ANTE_TYPE_BOARD_COLUMN, NULL);

  for (guint i = 0; column != NULL && i < n; i++)
    column = gtk_widget_get_next_sibling (column);
  return column != NULL ? ANTE_BOARD_COLUMN (column) : NULL;
}

static guint
count_cards (Desk *desk, guint column)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (ante_board_column_get_model (nth_column (desk, column))));
}

static gint64
nth_lead (Desk *desk, guint column, guint position)
{
  return ante_lead_model_get_id (ante_board_column_get_model (nth_column (desk, column)), position);
}

static gint64
get_focused (Desk *desk, guint column)
{
  return ante_card_column_get_focused (ante_board_column_get_cards (nth_column (desk, column)));
}

static void
focus_card (Desk *desk, guint column, gint64 lead)
{
  ante_card_column_focus_lead (ante_board_column_get_cards (nth_column (desk, column)), lead);
  test_wait_until (get_focused (desk, column) == lead);
}

static GtkWidget *
get_filter (Desk *desk)
{
  return find_widget (desk->page, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
type_filter (Desk *desk, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_filter (desk)), words);
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk->base.dir = test_make_dir ();
  desk->workspace = ante_workspace_new (desk->base.dir, ANTE_STORE_OWNER);
  TEST_CALL (desk->base.result, ante_workspace_open_async, desk->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (desk->workspace, desk->base.result, &error));
  desk->base.store = ante_workspace_get_store (desk->workspace);
  fill (desk);

  desk->page = ante_board_page_new ();
  desk->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk->window, 900, 700);
  adw_window_set_content (ADW_WINDOW (desk->window), desk->page);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (desk->page), desk->workspace);
  gtk_window_present (desk->window);
  test_wait_until (nth_column (desk, 8) != NULL && count_cards (desk, 0) == N_LEADS);
  test_wait_until (test_shows_text (desk->page, "anna_0"));
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (desk->window);
  ante_workspace_close (desk->workspace);
  g_clear_object (&desk->base.result);
  g_clear_object (&desk->workspace);
  test_remove_dir (desk->base.dir);
  g_free (desk->base.dir);
}

static void
test_column_says_how_old_its_oldest_card_is (Desk *desk, gconstpointer data)
{
  gint64 before = ante_workspace_now (desk->workspace) - 3 * 24 * 60 * MINUTE - MINUTE;
  GtkAccessible *column = GTK_ACCESSIBLE (nth_column (desk, 0));

  g_assert_true (test_shows_text (desk->page, "oldest today"));
  fixture_ingest (&desk->base,
                  make_thread ("old", make_message ("old", "lead", before, "hello"), NULL), before);
  test_wait_until (test_shows_text (GTK_WIDGET (column), "oldest 3 d"));
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New inbound, oldest card here for 3 days");
  g_assert_false (test_shows_text (GTK_WIDGET (nth_column (desk, 1)), "oldest"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (nth_column (desk, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Active conversation");
}

static void
test_filter_counts_what_it_shows (Desk *desk, gconstpointer data)
{
  type_filter (desk, "anna");
  test_wait_until (test_shows_text (desk->page, "3 of 12"));
  type_filter (desk, "");
  test_wait_until (test_shows_text (desk->page, "12") && !test_shows_text (desk->page, "3 of 12"));
}

static void
test_filter_without_a_match_says_so (Desk *desk, gconstpointer data)
{
  type_filter (desk, "<b>nobody");
  test_wait_until (test_shows_text (desk->page, "<b>nobody"));
  test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (nth_column (desk, 0))));

  g_signal_emit_by_name (find_widget (desk->page, GTK_TYPE_BUTTON, "Clear Filter"), "clicked");
  test_wait_until (test_shows_text (desk->page, "anna_0"));
  test_wait_until (!test_shows_text (desk->page, "nobody"));
}

static void
test_filter_gives_the_keyboard_back_to_its_card (Desk *desk, gconstpointer data)
{
  gint64 lead = nth_lead (desk, 0, 5);

  focus_card (desk, 0, lead);
  ante_board_page_focus_filter (ANTE_BOARD_PAGE (desk->page));
  test_wait_until (get_focused (desk, 0) == 0);
  g_signal_emit_by_name (get_filter (desk), "stop-search");
  test_wait_until (get_focused (desk, 0) == lead);

  ante_board_page_focus_filter (ANTE_BOARD_PAGE (desk->page));
  type_filter (desk, "anna");
  test_wait_until (count_cards (desk, 0) == 3);
  g_assert_cmpuint (ante_lead_model_find (ante_board_column_get_model (nth_column (desk, 0)), lead),
                    ==, G_MAXUINT);
  g_signal_emit_by_name (get_filter (desk), "stop-search");
  test_wait_until (count_cards (desk, 0) == N_LEADS);
  test_wait_until (get_focused (desk, 0) == lead);
}

static GtkWidget *
get_scroller (Desk *desk)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (nth_column (desk, 0)), GTK_TYPE_SCROLLED_WINDOW);
}

static GtkAdjustment *
get_sideways (Desk *desk)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (get_scroller (desk)));
}

static void
drop (Desk *desk, guint column, gint64 lead)
{
  g_signal_emit_by_name (ante_board_column_get_cards (nth_column (desk, column)), "dropped", lead,
                         (gint64) 0);
  test_wait_until (get_focused (desk, column) == lead);
}

/* Whether the view begins with a whole column, and holds column @n whole. */
static gboolean
shows_whole (Desk *desk, guint n)
{
  GtkWidget *scroller = get_scroller (desk);
  gboolean begins = FALSE;
  graphene_rect_t bounds;

  for (guint i = 0; i < 9; i++) {
    g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (nth_column (desk, i)), scroller, &bounds));
    begins =
      begins || ABS ((gtk_widget_get_direction (scroller) == GTK_TEXT_DIR_RTL
                        ? gtk_widget_get_width (scroller) - bounds.origin.x - bounds.size.width
                        : bounds.origin.x) -
                     12) < 1;
  }
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (nth_column (desk, n)), scroller, &bounds));
  return begins && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (scroller);
}

static void
test_move_scrolls_by_whole_columns (Desk *desk, gconstpointer data)
{
  gint64 lead = nth_lead (desk, 0, 0);

  gtk_widget_set_margin_end (desk->page, 220);
  test_wait_until (gtk_widget_get_width (get_scroller (desk)) < 690);
  for (guint column = 1; column < 10; column++) {
    drop (desk, column, lead);
    test_wait_until (shows_whole (desk, column));
  }
  for (guint column = 9; column > 0; column--) {
    drop (desk, column - 1, lead);
    test_wait_until (shows_whole (desk, column - 1));
  }
}

static void
test_move_scrolls_by_whole_columns_from_the_right (Desk *desk, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_move_scrolls_by_whole_columns (desk, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_board_stays_where_it_was_scrolled_by_hand (Desk *desk, gconstpointer data)
{
  gint64 lead = nth_lead (desk, 0, 0);

  drop (desk, 1, lead);
  gtk_adjustment_set_value (get_sideways (desk), 100);
  g_signal_emit_by_name (ante_board_column_get_cards (nth_column (desk, 2)), "dropped",
                         nth_lead (desk, 0, 0), (gint64) 0);
  test_wait_until (count_cards (desk, 2) == 1 && count_cards (desk, 0) == N_LEADS - 2);
  focus_card (desk, 2, nth_lead (desk, 2, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_sideways (desk)), ==, 100);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller; /* the widget keeps it */
  }
  g_assert_not_reached ();
}

static void
test_card_held_near_an_edge_scrolls_sideways (Desk *desk, gconstpointer data)
{
  GtkEventController *held = find_controller (get_scroller (desk), GTK_TYPE_DROP_CONTROLLER_MOTION);
  GtkAdjustment *sideways = get_sideways (desk);
  double stopped = 0;

  g_signal_emit_by_name (held, "motion", 890.0, 300.0);
  test_wait_until (gtk_adjustment_get_value (sideways) > 100);
  g_signal_emit_by_name (held, "motion", 450.0, 300.0);
  stopped = gtk_adjustment_get_value (sideways);
  g_signal_emit_by_name (held, "motion", 10.0, 300.0);
  test_wait_until (gtk_adjustment_get_value (sideways) < stopped);
  g_signal_emit_by_name (held, "motion", 890.0, 300.0);
  g_signal_emit_by_name (held, "leave");
  stopped = gtk_adjustment_get_value (sideways);
  focus_card (desk, 0, nth_lead (desk, 0, 3)); /* for as long as that takes */
}

/* A screen reader reads the line when it changes. */
static gboolean
announces (Desk *desk, const char *words)
{
  GtkWidget *status =
    GTK_WIDGET (gtk_widget_get_template_child (desk->page, ANTE_TYPE_BOARD_PAGE, "status"));

  return strstr (gtk_label_get_text (GTK_LABEL (status)), words) != NULL;
}

/* From the widget that has the focus on upwards, as a key goes. */
static void
press_key (Desk *desk, guint keyval, GdkModifierType state)
{
  gboolean handled = FALSE;

  for (GtkWidget *widget = gtk_window_get_focus (desk->window); widget != NULL && !handled;
       widget = gtk_widget_get_parent (widget)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

    for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  }
  g_assert_true (handled);
}

static void
test_move_to_another_column_is_announced (Desk *desk, gconstpointer data)
{
  gint64 lead = nth_lead (desk, 0, 0);

  g_signal_emit_by_name (ante_board_column_get_cards (nth_column (desk, 2)), "dropped", lead,
                         (gint64) 0);
  g_assert_true (announces (desk, "anna_0"));
  g_assert_true (announces (desk, "Qualifying"));
  g_assert_true (announces (desk, "1 of 1"));
}

/* The card has been read under its new column only a moment later. */
static void
test_keys_act_on_a_card_that_was_moved_just_now (Desk *desk, gconstpointer data)
{
  gint64 lead = nth_lead (desk, 0, 0);
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = 0;

  focus_card (desk, 0, lead);
  before = g_list_model_get_n_items (windows);
  press_key (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (get_focused (desk, 1) == lead);
  press_key (desk, GDK_KEY_f, 0);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board-page/move-is-announced", test_move_to_another_column_is_announced);
  ADD ("/board-page/keys-after-a-move", test_keys_act_on_a_card_that_was_moved_just_now);
  ADD ("/board-page/column-says-how-old-its-oldest-card-is",
       test_column_says_how_old_its_oldest_card_is);
  ADD ("/board-page/filter-counts-what-it-shows", test_filter_counts_what_it_shows);
  ADD ("/board-page/filter-without-a-match-says-so", test_filter_without_a_match_says_so);
  ADD ("/board-page/filter-gives-the-keyboard-back-to-its-card",
       test_filter_gives_the_keyboard_back_to_its_card);
  ADD ("/board-page/move-scrolls-by-whole-columns", test_move_scrolls_by_whole_columns);
  ADD ("/board-page/move-scrolls-by-whole-columns-from-the-right",
       test_move_scrolls_by_whole_columns_from_the_right);
  ADD ("/board-page/stays-where-it-was-scrolled-by-hand",
       test_board_stays_where_it_was_scrolled_by_hand);
  ADD ("/board-page/card-held-near-an-edge-scrolls-sideways",
       test_card_held_near_an_edge_scrolls_sideways);
  return g_test_run ();
}
