#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-criterion.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-own-words.h"
#include "rules/memory/ante-phrase.h"

/* Who does it on six days of a week does it every day. */
#define NEARLY_DAILY 6
#define OF_AGE 18
/* By how much "above 30" is more than "at least 30". */
#define A_LITTLE 0.001

/* What the sentence of a criterion is about: the narrow before the wide. */
static const AntePhrase subjects[] = {
  { EN, "cook|cooks|cooking", ANTE_CRITERION_COOKS },
  { EN, "names|says|states|tells ~ they ~ want|like|need|after|hope|looking", ANTE_CRITERION_GOAL },
  { EN, "symptom|symptoms|complaint|complaints", ANTE_CRITERION_PROBLEM },
  { EN, "stopping|holding|blocking|obstacle|hurdle", ANTE_CRITERION_BOTTLENECK },
  { EN, "pupil|pupils|teen|teenager|learner ~ #", ANTE_CRITERION_CHILD_AGE },
  { EN, "# years|yrs|year in|as|of _", ANTE_CRITERION_EXPERIENCE },
  { EN, "# a|per session|lesson|call|hour", ANTE_CRITERION_BUDGET },
  { EN, "between # and # ?years old", ANTE_CRITERION_AGE },
  { EN, "aged|age ~ #", ANTE_CRITERION_AGE },
  { EN, "been|had|has ~ struggling|suffering|dealing|having|awake|pain|symptoms|going ~ for",
    ANTE_CRITERION_DURATION },
  { EN, "in business|practice|trade ~ for ~ #|one|a", ANTE_CRITERION_EXPERIENCE },
  { EN, "been a|an|in ~ for ~ #|one", ANTE_CRITERION_EXPERIENCE },
  { EN, "works|working|job ~ full|part time", ANTE_CRITERION_SALARY },
  { EN, "employed|salaried", ANTE_CRITERION_SALARY },
  { EN, "every|each day", ANTE_CRITERION_TIME },
  { EN, "daily", ANTE_CRITERION_TIME },
  { EN,
    "sells|sell|takes|turns|makes|earns|brings|bills|invoices ~ # ~ "
    "month|monthly",
    ANTE_CRITERION_REVENUE },
  { EN, "both|parents|parent ~ in|agree|agrees|board|involved|willing", ANTE_CRITERION_DECISION },
  { EN,
    "doctor|midwife|physio|gp|vet|medically|health ~ cleared|clears|ok|okay|approved|allows|says",
    ANTE_CRITERION_CLEARED },
  { EN, "cleared ~ doctor|midwife|physio|exercise|training", ANTE_CRITERION_CLEARED },
  { EN, "household|family|rest|carer|parent ~ joins|join|in|board|part|helps|agrees",
    ANTE_CRITERION_DECISION },
  { EN, "in a relationship|marriage|couple", ANTE_CRITERION_TOGETHER },
  { EN, "has|have|with a partner", ANTE_CRITERION_TOGETHER },
  { EN, "married|cohabiting", ANTE_CRITERION_TOGETHER },
  { EN, "lasted|lasts|lasting ~ #|one|a", ANTE_CRITERION_DURATION },
  { EN, "problem|issue|trouble|pain ~ for|since ~ #|one|a month|months|year|years|weeks",
    ANTE_CRITERION_DURATION },
  { EN, "for at least ~ month|months|year|years $", ANTE_CRITERION_DURATION },
  { EN,
    "# ?or ?more ?full years|year|yrs|months ?of ?relevant ?work ?working ?professional ?job "
    "experience|career|practice",
    ANTE_CRITERION_EXPERIENCE },
  { EN, "experience|seniority ~ #|one", ANTE_CRITERION_EXPERIENCE },
  { EN, "one|a year ~ experience", ANTE_CRITERION_EXPERIENCE },
  { EN,
    "worked|been|working|managed|led|taught|practised|practicing|coached ~ for ~ #|one|a "
    "?full year|years|months",
    ANTE_CRITERION_EXPERIENCE },
  { EN, "call|calls ~ every|per|a ~ week|weeks|month|fortnight", ANTE_CRITERION_READINESS },
  { EN,
    "agrees|agree|fine|ok|okay|ready|willing|accepts|open|commits ~ "
    "call|calls|sessions|coaching|weekly",
    ANTE_CRITERION_READINESS },
  { EN, "regular|steady|stable|fixed|monthly income|salary|job|pay|wage", ANTE_CRITERION_SALARY },
  { EN, "employed|has a job", ANTE_CRITERION_SALARY },
  { EN,
    "# ?or ?more ?regular ?paying ?active ?current ?real "
    "students|clients|customers|patients|members|followers|subscribers|employees|people|staff|"
    "listings|users|readers|pupils|buyers|bookings|orders|dogs|horses|children|weeks",
    ANTE_CRITERION_COUNT },
  { EN, "# and # weeks|months ~ pregnant|along|postpartum", ANTE_CRITERION_COUNT },
  { EN, "talk|event|race|exam|wedding|performance|interview|show|concert ~ date|period|when|booked",
    ANTE_CRITERION_TIMELINE },
  { EN, "once|twice|#|one ~ a|per|each|every week|day|weekly", ANTE_CRITERION_TIME },
  { EN, "@child ~ #|age|old|older|younger|under|between|aged", ANTE_CRITERION_CHILD_AGE },
  { EN, "age ~ @child", ANTE_CRITERION_CHILD_AGE },
  { EN, "single|divorced|separated|widowed", ANTE_CRITERION_SINGLE },
  { EN, "decides|decide|decision|decider|maker|board|co", ANTE_CRITERION_DECISION },
  { EN,
    "@partner|carer|relative|spouse|parent|family ~ "
    "agrees|agree|willing|supports|support|supportive|board|part|open|in",
    ANTE_CRITERION_DECISION },
  { EN, "revenue|turnover|income|earns|earning|mrr|sales", ANTE_CRITERION_REVENUE },
  { EN, "makes|make|brings ~ #|month", ANTE_CRITERION_REVENUE },
  { EN, "budget|invest|invests|investing|spend|spends|pay|pays|afford|price|fee",
    ANTE_CRITERION_BUDGET },
  { EN, "within|by|timeline|deadline|timeframe ~ #|when|month|months|date|weeks",
    ANTE_CRITERION_TIMELINE },
  { EN, "timeline|deadline|timeframe", ANTE_CRITERION_TIMELINE },
  { EN, "start within|in|by|this", ANTE_CRITERION_TIMELINE },
  { EN, "time|times|hour|hours|days|day|sessions|session|mornings|minutes ~ week|weekly|month",
    ANTE_CRITERION_TIME },
  { EN, "hour|hours|days|times ~ per|a|each week", ANTE_CRITERION_TIME },
  { EN, "train|trains|practise|practice|practices|available|availability|commit|commits|weekly",
    ANTE_CRITERION_TIME },
  { EN, "sells|sell|sold|product|service|clients|customers|business|offer|company",
    ANTE_CRITERION_OFFER },
  { EN, "# a|per month", ANTE_CRITERION_BUDGET },
  { EN, "# monthly", ANTE_CRITERION_BUDGET },
  { EN, "adult|# years|or older", ANTE_CRITERION_AGE },
  { EN, "older|younger|above|below than #", ANTE_CRITERION_AGE },
  { EN, "over|older|at|least #", ANTE_CRITERION_AGE },
  { EN, "problem|problems|struggle|struggles|struggling|pain|issue|wrong", ANTE_CRITERION_PROBLEM },
  { EN, "obstacle|bottleneck|stops|blocks|way", ANTE_CRITERION_BOTTLENECK },
  { EN, "goal|goals|want|wants|what|why|target|job|aim|outcome|result|dream", ANTE_CRITERION_GOAL },
  { EN, "^ names|name|says|tells|states", ANTE_CRITERION_GOAL },
  { ES, "cocina|cocinan", ANTE_CRITERION_COOKS },
  { ES, "hijo|hija|nino ~ #|edad|anos", ANTE_CRITERION_CHILD_AGE },
  { ES, "decide|decision|pareja|acuerdo", ANTE_CRITERION_DECISION },
  { ES, "factura|ingresos|facturacion|gana", ANTE_CRITERION_REVENUE },
  { ES, "presupuesto|invertir|pagar|gastar", ANTE_CRITERION_BUDGET },
  { ES, "veces|horas|dias|hora|sesion|semana", ANTE_CRITERION_TIME },
  { ES, "vende|clientes|negocio|producto", ANTE_CRITERION_OFFER },
  { ES, "plazo|fecha", ANTE_CRITERION_TIMELINE },
  { ES, "problema", ANTE_CRITERION_PROBLEM },
  { ES, "objetivo|meta|quiere", ANTE_CRITERION_GOAL },
  { PT, "cozinha", ANTE_CRITERION_COOKS },
  { PT, "filho|filha|crianca ~ #|idade|anos", ANTE_CRITERION_CHILD_AGE },
  { PT, "decide|decisao|acordo", ANTE_CRITERION_DECISION },
  { PT, "fatura|renda|faturamento|ganha", ANTE_CRITERION_REVENUE },
  { PT, "orcamento|investir|pagar|gastar", ANTE_CRITERION_BUDGET },
  { PT, "vezes|horas|dias|hora|sessao|semana", ANTE_CRITERION_TIME },
  { PT, "vende|clientes|negocio|produto", ANTE_CRITERION_OFFER },
  { PT, "prazo|data", ANTE_CRITERION_TIMELINE },
  { PT, "problema", ANTE_CRITERION_PROBLEM },
  { PT, "objetivo|meta|quer", ANTE_CRITERION_GOAL },
  { FR, "cuisine", ANTE_CRITERION_COOKS },
  { FR, "enfant ~ #|age|ans", ANTE_CRITERION_CHILD_AGE },
  { FR, "decide|decision|accord|conjoint", ANTE_CRITERION_DECISION },
  { FR, "revenu|revenus|chiffre|gagne", ANTE_CRITERION_REVENUE },
  { FR, "budget|investir|payer|depenser", ANTE_CRITERION_BUDGET },
  { FR, "fois|heures|jours|heure|seance|semaine", ANTE_CRITERION_TIME },
  { FR, "vend|clients|entreprise|produit", ANTE_CRITERION_OFFER },
  { FR, "delai|date|echeance", ANTE_CRITERION_TIMELINE },
  { FR, "probleme", ANTE_CRITERION_PROBLEM },
  { FR, "objectif|but|veut", ANTE_CRITERION_GOAL },
  { DE, "kocht", ANTE_CRITERION_COOKS },
  { DE, "kind ~ #|alt|jahre", ANTE_CRITERION_CHILD_AGE },
  { DE, "entscheidet|entscheidung|einverstanden", ANTE_CRITERION_DECISION },
  { DE, "umsatz|einkommen|verdient", ANTE_CRITERION_REVENUE },
  { DE, "budget|investieren|zahlen|ausgeben", ANTE_CRITERION_BUDGET },
  { DE, "mal|stunden|tage|stunde|woche", ANTE_CRITERION_TIME },
  { DE, "verkauft|kunden|geschaft|produkt", ANTE_CRITERION_OFFER },
  { DE, "frist|termin", ANTE_CRITERION_TIMELINE },
  { DE, "problem", ANTE_CRITERION_PROBLEM },
  { DE, "ziel|will|mochte", ANTE_CRITERION_GOAL },
};

