#include "config.h"

#include "rules/ante-text.h"

#include <string.h>

static void
assert_clean (const char *foreign, const char *expected)
{
  g_autofree char *clean = ante_text_clean (foreign, -1, 0);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_writing_stays_as_it_is (void)
{
  const char *const texts[] = { "Hi, how much is the 12 week plan?",
                                "Zażółć gęślą jaźń",
                                "👩‍👩‍👧 ok ❤️",
                                "می‌خواهم",
                                "שלום",
                                "日本語\nzwei Zeilen" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_clean (texts[i], texts[i]);
}

static void
test_direction_tricks_and_controls_go (void)
{
  assert_clean ("evil\u202Egpj.exe\u202C", "evilgpj.exe");
  assert_clean ("\u2066a\u2069\x07"
                "b\x1b",
                "ab");
  assert_clean ("a\xc2\x85"
                "b\r\nc\rd\u2028e\tf",
                "a\nb\nc\nd\ne f");
  assert_clean ("\uFEFFx\xc2\x9Fy", "xy");
}

static void
test_what_is_no_utf8_becomes_a_mark (void)
{
  g_autofree char *nul = ante_text_clean ("a\0b", 3, 0);

  assert_clean ("caf\xe9!", "caf\uFFFD!");
  assert_clean ("\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD");
  g_assert_true (g_utf8_validate (nul, -1, NULL));
  g_assert_true (g_str_has_prefix (nul, "a"));
}

static void
test_stacked_marks_are_cut (void)
{
  g_autoptr (GString) bomb = g_string_new ("z");
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (bomb, "\u0301");
  g_string_append (bomb, "ok");
  clean = ante_text_clean (bomb->str, -1, 0);
  g_assert_cmpint (g_utf8_strlen (clean, -1), <, 12);
  g_assert_true (g_str_has_suffix (clean, "ok"));
}

static void
test_length_is_counted_in_characters (void)
{
  g_autofree char *clean = ante_text_clean ("ééééé", -1, 3);

  g_assert_cmpstr (clean, ==, "ééé");
}

static void
test_name_is_one_short_line (void)
{
  g_autofree char *folded = ante_text_clean_name ("  Tom \n\n the\tRunner ", 0);
  g_autofree char *cut = ante_text_clean_name ("abcdefghij", 5);
  g_autofree char *exact = ante_text_clean_name ("abcde", 5);
  g_autofree char *empty = ante_text_clean_name (NULL, 5);

  g_assert_cmpstr (folded, ==, "Tom the Runner");
  g_assert_cmpstr (cut, ==, "abcd…");
  g_assert_cmpstr (exact, ==, "abcde");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_read_back_text_matches_what_was_sent (void)
{
  g_autofree char *sent = ante_text_for_matching ("  Cafe\u0301 um drei?\r\nJa. ");
  g_autofree char *read = ante_text_for_matching ("Café um drei?\nJa.");

  g_assert_cmpstr (sent, ==, read);
}

static void
test_long_text_is_split_between_sentences (void)
{
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  pieces = ante_text_split_message ("First thing to say. Second thing to say! Third?", 24);
  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpstr (pieces->pdata[0], ==, "First thing to say.");
  g_assert_cmpstr (pieces->pdata[1], ==, "Second thing to say!");
  g_assert_cmpstr (pieces->pdata[2], ==, "Third?");
}

static void
test_split_never_breaks_a_character_and_loses_none (void)
{
  const char *text =
    "日本語日本語日本語日本語 👩‍👩‍👧👩‍👩‍👧 ende";
  g_autoptr (GPtrArray) pieces = ante_text_split_message (text, 10);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    g_assert_true (g_utf8_validate (pieces->pdata[i], -1, NULL));
    g_assert_cmpuint (strlen (pieces->pdata[i]), <=, 10);
    g_string_append (all, pieces->pdata[i]);
  }
  g_string_replace (all, " ", "", 0);
  g_assert_cmpstr (all->str, ==,
                   "日本語日本語日本語日本語👩‍👩‍👧👩‍👩‍👧ende");
}

static void
test_split_keeps_a_family_together (void)
{
  g_autoptr (GPtrArray) pieces = ante_text_split_message ("xx👩‍👩‍👧", 18);

  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpstr (pieces->pdata[1], ==, "👩‍👩‍👧");
}

static void
test_what_was_taken_back_finds_its_place (void)
{
  static const struct {
    const char *draft;
    const char *earlier;
    const char *later;
    const char *both;
  } cases[] = {
    { "", NULL, NULL, "BACK" },
    { "newer", NULL, NULL, "BACK\nnewer" },
    { "newer", "", "", "BACK\nnewer" },
    { "newer", "not there", "nor this", "BACK\nnewer" },
    { "one", "one", NULL, "one\nBACK" },
    { "one\n", "one", NULL, "one\nBACK" },
    { "one, changed\nnewer", "one", NULL, "one, changed\nBACK\nnewer" },
    { "three", NULL, "three", "BACK\nthree" },
    { "newer\nso, three", NULL, "three", "newer\nBACK\nso, three" },
    { "one\nthree", "one", "three", "one\nBACK\nthree" },
    { "one\nnewer\nthree", "one", "three", "one\nnewer\nBACK\nthree" },
    { "one\nnewer", "one", "not there", "one\nBACK\nnewer" },
    { "un café\nà trois", "un café", NULL, "un café\nBACK\nà trois" },
    { "two\nlines\nnewer", "two\nlines", NULL, "two\nlines\nBACK\nnewer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *both =
      ante_text_put_back (cases[i].draft, "BACK", cases[i].earlier, cases[i].later);

    g_assert_cmpstr (both, ==, cases[i].both);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/writing-stays-as-it-is", test_writing_stays_as_it_is);
  g_test_add_func ("/text/direction-tricks-and-controls-go", test_direction_tricks_and_controls_go);
  g_test_add_func ("/text/what-is-no-utf8-becomes-a-mark", test_what_is_no_utf8_becomes_a_mark);
  g_test_add_func ("/text/stacked-marks-are-cut", test_stacked_marks_are_cut);
  g_test_add_func ("/text/length-is-counted-in-characters", test_length_is_counted_in_characters);
  g_test_add_func ("/text/name-is-one-short-line", test_name_is_one_short_line);
  g_test_add_func ("/text/read-back-matches-what-was-sent",
                   test_read_back_text_matches_what_was_sent);
  g_test_add_func ("/text/long-text-is-split-between-sentences",
                   test_long_text_is_split_between_sentences);
  g_test_add_func ("/text/split-never-breaks-a-character",
                   test_split_never_breaks_a_character_and_loses_none);
  g_test_add_func ("/text/split-keeps-a-family-together", test_split_keeps_a_family_together);
  g_test_add_func ("/text/what-was-taken-back-finds-its-place",
                   test_what_was_taken_back_finds_its_place);
  return g_test_run ();
}
