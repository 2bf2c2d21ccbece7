#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteMatch:
 * @ANTE_MATCH_NONE: some word is not in the text
 * @ANTE_MATCH_INSIDE: every word is, some only in the middle of another
 * @ANTE_MATCH_WORDS: every word begins a word of the text
 * @ANTE_MATCH_PREFIX: the text begins with what was typed
 *
 * How well a text answers what somebody typed to find it; more is better.
 */
typedef enum {
  ANTE_MATCH_NONE,
  ANTE_MATCH_INSIDE,
  ANTE_MATCH_WORDS,
  ANTE_MATCH_PREFIX,
} AnteMatch;

char *ante_match_fold (const char *text);
AnteMatch ante_match (const char *text, const char *query);

G_END_DECLS
