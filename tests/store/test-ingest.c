#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-account.h"

static void
test_first_message_makes_an_owned_lead_with_a_status (Fixture *fixture, gconstpointer data)
{
  AnteIngestResult counts = fixture_ingest (
    fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi, how much is it?"), NULL), T0);
  g_autoptr (AnteLead) lead = fixture_lead (fixture, "1");

  g_assert_cmpuint (counts.leads_new, ==, 1);
  g_assert_cmpuint (counts.messages_new, ==, 1);
  g_assert_cmpint (lead->stage_id, ==, 1);
  g_assert_cmpstr (lead->owner, ==, "coach");
  g_assert_cmpstr (lead->handle, ==, "handle_1");
  g_assert_cmpstr (lead->last_text, ==, "Hi, how much is it?");
  g_assert_cmpint (lead->owes_reply_since, ==, T0);
  g_assert_cmpuint (lead->unread, ==, 1);
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_UNKNOWN);
  g_assert_false (lead->has_gap);
}

static void
test_new_lead_belongs_to_whom_the_setting_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) before = NULL;
  g_autoptr (AnteLead) after = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  TEST_CALL (fixture->result, ante_store_set_setting_async, fixture->store, "default-owner",
             "setter:Mia", NULL);
  g_assert_true (ante_store_set_setting_finish (fixture->store, fixture->result, NULL));
  fixture_ingest (fixture, make_thread ("2", make_message ("m2", "lead", T0, "Hi"), NULL), T0);

  before = fixture_lead (fixture, "1");
  after = fixture_lead (fixture, "2");
  g_assert_cmpstr (before->owner, ==, "coach");
  g_assert_cmpstr (after->owner, ==, "setter:Mia");
}

static void
test_same_page_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  AnteIngestResult counts = { 0 };

  for (guint i = 0; i < 2; i++)
    counts =
      fixture_ingest (fixture,
                      make_thread ("1", make_message ("m1", "lead", T0, "Hi"),
                                   make_message ("m2", "elsewhere", T0 + MINUTE, "Hello"), NULL),
                      T0);
  g_assert_cmpuint (counts.messages_new, ==, 0);
  g_assert_cmpuint (counts.messages_known, ==, 2);
  g_assert_cmpuint (counts.leads_new, ==, 0);
}

static void
test_answer_from_instagram_itself_settles_what_is_owed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "lead", T0, "Hi"),
                               make_message ("m2", "elsewhere", T0 + 1, "Hello"), NULL),
                  T0);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->owes_reply_since, ==, 0);
  g_assert_cmpuint (lead->unread, ==, 0);
  g_assert_cmpstr (lead->last_author, ==, "elsewhere");
}

static void
test_owed_since_the_oldest_unanswered_message (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "elsewhere", T0, "Hello"),
                               make_message ("m2", "lead", T0 + 1 * MINUTE, "Hi"),
                               make_message ("m3", "lead", T0 + 2 * MINUTE, "there?"), NULL),
                  T0);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->owes_reply_since, ==, T0 + MINUTE);
  g_assert_cmpuint (lead->unread, ==, 2);
  g_assert_cmpint (lead->last_lead_at, ==, T0 + 2 * MINUTE);
}

static void
test_edited_text_is_written_over_and_found_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) old_hits = NULL;
  g_autoptr (GPtrArray) new_hits = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "strawberry"), NULL),
                  T0);
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "blueberry"), NULL),
                  T0);
  old_hits = fixture_search (fixture, "strawberry");
  new_hits = fixture_search (fixture, "blueberry");
  g_assert_cmpuint (old_hits->len, ==, 0);
  g_assert_cmpuint (new_hits->len, ==, 1);
}

