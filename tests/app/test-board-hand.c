#include "config.h"

#include <adwaita.h>

#include "app/board/ante-board-page-private.h"
#include "board-desk.h"
#include "engine/ante-stage-commands.h"
#include "store/ante-store-leads.h"

/* --- in the pointer's --- */

static void
let_go (Desk *desk, guint column, gint64 lead, double y)
{
  AnteCardColumn *cards = ante_board_column_get_cards (desk_column (desk, column));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (cards));
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_array_append_val (leads, lead);
  g_value_init (&value, G_TYPE_ARRAY);
  g_value_set_boxed (&value, leads);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 100.0, y, &taken);
  }
  g_assert_true (taken);
}

static gboolean
is_manual (Desk *desk, guint column)
{
  return ante_board_column_get_stage (desk_column (desk, column))->manual_order;
}

/* Whoever drags cards from stage to stage all morning still sees first what is due first. */
static void
test_drop_from_another_column_keeps_the_order_by_due (Desk *desk, gconstpointer data)
{
  gint64 first = desk_lead (desk, 0, 0);
  gint64 second = desk_lead (desk, 0, 1);
  gint64 third = desk_lead (desk, 0, 2);

  let_go (desk, 1, first, 10);
  test_wait_until (ante_board_column_get_stage (desk_column (desk, 1))->n_leads == 1);
  let_go (desk, 1, second, 10);
  test_wait_until (ante_board_column_get_stage (desk_column (desk, 1))->n_leads == 2);
  test_wait_until (desk_lead (desk, 1, 0) == first && desk_lead (desk, 1, 1) == second);
  g_assert_false (is_manual (desk, 1));

  /* Up or down in its own is meant as it is done, and from then on a place is a place. */
  let_go (desk, 1, second, 10);
  test_wait_until (is_manual (desk, 1));
  let_go (desk, 1, third, 10);
  test_wait_until (desk_count (desk, 1) == 3 && desk_lead (desk, 1, 0) == third);
}

static void
misplaced_cb (GListModel *model, guint position, guint removed, guint added, gboolean *misplaced)
{
  *misplaced = TRUE;
}

static void
test_card_moved_twice_at_once_stays_where_it_went_last (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);
  gboolean misplaced = FALSE;

  desk_drop (desk, 1, lead);
  desk_drop (desk, 2, lead);
  for (guint i = 1; i < 3; i++)
    g_signal_connect (ante_board_column_get_model (desk_column (desk, i)), "items-changed",
                      G_CALLBACK (misplaced_cb), &misplaced);
  g_assert_cmpint (desk_lead (desk, 2, 0), ==, lead);
  test_wait_until (ante_board_column_get_stage (desk_column (desk, 2))->n_leads == 1);
  test_wait_until (
    !ante_lead_model_get_anticipated (ante_board_column_get_model (desk_column (desk, 2)), lead));
  /* What the lists then read is what is shown. */
  desk_drop (desk, 3, desk_lead (desk, 0, 5));
  test_wait_until (ante_board_column_get_stage (desk_column (desk, 3))->n_leads == 1);
  g_assert_cmpint (desk_lead (desk, 2, 0), ==, lead);
  g_assert_cmpuint (desk_count (desk, 1), ==, 0);
  for (guint i = 1; i < 3; i++)
    g_signal_handlers_disconnect_by_data (ante_board_column_get_model (desk_column (desk, i)),
                                          &misplaced);
  g_assert_false (misplaced);
}

/* --- in the keyboard's hand --- */

static void
test_lifted_card_is_dropped_where_the_arrows_took_it (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 1);

  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_space, 0);
  g_assert_true (desk_announces (desk, "Lifted"));
  g_assert_true (desk_announces (desk, "New inbound, 2 of 12"));
  desk_press (desk, GDK_KEY_Right, 0);
  desk_press (desk, GDK_KEY_Right, 0);
  g_assert_true (desk_announces (desk, "over Qualifying"));
  g_assert_cmpuint (desk_count (desk, 0), ==, N_LEADS);
  desk_press (desk, GDK_KEY_space, 0);
  test_wait_until (desk_focused (desk, 2) == lead);
  test_wait_until (desk_announces (desk, "Qualifying, 1 of 1"));
  g_assert_cmpuint (desk_count (desk, 0), ==, N_LEADS - 1);
}

static void
test_escape_puts_a_lifted_card_back (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);

  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_space, 0);
  desk_press (desk, GDK_KEY_Right, 0);
  desk_press (desk, GDK_KEY_Escape, 0);
  g_assert_true (desk_announces (desk, "stays where it was"));
  g_assert_cmpint (desk_focused (desk, 0), ==, lead);
  g_assert_cmpuint (desk_count (desk, 1), ==, 0);
  /* And the keys are the card's own again. */
  desk_press (desk, GDK_KEY_Down, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 1));
}

