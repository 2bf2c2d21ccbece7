#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-today.h"

#include "model/ante-party.h"
#include "rules/ante-window.h"
#include "store/ante-follow-ups.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

/* How soon the longer window of a person is said to close, and who in nurture has gone quiet. */
#define HUMAN_CLOSING_MS ANTE_DAY_MS
#define HUMAN_WINDOW_MS (7 * ANTE_DAY_MS)
#define NURTURE_QUIET_MS (30 * ANTE_DAY_MS)
#define CALL_GRACE_MS ANTE_HOUR_MS

/* ?1 now, ?2 the end of the day, ?3 a person's window counts, ?4 how long a silence is quiet, ?5
 * whose, ?6 of any setter. Each of the conditions goes by one of the indexes of lead. */
#define AWAKE " AND not_a_lead IS NULL AND snoozed_until <= ?1"
#define WHOSE                                                                                      \
  " AND (?5 IS NULL OR coalesce (next_owner, owner) = ?5"                                          \
  " OR (?6 AND coalesce (next_owner, owner) LIKE 'setter:%'))"
#define ALL_USED " AND ?2 + ?3 + ?4 + ?6 IS NOT NULL"

static const struct {
  const char *nick;
  const char *time;
  const char *where;
} groups[ANTE_TODAY_N_GROUPS] = {
  [ANTE_TODAY_AGREEMENT] = { "agreement",
                             "CASE WHEN sla_due > 0 THEN sla_due ELSE sla_breached END",
                             "(id IN (SELECT id FROM lead WHERE sla_due > 0 AND sla_risk <= ?1)"
                             " OR id IN (SELECT id FROM lead WHERE sla_breached > 0))" AWAKE },
  [ANTE_TODAY_CLOSING] = { "closing",
                           "CASE WHEN last_lead_at > ?1 - 86400000 THEN last_lead_at + 86400000"
                           " ELSE last_lead_at + 604800000 END",
                           "owes_reply_since > 0 AND ((last_lead_at > ?1 - 86400000"
                           " AND last_lead_at <= ?1 - 64800000) OR (?3 AND last_lead_at"
                           " > ?1 - 604800000 AND last_lead_at <= ?1 - 518400000))" AWAKE },
  [ANTE_TODAY_OVERDUE] = { "overdue", "next_due",
                           "next_due > 0 AND next_due < ?1 AND next_action IS NOT NULL" AWAKE },
  [ANTE_TODAY_DUE] = { "due", "next_due",
                       "next_due >= ?1 AND next_due > 0 AND next_due < ?2"
                       " AND next_action IS NOT NULL" AWAKE },
  [ANTE_TODAY_OWES] = { "owes", "owes_reply_since", "owes_reply_since > 0" AWAKE },
  [ANTE_TODAY_CALL] = { "call", "booking_at",
                        "booking = 'booked' AND booking_at > ?1 - 3600000"
                        " AND booking_at < ?1 + 86400000 AND not_a_lead IS NULL" },
  [ANTE_TODAY_QUIET] = { "quiet", "last_message_at",
                         "live = 1 AND owes_reply_since = 0 AND next_due = 0 AND last_lead_at > 0"
                         " AND last_message_at < ?1 - ?4 AND stage_id IN (SELECT id FROM stage"
                         " WHERE role IN ('active', 'qualifying', 'coach-review', 'qualified',"
                         " 'no-show-risk') OR (role = 'nurture' AND last_message_at"
                         " < ?1 - 2592000000))" AWAKE },
  [ANTE_TODAY_NO_OWNER] = { "no-owner", "-last_message_at",
                            "owner = 'none' AND live = 1 AND not_a_lead IS NULL" },
  [ANTE_TODAY_NO_STEP] = { "no-step", "-last_message_at",
                           "live = 1 AND next_action IS NULL AND not_a_lead IS NULL" },
  [ANTE_TODAY_NO_SOURCE] = { "no-source", "-last_message_at", "live = 1 AND source = 'unknown'" },
};

G_STATIC_ASSERT (ANTE_DAY_MS == 86400000 && HUMAN_WINDOW_MS == 604800000 &&
                 HUMAN_WINDOW_MS - HUMAN_CLOSING_MS == 518400000 &&
                 ANTE_DAY_MS - ANTE_WINDOW_CLOSING_MS == 64800000 &&
                 NURTURE_QUIET_MS == G_GINT64_CONSTANT (2592000000) && CALL_GRACE_MS == 3600000);