/* The fields of an answer are fewer where Instagram refuses one of them. */
static void
test_known_words_are_not_written_over_by_nothing (Fixture *fixture, gconstpointer data)
{
  AnteMessage *first = make_message ("m1", "lead", T0, "love this");
  AnteMessage *bare = make_message ("m1", "lead", T0, NULL);
  AnteMessage *words = make_message ("m1", "lead", T0, "love this");
  AnteMessage *cold = make_message ("m1", "lead", T0, "love this");
  AnteMessage *stored = NULL;
  AnteThread *poor = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteMessagePage) later = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  first->kind = cold->kind = ANTE_MESSAGE_STORY_REPLY;
  first->reactions = g_strdup ("❤ coach");
  bare->kind = ANTE_MESSAGE_UNSUPPORTED;
  fixture_ingest (fixture, make_thread ("1", first, NULL), T0);
  poor = make_thread ("1", words, NULL);
  poor->has_reactions = FALSE;
  fixture_ingest (fixture, poor, T0);
  poor = make_thread ("1", bare, NULL);
  poor->has_reactions = FALSE;
  fixture_ingest (fixture, poor, T0);

  page = fixture_messages (fixture, 1);
  hits = fixture_search (fixture, "love");
  stored = page->messages->pdata[0];
  g_assert_cmpstr (stored->text, ==, "love this");
  g_assert_cmpint (stored->kind, ==, ANTE_MESSAGE_STORY_REPLY);
  g_assert_cmpstr (stored->reactions, ==, "❤ coach");
  g_assert_cmpuint (hits->len, ==, 1);

  fixture_ingest (fixture, make_thread ("1", cold, NULL), T0);
  later = fixture_messages (fixture, 1);
  g_assert_null (((AnteMessage *) later->messages->pdata[0])->reactions);
}

static void
test_unsent_message_loses_its_words_everywhere (Fixture *fixture, gconstpointer data)
{
  AnteIngestResult counts = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  AnteMessage *taken_back = NULL;

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "lead", T0, "one"),
                               make_message ("m2", "lead", T0 + 1000, "regretted"),
                               make_message ("m3", "lead", T0 + 2000, "three"), NULL),
                  T0);
  counts = fixture_ingest (fixture,
                           make_thread ("1", make_message ("m1", "lead", T0, "one"),
                                        make_message ("m3", "lead", T0 + 2000, "three"), NULL),
                           T0 + MINUTE);
  g_assert_cmpuint (counts.unsent, ==, 1);

  lead = fixture_lead (fixture, "1");
  page = fixture_messages (fixture, lead->id);
  hits = fixture_search (fixture, "regretted");
  taken_back = page->messages->pdata[1];
  g_assert_true (taken_back->unsent);
  g_assert_null (taken_back->text);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_message_older_than_what_was_read_is_not_unsent (Fixture *fixture, gconstpointer data)
{
  AnteIngestResult counts = { 0 };

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "lead", T0, "one"),
                               make_message ("m2", "lead", T0 + 1000, "two"),
                               make_message ("m3", "lead", T0 + 2000, "three"), NULL),
                  T0);
  counts = fixture_ingest (fixture,
                           make_thread ("1", make_message ("m2", "lead", T0 + 1000, "two"),
                                        make_message ("m3", "lead", T0 + 2000, "three"), NULL),
                           T0 + 9 * MINUTE);
  g_assert_cmpuint (counts.unsent, ==, 0);
}

static void
assert_newest (Fixture *fixture, const char *mid, gint64 at)
{
  const char *const ids[] = { "thread-1", NULL };
  g_autoptr (GPtrArray) states = NULL;
  AnteThreadState *state = NULL;

  TEST_CALL (fixture->result, ante_store_thread_states_async, fixture->store, ids, NULL);
  states = ante_store_thread_states_finish (fixture->store, fixture->result, NULL);
  state = states->pdata[0];
  g_assert_cmpstr (state->newest_mid, ==, mid);
  g_assert_cmpint (state->newest_at, ==, at);
}

/* The thread of the tests below: we greet, and they answer with two lines. */
static AnteThread *
make_three (guint n_given)
{
  AnteThread *thread = make_thread ("1", make_message ("m1", "elsewhere", T0, "Hello"), NULL);

  if (n_given > 1)
    g_ptr_array_insert (thread->messages, 0, make_message ("m2", "lead", T0 + 1000, "how much?"));
  if (n_given > 2)
    g_ptr_array_insert (thread->messages, 0, make_message ("m3", "lead", T0 + 2000, "regretted"));
  return thread;
}

