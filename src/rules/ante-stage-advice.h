#pragma once

#include "model/ante-lead.h"
#include "model/ante-stage.h"
#include "rules/ante-window.h"

G_BEGIN_DECLS

/* How long before what comes next, and after how long a silence, it may be that nobody comes. */
#define ANTE_STAGE_STEP_NEAR_MS (24 * ANTE_HOUR_MS)
#define ANTE_STAGE_SILENCE_MS (48 * ANTE_HOUR_MS)

/**
 * ante_stage_advise:
 * @role: of the stage that @lead is in
 * @now: ms
 * @advised: (out): where it seems to belong
 *
 * What the conversation says about the stage, where that is plain: once a person of ours has
 * answered, an inbound lead is a conversation; who has a call ahead is booked; who is booked and
 * silent, with a next step or a call that is near, may not come. The person decides.
 *
 * Returns: %FALSE when there is nothing to say
 */
gboolean ante_stage_advise (AnteLead *lead, AnteStageRole role, gint64 now, AnteStageRole *advised);

G_END_DECLS
