#include "config.h"

#include "engine-fixture.h"

#define MINUTE (60 * 1000)
#define HOUR (60 * MINUTE)

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
pause_once_cb (AnteSync *sync)
{
  if (ante_sync_get_progress (sync) == 25)
    ante_sync_pause (sync);
}

/* As the window does it: sync runs by itself, and a person stops it. */
static void
test_first_pass_is_paused (void)
{
  Engine engine;
  AnteSync *sync = NULL;

  engine_set_up (&engine, 120, 700);
  sync = ante_workspace_get_sync (engine.workspace);
  g_signal_connect (sync, "notify::progress", G_CALLBACK (pause_once_cb), NULL);
  ante_sync_start (sync);
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_PAUSED);
  g_assert_false (ante_sync_is_first_done (sync));

  /* Nothing but a person lets it go on: neither the network nor somebody who looks closer. */
  ante_sync_set_attention (sync, ANTE_SYNC_BACKGROUND);
  ante_sync_set_attention (sync, ANTE_SYNC_FOCUSED);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (ante_sync_get_state (sync), ==, ANTE_SYNC_PAUSED);

  ante_sync_poke (sync);
  test_wait_until (ante_sync_is_first_done (sync));
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_WAITING);
  g_assert_cmpuint (ante_sync_get_counts (sync)->conversations, ==, 120 - 25);
  g_assert_cmpuint (ante_sync_get_progress (sync), ==, 120);
  engine_assert_complete (&engine);

  /* What is read later is no first reading, and there is nothing to stop. */
  ante_sync_pause (sync);
  g_assert_cmpint (ante_sync_get_state (sync), ==, ANTE_SYNC_WAITING);
  engine_tear_down (&engine);
}

/* Who changes their mind at once must not wait for ever. */
static void
test_pause_is_taken_back_at_once (void)
{
  Engine engine;
  AnteSync *sync = NULL;

  engine_set_up (&engine, 120, 700);
  sync = ante_workspace_get_sync (engine.workspace);
  ante_sync_start (sync);
  test_wait_until (ante_sync_get_progress (sync) >= 25);
  ante_sync_pause (sync);
  ante_sync_poke (sync);
  test_wait_until (ante_sync_is_first_done (sync));
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

static AnteMessagePage *
read_after_absence (Engine *engine, guint meanwhile)
{
  engine_set_up (engine, 30, 90);
  engine_hear_many (engine, "ines", 6, 2 * HOUR);
  engine_pass (engine);
  engine_hear_many (engine, "ines", meanwhile, MINUTE);
  engine_pass (engine);
  return engine_messages (engine, "ines");
}

static void
test_hole (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = read_after_absence (&engine, 30);
  const AnteGap *gap = NULL;

  g_assert_cmpuint (page->messages->len, ==, 6 + 20);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  gap = &g_array_index (page->gaps, AnteGap, 0);
  g_assert_cmpuint (gap->missing, ==, 10);
  g_assert_cmpint (gap->after_at, ==, ((AnteMessage *) page->messages->pdata[5])->at);
  g_assert_cmpint (gap->before_at, ==, ((AnteMessage *) page->messages->pdata[6])->at);
  engine_tear_down (&engine);
}

static void
test_no_hole (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = read_after_absence (&engine, 15);

  g_assert_cmpuint (page->messages->len, ==, 6 + 15);
  g_assert_cmpuint (page->gaps->len, ==, 0);
  engine_tear_down (&engine);
}

/* None of what is stored is among the twenty that are given, and yet nothing lies between. */
static void
test_no_hole_at_the_edge (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = read_after_absence (&engine, 20);

  g_assert_cmpuint (page->messages->len, ==, 6 + 20);
  g_assert_cmpuint (page->gaps->len, ==, 0);
  engine_tear_down (&engine);
}

/* The message up to which the missed ones are counted is gone. */
static void
test_hole_behind_an_unsent_message (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = NULL;
  SandboxPerson *person = NULL;

  engine_set_up (&engine, 30, 90);
  engine_hear_many (&engine, "ines", 6, 2 * HOUR);
  engine_pass (&engine);
  person = sandbox_state_find_person (engine.state, "ines");
  engine_unsend (&engine, ((SandboxMessage *) person->messages->pdata[5])->mid);
  engine_hear_many (&engine, "ines", 30, MINUTE);
  engine_pass (&engine);
  page = engine_messages (&engine, "ines");
  g_assert_cmpuint (page->gaps->len, ==, 1);
  g_assert_cmpuint (g_array_index (page->gaps, AnteGap, 0).missing, ==, 10);
  engine_tear_down (&engine);
}

static void
test_hole_in_doubled_pages (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = NULL;

  engine_set_up (&engine, 30, 90);
  engine_set_faults (&engine, "dup-page@reads");
  engine_hear_many (&engine, "ines", 6, 2 * HOUR);
  engine_pass (&engine);
  engine_hear_many (&engine, "ines", 70, MINUTE);
  engine_pass (&engine);
  page = engine_messages (&engine, "ines");
  g_assert_cmpuint (page->messages->len, ==, 6 + 20);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  g_assert_cmpuint (g_array_index (page->gaps, AnteGap, 0).missing, ==, 50);
  engine_tear_down (&engine);
}

static void
test_unsent (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = NULL;
  SandboxPerson *person = NULL;
  SandboxMessage *taken_back = NULL;
  AnteMessage *message = NULL;

  engine_set_up (&engine, 1, 1);
  engine_hear_many (&engine, "ines", 4, MINUTE);
  person = sandbox_state_find_person (engine.state, "ines");
  taken_back = person->messages->pdata[2];
  engine_pass (&engine);
  taken_back->unsent = TRUE;
  engine_hear (&engine, "ines", "forget what I said");
  engine_pass (&engine);
  page = engine_messages (&engine, "ines");

  message = engine_find_message (page, taken_back->mid);
  g_assert_true (message->unsent);
  g_assert_null (message->text);
  g_assert_cmpuint (page->messages->len, ==, 5);
  message = page->messages->pdata[1];
  g_assert_cmpstr (message->text, ==, "line 2");
  engine_tear_down (&engine);
}

/* Nothing else happens in the thread, and it stands where it stood. */
static void
test_newest_unsent (void)
{
  Engine engine;
  AnteSyncCounts counts = { 0 };
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteLead) lead = NULL;
  SandboxPerson *person = NULL;
  SandboxMessage *left = NULL;
  SandboxMessage *taken_back = NULL;
  AnteMessage *message = NULL;

  engine_set_up (&engine, 30, 90);
  engine_hear_many (&engine, "ines", 4, 9 * MINUTE);
  engine_hear (&engine, "tom", "hello");
  person = sandbox_state_find_person (engine.state, "ines");
  left = person->messages->pdata[2];
  taken_back = person->messages->pdata[3];
  engine_pass (&engine);
  engine_unsend (&engine, taken_back->mid);
  engine_pass (&engine);

  page = engine_messages (&engine, "ines");
  message = engine_find_message (page, taken_back->mid);
  g_assert_true (message->unsent);
  g_assert_null (message->text);
  lead = engine_lead (&engine, "ines");
  g_assert_cmpuint (lead->unread, ==, 3);
  g_assert_cmpint (lead->last_lead_at, ==, left->at / 1000 * 1000);

  /* From now on the thread is one of those in which nothing changed. */
  counts = engine_pass (&engine);
  g_assert_cmpuint (counts.requests, ==, 1);
  g_assert_cmpuint (counts.messages_known, ==, 0);
  engine_tear_down (&engine);
}