static void
test_newest_messages_are_taken_back_too (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) one = NULL;
  g_autoptr (AnteLead) both = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  AnteMessage *taken_back = NULL;

  fixture_ingest (fixture, make_three (3), T0 + MINUTE);
  assert_newest (fixture, "m3", T0 + 2000);
  g_assert_cmpuint (fixture_ingest (fixture, make_three (2), T0 + 5 * MINUTE).unsent, ==, 1);
  assert_newest (fixture, "m2", T0 + 1000);
  page = fixture_messages (fixture, 1);
  hits = fixture_search (fixture, "regretted");
  taken_back = page->messages->pdata[2];
  g_assert_true (taken_back->unsent);
  g_assert_null (taken_back->text);
  g_assert_cmpuint (hits->len, ==, 0);

  one = fixture_lead (fixture, "1");
  g_assert_cmpstr (one->last_text, ==, "\x1funsent");
  g_assert_cmpint (one->owes_reply_since, ==, T0 + 1000);
  g_assert_cmpint (one->last_lead_at, ==, T0 + 1000);
  g_assert_cmpuint (one->unread, ==, 1);

  g_assert_cmpuint (fixture_ingest (fixture, make_three (1), T0 + 6 * MINUTE).unsent, ==, 1);
  g_assert_cmpuint (fixture_ingest (fixture, make_three (1), T0 + 7 * MINUTE).unsent, ==, 0);
  assert_newest (fixture, "m1", T0);
  both = fixture_lead (fixture, "1");
  g_assert_cmpint (both->owes_reply_since, ==, 0);
  g_assert_cmpint (both->last_lead_at, ==, 0);
  g_assert_cmpuint (both->unread, ==, 0);
}

/* Two answers may overtake each other: the older one knows nothing of what came after it. */
static void
test_older_answer_takes_back_nothing_that_came_later (Fixture *fixture, gconstpointer data)
{
  AnteThread *late = make_three (2);

  late->as_of = T0 + 1000;
  fixture_ingest (fixture, make_three (3), T0 + 3000);
  g_assert_cmpuint (fixture_ingest (fixture, make_three (2), T0 + MINUTE).unsent, ==, 0);
  g_assert_cmpuint (fixture_ingest (fixture, late, T0 + 9 * MINUTE).unsent, ==, 0);
  /* It still differs from what the list says, so it is looked at again. */
  assert_newest (fixture, "m3", T0 + 2000);
}

static void
test_answer_of_ours_that_was_taken_back_is_owed_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "lead", T0, "how much?"),
                               make_message ("m2", "elsewhere", T0 + 1000, "oops"), NULL),
                  T0 + MINUTE);
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "how much?"), NULL),
                  T0 + 5 * MINUTE);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->owes_reply_since, ==, T0);
  g_assert_cmpuint (lead->unread, ==, 1);
}

static GPtrArray *
make_mids (guint first, guint last)
{
  GPtrArray *mids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = last; i >= first; i--)
    g_ptr_array_add (mids, g_strdup_printf ("m%u", i));
  return mids;
}

static void
test_hole_is_marked_where_it_lies (Fixture *fixture, gconstpointer data)
{
  AnteThread *thread = NULL;
  AnteIngestResult counts = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  AnteGap gap = { 0 };

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "before"), NULL), T0);
  thread = make_thread ("1", make_message ("m40", "lead", T0 + 40 * MINUTE, "after"), NULL);
  thread->has_older = TRUE;
  thread->missed = make_mids (2, 39);
  counts = fixture_ingest (fixture, thread, T0 + 41 * MINUTE);

  lead = fixture_lead (fixture, "1");
  page = fixture_messages (fixture, lead->id);
  g_assert_cmpuint (counts.gaps, ==, 1);
  g_assert_true (lead->has_gap);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  gap = g_array_index (page->gaps, AnteGap, 0);
  g_assert_cmpint (gap.after_at, ==, T0);
  g_assert_cmpint (gap.before_at, ==, T0 + 40 * MINUTE);
  g_assert_cmpuint (gap.missing, ==, 38);
}

