#include "config.h"

#include <adwaita.h>
#include <sqlite3.h>

#include "app/inbox/ante-criteria-list.h"
#include "app/inbox/ante-criterion-row.h"
#include "app/shared/ante-toast-area.h"
#include "engine/ante-commands.h"
#include "engine/ante-workspace.h"
#include "store-fixture.h"
#include "store/ante-store-facts.h"
#include "widgets.h"

#define LEAD 1
#define QUALIFYING 2

typedef struct {
  Fixture base; /* its store is the workspace's */
  AnteWorkspace *workspace;
  GtkWindow *window;
  AnteCriteriaList *list;
  GPtrArray *stages;
  AnteLead *lead;
} Desk;

static void
add_stage (Desk *desk, gint64 id, const char *name, AnteStageRole role)
{
  AnteStage *stage = ante_stage_new ();

  stage->id = id;
  stage->key = g_strdup (name);
  stage->name = g_strdup (name);
  stage->role = role;
  g_ptr_array_add (desk->stages, stage);
}

static void
show (Desk *desk)
{
  GtkWidget *overlay = ante_toast_area_new (NULL);

  desk->list = g_object_new (ANTE_TYPE_CRITERIA_LIST, NULL);
  g_object_set (overlay, "child", desk->list, NULL);
  desk->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk->window, 600, 500);
  adw_window_set_content (ADW_WINDOW (desk->window), overlay);
  ante_criteria_list_set_workspace (desk->list, desk->workspace);
  ante_criteria_list_set_lead (desk->list, desk->lead, desk->stages);
  gtk_window_present (desk->window);
  test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (desk->list)));
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
  fixture_ingest (&desk->base, make_thread ("1", make_message ("1", "lead", T0, "hello"), NULL),
                  T0);

  desk->stages = g_ptr_array_new_with_free_func (g_object_unref);
  add_stage (desk, QUALIFYING, "Qualifying", ANTE_STAGE_QUALIFYING);
  add_stage (desk, 3, "Qualified", ANTE_STAGE_QUALIFIED);
  desk->lead = fixture_lead (&desk->base, "1");
  desk->lead->stage_id = QUALIFYING;
  show (desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  if (desk->window != NULL)
    gtk_window_destroy (desk->window);
  ante_workspace_close (desk->workspace);
  g_clear_object (&desk->base.result);
  g_clear_object (&desk->workspace);
  g_clear_pointer (&desk->stages, g_ptr_array_unref);
  g_clear_object (&desk->lead);
  test_remove_dir (desk->base.dir);
  g_free (desk->base.dir);
}

static gboolean
shows (Desk *desk, const char *text)
{
  return test_shows_text (GTK_WIDGET (desk->window), text);
}

/* Without a word to anybody. */
static void
write_fact (Desk *desk, const char *kind, const char *text)
{
  g_autofree char *file = g_build_filename (desk->base.dir, "anteroom.db", NULL);
  char *sql = sqlite3_mprintf ("DELETE FROM fact WHERE kind = %Q;"
                               "INSERT INTO fact (lead_id, kind, text, origin, state, at)"
                               " VALUES (%d, %Q, %Q, 'person', 'confirmed', 1)",
                               kind, LEAD, kind, text);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  sqlite3_free (sql);
}

/* @lead: 0 for any. */
static void
tell (Desk *desk, guint topics, gint64 lead)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, lead);
  g_signal_emit_by_name (desk->base.store, "changed", topics, lead != 0 ? ids : NULL);
}

/* Whatever it has asked for by now has come. */
static void
let_it_read (Desk *desk)
{
  for (guint i = 0; i < 2; i++) {
    TEST_CALL (desk->base.result, ante_store_list_facts_async, desk->base.store, LEAD, NULL);
    g_ptr_array_unref (ante_store_list_facts_finish (desk->base.store, desk->base.result, NULL));
  }
}

static GtkListBoxRow *
find_row (Desk *desk, int i)
{
  GtkListBox *list = GTK_LIST_BOX (test_find_widget (GTK_WIDGET (desk->list), "GtkListBox"));

  return gtk_list_box_get_row_at_index (list, i);
}

