#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-labels.h"
#include "store/ante-store-snooze.h"

static gint64
add_lead (Fixture *fixture, const char *igsid)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", T0, "Hi"), NULL), T0);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

/* The next thing that the lead says; of the thread, all is read again. */
static void
hear (Fixture *fixture, const char *igsid, gint64 at)
{
  g_autofree char *first = g_strconcat ("m-", igsid, NULL);
  g_autofree char *second = g_strconcat ("n-", igsid, NULL);

  fixture_ingest (fixture,
                  make_thread (igsid, make_message (first, "lead", T0, "Hi"),
                               make_message (second, "lead", at, "Are you there?"), NULL),
                  at);
}

static gint64
apply (Fixture *fixture, GPtrArray *changes, GError **error)
{
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

static gboolean
label (Fixture *fixture, gint64 lead, const char *name, const char *what, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_LABEL, name, what));
  return apply (fixture, changes, error) >= 0;
}

static void
add_label (Fixture *fixture, gint64 lead, const char *name)
{
  g_autoptr (GError) error = NULL;

  label (fixture, lead, name, "add", &error);
  g_assert_no_error (error);
}

static void
assert_labels (Fixture *fixture, const char *igsid, const char *expected)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);
  g_autofree char *labels = g_strjoinv ("|", lead->labels);

  g_assert_cmpstr (labels, ==, expected);
  g_assert_cmpuint (g_strv_length (lead->labels), ==, g_strv_length (lead->label_colours));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_redo_async, fixture->store, "coach", T0 + 2, NULL);
  undone = ante_store_redo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static gint64
wake_due (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  gint64 next = 0;

  TEST_CALL (fixture->result, ante_store_wake_due_async, fixture->store, now, NULL);
  next = ante_store_wake_due_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return next;
}

static gint64
snoozed (Fixture *fixture, const char *igsid)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  return lead->snoozed_until;
}

static void
snooze (Fixture *fixture, gint64 lead, gint64 until)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  fixture_change (fixture, lead, ANTE_FIELD_SNOOZED, value, NULL);
}

static GPtrArray *
list_labels (Fixture *fixture)
{
  TEST_CALL (fixture->result, ante_store_list_labels_async, fixture->store, NULL);
  return ante_store_list_labels_finish (fixture->store, fixture->result, NULL);
}

static void
test_labels_are_put_on_and_taken_off (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GError) error = NULL;

  add_label (fixture, id, "vip");
  add_label (fixture, id, " Ärzte\n");
  add_label (fixture, id, "hot");
  add_label (fixture, id, "HOT");
  assert_labels (fixture, "1", "hot|vip|Ärzte");

  g_assert_true (label (fixture, id, "VIP", "remove", &error));
  assert_labels (fixture, "1", "hot|Ärzte");
  g_assert_true (label (fixture, id, "not there", "remove", &error));
  add_label (fixture, id, "ärzte");
  assert_labels (fixture, "1", "hot|Ärzte");

  labels = list_labels (fixture);
  g_assert_cmpuint (labels->len, ==, 3);
  g_assert_cmpstr (((AnteLabel *) labels->pdata[0])->colour, !=,
                   ((AnteLabel *) labels->pdata[1])->colour);
  g_assert_cmpstr (((AnteLabel *) labels->pdata[1])->colour, !=,
                   ((AnteLabel *) labels->pdata[2])->colour);
}

static void
test_bad_and_too_many_labels_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "  ", "a name that is much too long for it", NULL };
  gint64 id = add_lead (fixture, "1");
  g_autoptr (GError) full = NULL;

  for (guint i = 0; bad[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (label (fixture, id, bad[i], "add", &error));
    g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  }
  for (guint i = 0; i < 10; i++) {
    g_autofree char *name = g_strdup_printf ("label %u", i);

    add_label (fixture, id, name);
  }
  g_assert_false (label (fixture, id, "one more", "add", &full));
  g_assert_error (full, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
}

static void
test_labels_of_several_are_one_act_and_redone_after_restarts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  gint64 one = add_lead (fixture, "1");
  gint64 two = add_lead (fixture, "2");

  add_label (fixture, one, "old");
  g_ptr_array_add (changes, ante_change_new (one, ANTE_FIELD_LABEL, "hot", "add"));
  g_ptr_array_add (changes, ante_change_new (two, ANTE_FIELD_LABEL, "hot", "add"));
  g_ptr_array_add (changes, ante_change_new (one, ANTE_FIELD_LABEL, "old", "remove"));
  g_assert_cmpint (apply (fixture, changes, NULL), >, 0);
  assert_labels (fixture, "1", "hot");
  assert_labels (fixture, "2", "hot");

  fixture_reopen (fixture);
  undo (fixture);
  assert_labels (fixture, "1", "old");
  assert_labels (fixture, "2", "");
  fixture_reopen (fixture);
  redo (fixture);
  assert_labels (fixture, "1", "hot");
  assert_labels (fixture, "2", "hot");
  undo (fixture);
  undo (fixture);
  assert_labels (fixture, "1", "");
  redo (fixture);
  redo (fixture);
  assert_labels (fixture, "1", "hot");
}

static void
test_lead_wakes_when_its_time_has_come (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");
  gint64 two = add_lead (fixture, "2");
  gint64 never = add_lead (fixture, "3");

  snooze (fixture, one, T0 + MINUTE);
  snooze (fixture, two, T0 + 2 * MINUTE);
  snooze (fixture, never, ANTE_LEAD_UNTIL_REPLY);
  g_assert_cmpint (wake_due (fixture, T0), ==, T0 + MINUTE);
  g_assert_cmpint (snoozed (fixture, "1"), ==, T0 + MINUTE);

  g_assert_cmpint (wake_due (fixture, T0 + MINUTE), ==, T0 + 2 * MINUTE);
  g_assert_cmpint (snoozed (fixture, "1"), ==, 0);
  g_assert_cmpint (snoozed (fixture, "2"), ==, T0 + 2 * MINUTE);
  g_assert_cmpint (wake_due (fixture, T0 + 1000 * MINUTE), ==, 0);
  g_assert_cmpint (snoozed (fixture, "3"), ==, ANTE_LEAD_UNTIL_REPLY);
}