const char *
ante_today_group_to_nick (AnteTodayGroup group)
{
  g_return_val_if_fail ((guint) group < ANTE_TODAY_N_GROUPS, NULL);
  return groups[group].nick;
}

typedef struct {
  AnteTodayQuestion question;
  char *owner;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->owner);
  g_free (question);
}

static void
row_free (gpointer data)
{
  AnteTodayRow *row = data;

  g_clear_object (&row->lead);
  ante_follow_up_free (row->follow_up);
  g_free (row);
}

void
ante_today_free (AnteToday *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < ANTE_TODAY_N_GROUPS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_free (self);
}

static AnteStmt
ask (AnteDb *db, const char *sql, const Question *question, GError **error)
{
  const AnteTodayQuestion *asked = &question->question;
  gboolean any_setter = g_strcmp0 (question->owner, ANTE_PARTY_SETTER_PREFIX) == 0;

  /* Statements are kept by their address. */
  return ante_db_query (db, error, g_intern_string (sql), "iiiisii", asked->moment.now,
                        asked->moment.day_end, (gint64) asked->moment.human_agent, asked->quiet_ms,
                        question->owner, (gint64) any_setter, (gint64) asked->limit);
}

static AnteTodayRow *
read_row (AnteDb *db, gint64 id, gint64 at, GError **error)
{
  AnteTodayRow *row = g_new0 (AnteTodayRow, 1);

  row->lead = ante_rows_get_lead (db, id, error);
  row->at = ABS (at);
  if (row->lead != NULL &&
      (row->lead->touch_n == 0 || ante_follow_ups_get_open (db, id, &row->follow_up, error)))
    return row;
  row_free (row);
  return NULL;
}

static gboolean
count_group (
  AnteDb *db, AnteTodayGroup group, const Question *question, guint *count, GError **error)
{
  g_autofree char *sql =
    g_strconcat ("SELECT count(*) FROM lead WHERE ", groups[group].where, WHOSE ALL_USED, NULL);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ask (db, sql, question, &read_error);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error))
    *count = (guint) sqlite3_column_int (stmt, 0);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
read_group (
  AnteDb *db, AnteTodayGroup group, const Question *question, AnteToday *today, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT id, %s AS at FROM lead WHERE %s%s ORDER BY at, id LIMIT %u", groups[group].time,
    groups[group].where, WHOSE ALL_USED, question->question.limit);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ask (db, sql, question, &read_error);

  today->rows[group] = g_ptr_array_new_with_free_func (row_free);
  while (stmt != NULL && read_error == NULL && ante_db_next (db, stmt, &read_error)) {
    AnteTodayRow *row =
      read_row (db, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), &read_error);

    if (row != NULL)
      g_ptr_array_add (today->rows[group], row);
  }
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  today->counts[group] = today->rows[group]->len;
  return today->rows[group]->len < question->question.limit ||
         count_group (db, group, question, &today->counts[group], error);
}

static void
read_today_job (AnteDb *db, GTask *task)
{
  static const char waiting_sql[] = "SELECT count(*) FROM ai_draft WHERE state = 'waiting' OR "
                                    "(state = 'held' AND held_until <= ?1)";
  static const char next_sql[] =
    "SELECT coalesce (min (next_due), 0) FROM lead WHERE next_due > ?1 AND next_action IS NOT NULL"
    " AND not_a_lead IS NULL";
  const Question *question = g_task_get_task_data (task);
  g_autoptr (AnteToday) today = g_new0 (AnteToday, 1);
  gint64 now = question->question.moment.now;
  GError *error = NULL;
  gint64 waiting = 0;

  for (guint i = 0; error == NULL && i < ANTE_TODAY_N_GROUPS; i++)
    read_group (db, (AnteTodayGroup) i, question, today, &error);
  if (error == NULL)
    ante_db_get_int (db, &error, &waiting, waiting_sql, "i", now);
  if (error == NULL)
    ante_db_get_int (db, &error, &today->next_at, next_sql, "i", now);
  today->waiting = (guint) waiting;
  ante_store_return (task, g_steal_pointer (&today), (GDestroyNotify) ante_today_free, error);
}

void
ante_store_read_today_async (AnteStore *self,
                             const AnteTodayQuestion *question,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *copy = g_new0 (Question, 1);

  copy->question = *question;
  copy->owner = g_strdup (question->owner);
  g_task_set_task_data (task, copy, question_free);
  ante_store_read (self, task, read_today_job);
}

AnteToday *
ante_store_read_today_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
