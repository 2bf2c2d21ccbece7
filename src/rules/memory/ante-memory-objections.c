#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-objection-frames.h"
#include "rules/memory/ante-objection-learned.h"
#include "rules/memory/ante-objection-phrases.h"
#include "rules/memory/ante-trouble.h"

/* What only sounds like one. */
static const AntePhrase no_objections[] = {
  { EN, "not|isnt|never|no ~ expensive|scam|problem|issue|worry", 0 },
  { EN, "no doubt|problem|worries", 0 },
  { EN, "@partner ~ on board|fine|agrees|supportive|happy|in", 0 },
  { EN, "@partner ~ says|said ~ yes|ok|okay|fine|try|go", 0 },
  { EN, "he|she ~ said|says ~ yes|try|ok", 0 },
  { EN, "i found my", 0 },
  { EN, "does this|it work if|for|with", 0 },
  { EN, "only talk|speak", 0 },
  { ES, "no es ~ caro|estafa", 0 },
  { PT, "nao e|esta ~ caro", 0 },
  { FR, "pas ~ cher|arnaque", 0 },
  { DE, "nicht ~ teuer", 0 },
};

/* Asked about money, they tell how hard it is instead. */
static const AntePhrase hardships[] = {
  { EN,
    "tight|broke|rent|bills|debt|debts|mortgage|benefits|unemployed|redundant|laid|loan|overdraft|"
    "ironic|hard|difficult|tricky|complicated|expensive|stretched|struggling|skint|saving",
    0 },
  { ES, "complicado|justo|justa|paro|alquiler|hipoteca|deudas|dificil", 0 },
  { PT, "complicado|apertado|apertada|desempregado|desempregada|aluguel|dividas|dificil", 0 },
  { FR, "complique|rsa|chomage|loyer|serre|difficile|dettes|juste", 0 },
  { DE, "knapp|schwierig|arbeitslos|miete|schulden|eng|burgergeld", 0 },
};

/* What was tried and came to nothing, where we asked for it. */
static const AntePhrase came_to_nothing[] = {
  { EN,
    "quit|quitted|stopped|gave|waste|wasted|didnt|nothing|never|useless|dropped|bored|binned|"
    "packed|ghosted|failed|rubbish|pointless|hated|back|lasted|disappointing|disappointed",
    0 },
  { ES, "deje|abandone|nada|nunca|no", 0 },
  { PT, "parei|desisti|nada|nunca|nao", 0 },
  { FR, "arrete|abandonne|rien|jamais|pas", 0 },
  { DE, "aufgehort|abgebrochen|nichts|nie|nicht", 0 },
};

/* Asked late, with nothing agreed, what it costs is what stands between. */
static const AntePhrase price_questions[] = {
  { EN, "how much", 0 },
  { EN, "what ~ cost|price|charge|rates|cost", 0 },
  { EN, "whats the price|cost", 0 },
  { EN, "prices|pricing|price $", 0 },
  { ES, "cuanto|precio|cuesta|vale $", 0 },
  { ES, "cuanto cuesta|vale|sale|seria", 0 },
  { PT, "quanto custa|e|fica|sai|seria", 0 },
  { PT, "quanto|preco|valor $", 0 },
  { FR, "combien|prix|tarif|tarifs", 0 },
  { DE, "was kostet", 0 },
  { DE, "wie viel|teuer", 0 },
  { DE, "preis|preise", 0 },
};

static gboolean
is_known (const AnteReading *reading, AnteObjection type)
{
  return ante_memory_find (reading->memory, ANTE_FACT_OBJECTION, ante_objection_name (type)) !=
         NULL;
}

