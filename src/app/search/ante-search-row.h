#pragma once

#include <adwaita.h>

#include "model/ante-records.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SEARCH_ROW (ante_search_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteSearchRow, ante_search_row, ANTE, SEARCH_ROW, AdwBin)

/* A find: whose thread, who wrote it, when, and the words with the find in bold. */
GtkWidget *ante_search_row_new (void);
void ante_search_row_set_hit (AnteSearchRow *self, const AnteSearchHit *hit, gint64 now);

G_END_DECLS
