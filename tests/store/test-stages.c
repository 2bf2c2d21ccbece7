#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/ante-store-as-of.h"

static gint64
change (Fixture *fixture, const char *key, const char *field, const char *value, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_stage_change_free);

  g_ptr_array_add (changes, ante_stage_change_new (key, field, value));
  TEST_CALL (fixture->result, ante_store_change_stages_async, fixture->store, changes, "coach", T0,
             NULL);
  return ante_store_change_stages_finish (fixture->store, fixture->result, error);
}

static gint64
must (Fixture *fixture, const char *key, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  gint64 act = change (fixture, key, field, value, &error);

  g_assert_no_error (error);
  return act;
}

static void
refused (
  Fixture *fixture, const char *key, const char *field, const char *value, AnteStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (change (fixture, key, field, value, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, (int) code);
}

static GPtrArray *
list_stages (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *stages = NULL;

  TEST_CALL (fixture->result, ante_store_list_stages_async, fixture->store, NULL);
  stages = ante_store_list_stages_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return stages;
}

/* Everything about all stages that a person sees, in one text. */
static char *
board (Fixture *fixture)
{
  g_autoptr (GPtrArray) stages = list_stages (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];
    g_autofree char *words = g_strjoinv (" ", stage->requirements);

    g_string_append_printf (text, "%s|%s|%u|%d|%d|%s|%d|%d|%d\n", stage->key, stage->name,
                            stage->n_leads, stage->soft_limit, stage->stale_days, words,
                            stage->hidden, stage->manual_order, stage->collapsed);
  }
  return g_string_free (text, FALSE);
}

static AnteStage *
get_stage (Fixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) stages = list_stages (fixture);

  for (guint i = 0; i < stages->len; i++) {
    if (g_str_equal (((AnteStage *) stages->pdata[i])->key, key))
      return g_object_ref (stages->pdata[i]);
  }
  return NULL;
}

static char *
keys (Fixture *fixture)
{
  g_autoptr (GPtrArray) stages = list_stages (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((AnteStage *) stages->pdata[i])->key);
  return g_string_free (text, FALSE);
}

static void
undo_act (Fixture *fixture, gint64 act, GError **error)
{
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  undo_act (fixture, 0, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (AnteUndone) redone = NULL;
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 2, NULL);
  redone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static gint64
add_lead (Fixture *fixture, const char *igsid, gint64 at)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", at, "Hi"), NULL), at);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static char *
column (Fixture *fixture, const char *key)
{
  g_autoptr (AnteStage) stage = get_stage (fixture, key);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  GString *text = g_string_new (NULL);

  filter.stage_id = stage->id;
  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, &filter,
             ANTE_LEAD_ORDER_BOARD, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

#define ASSERT_TEXT(call, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_of_call = call;                                                          \
    g_assert_cmpstr (text_of_call, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

static const struct {
  const char *field;
  const char *value;
} plain[] = {
  { ANTE_STAGE_FIELD_NAME, "Warm" },    { ANTE_STAGE_FIELD_LIMIT, "5" },
  { ANTE_STAGE_FIELD_STALE_DAYS, "9" }, { ANTE_STAGE_FIELD_REQUIREMENTS, "budget goal" },
  { ANTE_STAGE_FIELD_HIDDEN, "1" },     { ANTE_STAGE_FIELD_POSITION, "0" },
  { ANTE_STAGE_ADD, "After it" },       { ANTE_STAGE_MERGE, "nurture" },
};

static void
test_each_change_is_one_act_that_is_undone_after_a_restart (Fixture *fixture, gconstpointer data)
{
  add_lead (fixture, "1", T0);
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "qualified", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++) {
    g_autofree char *before = board (fixture);
    g_autofree char *after = NULL;

    g_assert_cmpint (must (fixture, "qualified", plain[i].field, plain[i].value), >, 0);
    after = board (fixture);
    g_assert_cmpstr (after, !=, before);
    fixture_reopen (fixture);
    undo (fixture);
    ASSERT_TEXT (board (fixture), before);
    fixture_reopen (fixture);
    redo (fixture);
    ASSERT_TEXT (board (fixture), after);
    undo (fixture);
    ASSERT_TEXT (board (fixture), before);
  }
}

static void
test_what_is_so_already_is_no_act (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (must (fixture, "qualified", ANTE_STAGE_FIELD_NAME, " Qualified "), ==, 0);
  g_assert_cmpint (must (fixture, "qualified", ANTE_STAGE_FIELD_POSITION, "4"), ==, 0);
  g_assert_cmpint (must (fixture, "qualified", ANTE_STAGE_FIELD_ORDER, NULL), ==, 0);
}

static void
test_requirements_are_kept_in_one_order_and_each_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteStage) stage = NULL;

  must (fixture, "qualified", ANTE_STAGE_FIELD_REQUIREMENTS, "reason  budget goal budget");
  stage = get_stage (fixture, "qualified");
  ASSERT_TEXT (g_strjoinv (" ", stage->requirements), "goal budget reason");
  g_assert_true (ante_stage_requires (stage, "budget"));
  g_assert_false (ante_stage_requires (stage, "offer"));
}

