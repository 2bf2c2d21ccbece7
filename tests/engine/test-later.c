#include "config.h"

#include "engine-fixture.h"

/* Answers that are put off: they leave at their time, and not when what happened meanwhile says
 * otherwise. */

#define WHO "ines"
#define HOUR_MS G_GINT64_CONSTANT (3600000)

static AnteOutbox *
outbox_of (Engine *engine)
{
  return ante_workspace_get_outbox (engine->workspace);
}

/* Someone wrote a minute ago, and it is stored. */
static void
set_up (Engine *engine)
{
  engine_set_up (engine, 1, 1);
  engine_hear_many (engine, WHO, 1, 60 * 1000);
  engine_pass (engine);
  ante_outbox_start (outbox_of (engine));
}

static AnteSent *
send (Engine *engine, const char *text, gint64 wait)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, WHO);
  g_autoptr (GError) error = NULL;
  AnteSent *sent = NULL;

  TEST_CALL (engine->result, ante_outbox_send_async, outbox_of (engine), lead->id, text, "coach",
             NULL, wait, NULL, NULL);
  sent = ante_outbox_send_finish (outbox_of (engine), engine->result, &error);
  g_assert_no_error (error);
  return sent;
}

static gint64
put_in (Engine *engine, const char *text, gint64 wait)
{
  g_autoptr (AnteSent) sent = send (engine, text, wait);

  g_assert_cmpint (sent->outbox_id, >, 0);
  return sent->outbox_id;
}

static gboolean
stands (Engine *engine, gint64 id, AnteOutboxState state, const char *why)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_store_outbox_list_async, store, 0, FALSE, 100, NULL);
  items = ante_store_outbox_list_finish (store, engine->result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    if (item->id == id)
      return item->state == state && g_strcmp0 (item->error, why) == 0;
  }
  return FALSE;
}

/* As after a night: the clock has gone on, which one answer alone does not prove, and the outbox
 * looks again. */
static void
let_pass (Engine *engine, gint64 ms)
{
  engine->state->clock_offset += ms;
  engine_pass (engine);
  engine_pass (engine);
  ante_outbox_stop (outbox_of (engine));
  ante_outbox_start (outbox_of (engine));
}

static void
retry (Engine *engine, gint64 id)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_outbox_retry_async, outbox_of (engine), id, NULL);
  ante_outbox_retry_finish (outbox_of (engine), engine->result, &error);
  g_assert_no_error (error);
}

static void
test_its_time (void)
{
  Engine engine;
  gint64 later = 0;
  gint64 now = 0;

  set_up (&engine);
  later = put_in (&engine, "good morning, how was the run?", 2 * HOUR_MS);
  now = put_in (&engine, "sleep well", 0);
  test_wait_until (stands (&engine, now, ANTE_OUTBOX_SENT, NULL));
  g_assert_true (stands (&engine, later, ANTE_OUTBOX_QUEUED, NULL));

  let_pass (&engine, 2 * HOUR_MS + 1000);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_SENT, NULL));
  g_assert_cmpuint (engine.state->sent->len, ==, 2);
  engine_tear_down (&engine);
}

static void
test_after_a_restart (void)
{
  Engine engine;
  gint64 later = 0;

  set_up (&engine);
  later = put_in (&engine, "good morning, how was the run?", 2 * HOUR_MS);
  engine_reopen (&engine);
  let_pass (&engine, 2 * HOUR_MS + 1000);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_SENT, NULL));
  g_assert_cmpuint (engine.state->sent->len, ==, 1);
  engine_tear_down (&engine);
}

static void
test_overtaken (void)
{
  Engine engine;
  gint64 later = 0;

  set_up (&engine);
  later = put_in (&engine, "did you think about it?", 2 * HOUR_MS);
  engine.state->clock_offset += HOUR_MS;
  engine_hear (&engine, WHO, "I have thought about it: no");
  let_pass (&engine, HOUR_MS + 1000);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_FAILED, "overtaken"));
  g_assert_cmpuint (engine.state->sent->len, ==, 0);

  /* Who has read it may send it all the same. */
  retry (&engine, later);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_SENT, NULL));
  engine_tear_down (&engine);
}

static void
test_missed (void)
{
  Engine engine;
  gint64 later = 0;

  set_up (&engine);
  later = put_in (&engine, "good morning!", 2 * HOUR_MS);
  let_pass (&engine, 5 * HOUR_MS);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_FAILED, "missed"));
  g_assert_cmpuint (engine.state->sent->len, ==, 0);
  engine_tear_down (&engine);
}

static void
test_now_after_all (void)
{
  Engine engine;
  g_autoptr (GError) error = NULL;
  gint64 later = 0;

  set_up (&engine);
  later = put_in (&engine, "good morning!", 2 * HOUR_MS);
  TEST_CALL (engine.result, ante_outbox_send_now_async, outbox_of (&engine), later, NULL);
  ante_outbox_send_now_finish (outbox_of (&engine), engine.result, &error);
  g_assert_no_error (error);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_SENT, NULL));

  TEST_CALL (engine.result, ante_outbox_send_now_async, outbox_of (&engine), later, NULL);
  ante_outbox_send_now_finish (outbox_of (&engine), engine.result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  engine_tear_down (&engine);
}

static void
test_past_the_window (void)
{
  Engine engine;
  g_autoptr (AnteSent) sent = NULL;

  set_up (&engine);
  sent = send (&engine, "see you in the new month", 8 * 24 * HOUR_MS);
  g_assert_cmpint (sent->outbox_id, ==, 0);
  g_assert_true (ante_verdict_has (sent->verdict, "window_closed"));
  engine_tear_down (&engine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/later/leaves-at-its-time-and-holds-nothing-up", test_its_time);
  g_test_add_func ("/later/leaves-after-a-restart", test_after_a_restart);
  g_test_add_func ("/later/waits-when-they-wrote-first", test_overtaken);
  g_test_add_func ("/later/waits-when-its-time-was-missed", test_missed);
  g_test_add_func ("/later/leaves-now-after-all", test_now_after_all);
  g_test_add_func ("/later/is-not-put-off-past-the-window", test_past_the_window);
  return g_test_run ();
}
