#pragma once

#include "app/board/ante-card-column.h"
#include "app/board/ante-card-drag.h"

G_BEGIN_DECLS

#define ANTE_CARD_GAP 8
#define ANTE_CARD_MARGIN 8

struct _AnteCardColumn {
  GtkWidget parent_instance;

  AnteLeadModel *model;
  AnteCardSelection *selection;
  gulong items_changed;
  GtkAdjustment *adjustment;
  GtkAdjustment *hadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
  GPtrArray *cards;  /* of AnteLeadCard, for the positions from first on */
  GPtrArray *unused; /* (element-type AnteLeadCard): made once, and not needed now */
  GtkWidget *away;   /* the card that has the keyboard, while its lead is out of view */
  guint first;
  guint update;
  gboolean items_moved;  /* since the cards were bound */
  gboolean font_changed; /* since a card was measured */
  int card_height;
  int height;
  int expected; /* height, as long as it has none */
  gint64 wanted_focus;
  gint64 noted;      /* the lead whose card had the keyboard last */
  gboolean asleep;   /* nobody has seen it yet: it has no cards */
  gboolean pressing; /* the pointer moves the keyboard here */
  gint64 now;
  gboolean human_agent;
  AnteStage *stage; /* (nullable) */

  AnteCardDrop drop;
};

/* ante-card-column-cards.c: which widgets stand for which leads. */

/* As many cards as the view shows, for the right positions; and one more for the lead that has the
 * keyboard, where it is out of view. */
void ante_card_column_update (AnteCardColumn *self);
void ante_card_column_focus_wanted (AnteCardColumn *self);
/* Marked ones, and those that are in hand. */
void ante_card_column_mark (AnteCardColumn *self);

/* ante-card-column.c */
guint ante_card_column_get_n_items (AnteCardColumn *self);
double ante_card_column_get_scroll (AnteCardColumn *self);
/* From one card to the next. */
int ante_card_column_get_step (AnteCardColumn *self);
void ante_card_column_scroll_to (AnteCardColumn *self, guint position);
void ante_card_column_configure (AnteCardColumn *self);
void ante_card_column_queue_update (AnteCardColumn *self);

G_END_DECLS
