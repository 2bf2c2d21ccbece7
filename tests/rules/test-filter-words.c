#include "config.h"

#include <string.h>

#include "rules/ante-filter-words.h"
#include "rules/ante-moment.h"
#include "rules/ante-window.h"

/* 2026-03-04 18:22:07 UTC */
#define T0 G_GINT64_CONSTANT (1772648527000)

/* What @typed asks for of @kind, in one line. */
static void
assert_asks (const char *typed, AnteFilterKind kind, const char *expected)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (typed);
  g_autofree char *asked =
    ante_filter_words_has (words, kind) ? g_strjoinv (" | ", words->values[kind]) : g_strdup ("");

  g_assert_cmpstr (asked, ==, expected);
}

static void
test_words_are_text (void)
{
  assert_asks ("  maya   january ", ANTE_FILTER_TEXT, "maya | january");
  assert_asks ("\"see you\" soon", ANTE_FILTER_TEXT, "see you | soon");
  assert_asks ("\"not closed", ANTE_FILTER_TEXT, "not closed");
  assert_asks ("", ANTE_FILTER_TEXT, "");
}

static void
test_prefixes_are_kinds (void)
{
  assert_asks ("owner:maya", ANTE_FILTER_OWNER, "setter:maya");
  assert_asks ("owner:\"Mia Lund\" owner:coach", ANTE_FILTER_OWNER, "setter:Mia Lund | coach");
  assert_asks ("OWNER:me owner:nobody owner:AI", ANTE_FILTER_OWNER, "coach | none | ai");
  assert_asks ("source:referral", ANTE_FILTER_SOURCE, "referral");
  assert_asks ("label:\"very hot\" label:vip", ANTE_FILTER_LABEL, "very hot | vip");
  assert_asks ("offer:\"1:1 coaching\"", ANTE_FILTER_OFFER, "1:1 coaching");
  assert_asks ("due:today due:overdue", ANTE_FILTER_DUE, "today | overdue");
  assert_asks ("window:closing", ANTE_FILTER_WINDOW, "closing");
  assert_asks ("hi owner:coach there", ANTE_FILTER_TEXT, "hi | there");
}

static void
test_va_means_any_setter (void)
{
  assert_asks ("owner:va", ANTE_FILTER_OWNER, "setter:");
  assert_asks ("owner:setter", ANTE_FILTER_OWNER, "setter:");
  assert_asks ("owner:Setters owner:setter:", ANTE_FILTER_OWNER, "setter:");
  assert_asks ("owner:setter:Va", ANTE_FILTER_OWNER, "setter:Va");
}

static void
test_beginning_of_a_value_is_enough (void)
{
  assert_asks ("source:re", ANTE_FILTER_SOURCE, "referral | reactivation");
  assert_asks ("due:to", ANTE_FILTER_DUE, "today");
  assert_asks ("window:c", ANTE_FILTER_WINDOW, "closing | closed");
  assert_asks ("window:close", ANTE_FILTER_WINDOW, "closed");
  assert_asks ("due:", ANTE_FILTER_DUE, "");
  assert_asks ("due:", ANTE_FILTER_TEXT, "");
}

static void
test_unknown_prefixes_and_values_are_text (void)
{
  assert_asks ("price:high", ANTE_FILTER_TEXT, "price:high");
  assert_asks ("https://example.org", ANTE_FILTER_TEXT, "https://example.org");
  assert_asks ("source:moon", ANTE_FILTER_TEXT, "source:moon");
  assert_asks ("\"owner:coach\"", ANTE_FILTER_TEXT, "owner:coach");
  assert_asks ("\"owner:coach\"", ANTE_FILTER_OWNER, "");
}

static void
test_bad_bytes_and_long_lines_are_borne (void)
{
  g_autofree char *line = g_strnfill (100000, 'x');
  g_autoptr (AnteFilterWords) bad = ante_filter_words_parse ("ab\xff"
                                                             "cd owner:\xc3");
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (line);

  g_assert_true (g_utf8_validate (bad->values[ANTE_FILTER_TEXT][0], -1, NULL));
  g_assert_cmpuint (strlen (words->values[ANTE_FILTER_TEXT][0]), ==, ANTE_FILTER_MAX_CHARS);
}

/* As many labels as can be chosen, with names as long as can be. */
static void
test_long_choice_is_read_back (void)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_new ();
  g_autoptr (AnteFilterWords) back = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < 32; i++) {
    g_autofree char *label = g_strdup_printf ("the label with the long name %u", i + 10);

    ante_filter_words_add (words, ANTE_FILTER_LABEL, label);
  }
  line = ante_filter_words_format (words);
  back = ante_filter_words_parse (line);
  g_assert_true (ante_filter_words_equal (words, back));
}

static void
test_what_is_written_is_read_back (void)
{
  static const char *const lines[] = {
    "maya january",
    "\"see you\" due:today due:none",
    "\"owner:coach\" owner:setter owner:\"Mia Lund\" owner:none",
    "owner:setter:va owner:setter:coach owner:va",
    "label:\"say \"\"hi\"\"\" offer:\"1:1\" source:dm-ad window:open",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (AnteFilterWords) words = ante_filter_words_parse (lines[i]);
    g_autofree char *line = ante_filter_words_format (words);
    g_autoptr (AnteFilterWords) again = ante_filter_words_parse (line);
    g_autofree char *same = ante_filter_words_format (again);

    g_assert_true (ante_filter_words_equal (words, again));
    g_assert_cmpstr (line, ==, same);
  }
}

