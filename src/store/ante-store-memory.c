#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-memory.h"

#include "store/ante-remember.h"
#include "store/ante-store-private.h"

typedef struct {
  guint max_leads;
  gint64 now;
} Remember;

/* (transfer full) (element-type gint64) (nullable) */
static GArray *
list_due (AnteDb *db, guint max_leads, GError **error)
{
  static const char sql[] =
    "SELECT id FROM lead WHERE memory_due = 1 ORDER BY last_message_at DESC LIMIT ?1";
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", (gint64) max_leads);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (leads, id);
  }
  if (read_error == NULL)
    return g_steal_pointer (&leads);
  g_propagate_error (error, read_error);
  return NULL;
}

static void
remember_job (AnteDb *db, GTask *task)
{
  const Remember *remember = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GArray) leads =
    ante_db_begin (db, &error) ? list_due (db, remember->max_leads, &error) : NULL;
  gboolean ok = leads != NULL;

  for (guint i = 0; ok && i < leads->len; i++)
    ok = ante_remember_lead (db, g_array_index (leads, gint64, i), remember->now, &error);

  if (!ok)
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_int (task, leads->len);
}

void
ante_store_remember_async (AnteStore *self,
                           guint max_leads,
                           gint64 now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Remember *remember = g_new0 (Remember, 1);

  remember->max_leads = max_leads;
  remember->now = now;
  g_task_set_task_data (task, remember, g_free);
  ante_store_write (self, task, remember_job);
}

int
ante_store_remember_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
