#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* The connected account; NOT_FOUND when there is none yet. */
void ante_store_get_account_async (AnteStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteAccount *ante_store_get_account_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Writes the account (found by its user_id; made when new); sync fields are left as they are.
 * INVALID when the folder already belongs to another account. */
void ante_store_set_account_async (AnteStore *self,
                                   const AnteAccount *account,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_set_account_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Small settings that belong to the data, not to the desktop: "paused" = "1". %NULL when never set.
 */
void ante_store_get_setting_async (AnteStore *self,
                                   const char *key,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *ante_store_get_setting_finish (AnteStore *self, GAsyncResult *result, GError **error);
void ante_store_set_setting_async (AnteStore *self,
                                   const char *key,
                                   const char *value,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_set_setting_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
