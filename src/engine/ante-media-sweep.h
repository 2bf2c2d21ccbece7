#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* Deletes from the folder of media what belongs to no message any more: what was taken back, and
 * who was forgotten. In its own time; reads nothing where nothing was ever kept. Private to the
 * engine. @callback: (nullable). */
void ante_media_sweep_run (AnteStore *store,
                           const char *dir,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

G_END_DECLS