static void
test_no_hole_where_the_known_message_is_met (Fixture *fixture, gconstpointer data)
{
  AnteThread *thread = NULL;
  AnteIngestResult counts = { 0 };

  thread = make_thread ("1", make_message ("m1", "lead", T0, "one"), NULL);
  fixture_ingest (fixture, thread, T0);
  thread = make_thread ("1", make_message ("m1", "lead", T0, "one"),
                        make_message ("m2", "lead", T0 + MINUTE, "two"), NULL);
  thread->has_older = TRUE;
  counts = fixture_ingest (fixture, thread, T0 + MINUTE);
  g_assert_cmpuint (counts.gaps, ==, 0);
}

/* As many new ones as Instagram gives, and none of what is stored among them. */
static void
test_no_hole_where_nothing_lies_between (Fixture *fixture, gconstpointer data)
{
  AnteThread *next = make_thread ("1", make_message ("m2", "lead", T0 + 1 * MINUTE, "two"), NULL);
  AnteThread *held = make_thread ("1", make_message ("m4", "lead", T0 + 3 * MINUTE, "four"), NULL);

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "one"), NULL), T0);
  next->has_older = TRUE;
  next->missed = g_ptr_array_new ();
  g_assert_cmpuint (fixture_ingest (fixture, next, T0 + 2 * MINUTE).gaps, ==, 0);

  held->has_older = TRUE;
  held->missed = make_mids (1, 2);
  g_assert_cmpuint (fixture_ingest (fixture, held, T0 + 4 * MINUTE).gaps, ==, 0);
}

static void
test_story_reply_gives_the_source_with_its_touch (Fixture *fixture, gconstpointer data)
{
  AnteMessage *first = make_message ("m1", "lead", T0, "love this");
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) touches = NULL;

  first->kind = ANTE_MESSAGE_STORY_REPLY;
  first->story_id = g_strdup ("17900000000000009");
  fixture_ingest (fixture, make_thread ("1", first, NULL), T0);
  lead = fixture_lead (fixture, "1");
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, lead->id, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, NULL);

  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_STORY_REPLY);
  g_assert_cmpuint (touches->len, ==, 1);
  g_assert_cmpstr (((AnteTouch *) touches->pdata[0])->evidence, ==, "m1");
}

static void
test_lead_that_comes_back_keeps_its_first_source (Fixture *fixture, gconstpointer data)
{
  gint64 later = T0 + G_GINT64_CONSTANT (200) * 24 * 60 * MINUTE;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) touches = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "elsewhere", T0, "Hi Tom"), NULL),
                  T0);
  fixture_ingest (fixture,
                  make_thread ("1", make_message ("m1", "elsewhere", T0, "Hi Tom"),
                               make_message ("m2", "lead", later, "I'm back"), NULL),
                  later);
  lead = fixture_lead (fixture, "1");
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, lead->id, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, NULL);

  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_OUTBOUND);
  g_assert_cmpuint (touches->len, ==, 2);
  g_assert_cmpint (((AnteTouch *) touches->pdata[1])->kind, ==, ANTE_SOURCE_REACTIVATION);
  g_assert_cmpstr (((AnteTouch *) touches->pdata[1])->detail, ==, "200");
}

static void
test_search_takes_whatever_is_typed_as_words (Fixture *fixture, gconstpointer data)
{
  const char *const hostile[] = { "\"", "*",   "AND", "NEAR(", "text:x", "'; DROP TABLE lead; --",
                                  "",   "\xff" };
  g_autoptr (GPtrArray) accent = NULL;
  g_autoptr (GPtrArray) prefix = NULL;

  fixture_ingest (
    fixture,
    make_thread ("1", make_message ("m1", "lead", T0, "Un café à Besançon, s'il vous plaît"), NULL),
    T0);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GPtrArray) hits = fixture_search (fixture, hostile[i]);

    g_assert_cmpuint (hits->len, ==, 0);
  }
  accent = fixture_search (fixture, "cafe besancon");
  prefix = fixture_search (fixture, "besa");
  g_assert_cmpuint (accent->len, ==, 1);
  g_assert_cmpuint (prefix->len, ==, 1);
}

