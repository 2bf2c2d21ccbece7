#include "config.h"

#include <adwaita.h>

#include "app/board/ante-board-page-private.h"
#include "app/board/ante-column-head.h"
#include "app/board/ante-stage-settings.h"
#include "app/board/ante-stages-window.h"
#include "app/shared/ante-toast-area.h"
#include "engine/ante-stage-commands.h"
#include "store-fixture.h"
#include "widgets.h"

#define N_LEADS 4
#define DAY (24 * 60 * (gint64) MINUTE)

typedef struct {
  Fixture base; /* its store is the workspace's */
  AnteWorkspace *workspace;
  GtkWidget *page;
  GtkWindow *window;
} Desk;

/* The first came most recently; each of the others a day and a little before the one before it. */
static void
fill (Desk *desk)
{
  gint64 now = ante_workspace_now (desk->workspace);

  for (guint i = 0; i < N_LEADS; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i + 1);
    gint64 at = now - i * DAY - MINUTE;

    fixture_ingest (&desk->base,
                    make_thread (igsid, make_message (igsid, "lead", at, "hello"), NULL), at);
  }
}

static AnteBoardColumn *
find_column (Desk *desk, const char *key)
{
  GPtrArray *columns = ante_board_grid_get_columns (ANTE_BOARD_PAGE (desk->page)->grid);

  for (guint i = 0; i < columns->len; i++) {
    if (g_str_equal (ante_board_column_get_stage (columns->pdata[i])->key, key))
      return columns->pdata[i];
  }
  return NULL;
}

static guint
count_columns (Desk *desk)
{
  guint n = 0;

  for (GtkWidget *child = GTK_WIDGET (find_column (desk, "new-inbound")); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static gboolean
stands_before (Desk *desk, const char *key, const char *other)
{
  AnteBoardColumn *column = find_column (desk, key);

  return column != NULL && gtk_widget_get_next_sibling (GTK_WIDGET (column)) ==
                             (GtkWidget *) find_column (desk, other);
}

static GtkWidget *
part (AnteBoardColumn *column, const char *name)
{
  return GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (column), ANTE_TYPE_BOARD_COLUMN, name));
}

static gboolean
is_strip (AnteBoardColumn *column)
{
  return gtk_widget_get_mapped (part (column, "strip")) &&
         !gtk_widget_get_mapped (part (column, "open"));
}

static void
set_up (Desk *desk, gconstpointer data)
{
  GtkWidget *toasts = ante_toast_area_new (NULL);
  g_autoptr (GError) error = NULL;

  desk->base.dir = test_make_dir ();
  desk->workspace = ante_workspace_new (desk->base.dir, ANTE_STORE_OWNER);
  TEST_CALL (desk->base.result, ante_workspace_open_async, desk->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (desk->workspace, desk->base.result, &error));
  desk->base.store = ante_workspace_get_store (desk->workspace);
  fill (desk);

  desk->page = ante_board_page_new ();
  desk->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk->window, 1280, 700);
  g_object_set (toasts, "child", desk->page, NULL);
  adw_window_set_content (ADW_WINDOW (desk->window), toasts);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (desk->page), desk->workspace);
  gtk_window_present (desk->window);
  test_wait_until (find_column (desk, "client") != NULL);
  test_wait_until (test_shows_text (desk->page, "handle_4"));
  /* Cards are there before the board has a size. */
  test_wait_until (gtk_widget_get_height (GTK_WIDGET (find_column (desk, "new-inbound"))) > 0);
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

