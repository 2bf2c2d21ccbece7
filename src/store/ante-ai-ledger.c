#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-ai-ledger.h"

#include "store/ante-store-private.h"

typedef struct {
  AnteAiCall *call;
  AnteAiTerms terms;
  char *settings;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  ante_ai_call_free (leaving->call);
  g_free (leaving->settings);
  g_free (leaving);
}

/* In the same transaction as the row, so that nothing slips in between. */
static gboolean
check_lead (AnteDb *db, const Leaving *leaving, GError **error)
{
  static const char sql[] =
    "SELECT never_ai + 2 * (?2 <> 0 AND last_lead_at <> ?2) FROM lead WHERE id = ?1";
  GError *failure = NULL;
  gint64 found = -1;

  if (leaving->call->lead_id == 0)
    return TRUE;
  ante_db_get_int (db, &failure, &found, sql, "ii", leaving->call->lead_id,
                   leaving->terms.burst_at);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (found < 0 || (found & 1) != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "nothing of this lead is sent to AI");
  if (found != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the lead has written since");
  return TRUE;
}

/* A provider that was taken away a moment ago is asked no more. */
static gboolean
check_settings (AnteDb *db, const Leaving *leaving, GError **error)
{
  static const char sql[] =
    "SELECT coalesce ((SELECT value FROM setting WHERE key = '" ANTE_FIELD_AI "'), '') = ?1";
  gint64 same = 0;

  if (leaving->settings == NULL)
    return TRUE;
  if (!ante_db_get_int (db, error, &same, sql, "s", leaving->settings))
    return FALSE;
  return same != 0 ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "AI was set up otherwise since");
}

static gboolean
check_money (AnteDb *db, const Leaving *leaving, GError **error)
{
  static const char spent[] =
    "SELECT coalesce (sum (cost_micros), 0) FROM ai_ledger WHERE at >= ?1 AND cost_micros > 0";
  static const char unknown[] =
    "SELECT EXISTS (SELECT 1 FROM ai_ledger WHERE at >= ?1 AND cost_micros < 0 AND outcome = 'ok'"
    " AND provider = ?2 AND model = ?3)";
  const AnteAiCall *call = leaving->call;
  gint64 sum = 0;
  gint64 any = 0;

  if (leaving->terms.cap <= 0)
    return TRUE;
  if (!ante_db_get_int (db, error, &sum, spent, "i", leaving->terms.since))
    return FALSE;
  if (sum >= leaving->terms.cap)
    return ante_db_refuse (error, ANTE_STORE_ERROR_TOO_MANY, "the limit of this month is reached");
  if (!leaving->terms.is_priced) {
    if (!ante_db_get_int (db, error, &any, unknown, "iss", leaving->terms.since, call->provider,
                          call->model))
      return FALSE;
    if (any != 0)
      return ante_db_refuse (error, ANTE_STORE_ERROR_NEEDED,
                             "a limit needs the model's price, which nobody knows");
  }
  return TRUE;
}

static void
add_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "INSERT INTO ai_ledger (at, provider, host, model, lead_id, fields, bytes_out, currency,"
    " outcome) VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), ?6, ?7, ?8, '" ANTE_AI_CALL_ASKED "')";
  const Leaving *leaving = g_task_get_task_data (task);
  const AnteAiCall *call = leaving->call;
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !check_lead (db, leaving, &error) ||
      !check_settings (db, leaving, &error) || !check_money (db, leaving, &error) ||
      !ante_db_run (db, &error, sql, "isssisis", call->at, call->provider, call->host, call->model,
                    call->lead_id, call->fields, call->bytes_out, call->currency)) {
    ante_store_fail (db, task, error);
    return;
  }
  id = sqlite3_last_insert_rowid (db->handle);
  ante_db_touch (db, ANTE_STORE_LEDGER, call->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_ai_ledger_add_async (AnteStore *self,
                          const AnteAiCall *call,
                          const AnteAiTerms *terms,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->call = ante_ai_call_copy (call);
  leaving->terms = *terms;
  leaving->settings = g_strdup (terms->settings);
  g_task_set_task_data (task, leaving, leaving_free);
  ante_store_write (self, task, add_job);
}

gint64
ante_ai_ledger_add_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
end_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "UPDATE ai_ledger SET bytes_in = ?2, tokens_in = ?3, tokens_out = ?4, cost_micros = ?5,"
    " outcome = ?6 WHERE id = ?1";
  const AnteAiCall *call = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, sql, "iiiiis", call->id, call->bytes_in, call->tokens_in,
                    call->tokens_out, call->cost, call->outcome)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_LEDGER, call->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_ai_ledger_end_async (AnteStore *self,
                          const AnteAiCall *call,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, ante_ai_call_copy (call), (GDestroyNotify) ante_ai_call_free);
  ante_store_write (self, task, end_job);
}