static const AntePhrase against[] = {
  { EN, "pregnant|pregnancy|expecting", ANTE_CRITERION_PREGNANT },
  { EN, "cant|unable|no|not|zero ~ pay|afford|budget|money", ANTE_CRITERION_FREE_ONLY },
  { EN, "freebie|freebies", ANTE_CRITERION_FREE_ONLY },
  { EN, "child|baby|toddler|son|daughter ~ #", ANTE_CRITERION_CHILD_AGE },
  { EN, "us|someone|somebody|you to ~ find|apply|write|do|sit", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "only|just|still ?has ?have ?an ?a idea|concept|dream", ANTE_CRITERION_NO_BUSINESS },
  { EN, "only|just|still ~ idea|concept", ANTE_CRITERION_NO_BUSINESS },
  { EN, "not|hasnt|havent|never ~ started|launched|sold|opened|selling",
    ANTE_CRITERION_NO_BUSINESS },
  { EN, "nothing ~ sell|sold|launched", ANTE_CRITERION_NO_BUSINESS },
  { EN,
    "stop|stops|stopping|quit|quits|come|replace|replaces|instead ~ "
    "prescribed|prescription|hormones|treatment|therapy|medicine|medication|meds|drugs|insulin",
    ANTE_CRITERION_UNTREATED },
  { EN, "injury|injured|injuries|surgery|operation|fracture|nodules", ANTE_CRITERION_INJURY },
  { EN, "wants|want|looking|seeks|needs ~ job|employment|position|hired|employed",
    ANTE_CRITERION_WANTS_JOB },
  { EN,
    "forbids|forbid|forbidden|ruled|advised|advises|against|prohibits|banned|allowed|told ~ "
    "running|exercise|training|riding|sport|activity|doctor|physio|midwife|vet|lifting|singing",
    ANTE_CRITERION_FORBIDDEN },
  { EN, "doctor|physio|midwife|vet|gp|surgeon ~ forbids|forbid|ruled|advised|against|not|banned",
    ANTE_CRITERION_FORBIDDEN },
  { EN, "not ~ cleared", ANTE_CRITERION_FORBIDDEN },
  { EN,
    "instead|replace|replaces|replacement|substitute|rather ~ "
    "treatment|therapy|medicine|medication|doctor|meds",
    ANTE_CRITERION_UNTREATED },
  { EN, "stop|stops|stopped|quit|off ~ treatment|medicine|medication|meds",
    ANTE_CRITERION_UNTREATED },
  { EN, "takes|taking|on|uses|using ~ medicine|medication|meds|drugs|pills|tablets|sedatives",
    ANTE_CRITERION_MEDICINE },
  { EN, "under treatment", ANTE_CRITERION_ILLNESS },
  { EN, "still ~ school|study|studying|student|university|uni|college", ANTE_CRITERION_STUDENT },
  { EN, "full time|fulltime study|student|studies|school", ANTE_CRITERION_STUDENT },
  { EN, "not|hasnt|havent ~ finished|graduated|qualified|completed", ANTE_CRITERION_STUDENT },
  { EN, "violence|violent|threats|threat|threatens|abuse|abusive|unsafe", ANTE_CRITERION_DANGER },
  { EN,
    "no|not|without|zero|doesnt|hasnt|dont|havent ~ "
    "students|clients|customers|patients|members|followers|pupils|dog|horse|child|partner",
    ANTE_CRITERION_NONE_YET },
  { EN,
    "coursework|homework|assignment|assignments|essay|essays|thesis|exam|speech|cv|resume|"
    "application|applications ~ done|written|for|them",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN,
    "do|does|write|make|sit|take|finish|complete|apply|find ~ "
    "coursework|homework|exam|exams|speech|cv|job|them|it|applications",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "@child ~ older|over|above|old|too", ANTE_CRITERION_CHILD_AGE },
  { EN, "@child ~ under|younger|below", ANTE_CRITERION_CHILD_AGE },
  { EN, "under|younger|below ~ #|adult|age", ANTE_CRITERION_AGE },
  { EN, "minor|underage", ANTE_CRITERION_AGE },
  { EN, "eating|disordered", ANTE_CRITERION_EATING },
  { EN, "free", ANTE_CRITERION_FREE_ONLY },
  { EN, "not|wont|refuses|never ~ pay|invest|spend", ANTE_CRITERION_FREE_ONLY },
  { EN, "no|not|without|doesnt ~ business|company|offer", ANTE_CRITERION_NO_BUSINESS },
  { EN, "employee|employed", ANTE_CRITERION_NO_BUSINESS },
  { EN, "danger|crisis|violence|violent|abuse|suicidal|suicide|harm|unsafe",
    ANTE_CRITERION_DANGER },
  { EN,
    "illness|ill|therapy|clinical|medical|disorder|diagnosed|diagnosis|depression|pregnant|"
    "psychosis",
    ANTE_CRITERION_ILLNESS },
  { EN, "homework|assignments|assignment|essay|essays|thesis", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "someone|somebody|us|we ~ do|apply|write|make ~ them|it|work|homework",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "apply|done|do for them", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "tips|stocks|stock|crypto|trading|signals", ANTE_CRITERION_TIPS },
  { EN, "only|just ~ tips|advice", ANTE_CRITERION_FREE_ONLY },
  { EN, "no|not|without|zero|doesnt|hasnt|never ~ yet", ANTE_CRITERION_NONE_YET },
  { EN, "no|not|without|zero|doesnt|hasnt|never ~ so far", ANTE_CRITERION_NONE_YET },
  { ES, "menor", ANTE_CRITERION_AGE },
  { ES, "gratis", ANTE_CRITERION_FREE_ONLY },
  { ES, "sin|no ~ negocio", ANTE_CRITERION_NO_BUSINESS },
  { PT, "menor", ANTE_CRITERION_AGE },
  { PT, "gratis|gratuito", ANTE_CRITERION_FREE_ONLY },
  { PT, "sem|nao ~ negocio", ANTE_CRITERION_NO_BUSINESS },
  { FR, "mineur", ANTE_CRITERION_AGE },
  { FR, "gratuit", ANTE_CRITERION_FREE_ONLY },
  { FR, "pas|sans ~ entreprise", ANTE_CRITERION_NO_BUSINESS },
  { DE, "minderjahrig", ANTE_CRITERION_AGE },
  { DE, "kostenlos|umsonst", ANTE_CRITERION_FREE_ONLY },
  { DE, "kein ~ geschaft", ANTE_CRITERION_NO_BUSINESS },
};