#define DO(desk, function, ...)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) act_error = NULL;                                                           \
    TEST_CALL ((desk)->base.result, function, (desk)->workspace, __VA_ARGS__);                     \
    ante_command_finish ((desk)->workspace, (desk)->base.result, &act_error);                      \
    g_assert_no_error (act_error);                                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_columns_follow_the_stages (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *qualified = find_column (desk, "qualified");

  DO (desk, ante_command_place_stage_async, "qualified", 1);
  test_wait_until (stands_before (desk, "new-inbound", "qualified"));
  g_assert_true (find_column (desk, "qualified") == qualified);

  DO (desk, ante_command_hide_stage_async, "active", TRUE);
  test_wait_until (find_column (desk, "active") == NULL);
  DO (desk, ante_command_hide_stage_async, "active", FALSE);
  test_wait_until (stands_before (desk, "qualified", "active"));

  DO (desk, ante_command_add_stage_async, "qualified", "Proposal sent");
  test_wait_until (stands_before (desk, "qualified", "stage-1"));
  g_assert_true (test_shows_text (desk->page, "Proposal sent"));
  DO (desk, ante_command_merge_stage_async, "stage-1", "booked");
  test_wait_until (find_column (desk, "stage-1") == NULL);
  g_assert_cmpuint (count_columns (desk), ==, 10);

  DO (desk, ante_command_rename_stage_async, "qualified", "Warm");
  test_wait_until (test_shows_text (GTK_WIDGET (qualified), "Warm"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (qualified), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Warm");
}

static gboolean
is_in_view (Desk *desk, const char *key)
{
  GtkWidget *column = (GtkWidget *) find_column (desk, key);
  graphene_rect_t bounds;

  return column != NULL && gtk_widget_compute_bounds (column, desk->page, &bounds) &&
         bounds.size.width > 200 && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (desk->page);
}

static void
test_new_stage_comes_into_view (Desk *desk, gconstpointer data)
{
  g_assert_false (is_in_view (desk, "nurture"));
  DO (desk, ante_command_add_stage_async, "nurture", "Asleep");
  test_wait_until (is_in_view (desk, "stage-1"));
  DO (desk, ante_command_add_stage_async, "new-inbound", "From ads");
  test_wait_until (is_in_view (desk, "stage-2"));
}

static void
test_clients_begin_as_a_strip_that_opens (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *client = find_column (desk, "client");
  GtkAccessible *strip = GTK_ACCESSIBLE (part (client, "strip"));
  gint64 lead = 1;

  test_wait_until (is_strip (client));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (client)), <, 50);
  gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Client, collapsed, 0 leads");
  DO (desk, ante_command_move_async, &lead, 1, "client", 0, NULL);
  test_wait_until (gtk_test_accessible_check_property (strip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                       "Client, collapsed, 1 lead") == NULL);

  g_signal_emit_by_name (strip, "clicked");
  test_wait_until (!is_strip (client) && gtk_widget_get_width (GTK_WIDGET (client)) > 200);
  DO (desk, ante_command_collapse_stage_async, "nurture", TRUE);
  test_wait_until (is_strip (find_column (desk, "nurture")));
}

/* Whether a column is in order by hand is seen by who looks into it. */
static void
test_card_dropped_on_a_strip_makes_no_order (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *strip = find_column (desk, "no-show-risk");
  AnteLeadModel *model = ante_board_column_get_model (strip);
  const gint64 leads[] = { 1, 2 };
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 third = 3;

  DO (desk, ante_command_move_async, leads, 2, "no-show-risk", 0, NULL);
  DO (desk, ante_command_collapse_stage_async, "no-show-risk", TRUE);
  test_wait_until (is_strip (strip) && g_list_model_get_n_items (G_LIST_MODEL (model)) == 2);
  g_array_append_val (dropped, third);
  g_signal_emit_by_name (ante_board_column_get_cards (strip), "dropped", dropped, (gint64) -1);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (model)) == 3 &&
                   ante_board_column_get_stage (strip)->n_leads == 3);
  g_assert_false (ante_board_column_get_stage (strip)->manual_order);
  /* The keyboard is where the card is, and can carry it on. */
  g_assert_cmpint (ante_board_column_get_focused (strip), ==, 3);
  test_wait_until (ante_lead_model_get_id (model, 2) == 3);
}

