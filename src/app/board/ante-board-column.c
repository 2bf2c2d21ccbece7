#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-column.h"

#include <glib/gi18n.h>

#include "rules/ante-window.h"

struct _AnteBoardColumn {
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *count;
  GtkLabel *oldest;
  GtkWidget *manual;
  AnteCardColumn *cards;

  AnteStage *stage;
  AnteLeadModel *model;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (AnteBoardColumn, ante_board_column, ADW_TYPE_BIN)

/* "3 of 12" when a filter hides some. */
static void
show_count (AnteBoardColumn *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *words = NULL;

  if (!ante_lead_model_get_loaded (self->model) || shown >= self->stage->n_leads)
    words = g_strdup_printf ("%u", MAX (self->stage->n_leads, shown));
  else
    words = g_strdup_printf (_ ("%u of %u"), shown, self->stage->n_leads);
  gtk_label_set_text (self->count, words);
}

/* Days that the one who has waited here for longest has been in the stage. */
static void
show_oldest (AnteBoardColumn *self)
{
  gboolean is_empty = self->stage->oldest_since == 0 || self->now == 0;
  int days = (int) MAX ((self->now - self->stage->oldest_since) / ANTE_DAY_MS, 0);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  if (is_empty) {
    words = g_strdup ("");
    name = g_strdup (self->stage->name);
  } else if (days == 0) {
    words = g_strdup (_ ("oldest today"));
    name = g_strdup_printf (_ ("%s, oldest card from today"), self->stage->name);
  } else {
    words = g_strdup_printf (_ ("oldest %d d"), days);
    name = g_strdup_printf (g_dngettext (NULL, "%s, oldest card here for %d day",
                                         "%s, oldest card here for %d days", (gulong) days),
                            self->stage->name, days);
  }
  gtk_label_set_text (self->oldest, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ante_board_column_set_now (AnteBoardColumn *self, gint64 now, gboolean human_agent)
{
  self->now = now;
  ante_card_column_set_now (self->cards, now, human_agent);
  show_oldest (self);
}

void
ante_board_column_set_stage (AnteBoardColumn *self, AnteStage *stage)
{
  g_set_object (&self->stage, stage);
  gtk_label_set_text (self->name, stage->name);
  gtk_widget_set_visible (self->manual, stage->manual_order);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage->name, -1);
  show_count (self);
  show_oldest (self);
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
  g_type_ensure (ANTE_TYPE_CARD_COLUMN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, name);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, manual);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, oldest);
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
