#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-follow-ups.h"

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-kept.h"
#include "store/ante-rows.h"

#define COLUMNS                                                                                    \
  "id, lead_id, made_at, made_by, reason, coalesce (message_id, 0), due_at, led_by, sequence,"     \
  " step, touch, stage_id, keeps, state, closed_at, closed_by, closed_why"

#define REPLACED "replaced"

static const AnteKept ROWS = ANTE_KEPT ("follow_up", ANTE_FIELD_FOLLOW_UP, "the follow-up");

static AnteFollowUp *
read_row (sqlite3_stmt *stmt)
{
  AnteFollowUp *self = g_new0 (AnteFollowUp, 1);

  self->id = sqlite3_column_int64 (stmt, 0);
  self->lead_id = sqlite3_column_int64 (stmt, 1);
  self->made_at = sqlite3_column_int64 (stmt, 2);
  self->made_by = ante_stmt_dup_text (stmt, 3);
  self->reason = ante_stmt_dup_text (stmt, 4);
  self->message_id = sqlite3_column_int64 (stmt, 5);
  self->due_at = sqlite3_column_int64 (stmt, 6);
  self->led_by = ante_stmt_dup_text (stmt, 7);
  self->sequence = ante_stmt_dup_text (stmt, 8);
  self->step = (guint) sqlite3_column_int (stmt, 9);
  self->touch = (guint) sqlite3_column_int (stmt, 10);
  self->stage_id = sqlite3_column_int64 (stmt, 11);
  self->keeps = sqlite3_column_int (stmt, 12) != 0;
  ante_follow_up_state_from_nick ((const char *) sqlite3_column_text (stmt, 13), &self->state);
  self->closed_at = sqlite3_column_int64 (stmt, 14);
  self->closed_by = ante_stmt_dup_text (stmt, 15);
  self->closed_why = ante_stmt_dup_text (stmt, 16);
  return self;
}