static void
test_limit_warns_in_words_too (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *column = find_column (desk, "new-inbound");

  g_assert_false (test_shows_text (GTK_WIDGET (column), "4 / "));
  DO (desk, ante_command_limit_stage_async, "new-inbound", 3);
  test_wait_until (test_shows_text (GTK_WIDGET (column), "4 / 3"));
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "New inbound, 4 leads, over the limit of 3, oldest card here for 3 days");
  DO (desk, ante_command_limit_stage_async, "new-inbound", 4);
  test_wait_until (test_shows_text (GTK_WIDGET (column), "4 / 4"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New inbound, oldest card here for 3 days");
}

/* Of what a filter hides neither limit nor age are to be seen. */
static void
test_filtered_head_tells_of_what_is_shown_alone (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *column = find_column (desk, "new-inbound");
  GtkWidget *entry = test_find_widget (desk->page, "GtkSearchEntry");

  DO (desk, ante_command_limit_stage_async, "new-inbound", 3);
  test_wait_until (test_shows_text (GTK_WIDGET (column), "4 / 3"));
  g_assert_true (test_shows_text (GTK_WIDGET (column), "oldest 3 d"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "handle_1");
  test_wait_until (test_shows_text (GTK_WIDGET (column), "1 of 4"));
  g_assert_false (test_shows_text (GTK_WIDGET (column), " / "));
  g_assert_false (test_shows_text (GTK_WIDGET (column), "oldest"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New inbound");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  test_wait_until (test_shows_text (GTK_WIDGET (column), "4 / 3"));
  g_assert_true (test_shows_text (GTK_WIDGET (column), "oldest 3 d"));
}

/* Depth first: the card of @lead under @root. */
static AnteLeadCard *
find_card (GtkWidget *root, gint64 lead)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    AnteLeadCard *found = NULL;

    if (ANTE_IS_LEAD_CARD (child)) {
      AnteLead *shown = ante_lead_card_get_lead (ANTE_LEAD_CARD (child));

      if (shown != NULL && shown->id == lead)
        return ANTE_LEAD_CARD (child);
      continue;
    }
    found = find_card (child, lead);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* (transfer full) (nullable): what is told to a pointer that rests on a part of the card. */
static char *
hover (Desk *desk, gint64 lead, const char *part)
{
  AnteLeadCard *card = find_card (desk->page, lead);
  GtkWidget *at = NULL;
  graphene_rect_t bounds;
  graphene_point_t middle;

  if (card == NULL)
    return NULL;
  at = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (card), ANTE_TYPE_LEAD_CARD, part));
  g_assert_true (gtk_widget_compute_bounds (at, GTK_WIDGET (card), &bounds));
  graphene_rect_get_center (&bounds, &middle);
  return ante_lead_card_describe_at (card, middle.x, middle.y);
}

static gboolean
says (Desk *desk, gint64 lead, const char *words)
{
  g_autofree char *said = hover (desk, lead, "stay");

  return said != NULL && g_str_has_prefix (said, words);
}

static void
test_cards_age_and_rot_by_the_days_of_their_stage (Desk *desk, gconstpointer data)
{
  /* One day is what new inbound gives; they have been there for 0 to 3. */
  test_wait_until (says (desk, 1, "In this stage: today"));
  test_wait_until (says (desk, 2, "Ageing: in this stage 1 day, its limit is 1 day"));
  test_wait_until (says (desk, 3, "Rotting: in this stage 2 days, twice its 1 day or more"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_card (desk->page, 3)), "rotting"));

  DO (desk, ante_command_age_stage_async, "new-inbound", 2);
  test_wait_until (says (desk, 3, "Ageing: in this stage 2 days, its limit is 2 days"));
  test_wait_until (says (desk, 4, "Ageing: in this stage 3 days, rotting in 1 day"));
  test_wait_until (says (desk, 2, "In this stage: 1 day"));
  DO (desk, ante_command_age_stage_async, "new-inbound", 0);
  test_wait_until (says (desk, 4, "In this stage: 3 days"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_card (desk->page, 4)), "rotting"));
}

static void
test_card_tells_the_pointer_what_did_not_fit (Desk *desk, gconstpointer data)
{
  const gint64 lead = 1;
  g_autofree char *line = NULL;
  g_autofree char *window = NULL;
  g_autofree char *next = NULL;

  test_wait_until (says (desk, 1, "In this stage: today"));
  line = hover (desk, lead, "line");
  window = hover (desk, lead, "window");
  next = hover (desk, lead, "next");
  g_assert_cmpstr (line, ==, "hello");
  g_assert_nonnull (strstr (window, "20")); /* a date, not "23 h" */
  g_assert_null (next);
}

static void
test_board_whose_leads_are_hidden_is_not_called_empty (Desk *desk, gconstpointer data)
{
  const gint64 leads[] = { 1, 2, 3, 4 };

  DO (desk, ante_command_move_async, leads, 4, "no-show-risk", 0, NULL);
  DO (desk, ante_command_hide_stage_async, "no-show-risk", TRUE);
  test_wait_until (find_column (desk, "no-show-risk") == NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_column (desk, "qualified"))));
}

static GtkWidget *
setting (GtkWidget *form, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (form, ANTE_TYPE_STAGE_SETTINGS, name));
}