static void
test_names_are_refused_that_cannot_be_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (ANTE_STAGE_MAX_NAME, 'x');
  g_autofree char *longer = g_strnfill (ANTE_STAGE_MAX_NAME + 1, 'x');
  const char *const bad[] = { "",     "  ",        longer,           "two\nlines",
                              "a\tb", "bell\x07!", "\xe2\x80\xaeno", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    refused (fixture, "qualified", ANTE_STAGE_FIELD_NAME, bad[i], ANTE_STORE_ERROR_INVALID);
    refused (fixture, "qualified", ANTE_STAGE_ADD, bad[i], ANTE_STORE_ERROR_INVALID);
  }
  must (fixture, "booked", ANTE_STAGE_FIELD_NAME, "Für später");
  refused (fixture, "qualified", ANTE_STAGE_FIELD_NAME, "FÜR SPÄTER", ANTE_STORE_ERROR_EXISTS);
  refused (fixture, "qualified", ANTE_STAGE_ADD, " nurture", ANTE_STORE_ERROR_EXISTS);
  must (fixture, "qualified", ANTE_STAGE_FIELD_NAME, "qualified");
  must (fixture, "qualified", ANTE_STAGE_FIELD_NAME, longest);
}

static void
test_values_out_of_range_are_refused (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *field;
    const char *value;
  } bad[] = {
    { ANTE_STAGE_FIELD_LIMIT, "-1" },    { ANTE_STAGE_FIELD_LIMIT, "1000" },
    { ANTE_STAGE_FIELD_LIMIT, "five" },  { ANTE_STAGE_FIELD_STALE_DAYS, "366" },
    { ANTE_STAGE_FIELD_POSITION, "30" }, { ANTE_STAGE_FIELD_HIDDEN, "2" },
    { ANTE_STAGE_FIELD_HIDDEN, NULL },   { ANTE_STAGE_FIELD_REQUIREMENTS, "goal money" },
    { ANTE_STAGE_FIELD_ORDER, "3 2 1" }, { ANTE_STAGE_FIELD_GONE, "1" },
    { ANTE_STAGE_MERGE, "qualified" },   { "name", "x" },
  };
  g_autofree char *before = board (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    refused (fixture, "qualified", bad[i].field, bad[i].value, ANTE_STORE_ERROR_INVALID);
  refused (fixture, "none", ANTE_STAGE_FIELD_NAME, "x", ANTE_STORE_ERROR_NOT_FOUND);
  refused (fixture, "qualified", ANTE_STAGE_MERGE, "none", ANTE_STORE_ERROR_NOT_FOUND);
  ASSERT_TEXT (board (fixture), before);
}

