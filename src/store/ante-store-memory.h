#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Reads up to @max_leads conversations that have changed since the machine read them last, the
 * newest first, and keeps what it finds in them: see ante-fact.h. _finish gives how many were read,
 * fewer than @max_leads when none are left; -1 on error.
 */
void ante_store_remember_async (AnteStore *self,
                                guint max_leads,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
int ante_store_remember_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
