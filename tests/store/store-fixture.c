#include "config.h"

#include "store-fixture.h"

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    ante_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = ante_store_new ();
  TEST_CALL (fixture->result, ante_store_open_async, fixture->store, fixture->dir, ANTE_STORE_OWNER,
             NULL);
  ante_store_open_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = test_make_dir ();
  fixture_reopen (fixture);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    ante_store_close (fixture->store);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->store);
  test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

AnteMessage *
make_message (const char *mid, const char *author, gint64 at, const char *text)
{
  AnteMessage *message = ante_message_new ();

  message->mid = g_strdup (mid);
  message->author = g_strdup (author);
  message->at = at;
  message->text = g_strdup (text);
  return message;
}

AnteThread *
make_thread (const char *igsid, AnteMessage *first, ...)
{
  AnteThread *thread = ante_thread_new ();
  va_list args;

  thread->igsid = g_strdup (igsid);
  thread->id = g_strconcat ("thread-", igsid, NULL);
  thread->username = g_strconcat ("handle_", igsid, NULL);
  thread->depth = 20;

  va_start (args, first);
  for (AnteMessage *message = first; message != NULL; message = va_arg (args, AnteMessage *)) {
    g_ptr_array_insert (thread->messages, 0, message);
    thread->updated_at = message->at;
  }
  va_end (args);
  return thread;
}

AnteIngestResult
fixture_ingest (Fixture *fixture, AnteThread *thread, gint64 now)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  g_autoptr (GError) error = NULL;
  AnteIngest ingest = { .threads = threads, .now = now };
  AnteIngestResult counts = { 0 };

  g_ptr_array_add (threads, thread);
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  ante_store_ingest_finish (fixture->store, fixture->result, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

AnteLead *
fixture_lead (Fixture *fixture, const char *igsid)
{
  g_autoptr (GError) error = NULL;
  AnteLead *lead = NULL;

  TEST_CALL (fixture->result, ante_store_find_lead_async, fixture->store, igsid, NULL);
  lead = ante_store_find_lead_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return lead;
}

static gint64
change (Fixture *fixture,
        gint64 lead,
        const char *field,
        const char *value,
        const char *detail,
        const char *why)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) error = NULL;
  gint64 act = 0;

  g_ptr_array_add (changes, ante_change_new (lead, field, value, detail));
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", why, T0,
             NULL);
  act = ante_store_apply_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return act;
}

gint64
fixture_change (
  Fixture *fixture, gint64 lead, const char *field, const char *value, const char *detail)
{
  return change (fixture, lead, field, value, detail, NULL);
}

gint64
fixture_change_why (
  Fixture *fixture, gint64 lead, const char *field, const char *value, const char *why)
{
  return change (fixture, lead, field, value, NULL, why);
}

AnteMessagePage *
fixture_messages (Fixture *fixture, gint64 lead)
{
  g_autoptr (GError) error = NULL;
  AnteMessagePage *page = NULL;

  TEST_CALL (fixture->result, ante_store_list_messages_async, fixture->store, lead, 0, 0, 50, NULL);
  page = ante_store_list_messages_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return page;
}

AnteSearchPage *
fixture_search_page (Fixture *fixture, const char *query, const AnteSearchAsk *ask)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (AnteSearchWords) words = ante_search_words_parse (query, T0, utc);
  g_autoptr (GError) error = NULL;
  AnteSearchPage *page = NULL;

  TEST_CALL (fixture->result, ante_store_search_async, fixture->store, words, ask, NULL);
  page = ante_store_search_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return page;
}

GPtrArray *
fixture_search (Fixture *fixture, const char *query)
{
  AnteSearchAsk ask = { .limit = 50 };
  g_autoptr (AnteSearchPage) page = fixture_search_page (fixture, query, &ask);

  return g_ptr_array_ref (page->hits);
}

AnteReceipt *
fixture_receipt (gint64 lead_id, const char *text, AnteVerdictKind kind)
{
  AnteReceipt *receipt = ante_receipt_new ();

  receipt->lead_id = lead_id;
  receipt->at = T0;
  receipt->kind = kind;
  receipt->automatic = TRUE;
  receipt->text = g_strdup (text);
  receipt->engine = g_strdup ("test");
  receipt->body = g_strdup ("{}");
  return receipt;
}