typedef enum {
  AT_LEAST,
  AT_MOST,
  ABOVE,
  BELOW,
} Comparison;

static const AntePhrase comparisons[] = {
  { EN, "at least|minimum", AT_LEAST },
  { EN, "minimum|min", AT_LEAST },
  { EN, "# or|and more|above|older|over", AT_LEAST },
  { EN, "# or|and less|under|younger|below", AT_MOST },
  { EN, "at most", AT_MOST },
  { EN, "no|not more|older than", AT_MOST },
  { EN, "up to", AT_MOST },
  { EN, "maximum|max", AT_MOST },
  { EN, "above|over|more|older|exceeds ?than #", ABOVE },
  { EN, "under|below|less|younger|fewer ?than #", BELOW },
  { ES, "al menos", AT_LEAST },
  { ES, "como minimo", AT_LEAST },
  { ES, "mas de", ABOVE },
  { ES, "menos|menor de", BELOW },
  { PT, "pelo menos", AT_LEAST },
  { PT, "mais de", ABOVE },
  { PT, "menos|menor de", BELOW },
  { FR, "au moins", AT_LEAST },
  { FR, "plus de", ABOVE },
  { FR, "moins de", BELOW },
  { DE, "mindestens", AT_LEAST },
  { DE, "hochstens", AT_MOST },
  { DE, "uber|mehr", ABOVE },
  { DE, "unter|weniger", BELOW },
};

