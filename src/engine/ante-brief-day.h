#pragma once

#include "engine/ante-brief-make.h"

G_BEGIN_DECLS

/* The briefs of all calls that are booked from @from to before @to and whose leads are known, in
 * the order of the calls. _finish: (element-type AnteBrief); empty where there is none. */
void ante_brief_day_async (AnteStore *store,
                           gint64 from,
                           gint64 to,
                           gboolean is_private,
                           gint64 now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *ante_brief_day_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
