#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-inbox-rows.h"

#include "app/inbox/ante-inbox-row.h"
#include "store/ante-store-stages.h"

/* Until a row has been measured, pixels. */
#define LIKELY_HEIGHT 78
/* Before the list knows its own height. */
#define LIKELY_VIEW 800

/* --- a place for a row ---------------------------------------------------------------------- */

#define ANTE_TYPE_ROW_SLOT (ante_row_slot_get_type ())
G_DECLARE_FINAL_TYPE (AnteRowSlot, ante_row_slot, ANTE, ROW_SLOT, GtkWidget)

struct _AnteRowSlot {
  GtkWidget parent_instance;

  GtkWidget *row; /* NULL: it has not been near to the view yet */
};

G_DEFINE_FINAL_TYPE (AnteRowSlot, ante_row_slot, GTK_TYPE_WIDGET)

/* All rows are of one height, so that an empty place is as high as any row that was measured last.
 */
static int row_height = LIKELY_HEIGHT;

static void
ante_row_slot_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AnteRowSlot *self = ANTE_ROW_SLOT (widget);

  if (self->row != NULL)
    gtk_widget_measure (self->row, orientation, for_size, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? row_height : 0;
  if (self->row != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    row_height = *natural;
}

static void
ante_row_slot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnteRowSlot *self = ANTE_ROW_SLOT (widget);

  if (self->row != NULL)
    gtk_widget_allocate (self->row, width, height, -1, NULL);
}

static void
ante_row_slot_dispose (GObject *object)
{
  g_clear_pointer (&ANTE_ROW_SLOT (object)->row, gtk_widget_unparent);
  G_OBJECT_CLASS (ante_row_slot_parent_class)->dispose (object);
}

static void
ante_row_slot_class_init (AnteRowSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_row_slot_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ante_row_slot_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ante_row_slot_size_allocate;
}

static void
ante_row_slot_init (AnteRowSlot *self)
{
}

/* --- the rows ------------------------------------------------------------------------------- */

struct _AnteInboxRows {
  GObject parent_instance;

  GtkListView *list;
  GPtrArray *bound; /* of GtkListItem that have an item now */
  AnteStore *store;
  GPtrArray *stages; /* (nullable) */
  GCancellable *reading;
  guint fill;
  gint64 now;
  gboolean human_agent;
};

G_DEFINE_FINAL_TYPE (AnteInboxRows, ante_inbox_rows, G_TYPE_OBJECT)

static AnteRowSlot *
get_slot (GtkListItem *item)
{
  return ANTE_ROW_SLOT (gtk_list_item_get_child (item));
}

/* The list's own measure of a row, margins and all. */
static double
get_step (GtkListItem *item)
{
  GtkWidget *holder = gtk_widget_get_parent (gtk_list_item_get_child (item));
  int height = holder != NULL ? gtk_widget_get_height (holder) : 0;

  return height > 0 ? height : row_height;
}

/* In view, or a page away from it: so far one may scroll without an empty place coming up. */
static gboolean
is_near (AnteInboxRows *self, GtkListItem *item)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double page = MAX (gtk_adjustment_get_page_size (adjustment), LIKELY_VIEW);
  double top = gtk_list_item_get_position (item) * get_step (item);
  double value = gtk_adjustment_get_value (adjustment);

  return top > value - page && top < value + page + page / 4;
}

static void
fill (AnteInboxRows *self, GtkListItem *item)
{
  AnteRowSlot *slot = get_slot (item);

  if (slot->row == NULL) {
    slot->row = ante_inbox_row_new ();
    gtk_widget_set_parent (slot->row, GTK_WIDGET (slot));
  }
  ante_inbox_row_set_now (ANTE_INBOX_ROW (slot->row), self->now, self->human_agent);
  ante_inbox_row_set_stages (ANTE_INBOX_ROW (slot->row), self->stages);
  ante_inbox_row_set_item (ANTE_INBOX_ROW (slot->row), gtk_list_item_get_item (item));
}

