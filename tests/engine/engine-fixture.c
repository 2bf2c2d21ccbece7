#include "config.h"

#include "engine-fixture.h"

#include "engine/ante-playbook-commands.h"

#include "instagram/ante-simulator.h"

/* Of a thread no more than this can be read. */
#define READABLE 20
/* A thousand conversations under the sanitizers take longer than anything else that a test waits
 * for. */
#define PASS_DEADLINE_S 60

void
engine_connect (Engine *engine)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_workspace_connect_async, engine->workspace,
             sandbox_server_get_url (engine->server), sandbox_server_get_token (engine->server),
             ANTE_TOKEN_IN_MEMORY, NULL);
  ante_workspace_connect_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
}

static void
close_workspace (Engine *engine)
{
  if (engine->workspace != NULL)
    ante_workspace_close (engine->workspace);
  g_clear_object (&engine->result);
  g_clear_object (&engine->workspace);
}

void
engine_reopen (Engine *engine)
{
  g_autoptr (GError) error = NULL;

  close_workspace (engine);
  engine->workspace = ante_workspace_new (engine->dir, ANTE_STORE_OWNER);
  TEST_CALL (engine->result, ante_workspace_open_async, engine->workspace, FALSE, NULL);
  ante_workspace_open_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
  engine_connect (engine);
}

void
engine_set_up (Engine *engine, guint leads, guint messages)
{
  SandboxOptions options = { .seed = 7, .leads = leads, .messages = messages };
  g_autoptr (GError) error = NULL;

  *engine = (Engine){ .dir = test_make_dir () };
  engine->server = sandbox_server_new (&options, &error);
  g_assert_no_error (error);
  sandbox_server_start (engine->server, &error);
  g_assert_no_error (error);
  engine->state = sandbox_server_get_state (engine->server);
  engine_reopen (engine);
}

void
engine_tear_down (Engine *engine)
{
  close_workspace (engine);
  sandbox_server_stop (engine->server);
  g_clear_object (&engine->server);
  test_remove_dir (engine->dir);
  g_free (engine->dir);
}

static void
control (Engine *engine, const char *command, const char *key, const char *value)
{
  g_autoptr (AnteSimulator) simulator =
    ante_simulator_new (sandbox_server_get_control_url (engine->server));
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, key, "s", value);
  TEST_CALL (engine->result, ante_simulator_call_async, simulator, command,
             g_variant_dict_end (&arguments), NULL);
  answer = ante_simulator_call_finish (simulator, engine->result, &error);
  g_assert_no_error (error);
  g_assert_false (g_variant_lookup (answer, "error", "s", NULL));
}

void
engine_set_faults (Engine *engine, const char *faults)
{
  control (engine, "faults", "spec", faults);
}

void
engine_unsend (Engine *engine, const char *mid)
{
  control (engine, "unsend", "message_id", mid);
}

static SandboxMessage *
say (Engine *engine, const char *handle, gboolean from_us, gint64 ago, const char *text)
{
  SandboxPerson *person = sandbox_state_find_person (engine->state, handle);

  if (person == NULL)
    person = sandbox_state_add_person (engine->state, handle, NULL);
  return sandbox_thread_add (engine->state,
                             sandbox_message_new (engine->state, person, NULL,
                                                  sandbox_state_now (engine->state) - ago, from_us,
                                                  SANDBOX_TEXT, text));
}

SandboxMessage *
engine_hear (Engine *engine, const char *handle, const char *text)
{
  return say (engine, handle, FALSE, 0, text);
}

void
engine_hear_many (Engine *engine, const char *handle, guint count, gint64 ago)
{
  for (guint i = count; i-- > 0;) {
    g_autofree char *text = g_strdup_printf ("line %u", count - i);

    say (engine, handle, FALSE, ago + i * 1000, text);
  }
}

SandboxMessage *
engine_type_elsewhere (Engine *engine, const char *handle, const char *text)
{
  return say (engine, handle, TRUE, 0, text);
}