static const struct {
  const char *name;
  AnteCriterionField field;
} fields[] = {
  { "goal", ANTE_CRITERION_GOAL },
  { "problem", ANTE_CRITERION_PROBLEM },
  { "bottleneck", ANTE_CRITERION_BOTTLENECK },
  { "budget", ANTE_CRITERION_BUDGET },
  { "revenue", ANTE_CRITERION_REVENUE },
  { "time", ANTE_CRITERION_TIME },
  { "decision", ANTE_CRITERION_DECISION },
  { "offer", ANTE_CRITERION_OFFER },
  { "single", ANTE_CRITERION_SINGLE },
  { "child-age", ANTE_CRITERION_CHILD_AGE },
  { "age", ANTE_CRITERION_AGE },
  { "timeline", ANTE_CRITERION_TIMELINE },
  { "cooks", ANTE_CRITERION_COOKS },
  { "free-only", ANTE_CRITERION_FREE_ONLY },
  { "no-business", ANTE_CRITERION_NO_BUSINESS },
  { "danger", ANTE_CRITERION_DANGER },
  { "illness", ANTE_CRITERION_ILLNESS },
  { "eating", ANTE_CRITERION_EATING },
  { "done-for-them", ANTE_CRITERION_DONE_FOR_THEM },
  { "tips", ANTE_CRITERION_TIPS },
  { "count", ANTE_CRITERION_COUNT },
  { "experience", ANTE_CRITERION_EXPERIENCE },
  { "duration", ANTE_CRITERION_DURATION },
  { "together", ANTE_CRITERION_TOGETHER },
  { "readiness", ANTE_CRITERION_READINESS },
  { "salary", ANTE_CRITERION_SALARY },
  { "cleared", ANTE_CRITERION_CLEARED },
  { "forbidden", ANTE_CRITERION_FORBIDDEN },
  { "medicine", ANTE_CRITERION_MEDICINE },
  { "untreated", ANTE_CRITERION_UNTREATED },
  { "none-yet", ANTE_CRITERION_NONE_YET },
  { "student", ANTE_CRITERION_STUDENT },
  { "injury", ANTE_CRITERION_INJURY },
  { "wants-job", ANTE_CRITERION_WANTS_JOB },
  { "pregnant", ANTE_CRITERION_PREGNANT },
};

