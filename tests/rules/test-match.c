#include "rules/ante-match.h"

static AnteMatch
match (const char *text, const char *query)
{
  g_autofree char *folded_text = ante_match_fold (text);
  g_autofree char *folded_query = ante_match_fold (query);

  return ante_match (folded_text, folded_query);
}

static void
test_case_accents_and_signs_do_not_count (void)
{
  g_assert_cmpint (match ("Lena Krüger", "KRUGER"), ==, ANTE_MATCH_WORDS);
  g_assert_cmpint (match ("Lena Kruger", "krü"), ==, ANTE_MATCH_WORDS);
  g_assert_cmpint (match ("kaja.lund", "Kaja Lund"), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("Weiß", "weiss"), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("\u2068Lena\u2069", "len"), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("Next Step…", "next step"), ==, ANTE_MATCH_PREFIX);
}

static void
test_words_in_any_order_all_of_them (void)
{
  g_assert_cmpint (match ("Move to Needs coach review", "coach move"), ==, ANTE_MATCH_WORDS);
  g_assert_cmpint (match ("Move to Qualifying", "move nurture"), ==, ANTE_MATCH_NONE);
}

static void
test_the_better_find_has_more (void)
{
  g_assert_cmpint (match ("Search Messages", "sea"), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("Search Messages", "mes"), ==, ANTE_MATCH_WORDS);
  g_assert_cmpint (match ("Search Messages", "sages"), ==, ANTE_MATCH_INSIDE);
  g_assert_cmpint (match ("Search Messages", "sages sea"), ==, ANTE_MATCH_INSIDE);
  /* The first place where it stands is not the best one. */
  g_assert_cmpint (match ("Unread and Read", "read"), ==, ANTE_MATCH_WORDS);
}

static void
test_nothing_typed_finds_everything (void)
{
  g_assert_cmpint (match ("Quit", ""), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("Quit", "  … "), ==, ANTE_MATCH_PREFIX);
  g_assert_cmpint (match ("", "q"), ==, ANTE_MATCH_NONE);
  g_assert_cmpint (match (NULL, "q"), ==, ANTE_MATCH_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/case-accents-and-signs", test_case_accents_and_signs_do_not_count);
  g_test_add_func ("/match/words-in-any-order", test_words_in_any_order_all_of_them);
  g_test_add_func ("/match/better-has-more", test_the_better_find_has_more);
  g_test_add_func ("/match/nothing-typed", test_nothing_typed_finds_everything);
  return g_test_run ();
}
