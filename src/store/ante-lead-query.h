#pragma once

#include "store/ante-db.h"
#include "store/ante-lead-filter.h"

G_BEGIN_DECLS

/*
 * What a filter means in SQL. A list's ids are read from an index alone. What an index does not
 * hold (words, sources, labels, dates, …) is looked up for all leads in one pass over the table,
 * and its answer kept while nothing is written: ten columns of a board ask the same. Private to the
 * store.
 */

/* (transfer full) (element-type gint64) */
GArray *ante_lead_query_list (AnteDb *db,
                              const AnteLeadFilter *filter,
                              AnteLeadOrder order,
                              GError **error);
gboolean ante_lead_query_count (AnteDb *db, const AnteLeadFilter *filter, guint *n, GError **error);

/* "@before FROM lead WHERE … @after", in no order, by one pass over the table. End it with
 * sqlite3_finalize(). */
sqlite3_stmt *ante_lead_query_scan (
  AnteDb *db, const AnteLeadFilter *filter, const char *before, const char *after, GError **error);

G_END_DECLS
