#pragma once

#include <json-glib/json-glib.h>

#include "sandbox/sandbox-state.h"

G_BEGIN_DECLS

/**
 * SandboxCall:
 * @state: what the server knows
 * @base: the server's own address
 * @method: GET, POST or DELETE
 * @path: (array zero-terminated=1): parts after the version
 * @query: parameters of the address, or of a form
 * @body: (nullable): of a JSON body
 * @status: of the answer
 * @answer: (nullable): of the answer
 * @is_send: it puts a message into a thread
 * @dry: check and answer, but have no effect
 * @late: the effect is to be seen only after this many ms
 *
 * One request and its answer.
 */
typedef struct {
  SandboxState *state;
  const char *base;
  const char *method;
  char **path;
  GHashTable *query;
  JsonObject *body;
  guint status;
  JsonObject *answer;
  gboolean is_send;
  gint64 late;
} SandboxCall;

void sandbox_call_fail (
  SandboxCall *call, guint status, int code, int subcode, const char *type, const char *text);
const char *sandbox_call_get (SandboxCall *call, const char *name);

/* sandbox-reads.c, sandbox-sends.c: each fills in status and answer. */
void sandbox_reads_handle (SandboxCall *call);
void sandbox_sends_handle (SandboxCall *call);

/* sandbox-control.c: TRUE when @command was understood. */
gboolean sandbox_control_handle (SandboxState *state,
                                 const char *command,
                                 JsonObject *arguments,
                                 JsonObject **answer);
/* sandbox-players.c: lets people answer what they were sent, where they are due. */
void sandbox_players_sent (SandboxState *state, SandboxPerson *person, const char *text);
void sandbox_players_tick (SandboxState *state);
/* sandbox-journal.c */
gboolean sandbox_journal_open (SandboxState *state, const char *file, GError **error);
void sandbox_journal_note (SandboxState *state, const char *command, JsonObject *arguments);
/* sandbox-scenario.c */
gboolean
sandbox_scenario_load (SandboxState *state, const char *file, gint64 start, GError **error);
/* sandbox-media.c: a small picture or a second of silence. */
GBytes *sandbox_media_make (const char *name, const char **mime);

G_END_DECLS
