#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-follow-ups.h"

#include "model/ante-party.h"
#include "store/ante-follow-ups.h"
#include "store/ante-handoffs.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

void
ante_agreements_due_free (AnteAgreementsDue *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->breached, g_ptr_array_unref);
  g_free (self);
}

static void
read_number (AnteStore *self,
             gint64 number,
             AnteStoreJob job,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&number, sizeof number), g_free);
  ante_store_read (self, task, job);
}

static void
list_follow_ups_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *found = ante_follow_ups_read (db, *lead_id, &error);

  ante_store_return (task, found, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_follow_ups_async (AnteStore *self,
                                  gint64 lead_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  read_number (self, lead_id, list_follow_ups_job, cancellable, callback, user_data);
}

GPtrArray *
ante_store_list_follow_ups_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_handoffs_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *found = ante_handoffs_read (db, *lead_id, &error);

  ante_store_return (task, found, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_handoffs_async (AnteStore *self,
                                gint64 lead_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  read_number (self, lead_id, list_handoffs_job, cancellable, callback, user_data);
}

GPtrArray *
ante_store_list_handoffs_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Broken, and the coach's again. */
static gboolean
breach (AnteDb *db, const AnteAct *act, const AnteHandoff *handoff, GError **error)
{
  return ante_handoffs_close (db, act, handoff, ANTE_HANDOFF_BREACHED, NULL, error) &&
         ante_fields_set (db, act, handoff->lead_id, ANTE_FIELD_OWNER, ANTE_PARTY_COACH, error) &&
         ante_fields_settle (db, handoff->lead_id, error);
}

static gboolean
breach_all (AnteDb *db, GPtrArray *due, gint64 now, GError **error)
{
  AnteAct act = { 0, ANTE_PARTY_SYSTEM, ANTE_WHY_BREACHED, now, 0, FALSE };
  gboolean ok = (act.act = ante_rows_next_act (db, error)) > 0;

  for (guint i = 0; ok && i < due->len; i++)
    ok = breach (db, &act, due->pdata[i], error);
  return ok;
}

static void
breach_due_job (AnteDb *db, GTask *task)
{
  static const char next_sql[] =
    "SELECT coalesce (min (CASE WHEN risk_at > ?1 THEN risk_at ELSE due_at END), 0) FROM handoff"
    " WHERE kept = 1 AND state = 'running'";
  const gint64 *now = g_task_get_task_data (task);
  g_autoptr (AnteAgreementsDue) due = g_new0 (AnteAgreementsDue, 1);
  GError *error = NULL;

  due->breached = ante_handoffs_read_due (db, *now, &error);
  if (due->breached != NULL && due->breached->len > 0) {
    if (!ante_db_begin (db, &error) || !breach_all (db, due->breached, *now, &error)) {
      ante_store_fail (db, task, error);
      return;
    }
    if (!ante_store_commit (db, task))
      return;
  }
  if (error == NULL)
    ante_db_get_int (db, &error, &due->next, next_sql, "i", *now);
  ante_store_return (task, g_steal_pointer (&due), (GDestroyNotify) ante_agreements_due_free,
                     error);
}

void
ante_store_breach_due_async (AnteStore *self,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  ante_store_write (self, task, breach_due_job);
}

AnteAgreementsDue *
ante_store_breach_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
