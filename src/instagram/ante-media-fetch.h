#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteFetchError:
 * @ANTE_FETCH_ERROR_REFUSED: the address is not one of Instagram's, or leads away from there
 * @ANTE_FETCH_ERROR_GONE: it is not there any more, or the address has run out
 * @ANTE_FETCH_ERROR_TOO_LARGE: more than was asked for
 * @ANTE_FETCH_ERROR_OFFLINE: nothing could be reached
 * @ANTE_FETCH_ERROR_BUSY: no whole answer in time, or the server's own trouble
 */
typedef enum {
  ANTE_FETCH_ERROR_REFUSED,
  ANTE_FETCH_ERROR_GONE,
  ANTE_FETCH_ERROR_TOO_LARGE,
  ANTE_FETCH_ERROR_OFFLINE,
  ANTE_FETCH_ERROR_BUSY,
} AnteFetchError;

#define ANTE_FETCH_ERROR (ante_fetch_error_quark ())
GQuark ante_fetch_error_quark (void);

/*
 * Fetches what came with a message. No token, cookie or referrer goes along; nothing but what
 * ante_media_url_is_good() lets through is connected to, after every redirect anew, and outside the
 * sandbox nothing but public addresses. @local_origin: (nullable): see there. @max_bytes: of what
 * is kept; more ends it. @seconds: for the whole. _finish: (transfer full).
 */
void ante_media_fetch_async (const char *url,
                             const char *local_origin,
                             gsize max_bytes,
                             guint seconds,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GBytes *ante_media_fetch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
