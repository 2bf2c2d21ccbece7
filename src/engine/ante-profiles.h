#pragma once

#include "instagram/ante-instagram.h"
#include "store/ante-store-sync.h"

G_BEGIN_DECLS

/* Reads a few of the names and pictures that are missing or old, after a pass: they cost the same
 * budget as messages do. The first error ends it; what is still due is read after the next pass.
 * Private to the engine. */
void ante_profiles_read_async (AnteStore *store,
                               AnteInstagram *client,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_profiles_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