static void
test_several_changes_of_a_form_are_one_act_or_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = board (fixture);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_stage_change_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (changes, ante_stage_change_new ("qualified", ANTE_STAGE_FIELD_NAME, "Warm"));
  g_ptr_array_add (changes, ante_stage_change_new ("qualified", ANTE_STAGE_FIELD_LIMIT, "7"));
  TEST_CALL (fixture->result, ante_store_change_stages_async, fixture->store, changes, "coach", T0,
             NULL);
  g_assert_cmpint (ante_store_change_stages_finish (fixture->store, fixture->result, NULL), >, 0);
  undo (fixture);
  ASSERT_TEXT (board (fixture), before);

  g_ptr_array_add (changes, ante_stage_change_new ("qualified", ANTE_STAGE_FIELD_LIMIT, "x"));
  TEST_CALL (fixture->result, ante_store_change_stages_async, fixture->store, changes, "coach", T0,
             NULL);
  g_assert_cmpint (ante_store_change_stages_finish (fixture->store, fixture->result, &error), ==,
                   -1);
  ASSERT_TEXT (board (fixture), before);
}

static void
test_stage_moves_among_the_others (Fixture *fixture, gconstpointer data)
{
  must (fixture, "qualified", ANTE_STAGE_FIELD_POSITION, "1");
  ASSERT_TEXT (keys (fixture), "new-inbound qualified active qualifying coach-review booked "
                               "no-show-risk nurture not-a-fit client");
  must (fixture, "qualified", ANTE_STAGE_FIELD_POSITION, "29");
  ASSERT_TEXT (keys (fixture), "new-inbound active qualifying coach-review booked no-show-risk "
                               "nurture not-a-fit client qualified");
}

static void
test_new_stage_takes_the_role_and_a_key_of_its_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteStage) first = NULL;
  g_autoptr (AnteStage) second = NULL;
  g_autoptr (AnteStage) third = NULL;

  must (fixture, "qualified", ANTE_STAGE_ADD, " Proposal sent ");
  ASSERT_TEXT (keys (fixture), "new-inbound active qualifying coach-review qualified stage-1 "
                               "booked no-show-risk nurture not-a-fit client");
  first = get_stage (fixture, "stage-1");
  g_assert_cmpstr (first->name, ==, "Proposal sent");
  g_assert_cmpint (first->role, ==, ANTE_STAGE_QUALIFIED);

  must (fixture, "stage-1", ANTE_STAGE_MERGE, "qualified");
  must (fixture, "booked", ANTE_STAGE_ADD, "Proposal sent");
  g_assert_null ((first = get_stage (fixture, "stage-1")));
  second = get_stage (fixture, "stage-2");
  g_assert_cmpint (second->role, ==, ANTE_STAGE_BOOKED);

  /* The name of what is gone is free; it comes back only when it is free again. */
  undo (fixture);
  undo (fixture);
  third = get_stage (fixture, "stage-1");
  g_assert_cmpstr (third->name, ==, "Proposal sent");
}

static void
test_thirty_stages_are_enough (Fixture *fixture, gconstpointer data)
{
  for (guint i = 10; i < ANTE_STAGE_MAX_STAGES; i++) {
    g_autofree char *name = g_strdup_printf ("Number %u", i);

    must (fixture, "active", ANTE_STAGE_ADD, name);
  }
  refused (fixture, "active", ANTE_STAGE_ADD, "One more", ANTE_STORE_ERROR_TOO_MANY);
}

