#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-labels.h"

#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* What was written, oldest first. @mid is its name in what a search is expected to find. */
static const struct {
  const char *mid;
  const char *igsid;
  const char *author;
  AnteMessageKind kind;
  const char *text;
  gint64 ago;
} written[] = {
  { "a1", "1", "lead", ANTE_MESSAGE_TEXT, "Is the zeppelin course open in January?", 9 * DAY },
  { "a2", "1", "coach", ANTE_MESSAGE_TEXT, "Yes! The price is 400, see calendly.com/zep", 9 * DAY },
  { "a3", "1", "lead", ANTE_MESSAGE_STORY_REPLY, "too expensive for me", 8 * DAY },
  { "b1", "2", "setter:Maya", ANTE_MESSAGE_TEXT, "Hello, which café do you run?", 3 * DAY },
  { "b2", "2", "lead", ANTE_MESSAGE_TEXT, "un CAFE à Lyon 🔥🔥", 3 * DAY },
  { "b3", "2", "lead", ANTE_MESSAGE_VOICE, NULL, 2 * DAY },
  { "c1", "3", "lead", ANTE_MESSAGE_TEXT, "今天的价格是多少", 2 * HOUR },
  { "c2", "3", "ai", ANTE_MESSAGE_TEXT, "The price? 400 a month; zeppelins are extra", HOUR },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++) {
    gint64 at = T0 - written[i].ago;
    AnteMessage *message = make_message (written[i].mid, written[i].author, at, written[i].text);

    message->kind = written[i].kind;
    if (g_str_equal (written[i].mid, "b2"))
      message->reactions = g_strdup ("❤");
    fixture_ingest (fixture, make_thread (written[i].igsid, message, NULL), at);
  }
}

static gint64
id_of (Fixture *fixture, const char *igsid)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  return lead->id;
}

/* The messages of a page in their order, and that they are close ones. */
static char *
describe (const AnteSearchPage *page)
{
  GString *out = g_string_new (page->is_close ? "~" : "");

  for (guint i = 0; i < page->leads->len; i++) {
    const AnteSearchHit *hit = page->leads->pdata[i];

    g_string_append_printf (out, "%s@%s", out->len > 0 ? " " : "", hit->handle);
  }
  for (guint i = 0; i < page->hits->len; i++) {
    const AnteSearchHit *hit = page->hits->pdata[i];

    g_string_append_printf (out, "%s%s", out->len > 0 && out->str[out->len - 1] != '~' ? " " : "",
                            hit->mid);
  }
  return g_string_free (out, FALSE);
}

static void
assert_finds (Fixture *fixture, const char *query, const char *expected)
{
  AnteSearchAsk ask = { .limit = 50 };
  g_autoptr (AnteSearchPage) page = fixture_search_page (fixture, query, &ask);
  g_autofree char *found = describe (page);

  if (!g_str_equal (found, expected))
    g_error ("%s: %s, not %s", query, found, expected);
  g_assert_cmpint (page->next, ==, 0);
}

static void
test_words_are_found_newest_first (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "zepp", "c2 a1");
  assert_finds (fixture, "price zepp", "c2");
  assert_finds (fixture, "\"price is\"", "a2");
  assert_finds (fixture, "\"is price\"", "");
  assert_finds (fixture, "zepp -price", "a1");
  assert_finds (fixture, "-price", "");
  assert_finds (fixture, "", "");
}

static void
test_accents_signs_and_emoji_are_found (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "cafe", "b2 b1");
  assert_finds (fixture, "CAFÉ", "b2 b1");
  assert_finds (fixture, "价格", "c1");
  assert_finds (fixture, "格价", "");
  assert_finds (fixture, "多少", "c1");
  assert_finds (fixture, "🔥", "b2");
  assert_finds (fixture, "🔥 lyon", "b2");
  assert_finds (fixture, "🔥 paris", "");
  assert_finds (fixture, "👍", "");
}

static void
test_who_wrote_it (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "from:lead zepp", "a1");
  assert_finds (fixture, "said:zepp", "a1");
  assert_finds (fixture, "from:us zepp", "c2");
  assert_finds (fixture, "from:coach", "a2");
  assert_finds (fixture, "from:ai from:coach price", "c2 a2");
  assert_finds (fixture, "from:maya", "b1");
  assert_finds (fixture, "from:setter", "b1");
  assert_finds (fixture, "from:handle_2", "b3 b2");
  assert_finds (fixture, "to:lead from:ai", "c2");
  assert_finds (fixture, "to:us zepp", "a1");
  assert_finds (fixture, "to:@handle_1", "a2");
  assert_finds (fixture, "from:nobody_here", "");
  assert_finds (fixture, "to:me from:coach", "");
}

