#include "config.h"

#include <stdlib.h>

#include "app/board/ante-board-page.h"
#include "app/inbox/ante-inbox-page.h"
#include "app/preferences/ante-ai-page.h"
#include "app/preferences/ante-preferences-window.h"
#include "app/shared/ante-lead-model.h"
#include "app/shared/ante-settings.h"
#include "engine/ante-assist-commands.h"
#include "engine/ante-commands.h"
#include "page-fixture.h"
#include "store/ante-store-account.h"

static void
test_inbox_lists_leads_and_opens_a_thread (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (page, ante_lead_get_title (lead)));
  g_assert_null (test_find_widget (page, "AnteLeadPanel"));

  ante_inbox_page_open_lead (ANTE_INBOX_PAGE (page), lead->id);
  test_wait_until (gtk_widget_get_mapped (test_find_widget (page, "AnteLeadPanel")));
  test_wait_until (test_shows_text (test_find_widget (page, "AnteThreadView"), lead->last_text));
  page_keep_picture (fixture, "inbox.png");
}

/* The row of a list box that says @name; how many it counts in @n. */
static GtkListBoxRow *
find_split (GtkListBox *rows, const char *name, guint *n)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (rows, i)) != NULL; i++) {
    GtkWidget *box = gtk_list_box_row_get_child (row);
    GtkWidget *count = gtk_widget_get_last_child (box);
    GtkWidget *label = gtk_widget_get_prev_sibling (count);

    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), name)) {
      *n = (guint) atoi (gtk_label_get_text (GTK_LABEL (count)));
      return row;
    }
  }
  return NULL;
}

static void
test_inbox_splits_count_what_they_list (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Owes a reply", "Unread",     "No next step", "Mine",
                                       "New inbound",  "Qualifying", "All" };
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkListView *list = NULL;
  GtkWidget *split = NULL;
  GtkListBox *rows = NULL;
  AnteStoreCounts counts = { 0 };
  guint expected[G_N_ELEMENTS (names)] = { 0 };
  guint total = 0;

  TEST_CALL (fixture->result, ante_command_move_async, fixture->workspace, &lead->id, 1,
             "qualifying", 0, NULL);
  TEST_CALL (fixture->result, ante_command_set_next_step_async, fixture->workspace, lead->id,
             "Ask about budget", 0, NULL);
  TEST_CALL (fixture->result, ante_store_get_counts_async,
             ante_workspace_get_store (fixture->workspace), NULL);
  ante_store_get_counts_finish (ante_workspace_get_store (fixture->workspace), fixture->result,
                                &counts, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (page, ante_lead_get_title (lead)));
  list = GTK_LIST_VIEW (test_find_widget (page, "GtkListView"));
  split = test_find_widget (page, "AnteSplitButton");
  rows = GTK_LIST_BOX (test_find_widget (split, "GtkListBox"));
  total = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));

  g_assert_cmpuint (counts.owes_reply, <, total);
  expected[0] = counts.owes_reply;
  expected[1] = counts.unread;
  expected[2] = total - 1;
  expected[3] = total;
  expected[4] = total - 1;
  expected[5] = 1;
  expected[6] = total;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkListBoxRow *row = NULL;
    guint n = 0;

    gtk_menu_button_popup (GTK_MENU_BUTTON (test_find_widget (split, "GtkMenuButton")));
    test_wait_until ((row = find_split (rows, names[i], &n)) != NULL);
    page_keep_picture (fixture, "splits.png");
    g_signal_emit_by_name (rows, "row-activated", row);
    test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == n);
    g_assert_true (test_shows_text (split, names[i]));
    g_assert_cmpuint (n, ==, expected[i]);
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==,
                    total);
}

/* The list says of each lead what its thread and its card say: the stage and the owner; and nothing
 * is missing of who is a client. */
