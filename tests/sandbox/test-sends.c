#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

#define DAY 86400

static void
test_a_send_is_in_the_thread_and_in_the_ledger (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *mid = NULL;
  g_autofree char *path = g_strdup_printf (
    "/v25.0/me/conversations?platform=instagram&user_id=%s&fields=messages%%7Bid,message,from%%7D",
    igsid);

  fixture_send (fixture, igsid, "Glad you wrote", FALSE);
  fixture_assert_ok (fixture);
  g_assert_cmpstr (fixture_string (fixture, "recipient_id"), ==, igsid);
  mid = g_strdup (fixture_string (fixture, "message_id"));

  fixture_get (fixture, path);
  g_assert_cmpstr (fixture_string (fixture, "data.0.messages.data.0.id"), ==, mid);
  g_assert_cmpstr (fixture_string (fixture, "data.0.messages.data.0.from.id"), ==,
                   "17841400000000123");
  fixture_control (fixture, "sent", "{}");
  g_assert_cmpuint (fixture_length (fixture, "sent"), ==, 1);
  g_assert_cmpstr (fixture_string (fixture, "sent.0.message_id"), ==, mid);
  g_assert_cmpstr (fixture_string (fixture, "sent.0.text"), ==, "Glad you wrote");

  fixture_control (fixture, "requests", "{}");
  g_assert_cmpuint (fixture_length (fixture, "requests"), ==, 2);
  g_assert_cmpstr (fixture_string (fixture, "requests.0.path"), ==, "me/messages");
  g_assert_cmpint (fixture_int (fixture, "requests.0.status"), ==, 200);
  fixture_control (fixture, "reset_ledger", "{}");
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 0);
}

static void
test_the_account_may_be_named_by_its_own_id_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *json =
    g_strdup_printf ("{\"recipient\": {\"id\": \"%s\"}, \"message\": {\"text\": \"x\"}}", igsid);

  fixture_post (fixture, "/v25.0/17841400000000123/messages", json);
  fixture_assert_ok (fixture);
  fixture_post (fixture, "/v25.0/17841400000000999/messages", json);
  fixture_assert_error (fixture, 400, 100, 33);
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 1);
}

static void
test_the_window_is_a_day_and_a_week_with_the_tag (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", DAY - 60);
  fixture_send (fixture, igsid, "in time", FALSE);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "clock", "{\"advance_seconds\": 120}");
  fixture_send (fixture, igsid, "late", FALSE);
  fixture_assert_error (fixture, 403, 10, 2534022);

  /* Off by default: few apps have the feature. */
  fixture_send (fixture, igsid, "tagged", TRUE);
  fixture_assert_error (fixture, 403, 10, 0);
  fixture_control (fixture, "account", "{\"human_agent\": true}");
  fixture_send (fixture, igsid, "tagged", TRUE);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "sent", "{}");
  g_assert_cmpstr (fixture_string (fixture, "sent.1.tag"), ==, "HUMAN_AGENT");

  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 6 * DAY);
  fixture_send (fixture, igsid, "too late", TRUE);
  fixture_assert_error (fixture, 403, 10, 2534022);
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 2);
}

static void
test_a_click_on_an_ad_opens_a_week (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = NULL;

  fixture_control (fixture, "message",
                   "{\"from\": \"from.ad\", \"text\": \"info please\", \"ad\": true}");
  igsid = g_strdup (fixture_string (fixture, "igsid"));
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 6 * DAY);
  fixture_send (fixture, igsid, "still open", FALSE);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", DAY);
  fixture_send (fixture, igsid, "closed", FALSE);
  fixture_assert_error (fixture, 403, 10, 2534022);
}

static void
test_a_thousand_bytes_are_the_most (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *most = g_strnfill (1000, 'a');
  g_autofree char *more = g_strnfill (1001, 'a');
  g_autoptr (GString) wide = g_string_new (NULL);

  fixture_send (fixture, igsid, most, FALSE);
  fixture_assert_ok (fixture);
  fixture_send (fixture, igsid, more, FALSE);
  fixture_assert_error (fixture, 400, 100, 0);
  /* Bytes count, not letters. */
  for (guint i = 0; i < 501; i++)
    g_string_append (wide, "ж");
  fixture_send (fixture, igsid, wide->str, FALSE);
  fixture_assert_error (fixture, 400, 100, 0);
  fixture_send (fixture, igsid, "", FALSE);
  fixture_assert_error (fixture, 400, 100, 2534015);
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 1);
}

