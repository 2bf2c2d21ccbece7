#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-care.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/ante-store-private.h"

#define KEPT_DAYS 7
#define KEPT_WEEKS 4

/*
 * By a reading connection of its own on a thread of its own: neither a write nor a view waits for a
 * long copy. It sees one moment of the data, since its transaction began before the first page.
 */
static gboolean
copy_database (const char *data_dir, const char *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *database = ante_store_build_path (data_dir);
  g_autoptr (AnteDb) db = ante_db_open (database, ANTE_DB_READ, error);

  return db != NULL && ante_db_exec (db, "BEGIN; SELECT count(*) FROM stage", error) &&
         ante_care_copy (db, file, cancellable, error);
}

static gboolean
check_open (AnteStore *self, GTask *task)
{
  if (ante_store_is_open (self))
    return TRUE;
  g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
                           "the data folder is not open");
  return FALSE;
}

/* Whatever the way to it: a link or a folder of another name leads to the same place. */
static gboolean
is_own_file (const char *data_dir, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *name = g_path_get_basename (file);
  GStatBuf own = { 0 };
  GStatBuf other = { 0 };

  return (g_str_has_prefix (name, "anteroom.db") || g_str_has_prefix (name, "anteroom.lock")) &&
         g_stat (data_dir, &own) == 0 && g_stat (folder, &other) == 0 &&
         own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

/* A backup takes the place of nothing: not of the database that it copies, nor of what the person
 * has there. */
static gboolean
check_target (const char *data_dir, const char *file, GError **error)
{
  gboolean own = is_own_file (data_dir, file);
  GStatBuf info = { 0 };

  if (!own && g_lstat (file, &info) != 0)
    return TRUE;
  g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS,
                       own ? "the data folder's own files go by such names"
                           : "a backup overwrites no file");
  return FALSE;
}

static void
backup_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *data_dir = ante_store_get_data_dir (source);
  GError *error = NULL;

  if (check_target (data_dir, task_data, &error) &&
      copy_database (data_dir, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ante_store_backup_async (AnteStore *self,
                         const char *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (file), g_free);
  if (check_open (self, task))
    g_task_run_in_thread (task, backup_thread);
}

gboolean
ante_store_backup_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static int
compare_newest_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static void
remove_from (const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  if (g_unlink (file) != 0)
    g_debug ("an old backup could not be removed: %s", g_strerror (errno));
}

/* Names hold their date, so that the order of names is that of time. */
static void
prune (const char *backups, const char *prefix, guint keep)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (names, g_strdup (name));
    else if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".part"))
      remove_from (backups, name); /* left by a program that was killed while it copied */
  }
  g_ptr_array_sort (names, compare_newest_name);

  for (guint i = keep; i < names->len; i++)
    remove_from (backups, names->pdata[i]);
}

/* The same file under a second name where that can be, else once more. */
static gboolean
keep_as_week (const char *data_dir,
              const char *day,
              const char *week,
              GCancellable *cancellable,
              GError **error)
{
  return g_file_test (week, G_FILE_TEST_EXISTS) || link (day, week) == 0 ||
         copy_database (data_dir, week, cancellable, error);
}

static void
auto_backup_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const gint64 *now = task_data;
  const char *data_dir = ante_store_get_data_dir (source);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (*now / 1000);
  g_autofree char *backups = g_build_filename (data_dir, "backups", NULL);
  g_autofree char *day_name = g_date_time_format (date, "day-%Y-%m-%d.db");
  g_autofree char *week_name = g_date_time_format (date, "week-%G-%V.db");
  g_autofree char *day = g_build_filename (backups, day_name, NULL);
  g_autofree char *week = g_build_filename (backups, week_name, NULL);
  GError *error = NULL;

  if (g_file_test (day, G_FILE_TEST_EXISTS)) {
    g_task_return_boolean (task, FALSE);
    return;
  }
  if (!copy_database (data_dir, day, cancellable, &error) ||
      !keep_as_week (data_dir, day, week, cancellable, &error)) {
    g_task_return_error (task, error);
    return;
  }

  prune (backups, "day-", KEPT_DAYS);
  prune (backups, "week-", KEPT_WEEKS);
  g_task_return_boolean (task, TRUE);
}

