#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a stream may hold, bytes. */
#define ANTE_LINES_MAX_LINE (1024 * 1024)
#define ANTE_LINES_MAX_EVENT (4 * 1024 * 1024)
#define ANTE_LINES_MAX_ALL (8 * 1024 * 1024)

/**
 * AnteLinesKind:
 * @ANTE_LINES_EVENTS: server-sent events
 * @ANTE_LINES_JSON: one JSON object a line
 */
typedef enum {
  ANTE_LINES_EVENTS,
  ANTE_LINES_JSON,
} AnteLinesKind;

/* One event: @data is its bytes, not yet looked at. FALSE with @error ends the stream. */
typedef gboolean (*AnteLinesFunc) (const char *data,
                                   gsize length,
                                   gpointer user_data,
                                   GError **error);

/**
 * AnteLines:
 *
 * Takes a stream apart, whatever pieces it comes in.
 */
typedef struct _AnteLines AnteLines;

AnteLines *ante_lines_new (AnteLinesKind kind);
void ante_lines_free (AnteLines *self);
gboolean ante_lines_feed (AnteLines *self,
                          const guint8 *bytes,
                          gsize length,
                          AnteLinesFunc func,
                          gpointer user_data,
                          GError **error);
gboolean ante_lines_end (AnteLines *self, AnteLinesFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteLines, ante_lines_free)

G_END_DECLS
