#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* Makes the backup of the day where there is none yet; what goes wrong is in the log. */
void ante_daily_backup (AnteStore *store, GCancellable *cancellable);

G_END_DECLS
