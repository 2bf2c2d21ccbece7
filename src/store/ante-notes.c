#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-notes.h"

#include "rules/ante-text.h"
#include "store/ante-rows.h"

static gboolean
refuse (GError **error, AnteStoreError code, const char *why)
{
  g_set_error_literal (error, ANTE_STORE_ERROR, code, why);
  return FALSE;
}

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

static gboolean
set_kept (AnteDb *db, gint64 id, gboolean kept, GError **error)
{
  return id == 0 || ante_db_run (db, error, "UPDATE note SET kept = ?2 WHERE id = ?1", "ii", id,
                                 (gint64) kept);
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

static char *
dup_id (gint64 id)
{
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

gboolean
ante_notes_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 id = change->value != NULL ? g_ascii_strtoll (change->value, NULL, 10) : 0;
  g_autofree char *text =
    change->detail != NULL ? g_strchomp (ante_text_clean (change->detail, -1, 0)) : NULL;
  g_autoptr (AnteNote) older = NULL;
  g_autofree char *old = dup_id (id);
  g_autofree char *new = NULL;
  gint64 next = 0;

  if ((text != NULL && (*text == '\0' || g_utf8_strlen (text, -1) > ANTE_NOTE_MAX_CHARS)) ||
      (text == NULL && id == 0))
    return refuse (error, ANTE_STORE_ERROR_INVALID, "a note has 1 to 4000 characters");
  if (id != 0 && !find_note (db, change->lead_id, id, &older, error))
    return FALSE;
  if (id != 0 && older == NULL)
    return refuse (error, ANTE_STORE_ERROR_CONFLICT, "the note was changed or deleted since");
  if (older != NULL && g_strcmp0 (older->text, text) == 0)
    return TRUE;
  if (text != NULL && !add_row (db, act, change->lead_id, older, text, &next, error))
    return FALSE;
  new = dup_id (next);
  return set_kept (db, id, FALSE, error) &&
         ante_fields_write_event (db, act, change->lead_id, 0, ANTE_FIELD_NOTE, old, new, error);
}

gboolean
ante_notes_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 holds = event->to != NULL ? g_ascii_strtoll (event->to, NULL, 10) : 0;
  gint64 comes = event->from != NULL ? g_ascii_strtoll (event->from, NULL, 10) : 0;
  g_autoptr (AnteNote) note = NULL;

  if (holds != 0 && !find_note (db, event->lead_id, holds, &note, error))
    return FALSE;
  if (holds != 0 && note == NULL)
    return refuse (error, ANTE_STORE_ERROR_CONFLICT, "the note was changed again since");
  return set_kept (db, holds, FALSE, error) && set_kept (db, comes, TRUE, error);
}
