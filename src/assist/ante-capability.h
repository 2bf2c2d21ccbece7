#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was learnt is tried anew after this, ms. */
#define ANTE_CAPABILITY_LASTS_MS (G_GINT64_CONSTANT (30) * 24 * 3600 * 1000)

/**
 * AnteShape:
 * @ANTE_SHAPE_SCHEMA: a JSON schema, held to by the server
 * @ANTE_SHAPE_TOOL: the same as the only tool there is
 * @ANTE_SHAPE_JSON: JSON of whatever shape
 * @ANTE_SHAPE_WORDS: asked for in words alone
 *
 * How the shape of an answer is asked for, from the surest on.
 */
typedef enum {
  ANTE_SHAPE_SCHEMA,
  ANTE_SHAPE_TOOL,
  ANTE_SHAPE_JSON,
  ANTE_SHAPE_WORDS,
} AnteShape;

/**
 * AnteCapability:
 * @shape: the surest that was not refused
 * @other_length: the limit of length has its other name here
 * @no_stream_options: usage cannot be asked for in a stream
 * @no_extras: what this vendor alone knows is not sent
 * @no_temperature: it is left out
 * @no_stream: the answer is asked for whole
 * @learnt_at: Unix time, ms; 0: nothing was learnt yet
 *
 * What one model behind one address is known to take.
 */
typedef struct {
  AnteShape shape;
  gboolean other_length;
  gboolean no_stream_options;
  gboolean no_extras;
  gboolean no_temperature;
  gboolean no_stream;
  gint64 learnt_at;
} AnteCapability;

const char *ante_shape_to_nick (AnteShape shape);
char *ante_capability_to_text (const AnteCapability *self);
gboolean ante_capability_from_text (AnteCapability *self, const char *text, gint64 now_ms);

/* Sets @flag where @is_named; TRUE when that is news. */
gboolean ante_capability_drop (gboolean *flag, gboolean is_named);

G_END_DECLS