static AnteIngestResult
read_range (Fixture *fixture, guint first, guint last, gboolean has_older)
{
  AnteThread *thread = make_thread ("1", NULL, NULL);

  for (guint i = first; i <= last; i++) {
    g_autofree char *mid = g_strdup_printf ("m%u", i);

    g_ptr_array_insert (thread->messages, 0, make_message (mid, "lead", T0 + i * MINUTE, "word"));
  }
  thread->has_older = has_older;
  return fixture_ingest (fixture, thread, T0 + (last + 1) * MINUTE);
}

static void
test_hole_goes_when_it_is_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteMessagePage) page = NULL;
  g_autoptr (AnteLead) lead = NULL;

  /* The list gives the five newest of a new thread, then the thread itself its twenty. */
  g_assert_cmpuint (read_range (fixture, 26, 30, TRUE).gaps, ==, 1);
  g_assert_cmpuint (read_range (fixture, 11, 30, TRUE).gaps, ==, 1);
  page = fixture_messages (fixture, 1);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (page->gaps, AnteGap, 0).before_at, ==, T0 + 11 * MINUTE);

  g_assert_cmpuint (read_range (fixture, 1, 30, FALSE).gaps, ==, 0);
  lead = fixture_lead (fixture, "1");
  g_assert_false (lead->has_gap);
}

static void
test_hole_shrinks_from_its_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteMessagePage) page = NULL;
  AnteGap gap = { 0 };

  read_range (fixture, 1, 1, FALSE);
  g_assert_cmpuint (read_range (fixture, 40, 44, TRUE).gaps, ==, 1);
  g_assert_cmpuint (read_range (fixture, 30, 49, TRUE).gaps, ==, 1);
  page = fixture_messages (fixture, 1);
  g_assert_cmpuint (page->gaps->len, ==, 1);
  gap = g_array_index (page->gaps, AnteGap, 0);
  g_assert_cmpint (gap.after_at, ==, T0 + 1 * MINUTE);
  g_assert_cmpint (gap.before_at, ==, T0 + 30 * MINUTE);
}

static void
test_page_in_another_order_takes_nothing_back (Fixture *fixture, gconstpointer data)
{
  AnteThread *thread = NULL;
  AnteIngestResult counts = { 0 };
  g_autoptr (AnteLead) lead = NULL;

  read_range (fixture, 1, 4, FALSE);
  thread = make_thread ("1", make_message ("m4", "lead", T0 + 4 * MINUTE, "word"),
                        make_message ("m1", "lead", T0 + 1 * MINUTE, "word"),
                        make_message ("m5", "lead", T0 + 5 * MINUTE, "newest"), NULL);
  counts = fixture_ingest (fixture, thread, T0 + 6 * MINUTE);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpuint (counts.unsent, ==, 0);
  g_assert_cmpuint (lead->n_messages, ==, 5);
  g_assert_cmpstr (lead->last_text, ==, "newest");
}

/* An answer of which something had to be left out looks complete by the time it is stored. */
static void
test_spoilt_answer_takes_nothing_back (Fixture *fixture, gconstpointer data)
{
  AnteThread *thread = make_thread ("1", make_message ("m1", "lead", T0 + 1 * MINUTE, "word"),
                                    make_message ("m4", "lead", T0 + 4 * MINUTE, "word"), NULL);
  g_autoptr (AnteMessagePage) page = NULL;

  read_range (fixture, 1, 4, FALSE);
  thread->in_order = FALSE;
  g_assert_cmpuint (fixture_ingest (fixture, thread, T0 + 9 * MINUTE).unsent, ==, 0);
  page = fixture_messages (fixture, 1);
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[1])->text, ==, "word");
}

