#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* How a date is said. The value is how sure it is that something is to be reached by it. */
static const AntePhrase dates[] = {
  { EN, "by|before|until ?the ?end|start|middle ?of ?the ?my|our ?next|this|new @month|@season ?#",
    3 },
  { EN, "by|before|until ?the ?end|start of ?the ?this|next year|month|summer", 3 },
  { EN, "by|before ?i|im ~ turn|# #", 2 },
  { EN, "before i turn #", 3 },
  { EN,
    "by|before ?my|our|the|his|her|a ?new|next|sisters|brothers|best|friends ?friends|school "
    "@event ~ @month",
    3 },
  { EN,
    "by|before ?my|our|the|his|her|a ?new|next|sisters|brothers|best|friends|school ?year|@event "
    "@event|year",
    3 },
  { EN, "before|by ~ @event in @month", 3 },
  { EN, "in time for ~ @event|@season", 3 },
  { EN, "from @month to|until|till @month", 2 },
  { EN, "from @month", 1 },
  { EN, "@event ~ in|on ?@month|#|the ?@month ?#", 1 },
  { EN, "on|for|in @month ?#", 1 },
  { EN, "in|within ?the ?next ?about #|one|two|three|four|five|six|eight|ten|a|few ?or ?# @unit",
    1 },
  { EN, "for #|eight|six|twelve|four weeks|months", 1 },
  { EN, "#|three|two|four|six weeks|months", 1 },
  { EN, "# days|weeks|months to|until|till|before|left", 3 },
  { EN, "end of ?the|this|next ?@month|year|month|summer", 2 },
  { EN, "next|this year|month|spring|summer|autumn|fall|winter|@month", 1 },
  { EN, "this|next|by|before @season", 1 },
  { EN, "@month ?#", 0 },
  { EN, "@season", 0 },
  { EN, "at|over|around|for @season", 1 },
  { EN, "asap|immediately", 1 },
  { EN, "as soon as possible", 1 },
  { EN, "football|wedding|beach|exam season", 1 },
  { EN, "by @weekday", 1 },
  { ES, "antes de|del ~ @month|@season|@event", 3 },
  { ES, "en|la|el|este|esta @season", 1 },
  { ES, "para|en|hasta|a ?el ?mi ?finales ?principios ?de @month|@season|@event", 2 },
  { ES, "en # @unit", 1 },
  { ES, "@event ~ en @month", 1 },
  { ES, "este|proximo ano|mes|verano", 1 },
  { PT, "antes do|da|de ~ @month|@season|@event", 3 },
  { PT, "ate ?o ?a ?fim ?de ?do @month|@season|@event", 3 },
  { PT, "na|no|neste|nesta @season", 1 },
  { PT, "em|para|pra ?o ?a @month|@season|@event", 1 },
  { PT, "em #|um|dois|tres|quatro|seis @unit", 1 },
  { PT, "@month", 0 },
  { PT, "este|proximo ano|mes", 1 },
  { FR, "avant|d|pour|en ?ici ?l ?le ?la ?mon ?ma ?fin @month|@season|@event", 2 },
  { FR, "d ici ~ @month|@season|@event|@unit", 3 },
  { FR, "dans # @unit", 1 },
  { FR, "en|au|cet|cette|l|ce ?debut ?fin @month|@season|@event", 1 },
  { FR, "d ?ici #|un|deux|trois|six @unit", 1 },
  { FR, "@month", 0 },
  { DE, "bis ?zum ?zur ?anfang ?ende ?meiner ?meinem @month|@season|@event", 3 },
  { DE, "vor ?der ?dem ?meiner ?meinem @month|@season|@event", 3 },
  { DE, "am # @month", 1 },
  { DE, "im|in|diesen|nachsten|kommenden @month|@season", 1 },
  { DE, "in #|zwei|drei|vier|sechs @unit", 1 },
  { DE, "nachstes|dieses jahr", 1 },
  { DE, "@month", 0 },
};

