#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "store/ante-store-views.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SEARCH_START (ante_search_start_get_type ())
G_DECLARE_FINAL_TYPE (AnteSearchStart, ante_search_start, ANTE, SEARCH_START, AdwBin)

/*
 * What stands where nothing is searched yet: the searches that are kept, to choose, rename or
 * delete, and what can be asked for.
 *
 * Signals: "chosen" (char *query): a kept one; "wanted" (char *words): to be put into the entry;
 * "listed": the kept ones are others, or are called otherwise.
 */
void ante_search_start_set_workspace (AnteSearchStart *self, AnteWorkspace *workspace);
/* (nullable) (transfer none): the kept search that asks for just this. */
const AnteView *ante_search_start_find (AnteSearchStart *self, const char *query);

G_END_DECLS
