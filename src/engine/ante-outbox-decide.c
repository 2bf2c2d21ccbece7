#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include "engine/ante-clock.h"

/* What a person decides about an item: looked up first, since the outcome depends on where it
 * stands. */
typedef struct {
  gint64 id;
  AnteOutboxOutcome outcome;
  gboolean (*may) (AnteOutboxItem *item);
  AnteOutboxItem *item;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_clear_object (&decision->item);
  g_free (decision);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Decision *decision = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_store_outbox_settle_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  ante_outbox_note_file (self, decision->item, decision->outcome.state);
  /* Which message it is may still come to light. */
  if (decision->outcome.state == ANTE_OUTBOX_SENT)
    ante_outbox_expect_late (self, decision->item);
  g_task_return_pointer (task, g_strdup (decision->item->text), g_free);
  ante_outbox_wake (self);
}

static void
decide_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Decision *decision = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) items = ante_store_outbox_list_finish (ANTE_STORE (source), result, &error);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    if (item->id != decision->id || !decision->may (item))
      continue;
    decision->item = g_object_ref (item);
    if (decision->outcome.state == ANTE_OUTBOX_QUEUED)
      ante_outbox_note_retry (self, item);
    ante_store_outbox_settle_async (self->store, item->id, item->state, &decision->outcome, NULL,
                                    decided_cb, g_object_ref (task));
    return;
  }

  if (error == NULL)
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "outbox item %" G_GINT64_FORMAT " is gone or has moved on", decision->id);
  g_task_return_error (task, error);
}

static void
decide (AnteOutbox *self,
        GTask *task,
        gint64 id,
        AnteOutboxState to,
        gboolean (*may) (AnteOutboxItem *item))
{
  Decision *decision = g_new0 (Decision, 1);

  decision->id = id;
  decision->outcome.state = to;
  decision->outcome.at = ante_clock_now (self->client);
  decision->may = may;
  g_task_set_task_data (task, decision, decision_free);
  ante_store_outbox_list_async (self->store, 0, TRUE, 10000, NULL, decide_cb, g_object_ref (task));
}

static gboolean
is_queued (AnteOutboxItem *item)
{
  return item->state == ANTE_OUTBOX_QUEUED;
}

static gboolean
is_failed (AnteOutboxItem *item)
{
  return item->state == ANTE_OUTBOX_FAILED;
}

static gboolean
is_uncertain (AnteOutboxItem *item)
{
  return item->state == ANTE_OUTBOX_UNCERTAIN;
}

static gboolean
is_uncertain_or_failed (AnteOutboxItem *item)
{
  return is_uncertain (item) || is_failed (item);
}

void
ante_outbox_cancel_async (AnteOutbox *self,
                          gint64 outbox_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  decide (self, task, outbox_id, ANTE_OUTBOX_CANCELLED, is_queued);
}

char *
ante_outbox_cancel_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_outbox_send_now_async (AnteOutbox *self,
                            gint64 outbox_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  decide (self, task, outbox_id, ANTE_OUTBOX_QUEUED, is_queued);
}

gboolean
ante_outbox_send_now_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return ante_outbox_retry_finish (self, result, error);
}

void
ante_outbox_retry_async (AnteOutbox *self,
                         gint64 outbox_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  decide (self, task, outbox_id, ANTE_OUTBOX_QUEUED, is_failed);
}

gboolean
ante_outbox_retry_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), error);

  return text != NULL;
}

void
ante_outbox_settle_async (AnteOutbox *self,
                          gint64 outbox_id,
                          AnteSettlement settlement,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  static const AnteOutboxState states[] = { ANTE_OUTBOX_SENT, ANTE_OUTBOX_QUEUED,
                                            ANTE_OUTBOX_CANCELLED };
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  decide (self, task, outbox_id, states[settlement],
          settlement == ANTE_SETTLE_DROP ? is_uncertain_or_failed : is_uncertain);
}

gboolean
ante_outbox_settle_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return ante_outbox_retry_finish (self, result, error);
}
