#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-bookings.h"
#include "store/ante-drafts.h"
#include "store/ante-facts.h"
#include "store/ante-fields.h"
#include "store/ante-follow-ups.h"
#include "store/ante-handoffs.h"
#include "store/ante-merge.h"
#include "store/ante-notes.h"
#include "store/ante-objections.h"
#include "store/ante-playbooks.h"
#include "store/ante-replies.h"
#include "store/ante-rows.h"
#include "store/ante-stages.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

void
ante_undone_free (AnteUndone *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->title);
  g_free (self);
}

static gboolean
conflict (GError **error)
{
  g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                       "it was changed again since");
  return FALSE;
}

/* What the history says of something that is no field of the lead, said the other way round. */
static gboolean
add_inverse (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error)
{
  AnteEvent inverse = *event;

  inverse.group = act->act;
  inverse.at = act->now;
  inverse.actor = (char *) act->actor;
  inverse.from = event->to;
  inverse.to = event->from;
  inverse.why = NULL;
  return ante_rows_add_event (db, &inverse, error) >= 0 &&
         ante_db_run (db, error, "UPDATE event SET undoes = ?2, undone = ?3 WHERE id = ?1", "iii",
                      (gint64) sqlite3_last_insert_rowid (db->handle), act->undoes,
                      (gint64) act->is_redo);
}

static gboolean
flip_touch (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error)
{
  const char *id = event->to != NULL ? event->to : event->from;

  /* Its event says NULL -> id; taken back, id -> NULL. */
  return ante_db_run (db, error, "UPDATE touch SET withdrawn = ?2 WHERE id = ?1", "si", id,
                      (gint64) (event->to != NULL)) &&
         add_inverse (db, act, event, error);
}

/* What the world has taken back meanwhile is no conflict: a lead that was put off has woken by
 * itself, and what was read or done was overtaken by newer messages. */
static gboolean
is_overtaken (const AnteEvent *event, const char *now)
{
  if (g_str_equal (event->field, ANTE_FIELD_SNOOZED))
    return ante_rows_parse_number (now) == 0 && ante_rows_parse_number (event->to) != 0;
  if (g_str_equal (event->field, ANTE_FIELD_UNREAD) ||
      g_str_equal (event->field, ANTE_FIELD_OWES_REPLY))
    return ante_rows_parse_number (now) > ante_rows_parse_number (event->to);
  return FALSE;
}

/* Nobody is put to sleep who has written since: what they said would be out of sight. */
static gboolean
has_written_since (AnteDb *db, const AnteEvent *event, gboolean *since, GError **error)
{
  gint64 last = 0;

  *since = FALSE;
  if (!g_str_equal (event->field, ANTE_FIELD_SNOOZED) || ante_rows_parse_number (event->from) <= 0)
    return TRUE;
  if (!ante_db_get_int (db, error, &last, "SELECT last_lead_at FROM lead WHERE id = ?1", "i",
                        event->lead_id))
    return FALSE;
  *since = last > event->at;
  return TRUE;
}

static gboolean
flip_event (AnteDb *db, AnteAct *act, const AnteEvent *event, GError **error)
{
  g_autofree char *now = NULL;
  gboolean has_written = FALSE;

  act->undoes = event->id;
  if (event->stage_id != 0)
    return ante_stages_flip (db, act, event, error);
  if (ante_playbooks_is_theirs (event))
    return ante_playbooks_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_DRAFT))
    return ante_drafts_flip (db, act, event, error) && add_inverse (db, act, event, error);
  if (ante_replies_is_theirs (event))
    return ante_replies_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_TOUCH))
    return flip_touch (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_FACT))
    return ante_facts_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_FACT_STATE))
    return ante_facts_flip_state (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_HANDLED))
    return ante_objections_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_NOTE))
    return ante_notes_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_FOLLOW_UP))
    return ante_follow_ups_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_HANDOFF))
    return ante_handoffs_flip (db, event, error) && add_inverse (db, act, event, error);
  if (ante_bookings_is_theirs (event->field))
    return ante_bookings_flip (db, act, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_MERGE))
    return ante_merge_flip (db, event, error) && add_inverse (db, act, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_ANYWAY))
    return add_inverse (db, act, event, error);
  if (!ante_fields_is_known (event->field))
    return conflict (error);
  if (!ante_fields_get (db, event->lead_id, event->field, &now, error) ||
      !has_written_since (db, event, &has_written, error))
    return FALSE;

  if (is_overtaken (event, now) || has_written)
    return TRUE;
  /* A rank moves when its column is put in order anew; its old value is good all the same. What is
   * as it was before is taken back already. */
  if (g_strcmp0 (now, event->to) != 0 && g_strcmp0 (now, event->from) != 0 &&
      !g_str_equal (event->field, ANTE_FIELD_BOARD_RANK))
    return conflict (error);
  return ante_fields_set (db, act, event->lead_id, event->field, event->from, error);
}

