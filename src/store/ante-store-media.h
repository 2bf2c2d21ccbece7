#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteMediaPlace:
 * @mid: Instagram's id of the message
 * @position: which of its attachments
 */
typedef struct {
  char *mid;
  guint position;
} AnteMediaPlace;

/* Every attachment that is stored: (element-type AnteMediaPlace). */
void ante_store_list_media_async (AnteStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ante_store_list_media_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