static void
test_inbox_says_whose_a_lead_is_and_how_far (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *list = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  list = test_find_widget (page, "GtkListView"); /* before a thread brings others */
  ante_inbox_page_open_lead (ANTE_INBOX_PAGE (page), lead->id);
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (list, "New inbound") && test_shows_text (list, "Coach"));
  test_wait_until (test_shows_text (page, "Every live lead should have one"));

  TEST_CALL (fixture->result, ante_command_own_async, fixture->workspace, &lead->id, 1,
             "setter:Maya");
  TEST_CALL (fixture->result, ante_command_move_async, fixture->workspace, &lead->id, 1, "client",
             0, NULL);
  test_wait_until (test_shows_text (list, "Client") && test_shows_text (list, "Maya (setter)"));
  test_wait_until (!test_shows_text (page, "Every live lead should have one"));
}

/* As the keyboard would, with the focus on the page. */
static void
press (GtkWidget *page, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
  }
}

static gint64
selected_lead (GtkSelectionModel *selection)
{
  AnteLeadItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  return item != NULL ? ante_lead_item_get_id (item) : 0;
}

/* The page on those that are owed a reply: @n of them. */
static void
show_owed (Fixture *fixture, GtkWidget *page, AnteLead *lead, guint *n)
{
  GtkSelectionModel *leads = NULL;
  GtkWidget *split = NULL;
  GtkListBoxRow *row = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (page, ante_lead_get_title (lead)));
  leads = gtk_list_view_get_model (GTK_LIST_VIEW (test_find_widget (page, "GtkListView")));
  split = test_find_widget (page, "AnteSplitButton");
  gtk_menu_button_popup (GTK_MENU_BUTTON (test_find_widget (split, "GtkMenuButton")));
  test_wait_until ((row = find_split (GTK_LIST_BOX (test_find_widget (split, "GtkListBox")),
                                      "Owes a reply", n)) != NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == *n);
}

/* J and K take the keyboard along; E is done with a lead and goes on to the next, which in "Owes a
 * reply" comes to stand in its place. */
static void
test_keys_walk_the_inbox (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkSelectionModel *leads = NULL;
  GtkWidget *focus = NULL;
  gint64 next = 0;
  guint n = 0;

  show_owed (fixture, page, lead, &n);
  leads = gtk_list_view_get_model (GTK_LIST_VIEW (test_find_widget (page, "GtkListView")));
  ante_inbox_page_focus (ANTE_INBOX_PAGE (page));
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_k);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (leads)), ==, 1);
  focus = gtk_window_get_focus (fixture->window);
  test_wait_until (ante_lead_item_get_lead (gtk_single_selection_get_selected_item (
                     GTK_SINGLE_SELECTION (leads))) != NULL);
  g_assert_true (test_shows_text (
    focus, ante_lead_get_title (ante_lead_item_get_lead (
             gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (leads))))));

  {
    g_autoptr (AnteLeadItem) after = g_list_model_get_item (G_LIST_MODEL (leads), 2);

    next = ante_lead_item_get_id (after);
  }
  test_wait_until (test_shows_text (test_find_widget (page, "AnteThreadView"), "@"));
  press (page, GDK_KEY_e);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == n - 1);
  g_assert_cmpint (selected_lead (leads), ==, next);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (leads)), ==, 1);
}

/* Of those that are owed a reply, with the keyboard on its row: its row id. */
static gint64
open_second (Fixture *fixture, GtkWidget *page, GtkWidget **list, guint *n)
{
  g_autoptr (AnteLead) first = page_first_lead (fixture);

  show_owed (fixture, page, first, n);
  *list = test_find_widget (page, "GtkListView");
  ante_inbox_page_focus (ANTE_INBOX_PAGE (page));
  press (page, GDK_KEY_j);
  return selected_lead (gtk_list_view_get_model (GTK_LIST_VIEW (*list)));
}

/* What leaves the split by itself stays open, and the keyboard where it stood. */
static void
test_keyboard_stays_in_the_list_when_its_lead_leaves (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  GtkSelectionModel *leads = NULL;
  GtkWidget *list = NULL;
  gint64 open = 0;
  guint n = 0;

  open = open_second (fixture, page, &list, &n);
  leads = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  TEST_CALL (fixture->result, ante_command_set_async, fixture->workspace, &open, 1,
             ANTE_FIELD_OWES_REPLY, "0");
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == n - 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), list));
  g_assert_cmpint (selected_lead (leads), ==, 0);
}

