#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-column-private.h"

#include <glib/gi18n.h>

#include "app/board/ante-card-keys.h"

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  DROPPED,
  OPENED,
  MENU,
  FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AnteCardColumn,
                               ante_card_column,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

guint
ante_card_column_get_n_items (AnteCardColumn *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

double
ante_card_column_get_scroll (AnteCardColumn *self)
{
  return self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
}

/* From one card to the next. */
int
ante_card_column_get_step (AnteCardColumn *self)
{
  return self->card_height + ANTE_CARD_GAP;
}

void
ante_card_column_scroll_to (AnteCardColumn *self, guint position)
{
  double top = ANTE_CARD_MARGIN + (double) position * ante_card_column_get_step (self);

  if (self->adjustment != NULL && position != G_MAXUINT)
    gtk_adjustment_clamp_page (self->adjustment, top - ANTE_CARD_MARGIN,
                               top + ante_card_column_get_step (self));
}

/* --- cards --- */

void
ante_card_column_set_asleep (AnteCardColumn *self, gboolean asleep)
{
  if (self->asleep == asleep)
    return;
  self->asleep = asleep;
  ante_card_column_queue_update (self);
}

gboolean
ante_card_column_get_asleep (AnteCardColumn *self)
{
  return self->asleep;
}

void
ante_card_column_prepare (AnteCardColumn *self, int height)
{
  self->asleep = FALSE;
  self->expected = height;
  ante_card_column_update (self);
}

void
ante_card_column_press (AnteCardColumn *self, GtkWidget *card)
{
  self->pressing = TRUE;
  gtk_widget_grab_focus (card);
  self->pressing = FALSE;
}

void
ante_card_column_note_focus (AnteCardColumn *self, gint64 lead)
{
  /* The same one again: its window has the keyboard again, and the view may be elsewhere. */
  if (!self->pressing && lead != self->noted)
    ante_card_column_scroll_to (self, ante_lead_model_find (self->model, lead));
  self->noted = lead;
  g_signal_emit (self, signals[FOCUSED], 0, lead, self->pressing);
}

static gboolean
update_cb (gpointer data)
{
  AnteCardColumn *self = data;

  self->update = 0;
  ante_card_column_update (self);
  return G_SOURCE_REMOVE;
}

/* Not while being allocated: a card that takes another lead wants to be measured. */
void
ante_card_column_queue_update (AnteCardColumn *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, update_cb, self, NULL);
}

static double
get_full_height (AnteCardColumn *self)
{
  return 2 * ANTE_CARD_MARGIN +
         (double) ante_card_column_get_n_items (self) * ante_card_column_get_step (self);
}

void
ante_card_column_configure (AnteCardColumn *self)
{
  double upper = MAX (get_full_height (self), self->height);

  if (self->adjustment == NULL)
    return;
  gtk_adjustment_configure (
    self->adjustment, MIN (ante_card_column_get_scroll (self), upper - self->height), 0, upper,
    ante_card_column_get_step (self), self->height * 0.9, self->height);
}

static void
scrolled_cb (AnteCardColumn *self)
{
  ante_card_column_queue_update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
items_changed_cb (AnteCardColumn *self)
{
  self->items_moved = TRUE;
  ante_card_column_configure (self);
  ante_card_column_queue_update (self);
}

void
ante_card_column_set_model (AnteCardColumn *self, AnteLeadModel *model)
{
  if (self->model != NULL)
    g_clear_signal_handler (&self->items_changed, self->model);
  g_set_object (&self->model, model);
  if (model != NULL)
    self->items_changed =
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
}

AnteLeadModel *
ante_card_column_get_model (AnteCardColumn *self)
{
  return self->model;
}

void
ante_card_column_set_now (AnteCardColumn *self, gint64 now, gboolean human_agent)
{
  self->now = now;
  self->human_agent = human_agent;
  for (guint i = 0; i < self->cards->len; i++)
    ante_lead_card_set_now (self->cards->pdata[i], now, human_agent);
  if (self->away != NULL)
    ante_lead_card_set_now (ANTE_LEAD_CARD (self->away), now, human_agent);
}

void
ante_card_column_set_selection (AnteCardColumn *self, AnteCardSelection *selection)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, ante_card_column_mark, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (ante_card_column_mark), self,
                             G_CONNECT_SWAPPED);
  ante_card_column_mark (self);
}

