#include "config.h"

#include <adwaita.h>

#include "app/board/ante-card-column.h"
#include "rules/ante-window.h"
#include "store-fixture.h"
#include "widgets.h"

#define N_LEADS 600

typedef struct {
  Fixture base;
  AnteLeadModel *model;
  AnteCardColumn *cards;
  GtkWindow *window;
} Board;

/* Lead "i" wrote i minutes before T0: in every order by time, "0" comes first. */
static void
fill (Fixture *fixture)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = T0 };
  AnteIngestResult counts = { 0 };
  g_autoptr (GError) error = NULL;

  for (gint64 i = 0; i < N_LEADS; i++) {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, i);

    g_ptr_array_add (threads,
                     make_thread (id, make_message (id, "lead", T0 - i * MINUTE, "hello"), NULL));
  }
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  ante_store_ingest_finish (fixture->store, fixture->result, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.leads_new, ==, N_LEADS);
}

static void
set_up (Board *board, gconstpointer data)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture_set_up (&board->base, data);
  fill (&board->base);
  board->model = ante_lead_model_new (board->base.store, &filter, ANTE_LEAD_ORDER_BOARD);
  board->cards = ANTE_CARD_COLUMN (ante_card_column_new ());
  ante_card_column_set_model (board->cards, board->model);
  ante_card_column_set_now (board->cards, T0, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (board->cards));

  board->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (board->window, 264, 700);
  gtk_window_set_child (board->window, scroller);
  gtk_window_present (board->window);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (board->model)) == N_LEADS);
  test_wait_until (ante_card_column_count_widgets (board->cards) > 0);
}

static void
tear_down (Board *board, gconstpointer data)
{
  gtk_window_destroy (board->window);
  g_clear_object (&board->model);
  fixture_tear_down (&board->base, data);
}

static gint64
nth (Board *board, guint position)
{
  return ante_lead_model_get_id (board->model, position);
}

static gint64
lead_at_top (Board *board)
{
  return nth (board, ante_card_column_index_at (board->cards, 8));
}

static void
receive (Board *board, const char *igsid)
{
  g_autofree char *mid = g_strconcat ("new-", igsid, NULL);

  fixture_ingest (&board->base,
                  make_thread (igsid, make_message (mid, "lead", T0 + MINUTE, "me again"), NULL),
                  T0 + MINUTE);
}

static void
test_column_has_widgets_for_what_is_seen (Board *board, gconstpointer data)
{
  gint64 last = nth (board, N_LEADS - 1);

  g_assert_cmpuint (ante_card_column_count_widgets (board->cards), <=, 10);
  g_assert_true (ante_card_column_focus_lead (board->cards, last));
  test_wait_until (ante_card_column_get_focused (board->cards) == last);
  g_assert_cmpuint (ante_card_column_count_widgets (board->cards), <=, 10);
}

static void
test_message_below_leaves_what_is_read_in_place (Board *board, gconstpointer data)
{
  gint64 read = 0;
  gint64 newest = nth (board, 400);

  ante_card_column_focus_lead (board->cards, nth (board, 250));
  test_wait_until (ante_card_column_get_focused (board->cards) == nth (board, 250));
  read = lead_at_top (board);

  receive (board, "400");
  test_wait_until (nth (board, 0) == newest);
  test_wait_until (lead_at_top (board) == read);
}

static gboolean
is_in_order (Board *board)
{
  guint last = 0;
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (board->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    guint position =
      ante_lead_model_find (board->model, ante_lead_card_get_id (ANTE_LEAD_CARD (card)));

    if (n++ > 0 && position != last + 1)
      return FALSE;
    last = position;
  }
  return n > 3;
}

/* A screen reader goes by the widgets; and whoever holds a card holds its widget. */
static void
test_cards_keep_their_leads_and_stand_in_their_order (Board *board, gconstpointer data)
{
  GtkWidget *second = NULL;
  gint64 lead = 0;

  test_wait_until (is_in_order (board));
  second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (board->cards)));
  lead = ante_lead_card_get_id (ANTE_LEAD_CARD (second));
  ante_lead_model_anticipate (board->model, nth (board, 0), G_MAXUINT, 1);
  test_wait_until (is_in_order (board) &&
                   gtk_widget_get_first_child (GTK_WIDGET (board->cards)) == second);
  g_assert_cmpint (ante_lead_card_get_id (ANTE_LEAD_CARD (second)), ==, lead);
  ante_lead_model_anticipate (board->model, nth (board, 3), 0, 1);
  test_wait_until (is_in_order (board) && gtk_widget_get_prev_sibling (second) != NULL);
  g_assert_cmpint (ante_lead_card_get_id (ANTE_LEAD_CARD (second)), ==, lead);
}

