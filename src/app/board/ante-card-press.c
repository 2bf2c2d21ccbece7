#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-press.h"

#include "app/board/ante-card-drag.h"

static AnteLeadCard *
get_card (gpointer gesture)
{
  return ANTE_LEAD_CARD (gtk_event_controller_get_widget (gesture));
}

/* From the card that was marked last to this one, where both stand in this column. */
static void
mark_stretch (AnteCardColumn *column, gint64 lead)
{
  AnteCardSelection *selection = ante_card_column_get_selection (column);
  AnteLeadModel *model = ante_card_column_get_model (column);
  guint from = ante_lead_model_find (model, ante_card_selection_get_anchor (selection));
  guint to = ante_lead_model_find (model, lead);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (from == G_MAXUINT || to == G_MAXUINT) {
    ante_card_selection_toggle (selection, lead);
    return;
  }
  for (guint i = MIN (from, to); i <= MAX (from, to); i++) {
    gint64 id = ante_lead_model_get_id (model, i);

    g_array_append_val (leads, id);
  }
  ante_card_selection_add (selection, (gint64 *) (gpointer) leads->data, leads->len);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, AnteCardColumn *column)
{
  AnteLeadCard *card = get_card (gesture);
  gint64 lead = ante_lead_card_get_id (card);
  AnteCardSelection *selection = ante_card_column_get_selection (column);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  ante_card_column_press (column, GTK_WIDGET (card));
  if (lead == 0)
    return;
  if (selection != NULL && (state & GDK_CONTROL_MASK) != 0)
    ante_card_selection_toggle (selection, lead);
  else if (selection != NULL && (state & GDK_SHIFT_MASK) != 0)
    mark_stretch (column, lead);
  else if (n == 2)
    g_signal_emit_by_name (column, "opened", lead);
}

/* On the release, so that a press on one of several marked cards may drag them all. */
static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, AnteCardColumn *column)
{
  AnteCardSelection *selection = ante_card_column_get_selection (column);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (selection != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    ante_card_selection_clear (selection);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n, double x, double y, AnteCardColumn *column)
{
  AnteLeadCard *card = get_card (gesture);

  ante_card_column_press (column, GTK_WIDGET (card));
  g_signal_emit_by_name (column, "menu", card);
}

static void
focused_cb (GtkEventControllerFocus *controller, AnteCardColumn *column)
{
  gint64 lead = ante_lead_card_get_id (get_card (controller));

  if (lead != 0)
    ante_card_column_note_focus (column, lead);
}

void
ante_card_press_add (AnteCardColumn *column, GtkWidget *card)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), column, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), column, 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), column, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), column, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (card, focus);
  ante_card_drag_add_source (card);
}