static const char *const comparison_names[] = { "at-least", "at-most", "above", "below" };

AnteCriteriaSet *
ante_criteria_set_new (void)
{
  AnteCriteriaSet *self = g_new0 (AnteCriteriaSet, 1);

  self->required = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_criterion_free);
  self->disqualifiers = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_criterion_free);
  return self;
}

void
ante_criteria_set_free (AnteCriteriaSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->required);
  g_ptr_array_unref (self->disqualifiers);
  g_free (self);
}

void
ante_criterion_free (AnteCriterion *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->rule);
  g_strfreev (self->words);
  g_free (self);
}

static void
compare (AnteCriterion *self, Comparison comparison, double value)
{
  if (comparison == AT_LEAST || comparison == ABOVE)
    self->low = comparison == ABOVE ? value + A_LITTLE : value;
  else
    self->high = comparison == BELOW ? value - A_LITTLE : value;
}

static gboolean
counts (AnteCriterionField field)
{
  return field == ANTE_CRITERION_BUDGET || field == ANTE_CRITERION_REVENUE ||
         field == ANTE_CRITERION_TIME || field == ANTE_CRITERION_CHILD_AGE ||
         field == ANTE_CRITERION_AGE || field == ANTE_CRITERION_COOKS ||
         field == ANTE_CRITERION_COUNT || field == ANTE_CRITERION_EXPERIENCE ||
         field == ANTE_CRITERION_DURATION;
}

