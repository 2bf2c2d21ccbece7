#include "config.h"

#include <sqlite3.h>

#include "engine-fixture.h"

#include "engine/ante-commands.h"
#include "engine/ante-snooze.h"

#define HOUR (60 * 60 * 1000)

/* As the window opens it: what happens by itself happens. */
static void
open_live (Engine *engine)
{
  g_autoptr (GError) error = NULL;

  ante_workspace_close (engine->workspace);
  g_clear_object (&engine->workspace);
  engine->workspace = ante_workspace_new (engine->dir, ANTE_STORE_OWNER);
  TEST_CALL (engine->result, ante_workspace_open_async, engine->workspace, TRUE, NULL);
  ante_workspace_open_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
  engine_connect (engine);
  test_wait_until (ante_sync_is_first_done (ante_workspace_get_sync (engine->workspace)));
}

static void
set_up (Engine *engine)
{
  engine_set_up (engine, 3, 9);
  engine_hear (engine, "ines", "Hello");
  open_live (engine);
}

static gint64
snoozed (Engine *engine)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, "ines");

  return lead->snoozed_until;
}

static void
snooze (Engine *engine, gint64 until)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, "ines");
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_command_snooze_async, engine->workspace, &lead->id, 1, until);
  g_assert_cmpint (ante_command_finish (engine->workspace, engine->result, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (snoozed (engine), ==, until);
}

static void
test_lead_wakes_on_time (void)
{
  Engine engine;

  set_up (&engine);
  snooze (&engine, ante_workspace_now (engine.workspace) + 700);
  test_wait_until (snoozed (&engine) == 0);
  engine_tear_down (&engine);
}

static void
test_lead_wakes_when_the_clock_is_moved (void)
{
  Engine engine;
  AnteSync *sync = NULL;

  set_up (&engine);
  sync = ante_workspace_get_sync (engine.workspace);
  snooze (&engine, ante_workspace_now (engine.workspace) + 30 * HOUR);
  engine.state->clock_offset += 31 * HOUR;
  /* Sooner than whoever only looks now and then would notice. */
  test_wait_until ((ante_sync_poke (sync), snoozed (&engine) == 0));
  engine_tear_down (&engine);
}

static void
test_lead_whose_time_came_while_it_was_closed_wakes_at_the_start (void)
{
  Engine engine;
  g_autoptr (AnteLead) lead = NULL;

  engine_set_up (&engine, 3, 9);
  engine_hear (&engine, "ines", "Hello");
  engine_pass (&engine);
  snooze (&engine, ante_workspace_now (engine.workspace) + 1);
  open_live (&engine);
  test_wait_until (snoozed (&engine) == 0);
  engine_tear_down (&engine);
}

static void
test_lead_that_replies_wakes_and_undo_leaves_it_awake (void)
{
  Engine engine;
  g_autoptr (GError) error = NULL;

  set_up (&engine);
  snooze (&engine, ANTE_LEAD_UNTIL_REPLY);
  engine_hear (&engine, "ines", "I am back");
  ante_sync_poke (ante_workspace_get_sync (engine.workspace));
  test_wait_until (snoozed (&engine) == 0);

  TEST_CALL (engine.result, ante_command_undo_async, engine.workspace, 0);
  g_assert_null (ante_command_undo_finish (engine.workspace, engine.result, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (snoozed (&engine), ==, 0);
  engine_tear_down (&engine);
}

static gint64
own (Engine *engine, const char *owner)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, "ines");

  TEST_CALL (engine->result, ante_command_own_async, engine->workspace, &lead->id, 1, owner);
  return ante_command_finish (engine->workspace, engine->result, NULL);
}

static void
count_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer count)
{
  (*(guint *) count)++;
}

static void
run_sql (Engine *engine, const char *sql)
{
  g_autofree char *file = g_build_filename (engine->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* It is told once, and not tried with each answer of Instagram's. */
static void
test_error_that_lasts_is_borne (void)
{
  Engine engine;
  AnteSync *sync = NULL;
  guint told = 0;
  guint handler = g_log_set_handler ("ante-engine", G_LOG_LEVEL_MESSAGE, count_cb, &told);

  set_up (&engine);
  sync = ante_workspace_get_sync (engine.workspace);
  run_sql (&engine, "CREATE TRIGGER ill BEFORE UPDATE OF snoozed_until ON lead"
                    " WHEN new.snoozed_until = 0 BEGIN SELECT RAISE (ABORT, 'ill'); END");
  snooze (&engine, ante_workspace_now (engine.workspace) + 300);
  test_wait_until (told > 0);
  for (guint i = 0; i < 3; i++) {
    gint64 last = ante_sync_get_last_synced (sync);

    test_wait_until ((ante_sync_poke (sync), ante_sync_get_last_synced (sync) > last));
  }
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpint (snoozed (&engine), >, 0);

  run_sql (&engine, "DROP TRIGGER ill");
  own (&engine, "setter:Mia"); /* whatever is written shows that it can be */
  test_wait_until (snoozed (&engine) == 0);
  g_log_remove_handler ("ante-engine", handler);
  engine_tear_down (&engine);
}

static void
test_several_acts_are_taken_back_but_for_what_was_changed_since (void)
{
  Engine engine;
  gint64 acts[3] = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) still = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&engine);
  acts[0] = own (&engine, "setter:Mia");
  acts[1] = own (&engine, "setter:Jo");
  acts[2] = own (&engine, "ai");
  TEST_CALL (engine.result, ante_command_undo_acts_async, engine.workspace, acts, 3);
  g_assert_cmpint (ante_command_undo_acts_finish (engine.workspace, engine.result, &error), ==, 3);
  g_assert_no_error (error);
  lead = engine_lead (&engine, "ines");
  g_assert_cmpstr (lead->owner, ==, "coach");

  acts[0] = own (&engine, "setter:Mia");
  own (&engine, "setter:Jo");
  TEST_CALL (engine.result, ante_command_undo_acts_async, engine.workspace, acts, 1);
  g_assert_cmpint (ante_command_undo_acts_finish (engine.workspace, engine.result, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  still = engine_lead (&engine, "ines");
  g_assert_cmpstr (still->owner, ==, "setter:Jo");
  engine_tear_down (&engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snooze/on-time", test_lead_wakes_on_time);
  g_test_add_func ("/snooze/moved-clock", test_lead_wakes_when_the_clock_is_moved);
  g_test_add_func ("/snooze/at-the-start",
                   test_lead_whose_time_came_while_it_was_closed_wakes_at_the_start);
  g_test_add_func ("/snooze/reply", test_lead_that_replies_wakes_and_undo_leaves_it_awake);
  g_test_add_func ("/snooze/lasting-error", test_error_that_lasts_is_borne);
  g_test_add_func ("/undo/several-acts",
                   test_several_acts_are_taken_back_but_for_what_was_changed_since);
  return g_test_run ();
}
