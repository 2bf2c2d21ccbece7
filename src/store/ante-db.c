#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-db.h"

#include <errno.h>

static AnteStoreError
code_for (int rc, int system_errno)
{
  switch (rc & 0xff) {
  case SQLITE_FULL:
    return ANTE_STORE_ERROR_NO_SPACE;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    return system_errno == ENOSPC ? ANTE_STORE_ERROR_NO_SPACE : ANTE_STORE_ERROR_READ_ONLY;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return ANTE_STORE_ERROR_DAMAGED;
  case SQLITE_IOERR:
    if (system_errno == ENOSPC || system_errno == EDQUOT)
      return ANTE_STORE_ERROR_NO_SPACE;
    if (system_errno == EROFS || system_errno == EACCES || system_errno == EPERM)
      return ANTE_STORE_ERROR_READ_ONLY;
    return ANTE_STORE_ERROR_FAILED;
  case SQLITE_CONSTRAINT:
    return ANTE_STORE_ERROR_INVALID;
  default:
    return ANTE_STORE_ERROR_FAILED;
  }
}

/* Always FALSE, so that a caller can return it. SQLite's own message may hold foreign text, so its
 * code's name is told. */
gboolean
ante_db_set_error (AnteDb *self, GError **error, const char *what)
{
  int rc = sqlite3_extended_errcode (self->handle);

  g_set_error (error, ANTE_STORE_ERROR, code_for (rc, sqlite3_system_errno (self->handle)),
               "%s: %s (%d)", what, sqlite3_errstr (rc), rc);
  return FALSE;
}

gboolean
ante_db_refuse (GError **error, AnteStoreError code, const char *why)
{
  g_set_error_literal (error, ANTE_STORE_ERROR, code, why);
  return FALSE;
}

gboolean
ante_db_exec (AnteDb *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return ante_db_set_error (self, error, "running a statement");
}

static const char settings[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA cache_size = -4000;"
                               "PRAGMA temp_store = MEMORY;";

/* Full sync: what a person saw as done must hold over a power loss. */
static const char writer_settings[] = "PRAGMA journal_mode = WAL;"
                                      "PRAGMA synchronous = FULL;"
                                      "PRAGMA wal_autocheckpoint = 4000;";

/**
 * ante_db_open:
 * @mode: %ANTE_DB_CREATE for the one connection that writes and checkpoints, %ANTE_DB_READ for any
 * other
 *
 * Returns: (transfer full) (nullable): the connection
 */
AnteDb *
ante_db_open (const char *file, AnteDbMode mode, GError **error)
{
  AnteDb *self = g_new0 (AnteDb, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  flags |=
    mode == ANTE_DB_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  self->lead_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (sqlite3_open_v2 (file, &self->handle, flags, NULL) != SQLITE_OK) {
    ante_db_set_error (self, error, "opening the database");
    ante_db_close (self);
    return NULL;
  }

  sqlite3_busy_timeout (self->handle, 5000);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
  if (mode == ANTE_DB_READ)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  if (!ante_db_exec (self, settings, error) ||
      (mode == ANTE_DB_CREATE && !ante_db_exec (self, writer_settings, error)) ||
      (mode == ANTE_DB_READ && !ante_db_exec (self, "PRAGMA query_only = ON", error))) {
    ante_db_close (self);
    return NULL;
  }
  return self;
}

void
ante_db_close (AnteDb *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  g_array_unref (self->lead_ids);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

/* Statements are kept by the address of their text: all of them are static strings. */
static sqlite3_stmt *
prepare (AnteDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt != NULL) {
    sqlite3_reset (stmt);
    return stmt;
  }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) !=
      SQLITE_OK) {
    ante_db_set_error (self, error, "preparing a statement");
    return NULL;
  }
  g_hash_table_insert (self->statements, (gpointer) sql, stmt);
  return stmt;
}

