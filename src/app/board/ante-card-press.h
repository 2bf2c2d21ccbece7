#pragma once

#include "app/board/ante-card-column.h"

G_BEGIN_DECLS

/* What a pointer's buttons do to a card: the keyboard comes to it, it is marked, opened, dragged,
 * or asked for its menu. @card stands in @column. */
void ante_card_press_add (AnteCardColumn *column, GtkWidget *card);

G_END_DECLS
