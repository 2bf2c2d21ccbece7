#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-outgoing.h"

#include "store/ante-rows.h"
#include "store/ante-store-private.h"

typedef struct {
  gint64 lead_id;
  gint64 id;
  AnteOutgoingFile *file;
  char *upload_id;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  ante_outgoing_file_free (change->file);
  g_free (change->upload_id);
  g_free (change);
}

static void
add_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "INSERT INTO draft_file (lead_id, file, name, kind, mime, size, width, height)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  const Change *change = g_task_get_task_data (task);
  const AnteOutgoingFile *file = change->file;
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, sql, "issssiii", change->lead_id, file->file, file->name,
                    ante_message_kind_to_nick (file->kind), file->mime, file->size,
                    (gint64) file->width, (gint64) file->height)) {
    ante_store_fail (db, task, error);
    return;
  }
  id = sqlite3_last_insert_rowid (db->handle);
  ante_db_touch (db, ANTE_STORE_DRAFT_FILES, change->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_add_draft_file_async (AnteStore *self,
                                 gint64 lead_id,
                                 const AnteOutgoingFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->lead_id = lead_id;
  change->file = ante_outgoing_file_copy (file);
  g_task_set_task_data (task, change, change_free);
  ante_store_write (self, task, add_job);
}

gint64
ante_store_add_draft_file_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
remove_job (AnteDb *db, GTask *task)
{
  const Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, "DELETE FROM draft_file WHERE id = ?1 AND lead_id = ?2", "ii",
                    change->id, change->lead_id)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_DRAFT_FILES, change->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_remove_draft_file_async (AnteStore *self,
                                    gint64 lead_id,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->lead_id = lead_id;
  change->id = id;
  g_task_set_task_data (task, change, change_free);
  ante_store_write (self, task, remove_job);
}

gboolean
ante_store_remove_draft_file_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
list_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "SELECT id, file, name, kind, mime, size, width, height, NULL"
                            " FROM draft_file WHERE lead_id = ?1 ORDER BY id";
  const gint64 *lead_id = g_task_get_task_data (task);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_outgoing_file_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &error)) {
    AnteOutgoingFile *file = ante_rows_read_outgoing_file (stmt, 1);

    file->id = sqlite3_column_int64 (stmt, 0);
    g_ptr_array_add (files, file);
  }
  ante_store_return (task, files, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_draft_files_async (AnteStore *self,
                                   gint64 lead_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, list_job);
}

GPtrArray *
ante_store_list_draft_files_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_outgoing_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "SELECT file FROM draft_file UNION ALL"
                            " SELECT file FROM outbox_file JOIN outbox ON outbox.id = outbox_id"
                            " WHERE state IN ('queued', 'sending', 'uncertain', 'failed')";
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_hash_table_add (names, ante_stmt_dup_text (stmt, 0));
  ante_store_return (task, names, (GDestroyNotify) g_hash_table_unref, error);
}

void
ante_store_list_outgoing_async (AnteStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_outgoing_job);
}

GHashTable *
ante_store_list_outgoing_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_upload_job (AnteDb *db, GTask *task)
{
  const Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, "UPDATE outbox_file SET upload_id = ?2 WHERE outbox_id = ?1", "is",
                    change->id, change->upload_id)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_OUTBOX, change->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_upload_async (AnteStore *self,
                             gint64 outbox_id,
                             const char *upload_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->id = outbox_id;
  change->upload_id = g_strdup (upload_id);
  g_task_set_task_data (task, change, change_free);
  ante_store_write (self, task, set_upload_job);
}

gboolean
ante_store_set_upload_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
