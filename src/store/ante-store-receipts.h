#pragma once

#include "model/ante-receipt.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Keeps a receipt with its row of the record. One that allows becomes that of outbox item
 * @outbox_id (0 for none); each becomes that of draft @draft_id (0 for none). _finish gives its row
 * id, -1 on error. */
void ante_store_add_receipt_async (AnteStore *self,
                                   const AnteReceipt *receipt,
                                   gint64 draft_id,
                                   gint64 outbox_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gint64 ante_store_add_receipt_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* (nullable): NULL without an error when there is none of that id. */
void ante_store_get_receipt_async (AnteStore *self,
                                   gint64 id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteReceipt *ante_store_get_receipt_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
