#pragma once

#include "engine/ante-sync.h"

G_BEGIN_DECLS

/*
 * One pass over the list of conversations. Private to the engine; AnteSync decides when one is
 * made.
 *
 * The list is read from its newest row on. A row whose "updated_time" and newest message are the
 * stored ones is skipped; of a changed row the nested messages are taken, and where the newest
 * known one is not among them the thread is read whole, and where it is not even there, the hole is
 * counted by ids. It ends when three rows in a row were unchanged and the last is older than the
 * high-water mark by two minutes (two threads can share a second), or at the list's end. A list
 * that comes out of order is read to its end, and so is the first one ever, which goes on where it
 * was interrupted.
 *
 * A thread that cannot be read keeps the high-water mark below it, so that the next pass comes by
 * again. After ten passes it is given up as it stands: what the list gave of it is stored, with a
 * hole, and it is tried again when it changes or when the whole list is read.
 */

/* Called after each page is stored: conversations read so far. */
typedef void (*AnteSyncPassProgress) (guint conversations, gpointer data);

/* @unreadable: see ante-unreadable.h; the same for all passes. */
void ante_sync_pass_run_async (AnteStore *store,
                               AnteInstagram *client,
                               const AnteAccount *account,
                               gboolean whole,
                               GHashTable *unreadable,
                               AnteSyncPassProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_sync_pass_run_finish (GAsyncResult *result, AnteSyncCounts *counts, GError **error);

/* Whether what was read goes back to what is stored. The time counts too: the newest stored message
 * may have been taken back by its author. */
gboolean ante_sync_pass_joins (const AnteThread *thread, const AnteThreadState *state);

G_END_DECLS
