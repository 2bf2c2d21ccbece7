#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-thread-watch.h"

#include "engine/ante-clock.h"
#include "engine/ante-sync-pass.h"

#define EVERY_S 12

struct _AnteThreadWatch {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  AnteThreadWatchMay may;
  gpointer may_data;
  GCancellable *cancellable;
  char *thread_id;
  char *igsid;
  guint timer;
  gboolean running;
  gboolean in_flight;
};

G_DEFINE_FINAL_TYPE (AnteThreadWatch, ante_thread_watch, G_TYPE_OBJECT)

typedef struct {
  AnteThreadWatch *watch;
  AnteThread *thread;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->watch);
  ante_thread_free (reading->thread);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteThreadWatch) self = user_data;

  self->in_flight = FALSE;
  ante_store_ingest_finish (ANTE_STORE (source), result, NULL, NULL);
}

/* What would leave a hole is left to the pass, which counts what was missed and comes by soon. */
static gboolean
leaves_hole (const AnteThread *thread, const AnteThreadState *state)
{
  return state->known && thread->has_older && !ante_sync_pass_joins (thread, state);
}

static void
states_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  AnteThreadWatch *self = reading->watch;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states =
    ante_store_thread_states_finish (ANTE_STORE (source), result, &error);
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = ante_clock_now (self->client) };

  if (states == NULL || leaves_hole (reading->thread, states->pdata[0])) {
    g_debug ("the thread in view is not stored: %s",
             error != NULL ? error->message : "it would leave a hole");
    self->in_flight = FALSE;
    return;
  }
  /* The list's own reading of when it changed is left to the list: else a pass would skip what it
   * has not seen. */
  reading->thread->updated_at = 0;
  g_ptr_array_add (threads, g_steal_pointer (&reading->thread));
  ante_store_ingest_async (self->store, &ingest, NULL, stored_cb, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteThreadWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  AnteThread *thread = ante_instagram_read_thread_finish (ANTE_INSTAGRAM (source), result, &error);
  Reading *reading = NULL;

  if (thread == NULL) {
    g_debug ("the thread in view could not be read: %s", error->message);
    self->in_flight = FALSE;
    return;
  }
  reading = g_new0 (Reading, 1);
  reading->watch = g_object_ref (self);
  reading->thread = thread;
  ante_store_thread_states_async (self->store, (const char *const[]){ thread->id, NULL }, NULL,
                                  states_cb, reading);
}

static gboolean
look_cb (gpointer data)
{
  AnteThreadWatch *self = data;

  if (self->client == NULL || self->in_flight || !self->may (self->may_data))
    return G_SOURCE_CONTINUE;

  self->in_flight = TRUE;
  ante_instagram_read_thread_async (self->client, self->thread_id, self->igsid, self->cancellable,
                                    read_cb, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static void
look_from_now_on (AnteThreadWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->thread_id == NULL || !self->running)
    return;

  self->timer = g_timeout_add_seconds (EVERY_S, look_cb, self);
  look_cb (self);
}

static void
ante_thread_watch_dispose (GObject *object)
{
  AnteThreadWatch *self = ANTE_THREAD_WATCH (object);

  ante_thread_watch_stop (self);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (ante_thread_watch_parent_class)->dispose (object);
}

static void
ante_thread_watch_finalize (GObject *object)
{
  AnteThreadWatch *self = ANTE_THREAD_WATCH (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_free (self->thread_id);
  g_free (self->igsid);
  G_OBJECT_CLASS (ante_thread_watch_parent_class)->finalize (object);
}

static void
ante_thread_watch_class_init (AnteThreadWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ante_thread_watch_dispose;
  object_class->finalize = ante_thread_watch_finalize;
}

static void
ante_thread_watch_init (AnteThreadWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

AnteThreadWatch *
ante_thread_watch_new (AnteStore *store, AnteThreadWatchMay may, gpointer data)
{
  AnteThreadWatch *self = g_object_new (ANTE_TYPE_THREAD_WATCH, NULL);

  self->store = g_object_ref (store);
  self->may = may;
  self->may_data = data;
  return self;
}

void
ante_thread_watch_set_client (AnteThreadWatch *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
}

void
ante_thread_watch_set_thread (AnteThreadWatch *self, const char *thread_id, const char *igsid)
{
  if (g_strcmp0 (self->thread_id, thread_id) == 0)
    return;

  g_free (self->thread_id);
  g_free (self->igsid);
  self->thread_id = g_strdup (thread_id);
  self->igsid = g_strdup (igsid);
  look_from_now_on (self);
}

void
ante_thread_watch_start (AnteThreadWatch *self)
{
  self->running = TRUE;
  look_from_now_on (self);
}

void
ante_thread_watch_stop (AnteThreadWatch *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  ante_thread_watch_cancel (self);
}

void
ante_thread_watch_cancel (AnteThreadWatch *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  self->cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
}