static gboolean
is_refused (const AnteReading *reading, guint line, AnteObjection type)
{
  const GArray *refused = reading->origin->refused;

  for (guint i = 0; refused != NULL && i < refused->len; i++) {
    const AnteMemoryRefusal *refusal = &g_array_index (refused, AnteMemoryRefusal, i);

    if (refusal->line == line && g_strcmp0 (refusal->type, ante_objection_name (type)) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
keep (AnteReading *reading, guint i, AnteSpan span, AnteObjection type, double confidence)
{
  AnteSpan sentence = ante_reading_sentence (ANTE_READING_LINE (reading, i), span.first);

  if (is_known (reading, type) || is_refused (reading, i, type))
    return;
  ante_answer_trim (ANTE_READING_LINE (reading, i), &sentence);
  if (sentence.after <= sentence.first)
    sentence = span;
  ante_reading_add (reading, ANTE_FACT_OBJECTION, i, sentence, confidence)->type =
    ante_objection_name (type);
}

/* The first message tells why they come, not yet what keeps them from it; a format or a language
 * may stand in the way from the start. */
static gboolean
may_be_said_first (AnteObjection type)
{
  return type == ANTE_OBJECTION_FORMAT || type == ANTE_OBJECTION_LANGUAGE ||
         type == ANTE_OBJECTION_TRUST || type == ANTE_OBJECTION_PAST_FAILURE ||
         type == ANTE_OBJECTION_PRICE;
}

/* What is wrong in their life, and what they do, is told of them, not of what we offer. */
static gboolean
is_of_offer (const AnteReading *reading, guint i, AnteObjection type)
{
  AnteAsk ask = reading->answers[i].ask;
  gboolean of_life = ask == ANTE_ASK_GOAL || ask == ANTE_ASK_PROBLEM || ask == ANTE_ASK_BLOCK ||
                     ask == ANTE_ASK_WORK || ask == ANTE_ASK_INCOME || ask == ANTE_ASK_AGE ||
                     ask == ANTE_ASK_STATUS;

  if (type == ANTE_OBJECTION_FAMILY && ask == ANTE_ASK_TIME)
    return FALSE;
  /* Another day for one call is no trouble with the hours of all of them. */
  if (type == ANTE_OBJECTION_SCHEDULE && i > 0 && !ANTE_READING_LINE (reading, i - 1)->from_lead &&
      ante_phrase_find (ANTE_READING_LINE (reading, i), 0,
                        ante_line_n_words (ANTE_READING_LINE (reading, i)),
                        "cant ?do ?make @weekday", NULL))
    return FALSE;
  if (!of_life || !reading->answers[i].is_first)
    return TRUE;
  return type == ANTE_OBJECTION_PAST_FAILURE || type == ANTE_OBJECTION_LANGUAGE ||
         type == ANTE_OBJECTION_NEED_TO_THINK ||
         (type == ANTE_OBJECTION_TIME && ask == ANTE_ASK_BLOCK);
}

/* "Ask her": somebody must have been named who could be asked. */
static gboolean
names_partner (const AnteReading *reading, guint i)
{
  for (guint k = 0; k <= i; k++) {
    const AnteLine *line = ANTE_READING_LINE (reading, k);

    if (ante_phrase_find (line, 0, ante_line_n_words (line),
                          "@partner|@relative|@child|owner|founder|boss|board|company|family",
                          NULL))
      return TRUE;
  }
  return FALSE;
}

/* "isn't expensive" is none, but "how do I know this isn't a scam" is. */
static gboolean
is_taken_back (const AnteReading *reading, const AnteLine *line, AnteSpan sentence)
{
  return ante_phrases_find (reading->talk, line, sentence.first, sentence.after, no_objections,
                            G_N_ELEMENTS (no_objections), NULL) != NULL &&
         !ante_phrase_find (line, sentence.first, sentence.after, "how|sure|prove|proof|whether",
                            NULL);
}

static void
read_phrase (AnteReading *reading, guint i, const AntePhrase *phrase, AnteSpan span)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteWhose whose = ante_whose_is (reading, i, span.first);
  AnteObjection type = phrase->value;

  /* A past coach is somebody else, and still it is the lead's experience. */
  if ((i == 0 && !may_be_said_first (type)) || !is_of_offer (reading, i, type) ||
      is_taken_back (reading, line, ante_reading_sentence (line, span.first)) ||
      ante_answer_is_unreal (reading->talk, line, span.first) ||
      (whose == ANTE_WHOSE_OTHERS && type != ANTE_OBJECTION_PAST_FAILURE))
    return;
  /* What the partner doubts is theirs: it stands between as the partner's word. */
  if (whose == ANTE_WHOSE_PARTNERS &&
      (type == ANTE_OBJECTION_TRUST || type == ANTE_OBJECTION_PRICE))
    type = ANTE_OBJECTION_PARTNER;
  if (type == ANTE_OBJECTION_PARTNER && !names_partner (reading, i))
    return;
  keep (reading, i, span, type, 0.7);
}

static void
read_phrases (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  guint n = 0;
  const AntePhrase *objections = ante_objection_phrases (&n);

  for (guint k = 0; k < n; k++) {
    AnteSpan span = { 0, 0 };

    if (ante_phrases_find (reading->talk, line, 0, ante_line_n_words (line), &objections[k], 1,
                           &span) != NULL)
      read_phrase (reading, i, &objections[k], span);
  }
}

static void
read_failure (AnteReading *reading, guint i)
{
  AnteAsk ask = reading->answers[i].ask;
  AnteSpan span = { 0, 0 };

  if (!ante_trouble_is_failure (reading, i, &span) ||
      ante_phrase_find (ANTE_READING_LINE (reading, i),
                        ante_line_sentence_start (ANTE_READING_LINE (reading, i), span.first),
                        span.first, "if|si|se|wenn", NULL) ||
      ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS || ask == ANTE_ASK_GOAL)
    return;
  keep (reading, i, span, ANTE_OBJECTION_PAST_FAILURE, 0.6);
}

static void
read_frames (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const char *types[ANTE_OBJECTION_FRAMES_MOST] = { NULL };

  if (i == 0 || ante_line_n_words (line) == 0 || ante_whose_is (reading, i, 0) == ANTE_WHOSE_OTHERS)
    return;
  ante_objection_frames_find (reading, i, types);
  for (guint k = 0; types[k] != NULL; k++) {
    for (guint type = 0; type < N_ANTE_OBJECTIONS; type++) {
      if (g_str_equal (ante_objection_name (type), types[k]) && is_of_offer (reading, i, type))
        keep (reading, i, ante_reading_whole (line), type, 0.6);
    }
  }
}

/* "no", "he thinks it's a scam": said of the one who would have to come along. */
static void
read_answers (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAnswer answer = reading->answers[i];
  AnteSpan span = ante_reading_whole (line);
  const AnteMemoryFact *budget = ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL);

  if (!answer.is_first || span.after == 0)
    return;
  if (answer.ask == ANTE_ASK_BUDGET && ante_answer_is_no (reading->talk, line) &&
      ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL) == NULL &&
      !ante_answer_is_yes (reading->talk, line) && !is_known (reading, ANTE_OBJECTION_TRUST))
    keep (reading, i, span, ANTE_OBJECTION_PRICE, 0.6);
  if (answer.ask == ANTE_ASK_BUDGET && (budget == NULL || budget->line != i) &&
      ANTE_PHRASES_HAVE (reading->talk, line, hardships))
    keep (reading, i, span, ANTE_OBJECTION_PRICE, 0.6);
  if (answer.ask == ANTE_ASK_TRIED && !ante_answer_is_dodge (reading->talk, line) &&
      ante_line_n_words (line) > 3 && ANTE_PHRASES_HAVE (reading->talk, line, came_to_nothing) &&
      ante_whose_is (reading, i, 0) != ANTE_WHOSE_OTHERS)
    keep (reading, i, span, ANTE_OBJECTION_PAST_FAILURE, 0.6);
  if (answer.ask == ANTE_ASK_DECIDER && ante_answer_is_no (reading->talk, line) &&
      ante_phrase_find (line, 0, ante_line_n_words (line), "@partner|@relative", NULL) &&
      !ante_phrase_find (line, 0, ante_line_n_words (line),
                         "board|agrees|fine|ok|okay|in|up|yes|supportive|happy|keen|both", NULL))
    keep (reading, i, span, ANTE_OBJECTION_PARTNER, 0.6);
  if (answer.ask == ANTE_ASK_DECIDER && ante_answer_is_no (reading->talk, line) &&
      ante_phrase_find (ANTE_READING_LINE (reading, answer.asked_in), 0,
                        ante_line_n_words (ANTE_READING_LINE (reading, answer.asked_in)),
                        "@partner|he|she|they|el|ella|ele|ela|il|elle|er|sie", NULL))
    keep (reading, i, span, ANTE_OBJECTION_PARTNER, 0.6);
}

