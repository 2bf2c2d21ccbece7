#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-bookings.h"

#include "rules/ante-text.h"
#include "store/ante-calls.h"
#include "store/ante-gates.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

#define MAX_TITLE_CHARS 200
#define MAX_PLACE_CHARS 500
#define LONGEST_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

#define OF_NO_LEAD "-"
#define BY_HAND "hand"

#define COLUMNS                                                                                    \
  "booking.id, coalesce (booking.lead_id, 0),"                                                     \
  " coalesce (nullif (lead.name, ''), nullif (lead.handle, ''), lead.igsid), lead.handle,"         \
  " coalesce (booking.calendar_id, 0), uid, occurrence, start_at, end_at, zone, all_day, title,"   \
  " place, who_name, who_email, answers, booking.state, moved_from, n_moved, matched_by,"          \
  " candidates, made_at, changed_at, brief_opened_at"
#define FROM " FROM booking LEFT JOIN lead ON lead.id = booking.lead_id"

/* --- reading -------------------------------------------------------------------------------- */

static AnteBooking *
read_row (sqlite3_stmt *stmt)
{
  AnteBooking *self = g_new0 (AnteBooking, 1);
  int i = 0;

  self->id = sqlite3_column_int64 (stmt, i++);
  self->lead_id = sqlite3_column_int64 (stmt, i++);
  self->lead_title = ante_stmt_dup_text (stmt, i++);
  self->lead_handle = ante_stmt_dup_text (stmt, i++);
  self->calendar_id = sqlite3_column_int64 (stmt, i++);
  self->uid = ante_stmt_dup_text (stmt, i++);
  self->occurrence = ante_stmt_dup_text (stmt, i++);
  self->start_at = sqlite3_column_int64 (stmt, i++);
  self->end_at = sqlite3_column_int64 (stmt, i++);
  self->zone = ante_stmt_dup_text (stmt, i++);
  self->all_day = sqlite3_column_int (stmt, i++) != 0;
  self->title = ante_stmt_dup_text (stmt, i++);
  self->place = ante_stmt_dup_text (stmt, i++);
  self->who_name = ante_stmt_dup_text (stmt, i++);
  self->who_email = ante_stmt_dup_text (stmt, i++);
  self->answers = ante_stmt_dup_text (stmt, i++);
  ante_booking_state_from_nick ((const char *) sqlite3_column_text (stmt, i++), &self->state);
  self->moved_from = sqlite3_column_int64 (stmt, i++);
  self->n_moved = (guint) sqlite3_column_int (stmt, i++);
  self->matched_by = ante_stmt_dup_text (stmt, i++);
  self->candidates = ante_stmt_dup_text (stmt, i++);
  self->made_at = sqlite3_column_int64 (stmt, i++);
  self->changed_at = sqlite3_column_int64 (stmt, i++);
  self->brief_opened_at = sqlite3_column_int64 (stmt, i++);
  return self;
}

/* What a person said to be of no lead is asked about no more, and stands in no list. */
#define ASKED_FOR                                                                                  \
  " WHERE kept = 1 AND (?1 = 0 OR booking.lead_id = ?1) AND end_at >= ?2 AND start_at < ?3"        \
  " AND candidates <> '" OF_NO_LEAD "'"                                                            \
  " AND (?4 = 0 OR (booking.lead_id IS NULL AND candidates <> ''))"

