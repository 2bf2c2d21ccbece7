#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "ante-test.h"
#include "app/board/ante-board-page.h"
#include "app/inbox/ante-composer.h"
#include "app/inbox/ante-inbox-page.h"
#include "app/preferences/ante-preferences-window.h"
#include "app/shared/ante-lead-model.h"
#include "engine/ante-commands.h"
#include "engine/ante-workspace.h"
#include "model/ante-party.h"
#include "rules/ante-window.h"
#include "sandbox/sandbox-server.h"
#include "store/ante-store-account.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-outbox.h"

typedef struct {
  char *dir;
  SandboxServer *sandbox;
  AnteWorkspace *workspace;
  GAsyncResult *result;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = test_make_dir ();
  fixture->sandbox = sandbox_server_new (&(SandboxOptions){ .seed = 1 }, &error);
  g_assert_no_error (error);
  g_assert_true (sandbox_server_start (fixture->sandbox, &error));
  fixture->workspace = ante_workspace_new (fixture->dir, ANTE_STORE_OWNER);
  TEST_CALL (fixture->result, ante_workspace_open_async, fixture->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (fixture->workspace, fixture->result, &error));
  TEST_CALL (fixture->result, ante_workspace_connect_async, fixture->workspace,
             sandbox_server_get_url (fixture->sandbox), sandbox_server_get_token (fixture->sandbox),
             ANTE_TOKEN_IN_MEMORY, NULL);
  ante_workspace_connect_finish (fixture->workspace, fixture->result, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_sync_pass_async, ante_workspace_get_sync (fixture->workspace),
             NULL);
  ante_sync_pass_finish (ante_workspace_get_sync (fixture->workspace), fixture->result, NULL,
                         &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 1280, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  ante_workspace_close (fixture->workspace);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->workspace);
  g_clear_object (&fixture->sandbox);
  test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

/* Depth first: the first widget of @type that @root holds. */
static GtkWidget *
find_widget (GtkWidget *root, const char *type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found =
      g_str_equal (G_OBJECT_TYPE_NAME (child), type) ? child : find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
shows_text (GtkWidget *root, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_LABEL (child) && gtk_widget_get_mapped (child) &&
        strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL)
      return TRUE;
    if (shows_text (child, text))
      return TRUE;
  }
  return FALSE;
}

/* For eyes: a picture of the window where ANTEROOM_TEST_SHOTS names a folder. */
static void
keep_picture (Fixture *fixture, const char *name)
{
  const char *dir = g_getenv ("ANTEROOM_TEST_SHOTS");
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  for (guint i = 0; dir != NULL && i < 40; i++)
    test_iterate ();
  if (dir != NULL) {
    g_autofree char *file = g_build_filename (dir, name, NULL);
    g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
    GtkSnapshot *snapshot = gtk_snapshot_new ();
    g_autoptr (GskRenderNode) node = NULL;
    g_autoptr (GdkTexture) texture = NULL;

    gdk_paintable_snapshot (paintable, snapshot, width, height);
    node = gtk_snapshot_free_to_node (snapshot);
    texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
    gdk_texture_save_to_png (texture, file);
  }
}

static AnteLead *
first_lead (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) leads = NULL;

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, store, &filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, fixture->result, NULL);
  TEST_CALL (fixture->result, ante_store_get_leads_async, store, &g_array_index (ids, gint64, 0), 1,
             NULL);
  leads = ante_store_get_leads_finish (store, fixture->result, NULL);
  return g_object_ref (leads->pdata[0]);
}

static void
test_inbox_lists_leads_and_opens_a_thread (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = first_lead (fixture);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (shows_text (page, ante_lead_get_title (lead)));
  g_assert_null (find_widget (page, "AnteLeadPanel"));

  ante_inbox_page_open_lead (ANTE_INBOX_PAGE (page), lead->id);
  test_wait_until (gtk_widget_get_mapped (find_widget (page, "AnteLeadPanel")));
  test_wait_until (shows_text (find_widget (page, "AnteThreadView"), lead->last_text));
  keep_picture (fixture, "inbox.png");
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
  static const char *const names[] = { "Owes a reply", "Mine", "New inbound", "Qualifying", "All" };
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkListView *list = NULL;
  GtkWidget *split = NULL;
  GtkListBox *rows = NULL;
  guint total = 0;

  TEST_CALL (fixture->result, ante_command_move_async, fixture->workspace, &lead->id, 1,
             "qualifying", 0, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (shows_text (page, ante_lead_get_title (lead)));
  list = GTK_LIST_VIEW (find_widget (page, "GtkListView"));
  split = find_widget (page, "AnteSplitButton");
  rows = GTK_LIST_BOX (find_widget (split, "GtkListBox"));
  total = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkListBoxRow *row = NULL;
    guint n = 0;

    gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (split, "GtkMenuButton")));
    test_wait_until ((row = find_split (rows, names[i], &n)) != NULL);
    keep_picture (fixture, "splits.png");
    g_signal_emit_by_name (rows, "row-activated", row);
    test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == n);
    g_assert_true (shows_text (split, names[i]));
    g_assert_cmpuint (n, <=, total);
    if (i == 3)
      g_assert_cmpuint (n, ==, 1);
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==,
                    total);
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

