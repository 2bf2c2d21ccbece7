#include "assist-fixture.h"
#include "engine-fixture.h"

#include <string.h>

#include "engine/ante-assist-commands.h"
#include "engine/ante-commands.h"
#include "store/ante-ai-ledger.h"
#include "store/ante-store-drafts.h"
#include "store/ante-store-facts.h"

#define OPEN "\"caps\": {\"wait_seconds\": 5}, \"permissions\": {\"otherwise\": \"auto\"}"
/* The playbook has no words for it. */
#define QUIET_MS 8000
#define QUESTION "Do you ship the glaze to Norway?"
#define ANSWER(reply, memory)                                                                      \
  "{\"reply\":\"" reply "\",\"intent\":\"question\",\"needs_human\":false,\"reasons\":[],"         \
  "\"memory\":[" memory "]}"

typedef struct {
  Engine engine;
  AssistServer *server;
} World;

static void
set_ai (World *world, const AnteAiSettings *settings)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (world->engine.result, ante_command_set_ai_async, world->engine.workspace, settings);
  ante_command_set_ai_finish (world->engine.workspace, world->engine.result, &error);
  g_assert_no_error (error);
}

static AnteAiSettings *
make_settings (World *world)
{
  AnteAiSettings *settings = ante_ai_settings_new ();

  settings->provider = g_strdup ("openai");
  settings->api_url = g_strconcat (world->server->url, "/v1", NULL);
  settings->model = g_strdup (MODEL);
  return settings;
}

static void
use_ai (World *world, gboolean always)
{
  g_autoptr (AnteAiSettings) settings = make_settings (world);

  settings->always = always;
  set_ai (world, settings);
  ante_assistant_hurry (
    ante_drafting_get_assistant (ante_workspace_get_drafting (world->engine.workspace)));
}

static int
draft (World *world)
{
  AnteDrafting *drafting = ante_workspace_get_drafting (world->engine.workspace);
  g_autoptr (GError) error = NULL;
  int n = 0;

  TEST_CALL (world->engine.result, ante_drafting_pass_async, drafting, NULL);
  n = ante_drafting_pass_finish (drafting, world->engine.result, &error);
  g_assert_no_error (error);
  return n;
}

static void
set_up (World *world)
{
  engine_set_up (&world->engine, 1, 2);
  engine_keep_playbook (&world->engine, OPEN);
  engine_pass (&world->engine);
  draft (world); /* for whom was there before */
  world->server = assist_server_new ();
}

static void
tear_down (World *world)
{
  assist_server_shut (world->server, FALSE);
  engine_tear_down (&world->engine);
  assist_server_free (world->server);
}

static void
say (World *world, const char *text)
{
  g_autofree char *answer = wire_answer (WIRE_OPENAI, text);

  assist_server_say_json (world->server, 200, answer);
}

static void
hear (World *world, const char *handle, const char *text)
{
  engine_hear (&world->engine, handle, text);
  engine_move_clock (&world->engine, QUIET_MS);
}

static AnteDraft *
find_draft (World *world, const char *handle)
{
  AnteStore *store = ante_workspace_get_store (world->engine.workspace);
  g_autoptr (AnteLead) lead = engine_lead (&world->engine, handle);
  g_autoptr (GPtrArray) drafts = NULL;

  TEST_CALL (world->engine.result, ante_store_list_drafts_async, store, lead->id, TRUE, 10, NULL);
  drafts = ante_store_list_drafts_finish (store, world->engine.result, NULL);
  g_assert_cmpuint (drafts->len, <=, 1);
  return drafts->len > 0 ? g_object_ref (drafts->pdata[0]) : NULL;
}

static GPtrArray *
list_ledger (World *world)
{
  AnteStore *store = ante_workspace_get_store (world->engine.workspace);
  GPtrArray *calls = NULL;

  TEST_CALL (world->engine.result, ante_ai_ledger_list_async, store, 100, NULL);
  calls = ante_ai_ledger_list_finish (store, world->engine.result, NULL);
  g_assert_nonnull (calls);
  return calls;
}

