#pragma once

#include "engine/ante-sync.h"

G_BEGIN_DECLS

/* What a pass that failed means for the next ones, and how long it is until then. Pure functions,
 * private to the engine. */

AnteSyncState ante_sync_pace_state (const GError *error);
guint ante_sync_pace_delay (
  AnteSyncState state, AnteSyncAttention attention, guint failures, guint usage, gint64 wait);

G_END_DECLS
