#include "config.h"

#include "engine-fixture.h"

#include "engine/ante-commands.h"
#include "engine/ante-demo.h"

#define HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)

static void
ended_cb (AnteDemo *demo, gboolean *ended)
{
  *ended = TRUE;
}

/* As the window does it with the sandbox that it hosts: made with the workspace, then a pass. */
static void
run_demo_at (Engine *engine, const char *control)
{
  g_autoptr (AnteSimulator) simulator = ante_simulator_new (control);
  g_autoptr (AnteDemo) demo = ante_demo_new (engine->workspace, simulator);
  gboolean ended = FALSE;

  g_signal_connect (demo, "ended", G_CALLBACK (ended_cb), &ended);
  engine_pass (engine);
  test_wait_until (ended);
}

static void
run_demo (Engine *engine)
{
  run_demo_at (engine, sandbox_server_get_control_url (engine->server));
}

static GPtrArray *
list_leads (Engine *engine)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  AnteLeadFilter all = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  GPtrArray *leads = NULL;

  TEST_CALL (engine->result, ante_store_list_leads_async, store, &all, ANTE_LEAD_ORDER_NEWEST, 1000,
             NULL);
  ids = ante_store_list_leads_finish (store, engine->result, &leads, NULL);
  g_assert_nonnull (ids);
  return leads;
}

static void
count_stages (Engine *engine, guint counts[10])
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (GPtrArray) stages = NULL;

  TEST_CALL (engine->result, ante_store_list_stages_async, store, NULL);
  stages = ante_store_list_stages_finish (store, engine->result, NULL);
  g_assert_cmpuint (stages->len, ==, 10);
  for (guint i = 0; i < stages->len; i++)
    counts[i] = ((AnteStage *) stages->pdata[i])->n_leads;
}

static void
assert_all_in_first_stage (Engine *engine)
{
  guint counts[10] = { 0 };

  count_stages (engine, counts);
  g_assert_cmpuint (counts[0], >, 50);
  for (guint i = 1; i < 10; i++)
    g_assert_cmpuint (counts[i], ==, 0);
}

static GPtrArray *
list_events (Engine *engine)
{
  AnteStore *store = ante_workspace_get_store (engine->workspace);

  TEST_CALL (engine->result, ante_store_list_events_async, store, 0, 10000, NULL);
  return ante_store_list_events_finish (store, engine->result, NULL);
}

static void
move (Engine *engine, const char *handle, const char *stage)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, handle);
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_command_move_async, engine->workspace, &lead->id, 1, stage, 0,
             NULL);
  g_assert_cmpint (ante_command_finish (engine->workspace, engine->result, &error), >, 0);
  g_assert_no_error (error);
}

static gboolean
undo (Engine *engine, GError **error)
{
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (engine->result, ante_command_undo_async, engine->workspace, 0);
  undone = ante_command_undo_finish (engine->workspace, engine->result, error);
  return undone != NULL;
}

static gint64
stage_of (Engine *engine, const char *handle)
{
  g_autoptr (AnteLead) lead = engine_lead (engine, handle);

  return lead->stage_id;
}

static void
test_a_business_that_is_lived_in (void)
{
  Engine engine;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_auto (GStrv) setters = NULL;
  AnteStore *store = NULL;
  guint counts[10] = { 0 };
  guint sources = 0;
  guint late = 0, later = 0, dateless = 0, none = 0, hours = 0, weeks = 0;
  gint64 now = 0;
  gint64 last = G_MAXINT64;

  engine_set_up (&engine, 0, 0);
  run_demo (&engine);
  store = ante_workspace_get_store (engine.workspace);
  now = ante_workspace_now (engine.workspace);

  count_stages (&engine, counts);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (counts[i], >=, 3);
  g_assert_cmpuint (counts[0], <=, 20);

  leads = list_leads (&engine);
  for (guint i = 0; i < leads->len; i++) {
    const AnteLead *lead = leads->pdata[i];

    sources |= 1u << lead->source;
    none += lead->next_action == NULL;
    dateless += lead->next_action != NULL && lead->next_due == 0;
    late += lead->next_due > 0 && lead->next_due < now;
    later += lead->next_due > now;
    hours += now - lead->stage_since < 12 * HOUR_MS;
    weeks += now - lead->stage_since > 14 * 24 * HOUR_MS;
    g_assert_cmpint (lead->created_at, <=, lead->stage_since);
    g_assert_cmpint (lead->stage_since, <=, now);
  }
  g_assert_cmpuint (sources, ==, (1u << (ANTE_SOURCE_ORGANIC + 1)) - 1);
  g_assert_cmpuint (none, >, 3);
  g_assert_cmpuint (dateless, >, 0);
  g_assert_cmpuint (late, >, 3);
  g_assert_cmpuint (later, >, 3);
  g_assert_cmpuint (hours, >, 3);
  g_assert_cmpuint (weeks, >, 3);

  TEST_CALL (engine.result, ante_store_list_setters_async, store, NULL);
  setters = ante_store_list_setters_finish (store, engine.result, NULL);
  g_assert_cmpuint (g_strv_length (setters), ==, 1);
  g_assert_cmpstr (setters[0], ==, "setter:Maya");

  events = list_events (&engine);
  for (guint i = 0; i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];

    g_assert_cmpint (event->at, <=, last);
    last = event->at;
  }
  engine_tear_down (&engine);
}