static gboolean
read_calls (AnteDb *db, GPtrArray *bookings, GError **error)
{
  for (guint i = 0; i < bookings->len; i++) {
    AnteBooking *booking = bookings->pdata[i];

    if (!ante_calls_get (db, booking->id, &booking->call, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
ante_bookings_list (AnteDb *db, const AnteBookingQuestion *question, GError **error)
{
  static const char oldest[] =
    "SELECT " COLUMNS FROM ASKED_FOR " ORDER BY start_at, booking.id LIMIT ?5";
  static const char newest[] =
    "SELECT " COLUMNS FROM ASKED_FOR " ORDER BY start_at DESC, booking.id DESC LIMIT ?5";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_booking_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &read_error, question->newest_first ? newest : oldest, "iiiii",
                   question->lead_id, question->from, question->to > 0 ? question->to : G_MAXINT64,
                   (gint64) question->asked, question->limit > 0 ? (gint64) question->limit : -1);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (found, read_row (stmt));
  if (read_error == NULL && read_calls (db, found, &read_error))
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

AnteBooking *
ante_bookings_get (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] = "SELECT " COLUMNS FROM " WHERE booking.id = ?1 AND kept = 1";
  g_autoptr (AnteBooking) booking = NULL;
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", id);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error))
    booking = read_row (stmt);
  else if (read_error == NULL)
    g_set_error_literal (&read_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                         "the booking is not there any more");
  if (booking != NULL && ante_calls_get (db, id, &booking->call, &read_error))
    return g_steal_pointer (&booking);
  g_propagate_error (error, read_error);
  return NULL;
}

/* --- changing one ---------------------------------------------------------------------------- */

gboolean
ante_bookings_settle (AnteDb *db, gint64 lead_id, GError **error)
{
  ante_db_touch (db, ANTE_STORE_BOOKINGS, 0);
  return lead_id == 0 || ante_fields_settle (db, lead_id, error);
}

static char *
tell_lead (const AnteBooking *booking)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%s:%s", booking->id,
                          booking->lead_id, booking->matched_by, booking->candidates);
}

static char *
tell_time (const AnteBooking *booking)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                          booking->id, booking->start_at, booking->end_at);
}

static char *
tell_state (const AnteBooking *booking)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", booking->id,
                          ante_booking_state_to_nick (booking->state));
}

/* Who was merged into another is found as that one, and TRUE with 0 for whoever is not there. */
static gboolean
find_lead (AnteDb *db, gint64 lead_id, gint64 *found, GError **error)
{
  static const char sql[] =
    "WITH RECURSIVE person (id, into_id) AS (SELECT id, merged_into FROM lead WHERE id = ?1"
    " UNION SELECT lead.id, merged_into FROM lead JOIN person ON lead.id = person.into_id)"
    " SELECT coalesce (max (id), 0) FROM person WHERE into_id IS NULL";

  *found = 0;
  return lead_id == 0 || ante_db_get_int (db, error, found, sql, "i", lead_id);
}

/* @value may be what stands there. */
static void
take (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

/* What came of it goes along. */
static gboolean
write_lead (AnteDb *db,
            const AnteAct *act,
            AnteBooking *booking,
            gint64 lead_id,
            const char *by,
            const char *candidates,
            GError **error)
{
  static const char sql[] =
    "UPDATE booking SET lead_id = nullif (?2, 0), via = nullif (?3, 0), matched_by = ?4,"
    " candidates = ?5, changed_at = ?6 WHERE id = ?1";
  static const char calls[] =
    "UPDATE call SET lead_id = nullif (?2, 0), via = nullif (?3, 0) WHERE booking_id = ?1";
  gint64 before = booking->lead_id;
  gint64 found = 0;
  gint64 via = 0;

  if (!find_lead (db, lead_id, &found, error))
    return FALSE;
  if (lead_id != 0 && found == 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the lead is not there any more");
  via = found != lead_id ? lead_id : 0;
  if (!ante_db_run (db, error, sql, "iiissi", booking->id, found, via, by, candidates, act->now) ||
      !ante_db_run (db, error, calls, "iii", booking->id, found, via))
    return FALSE;
  booking->lead_id = found;
  take (&booking->matched_by, by);
  take (&booking->candidates, candidates);
  return (before == found || ante_bookings_settle (db, before, error)) &&
         ante_bookings_settle (db, found, error);
}

gboolean
ante_bookings_set_lead (AnteDb *db,
                        const AnteAct *act,
                        AnteBooking *booking,
                        gint64 lead_id,
                        const char *by,
                        const char *candidates,
                        GError **error)
{
  g_autofree char *old = tell_lead (booking);
  g_autofree char *new = NULL;
  gint64 before = booking->lead_id;

  if (!write_lead (db, act, booking, lead_id, by, candidates, error))
    return FALSE;
  new = tell_lead (booking);
  return g_str_equal (old, new) ||
         ante_fields_write_event (db, act, booking->lead_id != 0 ? booking->lead_id : before, 0,
                                  ANTE_FIELD_BOOKING_LEAD, old, new, error);
}

static gboolean
write_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, AnteBookingState state, GError **error)
{
  booking->state = state;
  return ante_db_run (db, error, "UPDATE booking SET state = ?2, changed_at = ?3 WHERE id = ?1",
                      "isi", booking->id, ante_booking_state_to_nick (state), act->now) &&
         ante_bookings_settle (db, booking->lead_id, error);
}

gboolean
ante_bookings_set_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, AnteBookingState state, GError **error)
{
  g_autofree char *old = tell_state (booking);
  g_autofree char *new = NULL;

  if (booking->state == state)
    return TRUE;
  if (!write_state (db, act, booking, state, error))
    return FALSE;
  new = tell_state (booking);
  return ante_fields_write_event (db, act, booking->lead_id, 0, ANTE_FIELD_BOOKING_STATE, old, new,
                                  error);
}

