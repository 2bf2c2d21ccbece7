#pragma once

#include "model/ante-lead.h"
#include "store/ante-lead-filter.h"
#include "store/ante-store-stages.h"

G_BEGIN_DECLS

/**
 * ante_store_list_leads_async:
 * @filter: what to list; copied
 * @n_first: how many leads to read whole, from the first on, so that the top of a list can be shown
 * at once
 *
 * Reads the ids of a list, 8 bytes a lead: see ante-lead-query.h for what that costs.
 */
void ante_store_list_leads_async (AnteStore *self,
                                  const AnteLeadFilter *filter,
                                  AnteLeadOrder order,
                                  guint n_first,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * ante_store_list_leads_finish:
 * @first: (out) (optional) (transfer full) (element-type AnteLead): the first leads; NULL after an
 * error
 *
 * Returns: (transfer full) (element-type gint64): all ids, or NULL with @error set
 */
GArray *ante_store_list_leads_finish (AnteStore *self,
                                      GAsyncResult *result,
                                      GPtrArray **first,
                                      GError **error);

/* The same, ids alone. */
void ante_store_list_lead_ids_async (AnteStore *self,
                                     const AnteLeadFilter *filter,
                                     AnteLeadOrder order,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *ante_store_list_lead_ids_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* How many leads each of @filters lists: (element-type guint), in their order. Counted from the
 * indexes of the lists, for when somebody asks; see ante_store_get_counts_async() for what is
 * always in view. */
void ante_store_count_leads_async (AnteStore *self,
                                   const AnteLeadFilter *filters,
                                   guint n_filters,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *ante_store_count_leads_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Leads by row id: (element-type AnteLead), in the order asked; ids that are gone are left out. At
 * most 500 a call. */
void ante_store_get_leads_async (AnteStore *self,
                                 const gint64 *ids,
                                 guint n_ids,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *ante_store_get_leads_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* By handle (case-insensitive, with or without @) or by Instagram-scoped id; NOT_FOUND, or INVALID
 * when a handle is borne by several. */
void ante_store_find_lead_async (AnteStore *self,
                                 const char *handle_or_igsid,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AnteLead *ante_store_find_lead_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteStoreCounts:
 *
 * Numbers of live leads (no client, no not-a-lead) for the sidebar and the first lines of lists.
 */
typedef struct {
  guint live;
  guint unread;
  guint owes_reply;
  guint no_next_step;
  guint no_source;
  guint no_owner;
  guint outbox_failed;
  guint outbox_uncertain;
} AnteStoreCounts;

void ante_store_get_counts_async (AnteStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean ante_store_get_counts_finish (AnteStore *self,
                                       GAsyncResult *result,
                                       AnteStoreCounts *counts,
                                       GError **error);

/* Owners seen so far besides coach and ai: setter parties, a GStrv sorted by name. */
void ante_store_list_setters_async (AnteStore *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GStrv ante_store_list_setters_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Touches of a lead, oldest first: (element-type AnteTouch). */
void ante_store_list_touches_async (AnteStore *self,
                                    gint64 lead_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *ante_store_list_touches_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* History of a lead (0: of all), newest first, at most @limit: (element-type AnteEvent). */
void ante_store_list_events_async (AnteStore *self,
                                   gint64 lead_id,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *ante_store_list_events_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
