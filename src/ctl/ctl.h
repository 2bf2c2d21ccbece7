#pragma once

#include <json-glib/json-glib.h>

#include "engine/ante-commands.h"
#include "engine/ante-workspace.h"
#include "model/ante-fact.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

/**
 * CtlError:
 * @CTL_ERROR_USAGE: the words of the command are off (exit 2)
 * @CTL_ERROR_NO: the answer is no (exit 1)
 * @CTL_ERROR_COULD_NOT: it could not be done (exit 3)
 *
 * The message of each is a whole line for a person.
 */
typedef enum {
  CTL_ERROR_USAGE,
  CTL_ERROR_NO,
  CTL_ERROR_COULD_NOT,
} CtlError;

#define CTL_ERROR (ctl_error_quark ())
GQuark ctl_error_quark (void);

/**
 * Ctl:
 * @data_dir: the data folder
 * @workspace: (nullable): open while a command that needs it runs
 * @json: print JSON
 * @in_shell: one command of many: the workspace is live
 * @quit: the program was asked to end
 * @stop: cancelled then: ends what would wait for a person
 * @notice: source that tells that the keyring is waited for, or 0
 *
 * One run of the program. Commands are plain functions that wait for what they started: the main
 * loop turns only there.
 */
typedef struct {
  char *data_dir;
  AnteWorkspace *workspace;
  gboolean json;
  gboolean in_shell;
  gboolean quit;
  GCancellable *stop;
  guint notice;
} Ctl;

/* Turns the main loop until *@result is there. */
void ctl_wait (GAsyncResult **result);
void ctl_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
/* Turns the main loop for at most @ms. */
void ctl_pause (guint ms);

#define CTL_CALL(result, function, ...)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_clear_object (&(result));                                                                    \
    function (__VA_ARGS__, ctl_keep_result, &(result));                                            \
    ctl_wait (&(result));                                                                          \
  }                                                                                                \
  G_STMT_END

/* Takes "--name VALUE" (or the flag "--name") out of @args. */
char *ctl_take_option (GPtrArray *args, const char *name);
gboolean ctl_take_flag (GPtrArray *args, const char *name);
const char *ctl_arg (GPtrArray *args, guint index);
/* FALSE with USAGE unless between @least and @most words are left. */
gboolean
ctl_check_args (GPtrArray *args, guint least, guint most, const char *usage, GError **error);

/* NULL for anything but coach, ai, none and setter:NAME: a typo is no setter. */
char *ctl_parse_owner (const char *text);

/* ctl-move.c: a day, or a day and an hour, on the wall of who types it, or what a snooze
 * understands, ms; 0 for neither. */
gint64 ctl_parse_when (const char *text, gint64 now);

AnteLead *ctl_find_lead (Ctl *ctl, const char *handle, GError **error);

/* (element-type AnteStage): in board order, hidden ones too. */
GPtrArray *ctl_list_stages (Ctl *ctl, GError **error);
/* By key or by name; USAGE, which names all of them, when there is none. */
AnteStage *ctl_find_stage (GPtrArray *stages, const char *key, GError **error);
/* ctl-leads.c: a lead as it is now; and after an act, whose @result it is, with the act's number.
 */
JsonNode *ctl_describe_lead (Ctl *ctl, AnteLead *lead, GError **error);
JsonNode *ctl_tell_act (Ctl *ctl, GAsyncResult *result, gint64 lead_id, GError **error);

/* A command gives an object, or an array for a list; NULL with @error. */
typedef JsonNode *(*CtlFunc) (Ctl *ctl, GPtrArray *args, GError **error);

/* ctl-secret.c: from standard input; on a terminal it is asked for and not shown. */
char *ctl_read_secret (Ctl *ctl, const char *what, GError **error);

