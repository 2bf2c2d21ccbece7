#include "config.h"

#include "app/inbox/ante-composer.h"
#include "app/shared/ante-settings.h"
#include "engine/ante-commands.h"
#include "model/ante-party.h"
#include "page-fixture.h"
#include "rules/ante-window.h"
#include "store/ante-store-account.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-outbox.h"

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
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (composer, "GtkTextView")));
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
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
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

static gboolean
is_said_by (GtkWidget *composer, const char *name)
{
  GtkDropDown *authors = GTK_DROP_DOWN (test_find_widget (composer, "GtkDropDown"));
  GtkStringObject *author = gtk_drop_down_get_selected_item (authors);

  return gtk_widget_get_visible (gtk_widget_get_parent (GTK_WIDGET (authors))) &&
         g_str_has_prefix (gtk_string_object_get_string (author), name);
}

static void
choose_author (GtkWidget *composer, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (test_find_widget (composer, "GtkDropDown")), position);
}

static void
test_name_that_is_chosen_holds_for_one_lead (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { ANTE_SETTING_SITS_HERE, NULL };
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  g_autoptr (AnteLead) other = make_outdated_lead (fixture);
  g_autofree char *mia = ante_party_parse_owner ("Mia");
  g_autoptr (GSettings) settings = ante_settings_open (keys);
  GtkWidget *composer = NULL;

  TEST_CALL (fixture->result, ante_command_own_async, fixture->workspace, &lead->id, 1, mia);
  composer = make_composer (fixture, lead);
  test_wait_until (is_said_by (composer, "Coach"));
  choose_author (composer, 1);
  g_assert_true (is_said_by (composer, "Mia"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead); /* read again */
  g_assert_true (is_said_by (composer, "Mia"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), other);
  g_assert_true (is_said_by (composer, "Coach"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  g_assert_true (is_said_by (composer, "Coach"));

  g_settings_set_string (settings, ANTE_SETTING_SITS_HERE, mia);
  g_assert_true (is_said_by (composer, "Mia"));
  choose_author (composer, 0);
  ante_composer_set_lead (ANTE_COMPOSER (composer), other);
  g_assert_true (is_said_by (composer, "Mia"));
  composer = make_composer (fixture, lead);
  test_wait_until (is_said_by (composer, "Mia"));
  g_settings_reset (settings, ANTE_SETTING_SITS_HERE);
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
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
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
  g_autoptr (AnteLead) other = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  ante_composer_put_back (ANTE_COMPOSER (composer), "Refused");
  gtk_widget_activate_action (composer, "composer.send", NULL);
  ante_composer_put_back (ANTE_COMPOSER (composer), "Newer");
  ante_composer_set_lead (ANTE_COMPOSER (composer), other);
  test_wait_until (is_draft (fixture, lead, "Refused\nNewer"));
  g_assert_true (holds (composer, ""));
}

/* A composer that has been turned to @lead, and typed into before the lead and its draft were read.
 */
static GtkWidget *
type_before_the_draft_comes (Fixture *fixture, AnteLead *lead, const char *draft, const char *typed)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  GtkWidget *composer = NULL;

  TEST_CALL (fixture->result, ante_store_set_draft_async, store, lead->id, draft, NULL);
  composer = make_composer (fixture, NULL);
  ante_composer_open (ANTE_COMPOSER (composer), lead->id);
  ante_composer_put_back (ANTE_COMPOSER (composer), typed);
  return composer;
}

static void
test_words_typed_before_the_draft_comes_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer =
    type_before_the_draft_comes (fixture, lead, "begun yesterday", "typed at once");

  test_wait_until (holds (composer, "begun yesterday\ntyped at once"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), lead);
  g_assert_true (holds (composer, "begun yesterday\ntyped at once"));
}

/* And are not written over the draft when another lead is opened before it has come. */
static void
test_words_typed_in_passing_are_put_to_the_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer =
    type_before_the_draft_comes (fixture, lead, "begun yesterday", "typed in passing");

  ante_composer_open (ANTE_COMPOSER (composer), lead->id + 1);
  test_wait_until (is_draft (fixture, lead, "typed in passing\nbegun yesterday"));
}

/* The inbox and the board may show the same lead, one after the other. */
static void
test_draft_of_a_lead_is_the_same_in_every_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
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
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
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

static void
begin (Fixture *fixture, gint64 lead, const char *text, int code)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_begin_draft_async, store, lead, text, NULL);
  g_assert_true (ante_store_begin_draft_finish (store, fixture->result, &error) == (code < 0));
  if (code >= 0)
    g_assert_error (error, ANTE_STORE_ERROR, code);
}