static void
test_form_that_is_refused_stays_and_says_why (Desk *desk, gconstpointer data)
{
  AnteBoardColumn *column = find_column (desk, "qualified");
  GtkWidget *form =
    ante_stage_settings_new (desk->page, desk->workspace, ante_board_column_get_stage (column));
  GtkWidget *save = setting (form, "save");
  GtkEditable *name = GTK_EDITABLE (setting (form, "name"));
  GtkWidget *problem = setting (form, "problem");

  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  gtk_window_present (GTK_WINDOW (form));
  gtk_editable_set_text (name, "  ");
  g_assert_false (gtk_widget_get_sensitive (save));
  test_wait_until (test_shows_text (form, "A stage needs a name"));
  gtk_editable_set_text (name, "A name that is so long that no column's head has room for it");
  g_assert_false (gtk_widget_get_sensitive (save));
  test_wait_until (test_shows_text (form, "At most 40 characters: this name has 60"));
  gtk_editable_set_text (name, "booked");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_assert_false (test_shows_text (form, "At most"));
  g_signal_emit_by_name (save, "clicked");
  test_wait_until (gtk_widget_get_visible (problem));
  g_assert_true (test_shows_text (form, "This name is taken"));

  gtk_editable_set_text (name, "Warm_leads");
  g_assert_false (gtk_widget_get_visible (problem));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (setting (form, "limit")), 5);
  g_signal_emit_by_name (save, "clicked");
  test_wait_until (test_shows_text (GTK_WIDGET (column), "Warm_leads"));
  g_assert_true (test_shows_text (GTK_WIDGET (column), "0 / 5"));
  test_wait_until (form == NULL);
  test_wait_until (test_shows_text (GTK_WIDGET (desk->window), "Warm_leads is saved"));
}

static void
test_list_of_all_stages_follows_and_shows_what_is_hidden (Desk *desk, gconstpointer data)
{
  GtkWidget *list = ante_stages_window_new (desk->window, desk->workspace);

  gtk_window_present (GTK_WINDOW (list));
  test_wait_until (test_shows_text (list, "Client"));
  DO (desk, ante_command_hide_stage_async, "nurture", TRUE);
  test_wait_until (test_shows_text (list, "Hidden · 0 leads · ages after 45 days"));
  DO (desk, ante_command_add_stage_async, "client", "Former clients");
  test_wait_until (test_shows_text (list, "Former clients"));
  DO (desk, ante_command_merge_stage_async, "stage-1", "client");
  test_wait_until (!test_shows_text (list, "Former clients"));
  gtk_window_destroy (GTK_WINDOW (list));
}

static GtkWidget *
find_by_tooltip (GtkWidget *root, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = g_strcmp0 (gtk_widget_get_tooltip_text (child), words) == 0
                         ? child
                         : find_by_tooltip (child, words);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
has_keyboard (GtkWidget *list, const char *words)
{
  GtkWidget *button = find_by_tooltip (list, words);

  return button != NULL && gtk_window_get_focus (GTK_WINDOW (list)) == button;
}

static void
test_keyboard_goes_with_a_stage_that_is_moved_and_then_is_free (Desk *desk, gconstpointer data)
{
  GtkWidget *list = ante_stages_window_new (desk->window, desk->workspace);
  GtkWidget *up = NULL;

  gtk_window_present (GTK_WINDOW (list));
  test_wait_until (test_shows_text (list, "Client"));
  up = find_by_tooltip (list, "Move Qualified up");
  gtk_widget_grab_focus (up);
  g_signal_emit_by_name (up, "clicked");
  test_wait_until (find_by_tooltip (list, "Move Qualified up") != up);
  test_wait_until (has_keyboard (list, "Move Qualified up"));

  gtk_widget_grab_focus (find_by_tooltip (list, "Hide Nurture"));
  DO (desk, ante_command_hide_stage_async, "nurture", TRUE);
  test_wait_until (find_by_tooltip (list, "Show Nurture") != NULL);
  test_wait_until (has_keyboard (list, "Show Nurture"));
  gtk_window_destroy (GTK_WINDOW (list));
}

static GtkWidget *
nth_lane_head (Desk *desk, guint n)
{
  AnteBoardGrid *grid = ANTE_BOARD_PAGE (desk->page)->grid;
  GtkWidget *head = gtk_widget_get_first_child (ante_board_grid_get_row (grid));

  for (guint i = 0; head != NULL && i < n; i++)
    head = gtk_widget_get_next_sibling (head);
  return head;
}

static float
get_left (Desk *desk, GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, desk->page, &bounds) ? bounds.origin.x : -1;
}