static void
test_who_cannot_be_written_to_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  fixture_control (fixture, "block", "{\"igsid\": \"%s\"}", igsid);
  fixture_send (fixture, igsid, "hello?", FALSE);
  fixture_assert_error (fixture, 400, 551, 1545041);
  fixture_control (fixture, "block", "{\"igsid\": \"%s\", \"blocked\": false}", igsid);
  fixture_send (fixture, igsid, "hello?", FALSE);
  fixture_assert_ok (fixture);
  fixture_send (fixture, "17841400000000123", "to an IG_ID", FALSE);
  fixture_assert_error (fixture, 400, 100, 2534014);

  /* Who only commented has opened no window. */
  fixture_control (fixture, "comment", "{\"from\": \"only.comments\", \"text\": \"PLAN\"}");
  {
    g_autofree char *other = g_strdup (fixture_string (fixture, "igsid"));

    fixture_send (fixture, other, "cold", FALSE);
    fixture_assert_error (fixture, 403, 10, 2534022);
  }
}

static void
reply_privately (Fixture *fixture, const char *comment_id)
{
  g_autofree char *json = g_strdup_printf (
    "{\"recipient\": {\"comment_id\": \"%s\"}, \"message\": {\"text\": \"Sent you the guide\"}}",
    comment_id);

  fixture_post (fixture, "/v25.0/me/messages", json);
}

static void
test_a_comment_has_one_private_reply_within_a_week (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *igsid = NULL;

  fixture_control (fixture, "comment", "{\"from\": \"a\", \"text\": \"PLAN\"}");
  first = g_strdup (fixture_string (fixture, "comment_id"));
  igsid = g_strdup (fixture_string (fixture, "igsid"));
  fixture_control (fixture, "comment", "{\"from\": \"b\", \"text\": \"PLAN\"}");
  second = g_strdup (fixture_string (fixture, "comment_id"));

  reply_privately (fixture, first);
  fixture_assert_ok (fixture);
  g_assert_cmpstr (fixture_string (fixture, "recipient_id"), ==, igsid);
  reply_privately (fixture, first);
  fixture_assert_error (fixture, 400, 100, 2534025);
  fixture_send (fixture, igsid, "and more", FALSE);
  fixture_assert_error (fixture, 403, 10, 2534022);

  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", 7 * DAY + 60);
  reply_privately (fixture, second);
  fixture_assert_error (fixture, 400, 100, 2534025);
  fixture_control (fixture, "sent", "{}");
  g_assert_cmpuint (fixture_length (fixture, "sent"), ==, 1);
  g_assert_cmpstr (fixture_string (fixture, "sent.0.comment_id"), ==, first);
}

/* Sends @rest of a body to somebody who has written. */
static void
send_body (Fixture *fixture, const char *igsid, const char *rest)
{
  g_autofree char *json = g_strdup_printf ("{\"recipient\": {\"id\": \"%s\"}, %s}", igsid, rest);

  fixture_post (fixture, "/v25.0/me/messages", json);
}

static void
test_bodies_that_are_not_as_they_should_be_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *rest;
    int subcode;
  } bodies[] = {
    { "\"message\": {\"text\": \"x\"}, \"sender_action\": \"typing_on\"", 2018014 },
    { "\"sender_action\": \"wave\"", 0 },
    { "\"tag\": \"HUMAN_AGENT\"", 0 },
    { "\"message\": {}", 2534015 },
    { "\"message\": {\"text\": \"x\", \"attachment\": {\"type\": \"like_heart\"}}", 2534015 },
    { "\"message\": {\"attachment\": {\"type\": \"sculpture\", \"payload\": {}}}", 2534015 },
    { "\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": {\"url\": \"ftp://x\"}}}",
      2018008 },
    { "\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": {\"attachment_id\": "
      "\"1\"}}}",
      0 },
    { "\"message\": {\"attachment\": {\"type\": \"MEDIA_SHARE\", \"payload\": {\"id\": \"1\"}}}",
      33 },
    { "\"message\": {\"attachments\": [4]}", 2534015 },
    { "\"message\": {\"text\": \"x\"}, \"messaging_type\": \"SHOUT\"", 0 },
    { "\"message\": {\"text\": \"x\"}, \"tag\": \"ACCOUNT_UPDATE\"", 0 },
    { "\"message\": {\"text\": \"x\"}, \"messaging_type\": \"MESSAGE_TAG\"", 0 },
    { "\"message\": {\"text\": \"x\"}, \"reply_to\": {\"mid\": \"nowhere\"}", 0 },
    { "\"message\": {\"text\": \"x\", \"quick_replies\": [{\"title\": \"A\"}]}", 0 },
    { "\"sender_action\": \"react\", \"payload\": {\"message_id\": \"nowhere\", \"reaction\": "
      "\"x\"}",
      0 },
    { "\"sender_action\": \"react\"", 0 },
  };
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_test_message ("%s", bodies[i].rest);
    send_body (fixture, igsid, bodies[i].rest);
    fixture_assert_error (fixture, 400, 100, bodies[i].subcode);
  }
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 0);
}

