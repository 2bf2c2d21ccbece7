#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteCalendarStatus:
 * @ANTE_CALENDAR_CONFIRMED: it stands
 * @ANTE_CALENDAR_TENTATIVE: asked for, and not yet agreed to
 * @ANTE_CALENDAR_CANCELLED: called off, by whomever
 */
typedef enum {
  ANTE_CALENDAR_CONFIRMED,
  ANTE_CALENDAR_TENTATIVE,
  ANTE_CALENDAR_CANCELLED,
} AnteCalendarStatus;

const char *ante_calendar_status_to_nick (AnteCalendarStatus status);
/* FALSE, and @status untouched, for an unknown nick. */
gboolean ante_calendar_status_from_nick (const char *nick, AnteCalendarStatus *status);

/**
 * AnteCalendarReply:
 *
 * What somebody who was asked to come has answered.
 */
typedef enum {
  ANTE_CALENDAR_REPLY_NONE,
  ANTE_CALENDAR_REPLY_ACCEPTED,
  ANTE_CALENDAR_REPLY_DECLINED,
  ANTE_CALENDAR_REPLY_TENTATIVE,
  ANTE_CALENDAR_REPLY_DELEGATED,
} AnteCalendarReply;

const char *ante_calendar_reply_to_nick (AnteCalendarReply reply);

/**
 * AnteCalendarPerson:
 * @name: (nullable): as the calendar has it
 * @email: (nullable): in lower case
 * @phone: (nullable): as it was typed
 * @is_thing: a room or a piece of equipment
 *
 * Who comes to an event, or made it.
 */
typedef struct {
  char *name;
  char *email;
  char *phone;
  AnteCalendarReply reply;
  gboolean is_thing;
} AnteCalendarPerson;

AnteCalendarPerson *ante_calendar_person_new (void);
AnteCalendarPerson *ante_calendar_person_copy (const AnteCalendarPerson *self);
void ante_calendar_person_free (AnteCalendarPerson *self);

/**
 * AnteCalendarAnswer:
 *
 * A question of a booking form, and what was typed there.
 */
typedef struct {
  char *question;
  char *answer;
} AnteCalendarAnswer;

AnteCalendarAnswer *ante_calendar_answer_new (const char *question, const char *answer);
AnteCalendarAnswer *ante_calendar_answer_copy (const AnteCalendarAnswer *self);
void ante_calendar_answer_free (AnteCalendarAnswer *self);

/**
 * AnteCalendarEvent:
 * @uid: what its calendar calls it; of all that repeats, the same
 * @recurrence_id: when this instance of what repeats was first meant to be, ms; 0: it does not
 *   repeat. With @uid it is what the event is known by
 * @sequence: which version it is; more is newer
 * @start: ms
 * @end: ms; never before @start
 * @zone: (nullable): the zone in which it was written down, by its Olson name where it has one
 * @all_day: it has days and no times; they are those of the zone that was given to the reader
 * @floating: its times have no zone of their own
 * @is_free: it does not take the time up
 * @is_private: its words are not for everybody
 * @no_show: who booked it did not come, says the calendar
 * @previous: (nullable): uid of the booking that this one was moved from
 * @next: (nullable): uid of the booking that this one was moved to
 * @summary: (nullable): its title, on one line
 * @description: (nullable): plain text; what was HTML is none any more
 * @cancelled_by: (nullable): who called it off
 * @cancel_reason: (nullable): why
 * @ics_uid: (nullable): what the same booking is called in a calendar feed
 * @ref: (nullable): what our own link carried, handed back in a place of its own
 * @attendees: (element-type AnteCalendarPerson)
 * @answers: (element-type AnteCalendarAnswer)
 * @last_modified: ms, or 0
 *
 * One event of a calendar or of a booking tool; of what repeats, one instance.
 */
typedef struct {
  char *uid;
  gint64 recurrence_id;
  gint64 sequence;
  gint64 start;
  gint64 end;
  char *zone;
  gboolean all_day;
  gboolean floating;
  gboolean is_free;
  gboolean is_private;
  gboolean no_show;
  AnteCalendarStatus status;
  char *previous;
  char *next;
  char *summary;
  char *description;
  char *location;
  char *url;
  char *cancelled_by;
  char *cancel_reason;
  char *ics_uid;
  char *ref;
  AnteCalendarPerson *organizer;
  GPtrArray *attendees;
  GPtrArray *answers;
  gint64 last_modified;
} AnteCalendarEvent;

AnteCalendarEvent *ante_calendar_event_new (void);
AnteCalendarEvent *ante_calendar_event_copy (const AnteCalendarEvent *self);
void ante_calendar_event_free (AnteCalendarEvent *self);
/* By time, then by name: a GCompareFunc for arrays of pointers to them. */
int ante_calendar_event_compare (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarPerson, ante_calendar_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarEvent, ante_calendar_event_free)

G_END_DECLS