static void
test_roles_that_leads_need_keep_a_stage_in_sight (Fixture *fixture, gconstpointer data)
{
  static const char *const needed[] = { "new-inbound", "not-a-fit", "client" };
  g_autofree char *before = board (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++) {
    refused (fixture, needed[i], ANTE_STAGE_FIELD_HIDDEN, "1", ANTE_STORE_ERROR_NEEDED);
    refused (fixture, needed[i], ANTE_STAGE_MERGE, "qualified", ANTE_STORE_ERROR_NEEDED);
  }
  ASSERT_TEXT (board (fixture), before);

  must (fixture, "new-inbound", ANTE_STAGE_ADD, "From ads");
  must (fixture, "new-inbound", ANTE_STAGE_FIELD_HIDDEN, "1");
  refused (fixture, "stage-1", ANTE_STAGE_FIELD_HIDDEN, "1", ANTE_STORE_ERROR_NEEDED);
}

static void
test_new_leads_come_into_the_stage_in_sight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteStage) stage = NULL;

  must (fixture, "new-inbound", ANTE_STAGE_ADD, "From ads");
  must (fixture, "new-inbound", ANTE_STAGE_FIELD_HIDDEN, "1");
  add_lead (fixture, "1", T0);
  stage = get_stage (fixture, "stage-1");
  g_assert_cmpuint (stage->n_leads, ==, 1);
  must (fixture, "new-inbound", ANTE_STAGE_FIELD_HIDDEN, "0");
  must (fixture, "new-inbound", ANTE_STAGE_MERGE, "stage-1");
  add_lead (fixture, "2", T0 + MINUTE);
  ASSERT_TEXT (column (fixture, "stage-1"), "2 1");
}

static void
test_hidden_stage_keeps_its_leads_in_the_counts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  AnteStoreCounts counts = { 0 };

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "qualified", NULL);
  must (fixture, "qualified", ANTE_STAGE_FIELD_HIDDEN, "1");
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.live, ==, 1);
  ASSERT_TEXT (column (fixture, "qualified"), "1");
}

static GPtrArray *
list_events (Fixture *fixture, gint64 lead)
{
  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, lead, 20, NULL);
  return ante_store_list_events_finish (fixture->store, fixture->result, NULL);
}

static void
test_merge_carries_everyone_and_brings_them_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) before = NULL;
  g_autoptr (AnteLead) merged = NULL;
  g_autoptr (AnteLead) back = NULL;
  g_autoptr (AnteLead) stranger = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const AnteEvent *event = NULL;

  for (guint i = 1; i <= 4; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    fixture_change (fixture, add_lead (fixture, igsid, T0 + i * MINUTE), ANTE_FIELD_STAGE,
                    i < 4 ? "qualified" : "no-show-risk", NULL);
  }
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "qualified", "2");
  fixture_change (fixture, 3, ANTE_FIELD_NOT_A_LEAD, "spam", NULL);
  ASSERT_TEXT (column (fixture, "qualified"), "1 2");
  before = fixture_lead (fixture, "1");

  must (fixture, "qualified", ANTE_STAGE_MERGE, "no-show-risk");
  ASSERT_TEXT (column (fixture, "no-show-risk"), "4 2 1");
  merged = fixture_lead (fixture, "1");
  g_assert_cmpint (merged->stage_since, ==, before->stage_since);
  stranger = fixture_lead (fixture, "3");
  g_assert_cmpint (stranger->stage_id, ==, merged->stage_id);
  events = list_events (fixture, 2);
  event = events->pdata[1];
  g_assert_cmpstr (event->field, ==, ANTE_FIELD_STAGE);
  g_assert_cmpstr (event->from, ==, "qualified");
  g_assert_cmpstr (event->to, ==, "no-show-risk");

  fixture_reopen (fixture);
  undo (fixture);
  ASSERT_TEXT (column (fixture, "qualified"), "1 2");
  ASSERT_TEXT (column (fixture, "no-show-risk"), "4");
  back = fixture_lead (fixture, "3");
  g_assert_cmpint (back->stage_id, ==, before->stage_id);
  redo (fixture);
  ASSERT_TEXT (column (fixture, "no-show-risk"), "4 2 1");
}

