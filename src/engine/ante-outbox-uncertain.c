#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include "engine/ante-readback.h"

/* An answer of which nobody knows whether it left: it is looked for in the thread. */

#define DISK_RETRY_MS 5000

typedef struct {
  AnteOutbox *outbox;
  AnteInstagram *client;
  AnteOutboxItem *item;
  AnteOutboxOutcome outcome;
  char *mid;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->outbox);
  g_object_unref (reading->client);
  g_object_unref (reading->item);
  g_free (reading->mid);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static Reading *
reading_new (AnteOutbox *self, AnteOutboxItem *item)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->outbox = g_object_ref (self);
  reading->client = g_object_ref (self->client);
  reading->item = g_object_ref (item);
  return reading;
}

static void settle (Reading *reading);

static gboolean
again_cb (gpointer data)
{
  g_autoptr (Reading) reading = data;

  ante_outbox_read_back (reading->outbox, reading->item);
  return G_SOURCE_REMOVE;
}

static void
doubt (Reading *reading)
{
  reading->outcome = (AnteOutboxOutcome){ .state = ANTE_OUTBOX_UNCERTAIN,
                                          .error = "unconfirmed",
                                          .at = reading->item->started_at };
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  AnteOutbox *self = reading->outbox;
  g_autoptr (GError) error = NULL;

  if (ante_store_outbox_settle_finish (ANTE_STORE (source), result, &error)) {
    ante_outbox_note_file (self, reading->item, reading->outcome.state);
    ante_outbox_pump (self);
    return;
  }
  g_debug ("an uncertain answer was not settled: %s", error->message);
  if (!ante_outbox_is_refused (error)) {
    g_timeout_add (DISK_RETRY_MS, again_cb, g_steal_pointer (&reading));
  } else if (reading->outcome.state == ANTE_OUTBOX_SENT) {
    /* A person is asked about it; where one was quicker, this is refused as well. */
    doubt (reading);
    settle (g_steal_pointer (&reading));
  } else {
    ante_outbox_pump (self);
  }
}

static void
settle (Reading *reading)
{
  ante_store_outbox_settle_async (reading->outbox->store, reading->item->id, ANTE_OUTBOX_UNCERTAIN,
                                  &reading->outcome, NULL, settled_cb, reading);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  AnteOutbox *self = reading->outbox;
  AnteOutboxItem *item = reading->item;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->reading_back, &item->id);
  reading->mid = ante_readback_run_finish (result, &error);
  if (error != NULL) {
    /* Someone has signed in anew, or all was stopped and started, while it ended; nobody else looks
     * for it then. */
    if (self->client != reading->client ||
        g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      ante_outbox_read_back (self, item);
    return;
  }

  reading->outcome =
    (AnteOutboxOutcome){ .state = ANTE_OUTBOX_SENT, .mid = reading->mid, .at = item->started_at };
  if (reading->mid == NULL) {
    doubt (reading);
    ante_outbox_expect_late (self, item);
  }
  settle (g_steal_pointer (&reading));
}

/* Once at a time for each; without a client, or stopped, not at all. */
void
ante_outbox_read_back (AnteOutbox *self, AnteOutboxItem *item)
{
  if (!self->running || self->client == NULL ||
      g_hash_table_contains (self->reading_back, &item->id))
    return;

  g_hash_table_remove (self->unconfirmed, &item->id);
  g_hash_table_add (self->reading_back, g_memdup2 (&item->id, sizeof item->id));
  ante_readback_run_async (self->store, self->client, item, self->second_ms, self->cancellable,
                           read_cb, reading_new (self, item));
}
