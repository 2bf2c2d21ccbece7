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
put_down_cb (AnteCardSelection *selection)
{
  ante_card_selection_set_held (selection, NULL);
}

/* Until @drag has ended. The card is not asked then: a column that has become shorter may have let
 * it go. */
static void
hold (AnteCardSelection *selection, GArray *leads, GdkDrag *drag)
{
  ante_card_selection_set_held (selection, leads);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (put_down_cb), selection,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (put_down_cb), selection, G_CONNECT_SWAPPED);
  ante_drag_escape_let_through (drag);
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
  hold (find_selection (card), leads, drag);
}

/* --- by a finger --- */

static void
ended_cb (GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (drag, ended_cb, drag);
  g_object_unref (drag);
}

static GdkDevice *
get_device (GtkGesture *gesture, GtkWidget *card)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (card));

  return device != NULL ? device : gdk_seat_get_pointer (seat);
}

/* A finger that moves scrolls; one that rests on a card first lifts it. GtkDragSource would lose to
 * the scrolling. */
static void
rested_cb (GtkGestureLongPress *gesture, double x, double y, gpointer data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GArray) leads = dup_leads (card);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  GdkDrag *drag = NULL;

  if (leads == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  content = gdk_content_provider_new_typed (G_TYPE_ARRAY, leads);
  drag = gdk_drag_begin (gtk_native_get_surface (gtk_widget_get_native (card)),
                         get_device (GTK_GESTURE (gesture), card), content, GDK_ACTION_MOVE, 0, 0);
  if (drag == NULL)
    return; /* something else has the pointer */
  picture = ante_card_picture_new (card, leads->len);
  gtk_drag_icon_set_from_paintable (drag, picture, gtk_widget_get_width (card) / 2,
                                    gtk_widget_get_height (card) / 2);
  hold (find_selection (card), leads, drag);
  g_signal_connect_swapped (drag, "dnd-finished", G_CALLBACK (ended_cb), drag);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (ended_cb), drag);
}

static void
add_touch (GtkWidget *card)
{
  GtkGesture *rest = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (rest), TRUE);
  g_signal_connect (rest, "pressed", G_CALLBACK (rested_cb), NULL);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (rest));
}

void
ante_card_drag_add_source (GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  add_touch (card);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

/* --- dropping --- */

static AnteCardColumn *
get_column (GtkDropTarget *target)
{
  return ANTE_CARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
}

/* A column in order by due stays in it: a place in it is chosen for its own cards alone. */
static gboolean
has_place (AnteCardColumn *column, GArray *leads)
{
  AnteLeadModel *model = ante_card_column_get_model (column);

  if (ante_card_column_is_manual (column))
    return TRUE;
  for (guint i = 0; leads != NULL && i < leads->len; i++) {
    if (ante_lead_model_find (model, g_array_index (leads, gint64, i)) != G_MAXUINT)
      return TRUE;
  }
  return FALSE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, AnteCardDrop *self)
{
  AnteCardColumn *column = get_column (target);
  AnteCardSelection *selection = ante_card_column_get_selection (column);
  g_autoptr (GtkAdjustment) adjustment = NULL;

  /* Nothing can be marked in the past, nor moved. */
  if (selection == NULL)
    return 0;
  g_object_get (column, "vadjustment", &adjustment, NULL);
  self->place = has_place (column, ante_card_selection_get_held (selection))
                  ? (int) ante_card_column_index_at (column, y)
                  : -1;
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
  if (leads == NULL || leads->len == 0 || model == NULL ||
      ante_card_column_get_selection (column) == NULL)
    return FALSE;
  /* Onto its own place, or just behind itself: nothing moves. */
  if (leads->len == 1 && (holds (leads, ante_lead_model_get_id (model, index)) ||
                          (index > 0 && holds (leads, ante_lead_model_get_id (model, index - 1)))))
    return FALSE;
  if (!has_place (column, leads)) {
    g_signal_emit_by_name (column, "dropped", leads, (gint64) -1);
    return TRUE;
  }
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

static gboolean
strip_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *column)
{
  GArray *leads = g_value_get_boxed (value);

  if (leads == NULL || leads->len == 0)
    return FALSE;
  g_signal_emit_by_name (column, "dropped", leads, (gint64) -1);
  return TRUE;
}

void
ante_card_drag_add_strip (GtkWidget *strip, GtkWidget *column)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_ARRAY, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (strip_drop_cb), column);
  gtk_widget_add_controller (strip, GTK_EVENT_CONTROLLER (target));
}
