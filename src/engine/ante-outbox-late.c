#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include "engine/ante-readback.h"

/*
 * Instagram may show a message long after its sending got no answer, later than the last look of
 * reading back. What comes in by itself is then the only news of it: whenever messages of a lead
 * change, an unconfirmed answer to them is looked for once more among what is stored. It costs no
 * request.
 */

typedef struct {
  AnteOutbox *outbox;
  AnteOutboxItem *item;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->outbox);
  g_object_unref (look->item);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;

  /* A conflict means that someone decided first; after anything else it is looked for again. */
  if (!ante_store_outbox_settle_finish (ANTE_STORE (source), result, &error)) {
    g_debug ("a late answer was not settled: %s", error->message);
    if (!g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
      return;
  }
  ante_outbox_note_file (look->outbox, look->item, ANTE_OUTBOX_SENT);
  g_hash_table_remove (look->outbox->unconfirmed, &look->item->id);
  ante_outbox_pump (look->outbox);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;
  g_autofree char *mid = ante_readback_look_finish (result, NULL);
  AnteOutboxOutcome outcome = { .state = ANTE_OUTBOX_SENT,
                                .mid = mid,
                                .at = look->item->started_at };

  if (mid == NULL) {
    look_free (look);
    return;
  }
  ante_store_outbox_settle_async (look->outbox->store, look->item->id, ANTE_OUTBOX_UNCERTAIN,
                                  &outcome, NULL, settled_cb, look);
}

static void
look_for (AnteOutbox *self, AnteOutboxItem *item)
{
  Look *look = g_new0 (Look, 1);

  look->outbox = g_object_ref (self);
  look->item = g_object_ref (item);
  ante_readback_look_async (self->store, item, self->cancellable, looked_cb, look);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteOutbox *self)
{
  GHashTableIter iter;
  gpointer item = NULL;

  if (!self->running || (topics & ANTE_STORE_MESSAGES) == 0)
    return;
  g_hash_table_iter_init (&iter, self->unconfirmed);
  while (g_hash_table_iter_next (&iter, NULL, &item)) {
    if (ante_store_concerns (lead_ids, ((AnteOutboxItem *) item)->lead_id))
      look_for (self, item);
  }
}

static void
queued_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteOutbox *self)
{
  /* What others put in (an approved draft, say) leaves when its time has come. */
  if ((topics & ANTE_STORE_OUTBOX) != 0)
    ante_outbox_pump (self);
}

void
ante_outbox_watch_messages (AnteOutbox *self)
{
  g_signal_connect_object (self->store, "changed", G_CALLBACK (queued_cb), self, 0);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, 0);
}

/* From now on it is looked for; and at once, since what came in after the last look has made itself
 * known already. */
void
ante_outbox_expect_late (AnteOutbox *self, AnteOutboxItem *item)
{
  g_hash_table_replace (self->unconfirmed, &item->id, g_object_ref (item));
  look_for (self, item);
}
