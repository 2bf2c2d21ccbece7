#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-account.h"

#include "store/ante-store-private.h"

static void
get_account_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT id, user_id, username, name, account_type, api_url, token_expires_at, token_given_at,"
    " human_agent, last_synced_at, first_sync_done, high_water, cursor FROM account";
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");
  AnteAccount *account = NULL;

  if (stmt == NULL || !ante_db_next (db, stmt, &error)) {
    if (error == NULL)
      g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "no account is connected");
    g_task_return_error (task, error);
    return;
  }

  account = ante_account_new ();
  account->id = sqlite3_column_int64 (stmt, 0);
  account->user_id = ante_stmt_dup_text (stmt, 1);
  account->username = ante_stmt_dup_text (stmt, 2);
  account->name = ante_stmt_dup_text (stmt, 3);
  account->account_type = ante_stmt_dup_text (stmt, 4);
  account->api_url = ante_stmt_dup_text (stmt, 5);
  account->token_expires_at = sqlite3_column_int64 (stmt, 6);
  account->token_given_at = sqlite3_column_int64 (stmt, 7);
  account->human_agent = sqlite3_column_int (stmt, 8) != 0;
  account->last_synced_at = sqlite3_column_int64 (stmt, 9);
  account->first_sync_done = sqlite3_column_int (stmt, 10) != 0;
  account->high_water = sqlite3_column_int64 (stmt, 11);
  account->cursor = ante_stmt_dup_text (stmt, 12);
  g_task_return_pointer (task, account, (GDestroyNotify) ante_account_free);
}

void
ante_store_get_account_async (AnteStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, get_account_job);
}

AnteAccount *
ante_store_get_account_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_account_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "INSERT INTO account (id, user_id, username, name, account_type, api_url, token_expires_at,"
    " token_given_at, human_agent) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (id) DO UPDATE SET username = ?2, name = ?3, account_type = ?4, api_url = ?5,"
    " token_expires_at = ?6, token_given_at = ?7, human_agent = ?8 WHERE user_id = ?1";
  const AnteAccount *account = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, sql, "sssssiii", account->user_id, account->username, account->name,
                    account->account_type, account->api_url, account->token_expires_at,
                    account->token_given_at, (gint64) account->human_agent)) {
    ante_store_fail (db, task, error);
    return;
  }

  if (sqlite3_changes (db->handle) == 0) {
    ante_store_fail (db, task,
                     g_error_new (ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                                  "the data folder belongs to another account"));
    return;
  }

  ante_db_touch (db, ANTE_STORE_ACCOUNT, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_account_async (AnteStore *self,
                              const AnteAccount *account,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, ante_account_copy (account), (GDestroyNotify) ante_account_free);
  ante_store_write (self, task, set_account_job);
}

gboolean
ante_store_set_account_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct {
  char *key;
  char *value;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_free (setting->key);
  g_free (setting->value);
  g_free (setting);
}

static Setting *
setting_new (const char *key, const char *value)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->key = g_strdup (key);
  setting->value = g_strdup (value);
  return setting;
}

static void
get_setting_job (AnteDb *db, GTask *task)
{
  const Setting *setting = g_task_get_task_data (task);
  GError *error = NULL;
  char *value =
    ante_db_get_text (db, &error, "SELECT value FROM setting WHERE key = ?1", "s", setting->key);

  ante_store_return (task, value, g_free, error);
}

void
ante_store_get_setting_async (AnteStore *self,
                              const char *key,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, setting_new (key, NULL), setting_free);
  ante_store_read (self, task, get_setting_job);
}

char *
ante_store_get_setting_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_setting_job (AnteDb *db, GTask *task)
{
  const Setting *setting = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean ok = FALSE;

  if (!ante_db_begin (db, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (setting->value != NULL)
    ok = ante_db_run (db, &error,
                      "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                      " ON CONFLICT (key) DO UPDATE SET value = ?2",
                      "ss", setting->key, setting->value);
  else
    ok = ante_db_run (db, &error, "DELETE FROM setting WHERE key = ?1", "s", setting->key);

  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_ACCOUNT, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_setting_async (AnteStore *self,
                              const char *key,
                              const char *value,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, setting_new (key, value), setting_free);
  ante_store_write (self, task, set_setting_job);
}

gboolean
ante_store_set_setting_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
