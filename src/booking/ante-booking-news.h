#pragma once

#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/**
 * AnteBookingNews:
 * @ANTE_BOOKING_NEWS_SAME: nothing
 * @ANTE_BOOKING_NEWS_NEW: it was not known
 * @ANTE_BOOKING_NEWS_MOVED: it has another time
 * @ANTE_BOOKING_NEWS_CHANGED: its words, end or people are others
 * @ANTE_BOOKING_NEWS_CANCELLED: it was called off
 * @ANTE_BOOKING_NEWS_BACK: it was called off, and is not any more
 * @ANTE_BOOKING_NEWS_NO_SHOW: the calendar says that nobody came
 * @ANTE_BOOKING_NEWS_MISSING: it is not there; that counts for nothing yet
 * @ANTE_BOOKING_NEWS_GONE: it is not there for the second time, and would lie ahead: as though
 * called off
 *
 * What a look into a calendar says of one booking.
 */
typedef enum {
  ANTE_BOOKING_NEWS_SAME,
  ANTE_BOOKING_NEWS_NEW,
  ANTE_BOOKING_NEWS_MOVED,
  ANTE_BOOKING_NEWS_CHANGED,
  ANTE_BOOKING_NEWS_CANCELLED,
  ANTE_BOOKING_NEWS_BACK,
  ANTE_BOOKING_NEWS_NO_SHOW,
  ANTE_BOOKING_NEWS_MISSING,
  ANTE_BOOKING_NEWS_GONE,
} AnteBookingNews;

const char *ante_booking_news_to_nick (AnteBookingNews news);

/**
 * AnteBookingKnown:
 * @missing: in how many whole looks in a row it was not there
 * @tag: the caller's, for what it keeps with it
 *
 * A booking as it was at the last look.
 */
typedef struct {
  const char *uid;
  gint64 recurrence_id;
  gint64 sequence;
  gint64 start;
  gint64 end;
  AnteCalendarStatus status;
  gboolean no_show;
  const char *summary;
  const char *location;
  guint missing;
  gint64 tag;
} AnteBookingKnown;

/**
 * AnteBookingChange:
 * @known: (nullable) (unowned): as it was
 * @seen: (nullable) (unowned): as it is
 *
 * One booking of a look.
 */
typedef struct {
  AnteBookingNews news;
  const AnteBookingKnown *known;
  const AnteCalendarEvent *seen;
} AnteBookingChange;

/**
 * AnteBookingLook:
 * @from: the first start that the look could see, ms
 * @to: from when on it could not, ms
 * @now: ms
 * @is_whole: all of it was seen: only then what is not there may count
 */
typedef struct {
  gint64 from;
  gint64 to;
  gint64 now;
  gboolean is_whole;
} AnteBookingLook;

/* As many may vanish at once; more is a calendar that was emptied, and is asked about. */
#define ANTE_BOOKING_MAY_VANISH 3

/**
 * ante_booking_compare:
 * @known: (element-type AnteBookingKnown)
 * @seen: (element-type AnteCalendarEvent)
 * @must_ask: (out): more are gone at once than can be believed
 *
 * Returns: (transfer full) (element-type AnteBookingChange): what is new, in the order of @seen,
 * then what is not there; with those that stayed the same
 */
GArray *ante_booking_compare (GPtrArray *known,
                              GPtrArray *seen,
                              const AnteBookingLook *look,
                              gboolean *must_ask);

G_END_DECLS
