#pragma once

#include "engine/ante-sync.h"

G_BEGIN_DECLS

/* What a pass that failed means for the next ones, and how long it is until then. Pure functions,
 * private to the engine. */

/* Above this much of the rate limit, percent, what is left of it belongs to the thread in view and
 * to what is sent: no list and no profiles. */
#define ANTE_SYNC_PACE_MOST_USAGE 90

AnteSyncState ante_sync_pace_state (const GError *error);
guint ante_sync_pace_delay (
  AnteSyncState state, AnteSyncAttention attention, guint failures, guint usage, gint64 wait);

G_END_DECLS
