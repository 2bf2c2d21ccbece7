#include "config.h"

#include "engine-fixture.h"

#include "engine/ante-commands.h"

/* The one sender against a local Instagram that fails in each of its ways. Whatever happens, the
 * person has the words once. */

#define WHO "ines"
#define WORDS "Thursday at ten works for me"

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
}

static gint64
put_in_as (Engine *engine, const char *who, const char *author, const char *text, gint64 undo_ms)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, who);
  g_autoptr (AnteSent) sent = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_outbox_send_async, outbox_of (engine), lead->id, text, author,
             NULL, undo_ms, NULL, NULL);
  sent = ante_outbox_send_finish (outbox_of (engine), engine->result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sent->outbox_id, >, 0);
  return sent->outbox_id;
}

static gint64
put_in_for (Engine *engine, const char *who, const char *text, gint64 undo_ms)
{
  return put_in_as (engine, who, "coach", text, undo_ms);
}

static gint64
put_in (Engine *engine, const char *text, gint64 undo_ms)
{
  return put_in_for (engine, WHO, text, undo_ms);
}

static AnteOutboxItem *
look_at (Engine *engine, gint64 id)
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
      return g_object_ref (item);
  }
  return NULL;
}

static gboolean
stands (Engine *engine, gint64 id, AnteOutboxState state, const char *why)
{
  g_autoptr (AnteOutboxItem) item = look_at (engine, id);

  return item->state == state && g_strcmp0 (item->error, why) == 0;
}

static gboolean
has_mid (Engine *engine, gint64 id)
{
  g_autoptr (AnteOutboxItem) item = look_at (engine, id);

  return item->mid != NULL;
}

/* How often the person has got the words. */
static guint
count_received (Engine *engine, const char *text)
{
  SandboxPerson *person = sandbox_state_find_person (engine->state, WHO);
  guint count = 0;

  for (guint i = 0; i < person->messages->len; i++) {
    SandboxMessage *message = person->messages->pdata[i];

    count += message->from_us && g_strcmp0 (message->text, text) == 0 ? 1 : 0;
  }
  return count;
}

/* Sent for the person and for us: the thread has it once, as the coach's. */
static void
assert_sent_once (Engine *engine, gint64 id)
{
  g_autoptr (AnteOutboxItem) item = look_at (engine, id);
  g_autoptr (AnteMessagePage) page = engine_messages (engine, WHO);
  AnteMessage *message = engine_find_message (page, item->mid);
  guint copies = 0;

  for (guint i = 0; i < page->messages->len; i++)
    copies += g_strcmp0 (((AnteMessage *) page->messages->pdata[i])->text, item->text) == 0;
  g_assert_cmpuint (copies, ==, 1);
  g_assert_cmpuint (count_received (engine, item->text), ==, 1);
  g_assert_nonnull (message);
  g_assert_cmpstr (message->author, ==, "coach");
  g_assert_cmpstr (message->text, ==, item->text);
}

static void
settle (Engine *engine, gint64 id, AnteSettlement settlement)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_outbox_settle_async, outbox_of (engine), id, settlement, NULL);
  ante_outbox_settle_finish (outbox_of (engine), engine->result, &error);
  g_assert_no_error (error);
}

static void
test_undo (void)
{
  Engine engine;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 taken_back = 0;
  gint64 later = 0;

  set_up (&engine);
  ante_outbox_start (outbox_of (&engine));
  taken_back = put_in (&engine, "this was meant for someone else", 20000);
  TEST_CALL (engine.result, ante_outbox_cancel_async, outbox_of (&engine), taken_back, NULL);
  text = ante_outbox_cancel_finish (outbox_of (&engine), engine.result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "this was meant for someone else");

  /* Its time is over: had it still waited, it would leave before what comes after it. */
  engine.state->clock_offset += 30 * 1000;
  engine_pass (&engine);
  later = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, later, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, later);
  g_assert_cmpuint (engine.state->sent->len, ==, 1);
  g_assert_true (stands (&engine, taken_back, ANTE_OUTBOX_CANCELLED, NULL));
  engine_tear_down (&engine);
}

