#pragma once

#include "assist/ante-assist-error.h"
#include "engine/ante-advice.h"

G_BEGIN_DECLS

/* What became of a draft, and what to do. */
AnteAdvice ante_assist_advice_for (AnteAssistError code);

G_END_DECLS
