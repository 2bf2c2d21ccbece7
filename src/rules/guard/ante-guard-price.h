#pragma once

#include "rules/guard/ante-guard-work.h"

G_BEGIN_DECLS

AnteMatch
ante_guard_match_sum (const AnteGuard *guard, const AnteGuardText *text, const AnteSum *sum);
void ante_guard_read_prices (AnteGuard *guard);

G_END_DECLS
