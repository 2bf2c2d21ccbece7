#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-column-private.h"
#include "app/board/ante-card-press.h"

/* Cards beyond the view at both ends, so that the keyboard finds the next one. */
#define SPARE 1

/* (nullable): the last one is that out of view. */
static GtkWidget *
get_card (AnteCardColumn *self, guint i)
{
  return i < self->cards->len ? self->cards->pdata[i] : self->away;
}

static GtkWidget *
find_focused (AnteCardColumn *self)
{
  GtkWidget *card = NULL;

  for (guint i = 0; i <= self->cards->len && (card = get_card (self, i)) != NULL; i++) {
    if (gtk_widget_is_focus (card))
      return card;
  }
  return NULL;
}

/* One that was in view before, where there is one: a filter as it is typed takes most cards away
 * and brings them back, and to make one costs more than to fill it anew. */
static GtkWidget *
make_card (AnteCardColumn *self)
{
  g_autoptr (GtkWidget) card = NULL;

  if (self->unused->len > 0) {
    card = g_ptr_array_steal_index (self->unused, self->unused->len - 1);
  } else {
    card = g_object_ref_sink (ante_lead_card_new ());
    ante_card_press_add (self, card);
  }
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  return card;
}

/* Those that are kept are of no lead: nothing that happens meanwhile is written on them. */
static void
drop_card (AnteCardColumn *self, GtkWidget *card)
{
  g_object_ref (card);
  gtk_widget_unparent (card);
  ante_lead_card_set_item (ANTE_LEAD_CARD (card), NULL);
  g_ptr_array_add (self->unused, card);
}

/* By lead: (element-type gint64 GtkWidget) */
static GHashTable *
map_cards (AnteCardColumn *self)
{
  GHashTable *map = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->cards->len; i++) {
    gint64 lead = ante_lead_card_get_id (self->cards->pdata[i]);

    if (lead != 0)
      g_hash_table_insert (map, g_memdup2 (&lead, sizeof lead), self->cards->pdata[i]);
  }
  return map;
}

/* A lead that stays in view keeps its card, wherever it stands by now: the keyboard and a drag stay
 * with it, and where one card goes the others need not be written anew. */
static void
keep_cards (AnteCardColumn *self, guint first)
{
  g_autoptr (GHashTable) map = map_cards (self);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GPtrArray) old = g_ptr_array_copy (self->cards, NULL, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  self->first = first;
  for (guint i = 0; i < old->len; i++) {
    gint64 lead = self->model != NULL ? ante_lead_model_get_id (self->model, first + i) : 0;

    self->cards->pdata[i] = g_hash_table_lookup (map, &lead);
    if (self->cards->pdata[i] != NULL)
      g_hash_table_add (kept, self->cards->pdata[i]);
  }
  for (guint i = 0; i < old->len; i++) {
    if (!g_hash_table_contains (kept, old->pdata[i]))
      g_ptr_array_add (spare, old->pdata[i]);
  }
  for (guint i = 0, next = 0; i < old->len; i++) {
    if (self->cards->pdata[i] == NULL)
      self->cards->pdata[i] = spare->pdata[next++];
  }
}

/* Who does not see them hears them in the order in which they stand. */
static void
order_children (AnteCardColumn *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->cards->len; i++) {
    GtkWidget *card = self->cards->pdata[i];

    if (gtk_widget_get_prev_sibling (card) != before)
      gtk_widget_insert_after (card, GTK_WIDGET (self), before);
    before = card;
  }
}

void
ante_card_column_focus_wanted (AnteCardColumn *self)
{
  for (guint i = 0; self->wanted_focus != 0 && i < self->cards->len; i++) {
    if (ante_lead_card_get_id (self->cards->pdata[i]) != self->wanted_focus)
      continue;
    self->wanted_focus = 0;
    gtk_widget_grab_focus (self->cards->pdata[i]);
  }
}

void
ante_card_column_mark (AnteCardColumn *self)
{
  GtkWidget *card = NULL;

  for (guint i = 0; i <= self->cards->len && (card = get_card (self, i)) != NULL; i++) {
    gint64 lead = ante_lead_card_get_id (ANTE_LEAD_CARD (card));
    gboolean known = lead != 0 && self->selection != NULL;

    ante_lead_card_set_selected (ANTE_LEAD_CARD (card),
                                 known && ante_card_selection_contains (self->selection, lead));
    ante_lead_card_set_held (ANTE_LEAD_CARD (card),
                             known && ante_card_selection_is_held (self->selection, lead));
    ante_lead_card_set_open (ANTE_LEAD_CARD (card),
                             known && ante_card_selection_get_open (self->selection) == lead);
  }
}

