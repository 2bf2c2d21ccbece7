#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

#define LIST "/v25.0/me/conversations?platform=instagram"

static void
test_the_account_has_two_ids (Fixture *fixture, gconstpointer data)
{
  fixture_get (fixture, "/v25.0/me?fields=user_id,username,account_type");
  fixture_assert_ok (fixture);
  g_assert_cmpstr (fixture_string (fixture, "user_id"), ==, "17841400000000123");
  g_assert_cmpstr (fixture_string (fixture, "username"), ==, "vera.coaches");
  g_assert_null (fixture_look (fixture, "name"));

  fixture_get (fixture, "/v25.0/me");
  g_assert_cmpstr (fixture_string (fixture, "id"), !=, fixture_string (fixture, "user_id"));
}

static void
test_pages_give_every_thread_once_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = g_strdup (LIST "&limit=7&fields=id,updated_time");
  g_autofree char *last = NULL;

  while (path != NULL) {
    guint n = 0;

    fixture_get (fixture, path);
    fixture_assert_ok (fixture);
    n = fixture_length (fixture, "data");
    g_assert_cmpuint (n, >, 0);
    for (guint i = 0; i < n; i++) {
      g_autofree char *id = g_strdup_printf ("data.%u.id", i);
      g_autofree char *time = g_strdup_printf ("data.%u.updated_time", i);

      g_assert_true (g_hash_table_add (seen, g_strdup (fixture_string (fixture, id))));
      if (last != NULL)
        g_assert_cmpstr (fixture_string (fixture, time), <=, last);
      g_free (last);
      last = g_strdup (fixture_string (fixture, time));
    }
    g_free (path);
    /* The next page is a whole address, with the token in it. */
    path = g_strdup (fixture_string (fixture, "paging.next"));
    if (path != NULL)
      g_assert_nonnull (strstr (path, "access_token=IGAA"));
  }
  fixture_control (fixture, "people", "{}");
  g_assert_cmpuint (g_hash_table_size (seen), >=, 60);
  g_assert_cmpuint (g_hash_table_size (seen), <=, fixture_length (fixture, "people"));
}

static void
test_a_list_that_moves_loses_no_thread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cursor = NULL;
  g_autofree char *next = NULL;
  g_autofree char *path = NULL;
  g_autofree char *igsid = NULL;

  fixture_get (fixture, LIST "&limit=4&fields=id");
  next = g_strdup (fixture_string (fixture, "data.3.id"));
  fixture_get (fixture, LIST "&limit=3&fields=id");
  cursor = g_strdup (fixture_string (fixture, "paging.cursors.after"));

  igsid = fixture_hear (fixture, "new.person", "hi");
  path = g_strdup_printf (LIST "&limit=3&fields=id&after=%s", cursor);
  fixture_get (fixture, path);
  g_assert_cmpstr (fixture_string (fixture, "data.0.id"), ==, next);
}

static void
test_an_old_thread_comes_up_when_its_person_writes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *path = NULL;

  fixture_control (fixture, "message", "{\"from\": \"ulrike.sommer\", \"text\": \"Hallo\"}");
  igsid = g_strdup (fixture_string (fixture, "igsid"));
  fixture_control (fixture, "clock", "{\"advance_seconds\": 600}");
  g_free (fixture_hear (fixture, "somebody.else", "hi"));
  path = g_strdup_printf (LIST "&user_id=%s&fields=updated_time", igsid);
  fixture_get (fixture, path);
  before = g_strdup (fixture_string (fixture, "data.0.updated_time"));

  fixture_control (fixture, "clock", "{\"advance_seconds\": 600}");
  g_free (fixture_hear (fixture, "ulrike.sommer", "noch etwas"));
  fixture_get (fixture, LIST "&limit=1&fields=updated_time,participants%7Bid%7D");
  g_assert_cmpstr (fixture_string (fixture, "data.0.participants.data.1.id"), ==, igsid);
  g_assert_cmpstr (fixture_string (fixture, "data.0.updated_time"), >, before);
}

