#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* Said unasked, these make a sum what the lead would spend on coaching. */
static const AntePhrase offers_to_pay[] = {
  { EN,
    "# ?euros ?dollars ?pounds ?a ?per ?month ?week ?session is|s|works|sounds ?totally ?just "
    "?absolutely "
    "fine|ok|okay|doable|good|nothing|possible|perfect|manageable|reasonable|fair|great|for",
    0 },
  { EN, "# works|suits", 0 },
  { ES, "# ~ esta|me bien|va|vale|parece", 0 },
  { PT, "# ~ ta|esta|da bom|bem|certo|pra", 0 },
  { FR, "ok|va|bon pour #", 0 },
  { FR, "# ~ ca|c ~ va|est|passe", 0 },
  { DE, "# ~ ist|sind|geht|passt ?das ?mir ok|gut|machbar|klar|$", 0 },
  { EN, "my|our|a|the budget is|of|would|around|about|for|s|:", 0 },
  { EN, "budget #", 0 },
  { EN, "# budget", 0 },
  { EN, "could|can|would|id|happy|willing ~ pay|spend|invest|afford|budget", 0 },
  { EN, "could|can|would|id ~ put ~ in|into|towards|toward|aside", 0 },
  { EN, "i|we can|could do|manage #", 0 },
  { EN, "id go ?up to", 0 },
  { EN, "i|we ~ have|got|ve ~ # ~ for|to spend|invest|this|coaching|it", 0 },
  { EN, "set|put|saved ~ aside", 0 },
  { EN, "company|work|employer|choir|school ~ pays|gives|covers|pay|cover", 0 },
  { EN, "max|maximum|limit|tops|most ~ #", 0 },
  { EN, "cant|couldnt|not ~ more than #", 0 },
  { ES, "mi|nuestro presupuesto", 0 },
  { ES, "puedo|podria|podemos ~ pagar|invertir|gastar", 0 },
  { ES, "tengo # ~ para esto|eso|invertir", 0 },
  { PT, "meu orcamento", 0 },
  { PT, "posso|poderia|consigo ~ pagar|investir|gastar", 0 },
  { PT, "tenho # ~ para|pra isso|investir", 0 },
  { FR, "mon budget", 0 },
  { FR, "je|j peux|pourrais ~ payer|mettre|investir", 0 },
  { FR, "j ai # ~ pour ca|cela", 0 },
  { DE, "mein budget", 0 },
  { DE, "kann|konnte ~ zahlen|bezahlen|ausgeben|investieren", 0 },
  { DE, "ich habe # ~ dafur", 0 },
};

/* Sums of something else: earnings, what was paid before, food, debts. */
static const AntePhrase other_sums[] = {
  { EN, "i|we ?only|just make|earn|paid|spent|lost|owe|charge|bring|brings|invoice", 0 },
  { EN, "paid|spent|charged|charges|cost|costs|lost|owe|owed|wasted|owing", 0 },
  { EN, "make|earn|earning|earned|revenue|turnover|income|salary|wage|wages|sales", 0 },
  { EN, "save|saved|saving #", 0 },
  { EN, "in debt|savings", 0 },
  { EN, "debt|mortgage|rent|loan|food|groceries|tax|deposit", 0 },
  { EN, "on food|groceries|rent|takeaway|clothes", 0 },
  { EN,
    "followers|clients|kids|people|students|orders|members|cards|kilos|kg|calories|years|%|"
    "percent",
    0 },
  { EN, "left|gone", 0 },
  { ES, "gano|facturo|pague|gaste|debo|cobro|perdi|deuda|alquiler|seguidores|clientes", 0 },
  { PT, "ganho|faturo|paguei|gastei|devo|cobro|perdi|divida|aluguel|seguidores|clientes", 0 },
  { FR, "gagne|facture|paye|depense|dois|perdu|dette|loyer|abonnes|clients", 0 },
  { DE, "verdiene|bezahlt|ausgegeben|schulde|umsatz|miete|verloren|kunden", 0 },
};

static gboolean
may_be_money (const AnteAmount *amount)
{
  return (amount->unit == ANTE_AMOUNT_MONEY || amount->unit == ANTE_AMOUNT_PLAIN) &&
         amount->value >= 5 && amount->value < 1e7;
}

