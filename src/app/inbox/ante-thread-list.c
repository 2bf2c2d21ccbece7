#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-thread-list.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-message-row.h"
#include "app/inbox/ante-outbox-row.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"

/* So near to an end counts as being there, pixels. */
#define NEAR 60

/* A row that is on the screen: what it stands for, and what it showed when it was made. */
typedef struct {
  GtkWidget *widget;
  char *shown;
  gboolean kept;
} Row;

struct _AnteThreadList {
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *rows;

  GHashTable *by_key;
  GtkWidget *last;
  gboolean at_end;
  gboolean keep_place;
  double from_end;
  gboolean older;
  gboolean asked;
};

enum {
  OLDER_WANTED,
  UNDONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteThreadList, ante_thread_list, ADW_TYPE_BIN)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->shown);
  g_free (row);
}

/* Puts the row for @key next: the one that is there if it shows the same, else what @make gives.
 * NULL: it has to be made. */
static gboolean
reuse (AnteThreadList *self, const char *key, const char *shown)
{
  Row *row = g_hash_table_lookup (self->by_key, key);

  if (row == NULL || !g_str_equal (row->shown, shown))
    return FALSE;
  row->kept = TRUE;
  gtk_box_reorder_child_after (self->rows, row->widget, self->last);
  self->last = row->widget;
  return TRUE;
}

static void
put (AnteThreadList *self, const char *key, const char *shown, GtkWidget *widget)
{
  Row *old = g_hash_table_lookup (self->by_key, key);
  Row *row = g_new0 (Row, 1);

  if (old != NULL)
    gtk_box_remove (self->rows, old->widget);
  row->widget = widget;
  row->shown = g_strdup (shown);
  row->kept = TRUE;
  gtk_box_insert_child_after (self->rows, widget, self->last);
  g_hash_table_insert (self->by_key, g_strdup (key), row);
  self->last = widget;
}

static void
show_day (AnteThreadList *self, gint64 at, gint64 now)
{
  g_autofree char *words = ante_words_day (at, now);
  g_autofree char *key = g_strdup_printf ("day %" G_GINT64_FORMAT, at);

  if (!reuse (self, key, words))
    put (self, key, words, ante_message_row_new_day (words));
}

static void
show_gap (AnteThreadList *self, const AnteGap *gap)
{
  g_autofree char *key = g_strdup_printf ("gap %" G_GINT64_FORMAT, gap->before_at);
  g_autofree char *shown = g_strdup_printf ("%u", gap->missing);

  if (!reuse (self, key, shown))
    put (self, key, shown, ante_message_row_new_gap (gap));
}

static AnteMessage *
find_quoted (GPtrArray *messages, const char *mid)
{
  for (guint i = 0; mid != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (g_str_equal (message->mid, mid))
      return message;
  }
  return NULL;
}

static void
show_message (AnteThreadList *self, AnteMessage *message, GPtrArray *messages, AnteLead *lead)
{
  g_autofree char *key = g_strconcat ("message ", message->mid, NULL);
  g_autofree char *shown =
    g_strdup_printf ("%d %s %s %s %" G_GINT64_FORMAT, message->unsent, message->author,
                     message->reactions != NULL ? message->reactions : "",
                     message->text != NULL ? message->text : "", message->at);

  if (!reuse (self, key, shown))
    put (self, key, shown,
         ante_message_row_new (message, find_quoted (messages, message->reply_to),
                               ante_lead_get_title (lead)));
}

static void
undone_cb (AnteOutboxRow *row, AnteOutboxItem *item, AnteThreadList *self)
{
  g_signal_emit (self, signals[UNDONE], 0, item);
}

static void
show_item (AnteThreadList *self, AnteWorkspace *workspace, AnteOutboxItem *item)
{
  g_autofree char *key = g_strdup_printf ("item %" G_GINT64_FORMAT, item->id);
  g_autofree char *shown =
    g_strdup_printf ("%d %s", item->state, item->error != NULL ? item->error : "");
  GtkWidget *row = NULL;

  if (reuse (self, key, shown))
    return;
  row = ante_outbox_row_new (workspace, item);
  g_signal_connect_object (row, "undone", G_CALLBACK (undone_cb), self, 0);
  put (self, key, shown, row);
}

