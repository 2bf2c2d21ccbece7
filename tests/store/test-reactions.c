#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-reactions.h"

static AnteThread *
their_thread (const char *reactions)
{
  AnteMessage *message = make_message ("m-1", "lead", T0, "I did it");
  AnteThread *thread = NULL;

  message->reactions = g_strdup (reactions);
  thread = make_thread ("101", message, NULL);
  thread->has_reactions = TRUE;
  return thread;
}

/* Row id of the one message. */
static gint64
fill (Fixture *fixture, gint64 *lead_id)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;

  fixture_ingest (fixture, their_thread ("🔥 lead"), T0);
  lead = fixture_lead (fixture, "101");
  page = fixture_messages (fixture, lead->id);
  *lead_id = lead->id;
  return ((AnteMessage *) page->messages->pdata[0])->id;
}

static void
assert_reactions (Fixture *fixture, gint64 lead, const char *expected)
{
  g_autoptr (AnteMessagePage) page = fixture_messages (fixture, lead);

  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[0])->reactions, ==, expected);
}

static void
react (Fixture *fixture, gint64 message, const char *emoji, GError **error)
{
  TEST_CALL (fixture->result, ante_store_react_async, fixture->store, message, emoji, NULL);
  ante_store_react_finish (fixture->store, fixture->result, error);
}

static AnteReactionWish *
next (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AnteReactionWish *wish = NULL;

  TEST_CALL (fixture->result, ante_store_next_reaction_async, fixture->store, NULL);
  wish = ante_store_next_reaction_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return wish;
}

static void
settle (Fixture *fixture, const AnteReactionWish *wish, gboolean is_done)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_settle_reaction_async, fixture->store, wish, is_done,
             NULL);
  ante_store_settle_reaction_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
test_shown_at_once_and_kept (Fixture *fixture, gconstpointer data)
{
  gint64 lead = 0;
  gint64 message = fill (fixture, &lead);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteReactionWish) wish = NULL;

  react (fixture, message, "❤", &error);
  g_assert_no_error (error);
  assert_reactions (fixture, lead, "🔥 lead;❤ coach");

  /* What is read before Instagram has it takes nothing away; what the lead does is seen. */
  fixture_ingest (fixture, their_thread (NULL), T0 + MINUTE);
  assert_reactions (fixture, lead, "❤ coach");
  fixture_reopen (fixture);
  wish = next (fixture);
  g_assert_cmpstr (wish->emoji, ==, "❤");
  g_assert_cmpstr (wish->mid, ==, "m-1");
  g_assert_cmpstr (wish->igsid, ==, "101");
  settle (fixture, wish, TRUE);
  g_assert_null (next (fixture));
  fixture_ingest (fixture, their_thread (NULL), T0 + 2 * MINUTE);
  assert_reactions (fixture, lead, NULL);
}

static void
test_refused_is_as_before (Fixture *fixture, gconstpointer data)
{
  gint64 lead = 0;
  gint64 message = fill (fixture, &lead);
  g_autoptr (AnteReactionWish) first = NULL;
  g_autoptr (AnteReactionWish) second = NULL;

  react (fixture, message, "❤", NULL);
  first = next (fixture);
  settle (fixture, first, TRUE);
  react (fixture, message, "", NULL);
  assert_reactions (fixture, lead, "🔥 lead");
  second = next (fixture);
  g_assert_cmpstr (second->emoji, ==, "");
  settle (fixture, second, FALSE);
  assert_reactions (fixture, lead, "🔥 lead;❤ coach");
  g_assert_null (next (fixture));
}

/* Another was chosen while the first was on its way. */
static void
test_the_last_one_holds (Fixture *fixture, gconstpointer data)
{
  gint64 lead = 0;
  gint64 message = fill (fixture, &lead);
  g_autoptr (AnteReactionWish) first = NULL;
  g_autoptr (AnteReactionWish) second = NULL;

  react (fixture, message, "❤", NULL);
  first = next (fixture);
  react (fixture, message, "👏", NULL);
  settle (fixture, first, TRUE);
  second = next (fixture);
  g_assert_cmpstr (second->emoji, ==, "👏");
  settle (fixture, second, FALSE);
  assert_reactions (fixture, lead, "🔥 lead;❤ coach");
}

static void
test_words_are_no_reaction (Fixture *fixture, gconstpointer data)
{
  gint64 lead = 0;
  gint64 message = fill (fixture, &lead);
  g_autoptr (GError) error = NULL;

  react (fixture, message, "❤ lead;x", &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_clear_error (&error);
  react (fixture, message + 1, "❤", &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/reactions/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("shown-at-once-and-kept", test_shown_at_once_and_kept);
  ADD ("refused-is-as-before", test_refused_is_as_before);
  ADD ("the-last-one-holds", test_the_last_one_holds);
  ADD ("words-are-no-reaction", test_words_are_no_reaction);
  return g_test_run ();
}
