#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-own-words.h"

#include "rules/memory/ante-amount.h"

#include <string.h>

/* Of a word its beginning counts, so that "rides" is told by "riding". */
#define LONGEST_STEM 5
#define SHORTEST_WORD 3
/* A fact of one is told by "a dog" as well. */
#define MOST_COUNTED 100000

/* Words of a rule that tell nothing of what it is about. */
#define EMPTY_WORDS                                                                                \
  "has|have|had|is|are|was|the|and|for|with|that|this|they|them|their|lead|person|someone|some|"   \
  "any|own|owns|least|most|more|less|than|from|not|yet|now|already|currently|can|could|will|"      \
  "would|must|should|wants|want|says|say|states|state|names|name|give|gives|about|over|under|"     \
  "above|below|between|other|only|been|being|does|did|least|per|every|each|moment|stated|real|"    \
  "concrete|clear|regular|regularly|paying|active|month|months|year|years|day|days|when|what|"     \
  "which|who|into|onto|its|lives|live|living|based|located|speaks|there|one|two|three|four|five|"  \
  "minimum|maximum|home"

static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word);
}

/* How many letters of "riding" are "rid", and of "running" "run". */
static gsize
find_stem (const char *word)
{
  gsize length = strlen (word);

  if (length <= LONGEST_STEM || !g_str_has_suffix (word, "ing"))
    return length;
  length -= strlen ("ing");
  return length > SHORTEST_WORD && word[length - 1] == word[length - 2] ? length - 1 : length;
}

char **
ante_criterion_list_words (const AnteLine *rule)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **words = NULL;

  for (guint i = 0; i < ante_line_n_words (rule); i++) {
    const AnteWord *word = ante_line_word (rule, i);
    g_autofree char *stem = NULL;

    if (strlen (word->text) < SHORTEST_WORD || is_number (word->text) ||
        ante_word_is (word, EMPTY_WORDS))
      continue;
    stem = g_strndup (word->text, MIN (find_stem (word->text), LONGEST_STEM));
    /* "dogs" are told by "dog" */
    if (strlen (word->text) <= LONGEST_STEM && g_str_has_suffix (stem, "s"))
      stem[strlen (stem) - 1] = '\0';
    g_strv_builder_add (builder, stem);
  }
  words = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return words;
}

/* "mic" tells of "microphone", as "microphones" does. */
static gboolean
is_word_of (const char *word, const char *stem)
{
  gsize length = strlen (word);

  return g_str_has_prefix (word, stem) ||
         (length >= SHORTEST_WORD && length < strlen (stem) && strlen (stem) == LONGEST_STEM &&
          g_str_has_prefix (stem, word));
}

/* How many of the words of a rule a line has; @at (out): the first of them. */
static guint
count_words (const AnteLine *line, char **words, guint *at)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    for (guint k = 0; k < ante_line_n_words (line); k++) {
      if (!is_word_of (ante_line_word (line, k)->text, words[i]))
        continue;
      if (n++ == 0)
        *at = k;
      break;
    }
  }
  return n;
}

/* The lead's first answer to a question of ours that has words of the rule. */
static gboolean
is_asked (const AnteReading *reading, guint i, char **words)
{
  guint at = 0;

  return reading->answers[i].is_first && reading->answers[i].ask != ANTE_ASK_NOTHING &&
         count_words (ANTE_READING_LINE (reading, reading->answers[i].asked_in), words, &at) > 0;
}

/* Who answers to "what does your dog do?" has a dog. */
static gboolean
takes_for_granted (const AnteReading *reading, guint i, const AnteCriterion *criterion)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = NULL;
  guint at = 0;

  if (!is_asked (reading, i, criterion->words) || ante_answer_is_no (reading->talk, line) ||
      ante_answer_is_dodge (reading->talk, line) || ante_answer_asks_back (reading->talk, line) ||
      ante_answer_corrects (reading->talk, line, NULL))
    return FALSE;
  question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);
  count_words (question, criterion->words, &at);
  return at > 0 &&
         ante_word_is (ante_line_word (question, at - 1),
                       "your|yours|tu|su|teu|tua|seu|sua|ton|ta|votre|dein|deine|ihr|ihre");
}

