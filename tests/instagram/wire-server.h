#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define WIRE_TOKEN "IGAAexampleTOKEN0123456789"
#define WIRE_US "17841400000000123"
#define WIRE_TOM "1020304050607080"

/**
 * WireAnswer:
 *
 * What is answered to one request; %NULL for @headers where there are none, else "name: value".
 */
typedef struct {
  guint status;
  const char *body;
  const char *header;
} WireAnswer;

/**
 * WireServer:
 * @requests: (element-type utf8): "GET /v25.0/me?fields=…", in order
 * @bodies: (element-type utf8): bodies of the same
 * @tokens: how many of them carried the token in their header
 *
 * A server on loopback that gives prepared answers, in order; the last one for ever.
 */
typedef struct {
  SoupServer *server;
  char *url;
  GQueue answers;
  GPtrArray *requests;
  GPtrArray *bodies;
  guint tokens;
} WireServer;

WireServer *wire_server_new (void);
WireServer *wire_server_new_tls (GTlsCertificate *certificate);
void wire_server_free (WireServer *self);
void wire_server_answer (WireServer *self, guint status, const char *body);
void wire_server_answer_with (WireServer *self, guint status, const char *body, const char *header);
void wire_server_answer_bytes (WireServer *self, guint status, GBytes *body);
void wire_server_skip (WireServer *self);
const char *wire_server_last (WireServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WireServer, wire_server_free)

/**
 * RawMode:
 *
 * How a raw server treats a connection.
 */
typedef enum {
  RAW_CLOSE_AT_ONCE,
  RAW_READ_AND_CLOSE,
  RAW_READ_AND_HOLD,
  RAW_CUT_IN_BODY,
  RAW_ENDLESS_BODY,
  RAW_ONE_ANSWER_THEN_CLOSE,
} RawMode;

/**
 * RawServer:
 *
 * A server on loopback that misbehaves. Counts whole requests that it has read.
 */
typedef struct {
  GSocketService *service;
  char *url;
  RawMode mode;
  int n_connections;
  int n_requests;
} RawServer;

RawServer *raw_server_new (RawMode mode);
void raw_server_free (RawServer *self);
int raw_server_get_requests (RawServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

G_END_DECLS