static void
test_fields_expand_and_leave_out_the_rest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi there");

  fixture_get (
    fixture,
    LIST "&limit=1&fields=id,participants%7Bid%7D,messages.limit(5)%7Bmessage,from%7Bid%7D%7D");
  fixture_assert_ok (fixture);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 1);
  g_assert_null (fixture_look (fixture, "data.0.updated_time"));
  g_assert_cmpstr (fixture_string (fixture, "data.0.participants.data.1.id"), ==, igsid);
  g_assert_null (fixture_look (fixture, "data.0.participants.data.1.username"));
  g_assert_cmpstr (fixture_string (fixture, "data.0.messages.data.0.message"), ==, "hi there");
  g_assert_cmpstr (fixture_string (fixture, "data.0.messages.data.0.from.id"), ==, igsid);
  g_assert_null (fixture_look (fixture, "data.0.messages.data.0.from.username"));
  g_assert_null (fixture_look (fixture, "data.0.messages.data.0.created_time"));
}

static void
test_one_unknown_field_fails_the_whole_request (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = {
    LIST "&fields=id,colour",
    LIST "&fields=id,messages%7Bid,edits%7D",
    LIST "&fields=id,messages%7Bfrom%7Bage%7D%7D",
    "/v25.0/me?fields=id,email",
    "/v25.0/me/media?fields=id,comments%7Bid,mood%7D",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    fixture_get (fixture, paths[i]);
    fixture_assert_error (fixture, 400, 100, 0);
  }
  fixture_get (fixture, LIST "&fields=id,messages%7Bid");
  fixture_assert_error (fixture, 400, 2500, 0);
  fixture_get (fixture, "/v25.0/me/conversations");
  fixture_assert_error (fixture, 400, 100, 0);
  fixture_get (fixture, LIST "&after=nonsense");
  fixture_assert_error (fixture, 400, 100, 0);
}

static char *
find_thread (Fixture *fixture, const char *igsid)
{
  g_autofree char *path = g_strdup_printf (LIST "&user_id=%s&fields=id", igsid);

  fixture_get (fixture, path);
  fixture_assert_ok (fixture);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 1);
  return g_strdup (fixture_string (fixture, "data.0.id"));
}

static void
test_twenty_newest_have_details_and_older_ones_ids (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *thread = NULL;
  g_autofree char *path = NULL;
  g_autofree char *old = NULL;
  g_autofree char *young = NULL;

  fixture_control (fixture, "message",
                   "{\"from\": \"new.person\", \"text\": \"again\", \"count\": 29}");
  thread = find_thread (fixture, igsid);
  path = g_strdup_printf ("/v25.0/%s/messages?fields=id,created_time,message&limit=50", thread);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 30);
  g_assert_cmpstr (fixture_string (fixture, "data.0.message"), ==, "again 29");
  g_assert_nonnull (fixture_look (fixture, "data.19.message"));
  g_assert_null (fixture_look (fixture, "data.20.message"));
  g_assert_nonnull (fixture_look (fixture, "data.20.created_time"));
  g_assert_null (fixture_look (fixture, "paging.next"));

  young = g_strdup_printf ("/v25.0/%s?fields=message", fixture_string (fixture, "data.19.id"));
  old = g_strdup_printf ("/v25.0/%s?fields=message", fixture_string (fixture, "data.20.id"));
  fixture_get (fixture, young);
  fixture_assert_ok (fixture);
  fixture_get (fixture, old);
  fixture_assert_error (fixture, 400, 9000001, 0);
}

static void
test_messages_are_paged_within_a_thread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *thread = NULL;
  g_autofree char *path = NULL;
  guint n = 0;

  fixture_control (fixture, "message",
                   "{\"from\": \"new.person\", \"text\": \"again\", \"count\": 104}");
  thread = find_thread (fixture, igsid);
  path = g_strdup_printf ("/v25.0/%s/messages?fields=id&limit=40", thread);
  while (path != NULL) {
    fixture_get (fixture, path);
    fixture_assert_ok (fixture);
    n += fixture_length (fixture, "data");
    g_free (path);
    path = g_strdup (fixture_string (fixture, "paging.next"));
  }
  g_assert_cmpuint (n, ==, 105);
}