static void
test_source_is_told_when_the_beginning_is_read_later (Fixture *fixture, gconstpointer data)
{
  AnteMessage *first = make_message ("m1", "lead", T0 + 1 * MINUTE, "love this");
  AnteThread *thread = NULL;
  g_autoptr (AnteLead) lead = NULL;

  read_range (fixture, 2, 6, TRUE);
  first->kind = ANTE_MESSAGE_STORY_REPLY;
  first->story_id = g_strdup ("17900000000000009");
  thread = make_thread ("1", first, make_message ("m2", "lead", T0 + 2 * MINUTE, "word"), NULL);
  fixture_ingest (fixture, thread, T0 + 7 * MINUTE);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->source, ==, ANTE_SOURCE_STORY_REPLY);
  g_assert_cmpstr (lead->source_detail, ==, "17900000000000009");
}

static void
test_silence_is_not_told_over_a_hole (Fixture *fixture, gconstpointer data)
{
  gint64 later = T0 + G_GINT64_CONSTANT (200) * 24 * 60 * MINUTE;
  AnteThread *thread = make_thread ("1", make_message ("m90", "lead", later, "so?"), NULL);
  g_autoptr (GPtrArray) touches = NULL;

  read_range (fixture, 1, 2, FALSE);
  thread->has_older = TRUE;
  fixture_ingest (fixture, thread, later);
  TEST_CALL (fixture->result, ante_store_list_touches_async, fixture->store, 1, NULL);
  touches = ante_store_list_touches_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (touches->len, ==, 0);
}

/* The thread of the first person, as it comes with another's id. */
static AnteThread *
make_thread_of (const char *igsid)
{
  AnteThread *thread = make_thread (igsid, make_message ("n1", "lead", T0, "Hi"), NULL);

  g_free (thread->id);
  thread->id = g_strdup ("thread-1");
  return thread;
}

static void
test_person_who_gets_a_new_id_stays_one (Fixture *fixture, gconstpointer data)
{
  AnteIngestResult counts = { 0 };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const AnteEvent *event = NULL;

  read_range (fixture, 1, 1, FALSE);
  fixture_change (fixture, 1, ANTE_FIELD_OWNER, "setter:Mia", NULL);
  counts = fixture_ingest (fixture, make_thread_of ("9"), T0);
  g_assert_cmpuint (counts.leads_new, ==, 0);
  lead = fixture_lead (fixture, "9");
  g_assert_cmpint (lead->id, ==, 1);
  g_assert_cmpstr (lead->owner, ==, "setter:Mia");
  g_assert_cmpuint (lead->n_messages, ==, 2);

  fixture_ingest (fixture, make_thread_of ("9"), T0);
  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, 1, 10, NULL);
  events = ante_store_list_events_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  event = events->pdata[0];
  g_assert_cmpstr (event->field, ==, "igsid");
  g_assert_cmpstr (event->from, ==, "1");
  g_assert_cmpstr (event->to, ==, "9");
  g_assert_cmpstr (event->actor, ==, "system");
}

/* As when the person's account is gone: nobody becomes us. */
static void
test_thread_that_names_only_us_stays_whose_it_was (Fixture *fixture, gconstpointer data)
{
  AnteAccount account = { .user_id = (char *) "17841400000000123",
                          .username = (char *) "coach.vera",
                          .api_url = (char *) "https://example.org" };
  g_autoptr (AnteLead) lead = NULL;

  TEST_CALL (fixture->result, ante_store_set_account_async, fixture->store, &account, NULL);
  g_assert_true (ante_store_set_account_finish (fixture->store, fixture->result, NULL));
  read_range (fixture, 1, 1, FALSE);
  fixture_ingest (fixture, make_thread_of (account.user_id), T0);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpuint (lead->n_messages, ==, 2);
}

