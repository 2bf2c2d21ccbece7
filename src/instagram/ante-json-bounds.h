#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most that one answer may hold. */
#define ANTE_JSON_MAX_BYTES (8 * 1024 * 1024)
#define ANTE_JSON_MAX_DEPTH 64
#define ANTE_JSON_MAX_VALUES 200000

GByteArray *ante_json_bound (const guint8 *data, gsize length, GError **error);

G_END_DECLS