static void
bind_cards (AnteCardColumn *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    g_autoptr (AnteLeadItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->model), self->first + i);

    if (self->stage != NULL)
      ante_lead_card_set_stage (self->cards->pdata[i], self->stage);
    ante_lead_card_set_now (self->cards->pdata[i], self->now, self->human_agent);
    ante_lead_card_set_item (self->cards->pdata[i], item);
  }
  ante_card_column_mark (self);
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
  if (self->adjustment != NULL && ante_card_column_get_scroll (self) > 0)
    gtk_adjustment_set_value (self->adjustment,
                              ante_card_column_get_scroll (self) +
                                find_shift (self) * ante_card_column_get_step (self));
}

/* The card at the top stays there. */
static void
measure_card (AnteCardColumn *self)
{
  int step = ante_card_column_get_step (self);
  double scroll = ante_card_column_get_scroll (self);

  self->font_changed = FALSE;
  self->card_height = ante_lead_card_measure (GTK_WIDGET (self));
  if (ante_card_column_get_step (self) == step)
    return;
  ante_card_column_configure (self);
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, scroll * ante_card_column_get_step (self) / step);
}

/* Those beyond the view come when it is there. */
static guint
count_wanted (AnteCardColumn *self)
{
  if (self->asleep)
    return 0;
  if (self->height > 0)
    return (guint) (self->height / ante_card_column_get_step (self) + 2 + 2 * SPARE);
  return self->expected > 0 ? (guint) (self->expected / ante_card_column_get_step (self) + 1) : 0;
}

static gboolean
is_shown (guint position, guint first, guint n)
{
  return position >= first && position - first < n;
}

/* The keyboard is on a lead, not on a place: whose card leaves the view takes it along, and another
 * one takes that place. */
static void
put_away (AnteCardColumn *self, guint first, guint n)
{
  GtkWidget *card = find_focused (self);
  guint position = G_MAXUINT;

  if (card == NULL || card == self->away || self->wanted_focus != 0 || self->model == NULL)
    return;
  position = ante_lead_model_find (self->model, ante_lead_card_get_id (ANTE_LEAD_CARD (card)));
  if (position == G_MAXUINT || is_shown (position, first, n))
    return;
  g_ptr_array_remove (self->cards, card);
  g_clear_pointer (&self->away, gtk_widget_unparent); /* of a lead that had it before */
  self->away = card;
}

/* In view again, it stands among the others; and nobody keeps it once the keyboard is elsewhere. */
static void
take_back (AnteCardColumn *self)
{
  GtkWidget *card = self->away;
  guint position =
    card != NULL && self->model != NULL
      ? ante_lead_model_find (self->model, ante_lead_card_get_id (ANTE_LEAD_CARD (card)))
      : G_MAXUINT;

  if (card == NULL)
    return;
  if (gtk_widget_is_focus (card) && position != G_MAXUINT) {
    if (!is_shown (position, self->first, self->cards->len))
      return;
    self->away = self->cards->pdata[position - self->first];
    self->cards->pdata[position - self->first] = card;
  }
  g_clear_pointer (&self->away, gtk_widget_unparent);
}

void
ante_card_column_update (AnteCardColumn *self)
{
  guint n = ante_card_column_get_n_items (self);
  guint first = 0;
  gint64 focused = ante_card_column_get_focused (self);
  guint wanted = 0;

  if (self->font_changed && MAX (self->height, self->expected) > 0)
    measure_card (self);
  keep_place (self);
  first = (guint) MAX ((ante_card_column_get_scroll (self) - ANTE_CARD_MARGIN) /
                           ante_card_column_get_step (self) -
                         SPARE,
                       0);
  first = MIN (first, n > 0 ? n - 1 : 0);
  wanted = MIN (count_wanted (self), n - first);
  put_away (self, first, wanted);
  keep_cards (self, first);
  while (self->cards->len < wanted)
    g_ptr_array_add (self->cards, make_card (self));
  while (self->cards->len > wanted) {
    drop_card (self, self->cards->pdata[self->cards->len - 1]);
    g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
  }
  take_back (self);
  order_children (self);
  bind_cards (self);
  if (self->wanted_focus == 0 && focused != ante_card_column_get_focused (self)) {
    self->wanted_focus = focused;
    ante_card_column_focus_wanted (self);
    self->wanted_focus = 0;
  }
  ante_card_column_focus_wanted (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
ante_card_column_count_widgets (AnteCardColumn *self)
{
  return self->cards->len + (self->away != NULL);
}

gint64
ante_card_column_get_focused (AnteCardColumn *self)
{
  GtkWidget *card = find_focused (self);

  return card != NULL ? ante_lead_card_get_id (ANTE_LEAD_CARD (card)) : 0;
}

gboolean
ante_card_column_shows_focused (AnteCardColumn *self)
{
  guint position = ante_lead_model_find (self->model, ante_card_column_get_focused (self));
  double top = (double) position * ante_card_column_get_step (self) + ANTE_CARD_MARGIN -
               ante_card_column_get_scroll (self);

  /* Without a height nobody has looked yet, and it begins with what is focused. */
  return self->height == 0 ||
         (position != G_MAXUINT && top + self->card_height > 0 && top < self->height);
}
