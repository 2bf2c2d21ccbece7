#pragma once

#include "model/ante-lead.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * ante_criteria_find:
 * @stages: (element-type AnteStage): in their order
 * @stage_id: where a lead stands
 * @next: (out) (transfer none) (nullable): the stage that is next to ask for facts; where none
 * does, the one of those who are qualified
 *
 * What is to be found out about a lead who is being qualified.
 *
 * Returns: (transfer full) (nullable): nicks of facts, in the order in which they are asked; %NULL
 * where the lead stands in another stage
 */
GStrv ante_criteria_find (GPtrArray *stages, gint64 stage_id, AnteStage **next);

G_END_DECLS
