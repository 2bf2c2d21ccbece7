#include "config.h"

#include <string.h>

#include "rules/ante-search-match.h"
#include "rules/ante-since.h"

/* In Berlin, on Wednesday 4 March 2026, 19:22. */
#define NOW G_GINT64_CONSTANT (1772648527000)

static AnteSearchWords *
parse (const char *typed)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  return ante_search_words_parse (typed, NOW, zone);
}

static char *
say (gint64 ms)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (ms / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *said = g_date_time_format (local, "%Y-%m-%d %H:%M");

  if (ms == 0)
    return g_strdup ("");
  if (g_str_has_suffix (said, " 00:00"))
    said[strlen (said) - 6] = '\0';
  return g_steal_pointer (&said);
}

static void
append_list (GString *out, const char *name, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (out, " %s=%s", name, (char *) list->pdata[i]);
}

/* All that is asked for, in one line. */
static char *
describe (const AnteSearchWords *words)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *leads = ante_filter_words_format (words->leads);
  g_autofree char *after = say (words->after);
  g_autofree char *before = say (words->before);

  for (guint i = 0; i < words->terms->len; i++) {
    const AnteSearchTerm *term = words->terms->pdata[i];

    g_string_append_printf (out, " %s%s%s", term->is_out ? "-" : "", term->text,
                            term->is_exact ? "!" : "");
  }
  if (words->said)
    g_string_append (out, " said");
  if (words->from != 0)
    g_string_append_printf (out, " from=%u", words->from);
  append_list (out, "from", words->from_names);
  if (words->to != 0)
    g_string_append_printf (out, " to=%u", words->to);
  append_list (out, "to", words->to_names);
  for (guint i = 0; i < words->has->len; i++)
    g_string_append_printf (out, " has=%u", g_array_index (words->has, guint, i));
  append_list (out, "stage", words->stages);
  if (*leads != '\0')
    g_string_append_printf (out, " leads=%s", leads);
  if (*after != '\0')
    g_string_append_printf (out, " after=%s", after);
  if (*before != '\0')
    g_string_append_printf (out, " before=%s", before);
  for (guint i = 0; i < words->notes->len; i++) {
    const AnteSearchNote *note = words->notes->pdata[i];

    if (note->op == ANTE_SEARCH_N_OPERATORS)
      g_string_append_printf (out, " ?%s:%s, %s", note->name, note->value,
                              ante_search_operator_get_name (note->near));
    else
      g_string_append_printf (out, " ?%s:%s%s", ante_search_operator_get_name (note->op),
                              note->value, note->is_out ? "-" : "");
  }
  return g_strdup (out->len > 0 ? out->str + 1 : "");
}

static void
assert_asks (const char *typed, const char *expected)
{
  g_autoptr (AnteSearchWords) words = parse (typed);
  g_autofree char *asked = describe (words);

  if (!g_str_equal (asked, expected))
    g_error ("%s: %s, not %s", typed, asked, expected);
}

static void
test_words_and_phrases (void)
{
  assert_asks ("  price   per month ", "price per month");
  assert_asks ("\"too expensive\" now", "too expensive! now");
  assert_asks ("\"too exp", "too exp");
  assert_asks ("course -january -\"not now\"", "course -january -not now!");
  assert_asks ("- price", "price");
  assert_asks ("well-known", "well-known");
  assert_asks ("10:30 https://x.test/a foo:bar", "10:30 https://x.test/a foo:bar");
  assert_asks ("\"from:lead\"", "from:lead!");
  assert_asks ("🔥 价格 。", "🔥 价格");
  assert_asks ("", "");
}

static void
test_who_wrote_it_and_to_whom (void)
{
  assert_asks ("from:lead price", "price from=1");
  assert_asks ("from:me from:AI", "from=18");
  assert_asks ("from:coach FROM:setter", "from=12");
  assert_asks ("from:\"Mia Lund\" from:@lena_k", "from=Mia Lund from=lena_k");
  assert_asks ("to:me", "to=2");
  assert_asks ("to:coach to:lead", "to=3");
  assert_asks ("to:lena", "to=lena");
  assert_asks ("to:ai", "?to:ai");
  assert_asks ("said:price said:\"too much\"", "price too much! said");
}

static void
test_what_leads_are_like (void)
{
  assert_asks ("source:ad owner:me label:\"very hot\"",
               "leads=owner:coach source:dm-ad label:\"very hot\"");
  assert_asks ("source:re", "leads=source:referral source:reactivation");
  assert_asks ("stage:booked stage:\"no-show risk\"", "stage=booked stage=no-show risk");
}

static void
test_what_messages_have (void)
{
  assert_asks ("has:link has:photo", "has=1 has=2");
  assert_asks ("has:pictures has:voice", "has=2 has=8");
  assert_asks ("has:v", "has=12");
  assert_asks ("has:s", "has=48");
}

