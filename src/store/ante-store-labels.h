#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* All labels, in the order of the alphabet: (element-type AnteLabel). They are put on leads and
 * taken off by %ANTE_FIELD_LABEL. */
void ante_store_list_labels_async (AnteStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *ante_store_list_labels_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
