#pragma once

#include "rules/memory/ante-reading.h"

G_BEGIN_DECLS

/* Whether the lead says what a rule of that field speaks against; @line (out): where. */
gboolean ante_against_find (const AnteReading *reading, AnteCriterionField field, guint *line);
gboolean
ante_against_find_none (const AnteReading *reading, const AnteCriterion *criterion, guint *line);

G_END_DECLS