/* What the machine has just heard may be missing from an answer that is not up to date. */
static void
test_young_message_is_not_taken_back_at_once (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) early = NULL;
  g_autoptr (AnteMessagePage) later = NULL;
  SandboxMessage *message = NULL;

  engine_set_up (&engine, 1, 1);
  engine_hear_many (&engine, "ines", 2, 9 * MINUTE);
  message = engine_hear (&engine, "ines", "wait, no");
  engine_pass (&engine);
  engine_unsend (&engine, message->mid);
  engine_pass (&engine);
  early = engine_messages (&engine, "ines");
  g_assert_false (engine_find_message (early, message->mid)->unsent);

  engine.state->clock_offset += 3 * MINUTE;
  engine_pass (&engine);
  later = engine_messages (&engine, "ines");
  g_assert_true (engine_find_message (later, message->mid)->unsent);
  engine_tear_down (&engine);
}

static gboolean
is_unsent (Engine *engine, const char *handle, const char *mid)
{
  g_autoptr (AnteMessagePage) page = engine_messages (engine, handle);

  return engine_find_message (page, mid)->unsent;
}

/* In the midst of a thread nothing of it shows in the list. */
static void
test_thread_in_view_is_read_whole (void)
{
  Engine engine;
  AnteSync *sync = NULL;
  g_autoptr (AnteLead) lead = NULL;
  SandboxPerson *person = NULL;
  const char *mid = NULL;

  engine_set_up (&engine, 1, 1);
  engine_hear_many (&engine, "ines", 9, 9 * MINUTE);
  engine_pass (&engine);
  person = sandbox_state_find_person (engine.state, "ines");
  mid = ((SandboxMessage *) person->messages->pdata[2])->mid;
  engine_unsend (&engine, mid);
  engine_pass (&engine);
  g_assert_false (is_unsent (&engine, "ines", mid));

  lead = engine_lead (&engine, "ines");
  sync = ante_workspace_get_sync (engine.workspace);
  ante_sync_start (sync);
  ante_sync_set_visible_thread (sync, lead->thread_id, lead->igsid);
  test_wait_until (is_unsent (&engine, "ines", mid));
  engine_tear_down (&engine);
}

