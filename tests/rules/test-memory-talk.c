#include "config.h"

#include "rules/memory/ante-phrase.h"

#include "test-memory.h"

#include <string.h>

static char *
fold (const char *text)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  const AnteLine *line = NULL;

  ante_talk_add (talk, TRUE, text);
  line = ante_talk_line (talk, 0);
  for (guint i = 0; i < ante_line_n_words (line); i++) {
    const AnteWord *word = ante_line_word (line, i);

    g_string_append_printf (words, "%s%s",
                            i == 0                                                     ? ""
                            : word->sentence != ante_line_word (line, i - 1)->sentence ? " / "
                                                                                       : " ",
                            word->text);
  }
  return g_strdup (words->str);
}

static void
assert_folded (const char *text, const char *expected)
{
  g_autofree char *folded = fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_words_are_folded (void)
{
  assert_folded ("I DON'T, really… Why?", "i dont really / why");
  assert_folded ("L’été à Noël", "l ete a noel");
  assert_folded ("Straße, Übung", "strasse ubung");
  assert_folded ("¿Qué tal? ¡Bien!", "que tal / bien");
  assert_folded ("1,500€ at 7:40, 22k/month", "1,500 € at 7:40 22k month");
  assert_folded ("see food.example/fit. Then", "see food example fit / then");
  assert_folded ("am 3. März", "am 3 marz");
  assert_folded ("aaaaaaaaaabbbbbbbbbbccccccccccddddd", "aaaaaaaaaabbbbbbbbbbccccccccccdd");
  assert_folded ("", "");
  assert_folded ("🙂 !!! …", "");
}

/* What is not seen on the screen does not hide a word, nor part one. */
static void
test_unseen_characters_do_not_count (void)
{
  assert_folded ("bud\u200bget", "budget");
  assert_folded ("\u202ebudget\u202c", "budget");
  assert_folded ("b\u0301\u0301u\u0301dget", "budget");
}

static void
test_spans_point_into_the_text (void)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  const AnteWord *word = NULL;

  ante_talk_add (talk, TRUE, "é “quoted words” done");
  word = ante_line_word (ante_talk_line (talk, 0), 1);
  g_assert_cmpstr (word->text, ==, "quoted");
  g_assert_true (strncmp (ante_talk_line (talk, 0)->text + word->start, "quoted", 6) == 0);
  g_assert_true (word->quoted);
  g_assert_false (ante_line_word (ante_talk_line (talk, 0), 3)->quoted);
}

static gboolean
stands (const char *text, const char *words)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();

  ante_talk_add (talk, TRUE, text);
  return ante_phrase_find (ante_talk_line (talk, 0), 0,
                           ante_line_n_words (ante_talk_line (talk, 0)), words, NULL);
}

static void
test_phrases_fit_words (void)
{
  g_assert_true (stands ("well, I want it", "i want|need"));
  g_assert_false (stands ("I. Want it", "i want"));
  g_assert_true (stands ("procrastinating again", "procrastinat*"));
  g_assert_true (stands ("I really do want it", "i ~ want"));
  g_assert_false (stands ("I one two three four five want", "i ~ want"));
  g_assert_true (stands ("up to 3 days", "# day|days"));
  g_assert_true (stands ("three days", "# days"));
  g_assert_true (stands ("my wife says", "my @partner"));
  g_assert_false (stands ("my sister says", "my @partner"));
  g_assert_true (stands ("no. why", "^ why $"));
  g_assert_false (stands ("that is why", "^ why $"));
  g_assert_true (stands ("so I want", "i ?really want"));
}

static AnteTongue
find_tongues (const char *text)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();

  ante_talk_add (talk, TRUE, text);
  ante_talk_find_tongues (talk);
  return talk->tongues;
}

