#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-column.h"

#include "app/board/ante-column-head.h"

struct _AnteBoardColumn {
  AdwBin parent_instance;

  AnteColumnHead *head;
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