AnteCardSelection *
ante_card_column_get_selection (AnteCardColumn *self)
{
  return self->selection;
}

void
ante_card_column_set_mark (AnteCardColumn *self, guint place)
{
  self->drop.place = place != G_MAXUINT ? (int) place : -1;
  if (place != G_MAXUINT)
    ante_card_column_scroll_to (self,
                                MIN (place, MAX (ante_card_column_get_n_items (self), 1) - 1));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ante_card_column_set_stage (AnteCardColumn *self, AnteStage *stage)
{
  g_set_object (&self->stage, stage);
  for (guint i = 0; i < self->cards->len; i++)
    ante_lead_card_set_stage (self->cards->pdata[i], stage);
  if (self->away != NULL)
    ante_lead_card_set_stage (ANTE_LEAD_CARD (self->away), stage);
}

gboolean
ante_card_column_is_manual (AnteCardColumn *self)
{
  return self->stage != NULL && self->stage->manual_order;
}

guint
ante_card_column_index_at (AnteCardColumn *self, double y)
{
  double from_top = y + ante_card_column_get_scroll (self) - ANTE_CARD_MARGIN +
                    ante_card_column_get_step (self) / 2.0;

  return (guint) CLAMP (from_top / ante_card_column_get_step (self), 0,
                        ante_card_column_get_n_items (self));
}

gboolean
ante_card_column_focus_lead (AnteCardColumn *self, gint64 lead)
{
  guint position = self->model != NULL ? ante_lead_model_find (self->model, lead) : G_MAXUINT;

  if (position == G_MAXUINT)
    return FALSE;
  self->wanted_focus = lead;
  self->asleep = FALSE;
  ante_card_column_scroll_to (self, position);
  /* At once where its card is there and stays: the next key is meant for it. */
  if (!self->items_moved)
    ante_card_column_focus_wanted (self);
  ante_card_column_queue_update (self);
  return TRUE;
}

double
ante_card_column_get_height_of (AnteCardColumn *self, gint64 lead)
{
  guint position = self->model != NULL ? ante_lead_model_find (self->model, lead) : G_MAXUINT;

  return position != G_MAXUINT ? (double) position * ante_card_column_get_step (self) -
                                   ante_card_column_get_scroll (self)
                               : 0;
}

gint64
ante_card_column_get_lead_at (AnteCardColumn *self, double height)
{
  guint n = ante_card_column_get_n_items (self);
  double place = (height + ante_card_column_get_scroll (self)) / ante_card_column_get_step (self);

  return n > 0 ? ante_lead_model_get_id (self->model, (guint) CLAMP (place + 0.5, 0, n - 1)) : 0;
}

/* --- being a widget --- */

/* Tab goes by columns: between the cards of one the arrows go, and there may be thousands. */
static gboolean
ante_card_column_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ante_card_column_parent_class)->focus (widget, direction);
  if (ante_card_column_get_n_items (self) == 0 || ante_card_column_get_focused (self) != 0)
    return FALSE;
  return ante_card_column_focus_lead (self, ante_card_column_get_lead_at (self, 0));
}

static void
ante_card_column_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < self->cards->len; i++) {
    int of_card = 0;

    gtk_widget_measure (self->cards->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &of_card, NULL, NULL,
                        NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL)
      *minimum = *natural = MAX (*minimum, of_card);
  }
  /* What is allocated is measured. */
  if (self->away != NULL)
    gtk_widget_measure (self->away, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = (int) MIN (get_full_height (self), 100000);
}

static void
allocate_card (AnteCardColumn *self, GtkWidget *card, guint position, int width)
{
  double y = ANTE_CARD_MARGIN + (double) position * ante_card_column_get_step (self) -
             ante_card_column_get_scroll (self);
  GtkAllocation place = { ANTE_CARD_MARGIN, (int) y, MAX (width - 2 * ANTE_CARD_MARGIN, 0),
                          self->card_height };

  gtk_widget_size_allocate (card, &place, -1);
}

/* Where the card out of view would be: that is beyond an end of it, as is one of no place. */
static guint
find_away (AnteCardColumn *self)
{
  guint position = ante_lead_model_find (
    self->model, ante_lead_item_get_id (ante_lead_card_get_item (ANTE_LEAD_CARD (self->away))));

  return position != G_MAXUINT ? position : ante_card_column_get_n_items (self) + 1;
}