gboolean
ante_ai_ledger_end_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- reading it ----------------------------------------------------------------------------- */

static AnteAiCall *
read_row (sqlite3_stmt *stmt)
{
  AnteAiCall *call = ante_ai_call_new ();

  call->id = sqlite3_column_int64 (stmt, 0);
  call->at = sqlite3_column_int64 (stmt, 1);
  call->provider = ante_stmt_dup_text (stmt, 2);
  call->host = ante_stmt_dup_text (stmt, 3);
  call->model = ante_stmt_dup_text (stmt, 4);
  call->lead_id = sqlite3_column_int64 (stmt, 5);
  call->title = ante_stmt_dup_text (stmt, 6);
  call->handle = ante_stmt_dup_text (stmt, 7);
  call->fields = ante_stmt_dup_text (stmt, 8);
  call->bytes_out = sqlite3_column_int64 (stmt, 9);
  call->bytes_in = sqlite3_column_int64 (stmt, 10);
  call->tokens_in = sqlite3_column_int64 (stmt, 11);
  call->tokens_out = sqlite3_column_int64 (stmt, 12);
  call->cost = sqlite3_column_int64 (stmt, 13);
  call->currency = ante_stmt_dup_text (stmt, 14);
  call->outcome = ante_stmt_dup_text (stmt, 15);
  return call;
}

static void
list_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT ai_ledger.id, at, provider, host, model, coalesce (ai_ledger.lead_id, 0),"
    " coalesce (nullif (lead.name, ''), nullif (lead.handle, ''), lead.igsid), lead.handle,"
    " fields, bytes_out, bytes_in, tokens_in, tokens_out, cost_micros, currency, outcome"
    " FROM ai_ledger LEFT JOIN lead ON lead.id = ai_ledger.lead_id"
    " ORDER BY ai_ledger.id DESC LIMIT ?1";
  const gint64 *limit = g_task_get_task_data (task);
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ai_call_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (calls, read_row (stmt));
  ante_store_return (task, g_steal_pointer (&calls), (GDestroyNotify) g_ptr_array_unref, error);
}

static void
start_reading (GTask *task, gint64 number, AnteStoreJob job)
{
  g_task_set_task_data (task, g_memdup2 (&number, sizeof number), g_free);
  ante_store_read (g_task_get_source_object (task), task, job);
}

void
ante_ai_ledger_list_async (AnteStore *self,
                           guint limit,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start_reading (task, limit, list_job);
}

GPtrArray *
ante_ai_ledger_list_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
spending_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT coalesce (sum (max (cost_micros, 0)), 0), count(*),"
    " count(*) FILTER (WHERE cost_micros < 0 AND outcome = 'ok') FROM ai_ledger WHERE at >= ?1";
  const gint64 *since = g_task_get_task_data (task);
  AnteAiSpending *spending = g_new0 (AnteAiSpending, 1);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *since);

  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    spending->spent = sqlite3_column_int64 (stmt, 0);
    spending->n_calls = (guint) sqlite3_column_int (stmt, 1);
    spending->n_unknown = (guint) sqlite3_column_int (stmt, 2);
  }
  ante_store_return (task, spending, g_free, error);
}

void
ante_ai_ledger_spending_async (AnteStore *self,
                               gint64 since,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start_reading (task, since, spending_job);
}

AnteAiSpending *
ante_ai_ledger_spending_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
