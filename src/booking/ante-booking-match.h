#pragma once

#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/**
 * AnteBookingBy:
 * @ANTE_BOOKING_BY_REF: the event carries the ref of a link that the lead was sent
 * @ANTE_BOOKING_BY_HANDLE: it names their handle
 * @ANTE_BOOKING_BY_EMAIL: their e-mail address
 * @ANTE_BOOKING_BY_LIKE_EMAIL: one that leads to the same mailbox
 * @ANTE_BOOKING_BY_PHONE: their telephone number
 * @ANTE_BOOKING_BY_NAME: their name, which others may have as well
 *
 * Why a booking would be a lead's; the strongest first.
 */
typedef enum {
  ANTE_BOOKING_BY_REF,
  ANTE_BOOKING_BY_HANDLE,
  ANTE_BOOKING_BY_EMAIL,
  ANTE_BOOKING_BY_LIKE_EMAIL,
  ANTE_BOOKING_BY_PHONE,
  ANTE_BOOKING_BY_NAME,
} AnteBookingBy;

const char *ante_booking_by_to_nick (AnteBookingBy by);
gboolean ante_booking_by_from_nick (const char *nick, AnteBookingBy *by);

/**
 * AnteBookingCandidate:
 * @lead_id: row id
 * @handle: (nullable): without "@"
 * @also: (nullable): handles of who was merged into it, with a space between
 * @refs: (nullable) (array zero-terminated=1): of all links that were sent
 * @is_closed: a booking of theirs would be a surprise: not suggested by name alone
 *
 * A lead, as far as bookings are concerned.
 */
typedef struct {
  gint64 lead_id;
  const char *handle;
  const char *also;
  const char *name;
  const char *email;
  const char *phone;
  const char *const *refs;
  gboolean is_closed;
} AnteBookingCandidate;

/**
 * AnteBookingPeople:
 *
 * Everybody whom a booking might be of, so that many bookings can be matched quickly.
 */
typedef struct _AnteBookingPeople AnteBookingPeople;

/* @own_emails: (nullable) (array zero-terminated=1): the coach's and their team's; @questions:
 * (nullable) (array zero-terminated=1): see ante_booking_find_handles(). */
AnteBookingPeople *ante_booking_people_new (const char *const *own_emails,
                                            const char *const *questions);
void ante_booking_people_add (AnteBookingPeople *self, const AnteBookingCandidate *candidate);
void ante_booking_people_free (AnteBookingPeople *self);

/**
 * AnteBookingHint:
 * @evidence: the ref, handle, address or name as it stands in the event
 *
 * One reason for one lead.
 */
typedef struct {
  gint64 lead_id;
  AnteBookingBy by;
  char *evidence;
} AnteBookingHint;

/**
 * AnteBookingMatch:
 * @lead_id: whose it is, or would be; 0: nobody's, or one of several's
 * @by: the best reason for that; of no meaning without hints
 * @is_sure: it may be noted without asking
 * @is_conflict: strong reasons speak for different leads
 * @hints: (element-type AnteBookingHint): all reasons, the strongest first
 *
 * Whose a booking is, never guessed.
 */
typedef struct {
  gint64 lead_id;
  AnteBookingBy by;
  gboolean is_sure;
  gboolean is_conflict;
  GPtrArray *hints;
} AnteBookingMatch;

AnteBookingMatch *ante_booking_match (const AnteBookingPeople *self,
                                      const AnteCalendarEvent *event);
void ante_booking_match_free (AnteBookingMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBookingPeople, ante_booking_people_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBookingMatch, ante_booking_match_free)

G_END_DECLS