static void
test_values_are_added_and_taken_away_once (void)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_new ();
  g_autoptr (AnteFilterWords) other = ante_filter_words_parse ("label:VIP label:cold");

  g_assert_true (ante_filter_words_equal (words, NULL));
  ante_filter_words_add (words, ANTE_FILTER_LABEL, "Hot");
  ante_filter_words_add (words, ANTE_FILTER_LABEL, "hot");
  ante_filter_words_add (words, ANTE_FILTER_LABEL, "vip");
  g_assert_cmpuint (g_strv_length (words->values[ANTE_FILTER_LABEL]), ==, 2);
  ante_filter_words_merge (words, other);
  g_assert_cmpuint (g_strv_length (words->values[ANTE_FILTER_LABEL]), ==, 3);
  g_assert_false (ante_filter_words_equal (words, other));
  ante_filter_words_remove (words, ANTE_FILTER_LABEL, "HOT");
  g_assert_true (ante_filter_words_equal (words, other));
  ante_filter_words_remove (words, ANTE_FILTER_LABEL, "vip");
  ante_filter_words_remove (words, ANTE_FILTER_LABEL, "cold");
  g_assert_true (ante_filter_words_is_empty (words));
}

static void
assert_resolves (const char *typed, const char *expected)
{
  static const char *const known[] = { "coach",       "ai",         "none",     "setter:",
                                       "setter:Maya", "setter:Max", "setter:Ö", "setter:Mia Lund",
                                       NULL };
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (typed);
  g_autofree char *line = NULL;

  ante_filter_words_resolve (words, ANTE_FILTER_OWNER, known);
  line = g_strjoinv (" | ", words->values[ANTE_FILTER_OWNER]);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_half_a_name_is_all_that_begin_so (void)
{
  assert_resolves ("owner:ma", "setter:Maya | setter:Max");
  assert_resolves ("owner:maya", "setter:Maya");
  assert_resolves ("owner:co", "coach");
  assert_resolves ("owner:set", "setter:");
  assert_resolves ("owner:ö", "setter:Ö");
  assert_resolves ("owner:zoe owner:mi", "setter:zoe | setter:Mia Lund");
}

static void
test_day_is_that_of_the_place (void)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_identifier ("+09:00");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AnteMoment here = ante_moment_at (T0, utc, FALSE);
  AnteMoment there = ante_moment_at (T0, east, FALSE);

  g_assert_cmpint (here.day_end - here.day_start, ==, ANTE_DAY_MS);
  g_assert_cmpint (here.day_start, ==, T0 - T0 % ANTE_DAY_MS);
  g_assert_cmpint (there.day_start, ==, here.day_start + 15 * ANTE_HOUR_MS);
}

static void
test_due_classes (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  AnteMoment moment = ante_moment_at (T0, utc, FALSE);

  g_assert_true (ante_moment_is_due (&moment, ANTE_DUE_OVERDUE, TRUE, T0 - 1));
  g_assert_false (ante_moment_is_due (&moment, ANTE_DUE_OVERDUE, TRUE, T0));
  g_assert_true (ante_moment_is_due (&moment, ANTE_DUE_TODAY, TRUE, moment.day_start));
  g_assert_false (ante_moment_is_due (&moment, ANTE_DUE_TODAY, TRUE, moment.day_end));
  g_assert_true (ante_moment_is_due (&moment, ANTE_DUE_LATER, TRUE, moment.day_end));
  g_assert_true (ante_moment_is_due (&moment, ANTE_DUE_UNDATED, TRUE, 0));
  g_assert_false (ante_moment_is_due (&moment, ANTE_DUE_OVERDUE, TRUE, 0));
  g_assert_true (ante_moment_is_due (&moment, ANTE_DUE_NONE, FALSE, 0));
  g_assert_false (ante_moment_is_due (&moment, ANTE_DUE_UNDATED, FALSE, 0));
}

/* The bounds say the same as the window itself, at every edge of it. */
static void
test_bounds_are_the_window_turned_round (void)
{
  const gint64 edges[] = { 0, ANTE_DAY_MS, 7 * ANTE_DAY_MS, 3 * ANTE_DAY_MS };

  for (guint i = 0; i < 4 * 4 * 9; i++) {
    gint64 heard = i % 4 == 0 ? 0 : T0 - edges[i % 4] + (i / 16 % 3) - 1;
    gint64 ad = i / 4 % 4 == 0 ? 0 : T0 - edges[i / 4 % 4] + (i / 48) - 1;
    AnteWindow window = ante_window_compute (heard, ad, FALSE, T0);
    gint64 heard_after = 0;
    gint64 ad_after = 0;

    ante_window_get_bounds (T0, &heard_after, &ad_after);
    g_assert_cmpint (heard > 0 && (heard > heard_after || ad > ad_after), ==,
                     window.state == ANTE_WINDOW_OPEN);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-words/text", test_words_are_text);
  g_test_add_func ("/filter-words/kinds", test_prefixes_are_kinds);
  g_test_add_func ("/filter-words/any-setter", test_va_means_any_setter);
  g_test_add_func ("/filter-words/beginnings", test_beginning_of_a_value_is_enough);
  g_test_add_func ("/filter-words/unknown-is-text", test_unknown_prefixes_and_values_are_text);
  g_test_add_func ("/filter-words/bad-bytes", test_bad_bytes_and_long_lines_are_borne);
  g_test_add_func ("/filter-words/read-back", test_what_is_written_is_read_back);
  g_test_add_func ("/filter-words/long-choice", test_long_choice_is_read_back);
  g_test_add_func ("/filter-words/add-and-remove", test_values_are_added_and_taken_away_once);
  g_test_add_func ("/filter-words/half-a-name", test_half_a_name_is_all_that_begin_so);
  g_test_add_func ("/moment/day", test_day_is_that_of_the_place);
  g_test_add_func ("/moment/due", test_due_classes);
  g_test_add_func ("/moment/bounds", test_bounds_are_the_window_turned_round);
  return g_test_run ();
}
