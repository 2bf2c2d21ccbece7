#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-care.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "store/ante-store-private.h"

/* Pages copied at a time: short enough that a cancel is heeded soon. */
#define COPY_PAGES 2000

static gboolean
verify (const char *file, GError **error)
{
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *answer = NULL;

  if (!ante_migrations_check_file (file, error) ||
      (db = ante_db_open (file, ANTE_DB_READ, error)) == NULL)
    return FALSE;

  answer = ante_db_get_text (db, error, "PRAGMA integrity_check (1)", "");
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED, "the copy does not check out");
  return FALSE;
}

static gboolean
copy_pages (AnteDb *db, const char *file, GCancellable *cancellable, GError **error)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup = NULL;
  int rc = sqlite3_open_v2 (file, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (rc == SQLITE_OK &&
      (backup = sqlite3_backup_init (target, "main", db->handle, "main")) == NULL)
    rc = sqlite3_errcode (target);

  while (backup != NULL && (rc = sqlite3_backup_step (backup, COPY_PAGES)) == SQLITE_OK) {
    if (g_cancellable_is_cancelled (cancellable))
      break;
  }
  if (backup != NULL)
    sqlite3_backup_finish (backup);

  /* A copy stands alone: no companion files beside it. */
  if (rc == SQLITE_DONE)
    sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (target);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rc != SQLITE_DONE) {
    g_set_error (error, ANTE_STORE_ERROR,
                 rc == SQLITE_FULL                             ? ANTE_STORE_ERROR_NO_SPACE
                 : rc == SQLITE_CORRUPT || rc == SQLITE_NOTADB ? ANTE_STORE_ERROR_DAMAGED
                                                               : ANTE_STORE_ERROR_READ_ONLY,
                 "writing the copy: %s", sqlite3_errstr (rc));
    return FALSE;
  }
  return TRUE;
}

gboolean
ante_care_copy (AnteDb *db, const char *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (file, ".part", NULL);
  mode_t old_mask = umask (077);
  gboolean ok = FALSE;

  g_unlink (part);
  ok = copy_pages (db, part, cancellable, error) && verify (part, error);
  umask (old_mask);

  if (ok && g_rename (part, file) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY, "naming the copy: %s",
                 g_strerror (errno));
    ok = FALSE;
  }
  if (!ok)
    g_unlink (part);
  return ok;
}

static void
backup_job (AnteDb *db, GTask *task)
{
  const char *file = g_task_get_task_data (task);
  GError *error = NULL;

  if (ante_care_copy (db, file, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* By the writing connection, whose own transactions do not disturb it. */
void
ante_store_backup_async (AnteStore *self,
                         const char *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (file), g_free);
  ante_store_write (self, task, backup_job);
}

gboolean
ante_store_backup_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
copy_backup_in (const char *file, const char *target, GError **error)
{
  g_autoptr (AnteDb) source = ante_db_open (file, ANTE_DB_READ, error);

  return source != NULL && ante_care_copy (source, target, NULL, error);
}

/* The database with what SQLite still holds beside it, under names that no restore takes twice. */
static gboolean
put_aside (const char *data_dir, const char *database, char **kept, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "before-restore-%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%d.db", stamp, (int) getpid ());
  g_autofree char *base = g_build_filename (data_dir, "backups", name, NULL);

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *from = g_strconcat (database, suffixes[i], NULL);
    g_autofree char *to = g_strconcat (base, suffixes[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT) {
      g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
                   "putting the present database aside: %s", g_strerror (errno));
      return FALSE;
    }
  }
  if (kept != NULL)
    *kept = g_steal_pointer (&base);
  return TRUE;
}

gboolean
ante_store_restore (const char *data_dir, const char *file, char **kept, GError **error)
{
  g_autofree char *database = ante_store_build_path (data_dir);
  g_autofree char *fresh = g_strconcat (database, ".restored", NULL);
  g_autofree char *backups = g_build_filename (data_dir, "backups", NULL);
  gboolean ok = FALSE;
  int lock = -1;

  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "there is no such backup");
    return FALSE;
  }
  if (g_mkdir_with_parents (backups, 0700) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY, "making the data folder: %s",
                 g_strerror (errno));
    return FALSE;
  }
  if ((lock = ante_lock_take (data_dir, error)) < 0)
    return FALSE;

  ok = verify (file, error) && copy_backup_in (file, fresh, error) &&
       put_aside (data_dir, database, kept, error);
  if (ok && g_rename (fresh, database) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY, "naming the database: %s",
                 g_strerror (errno));
    ok = FALSE;
  }
  if (!ok)
    g_unlink (fresh);
  ante_lock_drop (lock);
  return ok;
}

