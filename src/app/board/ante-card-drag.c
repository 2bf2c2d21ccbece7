#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-drag.h"

#include "app/board/ante-card-column.h"
#include "app/board/ante-drag-escape.h"

/* --- taking --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  AnteLeadItem *item = ante_lead_card_get_item (ANTE_LEAD_CARD (card));

  if (item == NULL)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, ante_lead_item_get_id (item));
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (card);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (card) / 2,
                            gtk_widget_get_height (card) / 2);
  gtk_widget_add_css_class (card, "ghost");
  ante_drag_escape_let_through (drag);
}

static void
end_cb (GtkDragSource *source, GdkDrag *drag, gboolean deletes)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)),
                               "ghost");
}

void
ante_card_drag_add_source (GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), NULL);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

/* --- dropping --- */

static AnteCardColumn *
get_column (GtkDropTarget *target)
{
  return ANTE_CARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, AnteCardDrop *self)
{
  AnteCardColumn *column = get_column (target);
  g_autoptr (GtkAdjustment) adjustment = NULL;

  g_object_get (column, "vadjustment", &adjustment, NULL);
  self->place = (int) ante_card_column_index_at (column, y);
  ante_edge_scroll_hover (&self->edge, adjustment, y, gtk_widget_get_height (GTK_WIDGET (column)));
  gtk_widget_queue_draw (GTK_WIDGET (column));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, AnteCardDrop *self)
{
  ante_card_drop_stop (self);
  gtk_widget_queue_draw (GTK_WIDGET (get_column (target)));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AnteCardDrop *self)
{
  AnteCardColumn *column = get_column (target);
  AnteLeadModel *model = ante_card_column_get_model (column);
  guint index = ante_card_column_index_at (column, y);
  gint64 lead = g_value_get_int64 (value);
  gint64 before = model != NULL ? ante_lead_model_get_id (model, index) : 0;

  leave_cb (target, self);
  /* Onto its own place, or just behind itself: nothing moves. */
  if (before == lead || (index > 0 && ante_lead_model_get_id (model, index - 1) == lead))
    return FALSE;
  g_signal_emit_by_name (column, "dropped", lead, before);
  return TRUE;
}

void
ante_card_drop_init (AnteCardDrop *self, GtkWidget *column)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  self->place = -1;
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
}

void
ante_card_drop_stop (AnteCardDrop *self)
{
  self->place = -1;
  ante_edge_scroll_stop (&self->edge);
}