void
ante_store_auto_backup_async (AnteStore *self,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  if (check_open (self, task))
    g_task_run_in_thread (task, auto_backup_thread);
}

gboolean
ante_store_auto_backup_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
copy_backup_in (const char *file, const char *target, GError **error)
{
  g_autoptr (AnteDb) source = ante_db_open (file, ANTE_DB_READ, error);

  return source != NULL && ante_care_copy (source, target, NULL, error);
}

/* Left by a program that was killed meanwhile: SQLite would take them for this copy's own. */
static void
remove_copy (const char *copy)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *file = g_strconcat (copy, suffixes[i], NULL);

    if (g_unlink (file) != 0 && errno != ENOENT)
      g_debug ("an unfinished copy could not be removed: %s", g_strerror (errno));
  }
}

/*
 * What waited when the backup was made may have left since, and nothing in the backup tells. So
 * none of it leaves by itself: it is looked for in the thread, and then a person decides. Without
 * the time of a beginning, any older message of the same words would be taken for it. No log beside
 * the copy: its name is all that moves.
 */
static gboolean
doubt_what_waited (const char *copy, GError **error)
{
  static const char sql[] =
    "UPDATE outbox SET state = 'uncertain', error = 'restored',"
    " started_at = max (started_at, created_at) WHERE state IN ('queued', 'sending')";
  g_autoptr (AnteDb) db = ante_db_open (copy, ANTE_DB_CREATE, error);
  g_autofree char *journal =
    db != NULL ? ante_db_get_text (db, error, "PRAGMA journal_mode = DELETE", "") : NULL;

  if (journal == NULL)
    return FALSE;
  if (!g_str_equal (journal, "delete")) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_FAILED,
                 "the copy keeps a log beside itself");
    return FALSE;
  }
  return ante_db_exec (db, sql, error);
}

/* What the log still holds goes into the file itself, so that the file alone is all there is. A
 * database that cannot be opened keeps its log beside it. */
static void
fold_log_in (const char *database)
{
  g_autoptr (AnteDb) db = NULL;

  if (ante_migrations_check_file (database, NULL) &&
      (db = ante_db_open (database, ANTE_DB_CREATE, NULL)) != NULL)
    ante_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

static gboolean
put_companions_aside (const char *database, const char *kept, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *from = g_strconcat (database, suffixes[i], NULL);
    g_autofree char *to = g_strconcat (kept, suffixes[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT) {
      g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
                   "putting the present database aside: %s", g_strerror (errno));
      return FALSE;
    }
  }
  return TRUE;
}

/*
 * The present database gets a second name that no restore takes twice, and only then is its first
 * name given to another file: at no moment is there no database. Where a file system knows no
 * second names, it is renamed.
 */
static gboolean
put_aside (const char *data_dir, const char *database, char **kept, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "before-restore-%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%d.db", stamp, (int) getpid ());
  g_autofree char *base = g_build_filename (data_dir, "backups", name, NULL);

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;

  fold_log_in (database);
  if (link (database, base) != 0 && (errno == EEXIST || g_rename (database, base) != 0)) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
                 "putting the present database aside: %s", g_strerror (errno));
    return FALSE;
  }
  if (!put_companions_aside (database, base, error))
    return FALSE;

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

  remove_copy (fresh);
  ok = ante_copy_verify (file, error) && copy_backup_in (file, fresh, error) &&
       doubt_what_waited (fresh, error) && put_aside (data_dir, database, kept, error);
  if (ok && g_rename (fresh, database) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY, "naming the database: %s",
                 g_strerror (errno));
    ok = FALSE;
  }
  if (!ok)
    remove_copy (fresh);
  ante_lock_drop (lock);
  return ok;
}
