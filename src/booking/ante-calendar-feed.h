#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No more often than that, however a calendar wishes it; and as often where it wishes nothing. */
#define ANTE_CALENDAR_FEED_LEAST_S (15 * 60)
#define ANTE_CALENDAR_FEED_USUAL_S (30 * 60)

/* After so many failures in a row it is left alone until a person has looked. */
#define ANTE_CALENDAR_FEED_MAY_FAIL 5

/**
 * ante_calendar_feed_address:
 * @typed: as it was copied from a calendar's settings
 *
 * Returns: (transfer full): the https address that is meant (webcal: is one), or %NULL with
 * %ANTE_BOOKING_ERROR_ADDRESS. It is a secret: whoever has it reads the calendar.
 */
char *ante_calendar_feed_address (const char *typed, GError **error);

/**
 * AnteCalendarFeed:
 * @body: (nullable): the calendar; %NULL: it is as it was
 * @etag: (nullable): to be given along the next time
 * @last_modified: (nullable): the same
 *
 * What a feed answered.
 */
typedef struct {
  GBytes *body;
  char *etag;
  char *last_modified;
} AnteCalendarFeed;

void ante_calendar_feed_free (AnteCalendarFeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteCalendarFeed, ante_calendar_feed_free)

/**
 * ante_calendar_feed_get_async:
 * @url: see ante_calendar_feed_address()
 * @etag: (nullable): of the last answer
 * @last_modified: (nullable): of the last answer
 *
 * Fetches a calendar if it has changed. Fails with %ANTE_BOOKING_ERROR, with
 * %ANTE_BOOKING_ERROR_NO_CALENDAR where the answer is something else.
 */
void ante_calendar_feed_get_async (const char *url,
                                   const char *etag,
                                   const char *last_modified,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @retry_after_s: (out) (optional): for how long it asks to be left alone, or -1; after an error
 * too. */
AnteCalendarFeed *
ante_calendar_feed_get_finish (GAsyncResult *result, gint64 *retry_after_s, GError **error);

/**
 * ante_calendar_feed_wait:
 * @n_failures: in a row; 0 after a success
 * @refresh_s: what the calendar wishes, or 0
 * @retry_after_s: what the service asked for, or -1
 * @dice: 0 to 1: a little of it by chance, so that not all ask at once
 *
 * Returns: seconds until it is asked again; -1: no more by itself
 */
gint64
ante_calendar_feed_wait (guint n_failures, gint64 refresh_s, gint64 retry_after_s, double dice);

G_END_DECLS