static void
test_languages_are_told_apart (void)
{
  g_assert_cmpint (find_tongues ("I want to sleep and my kids are not"), ==, ANTE_TONGUE_EN);
  g_assert_cmpint (find_tongues ("quiero dormir pero mi hijo no para y los días"), ==,
                   ANTE_TONGUE_ES);
  g_assert_cmpint (find_tongues ("não consigo dormir, meu filho acorda e eu também"), ==,
                   ANTE_TONGUE_PT);
  g_assert_cmpint (find_tongues ("je ne dors pas, mon fils est dans le lit"), ==, ANTE_TONGUE_FR);
  g_assert_cmpint (find_tongues ("ich schlafe nicht und mein Sohn ist wach"), ==, ANTE_TONGUE_DE);
  g_assert_cmpint (find_tongues ("😂😂"), ==, ANTE_TONGUE_EN);
}

static AnteMemory *
read_hostile (const char *text)
{
  return test_memory_read ("> what would you want?", text, "> and your budget?", text,
                           "> shall i send the link?", text, NULL);
}

/* Whatever comes, it ends soon, and every fact lies in its message. */
static void
test_hostile_text_is_read_in_bounds (void)
{
  g_autofree char *long_word = g_strnfill (10 * 1024, 'a');
  g_autofree char *digits = g_strnfill (10 * 1024, '7');
  g_autofree char *quotes = g_strnfill (10 * 1024, '"');
  g_autoptr (GString) many = g_string_new ("< ");
  g_autofree char *word_line = g_strconcat ("< ", long_word, NULL);
  g_autofree char *digit_line = g_strconcat ("< ", digits, NULL);
  g_autofree char *quote_line = g_strconcat ("< ", quotes, NULL);
  const char *texts[] = { word_line,
                          digit_line,
                          quote_line,
                          "< ",
                          "< \n\n\n",
                          "< \xff\xfe 200 a month \xc3",
                          "< \u202e200\u202c a month",
                          "< %s%n%s",
                          NULL,
                          NULL };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++)
    g_string_append (many, "i want ");
  texts[8] = many->str;
  for (guint i = 0; texts[i] != NULL; i++) {
    g_autoptr (AnteMemory) memory = read_hostile (texts[i]);
    g_autofree char *valid = g_utf8_make_valid (texts[i] + 2, -1);

    for (guint k = 0; k < memory->facts->len; k++) {
      const AnteMemoryFact *fact = memory->facts->pdata[k];

      g_assert_true (g_utf8_validate (fact->text, -1, NULL));
      g_assert_cmpuint (fact->span_start, <, fact->span_end);
      g_assert_cmpint (fact->span_end, <=, g_utf8_strlen (valid, -1));
    }
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
}

static void
test_old_messages_keep_their_place (void)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  g_autoptr (AnteMemory) memory = NULL;

  for (guint i = 0; i < 2000; i++)
    ante_talk_add (talk, TRUE, "ok");
  ante_talk_add (talk, FALSE, "what would you want?");
  ante_talk_add (talk, TRUE, "a marathon in spring");
  ante_talk_find_tongues (talk);
  g_assert_cmpuint (ante_line_n_words (ante_talk_line (talk, 0)), ==, 1);
  g_assert_cmpuint (ante_line_n_words (ante_talk_line (talk, 1000)), ==, 0);
  memory = ante_memory_read (talk, NULL, NULL);
  test_memory_assert (memory, ANTE_FACT_GOAL, "a marathon in spring", 2001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-talk/folded", test_words_are_folded);
  g_test_add_func ("/memory-talk/unseen", test_unseen_characters_do_not_count);
  g_test_add_func ("/memory-talk/spans", test_spans_point_into_the_text);
  g_test_add_func ("/memory-talk/phrases", test_phrases_fit_words);
  g_test_add_func ("/memory-talk/languages", test_languages_are_told_apart);
  g_test_add_func ("/memory-talk/hostile", test_hostile_text_is_read_in_bounds);
  g_test_add_func ("/memory-talk/old", test_old_messages_keep_their_place);
  return g_test_run ();
}
