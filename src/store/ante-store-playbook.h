#pragma once

#include "model/ante-receipt.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Changes are told as %ANTE_STORE_PLAYBOOK. */

/* Version @id, 0 for the one that holds; _finish gives NULL without an error where there is none.
 */
void ante_store_get_playbook_async (AnteStore *self,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AntePlaybookVersion *
ante_store_get_playbook_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* (element-type AntePlaybookVersion): the newest first. */
void ante_store_list_playbooks_async (AnteStore *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *ante_store_list_playbooks_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * ante_store_keep_playbook_async:
 * @document: a playbook; its number is given to it
 * @note: (nullable): what it is kept for
 * @replace: it takes the number of the newest version, where nothing was decided by that yet
 *
 * One act of @actor, which can be undone: it is the one that holds from then on. INVALID, with the
 * path of what is wrong, when it cannot be read. _finish gives the act, 0 when it says what holds
 * already, -1 on error.
 */
void ante_store_keep_playbook_async (AnteStore *self,
                                     const char *document,
                                     const char *note,
                                     gboolean replace,
                                     const char *actor,
                                     gint64 now,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gint64 ante_store_keep_playbook_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