/* Out of the filter the keyboard comes back to where it was, whatever was typed there. */
static void
test_keyboard_comes_back_from_the_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  GtkSelectionModel *leads = NULL;
  GtkWidget *list = NULL;
  GtkWidget *filter = NULL;
  gint64 open = 0;
  guint n = 0;

  open = open_second (fixture, page, &list, &n);
  leads = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  ante_inbox_page_focus_filter (ANTE_INBOX_PAGE (page));
  filter = gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (filter), "zzz nobody");
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == 0);
  g_signal_emit_by_name (filter, "stop-search");
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == n);
  test_wait_until (gtk_window_get_focus (fixture->window) != NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), list));
  g_assert_cmpint (selected_lead (leads), ==, open);
}

static void
test_board_shows_a_column_a_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_board_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (page, "No-show risk"));
  test_wait_until (test_shows_text (page, ante_lead_get_title (lead)));
  page_keep_picture (fixture, "board.png");
}

static gboolean
has_setting (Fixture *fixture, const char *key, const char *value)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autofree char *kept = NULL;

  TEST_CALL (fixture->result, ante_store_get_setting_async, store, key, NULL);
  kept = ante_store_get_setting_finish (store, fixture->result, NULL);
  return g_strcmp0 (kept, value) == 0;
}

