#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-chain.h"

static char *
hash_row (const char *previous, gint64 id, gint64 at, const char *kind, const char *content)
{
  g_autofree char *row = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s",
                                          previous, id, at, kind, content);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, row, -1);
}

static gboolean
read_last (AnteDb *db, gint64 *id, char **hash, GError **error)
{
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &read_error, "SELECT id, hash FROM record ORDER BY id DESC LIMIT 1", "");

  *id = 0;
  *hash = NULL;
  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    *id = sqlite3_column_int64 (stmt, 0);
    *hash = ante_stmt_dup_text (stmt, 1);
  }
  if (*hash == NULL)
    *hash = g_strdup ("");
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_chain_append (
  AnteDb *db, gint64 at, const char *kind, const char *content, gint64 *id, GError **error)
{
  static const char sql[] = "INSERT INTO record (id, at, kind, content, previous, hash)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 last = 0;

  if (!read_last (db, &last, &previous, error))
    return FALSE;
  hash = hash_row (previous, last + 1, at, kind, content);
  if (id != NULL)
    *id = last + 1;
  return ante_db_run (db, error, sql, "iissss", last + 1, at, kind, content, previous, hash);
}

static char *
hash_receipt (const char *text, const char *body)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
  g_checksum_update (sum, (const guchar *) body, -1);
  return g_strdup (g_checksum_get_string (sum));
}

gboolean
ante_chain_add_receipt (
  AnteDb *db, const AnteReceipt *receipt, gint64 draft_id, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO receipt (record_id, lead_id, at, kind, automatic, text, playbook_id, engine, body)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, 0), ?8, ?9)";
  g_autofree char *hash = hash_receipt (receipt->text, receipt->body);
  g_autofree char *content =
    g_strdup_printf ("verdict %s\nlead %" G_GINT64_FORMAT "\ndraft %" G_GINT64_FORMAT
                     "\nautomatic %d\nplaybook %" G_GINT64_FORMAT "\nengine %s\nreceipt %s",
                     ante_verdict_kind_to_nick (receipt->kind), receipt->lead_id, draft_id,
                     receipt->automatic, receipt->playbook_version, receipt->engine, hash);
  gint64 record_id = 0;

  if (!ante_chain_append (db, receipt->at, "verdict", content, &record_id, error) ||
      !ante_db_run (db, error, sql, "iiisisiss", record_id, receipt->lead_id, receipt->at,
                    ante_verdict_kind_to_nick (receipt->kind), (gint64) receipt->automatic,
                    receipt->text, receipt->playbook_id, receipt->engine, receipt->body))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);
  return ante_db_run (db, error, "UPDATE playbook_version SET used = 1 WHERE id = ?1 AND used = 0",
                      "i", receipt->playbook_id);
}

/* One that was forgotten with its lead has nothing to compare. */
static gboolean
receipt_fits (sqlite3_stmt *stmt, const char *content)
{
  const char *text = (const char *) sqlite3_column_text (stmt, 6);
  const char *body = (const char *) sqlite3_column_text (stmt, 7);
  g_autofree char *hash = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || body == NULL)
    return TRUE;
  hash = hash_receipt (text, body);
  line = g_strconcat ("\nreceipt ", hash, NULL);
  return g_str_has_suffix (content, line);
}

gboolean
ante_chain_check (AnteDb *db, gint64 *n_rows, gint64 *broken, GError **error)
{
  static const char sql[] =
    "SELECT record.id, record.at, record.kind, content, previous, hash, text, body"
    " FROM record LEFT JOIN receipt ON receipt.record_id = record.id ORDER BY record.id";
  g_autofree char *last = g_strdup ("");
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "");

  *n_rows = *broken = 0;
  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);
    const char *content = (const char *) sqlite3_column_text (stmt, 3);
    const char *hash = (const char *) sqlite3_column_text (stmt, 5);
    g_autofree char *expected = hash_row (last, id, sqlite3_column_int64 (stmt, 1),
                                          (const char *) sqlite3_column_text (stmt, 2), content);

    ++*n_rows;
    if (*broken == 0 &&
        (id != *n_rows || g_strcmp0 ((const char *) sqlite3_column_text (stmt, 4), last) != 0 ||
         g_strcmp0 (hash, expected) != 0 || !receipt_fits (stmt, content)))
      *broken = id;
    g_free (last);
    last = g_strdup (hash);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}
