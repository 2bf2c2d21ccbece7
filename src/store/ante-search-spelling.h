#pragma once

#include "rules/ante-search-match.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * Words that were written are one slip of the hand away from what was typed: a letter too many or
 * too few, another one, or two that changed places. Each such word is added to @match as another
 * way to write its term. @found: some were. Private to the store.
 */
gboolean
ante_search_spelling_add (AnteDb *db, AnteSearchMatch *match, gboolean *found, GError **error);

G_END_DECLS