static void
test_every_kind_has_its_shape (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *kind;
    const char *where;
  } kinds[] = {
    { "image", "attachments.data.0.image_data.url" },
    { "video", "attachments.data.0.video_data.url" },
    { "voice", "attachments.data.0.file_url" },
    { "share", "shares.data.0.link" },
    { "story_reply", "story.reply_to.id" },
    { "story_mention", "story.mention.link" },
    { "unsupported", "is_unsupported" },
    { "quick_reply", "message" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *path = NULL;

    fixture_control (fixture, "message", "{\"from\": \"a.b\", \"text\": \"Yes\", \"kind\": \"%s\"}",
                     kinds[i].kind);
    path = g_strdup_printf ("/v25.0/%s?fields=id,message,attachments,story,is_unsupported,"
                            "shares%%7Blink%%7D",
                            fixture_string (fixture, "message_id"));
    fixture_get (fixture, path);
    fixture_assert_ok (fixture);
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
      /* All of them may carry words. */
      if (!g_str_equal (kinds[k].where, "message"))
        g_assert_true ((fixture_look (fixture, kinds[k].where) != NULL) == (k == i));
    }
    g_assert_cmpstr (fixture_string (fixture, "message"), ==, "Yes");
  }

  /* Nothing comes of a share whose subfields were not asked for. */
  fixture_control (fixture, "message", "{\"from\": \"a.b\", \"kind\": \"share\"}");
  {
    g_autofree char *path =
      g_strdup_printf ("/v25.0/%s?fields=id,shares", fixture_string (fixture, "message_id"));

    fixture_get (fixture, path);
    g_assert_null (fixture_look (fixture, "shares"));
  }
}

static void
test_an_unsent_message_vanishes_and_an_edit_shows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "one");
  g_autofree char *first = g_strdup (fixture_string (fixture, "message_id"));
  g_autofree char *thread = find_thread (fixture, igsid);
  g_autofree char *path = g_strdup_printf ("/v25.0/%s/messages?fields=message", thread);
  g_autofree char *gone = g_strdup_printf ("/v25.0/%s", first);
  g_autofree char *again = fixture_hear (fixture, "new.person", "two");

  fixture_control (fixture, "edit", "{\"message_id\": \"%s\", \"text\": \"three\"}",
                   fixture_string (fixture, "message_id"));
  fixture_control (fixture, "unsend", "{\"message_id\": \"%s\"}", first);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 1);
  g_assert_cmpstr (fixture_string (fixture, "data.0.message"), ==, "three");
  fixture_get (fixture, gone);
  fixture_assert_error (fixture, 400, 9000001, 0);
}

static void
test_a_comment_is_no_consent_to_the_profile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *igsid = NULL;

  fixture_control (fixture, "comment", "{\"from\": \"only.comments\", \"text\": \"PLAN\"}");
  igsid = g_strdup (fixture_string (fixture, "igsid"));
  path = g_strdup_printf ("/v25.0/%s?fields=name,username,profile_pic", igsid);
  fixture_get (fixture, path);
  fixture_assert_error (fixture, 400, 230, 0);

  g_free (fixture_hear (fixture, "only.comments", "hi"));
  fixture_get (fixture, path);
  fixture_assert_ok (fixture);
  g_assert_cmpstr (fixture_string (fixture, "username"), ==, "only.comments");

  fixture_control (fixture, "block", "{\"igsid\": \"%s\"}", igsid);
  fixture_get (fixture, path);
  fixture_assert_error (fixture, 400, 230, 0);
}

static void
test_idle_requests_are_not_listed_any_more (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture_control (fixture, "message",
                   "{\"from\": \"stranger\", \"text\": \"hello\", \"request\": true}");
  path = g_strdup_printf (LIST "&fields=id&user_id=%s", fixture_string (fixture, "igsid"));
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 29 * 86400);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 1);
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 2 * 86400);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 0);
}

