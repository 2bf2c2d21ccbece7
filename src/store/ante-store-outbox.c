#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-outbox.h"

#include "model/ante-party.h"
#include "store/ante-projection.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

#define COLUMNS                                                                                    \
  "outbox.id, outbox.lead_id, handle, igsid, text, author, state, reply_to, human_tag, attempts,"  \
  " outbox.created_at, undo_until, not_before, started_at, error, mid, verdict"

static AnteOutboxItem *
read_item (sqlite3_stmt *stmt)
{
  AnteOutboxItem *item = ante_outbox_item_new ();
  g_autofree char *verdict = ante_stmt_dup_text (stmt, 16);

  item->id = sqlite3_column_int64 (stmt, 0);
  item->lead_id = sqlite3_column_int64 (stmt, 1);
  item->handle = ante_stmt_dup_text (stmt, 2);
  item->igsid = ante_stmt_dup_text (stmt, 3);
  item->text = ante_stmt_dup_text (stmt, 4);
  item->author = ante_stmt_dup_text (stmt, 5);
  ante_outbox_state_from_nick ((const char *) sqlite3_column_text (stmt, 6), &item->state);
  item->reply_to = ante_stmt_dup_text (stmt, 7);
  item->human_tag = sqlite3_column_int (stmt, 8) != 0;
  item->attempts = (guint) sqlite3_column_int (stmt, 9);
  item->created_at = sqlite3_column_int64 (stmt, 10);
  item->undo_until = sqlite3_column_int64 (stmt, 11);
  item->not_before = sqlite3_column_int64 (stmt, 12);
  item->started_at = sqlite3_column_int64 (stmt, 13);
  item->error = ante_stmt_dup_text (stmt, 14);
  item->mid = ante_stmt_dup_text (stmt, 15);
  item->verdict = ante_verdict_from_text (verdict);
  return item;
}

static AnteOutboxItem *
get_item (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT " COLUMNS " FROM outbox JOIN lead ON lead.id = outbox.lead_id WHERE outbox.id = ?1";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", id);

  return stmt != NULL && ante_db_next (db, stmt, error) ? read_item (stmt) : NULL;
}

/* The history is told what left, by whom and when; the words stand in the thread. */
static gboolean
note (AnteDb *db,
      gint64 lead_id,
      gint64 at,
      const char *actor,
      const char *field,
      gint64 outbox_id,
      GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, outbox_id);
  AnteEvent event = {
    .lead_id = lead_id, .at = at, .actor = (char *) actor, .field = (char *) field, .to = id
  };

  event.group = ante_rows_next_act (db, error);
  return event.group >= 0 && ante_rows_add_event (db, &event, error) >= 0;
}

typedef struct {
  AnteOutboxItem *item;
  char *draft;
} Add;

static void
add_free (gpointer data)
{
  Add *add = data;

  g_object_unref (add->item);
  g_free (add->draft);
  g_free (add);
}

