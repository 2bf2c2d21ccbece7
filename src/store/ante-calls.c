#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-calls.h"

#include "rules/ante-text.h"
#include "store/ante-bookings.h"
#include "store/ante-kept.h"
#include "store/ante-rows.h"

#include <string.h>

/* More than anybody pays, and far from where sums would overflow. */
#define MOST_AMOUNT G_GINT64_CONSTANT (100000000000)

static const AnteKept ROWS = ANTE_KEPT ("call", ANTE_FIELD_CALL, "what came of the call");

static AnteCallRecord *
read_row (sqlite3_stmt *stmt)
{
  AnteCallRecord *self = g_new0 (AnteCallRecord, 1);

  self->id = sqlite3_column_int64 (stmt, 0);
  self->booking_id = sqlite3_column_int64 (stmt, 1);
  self->lead_id = sqlite3_column_int64 (stmt, 2);
  self->at = sqlite3_column_int64 (stmt, 3);
  self->party = ante_stmt_dup_text (stmt, 4);
  ante_call_outcome_from_nick ((const char *) sqlite3_column_text (stmt, 5), &self->outcome);
  self->decision = ante_stmt_dup_text (stmt, 6);
  self->amount = sqlite3_column_int64 (stmt, 7);
  self->currency = ante_stmt_dup_text (stmt, 8);
  self->notes = ante_stmt_dup_text (stmt, 9);
  ante_call_grade_from_nick ((const char *) sqlite3_column_text (stmt, 10), &self->grade);
  self->weak_fit = sqlite3_column_int (stmt, 11) != 0;
  return self;
}

gboolean
ante_calls_get (AnteDb *db, gint64 booking_id, AnteCallRecord **call, GError **error)
{
  static const char sql[] =
    "SELECT id, booking_id, coalesce (lead_id, 0), at, party, outcome, decision, amount, currency,"
    " notes, grade, weak_fit FROM call WHERE booking_id = ?1 AND kept = 1 ORDER BY id DESC LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", booking_id);

  *call = stmt != NULL && ante_db_next (db, stmt, &read_error) ? read_row (stmt) : NULL;
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

/* --- what is said ---------------------------------------------------------------------------- */

static gboolean
check_amount (const AnteCallRecord *call, GError **error)
{
  const char *currency = call->currency;

  if (call->amount < 0 || call->amount > MOST_AMOUNT)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the amount cannot be one");
  if (call->amount == 0)
    return TRUE;
  if (currency == NULL || strlen (currency) != 3)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "an amount needs a currency, such as EUR or USD");
  for (guint i = 0; i < 3; i++) {
    if (!g_ascii_isupper (currency[i]))
      return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                             "a currency is three capital letters, such as EUR or USD");
  }
  return TRUE;
}

static gboolean
check (const AnteCallRecord *call, GError **error)
{
  gboolean is_decided = call->outcome == ANTE_CALL_WON || call->outcome == ANTE_CALL_LOST ||
                        call->outcome == ANTE_CALL_NOT_A_FIT;

  if (is_decided && *call->decision == '\0')
    return ante_db_refuse (
      error, ANTE_STORE_ERROR_INVALID,
      "say why: it was won, lost or no fit for a reason, and the next ones learn "
      "from it");
  if (g_utf8_strlen (call->decision, -1) > ANTE_CALL_MAX_DECISION)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "the reason has at most 300 characters");
  if (g_utf8_strlen (call->notes, -1) > ANTE_CALL_MAX_NOTES)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "the notes have at most 8000 characters");
  return check_amount (call, error);
}

static void
clean (char **text)
{
  char *cleaned = g_strstrip (ante_text_clean (*text != NULL ? *text : "", -1, 0));

  g_free (*text);
  *text = cleaned;
}

static gboolean
is_empty (const AnteCallRecord *call)
{
  return call->outcome == ANTE_CALL_OPEN && *call->decision == '\0' && *call->notes == '\0' &&
         call->amount == 0 && call->grade == ANTE_CALL_GRADE_NONE && !call->weak_fit;
}