static void
test_answer_that_is_begun_elsewhere_stands_in_it_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  begin (fixture, lead->id, "I wish you well", -1);
  test_wait_until (holds (composer, "I wish you well"));
  begin (fixture, lead->id, "Another one", ANTE_STORE_ERROR_CONFLICT);
  g_assert_true (holds (composer, "I wish you well"));
}

static void
test_what_is_being_written_is_not_written_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  GtkWidget *composer = make_composer (fixture, lead);
  g_autofree char *draft = NULL;

  TEST_CALL (fixture->result, ante_store_get_draft_async, store, lead->id, NULL);
  g_free (ante_store_get_draft_finish (store, fixture->result, NULL));
  ante_composer_put_back (ANTE_COMPOSER (composer), "See you");
  begin (fixture, lead->id, "I wish you well", -1);
  for (guint i = 0; i < 2; i++) { /* the composer has been told, and has read */
    TEST_CALL (fixture->result, ante_store_get_draft_async, store, lead->id, NULL);
    g_free (ante_store_get_draft_finish (store, fixture->result, NULL));
  }
  g_assert_true (holds (composer, "See you"));
  ante_composer_set_lead (ANTE_COMPOSER (composer), NULL);
  TEST_CALL (fixture->result, ante_store_get_draft_async, store, lead->id, NULL);
  draft = ante_store_get_draft_finish (store, fixture->result, NULL);
  g_assert_cmpstr (draft, ==, "See you");
}

/* As if a draft had been begun: of @lead, or of any for 0. */
static void
tell_of_drafts (Fixture *fixture, gint64 lead)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, lead);
  g_signal_emit_by_name (ante_workspace_get_store (fixture->workspace), "changed",
                         ANTE_STORE_DRAFTS, lead != 0 ? ids : NULL);
}

/* The composer has been told, and has read. */
static void
let_it_read (Fixture *fixture, gint64 lead)
{
  AnteStore *store = ante_workspace_get_store (fixture->workspace);

  for (guint i = 0; i < 2; i++) {
    TEST_CALL (fixture->result, ante_store_get_draft_async, store, lead, NULL);
    g_free (ante_store_get_draft_finish (store, fixture->result, NULL));
  }
}

static void
test_draft_is_read_again_for_its_own_lead_or_any (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  AnteStore *store = ante_workspace_get_store (fixture->workspace);
  GtkWidget *composer = make_composer (fixture, lead);

  let_it_read (fixture, lead->id);
  TEST_CALL (fixture->result, ante_store_set_draft_async, store, lead->id, "One", NULL);
  tell_of_drafts (fixture, lead->id + 1);
  let_it_read (fixture, lead->id);
  g_assert_true (holds (composer, ""));
  tell_of_drafts (fixture, lead->id);
  test_wait_until (holds (composer, "One"));

  TEST_CALL (fixture->result, ante_store_set_draft_async, store, lead->id, "Two", NULL);
  tell_of_drafts (fixture, 0);
  test_wait_until (holds (composer, "Two"));
}

/* What is read was there before what is saved. */
static void
test_last_letters_stand_while_they_are_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);

  gtk_window_present (fixture->window);
  test_wait_until (gtk_widget_get_mapped (composer));
  let_it_read (fixture, lead->id);
  tell_of_drafts (fixture, lead->id);
  ante_composer_put_back (ANTE_COMPOSER (composer), "See you on Tuesday");
  gtk_widget_set_visible (composer, FALSE); /* which saves at once */
  let_it_read (fixture, lead->id);
  g_assert_true (holds (composer, "See you on Tuesday"));
  g_assert_true (is_draft (fixture, lead, "See you on Tuesday"));
}

typedef struct {
  Fixture *fixture;
  gint64 lead;
  const char *begun; /* elsewhere, before the text has left; NULL for nothing */
  guint n_texts;     /* how often something came to stand in the composer */
} Watch;

static void
watch_cb (GtkTextBuffer *buffer, Watch *watch)
{
  AnteStore *store = ante_workspace_get_store (watch->fixture->workspace);

  if (gtk_text_buffer_get_char_count (buffer) > 0) {
    watch->n_texts++;
    return;
  }
  /* What was written is saved, and not yet sent. */
  tell_of_drafts (watch->fixture, watch->lead);
  if (watch->begun != NULL)
    ante_store_set_draft_async (store, watch->lead, watch->begun, NULL, NULL, NULL);
}

/* A composer whose text has just been sent. */
static GtkWidget *
send_and_watch (Fixture *fixture, AnteLead *lead, Watch *watch)
{
  GtkWidget *composer = make_composer (fixture, lead);
  GtkTextView *view = GTK_TEXT_VIEW (test_find_widget (composer, "GtkTextView"));

  watch->fixture = fixture;
  watch->lead = lead->id;
  lead->last_lead_at = ante_workspace_now (fixture->workspace);
  let_it_read (fixture, lead->id);
  ante_composer_put_back (ANTE_COMPOSER (composer), "See you on Tuesday");
  g_signal_connect (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (watch_cb), watch);
  gtk_widget_activate_action (composer, "composer.send", NULL);
  return composer;
}