static void
test_heads_stand_over_the_strips_of_all_lanes (Desk *desk, gconstpointer data)
{
  DO (desk, ante_command_collapse_stage_async, "active", TRUE);
  test_wait_until (is_strip (find_column (desk, "active")));
  g_object_set (desk->page, "lanes", "owner", NULL);
  test_wait_until (ANTE_IS_COLUMN_HEAD (nth_lane_head (desk, 2)) &&
                   is_strip (find_column (desk, "active")));
  test_wait_until (gtk_widget_get_width (nth_lane_head (desk, 1)) < 50);
  for (guint i = 0; i < 3; i++) {
    static const char *const keys[] = { "new-inbound", "active", "qualifying" };

    test_wait_until (get_left (desk, nth_lane_head (desk, i)) ==
                     get_left (desk, GTK_WIDGET (find_column (desk, keys[i]))));
  }
  /* The head opens the strips of every lane. */
  g_signal_emit_by_name (
    gtk_widget_get_template_child (nth_lane_head (desk, 1), ANTE_TYPE_COLUMN_HEAD, "unfold"),
    "clicked");
  test_wait_until (!is_strip (find_column (desk, "active")));
  test_wait_until (gtk_widget_get_width (nth_lane_head (desk, 1)) > 200);
}

static void
test_heads_of_lanes_tell_the_oldest_card_too (Desk *desk, gconstpointer data)
{
  test_wait_until (
    test_shows_text (part (find_column (desk, "new-inbound"), "head"), "oldest 3 d"));
  g_object_set (desk->page, "lanes", "owner", NULL);
  test_wait_until (ANTE_IS_COLUMN_HEAD (nth_lane_head (desk, 0)));
  test_wait_until (test_shows_text (nth_lane_head (desk, 0), "oldest 3 d"));
}

/* It has room for five figures, whatever the columns hold. */
static void
test_count_is_as_narrow_as_a_strip (void)
{
  static const struct {
    guint n;
    int limit;
    const char *words;
  } counts[] = {
    { 7, 0, "7" },       { 9999, 0, "9999" },    { 12345, 0, "12k" },
    { 12, 7, "12 / 7" }, { 12, 10, "12\n/ 10" }, { 1000, 40, "1000\n/ 40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *words = ante_column_head_count_strip (counts[i].n, counts[i].limit);

    g_assert_cmpstr (words, ==, counts[i].words);
  }
}

static void
test_stages_of_the_past_have_no_menu (Desk *desk, gconstpointer data)
{
  AnteBoardPage *page = ANTE_BOARD_PAGE (desk->page);

  g_assert_nonnull (test_find_widget (desk->page, "GtkMenuButton"));
  ante_board_show_past (page, ante_workspace_now (desk->workspace) - DAY);
  test_wait_until (page->past_at != 0 && find_column (desk, "client") != NULL);
  g_assert_false (gtk_widget_get_visible (
    test_find_widget (part (find_column (desk, "qualified"), "head"), "GtkMenuButton")));
  g_assert_false (is_strip (find_column (desk, "client")));
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board-stages/columns-follow", test_columns_follow_the_stages);
  ADD ("/board-stages/new-one-comes-into-view", test_new_stage_comes_into_view);
  ADD ("/board-stages/strip", test_clients_begin_as_a_strip_that_opens);
  ADD ("/board-stages/drop-on-a-strip", test_card_dropped_on_a_strip_makes_no_order);
  ADD ("/board-stages/limit", test_limit_warns_in_words_too);
  ADD ("/board-stages/filtered-head", test_filtered_head_tells_of_what_is_shown_alone);
  ADD ("/board-stages/ageing", test_cards_age_and_rot_by_the_days_of_their_stage);
  ADD ("/board-stages/hover", test_card_tells_the_pointer_what_did_not_fit);
  ADD ("/board-stages/all-hidden", test_board_whose_leads_are_hidden_is_not_called_empty);
  ADD ("/board-stages/form", test_form_that_is_refused_stays_and_says_why);
  ADD ("/board-stages/list-of-all", test_list_of_all_stages_follows_and_shows_what_is_hidden);
  ADD ("/board-stages/list-of-all/keyboard",
       test_keyboard_goes_with_a_stage_that_is_moved_and_then_is_free);
  ADD ("/board-stages/lanes", test_heads_stand_over_the_strips_of_all_lanes);
  g_test_add_func ("/board-stages/strip/count", test_count_is_as_narrow_as_a_strip);
  ADD ("/board-stages/lanes/oldest", test_heads_of_lanes_tell_the_oldest_card_too);
  ADD ("/board-stages/past", test_stages_of_the_past_have_no_menu);
  return g_test_run ();
}