static gboolean
drop_gone_cb (gpointer key, gpointer value, gpointer data)
{
  AnteThreadList *self = data;
  Row *row = value;

  if (!row->kept)
    gtk_box_remove (self->rows, row->widget);
  return !row->kept;
}

static void
forget_kept (AnteThreadList *self)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Row *) value)->kept = FALSE;
}

static gboolean
is_other_day (gint64 before, gint64 at)
{
  g_autoptr (GDateTime) a = g_date_time_new_from_unix_local (before / 1000);
  g_autoptr (GDateTime) b = g_date_time_new_from_unix_local (at / 1000);

  return before == 0 || g_date_time_get_day_of_year (a) != g_date_time_get_day_of_year (b) ||
         g_date_time_get_year (a) != g_date_time_get_year (b);
}

void
ante_thread_list_show (AnteThreadList *self,
                       AnteWorkspace *workspace,
                       AnteLead *lead,
                       const AnteMessagePage *page,
                       GPtrArray *items,
                       gint64 seen_at)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gint64 now = ante_workspace_now (workspace);
  gint64 before = 0;
  gboolean divided = seen_at == 0;
  guint gap = 0;

  forget_kept (self);
  self->last = NULL;
  self->older = page->more_before;
  self->asked = FALSE;
  self->from_end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);
  self->keep_place = !self->at_end;

  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    while (gap < page->gaps->len &&
           g_array_index (page->gaps, AnteGap, gap).before_at <= message->at)
      show_gap (self, &g_array_index (page->gaps, AnteGap, gap++));
    if (is_other_day (before, message->at))
      show_day (self, message->at, now);
    if (!divided && message->at > seen_at && !ante_party_is_us (message->author)) {
      if (!reuse (self, "new", ""))
        put (self, "new", "", ante_message_row_new_divider (_ ("New")));
      divided = TRUE;
    }
    show_message (self, message, page->messages, lead);
    before = message->at;
  }
  for (guint i = 0; items != NULL && i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    if (ante_outbox_item_is_open (item))
      show_item (self, workspace, item);
  }
  g_hash_table_foreach_remove (self->by_key, drop_gone_cb, self);
}

void
ante_thread_list_clear (AnteThreadList *self)
{
  forget_kept (self);
  g_hash_table_foreach_remove (self->by_key, drop_gone_cb, self);
  self->at_end = TRUE;
  self->keep_place = FALSE;
  self->older = FALSE;
}

/* The height has changed: stay at the end, or keep what is in view where it is. */
static void
resized_cb (GtkAdjustment *adjustment, AnteThreadList *self)
{
  double upper = gtk_adjustment_get_upper (adjustment);

  if (self->at_end)
    gtk_adjustment_set_value (adjustment, upper - gtk_adjustment_get_page_size (adjustment));
  else if (self->keep_place)
    gtk_adjustment_set_value (adjustment, upper - self->from_end);
}

static void
scrolled_cb (GtkAdjustment *adjustment, AnteThreadList *self)
{
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->at_end = value >= end - NEAR;
  if (value < NEAR && end > NEAR && self->older && !self->asked) {
    self->asked = TRUE;
    g_signal_emit (self, signals[OLDER_WANTED], 0);
  }
}

static void
ante_thread_list_finalize (GObject *object)
{
  g_hash_table_unref (ANTE_THREAD_LIST (object)->by_key);
  G_OBJECT_CLASS (ante_thread_list_parent_class)->finalize (object);
}

static void
ante_thread_list_class_init (AnteThreadListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_thread_list_finalize;
  signals[OLDER_WANTED] = g_signal_new ("older-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDONE] = g_signal_new ("undone", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ANTE_TYPE_OUTBOX_ITEM);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               ANTE_APP_PATH "/ui/inbox/ante-thread-list.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AnteThreadList, scroller);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AnteThreadList, rows);
}

static void
ante_thread_list_init (AnteThreadList *self)
{
  GtkAdjustment *adjustment = NULL;

  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  self->at_end = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (resized_cb), self, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
}

GtkWidget *
ante_thread_list_new (void)
{
  return g_object_new (ANTE_TYPE_THREAD_LIST, NULL);
}