static void
test_thread_that_changes_hands_does_not_stop_the_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) first = NULL;
  g_autoptr (AnteLead) second = NULL;

  read_range (fixture, 1, 1, FALSE);
  fixture_ingest (fixture, make_thread ("2", make_message ("n0", "lead", T0, "Hey"), NULL), T0);
  fixture_ingest (fixture, make_thread_of ("2"), T0);
  first = fixture_lead (fixture, "1");
  second = fixture_lead (fixture, "2");
  g_assert_null (first->thread_id);
  g_assert_cmpstr (second->thread_id, ==, "thread-1");
}

static void
test_media_that_comes_later_is_kept (Fixture *fixture, gconstpointer data)
{
  AnteMessage *before = make_message ("m1", "lead", T0, NULL);
  AnteMessage *after = make_message ("m1", "lead", T0, NULL);
  AnteAttachment *attachment = ante_attachment_new (ANTE_MESSAGE_VIDEO);
  AnteMessage *stored = NULL;
  g_autoptr (AnteMessagePage) page = NULL;

  before->kind = after->kind = ANTE_MESSAGE_VIDEO;
  attachment->url = g_strdup ("https://media.example.org/1.mp4");
  ante_message_take_attachment (after, attachment);
  fixture_ingest (fixture, make_thread ("1", before, NULL), T0);
  fixture_ingest (fixture, make_thread ("1", after, NULL), T0);
  page = fixture_messages (fixture, 1);
  stored = page->messages->pdata[0];
  g_assert_cmpuint (stored->attachments->len, ==, 1);
}

static void
test_messages_of_one_second_keep_the_order_of_the_wire (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteMessagePage) page = NULL;

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("b", "lead", T0, "one"),
                               make_message ("a", "lead", T0, "two"),
                               make_message ("c", "lead", T0, "three"), NULL),
                  T0);
  page = fixture_messages (fixture, 1);
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[0])->text, ==, "one");
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[1])->text, ==, "two");
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[2])->text, ==, "three");
}

static void
test_search_gives_the_newest_by_time_not_by_arrival (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  fixture_ingest (fixture, make_thread ("2", make_message ("n1", "lead", T0, "guidebook"), NULL),
                  T0);
  fixture_ingest (
    fixture,
    make_thread ("1", make_message ("m1", "lead", T0 - 90 * MINUTE, "guide 価格はいくら"), NULL),
    T0);
  hits = fixture_search (fixture, "guide");
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (((AnteSearchHit *) hits->pdata[0])->mid, ==, "n1");
  g_assert_cmpstr (((AnteSearchHit *) hits->pdata[0])->snippet, ==, "\002guidebook\003");

  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = fixture_search (fixture, "価格");
  g_assert_cmpuint (hits->len, ==, 1);
}

/* What an answer does not say of a message is guessed, and a guess is no correction. */
static void
test_guessed_time_moves_no_known_message (Fixture *fixture, gconstpointer data)
{
  AnteMessage *again = make_message ("m1", "lead", T0 + 60 * MINUTE, "hello");
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "hello"), NULL), T0);
  again->at_guessed = TRUE;
  fixture_ingest (fixture, make_thread ("1", again, NULL), T0);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpint (lead->last_lead_at, ==, T0);
}

