#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-chat-words.h"

#include <string.h>

/* As people type, and the word they mean. Only what no other language of ours writes. */
static const struct {
  const char *typed;
  const char *meant;
} words[] = {
  { "abt", "about" },
  { "appt", "appointment" },
  { "bday", "birthday" },
  { "bc", "because" },
  { "bcs", "because" },
  { "cannot", "cant" },
  { "coz", "because" },
  { "cuz", "because" },
  { "deffo", "definitely" },
  { "defo", "definitely" },
  { "doc", "doctor" },
  { "docs", "doctors" },
  { "msg", "message" },
  { "perf", "perfect" },
  { "ppl", "people" },
  { "rn", "now" },
  { "smth", "something" },
  { "sum1", "someone" },
  { "thru", "through" },
  { "tmr", "tomorrow" },
  { "tmrw", "tomorrow" },
  { "tomoz", "tomorrow" },
  { "u", "you" },
  { "ull", "youll" },
  { "ur", "your" },
  { "urs", "yours" },
  { "ure", "youre" },
  { "w", "with" },
  { "wknd", "weekend" },
  { "wknds", "weekends" },
  { "ye", "yes" },
  { "yess", "yes" },
  { "yeh", "yeah" },
};

/* "do not" is "don't": one word to the tables. */
static const struct {
  const char *verb;
  const char *joined;
} negations[] = {
  { "do", "dont" },       { "does", "doesnt" }, { "did", "didnt" },     { "can", "cant" },
  { "could", "couldnt" }, { "will", "wont" },   { "would", "wouldnt" }, { "should", "shouldnt" },
  { "have", "havent" },   { "has", "hasnt" },   { "had", "hadnt" },
};

/* What is longer is no word. */
#define LONGEST_STRETCHED 20

/* "sooo" and "yesss" say no more than "so" and "yes". */
static void
shorten_stretches (GString *word)
{
  gsize kept = 0;

  if (word->len > LONGEST_STRETCHED)
    return;
  for (gsize i = 0; i < word->len;) {
    gsize run = 1;

    while (i + run < word->len && word->str[i + run] == word->str[i])
      run++;
    if (run < 3 || !g_ascii_isalpha (word->str[i]) || run == word->len) {
      memmove (word->str + kept, word->str + i, run);
      kept += run;
    } else {
      word->str[kept++] = word->str[i];
    }
    i += run;
  }
  g_string_truncate (word, kept);
}

/**
 * ante_chat_word:
 * @word: folded; made into the word that is meant
 */
void
ante_chat_word (GString *word)
{
  shorten_stretches (word);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (word->str, words[i].typed)) {
      g_string_assign (word, words[i].meant);
      return;
    }
  }
}

/**
 * ante_chat_join:
 * @before: a word, and @word the one right behind it
 *
 * Returns: (nullable): what the two are when they are one
 */
const char *
ante_chat_join (const char *before, const char *word)
{
  if (!g_str_equal (word, "not"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (negations); i++) {
    if (g_str_equal (before, negations[i].verb))
      return negations[i].joined;
  }
  return NULL;
}
