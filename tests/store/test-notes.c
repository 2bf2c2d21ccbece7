#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-notes.h"

static gint64
add_lead (Fixture *fixture, const char *igsid)
{
  g_autofree char *mid = g_strconcat ("m-", igsid, NULL);
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, "lead", T0, "Hi"), NULL), T0);
  lead = fixture_lead (fixture, igsid);
  return lead->id;
}

static GPtrArray *
list (Fixture *fixture, gint64 lead)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = NULL;

  TEST_CALL (fixture->result, ante_store_list_notes_async, fixture->store, lead, NULL);
  notes = ante_store_list_notes_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return notes;
}

static void
assert_noted (Fixture *fixture, gint64 lead, const char *expected)
{
  g_autoptr (GPtrArray) notes = list (fixture, lead);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? "|" : "", ((AnteNote *) notes->pdata[i])->text);
  g_assert_cmpstr (said->str, ==, expected);
}

/* @note: one that is there, by its place; -1 for a new one. */
static gint64
note (Fixture *fixture,
      gint64 lead,
      int place,
      const char *text,
      const char *actor,
      gint64 now,
      GError **error)
{
  g_autoptr (GPtrArray) notes = list (fixture, lead);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autofree char *id =
    place >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, ((AnteNote *) notes->pdata[place])->id)
               : NULL;

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_NOTE, id, text));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, actor, NULL, now,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_NOTE);
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

static void
test_each_act_is_taken_back_and_done_again (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture, "1");
  g_autoptr (GPtrArray) notes = NULL;
  const AnteNote *first = NULL;

  g_assert_cmpint (note (fixture, lead, -1, "Has two kids\n", "setter:Maya", T0 + 10, NULL), >, 0);
  g_assert_cmpint (note (fixture, lead, -1, "Call on Friday", "coach", T0 + 20, NULL), >, 0);
  assert_noted (fixture, lead, "Has two kids|Call on Friday");
  g_assert_cmpint (note (fixture, lead, 0, "Has three kids", "coach", T0 + 30, NULL), >, 0);
  assert_noted (fixture, lead, "Has three kids|Call on Friday");

  /* It stays where it stood, and its author's. */
  notes = list (fixture, lead);
  first = notes->pdata[0];
  g_assert_cmpint (first->at, ==, T0 + 10);
  g_assert_cmpint (first->edited_at, ==, T0 + 30);
  g_assert_cmpstr (first->author, ==, "setter:Maya");
  g_assert_cmpint (note (fixture, lead, 1, NULL, "coach", T0 + 40, NULL), >, 0);
  assert_noted (fixture, lead, "Has three kids");

  fixture_reopen (fixture);
  undo (fixture);
  assert_noted (fixture, lead, "Has three kids|Call on Friday");
  undo (fixture);
  assert_noted (fixture, lead, "Has two kids|Call on Friday");
  redo (fixture);
  assert_noted (fixture, lead, "Has three kids|Call on Friday");
  redo (fixture);
  assert_noted (fixture, lead, "Has three kids");
  undo (fixture);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  assert_noted (fixture, lead, "");
}

/* Not what was said, nor by whom, nor how much of it is to be read. */
static void
test_note_is_no_message (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "1");
  g_autoptr (AnteLead) before = fixture_lead (fixture, "1");
  g_autoptr (AnteLead) after = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_cmpint (note (fixture, id, -1, "Expensive watch", "coach", T0 + MINUTE, NULL), >, 0);
  after = fixture_lead (fixture, "1");
  page = fixture_messages (fixture, id);
  hits = fixture_search (fixture, "expensive");
  g_assert_cmpuint (page->messages->len, ==, 1);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (after->n_messages, ==, before->n_messages);
  g_assert_cmpint (after->last_message_at, ==, before->last_message_at);
  g_assert_cmpstr (after->last_text, ==, "Hi");
  g_assert_cmpuint (after->unread, ==, 1);
  g_assert_cmpint (after->owes_reply_since, ==, T0);
}

static void
test_bad_ones_are_refused (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture, "1");
  gint64 other = add_lead (fixture, "2");
  g_autofree char *long_text = g_strnfill (4001, 'a');
  const char *const bad[] = { " \n", long_text, NULL };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) foreign = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (note (fixture, lead, -1, bad[i], "coach", T0, &error), ==, -1);
    g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  }
  note (fixture, lead, -1, "Mine", "coach", T0, NULL);
  g_assert_cmpint (note (fixture, lead, 0, "Mine", "coach", T0, NULL), ==, 0);

  notes = list (fixture, lead);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, ((AnteNote *) notes->pdata[0])->id);
  g_ptr_array_add (changes, ante_change_new (other, ANTE_FIELD_NOTE, id, "Theirs"));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, &foreign), ==, -1);
  g_assert_error (foreign, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  assert_noted (fixture, lead, "Mine");
}

static void
assert_draft (Fixture *fixture, gint64 lead, gint64 id, const char *text)
{
  g_autoptr (AnteNote) draft = NULL;

  TEST_CALL (fixture->result, ante_store_get_note_draft_async, fixture->store, lead, NULL);
  draft = ante_store_get_note_draft_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpint (draft->id, ==, id);
  g_assert_cmpstr (draft->text, ==, text);
}

static void
test_draft_is_kept (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture, "1");

  assert_draft (fixture, lead, 0, "");
  TEST_CALL (fixture->result, ante_store_set_note_draft_async, fixture->store, lead, 7, "Half a",
             NULL);
  g_assert_true (ante_store_set_note_draft_finish (fixture->store, fixture->result, NULL));
  fixture_reopen (fixture);
  assert_draft (fixture, lead, 7, "Half a");
  TEST_CALL (fixture->result, ante_store_set_note_draft_async, fixture->store, lead, 0, "", NULL);
  assert_draft (fixture, lead, 0, "");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/notes/undo", test_each_act_is_taken_back_and_done_again);
  ADD ("/store/notes/no-message", test_note_is_no_message);
  ADD ("/store/notes/refused", test_bad_ones_are_refused);
  ADD ("/store/notes/draft", test_draft_is_kept);
  return g_test_run ();
}