/* @step: how often it counts as moved more, or less. Its brief is opened again before the new time.
 */
static gboolean
write_time (AnteDb *db,
            const AnteAct *act,
            AnteBooking *booking,
            gint64 start_at,
            gint64 end_at,
            int step,
            GError **error)
{
  static const char sql[] =
    "UPDATE booking SET start_at = ?2, end_at = ?3, n_moved = max (n_moved + ?4, 0),"
    " moved_from = CASE WHEN n_moved + ?4 > 0 THEN ?5 ELSE 0 END, brief_opened_at = 0,"
    " changed_at = ?6 WHERE id = ?1";
  gint64 before = booking->start_at;

  booking->start_at = start_at;
  booking->end_at = end_at;
  return ante_db_run (db, error, sql, "iiiiii", booking->id, start_at, end_at, (gint64) step,
                      before, act->now) &&
         ante_bookings_settle (db, booking->lead_id, error);
}

gboolean
ante_bookings_set_time (AnteDb *db,
                        const AnteAct *act,
                        AnteBooking *booking,
                        gint64 start_at,
                        gint64 end_at,
                        GError **error)
{
  g_autofree char *old = tell_time (booking);
  g_autofree char *new = NULL;
  int step = booking->start_at != start_at ? 1 : 0;

  if (step == 0 && booking->end_at == end_at)
    return TRUE;
  if (!write_time (db, act, booking, start_at, end_at, step, error))
    return FALSE;
  new = tell_time (booking);
  return ante_fields_write_event (db, act, booking->lead_id, 0, ANTE_FIELD_BOOKING_TIME, old, new,
                                  error);
}

gboolean
ante_bookings_place (AnteDb *db, const AnteAct *act, const AnteBooking *booking, GError **error)
{
  static const char sql[] =
    "SELECT booked.key FROM stage AS booked, lead JOIN stage AS here ON here.id = lead.stage_id"
    " WHERE lead.id = ?1 AND lead.live = 1 AND booked.role = 'booked' AND booked.gone = 0"
    " AND here.position < booked.position AND here.role <> 'booked'"
    " ORDER BY booked.position LIMIT 1";
  g_autoptr (GPtrArray) missing =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_missing_free);
  g_autoptr (AnteChange) change = NULL;
  g_autofree char *stage = NULL;
  GError *read_error = NULL;

  if (booking->lead_id == 0 || booking->state != ANTE_BOOKING_STATE_BOOKED ||
      booking->end_at <= act->now)
    return TRUE;
  stage = ante_db_get_text (db, &read_error, sql, "i", booking->lead_id);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (stage == NULL)
    return TRUE;
  change = ante_change_new (booking->lead_id, ANTE_FIELD_STAGE, stage, NULL);
  return ante_gates_check (db, act, change, missing, error) &&
         (missing->len > 0 || ante_changes_apply (db, act, change, error));
}

/* --- acts ------------------------------------------------------------------------------------ */