/* @keep: SQLITE_STATIC where the statement has run before the caller's words can go. */
static void
bind_all (sqlite3_stmt *stmt, const char *format, va_list *args, sqlite3_destructor_type keep)
{
  int i = 1;

  for (const char *f = format; *f != '\0'; f++, i++) {
    const char *text = NULL;

    switch (*f) {
    case 'i':
      sqlite3_bind_int64 (stmt, i, va_arg (*args, gint64));
      break;
    case 'd':
      sqlite3_bind_double (stmt, i, va_arg (*args, double));
      break;
    case 's':
      text = va_arg (*args, const char *);
      if (text != NULL)
        sqlite3_bind_text (stmt, i, text, -1, keep);
      else
        sqlite3_bind_null (stmt, i);
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

sqlite3_stmt *
ante_db_query (AnteDb *self, GError **error, const char *sql, const char *format, ...)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  va_list args;

  if (stmt == NULL)
    return NULL;

  va_start (args, format);
  bind_all (stmt, format, &args, SQLITE_TRANSIENT);
  va_end (args);
  return stmt;
}

/* TRUE: there is a row. FALSE: no more, or @error. */
gboolean
ante_db_next (AnteDb *self, sqlite3_stmt *stmt, GError **error)
{
  int rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    ante_db_set_error (self, error, "reading");
  return FALSE;
}

gboolean
ante_db_run (AnteDb *self, GError **error, const char *sql, const char *format, ...)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  va_list args;
  int rc = SQLITE_ERROR;

  if (stmt == NULL)
    return FALSE;

  va_start (args, format);
  bind_all (stmt, format, &args, SQLITE_STATIC);
  va_end (args);

  rc = sqlite3_step (stmt);
  if (rc != SQLITE_DONE && rc != SQLITE_ROW)
    ante_db_set_error (self, error, "writing");
  ante_stmt_done (stmt);
  return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

/* FALSE when there is no row, too; then @error is not set and @value not touched. */
gboolean
ante_db_get_int (
  AnteDb *self, GError **error, gint64 *value, const char *sql, const char *format, ...)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  gboolean found = FALSE;
  va_list args;

  if (stmt == NULL)
    return FALSE;

  va_start (args, format);
  bind_all (stmt, format, &args, SQLITE_STATIC);
  va_end (args);

  found = ante_db_next (self, stmt, error);
  if (found)
    *value = sqlite3_column_int64 (stmt, 0);
  ante_stmt_done (stmt);
  return found;
}

/* NULL when there is no row or it holds NULL, too; then @error is not set. */
char *
ante_db_get_text (AnteDb *self, GError **error, const char *sql, const char *format, ...)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  char *text = NULL;
  va_list args;

  if (stmt == NULL)
    return NULL;

  va_start (args, format);
  bind_all (stmt, format, &args, SQLITE_STATIC);
  va_end (args);

  if (ante_db_next (self, stmt, error))
    text = ante_stmt_dup_text (stmt, 0);
  ante_stmt_done (stmt);
  return text;
}

void
ante_stmt_done (sqlite3_stmt *stmt)
{
  if (stmt == NULL)
    return;

  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
}

char *
ante_stmt_dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (stmt, column));
}

gboolean
ante_db_begin (AnteDb *self, GError **error)
{
  self->topics = 0;
  g_array_set_size (self->lead_ids, 0);
  return ante_db_exec (self, "BEGIN IMMEDIATE", error);
}

/* Takes the transaction back when it cannot be committed. */
gboolean
ante_db_commit (AnteDb *self, GError **error)
{
  if (ante_db_exec (self, "COMMIT", error))
    return TRUE;

  ante_db_rollback (self);
  return FALSE;
}

void
ante_db_rollback (AnteDb *self)
{
  self->topics = 0;
  g_array_set_size (self->lead_ids, 0);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* Notes what the running transaction changes, for the "changed" signal after it. */
void
ante_db_touch (AnteDb *self, guint topics, gint64 lead_id)
{
  self->topics |= topics;
  if (lead_id > 0)
    g_array_append_val (self->lead_ids, lead_id);
}
