#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-stage-advice.h"

#include "model/ante-party.h"

static gboolean
is_answered (AnteLead *lead)
{
  return ante_party_is_us (lead->last_author) && !ante_party_is_automatic (lead->last_author);
}

static gboolean
has_call_ahead (AnteLead *lead, gint64 now)
{
  return lead->booking == ANTE_BOOKING_BOOKED && lead->booking_at > now;
}

/* The call, or what makes it ready. */
static gboolean
is_silent_before_step (AnteLead *lead, gint64 now)
{
  gboolean is_near =
    (has_call_ahead (lead, now) && lead->booking_at - now <= ANTE_STAGE_STEP_NEAR_MS) ||
    (ante_lead_has_next_step (lead) && lead->next_due > now &&
     lead->next_due - now <= ANTE_STAGE_STEP_NEAR_MS);

  return is_near && now - lead->last_lead_at >= ANTE_STAGE_SILENCE_MS;
}

gboolean
ante_stage_advise (AnteLead *lead, AnteStageRole role, gint64 now, AnteStageRole *advised)
{
  if (lead->last_lead_at == 0 || lead->not_a_lead != NULL)
    return FALSE;
  if (role < ANTE_STAGE_BOOKED && has_call_ahead (lead, now))
    *advised = ANTE_STAGE_BOOKED;
  else if (role == ANTE_STAGE_NEW_INBOUND && is_answered (lead))
    *advised = ANTE_STAGE_ACTIVE;
  else if (role == ANTE_STAGE_BOOKED && is_silent_before_step (lead, now))
    *advised = ANTE_STAGE_NO_SHOW_RISK;
  else
    return FALSE;
  return TRUE;
}
