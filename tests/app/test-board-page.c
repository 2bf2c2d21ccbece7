#include "config.h"

#include <adwaita.h>

#include "app/board/ante-board-page-private.h"
#include "app/board/ante-column-head.h"
#include "app/shared/ante-gate-dialog.h"
#include "board-desk.h"

static void
test_column_says_how_old_its_oldest_card_is (Desk *desk, gconstpointer data)
{
  gint64 before = ante_workspace_now (desk->workspace) - 3 * 24 * 60 * MINUTE - MINUTE;
  GtkAccessible *column = GTK_ACCESSIBLE (desk_column (desk, 0));

  g_assert_true (test_shows_text (desk->page, "oldest today"));
  fixture_ingest (&desk->base,
                  make_thread ("old", make_message ("old", "lead", before, "hello"), NULL), before);
  test_wait_until (test_shows_text (GTK_WIDGET (column), "oldest 3 d"));
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New inbound, oldest card here for 3 days");
  g_assert_false (test_shows_text (GTK_WIDGET (desk_column (desk, 1)), "oldest"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk_column (desk, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Active conversation");
}

static void
test_filter_counts_what_it_shows (Desk *desk, gconstpointer data)
{
  desk_type_filter (desk, "anna");
  test_wait_until (test_shows_text (desk->page, "3 of 12"));
  desk_type_filter (desk, "");
  test_wait_until (test_shows_text (desk->page, "12") && !test_shows_text (desk->page, "3 of 12"));
}

static void
test_filter_without_a_match_says_so (Desk *desk, gconstpointer data)
{
  desk_type_filter (desk, "<b>nobody");
  test_wait_until (test_shows_text (desk->page, "<b>nobody"));
  test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (desk_column (desk, 0))));

  g_signal_emit_by_name (desk_find_widget (desk->page, GTK_TYPE_BUTTON, "Clear Filter"), "clicked");
  test_wait_until (test_shows_text (desk->page, "anna_0"));
  test_wait_until (!test_shows_text (desk->page, "nobody"));
}

static void
test_filter_gives_the_keyboard_back_to_its_card (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 5);

  desk_focus (desk, 0, lead);
  ante_board_page_focus_filter (ANTE_BOARD_PAGE (desk->page));
  test_wait_until (desk_focused (desk, 0) == 0);
  g_signal_emit_by_name (desk_filter (desk), "stop-search");
  test_wait_until (desk_focused (desk, 0) == lead);

  ante_board_page_focus_filter (ANTE_BOARD_PAGE (desk->page));
  desk_type_filter (desk, "anna");
  test_wait_until (desk_count (desk, 0) == 3);
  g_assert_cmpuint (
    ante_lead_model_find (ante_board_column_get_model (desk_column (desk, 0)), lead), ==,
    G_MAXUINT);
  g_signal_emit_by_name (desk_filter (desk), "stop-search");
  test_wait_until (desk_count (desk, 0) == N_LEADS);
  test_wait_until (desk_focused (desk, 0) == lead);
}

/* Single keys work wherever no text is written. */
static void
test_slash_goes_to_the_filter_from_a_button_too (Desk *desk, gconstpointer data)
{
  GtkWidget *head = desk_find_widget (desk->page, ANTE_TYPE_COLUMN_HEAD, NULL);

  ante_column_head_focus (ANTE_COLUMN_HEAD (head));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (desk->window), head));
  desk_press (desk, GDK_KEY_slash, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (desk->window), desk_filter (desk)));
}

/* Enter in the filter goes to the first card that it lets through. */
static void
test_enter_goes_from_the_filter_to_its_first_card (Desk *desk, gconstpointer data)
{
  gtk_widget_grab_focus (desk_filter (desk));
  desk_type_filter (desk, "anna");
  test_wait_until (desk_count (desk, 0) == N_LEADS / 4);
  g_signal_emit_by_name (desk_filter (desk), "activate");
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 0));
  g_assert_cmpuint (desk_count (desk, 0), ==, N_LEADS / 4);
}

