#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-drafts.h"

#include <string.h>

#include "store/ante-chain.h"
#include "store/ante-store-changes.h"

AnteDraft *
ante_drafts_read_row (sqlite3_stmt *stmt)
{
  AnteDraft *draft = ante_draft_new ();

  draft->id = sqlite3_column_int64 (stmt, 0);
  draft->lead_id = sqlite3_column_int64 (stmt, 1);
  draft->handle = ante_stmt_dup_text (stmt, 2);
  draft->title = ante_stmt_dup_text (stmt, 3);
  draft->message_id = sqlite3_column_int64 (stmt, 4);
  draft->burst_at = sqlite3_column_int64 (stmt, 5);
  ante_intent_from_nick ((const char *) sqlite3_column_text (stmt, 6), &draft->intent);
  draft->text = ante_stmt_dup_text (stmt, 7);
  draft->origin = ante_stmt_dup_text (stmt, 8);
  draft->provider = ante_stmt_dup_text (stmt, 9);
  draft->model = ante_stmt_dup_text (stmt, 10);
  draft->basis = ante_stmt_dup_text (stmt, 11);
  draft->playbook_id = sqlite3_column_int64 (stmt, 12);
  draft->playbook_version = sqlite3_column_int64 (stmt, 13);
  draft->receipt_id = sqlite3_column_int64 (stmt, 14);
  draft->verdict = ANTE_VERDICT_BLOCK;
  ante_verdict_kind_from_nick ((const char *) sqlite3_column_text (stmt, 15), &draft->verdict);
  draft->receipt = ante_stmt_dup_text (stmt, 16);
  draft->why = ante_stmt_dup_text (stmt, 17);
  ante_draft_state_from_nick ((const char *) sqlite3_column_text (stmt, 18), &draft->state);
  draft->held_until = sqlite3_column_int64 (stmt, 19);
  draft->created_at = sqlite3_column_int64 (stmt, 20);
  draft->decided_at = sqlite3_column_int64 (stmt, 21);
  draft->decided_by = ante_stmt_dup_text (stmt, 22);
  draft->reason = ante_stmt_dup_text (stmt, 23);
  draft->edited_text = ante_stmt_dup_text (stmt, 24);
  draft->outbox_id = sqlite3_column_int64 (stmt, 25);
  draft->last_lead_at = sqlite3_column_int64 (stmt, 26);
  draft->ad_first_at = sqlite3_column_int64 (stmt, 27);
  return draft;
}

AnteDraft *
ante_drafts_get (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT " ANTE_DRAFTS_COLUMNS " FROM " ANTE_DRAFTS_FROM " WHERE ai_draft.id = ?1";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", id);

  return stmt != NULL && ante_db_next (db, stmt, error) ? ante_drafts_read_row (stmt) : NULL;
}

gboolean
ante_drafts_record (AnteDb *db,
                    const AnteDraft *draft,
                    const char *decision,
                    const char *party,
                    const char *reason,
                    gint64 at,
                    GError **error)
{
  g_autofree char *content = g_strdup_printf (
    "decision %s\nlead %" G_GINT64_FORMAT "\ndraft %" G_GINT64_FORMAT "\nreceipt %" G_GINT64_FORMAT
    "\nplaybook %" G_GINT64_FORMAT "\nby %s\nreason %s",
    decision, draft->lead_id, draft->id, draft->receipt_id, draft->playbook_version,
    party != NULL ? party : "system", reason != NULL ? reason : "");

  return ante_chain_append (db, at, "decision", content, NULL, error);
}

gboolean
ante_drafts_set_state (AnteDb *db,
                       gint64 id,
                       AnteDraftState state,
                       const char *party,
                       const char *reason,
                       gint64 at,
                       GError **error)
{
  static const char sql[] = "UPDATE ai_draft SET state = ?2, decided_by = ?3, reason = ?4,"
                            " decided_at = ?5 WHERE id = ?1";
  gboolean open = state == ANTE_DRAFT_WAITING || state == ANTE_DRAFT_HELD;

  return ante_db_run (db, error, sql, "isssi", id, ante_draft_state_to_nick (state),
                      open ? NULL : party, reason, open ? (gint64) 0 : at);
}

/* Back to whoever decides, where it still answers what was said last. */
static gboolean
put_back (AnteDb *db, const AnteDraft *draft, const char *reason, gint64 at, GError **error)
{
  static const char other[] = "SELECT count(*) FROM ai_draft WHERE lead_id = ?1 AND id <> ?2"
                              " AND state IN ('waiting', 'held')";
  static const char clear[] = "UPDATE ai_draft SET outbox_id = NULL, edited_text = NULL,"
                              " held_until = 0 WHERE id = ?1";
  gboolean stale = draft->last_lead_at > draft->burst_at;
  gint64 n = 0;

  if (!ante_db_get_int (db, error, &n, other, "ii", draft->lead_id, draft->id) ||
      !ante_db_run (db, error, clear, "i", draft->id))
    return FALSE;
  return stale || n > 0
           ? ante_drafts_set_state (db, draft->id, ANTE_DRAFT_EXPIRED, NULL, "new-message", at,
                                    error)
           : ante_drafts_set_state (db, draft->id, ANTE_DRAFT_WAITING, NULL, reason, at, error);
}

