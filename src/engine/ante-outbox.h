#pragma once

#include "engine/ante-outgoing.h"
#include "instagram/ante-instagram.h"
#include "store/ante-store-outbox.h"

G_BEGIN_DECLS

/* Time in which a person can take back an answer, ms. */
#define ANTE_OUTBOX_UNDO_MS 10000

#define ANTE_TYPE_OUTBOX (ante_outbox_get_type ())
G_DECLARE_FINAL_TYPE (AnteOutbox, ante_outbox, ANTE, OUTBOX, GObject)

/*
 * The one sender. It takes due items from the store one by one, and holds the law: the row says
 * "sending" on disk before the first byte leaves; UNKNOWN_OUTCOME makes it uncertain, and then the
 * thread is read back after 3, 10, 30 and 60 s until one of ours with the same text is found, else
 * a person decides. A file is uploaded before its message is sent: that sends nothing, so that the
 * row is still queued meanwhile, and it may be done again. Property "frozen" (string, nullable):
 * nick of why nothing leaves ("token", "restricted", "disk"), NULL when free. Property
 * "takes-files" (boolean). Without a connection, or when Instagram asks to slow down, each item
 * waits by itself: its error says so.
 */
AnteOutbox *ante_outbox_new (AnteStore *store);
AnteOutgoing *ante_outbox_get_outgoing (AnteOutbox *self);
/* FALSE once Instagram has said of this account that it takes no files from here; kept over a
 * restart, until a person wants it tried again. */
gboolean ante_outbox_get_takes_files (AnteOutbox *self);
void ante_outbox_try_files_again (AnteOutbox *self);
void ante_outbox_set_client (AnteOutbox *self, AnteInstagram *client, const AnteAccount *account);
void ante_outbox_start (AnteOutbox *self);
void ante_outbox_stop (AnteOutbox *self);
const char *ante_outbox_get_frozen (AnteOutbox *self);
void ante_outbox_set_second (AnteOutbox *self, guint ms);
/* After a person looked at a restriction: goes on at once. Until then it holds, over a restart too;
 * if that it is settled could not be kept, the next start holds again. */
void ante_outbox_thaw_async (AnteOutbox *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean ante_outbox_thaw_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

/**
 * AnteSent:
 * @outbox_id: row id; 0 when the verdict did not let it in
 * @state: where it stands
 * @verdict: what the rules said; for a person's text a warning does not stop it, a closed window
 * does
 * @receipt_id: row id of the receipt; 0 where it could not be kept, or was not worth it
 */
typedef struct {
  gint64 outbox_id;
  gint64 receipt_id;
  AnteOutboxState state;
  AnteVerdict *verdict;
} AnteSent;

void ante_sent_free (AnteSent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSent, ante_sent_free)

/*
 * Runs the rules over @text and, if they let it, puts it in. @author as in ante-party.h. @undo_ms:
 * how long it can be taken back (0 for at once); from ANTE_OUTBOX_ITEM_LATER_MS on it is put off to
 * then, which must be within the reply window, holds up nothing that is said before, and does not
 * leave by itself when they have written meanwhile or its time was missed ("overtaken", "missed").
 * A text over 1000 bytes is blocked by the verdict
 * ("too_long"), as an empty one is; one that is no UTF-8, or an author that may not send, is
 * INVALID.
 * @draft: (nullable): the draft that it ends, which goes if it still reads so.
 */
void ante_outbox_send_async (AnteOutbox *self,
                             gint64 lead_id,
                             const char *text,
                             const char *author,
                             const char *reply_to,
                             gint64 undo_ms,
                             const char *draft,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* The same with a copy of ante-outgoing.h, which is in place of a text; where it stood with what is
 * being written, it goes from there. GONE of ante-outgoing.h when it is not there any more. */
void ante_outbox_send_file_async (AnteOutbox *self,
                                  gint64 lead_id,
                                  const AnteOutgoingFile *file,
                                  const char *author,
                                  const char *reply_to,
                                  gint64 undo_ms,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteSent *ante_outbox_send_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

/* A queued one is taken back (CONFLICT when it has left); _finish gives the text for the composer;
 * a file stands with what is being written again. */
void ante_outbox_cancel_async (AnteOutbox *self,
                               gint64 outbox_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ante_outbox_cancel_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

/* A queued one that was to leave later leaves as soon as it may (CONFLICT when it has left). */
void ante_outbox_send_now_async (AnteOutbox *self,
                                 gint64 outbox_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_outbox_send_now_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

/* A failed one goes back to the queue. */
void ante_outbox_retry_async (AnteOutbox *self,
                              gint64 outbox_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ante_outbox_retry_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

/**
 * AnteSettlement:
 * @ANTE_SETTLE_WAS_SENT: a person saw it in Instagram
 * @ANTE_SETTLE_SEND_AGAIN: a person knows that it is not there
 * @ANTE_SETTLE_DROP: a person no longer wants it
 */
typedef enum {
  ANTE_SETTLE_WAS_SENT,
  ANTE_SETTLE_SEND_AGAIN,
  ANTE_SETTLE_DROP,
} AnteSettlement;

/* A person decides about an uncertain (or drops a failed) one. */
void ante_outbox_settle_async (AnteOutbox *self,
                               gint64 outbox_id,
                               AnteSettlement settlement,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_outbox_settle_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

G_END_DECLS
