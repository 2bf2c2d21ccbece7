#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-ingest.h"

#include "model/ante-party.h"
#include "rules/ante-source.h"
#include "store/ante-projection.h"
#include "store/ante-rows.h"

/* A message that we sent this lately may still be missing from what Instagram lists. */
#define OWN_LAG_MS (2 * 60 * 1000)

/* What the lead's row held before this answer. */
typedef struct {
  gint64 lead_id;
  gboolean is_new;
  gint64 newest_at;
  gint64 last_message_at;
  char *newest_mid;
} Before;

static gboolean
insert_lead (AnteDb *db, const AnteThread *thread, gint64 now, Before *before, GError **error)
{
  static const char sql[] =
    "INSERT INTO lead (igsid, thread_id, handle, stage_id, stage_since, owner, created_at)"
    " VALUES (?1, ?2, coalesce (?3, ''),"
    " (SELECT id FROM stage WHERE role = 'new-inbound' ORDER BY position LIMIT 1), ?4,"
    " coalesce ((SELECT value FROM setting WHERE key = 'default-owner'), 'coach'), ?4)";

  if (!ante_db_run (db, error, sql, "sssi", thread->igsid, thread->id, thread->username, now))
    return FALSE;

  before->lead_id = sqlite3_last_insert_rowid (db->handle);
  before->is_new = TRUE;
  return TRUE;
}