static void
read_price_question (AnteReading *reading)
{
  guint last = reading->talk->lines->len;
  AnteSpan span = { 0, 0 };

  while (last > 0 && !ANTE_READING_LINE (reading, last - 1)->from_lead)
    last--;
  if (last < 3)
    return;
  if (ANTE_PHRASES_FIND (reading->talk, ANTE_READING_LINE (reading, last - 1), price_questions,
                         &span) != NULL)
    keep (reading, last - 1, span, ANTE_OBJECTION_PRICE, 0.5);
}

/* What was asked for is told, not objected: hours, a day, a sum. */
static gboolean
is_asked_for (const AnteReading *reading, guint i, AnteObjection type)
{
  AnteAsk ask = reading->answers[i].ask;
  const AnteMemoryFact *budget = ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL);
  const AnteLine *ours = i > 0 ? ANTE_READING_LINE (reading, i - 1) : NULL;

  if (type == ANTE_OBJECTION_PRICE)
    return budget != NULL && budget->line == i;
  if (type != ANTE_OBJECTION_SCHEDULE && type != ANTE_OBJECTION_TIME &&
      type != ANTE_OBJECTION_TIMING)
    return FALSE;
  return ask == ANTE_ASK_TIME || ask == ANTE_ASK_WHEN || ask == ANTE_ASK_WORK ||
         (ours != NULL && !ours->from_lead &&
          ante_phrase_find (
            ours, 0, ante_line_n_words (ours),
            "how|when|which|what|por|quando|cuando|quand|wann|combien|wie "
            "often|many|much|long|day|days|time|jour|tag|dia|horas|oft|heures|lange",
            NULL));
}