static void
test_days (void)
{
  assert_asks ("after:2026-03-01 before:2026-03-03", "after=2026-03-01 before=2026-03-03");
  assert_asks ("after:march price", "price after=2026-03-01");
  assert_asks ("after:april", "after=2025-04-01");
  assert_asks ("after:march 2 price", "price after=2026-03-02");
  assert_asks ("before:3 march 2025 x", "x before=2025-03-03");
  assert_asks ("after:last week price", "price after=2026-02-23");
  assert_asks ("after:\"last week\" price", "price after=2026-02-23");
  assert_asks ("after:last-week", "after=2026-02-23");
  assert_asks ("after: this month", "after=2026-03-01");
  assert_asks ("after:3 days ago cost", "cost after=2026-03-01");
  assert_asks ("after:3d", "after=2026-03-01");
  assert_asks ("after:yesterday before:today", "after=2026-03-03 before=2026-03-04");
  assert_asks ("after:monday", "after=2026-03-02");
  assert_asks ("after:wednesday", "after=2026-03-04");
  assert_asks ("after:last wednesday", "after=2026-02-25");
  assert_asks ("after:friday", "after=2026-02-27");
  assert_asks ("after:2025 before:2025-06", "after=2025-01-01 before=2025-06-01");
  assert_asks ("after:1.2. before:4.3.2026", "after=2026-02-01 before=2026-03-04");
  assert_asks ("after:2 hours ago", "after=2026-03-04 17:22");
  assert_asks ("after:february 29", "after=2024-02-29");
  assert_asks ("after:last year", "after=2025-01-01");
  assert_asks ("after:last month before:a week ago", "after=2026-02-01 before=2026-02-25");
  assert_asks ("after:2 months ago", "after=2026-01-04");
  /* Both hold: the later one leaves less. */
  assert_asks ("after:march after:2026-01-01", "after=2026-03-01");
}

static void
test_what_is_not_understood_is_told_and_the_rest_asked_for (void)
{
  assert_asks ("price has:sock", "price ?has:sock");
  assert_asks ("price has:", "price ?has:");
  assert_asks ("from: price", "price ?from:");
  assert_asks ("after:someday price", "price ?after:someday");
  assert_asks ("after:2026-13-01", "?after:2026-13-01");
  assert_asks ("after:2026-02-30 x", "x ?after:2026-02-30");
  assert_asks ("after:3/4/2026", "?after:3/4/2026");
  assert_asks ("source:tv label: stage: owner: said: to: before:",
               "?source:tv ?label: ?stage: ?owner:");
  assert_asks ("-has:link price", "price ?has:link-");
}

static void
test_hostile_queries_are_words (void)
{
  g_autofree char *long_word = g_strnfill (10 * 1024, 'x');
  g_autofree char *many = g_strnfill (3000, ':');
  g_autoptr (AnteSearchWords) words = parse (long_word);
  g_autoptr (AnteSearchWords) colons = parse (many);
  const AnteSearchTerm *term = words->terms->pdata[0];

  g_assert_cmpuint (words->terms->len, ==, 1);
  g_assert_cmpuint (strlen (term->text), ==, ANTE_SEARCH_MAX_CHARS);
  g_assert_true (ante_search_words_is_empty (colons));
  assert_asks ("\"\"\"\" '' () * ^ - -- : \"", "");
  assert_asks ("a AND (b OR NOT c*) NEAR(d)", "a AND (b OR NOT c*) NEAR(d)");
  assert_asks ("\xff\xfe price", "price");
  assert_asks ("after:99999999999 after:-1 after:0 after:٣", "?after:99999999999 ?after:-1 "
                                                             "?after:0 ?after:٣");
}

/* --- what is found in a text ---------------------------------------------------------------- */

static void
assert_marks (const char *typed, const char *text, const char *expected)
{
  g_autoptr (AnteSearchWords) words = parse (typed);
  g_autoptr (AnteSearchMatch) match = ante_search_match_new (words);
  gboolean fits = ante_search_match_fits (match, text);
  g_autofree char *marked = ante_search_match_mark (match, text, 60);

  g_strdelimit (marked, "\x02", '[');
  g_strdelimit (marked, "\x03", ']');
  if (expected == NULL && fits)
    g_error ("%s: %s", typed, marked);
  if (expected != NULL && (!fits || !g_str_equal (marked, expected)))
    g_error ("%s: %d %s, not %s", typed, fits, marked, expected);
}

static void
test_beginnings_of_words_are_found (void)
{
  assert_marks ("zep", "two zeppelins, or one Zeppelin", "two [zeppelins], or one [Zeppelin]");
  assert_marks ("pelin", "two zeppelins", NULL);
  assert_marks ("two zep", "zeppelins, two", "[zeppelins], [two]");
  assert_marks ("two three", "zeppelins, two", NULL);
  assert_marks ("zep -two", "two zeppelins", NULL);
  assert_marks ("zep -three", "two zeppelins", "two [zeppelins]");
  assert_marks ("lena_k", "ask lena_kaya", "ask [lena_kaya]");
}

static void
test_phrases_stand_in_a_row (void)
{
  assert_marks ("\"too much\"", "That is too much.", "That is [too much].");
  assert_marks ("\"too much\"", "too muchness", NULL);
  assert_marks ("\"too muc", "too muchness", "[too muchness]");
  assert_marks ("\"too much\"", "too very much", NULL);
  assert_marks ("\"too much\"", "too, MUCH", "[too, MUCH]");
}

