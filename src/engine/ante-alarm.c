#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-alarm.h"

#include "engine/ante-clock.h"
#include "engine/ante-wake.h"

/* This machine's clock may be set while a timer runs, which does not notice. */
#define LONGEST_WAIT_MS 30000
/* After an error, doubled with each that follows: it may last. */
#define FIRST_RETRY_MS 5000
#define LONGEST_RETRY_MS 600000

struct _AnteAlarm {
  AnteStore *store;
  AnteSync *sync;
  AnteInstagram *client;
  AnteWake *wake;
  guint topics;
  const char *what;
  AnteAlarmAsk ask;
  gpointer data;
  gint64 next; /* ms; 0: none */
  guint timer;
  guint retry_ms; /* 0: the last time went well */
  gboolean running;
  gboolean at_work;
  gboolean again; /* something has changed meanwhile */
};

static void check (AnteAlarm *self);

gint64
ante_alarm_now (AnteAlarm *self)
{
  return ante_clock_now (self->client);
}

static gboolean
timer_cb (gpointer data)
{
  AnteAlarm *self = data;

  self->timer = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
wait (AnteAlarm *self, gint64 ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (ms, 1, LONGEST_WAIT_MS), timer_cb, self);
}

static void
wait_to_retry (AnteAlarm *self, const char *why)
{
  if (self->retry_ms == 0)
    g_message ("%s; it is tried again: %s", self->what, why);
  self->retry_ms =
    self->retry_ms == 0 ? FIRST_RETRY_MS : MIN (self->retry_ms * 2, LONGEST_RETRY_MS);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (self->retry_ms, timer_cb, self);
}

static void
ask (AnteAlarm *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->again = self->at_work;
  if (self->at_work || !self->running)
    return;
  self->at_work = TRUE;
  self->ask (self->data);
}

/* What is known of the next one tells that it is not yet time: then nothing is read. */
static void
check (AnteAlarm *self)
{
  gint64 left = self->next - ante_alarm_now (self);

  if (self->next > 0 && left > 0 && !self->again)
    wait (self, left);
  else
    ask (self);
}

gboolean
ante_alarm_answer (AnteAlarm *self, gint64 next, const GError *error)
{
  self->at_work = FALSE;
  if (!self->running)
    return FALSE;
  if (error != NULL) {
    wait_to_retry (self, error->message);
    return TRUE;
  }
  self->retry_ms = 0;
  self->next = next;
  if (self->again)
    check (self);
  else if (next > 0)
    wait (self, next - ante_alarm_now (self));
  return TRUE;
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAlarm *self)
{
  if (self->running && (topics & self->topics))
    ask (self);
}

/* With every answer Instagram's clock is heard, which the sandbox's people may have moved. */
static void
synced_cb (AnteAlarm *self)
{
  if (self->running && self->next > 0 && self->retry_ms == 0)
    check (self);
}

static void
wake_cb (AnteWakeReason reason, gpointer data)
{
  AnteAlarm *self = data;

  if (reason == ANTE_WAKE_RESUMED)
    ask (self);
}

void
ante_alarm_set_client (AnteAlarm *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
}

void
ante_alarm_start (AnteAlarm *self)
{
  if (self->running)
    return;
  self->running = TRUE;
  self->wake = ante_wake_new (wake_cb, self);
  ask (self);
}

void
ante_alarm_stop (AnteAlarm *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->wake, ante_wake_free);
}

AnteAlarm *
ante_alarm_new (AnteStore *store,
                AnteSync *sync,
                guint topics,
                const char *what,
                AnteAlarmAsk ask_func,
                gpointer data)
{
  AnteAlarm *self = g_new0 (AnteAlarm, 1);

  self->store = g_object_ref (store);
  self->sync = g_object_ref (sync);
  self->topics = topics;
  self->what = what;
  self->ask = ask_func;
  self->data = data;
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (sync, "notify::last-synced", G_CALLBACK (synced_cb), self);
  return self;
}

void
ante_alarm_free (AnteAlarm *self)
{
  if (self == NULL)
    return;

  ante_alarm_stop (self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_signal_handlers_disconnect_by_data (self->sync, self);
  g_object_unref (self->store);
  g_object_unref (self->sync);
  g_clear_object (&self->client);
  g_free (self);
}