/* "Thursday 7 works": a bare number behind a day, or at which something is, is an hour. */
static gboolean
is_hour (const AnteLine *line, const AnteAmount *amount)
{
  const AnteWord *before =
    amount->span.first > 0 ? ante_line_word (line, amount->span.first - 1) : NULL;

  return before != NULL && amount->unit == ANTE_AMOUNT_PLAIN && amount->value <= 24 &&
         before->sentence == ante_line_word (line, amount->span.first)->sentence &&
         ante_word_is (before, "@weekday|at|las|um|gegen|as");
}

static gboolean
is_other_sum (const AnteReading *reading, guint i, const AnteAmount *amount)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan part = ante_reading_part (line, amount->span.first);

  return ante_phrases_find (reading->talk, line, part.first, part.after, other_sums,
                            G_N_ELEMENTS (other_sums), NULL) != NULL ||
         ante_answer_is_unreal (reading->talk, line, amount->span.first);
}

/* Whose money it is; that of "my company" or of the couple is what the lead has. */
static gboolean
is_leads (const AnteReading *reading, guint i, guint at)
{
  AnteWhose whose = ante_whose_is (reading, i, at);

  return whose == ANTE_WHOSE_LEADS || whose == ANTE_WHOSE_PARTNERS;
}

/*
 * The sum of a line that counts: the last of a range and of a correction, else the first that is
 * not about something else.
 */
static gboolean
choose_sum (const AnteReading *reading, guint i, guint from, AnteAmount *chosen)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint n = ante_line_n_words (line);
  AnteAmount amount = { 0 };
  gboolean found = FALSE;
  AnteSpan correction = { 0, 0 };
  gboolean corrects = ante_answer_corrects (reading->talk, line, &correction);

  for (guint at = from; at < n; at = MAX (amount.span.after, at + 1)) {
    gboolean range = FALSE;

    if (!ante_amount_read (line, at, &amount)) {
      amount.span.after = at + 1;
      continue;
    }
    if (!may_be_money (&amount) || is_hour (line, &amount) || is_other_sum (reading, i, &amount) ||
        !is_leads (reading, i, amount.span.first))
      continue;
    range =
      found && amount.span.first <= chosen->span.after + 2 && amount.value > chosen->value &&
      ante_line_word (line, at)->sentence == ante_line_word (line, chosen->span.first)->sentence;
    if (!found || range ||
        (corrects && correction.first <= at && correction.after > chosen->span.first)) {
      /* "100 to 150 euros": the currency is that of both. */
      if (range && amount.currency == NULL)
        amount.currency = chosen->currency;
      /* "6 to 7k" */
      *chosen = amount;
      found = TRUE;
    }
  }
  return found;
}

static const char *
choose_period (const AnteReading *reading, guint i, const AnteAmount *amount, gboolean asked)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const char *period = ante_amount_period (line, amount);

  if (period == NULL)
    period = ante_amount_find_period (line, ante_line_sentence_start (line, amount->span.first),
                                      ante_line_sentence_end (line, amount->span.first));
  if (period == NULL && asked) {
    const AnteLine *question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);

    period = ante_amount_find_period (question, 0, ante_line_n_words (question));
  }
  return period != NULL ? period : "once";
}

static void
keep (AnteReading *reading, guint i, const AnteAmount *amount, gboolean asked)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan part = ante_reading_part (line, amount->span.first);
  AnteMemoryFact *fact = NULL;

  const char *period = choose_period (reading, i, amount, asked);

  part.after = MAX (part.after, amount->span.after);
  ante_answer_trim (line, &part);
  ante_reading_drop (reading, ANTE_FACT_BUDGET);
  fact = ante_reading_add (reading, ANTE_FACT_BUDGET, i, part, asked ? 0.9 : 0.7);
  fact->amount = amount->value;
  fact->currency = amount->currency;
  fact->period = period;
}

/* That will do for them. */
static const AntePhrase agreements[] = {
  { EN,
    "fine|ok|okay|works|work|good|doable|acceptable|manageable|reasonable|possible|fair|ideal|"
    "perfect|alright|affordable|suits",
    0 },
  { EN, "same ?for ?as me|here", 0 },
  { EN, "i|we can do|manage|afford|swing|stretch", 0 },
  { EN, "within|inside|under ~ what|my|budget|limit", 0 },
  { ES, "bien|vale|puedo|perfecto|asumible|razonable", 0 },
  { PT, "bem|consigo|posso|perfeito|tranquilo|ok|justo", 0 },
  { FR, "ok|peux|possible|convient|va|parfait", 0 },
  { DE, "ok|passt|machbar|geht|gut", 0 },
};

