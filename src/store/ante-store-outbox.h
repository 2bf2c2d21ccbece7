#pragma once

#include "model/ante-lead.h"
#include "model/ante-message.h"
#include "model/ante-outbox-item.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * The outbox on disk. Each of these is one transaction with a full sync: when it has finished, what
 * it says holds over kill -9 and power loss.
 */

/* Puts @item in as queued (its id, attempts and handle are ignored); _finish gives its row id, -1
 * on error: INVALID without a verdict. The lead's draft goes with it if it reads @draft (nullable):
 * what was written since stays. A
 * file that stood with that draft stands in the outbox in its place. One by a person cancels what
 * is still queued for the lead by the AI or the system, with the error "answered".
 */
void ante_store_outbox_add_async (AnteStore *self,
                                  AnteOutboxItem *item,
                                  const char *draft,
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
 * Takes the oldest queued item that is due at @now and before which nothing of its lead is queued,
 * being sent or uncertain (a failed one does not hold up what comes after it), makes it "sending"
 * since @now and gives it; NULL without an error when nothing is due.
 */
void ante_store_outbox_begin_async (AnteStore *self,
                                    gint64 now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AnteOutboxItem *
ante_store_outbox_begin_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* What was begun and has surely not left is queued again, as if it had not been begun. */
void ante_store_outbox_put_back_async (AnteStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean ante_store_outbox_put_back_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* The next queued item whose file is to be uploaded before it can leave, due or not: of its lead
 * nothing stands before it; NULL without an error for none. An item that waits for that is begun by
 * nobody. */
void ante_store_outbox_next_upload_async (AnteStore *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
AnteOutboxItem *
ante_store_outbox_next_upload_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* When the next item may leave that needs no upload, ms; 0 for never, -1 on error. */
void ante_store_outbox_next_due_async (AnteStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gint64 ante_store_outbox_next_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

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
 * author of the one already read back is mended, in the same transaction, and no reply is owed any
 * more. For sent without one, which a person says, the history keeps the words; when the message is
 * found after that, sent from uncertain is taken once more, and mends the author.
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
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
int ante_store_outbox_recover_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Own messages of @item's conversation that are not the outcome of an outbox item and not older
 * than
 * @since: candidates for an uncertain one: (element-type AnteMessage), oldest first. */
void ante_store_outbox_candidates_async (AnteStore *self,
                                         AnteOutboxItem *item,
                                         gint64 since,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
ante_store_outbox_candidates_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteSendFacts:
 * @lead: the lead as it is now
 * @automatic_in_a_row: automatic messages since the lead's last one, waiting ones included
 * @answered_since: the lead's last message is answered, or an answer is on its way
 * @person_answers: an answer of a person is on its way
 * @paused: a person holds all automation
 *
 * What the rules of sending ask of the store.
 */
typedef struct {
  AnteLead *lead;
  guint automatic_in_a_row;
  gboolean answered_since;
  gboolean person_answers;
  gboolean paused;
} AnteSendFacts;

void ante_send_facts_free (AnteSendFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSendFacts, ante_send_facts_free)

void ante_store_send_facts_async (AnteStore *self,
                                  gint64 lead_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteSendFacts *ante_store_send_facts_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