static void
give_to_ai (World *world, const char *handle)
{
  g_autoptr (AnteLead) lead = engine_lead (&world->engine, handle);
  g_autoptr (GError) error = NULL;

  TEST_CALL (world->engine.result, ante_command_own_async, world->engine.workspace, &lead->id, 1,
             "ai");
  ante_command_finish (world->engine.workspace, world->engine.result, &error);
  g_assert_no_error (error);
}

static guint
count_outbox (World *world)
{
  AnteStore *store = ante_workspace_get_store (world->engine.workspace);
  g_autoptr (GPtrArray) items = NULL;

  TEST_CALL (world->engine.result, ante_store_outbox_list_async, store, 0, FALSE, 100, NULL);
  items = ante_store_outbox_list_finish (store, world->engine.result, NULL);
  g_assert_nonnull (items);
  return items->len;
}

/* --- tests ---------------------------------------------------------------------------------- */

static void
test_a_model_answers_what_the_playbook_cannot (void)
{
  World world = { 0 };
  AnteStore *store = NULL;
  g_autoptr (AnteDraft) made = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AssistRequest) request = NULL;
  const AnteAiCall *call = NULL;
  const AnteFact *fact = NULL;

  set_up (&world);
  use_ai (&world, FALSE);
  say (&world, ANSWER ("Good question. Where in Norway are you?",
                       "{\"kind\":\"free\",\"text\":\"lives in Norway\",\"message\":1,"
                       "\"quote\":\"to Norway\"},{\"kind\":\"goal\",\"text\":\"a prize\","
                       "\"message\":1,\"quote\":\"a first prize\"}"));
  hear (&world, "nora.k", QUESTION);
  give_to_ai (&world, "nora.k");
  g_assert_cmpint (draft (&world), ==, 1);

  made = find_draft (&world, "nora.k");
  g_assert_nonnull (made);
  g_assert_cmpstr (made->text, ==, "Good question. Where in Norway are you?");
  g_assert_cmpstr (made->origin, ==, "ai");
  g_assert_cmpstr (made->provider, ==, "openai");
  g_assert_cmpstr (made->model, ==, "small-1-2026");
  g_assert_cmpint (made->receipt_id, >, 0);
  g_assert_cmpint (made->verdict, ==, ANTE_VERDICT_ALLOW);
  g_assert_nonnull (strstr (made->basis, "ai openai " MODEL));
  g_assert_cmpuint (count_outbox (&world), ==, 0); /* it waits, though all is allowed */

  calls = list_ledger (&world);
  g_assert_cmpuint (calls->len, ==, 1);
  call = calls->pdata[0];
  g_assert_cmpstr (call->outcome, ==, "ok");
  g_assert_cmpstr (call->handle, ==, "nora.k");
  g_assert_nonnull (strstr (call->fields, "for:draft"));
  g_assert_nonnull (strstr (call->fields, "messages:1"));
  g_assert_cmpint (call->tokens_in, ==, 812);
  g_assert_cmpint (call->bytes_in, >, 0);
  request = assist_server_last (world.server);
  g_assert_cmpint (call->bytes_out, ==, (gint64) strlen (request->body));
  g_assert_nonnull (strstr (request->body, "| " QUESTION));
  g_assert_null (strstr (request->body, "hold_minutes"));

  /* What stands in a message is suggested, and what does not is not. */
  lead = engine_lead (&world.engine, "nora.k");
  store = ante_workspace_get_store (world.engine.workspace);
  TEST_CALL (world.engine.result, ante_store_list_facts_async, store, lead->id, NULL);
  facts = ante_store_list_facts_finish (store, world.engine.result, NULL);
  for (guint i = 0; i < facts->len; i++) {
    fact = facts->pdata[i];
    g_assert_cmpstr (fact->text, !=, "a prize");
    if (fact->origin == ANTE_FACT_BY_AI)
      break;
  }
  g_assert_nonnull (fact);
  g_assert_cmpint (fact->origin, ==, ANTE_FACT_BY_AI);
  g_assert_cmpint (fact->state, ==, ANTE_FACT_SUGGESTED);
  g_assert_cmpstr (fact->text, ==, "lives in Norway");
  g_assert_cmpint (fact->message_id, >, 0);
  tear_down (&world);
}

