#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "sandbox/sandbox-server.h"

G_BEGIN_DECLS

/* A sandbox in this process, and what it last answered over HTTP. */
typedef struct {
  SandboxServer *server;
  SoupSession *session;
  SoupMessage *message;
  GBytes *body;
  JsonNode *answer;
  guint status;
  GError *error;
} Fixture;

/* The options of a test; %NULL for the built-in scenario with nobody playing. */
void fixture_set_up (Fixture *fixture, gconstpointer options);
void fixture_start (Fixture *fixture, const SandboxOptions *options);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* @path: from "/v25.0/…" on; or a whole address. The token is sent along with what goes to the
 * wire. The answer holds until the next call. */
void fixture_get (Fixture *fixture, const char *path);
void fixture_post (Fixture *fixture, const char *path, const char *json);
void fixture_call (Fixture *fixture,
                   const char *method,
                   const char *path,
                   const char *type,
                   const char *body,
                   gboolean with_token);
void fixture_call_bytes (Fixture *fixture,
                         const char *method,
                         const char *path,
                         const char *type,
                         GBytes *body,
                         gboolean with_token);
/* @json: printf-like; must not be refused */
void fixture_control (Fixture *fixture, const char *command, const char *json, ...)
  G_GNUC_PRINTF (3, 4);
/* TRUE when the command was refused. */
gboolean fixture_is_refused (Fixture *fixture, const char *command, const char *json);

/* What stands at "data.0.messages.data.1.id"; NULL when nothing does. */
JsonNode *fixture_look (Fixture *fixture, const char *where);
const char *fixture_string (Fixture *fixture, const char *where);
gint64 fixture_int (Fixture *fixture, const char *where);
guint fixture_length (Fixture *fixture, const char *where);
const char *fixture_header (Fixture *fixture, const char *name);
/* That the last answer is this error. */
void fixture_assert_error (Fixture *fixture, guint status, int code, int subcode);
void fixture_assert_ok (Fixture *fixture);

/* @handle writes; gives their id. */
char *fixture_hear (Fixture *fixture, const char *handle, const char *text);
/* Sends a text to @igsid, with the tag when @is_tagged. */
void fixture_send (Fixture *fixture, const char *igsid, const char *text, gboolean is_tagged);
guint fixture_count_sent (Fixture *fixture);

G_END_DECLS
