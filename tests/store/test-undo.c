#include "config.h"

#include "store-fixture.h"
#include "store/ante-store-snooze.h"

static gint64
hear (Fixture *fixture, const char *igsid, gint64 at)
{
  g_autofree char *mid = g_strdup_printf ("m-%s-%" G_GINT64_FORMAT, igsid, at);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", at, "Hi"), NULL), at);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 2, NULL);
  undone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
}

static void
snooze (Fixture *fixture, gint64 lead, gint64 until)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  fixture_change (fixture, lead, ANTE_FIELD_SNOOZED, text, NULL);
}

static void
read_thread (Fixture *fixture, gint64 lead)
{
  TEST_CALL (fixture->result, ante_store_mark_read_async, fixture->store, lead, NULL);
  g_assert_true (ante_store_mark_read_finish (fixture->store, fixture->result, NULL));
}

static void
wake_due (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_wake_due_async, fixture->store, now, NULL);
  ante_store_wake_due_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
assert_lead (Fixture *fixture, const char *igsid, const char *owner, gint64 snoozed_until)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  g_assert_cmpstr (lead->owner, ==, owner);
  g_assert_cmpint (lead->snoozed_until, ==, snoozed_until);
}

/* Of what the act did, a part had been taken back by the world. */
static void
test_undo_and_redo_take_turns_though_one_has_woken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, T0 + MINUTE);
  gint64 one = hear (fixture, "1", T0);

  g_ptr_array_add (changes, ante_change_new (one, ANTE_FIELD_OWNER, "setter:Mia", NULL));
  g_ptr_array_add (changes, ante_change_new (one, ANTE_FIELD_SNOOZED, until, NULL));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, NULL), >, 0);
  wake_due (fixture, T0 + MINUTE);

  for (guint i = 0; i < 3; i++) {
    undo (fixture);
    assert_lead (fixture, "1", "coach", 0);
    redo (fixture);
    assert_lead (fixture, "1", "setter:Mia", 0);
  }
}

static void
test_lead_that_was_put_off_twice_and_has_woken_is_passed_over (Fixture *fixture, gconstpointer data)
{
  gint64 one = hear (fixture, "1", T0);

  fixture_change (fixture, one, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  snooze (fixture, one, T0 + MINUTE);
  snooze (fixture, one, T0 + 2 * MINUTE);
  wake_due (fixture, T0 + 2 * MINUTE);
  undo (fixture);
  assert_lead (fixture, "1", "coach", 0);
  redo (fixture);
  assert_lead (fixture, "1", "setter:Mia", 0);
}

static void
test_mark_that_has_moved_on_is_passed_over (Fixture *fixture, gconstpointer data)
{
  gint64 one = hear (fixture, "1", T0);
  g_autoptr (AnteLead) lead = NULL;

  fixture_change (fixture, one, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  fixture_change (fixture, one, ANTE_FIELD_UNREAD, "0", NULL);
  fixture_change (fixture, one, ANTE_FIELD_OWES_REPLY, "0", NULL);
  hear (fixture, "1", T0 + MINUTE);
  read_thread (fixture, one);
  undo (fixture); /* what is owed since is owed all the same */
  undo (fixture);
  assert_lead (fixture, "1", "coach", 0);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpuint (lead->unread, ==, 0);
  g_assert_cmpint (lead->owes_reply_since, ==, T0);
}

static void
test_lead_that_has_written_since_is_not_put_to_sleep (Fixture *fixture, gconstpointer data)
{
  gint64 one = hear (fixture, "1", T0 - MINUTE);
  gint64 two = hear (fixture, "2", T0 - MINUTE);

  snooze (fixture, two, T0 + 5 * MINUTE);
  snooze (fixture, two, 0);
  undo (fixture);
  assert_lead (fixture, "2", "coach", T0 + 5 * MINUTE);

  fixture_change (fixture, one, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  snooze (fixture, one, ANTE_LEAD_UNTIL_REPLY);
  snooze (fixture, one, 0);
  hear (fixture, "1", T0 + MINUTE);
  undo (fixture);
  assert_lead (fixture, "1", "coach", 0); /* there was nothing to take back: the one before */

  /* Neither is it by doing again what was taken back. */
  snooze (fixture, two, T0 + 9 * MINUTE);
  undo (fixture);
  assert_lead (fixture, "2", "coach", T0 + 5 * MINUTE);
  wake_due (fixture, T0 + 6 * MINUTE);
  hear (fixture, "2", T0 + 6 * MINUTE);
  redo (fixture);
  assert_lead (fixture, "2", "coach", 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/undo/turns", test_undo_and_redo_take_turns_though_one_has_woken);
  ADD ("/undo/woken", test_lead_that_was_put_off_twice_and_has_woken_is_passed_over);
  ADD ("/undo/marks", test_mark_that_has_moved_on_is_passed_over);
  ADD ("/undo/has-written", test_lead_that_has_written_since_is_not_put_to_sleep);
  return g_test_run ();
}
