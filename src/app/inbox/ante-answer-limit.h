#pragma once

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

/* Whether an answer to @lead can only be given in Instagram itself by now. */
gboolean ante_answer_limit_is_closed (AnteWorkspace *workspace, AnteLead *lead);
/* (transfer full) (nullable): who may answer, and until when; %NULL while anybody may. */
char *ante_answer_limit_describe (AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
