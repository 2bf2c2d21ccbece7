#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-drafts.h"

#include "model/ante-party.h"
#include "store/ante-chain.h"
#include "store/ante-drafts.h"
#include "store/ante-outbox-rows.h"
#include "store/ante-store-private.h"

typedef struct {
  gint64 id;
  gboolean only_open;
  guint limit;
} List;

static void
list_drafts_job (AnteDb *db, GTask *task)
{
  static const char open_ones[] =
    "SELECT " ANTE_DRAFTS_COLUMNS " FROM " ANTE_DRAFTS_FROM
    " WHERE ai_draft.state IN ('waiting', 'held') AND (?1 = 0 OR ai_draft.lead_id = ?1)"
    " ORDER BY ai_draft.state = 'held', lead.last_lead_at, ai_draft.created_at LIMIT ?2";
  static const char all[] = "SELECT " ANTE_DRAFTS_COLUMNS " FROM " ANTE_DRAFTS_FROM
                            " WHERE (?1 = 0 OR ai_draft.lead_id = ?1) ORDER BY ai_draft.id DESC"
                            " LIMIT ?2";
  const List *list = g_task_get_task_data (task);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, list->only_open ? open_ones : all, "ii",
                                          list->id, (gint64) list->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (drafts, ante_drafts_read_row (stmt));
  ante_store_return (task, g_steal_pointer (&drafts), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_drafts_async (AnteStore *self,
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
  ante_store_read (self, task, list_drafts_job);
}

GPtrArray *
ante_store_list_drafts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_draft_job (AnteDb *db, GTask *task)
{
  const List *list = g_task_get_task_data (task);
  GError *error = NULL;
  AnteDraft *draft = ante_drafts_get (db, list->id, &error);

  if (draft == NULL && error == NULL)
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                 "there is no draft %" G_GINT64_FORMAT, list->id);
  ante_store_return (task, draft, g_object_unref, error);
}

/* By the writer, so that what was decided just before counts. */
void
ante_store_find_draft_async (AnteStore *self,
                             gint64 id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  List list = { id, FALSE, 1 };

  g_task_set_task_data (task, g_memdup2 (&list, sizeof list), g_free);
  if (ante_store_get_mode (self) == ANTE_STORE_OWNER)
    ante_store_write (self, task, get_draft_job);
  else
    ante_store_read (self, task, get_draft_job);
}

AnteDraft *
ante_store_find_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- filing --------------------------------------------------------------------------------- */

typedef struct {
  AnteDraft *draft;
  AnteReceipt *receipt;
  AnteOutboxItem *item;
  gint64 now;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_object_unref (file->draft);
  ante_receipt_free (file->receipt);
  g_clear_object (&file->item);
  g_free (file);
}

/* The world of which it was made is still the one of now. */
static gboolean
check_fresh (AnteDb *db, const AnteDraft *draft, GError **error)
{
  static const char sql[] =
    "SELECT last_lead_at = ?2 AND NOT EXISTS (SELECT 1 FROM message WHERE lead_id = ?1"
    "  AND author <> 'lead' AND at > ?2 AND unsent = 0)"
    " AND NOT EXISTS (SELECT 1 FROM outbox WHERE lead_id = ?1"
    "  AND state IN ('queued', 'sending', 'uncertain')) FROM lead WHERE id = ?1";
  gint64 fresh = 0;

  if (!ante_db_get_int (db, error, &fresh, sql, "ii", draft->lead_id, draft->burst_at) &&
      error != NULL && *error != NULL)
    return FALSE;
  if (fresh == 0)
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "the conversation has gone on since the draft was made");
  return fresh != 0;
}

