#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_HANDOFF_CARD (ante_handoff_card_get_type ())
G_DECLARE_FINAL_TYPE (AnteHandoffCard, ante_handoff_card, ANTE, HANDOFF_CARD, AdwBin)

/* What was agreed about a lead and still runs, or was broken: who has it, by when, what they do,
 * what they have to know. Not there where nothing was. */
void ante_handoff_card_set_workspace (AnteHandoffCard *self, AnteWorkspace *workspace);
/* @lead: (nullable): as it is now; what was agreed is read anew. */
void ante_handoff_card_set_lead (AnteHandoffCard *self, AnteLead *lead);

G_END_DECLS
