#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-wake.h"

#include <gio/gio.h>
#include <time.h>

#define WATCH_S 5
/* The sleeping clock ran on this much further than the waking one: the machine was suspended. */
#define SUSPENDED_US (10 * G_USEC_PER_SEC)

struct _AnteWake {
  AnteWakeCallback callback;
  gpointer data;
  guint watch;
  gint64 asleep;
  gulong network;
};

/* How far the clock that sleeps has run behind the one that does not. */
static gint64
measure_sleep (void)
{
  struct timespec with = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &with);
  return (gint64) with.tv_sec * G_USEC_PER_SEC + with.tv_nsec / 1000 - g_get_monotonic_time ();
}

static gboolean
watch_cb (gpointer data)
{
  AnteWake *self = data;
  gint64 asleep = measure_sleep ();
  gboolean resumed = asleep - self->asleep > SUSPENDED_US;

  self->asleep = asleep;
  if (resumed)
    self->callback (ANTE_WAKE_RESUMED, self->data);
  return G_SOURCE_CONTINUE;
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean available, AnteWake *self)
{
  if (available)
    self->callback (ANTE_WAKE_ONLINE, self->data);
}

AnteWake *
ante_wake_new (AnteWakeCallback callback, gpointer data)
{
  AnteWake *self = g_new0 (AnteWake, 1);

  self->callback = callback;
  self->data = data;
  self->asleep = measure_sleep ();
  self->watch = g_timeout_add_seconds (WATCH_S, watch_cb, self);
  self->network = g_signal_connect (g_network_monitor_get_default (), "network-changed",
                                    G_CALLBACK (network_changed_cb), self);
  return self;
}

void
ante_wake_free (AnteWake *self)
{
  if (self == NULL)
    return;

  g_source_remove (self->watch);
  g_signal_handler_disconnect (g_network_monitor_get_default (), self->network);
  g_free (self);
}
