#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-facts.h"

#include "store/ante-facts.h"
#include "store/ante-store-private.h"

static void
list_facts_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *facts = ante_facts_read (db, *lead_id, FALSE, &error);

  ante_store_return (task, facts, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_facts_async (AnteStore *self,
                             gint64 lead_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, list_facts_job);
}

GPtrArray *
ante_store_list_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
