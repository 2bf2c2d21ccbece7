#pragma once

#include <adwaita.h>

#include "rules/ante-search-words.h"
#include "store/ante-store-search.h"

G_BEGIN_DECLS

/* What is said of a search, in words for a person; (transfer full). */

/* Of what was not understood, a line each; @is_close: what was found is not quite what was asked.
 */
char *ante_search_told_notes (const AnteSearchWords *words, gboolean is_close);
/* How much was found; @is_more: not all was looked at yet. */
char *ante_search_told_count (guint n_hits, guint n_leads, gboolean is_more);
/* Why nothing was. Returns: whether that is all that the notes would say. */
gboolean ante_search_told_nothing (AdwStatusPage *page, const AnteSearchWords *words);
/* Not for a person: which names and messages @page has, in their order. */
char *ante_search_told_page (const AnteSearchPage *page);

G_END_DECLS
