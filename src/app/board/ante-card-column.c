#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-column.h"

#include <glib/gi18n.h>

#include "app/board/ante-card-drag.h"
#include "app/board/ante-card-keys.h"
#include "app/board/ante-card-press.h"

#define GAP 8
#define MARGIN 8
/* Cards beyond the view at both ends, so that the keyboard finds the next one. */
#define SPARE 1

struct _AnteCardColumn {
  GtkWidget parent_instance;

  AnteLeadModel *model;
  AnteCardSelection *selection;
  gulong items_changed;
  GtkAdjustment *adjustment;
  GtkAdjustment *hadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
  GPtrArray *cards; /* of AnteLeadCard, for the positions from first on */
  guint first;
  guint update;
  gboolean items_moved;  /* since the cards were bound */
  gboolean font_changed; /* since a card was measured */
  int card_height;
  int height;
  int expected; /* height, as long as it has none */
  gint64 wanted_focus;
  gboolean asleep;   /* nobody has seen it yet: it has no cards */
  gboolean pressing; /* the pointer moves the keyboard here */
  gint64 now;
  gboolean human_agent;
  int stale_days;

  AnteCardDrop drop;
};

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

static guint
get_n_items (AnteCardColumn *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static double
get_scroll (AnteCardColumn *self)
{
  return self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
}

/* From one card to the next. */
static int
get_step (AnteCardColumn *self)
{
  return self->card_height + GAP;
}

static void
scroll_to (AnteCardColumn *self, guint position)
{
  double top = MARGIN + (double) position * get_step (self);

  if (self->adjustment != NULL && position != G_MAXUINT)
    gtk_adjustment_clamp_page (self->adjustment, top - MARGIN, top + get_step (self));
}

/* --- cards --- */

static void queue_update (AnteCardColumn *self);
static void update_cards (AnteCardColumn *self);

void
ante_card_column_set_asleep (AnteCardColumn *self, gboolean asleep)
{
  if (self->asleep == asleep)
    return;
  self->asleep = asleep;
  queue_update (self);
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
  update_cards (self);
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
  if (!self->pressing)
    scroll_to (self, ante_lead_model_find (self->model, lead));
  g_signal_emit (self, signals[FOCUSED], 0, lead, self->pressing);
}

static GtkWidget *
make_card (AnteCardColumn *self)
{
  GtkWidget *card = ante_lead_card_new ();

  ante_card_press_add (self, card);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  return card;
}

/* A card that scrolls on within the view keeps its widget, so that focus and drag stay with it. */
static void
rotate (AnteCardColumn *self, guint first)
{
  guint n = self->cards->len;
  guint by = first > self->first ? first - self->first : self->first - first;

  for (guint i = 0; by < n && i < by; i++) {
    gboolean down = first > self->first;
    gpointer card = g_ptr_array_steal_index (self->cards, down ? 0 : n - 1);

    g_ptr_array_insert (self->cards, down ? -1 : 0, card);
  }
  self->first = first;
}

static void
focus_wanted (AnteCardColumn *self)
{
  for (guint i = 0; self->wanted_focus != 0 && i < self->cards->len; i++) {
    AnteLeadItem *item = ante_lead_card_get_item (self->cards->pdata[i]);

    if (item == NULL || ante_lead_item_get_id (item) != self->wanted_focus)
      continue;
    self->wanted_focus = 0;
    gtk_widget_grab_focus (self->cards->pdata[i]);
  }
}

/* Marked ones, and those that are in hand. */
static void
mark_cards (AnteCardColumn *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    AnteLeadItem *item = ante_lead_card_get_item (self->cards->pdata[i]);
    gint64 lead = item != NULL ? ante_lead_item_get_id (item) : 0;

    gboolean known = lead != 0 && self->selection != NULL;

    ante_lead_card_set_selected (self->cards->pdata[i],
                                 known && ante_card_selection_contains (self->selection, lead));
    ante_lead_card_set_held (self->cards->pdata[i],
                             known && ante_card_selection_is_held (self->selection, lead));
  }
}

