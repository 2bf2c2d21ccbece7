#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteBookingState:
 * @ANTE_BOOKING_STATE_BOOKED: it is to be held
 * @ANTE_BOOKING_STATE_CANCELLED: it was called off, which is no no-show
 * @ANTE_BOOKING_STATE_HELD: it was held
 * @ANTE_BOOKING_STATE_NO_SHOW: they did not come
 */
typedef enum {
  ANTE_BOOKING_STATE_BOOKED,
  ANTE_BOOKING_STATE_CANCELLED,
  ANTE_BOOKING_STATE_HELD,
  ANTE_BOOKING_STATE_NO_SHOW,
} AnteBookingState;

/**
 * AnteCallOutcome:
 * @ANTE_CALL_OPEN: nobody has said
 * @ANTE_CALL_WON: they buy
 * @ANTE_CALL_LOST: they do not
 * @ANTE_CALL_FOLLOW_UP: they decide later
 * @ANTE_CALL_NOT_A_FIT: we do not
 * @ANTE_CALL_NO_SHOW: they did not come
 */
typedef enum {
  ANTE_CALL_OPEN,
  ANTE_CALL_WON,
  ANTE_CALL_LOST,
  ANTE_CALL_FOLLOW_UP,
  ANTE_CALL_NOT_A_FIT,
  ANTE_CALL_NO_SHOW,
} AnteCallOutcome;

/**
 * AnteCallGrade:
 *
 * Whether the coach could use what was handed over before the call.
 */
typedef enum {
  ANTE_CALL_GRADE_NONE,
  ANTE_CALL_GRADE_USEFUL,
  ANTE_CALL_GRADE_PARTLY,
  ANTE_CALL_GRADE_USELESS,
} AnteCallGrade;

const char *ante_booking_state_to_nick (AnteBookingState state);
gboolean ante_booking_state_from_nick (const char *nick, AnteBookingState *state);
const char *ante_call_outcome_to_nick (AnteCallOutcome outcome);
gboolean ante_call_outcome_from_nick (const char *nick, AnteCallOutcome *outcome);
const char *ante_call_grade_to_nick (AnteCallGrade grade);
gboolean ante_call_grade_from_nick (const char *nick, AnteCallGrade *grade);

/**
 * AnteCallRecord:
 * @id: row id; whatever changes makes another; 0 for none yet
 * @booking_id: row id of the booking
 * @lead_id: row id of the lead; 0 for nobody's
 * @at: when it was written, ms
 * @party: by whom: see ante-party.h
 * @decision: why, in the coach's words; ""
 * @amount: in the smallest unit of @currency; 0 for none
 * @currency: (nullable): ISO 4217
 * @notes: what was said; ""
 * @weak_fit: the lead should not have got a call
 *
 * What came of a call.
 */
typedef struct {
  gint64 id;
  gint64 booking_id;
  gint64 lead_id;
  gint64 at;
  char *party;
  AnteCallOutcome outcome;
  char *decision;
  gint64 amount;
  char *currency;
  char *notes;
  AnteCallGrade grade;
  gboolean weak_fit;
} AnteCallRecord;

/* The longest decision, and notes, in characters. */
#define ANTE_CALL_MAX_DECISION 300
#define ANTE_CALL_MAX_NOTES 8000

AnteCallRecord *ante_call_record_new (gint64 booking_id);
AnteCallRecord *ante_call_record_copy (const AnteCallRecord *self);
void ante_call_record_free (AnteCallRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCallRecord, ante_call_record_free)

/**
 * AnteBooking:
 * @id: row id
 * @lead_id: row id of the lead; 0 while nobody is found
 * @lead_title: (nullable): what to call them
 * @lead_handle: (nullable)
 * @calendar_id: row id of the calendar; 0: put in by hand
 * @uid: the calendar's name for it
 * @occurrence: which one of a series; "" where it is none
 * @start_at: ms
 * @end_at: ms
 * @zone: (nullable): the calendar's zone for it
 * @place: (nullable): where, often an address to click
 * @who_name: (nullable): who booked, as they said
 * @who_email: (nullable): the same
 * @answers: (nullable): what they answered when they booked
 * @moved_from: when it was to be before it was moved, ms; 0: never
 * @n_moved: how often it was
 * @matched_by: a nick of AnteBookingBy, "hand", or "" while nobody is found
 * @candidates: row ids of leads that it may be of, with a space between; "-": of no lead
 * @made_at: when it was first seen, ms
 * @changed_at: ms
 * @brief_opened_at: when its brief opened by itself, ms; 0: not yet
 * @call: (nullable): what came of it
 *
 * A call that was booked.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  char *lead_title;
  char *lead_handle;
  gint64 calendar_id;
  char *uid;
  char *occurrence;
  gint64 start_at;
  gint64 end_at;
  char *zone;
  gboolean all_day;
  char *title;
  char *place;
  char *who_name;
  char *who_email;
  char *answers;
  AnteBookingState state;
  gint64 moved_from;
  guint n_moved;
  char *matched_by;
  char *candidates;
  gint64 made_at;
  gint64 changed_at;
  gint64 brief_opened_at;
  AnteCallRecord *call;
} AnteBooking;

AnteBooking *ante_booking_new (gint64 start_at, gint64 end_at, const char *title);
AnteBooking *ante_booking_copy (const AnteBooking *self);
void ante_booking_free (AnteBooking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBooking, ante_booking_free)

/* A person is to say whose it is. */
gboolean ante_booking_is_doubtful (const AnteBooking *self);

/**
 * AnteCalendarSource:
 * @id: row id
 * @kind: "file", "feed", "calendly" or "cal.com"
 * @name: what it calls itself, or what it was called
 * @host: of its address, to be shown
 * @etag: (nullable): to be given along the next time
 * @modified: (nullable): the same
 * @polled_at: when it answered last, ms; 0: never
 * @next_at: when it is asked next, ms; 0: not by itself
 * @failures: in a row
 * @error: (nullable): what went wrong the last time, in English
 *
 * Where bookings come from. Its address and token are in the keyring.
 */
typedef struct {
  gint64 id;
  char *kind;
  char *name;
  char *host;
  char *etag;
  char *modified;
  gint64 polled_at;
  gint64 next_at;
  guint failures;
  char *error;
} AnteCalendarSource;

AnteCalendarSource *ante_calendar_source_new (const char *kind, const char *name, const char *host);
AnteCalendarSource *ante_calendar_source_copy (const AnteCalendarSource *self);
void ante_calendar_source_free (AnteCalendarSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarSource, ante_calendar_source_free)

G_END_DECLS
