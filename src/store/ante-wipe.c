#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-forget.h"
#include "store/ante-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/*
 * What was deleted is not gone yet: its words stand in the index until its parts are put together,
 * in pages that are free, and in the log. This takes them off the disk. It begins anew after a
 * crash, since what is to be wiped is noted by the same transaction that deletes.
 */

gboolean
ante_wipe_is_due (AnteDb *db)
{
  gint64 due = 0;

  return ante_db_get_int (db, NULL, &due, "SELECT EXISTS (SELECT 1 FROM wipe)", "") && due != 0;
}

/* Of the media folder and of nothing else. */
static gboolean
remove_file (const char *data_dir, const char *name, GError **error)
{
  g_autofree char *media = g_build_filename (data_dir, "media", NULL);
  g_autofree char *file = g_canonicalize_filename (name, media);

  if (!g_str_has_prefix (file, media) || file[strlen (media)] != G_DIR_SEPARATOR)
    return TRUE;
  if (g_unlink (file) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
               "removing a file of the media folder: %s", g_strerror (errno));
  return FALSE;
}

static gboolean
remove_files (AnteDb *db, const char *data_dir, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  {
    g_auto (AnteStmt) stmt =
      ante_db_query (db, &failure, "SELECT file FROM wipe WHERE file <> ''", "");

    while (stmt != NULL && ante_db_next (db, stmt, &failure))
      g_ptr_array_add (names, ante_stmt_dup_text (stmt, 0));
  }
  for (guint i = 0; failure == NULL && i < names->len; i++) {
    if (remove_file (data_dir, names->pdata[i], &failure))
      ante_db_run (db, &failure, "DELETE FROM wipe WHERE file = ?1", "s", names->pdata[i]);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* All of the log goes into the file, and the log is cut off. Somebody who reads for long can be in
 * its way. */
static gboolean
empty_log (AnteDb *db, GError **error)
{
  gint64 busy = 1;

  if (!ante_db_get_int (db, error, &busy, "PRAGMA wal_checkpoint (TRUNCATE)", ""))
    return FALSE;
  if (busy == 0)
    return TRUE;
  g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_FAILED,
                       "emptying the log: somebody reads the database");
  return FALSE;
}

static gboolean
wipe_pages (AnteDb *db, GError **error)
{
  /* Not in memory: it is as large as the database. */
  static const char rewrite[] = "PRAGMA temp_store = FILE; VACUUM;";
  static const char merge[] = "INSERT INTO message_text (message_text) VALUES ('optimize');"
                              "INSERT INTO message_signs (message_signs) VALUES ('optimize');"
                              "INSERT INTO lead_name (lead_name) VALUES ('optimize');";
  gboolean ok = ante_db_exec (db, merge, error) && ante_db_exec (db, rewrite, error);

  ante_db_exec (db, "PRAGMA temp_store = MEMORY", NULL);
  return ok && empty_log (db, error) &&
         ante_db_run (db, error, "DELETE FROM wipe WHERE file = ''", "");
}

gboolean
ante_wipe_run (AnteDb *db, const char *data_dir, GError **error)
{
  return remove_files (db, data_dir, error) && wipe_pages (db, error);
}
