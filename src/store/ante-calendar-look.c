#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-calendar-look.h"

#include "model/ante-party.h"
#include "store/ante-bookings.h"
#include "store/ante-rows.h"

#include <string.h>

/* Kept back: it is known and nothing of it is told. */
#define OF_NO_LEAD "-"

typedef struct {
  AnteDb *db;
  const AnteCalendarLook *look;
  AnteCalendarTaken *taken;
} Taking;

static void
known_free (gpointer data)
{
  AnteCalendarKnown *known = data;

  g_free (known->uid);
  g_free (known->says);
  g_free (known->title);
  g_free (known->place);
  g_free (known);
}

static void
lead_free (gpointer data)
{
  AnteCalendarLead *lead = data;

  g_free (lead->handle);
  g_free (lead->also);
  g_free (lead->name);
  g_free (lead->email);
  g_free (lead->phone);
  g_free (lead->booking_link);
  g_free (lead);
}

AnteCalendarNews *
ante_calendar_news_new (AnteCalendarWord word)
{
  AnteCalendarNews *self = g_new0 (AnteCalendarNews, 1);

  self->word = word;
  return self;
}

void
ante_calendar_news_free (AnteCalendarNews *self)
{
  if (self == NULL)
    return;

  ante_booking_free (self->seen);
  g_free (self->candidates);
  g_free (self);
}

/* --- reading --------------------------------------------------------------------------------- */

static AnteCalendarKnown *
read_known_row (sqlite3_stmt *stmt)
{
  AnteCalendarKnown *known = g_new0 (AnteCalendarKnown, 1);

  known->id = sqlite3_column_int64 (stmt, 0);
  known->uid = ante_stmt_dup_text (stmt, 1);
  known->occurrence = sqlite3_column_int64 (stmt, 2);
  known->sequence = sqlite3_column_int64 (stmt, 3);
  known->start_at = sqlite3_column_int64 (stmt, 4);
  known->end_at = sqlite3_column_int64 (stmt, 5);
  known->says = ante_stmt_dup_text (stmt, 6);
  known->title = ante_stmt_dup_text (stmt, 7);
  known->place = ante_stmt_dup_text (stmt, 8);
  known->missing = (guint) sqlite3_column_int (stmt, 9);
  known->is_own = sqlite3_column_int (stmt, 10) != 0;
  known->is_hidden = sqlite3_column_int (stmt, 11) == 0;
  return known;
}