/* The list that was on its way then still holds it. */
static void
test_moved_card_is_not_put_back_by_an_older_list (Board *board, gconstpointer data)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  gint64 moved = nth (board, 0);

  ante_lead_model_set_filter (board->model, &filter);
  ante_lead_model_anticipate (board->model, moved, G_MAXUINT, 1);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (AnteLead) lead = fixture_lead (&board->base, "0");

    g_assert_cmpint (lead->id, ==, moved);
    g_assert_cmpuint (ante_lead_model_find (board->model, moved), ==, G_MAXUINT);
  }
  /* It has not left after all. */
  ante_lead_model_set_filter (board->model, &filter);
  test_wait_until (ante_lead_model_find (board->model, moved) == 0);
}

/* Nobody has looked at it yet. */
static void
test_first_screenful_comes_with_the_list (Board *board, gconstpointer data)
{
  g_autoptr (AnteLeadItem) item = g_list_model_get_item (G_LIST_MODEL (board->model), 20);

  g_assert_nonnull (ante_lead_item_get_lead (item));
}

static void
test_keyboard_stays_on_its_lead (Board *board, gconstpointer data)
{
  gint64 lead = nth (board, 2);

  ante_card_column_focus_lead (board->cards, lead);
  test_wait_until (ante_card_column_get_focused (board->cards) == lead);

  receive (board, "4");
  test_wait_until (nth (board, 3) == lead);
  test_wait_until (ante_card_column_get_focused (board->cards) == lead);
}

static GtkAdjustment *
get_scroll (Board *board)
{
  GtkAdjustment *adjustment = NULL;

  g_object_get (board->cards, "vadjustment", &adjustment, NULL);
  g_object_unref (adjustment); /* the scrolled window keeps it */
  return adjustment;
}

/* Until what is queued for the cards is done. */
static void
settle (Board *board)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* The keyboard goes from a card out of view to one in view, and that one leaves the view too. */
static void
test_keyboard_leaves_the_view_twice (Board *board, gconstpointer data)
{
  gint64 other = nth (board, 100);
  guint n_widgets = 0;

  ante_card_column_focus_lead (board->cards, nth (board, 2));
  test_wait_until (ante_card_column_get_focused (board->cards) == nth (board, 2));
  n_widgets = ante_card_column_count_widgets (board->cards);
  gtk_adjustment_set_value (get_scroll (board), 100 * 132);
  test_wait_until (ante_card_column_count_widgets (board->cards) == n_widgets + 1);
  ante_card_column_focus_lead (board->cards, other);
  gtk_adjustment_set_value (get_scroll (board), 400 * 132);
  settle (board);
  g_assert_cmpint (ante_card_column_get_focused (board->cards), ==, other);
  n_widgets = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (board->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_widgets++;
  g_assert_cmpuint (n_widgets, ==, ante_card_column_count_widgets (board->cards));
}

/* By the wheel the card with the keyboard leaves the view: no other card gets the keyboard, and a
 * key goes on from it. */
static void
test_keyboard_stays_on_a_lead_out_of_view (Board *board, gconstpointer data)
{
  gint64 lead = nth (board, 2);
  gint64 first = nth (board, 0);
  guint n_widgets = 0;

  ante_card_column_focus_lead (board->cards, lead);
  test_wait_until (ante_card_column_get_focused (board->cards) == lead);
  n_widgets = ante_card_column_count_widgets (board->cards);
  gtk_adjustment_set_value (get_scroll (board), 9000);
  test_wait_until (lead_at_top (board) != nth (board, 0));
  test_wait_until (ante_card_column_count_widgets (board->cards) == n_widgets + 1);
  g_assert_cmpint (ante_card_column_get_focused (board->cards), ==, lead);

  /* It comes elsewhere while nobody sees it, and another one to the top of the view. */
  receive (board, "300");
  test_wait_until (nth (board, 0) != first);
  ante_lead_model_anticipate (board->model, lead, 400, 1);
  settle (board);
  g_assert_cmpint (ante_card_column_get_focused (board->cards), ==, lead);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (board)), >, 8000);

  gtk_adjustment_set_value (get_scroll (board), 0);
  ante_lead_model_anticipate (board->model, lead, 0, 1);
  test_wait_until (ante_card_column_count_widgets (board->cards) <= n_widgets);
  g_assert_cmpint (ante_card_column_get_focused (board->cards), ==, lead);
}

