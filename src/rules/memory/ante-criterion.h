#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteCriterionField:
 *
 * What a criterion looks at. Those of the second block speak against a lead.
 */
typedef enum {
  ANTE_CRITERION_UNKNOWN,
  ANTE_CRITERION_GOAL,
  ANTE_CRITERION_PROBLEM,
  ANTE_CRITERION_BOTTLENECK,
  ANTE_CRITERION_BUDGET,
  ANTE_CRITERION_REVENUE,
  ANTE_CRITERION_TIME,
  ANTE_CRITERION_DECISION,
  ANTE_CRITERION_OFFER,
  ANTE_CRITERION_SINGLE,
  ANTE_CRITERION_CHILD_AGE,
  ANTE_CRITERION_AGE,
  ANTE_CRITERION_TIMELINE,
  ANTE_CRITERION_COUNT,
  ANTE_CRITERION_EXPERIENCE,
  ANTE_CRITERION_DURATION,
  ANTE_CRITERION_TOGETHER,
  ANTE_CRITERION_READINESS,
  ANTE_CRITERION_SALARY,
  ANTE_CRITERION_CLEARED,
  ANTE_CRITERION_COOKS,

  ANTE_CRITERION_FREE_ONLY,
  ANTE_CRITERION_NO_BUSINESS,
  ANTE_CRITERION_DANGER,
  ANTE_CRITERION_ILLNESS,
  ANTE_CRITERION_EATING,
  ANTE_CRITERION_DONE_FOR_THEM,
  ANTE_CRITERION_TIPS,
  ANTE_CRITERION_FORBIDDEN,
  ANTE_CRITERION_MEDICINE,
  ANTE_CRITERION_UNTREATED,
  ANTE_CRITERION_NONE_YET,
  ANTE_CRITERION_STUDENT,
  ANTE_CRITERION_INJURY,
  ANTE_CRITERION_WANTS_JOB,
  ANTE_CRITERION_PREGNANT,
  ANTE_CRITERION_OWN_WORDS,
} AnteCriterionField;

/* The first field that speaks against a lead. */
#define ANTE_CRITERION_FIRST_AGAINST ANTE_CRITERION_FREE_ONLY

/**
 * AnteCriterion:
 * @id: its name in what is told
 * @rule: (nullable): a plain sentence
 * @field: what it looks at
 * @low: the least number that meets it; 0 for any
 * @high: the greatest; 0 for any
 * @words: (nullable): the beginnings of the words of the rule that tell what it is about
 *
 * One thing that is asked of a lead, or that speaks against them.
 */
typedef struct {
  char *id;
  char *rule;
  AnteCriterionField field;
  double low;
  double high;
  char **words;
} AnteCriterion;

/**
 * AnteCriteriaSet:
 * @required: (element-type AnteCriterion): all of them make a lead qualified
 * @disqualifiers: (element-type AnteCriterion): one of them makes a lead no fit
 */
typedef struct {
  GPtrArray *required;
  GPtrArray *disqualifiers;
} AnteCriteriaSet;

AnteCriteriaSet *ante_criteria_set_new (void);
void ante_criteria_set_free (AnteCriteriaSet *self);

/* Reads a plain sentence: "can train at least 3 times a week". */
AnteCriterion *ante_criterion_new (const char *id, const char *rule, gboolean disqualifies);
/* The form of the playbook: field, comparison (at-least, at-most, above, below), value. FALSE for
 * a word that is not known; @self is then as it was. */
gboolean
ante_criterion_set (AnteCriterion *self, const char *field, const char *comparison, double value);
void ante_criterion_free (AnteCriterion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCriteriaSet, ante_criteria_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCriterion, ante_criterion_free)

G_END_DECLS
