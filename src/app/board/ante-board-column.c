#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-column.h"

#include "app/board/ante-card-drag.h"
#include "app/board/ante-column-head.h"
#include "app/board/ante-stage-acts.h"
#include "app/shared/ante-scroll-through.h"
#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-vertical-label.h"

/* Of the cards in a lane: room to drop one, and at most about three. */
#define MIN_LANE 72
#define MAX_LANE 412

struct _AnteBoardColumn {
  AdwBin parent_instance;

  GtkWidget *open;
  AnteColumnHead *head;
  GtkScrolledWindow *scroller;
  AnteCardColumn *cards;
  GtkWidget *strip;
  GtkWidget *strip_over;
  GtkLabel *strip_count;
  AnteVerticalLabel *strip_name;

  AnteStage *stage;
  AnteLeadModel *model;
  AnteWorkspace *workspace;
  gint64 held; /* the lead that came into the strip with the keyboard */
};

G_DEFINE_FINAL_TYPE (AnteBoardColumn, ante_board_column, ADW_TYPE_BIN)

static gboolean
is_folded (AnteBoardColumn *self)
{
  return gtk_widget_get_visible (self->strip);
}

/* --- showing -------------------------------------------------------------------------------- */

/* Of what a filter or a lane holds back nothing is said: a strip is narrow. */
static char *
count_strip (AnteBoardColumn *self)
{
  guint shown = ante_lead_model_get_loaded (self->model)
                  ? g_list_model_get_n_items (G_LIST_MODEL (self->model))
                  : self->stage->n_leads;

  return ante_column_head_count_strip (shown,
                                       shown < self->stage->n_leads ? 0 : self->stage->soft_limit);
}

static void
show_strip (AnteBoardColumn *self)
{
  g_autofree char *name = ante_column_head_describe_strip (self->head);
  g_autofree char *count = count_strip (self);
  gboolean over = ante_column_head_is_over (self->head);

  gtk_label_set_text (self->strip_count, count);
  gtk_widget_set_visible (self->strip_over, over);
  if (over)
    gtk_widget_add_css_class (self->strip, "over");
  else
    gtk_widget_remove_css_class (self->strip, "over");
  ante_tooltip_set (self->strip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
set_name (AnteBoardColumn *self)
{
  g_autofree char *name = ante_column_head_describe (self->head);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_count (AnteBoardColumn *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  ante_column_head_set_shown (self->head,
                              ante_lead_model_get_loaded (self->model) ? shown : G_MAXUINT);
  show_strip (self);
  set_name (self);
}

void
ante_board_column_set_now (AnteBoardColumn *self, gint64 now, gboolean human_agent)
{
  ante_card_column_set_now (self->cards, now, human_agent);
  ante_column_head_set_now (self->head, now);
  set_name (self);
}

static gboolean
has_focus_within (AnteBoardColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Where the keyboard was here, it stays here. */
static void
fold (AnteBoardColumn *self, gboolean folded)
{
  gboolean focused = has_focus_within (self);
  gint64 lead = self->held != 0 ? self->held : ante_lead_model_get_id (self->model, 0);

  gtk_widget_set_visible (self->open, !folded);
  gtk_widget_set_visible (self->strip, folded);
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  if (!focused)
    return;
  if (folded)
    gtk_widget_grab_focus (self->strip);
  else if (!ante_card_column_focus_lead (self->cards, lead))
    ante_column_head_focus (self->head);
}

void
ante_board_column_set_stage (AnteBoardColumn *self, AnteStage *stage)
{
  g_set_object (&self->stage, stage);
  ante_column_head_set_stage (self->head, stage);
  ante_card_column_set_stage (self->cards, stage);
  ante_vertical_label_set_text (self->strip_name, stage->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage->name, -1);
  if (stage->collapsed != is_folded (self))
    fold (self, stage->collapsed);
  show_count (self);
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

/* --- the keyboard --------------------------------------------------------------------------- */

gboolean
ante_board_column_focus_lead (AnteBoardColumn *self, gint64 lead)
{
  if (!is_folded (self))
    return ante_card_column_focus_lead (self->cards, lead);
  if (ante_lead_model_find (self->model, lead) == G_MAXUINT)
    return FALSE;
  gtk_widget_grab_focus (self->strip);
  self->held = lead;
  return TRUE;
}

gint64
ante_board_column_get_focused (AnteBoardColumn *self)
{
  if (!is_folded (self))
    return ante_card_column_get_focused (self->cards);
  return gtk_widget_is_focus (self->strip) ? self->held : 0;
}

/* Only in its own window: whom another one takes the keyboard from, gets it back where it was. */
static void
focus_moved_cb (AnteBoardColumn *self)
{
  if (is_folded (self) && !gtk_widget_is_focus (self->strip))
    self->held = 0;
}

static void
ante_board_column_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_board_column_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
ante_board_column_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (ante_board_column_parent_class)->unroot (widget);
}

/* --- what its menu needs -------------------------------------------------------------------- */

static void
unfold_cb (AnteBoardColumn *self)
{
  if (self->workspace != NULL)
    ante_stage_act_collapse (GTK_WIDGET (self), self->workspace, self->stage, FALSE);
}

void
ante_board_column_set_board (AnteBoardColumn *self, AnteWorkspace *workspace, GPtrArray *stages)
{
  g_set_object (&self->workspace, workspace);
  ante_column_head_set_board (self->head, workspace, stages);
}

/* --- being a widget ------------------------------------------------------------------------- */

static void
ante_board_column_dispose (GObject *object)
{
  AnteBoardColumn *self = ANTE_BOARD_COLUMN (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_board_column_parent_class)->dispose (object);
}

static void
ante_board_column_class_init (AnteBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_board_column_dispose;
  widget_class->root = ante_board_column_root;
  widget_class->unroot = ante_board_column_unroot;
  g_type_ensure (ANTE_TYPE_COLUMN_HEAD);
  g_type_ensure (ANTE_TYPE_CARD_COLUMN);
  g_type_ensure (ANTE_TYPE_VERTICAL_LABEL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, open);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, head);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, cards);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, strip);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, strip_over);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, strip_count);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardColumn, strip_name);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
}

static void
ante_board_column_init (AnteBoardColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ante_scroll_through (self->scroller);
  ante_card_drag_add_strip (self->strip, GTK_WIDGET (self->cards));
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
