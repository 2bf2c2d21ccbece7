#include "config.h"

#include <adwaita.h>
#include <sqlite3.h>

#include "app/shared/ante-gate-dialog.h"
#include "app/shared/ante-gate-row.h"
#include "app/shared/ante-kind-no.h"
#include "app/shared/ante-lead-move.h"
#include "app/shared/ante-toast-area.h"
#include "engine/ante-workspace.h"
#include "rules/ante-window.h"
#include "store-fixture.h"
#include "widgets.h"

#define N_LEADS 31
#define NURTURE 8
#define BOOKED 6
#define NOT_A_FIT 9

typedef struct {
  Fixture base; /* its store is the workspace's */
  AnteWorkspace *workspace;
  GtkWindow *window;
  GtkWidget *from;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = ante_toast_area_new (NULL);

  desk->base.dir = test_make_dir ();
  desk->workspace = ante_workspace_new (desk->base.dir, ANTE_STORE_OWNER);
  TEST_CALL (desk->base.result, ante_workspace_open_async, desk->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (desk->workspace, desk->base.result, &error));
  desk->base.store = ante_workspace_get_store (desk->workspace);
  for (guint i = 1; i <= N_LEADS; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    fixture_ingest (&desk->base,
                    make_thread (igsid, make_message (igsid, "lead", T0, "hello"), NULL), T0);
  }

  desk->from = gtk_label_new ("leads");
  desk->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk->window, 900, 700);
  g_object_set (overlay, "child", desk->from, NULL);
  adw_window_set_content (ADW_WINDOW (desk->window), overlay);
  gtk_window_present (desk->window);
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

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ANTE_IS_GATE_DIALOG (window) && gtk_widget_get_mapped (window))
      return window;
  }
  return NULL;
}

static AnteStage *
find_stage (Desk *desk, const char *key)
{
  g_autoptr (GPtrArray) stages = NULL;

  TEST_CALL (desk->base.result, ante_store_list_stages_async, desk->base.store, NULL);
  stages = ante_store_list_stages_finish (desk->base.store, desk->base.result, NULL);
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (g_str_equal (stage->key, key))
      return g_object_ref (stage);
  }
  g_assert_not_reached ();
}

static AnteMove *
make_move (guint n, const char *key)
{
  AnteMove *moved = ante_move_new (key, 0);

  for (guint i = 1; i <= n; i++)
    ante_move_add_lead (moved, i);
  return moved;
}

/* The first @n leads, whose row ids are counted from 1. */
static GtkWidget *
move (Desk *desk, guint n, const char *key)
{
  g_autoptr (AnteStage) stage = find_stage (desk, key);

  ante_lead_move (desk->from, desk->workspace, make_move (n, key), stage,
                  g_strdup ("they have gone"));
  test_wait_until (find_dialog () != NULL);
  return find_dialog ();
}

static void
collect_texts (GtkWidget *root, GPtrArray *texts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_ENTRY (child) && gtk_widget_get_mapped (child))
      g_ptr_array_add (texts, child);
    else
      collect_texts (child, texts);
  }
}

static GPtrArray *
find_entries (GtkWidget *dialog)
{
  GPtrArray *entries = g_ptr_array_new ();

  collect_texts (dialog, entries);
  return entries;
}

static guint
count_entries (GtkWidget *dialog)
{
  g_autoptr (GPtrArray) entries = find_entries (dialog);

  return entries->len;
}

