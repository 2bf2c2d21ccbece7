#pragma once

#include "model/ante-records.h"
#include "rules/ante-search-words.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteSearchAsk:
 * @limit: the most messages to give
 * @below: only messages that came before this one (its row id), to go on where a page ended; 0 for
 * the newest
 * @lead_id: only this lead's messages, all of them at once; 0 for any
 * @nothing_yet: no page so far found anything: what is close to the words will do
 */
typedef struct {
  guint limit;
  gint64 below;
  gint64 lead_id;
  gboolean nothing_yet;
} AnteSearchAsk;

/**
 * AnteSearchPage:
 * @leads: (element-type AnteSearchHit): of the first page: leads whose name or handle has the
 * words; without a message
 * @hits: (element-type AnteSearchHit): newest first
 * @next: where the next page begins, for @below of the next question; 0: that was all
 * @looked_to: how far back was looked, ms; 0 when nothing was left to look at
 * @is_close: nothing has the words as they were typed; these are close to them
 *
 * A page is short of its limit, even empty, when looking took long: there may be more at @next.
 */
typedef struct {
  GPtrArray *leads;
  GPtrArray *hits;
  gint64 next;
  gint64 looked_to;
  gboolean is_close;
} AnteSearchPage;

void ante_search_page_free (AnteSearchPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSearchPage, ante_search_page_free)

/* @words is held, not copied: nobody changes it. */
void ante_store_search_async (AnteStore *self,
                              AnteSearchWords *words,
                              const AnteSearchAsk *ask,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AnteSearchPage *ante_store_search_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
