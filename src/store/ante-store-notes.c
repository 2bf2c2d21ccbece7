#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-notes.h"

#include "store/ante-notes.h"
#include "store/ante-store-private.h"

static void
list_notes_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *notes = ante_notes_read (db, *lead_id, &error);

  ante_store_return (task, notes, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_notes_async (AnteStore *self,
                             gint64 lead_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, list_notes_job);
}

GPtrArray *
ante_store_list_notes_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_draft_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "INSERT INTO note_draft (lead_id, note_id, text) VALUES (?1, ?2, ?3)"
                            " ON CONFLICT (lead_id) DO UPDATE SET note_id = ?2, text = ?3";
  const AnteNote *draft = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean ok =
    *draft->text == '\0'
      ? ante_db_run (db, &error, "DELETE FROM note_draft WHERE lead_id = ?1", "i", draft->lead_id)
      : ante_db_run (db, &error, sql, "iis", draft->lead_id, draft->id, draft->text);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ante_store_set_note_draft_async (AnteStore *self,
                                 gint64 lead_id,
                                 gint64 note_id,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteNote *draft = ante_note_new ();

  draft->lead_id = lead_id;
  draft->id = note_id;
  draft->text = g_strdup (text);
  g_task_set_task_data (task, draft, (GDestroyNotify) ante_note_free);
  ante_store_write (self, task, set_draft_job);
}

gboolean
ante_store_set_note_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
get_draft_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  g_autoptr (AnteNote) draft = ante_note_new ();
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (
    db, &error, "SELECT note_id, text FROM note_draft WHERE lead_id = ?1", "i", *lead_id);

  draft->lead_id = *lead_id;
  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    draft->id = sqlite3_column_int64 (stmt, 0);
    draft->text = ante_stmt_dup_text (stmt, 1);
  } else {
    draft->text = g_strdup ("");
  }
  ante_store_return (task, g_steal_pointer (&draft), (GDestroyNotify) ante_note_free, error);
}

/* Read by the writer: what was saved just before is seen. */
void
ante_store_get_note_draft_async (AnteStore *self,
                                 gint64 lead_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_write (self, task, get_draft_job);
}

AnteNote *
ante_store_get_note_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