static GPtrArray *
read_act (AnteDb *db, gint64 act, GError **error)
{
  static const char sql[] = "SELECT " ANTE_ROWS_EVENT " FROM event WHERE act = ?1 ORDER BY id DESC";
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_event_free);
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", act);

  while (stmt != NULL && ante_db_next (db, stmt, error))
    g_ptr_array_add (events, ante_rows_read_event (stmt));
  return events;
}

/* Their ids, which are those of @events: what is changed of a stage has none. */
static GHashTable *
collect_leads (GPtrArray *events)
{
  GHashTable *leads = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < events->len; i++) {
    AnteEvent *event = events->pdata[i];

    if (event->lead_id != 0)
      g_hash_table_add (leads, &event->lead_id);
  }
  return leads;
}

static AnteUndone *
describe (AnteDb *db, gint64 act, GPtrArray *events, guint n_leads)
{
  static const char title[] = "SELECT coalesce (nullif (name, ''), nullif (handle, ''), igsid)"
                              " FROM lead WHERE id = ?1";
  AnteUndone *undone = g_new0 (AnteUndone, 1);
  AnteEvent *first = events->pdata[events->len - 1];

  /* What was said on the way into a stage, or of its order, came before; meant was the lead, and
   * its move where it moved, but for a call that has moved it. */
  for (guint i = 0; i < events->len; i++) {
    AnteEvent *event = events->pdata[i];

    if (event->lead_id != 0 &&
        (first->lead_id == 0 ||
         (g_str_equal (event->field, ANTE_FIELD_STAGE) && !ante_bookings_is_theirs (first->field))))
      first = event;
  }
  undone->group = act;
  undone->field = g_strdup (first->field);
  undone->lead_id = first->lead_id;
  undone->n_leads = n_leads;
  if (first->lead_id != 0)
    undone->title = ante_db_get_text (db, NULL, title, "i", first->lead_id);
  return undone;
}

static gboolean
settle (AnteDb *db, GHashTable *leads, GError **error)
{
  g_autoptr (GError) broken = NULL;
  GHashTableIter iter;
  gpointer lead = NULL;

  g_hash_table_iter_init (&iter, leads);
  while (g_hash_table_iter_next (&iter, &lead, NULL)) {
    if (!ante_fields_settle (db, *(gint64 *) lead, error))
      return FALSE;
  }
  /* What was fine before the act may have been built upon since. */
  if (ante_stages_check (db, &broken))
    return TRUE;
  if (broken->code != ANTE_STORE_ERROR_EXISTS && broken->code != ANTE_STORE_ERROR_NEEDED &&
      broken->code != ANTE_STORE_ERROR_TOO_MANY) {
    g_propagate_error (error, g_steal_pointer (&broken));
    return FALSE;
  }
  return conflict (error);
}

/* Takes back every event of @target, newest first, in one transaction. */
static AnteUndone *
flip_act (AnteDb *db, AnteAct *act, gint64 target, GError **error)
{
  GError *flip_error = NULL;
  g_autoptr (GPtrArray) events = read_act (db, target, &flip_error);
  g_autoptr (GHashTable) leads = collect_leads (events);
  gboolean ok = flip_error == NULL && (act->act = ante_rows_next_act (db, &flip_error)) > 0;

  if (ok && events->len == 0) {
    g_set_error (&flip_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "there is no such act");
    ok = FALSE;
  }

  for (guint i = 0; ok && i < events->len; i++) {
    AnteEvent *event = events->pdata[i];

    ok = !event->undone || conflict (&flip_error);
    ok = ok && flip_event (db, act, event, &flip_error);
  }
  if (ok)
    ok = settle (db, leads, &flip_error) &&
         ante_db_run (db, &flip_error, "UPDATE event SET undone = 1 WHERE act = ?1", "i", target);

  if (!ok) {
    g_propagate_error (error, flip_error);
    return NULL;
  }
  return describe (db, target, events, g_hash_table_size (leads));
}

