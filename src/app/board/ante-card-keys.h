#pragma once

#include "app/board/ante-card-column.h"

G_BEGIN_DECLS

/* From card to card, and what a key does to one. */
void ante_card_keys_add (AnteCardColumn *column);

G_END_DECLS
