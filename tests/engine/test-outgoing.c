#include "config.h"

#include "engine-fixture.h"
#include "store/ante-store-outgoing.h"

/* Files under way, against a local Instagram that fails. */

#define WHO "ines"

static AnteOutbox *
outbox_of (Engine *engine)
{
  return ante_workspace_get_outbox (engine->workspace);
}

static void
set_up (Engine *engine)
{
  engine_set_up (engine, 1, 1);
  ante_outbox_set_second (outbox_of (engine), 10);
  engine_hear_many (engine, WHO, 1, 60 * 1000);
  engine_hear_many (engine, "omar", 1, 60 * 1000);
  engine_pass (engine);
}

static AnteOutgoingFile *
copy_picture (Engine *engine)
{
  AnteOutgoing *outgoing = ante_outbox_get_outgoing (outbox_of (engine));
  g_autofree char *path = g_build_filename (engine->dir, "plan.jpg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AnteOutgoingFile *copy = NULL;

  g_assert_true (g_file_set_contents (path, "\xff\xd8\xff\xe0 a plan", -1, NULL));
  TEST_CALL (engine->result, ante_outgoing_copy_async, outgoing, file, NULL);
  copy = ante_outgoing_copy_finish (outgoing, engine->result, &error);
  g_assert_no_error (error);
  return copy;
}

static gint64
send_picture (Engine *engine, const char *author, gboolean allowed)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, WHO);
  g_autoptr (AnteOutgoingFile) file = copy_picture (engine);
  g_autoptr (AnteSent) sent = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_outbox_send_file_async, outbox_of (engine), lead->id, file,
             author, NULL, 0, NULL);
  sent = ante_outbox_send_finish (outbox_of (engine), engine->result, &error);
  g_assert_no_error (error);
  g_assert_true ((sent->outbox_id != 0) == allowed);
  return sent->outbox_id;
}

static void
send_text (Engine *engine, const char *who, const char *text)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, who);
  g_autoptr (AnteSent) sent = NULL;

  TEST_CALL (engine->result, ante_outbox_send_async, outbox_of (engine), lead->id, text, "coach",
             NULL, 0, NULL, NULL);
  sent = ante_outbox_send_finish (outbox_of (engine), engine->result, NULL);
  g_assert_cmpint (sent->outbox_id, >, 0);
}

static AnteOutboxItem *
look_at (Engine *engine, gint64 id)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (GPtrArray) items = NULL;

  TEST_CALL (engine->result, ante_store_outbox_list_async, store, 0, FALSE, 100, NULL);
  items = ante_store_outbox_list_finish (store, engine->result, NULL);
  for (guint i = 0; i < items->len; i++) {
    if (((AnteOutboxItem *) items->pdata[i])->id == id)
      return g_object_ref (items->pdata[i]);
  }
  g_assert_not_reached ();
}

static gboolean
stands (Engine *engine, gint64 id, AnteOutboxState state, const char *why)
{
  g_autoptr (AnteOutboxItem) item = look_at (engine, id);

  return item->state == state && g_strcmp0 (item->error, why) == 0;
}

static guint
count_asked (Engine *engine, const char *ending)
{
  guint count = 0;

  for (guint i = 0; i < engine->state->requests->len; i++)
    count +=
      g_str_has_suffix (((SandboxRequest *) engine->state->requests->pdata[i])->path, ending);
  return count;
}

/* Of a picture nothing but its kind is told: one that is known already is not the one that may have
 * been lost. */
static void
test_picture_of_before_is_not_taken_for_it (void)
{
  Engine engine;
  SandboxMessage *elsewhere = NULL;
  gint64 id = 0;

  set_up (&engine);
  elsewhere = engine_type_elsewhere (&engine, WHO, "");
  elsewhere->kind = SANDBOX_IMAGE;
  g_clear_pointer (&elsewhere->text, g_free);
  engine_pass (&engine);
  engine_set_faults (&engine, "drop-before@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = send_picture (&engine, "coach", TRUE);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_UNCERTAIN, "unconfirmed"));
  engine_tear_down (&engine);
}

static void
test_picture_that_left_is_found_by_its_kind (void)
{
  Engine engine;
  g_autoptr (AnteOutboxItem) item = NULL;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "drop-after@sendsx1");
  ante_outbox_start (outbox_of (&engine));
  id = send_picture (&engine, "coach", TRUE);
  engine_hear (&engine, WHO, "and?");
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  item = look_at (&engine, id);
  g_assert_cmpuint (engine.state->sent->len, ==, 1);
  g_assert_cmpstr (item->mid, ==, ((SandboxSent *) engine.state->sent->pdata[0])->mid);
  engine_tear_down (&engine);
}

