#pragma once

#include "instagram/ante-instagram.h"
#include "store/ante-store-sync.h"

G_BEGIN_DECLS

/**
 * AnteSyncState:
 * @ANTE_SYNC_OFF: not started, or no account
 * @ANTE_SYNC_WAITING: up to date, waiting for its next turn
 * @ANTE_SYNC_RUNNING: reading
 * @ANTE_SYNC_OFFLINE: no network; tries again by itself
 * @ANTE_SYNC_BLOCKED: Instagram refuses until a person acts: see ante_sync_get_error()
 * @ANTE_SYNC_THROTTLED: waiting for the rate limit
 * @ANTE_SYNC_DISK: the page could not be stored (disk full, read-only); tries again by itself
 * @ANTE_SYNC_PAUSED: a person stopped the first reading; it goes on when poked, or next time
 */
typedef enum {
  ANTE_SYNC_OFF,
  ANTE_SYNC_WAITING,
  ANTE_SYNC_RUNNING,
  ANTE_SYNC_OFFLINE,
  ANTE_SYNC_BLOCKED,
  ANTE_SYNC_THROTTLED,
  ANTE_SYNC_DISK,
  ANTE_SYNC_PAUSED,
} AnteSyncState;

/**
 * AnteSyncAttention:
 *
 * How closely someone is looking, which sets the cadence.
 */
typedef enum {
  ANTE_SYNC_FOCUSED,
  ANTE_SYNC_VISIBLE,
  ANTE_SYNC_BACKGROUND,
} AnteSyncAttention;

/**
 * AnteSyncCounts:
 *
 * What one pass did.
 */
typedef struct {
  guint requests;
  guint conversations;
  guint messages_new;
  guint messages_known;
  guint gaps;
  double seconds;
  gboolean suspicious; /* a first pass that found an empty list */
} AnteSyncCounts;

#define ANTE_TYPE_SYNC (ante_sync_get_type ())
G_DECLARE_FINAL_TYPE (AnteSync, ante_sync, ANTE, SYNC, GObject)

/*
 * Properties (notify, main thread): "state" (int, AnteSyncState), "last-synced" (int64 ms),
 * "progress" (uint conversations read so far, over the pauses of a first pass). Signal "passed"
 * (AnteSync *sync): a pass has ended well; ante_sync_get_counts() tells of it.
 */
AnteSync *ante_sync_new (AnteStore *store);
void ante_sync_set_client (AnteSync *self, AnteInstagram *client, const AnteAccount *account);

/* One pass, whole: from where an interrupted first one stopped, or until the stop rule holds.
 * Single flight: joins one that runs. */
void ante_sync_pass_async (AnteSync *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean ante_sync_pass_finish (AnteSync *self,
                                GAsyncResult *result,
                                AnteSyncCounts *counts,
                                GError **error);

/* Runs passes by itself until stopped. */
void ante_sync_start (AnteSync *self);
void ante_sync_stop (AnteSync *self);
/* The next pass now (woken from suspend, network came back, a person asked). */
void ante_sync_poke (AnteSync *self);
/* Stops the first reading where it is, which can last long. What was read is kept, and it goes on
 * from there. Does nothing once all was read. */
void ante_sync_pause (AnteSync *self);
void ante_sync_set_attention (AnteSync *self, AnteSyncAttention attention);
/* The thread that a person looks at: read whole every 10 to 15 s; NULL for none. */
void ante_sync_set_visible_thread (AnteSync *self, const char *thread_id, const char *igsid);

AnteSyncState ante_sync_get_state (AnteSync *self);
gint64 ante_sync_get_last_synced (AnteSync *self);
/* Whether everything that there is was read once. */
gboolean ante_sync_is_first_done (AnteSync *self);
guint ante_sync_get_progress (AnteSync *self);
/* When the rate limit is over, ms by this machine's clock; 0 when nothing is waited for. */
gint64 ante_sync_get_retry_at (AnteSync *self);
const AnteSyncCounts *ante_sync_get_counts (AnteSync *self);
/* (nullable): why it is offline, blocked, throttled or cannot store. */
const GError *ante_sync_get_error (AnteSync *self);

G_END_DECLS
