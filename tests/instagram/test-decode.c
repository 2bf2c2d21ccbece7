#include "instagram/ante-decode.h"
#include "instagram/ante-errors.h"
#include "instagram/ante-instagram-error.h"
#include "rules/ante-json-bounds.h"
#include "rules/ante-json.h"
#include "wire-server.h"

#include <string.h>

static const AnteDecodeHints hints = { .user_id = WIRE_US, .username = "coach.vera", .depth = 5 };

static JsonObject *
parse (const char *text, JsonNode **root)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonObject *object = ante_json_parse_object (bytes, root, &error);

  g_assert_no_error (error);
  return object;
}

static AnteMessage *
decode (const char *text)
{
  g_autoptr (JsonNode) root = NULL;

  return ante_decode_message (parse (text, &root), &hints, 1000);
}

static void
assert_refused (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = ante_json_parse (bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT);
}

static void
test_bombs_are_refused_before_they_are_parsed (void)
{
  g_autofree char *deep = g_strnfill (200 * 1024, '[');
  g_autofree char *deep_objects = g_strnfill (200 * 1024, '{');
  g_autoptr (GString) wide = g_string_new ("[0");
  g_autoptr (GByteArray) huge = g_byte_array_new ();
  const char *bad[] = {
    "",         " ",         "<!doctype html><p>Sign in",
    "{",        "[1,2",      "]",
    "{}}",      "\"abc",     "\"\\",
    "\"\\u12",  "\"\\q\"",   "{'a':1}",
    "[1] // x", "/*\"*/[[[", "{\"a\":}",
    "{,}",      "`a`",       "\"\\ud800\\u12\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused ((const guint8 *) bad[i], strlen (bad[i]));
  assert_refused ((const guint8 *) deep, strlen (deep));
  assert_refused ((const guint8 *) deep_objects, strlen (deep_objects));
  for (guint i = 0; i < ANTE_JSON_MAX_VALUES; i++)
    g_string_append (wide, ",0");
  g_string_append_c (wide, ']');
  assert_refused ((const guint8 *) wide->str, wide->len);
  g_byte_array_set_size (huge, 9 * 1024 * 1024);
  memset (huge->data, ' ', huge->len);
  assert_refused (huge->data, huge->len);
}

static void
test_depth_at_the_bound_is_taken (void)
{
  g_autofree char *open = g_strnfill (ANTE_JSON_MAX_DEPTH, '[');
  g_autofree char *close = g_strnfill (ANTE_JSON_MAX_DEPTH, ']');
  g_autofree char *most = g_strconcat (open, close, NULL);
  g_autofree char *more = g_strconcat ("[", most, "]", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (most, strlen (most));
  g_autoptr (JsonNode) root = ante_json_parse (bytes, NULL);

  g_assert_nonnull (root);
  assert_refused ((const guint8 *) more, strlen (more));
}

static void
test_random_bytes_never_crash (void)
{
  static const char seed[] =
    "{\"data\":[{\"id\":\"a\",\"messages\":{\"data\":[{\"id\":1,\"message\":"
    "\"\\ud83d\\ude00\\u0000\",\"created_time\":\"2026-03-04T18:22:07+0000\"}]},"
    "\"participants\":{\"data\":[{\"id\":\"2\",\"username\":\"x\"}]}}]}";

  for (guint round = 0; round < 20000; round++) {
    g_autofree char *text = g_strdup (seed);
    gsize length = strlen (seed);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (JsonNode) root = NULL;
    JsonObject *object = NULL;

    for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
      text[g_test_rand_int_range (0, length)] =
        g_test_rand_int_range (0, 3) > 0 ? "\"\\{}[]:,u0d8\xff"[g_test_rand_int_range (0, 14)]
                                         : (char) g_test_rand_int_range (0, 256);
    bytes = g_bytes_new (text, length);
    object = ante_json_parse_object (bytes, &root, NULL);
    if (object != NULL) {
      g_autoptr (AnteThreadPage) page = ante_decode_thread_page (object, &hints, NULL);
      g_autoptr (AnteThread) thread = ante_decode_thread (object, &hints, NULL);
      g_autoptr (AnteAccount) account = ante_decode_account (object, NULL);

      if (page != NULL && page->threads->len > 0)
        g_assert_nonnull (((AnteThread *) page->threads->pdata[0])->igsid);
    }
  }
}

static void
test_text_is_mended (void)
{
  static const char *const cases[][2] = {
    { "{\"id\":\"a\",\"message\":\"a\\u0000b\"}", "a\uFFFDb" },
    { "{\"id\":\"a\",\"message\":\"a\\ud800b\"}", "a\uFFFDb" },
    { "{\"id\":\"a\",\"message\":\"a\\ud800\\u0041\"}", "a\uFFFDA" },
    { "{\"id\":\"a\",\"message\":\"a\\udc00\"}", "a\uFFFD" },
    { "{\"id\":\"a\",\"message\":\"\\ud83d\\ude00\"}", "😀" },
    { "{\"id\":\"a\",\"message\":\"a\xff\xfe\"}", "a\uFFFD\uFFFD" },
    { "{\"id\":\"a\",\"message\":\"pay\\u202Egpj.exe\"}", "paygpj.exe" },
    { "\xEF\xBB\xBF{\"id\":\"a\",\"message\":\"bom\"}", "bom" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteMessage) message = decode (cases[i][0]);

    g_assert_cmpstr (message->text, ==, cases[i][1]);
    g_assert_true (g_utf8_validate (message->text, -1, NULL));
  }
}

static void
test_long_text_is_cut (void)
{
  g_autofree char *words = g_strnfill (30000, 'w');
  g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",\"message\":\"%s\"}", words);
  g_autoptr (AnteMessage) message = decode (json);

  g_assert_cmpuint (strlen (message->text), ==, ANTE_DECODE_MAX_TEXT);
}

static void
test_ids_are_text_and_never_rounded (void)
{
  static const char *const good[][2] = {
    { "{\"id\":17841400000000123}", "17841400000000123" },
    { "{\"id\":\"aWd_x=\"}", "aWd_x=" },
  };
  static const char *const bad[] = {
    "{\"id\":1.7e16}",
    "{\"id\":123456789012345678901234567890}",
    "{\"id\":18446744073709551615}",
    "{\"id\":-1}",
    "{\"id\":0}",
    "{\"id\":\"\"}",
    "{\"id\":\"..\"}",
    "{\"id\":\"a b\"}",
    "{\"id\":\"a\\nb\"}",
    "{\"id\":null}",
    "{\"id\":{}}",
    "{\"id\":[\"a\"]}",
    "{\"id\":true}",
    "{}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (AnteMessage) message = decode (good[i][0]);

    g_assert_cmpstr (message->mid, ==, good[i][1]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (decode (bad[i]));
}

static void
test_times_come_in_three_shapes (void)
{
  static const struct {
    const char *json;
    gint64 at;
  } cases[] = {
    { "{\"id\":\"a\",\"created_time\":\"2026-03-04T18:22:07+0000\"}", 1772648527000 },
    { "{\"id\":\"a\",\"created_time\":\"2026-03-04T20:22:07+02:00\"}", 1772648527000 },
    { "{\"id\":\"a\",\"created_time\":1772648527}", 1772648527000 },
    { "{\"id\":\"a\",\"created_time\":1772648527500}", 1772648527500 },
    { "{\"id\":\"a\",\"created_time\":\"1772648527\"}", 1772648527000 },
    { "{\"id\":\"a\",\"created_time\":\"yesterday\"}", 1000 },
    { "{\"id\":\"a\",\"created_time\":9223372036854775807}", 1000 },
    { "{\"id\":\"a\",\"created_time\":-5}", 1000 },
    { "{\"id\":\"a\"}", 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteMessage) message = decode (cases[i].json);

    g_assert_cmpint (message->at, ==, cases[i].at);
  }
}

static void
test_direction_is_who_it_is_from (void)
{
  static const char *const cases[][2] = {
    { "{\"id\":\"a\",\"from\":{\"id\":\"" WIRE_US "\"}}", "elsewhere" },
    { "{\"id\":\"a\",\"from\":{\"id\":" WIRE_US "}}", "elsewhere" },
    { "{\"id\":\"a\",\"from\":{\"id\":\"" WIRE_TOM "\"}}", "lead" },
    { "{\"id\":\"a\",\"to\":{\"data\":[{\"id\":\"" WIRE_US "\"}]}}", "lead" },
    { "{\"id\":\"a\",\"to\":{\"data\":[{\"id\":\"" WIRE_TOM "\"}]}}", "elsewhere" },
    { "{\"id\":\"a\",\"from\":\"nobody\"}", "lead" },
    { "{\"id\":\"a\"}", "lead" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteMessage) message = decode (cases[i][0]);

    g_assert_cmpstr (message->author, ==, cases[i][1]);
  }
}

static void
test_kinds (void)
{
  static const struct {
    const char *members;
    AnteMessageKind kind;
  } cases[] = {
    { "\"message\":\"hi\"", ANTE_MESSAGE_TEXT },
    { "\"message\":\"hi\",\"is_unsupported\":false", ANTE_MESSAGE_TEXT },
    { "\"message\":\"hi\",\"is_unsupported\":true", ANTE_MESSAGE_UNSUPPORTED },
    { "\"message\":\"\"", ANTE_MESSAGE_UNSUPPORTED },
    { "\"attachments\":{\"data\":[{\"image_data\":{\"url\":\"https://e.example/a\"}}]}",
      ANTE_MESSAGE_IMAGE },
    { "\"attachments\":[{\"image_data\":{\"render_as_sticker\":true}}]", ANTE_MESSAGE_STICKER },
    { "\"attachments\":{\"data\":[{\"video_data\":{\"url\":\"https://e.example/a\"}}]}",
      ANTE_MESSAGE_VIDEO },
    { "\"attachments\":{\"data\":[{\"mime_type\":\"audio/mp4\",\"file_url\":\"https://e.example/"
      "a\"}]}",
      ANTE_MESSAGE_VOICE },
    { "\"attachments\":{\"data\":[{\"mime_type\":\"audio/mp4\",\"video_data\":{}}]}",
      ANTE_MESSAGE_VOICE },
    { "\"attachments\":{\"data\":[{\"mime_type\":\"application/pdf\",\"name\":\"plan.pdf\"}]}",
      ANTE_MESSAGE_FILE },
    { "\"shares\":{\"data\":[{\"link\":\"https://www.instagram.com/p/x/\"}]}", ANTE_MESSAGE_SHARE },
    { "\"message\":\"hi\",\"story\":{\"reply_to\":{\"link\":\"https://e.example/s\",\"id\":\"9\"}}",
      ANTE_MESSAGE_STORY_REPLY },
    { "\"story\":{\"mention\":{\"link\":\"https://e.example/s\",\"id\":9}}",
      ANTE_MESSAGE_STORY_MENTION },
    { "\"message\":\"hi\",\"story\":{\"link\":\"https://e.example/s\",\"id\":\"9\"}",
      ANTE_MESSAGE_STORY_REPLY },
    { "\"story\":{\"link\":\"https://e.example/s\",\"id\":\"9\"}", ANTE_MESSAGE_STORY_MENTION },
    { "\"message\":\"hi\",\"story\":{}", ANTE_MESSAGE_TEXT },
    { "\"message\":\"hi\",\"attachments\":7,\"shares\":\"x\",\"story\":[],\"reactions\":{\"data\":"
      "3}",
      ANTE_MESSAGE_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",%s}", cases[i].members);
    g_autoptr (AnteMessage) message = decode (json);

    if (message->kind != cases[i].kind)
      g_error ("%s is %s", json, ante_message_kind_to_nick (message->kind));
  }
}

static void
test_story_reactions_and_reply (void)
{
  g_autoptr (AnteMessage) message =
    decode ("{\"id\":\"a\",\"message\":\"x\",\"story\":{\"reply_to\":{\"link\":"
            "\"https://e.example/s\",\"id\":\"9\"}},\"reply_to\":{\"mid\":\"m0\"},\"reactions\":"
            "{\"data\":[{\"reaction\":\"love\",\"users\":[{\"id\":\"" WIRE_TOM "\"}]},"
            "{\"reaction\":\"🔥\",\"users\":{\"data\":[{\"id\":\"" WIRE_US "\"}]}}]}}");
  g_autoptr (AnteMessage) bare =
    decode ("{\"id\":\"a\",\"reactions\":[{\"reaction\":\"a;b c\"},{\"reaction\":1},7]}");

  g_assert_cmpstr (message->story_id, ==, "9");
  g_assert_cmpstr (message->story_url, ==, "https://e.example/s");
  g_assert_cmpstr (message->reply_to, ==, "m0");
  g_assert_cmpstr (message->reactions, ==, "❤ lead;🔥 coach");
  g_assert_cmpstr (bare->reactions, ==, "a_b_c lead");
}

static void
test_attachments_are_bounded_and_addresses_are_of_the_web (void)
{
  g_autoptr (GString) json = g_string_new ("{\"id\":\"a\",\"attachments\":[{}");
  g_autoptr (AnteMessage) many = NULL;
  g_autoptr (AnteMessage) local =
    decode ("{\"id\":\"a\",\"attachments\":[{\"mime_type\":\"image/png\",\"file_url\":"
            "\"file:///etc/passwd\",\"image_data\":{\"url\":\"javascript:alert(1)\",\"width\":"
            "99999999999,\"height\":-3}}]}");
  AnteAttachment *attachment = local->attachments->pdata[0];

  for (guint i = 0; i < 300; i++)
    g_string_append (json, ",{\"file_url\":\"https://e.example/f\"}");
  g_string_append (json, "]}");
  many = decode (json->str);
  g_assert_cmpuint (many->attachments->len, ==, ANTE_DECODE_MAX_ATTACHMENTS);
  g_assert_null (attachment->url);
  g_assert_cmpint (attachment->height, ==, 0);
  g_assert_cmpint (attachment->width, <=, 100000);
}

#define ROW(id, extra)                                                                             \
  "{\"id\":\"" id "\",\"updated_time\":\"2026-03-04T18:22:07+0000\",\"participants\":{\"data\":["  \
  "{\"id\":\"" WIRE_US "\",\"username\":\"coach.vera\"},{\"id\":\"" WIRE_TOM                       \
  "\",\"username\":\"runner_tom\"}]}" extra "}"

static void
test_a_page_of_threads (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteThreadPage) page = ante_decode_thread_page (
    parse ("{\"data\":[" ROW ("t1",
                              ",\"messages\":{\"data\":[{\"id\":\"m1\",\"created_"
                              "time\":1},"
                              "{\"id\":\"m3\",\"created_time\":3},{\"id\":\"m3\"},{}]"
                              "}") "," ROW ("t1", "") "," ROW ("t2", "") ",{\"id\":\"t3\"},7,"
                                                                         "null],"
                                                                         "\"paging\":{"
                                                                         "\"cursors\":{\"after\":"
                                                                         "\"QVF\"},\"next\":"
                                                                         "\"https://e.example/"
                                                                         "?access_token=x\"}}",
           &root),
    &hints, &error);
  AnteThread *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (page->threads->len, ==, 2);
  g_assert_cmpstr (page->after, ==, "QVF");
  first = page->threads->pdata[0];
  g_assert_cmpstr (first->id, ==, "t1");
  g_assert_cmpstr (first->igsid, ==, WIRE_TOM);
  g_assert_cmpstr (first->username, ==, "runner_tom");
  g_assert_cmpint (first->updated_at, ==, 1772648527000);
  g_assert_cmpuint (first->messages->len, ==, 2);
  g_assert_cmpstr (((AnteMessage *) first->messages->pdata[0])->mid, ==, "m3");
  g_assert_false (first->has_older);
}

static void
test_whom_the_answer_names_counts (void)
{
  static const char *const cases[][2] = {
    { ROW ("t", ""), WIRE_TOM },
    { "{\"id\":\"t\"}", "asked" },
    { "{\"id\":\"t\",\"participants\":[{\"id\":\"" WIRE_US "\"}]}", "asked" },
  };
  AnteDecodeHints asked = hints;

  asked.igsid = "asked";
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (AnteThread) thread = ante_decode_thread (parse (cases[i][0], &root), &asked, NULL);

    g_assert_cmpstr (thread->igsid, ==, cases[i][1]);
  }
}

static void
test_a_page_ends_the_list (void)
{
  static const char *const ends[] = {
    "{\"data\":[" ROW ("t", "") "],\"paging\":{\"cursors\":{\"after\":\"QVF\"}}}",
    "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"QVF\"},\"next\":\"https://e.example\"}}",
    "{\"data\":[" ROW ("t", "") "],\"paging\":7}",
    "{\"data\":[" ROW ("t", "") "]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (AnteThreadPage) page =
      ante_decode_thread_page (parse (ends[i], &root), &hints, NULL);

    g_assert_null (page->after);
  }
}

static void
test_older_messages_are_known_of (void)
{
  static const struct {
    const char *messages;
    gboolean older;
  } cases[] = {
    { "{\"data\":[{\"id\":\"1\"}],\"paging\":{\"next\":\"https://e.example\"}}", TRUE },
    { "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"},{\"id\":\"4\"},{\"id\":\"5\"}]}",
      TRUE },
    { "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"},{\"id\":\"4\"},{\"id\":\"5\"}],"
      "\"paging\":{\"cursors\":{\"after\":\"x\"}}}",
      FALSE },
    { "{\"data\":[{\"id\":\"1\"}]}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json =
      g_strdup_printf ("{\"id\":\"t\",\"participants\":{\"data\":[{\"id\":\"5\"}]},"
                       "\"messages\":%s}",
                       cases[i].messages);
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (AnteThread) thread = ante_decode_thread (parse (json, &root), &hints, NULL);

    g_assert_cmpint (thread->has_older, ==, cases[i].older);
  }
}

static void
test_what_was_mended_is_told (void)
{
  static const struct {
    const char *messages;
    gboolean in_order;
  } cases[] = {
    { "", TRUE },
    { "{\"id\":\"2\",\"created_time\":2},{\"id\":\"1\",\"created_time\":1}", TRUE },
    { "{\"id\":\"2\",\"created_time\":2},{\"id\":\"1\",\"created_time\":2}", TRUE },
    { "{\"id\":\"1\",\"created_time\":1},{\"id\":\"2\",\"created_time\":2}", FALSE },
    { "{\"id\":\"2\",\"created_time\":2},{\"id\":\"2\",\"created_time\":2}", FALSE },
    { "{\"id\":\"2\",\"created_time\":2},{\"created_time\":1}", FALSE },
    { "{\"id\":\"2\",\"created_time\":2},null", FALSE },
    { "{\"id\":\"2\"},{\"id\":\"1\",\"created_time\":1}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json =
      g_strdup_printf ("{\"id\":\"t\",\"participants\":{\"data\":[{\"id\":\"5\"}]},"
                       "\"messages\":{\"data\":[%s]}}",
                       cases[i].messages);
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (AnteThread) thread = ante_decode_thread (parse (json, &root), &hints, NULL);

    if (thread->in_order != cases[i].in_order)
      g_error ("%s is %sin order", json, thread->in_order ? "" : "not ");
  }
}

static void
test_message_without_a_time_stays_where_it_stood (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (AnteThread) thread = ante_decode_thread (
    parse ("{\"id\":\"t\",\"updated_time\":9,\"participants\":[{\"id\":\"5\"}],"
           "\"messages\":{\"data\":[{\"id\":\"3\",\"created_time\":3},{\"id\":\"2\"},"
           "{\"id\":\"1\",\"created_time\":1}]}}",
           &root),
    &hints, NULL);
  AnteMessage *message = thread->messages->pdata[1];

  g_assert_cmpstr (message->mid, ==, "2");
  g_assert_cmpint (message->at, ==, 3000);
}

static void
test_account_is_its_user_id (void)
{
  static const char *const shapes[] = {
    "{\"id\":\"2650\",\"user_id\":\"" WIRE_US "\",\"username\":\"coach.vera\",\"name\":\"Vera\"}",
    "{\"data\":[{\"id\":\"2650\",\"user_id\":" WIRE_US ",\"username\":\"coach.vera\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (AnteAccount) account = ante_decode_account (parse (shapes[i], &root), NULL);

    g_assert_cmpstr (account->user_id, ==, WIRE_US);
    g_assert_cmpstr (account->username, ==, "coach.vera");
  }
  {
    g_autoptr (JsonNode) root = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (ante_decode_account (parse ("{\"id\":\"2650\"}", &root), &error));
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
  }
}

static void
test_profile (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) empty_root = NULL;
  g_autoptr (AnteProfile) profile = ante_decode_profile (
    parse (
      "{\"name\":\"To\\u202em\",\"username\":\"runner_tom\",\"profile_pic\":\"https://e.example/"
      "p\","
      "\"follower_count\":412,\"is_user_follow_business\":true,\"is_business_follow_user\":false}",
      &root),
    WIRE_TOM, NULL);
  g_autoptr (AnteProfile) empty =
    ante_decode_profile (parse ("{\"name\":null}", &empty_root), WIRE_TOM, NULL);

  g_assert_cmpstr (profile->name, ==, "Tom");
  g_assert_cmpint (profile->followers, ==, 412);
  g_assert_cmpint (profile->follows_us, ==, 1);
  g_assert_cmpint (profile->we_follow, ==, 0);
  g_assert_true (profile->consent);
  g_assert_null (empty->name);
  g_assert_cmpint (empty->followers, ==, -1);
  g_assert_cmpint (empty->follows_us, ==, -1);
}

typedef struct {
  int code;
  int subcode;
  const char *nick;
} Catalogue;

/* Section by section, the table of the wire's errors, as a read meets them. */
static const Catalogue catalogue[] = {
  { 1, 0, "busy" },
  { 2, 0, "busy" },
  { -1, 0, "busy" },
  { -2, 0, "busy" },
  { 2, 1545133, "busy" },
  { -2, 2534084, "busy" },
  { 1, 99, "permission" },
  { 3, 0, "role" },
  { 4, 0, "throttled" },
  { 17, 0, "throttled" },
  { 32, 0, "throttled" },
  { 613, 0, "throttled" },
  { 613, 2534040, "throttled" },
  { 80002, 0, "throttled" },
  { 80006, 0, "throttled" },
  { 613, 1996, "restricted" },
  { 613, 2018338, "restricted" },
  { 10, 0, "permission" },
  { 200, 0, "permission" },
  { 299, 0, "permission" },
  { 10, 2534022, "window-closed" },
  { 10, 2018278, "window-closed" },
  { 10, 2018108, "cannot-receive" },
  { 551, 0, "cannot-receive" },
  { 551, 1545041, "cannot-receive" },
  { 200, 1545041, "cannot-receive" },
  { 10, 1893063, "restricted" },
  { 10, 2534077, "role" },
  { 100, 0, "rejected" },
  { 100, 33, "gone" },
  { 100, 2534014, "cannot-receive" },
  { 100, 2018001, "cannot-receive" },
  { 100, 2534015, "rejected" },
  { 100, 2534025, "comment-used" },
  { 100, 2534029, "restricted" },
  { 100, 2534037, "other-app" },
  { 100, 2018300, "other-app" },
  { 100, 2018008, "rejected" },
  { 100, 2018014, "rejected" },
  { 100, 2534001, "gone" },
  { 2534001, 0, "gone" },
  { 2534068, 0, "rejected" },
  { 190, 463, "token" },
  { 190, 460, "token" },
  { 190, 458, "token" },
  { 190, 467, "token" },
  { 190, 459, "token" },
  { 190, 464, "token" },
  { 190, 492, "token" },
  { 190, 0, "token" },
  { 102, 0, "token" },
  { 200, 2534041, "access-off" },
  { 230, 0, "no-consent" },
  { 341, 0, "throttled" },
  { 368, 0, "restricted" },
  { 9000001, 0, "gone" },
  { 36103, 0, "not-eligible" },
  { 36000, 2207001, "rejected" },
  { 424242, 0, "rejected" },
};

static void
assert_meaning (const Catalogue *row, AnteAsk ask, guint status, const char *nick)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup_printf (
    "{\"error\":{\"message\":\"Tom's secret words\",\"code\":%d,\"error_subcode\":%d,"
    "\"fbtrace_id\":\"Aex<b>\"}}",
    row->code, row->subcode);
  AnteRefusal refusal;

  ante_refusal_read (&refusal, parse (json, &root));
  g_assert_false (ante_errors_check (&refusal, status, ask, "test", &error));
  g_assert_true (error->domain == ANTE_INSTAGRAM_ERROR);
  if (g_strcmp0 (ante_instagram_error_to_nick (error->code), nick) != 0)
    g_error ("%d/%d is %s, not %s", row->code, row->subcode,
             ante_instagram_error_to_nick (error->code), nick);
  g_assert_null (strstr (error->message, "Tom"));
  g_assert_null (strchr (error->message, '<'));
  g_assert_nonnull (strstr (error->message, "Aexb"));
}

/* A code decides, whatever the HTTP status is. */
static void
test_every_error_of_the_catalogue_means_what_it_says (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (catalogue); i++) {
    assert_meaning (&catalogue[i], ANTE_ASK_READ, 400, catalogue[i].nick);
    assert_meaning (&catalogue[i], ANTE_ASK_READ, 403, catalogue[i].nick);
    assert_meaning (&catalogue[i], ANTE_ASK_READ, 500, catalogue[i].nick);
    assert_meaning (&catalogue[i], ANTE_ASK_READ, 200, catalogue[i].nick);
  }
}