static void
test_text_that_is_sent_does_not_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  Watch watch = { 0 };
  GtkWidget *composer = send_and_watch (fixture, lead, &watch);

  test_wait_until (is_draft (fixture, lead, ""));
  let_it_read (fixture, lead->id);
  g_assert_true (holds (composer, ""));
  g_assert_cmpuint (watch.n_texts, ==, 0);
}

static void
test_what_is_begun_while_a_text_is_sent_stands_in_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  Watch watch = { .begun = "I wish you well" };
  GtkWidget *composer = send_and_watch (fixture, lead, &watch);

  test_wait_until (holds (composer, "I wish you well"));
}

static void
test_nobody_is_sent_what_is_to_be_filled_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (composer, "GtkTextView")));
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };
  g_autofree char *chosen = NULL;

  ante_composer_put_back (ANTE_COMPOSER (composer), "Ünd here: {booking_link}");
  gtk_window_present (fixture->window);
  test_wait_until (test_shows_text (composer, "Fill in {booking_link} first"));
  gtk_widget_activate_action (composer, "composer.send", NULL);
  g_assert_true (holds (composer, "Ünd here: {booking_link}"));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  chosen = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (chosen, ==, "{booking_link}");

  gtk_text_buffer_delete (buffer, &start, &end);
  g_assert_false (test_shows_text (composer, "Fill in {booking_link} first"));
  gtk_widget_activate_action (composer, "composer.send", NULL);
  g_assert_true (holds (composer, ""));
}

/* With nothing to choose from the list says what it is for, and has room for its buttons. */
static void
test_empty_list_of_replies_shows_its_buttons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = page_first_lead (fixture);
  GtkWidget *composer = make_composer (fixture, lead);
  GtkWidget *picker = NULL;
  GtkWidget *child = NULL;
  int needed = 0;

  gtk_window_present (fixture->window);
  test_wait_until (gtk_widget_get_mapped (composer));
  gtk_widget_activate_action (composer, "composer.replies", NULL);
  picker = test_find_widget (composer, "AnteReplyPicker");
  test_wait_until (test_shows_text (picker, "No reply is saved yet."));
  child = gtk_popover_get_child (GTK_POPOVER (picker));
  test_wait_until (gtk_widget_get_height (child) > 0);
  for (guint i = 0; i < 20; i++)
    test_iterate ();
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (child), &needed, NULL,
                      NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (child), >=, needed);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/composer/refused-answer-stands-in-it-again",
       test_refused_answer_stands_in_the_composer_again);
  ADD ("/composer/long-refused-answer-comes-back-whole",
       test_long_answer_that_is_refused_comes_back_whole);
  ADD ("/composer/draft-never-stands-before-another-lead",
       test_draft_never_stands_before_another_lead);
  ADD ("/composer/pieces-come-back-in-their-order", test_pieces_come_back_in_their_order);
  ADD ("/composer/refused-answer-leaves-newer-words", test_refused_answer_leaves_newer_words);
  ADD ("/composer/typed-before-the-draft-comes", test_words_typed_before_the_draft_comes_are_kept);
  ADD ("/composer/typed-in-passing", test_words_typed_in_passing_are_put_to_the_draft);
  ADD ("/composer/same-draft-in-every-view", test_draft_of_a_lead_is_the_same_in_every_view);
  ADD ("/composer/begun-elsewhere", test_answer_that_is_begun_elsewhere_stands_in_it_at_once);
  ADD ("/composer/not-written-over", test_what_is_being_written_is_not_written_over);
  ADD ("/composer/own-lead", test_draft_is_read_again_for_its_own_lead_or_any);
  ADD ("/composer/last-letters", test_last_letters_stand_while_they_are_saved);
  ADD ("/composer/sent-stays-away", test_text_that_is_sent_does_not_come_back);
  ADD ("/composer/begun-while-sent", test_what_is_begun_while_a_text_is_sent_stands_in_it);
  ADD ("/composer/data-close-meanwhile", test_data_may_close_while_a_long_answer_leaves);
  ADD ("/composer/name-holds-for-one-lead", test_name_that_is_chosen_holds_for_one_lead);
  ADD ("/composer/empty-list-of-replies", test_empty_list_of_replies_shows_its_buttons);
  ADD ("/composer/gap-is-not-sent", test_nobody_is_sent_what_is_to_be_filled_in);
  return g_test_run ();
}