/* Only a pass counts what was missed, and the thread in view may be read before it comes by. */
static void
test_hole_in_view_is_counted (void)
{
  Engine engine;
  AnteSync *sync = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;

  engine_set_up (&engine, 1, 1);
  engine_hear_many (&engine, "ines", 6, 2 * HOUR);
  engine_pass (&engine);
  lead = engine_lead (&engine, "ines");
  sync = ante_workspace_get_sync (engine.workspace);
  ante_sync_start (sync);
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_WAITING);
  engine_hear_many (&engine, "ines", 30, MINUTE);
  ante_sync_set_visible_thread (sync, lead->thread_id, lead->igsid);
  engine_pass (&engine);
  page = engine_messages (&engine, "ines");
  g_assert_cmpuint (page->messages->len, ==, 6 + 20);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  g_assert_cmpuint (g_array_index (page->gaps, AnteGap, 0).missing, ==, 10);
  engine_tear_down (&engine);
}

static void
test_elsewhere (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteLead) lead = NULL;
  SandboxMessage *typed = NULL;
  AnteMessage *message = NULL;

  engine_set_up (&engine, 1, 1);
  engine_hear_many (&engine, "ines", 1, MINUTE);
  typed = engine_type_elsewhere (&engine, "ines", "from my phone");
  engine_pass (&engine);
  page = engine_messages (&engine, "ines");
  message = engine_find_message (page, typed->mid);
  g_assert_cmpstr (message->author, ==, "elsewhere");
  g_assert_cmpstr (message->text, ==, "from my phone");
  lead = engine_lead (&engine, "ines");
  g_assert_cmpint (lead->owes_reply_since, ==, 0);
  engine_tear_down (&engine);
}

/* All that Instagram has is stored, before and after people went on writing. */
static void
test_spoilt_pages (gconstpointer faults)
{
  Engine engine;

  engine_set_up (&engine, 110, 500);
  engine_set_faults (&engine, faults);
  engine_pass (&engine);
  engine_assert_complete (&engine);

  for (guint i = 0; i < engine.state->people->len; i += 7)
    engine_hear (&engine, ((SandboxPerson *) engine.state->people->pdata[i])->handle, "one more");
  engine_pass (&engine);
  engine_assert_complete (&engine);
  engine_tear_down (&engine);
}

static void
test_many_changes (void)
{
  Engine engine;
  AnteSyncCounts counts = { 0 };

  engine_set_up (&engine, 1000, 1000);
  engine_pass (&engine);
  for (guint i = 0; i < engine.state->people->len; i++)
    engine_hear (&engine, ((SandboxPerson *) engine.state->people->pdata[i])->handle, "one more");
  counts = engine_pass (&engine);
  g_test_message ("%u requests, %.2f s", counts.requests, counts.seconds);
  g_assert_cmpuint (counts.messages_new, ==, 1000);
  g_assert_cmpuint (counts.requests, <=, 60);
  engine_tear_down (&engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/first-pass-stores-all", test_first_pass);
  g_test_add_func ("/sync/first-pass-goes-on-after-a-cancel", test_first_pass_resumes);
  g_test_add_func ("/sync/first-pass-is-paused-and-goes-on", test_first_pass_is_paused);
  g_test_add_func ("/sync/a-pause-is-taken-back-at-once", test_pause_is_taken_back_at_once);
  g_test_add_func ("/sync/nothing-new-is-one-request", test_idle_pass);
  g_test_add_func ("/sync/what-was-missed-is-one-hole", test_hole);
  g_test_add_func ("/sync/what-was-not-missed-is-no-hole", test_no_hole);
  g_test_add_func ("/sync/what-was-not-missed-by-one-is-no-hole", test_no_hole_at_the_edge);
  g_test_add_func ("/sync/a-hole-behind-an-unsent-message", test_hole_behind_an_unsent_message);
  g_test_add_func ("/sync/a-hole-is-not-counted-twice", test_hole_in_doubled_pages);
  g_test_add_func ("/sync/an-unsent-message-loses-its-words", test_unsent);
  g_test_add_func ("/sync/the-newest-message-may-be-unsent-too", test_newest_unsent);
  g_test_add_func ("/sync/a-young-message-is-not-taken-back-at-once",
                   test_young_message_is_not_taken_back_at_once);
  g_test_add_func ("/sync/the-thread-in-view-is-read-whole", test_thread_in_view_is_read_whole);
  g_test_add_func ("/sync/a-hole-in-view-is-counted", test_hole_in_view_is_counted);
  g_test_add_func ("/sync/what-was-typed-in-instagram-is-from-elsewhere", test_elsewhere);
  g_test_add_data_func ("/sync/doubled-rows-double-nothing", "dup-page@reads", test_spoilt_pages);
  g_test_add_data_func ("/sync/rows-out-of-order-lose-nothing", "reorder@reads", test_spoilt_pages);
  g_test_add_func ("/sync/a-thousand-changes-are-sixty-requests", test_many_changes);
  return g_test_run ();
}
