#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* How long they have done their work. */
static const AntePhrase careers[] = {
  { EN, "# years|yrs|year|months|y ~ in|as|of|at|teaching|working|work|nursing|doing|selling", 0 },
  { EN, "been|worked|working|work|managed|leading|teaching|taught ~ for|since ~ #|a", 0 },
  { EN, "for|on|almost|nearly|over|about # years|yrs", 0 },
  { EN, "#|a|one years|yrs|year ~ first job", 0 },
  { ES, "# anos ~ de|como|en", 0 },
  { ES, "desde|hace # anos", 0 },
  { PT, "# anos ~ de|como|em|na|no", 0 },
  { PT, "faz|ha # anos", 0 },
  { FR, "depuis # ans", 0 },
  { FR, "# ans ~ de|comme|dans", 0 },
  { DE, "seit # jahren", 0 },
  { DE, "# jahre ~ als|im|in", 0 },
};

/* Since when it has been so. */
static const AntePhrase spans[] = {
  { EN,
    "for ?like ?about ?over ?almost ?nearly ?the ?last ?past # ?or ?# "
    "days|weeks|months|years|yrs|month|year",
    0 },
  { EN, "for ages|years|months|weeks|ever|forever", 3 },
  { EN, "a|one|half couple|few|year|month ?of ?a ?years ?months ?year", 0 },
  { EN, "since ~ #|@month|@season|birth|divorce|covid|last|i|my|we|school|childhood", 3 },
  { EN, "# ?or ?# weeks|months|years|yrs|month|year", 0 },
  { EN, "all|whole my life|year|winter|summer", 3 },
  { ES, "desde|hace ~ #|meses|anos|@month|siempre", 3 },
  { PT, "desde|faz|ha ~ #|meses|anos|@month|sempre", 3 },
  { FR, "depuis ~ #|mois|ans|@month|toujours|longtemps", 3 },
  { DE, "seit ~ #|monaten|jahren|@month|immer|langem", 3 },
};

static const AntePhrase couples[] = {
  { EN, "married|engaged|together|cohabiting|dating", 0 },
  { EN, "my|our ~ husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|hubby|bf|gf|marriage",
    0 },
  { EN, "were|are|been|we ~ a couple|dating|together|married", 0 },
  { ES, "casada|casado|pareja|novio|novia|marido|mujer|esposa|esposo", 0 },
  { PT, "casada|casado|namorado|namorada|marido|esposa|juntos", 0 },
  { FR, "mariee|marie|couple|copain|copine|mari|conjoint", 0 },
  { DE, "verheiratet|zusammen|mein mann|meine frau|beziehung|partner|partnerin", 0 },
};

static const AntePhrase couple_questions[] = {
  { EN, "in a relationship|couple|marriage", 0 },
  { EN, "you|two together|married|couple", 0 },
  { ES, "pareja|relacion|juntos", 0 },
  { PT, "relacionamento|relacao|juntos|namora", 0 },
  { FR, "couple|relation|ensemble", 0 },
  { DE, "beziehung|zusammen", 0 },
};

static const AntePhrase rhythms[] = {
  { EN,
    "call|calls|session|sessions|meeting|meet ~ "
    "every|per|a|each|once|twice|weekly|other ~ week|weeks|month|fortnight",
    0 },
  { EN, "every|per|each|once|twice|weekly|fortnightly ~ call|calls|session|sessions", 0 },
  { EN, "weekly|fortnightly|biweekly|monthly|regular call|calls|session|sessions", 0 },
  { ES, "llamada|sesion ~ cada|semana|semanas|mes", 0 },
  { PT, "chamada|sessao|call|ligacao ~ cada|semana|semanas|mes", 0 },
  { FR, "appel|seance ~ semaine|semaines|mois", 0 },
  { DE, "gesprach|call|sitzung|termin ~ woche|wochen|monat", 0 },
};

static const AntePhrase agreements[] = {
  { EN,
    "fine|ok|okay|good|great|doable|works|suits|suit|perfect|ideal|possible|easy|manageable|"
    "acceptable|deal|sure",
    0 },
  { EN, "i|we can|could ~ do|manage|make", 0 },
  { ES, "bien|perfecto|vale|puedo|genial", 0 },
  { PT, "bem|perfeito|consigo|posso|otimo|tranquilo", 0 },
  { FR, "ok|parfait|possible|va|peux", 0 },
  { DE, "passt|gut|geht|ok|perfekt|machbar", 0 },
};

