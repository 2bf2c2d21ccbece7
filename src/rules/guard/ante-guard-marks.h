#pragma once

#include "rules/guard/ante-guard-text.h"
#include "rules/learned/ante-learned-features.h"

G_BEGIN_DECLS

GArray *ante_guard_marks (const AnteGuardText *text);

G_END_DECLS
