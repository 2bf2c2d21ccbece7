#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-live.h"

/* A reading writes page after page: they are waited for. */
#define WAIT_MS 400

struct _AnteSearchLive {
  GtkWidget *widget;
  AnteStore *store;
  void (*callback) (GtkWidget *widget);
  gulong changed;
  gulong mapped;
  guint wait;
  gboolean is_old;
};

static gboolean
wait_cb (gpointer data)
{
  AnteSearchLive *self = data;

  self->wait = 0;
  if (gtk_widget_get_mapped (self->widget)) {
    self->is_old = FALSE;
    self->callback (self->widget);
  }
  return G_SOURCE_REMOVE;
}

static void
begin_to_wait (AnteSearchLive *self)
{
  if (self->is_old && self->wait == 0)
    self->wait = g_timeout_add (WAIT_MS, wait_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteSearchLive *self)
{
  if ((topics & (ANTE_STORE_MESSAGES | ANTE_STORE_LEADS | ANTE_STORE_STAGES)) == 0)
    return;
  self->is_old = TRUE;
  if (gtk_widget_get_mapped (self->widget))
    begin_to_wait (self);
}

AnteSearchLive *
ante_search_live_new (GtkWidget *widget, AnteStore *store, void (*callback) (GtkWidget *widget))
{
  AnteSearchLive *self = g_new0 (AnteSearchLive, 1);

  self->widget = widget;
  self->store = g_object_ref (store);
  self->callback = callback;
  self->changed = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  self->mapped = g_signal_connect_swapped (widget, "map", G_CALLBACK (begin_to_wait), self);
  return self;
}

void
ante_search_live_free (AnteSearchLive *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->wait, g_source_remove);
  g_signal_handler_disconnect (self->store, self->changed);
  g_signal_handler_disconnect (self->widget, self->mapped);
  g_object_unref (self->store);
  g_free (self);
}