static void
type (GtkWidget *dialog, guint n, const char *text)
{
  g_autoptr (GPtrArray) entries = find_entries (dialog);

  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[n]), text);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = NULL;

    if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
      return child;
    if ((found = find_button (child, label)) != NULL)
      return found;
  }
  return NULL;
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = find_button (dialog, label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_in (Desk *desk, const char *igsid, gint64 stage)
{
  g_autoptr (AnteLead) lead = fixture_lead (&desk->base, igsid);

  return lead->stage_id == stage;
}

static void
give_next_step (Desk *desk, gint64 lead)
{
  TEST_CALL (desk->base.result, ante_command_set_next_step_async, desk->workspace, lead, "Call",
             ante_workspace_now (desk->workspace) + 60 * MINUTE, NULL);
  g_assert_cmpint (ante_command_finish (desk->workspace, desk->base.result, NULL), >, 0);
}

static void
undo (Desk *desk)
{
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (desk->base.result, ante_command_undo_async, desk->workspace, 0);
  undone = ante_command_undo_finish (desk->workspace, desk->base.result, NULL);
  g_assert_nonnull (undone);
}

static void
test_each_lead_of_several_is_asked_for_its_own (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  g_autoptr (AnteLead) third = NULL;

  give_next_step (desk, 2);
  dialog = move (desk, 3, "booked");
  g_assert_true (test_shows_text (dialog, "2 of 3 Leads Lack Something"));
  g_assert_true (test_shows_text (dialog, "handle_1") && test_shows_text (dialog, "handle_3"));
  g_assert_false (test_shows_text (dialog, "handle_2"));
  g_assert_cmpuint (count_entries (dialog), ==, 2);

  type (dialog, 0, "Call Ana");
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Save and Move")));
  type (dialog, 1, "Call Ben");
  press (dialog, "_Save and Move");
  test_wait_until (find_dialog () == NULL);
  test_wait_until (test_shows_text (GTK_WIDGET (desk->window), "they have gone"));
  g_assert_true (is_in (desk, "1", BOOKED) && is_in (desk, "2", BOOKED) &&
                 is_in (desk, "3", BOOKED));
  third = fixture_lead (&desk->base, "3");
  g_assert_cmpstr (third->next_action, ==, "Call Ben");

  undo (desk);
  g_assert_true (is_in (desk, "1", 1) && is_in (desk, "2", 1) && is_in (desk, "3", 1));
}

static void
test_one_reason_is_given_for_all_of_them (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, N_LEADS, "not-a-fit");

  g_assert_cmpuint (count_entries (dialog), ==, 1);
  g_assert_false (test_shows_text (dialog, "kind no")); /* which is for one person */
  g_assert_false (gtk_widget_get_visible (find_button (dialog, "Move _Anyway…")));
  type (dialog, 0, "They came for the giveaway");
  press (dialog, "_Save and Move");
  test_wait_until (find_dialog () == NULL);
  g_assert_true (is_in (desk, "1", NOT_A_FIT) && is_in (desk, "31", NOT_A_FIT));
}

static void
test_too_many_to_fill_in_go_anyway_or_not (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, N_LEADS, "booked");

  g_assert_true (test_shows_text (dialog, "too much to fill in"));
  g_assert_cmpuint (count_entries (dialog), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Save and Move")));
  press (dialog, "Move _Anyway…");
  test_wait_until (count_entries (dialog) == 1);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "Move _Anyway")));
  type (dialog, 0, "A day of calls");
  press (dialog, "Move _Anyway");
  test_wait_until (find_dialog () == NULL);
  g_assert_true (is_in (desk, "1", BOOKED) && is_in (desk, "31", BOOKED));
}