static void
test_media_templates_and_actions_are_accepted (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *rest;
    const char *kind;
  } bodies[] = {
    { "\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": "
      "{\"url\": \"https://example.org/1.jpg\"}}}",
      "image" },
    { "\"message\": {\"attachments\": [{\"type\": \"image\", \"payload\": {\"url\": "
      "\"https://example.org/1.jpg\"}}, {\"type\": \"image\", \"payload\": {\"url\": "
      "\"https://example.org/2.jpg\"}}]}",
      "image" },
    { "\"message\": {\"attachment\": {\"type\": \"audio\", \"payload\": "
      "{\"url\": \"https://example.org/1.wav\"}}}",
      "voice" },
    { "\"message\": {\"attachment\": {\"type\": \"like_heart\"}}", "heart" },
    { "\"message\": {\"attachment\": {\"type\": \"MEDIA_SHARE\", \"payload\": "
      "{\"id\": \"17950000000000042\"}}}",
      "share" },
    { "\"message\": {\"attachment\": {\"type\": \"template\", \"payload\": {\"template_type\": "
      "\"button\", \"text\": \"Book\", \"buttons\": [{\"type\": \"web_url\", \"url\": "
      "\"https://example.org\", \"title\": \"Call\"}]}}}",
      "text" },
    { "\"message\": {\"text\": \"Yes?\", \"quick_replies\": [{\"content_type\": \"text\", "
      "\"title\": \"Yes\", \"payload\": \"Y\"}]}",
      "text" },
  };
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *path = g_strdup_printf (
    "/v25.0/me/conversations?platform=instagram&user_id=%s&fields=messages%%7Battachments%%7D",
    igsid);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *where = g_strdup_printf ("sent.%u.kind", i);

    send_body (fixture, igsid, bodies[i].rest);
    fixture_assert_ok (fixture);
    g_assert_nonnull (fixture_string (fixture, "message_id"));
    fixture_control (fixture, "sent", "{}");
    g_assert_cmpstr (fixture_string (fixture, where), ==, bodies[i].kind);
  }
  /* The second one has two pictures. */
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data.0.messages.data.5.attachments.data"), ==, 2);

  send_body (fixture, igsid, "\"sender_action\": \"typing_on\"");
  fixture_assert_ok (fixture);
  g_assert_null (fixture_look (fixture, "message_id"));
  g_assert_cmpuint (fixture_count_sent (fixture), ==, G_N_ELEMENTS (bodies));
}

static void
test_an_upload_can_be_sent_as_what_it_is (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *rest = NULL;
  g_autofree char *wrong = NULL;
  const char *id = NULL;

  fixture_post (fixture, "/v25.0/me/message_attachments",
                "{\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": "
                "{\"url\": \"https://example.org/1.png\", \"is_reusable\": true}}}}");
  fixture_assert_ok (fixture);
  id = fixture_string (fixture, "attachment_id");
  rest = g_strdup_printf ("\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": "
                          "{\"attachment_id\": \"%s\"}}}",
                          id);
  wrong = g_strdup_printf ("\"message\": {\"attachment\": {\"type\": \"video\", \"payload\": "
                           "{\"attachment_id\": \"%s\"}}}",
                           id);
  send_body (fixture, igsid, wrong);
  fixture_assert_error (fixture, 400, 100, 0);
  send_body (fixture, igsid, rest);
  fixture_assert_ok (fixture);
}

