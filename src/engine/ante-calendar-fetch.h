#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteCalendarRequest:
 * @kind: "feed", "calendly" or "cal.com"
 * @secret: of a feed its address; of a service its token, and, on a line of its own, where it is,
 *   if not at its own address
 * @etag: (nullable): of the last answer; only then the answer may be that nothing has changed
 * @modified: (nullable): the same
 * @updated: (nullable): of the last list of Calendly
 * @now: ms
 */
typedef struct {
  const char *kind;
  const char *secret;
  const char *etag;
  const char *modified;
  GHashTable *updated;
  gint64 now;
} AnteCalendarRequest;

/**
 * AnteCalendarFetched:
 * @events: (nullable) (element-type AnteCalendarEvent): as a look takes them; %NULL: all is as it
 *   was
 * @same: (nullable) (element-type utf8): see AnteCalendarLook
 * @updated: (nullable): to be given along the next time
 * @from: the first start that could be seen, ms
 * @to: from when on it could not, ms
 * @is_whole: all of it was seen
 * @is_busy_only: it tells when somebody is busy and nothing else
 */
typedef struct {
  GPtrArray *events;
  GPtrArray *same;
  GHashTable *updated;
  char *etag;
  char *modified;
  char *name;
  gint64 refresh_s;
  gint64 from;
  gint64 to;
  gboolean is_whole;
  gboolean is_busy_only;
} AnteCalendarFetched;

void ante_calendar_fetched_free (AnteCalendarFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarFetched, ante_calendar_fetched_free)

/* Asks a calendar, whichever it is, once. @request is copied. Fails with %ANTE_BOOKING_ERROR. */
void ante_calendar_fetch_async (const AnteCalendarRequest *request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* @retry_after_s: for how long it asks to be left alone, or -1; after an error too. */
AnteCalendarFetched *
ante_calendar_fetch_finish (GAsyncResult *result, gint64 *retry_after_s, GError **error);

/* (transfer full): what is shown of where a calendar is: host, and port where that is not the usual
 * one; NULL with %ANTE_BOOKING_ERROR_ADDRESS. */
char *ante_calendar_fetch_host (const char *kind, const char *secret, GError **error);

G_END_DECLS