/* Whether the view begins with a whole column, and holds column @n whole. */
static gboolean
shows_whole (Desk *desk, guint n)
{
  GtkWidget *scroller = desk_scroller (desk);
  gboolean begins = FALSE;
  graphene_rect_t bounds;

  for (guint i = 0; i < 9; i++) {
    g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (desk_column (desk, i)), scroller, &bounds));
    begins =
      begins || ABS ((gtk_widget_get_direction (scroller) == GTK_TEXT_DIR_RTL
                        ? gtk_widget_get_width (scroller) - bounds.origin.x - bounds.size.width
                        : bounds.origin.x) -
                     12) < 1;
  }
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (desk_column (desk, n)), scroller, &bounds));
  return begins && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (scroller);
}

static GtkWidget *
find_gate (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ANTE_IS_GATE_DIALOG (window) && gtk_widget_get_mapped (window))
      return window;
  }
  return NULL;
}

/* A stage that asks for something is told it. */
static void
answer_gate (void)
{
  GtkWidget *entry = NULL;

  test_wait_until (find_gate () != NULL);
  entry = test_find_widget (find_gate (), "GtkEntry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "as asked");
  g_signal_emit_by_name (entry, "activate");
  test_wait_until (find_gate () == NULL);
}

static void
move_to (Desk *desk, guint column, gint64 lead, gboolean is_asked)
{
  desk_drop (desk, column, lead);
  if (is_asked)
    answer_gate ();
  test_wait_until (desk_focused (desk, column) == lead);
  test_wait_until (shows_whole (desk, column));
}

static void
test_move_scrolls_by_whole_columns (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  gtk_widget_set_margin_end (desk->page, 220);
  test_wait_until (gtk_widget_get_width (desk_scroller (desk)) < 690);
  for (guint column = 1; column < 10; column++)
    move_to (desk, column, lead, column == 5 || column == 8);
  for (guint column = 9; column > 0; column--)
    move_to (desk, column - 1, lead, column - 1 == 8);
}

static void
test_move_scrolls_by_whole_columns_from_the_right (Desk *desk, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_move_scrolls_by_whole_columns (desk, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* While the stage asks, the lead stays where it is. */
static void
test_keyboard_follows_a_card_out_of_a_strip (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  desk_drop (desk, 9, lead);
  test_wait_until (desk_focused (desk, 9) == lead);
  desk_drop (desk, 8, lead);
  test_wait_until (find_gate () != NULL);
  g_assert_cmpuint (desk_count (desk, 8), ==, 0);
  answer_gate ();
  test_wait_until (desk_focused (desk, 8) == lead);
}

static void
test_keyboard_is_on_the_card_when_nothing_was_answered (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  desk_drop (desk, 5, lead);
  test_wait_until (find_gate () != NULL);
  gtk_window_close (GTK_WINDOW (find_gate ()));
  test_wait_until (find_gate () == NULL && desk_focused (desk, 0) == lead);
  g_assert_cmpuint (desk_count (desk, 5), ==, 0);
}

static void
test_strip_keeps_its_lead_in_hand_behind_a_dialog (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);
  GtkWidget *strip = NULL;

  desk_drop (desk, 9, lead);
  test_wait_until (desk_focused (desk, 9) == lead && gtk_window_is_active (desk->window));
  desk_drop (desk, 8, lead);
  test_wait_until (find_gate () != NULL && !gtk_window_is_active (desk->window));
  gtk_window_close (GTK_WINDOW (find_gate ()));
  test_wait_until (find_gate () == NULL);
  g_assert_cmpint (desk_focused (desk, 9), ==, lead);

  /* Who goes away and comes by again has none in hand. */
  strip = gtk_window_get_focus (desk->window);
  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  test_wait_until (desk_focused (desk, 0) != 0);
  gtk_widget_grab_focus (strip);
  g_assert_cmpint (desk_focused (desk, 9), ==, 0);
}

static void
test_board_stays_where_it_was_scrolled_by_hand (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  desk_drop (desk, 1, lead);
  test_wait_until (desk_focused (desk, 1) == lead);
  gtk_adjustment_set_value (desk_sideways (desk), 100);
  desk_drop (desk, 2, desk_lead (desk, 0, 0));
  test_wait_until (desk_count (desk, 2) == 1 && desk_count (desk, 0) == N_LEADS - 2);
  desk_focus (desk, 2, desk_lead (desk, 2, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (desk_sideways (desk)), ==, 100);
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
  GtkEventController *held =
    find_controller (desk_scroller (desk), GTK_TYPE_DROP_CONTROLLER_MOTION);
  GtkAdjustment *sideways = desk_sideways (desk);
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
  desk_focus (desk, 0, desk_lead (desk, 0, 3)); /* for as long as that takes */
}

/* What is scrolled alone leaves the ring where nobody sees it, and Enter opens that card. */
static void
test_ring_goes_as_far_as_the_column_does (Desk *desk, gconstpointer data)
{
  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  desk_press (desk, GDK_KEY_End, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, N_LEADS - 1));
  desk_press (desk, GDK_KEY_Page_Up, 0);
  test_wait_until (desk_focused (desk, 0) != desk_lead (desk, 0, N_LEADS - 1));
  g_assert_true (desk_focused (desk, 0) != desk_lead (desk, 0, 0));
  desk_press (desk, GDK_KEY_Home, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 0));
  desk_press (desk, GDK_KEY_Home, 0);
  desk_press (desk, GDK_KEY_Page_Down, 0);
  test_wait_until (desk_focused (desk, 0) != desk_lead (desk, 0, 0));
  g_assert_true (desk_focused (desk, 0) != desk_lead (desk, 0, 1));
}

static gboolean
is_beside (Desk *desk)
{
  return adw_flap_get_reveal_flap (ANTE_BOARD_PAGE (desk->page)->flap);
}

static void
open_lead (Desk *desk, guint column, gint64 lead)
{
  g_signal_emit_by_name (ante_board_column_get_cards (desk_column (desk, column)), "opened", lead);
  g_assert_true (is_beside (desk));
}

static gboolean
is_open (Desk *desk, gint64 lead)
{
  GtkWidget *cards = GTK_WIDGET (ante_board_column_get_cards (desk_column (desk, 0)));

  for (GtkWidget *card = gtk_widget_get_first_child (cards); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    AnteLeadItem *item =
      ANTE_IS_LEAD_CARD (card) ? ante_lead_card_get_item (ANTE_LEAD_CARD (card)) : NULL;

    if (item != NULL && ante_lead_item_get_id (item) == lead)
      return gtk_widget_has_css_class (card, "open");
  }
  return FALSE;
}

/* The keyboard is in the thread then: something else says which card it is of. */
static void
test_card_of_the_open_thread_is_told_from_the_others (Desk *desk, gconstpointer data)
{
  gint64 first = desk_lead (desk, 0, 0);
  gint64 second = desk_lead (desk, 0, 1);

  g_assert_false (is_open (desk, first));
  open_lead (desk, 0, first);
  g_assert_true (is_open (desk, first));
  open_lead (desk, 0, second);
  g_assert_false (is_open (desk, first));
  g_assert_true (is_open (desk, second));
  desk_press (desk, GDK_KEY_Escape, 0);
  g_assert_false (is_open (desk, second));
}

static void
narrow (Desk *desk, int by)
{
  int before = gtk_widget_get_width (desk->page);

  gtk_widget_set_margin_end (desk->page, by);
  test_wait_until (gtk_widget_get_width (desk->page) != before);
}

/* What is narrow for a moment neither opens a thread nor closes it. */
static void
test_width_neither_opens_nor_closes_the_thread (Desk *desk, gconstpointer data)
{
  narrow (desk, 400);
  narrow (desk, 0);
  g_assert_false (is_beside (desk));
  open_lead (desk, 0, desk_lead (desk, 0, 0));
  narrow (desk, 400);
  g_assert_true (is_beside (desk));
  narrow (desk, 0);
  g_assert_true (is_beside (desk));
}

static void
test_board_is_where_it_was_after_a_thread (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  move_to (desk, 3, lead, FALSE);
  gtk_adjustment_set_value (desk_sideways (desk), 300);
  for (guint i = 0; i < 3; i++) {
    open_lead (desk, 3, lead);
    test_wait_until (shows_whole (desk, 3) && gtk_widget_get_width (desk_scroller (desk)) < 700);
    desk_press (desk, GDK_KEY_Escape, 0);
    g_assert_false (is_beside (desk));
    test_wait_until (gtk_adjustment_get_value (desk_sideways (desk)) == 300);
  }
}

static void
test_move_to_another_column_is_announced (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  desk_drop (desk, 2, lead);
  test_wait_until (desk_announces (desk, "1 of 1"));
  g_assert_true (desk_announces (desk, "anna_0"));
  g_assert_true (desk_announces (desk, "Qualifying"));
}

static void
set_due (Desk *desk, gint64 lead, gint64 due)
{
  g_autofree char *when = g_strdup_printf ("%" G_GINT64_FORMAT, due);

  fixture_change (&desk->base, lead, ANTE_FIELD_NEXT_ACTION, "Ask", NULL);
  fixture_change (&desk->base, lead, ANTE_FIELD_NEXT_DUE, when, NULL);
}

/* Most leads are in the second column, each due an hour after the one before. */
static void
fill_second_column (Desk *desk, guint n)
{
  gint64 leads[N_LEADS];

  for (guint i = 0; i < n; i++)
    leads[i] = desk_lead (desk, 0, i);
  for (guint i = 0; i < n; i++) {
    fixture_change (&desk->base, leads[i], ANTE_FIELD_STAGE, "active", NULL);
    set_due (desk, leads[i], ante_workspace_now (desk->workspace) + (i + 1) * 60 * MINUTE);
  }
  test_wait_until (desk_count (desk, 1) == n && desk_count (desk, 0) == N_LEADS - n);
}

/* What is due last comes last: it is said so, and it can be seen there. */
static void
test_moved_card_is_said_and_seen_where_it_lands (Desk *desk, gconstpointer data)
{
  const guint n = N_LEADS - 2;
  gint64 lead = 0;

  fill_second_column (desk, n);
  lead = desk_lead (desk, 0, 0);
  set_due (desk, lead,
           ante_workspace_now (desk->workspace) + G_GINT64_CONSTANT (90) * 24 * 60 * MINUTE);
  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_announces (desk, "Active conversation, 11 of 11"));
  test_wait_until (desk_focused (desk, 1) == lead);
  test_wait_until (
    ante_card_column_shows_focused (ante_board_column_get_cards (desk_column (desk, 1))));
}

