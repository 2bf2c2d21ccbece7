#include "config.h"

#include <libsoup/soup.h>

#include "engine-fixture.h"
#include "engine/ante-advice.h"
#include "instagram/ante-instagram-error.h"
#include "store/ante-store-account.h"

/*
 * What the sandbox never says: a wire whose answers the test makes up itself.
 */

#define US "17841400000000123"
#define DAY "2026-03-04T"
#define EMPTY "{\"data\":[]}"
#define REFUSAL(code, subcode)                                                                     \
  "{\"error\":{\"message\":\"no\",\"code\":" code ",\"error_subcode\":" subcode "}}"

typedef struct _Wire Wire;

/**
 * Wire:
 * @engine: with a workspace and without a sandbox
 * @list: answers a page of the list after @after (nullable)
 * @thread: (nullable): answers one thread
 * @profile: (nullable): answers one person; %NULL from these is that there is none
 * @stage: for all of them, which answer the test is at
 * @usage: of the rate limit, percent
 * @ahead: how far the clock is ahead, s
 * @holds_renewals: they are answered when the test lets them go
 * @renewals: how often a token was to be renewed
 * @held: (nullable): the renewal that waits for its answer
 * @bearers: (element-type utf8): tokens of all requests, as far as they are in the header
 * @pages: pages of the list that were asked for
 * @reads: threads that were asked for
 * @paths: (element-type utf8): of all requests
 */
struct _Wire {
  Engine engine;
  SoupServer *server;
  char *url;
  char *(*list) (Wire *wire, const char *after);
  char *(*thread) (Wire *wire, const char *id);
  char *(*profile) (Wire *wire, const char *igsid);
  guint stage;
  int usage;
  int ahead;
  gboolean holds_renewals;
  guint renewals;
  SoupServerMessage *held;
  GPtrArray *bearers;
  guint pages;
  guint reads;
  GPtrArray *paths;
};

static char *
answer (Wire *wire, const char *path, GHashTable *query)
{
  if (g_str_has_suffix (path, "/conversations")) {
    wire->pages++;
    return wire->list (wire, query != NULL ? g_hash_table_lookup (query, "after") : NULL);
  }
  if (g_str_has_suffix (path, "/me"))
    return g_strdup ("{\"user_id\":\"" US "\",\"username\":\"coach.vera\"}");
  if (g_str_has_suffix (path, "/refresh_access_token"))
    return g_strdup ("{\"access_token\":\"renewed\",\"expires_in\":5000000}");
  if (g_strrstr (path, "/t") != NULL) {
    wire->reads++;
    return wire->thread != NULL ? wire->thread (wire, strrchr (path, '/') + 1) : NULL;
  }
  return wire->profile != NULL ? wire->profile (wire, strrchr (path, '/') + 1) : NULL;
}

static void
tell_time (Wire *wire, SoupServerMessage *message)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) told = g_date_time_add_seconds (now, wire->ahead);
  g_autofree char *text = soup_date_time_to_string (told, SOUP_DATE_HTTP);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", text);
}

static void
tell_usage (Wire *wire, SoupServerMessage *message)
{
  g_autofree char *text = g_strdup_printf ("{\"call_count\":%d}", wire->usage);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-App-Usage",
                                text);
}

static void
asked_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Wire *wire = user_data;
  char *body = NULL;

  g_ptr_array_add (wire->paths, g_strdup (path));
  g_ptr_array_add (wire->bearers,
                   g_strdup (soup_message_headers_get_one (
                     soup_server_message_get_request_headers (message), "Authorization")));
  if (g_str_has_suffix (path, "/refresh_access_token")) {
    wire->renewals++;
    if (wire->holds_renewals) {
      wire->held = message;
      soup_server_message_pause (message);
    }
  }
  tell_time (wire, message);
  tell_usage (wire, message);
  body = answer (wire, path, query);
  if (body == NULL)
    body = g_strdup (REFUSAL ("100", "33"));
  soup_server_message_set_status (message, g_str_has_prefix (body, "{\"error\"") ? 400 : 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body,
                                    strlen (body));
}