static void
test_switches_of_the_account_have_their_errors (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *off;
    const char *on;
    guint status;
    int code;
    int subcode;
  } switches[] = {
    { "{\"access_toggle\": false}", "{\"access_toggle\": true}", 403, 200, 2534041 },
    { "{\"role\": false}", "{\"role\": true}", 400, 100, 0 },
    { "{\"eligible\": false}", "{\"eligible\": true}", 400, 36103, 0 },
    { "{\"scopes\": [\"instagram_business_basic\"]}", "{\"can_message\": true}", 403, 10, 0 },
    { "{\"token_state\": \"expired\"}", "{\"token_state\": \"ok\"}", 401, 190, 463 },
    { "{\"token_state\": \"password\"}", "{\"token_state\": \"ok\"}", 401, 190, 460 },
    { "{\"token_state\": \"removed\"}", "{\"token_state\": \"ok\"}", 401, 190, 458 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++) {
    fixture_control (fixture, "account", "%s", switches[i].off);
    fixture_get (fixture, LIST);
    fixture_assert_error (fixture, switches[i].status, switches[i].code, switches[i].subcode);
    fixture_control (fixture, "account", "%s", switches[i].on);
    fixture_get (fixture, LIST);
    fixture_assert_ok (fixture);
  }

  fixture_control (fixture, "account", "{\"empty_list\": true}");
  fixture_get (fixture, LIST);
  fixture_assert_ok (fixture);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 0);
  g_assert_true (fixture_is_refused (fixture, "account", "{\"token_state\": \"lost\"}"));
}

static void
test_what_is_not_there_is_told (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/v25.0/nothing", "/v25.0/me/nothing", "/v25.0/",
                                       "/v25.0/1020304050607080", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_test_message ("%s", paths[i]);
    fixture_get (fixture, paths[i]);
    fixture_assert_error (fixture, 400, 100, 33);
  }
}

static void
test_the_limit_answers_613_and_tells_usage (Fixture *fixture, gconstpointer data)
{
  fixture_control (fixture, "limits", "{\"per_second\": 0.001, \"burst\": 3}");
  for (guint i = 0; i < 3; i++) {
    fixture_get (fixture, LIST "&limit=1");
    fixture_assert_ok (fixture);
  }
  g_assert_cmpstr (fixture_header (fixture, "X-App-Usage"), !=, NULL);
  fixture_get (fixture, LIST "&limit=1");
  fixture_assert_error (fixture, 400, 613, 2534040);
  g_assert_nonnull (fixture_header (fixture, "Retry-After"));
  g_assert_nonnull (strstr (fixture_header (fixture, "X-Business-Use-Case-Usage"),
                            "\"estimated_time_to_regain_access\":1"));

  /* Who the account is, and its posts, are of another bucket. */
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
  fixture_get (fixture, "/v25.0/me/media");
  fixture_assert_ok (fixture);
}

static void
test_comments_are_paged_answered_hidden_and_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *media = NULL;
  g_autofree char *path = NULL;
  g_autofree char *comment = NULL;
  g_autofree char *replies = NULL;
  g_autofree char *hide = NULL;
  gint64 before = 0;

  fixture_get (fixture, "/v25.0/me/media?limit=1&fields=id,media_product_type,comments_count");
  g_assert_cmpstr (fixture_string (fixture, "data.0.media_product_type"), ==, "REELS");
  g_assert_nonnull (fixture_string (fixture, "paging.next"));
  media = g_strdup (fixture_string (fixture, "data.0.id"));
  before = fixture_int (fixture, "data.0.comments_count");
  for (guint i = 0; i < 60; i++)
    fixture_control (fixture, "comment",
                     "{\"from\": \"c%u\", \"media\": \"%s\", \"text\": \"PLAN\"}", i, media);
  comment = g_strdup (fixture_string (fixture, "comment_id"));

  path = g_strdup_printf ("/v25.0/%s/comments?limit=100&fields=id,text,from%%7Bid%%7D,username,"
                          "hidden,replies%%7Btext,username%%7D",
                          media);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 50);
  g_assert_cmpstr (fixture_string (fixture, "data.0.username"), ==, "c59");
  g_assert_null (fixture_look (fixture, "data.0.replies"));
  fixture_get (fixture, fixture_string (fixture, "paging.next"));
  g_assert_cmpuint (fixture_length (fixture, "data"), >=, 10);

  replies = g_strdup_printf ("/v25.0/%s/replies", comment);
  fixture_call (fixture, "POST", replies, "application/x-www-form-urlencoded", "message=Sent%21",
                TRUE);
  fixture_assert_ok (fixture);
  g_assert_nonnull (fixture_string (fixture, "id"));
  fixture_post (fixture, replies, "{}");
  fixture_assert_error (fixture, 400, 100, 0);

  hide = g_strdup_printf ("/v25.0/%s?hide=true", comment);
  fixture_call (fixture, "POST", hide, NULL, NULL, TRUE);
  fixture_assert_ok (fixture);
  fixture_get (fixture, path);
  g_assert_cmpstr (fixture_string (fixture, "data.0.replies.data.0.text"), ==, "Sent!");
  g_assert_cmpstr (fixture_string (fixture, "data.0.replies.data.0.username"), ==, "vera.coaches");
  g_assert_true (json_node_get_boolean (fixture_look (fixture, "data.0.hidden")));

  *strchr (hide, '?') = '\0';
  fixture_call (fixture, "DELETE", hide, NULL, NULL, TRUE);
  fixture_assert_ok (fixture);
  fixture_get (fixture,
               "/v25.0/me/media?limit=1&fields=comments_count,comments.limit(1)%7Busername%7D");
  g_assert_cmpint (fixture_int (fixture, "data.0.comments_count"), ==, before + 59);
  g_assert_cmpstr (fixture_string (fixture, "data.0.comments.data.0.username"), ==, "c58");

  fixture_control (fixture, "account", "{\"can_comment\": false}");
  fixture_get (fixture, path);
  fixture_assert_error (fixture, 403, 10, 0);
}

