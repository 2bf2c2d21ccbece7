#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-snooze.h"

#include "engine/ante-alarm.h"
#include "store/ante-store-snooze.h"

struct _AnteSnooze {
  GObject parent_instance;

  AnteStore *store;
  AnteAlarm *alarm;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteSnooze, ante_snooze, G_TYPE_OBJECT)

static void
woken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSnooze) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 next = ante_store_wake_due_finish (ANTE_STORE (source), result, &error);

  if (self->alarm != NULL)
    ante_alarm_answer (self->alarm, next, error);
}

static void
ask_store (gpointer data)
{
  AnteSnooze *self = data;

  ante_store_wake_due_async (self->store, ante_alarm_now (self->alarm), self->cancellable, woken_cb,
                             g_object_ref (self));
}

void
ante_snooze_set_client (AnteSnooze *self, AnteInstagram *client)
{
  ante_alarm_set_client (self->alarm, client);
}

void
ante_snooze_start (AnteSnooze *self)
{
  ante_alarm_start (self->alarm);
}

void
ante_snooze_stop (AnteSnooze *self)
{
  if (self->alarm != NULL)
    ante_alarm_stop (self->alarm);
  g_cancellable_cancel (self->cancellable);
}

static void
ante_snooze_dispose (GObject *object)
{
  AnteSnooze *self = ANTE_SNOOZE (object);

  ante_snooze_stop (self);
  g_clear_pointer (&self->alarm, ante_alarm_free);
  g_clear_object (&self->store);
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
  self->alarm = ante_alarm_new (store, sync, ANTE_STORE_EVENTS, "who was put off cannot be woken",
                                ask_store, self);
  return self;
}
