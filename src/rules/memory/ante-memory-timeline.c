#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* So many words an answer to "when?" may have to be kept whole, and a date. */
#define LONGEST_ANSWER 16
#define LONGEST_DATE 12

/* How a date is said. The value is how sure it is that something is to be reached by it. */
static const AntePhrase dates[] = {
  { EN, "by|before|until|till ?the ?my ?our ?end|start|middle ?of ?the @season|@event ?@event", 3 },
  { EN, "by|before|until im|i ?am ?turn #", 3 },
  { EN, "by|before|until|till ~ is|are|im|i|we|they|comes|starts|ends|goes|runs ~ @month|@season",
    3 },
  { EN, "by|before|until|till ~ year|years ?end", 3 },
  { EN, "by|before|until|till # ?of ?th|nd|rd|st @month", 3 },
  { EN, "end|start|beginning|middle|mid|late|early ?of ?the @month|@season", 2 },
  { EN, "on ?the # ?of @month", 2 },
  { EN, "over|at|around|for|on ?the new years|year ?eve", 1 },
  { EN, "new years|year", 0 },
  { EN, "# ?of @month", 1 },
  { ES, "antes|finales|final|fin de|del ?fin|final ?de ?ano", 3 },
  { ES, "# de @month", 1 },
  { PT, "# de @month", 1 },
  { PT, "fim do|de ano", 2 },
  { FR, "# @month", 1 },
  { FR, "fin|debut ?de ?d|l ?annee|an|@month", 2 },
  { DE, "ab|bis ?zum ?# @month", 2 },
  { DE, "bis|ende|anfang|mitte ?des jahres|jahr|@month", 2 },
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
  { EN, "end of ?the|this|next year|summer", 2 },
  { EN, "end of ?the|this|next month|week", 1 },
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
  { ES, "para|hasta|a ?el ?mi ?finales ?principios ?de @month|@season|@event", 2 },
  { ES, "en ?el ?mi @month|@season|@event", 1 },
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
  { EN, "since|ago|last|was|were|every|each|broke|already|started|been", 0 },
  { EN, "for years", 0 },
  { EN, "back in|then", 0 },
  { EN, "hes|shes|theyre|its|is|old ?only ?just ?nearly ?almost #", 0 },
  { EN, "up in @month", 0 },
  { EN, "i|you|we|they|it|he|she|that|this may", 0 },
  { EN, "away|gone|busy ~ until|till", 0 },
  { EN, "pay|budget|paid", 0 },
  { EN, "stop|stops ~ by", 0 },
  { EN, "call|slot|@weekday at", 0 },
  { ES, "desde|hace|pasado|cada", 0 },
  { PT, "desde|faz|passado|ha|cada|todo", 0 },
  { FR, "depuis|dernier|derniere|chaque", 0 },
  { DE, "seit|letzten|letztes|vor #", 0 },
};

/* They will not begin before: the date that they name is when. */
static const AntePhrase put_offs[] = {
  { EN, "not|cant|wont|only|rather|earliest|better ~ til|till|until|before|after|from|in ~", 0 },
  { EN, "after|from|once|come|in|til|till|until ?the ?new @month|@season|year|years", 0 },
  { EN, "@month|@season ?is|s|would ?be better|best|easier", 0 },
  { ES, "no|mejor|hasta|despues|partir ~ @month|@season|ano", 0 },
  { PT, "so|melhor|depois|partir|ate ~ @month|@season|ano", 0 },
  { PT, "@month|@season ~ melhor", 0 },
  { FR, "pas|plutot|apres|partir|avant ~ @month|@season|annee", 0 },
  { DE, "erst|lieber|nach|ab|nicht ~ @month|@season|jahr", 0 },
};

static gboolean
puts_off (const AnteReading *reading, guint i)
{
  const AnteMemoryFact *timing = ante_memory_find (reading->memory, ANTE_FACT_OBJECTION, "timing");
  AnteAsk ask = reading->answers[i].ask;

  return (timing != NULL && timing->line == i) ||
         ((ask == ANTE_ASK_CALL || ask == ANTE_ASK_TIME || ask == ANTE_ASK_WHEN ||
           ask == ANTE_ASK_YES_NO || ask == ANTE_ASK_BUDGET || ask == ANTE_ASK_OPEN) &&
          ANTE_PHRASES_HAVE (reading->talk, ANTE_READING_LINE (reading, i), put_offs));
}

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
  gboolean asked = reading->answers[i].ask == ANTE_ASK_WHEN && reading->answers[i].is_first;
  guint start = span.first > 4 ? span.first - 4 : 0;
  guint stop = MIN (span.after + 2, ante_line_n_words (line));

  /* Whoever was asked when answers with their plan, if it is another's day that makes it. */
  if (asked)
    return !ante_phrase_find (line, 0, ante_line_n_words (line), "ago|last|since|hace|depuis|seit",
                              NULL);
  return ante_phrases_find (reading->talk, line,
                            MAX (start, ante_line_sentence_start (line, span.first)), stop,
                            no_dates, G_N_ELEMENTS (no_dates), NULL) == NULL &&
         !ante_answer_is_unreal (reading->talk, line, span.first) &&
         is_leads (reading, i, span.first);
}

