#pragma once

#include <adwaita.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

#define ANTE_TYPE_WORDS_BAR (ante_words_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteWordsBar, ante_words_bar, ANTE, WORDS_BAR, AdwBin)

/*
 * What words that were selected in a message can be kept as: the usual kinds at once, all of them
 * in a list that a letter chooses from.
 *
 * Signal "chosen" (AnteFactKind kind, char *type): @kind may be %ANTE_WORDS_SOURCE.
 */

/* In the place of a kind of fact: how they came. */
#define ANTE_WORDS_SOURCE G_MAXINT

/* Opens the list, for who has pressed a key. */
void ante_words_bar_ask (AnteWordsBar *self);

G_END_DECLS