static gboolean
is_any_of (const char *why, const char *const *words)
{
  return why != NULL && g_strv_contains (words, why);
}

gboolean
ante_drafts_follow_outbox (AnteDb *db,
                           const AnteOutboxItem *item,
                           AnteOutboxState state,
                           const char *why,
                           gint64 at,
                           GError **error)
{
  static const char *const answered[] = { "answered", "escalated", NULL };
  static const char *const judged[] = { "held", "window-closed", NULL };
  GError *failure = NULL;
  g_autoptr (AnteDraft) draft = NULL;

  if (item->draft_id == 0)
    return TRUE;
  draft = ante_drafts_get (db, item->draft_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  /* One that was taken back by undo points to the outbox no more. */
  if (draft == NULL || draft->outbox_id != item->id)
    return TRUE;

  ante_db_touch (db, ANTE_STORE_APPROVALS, draft->lead_id);
  if (state == ANTE_OUTBOX_SENT)
    return ante_drafts_set_state (db, draft->id, ANTE_DRAFT_SENT, draft->decided_by, NULL, at,
                                  error);
  if (state == ANTE_OUTBOX_CANCELLED && g_strcmp0 (why, "stale") == 0)
    return ante_drafts_set_state (db, draft->id, ANTE_DRAFT_EXPIRED, NULL, "new-message", at,
                                  error) &&
           ante_drafts_record (db, draft, "expired", NULL, "new-message", at, error);
  if ((state == ANTE_OUTBOX_CANCELLED || state == ANTE_OUTBOX_FAILED) && is_any_of (why, answered))
    return ante_drafts_set_state (db, draft->id, ANTE_DRAFT_WITHDRAWN, NULL, why, at, error) &&
           ante_drafts_record (db, draft, "withdrawn", NULL, why, at, error);
  /* It may have reached them: nobody is asked for it again. */
  if (state == ANTE_OUTBOX_CANCELLED && item->state != ANTE_OUTBOX_QUEUED)
    return ante_drafts_set_state (db, draft->id, ANTE_DRAFT_WITHDRAWN, NULL, "dropped", at,
                                  error) &&
           ante_drafts_record (db, draft, "withdrawn", NULL, "dropped", at, error);
  /* It waits for a decision, not for another try as well. */
  if (state == ANTE_OUTBOX_FAILED && is_any_of (why, judged) &&
      !ante_db_run (db, error,
                    "UPDATE outbox SET state = 'cancelled' WHERE id = ?1 AND state = 'failed'", "i",
                    item->id))
    return FALSE;
  if (state == ANTE_OUTBOX_CANCELLED || (state == ANTE_OUTBOX_FAILED && is_any_of (why, judged)))
    return put_back (db, draft, why, at, error) &&
           ante_drafts_record (db, draft, "put-back", NULL, why, at, error);
  return TRUE;
}

/* --- undo ----------------------------------------------------------------------------------- */

/* "12:approved" */
static gboolean
parse (const char *told, gint64 *id, AnteDraftState *state)
{
  char *end = NULL;

  *id = told != NULL ? g_ascii_strtoll (told, &end, 10) : 0;
  return *id != 0 && *end == ':' && ante_draft_state_from_nick (end + 1, state);
}

static gboolean
take_out_of_outbox (AnteDb *db, const AnteDraft *draft, gint64 at, GError **error)
{
  if (!ante_db_run (db, error,
                    "UPDATE outbox SET state = 'cancelled', error = NULL, settled_at = ?2"
                    " WHERE id = ?1 AND state = 'queued'",
                    "ii", draft->outbox_id, at))
    return FALSE;
  ante_db_touch (db, ANTE_STORE_OUTBOX, draft->lead_id);
  return sqlite3_changes (db->handle) > 0 ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the answer has left");
}

static gboolean
is_on_its_way (AnteDraftState state)
{
  return state == ANTE_DRAFT_APPROVED || state == ANTE_DRAFT_EDITED;
}

gboolean
ante_drafts_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AnteDraft) draft = NULL;
  AnteDraftState now = ANTE_DRAFT_WAITING;
  AnteDraftState then = ANTE_DRAFT_WAITING;
  gint64 id = 0;

  if (!parse (event->to, &id, &now) || !parse (event->from, &id, &then))
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "the history of the draft cannot be read");
  draft = ante_drafts_get (db, id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (draft == NULL || draft->state != now)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the draft has moved on since");
  /* Approving again is a decision of its own: it is judged anew. */
  if (is_on_its_way (then))
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "an approval is not done again by redo");
  if (is_on_its_way (now) && !take_out_of_outbox (db, draft, act->now, error))
    return FALSE;

  ante_db_touch (db, ANTE_STORE_APPROVALS, draft->lead_id);
  if (!ante_drafts_record (db, draft, "undone", act->actor, event->to, act->now, error))
    return FALSE;
  if (then == ANTE_DRAFT_WAITING || then == ANTE_DRAFT_HELD)
    return put_back (db, draft, NULL, act->now, error);
  return ante_drafts_set_state (db, id, then, act->actor, NULL, act->now, error);
}
