#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-scroll-through.h"

#include <math.h>

/* So much further than the fingers goes what GTK itself scrolls. */
#define SWIPE_FACTOR 2.5

static GtkAdjustment *
get_adjustment (GtkScrolledWindow *scroller, GtkOrientation axis)
{
  return axis == GTK_ORIENTATION_HORIZONTAL ? gtk_scrolled_window_get_hadjustment (scroller)
                                            : gtk_scrolled_window_get_vadjustment (scroller);
}

static gboolean
can_scroll (GtkScrolledWindow *scroller, GtkOrientation axis)
{
  GtkAdjustment *adjustment = get_adjustment (scroller, axis);
  GtkPolicyType policies[2];

  gtk_scrolled_window_get_policy (scroller, &policies[GTK_ORIENTATION_HORIZONTAL],
                                  &policies[GTK_ORIENTATION_VERTICAL]);
  return policies[axis] != GTK_POLICY_NEVER &&
         gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment) >
           gtk_adjustment_get_page_size (adjustment);
}

/* (nullable) */
static GtkScrolledWindow *
find_outer (GtkWidget *widget, GtkOrientation axis)
{
  do
    widget = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_SCROLLED_WINDOW);
  while (widget != NULL && !can_scroll (GTK_SCROLLED_WINDOW (widget), axis));
  return (GtkScrolledWindow *) widget;
}

static void
move (GtkScrolledWindow *scroller,
      GtkOrientation axis,
      GtkEventControllerScroll *controller,
      double by)
{
  GtkAdjustment *adjustment = get_adjustment (scroller, axis);
  /* A notch is as far as elsewhere. */
  double step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
                  ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0)
                  : SWIPE_FACTOR;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by * step);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GtkWidget *inner = gtk_event_controller_get_widget (base);
  gboolean shifted = (gtk_event_controller_get_current_event_state (base) & GDK_SHIFT_MASK) != 0;
  GtkOrientation axis = GTK_ORIENTATION_VERTICAL;
  GtkScrolledWindow *outer = NULL;

  if (shifted && dx == 0) {
    /* On, in the direction in which one reads. */
    dx = gtk_widget_get_direction (inner) == GTK_TEXT_DIR_RTL ? -dy : dy;
    dy = 0;
  }
  if (dx == 0 && dy == 0)
    return FALSE;
  /* Fingers are never quite straight. */
  if (fabs (dx) > fabs (dy))
    axis = GTK_ORIENTATION_HORIZONTAL;
  outer = can_scroll (GTK_SCROLLED_WINDOW (inner), axis) ? NULL : find_outer (inner, axis);
  if (outer == NULL)
    return FALSE;
  move (outer, axis, controller, axis == GTK_ORIENTATION_HORIZONTAL ? dx : dy);
  return TRUE;
}

void
ante_scroll_through (GtkScrolledWindow *scroller)
{
  GtkEventController *controller =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  /* Before the scroller takes it. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (scroller), controller);
}