void
ante_check_free (AnteCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

static void
add_check (GPtrArray *checks, const char *name, gboolean ok, const char *detail)
{
  AnteCheck *check = g_new0 (AnteCheck, 1);

  check->name = g_strdup (name);
  check->ok = ok;
  check->detail = g_strdup (detail);
  g_ptr_array_add (checks, check);
}

static void
check_database (GPtrArray *checks, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *index = NULL;
  gint64 keys = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS)) {
    add_check (checks, "database", TRUE, "There is none yet; it is made when Anteroom starts.");
    return;
  }
  if (!ante_migrations_check_file (file, &error) ||
      (db = ante_db_open (file, ANTE_DB_READ, &error)) == NULL ||
      (answer = ante_db_get_text (db, &error, "PRAGMA quick_check (1)", "")) == NULL ||
      !g_str_equal (answer, "ok")) {
    add_check (
      checks, "database", FALSE,
      error != NULL && error->code == ANTE_STORE_ERROR_FUTURE
        ? "It was written by a later Anteroom. Update Anteroom; nothing was changed."
        : "It is damaged. Restore a backup: anteroomctl restore FILE. The damaged file is kept.");
    return;
  }
  add_check (checks, "database", TRUE, "Its pages check out.");

  ante_db_get_int (db, NULL, &keys, "SELECT count(*) FROM pragma_foreign_key_check", "");
  add_check (checks, "references", keys == 0,
             keys == 0 ? "Every row points to one that exists."
                       : "Some rows point to others that are gone. Restore a backup.");
}

static void
check_outbox (GPtrArray *checks, const char *file)
{
  g_autoptr (AnteDb) db = NULL;
  gint64 uncertain = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS) ||
      (db = ante_db_open (file, ANTE_DB_READ, NULL)) == NULL)
    return;

  ante_db_get_int (db, NULL, &uncertain, "SELECT count(*) FROM outbox WHERE state = 'uncertain'",
                   "");
  add_check (checks, "outbox", uncertain == 0,
             uncertain == 0
               ? "Nothing waits for a decision."
               : "Some answers may or may not have left. Settle them: anteroomctl outbox.");
}

static void
check_space (GPtrArray *checks, const char *data_dir)
{
  struct statvfs room = { 0 };
  gboolean known = statvfs (data_dir, &room) == 0;
  guint64 free_bytes = known ? (guint64) room.f_bavail * room.f_frsize : 0;

  add_check (checks, "disk-space", !known || free_bytes > 64 * 1024 * 1024,
             !known ? "It could not be asked."
             : free_bytes > 64 * 1024 * 1024
               ? "There is room."
               : "Less than 64 MB are free. Make room; nothing is lost meanwhile.");
}

static void
check_permissions (GPtrArray *checks, const char *data_dir, const char *file)
{
  GStatBuf of_dir = { 0 };
  GStatBuf of_file = { 0 };
  gboolean open_dir = g_stat (data_dir, &of_dir) == 0 && (of_dir.st_mode & 077) != 0;
  gboolean open_file = g_stat (file, &of_file) == 0 && (of_file.st_mode & 077) != 0;

  add_check (checks, "permissions", !open_dir && !open_file,
             open_dir || open_file
               ? "Other users could read the data. Start Anteroom once: it mends this."
               : "Only you can read the data.");
}

GPtrArray *
ante_store_doctor (const char *data_dir)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_check_free);
  g_autofree char *file = ante_store_build_path (data_dir);
  g_autofree char *holder = ante_lock_dup_holder (data_dir);
  g_autofree char *held =
    holder != NULL ? g_strdup_printf ("The folder is held by %s.", holder) : NULL;

  check_database (checks, file);
  check_outbox (checks, file);
  check_space (checks, data_dir);
  check_permissions (checks, data_dir, file);
  add_check (checks, "lock", TRUE, held != NULL ? held : "Nobody holds the folder.");
  return checks;
}
