#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-drafts.h"

#include "model/ante-party.h"
#include "store/ante-drafts.h"
#include "store/ante-outbox-rows.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

AnteDraftDecision *
ante_draft_decision_new (gint64 draft_id, AnteDraftState state)
{
  AnteDraftDecision *self = g_new0 (AnteDraftDecision, 1);

  self->draft_id = draft_id;
  self->state = state;
  return self;
}

void
ante_draft_decision_free (AnteDraftDecision *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->reason);
  g_clear_object (&self->item);
  g_free (self);
}

typedef struct {
  GPtrArray *decisions;
  char *actor;
  char *why;
  gint64 now;
} Decide;

static void
decide_free (gpointer data)
{
  Decide *decide = data;

  g_ptr_array_unref (decide->decisions);
  g_free (decide->actor);
  g_free (decide->why);
  g_free (decide);
}

static gboolean
is_on_its_way (AnteDraftState state)
{
  return state == ANTE_DRAFT_APPROVED || state == ANTE_DRAFT_EDITED;
}

/* Matching on what is open makes a second decision fail instead of sending twice. */
static AnteDraft *
get_open (AnteDb *db, const AnteDraftDecision *decision, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AnteDraft) draft = ante_drafts_get (db, decision->draft_id, &failure);

  if (failure == NULL && draft == NULL)
    g_set_error (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                 "there is no draft %" G_GINT64_FORMAT, decision->draft_id);
  else if (failure == NULL && !ante_draft_is_open (draft))
    g_set_error (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "draft %" G_GINT64_FORMAT " is %s already", draft->id,
                 ante_draft_state_to_nick (draft->state));
  else if (failure == NULL && is_on_its_way (decision->state) &&
           draft->last_lead_at > draft->burst_at)
    g_set_error (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "draft %" G_GINT64_FORMAT " is stale: the lead has written since", draft->id);
  if (failure == NULL)
    return g_steal_pointer (&draft);
  g_propagate_error (error, failure);
  return NULL;
}

static gboolean
put_into_outbox (AnteDb *db, const AnteDraftDecision *decision, AnteDraft *draft, GError **error)
{
  static const char sql[] =
    "UPDATE ai_draft SET outbox_id = ?2, receipt_id = ?3, edited_text = ?4 WHERE id = ?1";
  gint64 outbox_id = 0;

  if (decision->item == NULL)
    return TRUE;
  decision->item->draft_id = draft->id;
  ante_db_touch (db, ANTE_STORE_OUTBOX, draft->lead_id);
  if (!ante_outbox_rows_add (db, decision->item, &outbox_id, error))
    return FALSE;
  draft->receipt_id = decision->item->receipt_id;
  return ante_db_run (db, error, sql, "iiis", draft->id, outbox_id, decision->item->receipt_id,
                      decision->text);
}

/* Whoever takes over owns the lead. */
static gboolean
take_over (AnteDb *db, const AnteAct *act, const AnteDraft *draft, GError **error)
{
  g_autoptr (AnteChange) change =
    ante_change_new (draft->lead_id, ANTE_FIELD_OWNER, act->actor, NULL);

  return ante_outbox_rows_withdraw (db, draft->lead_id, "answered", act->now, error) &&
         ante_changes_apply (db, act, change, error);
}

static gboolean
decide_one (AnteDb *db, const AnteAct *act, const AnteDraftDecision *decision, GError **error)
{
  g_autoptr (AnteDraft) draft = get_open (db, decision, error);
  const char *nick = ante_draft_state_to_nick (decision->state);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (draft == NULL)
    return FALSE;
  old =
    g_strdup_printf ("%" G_GINT64_FORMAT ":%s", draft->id, ante_draft_state_to_nick (draft->state));
  new = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", draft->id, nick);
  ante_db_touch (db, ANTE_STORE_APPROVALS | ANTE_STORE_EVENTS, draft->lead_id);
  return ante_drafts_set_state (db, draft->id, decision->state, act->actor, decision->reason,
                                act->now, error) &&
         ante_db_run (db, error, "UPDATE ai_draft SET held_until = ?2 WHERE id = ?1", "ii",
                      draft->id, decision->held_until) &&
         put_into_outbox (db, decision, draft, error) &&
         ante_drafts_record (db, draft, nick, act->actor, decision->reason, act->now, error) &&
         ante_fields_write_event (db, act, draft->lead_id, 0, ANTE_FIELD_DRAFT, old, new, error) &&
         (decision->state != ANTE_DRAFT_WITHDRAWN || take_over (db, act, draft, error));
}

/* Of several, one whose lead wrote meanwhile does not hold up the others. */
static gboolean
has_moved_on (AnteDb *db, const AnteDraftDecision *decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteDraft) draft = get_open (db, decision, &error);

  return g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
}

