#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-sync-pace.h"

#define OFFLINE_RETRY_S 15
#define DISK_RETRY_S 5

AnteSyncState
ante_sync_pace_state (const GError *error)
{
  if (error->domain == ANTE_STORE_ERROR)
    return ANTE_SYNC_DISK;
  if (error->domain != ANTE_INSTAGRAM_ERROR)
    return ANTE_SYNC_OFFLINE;

  switch (error->code) {
  case ANTE_INSTAGRAM_ERROR_TOKEN:
  case ANTE_INSTAGRAM_ERROR_PERMISSION:
  case ANTE_INSTAGRAM_ERROR_ROLE:
  case ANTE_INSTAGRAM_ERROR_ACCESS_OFF:
  case ANTE_INSTAGRAM_ERROR_NOT_ELIGIBLE:
  case ANTE_INSTAGRAM_ERROR_RESTRICTED:
    return ANTE_SYNC_BLOCKED;
  case ANTE_INSTAGRAM_ERROR_THROTTLED:
    return ANTE_SYNC_THROTTLED;
  default:
    return ANTE_SYNC_OFFLINE;
  }
}

/**
 * ante_sync_pace_delay:
 * @failures: passes in a row that failed
 * @usage: of the rate limit, percent
 * @wait: until nothing more is waited for, ms
 *
 * Returns: seconds until the next pass: closer where someone looks, wider after failures and near
 * the rate limit, and never quite the same, so that clients do not come together
 */
guint
ante_sync_pace_delay (
  AnteSyncState state, AnteSyncAttention attention, guint failures, guint usage, gint64 wait)
{
  static const guint by_attention[] = { 10, 20, 60 };
  guint seconds = by_attention[attention];

  switch (state) {
  case ANTE_SYNC_DISK:
    return DISK_RETRY_S;
  case ANTE_SYNC_OFFLINE:
    seconds = MIN (OFFLINE_RETRY_S << MIN (failures, 5), 300);
    break;
  case ANTE_SYNC_BLOCKED:
    return 300;
  case ANTE_SYNC_THROTTLED:
    seconds = (guint) CLAMP (wait / 1000 + 1, 1, 3600);
    break;
  default:
    if (usage > 75)
      seconds *= 2;
    break;
  }
  return seconds + (guint) g_random_int_range (0, (gint32) MAX (seconds / 5, 2));
}
