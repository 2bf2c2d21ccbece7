#pragma once

#include "engine/ante-move.h"
#include "engine/ante-workspace.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/*
 * What a person can do to leads. Board, thread, list, palette and anteroomctl call the same
 * functions; each is one act in the history and one undo. All end with ante_command_finish(), which
 * gives the act's group id (0: nothing had to change; -1: error).
 */

/* @stage_key: see AnteStage. @before_lead: put the card before this lead, 0 for the column's own
 * order, -1 for its end. @why: (nullable). Fails with %ANTE_STORE_ERROR_INCOMPLETE, having done
 * nothing, where leads lack what the stage asks for. */
void ante_command_move_async (AnteWorkspace *workspace,
                              const gint64 *leads,
                              guint n_leads,
                              const char *stage_key,
                              gint64 before_lead,
                              const char *why,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The same with what the leads lacked, and who owns them there, as one act. */
void ante_command_move_prepared_async (AnteWorkspace *workspace,
                                       AnteMove *move,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void ante_command_own_async (AnteWorkspace *workspace,
                             const gint64 *leads,
                             guint n_leads,
                             const char *owner,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* @action NULL clears it; @due ms, 0 for none; @next_owner NULL: the lead's owner. */
void ante_command_set_next_step_async (AnteWorkspace *workspace,
                                       gint64 lead,
                                       const char *action,
                                       gint64 due,
                                       const char *next_owner,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* @message: row id of the one that says so; 0: nothing does. */
void ante_command_add_touch_async (AnteWorkspace *workspace,
                                   gint64 lead,
                                   AnteSourceKind kind,
                                   const char *detail,
                                   gint64 message,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* What a person knows of the lead; it supersedes what was known before where one such thing holds.
 */
void ante_command_say_fact_async (AnteWorkspace *workspace,
                                  gint64 lead,
                                  AnteFactKind kind,
                                  const char *text,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @note: the one whose place it takes, 0 for a new one; @text: (nullable): NULL: it is kept no
 * more.
 */
void ante_command_note_async (AnteWorkspace *workspace,
                              gint64 lead,
                              gint64 note,
                              const char *text,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Any other field of ante-store-changes.h. */
void ante_command_set_async (AnteWorkspace *workspace,
                             const gint64 *leads,
                             guint n_leads,
                             const char *field,
                             const char *value,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* @add, @remove: (nullable): names; a new one is begun. */
void ante_command_label_async (AnteWorkspace *workspace,
                               const gint64 *leads,
                               guint n_leads,
                               const char *const *add,
                               const char *const *remove,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* @until: ms; %ANTE_LEAD_UNTIL_REPLY; 0: awake. */
void ante_command_snooze_async (AnteWorkspace *workspace,
                                const gint64 *leads,
                                guint n_leads,
                                gint64 until,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gint64 ante_command_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);
/* (transfer none) (element-type AnteMissing): after INCOMPLETE, which leads lack what. */
GPtrArray *ante_command_get_missing (GAsyncResult *result);

/* @group 0: the newest act. */
void ante_command_undo_async (AnteWorkspace *workspace,
                              gint64 group,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void ante_command_redo_async (AnteWorkspace *workspace,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AnteUndone *
ante_command_undo_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* Takes back several acts one after the other, from the last of @acts on. _finish gives how many of
 * them were: one that was changed since by someone else is left as it is. -1 with @error when it
 * was none. */
void ante_command_undo_acts_async (AnteWorkspace *workspace,
                                   const gint64 *acts,
                                   guint n_acts,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
int ante_command_undo_acts_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* A person's word on a fact that the machine has found, or takes back what was said. */
void ante_command_answer_fact_async (AnteWorkspace *workspace,
                                     gint64 lead,
                                     gint64 fact,
                                     gboolean yes,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* An objection was answered, or stands open after all. */
void ante_command_handle_objection_async (AnteWorkspace *workspace,
                                          gint64 lead,
                                          gint64 fact,
                                          gboolean handled,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* The same as ante_command_say_fact_async(), with the message whose words @text is: from character
 * @start of it to before @end. @type: (nullable): see AnteFact. */
void ante_command_note_words_async (AnteWorkspace *workspace,
                                    gint64 lead,
                                    AnteFactKind kind,
                                    const char *type,
                                    const char *text,
                                    gint64 message,
                                    guint start,
                                    guint end,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