static void
bind_cards (AnteCardColumn *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    g_autoptr (AnteLeadItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->model), self->first + i);

    ante_lead_card_set_stale_days (self->cards->pdata[i], self->stale_days);
    ante_lead_card_set_now (self->cards->pdata[i], self->now, self->human_agent);
    ante_lead_card_set_item (self->cards->pdata[i], item);
  }
  mark_cards (self);
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* How far the cards in view have moved, in places: the middle one's way, so that a single card that
 * went elsewhere does not pull the view with it. */
static int
find_shift (AnteCardColumn *self)
{
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->cards->len; i++) {
    AnteLeadItem *item = ante_lead_card_get_item (self->cards->pdata[i]);
    guint position =
      item != NULL ? ante_lead_model_find (self->model, ante_lead_item_get_id (item)) : G_MAXUINT;
    int shift = (int) position - (int) (self->first + i);

    if (position != G_MAXUINT)
      g_array_append_val (shifts, shift);
  }
  g_array_sort (shifts, compare_shifts);
  return shifts->len > 0 ? g_array_index (shifts, int, shifts->len / 2) : 0;
}

/* What was being read stays where it is; at the top the newest is what one wants to see. */
static void
keep_place (AnteCardColumn *self)
{
  if (!self->items_moved || self->model == NULL)
    return;
  self->items_moved = FALSE;
  if (self->adjustment != NULL && get_scroll (self) > 0)
    gtk_adjustment_set_value (self->adjustment,
                              get_scroll (self) + find_shift (self) * get_step (self));
}

static void configure_adjustment (AnteCardColumn *self);

/* The card at the top stays there. */
static void
measure_card (AnteCardColumn *self)
{
  int step = get_step (self);
  double scroll = get_scroll (self);

  self->font_changed = FALSE;
  self->card_height = ante_lead_card_measure (GTK_WIDGET (self));
  if (get_step (self) == step)
    return;
  configure_adjustment (self);
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, scroll * get_step (self) / step);
}

/* Those beyond the view come when it is there. */
static guint
count_wanted (AnteCardColumn *self)
{
  if (self->asleep)
    return 0;
  if (self->height > 0)
    return (guint) (self->height / get_step (self) + 2 + 2 * SPARE);
  return self->expected > 0 ? (guint) (self->expected / get_step (self) + 1) : 0;
}

