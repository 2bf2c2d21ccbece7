#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-edge-scroll.h"

G_BEGIN_DECLS

/**
 * AnteBoardScroll:
 *
 * The board's way sideways: by whole columns where the program scrolls, by itself while a card is
 * held near an edge, and untouched where a person scrolls.
 */
typedef struct {
  GtkWidget *scroller;
  GtkWidget *columns;
  GtkWidget *row;
  GtkAdjustment *adjustment;
  AnteEdgeScroll edge;
  GSignalGroup *drag; /* what is held */
  guint room;
  GtkEventController *lost; /* what takes the drops that nobody else takes */
  guint renewal;            /* idle source */
  GtkWidget *wanted;        /* weak: a column that is to be seen once it has its place */
  gint64 wanted_until;      /* monotonic: the board moves until then */
  double kept;              /* where one was before the board got narrower */
  double kept_page;         /* how wide it was then; 0: nothing is kept */
  GtkWidget *kept_for;      /* weak: the column that one was at then */
  gboolean giving_back;
  gint64 giving_until; /* monotonic */
} AnteBoardScroll;

/* @columns: what fills @scroller's viewport. */
void
ante_board_scroll_init (AnteBoardScroll *self, GtkScrolledWindow *scroller, GtkWidget *columns);
/* @row: a box in it with a child a column. */
void ante_board_scroll_set_row (AnteBoardScroll *self, GtkWidget *row);
void ante_board_scroll_clear (AnteBoardScroll *self);
/* Scrolls only if @column is not in view as a whole, and then to the edge of one. */
void ante_board_scroll_show (AnteBoardScroll *self, GtkWidget *column);
/* The same of one that is about to come to its place: it is new, or the board gets narrower. */
void ante_board_scroll_show_new (AnteBoardScroll *self, GtkWidget *column);
/* Remembers the place before something beside the board takes its room, and goes back there when
 * that room is there again; unless one is at another @column by then. */
void ante_board_scroll_keep (AnteBoardScroll *self, GtkWidget *column);
void ante_board_scroll_give_back (AnteBoardScroll *self, GtkWidget *column);

G_END_DECLS