static gboolean
fill_cb (gpointer data)
{
  AnteInboxRows *self = data;

  self->fill = 0;
  for (guint i = 0; i < self->bound->len; i++) {
    if (get_slot (self->bound->pdata[i])->row == NULL && is_near (self, self->bound->pdata[i]))
      fill (self, self->bound->pdata[i]);
  }
  return G_SOURCE_REMOVE;
}

/* Not at once: the list may be in the middle of being laid out. */
static void
scrolled_cb (AnteInboxRows *self)
{
  if (self->fill == 0)
    self->fill = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fill_cb, self, NULL);
}

static void
setup_cb (AnteInboxRows *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (ANTE_TYPE_ROW_SLOT, NULL));
}

static void
bind_cb (AnteInboxRows *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  /* A row that is there is used again, wherever it is now. */
  if (get_slot (item)->row != NULL || is_near (self, item))
    fill (self, item);
}

static void
unbind_cb (AnteInboxRows *self, GtkListItem *item)
{
  GtkWidget *row = get_slot (item)->row;

  g_ptr_array_remove_fast (self->bound, item);
  if (row != NULL)
    ante_inbox_row_set_item (ANTE_INBOX_ROW (row), NULL);
}

void
ante_inbox_rows_focus (AnteInboxRows *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->bound->len; i++) {
    GtkListItem *item = self->bound->pdata[i];

    if (gtk_list_item_get_position (item) == position)
      gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
  }
}

void
ante_inbox_rows_set_now (AnteInboxRows *self, gint64 now, gboolean human_agent)
{
  self->now = now;
  self->human_agent = human_agent;
  for (guint i = 0; i < self->bound->len; i++) {
    GtkWidget *row = get_slot (self->bound->pdata[i])->row;

    if (row != NULL)
      ante_inbox_row_set_now (ANTE_INBOX_ROW (row), now, human_agent);
  }
}

/* --- the names of the stages ---------------------------------------------------------------- */

static gboolean
has_same_names (GPtrArray *old, GPtrArray *new)
{
  gboolean same = old != NULL && old->len == new->len;

  for (guint i = 0; same && i < new->len; i++) {
    AnteStage *before = old->pdata[i];
    AnteStage *now = new->pdata[i];

    same = before->id == now->id && g_str_equal (before->name, now->name);
  }
  return same;
}

static void
stages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteInboxRows *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, &error);

  if (stages == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_message ("the stages could not be read: %s", error->message);
    return;
  }
  if (has_same_names (self->stages, stages)) {
    g_ptr_array_unref (stages);
    return;
  }
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  for (guint i = 0; i < self->bound->len; i++) {
    GtkWidget *row = get_slot (self->bound->pdata[i])->row;

    if (row != NULL)
      ante_inbox_row_set_stages (ANTE_INBOX_ROW (row), stages);
  }
}

static void
stop_reading (AnteInboxRows *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteInboxRows *self)
{
  if ((topics & ANTE_STORE_STAGES) == 0)
    return;
  stop_reading (self);
  self->reading = g_cancellable_new ();
  ante_store_list_stages_async (store, self->reading, stages_cb, self);
}

void
ante_inbox_rows_set_store (AnteInboxRows *self, AnteStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, changed_cb, self);
  stop_reading (self);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  if (store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  changed_cb (store, ANTE_STORE_STAGES, NULL, self);
}

static void
ante_inbox_rows_dispose (GObject *object)
{
  AnteInboxRows *self = ANTE_INBOX_ROWS (object);

  g_clear_handle_id (&self->fill, g_source_remove);
  stop_reading (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_inbox_rows_parent_class)->dispose (object);
}

static void
ante_inbox_rows_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_INBOX_ROWS (object)->bound);
  G_OBJECT_CLASS (ante_inbox_rows_parent_class)->finalize (object);
}

static void
ante_inbox_rows_class_init (AnteInboxRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_inbox_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_inbox_rows_finalize;
}

static void
ante_inbox_rows_init (AnteInboxRows *self)
{
  self->bound = g_ptr_array_new ();
}

AnteInboxRows *
ante_inbox_rows_new (GtkListView *list)
{
  AnteInboxRows *self = g_object_new (ANTE_TYPE_INBOX_ROWS, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->list = list;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, factory);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return self;
}