static void
test_preferences_keep_what_is_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *preferences = NULL;
  AdwComboRow *owner = NULL;
  GtkSwitch *human_agent = NULL;

  TEST_CALL (fixture->result, ante_command_own_async, fixture->workspace, &lead->id, 1,
             "setter:Mia");
  preferences = ante_preferences_window_new (fixture->window, fixture->workspace);
  owner = ADW_COMBO_ROW (
    gtk_widget_get_template_child (preferences, ANTE_TYPE_PREFERENCES_WINDOW, "owner"));
  human_agent = GTK_SWITCH (
    gtk_widget_get_template_child (preferences, ANTE_TYPE_PREFERENCES_WINDOW, "human_agent"));
  gtk_window_present (GTK_WINDOW (preferences));
  test_wait_until (adw_combo_row_get_model (owner) != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (owner), ==, 0);
  g_assert_true (has_setting (fixture, "default-owner", NULL));

  adw_combo_row_set_selected (owner, 1);
  test_wait_until (has_setting (fixture, "default-owner", "setter:Mia"));

  g_assert_false (gtk_switch_get_active (human_agent));
  gtk_switch_set_active (human_agent, TRUE);
  test_wait_until (ante_workspace_get_account (fixture->workspace)->human_agent);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_preferences_say_who_sits_here (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { ANTE_SETTING_SITS_HERE, NULL };
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  g_autoptr (GSettings) settings = ante_settings_open (keys);
  g_autofree char *sitter = NULL;
  GtkWidget *preferences = NULL;
  AdwComboRow *row = NULL;

  TEST_CALL (fixture->result, ante_command_own_async, fixture->workspace, &lead->id, 1,
             "setter:Mia");
  preferences = ante_preferences_window_new (fixture->window, fixture->workspace);
  row = ADW_COMBO_ROW (
    gtk_widget_get_template_child (preferences, ANTE_TYPE_PREFERENCES_WINDOW, "sitter"));
  gtk_window_present (GTK_WINDOW (preferences));
  test_wait_until (adw_combo_row_get_model (row) != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  sitter = ante_settings_dup_sitter (settings);
  g_assert_cmpstr (sitter, ==, "setter:Mia");
  g_settings_reset (settings, ANTE_SETTING_SITS_HERE);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* What cannot be so is not what goes on behind the page. */
static void
test_ai_that_must_stay_here_is_turned_off (Fixture *fixture, gconstpointer data)
{
  AnteAssistant *assistant =
    ante_drafting_get_assistant (ante_workspace_get_drafting (fixture->workspace));
  g_autoptr (AnteAiSettings) settings = ante_ai_settings_new ();
  GtkWidget *preferences = NULL;
  GtkWidget *page = NULL;
  AdwComboRow *provider = NULL;

  settings->provider = g_strdup ("openai");
  settings->model = g_strdup ("small-1");
  TEST_CALL (fixture->result, ante_command_set_ai_async, fixture->workspace, settings);
  preferences = ante_preferences_window_new (fixture->window, fixture->workspace);
  page =
    GTK_WIDGET (gtk_widget_get_template_child (preferences, ANTE_TYPE_PREFERENCES_WINDOW, "ai"));
  provider = ADW_COMBO_ROW (gtk_widget_get_template_child (page, ANTE_TYPE_AI_PAGE, "provider"));
  gtk_window_present (GTK_WINDOW (preferences));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "ai");
  test_wait_until (adw_combo_row_get_selected (provider) == 1);
  test_wait_until (test_shows_text (page, "Nothing has left this computer"));
  gtk_switch_set_active (
    GTK_SWITCH (gtk_widget_get_template_child (page, ANTE_TYPE_AI_PAGE, "local_only")), TRUE);
  test_wait_until (!ante_ai_settings_is_on (ante_assistant_get_settings (assistant)));
  test_wait_until (test_shows_text (page, "This would leave your computer"));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_preferences_show_a_name_as_it_is (Fixture *fixture, gconstpointer data)
{
  AnteAccount *account = (AnteAccount *) ante_workspace_get_account (fixture->workspace);
  GtkWidget *preferences = NULL;

  g_free (account->name);
  account->name = g_strdup ("Vera & <b>Sons");
  preferences = ante_preferences_window_new (fixture->window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (preferences));
  test_wait_until (test_shows_text (preferences, "Vera & <b>Sons"));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* Each view asks for stages, setters and counts when it gets its data. */
static void
test_views_outlive_data_that_close_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *board = ante_board_page_new ();
  GtkWidget *inbox = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = page_first_lead (fixture);

  adw_window_set_content (ADW_WINDOW (fixture->window), board);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (board), fixture->workspace);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (board), NULL);
  for (guint i = 0; i < 20; i++)
    test_iterate ();

  adw_window_set_content (ADW_WINDOW (fixture->window), inbox);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (inbox), fixture->workspace);
  ante_inbox_page_open_lead (ANTE_INBOX_PAGE (inbox), lead->id);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (inbox), NULL);
  for (guint i = 0; i < 20; i++)
    test_iterate ();
  g_assert_false (test_shows_text (inbox, ante_lead_get_title (lead)));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/pages/inbox-lists-leads", test_inbox_lists_leads_and_opens_a_thread);
  ADD ("/pages/inbox-splits-count-what-they-list", test_inbox_splits_count_what_they_list);
  ADD ("/pages/inbox-says-whose", test_inbox_says_whose_a_lead_is_and_how_far);
  ADD ("/pages/keys-walk-the-inbox", test_keys_walk_the_inbox);
  ADD ("/pages/inbox-lead-leaves", test_keyboard_stays_in_the_list_when_its_lead_leaves);
  ADD ("/pages/inbox-filter", test_keyboard_comes_back_from_the_filter);
  ADD ("/pages/board-shows-a-column-a-stage", test_board_shows_a_column_a_stage);
  ADD ("/preferences/what-is-chosen-is-kept", test_preferences_keep_what_is_chosen);
  ADD ("/pages/who-sits-here", test_preferences_say_who_sits_here);
  ADD ("/preferences/ai-that-must-stay-here", test_ai_that_must_stay_here_is_turned_off);
  ADD ("/preferences/names-are-no-markup", test_preferences_show_a_name_as_it_is);
  ADD ("/pages/data-close-at-once", test_views_outlive_data_that_close_at_once);
  return g_test_run ();
}
