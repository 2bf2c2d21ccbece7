#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* What a lead says that speaks against them. */
static const AntePhrase refusals[] = {
  { EN, "nothing|dont|not ~ costs|cost ~ money", ANTE_CRITERION_FREE_ONLY },
  { EN, "only ~ free", ANTE_CRITERION_FREE_ONLY },
  { EN, "just|want ~ free stuff|content|tips|advice|version|plan|things",
    ANTE_CRITERION_FREE_ONLY },
  { EN, "wont|not|never|dont|refuse ~ pay|paying ~ anything|coaching|for|that|a",
    ANTE_CRITERION_FREE_ONLY },
  { EN, "not going to|gonna pay", ANTE_CRITERION_FREE_ONLY },
  { EN, "dont|not want ~ pay|spend", ANTE_CRITERION_FREE_ONLY },
  { EN, "no|dont|havent|without ~ business|clients", ANTE_CRITERION_NO_BUSINESS },
  { EN, "dont ~ have|own|run one|any ?yet", ANTE_CRITERION_NO_BUSINESS },
  { EN, "havent|not ~ started|launched", ANTE_CRITERION_NO_BUSINESS },
  { EN, "still at|in uni|school|college|university", ANTE_CRITERION_NO_BUSINESS },
  { EN, "want|like|love|dream|hope|planning|thinking ~ start|open|starting ~ business|shop|agency",
    ANTE_CRITERION_NO_BUSINESS },
  { EN, "just ~ idea|dreaming", ANTE_CRITERION_NO_BUSINESS },
  { EN, "kill|hurt|harm|cut|cutting myself", ANTE_CRITERION_DANGER },
  { EN, "suicidal|suicide|suicid*", ANTE_CRITERION_DANGER },
  { EN, "want to|wanna die", ANTE_CRITERION_DANGER },
  { EN, "dont want to be here|live|alive|wake", ANTE_CRITERION_DANGER },
  { EN, "end it all", ANTE_CRITERION_DANGER },
  { EN, "end my life", ANTE_CRITERION_DANGER },
  { EN, "he|she|hes ~ hits|hit|beats|beat|chokes|choked|threatens|threatened me|us",
    ANTE_CRITERION_DANGER },
  { EN, "afraid|scared of him|her|my", ANTE_CRITERION_DANGER },
  { EN, "hes|he|shes|she|gets|is violent", ANTE_CRITERION_DANGER },
  { EN, "bipolar|psychosis|psychotic|schizophrenia|schizophrenic|hallucinations|ptsd|voices",
    ANTE_CRITERION_ILLNESS },
  { EN, "diagnosed with", ANTE_CRITERION_ILLNESS },
  { EN, "major|clinical|severe depression|depressed", ANTE_CRITERION_ILLNESS },
  { EN, "in ?the ?a psychiatric|psych|mental", ANTE_CRITERION_ILLNESS },
  { EN, "hospitalised|hospitalized", ANTE_CRITERION_ILLNESS },
  { EN, "psychiatrist|antidepressants|lithium", ANTE_CRITERION_ILLNESS },
  { EN, "manic", ANTE_CRITERION_ILLNESS },
  { EN, "bulimia|bulimic|anorexia|anorexic|laxatives|laxative|purge|purging|binge|bingeing|binging",
    ANTE_CRITERION_EATING },
  { EN, "throw|throwing up after|what|it|food|my", ANTE_CRITERION_EATING },
  { EN, "make|making myself sick|throw|vomit", ANTE_CRITERION_EATING },
  { EN, "eating disorder", ANTE_CRITERION_EATING },
  { EN, "starve|starving myself", ANTE_CRITERION_EATING },
  { EN,
    "can|could|would|will you|u|someone|somebody ~ do|write|make ~ "
    "homework|assignment|assignments|essay|paper|thesis|exam|test|cv|it",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "do|write it|this|that|mine for me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "just do it", ANTE_CRITERION_DONE_FOR_THEM },
  { EN,
    "need|want|looking someone|somebody|you ~ do|apply|write|take ~ me|it|homework|essay|exam|job",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "apply for me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "need|want it ~ done by", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "my homework|essay|assignment ~ for me|you", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "get|find me a job", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "which|what ~ stocks|stock|shares|coins|coin|crypto", ANTE_CRITERION_TIPS },
  { EN, "where ~ invest|put ~ money", ANTE_CRITERION_TIPS },
  { EN, "crypto|stock|trading|investment tips|signals", ANTE_CRITERION_TIPS },
  { ES, "solo|algo ~ gratis", ANTE_CRITERION_FREE_ONLY },
  { ES, "no ~ pagar|pago ~ nada", ANTE_CRITERION_FREE_ONLY },
  { ES, "no tengo ~ negocio", ANTE_CRITERION_NO_BUSINESS },
  { ES, "matarme|suicidarme|suicidio", ANTE_CRITERION_DANGER },
  { ES, "me pega|golpea", ANTE_CRITERION_DANGER },
  { ES, "vomito|bulimia|anorexia|laxantes", ANTE_CRITERION_EATING },
  { ES, "hacerme|hazme|haces|hacer ~ deberes|tarea|trabajo", ANTE_CRITERION_DONE_FOR_THEM },
  { ES, "bipolar|psiquiatra|psicosis", ANTE_CRITERION_ILLNESS },
  { PT, "so|algo ~ gratis|gratuito", ANTE_CRITERION_FREE_ONLY },
  { PT, "nao ~ pagar|pago ~ nada", ANTE_CRITERION_FREE_ONLY },
  { PT, "nao tenho ~ negocio|empresa", ANTE_CRITERION_NO_BUSINESS },
  { PT, "me matar|suicidio|morrer", ANTE_CRITERION_DANGER },
  { PT, "me bate", ANTE_CRITERION_DANGER },
  { PT, "vomito|bulimia|anorexia|laxante", ANTE_CRITERION_EATING },
  { PT, "faz|fazer ~ meu|minha|a|o licao|trabalho|dever", ANTE_CRITERION_DONE_FOR_THEM },
  { PT, "bipolar|psiquiatra", ANTE_CRITERION_ILLNESS },
  { FR, "que|seulement ~ gratuit", ANTE_CRITERION_FREE_ONLY },
  { FR, "pas ~ payer", ANTE_CRITERION_FREE_ONLY },
  { FR, "pas ~ entreprise", ANTE_CRITERION_NO_BUSINESS },
  { FR, "me suicider|tuer", ANTE_CRITERION_DANGER },
  { FR, "il|elle me frappe|bat", ANTE_CRITERION_DANGER },
  { FR, "vomir|boulimie|anorexie|laxatifs", ANTE_CRITERION_EATING },
  { FR, "faire ~ mes|mon ~ devoirs|devoir", ANTE_CRITERION_DONE_FOR_THEM },
  { DE, "nur ~ kostenlos|kostenlose|umsonst", ANTE_CRITERION_FREE_ONLY },
  { DE, "nichts|nicht ~ zahlen|bezahlen", ANTE_CRITERION_FREE_ONLY },
  { DE, "kein ~ geschaft|unternehmen", ANTE_CRITERION_NO_BUSINESS },
  { DE, "umbringen|suizid|sterben", ANTE_CRITERION_DANGER },
  { DE, "schlagt mich", ANTE_CRITERION_DANGER },
  { DE, "erbreche|bulimie|magersucht|abfuhrmittel", ANTE_CRITERION_EATING },
  { DE, "hausaufgaben ~ machen", ANTE_CRITERION_DONE_FOR_THEM },
  { DE, "mach|machst|machen ~ hausaufgaben", ANTE_CRITERION_DONE_FOR_THEM },
};

/* The lead's own age. */
static const AntePhrase ages[] = {
  { EN, "im|i ?am ?only ?just ?turning ?turned #", 0 },
  { EN, "im|i ?am in year|grade #", 0 },
  { EN, "# ?years ?year old|yo ?here", 0 },
  { EN, "^ # here", 0 },
  { EN, "my age is #", 0 },
  { ES, "tengo # anos", 0 },
  { PT, "tenho # anos", 0 },
  { FR, "j ai # ans", 0 },
  { DE, "ich bin ?erst #", 0 },
  { DE, "bin # ?jahre", 0 },
};

/* What a criterion asks for and which fact or sign tells it. */
static const struct {
  AnteCriterionField field;
  AnteFactKind kind;
  const char *type;
} sources[] = {
  { ANTE_CRITERION_GOAL, ANTE_FACT_GOAL, NULL },
  { ANTE_CRITERION_PROBLEM, ANTE_FACT_PROBLEM, NULL },
  { ANTE_CRITERION_BOTTLENECK, ANTE_FACT_BOTTLENECK, NULL },
  { ANTE_CRITERION_BUDGET, ANTE_FACT_BUDGET, NULL },
  { ANTE_CRITERION_TIMELINE, ANTE_FACT_TIMELINE, NULL },
  { ANTE_CRITERION_REVENUE, ANTE_FACT_FIT, "revenue" },
  { ANTE_CRITERION_TIME, ANTE_FACT_FIT, "time" },
  { ANTE_CRITERION_DECISION, ANTE_FACT_FIT, "decision" },
  { ANTE_CRITERION_OFFER, ANTE_FACT_FIT, "offer" },
  { ANTE_CRITERION_SINGLE, ANTE_FACT_FIT, "single" },
  { ANTE_CRITERION_CHILD_AGE, ANTE_FACT_FIT, "child_age" },
  { ANTE_CRITERION_COOKS, ANTE_FACT_FIT, "cooks" },
};

static gboolean
is_between (double value, const AnteCriterion *criterion)
{
  return (criterion->low == 0 || value >= criterion->low) &&
         (criterion->high == 0 || value <= criterion->high);
}

/* A sum a month, whatever period was said, so that one can be held against the other. */
static double
a_month (const AnteMemoryFact *fact)
{
  if (g_strcmp0 (fact->period, "week") == 0)
    return fact->amount * 4;
  if (g_strcmp0 (fact->period, "quarter") == 0)
    return fact->amount / 3;
  if (g_strcmp0 (fact->period, "term") == 0)
    return fact->amount / 6;
  if (g_strcmp0 (fact->period, "year") == 0)
    return fact->amount / 12;
  return fact->amount;
}

static gboolean
has_amount (const AnteCriterion *criterion, const AnteMemoryFact *fact)
{
  if (criterion->low == 0 && criterion->high == 0)
    return TRUE;
  if (fact->amount <= 0)
    return FALSE;
  return is_between (fact->kind == ANTE_FACT_BUDGET ? a_month (fact) : fact->amount, criterion);
}

static const AnteMemoryFact *
find_proof (const AnteMemory *memory, AnteCriterionField field)
{
  const AnteMemoryFact *fact = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    if (sources[i].field == field)
      fact = ante_memory_find (memory, sources[i].kind, sources[i].type);
  }
  /* Who earns with what they do has something to sell, and customers. */
  if (fact == NULL && field == ANTE_CRITERION_OFFER)
    fact = ante_memory_find (memory, ANTE_FACT_FIT, "revenue");
  return fact;
}

static gboolean
is_met (const AnteReading *reading, const AnteCriterion *criterion)
{
  const AnteMemoryFact *fact = find_proof (reading->memory, criterion->field);

  return fact != NULL && has_amount (criterion, fact);
}

static gboolean
find_refusal (const AnteReading *reading, AnteCriterionField field, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);

    if (!own->from_lead)
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (refusals); k++) {
      AnteSpan span = { 0, 0 };

      if (refusals[k].value != (int) field ||
          ante_phrases_find (reading->talk, own, 0, ante_line_n_words (own), &refusals[k], 1,
                             &span) == NULL ||
          ante_answer_is_unreal (reading->talk, own, span.first) ||
          ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS)
        continue;
      *line = i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
find_age (const AnteReading *reading, double *age, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);
    AnteSpan span = { 0, 0 };
    AnteAmount amount = { 0 };

    if (!own->from_lead || ANTE_PHRASES_FIND (reading->talk, own, ages, &span) == NULL ||
        ante_answer_is_unreal (reading->talk, own, span.first) ||
        ante_whose_is (reading, i, span.first) != ANTE_WHOSE_LEADS ||
        !ante_amount_find (own, span.first, span.after, &amount) ||
        (amount.unit != ANTE_AMOUNT_PLAIN && amount.unit != ANTE_AMOUNT_YEARS) ||
        amount.value < 8 || amount.value > 99)
      continue;
    *age = amount.value;
    *line = i;
    return TRUE;
  }
  return FALSE;
}