static void
test_what_the_lead_is_like (Fixture *fixture, gconstpointer data)
{
  fixture_change (fixture, id_of (fixture, "1"), ANTE_FIELD_OWNER, "setter:Mia Lund", NULL);
  fixture_change (fixture, id_of (fixture, "3"), ANTE_FIELD_LABEL, "very warm", "add");
  fixture_change (fixture, id_of (fixture, "3"), ANTE_FIELD_STAGE, "qualified", NULL);
  fixture_ingest (fixture, make_thread ("7", make_message ("d1", "lead", T0, "ok"), NULL), T0);
  fixture_change (fixture, id_of (fixture, "7"), ANTE_FIELD_TOUCH, "referral", NULL);

  assert_finds (fixture, "owner:mia zepp", "a1");
  assert_finds (fixture, "label:very zepp", "c2");
  assert_finds (fixture, "label:\"very warm\"", "c2 c1");
  assert_finds (fixture, "stage:qual zepp", "c2");
  assert_finds (fixture, "stage:new zepp", "a1");
  assert_finds (fixture, "stage:nowhere zepp", "");
  assert_finds (fixture, "source:referral", "d1");
  assert_finds (fixture, "owner:mia label:warm", "");
}

static void
test_what_the_message_has (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "has:link", "a2");
  assert_finds (fixture, "has:voice", "b3");
  assert_finds (fixture, "has:story", "a3");
  assert_finds (fixture, "has:reaction", "b2");
  assert_finds (fixture, "has:link price", "a2");
  assert_finds (fixture, "has:voice has:link", "");
  assert_finds (fixture, "has:v", "b3");
}

static void
test_when_it_was_written (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "after:today", "c2 c1");
  assert_finds (fixture, "after:\"4 days ago\" before:yesterday", "b3 b2 b1");
  assert_finds (fixture, "before:2026-02-24", "a2 a1");
  assert_finds (fixture, "zepp after:yesterday", "c2");
}

static void
test_slips_are_forgiven_when_nothing_is_found (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "zepelin", "~c2 a1");
  assert_finds (fixture, "zepplin", "~c2 a1");
  assert_finds (fixture, "zeppellin", "~c2 a1");
  assert_finds (fixture, "zeppekin", "~c2 a1");
  assert_finds (fixture, "ezppelin", "~c2 a1");
  assert_finds (fixture, "expensvie", "~a3");
  assert_finds (fixture, "zepelin cuorse", "~a1");
  /* Two slips, a short word, and words that must stand as they are. */
  assert_finds (fixture, "zapelin", "");
  assert_finds (fixture, "pric zeb", "");
  assert_finds (fixture, "\"zepelin\"", "");
}

static void
test_what_was_close_is_marked (Fixture *fixture, gconstpointer data)
{
  AnteSearchAsk ask = { .limit = 50 };
  g_autoptr (AnteSearchPage) page = fixture_search_page (fixture, "expensvie", &ask);

  g_assert_cmpstr (((AnteSearchHit *) page->hits->pdata[0])->snippet, ==,
                   "too \002expensive\003 for me");
}

static void
test_leads_are_found_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteProfile) profile = ante_profile_new ();
  g_autoptr (GError) error = NULL;

  profile->consent = TRUE;
  profile->igsid = g_strdup ("2");
  profile->username = g_strdup ("jose.b");
  profile->name = g_strdup ("José Zeppo");
  TEST_CALL (fixture->result, ante_store_set_profile_async, fixture->store, profile, T0, NULL);
  g_assert_true (ante_store_set_profile_finish (fixture->store, fixture->result, &error));

  assert_finds (fixture, "jose", "@jose.b");
  assert_finds (fixture, "@jose.b", "@jose.b");
  assert_finds (fixture, "zepp", "@jose.b c2 a1");
  assert_finds (fixture, "zepp from:lead", "a1");
  assert_finds (fixture, "handle_2", "");
  assert_finds (fixture, "label:x jose", "");
}

static void
test_pages_go_on_where_the_last_one_ended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = g_string_new (NULL);
  AnteSearchAsk ask = { .limit = 2 };
  guint pages = 0;

  for (int i = 0; i < 5; i++) {
    g_autofree char *mid = g_strdup_printf ("p%d", i);

    fixture_ingest (fixture, make_thread ("4", make_message (mid, "lead", T0 + i, "balloon"), NULL),
                    T0 + i);
  }
  do {
    g_autoptr (AnteSearchPage) page = fixture_search_page (fixture, "ball", &ask);
    g_autofree char *found = describe (page);

    g_string_append_printf (all, "%s|", found);
    ask.below = page->next;
    pages++;
  } while (ask.below != 0 && pages < 9);
  g_assert_cmpstr (all->str, ==, "p4 p3|p2 p1|p0|");
}

static void
test_one_thread_is_searched_by_itself (Fixture *fixture, gconstpointer data)
{
  AnteSearchAsk ask = { .limit = 50, .lead_id = id_of (fixture, "1") };
  g_autoptr (AnteSearchPage) page = fixture_search_page (fixture, "zepp", &ask);
  g_autofree char *found = describe (page);

  g_assert_cmpstr (found, ==, "a1");
}

