#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-edge-scroll.h"

/* So near to an end it scrolls, pixels; and so far each time. */
#define EDGE 48
#define STEP 14
#define EVERY_MS 30

static gboolean
scroll_cb (gpointer data)
{
  AnteEdgeScroll *self = data;

  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) + self->direction * STEP);
  return G_SOURCE_CONTINUE;
}

void
ante_edge_scroll_hover (AnteEdgeScroll *self, GtkAdjustment *adjustment, double place, int length)
{
  int direction = place < EDGE ? -1 : place > length - EDGE ? 1 : 0;

  if (direction == 0 || adjustment == NULL) {
    ante_edge_scroll_stop (self);
    return;
  }
  self->direction = direction;
  g_set_object (&self->adjustment, adjustment);
  if (self->source == 0)
    self->source = g_timeout_add (EVERY_MS, scroll_cb, self);
}

void
ante_edge_scroll_stop (AnteEdgeScroll *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->adjustment);
}
