#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-labels.h"

#include "store/ante-store-private.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  const AnteLabel *left = *(const AnteLabel *const *) a;
  const AnteLabel *right = *(const AnteLabel *const *) b;

  return g_utf8_collate (left->name, right->name);
}

static void
list_labels_job (AnteDb *db, GTask *task)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_label_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, "SELECT name, colour FROM label", "");

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (labels, ante_label_new ((const char *) sqlite3_column_text (stmt, 0),
                                             (const char *) sqlite3_column_text (stmt, 1)));
  g_ptr_array_sort (labels, compare);
  ante_store_return (task, g_steal_pointer (&labels), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_labels_async (AnteStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_labels_job);
}

GPtrArray *
ante_store_list_labels_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
