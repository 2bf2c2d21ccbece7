#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-drafts.h"

#include "store/ante-drafts.h"
#include "store/ante-outbox-rows.h"
#include "store/ante-store-private.h"

/* After that no automaton may write; after an ad's click it may for longer. */
#define WINDOW_MS G_GINT64_CONSTANT (86400000)
#define AD_WINDOW_MS (7 * WINDOW_MS)

void
ante_drafts_due_free (AnteDraftsDue *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->leads);
  g_free (self);
}

typedef struct {
  gint64 now;
  gint64 quiet_ms;
  guint limit;
} Ask;

/* Drafts that wait, and what has happened to each since. */
typedef struct {
  gint64 id;
  AnteDraftState state;
  const char *reason;
} Turn;

static GArray *
find_turns (AnteDb *db, gint64 now, GError **error)
{
  static const char sql[] =
    "SELECT ai_draft.id, lead.last_lead_at > burst_at, EXISTS (SELECT 1 FROM message"
    "  WHERE message.lead_id = ai_draft.lead_id AND author <> 'lead' AND unsent = 0 AND at > "
    "burst_at), state = 'held' AND held_until <= ?1"
    " FROM ai_draft JOIN lead ON lead.id = ai_draft.lead_id WHERE state IN ('waiting', 'held')";
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", now);

  while (stmt != NULL && ante_db_next (db, stmt, error)) {
    Turn turn = { sqlite3_column_int64 (stmt, 0), ANTE_DRAFT_WAITING, NULL };

    if (sqlite3_column_int (stmt, 1) != 0) {
      turn.state = ANTE_DRAFT_EXPIRED;
      turn.reason = "new-message";
    } else if (sqlite3_column_int (stmt, 2) != 0) {
      turn.state = ANTE_DRAFT_WITHDRAWN;
      turn.reason = "answered";
    } else if (sqlite3_column_int (stmt, 3) == 0) {
      continue;
    }
    g_array_append_val (turns, turn);
  }
  return turns;
}

static gboolean
take_turns (AnteDb *db, gint64 now, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GArray) turns = find_turns (db, now, &failure);

  for (guint i = 0; failure == NULL && i < turns->len; i++) {
    const Turn *turn = &g_array_index (turns, Turn, i);
    g_autoptr (AnteDraft) draft = ante_drafts_get (db, turn->id, &failure);

    if (failure == NULL && draft != NULL &&
        ante_drafts_set_state (db, turn->id, turn->state, NULL, turn->reason, now, &failure)) {
      ante_db_touch (db, ANTE_STORE_APPROVALS, draft->lead_id);
      if (turn->state != ANTE_DRAFT_WAITING)
        ante_drafts_record (db, draft, ante_draft_state_to_nick (turn->state), NULL, turn->reason,
                            now, &failure);
    }
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* What waits in the outbox by itself, where the lead has written again, somebody has answered from
 * elsewhere, somebody is writing, or another playbook holds, which may no longer let it. */
static gboolean
withdraw (AnteDb *db, gint64 now, GError **error)
{
  static const char sql[] =
    "SELECT outbox.lead_id, CASE WHEN lead.last_lead_at > burst_at THEN 'stale'"
    " WHEN EXISTS (SELECT 1 FROM message WHERE message.lead_id = outbox.lead_id"
    "  AND message.author <> 'lead' AND unsent = 0 AND at > burst_at) THEN 'answered'"
    " WHEN EXISTS (SELECT 1 FROM draft WHERE draft.lead_id = outbox.lead_id AND trim (draft.text) "
    "<> '') THEN 'typing'"
    " WHEN ai_draft.playbook_id <> (SELECT CAST (value AS INTEGER) FROM setting"
    "  WHERE key = 'playbook') THEN 'playbook' END AS turn"
    " FROM outbox JOIN ai_draft ON ai_draft.id = outbox.draft_id"
    " JOIN lead ON lead.id = outbox.lead_id"
    " WHERE outbox.state = 'queued' AND outbox.author = 'ai' AND turn IS NOT NULL";
  GError *failure = NULL;
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) whys = g_ptr_array_new_with_free_func (g_free);
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    gint64 lead_id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (leads, lead_id);
    g_ptr_array_add (whys, ante_stmt_dup_text (stmt, 1));
  }
  g_clear_pointer (&stmt, ante_stmt_done);
  for (guint i = 0; failure == NULL && i < leads->len; i++)
    ante_outbox_rows_withdraw (db, g_array_index (leads, gint64, i), whys->pdata[i], now, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Whom nothing automatic may be said to any more is not drafted for; so a first reading of a long
 * past ends at once. */
static gboolean
pass_over_the_past (AnteDb *db, gint64 now, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET drafted_at = last_lead_at WHERE last_lead_at > drafted_at"
    " AND not_a_lead IS NULL AND last_lead_at <= ?1 AND (ad_first_at = 0 OR ad_first_at <= ?2)";

  return ante_db_run (db, error, sql, "ii", now - WINDOW_MS, now - AD_WINDOW_MS);
}

static gboolean
find_due (AnteDb *db, const Ask *ask, AnteDraftsDue *due, GError **error)
{
  static const char sql[] =
    "SELECT id, last_lead_at FROM lead WHERE last_lead_at > drafted_at AND not_a_lead IS NULL"
    " AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.lead_id = lead.id"
    "  AND state IN ('queued', 'sending', 'uncertain')) ORDER BY last_lead_at LIMIT ?1";
  static const char paused[] = "SELECT value = '1' FROM setting WHERE key = 'paused'";
  GError *failure = NULL;
  gint64 value = 0;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", (gint64) ask->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);
    gint64 at = sqlite3_column_int64 (stmt, 1) + ask->quiet_ms;

    if (at <= ask->now)
      g_array_append_val (due->leads, id);
    else if (due->next == 0)
      due->next = at;
  }
  if (failure == NULL)
    ante_db_get_int (db, &failure, &value, paused, "");
  due->paused = value != 0;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
drafts_due_job (AnteDb *db, GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);
  g_autoptr (AnteDraftsDue) due = g_new0 (AnteDraftsDue, 1);
  GError *error = NULL;

  due->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!ante_db_begin (db, &error) || !take_turns (db, ask->now, &error) ||
      !withdraw (db, ask->now, &error) || !pass_over_the_past (db, ask->now, &error) ||
      !find_due (db, ask, due, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_pointer (task, g_steal_pointer (&due), (GDestroyNotify) ante_drafts_due_free);
}

void
ante_store_drafts_due_async (AnteStore *self,
                             gint64 now,
                             gint64 quiet_ms,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Ask ask = { now, quiet_ms, limit };

  g_task_set_task_data (task, g_memdup2 (&ask, sizeof ask), g_free);
  ante_store_write (self, task, drafts_due_job);
}

AnteDraftsDue *
ante_store_drafts_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
