#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-index.h"

#include "rules/ante-search-match.h"
#include "store/ante-merge.h"

static gboolean
add_signs (AnteDb *db, gint64 id, const char *text, GError **error)
{
  g_autofree char *signs = ante_search_signs (text);

  return signs == NULL ||
         ante_db_run (db, error, "INSERT INTO message_signs (rowid, signs) VALUES (?1, ?2)", "is",
                      id, signs);
}

gboolean
ante_search_index_add (AnteDb *db, gint64 id, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  return ante_db_run (db, error, "INSERT INTO message_text (rowid, text) VALUES (?1, ?2)", "is", id,
                      text) &&
         add_signs (db, id, text, error);
}

gboolean
ante_search_index_remove (AnteDb *db, gint64 id, const char *text, GError **error)
{
  g_autofree char *signs = ante_search_signs (text);

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!ante_db_run (db, error,
                    "INSERT INTO message_text (message_text, rowid, text)"
                    " VALUES ('delete', ?1, ?2)",
                    "is", id, text))
    return FALSE;
  return signs == NULL || ante_db_run (db, error,
                                       "INSERT INTO message_signs (message_signs, rowid, signs)"
                                       " VALUES ('delete', ?1, ?2)",
                                       "is", id, signs);
}

gboolean
ante_search_index_name (AnteDb *db, gint64 lead_id, GError **error)
{
  /* With the names of those who were merged into it, which have no entry of their own. */
  static const char sql[] =
    "INSERT OR REPLACE INTO lead_name (rowid, handle, name)"
    " SELECT id, handles, names FROM (SELECT id, rtrim (handle || ' ' || also) AS handles,"
    "  nullif (concat_names, '') AS names FROM lead JOIN (SELECT coalesce ((WITH RECURSIVE"
    "  person (id) AS (SELECT ?1 UNION SELECT other.id FROM lead AS other JOIN person"
    "  ON other.merged_into = person.id) SELECT group_concat (name, ' ') FROM lead"
    "  WHERE id IN person), '') AS concat_names) WHERE id = ?1)"
    " WHERE NOT EXISTS (SELECT 1 FROM lead_name WHERE rowid = ?1"
    "  AND lead_name.handle IS handles AND lead_name.name IS names)";
  gint64 root = ante_merge_find_root (db, lead_id, error);

  return root > 0 && ante_merge_note_handles (db, root, error) &&
         ante_db_run (db, error, sql, "i", root);
}

gboolean
ante_search_index_fill_signs (AnteDb *db, GError **error)
{
  GError *failure = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &failure, "SELECT id, text FROM message WHERE text <> ''", "");

  while (stmt != NULL && failure == NULL && ante_db_next (db, stmt, &failure))
    add_signs (db, sqlite3_column_int64 (stmt, 0), (const char *) sqlite3_column_text (stmt, 1),
               &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}