/* Ages and years of work are held in years, how long something lasts in months, time in hours or
 * times: "4 months" is a third of a year. */
static double
convert (AnteCriterionField field, const AnteAmount *amount)
{
  if (field == ANTE_CRITERION_TIME)
    return amount->unit == ANTE_AMOUNT_MINUTES ? amount->value / 60 : amount->value;
  if (field != ANTE_CRITERION_CHILD_AGE && field != ANTE_CRITERION_AGE &&
      field != ANTE_CRITERION_EXPERIENCE && field != ANTE_CRITERION_DURATION)
    return amount->value;
  return ante_amount_years (amount) * (field == ANTE_CRITERION_DURATION ? 12 : 1);
}

/* One number is a bound, two are both: "between 2 and 10". */
static void
read_numbers (AnteCriterion *self, const AnteTalk *talk, gboolean disqualifies)
{
  const AnteLine *line = ante_talk_line (talk, 0);
  guint n = ante_line_n_words (line);
  AnteAmount first = { 0 };
  AnteAmount second = { 0 };
  const AntePhrase *how = ANTE_PHRASES_FIND (talk, line, comparisons, NULL);

  if (!ante_amount_find (line, 0, n, &first)) {
    if (self->field == ANTE_CRITERION_TIME)
      self->low = ante_phrase_find (line, 0, n, "daily", NULL) ||
                      ante_phrase_find (line, 0, n, "every|each day", NULL)
                    ? NEARLY_DAILY
                    : 1;
    /* "is a minor", "an adult" */
    if (self->field == ANTE_CRITERION_AGE && disqualifies)
      self->high = OF_AGE - A_LITTLE;
    else if (self->field == ANTE_CRITERION_AGE)
      self->low = OF_AGE;
    return;
  }
  if (ante_phrase_find (line, 0, n, "between|from|entre|zwischen", NULL) &&
      ante_amount_find (line, first.span.after, n, &second)) {
    if (first.unit == ANTE_AMOUNT_PLAIN)
      first.unit = second.unit;
    self->low = MIN (convert (self->field, &first), convert (self->field, &second));
    self->high = MAX (convert (self->field, &first), convert (self->field, &second));
    return;
  }
  compare (self, how != NULL ? how->value : AT_LEAST, convert (self->field, &first));
}