static gboolean
disqualifies (const AnteReading *reading, const AnteCriterion *criterion, guint *line)
{
  double age = 0;

  if (criterion->field == ANTE_CRITERION_AGE)
    return find_age (reading, &age, line) && is_between (age, criterion);
  if (criterion->field == ANTE_CRITERION_CHILD_AGE) {
    const AnteMemoryFact *child = find_proof (reading->memory, ANTE_CRITERION_CHILD_AGE);

    if (child == NULL || !has_amount (criterion, child))
      return FALSE;
    *line = child->line;
    return TRUE;
  }
  return criterion->field > ANTE_CRITERION_COOKS && find_refusal (reading, criterion->field, line);
}

/**
 * ante_memory_qualify:
 *
 * Holds what is known against what is asked: one rule that speaks against a lead is enough, all
 * that are required make them qualified, and what is not known is missing.
 */
void
ante_memory_qualify (AnteReading *reading)
{
  AnteMemory *memory = reading->memory;
  guint line = 0;

  if (reading->criteria == NULL)
    return;
  for (guint i = 0; i < reading->criteria->disqualifiers->len; i++) {
    const AnteCriterion *criterion = reading->criteria->disqualifiers->pdata[i];

    if (disqualifies (reading, criterion, &line)) {
      memory->qualification = (AnteMemoryState){ "not_a_fit", (int) line };
      memory->disqualifier = g_strdup (criterion->id);
      return;
    }
  }
  for (guint i = 0; i < reading->criteria->required->len; i++) {
    const AnteCriterion *criterion = reading->criteria->required->pdata[i];

    g_ptr_array_add (is_met (reading, criterion) ? memory->met : memory->missing,
                     g_strdup (criterion->id));
  }
  if (memory->missing->len == 0 && memory->met->len > 0)
    memory->qualification = (AnteMemoryState){ "qualified", -1 };
}
