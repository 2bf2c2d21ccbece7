#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* Those that are kept, by name: (element-type AnteReply). Changes are told as
 * %ANTE_STORE_REPLIES. */
void ante_store_list_replies_async (AnteStore *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *ante_store_list_replies_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * ante_store_keep_reply_async:
 * @id: the reply that it takes the place of; 0 for a new one
 * @reply: (nullable): what is kept; %NULL deletes it
 *
 * One act of @actor, which can be undone. EXISTS when its name is taken, CONFLICT when reply @id is
 * no longer kept. _finish gives the act, 0 when nothing had to change, -1 on error.
 */
void ante_store_keep_reply_async (AnteStore *self,
                                  gint64 id,
                                  const AnteReply *reply,
                                  const char *actor,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* What stands for {booking_link} or {my_name}: @field as in ante-store-changes.h, under which
 * ante_store_get_setting_async() reads it. @value: (nullable). Its _finish is the one below. */
void ante_store_set_words_async (AnteStore *self,
                                 const char *field,
                                 const char *value,
                                 const char *actor,
                                 gint64 now,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gint64 ante_store_keep_reply_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
