#include "config.h"

#include "store-fixture.h"
#include "store/ante-store-past.h"

#define HOUR (60 * MINUTE)

static gint64
add_lead (Fixture *fixture, const char *igsid)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture,
                  make_thread (igsid, make_message (mid, "lead", T0 - 50 * HOUR, "Hi"), NULL), T0);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static GPtrArray *
acts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_past_act_free);
}

static void
tell (GPtrArray *acts,
      const char *igsid,
      gint64 at,
      const char *actor,
      const char *field,
      const char *value)
{
  AntePastAct *act = ante_past_act_new (igsid, at, actor, NULL);

  ante_past_act_add (act, field, value, NULL);
  g_ptr_array_add (acts, act);
}

static gssize
write_past (Fixture *fixture, GPtrArray *acts, GError **error)
{
  TEST_CALL (fixture->result, ante_store_write_past_async, fixture->store, "test", acts, NULL);
  return ante_store_write_past_finish (fixture->store, fixture->result, error);
}

static GPtrArray *
history (Fixture *fixture, gint64 lead)
{
  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, lead, 100, NULL);
  return ante_store_list_events_finish (fixture->store, fixture->result, NULL);
}

static gboolean
undo (Fixture *fixture, GError **error)
{
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, error);
  return undone != NULL;
}

static void
test_each_act_has_its_own_time (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");
  g_autoptr (GPtrArray) acts = acts_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (AnteLead) lead = NULL;
  gint64 last = G_MAXINT64;

  add_lead (fixture, "2");
  tell (acts, "1", T0 - 48 * HOUR, "coach", ANTE_FIELD_STAGE, "active");
  tell (acts, "1", T0 - 20 * HOUR, "setter:Maya", ANTE_FIELD_STAGE, "qualified");
  tell (acts, "2", T0 - 30 * HOUR, "coach", ANTE_FIELD_STAGE, "nurture");
  tell (acts, "nobody", T0 - 30 * HOUR, "coach", ANTE_FIELD_STAGE, "nurture");
  g_assert_cmpint (write_past (fixture, acts, NULL), ==, 2);

  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->stage_id, ==, 5);
  g_assert_cmpint (lead->stage_since, ==, T0 - 20 * HOUR);
  g_assert_cmpint (lead->created_at, ==, T0 - 50 * HOUR);

  /* In the whole history what was done later stands later. */
  events = history (fixture, 0);
  g_assert_cmpuint (events->len, >=, 3);
  for (guint i = 0; i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];

    g_assert_cmpint (event->at, <=, last);
    last = event->at;
  }
  g_clear_pointer (&events, g_ptr_array_unref);
  events = history (fixture, one);
  g_assert_cmpstr (((AnteEvent *) events->pdata[0])->actor, ==, "setter:Maya");
}

static void
test_one_bad_act_takes_all_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) acts = acts_new ();
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture, "1");
  tell (acts, "1", T0 - HOUR, "coach", ANTE_FIELD_STAGE, "active");
  tell (acts, "1", T0 - 1, "coach", ANTE_FIELD_STAGE, "no such stage");
  g_assert_cmpint (write_past (fixture, acts, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->stage_id, ==, 1);
  g_assert_cmpint (lead->created_at, ==, T0);

  /* It was not written, so it can be. */
  g_ptr_array_set_size (acts, 1);
  g_assert_cmpint (write_past (fixture, acts, NULL), ==, 1);
  g_assert_cmpint (write_past (fixture, acts, NULL), ==, 0);
}

/* "Done" held for what had been heard by then. */
static void
test_mark_of_then_does_not_hold_for_what_came_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) acts = acts_new ();
  g_autoptr (AnteLead) lead = NULL;

  add_lead (fixture, "1");
  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m-1", "lead", T0 - 50 * HOUR, "Hi"),
                               make_message ("m-2", "lead", T0 - 2 * HOUR, "Hello?"), NULL),
                  T0);
  tell (acts, "1", T0 - 20 * HOUR, "coach", ANTE_FIELD_UNREAD, "0");
  tell (acts, "1", T0 - 20 * HOUR, "coach", ANTE_FIELD_OWES_REPLY, "0");
  g_assert_cmpint (write_past (fixture, acts, NULL), ==, 1);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpuint (lead->unread, ==, 1);
  g_assert_cmpint (lead->owes_reply_since, ==, T0 - 2 * HOUR);
}

static void
test_undo_and_redo_pass_it_by (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");
  g_autoptr (GPtrArray) acts = acts_new ();
  g_autoptr (AnteUndone) redone = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture, "2");
  fixture_change (fixture, one, ANTE_FIELD_STAGE, "qualified", NULL);
  g_assert_true (undo (fixture, NULL));
  tell (acts, "1", T0 - HOUR, "coach", ANTE_FIELD_STAGE, "active");
  tell (acts, "2", T0 - HOUR, "setter:Maya", ANTE_FIELD_STAGE, "active");
  g_assert_cmpint (write_past (fixture, acts, NULL), ==, 1); /* a person has touched the first */

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0, NULL);
  redone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->stage_id, ==, 5);

  g_assert_true (undo (fixture, NULL));
  g_assert_false (undo (fixture, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/past/each-act-has-its-own-time", test_each_act_has_its_own_time);
  ADD ("/past/one-bad-act-takes-all-back", test_one_bad_act_takes_all_back);
  ADD ("/past/marks", test_mark_of_then_does_not_hold_for_what_came_since);
  ADD ("/past/undo-and-redo-pass-it-by", test_undo_and_redo_pass_it_by);
  return g_test_run ();
}
