#pragma once

#include <gio/gio.h>

#include "app/search/ante-search-item.h"
#include "store/ante-store-search.h"

G_BEGIN_DECLS

/*
 * What was found, by lead: those found by name first, then by their newest message. Of each lead a
 * few messages are shown, the newest first, until it is opened. A page that comes later adds leads
 * below, and to those that are there.
 */
typedef struct _AnteSearchGroups AnteSearchGroups;

AnteSearchGroups *ante_search_groups_new (void);
void ante_search_groups_free (AnteSearchGroups *self);

/* (transfer none) (element-type AnteSearchItem) */
GListModel *ante_search_groups_get_model (AnteSearchGroups *self);
void ante_search_groups_clear (AnteSearchGroups *self);
/* Both take the hits out of @page. */
void ante_search_groups_add (AnteSearchGroups *self, AnteSearchPage *page);
/* All messages of one lead are shown: those of @page, and those that were known. */
void ante_search_groups_open (AnteSearchGroups *self, gint64 lead_id, AnteSearchPage *page);
guint ante_search_groups_count_hits (AnteSearchGroups *self);
guint ante_search_groups_count_leads (AnteSearchGroups *self);

G_END_DECLS