static void
test_move_keeps_selection (Board *board, gconstpointer data)
{
  g_autoptr (GtkSingleSelection) selection =
    gtk_single_selection_new (g_object_ref (G_LIST_MODEL (board->model)));
  gpointer selected = NULL;

  gtk_single_selection_set_selected (selection, 5);
  selected = gtk_single_selection_get_selected_item (selection);
  receive (board, "5");
  test_wait_until (ante_lead_model_find (board->model, ante_lead_item_get_id (selected)) == 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == selected);
}

static gboolean
press (Board *board, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (board->cards));
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, GDK_LOCK_MASK, &handled);
  }
  return handled;
}

static void
test_letters_walk_with_caps_lock_too (Board *board, gconstpointer data)
{
  ante_card_column_focus_lead (board->cards, nth (board, 2));
  test_wait_until (ante_card_column_get_focused (board->cards) == nth (board, 2));
  g_assert_true (press (board, GDK_KEY_J));
  test_wait_until (ante_card_column_get_focused (board->cards) == nth (board, 3));
  g_assert_true (press (board, GDK_KEY_K));
  test_wait_until (ante_card_column_get_focused (board->cards) == nth (board, 2));
}

static GtkWidget *
nth_card (Board *board, guint n)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (board->cards));

  for (guint i = 0; i < n; i++)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static void
set_stage (Board *board, AnteStageRole role)
{
  g_autoptr (AnteStage) stage = ante_stage_new ();

  stage->role = role;
  ante_card_column_set_stage (board->cards, stage);
}

/* Of who is through, or no lead any more, nobody waits for a next step. */
static void
test_no_step_is_missing_at_the_end (Board *board, gconstpointer data)
{
  GtkWidget *card = nth_card (board, 0);

  test_wait_until (test_shows_text (card, "No next step"));
  g_assert_true (gtk_widget_has_css_class (card, "attention"));
  set_stage (board, ANTE_STAGE_NOT_A_FIT);
  g_assert_false (test_shows_text (card, "No next step"));
  g_assert_false (gtk_widget_has_css_class (card, "attention"));
  set_stage (board, ANTE_STAGE_QUALIFYING);
  g_assert_true (test_shows_text (card, "No next step"));
  g_assert_true (gtk_widget_has_css_class (card, "attention"));
}

static GtkLabel *
get_part (GtkWidget *card, const char *part)
{
  return GTK_LABEL (gtk_widget_get_template_child (card, ANTE_TYPE_LEAD_CARD, part));
}

static const char *
get_next_icon (GtkWidget *card)
{
  return gtk_image_get_icon_name (
    GTK_IMAGE (gtk_widget_get_template_child (card, ANTE_TYPE_LEAD_CARD, "next_icon")));
}

/* Four kinds of next step, four pictures: none of them is the tick of what is done. */
static void
test_picture_says_when_the_next_step_is (Board *board, gconstpointer data)
{
  static const struct {
    gint64 due;
    const char *icon;
  } steps[] = {
    { 0, "ante-due-undated-symbolic" },
    { T0 + MINUTE, "ante-due-today-symbolic" },
    { T0 + 2 * ANTE_DAY_MS, "ante-due-later-symbolic" },
    { T0 - MINUTE, "alarm-symbolic" },
  };
  GtkWidget *card = nth_card (board, 0);
  gint64 lead = nth (board, 0);

  test_wait_until (g_strcmp0 (get_next_icon (card), "dialog-warning-symbolic") == 0);
  fixture_change (&board->base, lead, ANTE_FIELD_NEXT_ACTION, "Call", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, steps[i].due);

    fixture_change (&board->base, lead, ANTE_FIELD_NEXT_DUE, due, NULL);
    test_wait_until (nth (board, 0) == lead &&
                     g_strcmp0 (get_next_icon (nth_card (board, 0)), steps[i].icon) == 0);
  }
}

static gboolean
has_room (GtkLabel *label)
{
  int natural = 0;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural > 0 && gtk_widget_get_width (GTK_WIDGET (label)) >= natural;
}

