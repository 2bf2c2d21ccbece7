#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-as-of.h"

#define HOUR (60 * MINUTE)

static void
change_at (Fixture *fixture, gint64 lead, const char *field, const char *value, gint64 at)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (changes, ante_change_new (lead, field, value, NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, at,
             NULL);
  ante_store_apply_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

/* The key of the stage it stood in at @at; NULL: it was not on the board. */
static const char *
stage_at (Fixture *fixture, gint64 lead, gint64 at)
{
  static const char *const keys[] = { "new-inbound", "active", "qualifying",  "coach-review",
                                      "qualified",   "booked", "no-show-risk" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) stages = NULL;

  TEST_CALL (fixture->result, ante_store_list_as_of_async, fixture->store, at, NULL);
  stages = ante_store_list_as_of_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  for (gint64 id = 1; id <= (gint64) G_N_ELEMENTS (keys); id++) {
    GArray *leads = g_hash_table_lookup (stages, &id);

    for (guint i = 0; leads != NULL && i < leads->len; i++) {
      if (g_array_index (leads, gint64, i) == lead)
        return keys[id - 1];
    }
  }
  return NULL;
}

static AnteLead *
lead_at (Fixture *fixture, gint64 id, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = NULL;

  TEST_CALL (fixture->result, ante_store_get_leads_as_of_async, fixture->store, &id, 1, at, NULL);
  leads = ante_store_get_leads_as_of_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leads->len, ==, 1);
  return g_object_ref (leads->pdata[0]);
}

static gint64
add_lead (Fixture *fixture)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture,
                  make_thread ("7", make_message ("a", "lead", T0, "hello"),
                               make_message ("b", "coach", T0 + 90 * MINUTE, "welcome"), NULL),
                  T0 + 90 * MINUTE);
  lead = fixture_lead (fixture, "7");
  return lead->id;
}

static void
test_lead_stands_where_it_stood (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture);

  change_at (fixture, lead, ANTE_FIELD_STAGE, "qualifying", T0 + 2 * HOUR);
  change_at (fixture, lead, ANTE_FIELD_STAGE, "qualified", T0 + 4 * HOUR);

  g_assert_null (stage_at (fixture, lead, T0 - 1));
  g_assert_cmpstr (stage_at (fixture, lead, T0 + HOUR), ==, "new-inbound");
  g_assert_cmpstr (stage_at (fixture, lead, T0 + 2 * HOUR), ==, "qualifying");
  g_assert_cmpstr (stage_at (fixture, lead, T0 + 3 * HOUR), ==, "qualifying");
  g_assert_cmpstr (stage_at (fixture, lead, T0 + 9 * HOUR), ==, "qualified");
}

static void
test_move_that_was_taken_back_is_part_of_the_past (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture);
  g_autoptr (AnteUndone) undone = NULL;

  change_at (fixture, lead, ANTE_FIELD_STAGE, "qualifying", T0 + 2 * HOUR);
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 4 * HOUR,
             NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpstr (stage_at (fixture, lead, T0 + 3 * HOUR), ==, "qualifying");
  g_assert_cmpstr (stage_at (fixture, lead, T0 + 5 * HOUR), ==, "new-inbound");
}

static void
test_who_was_no_lead_was_not_on_the_board (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture);

  change_at (fixture, lead, ANTE_FIELD_NOT_A_LEAD, "spam", T0 + 2 * HOUR);
  g_assert_cmpstr (stage_at (fixture, lead, T0 + HOUR), ==, "new-inbound");
  g_assert_null (stage_at (fixture, lead, T0 + 3 * HOUR));
}

static void
test_card_shows_what_was_known_then (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture);
  g_autoptr (AnteLead) early = NULL;
  g_autoptr (AnteLead) later = NULL;

  change_at (fixture, id, ANTE_FIELD_OWNER, "setter:Maya", T0 + 2 * HOUR);
  change_at (fixture, id, ANTE_FIELD_NEXT_ACTION, "call", T0 + 2 * HOUR);
  change_at (fixture, id, ANTE_FIELD_STAGE, "qualified", T0 + 2 * HOUR);

  early = lead_at (fixture, id, T0 + HOUR);
  g_assert_cmpstr (early->owner, ==, "coach");
  g_assert_null (early->next_action);
  g_assert_cmpstr (early->last_text, ==, "hello");
  g_assert_cmpint (early->stage_id, ==, 1);

  later = lead_at (fixture, id, T0 + 3 * HOUR);
  g_assert_cmpstr (later->owner, ==, "setter:Maya");
  g_assert_cmpstr (later->next_action, ==, "call");
  g_assert_cmpstr (later->last_text, ==, "welcome");
  g_assert_cmpint (later->stage_since, ==, T0 + 2 * HOUR);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/as-of/stands-where-it-stood", test_lead_stands_where_it_stood);
  ADD ("/store/as-of/undone-move", test_move_that_was_taken_back_is_part_of_the_past);
  ADD ("/store/as-of/no-lead", test_who_was_no_lead_was_not_on_the_board);
  ADD ("/store/as-of/card", test_card_shows_what_was_known_then);
  return g_test_run ();
}
