#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-trouble.h"

/* Less than this is small talk, not trouble. */
#define LEAST_WEIGHT 3
/* And less than this, where no word says that anything is wrong. */
#define LEAST_UNSAID 4
#define LONGEST_ANSWER 45
/* So many words are more than a nod. */
#define LEAST_STORY 3

/* Whether what a line answers leaves no room for what is wrong. */
static gboolean
answers_narrowly (AnteAsk ask)
{
  return ask == ANTE_ASK_BUDGET || ask == ANTE_ASK_CALL || ask == ANTE_ASK_TIME ||
         ask == ANTE_ASK_WHEN || ask == ANTE_ASK_DECIDER || ask == ANTE_ASK_GOAL ||
         ask == ANTE_ASK_INCOME;
}

/* Where the lead says what they want; what is wrong is mostly told before. */
static guint
find_goal_line (const AnteReading *reading)
{
  const AnteMemoryFact *goal = ante_memory_find (reading->memory, ANTE_FACT_GOAL, NULL);

  return goal != NULL ? goal->line : G_MAXUINT;
}

/* Whether our questions went on to what stands in the way after @line. */
static gboolean
asks_on (const AnteReading *reading, guint line)
{
  for (guint i = line + 1; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead && reading->answers[i].ask == ANTE_ASK_BLOCK &&
        reading->answers[i].is_first)
      return TRUE;
  }
  return FALSE;
}

/* What the question makes of an answer, before its words are looked at: most where we asked for
 * what is wrong, little where it answers something else. */
static int
weigh_question (const AnteReading *reading, guint i, guint goal_line, int words)
{
  const AnteAnswer *answer = &reading->answers[i];
  gboolean story = ante_line_n_words (ANTE_READING_LINE (reading, i)) >= LEAST_STORY;

  switch (answer->ask) {
  case ANTE_ASK_PROBLEM:
    if (i > goal_line && words == 0)
      return answer->is_first && story ? 4 : 0;
    if (!story && words == 0)
      return answer->is_first ? LEAST_UNSAID : 0;
    return answer->is_first ? 8 : words > 0 || story ? 7 : 0;
  case ANTE_ASK_BLOCK:
    return answer->is_first && asks_on (reading, i) ? 5 : words > 0 ? -1 : 0;
  case ANTE_ASK_OPEN:
    return i > goal_line ? 0 : story ? 2 : words > 0 ? 1 : 0;
  case ANTE_ASK_YES_NO:
    return i > goal_line || words == 0 ? 0 : 1;
  case ANTE_ASK_TRIED:
    return -1;
  case ANTE_ASK_TIME:
  case ANTE_ASK_AGE:
  case ANTE_ASK_STATUS:
  case ANTE_ASK_WORK:
    return 0;
  default:
    return i > goal_line ? -1 : 0;
  }
}

/* How much a line tells of what is wrong; 0 for nothing. */
static int
weigh (AnteReading *reading, guint i, guint goal_line, guint last_before_goal)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAsk ask = reading->answers[i].ask;
  AnteSpan trouble = { 0, 0 };
  int weight = 0;
  int words = 0;

  if (!line->from_lead || ante_answer_is_dodge (reading->talk, line) ||
      ante_answer_asks_back (reading->talk, line))
    return 0;
  words = (int) ante_trouble_count (reading, i, &trouble);
  if (words > 0 && ante_answer_is_unreal (reading->talk, line, trouble.first))
    return 0;
  if (answers_narrowly (ask) && i != goal_line && (ask != ANTE_ASK_TIME || words < 2))
    return 0;
  weight = weigh_question (reading, i, goal_line, words);
  /* Nothing says that anything is wrong, and nobody has asked: they tell who they are. */
  if (words == 0 && (weight <= 0 || (int) i == reading->memory->source.line))
    return 0;
  weight += MIN (words, 3) * 2;
  if (i == last_before_goal)
    weight += 2;
  if (i == goal_line && ask == ANTE_ASK_GOAL)
    weight -= 4;
  return words > 0 || weight >= LEAST_UNSAID ? weight : 0;
}

/* The last line before the wish that tells something of its own. */
static guint
find_last_before (AnteReading *reading, guint goal_line)
{
  if (goal_line == G_MAXUINT)
    return G_MAXUINT;
  for (guint i = goal_line; i > 0; i--) {
    const AnteLine *line = ANTE_READING_LINE (reading, i - 1);
    AnteAsk ask = reading->answers[i - 1].ask;

    if (line->from_lead && !answers_narrowly (ask) && ask != ANTE_ASK_STATUS &&
        ask != ANTE_ASK_WORK && !ante_answer_is_dodge (reading->talk, line) &&
        !ante_answer_asks_back (reading->talk, line) &&
        ante_line_n_words (line) > (ask == ANTE_ASK_AGE ? 4 : 2))
      return i - 1;
  }
  return G_MAXUINT;
}

/* Where nothing tells of it in so many words, what stands in the way does, if it hurts. */
static gboolean
find_in_answers (AnteReading *reading, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);
    AnteAsk ask = reading->answers[i].ask;
    AnteSpan trouble = { 0, 0 };

    if (own->from_lead && reading->answers[i].is_first &&
        (ask == ANTE_ASK_BLOCK || ask == ANTE_ASK_TRIED || ask == ANTE_ASK_OPEN) &&
        !ante_answer_is_dodge (reading->talk, own) && !ante_answer_asks_back (reading->talk, own) &&
        ante_trouble_count (reading, i, &trouble) > 0) {
      *line = i;
      return TRUE;
    }
  }
  return FALSE;
}

void
ante_memory_read_problem (AnteReading *reading)
{
  guint goal_line = find_goal_line (reading);
  guint last = find_last_before (reading, goal_line);
  int best = LEAST_WEIGHT - 1;
  guint best_line = 0;

  for (guint i = 0; i < reading->talk->lines->len; i++) {
    int weight = weigh (reading, i, goal_line, last);

    if (weight > best) {
      best = weight;
      best_line = i;
    }
  }
  if (best < LEAST_WEIGHT && find_in_answers (reading, &best_line))
    best = LEAST_WEIGHT;
  if (best >= LEAST_WEIGHT) {
    const AnteLine *line = ANTE_READING_LINE (reading, best_line);
    AnteSpan span = ante_reading_whole (line);
    AnteSpan trouble = { 0, 0 };

    if (span.after > LONGEST_ANSWER)
      span = ante_reading_sentence (
        line, ante_trouble_count (reading, best_line, &trouble) > 0 ? trouble.first : 0);
    if (ante_answer_trim (line, &span))
      ante_reading_add (reading, ANTE_FACT_PROBLEM, best_line, span, best >= 4 ? 0.7 : 0.5);
  }
}
