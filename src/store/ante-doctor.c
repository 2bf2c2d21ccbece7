#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-care.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "store/ante-chain.h"
#include "store/ante-store-private.h"

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

/* A database that is well but cannot be read is not to be replaced by an older one. */
static const char *
describe_error (const GError *error)
{
  switch (error->code) {
  case ANTE_STORE_ERROR_FUTURE:
    return "It was written by a later Anteroom. Update Anteroom; nothing was changed.";
  case ANTE_STORE_ERROR_DAMAGED:
    return "It is damaged. Restore a backup: anteroomctl restore FILE. The damaged file is kept.";
  case ANTE_STORE_ERROR_READ_ONLY:
    return "It cannot be opened. Check whose file it is, and that you may read it and write to its "
           "folder.";
  case ANTE_STORE_ERROR_NO_SPACE:
    return "It cannot be read: the disk is full. Make room on it.";
  default:
    return "It cannot be read: the disk or another program stands in the way. Try again; if it "
           "stays so, check the disk and copy the folder to another one.";
  }
}

static gboolean
add_trouble (GPtrArray *checks, const char *name, const GError *error)
{
  if (error == NULL)
    return FALSE;

  g_debug ("%s could not be checked: %s", name, error->message);
  add_check (checks, name, FALSE, describe_error (error));
  return TRUE;
}

static void
check_references (GPtrArray *checks, AnteDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 keys = 0;

  ante_db_get_int (db, &error, &keys, "SELECT count(*) FROM pragma_foreign_key_check", "");
  if (add_trouble (checks, "references", error))
    return;
  add_check (checks, "references", keys == 0,
             keys == 0 ? "Every row points to one that exists."
                       : "Some rows point to others that are gone. Restore a backup.");
}

static void
check_database (GPtrArray *checks, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *answer = NULL;
  GStatBuf info = { 0 };

  if (g_stat (file, &info) != 0 && errno == ENOENT) {
    add_check (checks, "database", TRUE, "There is none yet; it is made when Anteroom starts.");
    return;
  }
  if (ante_migrations_check_file (file, &error) &&
      (db = ante_db_open (file, ANTE_DB_READ, &error)) != NULL)
    answer = ante_db_get_text (db, &error, "PRAGMA quick_check (1)", "");
  if (error == NULL && g_strcmp0 (answer, "ok") != 0)
    g_set_error_literal (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED,
                         "the database does not check out");
  if (add_trouble (checks, "database", error))
    return;

  add_check (checks, "database", TRUE, "Its pages check out.");
  check_references (checks, db);
}

/* The index is asked for the newest texts, which is where an index that fell behind would show. */
static void
check_search (GPtrArray *checks, const char *file)
{
  static const char sql[] =
    "SELECT count(*) FROM (SELECT id, text FROM message WHERE text <> '' ORDER BY id DESC LIMIT "
    "500)"
    " AS newest WHERE NOT EXISTS (SELECT 1 FROM message_text_docsize WHERE id = newest.id)";
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDb) db = NULL;
  gint64 missing = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS) ||
      (db = ante_db_open (file, ANTE_DB_READ, NULL)) == NULL)
    return;

  ante_db_get_int (db, &error, &missing, sql, "");
  if (add_trouble (checks, "search-index", error))
    return;
  add_check (checks, "search-index", missing == 0,
             missing == 0 ? "The newest messages can be found."
                          : "Some messages cannot be found by search. Restore a backup.");
}

static void
check_schema (GPtrArray *checks, const char *file)
{
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *words = NULL;
  gint64 version = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS) || !ante_migrations_check_file (file, NULL) ||
      (db = ante_db_open (file, ANTE_DB_READ, NULL)) == NULL ||
      !ante_db_get_int (db, NULL, &version, "PRAGMA user_version", ""))
    return;

  words = g_strdup_printf (version == ante_store_get_schema_version ()
                             ? "It has schema %d, as this Anteroom needs."
                             : "It has schema %d; it is brought up to date at the next start.",
                           (int) version);
  add_check (checks, "schema", TRUE, words);
}

static gint64
find_newest_backup (const char *data_dir)
{
  g_autofree char *backups = g_build_filename (data_dir, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name = NULL;
  gint64 newest = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (backups, name, NULL);
    GStatBuf info = { 0 };

    if (g_str_has_prefix (name, "day-") && g_stat (file, &info) == 0)
      newest = MAX (newest, (gint64) info.st_mtime);
  }
  return newest;
}

static void
check_backup (GPtrArray *checks, const char *data_dir)
{
  gint64 newest = find_newest_backup (data_dir);
  gint64 days = (g_get_real_time () / G_USEC_PER_SEC - newest) / (24 * 60 * 60);
  g_autofree char *words = NULL;

  if (newest == 0)
    words = g_strdup ("There is none yet; one is made on each day that Anteroom runs.");
  else if (days <= 8)
    words = g_strdup_printf ("The newest is %d days old.", (int) days);
  else
    words =
      g_strdup_printf ("The newest is %d days old. Make one: anteroomctl backup FILE.", (int) days);
  add_check (checks, "backup", newest == 0 || days <= 8, words);
}

static void
check_outbox (GPtrArray *checks, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDb) db = NULL;
  gint64 uncertain = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS) ||
      (db = ante_db_open (file, ANTE_DB_READ, NULL)) == NULL)
    return;

  ante_db_get_int (db, &error, &uncertain, "SELECT count(*) FROM outbox WHERE state = 'uncertain'",
                   "");
  if (error != NULL) {
    g_debug ("the outbox could not be checked: %s", error->message);
    add_check (checks, "outbox", FALSE,
               "It could not be read, so nobody knows whether answers wait for a decision.");
    return;
  }
  add_check (checks, "outbox", uncertain == 0,
             uncertain == 0
               ? "Nothing waits for a decision."
               : "Some answers may or may not have left. Settle them: anteroomctl outbox.");
}

/* What was judged, decided and sent, each row with the hash of the one before. */
static void
check_record (GPtrArray *checks, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDb) db = NULL;
  g_autofree char *words = NULL;
  gint64 version = 0;
  gint64 rows = 0;
  gint64 broken = 0;

  if (!g_file_test (file, G_FILE_TEST_EXISTS) || !ante_migrations_check_file (file, NULL) ||
      (db = ante_db_open (file, ANTE_DB_READ, NULL)) == NULL ||
      !ante_db_get_int (db, NULL, &version, "PRAGMA user_version", "") || version < 8)
    return;

  ante_chain_check (db, &rows, &broken, &error);
  if (add_trouble (checks, "record", error))
    return;
  if (broken != 0)
    words = g_strdup_printf (
      "Row %" G_GINT64_FORMAT
      " of the record of verdicts, decisions and sends was changed after it "
      "was written, or one before it is gone. What it says from there on proves nothing. A backup "
      "of before holds it as it was.",
      broken);
  else
    words = g_strdup_printf (
      "Verdicts, decisions and sends stand as they were written: %" G_GINT64_FORMAT " of them.",
      rows);
  add_check (checks, "record", broken == 0, words);
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
  check_schema (checks, file);
  check_search (checks, file);
  check_outbox (checks, file);
  check_record (checks, file);
  check_space (checks, data_dir);
  check_permissions (checks, data_dir, file);
  check_backup (checks, data_dir);
  add_check (checks, "lock", TRUE, held != NULL ? held : "Nobody holds the folder.");
  return checks;
}
