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
  g_clear_pointer (&self->due, g_array_unref);
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

typedef struct {
  gint64 now;
  gboolean tells;
} Breach;

#define IS_DUE                                                                                     \
  "next_due > 0 AND next_due <= ?1 AND next_action IS NOT NULL AND told_due <> next_due"           \
  " AND not_a_lead IS NULL AND snoozed_until <= ?1"

static gboolean
read_due_leads (AnteDb *db, gint64 now, GArray *due, GError **error)
{
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (
    db, &read_error, "SELECT id FROM lead WHERE " IS_DUE " ORDER BY next_due, id", "i", now);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (due, id);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
settle_due (AnteDb *db, const Breach *breach_at, AnteAgreementsDue *due, GError **error)
{
  return ante_db_begin (db, error) &&
         (due->breached->len == 0 || breach_all (db, due->breached, breach_at->now, error)) &&
         (due->due->len == 0 ||
          ante_db_run (db, error, "UPDATE lead SET told_due = next_due WHERE " IS_DUE, "i",
                       breach_at->now));
}

static void
breach_due_job (AnteDb *db, GTask *task)
{
  static const char next_sql[] =
    "SELECT coalesce (min (at), 0) FROM (SELECT min (CASE WHEN risk_at > ?1 THEN risk_at"
    " ELSE due_at END) AS at FROM handoff WHERE kept = 1 AND state = 'running' UNION ALL"
    " SELECT min (next_due) FROM lead WHERE next_due > ?1 AND next_action IS NOT NULL)";
  const Breach *breach_at = g_task_get_task_data (task);
  g_autoptr (AnteAgreementsDue) due = g_new0 (AnteAgreementsDue, 1);
  GError *error = NULL;

  due->due = g_array_new (FALSE, FALSE, sizeof (gint64));
  due->breached = ante_handoffs_read_due (db, breach_at->now, &error);
  if (due->breached != NULL && breach_at->tells)
    read_due_leads (db, breach_at->now, due->due, &error);
  if (error == NULL && (due->breached->len > 0 || due->due->len > 0)) {
    if (!settle_due (db, breach_at, due, &error)) {
      ante_store_fail (db, task, error);
      return;
    }
    if (!ante_store_commit (db, task))
      return;
  }
  if (error == NULL)
    ante_db_get_int (db, &error, &due->next, next_sql, "i", breach_at->now);
  ante_store_return (task, g_steal_pointer (&due), (GDestroyNotify) ante_agreements_due_free,
                     error);
}

void
ante_store_breach_due_async (AnteStore *self,
                             gint64 now,
                             gboolean tells,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Breach *breach_at = g_new0 (Breach, 1);

  breach_at->now = now;
  breach_at->tells = tells;
  g_task_set_task_data (task, breach_at, g_free);
  ante_store_write (self, task, breach_due_job);
}

AnteAgreementsDue *
ante_store_breach_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- who has no plan ------------------------------------------------------------------------ */

typedef struct {
  gint64 since;
  guint limit;
} Unplanned;

static void
unplanned_free (gpointer data)
{
  AnteUnplanned *unplanned = data;

  g_clear_object (&unplanned->lead);
  g_free (unplanned);
}

/* What was planned since we wrote last, and is no more, a person took away. */
static void
list_unplanned_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT lead.id, stage.role, coalesce ((SELECT step FROM follow_up WHERE lead_id = lead.id"
    "  AND kept = 1 AND state = 'done' AND sequence = stage.role AND closed_at > last_lead_at"
    "  ORDER BY closed_at DESC, follow_up.id DESC LIMIT 1), 0)"
    " FROM lead JOIN stage ON stage.id = lead.stage_id"
    " WHERE lead.last_message_at > ?1 AND live = 1 AND owes_reply_since = 0 AND next_due = 0"
    " AND not_a_lead IS NULL AND next_action IS NULL AND last_lead_at > 0"
    " AND last_message_at > last_lead_at AND no_automation = 0 AND snoozed_until = 0"
    " AND NOT EXISTS (SELECT 1 FROM follow_up WHERE lead_id = lead.id"
    "  AND made_at >= last_message_at)"
    " ORDER BY lead.last_message_at LIMIT ?2";
  const Unplanned *asked = g_task_get_task_data (task);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (unplanned_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &error, sql, "ii", asked->since, (gint64) asked->limit);

  while (stmt != NULL && error == NULL && ante_db_next (db, stmt, &error)) {
    AnteUnplanned *unplanned = g_new0 (AnteUnplanned, 1);

    unplanned->lead = ante_rows_get_lead (db, sqlite3_column_int64 (stmt, 0), &error);
    ante_stage_role_from_nick ((const char *) sqlite3_column_text (stmt, 1), &unplanned->stage);
    unplanned->step = (guint) sqlite3_column_int (stmt, 2);
    g_ptr_array_add (found, unplanned);
  }
  ante_store_return (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_unplanned_async (AnteStore *self,
                                 gint64 since,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Unplanned *asked = g_new0 (Unplanned, 1);

  asked->since = since;
  asked->limit = limit;
  g_task_set_task_data (task, asked, g_free);
  ante_store_read (self, task, list_unplanned_job);
}

GPtrArray *
ante_store_list_unplanned_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
