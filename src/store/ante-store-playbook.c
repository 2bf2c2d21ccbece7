#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-playbook.h"

#include "store/ante-playbooks.h"
#include "store/ante-store-private.h"

static void
get_playbook_job (AnteDb *db, GTask *task)
{
  const gint64 *id = g_task_get_task_data (task);
  GError *error = NULL;
  AntePlaybookVersion *version = ante_playbooks_get (db, *id, &error);

  ante_store_return (task, version, (GDestroyNotify) ante_playbook_version_free, error);
}

void
ante_store_get_playbook_async (AnteStore *self,
                               gint64 id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  ante_store_read (self, task, get_playbook_job);
}

AntePlaybookVersion *
ante_store_get_playbook_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_playbooks_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  GPtrArray *versions = ante_playbooks_list (db, &error);

  ante_store_return (task, versions, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_playbooks_async (AnteStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_playbooks_job);
}

GPtrArray *
ante_store_list_playbooks_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  char *document;
  char *note;
  gboolean replace;
  char *actor;
  gint64 now;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  g_free (keep->document);
  g_free (keep->note);
  g_free (keep->actor);
  g_free (keep);
}

static void
keep_playbook_job (AnteDb *db, GTask *task)
{
  const Keep *keep = g_task_get_task_data (task);
  AnteAct act = { 0, keep->actor, NULL, keep->now, 0, FALSE };
  GError *error = NULL;
  gint64 events = 0;
  gboolean ok = ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0;

  ok = ok && ante_playbooks_keep (db, &act, keep->document, keep->note, keep->replace, &error) &&
       ante_db_get_int (db, &error, &events, "SELECT count(*) FROM event WHERE act = ?1", "i",
                        act.act);
  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_int (task, events > 0 ? act.act : 0);
}

void
ante_store_keep_playbook_async (AnteStore *self,
                                const char *document,
                                const char *note,
                                gboolean replace,
                                const char *actor,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->document = g_strdup (document);
  keep->note = g_strdup (note);
  keep->replace = replace;
  keep->actor = g_strdup (actor);
  keep->now = now;
  g_task_set_task_data (task, keep, keep_free);
  ante_store_write (self, task, keep_playbook_job);
}

gint64
ante_store_keep_playbook_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