/* As many cards as the view shows, for the right positions. */
static void
update_cards (AnteCardColumn *self)
{
  guint n = get_n_items (self);
  guint first = 0;
  gint64 focused = ante_card_column_get_focused (self);
  guint wanted = 0;

  if (self->font_changed && MAX (self->height, self->expected) > 0)
    measure_card (self);
  keep_place (self);
  first = (guint) MAX ((get_scroll (self) - MARGIN) / get_step (self) - SPARE, 0);
  first = MIN (first, n > 0 ? n - 1 : 0);
  wanted = MIN (count_wanted (self), n - first);
  rotate (self, first);
  while (self->cards->len < wanted)
    g_ptr_array_add (self->cards, make_card (self));
  while (self->cards->len > wanted) {
    gtk_widget_unparent (self->cards->pdata[self->cards->len - 1]);
    g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
  }
  bind_cards (self);
  /* The keyboard is on a lead, not on a place. */
  if (self->wanted_focus == 0 && focused != ante_card_column_get_focused (self)) {
    self->wanted_focus = focused;
    focus_wanted (self);
    self->wanted_focus = 0;
  }
  focus_wanted (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_cb (gpointer data)
{
  AnteCardColumn *self = data;

  self->update = 0;
  update_cards (self);
  return G_SOURCE_REMOVE;
}

/* Not while being allocated: a card that takes another lead wants to be measured. */
static void
queue_update (AnteCardColumn *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, update_cb, self, NULL);
}

static double
get_full_height (AnteCardColumn *self)
{
  return 2 * MARGIN + (double) get_n_items (self) * get_step (self);
}

static void
configure_adjustment (AnteCardColumn *self)
{
  double upper = MAX (get_full_height (self), self->height);

  if (self->adjustment == NULL)
    return;
  gtk_adjustment_configure (self->adjustment, MIN (get_scroll (self), upper - self->height), 0,
                            upper, get_step (self), self->height * 0.9, self->height);
}

static void
scrolled_cb (AnteCardColumn *self)
{
  queue_update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
items_changed_cb (AnteCardColumn *self)
{
  self->items_moved = TRUE;
  configure_adjustment (self);
  queue_update (self);
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
}

void
ante_card_column_set_selection (AnteCardColumn *self, AnteCardSelection *selection)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, mark_cards, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (mark_cards), self,
                             G_CONNECT_SWAPPED);
  mark_cards (self);
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
    scroll_to (self, MIN (place, MAX (get_n_items (self), 1) - 1));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ante_card_column_set_stale_days (AnteCardColumn *self, int days)
{
  if (self->stale_days == days)
    return;
  self->stale_days = days;
  queue_update (self);
}

guint
ante_card_column_index_at (AnteCardColumn *self, double y)
{
  double from_top = y + get_scroll (self) - MARGIN + get_step (self) / 2.0;

  return (guint) CLAMP (from_top / get_step (self), 0, get_n_items (self));
}

gboolean
ante_card_column_focus_lead (AnteCardColumn *self, gint64 lead)
{
  guint position = self->model != NULL ? ante_lead_model_find (self->model, lead) : G_MAXUINT;

  if (position == G_MAXUINT)
    return FALSE;
  self->wanted_focus = lead;
  self->asleep = FALSE;
  scroll_to (self, position);
  /* At once where its card is there and stays: the next key is meant for it. */
  if (!self->items_moved)
    focus_wanted (self);
  queue_update (self);
  return TRUE;
}

guint
ante_card_column_count_widgets (AnteCardColumn *self)
{
  return self->cards->len;
}

static GtkWidget *
find_focused (AnteCardColumn *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    if (gtk_widget_is_focus (self->cards->pdata[i]))
      return self->cards->pdata[i];
  }
  return NULL;
}

gint64
ante_card_column_get_focused (AnteCardColumn *self)
{
  GtkWidget *card = find_focused (self);
  AnteLeadItem *item = card != NULL ? ante_lead_card_get_item (ANTE_LEAD_CARD (card)) : NULL;

  return item != NULL ? ante_lead_item_get_id (item) : 0;
}

/* --- being a widget --- */

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
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = (int) MIN (get_full_height (self), 100000);
}

static void
ante_card_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);
  double scroll = 0;

  if (self->height != height) {
    self->height = height;
    configure_adjustment (self);
    queue_update (self);
  }

  scroll = get_scroll (self);
  for (guint i = 0; i < self->cards->len; i++) {
    GtkAllocation place = { MARGIN,
                            (int) (MARGIN + (double) (self->first + i) * get_step (self) - scroll),
                            MAX (width - 2 * MARGIN, 0), self->card_height };

    gtk_widget_size_allocate (self->cards->pdata[i], &place, -1);
  }
}

static void
ante_card_column_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);

  GTK_WIDGET_CLASS (ante_card_column_parent_class)->system_setting_changed (widget, setting);
  self->font_changed = TRUE;
  queue_update (self);
}

static void
ante_card_column_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnteCardColumn *self = ANTE_CARD_COLUMN (widget);
  GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1.0f };
  double y = MARGIN + self->drop.place * get_step (self) - get_scroll (self) - GAP / 2.0 - 1;

  GTK_WIDGET_CLASS (ante_card_column_parent_class)->snapshot (widget, snapshot);
  if (self->drop.place >= 0)
    gtk_snapshot_append_color (
      snapshot, &accent,
      &GRAPHENE_RECT_INIT (MARGIN, (float) MAX (y, 1),
                           (float) (gtk_widget_get_width (widget) - 2 * MARGIN), 3));
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
  configure_adjustment (self);
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
  g_ptr_array_set_size (self->cards, 0);
  if (self->model != NULL)
    g_clear_signal_handler (&self->items_changed, self->model);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->hadjustment);
  G_OBJECT_CLASS (ante_card_column_parent_class)->dispose (object);
}

static void
ante_card_column_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_CARD_COLUMN (object)->cards);
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
