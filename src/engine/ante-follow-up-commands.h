#pragma once

#include "engine/ante-commands.h"
#include "model/ante-follow-up.h"

G_BEGIN_DECLS

/* What a person does about follow-ups and handoffs: each is one act in the history and one undo,
 * and ends with ante_command_finish(). */

/* @id: row id of the follow-up that is changed; 0 for a new one, which takes the place of any that
 * is open. @follow_up: reason, time and who leads it are taken; copied. INVALID without a reason,
 * CONFLICT when it was changed since. */
void ante_command_follow_up_async (AnteWorkspace *workspace,
                                   gint64 lead,
                                   gint64 id,
                                   const AnteFollowUp *follow_up,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* @open is over: @state is done or skipped. */
void ante_command_close_follow_up_async (AnteWorkspace *workspace,
                                         const AnteFollowUp *open,
                                         AnteFollowUpState state,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * ante_command_hand_off_async:
 * @owner: who has the lead from now on
 * @minutes: their response window, in minutes of working time
 * @next_action: what they are to do
 * @note: (nullable): what they have to know besides
 *
 * INVALID without an owner or a next action.
 */
void ante_command_hand_off_async (AnteWorkspace *workspace,
                                  gint64 lead,
                                  const char *owner,
                                  guint minutes,
                                  const char *next_action,
                                  const char *note,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* The setting that holds working time, as JSON of ante-working-hours.h. */
#define ANTE_SETTING_HOURS "working-hours"

G_END_DECLS