/**
 * ante_criterion_new:
 * @rule: (nullable): a plain sentence
 * @disqualifies: whether it speaks against a lead
 *
 * Returns: (transfer full): the criterion; of a sentence that is not understood the field is
 * unknown, and it is then never taken for met
 */
AnteCriterion *
ante_criterion_new (const char *id, const char *rule, gboolean disqualifies)
{
  AnteCriterion *self = g_new0 (AnteCriterion, 1);
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  const AntePhrase *subject = NULL;

  self->id = g_strdup (id != NULL ? id : "");
  self->rule = g_strdup (rule);
  ante_talk_add (talk, TRUE, rule);
  ante_talk_find_tongues (talk);
  talk->tongues |= EN;
  subject = disqualifies ? ANTE_PHRASES_FIND (talk, ante_talk_line (talk, 0), against, NULL)
                         : ANTE_PHRASES_FIND (talk, ante_talk_line (talk, 0), subjects, NULL);
  self->field = subject != NULL ? subject->value : ANTE_CRITERION_UNKNOWN;
  self->words = ante_criterion_list_words (ante_talk_line (talk, 0));
  if (disqualifies && subject == NULL && g_strv_length (self->words) >= 2)
    self->field = ANTE_CRITERION_OWN_WORDS;
  if (counts (self->field))
    read_numbers (self, talk, disqualifies);
  return self;
}

gboolean
ante_criterion_set (AnteCriterion *self, const char *field, const char *comparison, double value)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    guint how = 0;

    if (g_strcmp0 (field, fields[i].name) != 0)
      continue;
    while (comparison != NULL && how < G_N_ELEMENTS (comparison_names) &&
           !g_str_equal (comparison, comparison_names[how]))
      how++;
    if (how == G_N_ELEMENTS (comparison_names))
      return FALSE;
    self->field = fields[i].field;
    self->low = self->high = 0;
    if (comparison != NULL)
      compare (self, how, value);
    return TRUE;
  }
  return FALSE;
}
