#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-stage-advice.h"

#include "model/ante-party.h"

gboolean
ante_stage_advise (AnteLead *lead, AnteStageRole role, AnteStageRole *advised)
{
  if (role != ANTE_STAGE_NEW_INBOUND || lead->last_lead_at == 0 || lead->not_a_lead != NULL ||
      !ante_party_is_us (lead->last_author) || ante_party_is_automatic (lead->last_author))
    return FALSE;
  *advised = ANTE_STAGE_ACTIVE;
  return TRUE;
}
