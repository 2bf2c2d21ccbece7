#pragma once

#include "rules/ante-search-words.h"

G_BEGIN_DECLS

/* Round what was found in a text from ante_search_match_mark(). Foreign text holds neither. */
#define ANTE_SEARCH_MARK_START '\x02'
#define ANTE_SEARCH_MARK_END '\x03'

/**
 * AnteSearchWay:
 * @words: in small letters without accents, as they stand in a row
 * @signs: whether each is a sign
 *
 * One way to write a term. A sign is a character that is a word of its own: of scripts that put no
 * spaces between words, and emoji.
 */
typedef struct {
  GPtrArray *words;
  GArray *signs;
  guint n_signs;
} AnteSearchWay;

/**
 * AnteSearchPart:
 * @ways: (element-type AnteSearchWay): as it was typed first; others are close to it
 *
 * A term as it is looked for.
 */
typedef struct {
  GPtrArray *ways;
  gboolean is_exact;
  gboolean is_out;
} AnteSearchPart;

/* What the terms of a search find in a text. Used by one thread at a time. */
typedef struct _AnteSearchMatch AnteSearchMatch;

AnteSearchMatch *ante_search_match_new (const AnteSearchWords *words);
void ante_search_match_free (AnteSearchMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSearchMatch, ante_search_match_free)

/* (element-type AnteSearchPart) */
GPtrArray *ante_search_match_get_parts (AnteSearchMatch *self);
void ante_search_match_add_way (AnteSearchMatch *self, guint part, const char *text);
void ante_search_match_read (AnteSearchMatch *self, const char *text);
gboolean ante_search_match_has (AnteSearchMatch *self, guint part);
gboolean ante_search_match_fits (AnteSearchMatch *self, const char *text);
char *ante_search_match_mark (AnteSearchMatch *self, const char *text, gsize max_chars);

gboolean ante_search_has_word (const char *text);
char *ante_search_signs (const char *text);

G_END_DECLS
