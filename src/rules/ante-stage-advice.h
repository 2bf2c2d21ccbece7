#pragma once

#include "model/ante-lead.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * ante_stage_advise:
 * @role: of the stage that @lead is in
 * @advised: (out): where it seems to belong
 *
 * What the conversation says about the stage, where that is plain: once a person of ours has
 * answered, an inbound lead is a conversation. The person decides.
 *
 * Returns: %FALSE when there is nothing to say
 */
gboolean ante_stage_advise (AnteLead *lead, AnteStageRole role, AnteStageRole *advised);

G_END_DECLS
