#pragma once

#include <adwaita.h>

#include "store/ante-store.h"

G_BEGIN_DECLS

/* How many people were forgotten, and when; nobody's name is left. @group: shown once it is known
 * that there are any. */
void
ante_forgotten_row_fill (AdwPreferencesGroup *group, AnteStore *store, GCancellable *cancellable);

G_END_DECLS
