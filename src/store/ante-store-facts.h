#pragma once

#include "model/ante-fact.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* What is known about a lead, in whatever state, oldest first: (element-type AnteFact). A fact is
 * said by ante_store_apply_async() with %ANTE_FIELD_FACT. */
void ante_store_list_facts_async (AnteStore *self,
                                  gint64 lead_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ante_store_list_facts_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* What a model proposes to know of the lead, each with its evidence: (element-type AnteFact). They
 * become suggestions; what is known already, was refused, or cannot be proved is left out. _finish:
 * how many were new, -1 on error. */
void ante_store_suggest_facts_async (AnteStore *self,
                                     gint64 lead_id,
                                     GPtrArray *facts,
                                     gint64 now,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
int ante_store_suggest_facts_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