static void
test_its_words_are_judged_as_all_are (void)
{
  static const char *const unsafe[] = {
    "For you it is 90 € today.",
    "Have a look: https://pay.kiln-deals.example/now",
    "I guarantee that your glaze will never crack.",
  };
  World world = { 0 };

  set_up (&world);
  use_ai (&world, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++) {
    g_autofree char *handle = g_strdup_printf ("lead.%u", i);
    g_autofree char *answer =
      g_strdup_printf ("{\"reply\":\"%s\",\"intent\":\"question\",\"needs_human\":false,"
                       "\"reasons\":[],\"memory\":[]}",
                       unsafe[i]);
    g_autoptr (AnteDraft) made = NULL;

    assist_server_forget (world.server);
    say (&world, answer);
    hear (&world, handle, i == 0 ? "How much is it?" : QUESTION);
    give_to_ai (&world, handle);
    g_assert_cmpint (draft (&world), ==, 1);
    made = find_draft (&world, handle);
    g_assert_nonnull (made);
    g_assert_cmpstr (made->origin, ==, "ai");
    g_assert_cmpstr (made->text, ==, unsafe[i]);
    g_assert_cmpint (made->verdict, !=, ANTE_VERDICT_ALLOW);
  }
  g_assert_cmpuint (count_outbox (&world), ==, 0);
  tear_down (&world);
}

static void
assert_nothing_left (World *world, int n_connections)
{
  g_autoptr (GPtrArray) calls = list_ledger (world);

  g_assert_cmpuint (calls->len, ==, 0);
  g_assert_cmpint (g_atomic_int_get (&world->server->n_connections), ==, n_connections);
}

static void
test_nothing_leaves_with_ai_off (void)
{
  World world = { 0 };
  g_autoptr (AnteAiSettings) settings = NULL;

  set_up (&world);
  say (&world, ANSWER ("Hello", ""));
  hear (&world, "nora.k", QUESTION);
  g_assert_cmpint (draft (&world), ==, 0);
  assert_nothing_left (&world, 0);

  /* On and off again. */
  use_ai (&world, TRUE);
  settings = make_settings (&world);
  g_clear_pointer (&settings->provider, g_free);
  set_ai (&world, settings);
  hear (&world, "olaf.b", QUESTION);
  draft (&world);
  assert_nothing_left (&world, 0);
  tear_down (&world);
}

static void
set_never (World *world, const char *handle, gboolean never)
{
  g_autoptr (AnteLead) lead = engine_lead (&world->engine, handle);
  g_autoptr (GError) error = NULL;

  TEST_CALL (world->engine.result, ante_command_never_ai_async, world->engine.workspace, &lead->id,
             1, never);
  ante_command_finish (world->engine.workspace, world->engine.result, &error);
  g_assert_no_error (error);
}

static void
test_nothing_of_one_who_is_never_sent_leaves (void)
{
  World world = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&world);
  use_ai (&world, TRUE);
  say (&world, ANSWER ("Hello", ""));
  hear (&world, "nora.k", QUESTION);
  set_never (&world, "nora.k", TRUE);
  g_assert_cmpint (draft (&world), ==, 0);
  assert_nothing_left (&world, 0);
  lead = engine_lead (&world.engine, "nora.k");
  TEST_CALL (world.engine.result, ante_command_preview_ai_async, world.engine.workspace, lead->id,
             NULL);
  g_assert_null (
    ante_command_preview_ai_finish (world.engine.workspace, world.engine.result, &error));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_WITHHELD);

  /* It can be taken back. */
  TEST_CALL (world.engine.result, ante_command_undo_async, world.engine.workspace, 0);
  g_clear_object (&lead);
  lead = engine_lead (&world.engine, "nora.k");
  g_assert_false (lead->never_ai);
  tear_down (&world);
}

