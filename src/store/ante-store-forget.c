#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-forget.h"

#include "store/ante-forget.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

static void
preview_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT (SELECT count(*) FROM message WHERE lead_id = ?1),"
    " (SELECT count(*) FROM fact WHERE lead_id = ?1 AND state IN ('suggested', 'confirmed')),"
    " (SELECT count(*) FROM note WHERE lead_id = ?1 AND kept = 1),"
    " (SELECT count(*) FROM outbox WHERE lead_id = ?1"
    "  AND state IN ('queued', 'uncertain', 'failed')),"
    " EXISTS (SELECT 1 FROM draft WHERE lead_id = ?1)"
    "  OR EXISTS (SELECT 1 FROM note_draft WHERE lead_id = ?1)"
    "  OR EXISTS (SELECT 1 FROM draft_file WHERE lead_id = ?1),"
    " picture_path IS NOT NULL FROM lead WHERE id = ?1";
  const gint64 *lead_id = g_task_get_task_data (task);
  AnteForgetPreview *preview = g_new0 (AnteForgetPreview, 1);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *lead_id);

  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    preview->n_messages = (guint) sqlite3_column_int (stmt, 0);
    preview->n_facts = (guint) sqlite3_column_int (stmt, 1);
    preview->n_notes = (guint) sqlite3_column_int (stmt, 2);
    preview->n_waiting = (guint) sqlite3_column_int (stmt, 3);
    preview->has_draft = sqlite3_column_int (stmt, 4) != 0;
    preview->has_picture = sqlite3_column_int (stmt, 5) != 0;
  } else if (error == NULL) {
    g_set_error_literal (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                         "there is no such lead");
  }
  ante_store_return (task, preview, g_free, error);
}

void
ante_store_forget_preview_async (AnteStore *self,
                                 gint64 lead_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, preview_job);
}

AnteForgetPreview *
ante_store_forget_preview_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  char *actor;
  gint64 now;
} Forget;

static void
forget_free (gpointer data)
{
  Forget *forget = data;

  g_free (forget->actor);
  g_free (forget);
}

static void
forget_job (AnteDb *db, GTask *task)
{
  const Forget *forget = g_task_get_task_data (task);
  AnteAct act = { 0, forget->actor, NULL, forget->now, 0, FALSE };
  GError *error = NULL;
  /* What is deleted is written over at once, should wiping the file not come about. */
  gboolean ok = ante_db_exec (db, "PRAGMA secure_delete = ON", &error) &&
                ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0 &&
                ante_forget_lead (db, &act, forget->lead_id, &error);

  if (!ok) {
    ante_store_fail (db, task, error);
  } else {
    ante_db_touch (db,
                   ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_STAGES | ANTE_STORE_OUTBOX |
                     ANTE_STORE_EVENTS | ANTE_STORE_ORDER,
                   forget->lead_id);
    if (ante_store_commit (db, task))
      g_task_return_boolean (task, TRUE);
  }
  ante_db_exec (db, "PRAGMA secure_delete = OFF", NULL);
}

void
ante_store_forget_async (AnteStore *self,
                         gint64 lead_id,
                         const char *actor,
                         gint64 now,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Forget *forget = g_new0 (Forget, 1);

  forget->lead_id = lead_id;
  forget->actor = g_strdup (actor);
  forget->now = now;
  g_task_set_task_data (task, forget, forget_free);
  ante_store_write (self, task, forget_job);
}

gboolean
ante_store_forget_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
wipe_job (AnteDb *db, GTask *task)
{
  const char *data_dir = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_wipe_is_due (db) || ante_wipe_run (db, data_dir, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ante_store_wipe_async (AnteStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (ante_store_get_data_dir (self)), g_free);
  ante_store_write (self, task, wipe_job);
}

gboolean
ante_store_wipe_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
list_forgotten_job (AnteDb *db, GTask *task)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &error, "SELECT at FROM forgotten ORDER BY at DESC, id DESC", "");

  while (stmt != NULL && ante_db_next (db, stmt, &error)) {
    gint64 at = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (times, at);
  }
  ante_store_return (task, times, (GDestroyNotify) g_array_unref, error);
}

void
ante_store_list_forgotten_async (AnteStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_forgotten_job);
}

GArray *
ante_store_list_forgotten_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