static void
test_what_is_lost_meanwhile_is_asked_for_as_well (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  give_next_step (desk, 2);
  dialog = move (desk, 2, "booked");
  g_assert_cmpuint (count_entries (dialog), ==, 1);
  undo (desk);
  type (dialog, 0, "Call Ana");
  press (dialog, "_Save and Move");
  test_wait_until (count_entries (dialog) == 2);
  g_assert_true (is_in (desk, "1", 1) && is_in (desk, "2", 1));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_refused_words_are_kept_and_told (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "not-a-fit");

  ante_workspace_close (desk->workspace);
  type (dialog, 0, "Wants a dietitian");
  press (dialog, "_Save and Move");
  test_wait_until (test_shows_text (dialog, "cannot be written"));
  g_assert_true (find_dialog () == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
set_step (Desk *desk, const char *action, gint64 due)
{
  TEST_CALL (desk->base.result, ante_command_set_next_step_async, desk->workspace, 1, action, due,
             NULL);
  g_assert_cmpint (ante_command_finish (desk->workspace, desk->base.result, NULL), >, 0);
}

static void
assert_step (Desk *desk, const char *action, guint days)
{
  g_autoptr (AnteLead) lead = fixture_lead (&desk->base, "1");
  gint64 due = ante_workspace_now (desk->workspace) + days * ANTE_DAY_MS;

  g_assert_cmpstr (lead->next_action, ==, action);
  g_assert_cmpint (ABS (lead->next_due - due), <, ANTE_DAY_MS);
}

/* Enter at once, in what has the keyboard. */
static void
enter (GtkWidget *dialog)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (GTK_IS_TEXT (focus));
  g_signal_emit_by_name (focus, "activate");
}

static void
test_nurture_proposes_to_write_again_in_a_month (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "nurture");

  g_assert_cmpuint (count_entries (dialog), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog, "_Save and Move")));
  enter (dialog);
  test_wait_until (find_dialog () == NULL);
  g_assert_true (is_in (desk, "1", NURTURE));
  assert_step (desk, "Write again", 30);
  undo (desk);
  g_assert_true (is_in (desk, "1", 1));
}

static void
test_nurture_takes_other_words_and_keeps_what_has_no_day (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  set_step (desk, "Send the list", 0);
  dialog = move (desk, 1, "nurture");
  enter (dialog);
  test_wait_until (find_dialog () == NULL);
  assert_step (desk, "Send the list", 30);

  undo (desk);
  set_step (desk, "Answer today", ante_workspace_now (desk->workspace) - ANTE_DAY_MS);
  dialog = move (desk, 1, "nurture");
  enter (dialog);
  test_wait_until (find_dialog () == NULL);
  assert_step (desk, "Write again", 30);

  undo (desk);
  dialog = move (desk, 1, "nurture");
  type (dialog, 0, "After the summer");
  enter (dialog);
  test_wait_until (find_dialog () == NULL);
  assert_step (desk, "After the summer", 30);
}

static void
test_who_is_to_hear_from_us_comes_into_nurture_unasked (Desk *desk, gconstpointer data)
{
  g_autoptr (AnteStage) stage = find_stage (desk, "nurture");

  set_step (desk, "Call", ante_workspace_now (desk->workspace) + 2 * ANTE_DAY_MS);
  ante_lead_move (desk->from, desk->workspace, make_move (1, "nurture"), stage,
                  g_strdup ("they have gone"));
  test_wait_until (test_shows_text (GTK_WIDGET (desk->window), "they have gone"));
  g_assert_null (find_dialog ());
  g_assert_true (is_in (desk, "1", NURTURE));
  assert_step (desk, "Call", 2);
}

/* With what it asks for lacking. @reason: which entry asks why, once it is asked. */
static void
go_anyway (Desk *desk, GtkWidget *dialog, guint reason)
{
  press (dialog, "Move _Anyway…");
  test_wait_until (count_entries (dialog) == reason + 1);
  type (dialog, reason, "They asked for it");
  press (dialog, "Move _Anyway");
  test_wait_until (find_dialog () == NULL);
}

/* @without: NULL: the lead had all of it. */
static void
assert_lacked (Desk *desk, const char *without)
{
  g_autoptr (GPtrArray) events = NULL;
  const char *lacked = NULL;

  TEST_CALL (desk->base.result, ante_store_list_events_async, desk->base.store, 1, 20, NULL);
  events = ante_store_list_events_finish (desk->base.store, desk->base.result, NULL);
  for (guint i = 0; i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];

    if (g_str_equal (event->field, ANTE_FIELD_ANYWAY))
      lacked = event->to;
  }
  g_assert_cmpstr (lacked, ==, without);
}

static void
test_what_was_only_proposed_is_not_written_by_moving_anyway (Desk *desk, gconstpointer data)
{
  g_autoptr (AnteLead) lead = NULL;

  go_anyway (desk, move (desk, 1, "nurture"), 1);
  g_assert_true (is_in (desk, "1", NURTURE));
  lead = fixture_lead (&desk->base, "1");
  g_assert_null (lead->next_action);
  g_assert_cmpint (lead->next_due, ==, 0);
  assert_lacked (desk, "next-step");
}