/* "14 of march", "the 1st", "before my knee op": what belongs to a date around its words. */
static AnteSpan
widen (const AnteLine *line, AnteSpan span)
{
  static const char before[] =
    "of|the|on|by|until|till|til|before|over|in|for|le|la|du|den|del|de|el|"
    "dem|am|ab|zum|avant|antes|mid|early|late|end|start|from|at";
  AnteSpan sentence = ante_reading_sentence (line, span.first);

  while (span.first > sentence.first && ante_line_word (line, span.first - 1)->after != ',' &&
         (ante_word_is (ante_line_word (line, span.first - 1), before) ||
          g_ascii_isdigit (*ante_line_word (line, span.first - 1)->text)))
    span.first--;
  while (span.after < sentence.after && ante_line_word (line, span.after - 1)->after == 0 &&
         (g_ascii_isdigit (*ante_line_word (line, span.after)->text) ||
          ante_word_is (ante_line_word (line, span.after), "@month|@season|th|st|nd|rd|of|de")))
    span.after++;
  return span;
}

/* An answer to "when?" is kept whole where it is short: "my brother's wedding, june 14". */
static AnteSpan
choose_words (const AnteReading *reading, guint i, AnteSpan date)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan sentence = ante_reading_sentence (line, date.first);
  AnteSpan other = { 0, 0 };

  date = widen (line, date);
  if (reading->answers[i].ask == ANTE_ASK_WHEN && reading->answers[i].is_first &&
      sentence.after - sentence.first <= LONGEST_ANSWER) {
    ante_answer_trim (line, &sentence);
    return sentence;
  }
  /* "at my parents' anniversary, in october": one date, said twice. */
  if (ante_phrase_find (line, date.after, sentence.after, "@month|@season", &other) &&
      other.after - date.first <= LONGEST_DATE)
    date.after = widen (line, other).after;
  return date;
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

  if (puts_off (reading, i))
    return weight + 1;
  if (ask == ANTE_ASK_CALL || ask == ANTE_ASK_TIME || ask == ANTE_ASK_STATUS || ask == ANTE_ASK_AGE)
    return 0;
  if (ask == ANTE_ASK_WHEN && reading->answers[i].is_first)
    return weight + 4;
  if (i == goal_line)
    return weight + 2;
  return weight >= 2 ? weight : 0;
}

/* "as soon as the lease is signed": asked when, they answer without a date. */
static gboolean
find_unnamed (const AnteReading *reading, guint i, AnteSpan *span)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  if (reading->answers[i].ask != ANTE_ASK_WHEN || !reading->answers[i].is_first ||
      ante_answer_is_dodge (reading->talk, line) || ante_answer_asks_back (reading->talk, line) ||
      !ante_phrase_find (line, 0, ante_line_n_words (line),
                         "by|before|until|till|when|once|soon|asap|over|around|during|after|#|"
                         "antes|cuando|quando|avant|quand|bis|vor|sobald|wenn",
                         span))
    return FALSE;
  *span = ante_reading_sentence (line, span->first);
  return ante_answer_trim (line, span);
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

    if (!ANTE_READING_LINE (reading, i)->from_lead ||
        ante_line_n_words (ANTE_READING_LINE (reading, i)) == 0)
      continue;
    if (find_date (reading, i, &span, &weight)) {
      weight = weigh (reading, i, goal != NULL ? goal->line : G_MAXUINT, weight);
      span = choose_words (reading, i, span);
    } else if (find_unnamed (reading, i, &span)) {
      weight = 3;
    }
    if (weight > best) {
      best = weight;
      best_line = i;
      best_span = span;
    }
  }
  if (best > 0)
    ante_reading_add (reading, ANTE_FACT_TIMELINE, best_line, best_span, best >= 4 ? 0.8 : 0.6);
}
