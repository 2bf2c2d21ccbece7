#include "config.h"

#include "store-fixture.h"

static gint64
add_lead (Fixture *fixture, const char *igsid, gint64 at)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", at, "Hi"), NULL), at);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static AnteUndone *
undo (Fixture *fixture, gint64 act, GError **error)
{
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0 + 1, NULL);
  return ante_store_undo_finish (fixture->store, fixture->result, error);
}

static AnteUndone *
redo (Fixture *fixture, GError **error)
{
  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 2, NULL);
  return ante_store_redo_finish (fixture->store, fixture->result, error);
}

static char *
column (Fixture *fixture, gint64 stage_id)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  GString *text = g_string_new (NULL);

  filter.stage_id = stage_id;
  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, &filter,
             ANTE_LEAD_ORDER_BOARD, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static guint
count_of_stage (Fixture *fixture, guint index)
{
  g_autoptr (GPtrArray) stages = NULL;

  TEST_CALL (fixture->result, ante_store_list_stages_async, fixture->store, NULL);
  stages = ante_store_list_stages_finish (fixture->store, fixture->result, NULL);
  return ((AnteStage *) stages->pdata[index])->n_leads;
}

static void
test_move_is_undone_and_done_again_after_restarts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (AnteUndone) redone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "qualified", NULL);
  g_assert_cmpuint (count_of_stage (fixture, 0), ==, 0);
  g_assert_cmpuint (count_of_stage (fixture, 4), ==, 1);

  fixture_reopen (fixture);
  undone = undo (fixture, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->field, ==, "stage");
  g_assert_cmpuint (count_of_stage (fixture, 0), ==, 1);

  fixture_reopen (fixture);
  redone = redo (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_of_stage (fixture, 4), ==, 1);
}

