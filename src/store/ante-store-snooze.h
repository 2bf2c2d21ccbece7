#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Wakes the leads that were put off until @now or before: an act of the machine, which an undo of a
 * person's last act passes over. _finish gives the time at which the next one is to be woken, ms; 0
 * when there is none, -1 on error.
 */
void ante_store_wake_due_async (AnteStore *self,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gint64 ante_store_wake_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
