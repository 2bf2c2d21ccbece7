#pragma once

#include "rules/ante-search-words.h"
#include "store/ante-db.h"
#include "store/ante-lead-set.h"

G_BEGIN_DECLS

/* Which leads a search means. Private to the store. */

/* @set: (out) (transfer full) (nullable): those that have the source, stage, owner and label asked
 * for; %NULL for all */
gboolean ante_search_leads_asked (AnteDb *db,
                                  const AnteSearchWords *words,
                                  GByteArray **set,
                                  GError **error);
/* @set: (out) (transfer full) (nullable): those whose name or handle begins like one of @names;
 * %NULL when there are no names */
gboolean ante_search_leads_named (AnteDb *db, GPtrArray *names, GByteArray **set, GError **error);
/* Adds hits without a message to @hits: leads whose name or handle has all of the words. */
gboolean ante_search_leads_find (
  AnteDb *db, const AnteSearchWords *words, const GByteArray *set, GPtrArray *hits, GError **error);

/* Adds @text to @match as one phrase, whatever signs are in it. @prefix: its end may go on. */
void ante_search_add_phrase (GString *match, const char *text, gboolean prefix);

G_END_DECLS