/* Around these a date is of the past, or of the call. */
static const AntePhrase no_dates[] = {
  { EN, "since|ago|last|was|were|back|every|each|broke|already|started|been", 0 },
  { EN, "for years", 0 },
  { EN, "up in @month", 0 },
  { EN, "i|you|we|they|it|he|she|that|this may", 0 },
  { EN, "not before|until", 0 },
  { EN, "away|gone|busy ~ until|till", 0 },
  { EN, "pay|budget|paid", 0 },
  { EN, "stop|stops ~ by", 0 },
  { EN, "call|slot|@weekday at", 0 },
  { ES, "desde|hace|pasado|cada", 0 },
  { PT, "desde|faz|passado|ha|cada|todo", 0 },
  { FR, "depuis|dernier|derniere|chaque", 0 },
  { DE, "seit|letzten|letztes|vor #", 0 },
};

/* What the partner or the child has by then is theirs, unless it is what the lead wants. */
static gboolean
is_leads (const AnteReading *reading, guint i, guint at)
{
  const AnteMemoryFact *goal = ante_memory_find (reading->memory, ANTE_FACT_GOAL, NULL);
  AnteWhose whose = ante_whose_is (reading, i, at);

  return whose == ANTE_WHOSE_LEADS ||
         (whose != ANTE_WHOSE_OTHERS && goal != NULL && goal->line == i);
}

static gboolean
is_of_plan (const AnteReading *reading, guint i, AnteSpan span)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint start = span.first > 4 ? span.first - 4 : 0;
  guint stop = MIN (span.after + 2, ante_line_n_words (line));

  return ante_phrases_find (reading->talk, line,
                            MAX (start, ante_line_sentence_start (line, span.first)), stop,
                            no_dates, G_N_ELEMENTS (no_dates), NULL) == NULL &&
         !ante_answer_is_unreal (reading->talk, line, span.first) &&
         is_leads (reading, i, span.first);
}

/* The surest date of a line; of two that are as sure the longer one. */
static gboolean
find_date (const AnteReading *reading, guint i, AnteSpan *best, int *weight)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean found = FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (dates); k++) {
    guint from = 0;
    AnteSpan span = { 0, 0 };

    while (ante_phrases_find (reading->talk, line, from, ante_line_n_words (line), &dates[k], 1,
                              &span) != NULL) {
      if ((!found || dates[k].value > *weight ||
           (dates[k].value == *weight && span.after - span.first > best->after - best->first)) &&
          is_of_plan (reading, i, span)) {
        *best = span;
        *weight = dates[k].value;
        found = TRUE;
      }
      from = span.first + 1;
    }
  }
  return found;
}

/* A date tells of the lead's plan where they were asked for it, or say it with what they want. */
static int
weigh (const AnteReading *reading, guint i, guint goal_line, int weight)
{
  AnteAsk ask = reading->answers[i].ask;

  if (ask == ANTE_ASK_CALL || ask == ANTE_ASK_TIME || ask == ANTE_ASK_STATUS || ask == ANTE_ASK_AGE)
    return 0;
  if (ask == ANTE_ASK_WHEN && reading->answers[i].is_first)
    return weight + 4;
  if (i == goal_line)
    return weight + 2;
  return weight >= 2 ? weight : 0;
}

void
ante_memory_read_timeline (AnteReading *reading)
{
  const AnteMemoryFact *goal = ante_memory_find (reading->memory, ANTE_FACT_GOAL, NULL);
  int best = 0;
  guint best_line = 0;
  AnteSpan best_span = { 0, 0 };

  for (guint i = 0; i < reading->talk->lines->len; i++) {
    AnteSpan span = { 0, 0 };
    int weight = 0;

    if (!ANTE_READING_LINE (reading, i)->from_lead || !find_date (reading, i, &span, &weight))
      continue;
    weight = weigh (reading, i, goal != NULL ? goal->line : G_MAXUINT, weight);
    if (weight > best) {
      best = weight;
      best_line = i;
      best_span = span;
    }
  }
  if (best > 0)
    ante_reading_add (reading, ANTE_FACT_TIMELINE, best_line, best_span, best >= 4 ? 0.8 : 0.6);
}
