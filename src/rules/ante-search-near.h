#pragma once

#include "rules/ante-search-words.h"

G_BEGIN_DECLS

/* Which operator @name, which is none, may have been meant for: misspelt, or called otherwise. */
gboolean ante_search_near (const char *name, AnteSearchOperator *op);

G_END_DECLS