static const AntePhrase salaries[] = {
  { EN, "salaried|salary|payslip|payday|permanent|employed", 0 },
  { EN,
    "i ?only ?just ?do ?also work|teach|nurse|manage|drive ~ as|at|in|for|full|part|nights|days",
    0 },
  { EN, "full|part time ~ job|work|as|at|nurse|teacher", 0 },
  { EN, "my job|boss|employer|paycheck|wage|wages", 0 },
  { EN,
    "im|i ?am a|an ~ "
    "nurse|teacher|engineer|accountant|lawyer|doctor|developer|manager|electrician|plumber|"
    "paramedic|chef|driver|analyst|officer|technician|assistant|clerk|librarian|pharmacist",
    0 },
  { ES, "trabajo ~ en|de|como", 0 },
  { ES, "sueldo|nomina|salario", 0 },
  { PT, "trabalho ~ em|de|como|na|no", 0 },
  { PT, "salario|clt", 0 },
  { FR, "salarie|salariee|salaire|cdi", 0 },
  { DE, "gehalt|angestellt|festangestellt", 0 },
};

static const AntePhrase clearances[] = {
  { EN,
    "doctor|midwife|physio|gp|vet|surgeon|cardiologist|she|he ~ "
    "ok|okay|fine|yes|cleared|clear|happy|allowed|approved|ahead|go|said|says ~",
    0 },
  { EN, "cleared|signed off ~ by|to|for", 0 },
  { EN, "all clear", 0 },
  { EN, "green light", 0 },
};

static const AntePhrase medics[] = {
  { EN, "doctor|midwife|physio|gp|vet|surgeon|cleared|medical|medically|health", 0 },
};

static gboolean
is_known (const AnteReading *reading, const char *type)
{
  return ante_memory_find (reading->memory, ANTE_FACT_FIT, type) != NULL;
}

static void
keep (AnteReading *reading, const char *type, guint i, guint at, double amount)
{
  AnteMemoryFact *fact = ante_reading_add (
    reading, ANTE_FACT_FIT, i, ante_reading_sentence (ANTE_READING_LINE (reading, i), at), 0.6);

  fact->type = type;
  fact->amount = amount;
}

static const AnteLine *
find_question (const AnteReading *reading, guint i)
{
  return reading->answers[i].ask != ANTE_ASK_NOTHING
           ? ANTE_READING_LINE (reading, reading->answers[i].asked_in)
           : NULL;
}

/* The first span of time in a part of a line; "a year and a half" is more than one. */
static gboolean
find_span (const AnteLine *line, guint from, guint to, double *years, guint *at)
{
  AnteAmount amount = { 0 };
  AnteSpan year = { 0, 0 };

  for (guint k = from; k < to; k++) {
    if (!ante_amount_read (line, k, &amount) || amount.unit < ANTE_AMOUNT_DAYS ||
        amount.unit > ANTE_AMOUNT_YEARS)
      continue;
    *years = ante_amount_years (&amount);
    *at = k;
    return TRUE;
  }
  if (ante_phrase_find (line, from, to, "a|un|um|ein|une year|month|ano|mes|an|mois|jahr|monat",
                        &year)) {
    *years =
      ante_word_is (ante_line_word (line, year.first + 1), "month|mes|mois|monat") ? 1 / 12. : 1;
    *at = year.first;
    return TRUE;
  }
  return FALSE;
}

static void
read_experience (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = find_question (reading, i);
  gboolean asked =
    question != NULL && reading->answers[i].is_first &&
    ante_phrase_find (question, 0, ante_line_n_words (question),
                      "experience|long ~ in|at|as|been|doing|working|leading|managing|teaching|"
                      "work|job|field|them",
                      NULL);
  AnteSpan span = { 0, 0 };
  guint at = 0;
  double years = 0;

  if (is_known (reading, "experience"))
    return;
  if (!asked && (ANTE_PHRASES_FIND (reading->talk, line, careers, &span) == NULL ||
                 ante_whose_is (reading, i, span.first) != ANTE_WHOSE_LEADS))
    return;
  if (find_span (line, asked ? 0 : span.first, ante_line_n_words (line), &years, &at))
    keep (reading, "experience", i, at, years);
}

