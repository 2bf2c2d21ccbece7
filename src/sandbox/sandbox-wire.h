#pragma once

#include "sandbox/sandbox-fields.h"
#include "sandbox/sandbox-json.h"
#include "sandbox/sandbox-state.h"

G_BEGIN_DECLS

/**
 * SandboxCall:
 * @state: what the server knows
 * @base: the server's own address
 * @method: GET, POST or DELETE
 * @path: (array zero-terminated=1): parts after the version
 * @query: (nullable): parameters of the address and of a form
 * @body: (nullable): of a JSON body, or of a form that holds such objects
 * @file: (nullable): of a form that holds a file
 * @late: its effect is to be seen only after this many ms
 * @status: of the answer
 * @answer: (nullable): of the answer
 * @location: (nullable): where a redirect leads
 * @retry_after: seconds, for the header; 0 for none
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
  SandboxUpload *file;
  gint64 late;
  guint status;
  JsonObject *answer;
  char *location;
  guint retry_after;
} SandboxCall;

const char *sandbox_call_get (SandboxCall *call, const char *name);
/* The string at @name of the body, or the parameter. */
const char *sandbox_call_get_text (SandboxCall *call, const char *name);
/* The first part of the path is "me" or the account's own id. */
gboolean sandbox_call_is_own (SandboxCall *call);

/* sandbox-errors.c */
void sandbox_call_fail (SandboxCall *call, int code, int subcode, const char *text);
/* sandbox-tokens.c: the endpoints without a version and token. TRUE when it was one. */
gboolean sandbox_tokens_handle (SandboxCall *call);
/* FALSE and an error when the call's token is not good. */
gboolean sandbox_tokens_check (SandboxCall *call, const char *authorization);
/* sandbox-reads.c, sandbox-comments.c, sandbox-sends.c: fill in the answer. */
SandboxFields *sandbox_reads_take_fields (SandboxCall *call, const SandboxSchema *schema);
void sandbox_reads_handle (SandboxCall *call);
gboolean sandbox_comments_handle (SandboxCall *call);
void sandbox_sends_handle (SandboxCall *call);

/* sandbox-control.c: TRUE when @command was understood. */
gboolean sandbox_control_handle (SandboxState *state,
                                 const char *command,
                                 JsonObject *arguments,
                                 JsonObject **answer);
/* sandbox-ledger.c: what the server saw and accepted, for the control address. */
JsonObject *sandbox_ledger_list_people (SandboxState *state);
JsonObject *sandbox_ledger_list_sent (SandboxState *state);
JsonObject *sandbox_ledger_list_requests (SandboxState *state);
void sandbox_ledger_note_request (SandboxCall *call);

/* sandbox-uploads.c */
void sandbox_upload_free (gpointer upload);
/* Whether what came may be kept as @type; else the call has its error. */
gboolean sandbox_uploads_check (SandboxCall *call, const char *type);
/* (transfer full) (nullable): the bytes that were uploaded as @id. */
GBytes *sandbox_uploads_get (SandboxState *state, const char *id, const char **mime);

/* sandbox-changes.c */

/**
 * sandbox_change_apply:
 * @what: "send", "react", "upload", "answer", "hide", "delete", "token" or "play"
 *
 * The one way in which a call of the wire changes anything: done, and written down so that
 * sandbox_change_redo() brings it about again, with the same ids.
 *
 * Returns: (transfer full): the ids that it gave
 */
JsonObject *sandbox_change_apply (SandboxState *state, const char *what, JsonObject *arguments);
/* "upload" of @file, which is taken: its bytes are not written down. */
JsonObject *sandbox_change_upload (SandboxState *state, const char *type, SandboxUpload *file);
/* FALSE when it is no change. */
gboolean sandbox_change_redo (SandboxState *state, const char *what, JsonObject *arguments);

/* sandbox-journal.c */

/**
 * sandbox_journal_begin:
 * @origin: what the state is made from; a file of another one is refused
 * @start: (inout): when the scenario begins; as the file says when there is one
 */
gboolean
sandbox_journal_begin (const char *file, const char *origin, gint64 *start, GError **error);
/* Does again what the file holds, and writes down from then on. */
gboolean sandbox_journal_open (SandboxState *state, const char *file, GError **error);
void sandbox_journal_note (SandboxState *state, const char *command, JsonObject *arguments);

/* sandbox-scenario.c */
gboolean sandbox_scenario_load (SandboxState *state, const char *file, GError **error);
/* "-3d4h" before @start, "+6m" after @last, ">90s" after @start; 0 when it was not understood. */
gint64 sandbox_scenario_parse_when (const char *text, gint64 start, gint64 last);

/* sandbox-standing.c */
void sandbox_standing_free (gpointer standing);
/* FALSE and @why when @acts, which may be %NULL, were not understood. */
gboolean sandbox_standing_load (SandboxState *state,
                                SandboxPerson *person,
                                JsonArray *acts,
                                const char **why);
JsonObject *sandbox_standing_list (SandboxState *state);

/* sandbox-media.c: (nullable): a small picture or sound. */
GBytes *sandbox_media_make (SandboxState *state, const char *name, const char **mime);

/* sandbox-players.c */

/**
 * SandboxPending:
 * @due: ms
 * @mid: (nullable): of a message of the account that is to be seen late
 * @is_play: one of the people would write it: only while they play by themselves
 *
 * A message that will come.
 */
typedef struct {
  guint64 id;
  gint64 due;
  SandboxPerson *person;
  SandboxKind kind;
  char *text;
  char *link;
  char *mid;
  gint64 at;
  gboolean is_play;
} SandboxPending;

void sandbox_pending_free (SandboxPending *pending);
SandboxPending *
sandbox_players_expect (SandboxState *state, SandboxPerson *person, gint64 due, const char *text);
/* Lets @person answer what they were sent. */
void sandbox_players_sent (SandboxState *state, SandboxPerson *person, const char *text);
/* The pending message @id arrives at @at. */
void sandbox_players_play (SandboxState *state, guint64 id, gint64 at);
/* Lets come what is due. @jumped: the clock was moved, so that it came in between. */
void sandbox_players_tick (SandboxState *state, gboolean jumped);

G_END_DECLS
