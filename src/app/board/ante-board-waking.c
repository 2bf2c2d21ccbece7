#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page-private.h"

/* From one column out of view to the next. */
#define WAKE_MS 60
/* Before anything has its size: the least that a column takes, and what stands over its cards. */
#define COLUMN_WIDTH 264
#define STRIP_WIDTH 40
#define ABOVE_CARDS 180

static gboolean
is_in_view (AnteBoardPage *self, AnteBoardColumn *column)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (column), GTK_WIDGET (self->scroller), &bounds) &&
         bounds.size.width > 0 && bounds.origin.x + bounds.size.width > 0 &&
         bounds.origin.x < gtk_widget_get_width (GTK_WIDGET (self->scroller));
}

/* One after the other, where nobody waits for it: scrolling sideways then finds them ready. */
static gboolean
wake_next_cb (gpointer data)
{
  AnteBoardPage *self = data;
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);

  for (guint i = 0; i < columns->len; i++) {
    AnteCardColumn *cards = ante_board_column_get_cards (columns->pdata[i]);

    if (!ante_card_column_get_asleep (cards))
      continue;
    ante_card_column_set_asleep (cards, FALSE);
    return G_SOURCE_CONTINUE;
  }
  self->waking = 0;
  return G_SOURCE_REMOVE;
}

void
ante_board_wake_seen (AnteBoardPage *self)
{
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);

  if (!self->prepared)
    return;
  for (guint i = 0; i < columns->len; i++) {
    if (is_in_view (self, columns->pdata[i]))
      ante_card_column_set_asleep (ante_board_column_get_cards (columns->pdata[i]), FALSE);
  }
  if (self->waking == 0)
    self->waking = g_timeout_add_full (G_PRIORITY_LOW, WAKE_MS, wake_next_cb, self, NULL);
}

static gboolean
is_read (AnteBoardPage *self)
{
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);

  for (guint i = 0; i < columns->len; i++) {
    if (!ante_lead_model_get_loaded (ante_board_column_get_model (columns->pdata[i])))
      return FALSE;
  }
  return columns->len > 0;
}

/* Of the window: a page that is not shown yet has none, nor has a window at its start. */
static void
get_size (AnteBoardPage *self, int *width, int *height)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  *width = gtk_widget_get_width (GTK_WIDGET (root));
  *height = gtk_widget_get_height (GTK_WIDGET (root));
  if (*width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), width, height);
}

gboolean
ante_board_prepare (AnteBoardPage *self)
{
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);
  int left = 0;
  int height = 0;

  if (self->prepared)
    return TRUE;
  if (!is_read (self))
    return FALSE;
  self->prepared = TRUE;
  get_size (self, &left, &height);
  for (guint i = 0; i < columns->len && left > 0; i++) {
    AnteBoardColumn *column = columns->pdata[i];
    gboolean folded = ante_board_column_get_stage (column)->collapsed;

    if (!folded)
      ante_card_column_prepare (ante_board_column_get_cards (column), height - ABOVE_CARDS);
    left -= folded ? STRIP_WIDTH : COLUMN_WIDTH;
  }
  return TRUE;
}
