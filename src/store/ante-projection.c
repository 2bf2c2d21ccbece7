#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-projection.h"

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-fields.h"
#include "store/ante-merge.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"

/* Characters of the last message that a card or a row can show at most. */
#define LAST_TEXT_CHARS 160

typedef struct {
  gint64 last_at;
  char *last_text;
  char *last_author;
  gint64 last_lead_at;
  gint64 owes_since;
  guint unread;
} Projection;

/* What stands for a message that has no words. Told in the reader's language by the view, which
 * sees the kind's nick. */
char *
ante_projection_describe (AnteMessage *message)
{
  if (message->unsent)
    return g_strdup ("\x1f"
                     "unsent");
  if (message->text != NULL && *message->text != '\0')
    return ante_text_one_line (message->text, LAST_TEXT_CHARS);
  return g_strconcat ("\x1f", ante_message_kind_to_nick (message->kind), NULL);
}

static void
take_newest (Projection *projection, AnteMessage *message)
{
  projection->last_at = message->at;
  projection->last_text = ante_projection_describe (message);
  projection->last_author = g_strdup (message->author);
}

/*
 * From the newest message back to the last of ours: how far back the answer to "what is owed" lies.
 * What a person marked as done or read ends it too. What was taken back is neither owed nor an
 * answer.
 */
static gboolean
walk_back (AnteDb *db,
           gint64 lead_id,
           gint64 read_at,
           gint64 done_at,
           Projection *projection,
           GError **error)
{
  static const char sql[] = "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1"
                            " ORDER BY at DESC, id DESC";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", lead_id);

  if (stmt == NULL)
    return FALSE;

  while (ante_db_next (db, stmt, &read_error)) {
    g_autoptr (AnteMessage) message = ante_rows_read_message (stmt);

    if (projection->last_at == 0)
      take_newest (projection, message);
    if (message->unsent)
      continue;
    if (ante_party_is_us (message->author) || (message->at <= done_at && message->at <= read_at))
      break;
    if (message->at > done_at)
      projection->owes_since = message->at;
    if (message->at > read_at)
      projection->unread++;
  }

  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_projection_update (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET last_message_at = ?2, last_text = ?3, last_author = ?4, last_lead_at = ?5,"
    " owes_reply_since = ?6, unread = ?7,"
    " n_messages = (SELECT count(*) FROM message WHERE lead_id = ?1),"
    " first_message_at = coalesce ((SELECT min(at) FROM message WHERE lead_id = ?1), 0),"
    " has_gap = merged_into IS NULL AND EXISTS (SELECT 1 FROM gap WHERE lead_id IN"
    "  " ANTE_MERGE_PERSON ") WHERE id = ?1";
  Projection projection = { 0 };
  GError *read_error = NULL;
  gint64 read_at = 0;
  gint64 done_at = 0;
  gboolean ok = FALSE;

  ante_db_get_int (db, &read_error, &read_at, "SELECT read_at FROM lead WHERE id = ?1", "i",
                   lead_id);
  if (read_error == NULL)
    ante_db_get_int (db, &read_error, &done_at, "SELECT done_at FROM lead WHERE id = ?1", "i",
                     lead_id);
  /* Whether a message that was taken back keeps the reply window open is not documented: the
   * stricter reading. */
  if (read_error == NULL)
    ante_db_get_int (db, &read_error, &projection.last_lead_at,
                     "SELECT at FROM message WHERE lead_id = ?1 AND author = 'lead' AND unsent = 0"
                     " ORDER BY at DESC, id DESC LIMIT 1",
                     "i", lead_id);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }

  ok = walk_back (db, lead_id, read_at, done_at, &projection, error) &&
       ante_db_run (db, error, sql, "iissiii", lead_id, projection.last_at, projection.last_text,
                    projection.last_author, projection.last_lead_at, projection.owes_since,
                    (gint64) projection.unread);
  g_free (projection.last_text);
  g_free (projection.last_author);
  return ok;
}

/* Whom Instagram refused to take messages for and who writes again can be written to again. Several
 * of their messages may be of one second. */
gboolean
ante_projection_note_heard (AnteDb *db, gint64 lead_id, gint64 at, GError **error)
{
  return ante_db_run (db, error,
                      "UPDATE lead SET cannot_receive = 0"
                      " WHERE id = ?1 AND cannot_receive = 1 AND last_lead_at <= ?2",
                      "ii", lead_id, at);
}

gboolean
ante_projection_wake (AnteDb *db, gint64 lead_id, gint64 at, gint64 now, GError **error)
{
  static const char sql[] =
    "SELECT snoozed_until > 0 AND last_lead_at <= ?2 FROM lead WHERE id = ?1";
  AnteAct act = { 0, ANTE_PARTY_SYSTEM, ANTE_WHY_WROTE, now, 0, FALSE };
  gint64 wakes = 0;

  if (!ante_db_get_int (db, error, &wakes, sql, "ii", lead_id, at))
    return FALSE;
  if (!wakes)
    return TRUE;
  ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_EVENTS, lead_id);
  return (act.act = ante_rows_next_act (db, error)) > 0 &&
         ante_fields_set (db, &act, lead_id, ANTE_FIELD_SNOOZED, "0", error);
}
