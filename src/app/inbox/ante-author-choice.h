#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_AUTHOR_CHOICE (ante_author_choice_get_type ())
G_DECLARE_FINAL_TYPE (AnteAuthorChoice, ante_author_choice, ANTE, AUTHOR_CHOICE, AdwBin)

/* Who answers: the coach, or a setter. Seen once there is a setter. Whoever sits here, as the
 * preferences of this computer say; what is chosen otherwise holds until the lead is left, lest the
 * next ones are answered in a wrong name. */
void ante_author_choice_set_workspace (AnteAuthorChoice *self, AnteWorkspace *workspace);
void ante_author_choice_set_lead (AnteAuthorChoice *self, gint64 lead_id);
/* (transfer none): a party. */
const char *ante_author_choice_get_author (AnteAuthorChoice *self);

G_END_DECLS
