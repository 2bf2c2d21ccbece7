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

/* --- what a model proposes ------------------------------------------------------------------ */

typedef struct {
  gint64 lead_id;
  GPtrArray *facts;
  gint64 now;
} Suggest;

static void
suggest_free (gpointer data)
{
  Suggest *suggest = data;

  g_ptr_array_unref (suggest->facts);
  g_free (suggest);
}

static void
suggest_job (AnteDb *db, GTask *task)
{
  const Suggest *suggest = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean ok = ante_db_begin (db, &error);
  gboolean is_new = FALSE;
  int count = 0;

  for (guint i = 0; ok && i < suggest->facts->len; i++) {
    ok = ante_facts_suggest (db, suggest->lead_id, suggest->facts->pdata[i], suggest->now, &is_new,
                             &error);
    count += is_new ? 1 : 0;
  }
  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }
  if (count > 0)
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_EVENTS, suggest->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, count);
}

void
ante_store_suggest_facts_async (AnteStore *self,
                                gint64 lead_id,
                                GPtrArray *facts,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Suggest *suggest = g_new0 (Suggest, 1);

  suggest->lead_id = lead_id;
  suggest->facts = g_ptr_array_ref (facts);
  suggest->now = now;
  g_task_set_task_data (task, suggest, suggest_free);
  ante_store_write (self, task, suggest_job);
}

int
ante_store_suggest_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
