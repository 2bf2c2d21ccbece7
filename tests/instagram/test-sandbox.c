#include "ante-test.h"
#include "instagram/ante-instagram.h"
#include "instagram/ante-simulator.h"
#include "sandbox/sandbox-server.h"

#include <string.h>

/* The client against the local Instagram, which shares no code with it. */

typedef struct {
  SandboxServer *server;
  AnteInstagram *client;
  AnteSimulator *simulator;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SandboxOptions options = { .seed = 7 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAccount) account = NULL;

  fixture->server = sandbox_server_new (&options, &error);
  g_assert_no_error (error);
  g_assert_true (sandbox_server_start (fixture->server, &error));
  fixture->client = ante_instagram_new (sandbox_server_get_url (fixture->server),
                                        sandbox_server_get_token (fixture->server), &error);
  g_assert_no_error (error);
  ante_instagram_set_budget (fixture->client, 1000, 1000);
  fixture->simulator = ante_simulator_new (sandbox_server_get_control_url (fixture->server));

  TEST_CALL (result, ante_instagram_get_me_async, fixture->client, NULL);
  account = ante_instagram_get_me_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->username, !=, "");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sandbox_server_stop (fixture->server);
  g_object_unref (fixture->simulator);
  g_object_unref (fixture->client);
  g_object_unref (fixture->server);
}

static GVariant *
control (Fixture *fixture, const char *command, const char *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *answer = NULL;

  TEST_CALL (result, ante_simulator_call_async, fixture->simulator, command,
             g_variant_new_parsed (arguments), NULL);
  answer = ante_simulator_call_finish (fixture->simulator, result, &error);
  g_assert_no_error (error);
  return answer;
}

/* A new person writes; gives their id. */
static char *
hear_from (Fixture *fixture, const char *handle, const char *text)
{
  g_autofree char *arguments = g_strdup_printf ("{'from': <'%s'>, 'text': <'%s'>}", handle, text);
  g_autoptr (GVariant) answer = control (fixture, "message", arguments);
  const char *igsid = NULL;

  g_assert_true (g_variant_lookup (answer, "igsid", "&s", &igsid));
  return g_strdup (igsid);
}

static AnteThreadPage *
list_page (Fixture *fixture, const char *after, guint depth)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AnteThreadPage *page = NULL;

  TEST_CALL (result, ante_instagram_list_threads_async, fixture->client, after, 10, depth, NULL);
  page = ante_instagram_list_threads_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  return page;
}

static AnteThread *
read_person (Fixture *fixture, const char *igsid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AnteThread *thread = NULL;

  TEST_CALL (result, ante_instagram_read_person_thread_async, fixture->client, igsid, NULL);
  thread = ante_instagram_read_thread_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  return thread;
}

static char *
send_to (Fixture *fixture, const char *igsid, gboolean human_agent, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_send_text_async, fixture->client, igsid, "Glad you wrote!",
             NULL, human_agent, NULL);
  return ante_instagram_send_finish (fixture->client, result, error);
}

static void
test_the_whole_list_is_read_page_by_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *after = NULL;
  guint n_pages = 0;

  do {
    g_autoptr (AnteThreadPage) page = list_page (fixture, after, 5);

    for (guint i = 0; i < page->threads->len; i++) {
      AnteThread *thread = page->threads->pdata[i];

      g_assert_cmpuint (thread->messages->len, >, 0);
      g_assert_cmpint (thread->updated_at, >, 0);
      g_assert_true (g_hash_table_add (ids, g_strdup (thread->id)));
    }
    g_free (after);
    after = g_steal_pointer (&page->after);
  } while (after != NULL && ++n_pages < 100);

  g_assert_null (after);
  g_assert_cmpuint (g_hash_table_size (ids), >=, 3);
}

static void
test_what_was_sent_is_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *igsid = hear_from (fixture, "new.person", "hi there");
  g_autofree char *mid = send_to (fixture, igsid, FALSE, &error);
  g_autoptr (AnteThread) thread = NULL;
  AnteMessage *newest = NULL;

  g_assert_no_error (error);
  thread = read_person (fixture, igsid);
  g_assert_cmpstr (thread->igsid, ==, igsid);
  g_assert_cmpuint (thread->messages->len, ==, 2);
  newest = thread->messages->pdata[0];
  g_assert_cmpstr (newest->mid, ==, mid);
  g_assert_cmpstr (newest->author, ==, "elsewhere");
  g_assert_cmpstr (newest->text, ==, "Glad you wrote!");
  g_assert_cmpstr (((AnteMessage *) thread->messages->pdata[1])->author, ==, "lead");
}

