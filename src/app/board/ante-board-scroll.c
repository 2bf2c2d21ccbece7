#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-scroll.h"

/* Beside the first column and the last one. */
#define MARGIN 12

/* --- by whole columns --- */

static gboolean
is_mirrored (AnteBoardScroll *self)
{
  return gtk_widget_get_direction (self->columns) == GTK_TEXT_DIR_RTL;
}

/* How far a column is from the first one, which stands at the right where one reads from there. */
static double
get_start (AnteBoardScroll *self, GtkWidget *column)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (column, self->columns, &bounds))
    return 0;
  if (!is_mirrored (self))
    return bounds.origin.x;
  return gtk_widget_get_width (self->columns) - bounds.origin.x - bounds.size.width;
}

static double
get_end (AnteBoardScroll *self, GtkWidget *column)
{
  return get_start (self, column) + gtk_widget_get_width (column) + 2 * MARGIN;
}

/* An adjustment counts from the left in either direction. */
static double
mirror (AnteBoardScroll *self, double value)
{
  if (!is_mirrored (self))
    return value;
  return gtk_adjustment_get_upper (self->adjustment) -
         gtk_adjustment_get_page_size (self->adjustment) - value;
}

/* The first column that may stand first so that all up to @end are in view. */
static double
find_edge (AnteBoardScroll *self, double end)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  GtkWidget *column = gtk_widget_get_first_child (self->columns);

  while (column != NULL && get_start (self, column) + page < end)
    column = gtk_widget_get_next_sibling (column);
  return column != NULL ? get_start (self, column) : 0;
}

void
ante_board_scroll_show (AnteBoardScroll *self, GtkWidget *column)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double value = mirror (self, gtk_adjustment_get_value (self->adjustment));
  double start = get_start (self, column);
  double end = get_end (self, column);

  if (start < value)
    value = start;
  else if (end > value + page)
    value = MIN (start, find_edge (self, end));
  else
    return;
  gtk_adjustment_set_value (self->adjustment, mirror (self, value));
}

/* Behind the last column there is room for a column's edge to be the view's when that one shows. */
static gboolean
make_room_cb (gpointer data)
{
  AnteBoardScroll *self = data;
  GtkWidget *last = gtk_widget_get_last_child (self->columns);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double end = last != NULL ? get_end (self, last) : 0;
  double room = end > page ? find_edge (self, end) + page - end : 0;

  self->room = 0;
  gtk_widget_set_margin_end (self->columns, MARGIN + (int) room);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is heard in the middle of a layout. */
static void
resized_cb (AnteBoardScroll *self)
{
  if (self->room == 0)
    self->room = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, make_room_cb, self, NULL);
}

void
ante_board_scroll_init (AnteBoardScroll *self, GtkScrolledWindow *scroller, GtkWidget *columns)
{
  self->columns = columns;
  self->adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (resized_cb), self);
}

void
ante_board_scroll_clear (AnteBoardScroll *self)
{
  g_clear_handle_id (&self->room, g_source_remove);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, resized_cb, self);
  g_clear_object (&self->adjustment);
}