static void
test_lifted_card_goes_between_two_others (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);
  gint64 second = desk_lead (desk, 0, 1);
  gint64 third = desk_lead (desk, 0, 2);

  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_space, 0);
  desk_press (desk, GDK_KEY_Down, 0);
  desk_press (desk, GDK_KEY_space, 0);
  test_wait_until (desk_lead (desk, 0, 1) == lead);
  g_assert_cmpint (desk_lead (desk, 0, 0), ==, second);
  g_assert_cmpint (desk_lead (desk, 0, 2), ==, third);
  test_wait_until (test_shows_text (GTK_WIDGET (desk_column (desk, 0)), "manual"));
}

static void
test_lift_survives_a_message_that_arrives (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 3);
  gint64 now = ante_workspace_now (desk->workspace);

  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_space, 0);
  desk_press (desk, GDK_KEY_Right, 0);
  fixture_ingest (&desk->base, make_thread ("new", make_message ("n", "lead", now, "hi"), NULL),
                  now);
  test_wait_until (desk_count (desk, 0) == N_LEADS + 1);
  desk_press (desk, GDK_KEY_space, 0);
  test_wait_until (desk_focused (desk, 1) == lead);
}

static void
test_lift_ends_with_the_column_under_it (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 1);

  desk_focus (desk, 0, lead);
  desk_press (desk, GDK_KEY_space, 0);
  desk_press (desk, GDK_KEY_Right, 0);
  TEST_CALL (desk->base.result, ante_command_hide_stage_async, desk->workspace, "active", TRUE);
  test_wait_until (desk_announces (desk, "stays where it was"));
  /* And the keys are the card's own again. */
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_focused (desk, 1) == lead);
}

static gboolean
is_read (Desk *desk, guint column, gint64 lead)
{
  g_autoptr (AnteLead) read = ante_board_column_dup_lead (desk_column (desk, column), lead);

  return read != NULL;
}

static void
test_done_goes_on_to_the_next_card (Desk *desk, gconstpointer data)
{
  gint64 second = desk_lead (desk, 0, 1);
  gint64 last = desk_lead (desk, 0, N_LEADS - 1);

  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  desk_press (desk, GDK_KEY_e, 0);
  test_wait_until (desk_focused (desk, 0) == second);
  /* There is none behind the last one. */
  desk_focus (desk, 0, last);
  test_wait_until (is_read (desk, 0, last));
  desk_press (desk, GDK_KEY_e, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, N_LEADS - 2));
}

/* Its card is nowhere: whoever asks what can be done is not offered to do it to a lead unseen. */
static void
test_lead_of_a_hidden_stage_is_not_in_hand (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 1);
  AnteBoardPage *page = ANTE_BOARD_PAGE (desk->page);

  desk_drop (desk, 1, lead);
  test_wait_until (desk_focused (desk, 1) == lead);
  g_assert_nonnull (ante_board_page_get_lead_actions (page));
  TEST_CALL (desk->base.result, ante_command_hide_stage_async, desk->workspace, "active", TRUE);
  test_wait_until (desk_focused (desk, 1) != lead && desk_count (desk, 1) == 0);
  g_assert_null (ante_board_page_get_lead_actions (page));
}

static void
test_another_card_under_the_ring_ends_the_lift (Desk *desk, gconstpointer data)
{
  desk_focus (desk, 0, desk_lead (desk, 0, 1));
  desk_press (desk, GDK_KEY_space, 0);
  desk_focus (desk, 0, desk_lead (desk, 0, 2));
  g_assert_true (desk_announces (desk, "stays where it was"));
  desk_press (desk, GDK_KEY_Down, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 3));
}

/* --- several --- */

static void
test_marked_cards_move_together_and_come_back_by_one_undo (Desk *desk, gconstpointer data)
{
  gint64 leads[] = { desk_lead (desk, 0, 0), desk_lead (desk, 0, 2), desk_lead (desk, 0, 4) };
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++) {
    desk_focus (desk, 0, leads[i]);
    desk_press (desk, GDK_KEY_x, 0);
  }
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_count (desk, 1) == 3);
  test_wait_until (desk_announces (desk, "3 leads"));
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    test_wait_until (desk_lead (desk, 1, i) == leads[i]);

  TEST_CALL (desk->base.result, ante_store_undo_async, desk->base.store, 0, "coach",
             ante_workspace_now (desk->workspace), NULL);
  undone = ante_store_undo_finish (desk->base.store, desk->base.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_leads, ==, 3);
  test_wait_until (desk_count (desk, 0) == N_LEADS && desk_count (desk, 1) == 0);
}

