#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-handoffs.h"

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-follow-ups.h"
#include "store/ante-kept.h"
#include "store/ante-rows.h"

#define COLUMNS                                                                                    \
  "id, lead_id, at, given_by, owner, minutes, hours, risk_at, due_at, next_action, note, state,"   \
  " closed_at, closed_why"

static const AnteKept ROWS = ANTE_KEPT ("handoff", ANTE_FIELD_HANDOFF, "the handoff");

static AnteHandoff *
read_row (sqlite3_stmt *stmt)
{
  AnteHandoff *self = g_new0 (AnteHandoff, 1);

  self->id = sqlite3_column_int64 (stmt, 0);
  self->lead_id = sqlite3_column_int64 (stmt, 1);
  self->at = sqlite3_column_int64 (stmt, 2);
  self->given_by = ante_stmt_dup_text (stmt, 3);
  self->owner = ante_stmt_dup_text (stmt, 4);
  self->minutes = (guint) sqlite3_column_int (stmt, 5);
  self->hours = ante_stmt_dup_text (stmt, 6);
  self->risk_at = sqlite3_column_int64 (stmt, 7);
  self->due_at = sqlite3_column_int64 (stmt, 8);
  self->next_action = ante_stmt_dup_text (stmt, 9);
  self->note = ante_stmt_dup_text (stmt, 10);
  ante_handoff_state_from_nick ((const char *) sqlite3_column_text (stmt, 11), &self->state);
  self->closed_at = sqlite3_column_int64 (stmt, 12);
  self->closed_why = ante_stmt_dup_text (stmt, 13);
  return self;
}

static GPtrArray *
read_all (AnteDb *db, const char *sql, gint64 number, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_handoff_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", number);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (found, read_row (stmt));
  if (read_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

GPtrArray *
ante_handoffs_read (AnteDb *db, gint64 lead_id, GError **error)
{
  return read_all (db,
                   "SELECT " COLUMNS " FROM handoff WHERE lead_id = ?1 AND kept = 1"
                   " ORDER BY at DESC, id DESC",
                   lead_id, error);
}

GPtrArray *
ante_handoffs_read_due (AnteDb *db, gint64 now, GError **error)
{
  return read_all (db,
                   "SELECT " COLUMNS " FROM handoff WHERE kept = 1 AND state = 'running'"
                   " AND due_at <= ?1 ORDER BY due_at, id",
                   now, error);
}

gboolean
ante_handoffs_get_running (AnteDb *db, gint64 lead_id, AnteHandoff **running, GError **error)
{
  g_autoptr (GPtrArray) found = read_all (db,
                                          "SELECT " COLUMNS " FROM handoff WHERE lead_id = ?1"
                                          " AND kept = 1 AND state = 'running'"
                                          " ORDER BY id DESC LIMIT 1",
                                          lead_id, error);

  *running = found != NULL && found->len > 0 ? ante_handoff_copy (found->pdata[0]) : NULL;
  return found != NULL;
}

/* @handoff takes the place of @older (nullable). */
static gboolean
write_row (AnteDb *db,
           const AnteAct *act,
           const AnteHandoff *older,
           const AnteHandoff *handoff,
           GError **error)
{
  static const char sql[] =
    "INSERT INTO handoff (lead_id, at, given_by, owner, minutes, hours, risk_at, due_at,"
    " next_action, note, state, closed_at, closed_why, via) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
    " ?8, ?9, ?10, ?11, ?12, ?13, (SELECT via FROM handoff WHERE id = ?14))";
  gint64 old = older != NULL ? older->id : 0;

  return ante_db_run (db, error, sql, "iissisiisssisi", handoff->lead_id, handoff->at,
                      handoff->given_by, handoff->owner, (gint64) handoff->minutes, handoff->hours,
                      handoff->risk_at, handoff->due_at, handoff->next_action, handoff->note,
                      ante_handoff_state_to_nick (handoff->state), handoff->closed_at,
                      handoff->closed_why, old) &&
         ante_kept_replace (db, &ROWS, act, handoff->lead_id, old,
                            sqlite3_last_insert_rowid (db->handle), error);
}

gboolean
ante_handoffs_close (AnteDb *db,
                     const AnteAct *act,
                     const AnteHandoff *running,
                     AnteHandoffState state,
                     const char *why,
                     GError **error)
{
  g_autoptr (AnteHandoff) closed = ante_handoff_copy (running);

  closed->state = state;
  closed->closed_at = act->now;
  g_free (closed->closed_why);
  closed->closed_why = g_strdup (why);
  return write_row (db, act, running, closed, error);
}

static gboolean
end_running (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  g_autoptr (AnteHandoff) running = NULL;

  return ante_handoffs_get_running (db, lead_id, &running, error) &&
         (running == NULL ||
          ante_handoffs_close (db, act, running, ANTE_HANDOFF_ENDED, NULL, error));
}

static gboolean
check (const AnteHandoff *handoff, GError **error)
{
  if (!ante_party_is_owner (handoff->owner))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a handoff needs an owner: the coach, a named setter or the AI");
  if (handoff->next_action == NULL || *handoff->next_action == '\0')
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a handoff needs a next action");
  if (g_utf8_strlen (handoff->next_action, -1) > ANTE_HANDOFF_MAX_ACTION ||
      (handoff->note != NULL && g_utf8_strlen (handoff->note, -1) > ANTE_HANDOFF_MAX_NOTE))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "the next action or the note is too long");
  if (handoff->minutes < 1 || handoff->minutes > ANTE_HANDOFF_MAX_MINUTES || handoff->due_at <= 0 ||
      handoff->risk_at > handoff->due_at)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a response window has from a minute to thirty days");
  return TRUE;
}

/* A follow-up that is planned stays the next step. */
static gboolean
set_next_step (AnteDb *db, const AnteAct *act, const AnteHandoff *handoff, GError **error)
{
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, handoff->due_at);
  g_autoptr (AnteFollowUp) planned = NULL;

  if (!ante_follow_ups_get_open (db, handoff->lead_id, &planned, error))
    return FALSE;
  return planned != NULL ||
         (ante_fields_set (db, act, handoff->lead_id, ANTE_FIELD_NEXT_ACTION, handoff->next_action,
                           error) &&
          ante_fields_set (db, act, handoff->lead_id, ANTE_FIELD_NEXT_DUE, due, error) &&
          ante_fields_set (db, act, handoff->lead_id, ANTE_FIELD_NEXT_OWNER, NULL, error));
}

