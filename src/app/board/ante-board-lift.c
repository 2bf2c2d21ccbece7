#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-lift.h"

static void
set_target (AnteBoardColumn *column, gboolean is_target)
{
  if (column == NULL)
    return;
  if (is_target)
    gtk_widget_add_css_class (GTK_WIDGET (column), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (column), "target");
}

static void
show (AnteBoardLift *self)
{
  ante_card_column_set_mark (ante_board_column_get_cards (self->column),
                             self->is_placed ? self->place : G_MAXUINT);
  set_target (self->column, TRUE);
}

static void
hide (AnteBoardLift *self)
{
  ante_card_column_set_mark (ante_board_column_get_cards (self->column), G_MAXUINT);
  set_target (self->column, FALSE);
}

/* The grid may have let it go since. */
static gboolean
has_column (AnteBoardLift *self)
{
  return self->column != NULL &&
         g_ptr_array_find (ante_board_grid_get_columns (self->grid), self->column, NULL);
}

static guint
count (AnteBoardColumn *column)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ante_board_column_get_model (column)));
}

static gboolean
is_held (AnteBoardLift *self, guint position)
{
  gint64 lead = ante_lead_model_get_id (ante_board_column_get_model (self->column), position);

  return lead != 0 && ante_card_selection_is_held (self->selection, lead);
}

static void
take_column (AnteBoardLift *self, AnteBoardColumn *column)
{
  if (has_column (self))
    hide (self);
  g_set_weak_pointer (&self->column, column);
  self->place = MIN (self->place, count (column));
  show (self);
}

void
ante_board_lift_init (AnteBoardLift *self, AnteBoardGrid *grid, AnteCardSelection *selection)
{
  self->grid = grid;
  self->selection = selection;
}

gboolean
ante_board_lift_begin (AnteBoardLift *self, gint64 lead)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);

  if (column == NULL || ante_board_lift_is_on (self))
    return FALSE;
  ante_board_lift_end (self); /* what the pointer has taken out of its hand since */
  self->leads = ante_card_selection_dup_with (self->selection, lead);
  g_set_weak_pointer (&self->column, column);
  g_set_weak_pointer (&self->origin, column);
  self->place = ante_lead_model_find (ante_board_column_get_model (column), lead);
  self->is_placed = FALSE;
  ante_card_selection_set_held (self->selection, self->leads);
  show (self);
  return TRUE;
}

gboolean
ante_board_lift_is_on (AnteBoardLift *self)
{
  return self->leads != NULL &&
         ante_card_selection_is_held (self->selection, g_array_index (self->leads, gint64, 0));
}

gboolean
ante_board_lift_has_ground (AnteBoardLift *self)
{
  return has_column (self) && self->origin != NULL;
}

void
ante_board_lift_step_beside (AnteBoardLift *self, int by)
{
  AnteBoardColumn *beside =
    has_column (self) ? ante_board_grid_get_beside (self->grid, self->column, by) : NULL;

  if (beside == NULL)
    return;
  self->is_placed = FALSE;
  take_column (self, beside);
}

/* From one gap between cards to the next; on both sides of a card in hand is the same one. Past the
 * last one lies the next lane. */
void
ante_board_lift_step_within (AnteBoardLift *self, int by)
{
  guint n = has_column (self) ? count (self->column) : 0;
  guint place = MIN (self->place, n);
  AnteBoardColumn *below = NULL;

  while (by < 0 && place > 0 && is_held (self, place - 1))
    place--;
  while (by > 0 && place < n && is_held (self, place))
    place++;
  if ((by < 0 && place > 0) || (by > 0 && place < n)) {
    self->place = by < 0 ? place - 1 : place + 1;
    self->is_placed = TRUE;
    show (self);
    return;
  }

  below = has_column (self) ? ante_board_grid_get_below (self->grid, self->column, by) : NULL;
  if (below == NULL)
    return;
  self->place = by < 0 ? count (below) : 0;
  self->is_placed = FALSE;
  take_column (self, below);
}

gint64
ante_board_lift_get_before (AnteBoardLift *self)
{
  AnteLeadModel *model = ante_board_column_get_model (self->column);
  guint place = self->place;
  gint64 before = 0;

  while ((before = ante_lead_model_get_id (model, place)) != 0 &&
         ante_card_selection_is_held (self->selection, before))
    place++;
  return before;
}

gboolean
ante_board_lift_goes_elsewhere (AnteBoardLift *self)
{
  return has_column (self) && (self->is_placed || self->column != self->origin);
}

void
ante_board_lift_end (AnteBoardLift *self)
{
  if (self->leads == NULL)
    return;
  if (has_column (self))
    hide (self);
  if (ante_board_lift_is_on (self))
    ante_card_selection_set_held (self->selection, NULL);
  g_clear_pointer (&self->leads, g_array_unref);
  g_clear_weak_pointer (&self->column);
  g_clear_weak_pointer (&self->origin);
}
