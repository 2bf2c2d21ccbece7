#pragma once

#include <adwaita.h>

#include "store/ante-store.h"

G_BEGIN_DECLS

/* Fills @group, which is emptied first by the rows that @rows (element-type GtkWidget) holds, with
 * what has left for a provider of AI, the newest first; or with a line that says that nothing has.
 */
void ante_ai_ledger_rows_fill (AdwPreferencesGroup *group,
                               GPtrArray *rows,
                               AnteStore *store,
                               GCancellable *cancellable);

G_END_DECLS
