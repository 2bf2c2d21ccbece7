#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-edge-scroll.h"

G_BEGIN_DECLS

/* Cards in the pointer's hand. Whoever they are dropped on is given a GArray of their leads' row
 * ids (gint64). */
void ante_card_drag_add_source (GtkWidget *card);

/* A strip that stands for the cards of @column, an AnteCardColumn that is not in view: what is
 * dropped on it is told by the column's "dropped". */
void ante_card_drag_add_strip (GtkWidget *strip, GtkWidget *column);

/**
 * AnteCardDrop:
 *
 * The other half, of the column of cards (an AnteCardColumn) where one is put down: it shows the
 * place, scrolls near the column's ends, and emits the column's "dropped".
 */
typedef struct {
  int place; /* -1: nothing hovers, or the column's order decides */
  AnteEdgeScroll edge;
} AnteCardDrop;

/* @self: a part of @column, which therefore lives as long. */
void ante_card_drop_init (AnteCardDrop *self, GtkWidget *column);
void ante_card_drop_stop (AnteCardDrop *self);

G_END_DECLS
