#pragma once

#include <adwaita.h>

#include "app/search/ante-search-item.h"
#include "rules/ante-search-match.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SEARCH_ROW (ante_search_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteSearchRow, ante_search_row, ANTE, SEARCH_ROW, AdwBin)

/* Whose thread it is; or a message of it: who wrote it, when, and the words with the find in bold;
 * or that there are more. */
GtkWidget *ante_search_row_new (void);
/* @match: what was searched, for the names. */
void ante_search_row_set_item (AnteSearchRow *self,
                               AnteSearchItem *item,
                               AnteSearchMatch *match,
                               gint64 now);

G_END_DECLS
