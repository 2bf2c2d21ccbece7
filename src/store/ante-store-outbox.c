#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-outbox.h"

#include "model/ante-party.h"
#include "store/ante-chain.h"
#include "store/ante-drafts.h"
#include "store/ante-outbox-rows.h"
#include "store/ante-outgoing.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

typedef struct {
  AnteOutboxItem *item;
  char *draft;
} Add;

static void
add_free (gpointer data)
{
  Add *add = data;

  g_object_unref (add->item);
  g_free (add->draft);
  g_free (add);
}

static GArray *
find_automatic (AnteDb *db, gint64 lead_id, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (AnteStmt) stmt = ante_db_query (db, error,
                                          "SELECT id FROM outbox WHERE lead_id = ?1"
                                          " AND state = 'queued' AND author IN ('ai', 'system')",
                                          "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (ids, id);
  }
  return ids;
}

gboolean
ante_outbox_rows_withdraw (AnteDb *db, gint64 lead_id, const char *why, gint64 at, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GArray) ids = find_automatic (db, lead_id, &failure);

  for (guint i = 0; failure == NULL && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (AnteOutboxItem) item = ante_rows_get_outbox_item (db, id, &failure);

    if (failure == NULL &&
        ante_db_run (db, &failure,
                     "UPDATE outbox SET state = 'cancelled', error = ?2, settled_at = ?3"
                     " WHERE id = ?1",
                     "isi", id, why, at))
      ante_drafts_follow_outbox (db, item, ANTE_OUTBOX_CANCELLED, why, at, &failure);
    ante_db_touch (db, ANTE_STORE_OUTBOX, lead_id);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* A person beats the machine: whoever types takes the thread, and what an automaton has not said
 * yet in it, or proposes, is withdrawn. */
static gboolean
withdraw_automatic (AnteDb *db, AnteOutboxItem *item, GError **error)
{
  static const char proposed[] =
    "UPDATE ai_draft SET state = 'withdrawn', reason = 'answered', decided_at = ?2"
    " WHERE lead_id = ?1 AND state IN ('waiting', 'held') AND id <> ?3";

  if (ante_party_is_automatic (item->author))
    return TRUE;
  if (!ante_outbox_rows_withdraw (db, item->lead_id, "answered", item->created_at, error) ||
      !ante_db_run (db, error, proposed, "iii", item->lead_id, item->created_at, item->draft_id))
    return FALSE;
  if (sqlite3_changes (db->handle) > 0)
    ante_db_touch (db, ANTE_STORE_APPROVALS, item->lead_id);
  return TRUE;
}

/* A person with several conversations is answered in the one in which they wrote last, since that
 * is open for the longest; or where the message stands that is answered. */
#define BY_WHICH                                                                                   \
  "CASE WHEN ?4 IS NOT NULL THEN (SELECT via FROM message WHERE mid = ?4) ELSE"                    \
  " (SELECT via FROM message WHERE lead_id = ?1 AND author = 'lead' AND unsent = 0"                \
  "  ORDER BY at DESC, id DESC LIMIT 1) END"

gboolean
ante_outbox_rows_add (AnteDb *db, AnteOutboxItem *item, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO outbox (lead_id, text, author, state, reply_to, human_tag, created_at, undo_until,"
    " not_before, verdict, receipt_id, draft_id, via) VALUES (?1, ?2, ?3, 'queued', ?4, ?5, ?6, "
    "?7, ?8,"
    " ?9, nullif (?10, 0), nullif (?11, 0), " BY_WHICH ")";
  g_autofree char *verdict = ante_verdict_to_text (item->verdict);

  if (!withdraw_automatic (db, item, error) ||
      (item->receipt != NULL &&
       !ante_chain_add_receipt (db, item->receipt, item->draft_id, &item->receipt_id, error)) ||
      !ante_db_run (db, error, sql, "isssiiiisii", item->lead_id, item->text, item->author,
                    item->reply_to, (gint64) item->human_tag, item->created_at, item->undo_until,
                    item->not_before, verdict, item->receipt_id, item->draft_id))
    return FALSE;

  *id = sqlite3_last_insert_rowid (db->handle);
  return item->file == NULL || ante_outgoing_put_in (db, *id, item->lead_id, item->file, error);
}

static gboolean
add_item (AnteDb *db, const Add *add, gint64 *id, GError **error)
{
  return ante_outbox_rows_add (db, add->item, id, error) &&
         (add->draft == NULL ||
          ante_db_run (db, error, "DELETE FROM draft WHERE lead_id = ?1 AND text = ?2", "is",
                       add->item->lead_id, add->draft));
}

static void
add_job (AnteDb *db, GTask *task)
{
  const Add *add = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !add_item (db, add, &id, &error)) {
    ante_store_fail (db, task, error);
    return;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, add->item->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_outbox_add_async (AnteStore *self,
                             AnteOutboxItem *item,
                             const char *draft,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Add *add = g_new0 (Add, 1);

  add->item = g_object_ref (item);
  add->draft = g_strdup (draft);
  g_task_set_task_data (task, add, add_free);
  if (item->verdict != NULL)
    ante_store_write (self, task, add_job);
  else
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                             "nothing leaves without a verdict");
}

gint64
ante_store_outbox_add_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  gboolean only_open;
  guint limit;
} List;

static void
list_job (AnteDb *db, GTask *task)
{
  static const char of_lead[] =
    "SELECT " ANTE_ROWS_OUTBOX " FROM " ANTE_ROWS_OUTBOX_FROM
    " WHERE outbox.lead_id = ?1 AND (?2 = 0 OR state IN ('queued', 'sending', 'uncertain', "
    "'failed'))"
    " ORDER BY outbox.id DESC LIMIT ?3";
  static const char open_ones[] =
    "SELECT " ANTE_ROWS_OUTBOX " FROM " ANTE_ROWS_OUTBOX_FROM
    " WHERE ?1 = 0 AND ?2 = 1 AND state IN ('queued', 'sending', 'uncertain', 'failed')"
    " ORDER BY outbox.id DESC LIMIT ?3";
  static const char all[] = "SELECT " ANTE_ROWS_OUTBOX " FROM " ANTE_ROWS_OUTBOX_FROM
                            " WHERE ?1 = 0 AND ?2 = 0 ORDER BY outbox.id DESC LIMIT ?3";
  const List *list = g_task_get_task_data (task);
  const char *sql = list->lead_id != 0 ? of_lead : list->only_open ? open_ones : all;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "iii", list->lead_id,
                                          (gint64) list->only_open, (gint64) list->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_insert (items, 0, ante_rows_read_outbox_item (stmt));

  ante_store_return (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_outbox_list_async (AnteStore *self,
                              gint64 lead_id,
                              gboolean only_open,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  List list = { lead_id, only_open, limit };

  g_task_set_task_data (task, g_memdup2 (&list, sizeof list), g_free);
  ante_store_read (self, task, list_job);
}

GPtrArray *
ante_store_outbox_list_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A file leaves for Instagram before the message that it is sent in. */
#define IS_UPLOADED                                                                                \
  " AND NOT EXISTS (SELECT 1 FROM outbox_file WHERE outbox_id = outbox.id AND upload_id IS NULL)"

/* When the next one may leave: it holds for the first of each lead that nothing older stands
 * before. What is to leave later stands before nothing that leaves sooner. */
#define FIRST_OF_ITS_LEAD                                                                          \
  "state = 'queued' AND NOT EXISTS (SELECT 1 FROM outbox AS older WHERE older.lead_id = "          \
  "outbox.lead_id"                                                                                 \
  " AND (older.state = 'sending'"                                                                  \
  " OR (older.state IN ('queued', 'uncertain') AND older.id < outbox.id"                           \
  " AND (older.undo_until <= outbox.undo_until"                                                    \
  "  OR older.undo_until - older.created_at < " G_STRINGIFY (ANTE_OUTBOX_ITEM_LATER_MS) "))))"

static void
begin_job (AnteDb *db, GTask *task)
{
  static const char find[] = "SELECT id FROM outbox WHERE " FIRST_OF_ITS_LEAD IS_UPLOADED
                             " AND max (undo_until, not_before) <= ?1 ORDER BY id LIMIT 1";
  const gint64 *now = g_task_get_task_data (task);
  AnteOutboxItem *item = NULL;
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (!ante_db_get_int (db, &error, &id, find, "i", *now)) {
    ante_db_rollback (db);
    if (error != NULL)
      g_task_return_error (task, error);
    else
      g_task_return_pointer (task, NULL, NULL);
    return;
  }

  if (!ante_db_run (db, &error,
                    "UPDATE outbox SET state = 'sending', started_at = ?2, attempts = attempts + 1,"
                    " error = NULL WHERE id = ?1 AND state = 'queued'",
                    "ii", id, *now) ||
      !ante_outgoing_note_begun (db, id, &error) ||
      (item = ante_rows_get_outbox_item (db, id, &error)) == NULL) {
    ante_store_fail (db, task, error);
    return;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, item->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_pointer (task, g_steal_pointer (&item), g_object_unref);
  g_clear_object (&item);
}

void
ante_store_outbox_begin_async (AnteStore *self,
                               gint64 now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  ante_store_write (self, task, begin_job);
}

AnteOutboxItem *
ante_store_outbox_begin_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
put_back_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "UPDATE outbox SET state = 'queued', attempts = max (attempts - 1, 0)"
                            " WHERE state = 'sending'";
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !ante_db_run (db, &error, sql, "")) {
    ante_store_fail (db, task, error);
    return;
  }
  if (sqlite3_changes (db->handle) > 0)
    ante_db_touch (db, ANTE_STORE_OUTBOX, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_outbox_put_back_async (AnteStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_write (self, task, put_back_job);
}

gboolean
ante_store_outbox_put_back_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
next_due_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  gint64 due = 0;

  ante_db_get_int (
    db, &error, &due,
    "SELECT coalesce (min (max (undo_until, not_before)), 0) FROM outbox WHERE " FIRST_OF_ITS_LEAD
      IS_UPLOADED,
    "");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, due);
}

static void
next_upload_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT outbox.id FROM outbox JOIN outbox_file ON outbox_id = outbox.id AND upload_id IS NULL"
    " WHERE " FIRST_OF_ITS_LEAD " ORDER BY max (undo_until, not_before), outbox.id LIMIT 1";
  AnteOutboxItem *item = NULL;
  GError *error = NULL;
  gint64 id = 0;

  if (ante_db_get_int (db, &error, &id, sql, ""))
    item = ante_rows_get_outbox_item (db, id, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, item, g_object_unref);
}

void
ante_store_outbox_next_upload_async (AnteStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, next_upload_job);
}

AnteOutboxItem *
ante_store_outbox_next_upload_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_store_outbox_next_due_async (AnteStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, next_due_job);
}

gint64
ante_store_outbox_next_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
