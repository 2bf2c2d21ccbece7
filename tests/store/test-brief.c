#include "config.h"

#include "model/ante-fact.h"
#include "store-fixture.h"
#include "store/ante-store-brief.h"
#include "store/ante-store-facts.h"

static AnteBriefFacts *
read_facts (Fixture *fixture, gint64 lead, GError **error)
{
  TEST_CALL (fixture->result, ante_store_brief_facts_async, fixture->store, lead, NULL);
  return ante_store_brief_facts_finish (fixture->store, fixture->result, error);
}

/* One a minute, from "m0" on. */
static AnteLead *
ingest_talk (Fixture *fixture, guint n)
{
  AnteThread *thread = make_thread ("1", make_message ("m0", "lead", T0, "I want to sleep"), NULL);

  for (guint i = 1; i < n; i++) {
    g_autofree char *mid = g_strdup_printf ("m%u", i);
    g_autofree char *text = g_strdup_printf ("message %u", i);

    g_ptr_array_insert (
      thread->messages, 0,
      make_message (mid, i % 2 != 0 ? "elsewhere" : "lead", T0 + i * MINUTE, text));
  }
  thread->updated_at = T0 + n * MINUTE;
  fixture_ingest (fixture, thread, T0 + n * MINUTE);
  return fixture_lead (fixture, "1");
}

static gboolean
has_message (const AnteBriefFacts *facts, const char *mid)
{
  for (guint i = 0; i < facts->messages->len; i++) {
    if (g_str_equal (((AnteMessage *) facts->messages->pdata[i])->mid, mid))
      return TRUE;
  }
  return FALSE;
}

/* Typed by the coach from words in a message. */
static void
note_words (Fixture *fixture, AnteLead *lead, gint64 message_id, const char *words)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  AnteChange *change = ante_change_new (lead->id, ANTE_FIELD_FACT, "problem", words);

  change->message_id = message_id;
  change->span_end = (guint) g_utf8_strlen (words, -1);
  g_ptr_array_add (changes, change);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  g_assert_cmpint (ante_store_apply_finish (fixture->store, fixture->result, NULL), >, 0);
}

static void
test_the_first_the_newest_and_the_proofs_are_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = ingest_talk (fixture, 500);
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteBriefFacts) facts = NULL;
  gint64 before = 0;

  TEST_CALL (fixture->result, ante_store_list_messages_async, fixture->store, lead->id, 0, 0, 1000,
             NULL);
  page = ante_store_list_messages_finish (fixture->store, fixture->result, NULL);
  facts = read_facts (fixture, lead->id, &error);
  g_assert_no_error (error);
  g_assert_true (has_message (facts, "m0"));
  g_assert_true (has_message (facts, "m499"));
  g_assert_false (has_message (facts, "m40"));
  g_assert_cmpuint (facts->messages->len, <, 200);
  for (guint i = 0; i < facts->messages->len; i++) {
    AnteMessage *message = facts->messages->pdata[i];

    g_assert_cmpint (message->at, >, before);
    before = message->at;
  }
  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    if (g_str_equal (message->mid, "m40"))
      note_words (fixture, lead, message->id, message->text);
  }
  g_clear_pointer (&facts, ante_brief_facts_free);
  facts = read_facts (fixture, lead->id, &error);
  g_assert_true (has_message (facts, "m40"));
  g_assert_cmpuint (facts->stages->len, >=, 9);
  g_assert_null (facts->playbook);
}

static void
test_moves_between_stages_are_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = ingest_talk (fixture, 3);
  g_autoptr (AnteBriefFacts) facts = NULL;

  fixture_change (fixture, lead->id, ANTE_FIELD_STAGE, "qualifying", NULL);
  fixture_change (fixture, lead->id, ANTE_FIELD_NEXT_ACTION, "call them", NULL);
  facts = read_facts (fixture, lead->id, NULL);
  g_assert_cmpuint (facts->events->len, ==, 1);
  g_assert_cmpstr (((AnteEvent *) facts->events->pdata[0])->to, ==, "qualifying");
}

static void
test_whoever_is_not_there_is_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteBriefFacts) facts = read_facts (fixture, 4711, &error);

  g_assert_null (facts);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/brief/proofs-are-read", test_the_first_the_newest_and_the_proofs_are_read);
  ADD ("/brief/moves", test_moves_between_stages_are_read);
  ADD ("/brief/not-found", test_whoever_is_not_there_is_not_found);
  return g_test_run ();
}