static void
read_duration (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = find_question (reading, i);
  gboolean asked = question != NULL && reading->answers[i].is_first &&
                   ante_phrase_find (question, 0, ante_line_n_words (question),
                                     "long|since|when ~ going|been|like|started|start|this|that|"
                                     "begin|began|had",
                                     NULL);
  const AntePhrase *phrase = NULL;
  AnteSpan span = { 0, 0 };
  guint at = 0;
  double years = 0;
  AnteAsk ask = reading->answers[i].ask;

  if (is_known (reading, "duration") || ask == ANTE_ASK_WHEN || ask == ANTE_ASK_CALL ||
      ask == ANTE_ASK_BUDGET || ask == ANTE_ASK_TIME || ask == ANTE_ASK_GOAL)
    return;
  phrase = ANTE_PHRASES_FIND (reading->talk, line, spans, &span);
  if (phrase == NULL || ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS ||
      (!asked && phrase->value == 0 &&
       !ante_phrase_find (line, 0, ante_line_n_words (line), "for|since|been|ago|already|lasted",
                          NULL)))
    return;
  if (find_span (line, span.first, span.after, &years, &at))
    keep (reading, "duration", i, span.first, years * 12);
  else if (phrase->value > 0)
    keep (reading, "duration", i, span.first, phrase->value);
}

static void
read_couple (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = find_question (reading, i);
  AnteSpan span = { 0, 0 };

  if (is_known (reading, "together"))
    return;
  if (question != NULL && reading->answers[i].is_first &&
      ANTE_PHRASES_HAVE (reading->talk, question, couple_questions) &&
      ante_answer_is_yes (reading->talk, line))
    keep (reading, "together", i, 0, 0);
  else if (ANTE_PHRASES_FIND (reading->talk, line, couples, &span) != NULL &&
           !ante_answer_is_negated (reading->talk, line, span.first) &&
           ante_whose_is (reading, i, span.first) != ANTE_WHOSE_OTHERS)
    keep (reading, "together", i, span.first, 0);
}

/* "every 2 weeks is fine", said to a rhythm of calls that we named. */
static void
read_readiness (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = find_question (reading, i);

  if (is_known (reading, "readiness") || question == NULL || !reading->answers[i].is_first ||
      !ANTE_PHRASES_HAVE (reading->talk, question, rhythms) ||
      ante_answer_is_dodge (reading->talk, line) || ante_answer_is_no (reading->talk, line))
    return;
  if (ante_answer_is_yes (reading->talk, line) ||
      ANTE_PHRASES_HAVE (reading->talk, line, agreements))
    keep (reading, "readiness", i, 0, 0);
}

static void
read_salary (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };

  if (!is_known (reading, "salary") &&
      ANTE_PHRASES_FIND (reading->talk, line, salaries, &span) != NULL &&
      !ante_answer_is_negated (reading->talk, line, span.first) &&
      !ante_answer_is_unreal (reading->talk, line, span.first) &&
      ante_whose_is (reading, i, span.first) == ANTE_WHOSE_LEADS)
    keep (reading, "salary", i, span.first, 0);
}

static void
read_clearance (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = find_question (reading, i);
  gboolean asked = question != NULL && ANTE_PHRASES_HAVE (reading->talk, question, medics);
  AnteSpan span = { 0, 0 };

  if (is_known (reading, "cleared"))
    return;
  if (asked && reading->answers[i].is_first && ante_answer_is_yes (reading->talk, line))
    keep (reading, "cleared", i, 0, 0);
  else if (ANTE_PHRASES_FIND (reading->talk, line, clearances, &span) != NULL &&
           ANTE_PHRASES_HAVE (reading->talk, line, medics) &&
           !ante_phrase_find (line, 0, ante_line_n_words (line),
                              "not|no|stop|never|against|rest|dont|until|till", NULL))
    keep (reading, "cleared", i, span.first, 0);
}

/**
 * ante_memory_read_fit:
 *
 * What a lead tells of their life that a criterion may ask for: work, health, who they live with.
 */
void
ante_memory_read_fit (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);

    if (!line->from_lead || ante_line_n_words (line) == 0)
      continue;
    read_experience (reading, i);
    read_duration (reading, i);
    read_couple (reading, i);
    read_readiness (reading, i);
    read_salary (reading, i);
    read_clearance (reading, i);
  }
}