static gboolean
is_same_as_before (const AnteCalendarLook *look, const char *uid)
{
  for (guint i = 0; look->same != NULL && i < look->same->len; i++) {
    const char *stem = look->same->pdata[i];
    gsize length = strlen (stem);

    if (strncmp (uid, stem, length) == 0 && (uid[length] == '/' || uid[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

/* An event has one name in all calendars. What stands in this one comes last: it is the one that
 * counts. */
static GPtrArray *
read_known (const Taking *self, GError **error)
{
  static const char sql[] =
    "SELECT booking.id, uid, CAST (occurrence AS INTEGER), sequence, start_at, end_at, says, title,"
    " place, missing, calendar_id = ?1, kept FROM booking JOIN calendar"
    " ON calendar.id = calendar_id ORDER BY calendar_id = ?1, booking.id";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (known_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (self->db, &read_error, sql, "i", self->look->calendar_id);

  while (stmt != NULL && ante_db_next (self->db, stmt, &read_error)) {
    if (!is_same_as_before (self->look, (const char *) sqlite3_column_text (stmt, 1)))
      g_ptr_array_add (found, read_known_row (stmt));
  }
  if (read_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

static GPtrArray *
read_leads (AnteDb *db, GError **error)
{
  static const char sql[] = "SELECT id, handle, also, name, email, phone, booking_link,"
                            " not_a_lead IS NOT NULL FROM lead WHERE merged_into IS NULL";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (lead_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    AnteCalendarLead *lead = g_new0 (AnteCalendarLead, 1);

    lead->id = sqlite3_column_int64 (stmt, 0);
    lead->handle = ante_stmt_dup_text (stmt, 1);
    lead->also = ante_stmt_dup_text (stmt, 2);
    lead->name = ante_stmt_dup_text (stmt, 3);
    lead->email = ante_stmt_dup_text (stmt, 4);
    lead->phone = ante_stmt_dup_text (stmt, 5);
    lead->booking_link = ante_stmt_dup_text (stmt, 6);
    lead->is_closed = sqlite3_column_int (stmt, 7) != 0;
    g_ptr_array_add (found, lead);
  }
  if (read_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

/* Nobody's yet, and nobody was asked: it may be somebody's by now. */
static gboolean
is_nobodys (Taking *self, const AnteCalendarNews *news, gboolean *is, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM booking WHERE id = ?1 AND lead_id IS NULL AND candidates = ''"
    " AND kept = 1";
  gint64 n = 0;

  *is = news->word == ANTE_CALENDAR_WORD_NEW;
  if (*is || news->known == NULL || news->event == NULL)
    return TRUE;
  if (!ante_db_get_int (self->db, error, &n, sql, "i", news->known->id))
    return FALSE;
  *is = n > 0;
  return TRUE;
}

/* All leads are read for it: only where there is something to find out. */
static gboolean
match (Taking *self, GPtrArray *all, GError **error)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autoptr (GPtrArray) leads = NULL;

  for (guint i = 0; i < all->len; i++) {
    gboolean is = FALSE;

    if (!is_nobodys (self, all->pdata[i], &is, error))
      return FALSE;
    if (is)
      g_ptr_array_add (asked, all->pdata[i]);
  }
  if (asked->len == 0)
    return TRUE;
  if ((leads = read_leads (self->db, error)) == NULL)
    return FALSE;
  self->look->judge.match (asked, leads);
  return TRUE;
}

/* --- writing --------------------------------------------------------------------------------- */

static gboolean
begin_act (Taking *self, AnteAct *act, GError **error)
{
  *act = (AnteAct){ 0, ANTE_PARTY_SYSTEM, ANTE_WHY_CALENDAR, self->look->now, 0, FALSE };
  return (act->act = ante_rows_next_act (self->db, error)) > 0;
}

/* One of a series of which a person has said that it is of no lead, or which was somebody's who was
 * forgotten, is no other. */
static gboolean
read_fate (
  Taking *self, const char *uid, gboolean *is_no_leads, gboolean *is_hidden, GError **error)
{
  static const char sql[] =
    "SELECT count(*), coalesce (min (kept), 1) FROM booking WHERE calendar_id = ?1 AND uid = ?2"
    " AND candidates = '" OF_NO_LEAD "'";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (self->db, &read_error, sql, "is", self->look->calendar_id, uid);

  if (stmt != NULL && ante_db_next (self->db, stmt, &read_error)) {
    *is_no_leads = sqlite3_column_int (stmt, 0) > 0;
    *is_hidden = sqlite3_column_int (stmt, 1) == 0;
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
insert (Taking *self, const AnteBooking *seen, gint64 sequence, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO booking (calendar_id, uid, occurrence, start_at, end_at, zone, all_day, title,"
    " place, who_name, who_email, answers, state, candidates, made_at, changed_at, sequence, kept)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'booked', ?13, ?14, ?14, ?15,"
    " ?16)";
  gboolean is_no_leads = FALSE;
  gboolean is_hidden = FALSE;

  if (!read_fate (self, seen->uid, &is_no_leads, &is_hidden, error))
    return FALSE;
  if (!ante_db_run (self->db, error, sql, "issiisissssssiii", self->look->calendar_id, seen->uid,
                    seen->occurrence, seen->start_at, seen->end_at, is_hidden ? NULL : seen->zone,
                    (gint64) seen->all_day, is_hidden ? "" : seen->title,
                    is_hidden ? NULL : seen->place, is_hidden ? NULL : seen->who_name,
                    is_hidden ? NULL : seen->who_email, is_hidden ? NULL : seen->answers,
                    is_no_leads ? OF_NO_LEAD : "", self->look->now, sequence, (gint64) !is_hidden))
    return FALSE;
  *id = is_no_leads ? 0 : sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

/* A match that is taken back leaves a question, and is not made again by itself. */
static gboolean
give (Taking *self,
      const AnteAct *act,
      AnteBooking *booking,
      const AnteCalendarNews *news,
      GError **error)
{
  static const char ask[] = "UPDATE booking SET candidates = ?2 WHERE id = ?1";
  g_autofree char *candidates = news->lead_id != 0
                                  ? g_strdup_printf ("%" G_GINT64_FORMAT, news->lead_id)
                                  : g_strdup (news->candidates != NULL ? news->candidates : "");

  if (*candidates == '\0')
    return TRUE;
  if (!ante_db_run (self->db, error, ask, "is", booking->id, candidates))
    return FALSE;
  g_free (booking->candidates);
  booking->candidates = g_steal_pointer (&candidates);
  if (news->lead_id == 0) {
    self->taken->n_asked++;
    return TRUE;
  }
  self->taken->n_matched++;
  return ante_bookings_set_lead (self->db, act, booking, news->lead_id, news->by, "", error) &&
         ante_bookings_place (self->db, act, booking, error);
}

static gboolean
take_new (Taking *self, const AnteCalendarNews *news, GError **error)
{
  g_autoptr (AnteBooking) booking = NULL;
  AnteAct act = { 0 };
  gint64 id = 0;

  if (!news->is_call && news->lead_id == 0 &&
      (news->candidates == NULL || *news->candidates == '\0'))
    return TRUE;
  self->taken->n_new++;
  if (!begin_act (self, &act, error) ||
      !insert (self, news->seen, news->event->sequence, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  if ((booking = ante_bookings_get (self->db, id, error)) == NULL ||
      !give (self, &act, booking, news, error))
    return FALSE;
  if (news->event->no_show) {
    self->taken->n_no_shows++;
    return ante_db_run (self->db, error, "UPDATE booking SET says = 'no-show' WHERE id = ?1", "i",
                        id) &&
           ante_bookings_set_state (self->db, &act, booking, ANTE_BOOKING_STATE_NO_SHOW, error);
  }
  return TRUE;
}

/* What the calendar calls it, and says of it, by now. Of whom nothing is kept, its words are not
 * taken either. */
static gboolean
write_words (Taking *self, const AnteCalendarNews *news, const char *says, GError **error)
{
  static const char plain[] =
    "UPDATE booking SET uid = ?2, occurrence = ?3, calendar_id = ?4, sequence = ?5, says = ?6,"
    " missing = 0 WHERE id = ?1";
  static const char words[] =
    "UPDATE booking SET zone = ?2, all_day = ?3, title = ?4, place = ?5,"
    " who_name = coalesce (?6, who_name), who_email = coalesce (?7, who_email),"
    " answers = coalesce (?8, answers) WHERE id = ?1 AND kept = 1";
  const AnteBooking *seen = news->seen;
  gint64 id = news->known->id;

  return ante_db_run (self->db, error, plain, "issiis", id, seen->uid, seen->occurrence,
                      self->look->calendar_id, news->event->sequence, says) &&
         ante_db_run (self->db, error, words, "isisssss", id, seen->zone, (gint64) seen->all_day,
                      seen->title, seen->place, seen->who_name, seen->who_email, seen->answers);
}

/* Only what is to come can be called off: what a person has said of it stays. */
static gboolean
take_off (Taking *self, const AnteAct *act, AnteBooking *booking, const char *says, GError **error)
{
  self->taken->n_cancelled++;
  return ante_db_run (self->db, error, "UPDATE booking SET says = ?2, missing = 0 WHERE id = ?1",
                      "is", booking->id, says) &&
         (booking->state != ANTE_BOOKING_STATE_BOOKED ||
          ante_bookings_set_state (self->db, act, booking, ANTE_BOOKING_STATE_CANCELLED, error));
}

/* Rescheduled, which is no no-show: it is to be held. */
static gboolean
take_moved (
  Taking *self, const AnteAct *act, AnteBooking *booking, const AnteBooking *seen, GError **error)
{
  self->taken->n_moved++;
  if (!ante_bookings_set_time (self->db, act, booking, seen->start_at, seen->end_at, error))
    return FALSE;
  if (seen->end_at > act->now &&
      !ante_bookings_set_state (self->db, act, booking, ANTE_BOOKING_STATE_BOOKED, error))
    return FALSE;
  return ante_bookings_place (self->db, act, booking, error);
}

static gboolean
take_no_show (Taking *self, const AnteAct *act, AnteBooking *booking, GError **error)
{
  if (booking->state != ANTE_BOOKING_STATE_BOOKED)
    return TRUE;
  self->taken->n_no_shows++;
  return ante_bookings_set_state (self->db, act, booking, ANTE_BOOKING_STATE_NO_SHOW, error);
}

static gboolean
take_back_on (
  Taking *self, const AnteAct *act, AnteBooking *booking, const AnteBooking *seen, GError **error)
{
  self->taken->n_changed++;
  if (!ante_bookings_set_time (self->db, act, booking, seen->start_at, seen->end_at, error))
    return FALSE;
  if (booking->state == ANTE_BOOKING_STATE_CANCELLED &&
      !ante_bookings_set_state (self->db, act, booking, ANTE_BOOKING_STATE_BOOKED, error))
    return FALSE;
  return ante_bookings_place (self->db, act, booking, error);
}

static const char *
what_it_says (const AnteCalendarEvent *event)
{
  if (event->status == ANTE_CALENDAR_CANCELLED)
    return "cancelled";
  return event->no_show ? "no-show" : "";
}

static gboolean
take_seen (Taking *self, const AnteCalendarNews *news, GError **error)
{
  g_autoptr (AnteBooking) booking = NULL;
  const AnteBooking *seen = news->seen;
  AnteAct act = { 0 };

  if (!begin_act (self, &act, error) ||
      !write_words (self, news, what_it_says (news->event), error))
    return FALSE;
  if (news->known->is_hidden)
    return ante_db_run (self->db, error,
                        "UPDATE booking SET start_at = ?2, end_at = ?3 WHERE id = ?1", "iii",
                        news->known->id, seen->start_at, seen->end_at);
  if ((booking = ante_bookings_get (self->db, news->known->id, error)) == NULL)
    return FALSE;
  if (booking->lead_id == 0 && !give (self, &act, booking, news, error))
    return FALSE;
  switch (news->word) {
  case ANTE_CALENDAR_WORD_MOVED:
    return take_moved (self, &act, booking, seen, error);
  case ANTE_CALENDAR_WORD_CANCELLED:
    return take_off (self, &act, booking, "cancelled", error);
  case ANTE_CALENDAR_WORD_BACK:
    return take_back_on (self, &act, booking, seen, error);
  case ANTE_CALENDAR_WORD_NO_SHOW:
    return take_no_show (self, &act, booking, error);
  default:
    self->taken->n_changed++;
    return ante_bookings_set_time (self->db, &act, booking, seen->start_at, seen->end_at, error);
  }
}

static gboolean
take_missing (Taking *self, const AnteCalendarNews *news, GError **error)
{
  g_autoptr (AnteBooking) booking = NULL;
  AnteAct act = { 0 };

  if (!news->known->is_own)
    return TRUE;
  /* Those that vanished with too many others are asked about, and are as gone at the next look. */
  if (news->word == ANTE_CALENDAR_WORD_MISSING || self->taken->must_ask)
    return ante_db_run (self->db, error, "UPDATE booking SET missing = missing + 1 WHERE id = ?1",
                        "i", news->known->id);
  if (news->known->is_hidden)
    return TRUE;
  return begin_act (self, &act, error) &&
         (booking = ante_bookings_get (self->db, news->known->id, error)) != NULL &&
         take_off (self, &act, booking, "gone", error);
}

/* It is as it was; it may be found somebody's all the same. */
static gboolean
take_same (Taking *self, const AnteCalendarNews *news, GError **error)
{
  static const char there[] = "UPDATE booking SET missing = 0, calendar_id = ?2 WHERE id = ?1"
                              " AND (missing > 0 OR calendar_id <> ?2)";
  g_autoptr (AnteBooking) booking = NULL;
  AnteAct act = { 0 };

  if (!ante_db_run (self->db, error, there, "ii", news->known->id, self->look->calendar_id))
    return FALSE;
  if (news->lead_id == 0 && (news->candidates == NULL || *news->candidates == '\0'))
    return TRUE;
  return begin_act (self, &act, error) &&
         (booking = ante_bookings_get (self->db, news->known->id, error)) != NULL &&
         give (self, &act, booking, news, error);
}

/* It is the business of the calendar in which it was found first, as long as that is watched. */
static gboolean
is_for_others (Taking *self, const AnteCalendarKnown *known, gboolean *is, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM booking JOIN calendar ON calendar.id = calendar_id"
    " WHERE booking.id = ?1 AND kind <> 'file' AND gone = 0";
  gint64 n = 0;

  *is = FALSE;
  if (known == NULL || known->is_own)
    return TRUE;
  if (!ante_db_get_int (self->db, error, &n, sql, "i", known->id))
    return FALSE;
  *is = n > 0;
  return TRUE;
}

static gboolean
take_one (Taking *self, const AnteCalendarNews *news, GError **error)
{
  gboolean is_for_other = FALSE;

  if (!is_for_others (self, news->known, &is_for_other, error))
    return FALSE;
  if (is_for_other)
    return TRUE;
  if (news->word == ANTE_CALENDAR_WORD_MISSING || news->word == ANTE_CALENDAR_WORD_GONE)
    return take_missing (self, news, error);
  if (news->word == ANTE_CALENDAR_WORD_NEW)
    return take_new (self, news, error);
  /* What was called off before it was ever seen is nobody's business. */
  if (news->known == NULL)
    return TRUE;
  if (news->word == ANTE_CALENDAR_WORD_SAME)
    return take_same (self, news, error);
  return take_seen (self, news, error);
}

AnteCalendarTaken *
ante_calendar_look_take (AnteDb *db, const AnteCalendarLook *look, GError **error)
{
  g_autofree AnteCalendarTaken *taken = g_new0 (AnteCalendarTaken, 1);
  gint64 is_there = 0;
  Taking self = { db, look, taken };
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (!ante_db_get_int (db, error, &is_there,
                        "SELECT count(*) FROM calendar WHERE id = ?1 AND gone = 0", "i",
                        look->calendar_id))
    return NULL;
  if (is_there == 0) {
    g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                         "the calendar was removed meanwhile");
    return NULL;
  }
  if ((known = read_known (&self, error)) == NULL)
    return NULL;
  all = look->judge.compare (look, known, &taken->must_ask);
  if (!match (&self, all, error))
    return NULL;
  for (guint i = 0; i < all->len; i++) {
    if (!take_one (&self, all->pdata[i], error))
      return NULL;
  }
  ante_db_touch (db, ANTE_STORE_BOOKINGS, 0);
  return g_steal_pointer (&taken);
}
