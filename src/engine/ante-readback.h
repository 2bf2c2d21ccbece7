#pragma once

#include "instagram/ante-instagram.h"
#include "model/ante-outbox-item.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Looks in the thread for a message whose sending got no answer: after 3, 10, 30 and 60 seconds.
 * Private to the engine.
 */

/* _finish: the message id it was given, NULL without an error when it was not found. */
void ante_readback_run_async (AnteStore *store,
                              AnteInstagram *client,
                              AnteOutboxItem *item,
                              guint unit_ms,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *ante_readback_run_finish (GAsyncResult *result, GError **error);

/* One look at what is stored, without a request. _finish as above. */
void ante_readback_look_async (AnteStore *store,
                               AnteOutboxItem *item,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ante_readback_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
