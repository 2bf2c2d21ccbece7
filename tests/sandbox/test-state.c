#include <glib/gstdio.h>
#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

typedef struct {
  Fixture fixture;
  SandboxOptions options;
  char *dir;
  char *file;
} Kept;

static void
set_up (Kept *kept, gconstpointer data)
{
  kept->dir = test_make_dir ();
  kept->file = g_build_filename (kept->dir, "state", NULL);
  kept->options = data != NULL ? *(const SandboxOptions *) data : (SandboxOptions){ .seed = 2 };
  kept->options.state_file = kept->file;
  fixture_start (&kept->fixture, &kept->options);
}

static void
tear_down (Kept *kept, gconstpointer data)
{
  if (kept->fixture.server != NULL)
    fixture_tear_down (&kept->fixture, NULL);
  test_remove_dir (kept->dir);
  g_free (kept->dir);
  g_free (kept->file);
}

static void
restart (Kept *kept)
{
  fixture_tear_down (&kept->fixture, NULL);
  fixture_start (&kept->fixture, &kept->options);
}

/* All that can be read of it, as text. */
static char *
describe (Fixture *fixture)
{
  static const char *const paths[] = {
    "/v25.0/me/conversations?platform=instagram&limit=100&fields=id,updated_time,participants,"
    "messages.limit(20)%7Bid,created_time,message,from,attachments%7Bid%7D,reactions,reply_to,"
    "story%7Breply_to%7Bid%7D%7D%7D",
    "/v25.0/me/media?fields=id,comments_count,comments.limit(50)%7Bid,text,from,hidden,replies%7D",
  };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *next = g_strdup (paths[i]);

    while (next != NULL) {
      JsonNode *list = NULL;
      g_autofree char *text = NULL;

      fixture_get (fixture, next);
      fixture_assert_ok (fixture);
      list = fixture_look (fixture, "data");
      text = json_to_string (list, FALSE);
      g_string_append (all, text);
      g_free (next);
      next = g_strdup (fixture_string (fixture, "paging.next"));
    }
  }
  fixture_control (fixture, "sent", "{}");
  {
    g_autofree char *text = json_to_string (fixture_look (fixture, "sent"), FALSE);

    g_string_append (all, text);
  }
  /* Pages within pages are addresses, and the port is another one each time. */
  g_string_replace (all, sandbox_server_get_url (fixture->server), "", 0);
  return g_string_free (all, FALSE);
}

static void
live_a_little (Fixture *fixture)
{
  g_autofree char *igsid = NULL;
  g_autofree char *mid = NULL;
  g_autofree char *json = NULL;
  g_autofree char *comment = NULL;

  fixture_control (fixture, "autoplay", "{\"on\": false}");
  fixture_control (fixture, "account", "{\"human_agent\": true}");
  igsid = fixture_hear (fixture, "new.person", "hi");
  mid = g_strdup (fixture_string (fixture, "message_id"));
  json = g_strdup_printf ("{\"recipient\": {\"id\": \"%s\"}, \"message\": {\"text\": \"quoted\"}, "
                          "\"reply_to\": {\"mid\": \"%s\"}}",
                          igsid, mid);
  fixture_post (fixture, "/v25.0/me/messages", json);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "reaction", "{\"message_id\": \"%s\", \"reaction\": \"🔥\"}", mid);
  fixture_control (fixture, "clock", "{\"advance_seconds\": 172800}");
  fixture_send (fixture, igsid, "tagged", TRUE);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "elsewhere", "{\"to\": \"new.person\", \"text\": \"by phone\"}");
  fixture_control (fixture, "unsend", "{\"message_id\": \"%s\"}",
                   fixture_string (fixture, "message_id"));
  fixture_control (fixture, "message", "{\"from\": \"other\", \"kind\": \"image\", \"count\": 25}");

  if (fixture_is_refused (fixture, "comment", "{\"from\": \"c\", \"text\": \"PLAN\"}"))
    return;
  comment = g_strdup (fixture_string (fixture, "comment_id"));
  g_free (json);
  json = g_strdup_printf (
    "{\"recipient\": {\"comment_id\": \"%s\"}, \"message\": {\"text\": \"private\"}}", comment);
  fixture_post (fixture, "/v25.0/me/messages", json);
  fixture_assert_ok (fixture);
}

static void
test_a_restart_brings_back_the_same (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;
  g_autofree char *igsid = NULL;

  live_a_little (fixture);
  before = describe (fixture);
  g_assert_nonnull (strstr (before, "HUMAN_AGENT"));
  restart (kept);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);

  /* And it goes on from there, as often as it is done. */
  igsid = fixture_hear (fixture, "new.person", "back again");
  fixture_send (fixture, igsid, "welcome back", FALSE);
  fixture_assert_ok (fixture);
  g_free (before);
  before = describe (fixture);
  restart (kept);
  later = describe (fixture);
  g_assert_cmpstr (later, ==, before);
}

static void
test_the_clock_stays_moved (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;
  g_autofree char *date = NULL;

  fixture_control (fixture, "clock", "{\"set\": \"2031-05-06T07:08:09Z\"}");
  restart (kept);
  fixture_control (fixture, "account", "{\"token_state\": \"ok\"}");
  fixture_get (fixture, "/v25.0/me");
  g_assert_true (g_str_has_prefix (fixture_header (fixture, "Date"), "Tue, 06 May 2031 07:"));
}

