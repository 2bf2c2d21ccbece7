#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-outbox.h"

#include "model/ante-party.h"
#include "store/ante-chain.h"
#include "store/ante-drafts.h"
#include "store/ante-outgoing.h"
#include "store/ante-projection.h"
#include "store/ante-promises.h"
#include "store/ante-rows.h"
#include "store/ante-search-index.h"
#include "store/ante-store-private.h"

/* The history is told what left, by whom and when. The words stand in the thread; where they do
 * not, since no message is known to be it, they stand here. */
static gboolean
note_sent (AnteDb *db, AnteOutboxItem *item, gint64 at, const char *words, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
  AnteEvent event = { .lead_id = item->lead_id,
                      .at = at,
                      .actor = item->author,
                      .field = (char *) "sent",
                      .to = id,
                      .why = (char *) words };

  event.group = ante_rows_next_act (db, error);
  return event.group >= 0 && ante_rows_add_event (db, &event, error) >= 0;
}

typedef struct {
  gint64 id;
  AnteOutboxState from;
  AnteOutboxOutcome outcome;
  char *mid;
  char *error;
  char *data_dir;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_free (settle->mid);
  g_free (settle->error);
  g_free (settle->data_dir);
  g_free (settle);
}

/* A person saw it in Instagram. It may be too old to be read ever: what it answers is answered all
 * the same. */
static gboolean
store_seen (AnteDb *db, AnteOutboxItem *item, GError **error)
{
  return ante_db_run (db, error, "UPDATE lead SET done_at = max (done_at, ?2) WHERE id = ?1", "ii",
                      item->lead_id, item->started_at) &&
         note_sent (db, item, item->started_at, item->file != NULL ? item->file->name : item->text,
                    error);
}

/* What was sent stands in the thread at once, under the name of whoever said it; a poll that was
 * quicker is mended. */
static gboolean
store_message (AnteDb *db, AnteOutboxItem *item, const Settle *settle, GError **error)
{
  static const char insert[] =
    "INSERT INTO message (lead_id, mid, at, author, kind, text, reply_to, via)"
    " VALUES (?1, ?2, ?3, ?4, ?8, ?5, ?6, nullif (?7, 0)) ON CONFLICT (mid) DO NOTHING";
  const char *text = item->file == NULL ? item->text : NULL;
  AnteMessageKind kind = item->file != NULL ? item->file->kind : ANTE_MESSAGE_TEXT;

  if (!ante_db_run (db, error, insert, "isisssis", item->lead_id, settle->mid, settle->outcome.at,
                    item->author, text, item->reply_to, item->via,
                    ante_message_kind_to_nick (kind)))
    return FALSE;

  if (sqlite3_changes (db->handle) > 0)
    return item->file == NULL
             ? ante_search_index_add (db, sqlite3_last_insert_rowid (db->handle), text, error)
             : ante_outgoing_attach (db, sqlite3_last_insert_rowid (db->handle), item->file, error);
  return ante_db_run (db, error, "UPDATE message SET author = ?2 WHERE mid = ?1", "ss", settle->mid,
                      item->author);
}

static gboolean
record_sent (AnteDb *db, AnteOutboxItem *item, const Settle *settle, GError **error)
{
  g_autofree char *content =
    g_strdup_printf ("send %" G_GINT64_FORMAT "\nlead %" G_GINT64_FORMAT "\ndraft %" G_GINT64_FORMAT
                     "\nreceipt %" G_GINT64_FORMAT "\nautomatic %d\nfound %d",
                     item->id, item->lead_id, item->draft_id, item->receipt_id,
                     ante_party_is_automatic (item->author), settle->mid != NULL);

  return ante_chain_append (db, settle->outcome.at, "send", content, NULL, error);
}

static gboolean
store_sent (AnteDb *db, AnteOutboxItem *item, const Settle *settle, GError **error)
{
  gboolean ok = FALSE;

  if (settle->mid == NULL)
    ok = store_seen (db, item, error);
  else
    ok = store_message (db, item, settle, error) &&
         (item->state == ANTE_OUTBOX_SENT || note_sent (db, item, settle->outcome.at, NULL, error));

  if (item->file != NULL && settle->mid != NULL)
    ante_outgoing_keep (settle->data_dir, item->file, settle->mid);
  ante_db_touch (db, ANTE_STORE_MESSAGES | ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_EVENTS,
                 item->lead_id);
  return ok && record_sent (db, item, settle, error) &&
         ante_projection_update (db, item->lead_id, error) &&
         ante_promises_meet (db, item->lead_id, settle->outcome.at, error) &&
         ante_db_run (db, error, "UPDATE lead SET memory_due = 1 WHERE id = ?1", "i",
                      item->lead_id);
}

/* What has left or was dropped is never taken up again, and only beginning an item makes it
 * "sending": the two ways in which one answer could leave twice. */
