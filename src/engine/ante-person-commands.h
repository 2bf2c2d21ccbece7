#pragma once

#include "engine/ante-workspace.h"
#include "store/ante-store-forget.h"

G_BEGIN_DECLS

/* What a person can do to the record of another as a whole. */

/**
 * AnteForgot:
 * @ANTE_FORGOT_NOT: nothing was done; see the error
 * @ANTE_FORGOT_ALL: nothing is left of them in the data folder but its backups
 * @ANTE_FORGOT_TRACES: they are gone for the program, but the disk was full or busy, and traces are
 * in the file until the next start has wiped them
 */
typedef enum {
  ANTE_FORGOT_NOT,
  ANTE_FORGOT_ALL,
  ANTE_FORGOT_TRACES,
} AnteForgot;

/* @lead and @other are the same person under two handles: all of the other comes under the lead,
 * and both conversations go on. One act, whose undo restores both; ends with ante_command_finish().
 */
void ante_command_merge_async (AnteWorkspace *workspace,
                               gint64 lead,
                               gint64 other,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* See ante_store_forget_async(); there is no way back. */
void ante_command_forget_async (AnteWorkspace *workspace,
                                gint64 lead,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AnteForgot
ante_command_forget_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
