#pragma once

#include "engine/ante-workspace.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-replies.h"

G_BEGIN_DECLS

/*
 * What a person does to saved replies, and to the words that stand in them. Each is one act in the
 * history and one undo. All end with ante_command_keep_reply_finish(), which gives the act's group
 * id (0: nothing had to change; -1: error).
 */

/* See ante_store_keep_reply_async(). */
void ante_command_keep_reply_async (AnteWorkspace *workspace,
                                    gint64 id,
                                    const AnteReply *reply,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* @field: %ANTE_FIELD_BOOKING_LINK or %ANTE_FIELD_MY_NAME. */
void ante_command_set_words_async (AnteWorkspace *workspace,
                                   const char *field,
                                   const char *value,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gint64
ante_command_keep_reply_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
