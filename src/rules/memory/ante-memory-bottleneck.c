#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-trouble.h"

#define LONGEST_ANSWER 45
#define LEAST_STORY 4

/* What a lead says, unasked, of what stands in the way. */
static const AntePhrase obstacles[] = {
  { EN, "what|thing|only that ~ stops|stopping|holds|keeps ~ me|is|us", 0 },
  { EN, "whats stopping|holding", 0 },
  { EN, "the|my ~ hard|hardest|problem|biggest|main ~ part|thing|is|obstacle", 0 },
  { EN, "i ?always|just|then|usually end up", 0 },
  { EN, "because|bc|cause|since|cuz i|im|we|nobody|everything|the|my|nothing", 0 },
  { EN, "but ?then i|im ?just|always|never|keep|cant|dont|stop|quit|give|get|have|end|forget", 0 },
  { EN, "every time i|we", 0 },
  { EN, "whenever i|we", 0 },
  { EN, "i|we always|usually quit|stop|give|forget|end|cave", 0 },
  { EN, "gets|get in the way", 0 },
  { ES, "lo que|mas ~ cuesta|impide|frena", 0 },
  { ES, "porque|pero", 0 },
  { ES, "cada vez que", 0 },
  { PT, "porque|mas|so que", 0 },
  { PT, "toda vez que", 0 },
  { FR, "parce|mais|sauf", 0 },
  { FR, "des|chaque que|fois", 0 },
  { DE, "weil|aber", 0 },
  { DE, "jedes mal", 0 },
};

static gboolean
tells (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  return line->from_lead && !ante_answer_is_dodge (reading->talk, line) &&
         !ante_answer_asks_back (reading->talk, line) &&
         !ante_answer_is_unreal (reading->talk, line, 0);
}

/* More than a word or a figure: "gym 2x, pizza 3x" is none. */
static gboolean
is_story (const AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint numbers = 0;

  for (guint at = 0; at < ante_line_n_words (line); at++)
    numbers += g_ascii_isdigit (*ante_line_word (line, at)->text);
  return ante_line_n_words (line) >= LEAST_STORY && numbers < 2;
}

/* What an answer is worth as the thing that stands in the way; 0 for nothing. */
static int
weigh (AnteReading *reading, guint i, guint goal_line)
{
  AnteAnswer answer = reading->answers[i];
  gboolean later = goal_line != G_MAXUINT && i > goal_line;
  AnteSpan span = { 0, 0 };

  if (!tells (reading, i))
    return 0;
  if (answer.is_first && answer.ask == ANTE_ASK_BLOCK)
    return later ? 6 : 5;
  if (answer.is_first && answer.ask == ANTE_ASK_TRIED)
    return ante_trouble_is_failure (reading, i, &span) ? 3 : 0;
  /* Once they have said what they want, what else is asked of it mostly asks for this. */
  if (answer.is_first && later && (answer.ask == ANTE_ASK_PROBLEM || answer.ask == ANTE_ASK_OPEN))
    return ante_trouble_count (reading, i, &span) > 0 ? 4 : is_story (reading, i) ? 3 : 0;
  if (answer.ask == ANTE_ASK_BUDGET || answer.ask == ANTE_ASK_CALL ||
      answer.ask == ANTE_ASK_DECIDER)
    return 0;
  if (ANTE_PHRASES_FIND (reading->talk, ANTE_READING_LINE (reading, i), obstacles, &span) != NULL &&
      ante_whose_is (reading, i, span.first) != ANTE_WHOSE_OTHERS &&
      ante_trouble_count (reading, i, &span) > 0)
    return 2;
  return 0;
}

static AnteSpan
choose_words (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = ante_reading_whole (line);
  AnteSpan found = { 0, 0 };
  gboolean asked = reading->answers[i].ask == ANTE_ASK_BLOCK;

  if (ANTE_PHRASES_FIND (reading->talk, line, obstacles, &found) == NULL &&
      ante_trouble_count (reading, i, &found) == 0)
    found = (AnteSpan){ 0, 0 };
  if (span.after > LONGEST_ANSWER || !asked)
    span = ante_reading_sentence (line, found.first);
  ante_answer_trim (line, &span);
  return span;
}

void
ante_memory_read_bottleneck (AnteReading *reading)
{
  const AnteMemoryFact *goal = ante_memory_find (reading->memory, ANTE_FACT_GOAL, NULL);
  const AnteMemoryFact *problem = ante_memory_find (reading->memory, ANTE_FACT_PROBLEM, NULL);
  guint goal_line = goal != NULL ? goal->line : G_MAXUINT;
  int best = 0;
  guint best_line = 0;
  AnteSpan span = { 0, 0 };

  for (guint i = 0; i < reading->talk->lines->len; i++) {
    int weight = 0;

    if (i == goal_line)
      continue;
    weight = weigh (reading, i, goal_line);
    /* What is wrong and what stands in the way are mostly told in two messages. */
    if (problem != NULL && problem->line == i)
      weight = weight >= 5 ? 1 : 0;
    if (weight > best) {
      best = weight;
      best_line = i;
    }
  }
  if (best == 0)
    return;
  span = choose_words (reading, best_line);
  if (span.after > span.first)
    ante_reading_add (reading, ANTE_FACT_BOTTLENECK, best_line, span, best >= 5 ? 0.7 : 0.5);
}
