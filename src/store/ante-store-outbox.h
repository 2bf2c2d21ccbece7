#pragma once

#include "model/ante-outbox-item.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * The outbox on disk. Each of these is one transaction with a full sync: when it has finished, what
 * it says holds over kill -9 and power loss.
 */

/* Puts @item in as queued (its id, attempts and handle are ignored); _finish gives its row id, -1
 * on error. Clears the lead's draft when @clears_draft. */
void ante_store_outbox_add_async (AnteStore *self,
                                  AnteOutboxItem *item,
                                  gboolean clears_draft,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gint64 ante_store_outbox_add_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Items in order: of a lead or of all (0), open ones only or all, newest @limit: (element-type
 * AnteOutboxItem). */
void ante_store_outbox_list_async (AnteStore *self,
                                   gint64 lead_id,
                                   gboolean only_open,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *ante_store_outbox_list_finish (AnteStore *self, GAsyncResult *result, GError **error);

/*
 * Takes the oldest queued item that is due at @now and whose lead has no older open item (a failed
 * one does not hold up what comes after it) and no other in "sending", makes it "sending" with
 * @started_at and gives it; NULL without an error when nothing is due. @next_due (of _finish): when
 * the next one will be, 0 for never.
 */
void ante_store_outbox_begin_async (AnteStore *self,
                                    gint64 now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AnteOutboxItem *ante_store_outbox_begin_finish (AnteStore *self,
                                                GAsyncResult *result,
                                                gint64 *next_due,
                                                GError **error);

/**
 * AnteOutboxOutcome:
 * @state: what became of it: sent, uncertain, failed, queued (surely not sent, try again), or
 * cancelled
 * @mid: (nullable): Instagram's message id, for sent
 * @error: (nullable): nick of what went wrong
 * @not_before: for queued, ms
 * @at: the time by Instagram's clock, ms
 */
typedef struct {
  AnteOutboxState state;
  const char *mid;
  const char *error;
  gint64 not_before;
  gint64 at;
} AnteOutboxOutcome;

/*
 * Settles item @id, which must be in @from (CONFLICT otherwise: a second decision never acts
 * twice). For sent with a message id, the message is stored with the item's author too, or the
 * author of the one already read back is mended, in the same transaction, and the lead no longer
 * owes a reply.
 */
void ante_store_outbox_settle_async (AnteStore *self,
                                     gint64 id,
                                     AnteOutboxState from,
                                     const AnteOutboxOutcome *outcome,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ante_store_outbox_settle_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* At start: what was "sending" when the last process died becomes "uncertain". _finish: how many,
 * -1 on error. */
void ante_store_outbox_recover_async (AnteStore *self,
                                      gint64 now,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
int ante_store_outbox_recover_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Own messages of the lead that are not the outcome of an outbox item and not older than @since:
 * candidates for an uncertain one: (element-type AnteMessage), oldest first. */
void ante_store_outbox_candidates_async (AnteStore *self,
                                         gint64 lead_id,
                                         gint64 since,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
ante_store_outbox_candidates_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