typedef struct {
  gint64 group;
  char *actor;
  gint64 now;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_free (undo->actor);
  g_free (undo);
}

static void
finish (AnteDb *db, GTask *task, AnteUndone *undone, GError *error)
{
  if (undone == NULL) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_pointer (task, undone, (GDestroyNotify) ante_undone_free);
  else
    ante_undone_free (undone);
}

static gboolean
nothing (GError **error)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                 "there is nothing to take back");
  return FALSE;
}

/* Whether taking it back has changed anything. */
static gboolean
left_a_mark (AnteDb *db, const AnteAct *act, gboolean *left, GError **error)
{
  gint64 events = 0;

  if (!ante_db_get_int (db, error, &events, "SELECT count(*) FROM event WHERE act = ?1", "i",
                        act->act))
    return FALSE;
  *left = events > 0;
  return TRUE;
}

static void
undo_job (AnteDb *db, GTask *task)
{
  /* What was sent or forgotten cannot be taken back, and neither what the machine did nor a past
   * that was written is the person's last act. */
  static const char newest[] =
    "SELECT act FROM event WHERE undone = 0 AND undoes IS NULL AND act > 0"
    " AND field NOT IN ('sent', 'forgotten')"
    " AND (actor = 'coach' OR actor LIKE 'setter:%') ORDER BY id DESC LIMIT 1";
  const Undo *undo = g_task_get_task_data (task);
  AnteAct act = { 0, undo->actor, NULL, undo->now, 0, FALSE };
  AnteUndone *undone = NULL;
  GError *error = NULL;
  gint64 target = undo->group;
  gboolean left = FALSE;
  gboolean ok = ante_db_begin (db, &error);

  /* The last act may have been undone by the world: then a person means the one before. */
  while (ok && !left) {
    g_clear_pointer (&undone, ante_undone_free);
    ok = undo->group != 0 || ante_db_get_int (db, &error, &target, newest, "") || nothing (&error);
    ok = ok && (undone = flip_act (db, &act, target, &error)) != NULL &&
         left_a_mark (db, &act, &left, &error);
    left |= undo->group != 0;
  }
  if (!ok)
    g_clear_pointer (&undone, ante_undone_free);
  finish (db, task, undone, error);
}

static void
redo_job (AnteDb *db, GTask *task)
{
  static const char newest[] =
    "SELECT act FROM event AS undo WHERE undone = 0 AND undoes IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM event WHERE id > undo.id AND undoes IS NULL AND field <> 'sent' AND act > 0"
    "  AND (actor = 'coach' OR actor LIKE 'setter:%')) ORDER BY id DESC LIMIT 1";
  /* Whole acts: of what the world had taken back before, no event says that it was undone. */
  static const char revive[] =
    "UPDATE event SET undone = 0 WHERE act IN (SELECT act FROM event WHERE id IN"
    " (SELECT undoes FROM event WHERE act = ?1))";
  const Undo *undo = g_task_get_task_data (task);
  AnteAct act = { 0, undo->actor, NULL, undo->now, 0, TRUE };
  AnteUndone *undone = NULL;
  GError *error = NULL;
  gint64 target = 0;

  if (ante_db_begin (db, &error) &&
      (ante_db_get_int (db, &error, &target, newest, "") || nothing (&error)))
    undone = flip_act (db, &act, target, &error);
  if (undone != NULL && !ante_db_run (db, &error, revive, "i", target))
    g_clear_pointer (&undone, ante_undone_free);
  finish (db, task, undone, error);
}

static void
start (AnteStore *self, gint64 group, const char *actor, gint64 now, AnteStoreJob job, GTask *task)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->group = group;
  undo->actor = g_strdup (actor);
  undo->now = now;
  g_task_set_task_data (task, undo, undo_free);
  ante_store_write (self, task, job);
}

void
ante_store_undo_async (AnteStore *self,
                       gint64 group,
                       const char *actor,
                       gint64 now,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start (self, group, actor, now, undo_job, task);
}

AnteUndone *
ante_store_undo_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_store_redo_async (AnteStore *self,
                       const char *actor,
                       gint64 now,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start (self, 0, actor, now, redo_job, task);
}

AnteUndone *
ante_store_redo_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