static void
test_too_late_to_undo (void)
{
  Engine engine;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  set_up (&engine);
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (count_received (&engine, WORDS) == 1);
  TEST_CALL (engine.result, ante_outbox_cancel_async, outbox_of (&engine), id, NULL);
  text = ante_outbox_cancel_finish (outbox_of (&engine), engine.result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* As long as Instagram does not list it yet, it is not taken for one that was taken back. */
static void
test_not_listed_yet (void)
{
  Engine engine;
  g_autoptr (AnteMessagePage) unlisted = NULL;
  g_autoptr (AnteMessagePage) taken_back = NULL;
  SandboxPerson *person = NULL;
  SandboxMessage *sent = NULL;
  gint64 id = 0;

  set_up (&engine);
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  person = sandbox_state_find_person (engine.state, WHO);
  sent = person->messages->pdata[person->messages->len - 1];

  sent->unsent = TRUE;
  engine.state->clock_offset += 60 * 60 * 1000;
  engine_pass (&engine);
  unlisted = engine_messages (&engine, WHO);
  g_assert_cmpstr (engine_find_message (unlisted, sent->mid)->text, ==, WORDS);

  sent->unsent = FALSE;
  engine_pass (&engine);
  assert_sent_once (&engine, id);
  sent->unsent = TRUE;
  engine_pass (&engine);
  taken_back = engine_messages (&engine, WHO);
  g_assert_true (engine_find_message (taken_back, sent->mid)->unsent);
  engine_tear_down (&engine);
}

static void
test_throttled (void)
{
  Engine engine;
  g_autoptr (AnteOutboxItem) item = NULL;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "e429@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_QUEUED, "throttled"));
  g_assert_cmpuint (count_received (&engine, WORDS), ==, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  item = look_at (&engine, id);
  g_assert_cmpuint (item->attempts, ==, 2);
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

static void
test_token_refused (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "e190@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_QUEUED, "token"));
  g_assert_cmpstr (ante_outbox_get_frozen (outbox_of (&engine)), ==, "token");
  g_assert_true (ante_workspace_get_sign_in_needed (engine.workspace));
  g_assert_cmpuint (count_received (&engine, WORDS), ==, 0);

  engine_connect (&engine);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  g_assert_null (ante_outbox_get_frozen (outbox_of (&engine)));
  g_assert_false (ante_workspace_get_sign_in_needed (engine.workspace));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* It holds over a restart; a person ends it, for good. */
static void
test_restricted (void)
{
  Engine engine;
  gint64 id = 0;
  gint64 next = 0;

  set_up (&engine);
  engine_set_faults (&engine, "c368@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_QUEUED, "restricted"));

  engine_reopen (&engine);
  ante_outbox_start (outbox_of (&engine));
  next = put_in (&engine, "and bring your notes", 0);
  test_wait_until (ante_outbox_get_frozen (outbox_of (&engine)) != NULL);
  g_assert_cmpstr (ante_outbox_get_frozen (outbox_of (&engine)), ==, "restricted");
  g_assert_true (stands (&engine, next, ANTE_OUTBOX_QUEUED, NULL));
  g_assert_cmpuint (engine.state->sent->len, ==, 0);

  TEST_CALL (engine.result, ante_outbox_thaw_async, outbox_of (&engine), NULL);
  g_assert_true (ante_outbox_thaw_finish (outbox_of (&engine), engine.result, NULL));
  test_wait_until (stands (&engine, next, ANTE_OUTBOX_SENT, NULL));
  g_assert_null (ante_outbox_get_frozen (outbox_of (&engine)));
  assert_sent_once (&engine, id);
  engine_reopen (&engine);
  ante_outbox_start (outbox_of (&engine));
  next = put_in (&engine, "see you then", 0);
  test_wait_until (stands (&engine, next, ANTE_OUTBOX_SENT, NULL));
  engine_tear_down (&engine);
}

/* The answer was lost, the words were not. */
static void
test_answer_lost (gconstpointer fault)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, fault);
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* The old sign-in ends while it looks: the new one goes on looking. */
static void
test_signed_in_anew (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "drop-after@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  ante_outbox_set_second (outbox_of (&engine), 500);
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unknown-outcome"));
  engine_connect (&engine);
  engine_set_faults (&engine, "e190@readsx1");
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* It stops before the first look, and starts at once. */
static void
test_stopped_and_started (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "drop-after@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unknown-outcome"));
  ante_outbox_stop (outbox_of (&engine));
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* The words were lost with it: they leave again when a person says so, and not before. */
static void
test_words_lost (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "drop-before@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  g_assert_cmpuint (count_received (&engine, WORDS), ==, 0);
  settle (&engine, id, ANTE_SETTLE_SEND_AGAIN);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* Instagram shows the words only after the last look: what a pass brings in confirms them, and lets
 * the next answer leave. */
static void
test_seen_late (void)
{
  Engine engine;
  gint64 id = 0;
  gint64 next = 0;

  set_up (&engine);
  engine_set_faults (&engine, "accept-late@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  next = put_in (&engine, "and bring your notes", 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  engine_pass (&engine);
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));

  engine.state->clock_offset += 30 * 1000;
  engine_pass (&engine);
  test_wait_until (stands (&engine, next, ANTE_OUTBOX_SENT, NULL));
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  assert_sent_once (&engine, next);
  engine_tear_down (&engine);
}

/* An outcome that cannot be is no reason to hold up the lead until the next start. */
static void
test_message_of_another_item (void)
{
  Engine engine;
  AnteOutboxOutcome outcome = { .state = ANTE_OUTBOX_SENT };
  g_autoptr (GError) error = NULL;
  SandboxPerson *person = NULL;
  AnteStore *store = NULL;
  gint64 id = 0;
  gint64 other = 0;

  set_up (&engine);
  engine_hear (&engine, "otto", "hello?");
  engine_pass (&engine);
  store = ante_workspace_get_store (engine.workspace);
  engine_set_faults (&engine, "slow=2@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  other = put_in_for (&engine, "otto", "to someone else", 60000);
  test_wait_until (count_received (&engine, WORDS) == 1);

  person = sandbox_state_find_person (engine.state, WHO);
  outcome.mid = ((SandboxMessage *) person->messages->pdata[person->messages->len - 1])->mid;
  outcome.at = ante_workspace_now (engine.workspace);
  TEST_CALL (engine.result, ante_store_outbox_settle_async, store, other, ANTE_OUTBOX_QUEUED,
             &outcome, NULL);
  g_assert_true (ante_store_outbox_settle_finish (store, engine.result, &error));
  g_assert_no_error (error);
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_SENDING, NULL));

  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  g_assert_null (ante_outbox_get_frozen (outbox_of (&engine)));
  settle (&engine, id, ANTE_SETTLE_DROP);
  other = put_in (&engine, "and bring your notes", 0);
  test_wait_until (stands (&engine, other, ANTE_OUTBOX_SENT, NULL));
  engine_tear_down (&engine);
}

/* A person says that it was sent before Instagram shows it: it is the coach's all the same. */
static void
test_said_to_be_sent (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "accept-late@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  settle (&engine, id, ANTE_SETTLE_WAS_SENT);
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));

  engine.state->clock_offset += 30 * 1000;
  engine_pass (&engine);
  test_wait_until (has_mid (&engine, id));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* The machine's answer is taken up again while the coach's waits: it has nothing to say any more.
 */
static void
test_person_was_faster (void)
{
  Engine engine;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;
  gint64 machine = 0;

  set_up (&engine);
  lead = engine_lead (&engine, WHO);
  TEST_CALL (engine.result, ante_command_own_async, engine.workspace, &lead->id, 1, "ai");
  g_assert_cmpint (ante_command_finish (engine.workspace, engine.result, &error), >, 0);
  engine_keep_playbook (&engine, "");
  engine_set_faults (&engine, "c10@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  machine = put_in_as (&engine, WHO, "ai", "from the machine", 0);
  test_wait_until (stands (&engine, machine, ANTE_OUTBOX_FAILED, "permission"));
  put_in (&engine, WORDS, 60000);

  TEST_CALL (engine.result, ante_outbox_retry_async, outbox_of (&engine), machine, NULL);
  g_assert_true (ante_outbox_retry_finish (outbox_of (&engine), engine.result, &error));
  test_wait_until (stands (&engine, machine, ANTE_OUTBOX_FAILED, "answered"));
  g_assert_cmpuint (engine.state->sent->len, ==, 0);
  engine_tear_down (&engine);
}

/* As it stands on disk when the program dies while an answer leaves. */
static gint64
die_while_sending (Engine *engine)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  gint64 id = put_in (engine, WORDS, 0);
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_store_outbox_begin_async, store,
             ante_workspace_now (engine->workspace), NULL);
  item = ante_store_outbox_begin_finish (store, engine->result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (item->id, ==, id);
  g_assert_true (stands (engine, id, ANTE_OUTBOX_SENDING, NULL));
  return id;
}

/* It was begun and has not left: nobody is asked about it, and it leaves at the next start. */
static void
test_closed_before_leaving (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  id = put_in (&engine, "and bring your notes", 0);
  engine_reopen (&engine);
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_QUEUED, NULL));
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

/* Stopped and started before it left: once all the same. */
static void
test_started_before_leaving (void)
{
  Engine engine;
  g_autoptr (AnteOutboxItem) item = NULL;
  gint64 id = 0;

  set_up (&engine);
  ante_outbox_start (outbox_of (&engine));
  id = put_in (&engine, WORDS, 0);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  id = put_in (&engine, "and bring your notes", 0);
  ante_outbox_stop (outbox_of (&engine));
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  item = look_at (&engine, id);
  g_assert_cmpuint (item->attempts, ==, 1);
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

static void
test_died_after_effect (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  id = die_while_sending (&engine);
  engine_type_elsewhere (&engine, WHO, WORDS);
  engine_reopen (&engine);
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

static void
test_died_before_effect (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  id = die_while_sending (&engine);
  engine_reopen (&engine);
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  g_assert_cmpuint (count_received (&engine, WORDS), ==, 0);
  settle (&engine, id, ANTE_SETTLE_SEND_AGAIN);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  assert_sent_once (&engine, id);
  engine_tear_down (&engine);
}

int
main (int argc, char **argv)
{
  g_setenv ("ANTEROOM_TEST_FAST", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outbox/undo-sends-nothing", test_undo);
  g_test_add_func ("/outbox/what-has-left-is-not-taken-back", test_too_late_to_undo);
  g_test_add_func ("/outbox/not-listed-yet-is-not-taken-back", test_not_listed_yet);
  g_test_add_func ("/outbox/too-many-waits-and-goes", test_throttled);
  g_test_add_func ("/outbox/a-refused-token-waits-for-a-new-sign-in", test_token_refused);
  g_test_add_func ("/outbox/a-restriction-holds-until-a-person-says-so", test_restricted);
  g_test_add_data_func ("/outbox/a-cut-after-the-effect-is-found", "drop-after@sendsx1",
                        test_answer_lost);
  g_test_add_data_func ("/outbox/an-answer-without-an-id-is-found", "noid@sendsx1",
                        test_answer_lost);
  g_test_add_data_func ("/outbox/a-cut-answer-is-found", "truncate@sendsx1", test_answer_lost);
  g_test_add_func ("/outbox/a-new-sign-in-goes-on-looking", test_signed_in_anew);
  g_test_add_func ("/outbox/a-new-start-goes-on-looking", test_stopped_and_started);
  g_test_add_func ("/outbox/what-is-not-found-waits-for-a-person", test_words_lost);
  g_test_add_func ("/outbox/what-is-seen-late-is-confirmed", test_seen_late);
  g_test_add_func ("/outbox/a-person-is-faster-than-the-machine", test_person_was_faster);
  g_test_add_func ("/outbox/what-is-said-to-be-sent-gets-its-author", test_said_to_be_sent);
  g_test_add_func ("/outbox/a-message-of-another-item-is-asked-about",
                   test_message_of_another_item);
  g_test_add_func ("/outbox/closed-before-it-left-is-still-queued", test_closed_before_leaving);
  g_test_add_func ("/outbox/started-anew-before-it-left-sends-once", test_started_before_leaving);
  g_test_add_func ("/outbox/a-death-after-the-effect-sends-once", test_died_after_effect);
  g_test_add_func ("/outbox/a-death-before-the-effect-asks-a-person", test_died_before_effect);
  return g_test_run ();
}
