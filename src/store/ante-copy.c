#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pages copied at a time: short enough that a cancel is heeded soon. */
#define COPY_PAGES 2000

gboolean
ante_copy_verify (const char *file, GError **error)
{
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *answer = NULL;
  gint64 id = 0;

  if (!ante_migrations_check_file (file, error) ||
      (db = ante_db_open (file, ANTE_DB_READ, error)) == NULL)
    return FALSE;

  /* An empty file, or another program's, is a sound database too. */
  if (!ante_db_get_int (db, error, &id, "PRAGMA application_id", ""))
    return FALSE;
  if (id != ANTE_STORE_APPLICATION_ID) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED,
                 "the file is no database of Anteroom");
    return FALSE;
  }

  answer = ante_db_get_text (db, error, "PRAGMA integrity_check (1)", "");
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED, "the copy does not check out");
  return FALSE;
}

/* Whether it is the source that could not be read or the target that could not be written. */
static AnteStoreError
code_for (int rc, int system_errno)
{
  gboolean is_full = system_errno == ENOSPC || system_errno == EDQUOT;

  switch (rc & 0xff) {
  case SQLITE_FULL:
    return ANTE_STORE_ERROR_NO_SPACE;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return ANTE_STORE_ERROR_DAMAGED;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
  case SQLITE_NOMEM:
    return ANTE_STORE_ERROR_FAILED;
  case SQLITE_IOERR:
    if (rc == SQLITE_IOERR_READ || rc == SQLITE_IOERR_SHORT_READ)
      return ANTE_STORE_ERROR_FAILED;
    return is_full ? ANTE_STORE_ERROR_NO_SPACE : ANTE_STORE_ERROR_TARGET;
  default:
    return is_full ? ANTE_STORE_ERROR_NO_SPACE : ANTE_STORE_ERROR_TARGET;
  }
}

static gboolean
fail_for_system (GError **error, const char *what, int code)
{
  g_set_error (error, ANTE_STORE_ERROR,
               code == ENOSPC || code == EDQUOT ? ANTE_STORE_ERROR_NO_SPACE
                                                : ANTE_STORE_ERROR_TARGET,
               "%s: %s", what, g_strerror (code));
  return FALSE;
}

/* SQLite tries to open what it cannot make for reading alone, and forgets meanwhile why. */
static gboolean
make_file (const char *file, GError **error)
{
  int fd = g_open (file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_for_system (error, "making the copy", errno);
  close (fd);
  return TRUE;
}

static int
step_all (sqlite3_backup *backup, GCancellable *cancellable)
{
  int rc = SQLITE_OK;

  while (!g_cancellable_is_cancelled (cancellable) &&
         (rc = sqlite3_backup_step (backup, COPY_PAGES)) == SQLITE_OK)
    ;
  return rc;
}

/* Without a journal: a copy that is not whole is thrown away. */
static gboolean
copy_pages (AnteDb *db, const char *file, GCancellable *cancellable, GError **error)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup = NULL;
  int system_errno = 0;
  int rc = sqlite3_open_v2 (file, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_exec (target, "PRAGMA journal_mode = OFF", NULL, NULL, NULL);
  if (rc == SQLITE_OK &&
      (backup = sqlite3_backup_init (target, "main", db->handle, "main")) == NULL)
    rc = sqlite3_extended_errcode (target);
  if (backup != NULL) {
    rc = step_all (backup, cancellable);
    system_errno = sqlite3_system_errno (target);
    sqlite3_backup_finish (backup);
  }

  /* A copy stands alone: no companion files beside it. */
  if (rc == SQLITE_DONE &&
      (rc = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)) != SQLITE_OK)
    system_errno = sqlite3_system_errno (target);
  sqlite3_close (target);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rc != SQLITE_OK)
    g_set_error (error, ANTE_STORE_ERROR, code_for (rc, system_errno), "writing the copy: %s (%d)",
                 sqlite3_errstr (rc), rc);
  return rc == SQLITE_OK;
}

/* A name is only as safe as the folder that holds it. */
static void
sync_folder_of (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("a folder could not be synced: %s", g_strerror (errno));
  close (fd);
}

gboolean
ante_care_copy (AnteDb *db, const char *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (file, ".part", NULL);
  mode_t old_mask = umask (077);
  gboolean ok = FALSE;

  g_unlink (part);
  ok = make_file (part, error) && copy_pages (db, part, cancellable, error) &&
       ante_copy_verify (part, error);
  umask (old_mask);

  if (ok && g_rename (part, file) != 0)
    ok = fail_for_system (error, "naming the copy", errno);
  if (ok)
    sync_folder_of (file);
  else
    g_unlink (part);
  return ok;
}