static void
test_several_dropped_before_one_of_themselves_stand_in_order (Desk *desk, gconstpointer data)
{
  gint64 first = desk_lead (desk, 0, 1);
  gint64 last = desk_lead (desk, 0, 5);
  gint64 before = desk_lead (desk, 0, 3);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (leads, first);
  g_array_append_val (leads, last);
  g_signal_emit_by_name (ante_board_column_get_cards (desk_column (desk, 0)), "dropped", leads,
                         before);
  test_wait_until (desk_lead (desk, 0, 2) == first && desk_lead (desk, 0, 3) == last);
  g_assert_cmpint (desk_lead (desk, 0, 4), ==, before);
}

static void
test_escape_unmarks (Desk *desk, gconstpointer data)
{
  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  desk_press (desk, GDK_KEY_x, 0);
  desk_focus (desk, 0, desk_lead (desk, 0, 1));
  desk_press (desk, GDK_KEY_Escape, 0);
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_count (desk, 1) == 1);
}

static gboolean
is_owned_by (Desk *desk, const char *igsid, const char *owner, gint64 stage_id)
{
  g_autoptr (AnteLead) lead = fixture_lead (&desk->base, igsid);

  return g_strcmp0 (lead->owner, owner) == 0 && lead->stage_id == stage_id;
}

static void
test_what_the_filter_hides_is_not_marked_any_more (Desk *desk, gconstpointer data)
{
  GtkWidget *bar = desk_find_widget (desk->page, ANTE_TYPE_MARK_BAR, NULL);

  for (guint i = 0; i < 3; i++) {
    desk_focus (desk, 0, desk_lead (desk, 0, i));
    desk_press (desk, GDK_KEY_x, 0);
  }
  test_wait_until (test_shows_text (bar, "3 marked"));
  desk_type_filter (desk, "anna");
  test_wait_until (test_shows_text (bar, "1 marked"));
}

static void
test_bar_acts_on_all_that_are_marked (Desk *desk, gconstpointer data)
{
  GtkWidget *bar = desk_find_widget (desk->page, ANTE_TYPE_MARK_BAR, NULL);

  g_assert_false (gtk_widget_get_mapped (desk_find_widget (bar, GTK_TYPE_BUTTON, "Owner")));
  for (guint i = 0; i < 3; i++) {
    desk_focus (desk, 0, desk_lead (desk, 0, i));
    desk_press (desk, GDK_KEY_x, 0);
  }
  test_wait_until (test_shows_text (bar, "3 marked"));
  g_signal_emit_by_name (desk_find_widget (bar, GTK_TYPE_BUTTON, "Owner"), "clicked");
  g_assert_true (gtk_widget_activate_action (desk->page, "lead.own", "s", "setter:Maya"));
  for (guint i = 0; i < 3; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    test_wait_until (is_owned_by (desk, igsid, "setter:Maya", 1));
  }
}

/* --- by a finger --- */

static GtkGesture *
find_rest (GtkWidget *card)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (card);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_LONG_PRESS (controller))
      return GTK_GESTURE (controller); /* the card keeps it */
  }
  g_assert_not_reached ();
}

static void
test_finger_that_rests_on_a_card_lifts_it (Desk *desk, gconstpointer data)
{
  GtkWidget *card = NULL;

  desk_focus (desk, 0, desk_lead (desk, 0, 0));
  card = gtk_window_get_focus (desk->window);
  g_signal_emit_by_name (find_rest (card), "pressed", 20.0, 20.0);
  test_wait_until (gtk_widget_has_css_class (card, "ghost"));
  g_assert_true (g_spawn_command_line_sync ("xdotool click 1", NULL, NULL, NULL, NULL));
  test_wait_until (!gtk_widget_has_css_class (card, "ghost"));
}

/* --- lanes --- */

static AnteBoardGrid *
get_grid (Desk *desk)
{
  return ANTE_BOARD_GRID (gtk_widget_get_template_child (desk->page, ANTE_TYPE_BOARD_PAGE, "grid"));
}

static AnteBoardColumn *
nth_cell (Desk *desk, guint n)
{
  GPtrArray *columns = ante_board_grid_get_columns (get_grid (desk));

  return n < columns->len ? columns->pdata[n] : NULL;
}

static guint
count_in (AnteBoardColumn *column)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ante_board_column_get_model (column)));
}

