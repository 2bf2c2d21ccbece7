#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "store/ante-store-facts.h"
#include "store/ante-store-outbox.h"

/* The lead of every schema-N.db that was moved to "qualified", given to a setter and named a
 * referral, before its last act, "booked", was taken back. */
#define MOVED_LEAD "1020811488688071"

static void
take_old_database (Fixture *fixture, int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.db", version);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "db", name, NULL);
  g_autofree char *to = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  ante_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (from, &bytes, &length, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
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

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

/* Facts came with schema 2, where this lead has one. */
static void
assert_facts (Fixture *fixture, gint64 lead, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  TEST_CALL (fixture->result, ante_store_list_facts_async, fixture->store, lead, NULL);
  facts = ante_store_list_facts_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const AnteFact *fact = facts->pdata[i];

    g_assert_cmpint (fact->kind, ==, ANTE_FACT_GOAL);
    g_assert_cmpstr (fact->text, ==, "A first marathon under four hours");
    g_assert_cmpint (fact->state, ==, ANTE_FACT_CONFIRMED);
  }
}

static void
test_old_database_keeps_everything (Fixture *fixture, gconstpointer version)
{
  g_autofree char *backup_name =
    g_strdup_printf ("before-schema-%d.db", GPOINTER_TO_INT (version) + 1);
  g_autofree char *backup = g_build_filename (fixture->dir, "backups", backup_name, NULL);
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (AnteSearchPage) page = NULL;
  AnteSearchAsk ask = { .limit = 1 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) after = NULL;

  take_old_database (fixture, GPOINTER_TO_INT (version));
  fixture_reopen (fixture);

  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  stages = list_stages (fixture);
  g_assert_cmpuint (stages->len, ==, 10);
  g_assert_true (ante_stage_requires (stages->pdata[7], "next-step"));
  lead = fixture_lead (fixture, MOVED_LEAD);
  g_assert_cmpint (lead->stage_id, ==, ((AnteStage *) stages->pdata[4])->id);
  g_assert_cmpstr (lead->owner, ==, "setter:Maya");
  g_assert_cmpuint (g_strv_length (lead->labels), ==, 0);
  g_assert_cmpint (lead->snoozed_until, ==, 0);
  assert_facts (fixture, lead->id, GPOINTER_TO_INT (version) < 2 ? 0 : 1);

  /* Names of before are in the index that came later. */
  page = fixture_search_page (fixture, lead->handle, &ask);
  g_assert_cmpuint (page->leads->len, >=, 1);

  /* The history of before is still one that can be gone back in. */
  undo (fixture);
  undo (fixture);
  after = fixture_lead (fixture, MOVED_LEAD);
  g_assert_cmpstr (after->owner, ==, "coach");
}

/* What an automaton had written before every text of it needed a receipt does not leave. */
static void
test_unchecked_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  AnteOutboxItem *item = NULL;

  take_old_database (fixture, 7);
  fixture_reopen (fixture);
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 0, FALSE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  g_assert_cmpint (item->state, ==, ANTE_OUTBOX_CANCELLED);
  g_assert_cmpstr (item->error, ==, "unchecked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version < ante_store_get_schema_version (); version++) {
    g_autofree char *path = g_strdup_printf ("/store/upgrade/from-schema-%d", version);

    g_test_add (path, Fixture, GINT_TO_POINTER (version), fixture_set_up,
                test_old_database_keeps_everything, fixture_tear_down);
  }
  g_test_add ("/store/upgrade/unchecked-is-cancelled", Fixture, NULL, fixture_set_up,
              test_unchecked_is_cancelled, fixture_tear_down);
  return g_test_run ();
}
