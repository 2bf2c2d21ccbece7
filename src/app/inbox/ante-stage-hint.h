#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_STAGE_HINT (ante_stage_hint_get_type ())
G_DECLARE_FINAL_TYPE (AnteStageHint, ante_stage_hint, ANTE, STAGE_HINT, AdwBin)

/*
 * A line over the composer when the conversation has outgrown its stage, with the reason: one key
 * moves the lead, another press lets it be. Each thing is said once for a lead: who has waved it
 * off is not asked again, but before a step on another date.
 */
GtkWidget *ante_stage_hint_new (void);
/* @lead: (nullable). @stages: (nullable) (element-type AnteStage). */
void ante_stage_hint_set_lead (AnteStageHint *self, AnteLead *lead, GPtrArray *stages, gint64 now);
/* Moves the lead where the hint says; FALSE: it says nothing. */
gboolean ante_stage_hint_accept (AnteStageHint *self);

G_END_DECLS
