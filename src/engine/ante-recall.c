#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-recall.h"

#include "engine/ante-clock.h"
#include "store/ante-store-memory.h"

/* The start is over by then, and one answer rarely comes alone. */
#define AFTER_START_MS 4000
#define AFTER_CHANGE_MS 300
/* So many leads at once, and so long for everybody else. */
#define LEADS 4
#define PAUSE_MS 20
#define FIRST_RETRY_MS 10000
#define LONGEST_RETRY_MS (10 * 60 * 1000)

struct _AnteRecall {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  GCancellable *cancellable;
  guint timer;
  guint retry_ms; /* 0: the last time went well */
  gboolean running;
  gboolean at_work;
  gboolean again; /* something was said meanwhile */
};

G_DEFINE_FINAL_TYPE (AnteRecall, ante_recall, G_TYPE_OBJECT)

static void wait (AnteRecall *self, guint ms);

static void
fail (AnteRecall *self, const GError *error)
{
  if (self->retry_ms == 0)
    g_message ("what was said cannot be gone through; it is tried again: %s", error->message);
  self->retry_ms =
    self->retry_ms == 0 ? FIRST_RETRY_MS : MIN (self->retry_ms * 2, LONGEST_RETRY_MS);
  wait (self, self->retry_ms);
}

static void
remembered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteRecall) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = ante_store_remember_finish (ANTE_STORE (source), result, &error);
  gboolean more = self->again || n == LEADS;

  self->at_work = FALSE;
  self->again = FALSE;
  if (!self->running)
    return;
  if (error != NULL) {
    fail (self, error);
    return;
  }
  self->retry_ms = 0;
  if (more)
    wait (self, PAUSE_MS);
}

static gboolean
timer_cb (gpointer data)
{
  AnteRecall *self = data;

  self->timer = 0;
  self->at_work = TRUE;
  ante_store_remember_async (self->store, LEADS, ante_clock_now (self->client), self->cancellable,
                             remembered_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
wait (AnteRecall *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_full (G_PRIORITY_LOW, ms, timer_cb, self, NULL);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteRecall *self)
{
  if (!self->running || (topics & ANTE_STORE_MESSAGES) == 0)
    return;
  self->again = self->at_work;
  if (!self->at_work && self->timer == 0)
    wait (self, AFTER_CHANGE_MS);
}

AnteRecall *
ante_recall_new (AnteStore *store)
{
  AnteRecall *self = g_object_new (ANTE_TYPE_RECALL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

void
ante_recall_set_client (AnteRecall *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
}

void
ante_recall_start (AnteRecall *self)
{
  if (self->running)
    return;
  self->running = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wait (self, AFTER_START_MS);
}

void
ante_recall_stop (AnteRecall *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static void
ante_recall_dispose (GObject *object)
{
  AnteRecall *self = ANTE_RECALL (object);

  ante_recall_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (ante_recall_parent_class)->dispose (object);
}

static void
ante_recall_finalize (GObject *object)
{
  g_clear_object (&ANTE_RECALL (object)->cancellable);
  G_OBJECT_CLASS (ante_recall_parent_class)->finalize (object);
}

static void
ante_recall_class_init (AnteRecallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_recall_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_recall_finalize;
}

static void
ante_recall_init (AnteRecall *self)
{
}
