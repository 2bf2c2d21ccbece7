#pragma once

#include "model/ante-booking.h"
#include "model/ante-calendar-event.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Calendars, and what a look into one says. Changes are told as %ANTE_STORE_BOOKINGS. */

/* (element-type AnteCalendarSource): those that are there, the oldest first; files too. */
void ante_store_list_calendars_async (AnteStore *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *ante_store_list_calendars_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* @calendar: kind, name and host are taken; it is not asked by itself before it was once. A file of
 * a name that is known is that one. _finish gives the row id, -1 with @error. */
void ante_store_add_calendar_async (AnteStore *self,
                                    const AnteCalendarSource *calendar,
                                    gint64 now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gint64 ante_store_add_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* It is asked no more; what it told stays. NOT_FOUND where there is none. */
void ante_store_remove_calendar_async (AnteStore *self,
                                       gint64 calendar,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean ante_store_remove_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* What came of asking: etag, modified, polled_at, next_at, failures and error of @calendar are
 * taken; a name where it has told one. */
void ante_store_set_polled_async (AnteStore *self,
                                  const AnteCalendarSource *calendar,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean ante_store_set_polled_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* --- looks ----------------------------------------------------------------------------------- */

/**
 * AnteCalendarKnown:
 * @id: row id of the booking
 * @occurrence: which one of a series, ms; 0 where it is none
 * @says: "", "cancelled", "no-show" or "gone": what its calendar said last
 * @is_own: it is of the calendar that is looked into, and may be missed there
 * @is_hidden: somebody was forgotten: nothing of it is kept
 *
 * A booking as it was at the last look.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 occurrence;
  gint64 sequence;
  gint64 start_at;
  gint64 end_at;
  char *says;
  char *title;
  char *place;
  guint missing;
  gboolean is_own;
  gboolean is_hidden;
} AnteCalendarKnown;

/**
 * AnteCalendarWord:
 *
 * What a look says of one booking.
 */
typedef enum {
  ANTE_CALENDAR_WORD_SAME,
  ANTE_CALENDAR_WORD_NEW,
  ANTE_CALENDAR_WORD_MOVED,
  ANTE_CALENDAR_WORD_CHANGED,
  ANTE_CALENDAR_WORD_CANCELLED,
  ANTE_CALENDAR_WORD_BACK,
  ANTE_CALENDAR_WORD_NO_SHOW,
  ANTE_CALENDAR_WORD_MISSING,
  ANTE_CALENDAR_WORD_GONE,
} AnteCalendarWord;

/**
 * AnteCalendarNews:
 * @known: (nullable) (unowned): as it was
 * @event: (nullable) (unowned): as it is
 * @seen: (nullable) (owned): @event as a booking
 * @is_call: somebody booked it: it is kept even where it is nobody's who is known
 * @lead_id: after matching: whose it surely is; 0: nobody's
 * @by: after matching: (nullable): why
 * @candidates: (owned) (nullable): after matching: row ids of those whose it may be
 *
 * One booking of a look.
 */
typedef struct {
  AnteCalendarWord word;
  const AnteCalendarKnown *known;
  const AnteCalendarEvent *event;
  AnteBooking *seen;
  gboolean is_call;
  gint64 lead_id;
  const char *by;
  char *candidates;
} AnteCalendarNews;

AnteCalendarNews *ante_calendar_news_new (AnteCalendarWord word);
void ante_calendar_news_free (AnteCalendarNews *self);

/**
 * AnteCalendarLead:
 *
 * A lead, as far as bookings are concerned.
 */
typedef struct {
  gint64 id;
  char *handle;
  char *also;
  char *name;
  char *email;
  char *phone;
  char *booking_link;
  gboolean is_closed;
} AnteCalendarLead;

typedef struct _AnteCalendarLook AnteCalendarLook;

/**
 * AnteCalendarJudge:
 * @compare: (element-type AnteCalendarKnown) -> (transfer full) (element-type AnteCalendarNews);
 *   @must_ask: more are gone at once than can be believed
 * @match: fills in whose the bookings of @news (element-type AnteCalendarNews) are, of @leads
 *   (element-type AnteCalendarLead)
 *
 * What is judged of a look, by pure functions that the store may not know; they run on its thread,
 * in the transaction.
 */
typedef struct {
  GPtrArray *(*compare) (const AnteCalendarLook *look, GPtrArray *known, gboolean *must_ask);
  void (*match) (GPtrArray *news, GPtrArray *leads);
} AnteCalendarJudge;

/**
 * AnteCalendarLook:
 * @calendar_id: which was looked into
 * @events: (element-type AnteCalendarEvent)
 * @same: (nullable) (element-type utf8): beginnings of uids that are as they were and are not among
 *   @events
 * @from: the first start that could be seen, ms
 * @to: from when on it could not, ms
 * @is_whole: all of it was seen: only then what is not there may count
 */
struct _AnteCalendarLook {
  gint64 calendar_id;
  GPtrArray *events;
  GPtrArray *same;
  gint64 from;
  gint64 to;
  gint64 now;
  gboolean is_whole;
  AnteCalendarJudge judge;
};

/**
 * AnteCalendarTaken:
 * @n_new: that were not known; not those that were called off before
 * @n_matched: bookings that got their lead, new ones and old ones
 * @n_asked: new ones of which a person is to say whose they are
 * @must_ask: so many were gone at once that none of these was believed
 *
 * What came of a look.
 */
typedef struct {
  guint n_new;
  guint n_matched;
  guint n_asked;
  guint n_moved;
  guint n_changed;
  guint n_cancelled;
  guint n_no_shows;
  gboolean must_ask;
} AnteCalendarTaken;

/**
 * ante_store_take_calendar_async:
 * @look: copied, but for its arrays, which are held and must not change any more
 *
 * Takes what a look says, in one transaction, as acts of the machine: an act a booking, so that
 * each can be taken back alone. What a person has said of a booking stays: whose it is, that it was
 * held, or nobody came.
 */
void ante_store_take_calendar_async (AnteStore *self,
                                     const AnteCalendarLook *look,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* (transfer full): to be freed by g_free(). */
AnteCalendarTaken *
ante_store_take_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