static void
test_deep_and_broken_bodies_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (300000, '[');

  fixture_post (fixture, "/v25.0/me/messages", deep);
  fixture_assert_error (fixture, 400, 100, 0);
  fixture_post (fixture, "/v25.0/me/messages", "{\"recipient\": 4, \"message\": \"x\"}");
  fixture_assert_error (fixture, 400, 100, 0);
  fixture_post (fixture, "/v25.0/me/messages", "{");
  fixture_assert_error (fixture, 400, 100, 0);
  g_assert_true (fixture_is_refused (fixture, "message", deep));
  g_assert_true (fixture_is_refused (fixture, "message", "{\"from\": 4}"));
  g_assert_true (fixture_is_refused (fixture, "dance", "{}"));
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reads/the-account-has-two-ids", test_the_account_has_two_ids);
  ADD ("/reads/pages-give-every-thread-once-newest-first",
       test_pages_give_every_thread_once_newest_first);
  ADD ("/reads/a-list-that-moves-loses-no-thread", test_a_list_that_moves_loses_no_thread);
  ADD ("/reads/an-old-thread-comes-up-when-its-person-writes",
       test_an_old_thread_comes_up_when_its_person_writes);
  ADD ("/reads/fields-expand-and-leave-out-the-rest", test_fields_expand_and_leave_out_the_rest);
  ADD ("/reads/one-unknown-field-fails-the-whole-request",
       test_one_unknown_field_fails_the_whole_request);
  ADD ("/reads/twenty-newest-have-details-and-older-ones-ids",
       test_twenty_newest_have_details_and_older_ones_ids);
  ADD ("/reads/messages-are-paged-within-a-thread", test_messages_are_paged_within_a_thread);
  ADD ("/reads/every-kind-has-its-shape", test_every_kind_has_its_shape);
  ADD ("/reads/an-unsent-message-vanishes-and-an-edit-shows",
       test_an_unsent_message_vanishes_and_an_edit_shows);
  ADD ("/reads/a-comment-is-no-consent-to-the-profile",
       test_a_comment_is_no_consent_to_the_profile);
  ADD ("/reads/idle-requests-are-not-listed-any-more", test_idle_requests_are_not_listed_any_more);
  ADD ("/reads/switches-of-the-account-have-their-errors",
       test_switches_of_the_account_have_their_errors);
  ADD ("/reads/what-is-not-there-is-told", test_what_is_not_there_is_told);
  ADD ("/reads/the-limit-answers-613-and-tells-usage", test_the_limit_answers_613_and_tells_usage);
  ADD ("/reads/comments-are-paged-answered-hidden-and-removed",
       test_comments_are_paged_answered_hidden_and_removed);
  ADD ("/reads/deep-and-broken-bodies-are-refused", test_deep_and_broken_bodies_are_refused);
  return g_test_run ();
}