static char *
clean (const char *text, gsize max_chars)
{
  return ante_text_one_line (text != NULL ? text : "", max_chars);
}

static gboolean
check_time (gint64 start_at, gint64 end_at, GError **error)
{
  if (start_at <= 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a call needs a time");
  if (end_at <= start_at)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a call ends after it begins");
  if (end_at - start_at > LONGEST_MS)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a call lasts a day at most");
  return TRUE;
}

static gboolean
book (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  static const char sql[] =
    "INSERT INTO booking (lead_id, uid, start_at, end_at, zone, title, place, state, matched_by,"
    " made_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, ''), 'booked', '" BY_HAND
    "', ?8, ?8)";
  const AnteBooking *booking = change->booking;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *uid = g_uuid_string_random ();
  g_autofree char *id = NULL;
  g_autoptr (AnteBooking) made = NULL;

  if (booking == NULL || change->lead_id == 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a call needs a lead and a time");
  if (!check_time (booking->start_at, booking->end_at, error))
    return FALSE;
  title = clean (booking->title, MAX_TITLE_CHARS);
  place = clean (booking->place, MAX_PLACE_CHARS);
  if (!ante_db_run (db, error, sql, "isiisssi", change->lead_id, uid, booking->start_at,
                    booking->end_at, booking->zone, title, place, act->now))
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_last_insert_rowid (db->handle));
  return ante_fields_write_event (db, act, change->lead_id, 0, ANTE_FIELD_BOOKING, NULL, id,
                                  error) &&
         (made = ante_bookings_get (db, g_ascii_strtoll (id, NULL, 10), error)) != NULL &&
         ante_bookings_settle (db, made->lead_id, error) &&
         ante_bookings_place (db, act, made, error);
}

/* A calendar that is looked at again would say otherwise. */
static gboolean
move (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, const AnteBooking *wanted, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM calendar WHERE id = ?1 AND gone = 0 AND kind <> 'file'";
  gint64 watched = 0;

  if (wanted == NULL || !check_time (wanted->start_at, wanted->end_at, error))
    return wanted != NULL ? FALSE
                          : ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a call needs a time");
  if (!ante_db_get_int (db, error, &watched, sql, "i", booking->calendar_id))
    return FALSE;
  if (watched > 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "it comes from a calendar: move it there, and it is moved here");
  return ante_bookings_set_time (db, act, booking, wanted->start_at, wanted->end_at, error) &&
         ante_bookings_set_state (db, act, booking, ANTE_BOOKING_STATE_BOOKED, error) &&
         ante_bookings_place (db, act, booking, error);
}

static gboolean
set_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, const AnteChange *change, GError **error)
{
  AnteBookingState state = ANTE_BOOKING_STATE_BOOKED;

  if (!ante_booking_state_from_nick (change->value, &state))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a call is booked, cancelled, held or a no-show");
  return ante_bookings_set_state (db, act, booking, state, error);
}

static gboolean
give (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, const AnteChange *change, GError **error)
{
  if (booking->lead_id == change->lead_id && change->lead_id != 0)
    return TRUE;
  return ante_bookings_set_lead (db, act, booking, change->lead_id,
                                 change->lead_id != 0 ? BY_HAND : "",
                                 change->lead_id != 0 ? booking->candidates : OF_NO_LEAD, error) &&
         ante_bookings_place (db, act, booking, error);
}

gboolean
ante_bookings_is_theirs (const char *field)
{
  static const char *const fields[] = { ANTE_FIELD_BOOKING,      ANTE_FIELD_BOOKING_TIME,
                                        ANTE_FIELD_BOOKING_LEAD, ANTE_FIELD_BOOKING_STATE,
                                        ANTE_FIELD_CALL,         NULL };

  return g_strv_contains (fields, field);
}

