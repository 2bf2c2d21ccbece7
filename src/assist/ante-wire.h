#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteWireTimes:
 * @connect_ms: until the connection stands
 * @first_ms: from then until something comes
 * @between_ms: between two pieces
 * @whole_ms: all of it
 *
 * After which times an answer is no longer waited for.
 */
typedef struct {
  guint connect_ms;
  guint first_ms;
  guint between_ms;
  guint whole_ms;
} AnteWireTimes;

/**
 * AnteWireRequest:
 * @method: "GET" or "POST"
 * @url: where it goes; there is never a secret in it
 * @headers: (element-type utf8): name and value, in turns; the key is among them
 * @body: (nullable): JSON
 * @wants_stream: the answer may come in pieces
 *
 * One request. What it held is cleared from memory when freed.
 */
typedef struct {
  const char *method;
  char *url;
  GPtrArray *headers;
  GBytes *body;
  gboolean wants_stream;
} AnteWireRequest;

AnteWireRequest *ante_wire_request_new (const char *method, const char *url);
void ante_wire_request_add_header (AnteWireRequest *self, const char *name, const char *value);
void ante_wire_request_take_body (AnteWireRequest *self, char *json);
void ante_wire_request_free (AnteWireRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteWireRequest, ante_wire_request_free)

/**
 * AnteWireAnswer:
 * @status: HTTP status
 * @is_json: so its content type says
 * @is_streamed: it was handed over in pieces, and @body is empty
 * @body: at most ANTE_JSON_MAX_BYTES
 * @retry_after: (nullable): header of that name
 * @retry_after_ms: (nullable): header of that name
 * @should_retry: X-Should-Retry: 1 yes, 0 no, -1 not told
 * @request_id: (nullable): what support would ask for, cleaned
 * @first_ms: until something came
 */
typedef struct {
  guint status;
  gboolean is_json;
  gboolean is_streamed;
  GBytes *body;
  char *retry_after;
  char *retry_after_ms;
  int should_retry;
  char *request_id;
  guint first_ms;
} AnteWireAnswer;

void ante_wire_answer_free (AnteWireAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteWireAnswer, ante_wire_answer_free)

/* A piece of a streamed answer. FALSE with @error ends it. */
typedef gboolean (*AnteWirePiece) (const guint8 *bytes,
                                   gsize length,
                                   gpointer user_data,
                                   GError **error);

#define ANTE_TYPE_WIRE (ante_wire_get_type ())
G_DECLARE_FINAL_TYPE (AnteWire, ante_wire, ANTE, WIRE, GObject)

AnteWire *ante_wire_new (gboolean stays_here);
void ante_wire_send_async (AnteWire *self,
                           AnteWireRequest *request,
                           const AnteWireTimes *times,
                           AnteWirePiece piece,
                           gpointer piece_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
AnteWireAnswer *ante_wire_send_finish (AnteWire *self, GAsyncResult *result, GError **error);

G_END_DECLS
