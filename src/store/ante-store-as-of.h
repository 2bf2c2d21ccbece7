#pragma once

#include "store/ante-store-leads.h"

G_BEGIN_DECLS

/*
 * The board as it was: read from the history, in which each change of a lead keeps what was before.
 * What Instagram told later of that time (a name, messages that were read afterwards) is part of
 * it.
 */

/**
 * ante_store_list_as_of_async:
 * @at: when, ms
 *
 * Which leads stood in which stage then: those that had been heard of and were leads. Whoever was a
 * client by then stands in the stage of clients, as on the board.
 */
void ante_store_list_as_of_async (AnteStore *self,
                                  gint64 at,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/**
 * ante_store_list_as_of_finish:
 *
 * Returns: (transfer full) (element-type gint64 GArray): row id of a stage (which exists today) to
 * the row ids of its leads, the one that was heard of last first; NULL with @error set
 */
GHashTable *ante_store_list_as_of_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* The leads as they were: stage and since when, owner, next step and last message of that time;
 * nothing is unread or owed in the past. At most 500. (element-type AnteLead) */
void ante_store_get_leads_as_of_async (AnteStore *self,
                                       const gint64 *ids,
                                       guint n_ids,
                                       gint64 at,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *
ante_store_get_leads_as_of_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