gboolean
ante_bookings_change (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 id = ante_rows_parse_number (change->detail);
  g_autoptr (AnteBooking) booking = NULL;

  if (g_str_equal (change->field, ANTE_FIELD_BOOKING))
    return book (db, act, change, error);
  if (g_str_equal (change->field, ANTE_FIELD_CALL))
    return ante_calls_keep (db, act, change, error);
  if ((booking = ante_bookings_get (db, id, error)) == NULL)
    return FALSE;
  if (g_str_equal (change->field, ANTE_FIELD_BOOKING_TIME))
    return move (db, act, booking, change->booking, error);
  if (g_str_equal (change->field, ANTE_FIELD_BOOKING_STATE))
    return set_state (db, act, booking, change, error);
  return give (db, act, booking, change, error);
}

/* --- taking back ----------------------------------------------------------------------------- */

static gboolean
conflict (GError **error)
{
  return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the booking was changed again since");
}

/* It goes with its history, and only where nobody has said since what came of it. */
static gboolean
flip_made (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 id = ante_rows_parse_number (event->to != NULL ? event->to : event->from);
  gint64 kept = 0;
  g_autoptr (AnteCallRecord) call = NULL;

  if (!ante_calls_get (db, id, &call, error) ||
      !ante_db_get_int (db, error, &kept,
                        "SELECT count(*) FROM booking WHERE id = ?1 AND kept = ?2", "ii", id,
                        (gint64) (event->to != NULL)))
    return FALSE;
  if (kept == 0 || call != NULL)
    return conflict (error);
  return ante_db_run (db, error, "UPDATE booking SET kept = ?2 WHERE id = ?1", "ii", id,
                      (gint64) (event->to == NULL)) &&
         ante_bookings_settle (db, event->lead_id, error);
}

static gboolean
flip_lead (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, char **from, char **to, GError **error)
{
  gint64 holds = 0;

  if (g_strv_length (from) < 4 || g_strv_length (to) < 4)
    return conflict (error);
  if (!find_lead (db, ante_rows_parse_number (to[1]), &holds, error))
    return FALSE;
  return (booking->lead_id == holds || conflict (error)) &&
         write_lead (db, act, booking, ante_rows_parse_number (from[1]), from[2], from[3], error);
}

static gboolean
flip_time (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, char **from, char **to, GError **error)
{
  if (g_strv_length (from) < 3 || g_strv_length (to) < 3 ||
      booking->start_at != ante_rows_parse_number (to[1]) ||
      booking->end_at != ante_rows_parse_number (to[2]))
    return conflict (error);
  return write_time (db, act, booking, ante_rows_parse_number (from[1]),
                     ante_rows_parse_number (from[2]),
                     g_str_equal (from[1], to[1]) ? 0
                     : act->is_redo               ? 1
                                                  : -1,
                     error);
}

static gboolean
flip_state (
  AnteDb *db, const AnteAct *act, AnteBooking *booking, char **from, char **to, GError **error)
{
  AnteBookingState comes = ANTE_BOOKING_STATE_BOOKED;
  AnteBookingState holds = ANTE_BOOKING_STATE_BOOKED;

  if (!ante_booking_state_from_nick (from[1], &comes) ||
      !ante_booking_state_from_nick (to[1], &holds) || booking->state != holds)
    return conflict (error);
  return write_state (db, act, booking, comes, error);
}

gboolean
ante_bookings_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error)
{
  g_auto (GStrv) from = g_strsplit (event->from != NULL ? event->from : "", ":", 4);
  g_auto (GStrv) to = g_strsplit (event->to != NULL ? event->to : "", ":", 4);
  g_autoptr (AnteBooking) booking = NULL;

  if (g_str_equal (event->field, ANTE_FIELD_BOOKING))
    return flip_made (db, event, error);
  if (g_str_equal (event->field, ANTE_FIELD_CALL))
    return ante_calls_flip (db, event, error);
  if (from[0] == NULL || to[0] == NULL)
    return conflict (error);
  if ((booking = ante_bookings_get (db, ante_rows_parse_number (to[0]), error)) == NULL)
    return FALSE;
  if (g_str_equal (event->field, ANTE_FIELD_BOOKING_LEAD))
    return flip_lead (db, act, booking, from, to, error);
  if (g_str_equal (event->field, ANTE_FIELD_BOOKING_TIME))
    return flip_time (db, act, booking, from, to, error);
  return flip_state (db, act, booking, from, to, error);
}