static void
test_merge_with_clients_makes_clients (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) merged = NULL;
  g_autoptr (AnteLead) back = NULL;
  AnteStoreCounts counts = { 0 };

  must (fixture, "booked", ANTE_STAGE_FIELD_REQUIREMENTS, "");
  fixture_change (fixture, id, ANTE_FIELD_STAGE, "booked", NULL);
  must (fixture, "booked", ANTE_STAGE_MERGE, "client");
  merged = fixture_lead (fixture, "1");
  g_assert_true (merged->is_client);
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.live + counts.no_next_step, ==, 0);

  undo (fixture);
  back = fixture_lead (fixture, "1");
  g_assert_false (back->is_client);
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.live, ==, 1);
  g_assert_cmpuint (counts.no_next_step, ==, 1);
}

static void
change_at (Fixture *fixture, gint64 lead, const char *stage, gint64 at)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_STAGE, stage, NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, at,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, NULL), >, 0);
}

/* Nobody else has its role: who was in it then is shown where they are by now. */
static void
test_past_of_a_stage_that_is_gone_is_still_seen (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0 - 10 * MINUTE);
  gint64 risk = 7;
  g_autoptr (GHashTable) stages = NULL;
  GArray *leads = NULL;

  must (fixture, "booked", ANTE_STAGE_FIELD_REQUIREMENTS, "");
  change_at (fixture, id, "booked", T0 - 8 * MINUTE);
  change_at (fixture, id, "no-show-risk", T0 - 2 * MINUTE);
  must (fixture, "booked", ANTE_STAGE_MERGE, "qualified");
  TEST_CALL (fixture->result, ante_store_list_as_of_async, fixture->store, T0 - 5 * MINUTE, NULL);
  stages = ante_store_list_as_of_finish (fixture->store, fixture->result, NULL);
  leads = g_hash_table_lookup (stages, &risk);
  g_assert_nonnull (leads);
  g_assert_cmpuint (leads->len, ==, 1);
}

