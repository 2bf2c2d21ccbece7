#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-notes.h"

#include "rules/ante-text.h"
#include "store/ante-kept.h"
#include "store/ante-rows.h"

static const AnteKept ROWS = ANTE_KEPT ("note", ANTE_FIELD_NOTE, "the note");

static AnteNote *
read_note (sqlite3_stmt *stmt)
{
  AnteNote *note = ante_note_new ();

  note->id = sqlite3_column_int64 (stmt, 0);
  note->lead_id = sqlite3_column_int64 (stmt, 1);
  note->at = sqlite3_column_int64 (stmt, 2);
  note->edited_at = sqlite3_column_int64 (stmt, 3);
  note->author = ante_stmt_dup_text (stmt, 4);
  note->text = ante_stmt_dup_text (stmt, 5);
  return note;
}

GPtrArray *
ante_notes_read (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT id, lead_id, at, edited_at, author, text FROM note"
                            " WHERE lead_id = ?1 AND kept = 1 ORDER BY at, id";
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_note_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (notes, read_note (stmt));

  if (read_error == NULL)
    return g_steal_pointer (&notes);
  g_propagate_error (error, read_error);
  return NULL;
}

/* TRUE with NULL where there is none: it was changed or deleted since, or is another lead's. */
static gboolean
find_note (AnteDb *db, gint64 lead_id, gint64 id, AnteNote **found, GError **error)
{
  g_autoptr (GPtrArray) notes = ante_notes_read (db, lead_id, error);

  *found = NULL;
  for (guint i = 0; notes != NULL && i < notes->len && *found == NULL; i++) {
    if (((AnteNote *) notes->pdata[i])->id == id)
      *found = ante_note_copy (notes->pdata[i]);
  }
  return notes != NULL;
}

/* Who wrote it, and when, stays as it was. */
static gboolean
add_row (AnteDb *db,
         const AnteAct *act,
         gint64 lead_id,
         const AnteNote *older,
         const char *text,
         gint64 *id,
         GError **error)
{
  if (!ante_db_run (db, error,
                    "INSERT INTO note (lead_id, at, edited_at, author, text)"
                    " VALUES (?1, ?2, ?3, ?4, ?5)",
                    "iiiss", lead_id, older != NULL ? older->at : act->now,
                    older != NULL ? act->now : (gint64) 0,
                    older != NULL ? older->author : act->actor, text))
    return FALSE;
  *id = (gint64) sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

gboolean
ante_notes_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 id = ante_rows_parse_number (change->value);
  g_autofree char *text =
    change->detail != NULL ? g_strchomp (ante_text_clean (change->detail, -1, 0)) : NULL;
  g_autoptr (AnteNote) older = NULL;
  gint64 next = 0;

  if ((text != NULL && (*text == '\0' || g_utf8_strlen (text, -1) > ANTE_NOTE_MAX_CHARS)) ||
      (text == NULL && id == 0))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a note has 1 to 4000 characters");
  if (id != 0 && !find_note (db, change->lead_id, id, &older, error))
    return FALSE;
  if (id != 0 && older == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, ROWS.changed);
  if (older != NULL && g_strcmp0 (older->text, text) == 0)
    return TRUE;
  if (text != NULL && !add_row (db, act, change->lead_id, older, text, &next, error))
    return FALSE;
  return ante_kept_replace (db, &ROWS, act, change->lead_id, id, next, error);
}

gboolean
ante_notes_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  return ante_kept_flip (db, &ROWS, event, error);
}
