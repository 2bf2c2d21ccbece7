#pragma once

#include "rules/ante-search-match.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * Whether a message is what a search asks for, as far as no index has seen to it. Private to the
 * store.
 */

/* The columns of a row that is judged, in the order of ANTE_SEARCH_COLUMNS. */
enum {
  ANTE_SEARCH_COLUMN_ID,
  ANTE_SEARCH_COLUMN_LEAD,
  ANTE_SEARCH_COLUMN_AT,
  ANTE_SEARCH_COLUMN_AUTHOR,
  ANTE_SEARCH_COLUMN_KIND,
  ANTE_SEARCH_COLUMN_REACTIONS,
  ANTE_SEARCH_COLUMN_MID,
  ANTE_SEARCH_COLUMN_TEXT,
};

#define ANTE_SEARCH_COLUMNS                                                                        \
  "message.id, message.lead_id, message.at, author, kind, reactions IS NOT NULL, mid,"             \
  " coalesce (message.text, '')"

/**
 * AnteSearchJudge:
 * @seen: in how many rows each part was, of those that were judged while @is_sampling
 * @settled: of each part, whether an index has seen to it
 */
typedef struct {
  const AnteSearchWords *words;
  AnteSearchMatch *match;
  GPtrArray *parts;
  guint *seen;
  gboolean *settled;
  gboolean is_sampling;
  GByteArray *asked;
  GByteArray *from;
  GByteArray *to;
  GPtrArray *from_setters; /* folded */
} AnteSearchJudge;

void ante_search_judge_init (AnteSearchJudge *self, const AnteSearchWords *words);
/* Looks up which leads are meant. */
gboolean ante_search_judge_find_leads (AnteSearchJudge *self, AnteDb *db, GError **error);
gboolean ante_search_judge_fits (AnteSearchJudge *self, sqlite3_stmt *stmt);
void ante_search_judge_clear (AnteSearchJudge *self);

G_END_DECLS
