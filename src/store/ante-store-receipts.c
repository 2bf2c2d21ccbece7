#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-receipts.h"

#include "store/ante-chain.h"
#include "store/ante-store-private.h"

typedef struct {
  AnteReceipt *receipt;
  gint64 draft_id;
  gint64 outbox_id;
} Add;

static void
add_free (gpointer data)
{
  Add *add = data;

  ante_receipt_free (add->receipt);
  g_free (add);
}

static gboolean
add_receipt (AnteDb *db, const Add *add, gint64 *id, GError **error)
{
  gboolean allows = add->receipt->kind == ANTE_VERDICT_ALLOW;

  return ante_chain_add_receipt (db, add->receipt, add->draft_id, id, error) &&
         (!allows || add->outbox_id == 0 ||
          ante_db_run (db, error, "UPDATE outbox SET receipt_id = ?2 WHERE id = ?1", "ii",
                       add->outbox_id, *id)) &&
         (add->draft_id == 0 ||
          ante_db_run (db, error, "UPDATE ai_draft SET receipt_id = ?2 WHERE id = ?1", "ii",
                       add->draft_id, *id));
}

static void
add_receipt_job (AnteDb *db, GTask *task)
{
  const Add *add = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !add_receipt (db, add, &id, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  if (add->draft_id != 0)
    ante_db_touch (db, ANTE_STORE_APPROVALS, add->receipt->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_add_receipt_async (AnteStore *self,
                              const AnteReceipt *receipt,
                              gint64 draft_id,
                              gint64 outbox_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Add *add = g_new0 (Add, 1);

  add->receipt = ante_receipt_copy (receipt);
  add->draft_id = draft_id;
  add->outbox_id = outbox_id;
  g_task_set_task_data (task, add, add_free);
  ante_store_write (self, task, add_receipt_job);
}

gint64
ante_store_add_receipt_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
get_receipt_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT receipt.id, lead_id, receipt.at, kind, automatic, text, coalesce (playbook_id, 0),"
    " coalesce (version, 0), engine, body FROM receipt LEFT JOIN playbook_version"
    " ON playbook_version.id = playbook_id WHERE receipt.id = ?1";
  const gint64 *id = g_task_get_task_data (task);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *id);
  AnteReceipt *receipt = NULL;

  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    receipt = ante_receipt_new ();
    receipt->id = sqlite3_column_int64 (stmt, 0);
    receipt->lead_id = sqlite3_column_int64 (stmt, 1);
    receipt->at = sqlite3_column_int64 (stmt, 2);
    ante_verdict_kind_from_nick ((const char *) sqlite3_column_text (stmt, 3), &receipt->kind);
    receipt->automatic = sqlite3_column_int (stmt, 4) != 0;
    receipt->text = ante_stmt_dup_text (stmt, 5);
    receipt->playbook_id = sqlite3_column_int64 (stmt, 6);
    receipt->playbook_version = sqlite3_column_int64 (stmt, 7);
    receipt->engine = ante_stmt_dup_text (stmt, 8);
    receipt->body = ante_stmt_dup_text (stmt, 9);
  }
  ante_store_return (task, receipt, (GDestroyNotify) ante_receipt_free, error);
}

void
ante_store_get_receipt_async (AnteStore *self,
                              gint64 id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  ante_store_read (self, task, get_receipt_job);
}

AnteReceipt *
ante_store_get_receipt_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
