#pragma once

#include "rules/brief/ante-brief.h"
#include "store/ante-store-brief.h"

G_BEGIN_DECLS

/**
 * AnteBriefAsk:
 * @call: (nullable): the call that it is for
 * @last_call: (nullable): the one before
 * @is_private: without surname and handle
 * @now: ms
 * @zone: (nullable): where the coach is; the computer's where there is none
 */
typedef struct {
  const AnteBriefCall *call;
  const AnteBriefPastCall *last_call;
  gboolean is_private;
  gint64 now;
  GTimeZone *zone;
} AnteBriefAsk;

/* Composes by @facts, which it leaves as they are. Blocking, by a few milliseconds: for a thread.
 */
AnteBrief *ante_brief_make (const AnteBriefFacts *facts, const AnteBriefAsk *ask);

/* Reads the lead in one query, and composes in a thread. Errors are those of the store. */
void ante_brief_make_async (AnteStore *store,
                            gint64 lead_id,
                            const AnteBriefAsk *ask,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AnteBrief *ante_brief_make_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
