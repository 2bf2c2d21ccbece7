#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-against.h"
#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-own-words.h"
#include "rules/memory/ante-reading.h"

#include <string.h>

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
  { ANTE_CRITERION_EXPERIENCE, ANTE_FACT_FIT, "experience" },
  { ANTE_CRITERION_DURATION, ANTE_FACT_FIT, "duration" },
  { ANTE_CRITERION_TOGETHER, ANTE_FACT_FIT, "together" },
  { ANTE_CRITERION_READINESS, ANTE_FACT_FIT, "readiness" },
  { ANTE_CRITERION_SALARY, ANTE_FACT_FIT, "salary" },
  { ANTE_CRITERION_CLEARED, ANTE_FACT_FIT, "cleared" },
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
is_monthly (const AnteCriterion *criterion)
{
  static const char *const months[] = { "month", "mes", "m\u00eas", "mois", "monat", "Monat" };

  if (criterion->rule == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
    if (strstr (criterion->rule, months[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_amount (const AnteCriterion *criterion, const AnteMemoryFact *fact)
{
  if (criterion->low == 0 && criterion->high == 0)
    return TRUE;
  if (fact->amount <= 0)
    return FALSE;
  /* Where the rule names no month, the sum counts as it was said. */
  return is_between (fact->kind == ANTE_FACT_BUDGET && is_monthly (criterion) ? a_month (fact)
                                                                              : fact->amount,
                     criterion);
}

const AnteMemoryFact *
ante_memory_find_proof (const AnteMemory *memory, AnteCriterionField field)
{
  const AnteMemoryFact *fact = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    if (sources[i].field == field)
      fact = ante_memory_find (memory, sources[i].kind, sources[i].type);
  }
  /* Who earns with what they do has something to sell, and customers. */
  if (fact == NULL && (field == ANTE_CRITERION_OFFER || field == ANTE_CRITERION_SALARY))
    fact = ante_memory_find (memory, ANTE_FACT_FIT, "revenue");
  /* Who gives hours a week agrees to a call in it. */
  if (fact == NULL && field == ANTE_CRITERION_READINESS)
    fact = ante_memory_find (memory, ANTE_FACT_FIT, "time");
  return fact;
}

static gboolean
is_asked_age (const AnteReading *reading, guint i)
{
  const AnteLine *question = NULL;

  if (reading->answers[i].ask != ANTE_ASK_AGE || !reading->answers[i].is_first)
    return FALSE;
  question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);
  return ante_phrase_find (question, 0, ante_line_n_words (question),
                           "old are you|u|ya|tienes|tens|voce|tu|vous|du|sie", NULL) ||
         ante_phrase_find (question, 0, ante_line_n_words (question),
                           "your age|tienes|voce tem|as tu|avez vous|bist du", NULL);
}

static gboolean
find_age (const AnteReading *reading, double *age, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);
    AnteSpan span = { 0, 0 };
    AnteAmount amount = { 0 };

    if (own->from_lead && is_asked_age (reading, i) &&
        ante_amount_find (own, 0, ante_line_n_words (own), &amount) && amount.value >= 8 &&
        amount.value <= 99) {
      *age = amount.value;
      *line = i;
      return TRUE;
    }
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
is_met (const AnteReading *reading, const AnteCriterion *criterion)
{
  const AnteMemoryFact *fact = ante_memory_find_proof (reading->memory, criterion->field);
  double count = 0;
  guint line = 0;

  if (criterion->field == ANTE_CRITERION_AGE)
    return find_age (reading, &count, &line) && is_between (count, criterion);
  if (criterion->field == ANTE_CRITERION_COUNT)
    return ante_own_words_count (reading, criterion, &count) && is_between (count, criterion);
  if (criterion->field == ANTE_CRITERION_UNKNOWN)
    return ante_own_words_prove (reading, criterion, &line);
  /* The other one has come to speak against it since. */
  if (fact != NULL && criterion->field == ANTE_CRITERION_DECISION) {
    const AnteMemoryFact *partner =
      ante_memory_find (reading->memory, ANTE_FACT_OBJECTION, "partner");

    if (partner != NULL && partner->line >= fact->line)
      return FALSE;
  }
  return fact != NULL && has_amount (criterion, fact);
}

static gboolean
disqualifies (const AnteReading *reading, const AnteCriterion *criterion, guint *line)
{
  double age = 0;

  if (criterion->field == ANTE_CRITERION_AGE)
    return find_age (reading, &age, line) && is_between (age, criterion);
  if (criterion->field == ANTE_CRITERION_CHILD_AGE) {
    const AnteMemoryFact *child =
      ante_memory_find_proof (reading->memory, ANTE_CRITERION_CHILD_AGE);

    if (child == NULL || !has_amount (criterion, child))
      return FALSE;
    *line = child->line;
    return TRUE;
  }
  if (criterion->field == ANTE_CRITERION_OWN_WORDS)
    return ante_own_words_prove (reading, criterion, line);
  if (criterion->field == ANTE_CRITERION_NONE_YET)
    return ante_against_find_none (reading, criterion, line);
  return criterion->field >= ANTE_CRITERION_FIRST_AGAINST &&
         ante_against_find (reading, criterion->field, line);
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
