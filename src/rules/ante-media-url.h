#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where a picture, a sound or a video may be fetched from. An address comes with a message, so it
 * is foreign text: what is not plainly one of Instagram's own is refused.
 */

char *ante_media_url_find_local_origin (const char *api_url);
gboolean ante_media_url_is_good (const char *url, const char *local_origin);
gint64 ante_media_url_get_expiry (const char *url);
char *ante_media_url_resolve (const char *url, const char *location);
gboolean ante_media_url_is_link (const char *url);
char *ante_media_url_dup_short (const char *url, gsize max_chars);

G_END_DECLS
