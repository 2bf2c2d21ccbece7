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
  ok = copy_pages (db, part, cancellable, error) && ante_copy_verify (part, error);
  umask (old_mask);

  if (ok && g_rename (part, file) != 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY, "naming the copy: %s",
                 g_strerror (errno));
    ok = FALSE;
  }
  if (ok)
    sync_folder_of (file);
  else
    g_unlink (part);
  return ok;
}
