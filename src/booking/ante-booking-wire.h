#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteBookingGet:
 * @max_bytes: the most that is read, unpacked
 * @seconds: for all of it
 * @max_hops: redirects that are followed
 * @headers: (nullable) (array zero-terminated=1): name and value in turns; a token may be among
 * them
 *
 * How something is fetched.
 */
typedef struct {
  gsize max_bytes;
  guint seconds;
  guint max_hops;
  const char *const *headers;
} AnteBookingGet;

/**
 * AnteBookingAnswer:
 * @status: HTTP status
 * @body: what came with it
 * @etag: (nullable): header of that name
 * @last_modified: (nullable): header of that name
 * @retry_after_s: for how long to wait; -1: not told
 *
 * An answer of whatever status.
 */
typedef struct {
  guint status;
  GBytes *body;
  char *etag;
  char *last_modified;
  gint64 retry_after_s;
} AnteBookingAnswer;

void ante_booking_answer_free (AnteBookingAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBookingAnswer, ante_booking_answer_free)

/* Whether something may be fetched from there: https, or http from this very computer. */
gboolean ante_booking_address_is_good (const char *url);

/**
 * ante_booking_get_async:
 * @url: where it is
 *
 * One GET, by a session of its own, which keeps no cookies and carries nothing to another host.
 * Errors are of %ANTE_BOOKING_ERROR, or %G_IO_ERROR_CANCELLED.
 */
void ante_booking_get_async (const char *url,
                             const AnteBookingGet *how,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AnteBookingAnswer *ante_booking_get_finish (GAsyncResult *result, GError **error);

G_END_DECLS
