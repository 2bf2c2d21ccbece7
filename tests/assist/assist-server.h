#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AssistRequest:
 * @line: "POST /v1/messages"
 * @head: all header lines
 * @body: what came with it
 */
typedef struct {
  char *line;
  char *head;
  char *body;
} AssistRequest;

/**
 * AssistAfter:
 * @ASSIST_CLOSE: the connection is closed after the bytes
 * @ASSIST_HOLD: it is held until the other side lets go
 * @ASSIST_RESET: it is reset
 */
typedef enum {
  ASSIST_CLOSE,
  ASSIST_HOLD,
  ASSIST_RESET,
} AssistAfter;

/**
 * AssistServer:
 *
 * A provider on loopback that says what it is told to, byte by byte, in order; the last for ever.
 */
typedef struct _AssistServer AssistServer;

/* (transfer full): the JSON that a body is answered with. Called in a thread. */
typedef char *(*AssistThink) (const char *body, gpointer user_data);

struct _AssistServer {
  GSocketService *service;
  char *url;
  GMutex lock;
  GQueue replies;
  GPtrArray *requests;
  int n_connections;
  gboolean is_shut;
  GCond opened;
  AssistThink think;
  gpointer think_data;
};

AssistServer *assist_server_new (void);
void assist_server_free (AssistServer *self);

void assist_server_say (
  AssistServer *self, guint status, const char *type, const char *header, const char *body);
void assist_server_say_json (AssistServer *self, guint status, const char *json);
void
assist_server_stream (AssistServer *self, const char *type, const char *body, AssistAfter after);
/* Takes @bytes. */
void assist_server_say_raw (AssistServer *self, GBytes *bytes, AssistAfter after);
/* While it is shut, requests are taken and not answered. */
void assist_server_shut (AssistServer *self, gboolean is_shut);
/* From now on it makes up its answers. */
void assist_server_think (AssistServer *self, AssistThink think, gpointer user_data);
void assist_server_forget (AssistServer *self);

guint assist_server_count (AssistServer *self);
/* A copy, so that threads may go on. */
AssistRequest *assist_server_get (AssistServer *self, guint index);
AssistRequest *assist_server_last (AssistServer *self);
void assist_request_free (AssistRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssistServer, assist_server_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssistRequest, assist_request_free)

G_END_DECLS