static void
test_nobody_is_moved_into_a_stage_that_is_gone (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undo_error = NULL;
  gint64 out = 0;

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "qualified", NULL);
  must (fixture, "booked", ANTE_STAGE_FIELD_REQUIREMENTS, "");
  out = fixture_change (fixture, id, ANTE_FIELD_STAGE, "booked", NULL);
  must (fixture, "qualified", ANTE_STAGE_MERGE, "nurture");

  g_ptr_array_add (changes, ante_change_new (id, ANTE_FIELD_STAGE, "qualified", NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);

  undo_act (fixture, out, &undo_error);
  g_assert_error (undo_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  ASSERT_TEXT (column (fixture, "booked"), "1");
}

static void
test_undo_that_others_have_built_upon_conflicts (Fixture *fixture, gconstpointer data)
{
  gint64 renamed = must (fixture, "booked", ANTE_STAGE_FIELD_NAME, "Call");
  gint64 added = must (fixture, "new-inbound", ANTE_STAGE_ADD, "From ads");
  g_autofree char *before = NULL;
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) needed = NULL;
  g_autoptr (GError) again = NULL;

  must (fixture, "qualified", ANTE_STAGE_FIELD_NAME, "Booked");
  must (fixture, "new-inbound", ANTE_STAGE_FIELD_HIDDEN, "1");
  before = board (fixture);
  undo_act (fixture, renamed, &taken);
  g_assert_error (taken, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  undo_act (fixture, added, &needed);
  g_assert_error (needed, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  must (fixture, "booked", ANTE_STAGE_FIELD_NAME, "Call agreed");
  undo_act (fixture, renamed, &again);
  g_assert_error (again, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  undo (fixture);
  ASSERT_TEXT (board (fixture), before);
}

static gboolean
is_manual (Fixture *fixture, const char *key)
{
  g_autoptr (AnteStage) stage = get_stage (fixture, key);

  return stage->manual_order;
}

static void
fill_column (Fixture *fixture)
{
  for (guint i = 1; i <= 4; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    add_lead (fixture, igsid, T0 + i * MINUTE);
  }
}

static void
test_undo_of_the_first_card_put_by_hand_brings_back_the_order_by_due (Fixture *fixture,
                                                                      gconstpointer data)
{
  fill_column (fixture);
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "3");
  g_assert_true (is_manual (fixture, "new-inbound"));

  fixture_reopen (fixture);
  undo (fixture);
  g_assert_false (is_manual (fixture, "new-inbound"));
  ASSERT_TEXT (column (fixture, "new-inbound"), "4 3 2 1");
  fixture_change (fixture, 1, ANTE_FIELD_NEXT_DUE, "1772648527000", NULL);
  ASSERT_TEXT (column (fixture, "new-inbound"), "1 4 3 2");
  undo (fixture);

  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "3");
  fixture_change (fixture, 4, ANTE_FIELD_STAGE, "new-inbound", "end");
  undo (fixture);
  g_assert_true (is_manual (fixture, "new-inbound"));
  undo (fixture);
  g_assert_false (is_manual (fixture, "new-inbound"));
  redo (fixture);
  ASSERT_TEXT (column (fixture, "new-inbound"), "4 1 3 2");
  redo (fixture);
  ASSERT_TEXT (column (fixture, "new-inbound"), "1 3 2 4");
  g_assert_true (is_manual (fixture, "new-inbound"));
}

static void
test_order_by_due_is_taken_back_to_the_order_by_hand (Fixture *fixture, gconstpointer data)
{
  fill_column (fixture);
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "4");
  fixture_change (fixture, 3, ANTE_FIELD_STAGE, "new-inbound", "end");
  ASSERT_TEXT (column (fixture, "new-inbound"), "1 4 2 3");

  must (fixture, "new-inbound", ANTE_STAGE_FIELD_ORDER, NULL);
  g_assert_false (is_manual (fixture, "new-inbound"));
  ASSERT_TEXT (column (fixture, "new-inbound"), "4 3 2 1");
  undo (fixture);
  g_assert_true (is_manual (fixture, "new-inbound"));
  ASSERT_TEXT (column (fixture, "new-inbound"), "1 4 2 3");
  redo (fixture);
  ASSERT_TEXT (column (fixture, "new-inbound"), "4 3 2 1");
}

static void
test_first_hand_is_taken_back_without_the_second (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = 0;

  fill_column (fixture);
  first = fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "3");
  fixture_change (fixture, 4, ANTE_FIELD_STAGE, "new-inbound", "end");
  undo_act (fixture, first, &error);
  g_assert_no_error (error);
  g_assert_true (is_manual (fixture, "new-inbound"));
  ASSERT_TEXT (column (fixture, "new-inbound"), "3 2 4 1");
}

/* Its old place by hand means nothing any more. */
static void
test_card_comes_back_into_a_column_that_is_in_order_by_due (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 moved = 0;

  fill_column (fixture);
  fixture_change (fixture, 3, ANTE_FIELD_STAGE, "new-inbound", "end");
  moved = fixture_change (fixture, 3, ANTE_FIELD_STAGE, "no-show-risk", NULL);
  must (fixture, "new-inbound", ANTE_STAGE_FIELD_ORDER, NULL);
  undo_act (fixture, moved, &error);
  g_assert_no_error (error);
  ASSERT_TEXT (column (fixture, "new-inbound"), "4 3 2 1");
}

static void
test_card_that_is_alone_makes_no_order (Fixture *fixture, gconstpointer data)
{
  add_lead (fixture, "1", T0);
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "qualified", "end");
  g_assert_false (is_manual (fixture, "qualified"));
  add_lead (fixture, "2", T0 - MINUTE);
  fixture_change (fixture, 2, ANTE_FIELD_STAGE, "qualified", NULL);
  ASSERT_TEXT (column (fixture, "qualified"), "1 2");
}