static void
test_accents_and_capitals_do_not_matter (void)
{
  assert_marks ("cafe", "un CAFÉ", "un [CAFÉ]");
  assert_marks ("café", "un cafe", "un [cafe]");
  assert_marks ("café", "un cafe\xcc\x81s", "un [cafe\xcc\x81s]");
  assert_marks ("ЦЕНА", "какая цена?", "какая [цена]?");
  assert_marks ("mañana", "MANANA", "[MANANA]");
}

static void
test_signs_are_found_anywhere (void)
{
  assert_marks ("价格", "今天的价格是多少", "今天的[价格]是多少");
  assert_marks ("价是", "今天的价格是多少", NULL);
  assert_marks ("ありがと", "本当にありがとう", "本当に[ありがと]う");
  assert_marks ("🔥", "so good 🔥🔥", "so good [🔥][🔥]");
  assert_marks ("👍", "ok 👍🏽 then", "ok [👍🏽] then");
  assert_marks ("❤", "with ❤\xef\xb8\x8f", "with [❤\xef\xb8\x8f]");
  assert_marks ("ราคา", "ขอราคาหน่อย", "ขอ[ราคา]หน่อย");
  assert_marks ("价格100", "价格100元", "[价格100]元");
}

static void
test_the_find_is_seen_in_a_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 30; i++)
    g_string_append (text, "word and ");
  g_string_append (text, "the zeppelin course in spring and nothing more than all of that again");
  assert_marks ("zeppelin", text->str,
                "…and word and word and the [zeppelin] course in spring and noth…");
  assert_marks ("word zeppelin", text->str,
                "…[word] and [word] and [word] and [word] and [word] and the [zeppelin] co…");
}

static void
test_foreign_marks_are_no_finds (void)
{
  assert_marks ("b", "a\x02 b \x03 c", "a [b]  c");
}

static void
test_hostile_texts_are_bounded (void)
{
  g_autofree char *word = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GString) stacked = g_string_new ("z");
  g_autoptr (AnteSearchWords) words = parse ("xxx zz -y");
  g_autoptr (AnteSearchMatch) match = ante_search_match_new (words);
  g_autofree char *marked = ante_search_match_mark (match, word, 60);
  g_autofree char *accents = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (stacked, "\xcc\x81");
  accents = ante_search_match_mark (match, stacked->str, 60);
  g_assert_cmpuint (g_utf8_strlen (marked, -1), <, 80);
  g_assert_true (g_utf8_validate (accents, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (accents, -1), <, 80);
  g_assert_false (ante_search_match_fits (match, "\xe2\x80\xae"
                                                 "abc"));
}

static void
test_signs_are_words_of_an_index (void)
{
  g_autofree char *signs = ante_search_signs ("ok 价格 👍🏽");

  g_assert_cmpstr (signs, ==, "u4ef7 u683c u1f44d");
  g_assert_null (ante_search_signs ("plain ÄÖ"));
  g_assert_null (ante_search_signs (NULL));
}

static void
test_unknown_operator_is_named_with_what_may_be_meant (void)
{
  assert_asks ("form:lena", "form:lena ?form:lena, from");
  assert_asks ("Fom:lena price", "Fom:lena price ?Fom:lena, from");
  assert_asks ("status:qualified", "status:qualified ?status:qualified, stage");
  assert_asks ("sorce: price", "sorce: price ?sorce:, source");
  assert_asks ("budget:high", "budget:high");
  assert_asks ("re: offer", "re: offer");
  assert_asks ("10:30 https://cal.example/a", "10:30 https://cal.example/a");
  assert_asks ("\"form:lena\"", "form:lena!");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/words-and-phrases", test_words_and_phrases);
  g_test_add_func ("/search/who", test_who_wrote_it_and_to_whom);
  g_test_add_func ("/search/leads", test_what_leads_are_like);
  g_test_add_func ("/search/has", test_what_messages_have);
  g_test_add_func ("/search/days", test_days);
  g_test_add_func ("/search/not-understood",
                   test_what_is_not_understood_is_told_and_the_rest_asked_for);
  g_test_add_func ("/search/hostile-queries", test_hostile_queries_are_words);
  g_test_add_func ("/search/beginnings", test_beginnings_of_words_are_found);
  g_test_add_func ("/search/phrases", test_phrases_stand_in_a_row);
  g_test_add_func ("/search/accents", test_accents_and_capitals_do_not_matter);
  g_test_add_func ("/search/signs", test_signs_are_found_anywhere);
  g_test_add_func ("/search/long-text", test_the_find_is_seen_in_a_long_text);
  g_test_add_func ("/search/foreign-marks", test_foreign_marks_are_no_finds);
  g_test_add_func ("/search/hostile-texts", test_hostile_texts_are_bounded);
  g_test_add_func ("/search/index", test_signs_are_words_of_an_index);

  g_test_add_func ("/search/unknown-operator",
                   test_unknown_operator_is_named_with_what_may_be_meant);
  return g_test_run ();
}