static void
test_upload_under_way_holds_up_nobody_else (void)
{
  Engine engine;

  set_up (&engine);
  engine_set_faults (&engine, "timeout-before@uploads");
  ante_outbox_start (outbox_of (&engine));
  send_picture (&engine, "coach", TRUE);
  send_text (&engine, WHO, "Here it is");
  test_wait_until (count_asked (&engine, "message_attachments") == 1);
  send_text (&engine, "omar", "Yes");
  test_wait_until (engine.state->sent->len == 1);
  /* What comes after it in its own thread waits for it. */
  g_assert_cmpstr (((SandboxSent *) engine.state->sent->pdata[0])->text, ==, "Yes");
  engine_tear_down (&engine);
}

static void
test_upload_under_way_can_be_taken_back (void)
{
  Engine engine;
  AnteStore *store = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *text = NULL;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "timeout-before@uploads");
  ante_outbox_start (outbox_of (&engine));
  id = send_picture (&engine, "coach", TRUE);
  test_wait_until (count_asked (&engine, "message_attachments") == 1);
  TEST_CALL (engine.result, ante_outbox_cancel_async, outbox_of (&engine), id, NULL);
  text = ante_outbox_cancel_finish (outbox_of (&engine), engine.result, NULL);
  g_assert_nonnull (text);
  send_text (&engine, WHO, "Rather tomorrow");
  test_wait_until (engine.state->sent->len == 1);
  g_assert_cmpstr (((SandboxSent *) engine.state->sent->pdata[0])->text, ==, "Rather tomorrow");

  store = ante_workspace_get_store (engine.workspace);
  lead = engine_lead (&engine, WHO);
  TEST_CALL (engine.result, ante_store_list_draft_files_async, store, lead->id, NULL);
  files = ante_store_list_draft_files_finish (store, engine.result, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((AnteOutgoingFile *) files->pdata[0])->name, ==, "plan.jpg");
  engine_tear_down (&engine);
}

/* The next start does it again: nothing was sent by it. */
static void
test_upload_is_done_again_after_a_restart (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine_set_faults (&engine, "timeout-before@uploads");
  ante_outbox_start (outbox_of (&engine));
  id = send_picture (&engine, "coach", TRUE);
  test_wait_until (count_asked (&engine, "message_attachments") == 1);
  g_assert_true (stands (&engine, id, ANTE_OUTBOX_QUEUED, NULL));
  engine_set_faults (&engine, "");
  engine_reopen (&engine);
  engine_connect (&engine);
  ante_outbox_start (outbox_of (&engine));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  g_assert_cmpuint (engine.state->sent->len, ==, 1);
  engine_tear_down (&engine);
}

static void
test_refusal_is_kept_until_a_person_tries_again (void)
{
  Engine engine;
  gint64 id = 0;

  set_up (&engine);
  engine.state->account.takes_files = FALSE;
  ante_outbox_start (outbox_of (&engine));
  id = send_picture (&engine, "coach", TRUE);
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_FAILED, "upload-refused"));
  g_assert_false (ante_outbox_get_takes_files (outbox_of (&engine)));
  send_picture (&engine, "coach", FALSE);

  engine_reopen (&engine);
  engine_connect (&engine);
  test_wait_until (!ante_outbox_get_takes_files (outbox_of (&engine)));
  send_picture (&engine, "coach", FALSE);
  g_assert_cmpuint (count_asked (&engine, "message_attachments"), ==, 1);

  engine.state->account.takes_files = TRUE;
  ante_outbox_start (outbox_of (&engine));
  TEST_CALL (engine.result, ante_outbox_retry_async, outbox_of (&engine), id, NULL);
  g_assert_true (ante_outbox_retry_finish (outbox_of (&engine), engine.result, NULL));
  test_wait_until (stands (&engine, id, ANTE_OUTBOX_SENT, NULL));
  g_assert_true (ante_outbox_get_takes_files (outbox_of (&engine)));
  engine_tear_down (&engine);
}

static void
test_no_automaton_sends_files (void)
{
  Engine engine;

  set_up (&engine);
  send_picture (&engine, "ai", FALSE);
  engine_tear_down (&engine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outgoing/of-before", test_picture_of_before_is_not_taken_for_it);
  g_test_add_func ("/outgoing/found", test_picture_that_left_is_found_by_its_kind);
  g_test_add_func ("/outgoing/nobody-else", test_upload_under_way_holds_up_nobody_else);
  g_test_add_func ("/outgoing/taken-back", test_upload_under_way_can_be_taken_back);
  g_test_add_func ("/outgoing/restart", test_upload_is_done_again_after_a_restart);
  g_test_add_func ("/outgoing/refusal", test_refusal_is_kept_until_a_person_tries_again);
  g_test_add_func ("/outgoing/automaton", test_no_automaton_sends_files);
  return g_test_run ();
}
