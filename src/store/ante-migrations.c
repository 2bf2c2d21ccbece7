#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-index.h"
#include "store/ante-store-private.h"

#include <string.h>

#include "ante-store-resources.h"

/* Migration N is the N-th; once released it is never changed. @fill: what SQL alone cannot do, in
 * the same transaction. */
static const struct {
  const char *name;
  gboolean (*fill) (AnteDb *db, GError **error);
} migrations[] = {
  { "0001-first.sql", NULL },       { "0002-board.sql", NULL },
  { "0003-memory.sql", NULL },      { "0004-search.sql", ante_search_index_fill_signs },
  { "0005-thread.sql", NULL },      { "0006-objections.sql", NULL },
  { "0007-people.sql", NULL },      { "0008-playbook.sql", NULL },
  { "0009-attachments.sql", NULL }, { "0010-follow-up.sql", NULL },
};

int
ante_store_get_schema_version (void)
{
  return G_N_ELEMENTS (migrations);
}

static guint32
read_be32 (const guint8 *bytes)
{
  guint32 value = 0;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

/*
 * By SQLite's own file object: closing the file in any other way would drop the locks that this
 * process may hold on it through another connection. "immutable" keeps SQLite from making or
 * reading companion files.
 */
static gboolean
read_header (const char *file, guint8 header[100], gint64 *size, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (file, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  sqlite3_file *stream = NULL;
  sqlite3 *handle = NULL;
  int rc = sqlite3_open_v2 (uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &stream);
  if (rc == SQLITE_OK)
    rc = stream->pMethods->xFileSize (stream, (sqlite3_int64 *) size);
  if (rc == SQLITE_OK && *size >= 100)
    rc = stream->pMethods->xRead (stream, header, 100, 0);
  sqlite3_close (handle);

  if (rc != SQLITE_OK)
    g_set_error (error, ANTE_STORE_ERROR,
                 (rc & 0xff) == SQLITE_IOERR ? ANTE_STORE_ERROR_FAILED : ANTE_STORE_ERROR_READ_ONLY,
                 "reading the database: %s", sqlite3_errstr (rc));
  return rc == SQLITE_OK;
}

/**
 * ante_migrations_check_file:
 * @file: a database, which need not exist
 *
 * Looks at the file's header alone, so that a database that is refused stays as it is, byte for
 * byte.
 */
gboolean
ante_migrations_check_file (const char *file, GError **error)
{
  guint8 header[100] = { 0 };
  gint64 size = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!read_header (file, header, &size, error))
    return FALSE;
  if (size == 0)
    return TRUE;

  if (size < (gint64) sizeof header || memcmp (header, "SQLite format 3", 16) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED,
                 "the file is not a SQLite database");
    return FALSE;
  }
  if (read_be32 (header + 68) != ANTE_STORE_APPLICATION_ID && read_be32 (header + 60) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED,
                 "the file is another program's database");
    return FALSE;
  }
  if ((int) read_be32 (header + 60) > ante_store_get_schema_version ()) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_FUTURE,
                 "the database has schema %d, this program knows %d", (int) read_be32 (header + 60),
                 ante_store_get_schema_version ());
    return FALSE;
  }
  return TRUE;
}

static char *
read_migration (int number, GError **error)
{
  g_autofree char *path =
    g_strconcat (ANTE_APP_PATH "/store/migrations/", migrations[number - 1].name, NULL);
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (ante_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
run_one (AnteDb *db, int number, GError **error)
{
  g_autofree char *sql = read_migration (number, error);
  g_autofree char *version = NULL;

  if (sql == NULL)
    return FALSE;

  /* application_id and user_version are pages of the file like any other: they commit with the
   * tables. */
  version = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                             ANTE_STORE_APPLICATION_ID, number);
  if (!ante_db_begin (db, error))
    return FALSE;
  if (!ante_db_exec (db, sql, error) ||
      (migrations[number - 1].fill != NULL && !migrations[number - 1].fill (db, error)) ||
      !ante_db_exec (db, version, error)) {
    ante_db_rollback (db);
    return FALSE;
  }
  return ante_db_commit (db, error);
}

static gboolean
back_up_first (AnteDb *db, const char *data_dir, int version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("before-schema-%d.db", version + 1);
  g_autofree char *file = g_build_filename (data_dir, "backups", name, NULL);

  return ante_care_copy (db, file, NULL, error);
}

/**
 * ante_migrations_run:
 *
 * Brings the database to the newest schema, each step in a transaction of its own with its number,
 * after a backup when there is something to lose.
 */
gboolean
ante_migrations_run (AnteDb *db, const char *data_dir, GError **error)
{
  GError *read_error = NULL;
  gint64 version = 0;

  if (!ante_db_get_int (db, &read_error, &version, "PRAGMA user_version", "")) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (version > ante_store_get_schema_version ()) {
    /* It was in the log alone; there it stays. */
    sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_FUTURE,
                 "the database has schema %d, this program knows %d", (int) version,
                 ante_store_get_schema_version ());
    return FALSE;
  }
  if (version > 0 && version < ante_store_get_schema_version () &&
      !back_up_first (db, data_dir, (int) version, error))
    return FALSE;

  for (int number = (int) version + 1; number <= ante_store_get_schema_version (); number++) {
    if (!run_one (db, number, error))
      return FALSE;
  }
  return TRUE;
}
