#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_AUTHOR_CHOICE (ante_author_choice_get_type ())
G_DECLARE_FINAL_TYPE (AnteAuthorChoice, ante_author_choice, ANTE, AUTHOR_CHOICE, AdwBin)

/* Who answers: the coach, or a setter. Seen once there is a setter. Who answered last is chosen,
 * over restarts too: most likely they sit here still. */
void ante_author_choice_set_workspace (AnteAuthorChoice *self, AnteWorkspace *workspace);
/* (transfer none): a party. */
const char *ante_author_choice_get_author (AnteAuthorChoice *self);

G_END_DECLS
