#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-media.h"

#include "store/ante-store-private.h"

static void
place_free (gpointer data)
{
  AnteMediaPlace *place = data;

  g_free (place->mid);
  g_free (place);
}

static void
list_media_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "SELECT mid, position FROM attachment"
                            " JOIN message ON message.id = attachment.message_id";
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &error)) {
    AnteMediaPlace *place = g_new0 (AnteMediaPlace, 1);

    place->mid = ante_stmt_dup_text (stmt, 0);
    place->position = (guint) sqlite3_column_int (stmt, 1);
    g_ptr_array_add (places, place);
  }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&places), (GDestroyNotify) g_ptr_array_unref);
}

void
ante_store_list_media_async (AnteStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_media_job);
}

GPtrArray *
ante_store_list_media_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
