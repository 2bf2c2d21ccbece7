#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-index.h"

#include "rules/ante-search-match.h"

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
  static const char sql[] =
    "INSERT OR REPLACE INTO lead_name (rowid, handle, name)"
    " SELECT id, handle, name FROM lead WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM lead_name"
    "  WHERE rowid = ?1 AND lead_name.handle IS lead.handle AND lead_name.name IS lead.name)";

  return ante_db_run (db, error, sql, "i", lead_id);
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