static void
test_lead_that_writes_is_awake (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");
  gint64 two = add_lead (fixture, "2");
  g_autoptr (GPtrArray) events = NULL;
  const AnteEvent *newest = NULL;

  snooze (fixture, one, ANTE_LEAD_UNTIL_REPLY);
  snooze (fixture, two, T0 + 1000 * MINUTE);
  hear (fixture, "1", T0 + MINUTE);
  g_assert_cmpint (snoozed (fixture, "1"), ==, 0);
  g_assert_cmpint (snoozed (fixture, "2"), ==, T0 + 1000 * MINUTE);
  hear (fixture, "2", T0 + MINUTE);
  g_assert_cmpint (snoozed (fixture, "2"), ==, 0);

  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, one, 10, NULL);
  events = ante_store_list_events_finish (fixture->store, fixture->result, NULL);
  newest = events->pdata[0];
  g_assert_cmpstr (newest->field, ==, ANTE_FIELD_SNOOZED);
  g_assert_cmpstr (newest->actor, ==, "system");
  g_assert_cmpstr (newest->why, ==, ANTE_WHY_WROTE);
}

/* What we write, and what was long ago and is read only now, wakes nobody. */
static void
test_other_messages_wake_nobody (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");

  snooze (fixture, one, ANTE_LEAD_UNTIL_REPLY);
  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m-0", "lead", T0 - MINUTE, "Long ago"),
                               make_message ("m-1", "lead", T0, "Hi"),
                               make_message ("m-2", "coach", T0 + MINUTE, "Hello"), NULL),
                  T0 + MINUTE);
  g_assert_cmpint (snoozed (fixture, "1"), ==, ANTE_LEAD_UNTIL_REPLY);
}

static void
test_undo_passes_over_what_woke_by_itself (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_lead (fixture, "1");
  gint64 two = add_lead (fixture, "2");
  g_autoptr (AnteLead) lead = NULL;

  fixture_change (fixture, two, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  snooze (fixture, one, T0 + MINUTE);
  undo (fixture);
  g_assert_cmpint (snoozed (fixture, "1"), ==, 0);
  fixture_reopen (fixture);
  redo (fixture);
  g_assert_cmpint (snoozed (fixture, "1"), ==, T0 + MINUTE);

  wake_due (fixture, T0 + MINUTE);
  fixture_reopen (fixture);
  undo (fixture);
  g_assert_cmpint (snoozed (fixture, "1"), ==, 0);
  lead = fixture_lead (fixture, "2");
  g_assert_cmpstr (lead->owner, ==, "coach");
}

static void
test_who_is_no_lead_is_in_no_list_until_it_is_one_again (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  AnteStoreCounts counts = { 0 };
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (AnteLead) spam = NULL;
  g_autoptr (AnteLead) back = NULL;
  g_autoptr (GError) error = NULL;

  fixture_change (fixture, id, ANTE_FIELD_NOT_A_LEAD, "spam", NULL);
  spam = fixture_lead (fixture, "1");
  g_assert_cmpstr (spam->not_a_lead, ==, "spam");
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.live, ==, 0);
  g_assert_cmpuint (counts.unread, ==, 0);

  fixture_reopen (fixture);
  undo (fixture);
  redo (fixture);
  fixture_change (fixture, id, ANTE_FIELD_NOT_A_LEAD, "", NULL);
  back = fixture_lead (fixture, "1");
  g_assert_null (back->not_a_lead);
  TEST_CALL (fixture->result, ante_store_get_counts_async, fixture->store, NULL);
  g_assert_true (ante_store_get_counts_finish (fixture->store, fixture->result, &counts, NULL));
  g_assert_cmpuint (counts.live, ==, 1);
  g_assert_cmpuint (counts.unread, ==, 1);

  g_ptr_array_add (changes, ante_change_new (id, ANTE_FIELD_NOT_A_LEAD, "nobody", NULL));
  g_assert_cmpint (apply (fixture, changes, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
}

static void
test_touch_is_done_again_after_a_restart (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) touches = NULL;

  fixture_change (fixture, id, ANTE_FIELD_TOUCH, "referral", "Ana");
  undo (fixture);
  fixture_reopen (fixture);
  redo (fixture);
  undo (fixture);
  fixture_reopen (fixture);
  redo (fixture);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_REFERRAL);
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, id, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (touches->len, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/labels/put-on-and-taken-off", test_labels_are_put_on_and_taken_off);
  ADD ("/labels/refused", test_bad_and_too_many_labels_are_refused);
  ADD ("/labels/one-act-of-several", test_labels_of_several_are_one_act_and_redone_after_restarts);
  ADD ("/snooze/wakes-in-time", test_lead_wakes_when_its_time_has_come);
  ADD ("/snooze/wakes-when-heard", test_lead_that_writes_is_awake);
  ADD ("/snooze/other-messages", test_other_messages_wake_nobody);
  ADD ("/snooze/undo-passes-over", test_undo_passes_over_what_woke_by_itself);
  ADD ("/not-a-lead/in-no-list", test_who_is_no_lead_is_in_no_list_until_it_is_one_again);
  ADD ("/touch/done-again", test_touch_is_done_again_after_a_restart);
  return g_test_run ();
}
