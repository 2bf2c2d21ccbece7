#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-playbooks.h"

#include "rules/playbook/ante-playbook-doc.h"
#include "store/ante-store-changes.h"

#define COLUMNS                                                                                    \
  "id, version, document, sha256, at, party, note, used,"                                          \
  " id IS (SELECT cast (value AS INTEGER) FROM setting WHERE key = 'playbook')"

static AntePlaybookVersion *
read_row (sqlite3_stmt *stmt)
{
  AntePlaybookVersion *version = ante_playbook_version_new ();

  version->id = sqlite3_column_int64 (stmt, 0);
  version->version = sqlite3_column_int64 (stmt, 1);
  version->document = ante_stmt_dup_text (stmt, 2);
  version->sha256 = ante_stmt_dup_text (stmt, 3);
  version->at = sqlite3_column_int64 (stmt, 4);
  version->party = ante_stmt_dup_text (stmt, 5);
  version->note = ante_stmt_dup_text (stmt, 6);
  version->used = sqlite3_column_int (stmt, 7) != 0;
  version->active = sqlite3_column_int (stmt, 8) != 0;
  return version;
}

AntePlaybookVersion *
ante_playbooks_get (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT " COLUMNS " FROM playbook_version WHERE id = CASE ?1 WHEN 0 THEN"
    " (SELECT cast (value AS INTEGER) FROM setting WHERE key = 'playbook') ELSE ?1 END";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", id);
  AntePlaybookVersion *version = NULL;

  if (stmt != NULL && ante_db_next (db, stmt, &read_error))
    version = read_row (stmt);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return version;
}

/* The newest first; those that were replaced before anything was decided by them are not told of.
 */
GPtrArray *
ante_playbooks_list (AnteDb *db, GError **error)
{
  static const char sql[] =
    "SELECT " COLUMNS " FROM playbook_version WHERE replaced = 0 ORDER BY version DESC";
  GPtrArray *versions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_playbook_version_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (versions, read_row (stmt));
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return versions;
}

static gboolean
set_active (AnteDb *db, const char *id, GError **error)
{
  if (id == NULL)
    return ante_db_run (db, error, "DELETE FROM setting WHERE key = 'playbook'", "");
  return ante_db_run (db, error,
                      "INSERT INTO setting (key, value) VALUES ('playbook', ?1)"
                      " ON CONFLICT (key) DO UPDATE SET value = ?1",
                      "s", id);
}

/* The document as version @number has it. */
static char *
number (const char *document, gint64 version, GError **error)
{
  g_autoptr (AntePlaybookDoc) doc = ante_playbook_doc_parse (document, -1, NULL);
  g_autoptr (AntePlan) plan = NULL;
  g_autoptr (GError) cause = NULL;

  if (doc != NULL) {
    ante_playbook_doc_set_number (doc, "version", (double) version);
    plan = ante_playbook_doc_read (doc, &cause);
  }
  if (plan == NULL) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                 "the playbook cannot be read: %s", cause != NULL ? cause->message : "no JSON");
    return NULL;
  }
  return ante_playbook_doc_write (doc);
}

/* Which number the next one has, and which row gives up its own for that (0: none). */
static gboolean
find_number (AnteDb *db, gboolean replace, gint64 *version, gint64 *replaced, GError **error)
{
  static const char newest[] = "SELECT id, version, used FROM playbook_version WHERE replaced = 0"
                               " ORDER BY version DESC LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, newest, "");

  *version = 1;
  *replaced = 0;
  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gboolean free = replace && sqlite3_column_int (stmt, 2) == 0;

    *version = sqlite3_column_int64 (stmt, 1) + (free ? 0 : 1);
    *replaced = free ? sqlite3_column_int64 (stmt, 0) : 0;
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
is_same (const AntePlaybookVersion *active, const char *document)
{
  g_autofree char *numbered = active != NULL ? number (document, active->version, NULL) : NULL;

  return numbered != NULL && g_str_equal (numbered, active->document);
}

gboolean
ante_playbooks_keep (AnteDb *db,
                     const AnteAct *act,
                     const char *document,
                     const char *note,
                     gboolean replace,
                     GError **error)
{
  static const char add[] = "INSERT INTO playbook_version (version, document, sha256, at, party, "
                            "note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
  GError *read_error = NULL;
  g_autoptr (AntePlaybookVersion) active = ante_playbooks_get (db, 0, &read_error);
  g_autofree char *numbered = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  gint64 version = 0;
  gint64 replaced = 0;

  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (is_same (active, document))
    return TRUE;
  if (!find_number (db, replace, &version, &replaced, error) ||
      (numbered = number (document, version, error)) == NULL ||
      !ante_db_run (db, error, "UPDATE playbook_version SET replaced = 1 WHERE id = ?1", "i",
                    replaced))
    return FALSE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, numbered, -1);
  if (!ante_db_run (db, error, add, "ississ", version, numbered, hash, act->now, act->actor, note))
    return FALSE;

  old = active != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, active->id) : NULL;
  new = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_last_insert_rowid (db->handle));
  ante_db_touch (db, ANTE_STORE_PLAYBOOK | ANTE_STORE_EVENTS, 0);
  return set_active (db, new, error) &&
         ante_fields_write_event (db, act, 0, 0, ANTE_FIELD_PLAYBOOK, old, new, error);
}

gboolean
ante_playbooks_is_theirs (const AnteEvent *event)
{
  return event->lead_id == 0 && event->stage_id == 0 &&
         g_str_equal (event->field, ANTE_FIELD_PLAYBOOK);
}

/* A row never changes: the one before holds again, under the number that it had. */
static gboolean
swap_numbers (AnteDb *db, const AnteEvent *event, GError **error)
{
  static const char takes[] =
    "UPDATE playbook_version SET replaced = 1 WHERE id = ?1 AND used = 0 AND EXISTS (SELECT 1 FROM"
    " playbook_version AS other WHERE other.id = ?2 AND other.replaced = 1"
    " AND other.version = playbook_version.version)";
  static const char gives[] =
    "UPDATE playbook_version SET replaced = 0 WHERE id = ?1 AND replaced = 1"
    " AND NOT EXISTS (SELECT 1 FROM playbook_version AS other"
    " WHERE other.replaced = 0 AND other.version = playbook_version.version)";

  return ante_db_run (db, error, takes, "ss", event->to, event->from) &&
         ante_db_run (db, error, gives, "s", event->from);
}

gboolean
ante_playbooks_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  static const char hidden[] =
    "SELECT count(*) FROM playbook_version WHERE id = ?1 AND replaced = 1";
  GError *read_error = NULL;
  g_autofree char *now =
    ante_db_get_text (db, &read_error, "SELECT value FROM setting WHERE key = 'playbook'", "");
  gint64 n = 0;

  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (g_strcmp0 (now, event->to) != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "the playbook was changed again since");
  ante_db_touch (db, ANTE_STORE_PLAYBOOK | ANTE_STORE_EVENTS, 0);
  if (event->from != NULL && (!swap_numbers (db, event, error) ||
                              !ante_db_get_int (db, error, &n, hidden, "s", event->from)))
    return FALSE;
  if (n != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "something was decided by the newer version since");
  return set_active (db, event->from, error);
}
