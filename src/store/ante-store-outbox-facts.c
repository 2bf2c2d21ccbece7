#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-outbox.h"

#include "store/ante-rows.h"
#include "store/ante-send-facts.h"
#include "store/ante-store-private.h"

typedef struct {
  gint64 lead_id;
  gint64 via;
  gint64 since;
  gint64 item_id;
} Candidates;

static void
candidates_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1 AND at >= ?2 AND author <> 'lead'"
    " AND via IS nullif (?3, 0) AND unsent = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE "
    "outbox.mid = message.mid)"
    " AND id > coalesce ((SELECT after_id FROM outbox_file WHERE outbox_id = ?4), 0)"
    " ORDER BY at, id LIMIT 100";
  const Candidates *wanted = g_task_get_task_data (task);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "iiii", wanted->lead_id, wanted->since,
                                          wanted->via, wanted->item_id);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (messages, ante_rows_read_message (stmt));

  ante_store_return (task, g_steal_pointer (&messages), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_outbox_candidates_async (AnteStore *self,
                                    AnteOutboxItem *item,
                                    gint64 since,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Candidates wanted = { item->lead_id, item->via, since, item->id };

  g_task_set_task_data (task, g_memdup2 (&wanted, sizeof wanted), g_free);
  ante_store_read (self, task, candidates_job);
}

GPtrArray *
ante_store_outbox_candidates_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

AnteSendFacts *
ante_send_facts_read (AnteDb *db, gint64 lead_id, GError **error)
{
  /* Automatic messages since the lead's last one, whether they have left or wait. */
  static const char automatic[] =
    "SELECT (SELECT count(*) FROM message WHERE lead_id = ?1 AND author = 'ai' AND at > ?2)"
    " + (SELECT count(*) FROM outbox WHERE lead_id = ?1 AND author = 'ai'"
    " AND state IN ('queued', 'sending', 'uncertain'))";
  static const char answered[] =
    "SELECT EXISTS (SELECT 1 FROM message WHERE lead_id = ?1 AND author <> 'lead' AND at > ?2)"
    " OR EXISTS (SELECT 1 FROM outbox WHERE lead_id = ?1"
    " AND (state IN ('queued', 'sending', 'uncertain')"
    " OR (state = 'sent' AND mid IS NULL AND started_at > ?2)))";
  static const char person[] =
    "SELECT EXISTS (SELECT 1 FROM outbox WHERE lead_id = ?1 AND author NOT IN ('ai', 'system')"
    " AND state IN ('queued', 'sending', 'uncertain'))";
  g_autoptr (AnteSendFacts) facts = g_new0 (AnteSendFacts, 1);
  GError *failure = NULL;
  gint64 last = 0;
  gint64 value = 0;

  ante_db_get_int (db, &failure, &last, "SELECT last_lead_at FROM lead WHERE id = ?1", "i",
                   lead_id);
  if (failure == NULL && ante_db_get_int (db, &failure, &value, automatic, "ii", lead_id, last))
    facts->automatic_in_a_row = (guint) value;
  if (failure == NULL && ante_db_get_int (db, &failure, &value, answered, "ii", lead_id, last))
    facts->answered_since = value != 0;
  if (failure == NULL && ante_db_get_int (db, &failure, &value, person, "i", lead_id))
    facts->person_answers = value != 0;
  value = 0;
  if (failure == NULL)
    ante_db_get_int (db, &failure, &value, "SELECT value = '1' FROM setting WHERE key = 'paused'",
                     "");
  facts->paused = value != 0;
  if (failure == NULL)
    facts->lead = ante_rows_get_lead (db, lead_id, &failure);
  if (failure == NULL && facts->lead == NULL)
    g_set_error (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "there is no such lead");

  if (failure != NULL) {
    g_propagate_error (error, failure);
    return NULL;
  }
  return g_steal_pointer (&facts);
}

static void
send_facts_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  AnteSendFacts *facts = ante_send_facts_read (db, *lead_id, &error);

  ante_store_return (task, facts, (GDestroyNotify) ante_send_facts_free, error);
}

void
ante_send_facts_free (AnteSendFacts *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->lead);
  g_free (self);
}

/* Read by the writer, so that what was queued just before counts. */
void
ante_store_send_facts_async (AnteStore *self,
                             gint64 lead_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_write (self, task, send_facts_job);
}

AnteSendFacts *
ante_store_send_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