static char *
clean (const char *text)
{
  return g_strstrip (ante_text_clean (text != NULL ? text : "", -1, 0));
}

gboolean
ante_handoffs_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  g_autoptr (AnteHandoff) handoff = NULL;
  g_autofree char *action = NULL;
  g_autofree char *note = NULL;

  if (change->handoff == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a handoff needs a next action");
  handoff = ante_handoff_copy (change->handoff);
  action = clean (handoff->next_action);
  note = clean (handoff->note);
  g_free (handoff->next_action);
  handoff->next_action = g_strdup (action);
  g_free (handoff->note);
  handoff->note = *note != '\0' ? g_strdup (note) : NULL;
  handoff->lead_id = change->lead_id;
  handoff->at = act->now;
  g_free (handoff->given_by);
  handoff->given_by = g_strdup (act->actor);
  handoff->state = ANTE_HANDOFF_RUNNING;
  handoff->closed_at = 0;
  return check (handoff, error) && end_running (db, act, change->lead_id, error) &&
         ante_fields_set (db, act, change->lead_id, ANTE_FIELD_OWNER, handoff->owner, error) &&
         write_row (db, act, NULL, handoff, error) && set_next_step (db, act, handoff, error);
}

gboolean
ante_handoffs_mirror (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  g_autoptr (AnteHandoff) running = NULL;
  g_autofree char *owner = NULL;

  if (!ante_handoffs_get_running (db, lead_id, &running, error) ||
      (running != NULL && !ante_fields_get (db, lead_id, ANTE_FIELD_OWNER, &owner, error)))
    return FALSE;
  return running == NULL || g_strcmp0 (owner, running->owner) == 0 ||
         ante_handoffs_close (db, act, running, ANTE_HANDOFF_ENDED, NULL, error);
}

gboolean
ante_handoffs_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  return ante_kept_flip (db, &ROWS, event, error);
}
