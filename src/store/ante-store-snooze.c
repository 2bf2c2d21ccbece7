#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-snooze.h"

#include "model/ante-lead.h"
#include "model/ante-party.h"
#include "store/ante-fields.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

static GArray *
read_due (AnteDb *db, gint64 now, GError **error)
{
  static const char sql[] = "SELECT id FROM lead WHERE snoozed_until > 0 AND snoozed_until <= ?1"
                            " ORDER BY snoozed_until, id";
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", now);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (ids, id);
  }
  if (read_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, read_error);
  return NULL;
}

static gboolean
wake (AnteDb *db, GArray *ids, gint64 now, GError **error)
{
  AnteAct act = { 0, ANTE_PARTY_SYSTEM, NULL, now, 0, FALSE };
  gboolean ok = (act.act = ante_rows_next_act (db, error)) > 0;

  for (guint i = 0; ok && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    ok = ante_fields_set (db, &act, id, ANTE_FIELD_SNOOZED, "0", error) &&
         ante_fields_settle (db, id, error);
  }
  return ok;
}

static void
wake_due_job (AnteDb *db, GTask *task)
{
  static const char next_sql[] =
    "SELECT coalesce (min (snoozed_until), 0) FROM lead WHERE snoozed_until > 0"
    " AND snoozed_until < ?1";
  const gint64 *now = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 next = 0;
  g_autoptr (GArray) due = read_due (db, *now, &error);

  if (due != NULL && due->len > 0) {
    if (!ante_db_begin (db, &error) || !wake (db, due, *now, &error)) {
      ante_store_fail (db, task, error);
      return;
    }
    if (!ante_store_commit (db, task))
      return;
  }
  if (due == NULL || !ante_db_get_int (db, &error, &next, next_sql, "i", ANTE_LEAD_UNTIL_REPLY))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, next);
}

void
ante_store_wake_due_async (AnteStore *self,
                           gint64 now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  ante_store_write (self, task, wake_due_job);
}

gint64
ante_store_wake_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