static void
test_the_window_closes_after_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *igsid = hear_from (fixture, "new.person", "hi there");
  g_autoptr (GVariant) moved = control (fixture, "clock", "{'advance_seconds': <int64 90000>}");

  g_assert_nonnull (moved);
  g_assert_null (send_to (fixture, igsid, FALSE, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED);
  g_clear_error (&error);
  g_assert_null (send_to (fixture, igsid, TRUE, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TAG_REFUSED);
  g_assert_cmpint (ante_instagram_get_clock_skew (fixture->client), >, 80000 * 1000);
}

static guint
count_sent (Fixture *fixture, const char *igsid)
{
  g_autoptr (AnteThread) thread = read_person (fixture, igsid);
  guint n = 0;

  for (guint i = 0; i < thread->messages->len; i++)
    n += g_str_equal (((AnteMessage *) thread->messages->pdata[i])->author, "elsewhere");
  return n;
}

static void
test_a_cut_before_and_after_the_effect_look_alike (Fixture *fixture, gconstpointer data)
{
  static const char *const faults[] = { "{'spec': <'drop-before@sendsx1'>}",
                                        "{'spec': <'drop-after@sendsx1'>}" };
  g_autofree char *igsid = hear_from (fixture, "new.person", "hi there");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GVariant) set = control (fixture, "faults", faults[i]);
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (set);
    g_assert_null (send_to (fixture, igsid, FALSE, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME);
    g_assert_cmpuint (count_sent (fixture, igsid), ==, i);
  }
}

static void
test_a_dead_token_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) set = control (fixture, "account", "{'token_state': <'expired'>}");

  g_assert_nonnull (set);
  TEST_CALL (result, ante_instagram_list_threads_async, fixture->client, NULL, 10, 5, NULL);
  g_assert_null (ante_instagram_list_threads_finish (fixture->client, result, &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN);
}

static void
test_a_long_thread_has_its_ids_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = hear_from (fixture, "new.person", "hi there");
  g_autoptr (GVariant) more = control (
    fixture, "message", "{'from': <'new.person'>, 'text': <'again'>, 'count': <int64 129>}");
  g_autoptr (AnteThread) thread = read_person (fixture, igsid);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) some = NULL;

  g_assert_cmpuint (thread->messages->len, ==, 20);
  g_assert_true (thread->has_older);
  TEST_CALL (result, ante_instagram_list_message_ids_async, fixture->client, thread->id, NULL, 500,
             NULL);
  ids = ante_instagram_list_message_ids_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 130);

  TEST_CALL (result, ante_instagram_list_message_ids_async, fixture->client, thread->id,
             ((AnteMessage *) ids->pdata[70])->mid, 500, NULL);
  some = ante_instagram_list_message_ids_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 70);
}

static void
test_a_profile_is_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = hear_from (fixture, "new.person", "hi there");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteProfile) profile = NULL;

  TEST_CALL (result, ante_instagram_get_profile_async, fixture->client, igsid, NULL);
  profile = ante_instagram_get_profile_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile->username, ==, "new.person");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sandbox/the-whole-list-is-read-page-by-page", test_the_whole_list_is_read_page_by_page);
  ADD ("/sandbox/what-was-sent-is-read-back", test_what_was_sent_is_read_back);
  ADD ("/sandbox/the-window-closes-after-a-day", test_the_window_closes_after_a_day);
  ADD ("/sandbox/a-cut-before-and-after-the-effect-look-alike",
       test_a_cut_before_and_after_the_effect_look_alike);
  ADD ("/sandbox/a-dead-token-is-told", test_a_dead_token_is_told);
  ADD ("/sandbox/a-long-thread-has-its-ids-alone", test_a_long_thread_has_its_ids_alone);
  ADD ("/sandbox/a-profile-is-read", test_a_profile_is_read);
  return g_test_run ();
}
