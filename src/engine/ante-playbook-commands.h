#pragma once

#include "engine/ante-workspace.h"
#include "store/ante-store-playbook.h"

G_BEGIN_DECLS

/* What a person does to the playbook: one act in the history and one undo. See
 * ante_store_keep_playbook_async(). */
void ante_command_keep_playbook_async (AnteWorkspace *workspace,
                                       const char *document,
                                       const char *note,
                                       gboolean replace,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* The act's group id; 0: nothing had to change; -1: error. */
gint64
ante_command_keep_playbook_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* Playbooks to begin with, that come with the program. Their offers are marked as examples. */

/* (transfer full): their names. */
char **ante_starters_list (void);
/* (transfer full) (nullable): the document of that name. */
char *ante_starters_get (const char *name);

G_END_DECLS