#define BOUNDARY "----b0undary"
#define OF_IMAGE "{\"attachment\": {\"type\": \"image\", \"payload\": {\"is_reusable\": true}}}"

/* @what is posted as a form with @bytes for its file. */
static void
upload (Fixture *fixture, const char *what, const char *mime, const char *bytes, gsize length)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf (
    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n%s\r\n"
    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"filedata\"; filename=\"plan\"\r\n"
    "Content-Type: %s\r\n\r\n",
    what, mime);
  static const char end[] = "\r\n--" BOUNDARY "--\r\n";
  g_autoptr (GBytes) whole = NULL;

  g_byte_array_append (body, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (body, (const guint8 *) bytes, (guint) length);
  g_byte_array_append (body, (const guint8 *) end, sizeof end - 1);
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&body));
  fixture_call_bytes (fixture, "POST", "/v25.0/me/message_attachments",
                      "multipart/form-data; boundary=\"" BOUNDARY "\"", whole, TRUE);
}

static void
send_image (Fixture *fixture, const char *igsid, const char *id)
{
  g_autofree char *rest =
    g_strdup_printf ("\"message\": {\"attachment\": {\"type\": \"image\", \"payload\": "
                     "{\"attachment_id\": \"%s\"}}}",
                     id);

  send_body (fixture, igsid, rest);
}

static void
test_a_file_that_was_uploaded_is_in_the_thread (Fixture *fixture, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\nwith a \0 in it";
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *url = NULL;
  g_autofree char *path = g_strdup_printf (
    "/v25.0/me/conversations?platform=instagram&user_id=%s&fields=messages%%7Battachments%%7D",
    igsid);

  upload (fixture, OF_IMAGE, "image/png", png, sizeof png);
  fixture_assert_ok (fixture);
  send_image (fixture, igsid, fixture_string (fixture, "attachment_id"));
  fixture_assert_ok (fixture);

  fixture_control (fixture, "sent", "{}");
  g_assert_cmpstr (fixture_string (fixture, "sent.0.kind"), ==, "image");
  g_assert_cmpstr (fixture_string (fixture, "sent.0.name"), ==, "plan");
  g_assert_cmpint (fixture_int (fixture, "sent.0.size"), ==, sizeof png);
  fixture_get (fixture, path);
  url =
    g_strdup (fixture_string (fixture, "data.0.messages.data.0.attachments.data.0.image_data.url"));
  g_assert_nonnull (url);
  fixture_get (fixture, url);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (fixture->body, NULL), g_bytes_get_size (fixture->body), png,
                   sizeof png);
}

static void
test_only_files_of_known_kinds_and_sizes_are_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *big = g_malloc0 (8 * 1024 * 1024 + 1);

  memcpy (big, "\x89PNG\r\n", 7);
  upload (fixture, OF_IMAGE, "image/png", big, 8 * 1024 * 1024);
  fixture_assert_ok (fixture);
  upload (fixture, OF_IMAGE, "image/png", big, 8 * 1024 * 1024 + 1);
  fixture_assert_error (fixture, 400, 100, 2018109);
  upload (fixture, OF_IMAGE, "image/gif", "GIF89a", 6);
  fixture_assert_error (fixture, 400, 100, 2018047);
  upload (fixture, OF_IMAGE, "image/jpeg", big, 100); /* which it is not */
  fixture_assert_error (fixture, 400, 100, 2018047);
  upload (fixture, "{\"attachment\": {\"type\": \"zip\"}}", "application/zip", "PK", 2);
  fixture_assert_error (fixture, 400, 100, 2534015);
  upload (fixture, "no object", "image/png", big, 100);
  fixture_assert_error (fixture, 400, 100, 0);
}

/* Nobody says whether Instagram itself does. */
static void
test_an_account_may_take_no_files (Fixture *fixture, gconstpointer data)
{
  fixture_control (fixture, "account", "{\"takes_files\": false}");
  upload (fixture, OF_IMAGE, "image/png", "\x89PNG\r\n\x1a\n", 8);
  fixture_assert_error (fixture, 400, 100, 2018008);
}