static void
decide_job (AnteDb *db, GTask *task)
{
  const Decide *decide = g_task_get_task_data (task);
  AnteAct act = { 0, decide->actor, decide->why, decide->now, 0, FALSE };
  GError *error = NULL;
  gboolean ok = ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0;

  for (guint i = 0; ok && i < decide->decisions->len;) {
    if (decide->decisions->len > 1 && has_moved_on (db, decide->decisions->pdata[i]))
      g_ptr_array_remove_index (decide->decisions, i);
    else
      ok = decide_one (db, &act, decide->decisions->pdata[i++], &error);
  }
  if (!ok)
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_int (task, act.act);
}

void
ante_store_decide_drafts_async (AnteStore *self,
                                GPtrArray *decisions,
                                const char *actor,
                                const char *why,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Decide *decide = g_new0 (Decide, 1);

  decide->decisions = g_ptr_array_ref (decisions);
  decide->actor = g_strdup (actor);
  decide->why = g_strdup (why);
  decide->now = now;
  g_task_set_task_data (task, decide, decide_free);
  ante_store_write (self, task, decide_job);
}

gint64
ante_store_decide_drafts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* --- where nothing is said ------------------------------------------------------------------ */

typedef struct {
  AnteSilenceNote note;
  char *kind;
  char *why;
  gint64 now;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->kind);
  g_free (note->why);
  g_free (note);
}

static gboolean
apply_field (AnteDb *db,
             const AnteAct *act,
             gint64 lead_id,
             const char *field,
             const char *value,
             GError **error)
{
  g_autoptr (AnteChange) change = ante_change_new (lead_id, field, value, NULL);

  return ante_changes_apply (db, act, change, error);
}

/* A lead who is past selling stays where they are: the history says that the coach was called. */
static gboolean
call_coach (AnteDb *db, const Note *note, GError **error)
{
  static const char find[] =
    "SELECT key FROM stage WHERE role = 'coach-review' AND gone = 0 AND hidden = 0"
    " AND NOT EXISTS (SELECT 1 FROM lead JOIN stage AS own ON own.id = lead.stage_id"
    "  WHERE lead.id = ?1 AND own.role IN ('coach-review', 'client')) ORDER BY position LIMIT 1";
  static const char owned[] = "SELECT owner = 'ai' FROM lead WHERE id = ?1";
  AnteAct act = { 0, ANTE_PARTY_SYSTEM, note->why, note->now, 0, FALSE };
  gint64 lead_id = note->note.lead_id;
  GError *failure = NULL;
  g_autofree char *stage = ante_db_get_text (db, &failure, find, "i", lead_id);
  gint64 by_ai = 0;

  if (failure == NULL)
    ante_db_get_int (db, &failure, &by_ai, owned, "i", lead_id);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  act.act = ante_rows_next_act (db, error);
  return act.act > 0 && ante_outbox_rows_withdraw (db, lead_id, "escalated", note->now, error) &&
         (stage == NULL || apply_field (db, &act, lead_id, ANTE_FIELD_STAGE, stage, error)) &&
         (by_ai == 0 || apply_field (db, &act, lead_id, ANTE_FIELD_OWNER, ANTE_PARTY_COACH, error));
}

static gboolean
note_silence (AnteDb *db, const Note *note, GError **error)
{
  static const char sql[] = "INSERT INTO ai_silence (lead_id, at, intent, kind, why)"
                            " VALUES (?1, ?2, ?3, ?4, ?5)";
  static const char expire[] =
    "UPDATE ai_draft SET state = 'expired', reason = 'new-message', decided_at = ?2"
    " WHERE lead_id = ?1 AND state IN ('waiting', 'held')";
  gint64 lead_id = note->note.lead_id;
  /* That nothing was asked is no story. */
  gboolean told = !g_str_equal (note->kind, "nothing");

  return (!told || ante_db_run (db, error, sql, "iisss", lead_id, note->now,
                                ante_intent_to_nick (note->note.intent), note->kind, note->why)) &&
         ante_db_run (db, error, expire, "ii", lead_id, note->now) &&
         ante_db_run (db, error, "UPDATE lead SET drafted_at = ?2 WHERE id = ?1", "ii", lead_id,
                      note->note.burst_at) &&
         (!note->note.escalates || call_coach (db, note, error));
}

static void
note_silence_job (AnteDb *db, GTask *task)
{
  const Note *note = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !note_silence (db, note, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_APPROVALS, note->note.lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_note_silence_async (AnteStore *self,
                               const AnteSilenceNote *note,
                               gint64 now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Note *copy = g_new0 (Note, 1);

  copy->note = *note;
  copy->kind = g_strdup (note->kind);
  copy->why = g_strdup (note->why);
  copy->now = now;
  g_task_set_task_data (task, copy, note_free);
  ante_store_write (self, task, note_silence_job);
}

gboolean
ante_store_note_silence_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
