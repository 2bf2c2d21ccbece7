#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ante_card_picture_new:
 * @card: the card that is lifted
 * @n_cards: how many are, with it
 *
 * Returns: (transfer full): what hangs under the pointer: the card with a shadow, over the edges of
 * the others and their number
 */
GdkPaintable *ante_card_picture_new (GtkWidget *card, guint n_cards);

G_END_DECLS
