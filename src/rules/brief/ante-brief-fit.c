#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

/* Whether they fit: what the playbook asks for is met or not known, and what speaks against. */

/* So many criteria that are met are never left out. */
#define MOST_MET 4

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static const char *
rule_of (const AntePlanCriterion *criterion)
{
  return criterion->rule != NULL && *criterion->rule != '\0' ? criterion->rule : criterion->id;
}

/* (nullable): what the lead wrote that meets it. */
static const AnteMemoryFact *
find_proof (const AnteBriefWork *work, const AntePlanCriterion *criterion)
{
  return ante_memory_find_proof (work->memory, criterion->criterion->field);
}

/* (nullable): what a person stands behind, where any such fact meets it. */
static const AnteFact *
find_sure (const AnteBriefWork *work, const AnteCriterion *criterion)
{
  static const struct {
    AnteCriterionField field;
    AnteFactKind kind;
  } kinds[] = {
    { ANTE_CRITERION_GOAL, ANTE_FACT_GOAL },
    { ANTE_CRITERION_PROBLEM, ANTE_FACT_PROBLEM },
    { ANTE_CRITERION_BOTTLENECK, ANTE_FACT_BOTTLENECK },
    { ANTE_CRITERION_TIMELINE, ANTE_FACT_TIMELINE },
    { ANTE_CRITERION_BUDGET, ANTE_FACT_BUDGET },
  };

  for (guint i = 0; criterion->low == 0 && criterion->high == 0 && i < G_N_ELEMENTS (kinds); i++) {
    const AnteFact *fact =
      kinds[i].field == criterion->field ? ante_brief_find_fact (work, kinds[i].kind, NULL) : NULL;

    if (fact != NULL && ante_brief_fact_is_sure (fact))
      return fact;
  }
  return NULL;
}

static gboolean
is_met (const AnteBriefWork *work, const AntePlanCriterion *criterion)
{
  return has_id (work->memory->met, criterion->id) ||
         find_sure (work, criterion->criterion) != NULL;
}

/* Read out of their words by rules, nobody has said yes to it. */
static void
add_met (AnteBriefWork *work, const AntePlanCriterion *criterion, gboolean always)
{
  const AnteFact *sure = find_sure (work, criterion->criterion);
  const AnteMemoryFact *proof = find_proof (work, criterion);
  int priority = always ? 74 : 57;
  AnteBriefLine *line = NULL;

  if (sure != NULL) {
    line = ante_brief_add_fact (work, ANTE_BRIEF_FIT, priority, _ ("Met"), sure);
    line->is_quote = FALSE;
    g_free (line->text);
    line->text = ante_text_one_line (rule_of (criterion), ANTE_BRIEF_TEXT_CHARS);
    return;
  }
  line = ante_brief_add (work, ANTE_BRIEF_FIT, priority, _ ("Met"), rule_of (criterion));
  line->marks = ANTE_BRIEF_UNCONFIRMED;
  line->source = ANTE_BRIEF_FROM_PLAYBOOK;
  if (proof != NULL && proof->line < work->lines->len)
    ante_brief_line_set_message (work, line, work->lines->pdata[proof->line]);
}

static void
add_unknown (AnteBriefWork *work)
{
  const AntePlan *plan = work->input->plan;
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = plan->criteria->pdata[i];

    if (!is_met (work, criterion))
      g_ptr_array_add (rules, (gpointer) rule_of (criterion));
  }
  if (rules->len == 0)
    return;
  g_ptr_array_add (rules, NULL);
  joined = g_strjoinv ("; ", (char **) rules->pdata);
  ante_brief_add (work, ANTE_BRIEF_FIT, 81, _ ("Unknown"), joined)->source =
    ANTE_BRIEF_FROM_PLAYBOOK;
}

static void
add_disqualifier (AnteBriefWork *work)
{
  const AntePlan *plan = work->input->plan;
  AnteBriefLine *line = NULL;
  int at = work->memory->qualification.line;

  for (guint i = 0; work->memory->disqualifier != NULL && i < plan->disqualifiers->len; i++) {
    const AntePlanCriterion *criterion = plan->disqualifiers->pdata[i];

    if (!g_str_equal (criterion->id, work->memory->disqualifier))
      continue;
    line = ante_brief_add (work, ANTE_BRIEF_FIT, 89, _ ("Against"), rule_of (criterion));
    line->marks = ANTE_BRIEF_UNCONFIRMED;
    line->source = ANTE_BRIEF_FROM_PLAYBOOK;
    if (at >= 0 && (guint) at < work->lines->len)
      ante_brief_line_set_message (work, line, work->lines->pdata[at]);
  }
}

/* A playbook may ask for more than a page holds. */
static void
add_all_met (AnteBriefWork *work)
{
  const AntePlan *plan = work->input->plan;
  guint n = 0;

  for (guint i = 0; i < plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = plan->criteria->pdata[i];

    if (!is_met (work, criterion))
      continue;
    add_met (work, criterion, criterion->must_have && n < MOST_MET);
    n += criterion->must_have ? 1 : 0;
  }
}

static gboolean
is_against (const AnteFact *fact)
{
  return g_strcmp0 (fact->type, ANTE_FACT_TYPE_AGAINST) == 0;
}

/* The newest first. */
static void
add_signs (AnteBriefWork *work, gboolean against, int priority)
{
  guint n = 0;

  for (guint i = work->facts->len; i-- > 0;) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind != ANTE_FACT_FIT || is_against (fact) != against)
      continue;
    ante_brief_add_fact (work, ANTE_BRIEF_FIT, n == 0 ? priority : 40 - (int) MIN (n, 15),
                         against ? _ ("Against") : _ ("For"), fact);
    n++;
  }
}

void
ante_brief_read_fit (AnteBriefWork *work)
{
  const AnteFact *budget = ante_brief_find_fact (work, ANTE_FACT_BUDGET, NULL);
  guint before = work->brief->lines->len;

  if (work->memory != NULL)
    add_disqualifier (work);
  add_signs (work, TRUE, 84);
  if (work->memory != NULL)
    add_all_met (work);
  if (budget != NULL)
    ante_brief_add_fact (work, ANTE_BRIEF_FIT, 77, ante_plain_words_fact (ANTE_FACT_BUDGET),
                         budget);
  add_signs (work, FALSE, 66);
  /* Where something speaks against them, the rest was not looked at. */
  if (work->memory != NULL && work->memory->disqualifier == NULL)
    add_unknown (work);
  if (work->brief->lines->len == before)
    ante_brief_add (work, ANTE_BRIEF_FIT, 79, NULL,
                    _ ("Nothing is known that speaks for or against"));
}