/* Help that was bought or taken, and not just a bad habit. */
static gboolean
names_help (const AnteLine *line)
{
  return ante_phrase_find (
    line, 0, ante_line_n_words (line),
    "coach*|course*|curso*|cours|kurs*|program*|app|apps|trainer*|tutor*|teacher*|lessons|class|"
    "classes|clases|aulas|therap*|terap*|plan|plans|book|books|gym|challenge|group|academy|"
    "academia|diet|dieta|workshop|training|mentor*|guru*|bootcamp|nutritionist|counsellor",
    NULL);
}

/* After the lists: what was learned from the examples, where it is said of the offer. */
static void
read_learned (AnteReading *reading, guint i)
{
  AnteLearnedObjection found[N_ANTE_OBJECTIONS];
  guint n = ante_objections_learned (ANTE_READING_LINE (reading, i), found);

  for (guint k = 0; k < n; k++) {
    AnteObjection type = found[k].type;
    AnteSpan span = found[k].span;
    AnteWhose whose = ante_whose_is (reading, i, span.first);

    if ((i == 0 && !may_be_said_first (type)) || !is_of_offer (reading, i, type) ||
        is_asked_for (reading, i, type) ||
        (type == ANTE_OBJECTION_PAST_FAILURE && !names_help (ANTE_READING_LINE (reading, i))) ||
        ante_answer_is_unreal (reading->talk, ANTE_READING_LINE (reading, i), span.first) ||
        (whose == ANTE_WHOSE_OTHERS && type != ANTE_OBJECTION_PAST_FAILURE &&
         type != ANTE_OBJECTION_PARTNER))
      continue;
    keep (reading, i, span, type, 0.5);
  }
}

void
ante_memory_read_objections (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (!ANTE_READING_LINE (reading, i)->from_lead)
      continue;
    read_phrases (reading, i);
    read_failure (reading, i);
    read_frames (reading, i);
    read_answers (reading, i);
  }
  read_price_question (reading);
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead)
      read_learned (reading, i);
  }
}