static gboolean
says_so (const AnteReading *reading, guint i, const AnteCriterion *criterion, guint needed)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint at = 0;

  if (count_words (line, criterion->words, &at) < needed)
    return FALSE;
  return ante_whose_is (reading, i, at) == ANTE_WHOSE_LEADS &&
         !ante_answer_is_negated (reading->talk, line, at) &&
         !ante_answer_is_unreal (reading->talk, line, at) &&
         !ante_phrase_find (line, 0, at, "want|wanna|need|wish|looking|dream|gonna|if", NULL) &&
         ante_line_word (line, ante_line_sentence_end (line, at) - 1)->after != '?';
}

gboolean
ante_own_words_prove (const AnteReading *reading, const AnteCriterion *criterion, guint *line)
{
  guint n_words = criterion->words != NULL ? g_strv_length (criterion->words) : 0;
  guint needed = criterion->field == ANTE_CRITERION_OWN_WORDS ? MAX (2, n_words - 1) : 1;

  if (n_words == 0 || (criterion->field == ANTE_CRITERION_OWN_WORDS && n_words < 2))
    return FALSE;
  /* Of a long rule one word is no proof. */
  if (n_words > 3)
    needed = MAX (needed, 2);
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);

    if (!own->from_lead || ante_line_n_words (own) == 0)
      continue;
    if (says_so (reading, i, criterion, needed) ||
        (criterion->field == ANTE_CRITERION_UNKNOWN && is_asked (reading, i, criterion->words) &&
         ante_answer_is_yes (reading->talk, own)) ||
        (criterion->field == ANTE_CRITERION_UNKNOWN && takes_for_granted (reading, i, criterion))) {
      *line = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* "22 kids", "4 cafes": a number that counts something, not money and not time, unless the rule
 * counts weeks. */
static gboolean
counts_things (const AnteAmount *amount, const AnteCriterion *criterion)
{
  if (amount->unit == ANTE_AMOUNT_WEEKS)
    return g_strv_contains ((const char *const *) criterion->words, "week") ||
           g_strv_contains ((const char *const *) criterion->words, "weeks");
  return (amount->unit == ANTE_AMOUNT_PLAIN || amount->unit == ANTE_AMOUNT_THINGS) &&
         amount->value < MOST_COUNTED;
}

gboolean
ante_own_words_count (const AnteReading *reading, const AnteCriterion *criterion, double *count)
{
  if (criterion->words == NULL)
    return FALSE;
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);
    gboolean asked = FALSE;
    AnteAmount amount = { 0 };
    guint at = 0;

    if (!line->from_lead || ante_line_n_words (line) == 0)
      continue;
    asked = is_asked (reading, i, criterion->words) || reading->answers[i].ask == ANTE_ASK_WORK;
    if (!asked && count_words (line, criterion->words, &at) == 0)
      continue;
    for (at = 0; at < ante_line_n_words (line); at++) {
      if (ante_amount_read (line, at, &amount) && counts_things (&amount, criterion) &&
          ante_whose_is (reading, i, at) == ANTE_WHOSE_LEADS &&
          !ante_answer_is_unreal (reading->talk, line, at)) {
        *count = amount.value;
        return TRUE;
      }
    }
  }
  return FALSE;
}

gboolean
ante_own_words_are_about (const AnteReading *reading, guint line, const AnteCriterion *criterion)
{
  guint at = 0;

  return criterion->words != NULL &&
         (is_asked (reading, line, criterion->words) ||
          count_words (ANTE_READING_LINE (reading, line), criterion->words, &at) > 0);
}