/* J and K take the keyboard along; E is done with a lead and goes on to the next, which in "Owes a
 * reply" comes to stand in its place. */
static void
test_keys_walk_the_inbox (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkSelectionModel *leads = NULL;
  GtkWidget *split = NULL;
  GtkWidget *focus = NULL;
  GtkListBoxRow *row = NULL;
  gint64 next = 0;
  guint n = 0;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (shows_text (page, ante_lead_get_title (lead)));
  leads = gtk_list_view_get_model (GTK_LIST_VIEW (find_widget (page, "GtkListView")));
  split = find_widget (page, "AnteSplitButton");
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (split, "GtkMenuButton")));
  test_wait_until ((row = find_split (GTK_LIST_BOX (find_widget (split, "GtkListBox")),
                                      "Owes a reply", &n)) != NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == n);

  ante_inbox_page_focus (ANTE_INBOX_PAGE (page));
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_j);
  press (page, GDK_KEY_k);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (leads)), ==, 1);
  focus = gtk_window_get_focus (fixture->window);
  test_wait_until (ante_lead_item_get_lead (gtk_single_selection_get_selected_item (
                     GTK_SINGLE_SELECTION (leads))) != NULL);
  g_assert_true (
    shows_text (focus, ante_lead_get_title (ante_lead_item_get_lead (
                         gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (leads))))));

  {
    g_autoptr (AnteLeadItem) after = g_list_model_get_item (G_LIST_MODEL (leads), 2);

    next = ante_lead_item_get_id (after);
  }
  test_wait_until (shows_text (find_widget (page, "AnteThreadView"), "@"));
  press (page, GDK_KEY_e);
  test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (leads)) == n - 1);
  g_assert_cmpint (selected_lead (leads), ==, next);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (leads)), ==, 1);
}

static void
test_board_shows_a_column_a_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ante_board_page_new ();
  g_autoptr (AnteLead) lead = first_lead (fixture);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (page), fixture->workspace);
  gtk_window_present (fixture->window);
  test_wait_until (shows_text (page, "No-show risk"));
  test_wait_until (shows_text (page, ante_lead_get_title (lead)));
  keep_picture (fixture, "board.png");
}

/* Somebody whose reply window the store knows to be closed, as a view saw them before it closed. */
static AnteLead *
make_outdated_lead (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  gint64 now = ante_workspace_now (fixture->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) leads = NULL;

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, store, &filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, fixture->result, NULL);
  TEST_CALL (fixture->result, ante_store_get_leads_async, store, &g_array_index (ids, gint64, 0),
             ids->len, NULL);
  leads = ante_store_get_leads_finish (store, fixture->result, NULL);
  for (guint i = 0; i < leads->len; i++) {
    AnteLead *lead = leads->pdata[i];

    if (ante_window_at (lead, FALSE, now).state == ANTE_WINDOW_CLOSED) {
      lead->last_lead_at = now;
      return g_object_ref (lead);
    }
  }
  g_assert_not_reached ();
}

static char *
dup_composer_text (GtkWidget *composer)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (composer, "GtkTextView")));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static gboolean
holds (GtkWidget *composer, const char *wanted)
{
  g_autofree char *text = dup_composer_text (composer);

  return g_str_equal (text, wanted);
}

static GtkWidget *
make_composer (Fixture *fixture, AnteLead *lead)
{
  GtkWidget *composer = ante_composer_new ();

  adw_window_set_content (ADW_WINDOW (fixture->window), composer);
  ante_composer_set_workspace (ANTE_COMPOSER (composer), fixture->workspace);
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  return composer;
}

static void
test_refused_answer_stands_in_the_composer_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = make_outdated_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  ante_composer_put_back (ANTE_COMPOSER (composer), "See you on Tuesday then");
  gtk_widget_activate_action (composer, "composer.send", NULL);
  g_assert_true (holds (composer, ""));
  test_wait_until (holds (composer, "See you on Tuesday then"));
}

static void
test_long_answer_that_is_refused_comes_back_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = make_outdated_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autofree char *first = g_strnfill (900, 'a');
  g_autofree char *second = g_strnfill (900, 'b');
  g_autofree char *both = g_strjoin ("\n", first, second, NULL);

  ante_composer_put_back (ANTE_COMPOSER (composer), both);
  gtk_widget_activate_action (composer, "composer.send", NULL);
  g_assert_true (holds (composer, ""));
  test_wait_until (holds (composer, both));
}