/* A stage that asks, and is content with what it finds, is told of like any other. */
static void
test_move_past_a_gate_is_announced (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  set_due (desk, lead, ante_workspace_now (desk->workspace) + 24 * 60 * MINUTE);
  desk_focus (desk, 0, lead);
  desk_drop (desk, 5, lead);
  test_wait_until (desk_announces (desk, "Booked, 1 of 1"));
}

/* To the card beside, not to the top of a column that may be long. */
static void
test_arrows_keep_to_the_row (Desk *desk, gconstpointer data)
{
  fill_second_column (desk, N_LEADS / 2);
  desk_focus (desk, 0, desk_lead (desk, 0, 2));
  desk_press (desk, GDK_KEY_Right, 0);
  test_wait_until (desk_focused (desk, 1) == desk_lead (desk, 1, 2));
  desk_press (desk, GDK_KEY_Left, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 2));
}

/* Whoever goes by Tab is not held by the cards of a column. */
static void
test_tab_goes_by_columns (Desk *desk, gconstpointer data)
{
  fill_second_column (desk, N_LEADS / 2);
  desk_focus (desk, 0, desk_lead (desk, 0, 1));
  for (guint i = 0; i < 6 && desk_focused (desk, 1) == 0; i++) {
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (desk->window), GTK_DIR_TAB_FORWARD));
    g_assert_cmpint (desk_focused (desk, 0), ==, 0);
  }
  g_assert_cmpint (desk_focused (desk, 1), ==, desk_lead (desk, 1, 0));
}

