#include "config.h"

#include "rules/ante-saved-reply.h"

static void
assert_filled (const char *text, const AnteReplyWords *words, const char *expected)
{
  g_autofree char *filled = ante_saved_reply_fill (text, words);

  g_assert_cmpstr (filled, ==, expected);
}

static void
test_fill (void)
{
  const AnteReplyWords all = { "Maya", "maya.moves", "https://cal.com/x", "Anna" };
  const AnteReplyWords none = { NULL, "", NULL, NULL };

  assert_filled ("Hi {first_name|there}, it is {my_name}: {booking_link} @{handle}", &all,
                 "Hi Maya, it is Anna: https://cal.com/x @maya.moves");
  assert_filled ("Hi {first_name|there}! {booking_link}", &none, "Hi there! {booking_link}");
  assert_filled ("Hi{first_name|}!", &none, "Hi!");
  assert_filled ("{first_name}{first_name}", &all, "MayaMaya");
  assert_filled ("{first_nam|you} {price}", &all, "you {price}");
  assert_filled ("{}, { first_name }, {First}, {first_name", &all,
                 "{}, { first_name }, {First}, {first_name");
  assert_filled ("{{first_name}} {first_name|a {handle}", &all, "{Maya} {first_name|a maya.moves");
  assert_filled ("", &all, "");
}

/* What a lead is called may itself look like a place: it is not filled in again. */
static void
test_words_are_no_places (void)
{
  const AnteReplyWords words = { "{booking_link}", NULL, "link", NULL };

  assert_filled ("{first_name}", &words, "{booking_link}");
}

static void
test_gaps (void)
{
  const char *text = "Hi {x, here: {booking_link} and {y|z}";
  const char *start = NULL;
  const char *end = NULL;
  g_autofree char *gap = NULL;

  g_assert_true (ante_saved_reply_find_gap (text, &start, &end));
  gap = g_strndup (start, (gsize) (end - start));
  g_assert_cmpstr (gap, ==, "{booking_link}");
  g_assert_true (ante_saved_reply_find_gap (end, &start, &end));
  g_assert_cmpstr (start, ==, "{y|z}");
  g_assert_false (ante_saved_reply_find_gap (end, &start, &end));
  g_assert_false (ante_saved_reply_find_gap ("a } b { c {D} {1} {a b}", &start, &end));
}

static void
test_unknown (void)
{
  g_autofree char *misspelt = ante_saved_reply_find_unknown ("{first_name} {firstname} {x}");

  g_assert_cmpstr (misspelt, ==, "firstname");
  g_assert_null (ante_saved_reply_find_unknown ("{first_name} {offer|it} {handle|}"));
}

static void
test_first_names (void)
{
  static const char *const names[][2] = {
    { "Maya Lind", "Maya" },  { "✨ Maya | Coach ✨", "Maya" },
    { "  Jörg\tB.", "Jörg" }, { "李小龙", "李小龙" },
    { "✨ 🔥 1", NULL },        { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *first = ante_saved_reply_first_name (names[i][0]);

    g_assert_cmpstr (first, ==, names[i][1]);
  }
}

static void
test_ranks (void)
{
  g_autoptr (AnteReply) all = ante_reply_new (1, "Booking", "Take a slot", ANTE_SOURCE_UNKNOWN);
  g_autoptr (AnteReply) story =
    ante_reply_new (2, "Café opener", "Thanks for the booking", ANTE_SOURCE_STORY_REPLY);

  g_assert_cmpint (ante_saved_reply_rank (all, "", ANTE_SOURCE_STORY_REPLY), ==, 1);
  g_assert_cmpint (ante_saved_reply_rank (story, "", ANTE_SOURCE_STORY_REPLY), ==, 0);
  g_assert_cmpint (ante_saved_reply_rank (story, "", ANTE_SOURCE_REFERRAL), ==, -1);
  /* A name is before a text, whomever it is for. */
  g_assert_cmpint (ante_saved_reply_rank (all, "book", ANTE_SOURCE_STORY_REPLY), ==, 1);
  g_assert_cmpint (ante_saved_reply_rank (story, "book", ANTE_SOURCE_STORY_REPLY), ==, 3);
  g_assert_cmpint (ante_saved_reply_rank (story, "cafe op", ANTE_SOURCE_REFERRAL), ==, 2);
  g_assert_cmpint (ante_saved_reply_rank (all, "ook", ANTE_SOURCE_UNKNOWN), ==, 1);
  g_assert_cmpint (ante_saved_reply_rank (all, "price", ANTE_SOURCE_UNKNOWN), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-reply/fill", test_fill);
  g_test_add_func ("/saved-reply/words-are-no-places", test_words_are_no_places);
  g_test_add_func ("/saved-reply/gaps", test_gaps);
  g_test_add_func ("/saved-reply/unknown", test_unknown);
  g_test_add_func ("/saved-reply/first-names", test_first_names);
  g_test_add_func ("/saved-reply/ranks", test_ranks);
  return g_test_run ();
}