static gboolean
find_lead (AnteDb *db, const AnteThread *thread, Before *before, GError **error)
{
  static const char sql[] =
    "SELECT id, newest_at, last_message_at, newest_mid FROM lead WHERE igsid = ?1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "s", thread->igsid);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    before->lead_id = sqlite3_column_int64 (stmt, 0);
    before->newest_at = sqlite3_column_int64 (stmt, 1);
    before->last_message_at = sqlite3_column_int64 (stmt, 2);
    before->newest_mid = ante_stmt_dup_text (stmt, 3);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
insert_attachments (AnteDb *db, AnteMessage *message, gint64 id, GError **error)
{
  static const char sql[] = "INSERT INTO attachment (message_id, position, kind, mime, url, "
                            "preview_url, title, width, height)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

  for (guint i = 0; message->attachments != NULL && i < message->attachments->len; i++) {
    const AnteAttachment *attachment = message->attachments->pdata[i];

    if (!ante_db_run (db, error, sql, "iisssssii", id, (gint64) i,
                      ante_message_kind_to_nick (attachment->kind), attachment->mime,
                      attachment->url, attachment->preview_url, attachment->title,
                      (gint64) attachment->width, (gint64) attachment->height))
      return FALSE;
  }
  return TRUE;
}

static gboolean
index_text (AnteDb *db, gint64 id, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  return ante_db_run (db, error, "INSERT INTO message_text (rowid, text) VALUES (?1, ?2)", "is", id,
                      text);
}

static gboolean
unindex_text (AnteDb *db, gint64 id, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  return ante_db_run (
    db, error, "INSERT INTO message_text (message_text, rowid, text) VALUES ('delete', ?1, ?2)",
    "is", id, text);
}

/* TRUE with @inserted telling whether it was new. */
static gboolean
insert_message (
  AnteDb *db, gint64 lead_id, AnteMessage *message, gboolean *inserted, GError **error)
{
  static const char sql[] = "INSERT INTO message (lead_id, mid, at, author, kind, text, reply_to, "
                            "story_id, story_url, reactions)"
                            " VALUES (?1, ?2, ?3, coalesce ((SELECT author FROM outbox WHERE mid = "
                            "?2), ?4), ?5, ?6, ?7, ?8,"
                            " ?9, ?10) ON CONFLICT (mid) DO NOTHING";
  gint64 id = 0;

  if (!ante_db_run (db, error, sql, "isisssssss", lead_id, message->mid, message->at,
                    message->author, ante_message_kind_to_nick (message->kind), message->text,
                    message->reply_to, message->story_id, message->story_url, message->reactions))
    return FALSE;

  *inserted = sqlite3_changes (db->handle) > 0;
  if (!*inserted)
    return TRUE;

  id = sqlite3_last_insert_rowid (db->handle);
  return index_text (db, id, message->text, error) && insert_attachments (db, message, id, error);
}

static gboolean
refresh_attachments (AnteDb *db, AnteMessage *message, gint64 id, GError **error)
{
  if (message->attachments == NULL)
    return TRUE;
  return ante_db_run (db, error, "DELETE FROM attachment WHERE message_id = ?1", "i", id) &&
         insert_attachments (db, message, id, error);
}

/*
 * A message that is known may have been edited, reacted to, or have fresh addresses of its media.
 * The time stays: for one that we sent it is the moment of sending until Instagram's own is read.
 */
static gboolean
update_message (AnteDb *db, AnteMessage *message, gboolean *changed, GError **error)
{
  static const char find[] = "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE mid = ?1";
  static const char sql[] = "UPDATE message SET text = ?2, reactions = ?3, at = ?4, kind = ?5,"
                            " unsent = 0 WHERE id = ?1";
  g_autoptr (AnteMessage) stored = NULL;

  {
    g_auto (AnteStmt) stmt = ante_db_query (db, error, find, "s", message->mid);

    if (stmt == NULL || !ante_db_next (db, stmt, error))
      return FALSE;
    stored = ante_rows_read_message (stmt);
  }

  *changed = g_strcmp0 (stored->text, message->text) != 0 || stored->unsent ||
             g_strcmp0 (stored->reactions, message->reactions) != 0 || stored->at != message->at;
  if (!*changed)
    return TRUE;

  if (!ante_db_run (db, error, sql, "issis", stored->id, message->text, message->reactions,
                    message->at, ante_message_kind_to_nick (message->kind)))
    return FALSE;
  if (g_strcmp0 (stored->text, message->text) != 0 &&
      (!unindex_text (db, stored->id, stored->text, error) ||
       !index_text (db, stored->id, message->text, error)))
    return FALSE;
  return refresh_attachments (db, message, stored->id, error);
}

/* Oldest first, so that among messages of one second the older has the smaller row id. */
static gboolean
write_messages (AnteDb *db,
                const AnteThread *thread,
                Before *before,
                AnteIngestResult *counts,
                guint *n_new,
                gboolean *any_changed,
                GError **error)
{
  for (guint i = thread->messages->len; i-- > 0;) {
    AnteMessage *message = thread->messages->pdata[i];
    gboolean inserted = FALSE;
    gboolean changed = FALSE;

    if (!insert_message (db, before->lead_id, message, &inserted, error))
      return FALSE;
    if (!inserted && !update_message (db, message, &changed, error))
      return FALSE;

    *n_new += inserted;
    *any_changed |= inserted || changed;
    counts->messages_new += inserted;
    counts->messages_known += !inserted;
  }
  return TRUE;
}

static gboolean
add_gap (
  AnteDb *db, gint64 lead_id, gint64 after_at, gint64 before_at, guint missing, GError **error)
{
  static const char sql[] =
    "INSERT INTO gap (lead_id, after_at, before_at, missing) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (lead_id, before_at) DO UPDATE SET missing = max (missing, ?4)";

  return ante_db_run (db, error, sql, "iiii", lead_id, after_at, before_at, (gint64) missing);
}

/* A hole: older messages exist that were neither read now nor stored before. */
static gboolean
mark_gap (AnteDb *db, const AnteThread *thread, const Before *before, guint n_new, GError **error)
{
  AnteMessage *oldest = NULL;

  if (thread->messages->len == 0)
    return TRUE;

  oldest = thread->messages->pdata[thread->messages->len - 1];
  if (before->newest_at == 0)
    return !thread->has_older ||
           add_gap (db, before->lead_id, 0, oldest->at, thread->missed, error);

  if (n_new < thread->messages->len || !thread->has_older || oldest->at < before->newest_at)
    return TRUE;
  return add_gap (db, before->lead_id, before->newest_at, oldest->at, thread->missed, error);
}

/*
 * A stored message that lies between two that were read, and was not read, was taken back by its
 * author: what it said has to go (Platform Terms; see the policy section of the wire's notes in
 * instagram/).
 */
static gboolean
clear_unsent (AnteDb *db,
              const AnteThread *thread,
              const Before *before,
              gint64 now,
              AnteIngestResult *counts,
              GError **error)
{
  static const char sql[] =
    "SELECT id, mid, text FROM message WHERE lead_id = ?1 AND at > ?2 AND at < ?3 AND unsent = 0"
    " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.mid = message.mid AND settled_at > ?4)";
  g_autoptr (GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  AnteMessage *newest = NULL;
  AnteMessage *oldest = NULL;
  GError *read_error = NULL;

  if (thread->messages->len < 2 || before->is_new)
    return TRUE;

  newest = thread->messages->pdata[0];
  oldest = thread->messages->pdata[thread->messages->len - 1];
  for (guint i = 0; i < thread->messages->len; i++)
    g_hash_table_add (read, ((AnteMessage *) thread->messages->pdata[i])->mid);

  {
    g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "iiii", before->lead_id,
                                            oldest->at, newest->at, now - OWN_LAG_MS);

    while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      if (g_hash_table_contains (read, sqlite3_column_text (stmt, 1)))
        continue;
      g_array_append_val (ids, id);
      g_ptr_array_add (texts, ante_stmt_dup_text (stmt, 2));
    }
  }
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }

  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (!unindex_text (db, id, texts->pdata[i], error) ||
        !ante_db_run (db, error, "DELETE FROM attachment WHERE message_id = ?1", "i", id) ||
        !ante_db_run (
          db, error,
          "UPDATE message SET unsent = 1, text = NULL, story_url = NULL, reactions = NULL"
          " WHERE id = ?1",
          "i", id))
      return FALSE;
  }
  counts->unsent += ids->len;
  return TRUE;
}