/* Who moves the demo's clock by months is not locked out of it for ever. */
static void
test_a_start_may_bring_a_fresh_token (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;

  fixture_control (fixture, "clock", "{\"advance_seconds\": 7776000}");
  restart (kept);
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_error (fixture, 401, 190, 463);
  kept->options.fresh_token = TRUE;
  restart (kept);
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
}

static void
test_a_used_comment_and_a_renewed_token_stay_so (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;
  g_autofree char *json = NULL;
  g_autofree char *token = g_strdup (sandbox_server_get_token (fixture->server));
  g_autofree char *path =
    g_strdup_printf ("/refresh_access_token?grant_type=ig_refresh_token&access_token=%s", token);
  g_autofree char *renewed = NULL;

  fixture_control (fixture, "comment", "{\"from\": \"c\", \"text\": \"PLAN\"}");
  json = g_strdup_printf (
    "{\"recipient\": {\"comment_id\": \"%s\"}, \"message\": {\"text\": \"private\"}}",
    fixture_string (fixture, "comment_id"));
  fixture_post (fixture, "/v25.0/me/messages", json);
  fixture_assert_ok (fixture);
  fixture_call (fixture, "GET", path, NULL, NULL, FALSE);
  fixture_assert_ok (fixture);
  renewed = g_strdup (fixture_string (fixture, "access_token"));

  restart (kept);
  g_assert_cmpstr (sandbox_server_get_token (fixture->server), ==, renewed);
  fixture_post (fixture, "/v25.0/me/messages", json);
  fixture_assert_error (fixture, 400, 100, 2534025);
}

static void
test_people_do_not_repeat_themselves (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;
  g_autofree char *igsid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  igsid = fixture_hear (fixture, "mara.runs", "hm");
  fixture_send (fixture, igsid, "what is your goal?", FALSE);
  fixture_assert_ok (fixture);
  restart (kept);
  fixture_control (fixture, "clock", "{\"advance_seconds\": 3600}");
  before = describe (fixture);
  g_assert_nonnull (strstr (before, "half marathon in may"));
  restart (kept);
  fixture_control (fixture, "clock", "{\"advance_seconds\": 3600}");
  after = describe (fixture);
  g_assert_nonnull (strstr (after, "half marathon in may"));
  g_assert_null (strstr (strstr (after, "half marathon in may") + 1, "half marathon in may"));
}

static void
test_half_a_line_at_the_end_does_no_harm (Kept *kept, gconstpointer data)
{
  Fixture *fixture = &kept->fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FILE *file = NULL;

  live_a_little (fixture);
  before = describe (fixture);
  fixture_tear_down (fixture, NULL);
  file = fopen (kept->file, "a");
  fputs ("{\"command\":\"message\",\"at\":17", file);
  fclose (file);
  fixture_start (fixture, &kept->options);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);
  g_free (fixture_hear (fixture, "new.person", "after the crash"));
  restart (kept);
  g_free (after);
  after = describe (fixture);
  g_assert_nonnull (strstr (after, "after the crash"));
}

static void
refuse_to_start (Kept *kept, const char *contents)
{
  g_autoptr (GError) error = NULL;

  if (kept->fixture.server != NULL)
    fixture_tear_down (&kept->fixture, NULL);
  if (contents != NULL)
    g_file_set_contents (kept->file, contents, -1, NULL);
  g_assert_null (sandbox_server_new (&kept->options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_the_state_of_something_else_is_refused (Kept *kept, gconstpointer data)
{
  kept->options.leads = 10;
  refuse_to_start (kept, NULL);
  refuse_to_start (kept, "no state at all\n");
  refuse_to_start (kept, "{\"start\":17}");
}

static void
test_a_state_that_cannot_be_written_is_told (Kept *kept, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (kept->dir, "no", "such", "folder", NULL);

  fixture_tear_down (&kept->fixture, NULL);
  kept->options.state_file = nowhere;
  g_assert_null (sandbox_server_new (&kept->options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  static const SandboxOptions generated = { .seed = 5, .leads = 50, .messages = 900 };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, options, function) g_test_add (path, Kept, options, set_up, function, tear_down)
  ADD ("/state/a-restart-brings-back-the-same", NULL, test_a_restart_brings_back_the_same);
  ADD ("/state/a-restart-brings-back-what-was-generated", &generated,
       test_a_restart_brings_back_the_same);
  ADD ("/state/the-clock-stays-moved", NULL, test_the_clock_stays_moved);
  ADD ("/state/fresh-token", NULL, test_a_start_may_bring_a_fresh_token);
  ADD ("/state/a-used-comment-and-a-renewed-token-stay-so", NULL,
       test_a_used_comment_and_a_renewed_token_stay_so);
  ADD ("/state/people-do-not-repeat-themselves", NULL, test_people_do_not_repeat_themselves);
  ADD ("/state/half-a-line-at-the-end-does-no-harm", NULL,
       test_half_a_line_at_the_end_does_no_harm);
  ADD ("/state/the-state-of-something-else-is-refused", NULL,
       test_the_state_of_something_else_is_refused);
  ADD ("/state/a-state-that-cannot-be-written-is-told", NULL,
       test_a_state_that_cannot_be_written_is_told);
  return g_test_run ();
}
