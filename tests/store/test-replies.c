#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-account.h"
#include "store/ante-store-replies.h"

static gint64
keep (Fixture *fixture, gint64 id, const char *name, const char *text, GError **error)
{
  g_autoptr (AnteReply) reply =
    name != NULL ? ante_reply_new (0, name, text, ANTE_SOURCE_STORY_REPLY) : NULL;

  TEST_CALL (fixture->result, ante_store_keep_reply_async, fixture->store, id, reply, "coach", T0,
             NULL);
  return ante_store_keep_reply_finish (fixture->store, fixture->result, error);
}

static void
keep_well (Fixture *fixture, gint64 id, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (keep (fixture, id, name, text, &error), >, 0);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *replies = NULL;

  TEST_CALL (fixture->result, ante_store_list_replies_async, fixture->store, NULL);
  replies = ante_store_list_replies_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return replies;
}

static gint64
find (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) replies = list (fixture);

  for (guint i = 0; i < replies->len; i++) {
    const AnteReply *reply = replies->pdata[i];

    if (g_str_equal (reply->name, name))
      return reply->id;
  }
  return 0;
}

static void
assert_kept (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) replies = list (fixture);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < replies->len; i++) {
    const AnteReply *reply = replies->pdata[i];

    g_string_append_printf (said, "%s%s=%s", i > 0 ? ", " : "", reply->name, reply->text);
  }
  g_assert_cmpstr (said->str, ==, expected);
}

static gboolean
undo (Fixture *fixture, GError **error)
{
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, error);
  return undone != NULL;
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
  assert_kept (fixture, "");
  keep_well (fixture, 0, " Opener\n", "Hi {first_name|there}\n");
  keep_well (fixture, 0, "Booking", "Here");
  assert_kept (fixture, "Booking=Here, Opener=Hi {first_name|there}");
  keep_well (fixture, find (fixture, "Booking"), "Book a call", "Here: {booking_link}");
  keep_well (fixture, find (fixture, "Opener"), NULL, NULL);
  assert_kept (fixture, "Book a call=Here: {booking_link}");

  fixture_reopen (fixture);
  g_assert_true (undo (fixture, NULL));
  assert_kept (fixture, "Book a call=Here: {booking_link}, Opener=Hi {first_name|there}");
  g_assert_true (undo (fixture, NULL));
  assert_kept (fixture, "Booking=Here, Opener=Hi {first_name|there}");
  redo (fixture);
  assert_kept (fixture, "Book a call=Here: {booking_link}, Opener=Hi {first_name|there}");
  g_assert_true (undo (fixture, NULL));
  g_assert_true (undo (fixture, NULL));
  g_assert_true (undo (fixture, NULL));
  assert_kept (fixture, "");
  g_assert_false (undo (fixture, NULL));
}

static void
test_bad_ones_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (61, 'a');
  g_autofree char *long_text = g_strnfill (4001, 'a');
  const struct {
    gint64 id;
    const char *name;
    const char *text;
    int code;
  } bad[] = {
    { 0, " ", "Text", ANTE_STORE_ERROR_INVALID },
    { 0, "Name", " \n", ANTE_STORE_ERROR_INVALID },
    { 0, long_name, "Text", ANTE_STORE_ERROR_INVALID },
    { 0, "Name", long_text, ANTE_STORE_ERROR_INVALID },
    { 0, "äpfel", "Text", ANTE_STORE_ERROR_EXISTS },
    { 77, "Name", "Text", ANTE_STORE_ERROR_CONFLICT },
    { 77, NULL, NULL, ANTE_STORE_ERROR_CONFLICT },
  };

  keep_well (fixture, 0, "Äpfel", "Text");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (keep (fixture, bad[i].id, bad[i].name, bad[i].text, &error), ==, -1);
    g_assert_error (error, ANTE_STORE_ERROR, bad[i].code);
  }
  /* Its own name it may keep, with other capitals; what is the same is no act. */
  keep_well (fixture, find (fixture, "Äpfel"), "äpfel", "Text");
  g_assert_cmpint (keep (fixture, find (fixture, "äpfel"), "äpfel", "Text", NULL), ==, 0);
  assert_kept (fixture, "äpfel=Text");
}

static void
test_name_that_was_taken_meanwhile_is_not_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 act = 0;

  keep_well (fixture, 0, "Opener", "Old");
  act = keep (fixture, find (fixture, "Opener"), NULL, NULL, NULL);
  keep_well (fixture, 0, "opener", "New");

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0, NULL);
  g_assert_null (ante_store_undo_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  assert_kept (fixture, "opener=New");
}

static gint64
set_words (Fixture *fixture, const char *value, GError **error)
{
  TEST_CALL (fixture->result, ante_store_set_words_async, fixture->store, ANTE_FIELD_BOOKING_LINK,
             value, "coach", T0, NULL);
  return ante_store_keep_reply_finish (fixture->store, fixture->result, error);
}

static void
assert_words (Fixture *fixture, const char *expected)
{
  g_autofree char *words = NULL;

  TEST_CALL (fixture->result, ante_store_get_setting_async, fixture->store, ANTE_FIELD_BOOKING_LINK,
             NULL);
  words = ante_store_get_setting_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_booking_link_is_kept_and_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_link = g_strnfill (301, 'a');
  g_autoptr (GError) error = NULL;

  assert_words (fixture, NULL);
  g_assert_cmpint (set_words (fixture, " https://cal.com/a\n", NULL), >, 0);
  assert_words (fixture, "https://cal.com/a");
  g_assert_cmpint (set_words (fixture, "https://cal.com/a", NULL), ==, 0);
  g_assert_cmpint (set_words (fixture, "", NULL), >, 0);
  assert_words (fixture, NULL);
  g_assert_cmpint (set_words (fixture, long_link, &error), ==, -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);

  g_assert_true (undo (fixture, NULL));
  assert_words (fixture, "https://cal.com/a");
  g_assert_true (undo (fixture, NULL));
  assert_words (fixture, NULL);
  redo (fixture);
  assert_words (fixture, "https://cal.com/a");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/replies/undo", test_each_act_is_taken_back_and_done_again);
  ADD ("/store/replies/refused", test_bad_ones_are_refused);
  ADD ("/store/replies/taken-meanwhile", test_name_that_was_taken_meanwhile_is_not_brought_back);
  ADD ("/store/replies/booking-link", test_booking_link_is_kept_and_taken_back);
  return g_test_run ();
}
