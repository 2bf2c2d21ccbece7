#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-edge-scroll.h"

G_BEGIN_DECLS

/* Cards in the pointer's hand. A card gives its lead's row id to whoever it is dropped on. */
void ante_card_drag_add_source (GtkWidget *card);

/**
 * AnteCardDrop:
 *
 * The other half, of the column of cards (an AnteCardColumn) where one is put down: it shows the
 * place, scrolls near the column's ends, and emits the column's "dropped".
 */
typedef struct {
  int place; /* -1: nothing hovers */
  AnteEdgeScroll edge;
} AnteCardDrop;

/* @self: a part of @column, which therefore lives as long. */
void ante_card_drop_init (AnteCardDrop *self, GtkWidget *column);
void ante_card_drop_stop (AnteCardDrop *self);

G_END_DECLS