/* The sample of the newest is what tells common words: behind it the index is asked. */
static void
test_common_and_rare_words_together (Fixture *fixture, gconstpointer data)
{
  AnteThread *thread = NULL;

  for (int page = 0; page < 4; page++) {
    thread = make_thread ("5", make_message ("x", "lead", T0 + page * 1000, "the hours"), NULL);
    for (int i = 0; i < 200; i++) {
      g_autofree char *mid = g_strdup_printf ("y%d-%d", page, i);

      g_ptr_array_add (thread->messages, make_message (mid, "lead", T0 + page * 1000 + i,
                                                       "the thing that they think"));
    }
    fixture_ingest (fixture, thread, T0 + page * 1000);
  }
  assert_finds (fixture, "the zepp", "c2 a1");
  assert_finds (fixture, "t z", "c2 a2 a1");
  assert_finds (fixture, "t i zepp course", "a1");
  assert_finds (fixture, "the open -price", "a1");
  assert_finds (fixture, "open.i course", "a1");
}

static void
test_hostile_queries_find_nothing_in_peace (Fixture *fixture, gconstpointer data)
{
  static const char *const hostile[] = {
    "\"",
    "\"\"",
    "'",
    "*",
    "^",
    "a*b",
    "NEAR(",
    "zz:zz",
    "col:x",
    "{a b}: c",
    "a AND",
    "OR",
    "NOT",
    "(((",
    "-",
    "--",
    "from:",
    "has:",
    "said:\"",
    "from:\"\"",
    "to:*",
    "label:\"%\"",
    "stage:\"\n\"",
    "\xe2\x80\xae"
    "abc",
    "e\xcc\x81\xcc\x81\xcc\x81",
    "\xff\xfe",
    "\x01\x02\x03",
    "🏽",
    "\xef\xb8\x8f",
    "a\"b",
    "x\"*",
    "\\",
    "%",
    "_",
    "from:' label:' stage:' owner:'",
    "👩‍👩‍👧‍👦",
    "\xe2\x81\xa8x\xe2\x81\xa9",
  };
  g_autofree char *word = g_strnfill (10 * 1024, 'q');
  g_autofree char *many =
    g_strjoinv (" ", (char **) (const char *[]){ "a", "b", "c", "d", "e", "f", "g", "h", "i", "j",
                                                 "k", "l", "m", "n", "o", "p", "q", "r", NULL });
  AnteSearchAsk ask = { .limit = 50 };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    ante_search_page_free (fixture_search_page (fixture, hostile[i], &ask));
  ante_search_page_free (fixture_search_page (fixture, word, &ask));
  ante_search_page_free (fixture_search_page (fixture, many, &ask));
}

static void
test_hostile_texts_are_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (10 * 1024, 'q');
  g_autoptr (GString) stacked = g_string_new ("wobble");
  AnteSearchAsk ask = { .limit = 50 };
  g_autoptr (AnteSearchPage) page = NULL;

  for (int i = 0; i < 500; i++)
    g_string_append (stacked, "\xcc\x81");
  fixture_ingest (fixture, make_thread ("6", make_message ("h1", "lead", T0, word), NULL), T0);
  fixture_ingest (
    fixture, make_thread ("6", make_message ("h2", "lead", T0 + 1, stacked->str), NULL), T0 + 1);
  fixture_ingest (fixture,
                  make_thread ("6",
                               make_message ("h3", "lead", T0 + 2,
                                             "<b>wibble</b> &amp; \xe2\x80\xae"
                                             "x"),
                               NULL),
                  T0 + 2);
  page = fixture_search_page (fixture, "qqq", &ask);
  g_assert_cmpuint (page->hits->len, ==, 1);
  g_assert_cmpuint (g_utf8_strlen (((AnteSearchHit *) page->hits->pdata[0])->snippet, -1), <, 200);
  assert_finds (fixture, "wobble", "h2");
  assert_finds (fixture, "wibble", "h3");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/search/" path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("words", test_words_are_found_newest_first);
  ADD ("signs", test_accents_signs_and_emoji_are_found);
  ADD ("who", test_who_wrote_it);
  ADD ("leads", test_what_the_lead_is_like);
  ADD ("has", test_what_the_message_has);
  ADD ("when", test_when_it_was_written);
  ADD ("slips", test_slips_are_forgiven_when_nothing_is_found);
  ADD ("close-marked", test_what_was_close_is_marked);
  ADD ("names", test_leads_are_found_by_name);
  ADD ("pages", test_pages_go_on_where_the_last_one_ended);
  ADD ("thread", test_one_thread_is_searched_by_itself);
  ADD ("common", test_common_and_rare_words_together);
  ADD ("hostile-queries", test_hostile_queries_find_nothing_in_peace);
  ADD ("hostile-texts", test_hostile_texts_are_found);
  return g_test_run ();
}