static void
say_budget (Desk *desk, const char *text)
{
  GtkListBoxRow *row = find_row (desk, 2);
  GtkWidget *entry = test_find_widget (GTK_WIDGET (row), "GtkEntry");

  ante_criterion_row_open (ANTE_CRITERION_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_what_is_said_is_noted_and_then_shown (Desk *desk, gconstpointer data)
{
  g_assert_true (shows (desk, "Before Qualified"));
  say_budget (desk, "about 200");
  test_wait_until (shows (desk, "about 200"));
  test_wait_until (shows (desk, "Budget of \u2068handle_1\u2069 is noted"));
  say_budget (desk, "about 300");
  test_wait_until (shows (desk, "about 300"));
  g_assert_false (shows (desk, "about 200"));
}

static void
test_change_of_any_lead_is_one_of_this (Desk *desk, gconstpointer data)
{
  let_it_read (desk);
  write_fact (desk, "goal", "Sleep again");
  tell (desk, ANTE_STORE_LEADS, 0);
  test_wait_until (shows (desk, "Sleep again"));
  write_fact (desk, "goal", "Run 10 km");
  tell (desk, ANTE_STORE_LEADS | ANTE_STORE_EVENTS, LEAD);
  test_wait_until (shows (desk, "Run 10 km"));
}

static void
test_what_is_about_something_else_is_not_read_for (Desk *desk, gconstpointer data)
{
  let_it_read (desk);
  write_fact (desk, "goal", "Sleep again");
  tell (desk, ANTE_STORE_DRAFTS | ANTE_STORE_OUTBOX, LEAD);
  tell (desk, ANTE_STORE_ACCOUNT | ANTE_STORE_VIEWS, 0);
  tell (desk, ANTE_STORE_LEADS, LEAD + 1);
  let_it_read (desk);
  g_assert_false (shows (desk, "Sleep again"));
}

/* The lead is read anew with each message; what is known of it is not. */
static void
test_same_lead_is_not_read_twice (Desk *desk, gconstpointer data)
{
  let_it_read (desk);
  write_fact (desk, "goal", "Sleep again");
  ante_criteria_list_set_lead (desk->list, desk->lead, desk->stages);
  let_it_read (desk);
  g_assert_false (shows (desk, "Sleep again"));
}

static void
test_what_is_not_seen_is_read_when_it_is (Desk *desk, gconstpointer data)
{
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (desk->list));

  let_it_read (desk);
  gtk_widget_set_visible (overlay, FALSE);
  write_fact (desk, "goal", "Sleep again");
  tell (desk, ANTE_STORE_LEADS, LEAD);
  let_it_read (desk);
  write_fact (desk, "goal", "Run 10 km");
  gtk_widget_set_visible (overlay, TRUE);
  test_wait_until (shows (desk, "Run 10 km"));

  gtk_widget_set_visible (overlay, FALSE);
  write_fact (desk, "goal", "Sleep again");
  gtk_widget_set_visible (overlay, TRUE); /* nobody has told of it */
  let_it_read (desk);
  g_assert_true (shows (desk, "Run 10 km"));
}

static void
test_list_may_close_while_something_is_said (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) facts = NULL;
  AnteCriteriaList *list = desk->list;

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  say_budget (desk, "about 200");
  g_clear_pointer (&desk->window, gtk_window_destroy);
  test_wait_until (list == NULL);
  TEST_CALL (desk->base.result, ante_store_list_facts_async, desk->base.store, LEAD, NULL);
  facts = ante_store_list_facts_finish (desk->base.store, desk->base.result, NULL);
  g_assert_cmpuint (facts->len, ==, 1);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/criteria-list/noted", test_what_is_said_is_noted_and_then_shown);
  ADD ("/criteria-list/any-lead", test_change_of_any_lead_is_one_of_this);
  ADD ("/criteria-list/something-else", test_what_is_about_something_else_is_not_read_for);
  ADD ("/criteria-list/same-lead", test_same_lead_is_not_read_twice);
  ADD ("/criteria-list/unseen", test_what_is_not_seen_is_read_when_it_is);
  ADD ("/criteria-list/closed", test_list_may_close_while_something_is_said);
  return g_test_run ();
}
