#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* (nullable) (transfer full): the handle or the name in @detail of a referral. */
char *ante_referrer_read (const char *detail);

/* Which lead is meant by it, other than @lead_id. Gives what to call them; %NULL: none, or more
 * than one. */
void ante_referrer_find_async (AnteStore *store,
                               gint64 lead_id,
                               const char *detail,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ante_referrer_find_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