static gboolean
is_same (const AnteCallRecord *a, const AnteCallRecord *b)
{
  return a->outcome == b->outcome && a->amount == b->amount && a->grade == b->grade &&
         a->weak_fit == b->weak_fit && g_strcmp0 (a->decision, b->decision) == 0 &&
         g_strcmp0 (a->notes, b->notes) == 0 &&
         (a->amount == 0 || g_strcmp0 (a->currency, b->currency) == 0);
}

/* --- rows ------------------------------------------------------------------------------------ */

static gboolean
insert (AnteDb *db,
        const AnteAct *act,
        const AnteBooking *booking,
        const AnteCallRecord *call,
        GError **error)
{
  static const char sql[] =
    "INSERT INTO call (booking_id, lead_id, via, at, party, outcome, decision, amount, currency,"
    " notes, grade, weak_fit) VALUES (?1, nullif (?2, 0), (SELECT via FROM booking WHERE id = ?1),"
    " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

  return ante_db_run (db, error, sql, "iiisssisssi", booking->id, booking->lead_id, act->now,
                      act->actor, ante_call_outcome_to_nick (call->outcome), call->decision,
                      call->amount, call->amount != 0 ? call->currency : NULL, call->notes,
                      ante_call_grade_to_nick (call->grade), (gint64) call->weak_fit);
}

static gboolean
write_row (AnteDb *db,
           const AnteAct *act,
           const AnteBooking *booking,
           const AnteCallRecord *older,
           const AnteCallRecord *call,
           GError **error)
{
  gint64 old = older != NULL ? older->id : 0;
  gint64 new = 0;

  if (!is_empty (call)) {
    if (!insert (db, act, booking, call, error))
      return FALSE;
    new = sqlite3_last_insert_rowid (db->handle);
  }
  return (old == 0 && new == 0) ||
         ante_kept_replace (db, &ROWS, act, booking->lead_id, old, new, error);
}

/* Nothing said of the outcome leaves what is known of the booking. */
static gboolean
set_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, AnteCallOutcome outcome, GError **error)
{
  if (outcome == ANTE_CALL_OPEN)
    return TRUE;
  return ante_bookings_set_state (
    db, act, booking,
    outcome == ANTE_CALL_NO_SHOW ? ANTE_BOOKING_STATE_NO_SHOW : ANTE_BOOKING_STATE_HELD, error);
}

gboolean
ante_calls_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  g_autoptr (AnteCallRecord) call = NULL;
  g_autoptr (AnteCallRecord) older = NULL;
  g_autoptr (AnteBooking) booking = NULL;

  if (change->call == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "say what came of the call");
  call = ante_call_record_copy (change->call);
  clean (&call->decision);
  clean (&call->notes);
  if (!check (call, error) || (booking = ante_bookings_get (db, call->booking_id, error)) == NULL ||
      !ante_calls_get (db, booking->id, &older, error))
    return FALSE;
  if (change->lead_id != booking->lead_id)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "the booking is another lead's by now");
  if (older == NULL || !is_same (older, call)) {
    if (!write_row (db, act, booking, older, call, error))
      return FALSE;
  }
  return set_state (db, act, booking, call->outcome, error) &&
         ante_bookings_settle (db, booking->lead_id, error);
}

gboolean
ante_calls_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 holds = ante_rows_parse_number (event->to);
  g_autoptr (AnteCallRecord) now = NULL;
  gint64 booking_id = 0;

  if (!ante_db_get_int (db, error, &booking_id, "SELECT booking_id FROM call WHERE id = ?1", "i",
                        holds != 0 ? holds : ante_rows_parse_number (event->from)) ||
      !ante_calls_get (db, booking_id, &now, error))
    return FALSE;
  if ((now != NULL ? now->id : 0) != holds)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, ROWS.changed);
  return ante_kept_flip (db, &ROWS, event, error) &&
         ante_bookings_settle (db, event->lead_id, error);
}
