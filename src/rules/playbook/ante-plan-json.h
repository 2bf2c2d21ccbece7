#pragma once

#include "rules/guard/ante-playbook-reader.h"
#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/* Shared by the files that read plans alone. */

void ante_plan_read (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan);

/* Empty ones, for the reader to fill. */
AntePlanCriterion *ante_plan_criterion_new (void);
AntePlanTrigger *ante_plan_trigger_new (void);
AntePlanReview *ante_plan_review_new (void);
AntePlanStep *ante_plan_step_new (void);
AntePlanSequence *ante_plan_sequence_new (void);
AntePlanNarrowing *ante_plan_narrowing_new (void);
AntePlanDisclosure *ante_plan_disclosure_new (void);
AntePlanReply *ante_plan_reply_new (void);

G_END_DECLS
