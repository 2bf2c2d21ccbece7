#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-drag.h"

#include "app/board/ante-card-column.h"
#include "app/board/ante-card-picture.h"
#include "app/board/ante-drag-escape.h"

/* --- taking --- */

static AnteCardSelection *
find_selection (GtkWidget *card)
{
  GtkWidget *column = gtk_widget_get_ancestor (card, ANTE_TYPE_CARD_COLUMN);

  return column != NULL ? ante_card_column_get_selection (ANTE_CARD_COLUMN (column)) : NULL;
}

/* (nullable): with a marked card all marked ones come along. */
static GArray *
dup_leads (GtkWidget *card)
{
  AnteLeadItem *item = ante_lead_card_get_item (ANTE_LEAD_CARD (card));
  AnteCardSelection *selection = find_selection (card);

  if (item == NULL || selection == NULL)
    return NULL;
  return ante_card_selection_dup_with (selection, ante_lead_item_get_id (item));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GArray) leads = dup_leads (card);

  return leads != NULL ? gdk_content_provider_new_typed (G_TYPE_ARRAY, leads) : NULL;
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GArray) leads = dup_leads (card);
  g_autoptr (GdkPaintable) picture = NULL;

  if (leads == NULL)
    return;
  picture = ante_card_picture_new (card, leads->len);
  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (card) / 2,
                            gtk_widget_get_height (card) / 2);
  ante_card_selection_set_held (find_selection (card), leads);
  ante_drag_escape_let_through (drag);
}

static void
end_cb (GtkDragSource *source, GdkDrag *drag, gboolean deletes)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  AnteCardSelection *selection = find_selection (card);

  if (selection != NULL)
    ante_card_selection_set_held (selection, NULL);
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
holds (GArray *leads, gint64 lead)
{
  for (guint i = 0; i < leads->len; i++) {
    if (g_array_index (leads, gint64, i) == lead)
      return TRUE;
  }
  return FALSE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AnteCardDrop *self)
{
  AnteCardColumn *column = get_column (target);
  AnteLeadModel *model = ante_card_column_get_model (column);
  guint index = ante_card_column_index_at (column, y);
  GArray *leads = g_value_get_boxed (value);
  gint64 before = 0;

  leave_cb (target, self);
  if (leads == NULL || leads->len == 0 || model == NULL)
    return FALSE;
  /* Onto its own place, or just behind itself: nothing moves. */
  if (leads->len == 1 && (holds (leads, ante_lead_model_get_id (model, index)) ||
                          (index > 0 && holds (leads, ante_lead_model_get_id (model, index - 1)))))
    return FALSE;
  /* Before the first one behind that stays. */
  while ((before = ante_lead_model_get_id (model, index)) != 0 && holds (leads, before))
    index++;
  g_signal_emit_by_name (column, "dropped", leads, before);
  return TRUE;
}

void
ante_card_drop_init (AnteCardDrop *self, GtkWidget *column)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_ARRAY, GDK_ACTION_MOVE);

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