static void
test_step_that_is_over_keeps_its_day_when_moved_anyway (Desk *desk, gconstpointer data)
{
  gint64 due = ante_workspace_now (desk->workspace) - 2 * ANTE_DAY_MS;
  g_autoptr (AnteLead) lead = NULL;

  set_step (desk, "Send the list", due);
  go_anyway (desk, move (desk, 1, "booked"), 1);
  lead = fixture_lead (&desk->base, "1");
  g_assert_cmpint (lead->stage_id, ==, BOOKED);
  g_assert_cmpstr (lead->next_action, ==, "Send the list");
  g_assert_cmpint (lead->next_due, ==, due);
  assert_lacked (desk, "next-step");
}

static void
test_what_a_person_wrote_is_kept_when_moved_anyway (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "nurture");

  type (dialog, 0, "After the summer");
  go_anyway (desk, dialog, 1);
  assert_step (desk, "After the summer", 30);
  assert_lacked (desk, NULL);
}

static char *
dup_draft (Desk *desk)
{
  TEST_CALL (desk->base.result, ante_store_get_draft_async, desk->base.store, 1, NULL);
  return ante_store_get_draft_finish (desk->base.store, desk->base.result, NULL);
}

static void
set_draft (Desk *desk, const char *text)
{
  TEST_CALL (desk->base.result, ante_store_set_draft_async, desk->base.store, 1, text, NULL);
  g_assert_true (ante_store_set_draft_finish (desk->base.store, desk->base.result, NULL));
}

/* Into "Not a fit", with a kind no or without. */
static void
dismiss (Desk *desk, GtkWidget *dialog, gboolean kindly)
{
  if (kindly)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (test_find_widget (dialog, "GtkCheckButton")),
                                 TRUE);
  type (dialog, 0, "Wants a dietitian");
  press (dialog, "_Save and Move");
  test_wait_until (find_dialog () == NULL);
  test_wait_until (test_shows_text (GTK_WIDGET (desk->window), "they have gone"));
  g_assert_true (is_in (desk, "1", NOT_A_FIT));
}

static void
test_kind_no_is_written_when_it_is_wanted (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "not-a-fit");
  g_autofree char *none = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (test_shows_text (dialog, "Write a kind no into the answer box"));
  g_assert_true (test_shows_text (dialog, "Hi, thank you for being so open"));
  dismiss (desk, dialog, FALSE);
  none = dup_draft (desk);
  g_assert_cmpstr (none, ==, "");
  undo (desk);

  dismiss (desk, move (desk, 1, "not-a-fit"), TRUE);
  /* And so it is: what is in the box is the person's. */
  test_wait_until (test_shows_text (GTK_WIDGET (desk->window),
                                    "A kind no is in the answer box; Undo leaves it there."));
  text = dup_draft (desk);
  g_assert_true (g_str_has_prefix (text, "Hi, thank you for being so open with me."));
  undo (desk);
  kept = dup_draft (desk);
  g_assert_cmpstr (kept, ==, text);
}

static void
test_kind_no_is_not_offered_over_an_answer (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  g_autofree char *draft = NULL;

  set_draft (desk, "Half a thought");
  dialog = move (desk, 1, "not-a-fit");
  g_assert_true (test_shows_text (dialog, "An answer is begun already"));
  g_assert_null (test_find_widget (dialog, "GtkCheckButton"));
  dismiss (desk, dialog, FALSE);
  draft = dup_draft (desk);
  g_assert_cmpstr (draft, ==, "Half a thought");
}

static void
test_kind_no_yields_to_an_answer_that_was_begun_meanwhile (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "not-a-fit");
  g_autofree char *draft = NULL;

  set_draft (desk, "Half a thought");
  dismiss (desk, dialog, TRUE);
  test_wait_until (
    test_shows_text (GTK_WIDGET (desk->window), "The answer box was left as it was."));
  draft = dup_draft (desk);
  g_assert_cmpstr (draft, ==, "Half a thought");
}