static void
set_up (Wire *wire, char *(*list) (Wire *wire, const char *after))
{
  Engine *engine = &wire->engine;
  g_autoptr (GError) error = NULL;
  g_autoslist (GUri) uris = NULL;

  *wire = (Wire){ .list = list, .paths = g_ptr_array_new_with_free_func (g_free) };
  wire->bearers = g_ptr_array_new_with_free_func (g_free);
  wire->server = g_object_new (SOUP_TYPE_SERVER, NULL);
  soup_server_add_handler (wire->server, NULL, asked_cb, wire, NULL);
  g_assert_true (soup_server_listen_local (wire->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  uris = soup_server_get_uris (wire->server);
  wire->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  engine->dir = test_make_dir ();
  engine->workspace = ante_workspace_new (engine->dir, ANTE_STORE_OWNER);
  TEST_CALL (engine->result, ante_workspace_open_async, engine->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (engine->workspace, engine->result, NULL));
  TEST_CALL (engine->result, ante_workspace_connect_async, engine->workspace, wire->url, "token",
             TRUE, NULL);
  ante_workspace_connect_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
  wire->pages = 0;
}

static void
tear_down (Wire *wire)
{
  ante_workspace_close (wire->engine.workspace);
  g_clear_object (&wire->engine.result);
  g_clear_object (&wire->engine.workspace);
  soup_server_disconnect (wire->server);
  g_object_unref (wire->server);
  g_free (wire->url);
  g_ptr_array_unref (wire->paths);
  g_ptr_array_unref (wire->bearers);
  test_remove_dir (wire->engine.dir);
  g_free (wire->engine.dir);
}

/* A pass that need not end well. */
static gboolean
pass (Wire *wire, GError **error)
{
  AnteSync *sync = ante_workspace_get_sync (wire->engine.workspace);

  TEST_CALL (wire->engine.result, ante_sync_pass_async, sync, NULL);
  return ante_sync_pass_finish (sync, wire->engine.result, NULL, error);
}

static void
sign_in (Wire *wire, const char *token)
{
  Engine *engine = &wire->engine;
  g_autoptr (GError) error = NULL;

  TEST_CALL (engine->result, ante_workspace_connect_async, engine->workspace, wire->url, token,
             FALSE, NULL);
  ante_workspace_connect_finish (engine->workspace, engine->result, &error);
  g_assert_no_error (error);
}

/* As the program is started so many hours later. */
static void
start_later (Wire *wire, gint64 hours)
{
  Engine *engine = &wire->engine;
  AnteStore *store = ante_workspace_get_store (engine->workspace);
  g_autoptr (AnteAccount) account =
    ante_account_copy (ante_workspace_get_account (engine->workspace));

  account->token_given_at -= hours * 3600 * 1000;
  TEST_CALL (engine->result, ante_store_set_account_async, store, account, NULL);
  g_assert_true (ante_store_set_account_finish (store, engine->result, NULL));
  ante_workspace_close (engine->workspace);
  g_clear_object (&engine->result);
  g_object_unref (engine->workspace);
  engine->workspace = ante_workspace_new (engine->dir, ANTE_STORE_OWNER);
  TEST_CALL (engine->result, ante_workspace_open_async, engine->workspace, TRUE, NULL);
  g_assert_true (ante_workspace_open_finish (engine->workspace, engine->result, NULL));
}

static gboolean
is_first_done (Wire *wire)
{
  return ante_sync_is_first_done (ante_workspace_get_sync (wire->engine.workspace));
}

#define MESSAGE(id, time)                                                                          \
  "{\"id\":\"" id "\",\"created_time\":\"" DAY time "+0000\",\"from\":{\"id\":\"201\"},"           \
  "\"message\":\"" id "\"}"

/* One thread a page, the older the higher its number. */
static char *
make_page (guint number, const char *after)
{
  return g_strdup_printf (
    "{\"data\":[{\"id\":\"t%u\",\"updated_time\":\"" DAY "18:%02u:00+0000\","
    "\"participants\":{\"data\":[{\"id\":\"" US "\"},{\"id\":\"20%u\"}]},\"messages\":{\"data\":["
    "{\"id\":\"m%u\",\"created_time\":\"" DAY "18:%02u:00+0000\",\"from\":{\"id\":\"20%u\"},"
    "\"message\":\"hi\"}]}}],\"paging\":{\"cursors\":{\"after\":\"%s\"}%s}}",
    number, 59 - number, number, number, 59 - number, number, after != NULL ? after : "end",
    after != NULL ? ",\"next\":\"https://e.example/\"" : "");
}

/* Three pages: the last leads to itself, then the second does, then the last leads back to the
 * second; at last there is an end. */
static char *
list_stuck (Wire *wire, const char *after)
{
  static const char *const back[] = { "B", NULL, "A", NULL };

  if (after == NULL)
    return make_page (1, "A");
  if (g_str_equal (after, "A"))
    return make_page (2, wire->stage == 1 ? "A" : "B");
  return make_page (3, back[wire->stage]);
}

static void
test_circle_is_no_end (void)
{
  Wire wire;

  set_up (&wire, list_stuck);
  for (wire.stage = 0; wire.stage < 3; wire.stage++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (pass (&wire, &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
    g_assert_false (is_first_done (&wire));
    g_assert_cmpuint (wire.pages, <=, 5 * (wire.stage + 1));
  }

  /* What came is kept, and the list is read to its end as soon as it has one. */
  engine_pass (&wire.engine);
  g_assert_true (is_first_done (&wire));
  for (guint i = 1; i <= 3; i++) {
    g_autofree char *igsid = g_strdup_printf ("20%u", i);
    g_autoptr (AnteLead) lead = engine_lead (&wire.engine, igsid);

    g_assert_cmpstr (lead->last_text, ==, "hi");
  }
  tear_down (&wire);
}

static char *
list_after_sign_in (Wire *wire, const char *after)
{
  return g_strdup (wire->stage == 1 ? REFUSAL ("190", "463") : EMPTY);
}

#define OLDER ",\"paging\":{\"next\":\"https://e.example/\"}"

/* The second thread has more messages than the list gives. */
static char *
list_with_more (Wire *wire, const char *after)
{
  return g_strdup (
    "{\"data\":[{\"id\":\"t1\",\"updated_time\":\"" DAY "18:59:00+0000\","
    "\"participants\":[{\"id\":\"201\"}],"
    "\"messages\":{\"data\":[" MESSAGE (
      "a1", "18:59:00") "]}},"
                        "{\"id\":\"t2\",\"updated_time\":\"" DAY "18:50:00+0000\","
                        "\"participants\":[{\"id\":\"202\"}],"
                        "\"messages\":{\"data\":[" MESSAGE ("b2", "18:50:00") "]" OLDER "}}]}");
}

static char *
thread_with_more (Wire *wire, const char *id)
{
  if (wire->stage == 0)
    return NULL;
  if (wire->stage == 2)
    return g_strdup (REFUSAL ("2", "0"));
  return g_strdup (
    "{\"id\":\"t2\",\"participants\":[{\"id\":\"202\"}],\"messages\":{\"data\":[" MESSAGE (
      "b2", "18:50:00") "," MESSAGE ("b1", "18:40:00") "]}}");
}

static gint64
high_water (Wire *wire)
{
  AnteStore *store = ante_workspace_get_store (wire->engine.workspace);
  g_autoptr (AnteAccount) account = NULL;

  TEST_CALL (wire->engine.result, ante_store_get_account_async, store, NULL);
  account = ante_store_get_account_finish (store, wire->engine.result, NULL);
  return account->high_water;
}

/* Each pass would read the list down to it, which gets longer every day. */
static void
test_unreadable_thread_is_given_up (void)
{
  Wire wire;
  gint64 newest = G_GINT64_CONSTANT (1772650740000);
  g_autoptr (AnteLead) hole = NULL;
  g_autoptr (AnteLead) whole = NULL;

  set_up (&wire, list_with_more);
  wire.thread = thread_with_more;
  for (guint i = 0; i < 9; i++) {
    engine_pass (&wire.engine);
    g_assert_cmpint (high_water (&wire), <, newest);
  }
  engine_pass (&wire.engine);
  g_assert_cmpint (high_water (&wire), ==, newest);
  hole = engine_lead (&wire.engine, "202");
  g_assert_cmpstr (hole->last_text, ==, "b2");
  g_assert_true (hole->has_gap);
  g_assert_cmpuint (wire.reads, ==, 10);
  engine_pass (&wire.engine);
  g_assert_cmpuint (wire.reads, ==, 10);

  /* The next day, when the whole list is read. */
  wire.stage = 1;
  wire.ahead = 25 * 3600;
  for (guint i = 0; i < 3; i++)
    engine_pass (&wire.engine);
  g_assert_cmpuint (wire.reads, ==, 11);
  whole = engine_lead (&wire.engine, "202");
  g_assert_false (whole->has_gap);
  g_assert_cmpuint (whole->n_messages, ==, 2);
  tear_down (&wire);
}

/* That it is busy, Instagram says of itself, and not of the thread. */
static void
test_busy_instagram_is_waited_for (void)
{
  Wire wire;
  gint64 newest = G_GINT64_CONSTANT (1772650740000);
  g_autoptr (AnteLead) whole = NULL;

  set_up (&wire, list_with_more);
  wire.thread = thread_with_more;
  wire.stage = 2;
  for (guint i = 0; i < 12; i++) {
    engine_pass (&wire.engine);
    g_assert_cmpint (high_water (&wire), <, newest);
  }

  wire.stage = 1;
  engine_pass (&wire.engine);
  g_assert_cmpint (high_water (&wire), ==, newest);
  whole = engine_lead (&wire.engine, "202");
  g_assert_false (whole->has_gap);
  g_assert_cmpuint (whole->n_messages, ==, 2);
  tear_down (&wire);
}

/* What is left is for the thread in view, whose answers tell when there is room again. */
static void
test_reading_waits_near_the_limit (void)
{
  Wire wire;
  AnteSync *sync = NULL;

  set_up (&wire, list_stuck);
  wire.stage = 3;
  wire.usage = 91;
  wire.thread = thread_with_more;
  sync = ante_workspace_get_sync (wire.engine.workspace);
  ante_sync_start (sync);
  test_wait_until (ante_sync_get_progress (sync) == 1);
  for (guint i = 0; i < 20; i++)
    test_iterate ();
  g_assert_cmpuint (wire.pages, ==, 1);

  wire.usage = 90;
  ante_sync_set_visible_thread (sync, "t2", "202");
  test_wait_until (is_first_done (&wire));
  g_assert_cmpuint (wire.pages, ==, 3);
  tear_down (&wire);
}

static char *
profile_of_the_second (Wire *wire, const char *igsid)
{
  if (g_str_equal (igsid, "202"))
    return g_strdup ("{\"name\":\"Ines\",\"username\":\"ines\"}");
  return g_strdup (REFUSAL ("100", "0"));
}

static gboolean
has_name (Wire *wire, const char *igsid)
{
  g_autoptr (AnteLead) lead = engine_lead (&wire->engine, igsid);

  return lead->name != NULL;
}

/* The first is asked for first, and it stays without one. */
static void
test_profile_in_the_way_is_passed (void)
{
  Wire wire;
  AnteSync *sync = NULL;

  set_up (&wire, list_stuck);
  wire.stage = 3;
  wire.profile = profile_of_the_second;
  sync = ante_workspace_get_sync (wire.engine.workspace);
  ante_sync_start (sync);
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_WAITING);
  test_wait_until (has_name (&wire, "202"));
  g_assert_false (has_name (&wire, "201"));
  tear_down (&wire);
}

/* The answer to the old token comes when one has signed in with another. */
static void
test_new_client_is_not_blocked_by_the_old (void)
{
  Wire wire;
  AnteSync *sync = NULL;
  g_autoptr (AnteInstagram) client = NULL;

  set_up (&wire, list_after_sign_in);
  sync = ante_workspace_get_sync (wire.engine.workspace);
  client = ante_instagram_new (wire.url, "another", NULL);
  ante_instagram_set_user_id (client, US);
  wire.stage = 1;
  ante_sync_start (sync);
  test_wait_until (wire.pages == 1);
  wire.stage = 2;
  ante_sync_set_client (sync, client, ante_workspace_get_account (wire.engine.workspace));
  test_wait_until (ante_sync_get_state (sync) == ANTE_SYNC_WAITING);
  g_assert_false (ante_workspace_get_sign_in_needed (wire.engine.workspace));
  tear_down (&wire);
}

/* Who waits for a pass is not told of the one that was given up. */
static void
test_pass_goes_on_with_the_new_client (void)
{
  Wire wire;
  AnteSync *sync = NULL;
  g_autoptr (AnteInstagram) client = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&wire, list_after_sign_in);
  sync = ante_workspace_get_sync (wire.engine.workspace);
  client = ante_instagram_new (wire.url, "another", NULL);
  ante_instagram_set_user_id (client, US);
  wire.stage = 1;
  g_clear_object (&wire.engine.result);
  ante_sync_pass_async (sync, NULL, test_keep_result, &wire.engine.result);
  test_wait_until (wire.pages == 1);
  wire.stage = 2;
  ante_sync_set_client (sync, client, ante_workspace_get_account (wire.engine.workspace));
  test_wait_until (wire.engine.result != NULL);
  ante_sync_pass_finish (sync, wire.engine.result, NULL, &error);
  g_assert_no_error (error);
  tear_down (&wire);
}

static char *
list_nobody (Wire *wire, const char *after)
{
  return g_strdup (EMPTY);
}

static void
test_old_cancellable_stops_no_later_pass (void)
{
  Wire wire;
  AnteSync *sync = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  set_up (&wire, list_nobody);
  sync = ante_workspace_get_sync (wire.engine.workspace);
  TEST_CALL (wire.engine.result, ante_sync_pass_async, sync, cancellable);
  g_assert_true (ante_sync_pass_finish (sync, wire.engine.result, NULL, NULL));

  g_clear_object (&wire.engine.result);
  ante_sync_pass_async (sync, NULL, test_keep_result, &wire.engine.result);
  g_cancellable_cancel (cancellable);
  test_wait_until (wire.engine.result != NULL);
  ante_sync_pass_finish (sync, wire.engine.result, NULL, &error);
  g_assert_no_error (error);

  wire.pages = 0;
  TEST_CALL (result, ante_sync_pass_async, sync, cancellable);
  g_assert_false (ante_sync_pass_finish (sync, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (wire.pages, ==, 0);
  tear_down (&wire);
}

static gboolean
was_used (Wire *wire, const char *bearer)
{
  for (guint i = 0; i < wire->bearers->len; i++) {
    if (g_strcmp0 (wire->bearers->pdata[i], bearer) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Who pastes a token while the one before is being renewed goes on with what was pasted. */
static void
test_renewal_of_the_old_token_is_dropped (void)
{
  Wire wire;

  set_up (&wire, list_nobody);
  sign_in (&wire, "first");
  wire.holds_renewals = TRUE;
  start_later (&wire, 200);
  test_wait_until (wire.held != NULL);
  sign_in (&wire, "pasted");

  soup_server_message_unpause (wire.held);
  test_wait_until (was_used (&wire, "Bearer renewed"));
  engine_pass (&wire.engine);
  engine_pass (&wire.engine);
  g_assert_cmpstr (wire.bearers->pdata[wire.bearers->len - 1], ==, "Bearer pasted");
  tear_down (&wire);
}

/* How old a pasted token is, nobody knows: it is renewed as soon as it may be. */
static void
test_pasted_token_is_renewed_after_a_day (void)
{
  Wire wire;
  const AnteAccount *account = NULL;

  set_up (&wire, list_nobody);
  sign_in (&wire, "pasted");
  g_assert_cmpint (ante_workspace_get_account (wire.engine.workspace)->token_expires_at, ==, 0);
  start_later (&wire, 23);
  engine_pass (&wire.engine);
  g_assert_cmpuint (wire.renewals, ==, 0);

  start_later (&wire, 2);
  account = ante_workspace_get_account (wire.engine.workspace);
  test_wait_until (account->token_expires_at > 0);
  g_assert_cmpuint (wire.renewals, ==, 1);
  g_assert_cmpint (account->token_expires_at - account->token_given_at, <=, 5000000000);

  /* From then on it is known. */
  start_later (&wire, 26);
  engine_pass (&wire.engine);
  g_assert_cmpuint (wire.renewals, ==, 1);
  tear_down (&wire);
}

static void
test_no_network_is_told_as_such (void)
{
  g_autoptr (GError) busy =
    g_error_new_literal (ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY, "no answer in time");
  g_autoptr (GError) token =
    g_error_new_literal (ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN, "expired");

  g_assert_cmpstr (ante_advice_for_error_on (busy, FALSE).title, ==,
                   "No connection to the internet");
  g_assert_cmpstr (ante_advice_for_error_on (busy, TRUE).title, ==, "Instagram is having trouble");
  g_assert_cmpstr (ante_advice_for_error_on (token, FALSE).title, ==, "Sign in again");
}

int
main (int argc, char **argv)
{
  g_setenv ("ANTEROOM_SECRETS", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/no-network", test_no_network_is_told_as_such);
  g_test_add_func ("/wire/a-circle-is-no-end", test_circle_is_no_end);
  g_test_add_func ("/wire/a-new-client-is-not-blocked", test_new_client_is_not_blocked_by_the_old);
  g_test_add_func ("/wire/a-pass-goes-on-with-the-new-client",
                   test_pass_goes_on_with_the_new_client);
  g_test_add_func ("/wire/an-old-cancellable-stops-no-later-pass",
                   test_old_cancellable_stops_no_later_pass);
  g_test_add_func ("/wire/a-renewal-of-the-old-token-is-dropped",
                   test_renewal_of_the_old_token_is_dropped);
  g_test_add_func ("/wire/a-pasted-token-is-renewed-after-a-day",
                   test_pasted_token_is_renewed_after_a_day);
  g_test_add_func ("/wire/a-profile-in-the-way-is-passed", test_profile_in_the_way_is_passed);
  g_test_add_func ("/wire/an-unreadable-thread-is-given-up", test_unreadable_thread_is_given_up);
  g_test_add_func ("/wire/a-busy-instagram-is-waited-for", test_busy_instagram_is_waited_for);
  g_test_add_func ("/wire/a-reading-waits-near-the-limit", test_reading_waits_near_the_limit);
  return g_test_run ();
}