static void
test_it_is_written_once (void)
{
  Engine engine;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  engine_set_up (&engine, 0, 0);
  run_demo (&engine);
  move (&engine, "tom_okafor", "no-show-risk");
  before = list_events (&engine);

  engine_reopen (&engine);
  run_demo (&engine);
  after = list_events (&engine);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 7);
  engine_tear_down (&engine);
}

/* Whoever acts while the first reading still runs. */
static void
test_a_person_was_faster (void)
{
  Engine engine;

  engine_set_up (&engine, 0, 0);
  engine_pass (&engine);
  assert_all_in_first_stage (&engine);
  move (&engine, "tom_okafor", "no-show-risk");
  run_demo (&engine);
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 7);
  g_assert_cmpint (stage_of (&engine, "hugo.moreau"), ==, 3);
  engine_tear_down (&engine);
}

static void
test_undo_does_not_take_it_back (void)
{
  Engine engine;
  g_autoptr (GError) error = NULL;

  engine_set_up (&engine, 0, 0);
  run_demo (&engine);
  g_assert_false (undo (&engine, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  move (&engine, "tom_okafor", "no-show-risk");
  g_assert_true (undo (&engine, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 3);
  g_assert_false (undo (&engine, NULL));
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 3);
  engine_tear_down (&engine);
}

static SandboxStanding *
find_standing (Engine *engine, const char *what)
{
  for (guint i = engine->state->standing->len; i-- > 0;) {
    SandboxStanding *standing = engine->state->standing->pdata[i];

    if (g_strcmp0 (standing->what, what) == 0)
      return standing;
  }
  g_assert_not_reached ();
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* What cannot be understood, or comes not at all, leaves all where the wire leaves them; and the
 * next start makes good for it. */
static void
test_a_damaged_answer_changes_nothing (void)
{
  Engine engine;
  SandboxStanding *last = NULL;
  gint64 at = 0;
  g_autofree char *nowhere = NULL;
  g_autofree char *other = NULL;

  engine_set_up (&engine, 0, 0);
  nowhere = g_strdup ("http://127.0.0.1:9/nothing");
  other = g_strconcat (sandbox_server_get_url (engine.server), "/other", NULL);
  run_demo_at (&engine, nowhere);
  assert_all_in_first_stage (&engine);
  run_demo_at (&engine, other);
  assert_all_in_first_stage (&engine);

  last = find_standing (&engine, "stage");
  set_text (&last->what, "dance");
  run_demo (&engine);
  assert_all_in_first_stage (&engine);
  set_text (&last->what, "stage");
  set_text (&last->value, "no-such-stage");
  run_demo (&engine);
  assert_all_in_first_stage (&engine);
  set_text (&last->value, NULL);
  run_demo (&engine);
  assert_all_in_first_stage (&engine);
  set_text (&last->value, "client");
  set_text (&last->actor, "lead");
  run_demo (&engine);
  assert_all_in_first_stage (&engine);
  set_text (&last->actor, "coach");
  at = last->at;
  last->at = ante_workspace_now (engine.workspace) + HOUR_MS;
  run_demo (&engine);
  assert_all_in_first_stage (&engine);
  last->at = at;

  engine_reopen (&engine);
  run_demo (&engine);
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 3);
  engine_tear_down (&engine);
}

/* The window may be closed, or the sandbox left, at any moment of it. */
static void
test_it_is_let_go_of_in_the_middle (void)
{
  Engine engine;

  engine_set_up (&engine, 0, 0);
  {
    g_autoptr (AnteSimulator) simulator =
      ante_simulator_new (sandbox_server_get_control_url (engine.server));
    g_autoptr (AnteDemo) demo = ante_demo_new (engine.workspace, simulator);

    engine_pass (&engine);
  }
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  assert_all_in_first_stage (&engine);
  engine_tear_down (&engine);
}

static void
count_cb (AnteDemo *demo, guint *times)
{
  (*times)++;
}

static void
let_go_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteDemo **demo)
{
  if (topics & ANTE_STORE_STAGES)
    g_clear_object (demo);
}

/* What has begun is written all the same, and told to nobody. */
static void
test_it_is_let_go_of_while_it_is_written (void)
{
  Engine engine;
  guint ended = 0;
  AnteDemo *demo = NULL;

  engine_set_up (&engine, 0, 0);
  {
    g_autoptr (AnteSimulator) simulator =
      ante_simulator_new (sandbox_server_get_control_url (engine.server));

    demo = ante_demo_new (engine.workspace, simulator);
    g_signal_connect (demo, "ended", G_CALLBACK (count_cb), &ended);
    engine_pass (&engine);
    g_signal_connect (ante_workspace_get_store (engine.workspace), "changed",
                      G_CALLBACK (let_go_cb), &demo);
    test_wait_until (demo == NULL);
  }
  g_assert_cmpint (stage_of (&engine, "tom_okafor"), ==, 3);
  g_assert_cmpuint (ended, ==, 0);
  engine_tear_down (&engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/a-business-that-is-lived-in", test_a_business_that_is_lived_in);
  g_test_add_func ("/demo/it-is-written-once", test_it_is_written_once);
  g_test_add_func ("/demo/a-person-was-faster", test_a_person_was_faster);
  g_test_add_func ("/demo/undo-does-not-take-it-back", test_undo_does_not_take_it_back);
  g_test_add_func ("/demo/a-damaged-answer-changes-nothing", test_a_damaged_answer_changes_nothing);
  g_test_add_func ("/demo/it-is-let-go-of-in-the-middle", test_it_is_let_go_of_in_the_middle);
  g_test_add_func ("/demo/let-go-of-while-written", test_it_is_let_go_of_while_it_is_written);
  return g_test_run ();
}