/* Who comes to a board that shows nobody is where something can be done about it. */
static void
test_keyboard_is_on_what_clears_the_filter (Desk *desk, gconstpointer data)
{
  GtkWidget *clear = NULL;

  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  desk_type_filter (desk, "nobody at all");
  test_wait_until ((clear = desk_find_widget (desk->page, GTK_TYPE_BUTTON, "Clear Filter")) !=
                     NULL &&
                   gtk_widget_get_mapped (clear));
  gtk_window_set_focus (desk->window, NULL);
  ante_board_page_focus (ANTE_BOARD_PAGE (desk->page));
  g_assert_true (gtk_window_get_focus (desk->window) == clear);
}

/* The card has been read under its new column only a moment later. */
static void
test_keys_act_on_a_card_that_was_moved_just_now (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = 0;

  desk_focus (desk, 0, lead);
  before = g_list_model_get_n_items (windows);
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_focused (desk, 1) == lead);
  desk_press (desk, GDK_KEY_f, 0);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
}

/* Where nobody has written yet there is nothing to filter, but something to do. */
static void
test_empty_board_offers_an_account (Desk *desk, gconstpointer data)
{
  g_autofree char *dir = test_make_dir ();
  g_autoptr (AnteWorkspace) empty = ante_workspace_new (dir, ANTE_STORE_OWNER);
  GtkWidget *connect = NULL;

  g_assert_true (gtk_widget_get_mapped (desk_filter (desk)));
  TEST_CALL (desk->base.result, ante_workspace_open_async, empty, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (empty, desk->base.result, NULL));
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (desk->page), empty);
  test_wait_until (test_shows_text (desk->page, "The Board Is Empty"));
  connect = desk_find_widget (desk->page, GTK_TYPE_BUTTON, "Connect an Account");
  g_assert_true (gtk_widget_get_mapped (connect));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (connect)), ==, "win.connect");
  g_assert_false (test_shows_text (desk->page, "Sync Now"));
  g_assert_false (gtk_widget_get_mapped (desk_filter (desk)));

  ante_board_page_set_workspace (ANTE_BOARD_PAGE (desk->page), desk->workspace);
  test_wait_until (gtk_widget_get_mapped (desk_filter (desk)));
  ante_workspace_close (empty);
  test_remove_dir (dir);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board-page/move-is-announced", test_move_to_another_column_is_announced);
  ADD ("/board-page/move-is-said-where-it-lands", test_moved_card_is_said_and_seen_where_it_lands);
  ADD ("/board-page/move-past-a-gate", test_move_past_a_gate_is_announced);
  ADD ("/board-page/arrows-keep-to-the-row", test_arrows_keep_to_the_row);
  ADD ("/board-page/tab-goes-by-columns", test_tab_goes_by_columns);
  ADD ("/board-page/nobody-is-shown", test_keyboard_is_on_what_clears_the_filter);
  ADD ("/board-page/keys-after-a-move", test_keys_act_on_a_card_that_was_moved_just_now);
  ADD ("/board-page/column-says-how-old-its-oldest-card-is",
       test_column_says_how_old_its_oldest_card_is);
  ADD ("/board-page/filter-counts-what-it-shows", test_filter_counts_what_it_shows);
  ADD ("/board-page/filter-without-a-match-says-so", test_filter_without_a_match_says_so);
  ADD ("/board-page/filter-gives-the-keyboard-back-to-its-card",
       test_filter_gives_the_keyboard_back_to_its_card);
  ADD ("/board-page/slash-on-a-button", test_slash_goes_to_the_filter_from_a_button_too);
  ADD ("/board-page/enter-in-the-filter", test_enter_goes_from_the_filter_to_its_first_card);
  ADD ("/board-page/move-scrolls-by-whole-columns", test_move_scrolls_by_whole_columns);
  ADD ("/board-page/move-scrolls-by-whole-columns-from-the-right",
       test_move_scrolls_by_whole_columns_from_the_right);
  ADD ("/board-page/strip-behind-a-dialog", test_strip_keeps_its_lead_in_hand_behind_a_dialog);
  ADD ("/board-page/keyboard-follows-a-card-out-of-a-strip",
       test_keyboard_follows_a_card_out_of_a_strip);
  ADD ("/board-page/keyboard-when-nothing-was-answered",
       test_keyboard_is_on_the_card_when_nothing_was_answered);
  ADD ("/board-page/stays-where-it-was-scrolled-by-hand",
       test_board_stays_where_it_was_scrolled_by_hand);
  ADD ("/board-page/far-keys", test_ring_goes_as_far_as_the_column_does);
  ADD ("/board-page/open-card", test_card_of_the_open_thread_is_told_from_the_others);
  ADD ("/board-page/thread-and-width", test_width_neither_opens_nor_closes_the_thread);
  ADD ("/board-page/where-it-was-after-a-thread", test_board_is_where_it_was_after_a_thread);
  ADD ("/board-page/card-held-near-an-edge-scrolls-sideways",
       test_card_held_near_an_edge_scrolls_sideways);
  ADD ("/board-page/empty", test_empty_board_offers_an_account);
  return g_test_run ();
}
