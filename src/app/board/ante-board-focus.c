#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page-private.h"
#include "app/shared/ante-toasts.h"

GtkWidget *
ante_board_get_focus (AnteBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

gboolean
ante_board_focus_first_card (AnteBoardPage *self)
{
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);

  for (guint i = 0; i < columns->len; i++) {
    AnteBoardColumn *column = columns->pdata[i];
    gint64 lead = ante_lead_model_get_id (ante_board_column_get_model (column), 0);

    if (lead != 0)
      return ante_board_column_focus_lead (column, lead);
  }
  return FALSE;
}

gboolean
ante_board_return_to_card (AnteBoardPage *self)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, self->focused);

  if (column == NULL)
    return self->focused == 0 && ante_board_focus_first_card (self);
  ante_board_scroll_show (&self->scroll, GTK_WIDGET (column));
  /* A strip has no card that tells it. */
  g_set_weak_pointer (&self->focused_column, column);
  return ante_board_column_focus_lead (column, self->focused);
}

/* The keyboard is on a card, or nobody has taken it since its card has gone: the window hands it to
 * what is round the cards then, or to the toast that tells of it. */
gboolean
ante_board_is_free (AnteBoardPage *self)
{
  GtkWidget *columns = GTK_WIDGET (self->grid);
  GtkWidget *focus = ante_board_get_focus (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return focus == NULL || gtk_widget_is_ancestor (focus, columns) ||
         gtk_widget_is_ancestor (columns, focus) || ante_toasts_have_focus (GTK_WIDGET (self));
}

/* One is through with the lead in hand: the next one of its column, else the one before it. */
void
ante_board_focus_next (AnteBoardPage *self)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, self->focused);
  AnteLeadModel *model = column != NULL ? ante_board_column_get_model (column) : NULL;
  guint position = model != NULL ? ante_lead_model_find (model, self->focused) : 0;
  gint64 next = 0;

  if (model == NULL || ante_card_selection_get_size (self->selection) > 0)
    return;
  next = ante_lead_model_get_id (model, position + 1);
  if (next == 0 && position > 0)
    next = ante_lead_model_get_id (model, position - 1);
  if (next != 0)
    ante_board_column_focus_lead (column, next);
}