static void
test_an_account_without_a_role_is_told_apart (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  static const Catalogue bad_parameter = { 100, 0, NULL };
  AnteRefusal refusal;

  assert_meaning (&bad_parameter, ANTE_ASK_ACCOUNT, 400, "role");
  ante_refusal_read (&refusal,
                     parse ("{\"error\":{\"message\":\"Unsupported request - method type: "
                            "get\",\"code\":100}}",
                            &root));
  g_assert_false (ante_refusal_is_unknown_field (&refusal));
  g_assert_false (ante_errors_check (&refusal, 400, ANTE_ASK_READ, "test", &error));
  g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_ROLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/bombs-are-refused-before-they-are-parsed",
                   test_bombs_are_refused_before_they_are_parsed);
  g_test_add_func ("/json/depth-at-the-bound-is-taken", test_depth_at_the_bound_is_taken);
  g_test_add_func ("/json/random-bytes-never-crash", test_random_bytes_never_crash);
  g_test_add_func ("/decode/text-is-mended", test_text_is_mended);
  g_test_add_func ("/decode/long-text-is-cut", test_long_text_is_cut);
  g_test_add_func ("/decode/ids-are-text-and-never-rounded", test_ids_are_text_and_never_rounded);
  g_test_add_func ("/decode/times-come-in-three-shapes", test_times_come_in_three_shapes);
  g_test_add_func ("/decode/direction-is-who-it-is-from", test_direction_is_who_it_is_from);
  g_test_add_func ("/decode/kinds", test_kinds);
  g_test_add_func ("/decode/story-reactions-and-reply", test_story_reactions_and_reply);
  g_test_add_func ("/decode/attachments-are-bounded",
                   test_attachments_are_bounded_and_addresses_are_of_the_web);
  g_test_add_func ("/decode/a-page-of-threads", test_a_page_of_threads);
  g_test_add_func ("/decode/whom-the-answer-names", test_whom_the_answer_names_counts);
  g_test_add_func ("/decode/a-page-ends-the-list", test_a_page_ends_the_list);
  g_test_add_func ("/decode/older-messages-are-known-of", test_older_messages_are_known_of);
  g_test_add_func ("/decode/what-was-mended-is-told", test_what_was_mended_is_told);
  g_test_add_func ("/decode/without-a-time-stays-where-it-stood",
                   test_message_without_a_time_stays_where_it_stood);
  g_test_add_func ("/decode/account-is-its-user-id", test_account_is_its_user_id);
  g_test_add_func ("/decode/profile", test_profile);
  g_test_add_func ("/errors/every-error-of-the-catalogue-means-what-it-says",
                   test_every_error_of_the_catalogue_means_what_it_says);
  g_test_add_func ("/errors/an-account-without-a-role-is-told-apart",
                   test_an_account_without_a_role_is_told_apart);
  return g_test_run ();
}