/* How long one may still answer is read even where the owner's name is long and the stay, too. */
static void
test_reply_window_is_not_cut (Board *board, gconstpointer data)
{
  static const struct {
    gint64 after;
    const char *words;
  } moments[] = {
    { ANTE_DAY_MS - 30 * MINUTE, "30 min left" },
    { 3 * ANTE_DAY_MS, "4 d: by hand" },
    { 26 * ANTE_DAY_MS, "Closed" },
  };
  g_autoptr (AnteStage) stage = ante_stage_new ();
  GtkWidget *card = nth_card (board, 0);
  GtkLabel *window = get_part (card, "window");
  gint64 lead = nth (board, 0);

  stage->role = ANTE_STAGE_ACTIVE;
  stage->stale_days = 3;
  ante_card_column_set_stage (board->cards, stage);
  fixture_change (&board->base, lead, ANTE_FIELD_OWNER, "setter:Maya", NULL);
  test_wait_until (test_shows_text (card, "Maya (setter)"));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    ante_card_column_set_now (board->cards, T0 + moments[i].after, TRUE);
    g_assert_cmpstr (gtk_label_get_text (window), ==, moments[i].words);
    test_wait_until (has_room (window) && has_room (get_part (card, "since")));
  }
  g_assert_cmpint (gtk_widget_get_width (card), <=, 264 - 16);
}

static gboolean
draws (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, 100, 100);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  gsk_render_node_unref (node);
  return TRUE;
}

static void
test_grip_shows_under_the_pointer (Board *board, gconstpointer data)
{
  GtkWidget *card = nth_card (board, 1);
  GtkWidget *grip = gtk_widget_get_last_child (card);
  GtkWidget *words = gtk_widget_get_first_child (card);
  int width = 0;

  g_assert_true (gtk_widget_has_css_class (grip, "grip"));
  test_wait_until (draws (words));
  test_wait_until ((width = gtk_widget_get_width (words)) > 0);
  g_assert_false (draws (grip));
  gtk_widget_set_state_flags (card, GTK_STATE_FLAG_PRELIGHT, FALSE);
  test_wait_until (draws (grip));
  g_assert_cmpint (gtk_widget_get_width (words), ==, width);
  gtk_widget_unset_state_flags (card, GTK_STATE_FLAG_PRELIGHT);
  test_wait_until (!draws (grip));
}

static void
test_card_is_as_high_as_its_words (Board *board, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gint64 last = nth (board, N_LEADS - 1);
  GtkWidget *words = NULL;
  int dpi = 0;
  int needed = 0;
  int usual = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  test_wait_until ((usual = gtk_widget_get_height (nth_card (board, 1))) > 0);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  test_wait_until (gtk_widget_get_height (nth_card (board, 1)) > usual * 5 / 4);
  words = gtk_widget_get_first_child (nth_card (board, 1));
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, -1, &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, gtk_widget_get_height (words));

  g_assert_true (ante_card_column_focus_lead (board->cards, last));
  test_wait_until (ante_card_column_get_focused (board->cards) == last);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  test_wait_until (gtk_widget_get_height (nth_card (board, 1)) == usual);
}

#define ADD(path, func) g_test_add (path, Board, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board/column-has-widgets-for-what-is-seen", test_column_has_widgets_for_what_is_seen);
  ADD ("/board/message-below-leaves-what-is-read-in-place",
       test_message_below_leaves_what_is_read_in_place);
  ADD ("/board/cards-in-order", test_cards_keep_their_leads_and_stand_in_their_order);
  ADD ("/board/moved-card-is-not-put-back", test_moved_card_is_not_put_back_by_an_older_list);
  ADD ("/board/first-screenful", test_first_screenful_comes_with_the_list);
  ADD ("/board/keyboard-stays-on-its-lead", test_keyboard_stays_on_its_lead);
  ADD ("/board/keyboard-leaves-twice", test_keyboard_leaves_the_view_twice);
  ADD ("/board/keyboard-stays-out-of-view", test_keyboard_stays_on_a_lead_out_of_view);
  ADD ("/board/move-keeps-selection", test_move_keeps_selection);
  ADD ("/board/grip-shows-under-the-pointer", test_grip_shows_under_the_pointer);
  ADD ("/board/card-is-as-high-as-its-words", test_card_is_as_high_as_its_words);
  ADD ("/board/no-step-at-the-end", test_no_step_is_missing_at_the_end);
  ADD ("/board/next-step-picture", test_picture_says_when_the_next_step_is);
  ADD ("/board/reply-window-is-not-cut", test_reply_window_is_not_cut);
  ADD ("/board/caps-lock", test_letters_walk_with_caps_lock_too);
  return g_test_run ();
}
