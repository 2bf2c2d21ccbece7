#pragma once

#include <gio/gio.h>

#include "model/ante-calendar-event.h"
#include "store/ante-store-calendars.h"

G_BEGIN_DECLS

/**
 * AnteCalendarAsk:
 * @place: a file, or the address of a feed
 * @from: what begins before it is left out, ms; %G_MININT64: nothing
 * @to: what begins then or later is left out, ms; %G_MAXINT64: nothing
 * @now: the time, ms
 * @zone: where the coach is
 * @leads: (nullable) (element-type AnteLead): whose bookings these may be
 *
 * What is to be read, and how.
 */
typedef struct {
  const char *place;
  gint64 from;
  gint64 to;
  gint64 now;
  GTimeZone *zone;
  GPtrArray *leads;
} AnteCalendarAsk;

/**
 * AnteCalendarRow:
 * @lead_id: whose it is or would be; 0: nobody's, or of several
 * @by: (nullable): nick of the best reason; %NULL: there is none
 * @is_sure: it needs no asking
 *
 * One event, and whose it would be.
 */
typedef struct {
  AnteCalendarEvent *event;
  gint64 lead_id;
  const char *by;
  gboolean is_sure;
} AnteCalendarRow;

/**
 * AnteCalendarNote:
 * @line: of the file, or 0
 * @text: what is wrong there, for a person
 */
typedef struct {
  guint line;
  char *text;
} AnteCalendarNote;

/**
 * AnteCalendarImport:
 * @n_events: that could be read, what repeats as one
 * @n_occurrences: of those in the range, without what was called off
 * @n_matched: of these, surely somebody's
 * @n_doubtful: perhaps somebody's, which is to be asked
 * @n_cancelled: in the range and called off
 * @n_unreadable: events that could not be read
 * @is_whole: nothing was cut off
 * @is_busy_only: it tells when somebody is busy and nothing else, so that nothing can be matched
 * @name: (nullable): what the calendar calls itself
 * @rows: (element-type AnteCalendarRow): by time
 * @notes: (element-type AnteCalendarNote): what is damaged, by line
 *
 * What would come of an import.
 */
typedef struct {
  guint n_events;
  guint n_occurrences;
  guint n_matched;
  guint n_doubtful;
  guint n_cancelled;
  guint n_unreadable;
  gboolean is_whole;
  gboolean is_busy_only;
  char *name;
  GPtrArray *rows;
  GPtrArray *notes;
} AnteCalendarImport;

void ante_calendar_import_free (AnteCalendarImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarImport, ante_calendar_import_free)

/**
 * ante_calendar_import_read_async:
 * @ask: what; copied, but for its leads, which are held
 *
 * Reads a calendar, off the main thread, and finds out whose its events would be. Changes nothing.
 * Fails with %ANTE_BOOKING_ERROR, or with an error of GIO for a file that cannot be read.
 */
void ante_calendar_import_read_async (const AnteCalendarAsk *ask,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
AnteCalendarImport *ante_calendar_import_read_finish (GAsyncResult *result, GError **error);

/**
 * ante_calendar_import_keep_async:
 * @import: what was read; copied
 * @place: from where: its last part names the calendar
 * @now: ms
 *
 * Keeps what was read, as ante_store_take_calendar_async() does. What is not in it any more may
 * have been left out: nothing is cancelled for that. The same again changes nothing.
 */
void ante_calendar_import_keep_async (AnteStore *store,
                                      const AnteCalendarImport *import,
                                      const char *place,
                                      gint64 now,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full): to be freed by g_free(). */
AnteCalendarTaken *
ante_calendar_import_keep_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
