#pragma once

#include "rules/memory/ante-reading.h"

G_BEGIN_DECLS

/* (transfer full): the beginnings of the words of a rule that tell what it is about. */
char **ante_criterion_list_words (const AnteLine *rule);
/* Whether the lead tells that what the rule is about is so, in its own words; @line (out): which of
 * theirs does. */
gboolean
ante_own_words_prove (const AnteReading *reading, const AnteCriterion *criterion, guint *line);
/* A number of what the rule counts. */
gboolean
ante_own_words_count (const AnteReading *reading, const AnteCriterion *criterion, double *count);

/* Whether a line of the lead, or the question that it answers, has a word of the rule. */
gboolean
ante_own_words_are_about (const AnteReading *reading, guint line, const AnteCriterion *criterion);

G_END_DECLS