/* As with a disk that has filled up since. */
static void
refuse_drafts (Desk *desk)
{
  g_autofree char *file = g_build_filename (desk->base.dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE TRIGGER refuse BEFORE INSERT ON draft"
                                 " BEGIN SELECT raise (ABORT, 'refused'); END",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_kind_no_that_could_not_be_saved_is_told_with_the_move (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = move (desk, 1, "not-a-fit");
  g_autofree char *draft = NULL;

  refuse_drafts (desk);
  dismiss (desk, dialog, TRUE);
  test_wait_until (
    test_shows_text (GTK_WIDGET (desk->window), "they have gone. The kind no could not be saved"));
  draft = dup_draft (desk);
  g_assert_cmpstr (draft, ==, "");
}

static void
assert_no_begins (const char *name, const char *words)
{
  g_autoptr (AnteLead) lead = ante_lead_new ();
  GtkWidget *kind_no = NULL;
  g_autofree char *text = NULL;

  lead->name = g_strdup (name);
  kind_no = g_object_ref_sink (ante_kind_no_new (lead, ""));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_find_widget (kind_no, "GtkCheckButton")),
                               TRUE);
  text = ante_kind_no_dup_text (ANTE_KIND_NO (kind_no));
  g_assert_true (g_str_has_prefix (text, words));
  g_object_unref (kind_no);
}

static void
test_kind_no_speaks_to_who_has_a_name (Desk *desk, gconstpointer data)
{
  assert_no_begins ("Ana <b>Marini</b>", "Hi Ana, thank you");
  assert_no_begins ("Jean-Noël O\u2019Hara", "Hi Jean-Noël, thank you");
  assert_no_begins ("André", "Hi André, thank you");
  assert_no_begins ("ANA | coach 24/7", "Hi ANA, thank you");
  assert_no_begins ("fit4life", "Hi, thank you");
  assert_no_begins ("✨ Ana", "Hi, thank you");
  assert_no_begins ("", "Hi, thank you");
  assert_no_begins (NULL, "Hi, thank you");
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/gate-dialog/several", test_each_lead_of_several_is_asked_for_its_own);
  ADD ("/gate-dialog/one-reason", test_one_reason_is_given_for_all_of_them);
  ADD ("/gate-dialog/too-many", test_too_many_to_fill_in_go_anyway_or_not);
  ADD ("/gate-dialog/lost-meanwhile", test_what_is_lost_meanwhile_is_asked_for_as_well);
  ADD ("/gate-dialog/refused", test_refused_words_are_kept_and_told);
  ADD ("/gate-dialog/nurture", test_nurture_proposes_to_write_again_in_a_month);
  ADD ("/gate-dialog/nurture-words", test_nurture_takes_other_words_and_keeps_what_has_no_day);
  ADD ("/gate-dialog/nurture-unasked", test_who_is_to_hear_from_us_comes_into_nurture_unasked);
  ADD ("/gate-dialog/anyway-proposed", test_what_was_only_proposed_is_not_written_by_moving_anyway);
  ADD ("/gate-dialog/anyway-over", test_step_that_is_over_keeps_its_day_when_moved_anyway);
  ADD ("/gate-dialog/anyway-written", test_what_a_person_wrote_is_kept_when_moved_anyway);
  ADD ("/gate-dialog/kind-no", test_kind_no_is_written_when_it_is_wanted);
  ADD ("/gate-dialog/kind-no-over-an-answer", test_kind_no_is_not_offered_over_an_answer);
  ADD ("/gate-dialog/kind-no-meanwhile", test_kind_no_yields_to_an_answer_that_was_begun_meanwhile);
  ADD ("/gate-dialog/kind-no-unsaved", test_kind_no_that_could_not_be_saved_is_told_with_the_move);
  ADD ("/gate-dialog/kind-no-name", test_kind_no_speaks_to_who_has_a_name);
  return g_test_run ();
}