/* A stretch of a thread is read from a message on, and says what lies on both its sides. */
static void
test_messages_are_read_from_one_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) newest = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  AnteMessage *second = NULL;

  fixture_ingest (fixture,
                  make_thread ("1", make_message ("a", "lead", T0, "one"),
                               make_message ("b", "lead", T0 + MINUTE, "two"),
                               make_message ("c", "lead", T0 + 2 * MINUTE, "three"),
                               make_message ("d", "lead", T0 + 3 * MINUTE, "four"), NULL),
                  T0);
  lead = fixture_lead (fixture, "1");
  newest = fixture_messages (fixture, lead->id);
  g_assert_false (newest->more_before || newest->more_after);
  second = newest->messages->pdata[1];
  g_assert_cmpstr (second->text, ==, "two");

  TEST_CALL (fixture->result, ante_store_list_messages_from_async, fixture->store, lead->id,
             second->at, second->id, 2, NULL);
  page = ante_store_list_messages_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (page->messages->len, ==, 2);
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[0])->text, ==, "two");
  g_assert_cmpstr (((AnteMessage *) page->messages->pdata[1])->text, ==, "three");
  g_assert_true (page->more_before && page->more_after);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/ingest/guessed-time", test_guessed_time_moves_no_known_message);
  ADD ("/ingest/read-from-one-on", test_messages_are_read_from_one_on);
  ADD ("/ingest/first-message-makes-an-owned-lead",
       test_first_message_makes_an_owned_lead_with_a_status);
  ADD ("/ingest/default-owner", test_new_lead_belongs_to_whom_the_setting_names);
  ADD ("/ingest/same-page-again-changes-nothing", test_same_page_again_changes_nothing);
  ADD ("/ingest/answer-from-instagram-itself",
       test_answer_from_instagram_itself_settles_what_is_owed);
  ADD ("/ingest/owed-since-the-oldest-unanswered", test_owed_since_the_oldest_unanswered_message);
  ADD ("/ingest/edited-text-is-found-anew", test_edited_text_is_written_over_and_found_anew);
  ADD ("/ingest/known-words-stay", test_known_words_are_not_written_over_by_nothing);
  ADD ("/ingest/unsent-message-loses-its-words", test_unsent_message_loses_its_words_everywhere);
  ADD ("/ingest/older-than-what-was-read-is-not-unsent",
       test_message_older_than_what_was_read_is_not_unsent);
  ADD ("/ingest/newest-are-taken-back-too", test_newest_messages_are_taken_back_too);
  ADD ("/ingest/older-answer-takes-back-nothing-later",
       test_older_answer_takes_back_nothing_that_came_later);
  ADD ("/ingest/ours-taken-back-is-owed-again",
       test_answer_of_ours_that_was_taken_back_is_owed_again);
  ADD ("/ingest/hole-is-marked-where-it-lies", test_hole_is_marked_where_it_lies);
  ADD ("/ingest/no-hole-where-the-known-is-met", test_no_hole_where_the_known_message_is_met);
  ADD ("/ingest/no-hole-where-nothing-lies-between", test_no_hole_where_nothing_lies_between);
  ADD ("/ingest/story-reply-gives-the-source", test_story_reply_gives_the_source_with_its_touch);
  ADD ("/ingest/comes-back-and-keeps-its-source", test_lead_that_comes_back_keeps_its_first_source);
  ADD ("/ingest/search-takes-what-is-typed-as-words", test_search_takes_whatever_is_typed_as_words);
  ADD ("/ingest/hole-goes-when-filled", test_hole_goes_when_it_is_filled);
  ADD ("/ingest/hole-shrinks-from-its-end", test_hole_shrinks_from_its_end);
  ADD ("/ingest/other-order-takes-nothing-back", test_page_in_another_order_takes_nothing_back);
  ADD ("/ingest/spoilt-takes-nothing-back", test_spoilt_answer_takes_nothing_back);
  ADD ("/ingest/source-when-the-beginning-is-read-later",
       test_source_is_told_when_the_beginning_is_read_later);
  ADD ("/ingest/silence-is-not-told-over-a-hole", test_silence_is_not_told_over_a_hole);
  ADD ("/ingest/person-with-a-new-id", test_person_who_gets_a_new_id_stays_one);
  ADD ("/ingest/thread-that-names-only-us", test_thread_that_names_only_us_stays_whose_it_was);
  ADD ("/ingest/thread-that-changes-hands", test_thread_that_changes_hands_does_not_stop_the_page);
  ADD ("/ingest/media-that-comes-later", test_media_that_comes_later_is_kept);
  ADD ("/ingest/one-second-keeps-the-wire-order",
       test_messages_of_one_second_keep_the_order_of_the_wire);
  ADD ("/ingest/search-newest-by-time", test_search_gives_the_newest_by_time_not_by_arrival);
  return g_test_run ();
}