static void
test_strip_is_kept_and_is_no_act (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteStage) client = get_stage (fixture, "client");
  g_autoptr (AnteStage) folded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;

  g_assert_true (client->collapsed);
  TEST_CALL (fixture->result, ante_store_collapse_stage_async, fixture->store, "nurture", TRUE,
             NULL);
  g_assert_true (ante_store_collapse_stage_finish (fixture->store, fixture->result, &error));
  fixture_reopen (fixture);
  folded = get_stage (fixture, "nurture");
  g_assert_true (folded->collapsed);
  undo_act (fixture, 0, &nothing);
  g_assert_error (nothing, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

static void
test_events_of_stages_belong_to_no_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) of_lead = NULL;
  g_autoptr (GPtrArray) of_all = NULL;
  g_autoptr (AnteUndone) undone = NULL;
  const AnteEvent *event = NULL;

  add_lead (fixture, "1", T0);
  must (fixture, "qualified", ANTE_STAGE_FIELD_NAME, "Warm");
  of_lead = list_events (fixture, 1);
  g_assert_cmpuint (of_lead->len, ==, 0);
  of_all = list_events (fixture, 0);
  event = of_all->pdata[0];
  g_assert_cmpint (event->lead_id, ==, 0);
  g_assert_cmpint (event->stage_id, ==, 5);
  g_assert_cmpstr (event->from, ==, "Qualified");

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (undone->field, ==, ANTE_STAGE_FIELD_NAME);
  g_assert_cmpuint (undone->n_leads, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/stages/each-change-is-undone", test_each_change_is_one_act_that_is_undone_after_a_restart);
  ADD ("/stages/no-change-is-no-act", test_what_is_so_already_is_no_act);
  ADD ("/stages/requirements", test_requirements_are_kept_in_one_order_and_each_once);
  ADD ("/stages/names", test_names_are_refused_that_cannot_be_told_apart);
  ADD ("/stages/values", test_values_out_of_range_are_refused);
  ADD ("/stages/a-form-is-one-act", test_several_changes_of_a_form_are_one_act_or_none);
  ADD ("/stages/places", test_stage_moves_among_the_others);
  ADD ("/stages/new-one", test_new_stage_takes_the_role_and_a_key_of_its_own);
  ADD ("/stages/thirty", test_thirty_stages_are_enough);
  ADD ("/stages/needed", test_roles_that_leads_need_keep_a_stage_in_sight);
  ADD ("/stages/new-leads", test_new_leads_come_into_the_stage_in_sight);
  ADD ("/stages/hidden", test_hidden_stage_keeps_its_leads_in_the_counts);
  ADD ("/stages/merge", test_merge_carries_everyone_and_brings_them_back);
  ADD ("/stages/merge-with-clients", test_merge_with_clients_makes_clients);
  ADD ("/stages/past-of-what-is-gone", test_past_of_a_stage_that_is_gone_is_still_seen);
  ADD ("/stages/nobody-in-what-is-gone", test_nobody_is_moved_into_a_stage_that_is_gone);
  ADD ("/stages/undo-conflicts", test_undo_that_others_have_built_upon_conflicts);
  ADD ("/stages/first-by-hand",
       test_undo_of_the_first_card_put_by_hand_brings_back_the_order_by_due);
  ADD ("/stages/order-by-due", test_order_by_due_is_taken_back_to_the_order_by_hand);
  ADD ("/stages/first-without-second", test_first_hand_is_taken_back_without_the_second);
  ADD ("/stages/back-by-due", test_card_comes_back_into_a_column_that_is_in_order_by_due);
  ADD ("/stages/alone", test_card_that_is_alone_makes_no_order);
  ADD ("/stages/strip", test_strip_is_kept_and_is_no_act);
  ADD ("/stages/events", test_events_of_stages_belong_to_no_lead);
  return g_test_run ();
}
