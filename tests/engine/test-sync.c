#include "config.h"

#include "engine-fixture.h"

static void
test_first_pass (void)
{
  Engine engine;
  AnteSyncCounts counts = { 0 };

  engine_set_up (&engine, 120, 700);
  counts = engine_pass (&engine);
  g_assert_cmpuint (counts.conversations, ==, 120);
  g_assert_cmpuint (counts.requests, <=, 5 + 10);
  engine_assert_complete (&engine);
  engine_tear_down (&engine);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_first_pass_resumes (void)
{
  Engine engine;
  AnteSync *sync = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AnteSyncCounts first = { 0 };
  AnteSyncCounts second = { 0 };

  engine_set_up (&engine, 120, 700);
  sync = ante_workspace_get_sync (engine.workspace);
  g_signal_connect_object (sync, "notify::progress", G_CALLBACK (cancel_cb), cancellable,
                           G_CONNECT_SWAPPED);
  TEST_CALL (engine.result, ante_sync_pass_async, sync, cancellable);
  ante_sync_pass_finish (sync, engine.result, &first, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_OFF);

  engine_reopen (&engine);
  second = engine_pass (&engine);
  g_assert_cmpuint (second.conversations, ==, 120 - 25);
  g_assert_cmpuint (second.messages_known, ==, 0);
  engine_assert_complete (&engine);
  engine_tear_down (&engine);
}

static void
test_idle_pass (void)
{
  Engine engine;

  engine_set_up (&engine, 60, 300);
  engine_pass (&engine);
  g_assert_cmpuint (engine_pass (&engine).requests, ==, 1);
  engine_tear_down (&engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/first-pass-stores-all", test_first_pass);
  g_test_add_func ("/sync/first-pass-goes-on-after-a-cancel", test_first_pass_resumes);
  g_test_add_func ("/sync/nothing-new-is-one-request", test_idle_pass);
  return g_test_run ();
}