static gboolean
add_touch (AnteDb *db,
           gint64 lead_id,
           AnteSourceKind kind,
           const char *detail,
           AnteMessage *evidence,
           GError **error)
{
  return ante_db_run (db, error,
                      "INSERT INTO touch (lead_id, kind, detail, at, evidence, origin)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, 'rule')",
                      "issis", lead_id, ante_source_kind_to_nick (kind), detail, evidence->at,
                      evidence->mid);
}

/* Where a new lead came from, as far as the wire tells; for a known one, whether it has come back.
 */
static gboolean
note_source (AnteDb *db, const AnteThread *thread, const Before *before, GError **error)
{
  AnteMessage *oldest = NULL;
  const char *detail = NULL;
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

  if (thread->messages->len == 0)
    return TRUE;

  oldest = thread->messages->pdata[thread->messages->len - 1];
  if (before->is_new) {
    kind = ante_source_of_first (oldest, !thread->has_older, &detail);
    if (kind == ANTE_SOURCE_UNKNOWN)
      return TRUE;
    return ante_db_run (db, error, "UPDATE lead SET source = ?2, source_detail = ?3 WHERE id = ?1",
                        "iss", before->lead_id, ante_source_kind_to_nick (kind), detail) &&
           add_touch (db, before->lead_id, kind, detail, oldest, error);
  }

  for (guint i = thread->messages->len; i-- > 0;) {
    AnteMessage *message = thread->messages->pdata[i];

    if (message->at <= before->last_message_at)
      continue;
    if (ante_party_is_us (message->author) ||
        !ante_source_is_reactivation (before->last_message_at, message->at))
      return TRUE;
    return add_touch (db, before->lead_id, ANTE_SOURCE_REACTIVATION, NULL, message, error);
  }
  return TRUE;
}

static gboolean
write_thread_state (AnteDb *db, const AnteThread *thread, const Before *before, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET thread_id = ?2, thread_updated_at = max (thread_updated_at, ?3),"
    " handle = CASE WHEN ?4 IS NULL OR ?4 = '' THEN handle ELSE ?4 END,"
    " newest_mid = CASE WHEN ?6 >= newest_at THEN ?5 ELSE newest_mid END,"
    " newest_at = max (newest_at, ?6) WHERE id = ?1";
  AnteMessage *newest = thread->messages->len > 0 ? thread->messages->pdata[0] : NULL;

  return ante_db_run (db, error, sql, "isissi", before->lead_id, thread->id, thread->updated_at,
                      thread->username, newest != NULL ? newest->mid : before->newest_mid,
                      newest != NULL ? newest->at : before->newest_at);
}

gboolean
ante_ingest_thread (
  AnteDb *db, const AnteThread *thread, gint64 now, AnteIngestResult *counts, GError **error)
{
  Before before = { 0 };
  guint unsent = counts->unsent;
  gboolean changed = FALSE;
  gboolean ok = FALSE;
  guint n_new = 0;

  ok = find_lead (db, thread, &before, error) &&
       (before.lead_id != 0 || insert_lead (db, thread, now, &before, error)) &&
       write_messages (db, thread, &before, counts, &n_new, &changed, error) &&
       mark_gap (db, thread, &before, n_new, error) &&
       clear_unsent (db, thread, &before, now, counts, error) &&
       note_source (db, thread, &before, error) && write_thread_state (db, thread, &before, error);

  changed |= before.is_new || counts->unsent > unsent;
  if (ok && changed) {
    ok = ante_projection_update (db, before.lead_id, error);
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_ORDER, before.lead_id);
  }
  if (before.is_new) {
    counts->leads_new++;
    ante_db_touch (db, ANTE_STORE_STAGES, 0);
  }
  g_free (before.newest_mid);
  return ok;
}
