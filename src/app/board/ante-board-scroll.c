#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-scroll.h"

/* Beside the first column and the last one. */
#define MARGIN 12
/* A panel beside the board has slid in by then. */
#define SETTLED_US (G_USEC_PER_SEC / 2)

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
  GtkWidget *column = gtk_widget_get_first_child (self->row);

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

static void resized_cb (AnteBoardScroll *self);

void
ante_board_scroll_show_new (AnteBoardScroll *self, GtkWidget *column)
{
  g_set_weak_pointer (&self->wanted, column);
  self->wanted_until = g_get_monotonic_time () + SETTLED_US;
}

void
ante_board_scroll_keep (AnteBoardScroll *self, GtkWidget *column)
{
  g_set_weak_pointer (&self->kept_for, column);
  if (self->giving_back) {
    self->giving_back = FALSE; /* on the way there: the place that was kept is still the one */
    return;
  }
  self->kept = mirror (self, gtk_adjustment_get_value (self->adjustment));
  self->kept_page = gtk_adjustment_get_page_size (self->adjustment);
}

void
ante_board_scroll_give_back (AnteBoardScroll *self, GtkWidget *column)
{
  self->giving_back = self->kept_page > 0 && column == self->kept_for;
  self->giving_until = g_get_monotonic_time () + 4 * SETTLED_US;
  g_clear_weak_pointer (&self->wanted);
  resized_cb (self);
}

/* Again with each step of the way, until the room is really there; it may never be, where the
 * window has become narrower. */
static void
give_back (AnteBoardScroll *self)
{
  if (g_get_monotonic_time () > self->giving_until) {
    self->giving_back = FALSE;
    self->kept_page = 0;
    return;
  }
  if (gtk_adjustment_get_page_size (self->adjustment) + 1 < self->kept_page)
    return;
  gtk_adjustment_set_value (self->adjustment, mirror (self, self->kept));
  if (ABS (mirror (self, gtk_adjustment_get_value (self->adjustment)) - self->kept) >= 1)
    return;
  self->giving_back = FALSE;
  self->kept_page = 0;
}

/* Behind the last column there is room for a column's edge to be the view's when that one shows. */
static gboolean
make_room_cb (gpointer data)
{
  AnteBoardScroll *self = data;
  GtkWidget *last = gtk_widget_get_last_child (self->row);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double end = last != NULL ? get_end (self, last) : 0;
  double room = end > page ? find_edge (self, end) + page - end : 0;

  self->room = 0;
  gtk_widget_set_margin_end (self->columns, MARGIN + (int) room);
  if (self->wanted != NULL && gtk_widget_get_width (self->wanted) > 0) {
    ante_board_scroll_show (self, self->wanted);
    if (g_get_monotonic_time () > self->wanted_until)
      g_clear_weak_pointer (&self->wanted);
  }
  if (self->giving_back)
    give_back (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is heard in the middle of a layout. */
static void
resized_cb (AnteBoardScroll *self)
{
  if (self->room == 0)
    self->room = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, make_room_cb, self, NULL);
}

/* --- near an edge --- */

static void
held_cb (GtkDropControllerMotion *controller, double x, double y, AnteBoardScroll *self)
{
  GtkWidget *scroller = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (controller);

  g_signal_group_set_target (self->drag, drop != NULL ? gdk_drop_get_drag (drop) : NULL);
  ante_edge_scroll_hover (&self->edge, self->adjustment, x, gtk_widget_get_width (scroller));
}

static void
let_go_cb (AnteBoardScroll *self)
{
  ante_edge_scroll_stop (&self->edge);
}

static GdkDragAction
refuse_cb (GtkDropTarget *target, double x, double y)
{
  return 0;
}

static gboolean
give_up_cb (GtkDropTarget *target, const GValue *value, double x, double y)
{
  return FALSE;
}

/* A column that scrolled away under a still pointer had said yes. What is dropped then falls on
 * nobody, and a drop that nobody ends leaves the card hanging where it was let go. */
static void
catch_lost_drops (AnteBoardScroll *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_ARRAY, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (target, "motion", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (give_up_cb), NULL);
  self->lost = GTK_EVENT_CONTROLLER (target);
  gtk_widget_add_controller (self->scroller, self->lost);
}

static gboolean
renew_cb (gpointer data)
{
  AnteBoardScroll *self = data;

  self->renewal = 0;
  gtk_widget_remove_controller (self->scroller, self->lost);
  catch_lost_drops (self);
  return G_SOURCE_REMOVE;
}

/* A target within another tells the outer one nothing of a drop that it has taken: that one would
 * wait for its end for ever, and stumble over the next. */
static void
finished_cb (AnteBoardScroll *self)
{
  if (self->renewal == 0)
    self->renewal = g_idle_add (renew_cb, self);
}

void
ante_board_scroll_set_row (AnteBoardScroll *self, GtkWidget *row)
{
  self->row = row;
  resized_cb (self);
}

void
ante_board_scroll_init (AnteBoardScroll *self, GtkScrolledWindow *scroller, GtkWidget *columns)
{
  GtkEventController *held = gtk_drop_controller_motion_new ();

  self->scroller = GTK_WIDGET (scroller);
  self->columns = columns;
  self->row = columns;
  /* What is dropped here does not leave. */
  self->drag = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag, "drop-performed", G_CALLBACK (let_go_cb), self);
  g_signal_group_connect_swapped (self->drag, "dnd-finished", G_CALLBACK (finished_cb), self);
  g_signal_group_connect_swapped (self->drag, "cancel", G_CALLBACK (finished_cb), self);
  self->adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (resized_cb), self);
  g_signal_connect (held, "motion", G_CALLBACK (held_cb), self);
  g_signal_connect_swapped (held, "leave", G_CALLBACK (let_go_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), held);
  catch_lost_drops (self);
}

void
ante_board_scroll_clear (AnteBoardScroll *self)
{
  ante_edge_scroll_stop (&self->edge);
  g_clear_handle_id (&self->room, g_source_remove);
  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_weak_pointer (&self->wanted);
  g_clear_weak_pointer (&self->kept_for);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, resized_cb, self);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->drag);
}
