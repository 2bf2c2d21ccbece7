#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteRequest:
 * @method: "GET" or "POST"
 * @label: what it is, for the log and for errors: no host, no query, no ids
 * @address: where it goes. Renewal and sign-in have a secret in it, so it is never logged
 * @content_type: (nullable): of the body
 * @body: (nullable): what is sent
 * @stream: (nullable): what is sent in its place, read bit by bit
 * @length: of @stream
 * @seconds: how long the whole of it may take; 0 for what is usual
 * @once: it has an effect that must not happen twice
 *
 * One request. The body and address are cleared from memory when freed.
 */
typedef struct {
  const char *method;
  const char *label;
  GString *address;
  char *content_type;
  GBytes *body;
  GInputStream *stream;
  goffset length;
  guint seconds;
  gboolean once;
} AnteRequest;

AnteRequest *ante_request_new (const char *method, const char *label, const char *base_url);
void ante_request_add_segment (AnteRequest *self, const char *segment);
void ante_request_add_query (AnteRequest *self, const char *name, const char *value);
void ante_request_take_body (AnteRequest *self, const char *content_type, char *body);
/* @stream: (transfer full) */
void ante_request_take_stream (AnteRequest *self,
                               const char *content_type,
                               GInputStream *stream,
                               goffset length);
void ante_request_free (AnteRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteRequest, ante_request_free)

/**
 * AnteAnswer:
 * @status: HTTP status
 * @body: at most ANTE_JSON_MAX_BYTES
 * @date: the server's clock, ms; 0 when not told
 * @came_at: our clock when its head came, ms
 * @retry_after: (nullable): header of that name
 * @app_usage: (nullable): X-App-Usage
 * @business_usage: (nullable): X-Business-Use-Case-Usage
 *
 * One whole answer.
 */
typedef struct {
  guint status;
  GBytes *body;
  gint64 date;
  gint64 came_at;
  char *retry_after;
  char *app_usage;
  char *business_usage;
} AnteAnswer;

void ante_answer_free (AnteAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAnswer, ante_answer_free)

#define ANTE_TYPE_TRANSPORT (ante_transport_get_type ())
G_DECLARE_FINAL_TYPE (AnteTransport, ante_transport, ANTE, TRANSPORT, GObject)

char *ante_transport_check_url (const char *url, gboolean *is_loopback, GError **error);

AnteTransport *ante_transport_new (gboolean is_loopback);
void ante_transport_send_async (AnteTransport *self,
                                AnteRequest *request,
                                const char *token,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AnteAnswer *ante_transport_send_finish (AnteTransport *self, GAsyncResult *result, GError **error);

G_END_DECLS