AnteSyncCounts
engine_pass (Engine *engine)
{
  AnteSync *sync = ante_workspace_get_sync (engine->workspace);
  AnteSyncCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 deadline = g_get_monotonic_time () + PASS_DEADLINE_S * G_TIME_SPAN_SECOND;

  g_clear_object (&engine->result);
  ante_sync_pass_async (sync, NULL, test_keep_result, &engine->result);
  while (engine->result == NULL && g_get_monotonic_time () < deadline)
    test_iterate ();
  g_assert_nonnull (engine->result);
  ante_sync_pass_finish (sync, engine->result, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

void
engine_move_clock (Engine *engine, gint64 ms)
{
  engine->state->clock_offset += ms;
  engine_pass (engine);
  engine_pass (engine);
}

AnteLead *
engine_lead (Engine *engine, const char *handle_or_igsid)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (GError) error = NULL;
  AnteLead *lead = NULL;

  TEST_CALL (engine->result, ante_store_find_lead_async, store, handle_or_igsid, NULL);
  lead = ante_store_find_lead_finish (store, engine->result, &error);
  g_assert_no_error (error);
  return lead;
}

AnteMessagePage *
engine_messages (Engine *engine, const char *handle_or_igsid)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (AnteLead) lead = engine_lead (engine, handle_or_igsid);
  g_autoptr (GError) error = NULL;
  AnteMessagePage *page = NULL;

  TEST_CALL (engine->result, ante_store_list_messages_async, store, lead->id, 0, 0, 100, NULL);
  page = ante_store_list_messages_finish (store, engine->result, &error);
  g_assert_no_error (error);
  return page;
}

AnteMessage *
engine_find_message (AnteMessagePage *page, const char *mid)
{
  AnteMessage *found = NULL;

  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    if (g_strcmp0 (message->mid, mid) == 0) {
      g_assert_null (found);
      found = message;
    }
  }
  return found;
}

static void
assert_thread_complete (Engine *engine, SandboxPerson *person)
{
  g_autoptr (AnteMessagePage) page = engine_messages (engine, person->igsid);
  guint length = sandbox_thread_length (person);
  guint readable = MIN (length, READABLE);

  g_assert_cmpuint (page->messages->len, >=, readable);
  g_assert_cmpuint (page->messages->len, <=, length);
  for (guint i = 0; i < readable; i++) {
    g_autoptr (SandboxMessage) message = sandbox_thread_get (engine->state, person, i);

    g_assert_nonnull (engine_find_message (page, message->mid));
  }
}

static guint
count_leads (Engine *engine)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  AnteLeadFilter all = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_store_list_lead_ids_async, store, &all, ANTE_LEAD_ORDER_NEWEST,
             NULL);
  ids = ante_store_list_lead_ids_finish (store, engine->result, &error);
  g_assert_no_error (error);
  return ids->len;
}

void
engine_assert_complete (Engine *engine)
{
  GPtrArray *people = engine->state->people;

  g_assert_cmpuint (count_leads (engine), ==, people->len);
  for (guint i = 0; i < people->len; i++)
    assert_thread_complete (engine, people->pdata[i]);
}

/* Invented, as all names and prices here are. */
#define PLAYBOOK                                                                                   \
  "{\"languages\": [\"en\"], \"currency\": \"EUR\", \"price_disclosure\": \"allowed\", "           \
  "\"allowed_urls\": [{\"host\": \"kiln.example\", \"path_prefix\": \"/look\"}], \"offers\": "     \
  "[{\"id\": \"k\", \"name\": \"Quiet Kiln\", \"prices\": [{\"kind\": \"full\", \"amount\": 330, " \
  "\"currency\": \"EUR\"}], \"price_words\": \"Quiet Kiln is 330 €.\", \"includes\": [\"glaze "  \
  "notes\"]}], \"booking\": {\"link\": \"https://kiln.example/look\"}, \"voice\": "                \
  "{\"max_chars\": "                                                                               \
  "300, \"banned_phrases\": [\"muddy buddy\"]}, \"escalate_on\": [\"crisis\", \"minor\", "         \
  "\"eating_disorder\", \"human_requested\", \"refund_request\", \"injection_attempt\"]%s%s}"

void
engine_keep_playbook (Engine *engine, const char *more)
{
  g_autofree char *document = g_strdup_printf (PLAYBOOK, *more != '\0' ? ", " : "", more);
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_command_keep_playbook_async, engine->workspace, document, NULL,
             FALSE);
  g_assert_cmpint (ante_command_keep_playbook_finish (engine->workspace, engine->result, &error), >,
                   0);
  g_assert_no_error (error);
}