static gboolean
check_step (const Settle *settle, GError **error)
{
  gboolean from_closed = settle->from == ANTE_OUTBOX_SENT || settle->from == ANTE_OUTBOX_CANCELLED;

  if (!from_closed && settle->outcome.state != ANTE_OUTBOX_SENDING)
    return TRUE;

  g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
               "outbox item %" G_GINT64_FORMAT " cannot go from %s to %s", settle->id,
               ante_outbox_state_to_nick (settle->from),
               ante_outbox_state_to_nick (settle->outcome.state));
  return FALSE;
}

/* One message is the outcome of one item: a second that claims it was not sent by it. */
static gboolean
check_mid (AnteDb *db, const Settle *settle, GError **error)
{
  GError *read_error = NULL;
  gint64 other = 0;

  if (settle->mid == NULL)
    return TRUE;

  ante_db_get_int (db, &read_error, &other, "SELECT id FROM outbox WHERE mid = ?1 AND id <> ?2",
                   "si", settle->mid, settle->id);
  if (read_error == NULL && other != 0)
    g_set_error (&read_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "the message is the outcome of outbox item %" G_GINT64_FORMAT " already", other);
  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, read_error);
  return FALSE;
}

/* A person was quicker than reading back, and said that it was sent; now it is known which message
 * it is. */
static gboolean
is_found_at_last (AnteOutboxItem *item, const Settle *settle)
{
  return item->state == ANTE_OUTBOX_SENT && item->mid == NULL && settle->mid != NULL &&
         settle->from == ANTE_OUTBOX_UNCERTAIN && settle->outcome.state == ANTE_OUTBOX_SENT;
}

static gboolean
settle_item (AnteDb *db, const Settle *settle, GError **error)
{
  /* Queued anew from queued, and nothing went wrong: a person no longer wants it to wait. */
  static const char sql[] =
    "UPDATE outbox SET state = ?2, mid = coalesce (?3, mid), error = ?4, not_before = ?5,"
    " settled_at = ?6, undo_until = iif (state = 'queued' AND ?2 = 'queued' AND ?4 IS NULL,"
    " created_at, undo_until)"
    " WHERE id = ?1 AND state = ?7";
  g_autoptr (AnteOutboxItem) item = ante_rows_get_outbox_item (db, settle->id, error);
  AnteOutboxState from = settle->from;

  if (item == NULL || !check_step (settle, error) || !check_mid (db, settle, error))
    return FALSE;

  if (is_found_at_last (item, settle))
    from = ANTE_OUTBOX_SENT;
  if (!ante_db_run (db, error, sql, "isssiis", settle->id,
                    ante_outbox_state_to_nick (settle->outcome.state), settle->mid, settle->error,
                    settle->outcome.not_before, settle->outcome.at,
                    ante_outbox_state_to_nick (from)))
    return FALSE;

  if (sqlite3_changes (db->handle) == 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "outbox item %" G_GINT64_FORMAT " is %s, not %s", settle->id,
                 ante_outbox_state_to_nick (item->state), ante_outbox_state_to_nick (settle->from));
    return FALSE;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, item->lead_id);
  if (!ante_drafts_follow_outbox (db, item, settle->outcome.state, settle->error,
                                  settle->outcome.at, error) ||
      (item->file != NULL &&
       !ante_outgoing_note_settled (db, item, settle->from, settle->outcome.state, error)))
    return FALSE;
  return settle->outcome.state != ANTE_OUTBOX_SENT || store_sent (db, item, settle, error);
}

static void
settle_job (AnteDb *db, GTask *task)
{
  const Settle *settle = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (!settle_item (db, settle, &error)) {
    if (error == NULL)
      g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "no such outbox item");
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_outbox_settle_async (AnteStore *self,
                                gint64 id,
                                AnteOutboxState from,
                                const AnteOutboxOutcome *outcome,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Settle *settle = g_new0 (Settle, 1);

  settle->id = id;
  settle->from = from;
  settle->outcome = *outcome;
  settle->mid = g_strdup (outcome->mid);
  settle->error = g_strdup (outcome->error);
  settle->data_dir = g_strdup (ante_store_get_data_dir (self));
  g_task_set_task_data (task, settle, settle_free);
  ante_store_write (self, task, settle_job);
}

gboolean
ante_store_outbox_settle_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
recover_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  int recovered = 0;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error,
                    "UPDATE outbox SET state = 'uncertain', error = 'interrupted'"
                    " WHERE state = 'sending'",
                    "")) {
    ante_store_fail (db, task, error);
    return;
  }

  recovered = sqlite3_changes (db->handle);
  if (recovered > 0)
    ante_db_touch (db, ANTE_STORE_OUTBOX, 0);
  if (ante_store_commit (db, task))
    g_task_return_int (task, recovered);
}

void
ante_store_outbox_recover_async (AnteStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_write (self, task, recover_job);
}

int
ante_store_outbox_recover_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