static gboolean
is_setting (Fixture *fixture, const char *key, const char *wanted)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autofree char *value = NULL;

  TEST_CALL (fixture->result, ante_store_get_setting_async, store, key, NULL);
  value = ante_store_get_setting_finish (store, fixture->result, NULL);
  return g_strcmp0 (value, wanted) == 0;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Until the store has done what was asked of it, with the answers still undelivered. */
static void
let_store_work (Fixture *fixture)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  ante_store_set_setting_async (store, "mark", "1", NULL, kept_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_assert_true (ante_store_set_setting_finish (store, result, NULL));
  g_main_context_pop_thread_default (context);
}

static void
test_draft_never_stands_before_another_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = first_lead (fixture);
  g_autoptr (AnteLead) other = make_outdated_lead (fixture);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  GtkWidget *composer = make_composer (fixture, NULL);

  TEST_CALL (fixture->result, ante_store_set_draft_async, store, lead->id, "For you alone", NULL);
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  test_wait_until (holds (composer, "For you alone"));

  ante_composer_set_lead (ANTE_COMPOSER (composer), NULL);
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  let_store_work (fixture);
  ante_composer_set_lead (ANTE_COMPOSER (composer), other);
  test_wait_until (is_setting (fixture, "mark", "1"));
  g_assert_true (holds (composer, ""));
}

static guint
count_authors (GtkWidget *composer)
{
  GtkDropDown *authors = GTK_DROP_DOWN (find_widget (composer, "GtkDropDown"));

  return g_list_model_get_n_items (gtk_drop_down_get_model (authors));
}

static void
test_who_answered_last_answers_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = first_lead (fixture);
  g_autofree char *mia = ante_party_parse_owner ("Mia");
  GtkWidget *composer = NULL;

  TEST_CALL (fixture->result, ante_command_own_async, fixture->workspace, &lead->id, 1, mia);
  composer = make_composer (fixture, lead);
  test_wait_until (count_authors (composer) > 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (composer, "GtkDropDown")), 1);
  test_wait_until (is_setting (fixture, "answers-by", mia));

  composer = make_composer (fixture, lead);
  test_wait_until (
    gtk_drop_down_get_selected (GTK_DROP_DOWN (find_widget (composer, "GtkDropDown"))) == 1);
}

static void
take_back (GtkWidget *composer, AnteLead *lead, gint64 id, const char *text)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();

  item->id = id;
  item->lead_id = lead->id;
  item->text = g_strdup (text);
  ante_composer_take_back (ANTE_COMPOSER (composer), item);
}

static void
test_pieces_come_back_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  ante_composer_put_back (ANTE_COMPOSER (composer), "newer");
  take_back (composer, lead, 2, "two");
  take_back (composer, lead, 1, "one");
  take_back (composer, lead, 4, "four");
  take_back (composer, lead, 3, "three");
  g_assert_true (holds (composer, "one\ntwo\nthree\nfour\nnewer"));
}

static gboolean
is_draft (Fixture *fixture, AnteLead *lead, const char *wanted)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autofree char *text = NULL;

  TEST_CALL (fixture->result, ante_store_get_draft_async, store, lead->id, NULL);
  text = ante_store_get_draft_finish (store, fixture->result, NULL);
  return g_str_equal (text, wanted);
}

static void
test_refused_answer_leaves_newer_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = make_outdated_lead (fixture);
  g_autoptr (AnteLead) other = first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  ante_composer_put_back (ANTE_COMPOSER (composer), "Refused");
  gtk_widget_activate_action (composer, "composer.send", NULL);
  ante_composer_put_back (ANTE_COMPOSER (composer), "Newer");
  ante_composer_set_lead (ANTE_COMPOSER (composer), other);
  test_wait_until (is_draft (fixture, lead, "Refused\nNewer"));
  g_assert_true (holds (composer, ""));
}

/* --- preferences --- */

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
  GtkWidget *preferences = ante_preferences_window_new (fixture->window, fixture->workspace);
  AdwComboRow *owner = ADW_COMBO_ROW (find_widget (preferences, "AdwComboRow"));
  GtkSwitch *human_agent = GTK_SWITCH (find_widget (preferences, "GtkSwitch"));

  gtk_window_present (GTK_WINDOW (preferences));
  test_wait_until (adw_combo_row_get_model (owner) != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (owner), ==, 0);
  g_assert_true (has_setting (fixture, "default-owner", NULL));

  adw_combo_row_set_selected (owner, 1);
  test_wait_until (has_setting (fixture, "default-owner", ANTE_PARTY_AI));

  g_assert_false (gtk_switch_get_active (human_agent));
  gtk_switch_set_active (human_agent, TRUE);
  test_wait_until (ante_workspace_get_account (fixture->workspace)->human_agent);
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
  test_wait_until (shows_text (preferences, "Vera & <b>Sons"));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* Somebody types before the thread and its draft have been read. */