static GPtrArray *
read_all (AnteDb *db, const char *sql, gint64 lead_id, GError **error)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_follow_up_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (found, read_row (stmt));
  if (read_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

GPtrArray *
ante_follow_ups_read (AnteDb *db, gint64 lead_id, GError **error)
{
  return read_all (db,
                   "SELECT " COLUMNS " FROM follow_up WHERE lead_id = ?1 AND kept = 1"
                   " ORDER BY state = 'open' DESC, max (closed_at, made_at) DESC, id DESC",
                   lead_id, error);
}

gboolean
ante_follow_ups_get_open (AnteDb *db, gint64 lead_id, AnteFollowUp **open, GError **error)
{
  g_autoptr (GPtrArray) found = read_all (db,
                                          "SELECT " COLUMNS " FROM follow_up WHERE lead_id = ?1"
                                          " AND kept = 1 AND state = 'open'"
                                          " ORDER BY due_at, id LIMIT 1",
                                          lead_id, error);

  *open = found != NULL && found->len > 0 ? ante_follow_up_copy (found->pdata[0]) : NULL;
  return found != NULL;
}

/* TRUE with NULL where it is not there any more. */
static gboolean
find_kept (AnteDb *db, gint64 lead_id, gint64 id, AnteFollowUp **found, GError **error)
{
  g_autoptr (GPtrArray) all = ante_follow_ups_read (db, lead_id, error);

  *found = NULL;
  for (guint i = 0; all != NULL && i < all->len && *found == NULL; i++) {
    if (((AnteFollowUp *) all->pdata[i])->id == id)
      *found = ante_follow_up_copy (all->pdata[i]);
  }
  return all != NULL;
}

/* @follow_up takes the place of @older (nullable). */
static gboolean
write_row (AnteDb *db,
           const AnteAct *act,
           const AnteFollowUp *older,
           const AnteFollowUp *follow_up,
           GError **error)
{
  static const char sql[] =
    "INSERT INTO follow_up (lead_id, made_at, made_by, reason, message_id, due_at, led_by,"
    " sequence, step, touch, stage_id, keeps, state, closed_at, closed_by, closed_why, via)"
    " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
    " (SELECT via FROM follow_up WHERE id = ?17))";
  gint64 old = older != NULL ? older->id : 0;

  return ante_db_run (db, error, sql, "iissiissiiiisissi", follow_up->lead_id, follow_up->made_at,
                      follow_up->made_by, follow_up->reason, follow_up->message_id,
                      follow_up->due_at, follow_up->led_by, follow_up->sequence,
                      (gint64) follow_up->step, (gint64) follow_up->touch, follow_up->stage_id,
                      (gint64) follow_up->keeps, ante_follow_up_state_to_nick (follow_up->state),
                      follow_up->closed_at, follow_up->closed_by, follow_up->closed_why, old) &&
         ante_kept_replace (db, &ROWS, act, follow_up->lead_id, old,
                            sqlite3_last_insert_rowid (db->handle), error);
}

/* @follow_up NULL: there is none. Whoever leads it is named where that is not the lead's owner. */
static gboolean
set_next_step (
  AnteDb *db, const AnteAct *act, gint64 lead_id, const AnteFollowUp *follow_up, GError **error)
{
  g_autofree char *due =
    g_strdup_printf ("%" G_GINT64_FORMAT, follow_up != NULL ? follow_up->due_at : 0);
  g_autofree char *owner = NULL;
  const char *led_by = follow_up != NULL ? follow_up->led_by : NULL;

  if (!ante_fields_get (db, lead_id, ANTE_FIELD_OWNER, &owner, error))
    return FALSE;
  if (g_strcmp0 (owner, led_by) == 0)
    led_by = NULL;
  return ante_fields_set (db, act, lead_id, ANTE_FIELD_NEXT_ACTION,
                          follow_up != NULL ? follow_up->reason : NULL, error) &&
         ante_fields_set (db, act, lead_id, ANTE_FIELD_NEXT_DUE, due, error) &&
         ante_fields_set (db, act, lead_id, ANTE_FIELD_NEXT_OWNER, led_by, error);
}

/* The lead's next step is @follow_up. */
static gboolean
is_next_step (
  AnteDb *db, gint64 lead_id, const AnteFollowUp *follow_up, gboolean *is, GError **error)
{
  gint64 found = 0;

  if (!ante_db_get_int (db, error, &found,
                        "SELECT count(*) FROM lead WHERE id = ?1 AND next_action = ?2"
                        " AND next_due = ?3",
                        "isi", lead_id, follow_up->reason, follow_up->due_at))
    return FALSE;
  *is = found > 0;
  return TRUE;
}

gboolean
ante_follow_ups_close (AnteDb *db,
                       const AnteAct *act,
                       const AnteFollowUp *open,
                       AnteFollowUpState state,
                       const char *by,
                       const char *why,
                       GError **error)
{
  g_autoptr (AnteFollowUp) closed = ante_follow_up_copy (open);
  g_autoptr (AnteFollowUp) other = NULL;
  gboolean is_next = FALSE;

  closed->state = state;
  closed->closed_at = act->now;
  g_free (closed->closed_by);
  closed->closed_by = g_strdup (by);
  g_free (closed->closed_why);
  closed->closed_why = g_strdup (why);
  return write_row (db, act, open, closed, error) &&
         is_next_step (db, open->lead_id, open, &is_next, error) &&
         (!is_next || (ante_follow_ups_get_open (db, open->lead_id, &other, error) &&
                       set_next_step (db, act, open->lead_id, other, error)));
}

static gboolean
check (const AnteFollowUp *follow_up, GError **error)
{
  if (follow_up->reason == NULL || *follow_up->reason == '\0')
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a follow-up needs a reason");
  if (!g_utf8_validate (follow_up->reason, -1, NULL) ||
      g_utf8_strlen (follow_up->reason, -1) > ANTE_FOLLOW_UP_MAX_CHARS)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a reason has at most 300 characters");
  if (follow_up->due_at <= 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a follow-up needs a date");
  if (!ante_party_is_owner (follow_up->led_by))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a follow-up is led by the coach, a named setter or the AI");
  return TRUE;
}

/* What only the store knows of one that is new: the stage, and how often the lead was followed up
 * since they wrote last. */
static gboolean
fill_in (AnteDb *db, const AnteAct *act, AnteFollowUp *follow_up, GError **error)
{
  static const char touches[] =
    "SELECT count(*) FROM follow_up JOIN lead ON lead.id = follow_up.lead_id"
    " WHERE follow_up.lead_id = ?1 AND kept = 1 AND state = 'done' AND closed_at > last_lead_at";
  gint64 n = 0;

  follow_up->made_at = act->now;
  g_free (follow_up->made_by);
  follow_up->made_by = g_strdup (act->actor);
  if (!ante_db_get_int (db, error, &n, touches, "i", follow_up->lead_id) ||
      !ante_db_get_int (db, error, &follow_up->stage_id, "SELECT stage_id FROM lead WHERE id = ?1",
                        "i", follow_up->lead_id))
    return FALSE;
  follow_up->touch = (guint) n + 1;
  return TRUE;
}

/* One that is open takes the place of any that is. */
static gboolean
replace_open (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  g_autoptr (AnteFollowUp) open = NULL;

  do {
    g_clear_pointer (&open, ante_follow_up_free);
    if (!ante_follow_ups_get_open (db, lead_id, &open, error) ||
        (open != NULL && !ante_follow_ups_close (db, act, open, ANTE_FOLLOW_UP_CANCELLED,
                                                 act->actor, REPLACED, error)))
      return FALSE;
  } while (open != NULL);
  return TRUE;
}

static gboolean
edit (AnteDb *db,
      const AnteAct *act,
      const AnteFollowUp *older,
      AnteFollowUp *follow_up,
      GError **error)
{
  if (older->state != ANTE_FOLLOW_UP_OPEN)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the follow-up is over already");
  if (follow_up->state != ANTE_FOLLOW_UP_OPEN)
    return ante_follow_ups_close (db, act, older, follow_up->state, act->actor,
                                  follow_up->closed_why, error);
  follow_up->made_at = older->made_at;
  g_free (follow_up->made_by);
  follow_up->made_by = g_strdup (older->made_by);
  follow_up->touch = older->touch;
  follow_up->stage_id = older->stage_id;
  return check (follow_up, error) && write_row (db, act, older, follow_up, error) &&
         set_next_step (db, act, follow_up->lead_id, follow_up, error);
}

gboolean
ante_follow_ups_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 id = ante_rows_parse_number (change->value);
  g_autoptr (AnteFollowUp) follow_up = NULL;
  g_autoptr (AnteFollowUp) older = NULL;
  g_autofree char *reason = NULL;

  if (change->follow_up == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a follow-up needs a reason");
  follow_up = ante_follow_up_copy (change->follow_up);
  follow_up->lead_id = change->lead_id;
  reason = ante_text_clean (follow_up->reason != NULL ? follow_up->reason : "", -1, 0);
  g_free (follow_up->reason);
  follow_up->reason = g_strdup (g_strstrip (reason));

  if (id != 0 && !find_kept (db, change->lead_id, id, &older, error))
    return FALSE;
  if (id != 0 && older == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, ROWS.changed);
  if (older != NULL)
    return edit (db, act, older, follow_up, error);
  if (follow_up->state != ANTE_FOLLOW_UP_OPEN)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a follow-up begins open");
  return check (follow_up, error) && replace_open (db, act, change->lead_id, error) &&
         fill_in (db, act, follow_up, error) && write_row (db, act, NULL, follow_up, error) &&
         set_next_step (db, act, change->lead_id, follow_up, error);
}

/* The lead's next step, read into a copy of @open; NULL without an error where there is none. */
static AnteFollowUp *
read_next_step (AnteDb *db, const AnteFollowUp *open, GError **error)
{
  static const char sql[] = "SELECT next_action, next_due, coalesce (next_owner, owner) FROM lead"
                            " WHERE id = ?1 AND next_action IS NOT NULL AND next_due > 0";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", open->lead_id);
  AnteFollowUp *next = NULL;

  if (stmt == NULL || !ante_db_next (db, stmt, error))
    return NULL;
  next = ante_follow_up_copy (open);
  g_free (next->reason);
  next->reason =
    ante_text_one_line ((const char *) sqlite3_column_text (stmt, 0), ANTE_FOLLOW_UP_MAX_CHARS);
  next->due_at = sqlite3_column_int64 (stmt, 1);
  if (ante_party_is_owner ((const char *) sqlite3_column_text (stmt, 2))) {
    g_free (next->led_by);
    next->led_by = ante_stmt_dup_text (stmt, 2);
  }
  return next;
}

gboolean
ante_follow_ups_mirror (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  g_autoptr (AnteFollowUp) open = NULL;
  g_autoptr (AnteFollowUp) next = NULL;
  GError *read_error = NULL;

  if (!ante_follow_ups_get_open (db, lead_id, &open, error))
    return FALSE;
  if (open == NULL)
    return TRUE;
  next = read_next_step (db, open, &read_error);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (next == NULL)
    return ante_follow_ups_close (db, act, open, ANTE_FOLLOW_UP_SKIPPED, act->actor, NULL, error);
  if (g_str_equal (next->reason, open->reason) && next->due_at == open->due_at &&
      g_str_equal (next->led_by, open->led_by))
    return TRUE;
  return write_row (db, act, open, next, error);
}

gboolean
ante_follow_ups_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  return ante_kept_flip (db, &ROWS, event, error);
}
