#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-column.h"

#include "app/board/ante-column-head.h"

/* Of the cards in a lane: room to drop one, and at most about three. */
#define MIN_LANE 72
#define MAX_LANE 412

struct _AnteBoardColumn {
  AdwBin parent_instance;

  AnteColumnHead *head;
  GtkScrolledWindow *scroller;
  AnteCardColumn *cards;

  AnteStage *stage;
  AnteLeadModel *model;
};

G_DEFINE_FINAL_TYPE (AnteBoardColumn, ante_board_column, ADW_TYPE_BIN)

static void
show_count (AnteBoardColumn *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  ante_column_head_set_shown (self->head,
                              ante_lead_model_get_loaded (self->model) ? shown : G_MAXUINT);
}

static void
set_name (AnteBoardColumn *self)
{
  g_autofree char *name = ante_column_head_describe (self->head);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ante_board_column_set_now (AnteBoardColumn *self, gint64 now, gboolean human_agent)
{
  ante_card_column_set_now (self->cards, now, human_agent);
  ante_column_head_set_now (self->head, now);
  set_name (self);
}

void
ante_board_column_set_stage (AnteBoardColumn *self, AnteStage *stage)
{
  g_set_object (&self->stage, stage);
  ante_column_head_set_stage (self->head, stage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage->name, -1);
  show_count (self);
  set_name (self);
}

void
ante_board_column_set_in_lane (AnteBoardColumn *self, gboolean in_lane)
{
  gtk_widget_set_visible (GTK_WIDGET (self->head), !in_lane);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), !in_lane);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, in_lane);
  gtk_scrolled_window_set_min_content_height (self->scroller, in_lane ? MIN_LANE : -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, in_lane ? MAX_LANE : -1);
}

AnteStage *
ante_board_column_get_stage (AnteBoardColumn *self)
{
  return self->stage;
}

AnteLeadModel *
ante_board_column_get_model (AnteBoardColumn *self)
{
  return self->model;
}

AnteLead *
ante_board_column_dup_lead (AnteBoardColumn *self, gint64 id)
{
  guint position = ante_lead_model_find (self->model, id);
  g_autoptr (AnteLeadItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  AnteLead *lead = item != NULL ? ante_lead_item_get_lead (item) : NULL;

  return lead != NULL ? g_object_ref (lead) : NULL;
}

AnteCardColumn *
ante_board_column_get_cards (AnteBoardColumn *self)
{
  return self->cards;
}

static void
ante_board_column_dispose (GObject *object)
{
  AnteBoardColumn *self = ANTE_BOARD_COLUMN (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ante_board_column_parent_class)->dispose (object);
}

static void
ante_board_column_class_init (AnteBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_board_column_dispose;
  g_type_ensure (ANTE_TYPE_COLUMN_HEAD);
  g_type_ensure (ANTE_TYPE_CARD_COLUMN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, head);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, cards);
}

static void
ante_board_column_init (AnteBoardColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_board_column_new (AnteStage *stage, AnteLeadModel *model)
{
  AnteBoardColumn *self = g_object_new (ANTE_TYPE_BOARD_COLUMN, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loaded", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  ante_card_column_set_model (self->cards, model);
  ante_board_column_set_stage (self, stage);
  return GTK_WIDGET (self);
}