/* Whoever is taken out while a request waits for its turn is not sent, either. */
static void
test_the_ledger_itself_refuses (void)
{
  World world = { 0 };
  AnteStore *store = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAiCall) call = ante_ai_call_new ();
  AnteAiTerms terms = { 0 };

  set_up (&world);
  hear (&world, "nora.k", QUESTION);
  set_never (&world, "nora.k", TRUE);
  lead = engine_lead (&world.engine, "nora.k");
  store = ante_workspace_get_store (world.engine.workspace);
  call->provider = g_strdup ("openai");
  call->host = g_strdup ("far.example");
  call->model = g_strdup (MODEL);
  call->fields = g_strdup ("for:draft");
  call->lead_id = lead->id;
  TEST_CALL (world.engine.result, ante_ai_ledger_add_async, store, call, &terms, NULL);
  g_assert_cmpint (ante_ai_ledger_add_finish (store, world.engine.result, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_clear_error (&error);

  set_never (&world, "nora.k", FALSE);
  terms.burst_at = lead->last_lead_at - 1;
  TEST_CALL (world.engine.result, ante_ai_ledger_add_async, store, call, &terms, NULL);
  ante_ai_ledger_add_finish (store, world.engine.result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  terms = (AnteAiTerms){ .settings = "{\"provider\":\"of before\"}" };
  TEST_CALL (world.engine.result, ante_ai_ledger_add_async, store, call, &terms, NULL);
  ante_ai_ledger_add_finish (store, world.engine.result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  assert_nothing_left (&world, 0);
  tear_down (&world);
}

static void
test_the_playbook_is_what_is_left (void)
{
  static const struct {
    guint status;
    const char *body;
    const char *why;
  } failures[] = {
    { 500, "{\"error\":{\"message\":\"oops\"}}", "(AI: The AI provider has trouble of its own)" },
    { 503, "{\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\"}}",
      "(AI: The AI provider has trouble of its own)" },
    { 200, "{\"choices\":[{\"message\":{\"content\":\"{\\\"reply\\\"", "(AI: " },
    { 200, "<html>hello</html>", "(AI: The answer could not be used)" },
  };
  World world = { 0 };

  set_up (&world);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++) {
    g_autofree char *asks = g_strdup_printf ("asks.%u", i);
    g_autofree char *wants = g_strdup_printf ("wants.%u", i);
    g_autoptr (AnteDraft) words = NULL;
    g_autoptr (AnteDraft) none = NULL;

    use_ai (&world, TRUE);
    ante_assistant_reset (
      ante_drafting_get_assistant (ante_workspace_get_drafting (world.engine.workspace)));
    assist_server_forget (world.server);
    assist_server_say_json (world.server, failures[i].status, failures[i].body);
    engine_hear (&world.engine, asks, QUESTION);
    hear (&world, wants, "How much is it?");
    g_assert_cmpint (draft (&world), ==, 1);
    words = find_draft (&world, wants);
    g_assert_nonnull (words);
    g_assert_cmpstr (words->origin, ==, "playbook");
    g_assert_cmpstr (words->text, ==, "Quiet Kiln is 330 €.");
    g_test_message ("%s", words->why);
    g_assert_nonnull (strstr (words->why, failures[i].why));
    none = find_draft (&world, asks);
    g_assert_null (none);
    /* It is not asked again for the same. */
    g_assert_cmpint (draft (&world), ==, 0);
  }
  tear_down (&world);
}

static void
test_without_money_it_is_not_asked_again (void)
{
  World world = { 0 };
  g_autoptr (AnteDraft) first = NULL;
  g_autoptr (GPtrArray) calls = NULL;

  set_up (&world);
  use_ai (&world, TRUE);
  assist_server_say_json (world.server, 429,
                          "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":"
                          "\"insufficient_quota\",\"code\":\"insufficient_quota\"}}");
  hear (&world, "one.a", "How much is it?");
  g_assert_cmpint (draft (&world), ==, 1);
  first = find_draft (&world, "one.a");
  g_assert_nonnull (strstr (first->why, "No credit is left"));
  hear (&world, "two.b", "How much is it?");
  g_assert_cmpint (draft (&world), ==, 1);
  g_assert_cmpuint (assist_server_count (world.server), ==, 1);
  calls = list_ledger (&world);
  g_assert_cmpuint (calls->len, ==, 1);
  g_assert_cmpstr (((AnteAiCall *) calls->pdata[0])->outcome, ==, "no-money");
  tear_down (&world);
}

/* A model that thinks holds up nobody else, and what it thinks of a burst that went on is dropped.
 */
static void
test_a_burst_that_went_on_is_dropped (void)
{
  World world = { 0 };
  AnteDrafting *drafting = NULL;
  g_autoptr (AnteAiSettings) settings = NULL;
  g_autoptr (GAsyncResult) thinking = NULL;
  g_autoptr (AnteDraft) other = NULL;
  g_autoptr (AnteDraft) stale = NULL;
  g_autoptr (AnteDraft) fresh = NULL;

  set_up (&world);
  settings = make_settings (&world);
  set_ai (&world, settings); /* which waits as long as it does for a person */
  drafting = ante_workspace_get_drafting (world.engine.workspace);
  say (&world, ANSWER ("About Norway: yes.", ""));
  assist_server_shut (world.server, TRUE);
  hear (&world, "nora.k", QUESTION); /* whose turn comes first */
  hear (&world, "paul.m", "How much is it?");
  ante_drafting_pass_async (drafting, NULL, test_keep_result, &thinking);
  test_wait_until (assist_server_count (world.server) == 1);
  test_wait_until ((other = find_draft (&world, "paul.m")) != NULL);
  g_assert_null (thinking);

  hear (&world, "nora.k", "Oh, and to Sweden?");
  assist_server_shut (world.server, FALSE);
  test_wait_until (thinking != NULL);
  stale = find_draft (&world, "nora.k");
  g_assert_null (stale);

  g_assert_cmpint (draft (&world), ==, 1);
  fresh = find_draft (&world, "nora.k");
  g_assert_nonnull (fresh);
  g_assert_cmpuint (assist_server_count (world.server), ==, 2);
  tear_down (&world);
}

/* The last error of the ledger, 0 where it took the call; and what is known of its cost then. */
static int
try_to_spend (World *world, const AnteAiTerms *terms, gint64 cost)
{
  AnteStore *store = ante_workspace_get_store (world->engine.workspace);
  g_autoptr (AnteAiCall) call = ante_ai_call_new ();
  g_autoptr (GError) error = NULL;

  call->at = 1000;
  call->provider = g_strdup ("openai");
  call->host = g_strdup ("far.example");
  call->model = g_strdup (MODEL);
  call->fields = g_strdup ("for:draft");
  TEST_CALL (world->engine.result, ante_ai_ledger_add_async, store, call, terms, NULL);
  call->id = ante_ai_ledger_add_finish (store, world->engine.result, &error);
  if (error != NULL)
    return error->code;
  call->outcome = g_strdup ("ok");
  call->cost = cost;
  TEST_CALL (world->engine.result, ante_ai_ledger_end_async, store, call, NULL);
  g_assert_true (ante_ai_ledger_end_finish (store, world->engine.result, NULL));
  return 0;
}

static void
test_a_limit_holds (void)
{
  World world = { 0 };
  AnteAiTerms terms = { .since = 500, .cap = 100, .is_priced = TRUE };
  g_autofree AnteAiSpending *spending = NULL;
  AnteStore *store = NULL;

  set_up (&world);
  store = ante_workspace_get_store (world.engine.workspace);
  g_assert_cmpint (try_to_spend (&world, &terms, 60), ==, 0);
  g_assert_cmpint (try_to_spend (&world, &terms, 60), ==, 0);
  g_assert_cmpint (try_to_spend (&world, &terms, 60), ==, ANTE_STORE_ERROR_TOO_MANY);
  /* In another month it begins anew; what nobody knows the price of is tried once. */
  terms = (AnteAiTerms){ .since = 2000, .cap = 100 };
  g_assert_cmpint (try_to_spend (&world, &terms, -1), ==, 0);
  terms.since = 600;
  terms.cap = 1000;
  g_assert_cmpint (try_to_spend (&world, &terms, -1), ==, ANTE_STORE_ERROR_NEEDED);

  TEST_CALL (world.engine.result, ante_ai_ledger_spending_async, store, 0, NULL);
  spending = ante_ai_ledger_spending_finish (store, world.engine.result, NULL);
  g_assert_cmpint (spending->spent, ==, 120);
  g_assert_cmpuint (spending->n_calls, ==, 3);
  g_assert_cmpuint (spending->n_unknown, ==, 1);
  tear_down (&world);
}

static void
refuse_ai (World *world, const AnteAiSettings *settings, AnteAssistError code)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (world->engine.result, ante_command_set_ai_async, world->engine.workspace, settings);
  g_assert_cmpint (
    ante_command_set_ai_finish (world->engine.workspace, world->engine.result, &error), ==, -1);
  g_assert_error (error, ANTE_ASSIST_ERROR, (int) code);
}

static void
test_what_cannot_work_is_not_kept (void)
{
  World world = { 0 };
  g_autoptr (AnteAiSettings) settings = NULL;
  AnteAssistant *assistant = NULL;

  set_up (&world);
  settings = make_settings (&world);
  settings->local_only = TRUE;
  g_free (settings->api_url);
  settings->api_url = g_strdup ("https://api.far.example/v1");
  refuse_ai (&world, settings, ANTE_ASSIST_ERROR_NOT_LOCAL);
  g_free (settings->api_url);
  settings->api_url = g_strdup ("http://api.far.example/v1");
  refuse_ai (&world, settings, ANTE_ASSIST_ERROR_ADDRESS);
  g_free (settings->api_url);
  settings->api_url = g_strconcat (world.server->url, "/v1", NULL);
  g_clear_pointer (&settings->model, g_free);
  refuse_ai (&world, settings, ANTE_ASSIST_ERROR_MODEL);

  /* What is kept can be taken back. */
  use_ai (&world, TRUE);
  assistant = ante_drafting_get_assistant (ante_workspace_get_drafting (world.engine.workspace));
  test_wait_until (ante_ai_settings_is_on (ante_assistant_get_settings (assistant)));
  TEST_CALL (world.engine.result, ante_command_undo_async, world.engine.workspace, 0);
  test_wait_until (!ante_ai_settings_is_on (ante_assistant_get_settings (assistant)));
  tear_down (&world);
}

static void
test_what_would_be_sent_can_be_read (void)
{
  World world = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteAiPreview) preview = NULL;

  set_up (&world);
  use_ai (&world, FALSE);
  hear (&world, "nora.k", "Write to nora@kiln.example. " QUESTION);
  lead = engine_lead (&world.engine, "nora.k");
  TEST_CALL (world.engine.result, ante_command_preview_ai_async, world.engine.workspace, lead->id,
             NULL);
  preview = ante_command_preview_ai_finish (world.engine.workspace, world.engine.result, NULL);
  g_assert_nonnull (preview);
  g_assert_nonnull (strstr (preview->text, QUESTION));
  g_assert_null (strstr (preview->text, "nora@kiln.example"));
  g_assert_nonnull (strstr (preview->text, "Quiet Kiln"));
  g_assert_nonnull (strstr (preview->fields, "covered:1"));
  g_assert_true (preview->is_on);
  assert_nothing_left (&world, 0);
  tear_down (&world);
}

int
main (int argc, char *argv[])
{
  g_setenv ("ANTEROOM_SECRETS", "file", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/answers-what-the-playbook-cannot",
                   test_a_model_answers_what_the_playbook_cannot);
  g_test_add_func ("/model/is-judged", test_its_words_are_judged_as_all_are);
  g_test_add_func ("/model/off", test_nothing_leaves_with_ai_off);
  g_test_add_func ("/model/never-ai", test_nothing_of_one_who_is_never_sent_leaves);
  g_test_add_func ("/model/ledger-refuses", test_the_ledger_itself_refuses);
  g_test_add_func ("/model/falls-back", test_the_playbook_is_what_is_left);
  g_test_add_func ("/model/no-money", test_without_money_it_is_not_asked_again);
  g_test_add_func ("/model/stale", test_a_burst_that_went_on_is_dropped);
  g_test_add_func ("/model/limit", test_a_limit_holds);
  g_test_add_func ("/model/settings", test_what_cannot_work_is_not_kept);
  g_test_add_func ("/model/preview", test_what_would_be_sent_can_be_read);
  return g_test_run ();
}