static void
test_undo_and_redo_walk_a_whole_history (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  const char *const stages[] = { "active", "qualifying", "qualified" };
  const gint64 back[] = { 3, 2, 1 };
  const gint64 forth[] = { 2, 3, 5 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_change (fixture, id, ANTE_FIELD_STAGE, stages[i], NULL);
  for (guint round = 0; round < 2; round++) {
    for (guint i = 0; i < 3; i++) {
      g_autoptr (AnteUndone) undone = undo (fixture, 0, &error);
      g_autoptr (AnteLead) lead = fixture_lead (fixture, "1");

      g_assert_no_error (error);
      g_assert_cmpint (lead->stage_id, ==, back[i]);
    }
    for (guint i = 0; i < 3; i++) {
      g_autoptr (AnteUndone) redone = redo (fixture, &error);
      g_autoptr (AnteLead) lead = fixture_lead (fixture, "1");

      g_assert_no_error (error);
      g_assert_cmpint (lead->stage_id, ==, forth[i]);
    }
  }
}

static void
test_new_act_ends_what_could_be_done_again (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "active", NULL);
  undone = undo (fixture, 0, NULL);
  fixture_change (fixture, id, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  g_assert_null (redo (fixture, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

static void
test_undo_of_what_was_changed_since_touches_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  gint64 first = fixture_change (fixture, id, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, id, ANTE_FIELD_OWNER, "setter:Jo", NULL);
  g_assert_null (undo (fixture, first, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpstr (lead->owner, ==, "setter:Jo");
}

static void
test_second_undo_of_one_act_conflicts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  gint64 act = fixture_change (fixture, id, ANTE_FIELD_NEXT_ACTION, "Send the plan", NULL);
  g_autoptr (AnteUndone) undone = undo (fixture, act, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (undone);
  g_assert_null (undo (fixture, act, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
test_bulk_is_one_act_and_one_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (AnteUndone) undone = NULL;

  for (guint i = 1; i <= 5; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    g_ptr_array_add (
      changes, ante_change_new (add_lead (fixture, igsid, T0 + i), "stage", "no-show-risk", NULL));
  }
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, NULL), >, 0);
  g_assert_cmpuint (count_of_stage (fixture, 6), ==, 5);

  undone = undo (fixture, 0, NULL);
  g_assert_cmpuint (undone->n_leads, ==, 5);
  g_assert_cmpuint (count_of_stage (fixture, 0), ==, 5);
}

static void
test_one_bad_change_fails_the_whole_act (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (changes, ante_change_new (id, ANTE_FIELD_OWNER, "setter:Mia", NULL));
  g_ptr_array_add (changes, ante_change_new (id, ANTE_FIELD_STAGE, "no-such-stage", NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpstr (lead->owner, ==, "coach");
}

static void
test_card_is_put_where_it_was_dropped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  for (guint i = 1; i <= 4; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    add_lead (fixture, igsid, T0 + i * MINUTE);
  }
  before = column (fixture, 1);
  g_assert_cmpstr (before, ==, "4 3 2 1");

  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "3");
  between = column (fixture, 1);
  g_assert_cmpstr (between, ==, "4 1 3 2");

  fixture_change (fixture, 4, ANTE_FIELD_STAGE, "new-inbound", "end");
  end = column (fixture, 1);
  g_assert_cmpstr (end, ==, "1 3 2 4");

  undone = undo (fixture, 0, NULL);
  back = column (fixture, 1);
  g_assert_cmpstr (back, ==, "4 1 3 2");

  /* The first one put the column in order by hand as well: told of is the lead. */
  g_clear_pointer (&undone, ante_undone_free);
  undone = undo (fixture, 0, NULL);
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_BOARD_RANK);
  g_assert_cmpstr (undone->title, ==, "handle_1");
}

static double
rank_of (Fixture *fixture, const char *igsid)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  return lead->board_rank;
}

/* Halving the room at one place, again and again, uses it up: it is made there, not everywhere, and
 * those that came since keep their place over all. */
static void
test_any_number_of_cards_fit_in_one_place (Fixture *fixture, gconstpointer data)
{
  const guint n = 260;
  const guint n_moved = 70;
  g_autoptr (GString) expected = g_string_new ("261");
  g_autofree char *seen = NULL;
  double far_rank = 0;

  for (guint i = 1; i <= n; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i);

    add_lead (fixture, igsid, T0 - i * MINUTE);
  }
  fixture_change (fixture, 1, ANTE_FIELD_STAGE, "new-inbound", "3"); /* 2 1 3 4 ... */
  far_rank = rank_of (fixture, "260");
  add_lead (fixture, "261", T0 - 300 * MINUTE);
  for (guint i = 0; i < n_moved; i++)
    fixture_change (fixture, n - 1 - i, ANTE_FIELD_STAGE, "new-inbound", "100");

  g_string_append (expected, " 2 1");
  for (guint i = 3; i < 100; i++)
    g_string_append_printf (expected, " %u", i);
  for (guint i = 0; i < n_moved; i++)
    g_string_append_printf (expected, " %u", n - 1 - i);
  for (guint i = 100; i < n - n_moved; i++)
    g_string_append_printf (expected, " %u", i);
  g_string_append_printf (expected, " %u", n);
  seen = column (fixture, 1);
  g_assert_cmpstr (seen, ==, expected->str);
  g_assert_cmpfloat (rank_of (fixture, "260"), ==, far_rank);
}

static void
test_moving_to_client_takes_the_lead_off_the_live_ones (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;
  AnteStoreCounts counts = { 0 };

  fixture_change (fixture, id, ANTE_FIELD_STAGE, "client", NULL);
  lead = fixture_lead (fixture, "1");
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_true (lead->is_client);
  g_assert_cmpuint (counts.live, ==, 0);
  g_assert_cmpuint (counts.no_next_step, ==, 0);
}

static void
test_lead_without_owner_is_counted_until_it_has_one (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  AnteStoreCounts counts = { 0 };
  g_autoptr (GArray) ids = NULL;
  gint64 closed = add_lead (fixture, "3", T0);

  add_lead (fixture, "2", T0);
  fixture_change (fixture, id, ANTE_FIELD_OWNER, "none", NULL);
  fixture_change (fixture, closed, ANTE_FIELD_OWNER, "none", NULL);
  fixture_change_why (fixture, closed, ANTE_FIELD_STAGE, "not-a-fit", "Wants a dietitian");
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.no_owner, ==, 1);

  filter.owner = "none";
  filter.live = TRUE;
  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, &filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (ids->len, ==, counts.no_owner);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);

  fixture_change (fixture, id, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.no_owner, ==, 0);
}

static guint
list_length (Fixture *fixture, const AnteLeadFilter *filter)
{
  g_autoptr (GArray) ids = NULL;

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, NULL);
  return ids->len;
}

static void
test_counts_of_lists_are_their_lengths (Fixture *fixture, gconstpointer data)
{
  AnteLeadFilter filters[6] = { ANTE_LEAD_FILTER_ALL, ANTE_LEAD_FILTER_ALL, ANTE_LEAD_FILTER_ALL,
                                ANTE_LEAD_FILTER_ALL, ANTE_LEAD_FILTER_ALL, ANTE_LEAD_FILTER_ALL };
  static const guint expected[6] = { 3, 2, 1, 2, 1, 1 };
  gint64 owned = add_lead (fixture, "1", T0);
  gint64 done = add_lead (fixture, "2", T0);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GArray) counts = NULL;

  add_lead (fixture, "3", T0);
  fixture_change (fixture, owned, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  fixture_change (fixture, done, ANTE_FIELD_OWES_REPLY, "0", NULL);
  fixture_change (fixture, done, ANTE_FIELD_STAGE, "qualifying", NULL);
  lead = fixture_lead (fixture, "2");
  filters[1].owes_reply = TRUE;
  filters[2].owner = "setter:Mia";
  filters[3].owner = "coach";
  filters[4].stage_id = lead->stage_id;
  filters[5].query = lead->handle;

  TEST_CALL (fixture->result, ante_store_count_leads_async, fixture->store, filters, 6, NULL);
  counts = ante_store_count_leads_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < 6; i++) {
    g_assert_cmpuint (g_array_index (counts, guint, i), ==, expected[i]);
    g_assert_cmpuint (list_length (fixture, &filters[i]), ==, expected[i]);
  }
}