JsonNode *ctl_connect (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_sync (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_account (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_pause_automation (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_resume_automation (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_leads (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_lead (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_move (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_own (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_label (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_snooze (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_not_a_lead (Ctl *ctl, GPtrArray *args, GError **error);
/* ctl-brief.c */
#define CTL_BRIEF_USAGE                                                                            \
  "brief HANDLE [--pdf FILE] [--paper a4|letter] [--private] | brief --today --pdf FILE"
JsonNode *ctl_brief (Ctl *ctl, GPtrArray *args, GError **error);
/* ctl-known.c, ctl-replies.c */
JsonNode *ctl_fact (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_note (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_pin (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_unpin (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_replies (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_reply (Ctl *ctl, GPtrArray *args, GError **error);
/* ctl-follow-ups.c, ctl-handoff.c */
JsonNode *ctl_today (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_follow_up (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_handoff (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_hours (Ctl *ctl, GPtrArray *args, GError **error);
/* ctl-bookings.c, ctl-calendars.c */
JsonNode *ctl_bookings (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_book (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_booking (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_call (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_calendars (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_forget (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_merge (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_source (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_stages (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_undo (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_redo (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_search (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_bench_search (Ctl *ctl, GError **error);
JsonNode *ctl_bench_brief (Ctl *ctl, GError **error);
JsonNode *ctl_send (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_outbox (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_backup (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_restore (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_doctor (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_memory (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_drafts (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_playbook (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_guard (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_assist (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_import (Ctl *ctl, GPtrArray *args, GError **error);
/* ctl-assist-use.c */
JsonNode *ctl_assist_setup (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_never_ai (Ctl *ctl, GPtrArray *args, GError **error);
JsonNode *ctl_bench (Ctl *ctl, GPtrArray *args, GError **error);

/* ctl-json.c: the contract of field names. */
JsonNode *ctl_object (JsonObject *object);
JsonNode *ctl_array (JsonArray *array);
void ctl_set_text (JsonObject *object, const char *name, const char *text);
void ctl_set_time (JsonObject *object, const char *name, gint64 ms);
JsonObject *ctl_json_lead (Ctl *ctl, AnteLead *lead, GPtrArray *stages);
JsonObject *ctl_json_fact (const AnteFact *fact);
JsonObject *ctl_json_verdict (const AnteVerdict *verdict);
JsonObject *ctl_json_outbox (AnteOutboxItem *item);
char *ctl_print_json (JsonNode *node);

/* ctl-table.c: for people. */
void ctl_print_table (JsonNode *node, const char *const *columns);

/* ctl-words.c: for people, where a table would cut what is told. */
void ctl_print_lead (JsonNode *node);
void ctl_print_sent (JsonNode *node);
void ctl_print_doctor (JsonNode *node);
/* ctl-cases.c: files of cases, one JSON object a line. */
char *ctl_read_file (const char *path, GError **error);
JsonObject *ctl_parse_loosely (const char *text);
/* What is told of one case; NULL with @error ends it. */
typedef JsonObject *(*CtlReadCase) (gpointer data, const char *line, GError **error);
/* @number: in which line it is, from 1. */
JsonNode *
ctl_read_cases (const char *path, guint *number, CtlReadCase read, gpointer data, GError **error);

/* ctl-bookings.c */
void ctl_print_booking (JsonNode *node);
/* ctl-calendars.c: what came of a look into a calendar. */
void ctl_set_taken (JsonObject *object, const AnteCalendarTaken *taken);
/* ctl-import.c */
gboolean ctl_import_reads_alone (GPtrArray *args);
void ctl_print_import (JsonNode *node);
/* ctl-brief.c */
void ctl_print_brief (JsonNode *node);
/* ctl-memory.c */
void ctl_print_memory (JsonNode *node);
/* ctl-playbook.c: what the command needs depends on what is asked of it. */
gboolean ctl_playbook_needs_folder (GPtrArray *args);
gboolean ctl_playbook_reads_alone (GPtrArray *args);
void ctl_print_playbook (JsonNode *node);
/* ctl-assist.c, ctl-assist-use.c: what the command needs depends on what is asked of it. */
void ctl_print_assist (JsonNode *node);
gboolean ctl_assist_is_setup (GPtrArray *args);
gboolean ctl_assist_reads_alone (GPtrArray *args);
/* FALSE where it is no answer of these. */
gboolean ctl_print_assist_setup (JsonNode *node);
/* ctl-drafts.c */
gboolean ctl_drafts_reads_alone (GPtrArray *args);
void ctl_print_drafts (JsonNode *node);
/* ctl-guard.c */
void ctl_print_guard (JsonNode *node);

G_END_DECLS