static const AntePhrase disagreements[] = {
  { EN, "too much|expensive|steep|high|pricey|big|dear", 0 },
  { EN, "not|isnt|more|expensive|steep|lot|cant|but|if|cheaper|less|much|no $", 0 },
  { ES, "caro|mucho|no|menos", 0 },
  { PT, "caro|muito|nao|menos", 0 },
  { FR, "cher|pas|trop|moins", 0 },
  { DE, "teuer|nicht|viel|weniger|kein", 0 },
};

static gboolean
agrees (const AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint n = ante_line_n_words (line);
  AnteSpan span = { 0, 0 };

  return ANTE_PHRASES_FIND (reading->talk, line, agreements, &span) != NULL &&
         ante_phrases_find (reading->talk, line, 0, MIN (span.after + 3, n), disagreements,
                            G_N_ELEMENTS (disagreements), NULL) == NULL;
}

/* "Bart paid 90, that's fine for me too": another's sum that is theirs by their word. */
static gboolean
find_agreed (const AnteReading *reading, guint i, AnteAmount *amount)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  /* "that's fine for her" is not fine for the lead. */
  if (ante_phrase_find (line, 0, ante_line_n_words (line),
                        "for|para|pra|pour|fur her|him|them|ella|el|ela|ele|elle|lui|sie|ihn",
                        NULL))
    return FALSE;
  for (guint at = 0; agrees (reading, i) && at < ante_line_n_words (line); at++) {
    if (ante_amount_read (line, at, amount) && may_be_money (amount) && amount->value >= 10 &&
        !ante_answer_is_unreal (reading->talk, line, at))
      return TRUE;
  }
  return FALSE;
}

/* "Would 60 a month work?" "Yes": the sum is ours, the yes is theirs. */
static void
read_yes (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AnteLine *question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);
  AnteAmount amount = { 0 };
  AnteMemoryFact *fact = NULL;
  const char *period = NULL;

  for (guint at = 0; at < ante_line_n_words (question); at++) {
    if (!ante_amount_read (question, at, &amount) || !may_be_money (&amount))
      continue;
    ante_reading_drop (reading, ANTE_FACT_BUDGET);
    fact = ante_reading_add (reading, ANTE_FACT_BUDGET, i, ante_reading_whole (line), 0.7);
    fact->amount = amount.value;
    fact->currency = amount.currency;
    period = ante_amount_period (question, &amount);
    fact->period = period != NULL ? period : "once";
    return;
  }
}

static void
read_line (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean asked = reading->answers[i].ask == ANTE_ASK_BUDGET;
  gboolean known = ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL) != NULL;
  AnteSpan offer = { 0, 0 };
  AnteSpan correction = { 0, 0 };
  AnteAmount amount = { 0 };

  if (asked && choose_sum (reading, i, 0, &amount)) {
    keep (reading, i, &amount, TRUE);
    return;
  }
  if (asked && find_agreed (reading, i, &amount)) {
    keep (reading, i, &amount, TRUE);
    return;
  }
  if (asked && reading->answers[i].is_first &&
      (ante_answer_is_yes (reading->talk, line) || agrees (reading, i))) {
    read_yes (reading, i);
    return;
  }
  if (ANTE_PHRASES_FIND (reading->talk, line, offers_to_pay, &offer) != NULL &&
      !ante_answer_is_negated (reading->talk, line, offer.after - 1) &&
      is_leads (reading, i, offer.first) &&
      choose_sum (reading, i, ante_line_sentence_start (line, offer.first), &amount)) {
    keep (reading, i, &amount, FALSE);
    return;
  }
  /* "sorry, 80 I meant" */
  if (known && ante_answer_corrects (reading->talk, line, &correction) &&
      choose_sum (reading, i, 0, &amount))
    keep (reading, i, &amount, TRUE);
}

void
ante_memory_read_budget (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead &&
        ante_line_n_words (ANTE_READING_LINE (reading, i)) > 0)
      read_line (reading, i);
  }
}
