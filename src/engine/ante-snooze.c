#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-snooze.h"

#include "engine/ante-clock.h"
#include "engine/ante-wake.h"
#include "store/ante-store-snooze.h"

/* This machine's clock may be set while a timer runs, which does not notice. */
#define LONGEST_WAIT_MS 30000
/* After an error, doubled with each that follows: it may last. */
#define FIRST_RETRY_MS 5000
#define LONGEST_RETRY_MS 600000

struct _AnteSnooze {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  AnteWake *wake;
  GCancellable *cancellable;
  gint64 next; /* when the next one is to be woken, ms; 0: none */
  guint timer;
  guint retry_ms; /* 0: the last time went well */
  gboolean running;
  gboolean at_work;
  gboolean again; /* something was put off meanwhile */
};

G_DEFINE_FINAL_TYPE (AnteSnooze, ante_snooze, G_TYPE_OBJECT)

static void check (AnteSnooze *self);

static gboolean
timer_cb (gpointer data)
{
  AnteSnooze *self = data;

  self->timer = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
wait (AnteSnooze *self, gint64 ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (ms, 1, LONGEST_WAIT_MS), timer_cb, self);
}

static void
wait_to_retry (AnteSnooze *self, const char *why)
{
  if (self->retry_ms == 0)
    g_message ("who was put off cannot be woken; it is tried again: %s", why);
  self->retry_ms =
    self->retry_ms == 0 ? FIRST_RETRY_MS : MIN (self->retry_ms * 2, LONGEST_RETRY_MS);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (self->retry_ms, timer_cb, self);
}

static void
woken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSnooze) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 next = ante_store_wake_due_finish (ANTE_STORE (source), result, &error);

  self->at_work = FALSE;
  if (!self->running)
    return;
  if (error != NULL) {
    wait_to_retry (self, error->message);
    return;
  }
  self->retry_ms = 0;
  self->next = next;
  if (self->again)
    check (self);
  else if (next > 0)
    wait (self, next - ante_clock_now (self->client));
}

static void
ask_store (AnteSnooze *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->again = self->at_work;
  if (self->at_work || !self->running)
    return;
  self->at_work = TRUE;
  ante_store_wake_due_async (self->store, ante_clock_now (self->client), self->cancellable,
                             woken_cb, g_object_ref (self));
}

/* What is known of the next one tells that it is not yet time: then nothing is read. */
static void
check (AnteSnooze *self)
{
  gint64 left = self->next - ante_clock_now (self->client);

  if (self->next > 0 && left > 0 && !self->again)
    wait (self, left);
  else
    ask_store (self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteSnooze *self)
{
  if (self->running && (topics & ANTE_STORE_EVENTS))
    ask_store (self);
}

/* With every answer Instagram's clock is heard, which the sandbox's people may have moved. */
static void
synced_cb (AnteSnooze *self)
{
  if (self->running && self->next > 0 && self->retry_ms == 0)
    check (self);
}

static void
wake_cb (AnteWakeReason reason, gpointer data)
{
  AnteSnooze *self = data;

  if (reason == ANTE_WAKE_RESUMED)
    ask_store (self);
}

void
ante_snooze_set_client (AnteSnooze *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
}

void
ante_snooze_start (AnteSnooze *self)
{
  if (self->running)
    return;
  self->running = TRUE;
  self->wake = ante_wake_new (wake_cb, self);
  ask_store (self);
}

void
ante_snooze_stop (AnteSnooze *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->wake, ante_wake_free);
  g_cancellable_cancel (self->cancellable);
}

static void
ante_snooze_dispose (GObject *object)
{
  AnteSnooze *self = ANTE_SNOOZE (object);

  ante_snooze_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (ante_snooze_parent_class)->dispose (object);
}

static void
ante_snooze_finalize (GObject *object)
{
  g_clear_object (&ANTE_SNOOZE (object)->cancellable);
  G_OBJECT_CLASS (ante_snooze_parent_class)->finalize (object);
}

static void
ante_snooze_class_init (AnteSnoozeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_snooze_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_snooze_finalize;
}

static void
ante_snooze_init (AnteSnooze *self)
{
  self->cancellable = g_cancellable_new ();
}

AnteSnooze *
ante_snooze_new (AnteStore *store, AnteSync *sync)
{
  AnteSnooze *self = g_object_new (ANTE_TYPE_SNOOZE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (sync, "notify::last-synced", G_CALLBACK (synced_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
