#pragma once

#include <adwaita.h>

#include "engine/ante-advice.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PROBLEM (ante_problem_get_type ())
G_DECLARE_FINAL_TYPE (AnteProblem, ante_problem, ANTE, PROBLEM, AdwBin)

/* What went wrong with what a form holds, and what to do: hidden until there is something to say.
 */
void ante_problem_show (AnteProblem *self, const AnteAdvice *advice);
void ante_problem_hide (AnteProblem *self);

G_END_DECLS
