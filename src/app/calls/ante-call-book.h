#pragma once

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

/* Adds to what can be done to the lead in hand: lead.book, which asks when the call is. */
void ante_call_book_install (AnteLeadActions *actions);

G_END_DECLS
