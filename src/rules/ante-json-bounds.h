#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteJsonError:
 * @ANTE_JSON_ERROR_UNFIT: no JSON, or too large, too deep, too wide, or not the object it should be
 */
typedef enum {
  ANTE_JSON_ERROR_UNFIT,
} AnteJsonError;

#define ANTE_JSON_ERROR (ante_json_error_quark ())
GQuark ante_json_error_quark (void);

/* The most that one answer may hold. */
#define ANTE_JSON_MAX_BYTES (8 * 1024 * 1024)
#define ANTE_JSON_MAX_DEPTH 64
#define ANTE_JSON_MAX_VALUES 200000

GByteArray *ante_json_bound (const guint8 *data, gsize length, GError **error);

G_END_DECLS