static void
test_words_typed_before_the_draft_comes_are_kept (Fixture *fixture, gconstpointer data)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkWidget *composer = NULL;

  TEST_CALL (fixture->result, ante_store_set_draft_async, store, lead->id, "begun yesterday", NULL);
  composer = make_composer (fixture, NULL);
  ante_composer_open (ANTE_COMPOSER (composer), lead->id);
  ante_composer_put_back (ANTE_COMPOSER (composer), "typed at once");
  test_wait_until (holds (composer, "begun yesterday\ntyped at once"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  g_assert_true (holds (composer, "begun yesterday\ntyped at once"));
}

/* The inbox and the board may show the same lead, one after the other. */
static void
test_draft_of_a_lead_is_the_same_in_every_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkWidget *one = g_object_ref (make_composer (fixture, lead));
  GtkWidget *other = NULL;

  gtk_window_present (fixture->window);
  test_wait_until (gtk_widget_get_mapped (one));
  ante_composer_put_back (ANTE_COMPOSER (one), "from the inbox");
  other = make_composer (fixture, lead);
  test_wait_until (holds (other, "from the inbox"));
  ante_composer_put_back (ANTE_COMPOSER (other), "and from the board,");

  adw_window_set_content (ADW_WINDOW (fixture->window), one);
  test_wait_until (holds (one, "and from the board,\nfrom the inbox"));
  g_object_unref (one);
}

/* Leaving the sandbox while the pieces of a long text go into the outbox. */
static void
test_data_may_close_while_a_long_answer_leaves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autofree char *first = g_strnfill (900, 'a');
  g_autofree char *second = g_strnfill (900, 'b');
  g_autofree char *both = g_strjoin ("\n", first, second, NULL);
  g_autoptr (GPtrArray) items = NULL;

  lead->last_lead_at = ante_workspace_now (fixture->workspace);
  ante_composer_put_back (ANTE_COMPOSER (composer), both);
  gtk_widget_activate_action (composer, "composer.send", NULL);
  ante_composer_set_workspace (ANTE_COMPOSER (composer), NULL);
  for (guint i = 0; i < 50; i++)
    test_iterate ();
  TEST_CALL (fixture->result, ante_store_outbox_list_async, store, lead->id, TRUE, 10, NULL);
  items = ante_store_outbox_list_finish (store, fixture->result, NULL);
  g_assert_cmpuint (items->len, ==, 2);
}

/* Each view asks for stages, setters and counts when it gets its data. */
static void
test_views_outlive_data_that_close_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *board = ante_board_page_new ();
  GtkWidget *inbox = ante_inbox_page_new ();
  g_autoptr (AnteLead) lead = first_lead (fixture);

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
  g_assert_false (shows_text (inbox, ante_lead_get_title (lead)));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, ANTE_APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  ADD ("/pages/inbox-lists-leads", test_inbox_lists_leads_and_opens_a_thread);
  ADD ("/pages/inbox-splits-count-what-they-list", test_inbox_splits_count_what_they_list);
  ADD ("/pages/keys-walk-the-inbox", test_keys_walk_the_inbox);
  ADD ("/pages/board-shows-a-column-a-stage", test_board_shows_a_column_a_stage);
  ADD ("/preferences/what-is-chosen-is-kept", test_preferences_keep_what_is_chosen);
  ADD ("/preferences/names-are-no-markup", test_preferences_show_a_name_as_it_is);
  ADD ("/composer/refused-answer-stands-in-it-again",
       test_refused_answer_stands_in_the_composer_again);
  ADD ("/composer/long-refused-answer-comes-back-whole",
       test_long_answer_that_is_refused_comes_back_whole);
  ADD ("/composer/draft-never-stands-before-another-lead",
       test_draft_never_stands_before_another_lead);
  ADD ("/composer/pieces-come-back-in-their-order", test_pieces_come_back_in_their_order);
  ADD ("/composer/refused-answer-leaves-newer-words", test_refused_answer_leaves_newer_words);
  ADD ("/composer/typed-before-the-draft-comes", test_words_typed_before_the_draft_comes_are_kept);
  ADD ("/composer/same-draft-in-every-view", test_draft_of_a_lead_is_the_same_in_every_view);
  ADD ("/composer/data-close-meanwhile", test_data_may_close_while_a_long_answer_leaves);
  ADD ("/pages/data-close-at-once", test_views_outlive_data_that_close_at_once);
  ADD ("/composer/who-answered-last-answers-next", test_who_answered_last_answers_next);
  return g_test_run ();
}