static void
test_search_of_names_ends_with_the_newest_few (Fixture *fixture, gconstpointer data)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  add_lead (fixture, "11", T0);
  add_lead (fixture, "12", T0 + 1);
  filter.query = "Hi";
  g_assert_cmpuint (list_length (fixture, &filter), ==, 2);
  filter.names = TRUE; /* nobody is called so, though both wrote it */
  g_assert_cmpuint (list_length (fixture, &filter), ==, 0);
  filter.query = "handle_1";
  g_assert_cmpuint (list_length (fixture, &filter), ==, 2);
  filter.at_most = 1;
  g_assert_cmpuint (list_length (fixture, &filter), ==, 1);
}

static void
test_done_holds_until_the_lead_writes_again (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) done = NULL;
  g_autoptr (AnteLead) again = NULL;

  fixture_change (fixture, id, ANTE_FIELD_OWES_REPLY, "0", NULL);
  done = fixture_lead (fixture, "1");
  g_assert_cmpint (done->owes_reply_since, ==, 0);
  g_assert_cmpuint (done->unread, ==, 1);

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m-1", "lead", T0, "Hi"),
                               make_message ("m2", "lead", T0 + MINUTE, "one more thing"), NULL),
                  T0);
  again = fixture_lead (fixture, "1");
  g_assert_cmpint (again->owes_reply_since, ==, T0 + MINUTE);
}

static void
test_touch_fills_an_unknown_source_and_never_changes_a_known_one (Fixture *fixture,
                                                                  gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) undone_lead = NULL;
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (AnteUndone) first = NULL;

  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "referral", "Ana");
  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "email", "March list");
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_REFERRAL);
  g_assert_cmpstr (lead->source_detail, ==, "Ana");

  undone = undo (fixture, 0, NULL);
  first = undo (fixture, 0, NULL);
  undone_lead = fixture_lead (fixture, "1");
  g_assert_cmpint (undone_lead->source, ==, ANTE_SOURCE_UNKNOWN);
}

static void
test_an_ad_opens_its_longer_window (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) undone_lead = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "dm-ad", "Burning laptop");
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_DM_AD);
  g_assert_cmpint (lead->ad_first_at, ==, T0);

  undone = undo (fixture, 0, NULL);
  undone_lead = fixture_lead (fixture, "1");
  g_assert_cmpint (undone_lead->ad_first_at, ==, 0);
}

/* They wrote before they clicked on an ad: what began earlier is not longer for it. */
static void
test_an_ad_that_came_later_opens_no_window (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;

  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "referral", "Ana");
  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "dm-ad", NULL);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->ad_first_at, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/changes/move-is-undone-after-restarts", test_move_is_undone_and_done_again_after_restarts);
  ADD ("/changes/undo-and-redo-walk-a-history", test_undo_and_redo_walk_a_whole_history);
  ADD ("/changes/new-act-ends-redo", test_new_act_ends_what_could_be_done_again);
  ADD ("/changes/undo-of-what-changed-since", test_undo_of_what_was_changed_since_touches_nothing);
  ADD ("/changes/second-undo-conflicts", test_second_undo_of_one_act_conflicts);
  ADD ("/changes/bulk-is-one-act", test_bulk_is_one_act_and_one_undo);
  ADD ("/changes/one-bad-change-fails-all", test_one_bad_change_fails_the_whole_act);
  ADD ("/changes/card-is-put-where-dropped", test_card_is_put_where_it_was_dropped);
  ADD ("/changes/any-number-in-one-place", test_any_number_of_cards_fit_in_one_place);
  ADD ("/changes/counts-are-lengths", test_counts_of_lists_are_their_lengths);
  ADD ("/changes/names-and-the-newest-few", test_search_of_names_ends_with_the_newest_few);
  ADD ("/changes/client-is-not-live", test_moving_to_client_takes_the_lead_off_the_live_ones);
  ADD ("/changes/no-owner-is-counted", test_lead_without_owner_is_counted_until_it_has_one);
  ADD ("/changes/done-until-written-again", test_done_holds_until_the_lead_writes_again);
  ADD ("/changes/touch-and-source",
       test_touch_fills_an_unknown_source_and_never_changes_a_known_one);
  ADD ("/changes/ad-window", test_an_ad_opens_its_longer_window);
  ADD ("/changes/later-ad", test_an_ad_that_came_later_opens_no_window);
  return g_test_run ();
}