static gboolean
add_draft (AnteDb *db, const File *file, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO ai_draft (lead_id, message_id, burst_at, intent, text, origin, provider, model,"
    " basis, playbook_id, why, state, created_at, decided_by, decided_at)"
    " VALUES (?1, nullif (?2, 0), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
  const AnteDraft *draft = file->draft;
  gboolean leaves = file->item != NULL;

  if (!ante_db_run (db, error, sql, "iiissssssissisi", draft->lead_id, draft->message_id,
                    draft->burst_at, ante_intent_to_nick (draft->intent), draft->text,
                    draft->origin, draft->provider, draft->model,
                    draft->basis != NULL ? draft->basis : "", draft->playbook_id,
                    draft->why != NULL ? draft->why : "", leaves ? "approved" : "waiting",
                    file->now, leaves ? ANTE_PARTY_AI : NULL, leaves ? file->now : (gint64) 0))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

static gboolean
put_into_outbox (AnteDb *db, const File *file, gint64 id, GError **error)
{
  gint64 outbox_id = 0;

  if (file->item == NULL)
    return TRUE;
  file->item->draft_id = id;
  ante_db_touch (db, ANTE_STORE_OUTBOX, file->draft->lead_id);
  return ante_outbox_rows_add (db, file->item, &outbox_id, error) &&
         ante_db_run (db, error,
                      "UPDATE ai_draft SET outbox_id = ?2, receipt_id = ?3 WHERE id = ?1", "iii",
                      id, outbox_id, file->item->receipt_id);
}

static gboolean
file_draft (AnteDb *db, const File *file, gint64 *id, GError **error)
{
  static const char expire[] =
    "UPDATE ai_draft SET state = 'expired', reason = 'made-anew', decided_at = ?2"
    " WHERE lead_id = ?1 AND state IN ('waiting', 'held')";
  gint64 receipt_id = 0;

  if (file->item != NULL && g_strcmp0 (file->draft->origin, "playbook") != 0) {
    g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                         "what a model has written does not leave by itself");
    return FALSE;
  }
  return check_fresh (db, file->draft, error) &&
         ante_db_run (db, error, expire, "ii", file->draft->lead_id, file->now) &&
         add_draft (db, file, id, error) &&
         ante_chain_add_receipt (db, file->receipt, *id, &receipt_id, error) &&
         ante_db_run (db, error, "UPDATE ai_draft SET receipt_id = ?2 WHERE id = ?1", "ii", *id,
                      receipt_id) &&
         put_into_outbox (db, file, *id, error) &&
         ante_db_run (db, error, "UPDATE lead SET drafted_at = ?2 WHERE id = ?1", "ii",
                      file->draft->lead_id, file->draft->burst_at);
}

static void
file_draft_job (AnteDb *db, GTask *task)
{
  const File *file = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !file_draft (db, file, &id, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_APPROVALS, file->draft->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_file_draft_async (AnteStore *self,
                             AnteDraft *draft,
                             const AnteReceipt *receipt,
                             AnteOutboxItem *item,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  File *file = g_new0 (File, 1);

  file->draft = g_object_ref (draft);
  file->receipt = ante_receipt_copy (receipt);
  file->item = item != NULL ? g_object_ref (item) : NULL;
  file->now = now;
  g_task_set_task_data (task, file, file_free);
  ante_store_write (self, task, file_draft_job);
}

gint64
ante_store_file_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* --- figures -------------------------------------------------------------------------------- */

static void
draft_figures_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT (SELECT count(*) FROM ai_draft WHERE state IN ('waiting', 'held')),"
    " (SELECT coalesce (min (created_at), 0) FROM ai_draft WHERE state IN ('waiting', 'held')),"
    " (SELECT count(*) FROM ai_draft WHERE decided_at >= ?1 AND decided_by <> 'ai'"
    "  AND state IN ('approved', 'edited', 'sent')),"
    " (SELECT count(*) FROM ai_draft WHERE decided_at >= ?1 AND state = 'rejected'),"
    " (SELECT coalesce (avg (decided_at - created_at), 0) FROM ai_draft WHERE decided_at >= ?1"
    "  AND decided_by <> 'ai' AND state IN ('approved', 'edited', 'sent', 'rejected')),"
    " (SELECT count(*) FROM ai_silence WHERE kind = 'judgment' AND at >= ?1)";
  const List *list = g_task_get_task_data (task);
  AnteDraftFigures *figures = g_new0 (AnteDraftFigures, 1);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", list->id);

  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    figures->waiting = (guint) sqlite3_column_int (stmt, 0);
    figures->oldest = sqlite3_column_int64 (stmt, 1);
    figures->approved_today = (guint) sqlite3_column_int (stmt, 2);
    figures->rejected_today = (guint) sqlite3_column_int (stmt, 3);
    figures->decided_ms = sqlite3_column_int64 (stmt, 4);
    figures->stopped = (guint) sqlite3_column_int (stmt, 5);
  }
  ante_store_return (task, figures, g_free, error);
}

void
ante_store_draft_figures_async (AnteStore *self,
                                gint64 since,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  List list = { since, FALSE, 0 };

  g_task_set_task_data (task, g_memdup2 (&list, sizeof list), g_free);
  ante_store_read (self, task, draft_figures_job);
}

AnteDraftFigures *
ante_store_draft_figures_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