static void
ante_card_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);

  if (self->height != height) {
    self->height = height;
    ante_card_column_configure (self);
    ante_card_column_queue_update (self);
  }

  for (guint i = 0; i < self->cards->len; i++)
    allocate_card (self, self->cards->pdata[i], self->first + i, width);
  if (self->away != NULL)
    allocate_card (self, self->away, find_away (self), width);
}

static void
ante_card_column_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);

  GTK_WIDGET_CLASS (ante_card_column_parent_class)->system_setting_changed (widget, setting);
  self->font_changed = TRUE;
  ante_card_column_queue_update (self);
}

static void
ante_card_column_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);
  GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1.0f };
  double y = ANTE_CARD_MARGIN + self->drop.place * ante_card_column_get_step (self) -
             ante_card_column_get_scroll (self) - ANTE_CARD_GAP / 2.0 - 1;

  GTK_WIDGET_CLASS (ante_card_column_parent_class)->snapshot (widget, snapshot);
  if (self->drop.place >= 0)
    gtk_snapshot_append_color (
      snapshot, &accent,
      &GRAPHENE_RECT_INIT (ANTE_CARD_MARGIN, (float) MAX (y, 1),
                           (float) (gtk_widget_get_width (widget) - 2 * ANTE_CARD_MARGIN), 3));
}

static void
set_adjustment (AnteCardColumn *self, GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
  ante_card_column_configure (self);
}

static void
ante_card_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (object);

  switch (id) {
  case PROP_HADJUSTMENT:
    g_set_object (&self->hadjustment, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
    self->hpolicy = g_value_get_enum (value);
    break;
  case PROP_VSCROLL_POLICY:
    self->vpolicy = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_card_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (object);

  switch (id) {
  case PROP_HADJUSTMENT:
    g_value_set_object (value, self->hadjustment);
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustment);
    break;
  case PROP_HSCROLL_POLICY:
    g_value_set_enum (value, (int) self->hpolicy);
    break;
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, (int) self->vpolicy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_card_column_dispose (GObject *object)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (object);

  g_clear_handle_id (&self->update, g_source_remove);
  ante_card_drop_stop (&self->drop);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_unparent (self->cards->pdata[i]);
  g_clear_pointer (&self->away, gtk_widget_unparent);
  g_ptr_array_set_size (self->cards, 0);
  if (self->model != NULL)
    g_clear_signal_handler (&self->items_changed, self->model);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_object (&self->stage);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->hadjustment);
  G_OBJECT_CLASS (ante_card_column_parent_class)->dispose (object);
}

static void
ante_card_column_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_CARD_COLUMN (object)->cards);
  g_ptr_array_unref (ANTE_CARD_COLUMN (object)->unused);
  G_OBJECT_CLASS (ante_card_column_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  signals[DROPPED] = g_signal_new ("dropped", ANTE_TYPE_CARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", ANTE_TYPE_CARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", ANTE_TYPE_CARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, ANTE_TYPE_LEAD_CARD);
  signals[FOCUSED] = g_signal_new ("focused", ANTE_TYPE_CARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
ante_card_column_class_init (AnteCardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ante_card_column_dispose;
  object_class->finalize = ante_card_column_finalize;
  object_class->get_property = ante_card_column_get_property;
  object_class->set_property = ante_card_column_set_property;
  widget_class->focus = ante_card_column_focus;
  widget_class->measure = ante_card_column_measure;
  widget_class->size_allocate = ante_card_column_size_allocate;
  widget_class->snapshot = ante_card_column_snapshot;
  widget_class->system_setting_changed = ante_card_column_system_setting_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  add_signals ();
  gtk_widget_class_set_css_name (widget_class, "card-column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ante_card_column_init (AnteCardColumn *self)
{
  self->cards = g_ptr_array_new ();
  self->unused = g_ptr_array_new_with_free_func (g_object_unref);
  self->card_height = ANTE_LEAD_CARD_HEIGHT;
  self->font_changed = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ante_card_drop_init (&self->drop, GTK_WIDGET (self));
  ante_card_keys_add (self);
}

GtkWidget *
ante_card_column_new (void)
{
  return g_object_new (ANTE_TYPE_CARD_COLUMN, NULL);
}