static void
test_drop_into_another_owners_lane_gives_the_lead_away (Desk *desk, gconstpointer data)
{
  gint64 lead = desk_lead (desk, 0, 0);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  fixture_change (&desk->base, desk_lead (desk, 0, 1), ANTE_FIELD_OWNER, "setter:Maya", NULL);
  g_assert_true (gtk_widget_activate_action (desk->page, "board.lanes", "s", "owner"));
  test_wait_until (test_shows_text (desk->page, "Maya"));
  test_wait_until (nth_cell (desk, 10) != NULL && count_in (nth_cell (desk, 10)) == 1);
  g_assert_cmpuint (count_in (nth_cell (desk, 0)), ==, N_LEADS - 1);

  g_array_append_val (leads, lead);
  g_signal_emit_by_name (ante_board_column_get_cards (nth_cell (desk, 11)), "dropped", leads,
                         (gint64) 0);
  test_wait_until (count_in (nth_cell (desk, 11)) == 1);
  test_wait_until (count_in (nth_cell (desk, 0)) == N_LEADS - 2);
  test_wait_until (is_owned_by (desk, "0", "setter:Maya", 2));

  g_assert_true (gtk_widget_activate_action (desk->page, "board.lanes", "s", "none"));
  test_wait_until (desk_column (desk, 0) != NULL && desk_count (desk, 0) == N_LEADS - 1);
}

/* --- the past --- */

static void
test_board_of_the_past_can_only_be_looked_at (Desk *desk, gconstpointer data)
{
  gint64 then = ante_workspace_now (desk->workspace) + 1;
  gint64 lead = desk_lead (desk, 0, 0);
  AnteBoardPage *page = ANTE_BOARD_PAGE (desk->page);

  desk_focus (desk, 0, lead);
  test_wait_until (ante_workspace_now (desk->workspace) > then);
  desk_press (desk, GDK_KEY_Right, GDK_CONTROL_MASK);
  test_wait_until (desk_count (desk, 1) == 1);

  ante_board_show_past (page, then);
  test_wait_until (test_shows_text (desk->page, "As it was"));
  g_assert_cmpuint (desk_count (desk, 0), ==, N_LEADS);
  g_assert_cmpuint (desk_count (desk, 1), ==, 0);
  desk_drop (desk, 2, lead);
  desk_focus (desk, 0, lead);
  g_assert_cmpuint (desk_count (desk, 2), ==, 0);
  desk_press (desk, GDK_KEY_s, 0);
  g_assert_true (desk_announces (desk, "not changed"));
  desk_press (desk, GDK_KEY_j, 0);
  test_wait_until (desk_focused (desk, 0) == desk_lead (desk, 0, 1));

  g_assert_true (gtk_widget_activate_action (desk->page, "board.present", NULL));
  test_wait_until (desk_column (desk, 1) != NULL && desk_count (desk, 1) == 1);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board-hand/order-by-due", test_drop_from_another_column_keeps_the_order_by_due);
  ADD ("/board-hand/twice-at-once", test_card_moved_twice_at_once_stays_where_it_went_last);
  ADD ("/board-hand/lifted-card-is-dropped", test_lifted_card_is_dropped_where_the_arrows_took_it);
  ADD ("/board-hand/escape-puts-it-back", test_escape_puts_a_lifted_card_back);
  ADD ("/board-hand/between-two-others", test_lifted_card_goes_between_two_others);
  ADD ("/board-hand/lift-survives-a-message", test_lift_survives_a_message_that_arrives);
  ADD ("/board-hand/marked-cards-move-together",
       test_marked_cards_move_together_and_come_back_by_one_undo);
  ADD ("/board-hand/several-before-one-of-themselves",
       test_several_dropped_before_one_of_themselves_stand_in_order);
  ADD ("/board-hand/escape-unmarks", test_escape_unmarks);
  ADD ("/board-hand/lift-ends-with-its-column", test_lift_ends_with_the_column_under_it);
  ADD ("/board-hand/done-goes-on", test_done_goes_on_to_the_next_card);
  ADD ("/board-hand/hidden-is-not-in-hand", test_lead_of_a_hidden_stage_is_not_in_hand);
  ADD ("/board-hand/another-card-ends-the-lift", test_another_card_under_the_ring_ends_the_lift);
  ADD ("/board-hand/hidden-is-unmarked", test_what_the_filter_hides_is_not_marked_any_more);
  ADD ("/board-hand/bar-acts-on-all", test_bar_acts_on_all_that_are_marked);
  ADD ("/board-hand/finger-that-rests-lifts", test_finger_that_rests_on_a_card_lifts_it);
  ADD ("/board-hand/lanes-of-owners", test_drop_into_another_owners_lane_gives_the_lead_away);
  ADD ("/board-hand/the-past", test_board_of_the_past_can_only_be_looked_at);
  return g_test_run ();
}