static gboolean
add_item (AnteDb *db, const Add *add, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO outbox (lead_id, text, author, state, reply_to, human_tag, created_at, undo_until,"
    " not_before, verdict) VALUES (?1, ?2, ?3, 'queued', ?4, ?5, ?6, ?7, ?8, ?9)";
  AnteOutboxItem *item = add->item;
  g_autofree char *verdict = ante_verdict_to_text (item->verdict);

  if (!ante_db_run (db, error, sql, "isssiiiis", item->lead_id, item->text, item->author,
                    item->reply_to, (gint64) item->human_tag, item->created_at, item->undo_until,
                    item->not_before, verdict))
    return FALSE;

  *id = sqlite3_last_insert_rowid (db->handle);
  return add->draft == NULL ||
         ante_db_run (db, error, "DELETE FROM draft WHERE lead_id = ?1 AND text = ?2", "is",
                      item->lead_id, add->draft);
}

static void
add_job (AnteDb *db, GTask *task)
{
  const Add *add = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !add_item (db, add, &id, &error)) {
    ante_store_fail (db, task, error);
    return;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, add->item->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_outbox_add_async (AnteStore *self,
                             AnteOutboxItem *item,
                             const char *draft,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Add *add = g_new0 (Add, 1);

  g_return_if_fail (item->verdict != NULL);

  add->item = g_object_ref (item);
  add->draft = g_strdup (draft);
  g_task_set_task_data (task, add, add_free);
  ante_store_write (self, task, add_job);
}

gint64
ante_store_outbox_add_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  gboolean only_open;
  guint limit;
} List;

static void
list_job (AnteDb *db, GTask *task)
{
  static const char of_lead[] =
    "SELECT " COLUMNS " FROM outbox JOIN lead ON lead.id = outbox.lead_id"
    " WHERE outbox.lead_id = ?1 AND (?2 = 0 OR state IN ('queued', 'sending', 'uncertain', "
    "'failed'))"
    " ORDER BY outbox.id DESC LIMIT ?3";
  static const char open_ones[] =
    "SELECT " COLUMNS " FROM outbox JOIN lead ON lead.id = outbox.lead_id"
    " WHERE ?1 = 0 AND ?2 = 1 AND state IN ('queued', 'sending', 'uncertain', 'failed')"
    " ORDER BY outbox.id DESC LIMIT ?3";
  static const char all[] = "SELECT " COLUMNS " FROM outbox JOIN lead ON lead.id = outbox.lead_id"
                            " WHERE ?1 = 0 AND ?2 = 0 ORDER BY outbox.id DESC LIMIT ?3";
  const List *list = g_task_get_task_data (task);
  const char *sql = list->lead_id != 0 ? of_lead : list->only_open ? open_ones : all;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "iii", list->lead_id,
                                          (gint64) list->only_open, (gint64) list->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_insert (items, 0, read_item (stmt));

  ante_store_return (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_outbox_list_async (AnteStore *self,
                              gint64 lead_id,
                              gboolean only_open,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  List list = { lead_id, only_open, limit };

  g_task_set_task_data (task, g_memdup2 (&list, sizeof list), g_free);
  ante_store_read (self, task, list_job);
}

GPtrArray *
ante_store_outbox_list_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* When the next one may leave: it holds for the first of each lead that nothing older stands
 * before. */
#define FIRST_OF_ITS_LEAD                                                                          \
  "state = 'queued' AND NOT EXISTS (SELECT 1 FROM outbox AS older WHERE older.lead_id = "          \
  "outbox.lead_id"                                                                                 \
  " AND (older.state = 'sending'"                                                                  \
  " OR (older.state IN ('queued', 'uncertain') AND older.id < outbox.id)))"

static void
begin_job (AnteDb *db, GTask *task)
{
  static const char find[] = "SELECT id FROM outbox WHERE " FIRST_OF_ITS_LEAD
                             " AND max (undo_until, not_before) <= ?1 ORDER BY id LIMIT 1";
  const gint64 *now = g_task_get_task_data (task);
  AnteOutboxItem *item = NULL;
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (!ante_db_get_int (db, &error, &id, find, "i", *now)) {
    ante_db_rollback (db);
    if (error != NULL)
      g_task_return_error (task, error);
    else
      g_task_return_pointer (task, NULL, NULL);
    return;
  }

  if (!ante_db_run (db, &error,
                    "UPDATE outbox SET state = 'sending', started_at = ?2, attempts = attempts + 1,"
                    " error = NULL WHERE id = ?1 AND state = 'queued'",
                    "ii", id, *now) ||
      (item = get_item (db, id, &error)) == NULL) {
    ante_store_fail (db, task, error);
    return;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, item->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_pointer (task, g_steal_pointer (&item), g_object_unref);
  g_clear_object (&item);
}

void
ante_store_outbox_begin_async (AnteStore *self,
                               gint64 now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  ante_store_write (self, task, begin_job);
}

AnteOutboxItem *
ante_store_outbox_begin_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
next_due_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  gint64 due = 0;

  ante_db_get_int (
    db, &error, &due,
    "SELECT coalesce (min (max (undo_until, not_before)), 0) FROM outbox WHERE " FIRST_OF_ITS_LEAD,
    "");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, due);
}

void
ante_store_outbox_next_due_async (AnteStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, next_due_job);
}

gint64
ante_store_outbox_next_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

typedef struct {
  gint64 id;
  AnteOutboxState from;
  AnteOutboxOutcome outcome;
  char *mid;
  char *error;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_free (settle->mid);
  g_free (settle->error);
  g_free (settle);
}

/* What was sent stands in the thread at once, under the name of whoever said it; a poll that was
 * quicker is mended. */
static gboolean
store_sent (AnteDb *db, AnteOutboxItem *item, const Settle *settle, GError **error)
{
  static const char insert[] =
    "INSERT INTO message (lead_id, mid, at, author, kind, text, reply_to)"
    " VALUES (?1, ?2, ?3, ?4, 'text', ?5, ?6) ON CONFLICT (mid) DO NOTHING";

  if (settle->mid == NULL)
    return TRUE;

  if (!ante_db_run (db, error, insert, "isisss", item->lead_id, settle->mid, settle->outcome.at,
                    item->author, item->text, item->reply_to))
    return FALSE;

  if (sqlite3_changes (db->handle) > 0) {
    if (!ante_db_run (db, error, "INSERT INTO message_text (rowid, text) VALUES (?1, ?2)", "is",
                      (gint64) sqlite3_last_insert_rowid (db->handle), item->text))
      return FALSE;
  } else if (!ante_db_run (db, error, "UPDATE message SET author = ?2 WHERE mid = ?1", "ss",
                           settle->mid, item->author)) {
    return FALSE;
  }

  ante_db_touch (db, ANTE_STORE_MESSAGES | ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_EVENTS,
                 item->lead_id);
  return ante_projection_update (db, item->lead_id, error) &&
         note (db, item->lead_id, settle->outcome.at, item->author, "sent", item->id, error);
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

static gboolean
settle_item (AnteDb *db, const Settle *settle, GError **error)
{
  static const char sql[] =
    "UPDATE outbox SET state = ?2, mid = coalesce (?3, mid), error = ?4, not_before = ?5,"
    " settled_at = ?6 WHERE id = ?1 AND state = ?7";
  g_autoptr (AnteOutboxItem) item = get_item (db, settle->id, error);

  if (item == NULL || !check_step (settle, error) || !check_mid (db, settle, error))
    return FALSE;

  if (!ante_db_run (db, error, sql, "isssiis", settle->id,
                    ante_outbox_state_to_nick (settle->outcome.state), settle->mid, settle->error,
                    settle->outcome.not_before, settle->outcome.at,
                    ante_outbox_state_to_nick (settle->from)))
    return FALSE;

  if (sqlite3_changes (db->handle) == 0) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "outbox item %" G_GINT64_FORMAT " is %s, not %s", settle->id,
                 ante_outbox_state_to_nick (item->state), ante_outbox_state_to_nick (settle->from));
    return FALSE;
  }

  ante_db_touch (db, ANTE_STORE_OUTBOX, item->lead_id);
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

typedef struct {
  gint64 lead_id;
  gint64 since;
} Candidates;

static void
candidates_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1 AND at >= ?2 AND author <> 'lead'"
    " AND unsent = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.mid = message.mid)"
    " ORDER BY at, id LIMIT 100";
  const Candidates *wanted = g_task_get_task_data (task);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "ii", wanted->lead_id, wanted->since);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (messages, ante_rows_read_message (stmt));

  ante_store_return (task, g_steal_pointer (&messages), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_outbox_candidates_async (AnteStore *self,
                                    gint64 lead_id,
                                    gint64 since,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Candidates wanted = { lead_id, since };

  g_task_set_task_data (task, g_memdup2 (&wanted, sizeof wanted), g_free);
  ante_store_read (self, task, candidates_job);
}

GPtrArray *
ante_store_outbox_candidates_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
send_facts_job (AnteDb *db, GTask *task)
{
  /* Automatic messages since the lead's last one, whether they have left or wait. */
  static const char automatic[] =
    "SELECT (SELECT count(*) FROM message WHERE lead_id = ?1 AND author = 'ai' AND at > ?2)"
    " + (SELECT count(*) FROM outbox WHERE lead_id = ?1 AND author = 'ai'"
    " AND state IN ('queued', 'sending', 'uncertain'))";
  static const char answered[] =
    "SELECT EXISTS (SELECT 1 FROM message WHERE lead_id = ?1 AND author <> 'lead' AND at > ?2)"
    " OR EXISTS (SELECT 1 FROM outbox WHERE lead_id = ?1"
    " AND state IN ('queued', 'sending', 'uncertain'))";
  const gint64 *lead_id = g_task_get_task_data (task);
  AnteSendFacts *facts = g_new0 (AnteSendFacts, 1);
  GError *error = NULL;
  gint64 last = 0;
  gint64 value = 0;

  ante_db_get_int (db, &error, &last, "SELECT last_lead_at FROM lead WHERE id = ?1", "i", *lead_id);
  if (error == NULL && ante_db_get_int (db, &error, &value, automatic, "ii", *lead_id, last))
    facts->automatic_in_a_row = (guint) value;
  if (error == NULL && ante_db_get_int (db, &error, &value, answered, "ii", *lead_id, last))
    facts->answered_since = value != 0;
  value = 0;
  if (error == NULL)
    ante_db_get_int (db, &error, &value, "SELECT value = '1' FROM setting WHERE key = 'paused'",
                     "");
  facts->paused = value != 0;
  if (error == NULL)
    facts->lead = ante_rows_get_lead (db, *lead_id, &error);
  if (error == NULL && facts->lead == NULL)
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "there is no such lead");

  ante_store_return (task, facts, (GDestroyNotify) ante_send_facts_free, error);
}

void
ante_send_facts_free (AnteSendFacts *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->lead);
  g_free (self);
}

/* Read by the writer, so that what was queued just before counts. */
void
ante_store_send_facts_async (AnteStore *self,
                             gint64 lead_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_write (self, task, send_facts_job);
}

AnteSendFacts *
ante_store_send_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