static void
test_reactions_of_both_sides_and_quotes_are_read_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *mid = g_strdup (fixture_string (fixture, "message_id"));
  g_autofree char *path = g_strdup_printf ("/v25.0/%s?fields=reactions", mid);
  g_autofree char *react =
    g_strdup_printf ("\"sender_action\": \"react\", \"payload\": {\"message_id\": \"%s\", "
                     "\"reaction\": \"love\"}",
                     mid);
  g_autofree char *unreact =
    g_strdup_printf ("\"sender_action\": \"unreact\", \"payload\": {\"message_id\": \"%s\"}", mid);
  g_autofree char *quote =
    g_strdup_printf ("\"message\": {\"text\": \"this\"}, \"reply_to\": {\"mid\": \"%s\"}", mid);
  g_autofree char *quoting = NULL;

  send_body (fixture, igsid, react);
  fixture_assert_ok (fixture);
  fixture_control (fixture, "reaction", "{\"message_id\": \"%s\", \"reaction\": \"🔥\"}", mid);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "reactions.data"), ==, 2);
  g_assert_cmpstr (fixture_string (fixture, "reactions.data.0.users.0.id"), ==, igsid);
  g_assert_cmpstr (fixture_string (fixture, "reactions.data.1.reaction"), ==, "❤");

  send_body (fixture, igsid, unreact);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "reactions.data"), ==, 1);
  fixture_control (fixture, "reaction", "{\"message_id\": \"%s\"}", mid);
  fixture_get (fixture, path);
  g_assert_null (fixture_look (fixture, "reactions"));

  send_body (fixture, igsid, quote);
  fixture_assert_ok (fixture);
  quoting = g_strdup_printf ("/v25.0/%s?fields=reply_to", fixture_string (fixture, "message_id"));
  fixture_get (fixture, quoting);
  g_assert_cmpstr (fixture_string (fixture, "reply_to.mid"), ==, mid);
}

static void
test_a_form_does_as_well (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *form = g_strdup_printf (
    "recipient=%%7B%%22id%%22%%3A%%22%s%%22%%7D&message=%%7B%%22text%%22%%3A%%22x%%22%%7D"
    "&access_token=%s",
    igsid, sandbox_server_get_token (fixture->server));

  fixture_call (fixture, "POST", "/v25.0/me/messages", "application/x-www-form-urlencoded", form,
                FALSE);
  fixture_assert_ok (fixture);
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sends/a-send-is-in-the-thread-and-in-the-ledger",
       test_a_send_is_in_the_thread_and_in_the_ledger);
  ADD ("/sends/the-account-may-be-named-by-its-own-id-alone",
       test_the_account_may_be_named_by_its_own_id_alone);
  ADD ("/sends/the-window-is-a-day-and-a-week-with-the-tag",
       test_the_window_is_a_day_and_a_week_with_the_tag);
  ADD ("/sends/a-click-on-an-ad-opens-a-week", test_a_click_on_an_ad_opens_a_week);
  ADD ("/sends/a-thousand-bytes-are-the-most", test_a_thousand_bytes_are_the_most);
  ADD ("/sends/who-cannot-be-written-to-is-told", test_who_cannot_be_written_to_is_told);
  ADD ("/sends/a-comment-has-one-private-reply-within-a-week",
       test_a_comment_has_one_private_reply_within_a_week);
  ADD ("/sends/bodies-that-are-not-as-they-should-be-are-refused",
       test_bodies_that_are_not_as_they_should_be_are_refused);
  ADD ("/sends/media-templates-and-actions-are-accepted",
       test_media_templates_and_actions_are_accepted);
  ADD ("/sends/an-upload-can-be-sent-as-what-it-is", test_an_upload_can_be_sent_as_what_it_is);
  ADD ("/sends/a-file-is-in-the-thread", test_a_file_that_was_uploaded_is_in_the_thread);
  ADD ("/sends/known-files-alone", test_only_files_of_known_kinds_and_sizes_are_taken);
  ADD ("/sends/no-files", test_an_account_may_take_no_files);
  ADD ("/sends/reactions-of-both-sides-and-quotes-are-read-back",
       test_reactions_of_both_sides_and_quotes_are_read_back);
  ADD ("/sends/a-form-does-as-well", test_a_form_does_as_well);
  return g_test_run ();
}
